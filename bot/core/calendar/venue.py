"""Where a meeting is held, told beside its day: "musdes boiya selasa 12 januari jam 9 di kantor camat"."""

from collections.abc import Callable, Iterator, Sequence

from bot.core.vocabulary import PlaceWords

#: Of the form of a date: fewer characters name nothing, more are a story.
_SHORTEST, _LONGEST = 3, 100
_MOST_OF_A_TIME = 2  # words by which a day or an hour begins: "jam 9", "12 januari"

#: Whether these words name a day or an hour, or nothing but a wilayah.
Holds = Callable[[str], bool]


def venue_in(text: str, words: PlaceWords, is_time: Holds, is_wilayah: Holds) -> tuple[str, str]:
    """The place behind "di", up to a comma or to where a day or an hour begins, and the text without it; empty where
    nothing but a kecamatan, desa or kelurahan is named there, which tells whose meeting it is."""
    told = text.split()
    for at in _behind(told, words):
        end = _end(told, at, is_time)
        venue = " ".join(told[at:end]).strip(" .,;")
        if _SHORTEST <= len(venue) <= _LONGEST and not is_wilayah(venue):
            return venue, " ".join(told[: at - 1] + told[end:])
    return "", text


def _behind(told: Sequence[str], words: PlaceWords) -> Iterator[int]:
    """Where something stands behind "di", "bertempat di"; "di desa …" names whose meeting it is."""
    levels = {*words.kecamatan, *words.desa, *words.at}
    for at, word in enumerate(told[1:], 1):
        if _bare(told[at - 1]) in words.at and _bare(word) not in levels:
            yield at


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
