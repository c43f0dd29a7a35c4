"""The place that somebody names beside a meeting: "musrenbang maiwa rabu depan", "musrenbang desa batu ke'de 14/1"."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.core.places.places import Place, Places
from bot.core.places.spelling import fold
from bot.core.vocabulary import PlaceWords
from bot.core.wilayah import DESA, KECAMATAN, level_of, lies_in_any

_LONGEST, _SHORTEST = 4, 5  # words of a name; letters of the first of them alone


@dataclass(frozen=True, slots=True)
class Named:
    """`places`: all that may be meant, of one level only where its level stands before the name. `rest`: the words
    without the name."""

    places: tuple[Place, ...]
    rest: str


def place_named(
    text: str, places: Places, scopes: Sequence[str], words: PlaceWords, *, shortened: bool = False
) -> Named:
    """The longest name of a kecamatan, desa or kelurahan of these wilayah that stands in the text; `shortened`: else a
    word with which one of them alone begins. What is spelt otherwise than by case, marks and doubled letters is no name
    here: it is asked for."""
    told = text.split()
    near: dict[str, list[Place]] = {}
    for place in _near(places, scopes):
        near.setdefault(fold(place.name), []).append(place)
    for size in range(_LONGEST, 0, -1):
        for at in range(len(told) - size + 1):
            found = near.get(fold(" ".join(told[at : at + size])))
            if found and not _is_beside(told[at], words) and not _says_nothing(told[at : at + size]):
                before = told[at - 1].lower().strip(".,") if at else ""
                return Named(_of_level(found, before, words), " ".join(told[:at] + told[at + size :]))
    begun = _first_words(tuple(place.name for some in near.values() for place in some)) if shortened else {}
    for at, word in enumerate(told if begun else []):
        if name := begun.get(fold(word)):
            return Named(tuple(near[fold(name)]), " ".join(told[:at] + told[at + 1 :]))
    return Named((), text)


def in_short(names: Sequence[str], word: str) -> str:
    """ "Pattondon": the only one of these names that begins with this word and has more; empty where none or several
    do."""
    return _first_words(tuple(names)).get(fold(word), "")


@lru_cache(maxsize=64)
def _first_words(names: tuple[str, ...]) -> Mapping[str, str]:
    """With which one of them alone begins, and the name."""
    each = [(fold(name.split()[0]), name) for name in dict.fromkeys(names) if " " in name]
    begun = Counter(first for first, _ in each)
    return {first: name for first, name in each if begun[first] == 1 and len(first) >= _SHORTEST}


def _near(places: Places, scopes: Sequence[str]) -> Iterator[Place]:
    for kecamatan in places.children(places.kabupaten.code):
        for place in (kecamatan, *places.children(kecamatan.code)):
            if lies_in_any(place.code, scopes):
                yield place


def _says_nothing(told: Sequence[str]) -> bool:
    """Whether it begins with a word that belongs to no name: "dusun Tuncung" is Tuncung, the dusun a meeting's."""
    return len(told) > 1 and fold(" ".join(told)) == fold(" ".join(told[1:]))


def _is_beside(word: str, words: PlaceWords) -> bool:
    """ "Desa" before a name says which level is meant, and stays with the rest."""
    return word.lower().strip(".,") in {*words.kecamatan, *words.desa, *words.around}


def _of_level(found: Sequence[Place], before: str, words: PlaceWords) -> tuple[Place, ...]:
    level = KECAMATAN if before in words.kecamatan else DESA if before in words.desa else ""
    return tuple(place for place in found if level_of(place.code) == level) or tuple(found)
