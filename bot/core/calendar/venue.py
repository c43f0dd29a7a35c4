"""Where a meeting is held, told beside its day: "musdes boiya selasa 12 januari jam 9 di kantor camat"."""

from collections.abc import Callable, Iterator, Sequence

from bot.core.vocabulary import PlaceWords

#: Of the form of a date: fewer characters name nothing, more are a story.
_SHORTEST, _LONGEST = 3, 100
_MOST_OF_A_TIME = 2  # words by which a day or an hour begins: "jam 9", "12 januari"

#: Whether these words name a day or an hour, or nothing but a wilayah.
Holds = Callable[[str], bool]


def venue_in(text: str, words: PlaceWords, is_time: Holds, is_wilayah: Holds) -> tuple[str, str]:
    """The place behind "di", or a hall behind the hour ("jam 9 kantor camat"), up to a comma or to where a day or an
    hour begins, and the text without it; empty where nothing but a kecamatan, desa or kelurahan is named there, which
    tells whose meeting it is."""
    told = text.split()
    for begin, at in (*_behind(told, words), *_halls(told, words, is_time)):
        end = _end(told, at, is_time)
        venue = " ".join(told[at:end]).strip(" .,;")
        if _SHORTEST <= len(venue) <= _LONGEST and not is_wilayah(venue):
            return venue, " ".join(told[:begin] + told[end:])
    return "", text


def _behind(told: Sequence[str], words: PlaceWords) -> Iterator[tuple[int, int]]:
    """Where "di" or "bertempat di" stands, and where what is behind it; "di desa …" names whose meeting it is."""
    levels = {*words.kecamatan, *words.desa, *words.at}
    for at, word in enumerate(told[1:], 1):
        if _bare(told[at - 1]) in words.at and _bare(word) not in levels:
            yield at - 1, at


def _halls(told: Sequence[str], words: PlaceWords, is_time: Holds) -> Iterator[tuple[int, int]]:
    for at, word in enumerate(told[1:], 1):
        before = " ".join(told[max(at - _MOST_OF_A_TIME, 0) : at]).rstrip(",;")
        if _bare(word) in words.halls and (is_time(before) or is_time(told[at - 1].rstrip(",;"))):
            yield at, at


def _bare(word: str) -> str:
    return word.lower().strip(".,;:")


def _end(told: Sequence[str], first: int, is_time: Holds) -> int:
    for at in range(first, len(told)):
        if at > first and told[at - 1][-1] in ",;":
            return at
        if _begins_time(told[at : at + _MOST_OF_A_TIME], is_time):
            return at
    return len(told)


def _begins_time(told: Sequence[str], is_time: Holds) -> bool:
    """ "Jam 9", not "desa selasa": a word that says nothing of it belongs to the place."""
    return is_time(told[0]) or (is_time(" ".join(told)) and not is_time(told[-1]))
