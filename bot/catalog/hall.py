"""`content/kalender/acara.toml`: the usual points of a meeting and the minutes that are meant for them."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from bot.catalog.calendar import Key
from bot.catalog.models import Strict
from bot.core.hall import points as core

FILE = "kalender/acara.toml"
Title = Annotated[str, StringConstraints(min_length=3, max_length=core.LONGEST_TITLE)]


class Part(Strict):
    """Satu acara dan lamanya."""

    title: Title = Field(alias="judul")
    minutes: Annotated[int, Field(ge=1, le=core.LONGEST_MINUTES)] = Field(alias="menit")


class Programme(Strict):
    """Susunan acara untuk beberapa macam pertemuan; tanpa `untuk`: bagi semua yang lain."""

    kinds: list[Key] = Field([], alias="untuk")
    parts: list[Part] = Field(alias="bagian", min_length=1, max_length=core.MOST)


class HallFile(Strict):
    programmes: list[Programme] = Field(alias="susunan", min_length=1)


#: By kind of occasion; "" for every other.
Programmes = Mapping[str, tuple[core.Point, ...]]
FILES: dict[str, type[Strict]] = {FILE: HallFile}


def hall_words(files: Mapping[str, Strict]) -> Iterator[tuple[str, str, str, str]]:
    """(name, file, key, text) of everything in it that a person reads."""
    told = files.get(FILE)
    for number, programme in enumerate(told.programmes if isinstance(told, HallFile) else (), 1):
        for at, part in enumerate(programme.parts, 1):
            yield f"acara.{number}_{at}", FILE, f"susunan.{number}.bagian.{at}.judul", part.title


def compile_hall(files: Mapping[str, Strict]) -> Programmes:
    told = files.get(FILE)
    found: dict[str, tuple[core.Point, ...]] = {}
    for programme in told.programmes if isinstance(told, HallFile) else ():
        points = tuple(core.Point(at, part.title, part.minutes) for at, part in enumerate(programme.parts, 1))
        found |= dict.fromkeys(programme.kinds or [""], points)
    return found
