"""What was told beside what was found: numbers that differ by more than a tenth, a point that lies elsewhere."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any

from bot.core.checking.items import LAND, PEOPLE, PHOTOS, PLACE, SIZE, Findings
from bot.core.understanding.answers import is_unknown

#: A point within so many metres of the one that was told is the same place.
SAME_PLACE = 300
_TENTH = Fraction(1, 10)
_EARTH = 6_371_000  # metres
_ORDER = 5  # times as much: of something else
_IN_BASE = {"km": (1000, "m"), "cm": (Fraction(1, 100), "m"), "ha": (10_000, "m²"), "keluarga": (1, "KK")}
_NOT_THERE = "bukan"


@dataclass(frozen=True, slots=True)
class Difference:
    """`field`: a question of the usulan's form. `found` None: it is known to be otherwise, and not how."""

    field: str
    stated: Any
    found: Any


def differences(answers: Mapping[str, Any], findings: Findings) -> list[Difference]:
    """What was told and found otherwise, in the order of the form. What was not told cannot differ."""
    pairs = [(name, answers.get(name), value) for name, value in found_of(findings).items()]
    found = [Difference(*pair) for pair in pairs if differs(*pair)]
    point_differs = any(one.field == "lokasi" for one in found)
    if is_elsewhere(findings) and not point_differs and answers.get("patokan"):
        found.append(Difference("patokan", answers["patokan"], None))
    return found


def is_elsewhere(findings: Findings) -> bool:
    """Whoever went there says that it is not where it was told to be, whatever else they know."""
    return (findings.get(PLACE, {}).get("tempat") or {}).get("value") == _NOT_THERE


def additions(answers: Mapping[str, Any], findings: Findings) -> dict[str, Any]:
    """What nobody had told, or nobody knew: it becomes part of the usulan, by question."""
    found = found_of(findings)
    land = findings.get(LAND, {}).get("tanah")
    if land is not None and land["value"] != "tidak_tahu":
        found["status_lahan"] = land
    if findings.get(PHOTOS):
        found["foto"] = findings[PHOTOS]["foto"]
    return {name: value for name, value in found.items() if not answers.get(name) or is_unknown(answers[name])}


def found_of(findings: Findings) -> dict[str, Any]:
    """What was found and is known, by the question of the usulan that it answers."""
    people = findings.get(PEOPLE, {})
    told = {
        "jumlah": people.get("warga"),
        "kurang_mampu": people.get("miskin_warga"),
        "lokasi": findings.get(PLACE, {}).get("titik"),
        "ukuran": findings.get(SIZE, {}).get("ukuran"),
    }
    return {name: value for name, value in told.items() if value and not is_unknown(value)}


def sources_differ(findings: Findings) -> bool:
    """Whether the village's papers and its people tell different numbers of poor families."""
    people = findings.get(PEOPLE, {})
    papers, told = people.get("miskin_desa"), people.get("miskin_warga")
    return papers is not None and told is not None and _people_differ(papers, told)


def differs(field: str, stated: Any, found: Any) -> bool:
    if not stated or is_unknown(stated):
        return False
    if field == "lokasi":
        return "lat" in stated and metres_between(stated, found) > SAME_PLACE
    return _sizes_differ(stated["sizes"], found["sizes"]) if field == "ukuran" else _people_differ(stated, found)


def metres_between(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Over the ground, by the haversine formula."""
    lat, lon, other_lat, other_lon = map(math.radians, (one["lat"], one["lon"], other["lat"], other["lon"]))
    half = math.sin((other_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(min(half, 1.0)))


def _people_differ(stated: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    """By what both tell: all of them, or families."""
    if is_unknown(stated) or is_unknown(found):
        return False
    pairs = ((_all(stated), _all(found)), (stated.get("families"), found.get("families")))
    return any(one is not None and other is not None and _is_far(one, other, stated.get("to")) for one, other in pairs)


def _all(told: Mapping[str, Any]) -> int | None:
    total, male, female = (told.get(name) for name in ("total", "male", "female"))
    return total if total is not None or male is None or female is None else male + female


def _sizes_differ(stated: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]) -> bool:
    """Each size beside the first one found of the same unit and side; of what has nothing beside it nobody can say
    that it is as told."""
    left, compared = [_in_base(size) for size in found], False
    for amount, to, unit, side in map(_in_base, stated):
        other = next((one for one in left if one[2] == unit and (not side or not one[3] or one[3] == side)), None)
        if other is not None:
            left.remove(other)
            compared = True
            if _is_far(amount, other[0], to):
                return True
    return not compared


def contradicts(told: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    """Whether a size that was told in passing is another than the one measured of the same thing: how far people walk
    is of quite another order than the pipe."""
    near = [size for size in told["sizes"] if any(map(partial(_is_near, size), found["sizes"]))]
    return bool(near) and _sizes_differ(near, found["sizes"])


def _is_near(size: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    (amount, _, unit, _), (other, _, other_unit, _) = _in_base(size), _in_base(found)
    return unit == other_unit and amount <= _ORDER * other and other <= _ORDER * amount


def _in_base(size: Mapping[str, Any]) -> tuple[Fraction, Fraction | None, str, str]:
    """(amount, up to, unit, side), lengths in metres."""
    times, unit = _IN_BASE.get(size["unit"], (1, size["unit"]))
    to = Fraction(size["to"]) * times if size.get("to") else None
    return Fraction(size["amount"]) * times, to, unit, size.get("side", "")


def _is_far(stated: Fraction | int, found: Fraction | int, to: Fraction | int | None = None) -> bool:
    """By more than a tenth of what was told; within a range that was told nothing is."""
    low, high = stated, to if to is not None else stated
    return found < low - low * _TENTH or found > high + high * _TENTH
