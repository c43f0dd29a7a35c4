"""The sheet of a check in the field: its items, the questions behind each, and what still lacks before it may end."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.places.spelling import fold

SHORT, FULL = "pendek", "penuh"
PLACE, PHOTOS, SIZE, PEOPLE, LAND = "tempat", "foto", "ukuran", "orang", "tanah"
WITNESSES = ("saksi_1", "saksi_2")
#: What was told beside the items, as it was said; nobody asks for it.
NOTE = "catatan"
_MORE = (PEOPLE, LAND, "menolak", "program", "alam", "kursi_roda", "rawat")
#: In the order of the sheet; they may be answered in any.
ITEMS: Mapping[str, tuple[str, ...]] = {
    SHORT: (PLACE, PHOTOS, SIZE, *WITNESSES),
    FULL: (PLACE, PHOTOS, SIZE, *_MORE, *WITNESSES),
}
#: Questions of the form behind an item; where none is named, the one of its own name.
_SEVERAL = {
    PLACE: ("tempat", "titik", "patokan"),
    SIZE: ("ukuran", "alat"),
    PEOPLE: ("warga", "miskin_desa", "miskin_warga"),
    **dict.fromkeys(WITNESSES, ("saksi_nama", "saksi_jenis", "saksi_pihak")),
}
#: What may be left out of an item.
_OPTIONAL = frozenset({"titik", "patokan"})
FEWEST_PHOTOS = 2
#: What may be missing besides an item as a whole.
MORE_PHOTOS, OTHER_PARTY, A_WOMAN, SOMEBODY_ELSE = "foto_dua", "saksi_pihak", "saksi_perempuan", "saksi_orang"

#: By item, what was found: the answers of its questions.
Findings = Mapping[str, Mapping[str, Any]]


def questions_of(item: str) -> tuple[str, ...]:
    return _SEVERAL.get(item, (item,))


def open_in(item: str, findings: Findings) -> list[str]:
    """Its questions that are left to be answered: somebody may have been called away in the middle."""
    return [key for key in questions_of(item) if key not in _OPTIONAL and key not in findings.get(item, {})]


def is_whole(item: str, findings: Findings) -> bool:
    return item in findings and not open_in(item, findings)


def next_item(depth: str, findings: Findings) -> str | None:
    """Where it goes on: what is begun before the rest."""
    left = [item for item in ITEMS[depth] if not is_whole(item, findings)]
    return next((item for item in left if item in findings), left[0] if left else None)


def lacking(depth: str, findings: Findings) -> list[str]:
    """Items without an answer, and what the answers given do not fulfil; empty when the check may end."""
    lacks = [item for item in ITEMS[depth] if not is_whole(item, findings)]
    if PHOTOS in findings and len(pictures(findings)) < FEWEST_PHOTOS:
        lacks.append(MORE_PHOTOS)
    told = [findings[item] for item in WITNESSES if is_whole(item, findings)]
    return lacks + (_lacking_witnesses(told) if len(told) == len(WITNESSES) else [])


def pictures(findings: Findings) -> set[str]:
    """Each once, however often it was sent."""
    return {str(photo["unique_id"]) for photo in findings.get(PHOTOS, {}).get("foto", ())}


def _lacking_witnesses(told: Sequence[Mapping[str, Any]]) -> list[str]:
    names = {fold(str(one["saksi_nama"]["text"])) for one in told}
    parties = {one["saksi_pihak"]["value"] for one in told}
    women = any(one["saksi_jenis"]["value"] == "p" for one in told)
    found = ((len(names) < len(told), SOMEBODY_ELSE), (len(parties) < len(told), OTHER_PARTY), (not women, A_WOMAN))
    return [lack for is_so, lack in found if is_so]
