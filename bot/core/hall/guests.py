"""Who is invited to a meeting: groups, whoever is rarely heard, and lists as people type them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.core.forms.writing import clean

#: Groups ("unsur") in the order in which a list is read; each is named by the sentence `unsur.KEY`.
WOMEN, POOR, DISABLED, OLD, YOUNG, FARMERS, ELDERS, OFFICERS, OTHERS = (
    "perempuan",
    "kurang_mampu",
    "disabilitas",
    "lansia",
    "pemuda",
    "tani",
    "adat",
    "perangkat",
    "lain",
)
ELEMENTS = (WOMEN, POOR, DISABLED, OLD, YOUNG, FARMERS, ELDERS, OFFICERS, OTHERS)
#: Those whom a meeting hears least unless somebody asks them.
RARE = frozenset({WOMEN, POOR, DISABLED, OLD})
#: Without these a list of invitations is not complete: a woman, a poor household.
NEEDED = (WOMEN, POOR)
#: What keeps somebody from coming; each is named by the sentence `halangan.KEY`. Anything else is told in own words.
FAR, WORK, CHILD, NO_RIDE, SHY = "jauh", "kerja", "anak_kecil", "kendaraan", "malu"
HINDRANCES = (FAR, WORK, CHILD, NO_RIDE, SHY)
#: Whoever needs to be fetched.
NEED_A_RIDE = frozenset({FAR, NO_RIDE})
LONGEST_NAME, LONGEST_SPEAKS_FOR = 64, 80

_ELEMENT_WORDS: Mapping[str, str] = {
    WOMEN: "perempuan|ibu-ibu|ibu ibu|pkk|kader|kader posyandu|perempuan kepala keluarga|kelompok perempuan|p",
    POOR: "kurang mampu|tidak mampu|keluarga kurang mampu|keluarga tidak mampu|miskin|keluarga miskin|warga miskin"
    "|warga kurang mampu|rtm|kpm|pkh",
    DISABLED: "disabilitas|difabel|penyandang disabilitas|disabel|tunanetra|tunarungu|tunadaksa|kursi roda",
    OLD: "lansia|lanjut usia|orang tua|jompo",
    YOUNG: "pemuda|pemudi|remaja|karang taruna|anak muda",
    FARMERS: "tani|petani|kelompok tani|buruh tani|peternak|pekebun|poktan",
    ELDERS: "adat|agama|tokoh adat|tokoh agama|tokoh masyarakat|imam|imam masjid|pemangku adat|majelis taklim",
    OFFICERS: "perangkat|perangkat desa|aparat|aparat desa|kepala dusun|kadus|kepala lingkungan|rt|rw|bpd|lpm|lurah"
    "|kepala desa|kades|sekdes|pendamping|bidan|guru|babinsa|bhabinkamtibmas",
    OTHERS: "lain|lainnya|lain-lain|umum|warga",
}
_ELEMENT_OF = {word: key for key, words in _ELEMENT_WORDS.items() for word in words.split("|")}
_HINDRANCE_WORDS: Mapping[str, str] = {
    FAR: "jauh|rumahnya jauh|dusun jauh|jalan kaki",
    WORK: "kerja|bekerja|ke kebun|panen|jualan",
    CHILD: "anak kecil|punya anak kecil|bayi|punya bayi|menyusui",
    NO_RIDE: "tidak ada kendaraan|tidak punya kendaraan|tidak ada motor|tidak punya motor|butuh tumpangan"
    "|perlu dijemput",
    SHY: "malu|malu bicara|takut bicara|belum berani bicara",
}
_HINDRANCE_OF = {word: key for key, words in _HINDRANCE_WORDS.items() for word in words.split("|")}
_WOMAN = frozenset({"ibu", "bu", "mama", "nenek", "hj", "hajjah", "siti", "sitti"})
_MAN = frozenset({"bapak", "pak", "pa", "kakek", "haji", "h"})
_GENDER_PART = {
    "perempuan": True,
    "wanita": True,
    "p": True,
    "laki-laki": False,
    "laki": False,
    "l": False,
    "lk": False,
}
_SPEAKS_FOR = re.compile(r"^(?:wakil|mewakili|dari|utusan|suara)\s+(.+)$", re.IGNORECASE)
_NUMBERING = re.compile(r"^\s*(?:\d{1,3}\s*[.)]|[-•*])\s*")
_NOT_A_NAME = re.compile(
    r"^(?:(?:seorang|satu|dua|tiga|\d+)\s+)?(?:orang\s+)?(?:perwakilan|wakil|utusan|anggota|kelompok|ketua|pengurus|"
    r"para|warga|ibu-ibu|bapak-bapak|tokoh|unsur|keluarga|perempuan|pemuda|lansia|petani|perangkat)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody as typed; `is_woman`: None = nobody said. `hindrances`: keys, or own words."""

    name: str
    element: str = OTHERS
    is_woman: bool | None = None
    speaks_for: str = ""
    hindrances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that is nobody's name: what stood there, and why it cannot be taken."""

    line: str
    why: Literal["tanpa_nama", "panjang"]


def read_list(text: str) -> tuple[list[Guest], list[Refused]]:
    """One person a line: a name, then in any order the group, woman or man, for whom they speak, what hinders them."""
    guests: list[Guest] = []
    refused: list[Refused] = []
    for line in clean(text).splitlines():
        read = read_line(line)
        if isinstance(read, Guest):
            guests.append(read)
        elif read is not None:
            refused.append(read)
    return guests, refused


def read_line(line: str) -> Guest | Refused | None:
    """None for a line without anything in it."""
    name, *parts = [part.strip(" .\t") for part in re.split(r"[,;]", _NUMBERING.sub("", line))]
    if not name and not any(parts):
        return None
    if not is_a_name(name):
        return Refused(line.strip(), "tanpa_nama")
    if len(name) > LONGEST_NAME:
        return Refused(line.strip(), "panjang")
    return _with_parts(name, [part for part in parts if part])


def is_a_name(name: str) -> bool:
    """Whether somebody is called so: "perwakilan ibu-ibu" reaches the same people as ever."""
    return any(c.isalpha() for c in name) and not _NOT_A_NAME.match(name)


def element_of(words: str) -> str | None:
    """The group that these words name at their end: "enam keluarga kurang mampu"."""
    told = words.lower().split()
    ends = (" ".join(told[at:]) for at in range(len(told)))
    return next((_ELEMENT_OF[end] for end in ends if end in _ELEMENT_OF), None)


def gender_in(name: str) -> bool | None:
    """What the way somebody is addressed tells; None when it tells nothing."""
    first = name.lower().replace(".", " ").split()[:1]
    if first and first[0] in _WOMAN:
        return True
    return False if first and first[0] in _MAN else None


def _with_parts(name: str, parts: Sequence[str]) -> Guest:
    element, is_woman, speaks_for = "", gender_in(name), ""
    hindrances: list[str] = []
    for part in parts:
        folded = " ".join(part.lower().split())
        if folded in _GENDER_PART:
            is_woman = _GENDER_PART[folded]
        if _ELEMENT_OF.get(folded):
            element = _narrower(element, _ELEMENT_OF[folded])
        elif folded in _GENDER_PART:
            continue
        elif told := _SPEAKS_FOR.match(part):
            speaks_for = told[1]
        elif folded in _HINDRANCE_OF or speaks_for:
            hindrances.append(_HINDRANCE_OF.get(folded, part))
        else:
            speaks_for = part
    if element == WOMEN and is_woman is None:
        is_woman = True
    element = element or (WOMEN if is_woman else OTHERS)
    return Guest(name, element, is_woman, speaks_for[:LONGEST_SPEAKS_FOR], tuple(hindrances))


def _narrower(one: str, other: str) -> str:
    """ "Perempuan, kurang mampu" is told as the group that is missing more often; she is counted as a woman anyway."""
    return other if one in ("", WOMEN) or other == POOR else one


def missing(invited: Iterable[tuple[str, bool | None]]) -> list[str]:
    """Which of the needed groups nobody in the list of (group, is a woman) belongs to."""
    known = list(invited)
    there = {element for element, _ in known} | ({WOMEN} if any(is_woman for _, is_woman in known) else set())
    return [element for element in NEEDED if element not in there]


def is_rare(element: str, is_woman: bool | None, hindrances: Sequence[str]) -> bool:
    """Whether a meeting rarely hears somebody like them; a far dusun counts, too."""
    return bool(is_woman) or element in RARE or FAR in hindrances
