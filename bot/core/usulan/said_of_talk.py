"""What is asked, or said, of this very talk, and is no part of what is told: whether somebody will phone, when it would
be done, whether what is noted is as good as done, whether a letter in a photo is read, that one was angry. Pure."""

from collections.abc import Sequence

from bot.core.forms.world import World
from bot.core.spelt import one_of
from bot.core.understanding.where.hamlets import tells_something

_ASKS, _TAGS = "kah", frozenset({"toh", "ya", "yah"})
_SHORT = 8  # words


def asks_to_be_phoned(world: World, spoken: Sequence[str], part: str) -> bool:
    """ "Nanti ada yg telpon sy?"; "nomor yang bisa ditelpon?" asks for one."""
    return _asks(spoken, part) and _says(world, spoken, "ditelepon") and not _says(world, spoken, "bukan_ditelepon")


def asks_when_done(world: World, spoken: Sequence[str], _part: str) -> bool:
    """ "Kapan selesai ini kalau sy usul": when it would be done, and not until when one may propose."""
    named = all(_says(world, spoken, sort) for sort in ("kapan", "selesai", "usul"))
    return named and not _says(world, spoken, "bukan_selesai")


def asks_if_settled(world: World, spoken: Sequence[str], part: str) -> bool:
    """ "Apa itu tercatat, artinya dikerja?" """
    named = all(_says(world, spoken, sort) for sort in ("tercatat", "artinya", "dikerja"))
    return named and (_asks(spoken, part) or spoken[0] in world.seen_by["tanya"])


def asks_if_photo_is_read(world: World, spoken: Sequence[str], part: str) -> bool:
    """ "Suratnya dibaca kah nanti?"; who reads it is another question."""
    named = len(spoken) <= _SHORT and _says(world, spoken, "foto") and _says(world, spoken, "dibaca")
    return named and _asks(spoken, part) and not _says(world, spoken, "bukan_foto")


def is_sorry(world: World, spoken: Sequence[str], part: str) -> bool:
    """ "Maaf sy emosi tadi"; "maaf pak, warga marah jalannya rusak" tells something."""
    named = len(spoken) <= _SHORT and all(_says(world, spoken, sort) for sort in ("maaf", "emosi", "diri"))
    return named and "?" not in part and not tells_something(part, world)


def _asks(spoken: Sequence[str], part: str) -> bool:
    return "?" in part or spoken[-1] in _TAGS or any(word.endswith(_ASKS) for word in spoken)


def _says(world: World, spoken: Sequence[str], sort: str) -> bool:
    return one_of(world.said_of_talk[sort]).search(" ".join(spoken)) is not None
