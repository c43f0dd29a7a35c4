"""Values in braces: only those the program really gives; and every sentence it asks for, once."""

from jinja2 import TemplateSyntaxError

from bot.catalog.draft import Draft, Sentence
from bot.catalog.needed import Needed
from bot.catalog.texts import EVERYWHERE, values_in


def judge(draft: Draft, needed: Needed) -> None:
    seen: dict[str, Sentence] = {}
    for sentence in draft.sentences:
        if sentence.name in seen and not sentence.name.startswith("form."):
            other = seen[sentence.name].file
            draft.report(sentence.file, sentence.key, f"Kalimat ini sudah ada di {other}.")
        seen[sentence.name] = sentence
        if "{" in sentence.text or "}" in sentence.text:
            _judge_values(draft, sentence, needed.get(sentence.name, sentence.values))
    for name in needed:
        if name not in seen:
            file = "mesin.toml" if name.startswith(("mesin.", "tombol.")) else ""
            draft.report(f"kalimat/{file}", name, "Kalimat ini dipakai program tetapi belum ditulis.")


def _judge_values(draft: Draft, sentence: Sentence, known: frozenset[str] | None) -> None:
    try:
        named = values_in(sentence.text)
    except TemplateSyntaxError as error:
        draft.report(sentence.file, sentence.key, f"Tanda kurung kurawal keliru di baris {error.lineno} kalimat ini.")
        return
    if known is None:
        return
    for name in sorted(named - known - EVERYWHERE.keys()):
        can = f"yang bisa: {', '.join(sorted(known))}" if known else "di sini tidak ada yang bisa diisi"
        draft.report(sentence.file, sentence.key, f"Isian {{{name}}} tidak dikenal; {can}.")
