"""What one clause says of the options in it: which are named, which denied, and whether that is sure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

OPTION, PERHAPS, STRANGE, PURPOSE, NEAR = "option", "perhaps", "strange", "purpose", "near"
TELLS = 2  # words that nobody knows, with which a part is no list of options
TELLING = 4  # letters of a word that tells something; shorter ones only sound


class Word(NamedTuple):
    """What a word or phrase is: one of the lists, or an option (`of`). `owned`: the next word is whose it is. `all`:
    it says that all of them are meant."""

    sort: str
    of: str = ""
    typed: str = ""
    owned: bool = False
    all: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """`yes` and `no` in the order in which they were named, `perhaps` what may have been. `sure`: nothing says
    otherwise. `more`: said besides what was chosen before. `tells`: words stand there that name no option."""

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    sure: bool = True
    more: bool = False
    tells: bool = False


def strange(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.sort == STRANGE and not word.typed[:1].isdecimal()]


def begins(clause: Sequence[Word]) -> Word:
    """The word with which it begins to tell something."""
    return next((word for word in clause if word.sort not in ("noise", "join")), Word("noise"))


def judge(clause: Sequence[Word], denies: bool) -> Named:
    """What one clause says of the options in it. A "no" that does not deny says what is missing."""
    found = [_judge_part(part, denies) for part in _parts(clause)]
    return Named(
        tuple(value for each in found for value in each.yes),
        tuple(value for each in found for value in each.no),
        sure=all(each.sure for each in found),
    )


def _parts(clause: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Cut at "tapi"."""
    start = 0
    for at, word in enumerate(clause):
        if word.sort == "yet":
            yield clause[start:at]
            start = at + 1
    yield clause[start:]


def _judge_part(words: Sequence[Word], denies: bool) -> Named:
    words = _without_owners(_told_apart(words))
    sorts = {word.sort for word in words}
    stop = next((at for at, word in enumerate(words) if word.sort == "stop"), len(words))
    kept, denied = words[:stop], _named(words[stop:])
    if stop < len(words) and not denied and _named(kept):
        kept, denies = [*kept, Word("no")], True  # "uang jangan": the last that was named
    lacks = any(word.sort == "no" for word in kept)
    found = _denied(kept) if lacks and denies else Named(_named(kept), sure=not lacks or _tells_otherwise(kept))
    doubt = "doubt" in sorts or ("when" in sorts and "able" not in sorts)
    return Named(found.yes, (*found.no, *denied), sure=found.sure and not (doubt and bool(found.yes)))


def _tells_otherwise(words: Sequence[Word]) -> bool:
    """ "Petani sama lansia, tidak ada kerjaan", "semua, tidak pilih-pilih": none of what is asked for is said to be
    missing."""
    told = strange(words) or [word for word in words if word.sort == "noise" and len(word.typed) >= TELLING]
    return not any(word.sort in (OPTION, PERHAPS) for word in words) and bool(told)


def _denied(words: Sequence[Word]) -> Named:
    """A "no" after everything denies the last one, before everything all; between two it cannot be told."""
    no = next(at for at, word in enumerate(words) if word.sort == "no")
    before, after = words[:no], _named(words[no:])
    named = _named(before)
    if after:
        return Named((), (*named, *after), sure=not named and len(after) == 1)
    if len(named) < 2:
        return Named((), named)
    last = max(at for at, word in enumerate(before) if word.sort == OPTION)
    able = any(word.sort == "able" for word in before[:last])
    return Named(named[:-1], named[-1:], sure=able)


def _named(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.of for word in words if word.sort == OPTION)


def without_sums(clauses: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """ "Ibu-ibu sama balita, semuanya 45 orang": how many they are in all is nobody besides them; nor is the child of
    "41 anak", or whoever "bapaknya merantau semua" tells of."""
    named = [[word for word in clause if word.sort == OPTION] for clause in clauses]
    if all(word.all for words in named for word in words):
        return [list(clause) for clause in clauses]
    return [_without_sum(clause) for clause in clauses]


def _without_sum(clause: Sequence[Word]) -> list[Word]:
    counts, tells = _counts(clause), len(strange(clause)) >= TELLS
    besides = ((word.all and (counts or tells)) or (counts and word.sort == PERHAPS) for word in clause)
    return [word._replace(sort="noise") if sums else word for word, sums in zip(clause, besides, strict=True)]


def undescribed(clause: Sequence[Word]) -> Iterator[Word]:
    """ "Anakku yang pakai kursi roda": who is described by an option is no other."""
    for at, word in enumerate(clause):
        describes = at + 1 < len(clause) and clause[at + 1].sort == "noise"
        if not describes or OPTION not in takewhile(lambda sort: sort != "join", _sorts_behind(clause, at)):
            yield word


def _sorts_behind(clause: Sequence[Word], at: int) -> Iterator[str]:
    return (word.sort for word in clause[at + 1 :])


def _counts(clause: Sequence[Word]) -> bool:
    return any(word.typed[:1].isdecimal() for word in clause)


def without_asides(clause: Sequence[Word]) -> Iterator[Word]:
    """ "Air untuk sawah": what the thing named is for is no other option, and "untuk sekolah" alone names it; nor is
    where it is, "jalan dekat sekolah"."""
    named = serves = False
    for word in clause:
        goes_on = serves and word.sort != "join"
        serves = goes_on or word.sort == NEAR or (named and word.sort == PURPOSE)
        named = named or word.sort in (OPTION, PERHAPS)
        aside = word.sort in (PURPOSE, NEAR) or (serves and word.sort in (OPTION, PERHAPS))
        yield Word("noise", word.of, word.typed) if aside else word


def _told_apart(words: Sequence[Word]) -> Sequence[Word]:
    """ "Semua petani", "petani jagung semua": whatever is said to be all gives its name, unless it is an option by
    itself."""
    kept: list[Word] = []
    for at, word in enumerate(words):
        is_behind = at > 1 and words[at - 1].sort == STRANGE and " " not in word.typed
        around = [*words[at + 1 : at + 2], *words[max(at - 1 - is_behind, 0) : at]]
        quantity = word.all and any(other.sort == OPTION and not other.all for other in around)
        kept.append(word._replace(sort="noise") if quantity else word)
    return kept


def _without_owners(words: Sequence[Word]) -> Sequence[Word]:
    """ "Sekolahnya anak-anak": whose it is is no option of its own."""
    kept: list[Word] = []
    for word in words:
        owner = bool(kept) and kept[-1].sort == OPTION and kept[-1].owned and word.sort == OPTION
        kept.append(word._replace(sort="noise") if owner else word)
    return kept
