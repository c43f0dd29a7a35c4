"""A wilayah by its official code: "73.16" a kabupaten, "73.16.01" a kecamatan, "73.16.01.2002" a desa or kelurahan. A
code lies in every code that it continues; nothing else in the program cuts codes up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

KABUPATEN, KECAMATAN, DESA, KELURAHAN = "kabupaten", "kecamatan", "desa", "kelurahan"
_DOTS = {KABUPATEN: 1, KECAMATAN: 2, DESA: 3, KELURAHAN: 3}
_LEVELS = {1: KABUPATEN, 2: KECAMATAN, 3: DESA}


def level_of(code: str) -> str:
    """kabupaten, kecamatan or desa (a kelurahan, too). KeyError for what is no such code."""
    return _LEVELS[code.count(".")]


def is_wider(code: str, level: str) -> bool:
    """Whether it lies above this level."""
    return code.count(".") < _DOTS[level]


def is_narrower(code: str, level: str) -> bool:
    """Whether it lies below this level."""
    return code.count(".") > _DOTS[level]


def above(code: str) -> str:
    """What it lies in directly."""
    return code.rpartition(".")[0]


def up_to(code: str, level: str) -> str:
    """The wilayah of this level that it lies in; itself when it is wider."""
    return ".".join(code.split(".")[: _DOTS[level] + 1])


def shared_by(codes: Sequence[str]) -> str:
    """The smallest wilayah that holds all of these."""
    return next((scope for scope in chain(codes[0]) if all(lies_in(code, scope) for code in codes)), "")


def kecamatan_of(code: str) -> str:
    return up_to(code, KECAMATAN)


def chain(code: str) -> Iterator[str]:
    """The wilayah itself and everything it lies in, up to the kabupaten."""
    while code.count(".") >= 1:
        yield code
        code = above(code)


def lies_in(code: str, scope: str) -> bool:
    """Whether it is that wilayah or a part of it."""
    return code == scope or code.startswith(f"{scope}.")


def lies_in_any(code: str, scopes: Iterable[str]) -> bool:
    return any(lies_in(code, scope) for scope in scopes)


def is_kelurahan(code: str) -> bool:
    """The law's own numbering: village numbers from 1001 are kelurahan, from 2001 desa."""
    return code.count(".") == _DOTS[DESA] and code.rpartition(".")[2].startswith("1")


def name_of(code: str, name: str) -> str:
    """How people call it: "Kabupaten Enrekang" (the name says it already), "Kecamatan Maiwa", "Desa Boiya"."""
    if code.count(".") <= 1:
        return name
    level = KELURAHAN if is_kelurahan(code) else level_of(code)
    return f"{level.capitalize()} {name}"


def hamlet_name(dusun: Mapping[str, Any]) -> str:
    """The name of a dusun or lingkungan with what else was told of it: "Jambu, RT 02/RW 01"."""
    parts = [f"{word} {dusun[key]:02}" for key, word in (("rt", "RT"), ("rw", "RW")) if isinstance(dusun.get(key), int)]
    return ", ".join([str(dusun["name"]), *(["/".join(parts)] if parts else [])])
