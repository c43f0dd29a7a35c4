"""Values as the labels of the sets write them: "145 KK38", "120 m x 3 m", "jalan"."""

import re
from collections.abc import Mapping
from typing import Any

from bot.core.forms.writing import key_of

SIGNS = {"kira": "~", "lebih": ">", "kurang": "<", "": ""}


def _count(value: Mapping[str, Any], name: str, prefix: str) -> str:
    first = next(key for key in ("total", "families", "male", "female", "houses") if key in value)
    bound = value.get("bound" if name == first else f"{name}_bound", "")
    to = value.get("to" if name == first else f"{name}_to")
    end = "" if to is None else f"-{to}"
    return f"{prefix}{SIGNS[bound]}{value[name]}{end}"


def write_people(value: Mapping[str, Any]) -> str:
    if value.get("unknown"):
        return "tidak tahu"
    split = "male" in value and "female" in value
    names = (("total", ""), ("male", "L"), ("female", "P"), ("families", "KK"), ("houses", "R"))
    parts = [_count(value, name, sign) for name, sign in names if name in value and not (name == "total" and split)]
    return " ".join(parts)


def write_sizes(value: Mapping[str, Any]) -> str:
    if value.get("unknown"):
        return "tidak tahu"
    return " x ".join(_size(size) for size in value["sizes"])


def _size(size: Mapping[str, Any]) -> str:
    to = f"-{size['to']}" if size.get("to") else ""
    side = f"{size['side']} " if size.get("side") else ""
    return f"{side}{SIGNS[size.get('bound', '')]}{size['amount']}{to} {size['unit']}"


def write(kind: str, value: Any) -> str:
    if kind == "orang":
        return write_people(value)
    if kind == "ukuran":
        return write_sizes(value)
    if kind in ("choice", "choices"):
        return ",".join(sorted(part["value"] for part in (value if isinstance(value, list) else [value])))
    return str(value.get("name", "*")) if isinstance(value, dict) else "*"


def same(kind: str, wanted: str, found: str) -> bool:
    """Whether two writings mean the same: units and sides as people wrote them, names folded."""
    one, other = _plain(kind, wanted), _plain(kind, found)
    if kind == "ukuran" and all(side for side, _, _ in (*one, *other)):
        return sorted(one) == sorted(other)  # in whatever order the sides were told
    return bool([part[1:] for part in one] == [part[1:] for part in other] if kind == "ukuran" else one == other)


_UNITS = {
    "meter": "m",
    "mtr": "m",
    "kilometer": "km",
    "hektar": "ha",
    "m²": "m2",
    "m³": "m3",
    "lt": "liter",
    "buah": "unit",
    "biji": "unit",
    "titik": "unit",  # of lamps
    **dict.fromkeys(
        ("traktor", "mesin", "pompa", "lampu", "lampu jalan", "komputer", "laptop", "tenda"), "unit"
    ),  # so many
    "l": "liter",
}
_BOUND_FIRST = re.compile(r"^([~<>])([a-z]+)")


def _plain(kind: str, text: str) -> Any:
    text = text.strip().lower().replace(",", ".")
    if kind == "ukuran":
        parts = []
        for part in text.split(" x "):
            words = part.split()
            side = words[0] if words and words[0] in ("p", "l", "t") and len(words) > 2 else ""
            rest = words[1:] if side else words
            unit = " ".join(_UNITS.get(word, word) for word in rest[1:])
            parts.append((side, *_in_metres(rest[0] if rest else "", unit)))
        return parts
    if kind in ("choice", "choices"):
        return sorted(part.strip() for part in text.replace(".", ",").split(","))
    if kind == "orang":
        return sorted(_BOUND_FIRST.sub(r"\2\1", part) for part in text.replace(".", "").split())
    if kind == "wilayah":
        return key_of(text).replace(" ", "").replace("'", "")
    return text


def _in_metres(amount: str, unit: str) -> tuple[str, str]:
    """Half a kilometre is 500 metres."""
    if unit != "km":
        return amount, unit
    return re.sub(r"\d+(?:\.\d+)?", lambda found: f"{float(found[0]) * 1000:g}", amount), "m"


def write_money(value: Any) -> str:
    if isinstance(value, int):
        return str(value)
    return f"{SIGNS[getattr(value, 'bound', '')]}{value.amount}" + (
        f"-{value.to}" if getattr(value, "to", None) else ""
    )


def write_when(value: Any) -> str:
    parts = (value.day and value.day.isoformat(), value.at and value.at.strftime("%H:%M"))
    return " ".join(part for part in parts if part)
