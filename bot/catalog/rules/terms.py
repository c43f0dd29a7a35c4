"""One word for one thing, as `istilah.toml` decides it."""

import re
from collections.abc import Iterable

from bot.catalog.draft import Draft
from bot.catalog.markup import visible
from bot.catalog.needed import Needed
from bot.catalog.terms import Term

_GAPS = re.compile(r"\{[^{}]*\}")
#: Words that people type and we understand: there every word is right.
_TYPED = ("daftar_kata_", "daftar_sebut_")


def judge(draft: Draft, _needed: Needed) -> None:
    told = draft.terms.terms if draft.terms is not None else []
    patterns = [(term, _any(term.never), _any(term.but)) for term in told if term.never]
    any_never = _any(word for term in told for word in term.never)
    for sentence in draft.sentences:
        if sentence.name.startswith(_TYPED):
            continue
        read = visible(_GAPS.sub(" ", sentence.text))
        if not any_never.search(read):  # nearly always; each term by itself takes ten times as long
            continue
        for term, never, but in patterns:
            if sentence.file not in term.elsewhere and (found := never.search(but.sub(" ", read))):
                draft.report(sentence.file, sentence.key, _fault(term, found[0]))


def _any(words: Iterable[str]) -> re.Pattern[str]:
    one_of = "|".join(re.escape(word) for word in words)
    return re.compile(rf"\b(?:{one_of})(?:nya)?\b" if one_of else r"(?!)", re.IGNORECASE)


def _fault(term: Term, found: str) -> str:
    return f"Kata “{found}” diganti “{term.word}”: satu kata untuk satu hal, lihat istilah.toml."
