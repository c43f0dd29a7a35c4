"""The texts inside templates of announcements as sentences with names, so that they are judged and said like all
others."""

from collections.abc import Iterator
from dataclasses import replace

from bot.catalog.broadcasts import FOLDER, FORM, Blank, TemplateFile, title_of
from bot.catalog.draft import Draft, Sentence
from bot.catalog.form_sentences import QUESTION_LONGEST, TITLE_LONGEST
from bot.core.broadcasts.templates import BLANK

_SHARED = frozenset({f"form.{FORM}.tinjau", f"form.{FORM}.kirim"})  # what every template has of the form
_HELP = "siaran_isian_bantuan"  # the sentence that says an example, in every blank's own
_TITLE, _WHEN, _TEXT, _ASKED, _CHECK, _ANSWER = 40, 40, 2000, 300, 200, 60  # UTF-16 units


def sentences_of_templates(draft: Draft) -> Iterator[Sentence]:
    explains = next((one.text for one in draft.sentences if one.name == _HELP), "{contoh}")
    shared = {one.key: one for one in draft.sentences if one.name in _SHARED}
    for key, told in draft.templates.items():
        file, name = f"{FOLDER}/{key}.toml", f"form.{FORM}_{key}"
        yield from (_sentence(file, told, *one) for one in _words(key, told))
        yield from (_sentence(file, told, *one) for blank in told.blanks for one in _asked(name, blank, explains))
        yield from (replace(one, name=f"{name}.{part}", values=None) for part, one in shared.items())


#: (name, key in the file, text, longest)
Told = tuple[str, str, str, int]


def _words(key: str, told: TemplateFile) -> Iterator[Told]:
    yield f"form.{FORM}_{key}.judul", "judul", told.title, _TITLE
    yield f"siaran.{key}.kapan", "kapan", told.when, _WHEN
    yield f"siaran.{key}.teks", "teks", told.text.strip(), _TEXT
    if told.asked:
        yield f"siaran.{key}.diminta", "diminta", told.asked.strip(), _ASKED
    if told.check is not None:
        yield f"siaran.{key}.paham.tanya", "paham.tanya", told.check.question, _CHECK
        for at, answer in enumerate(told.check.answers, 1):
            yield f"siaran.{key}.paham.{at}", f"paham.jawab.{at}", answer, _ANSWER


def _asked(name: str, blank: Blank, explains: str) -> Iterator[Told]:
    own, at = f"{name}.{BLANK}{blank.key}", f"isian.{blank.key}"
    yield f"{own}.tanya", f"{at}.tanya", f"{blank.question}\n<i>{blank.example}</i>", QUESTION_LONGEST
    yield f"{own}.judul", f"{at}.kunci", title_of(blank), TITLE_LONGEST
    yield f"{own}.bantuan", f"{at}.contoh", explains.replace("{contoh}", blank.example), QUESTION_LONGEST


def _sentence(file: str, told: TemplateFile, name: str, key: str, text: str, longest: int) -> Sentence:
    """Only the words of the announcement itself have blanks."""
    blanks = frozenset(one.key for one in told.blanks) if name.startswith(f"{FOLDER}.") else frozenset[str]()
    return Sentence(name, file, key, text, blanks, longest, kelurahan=told.track == "kelurahan")
