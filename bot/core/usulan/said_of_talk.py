"""What is asked, or said, of this very talk, and is no part of what is told: whether somebody will phone, when it would
be done, whether what is noted is as good as done, whether a letter in a photo is read, that one was angry, that it is
not to come before a meeting, how all of it is erased. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.core.forms.world import World
from bot.core.spelt import either, one_of
from bot.core.stories.several import names_thing
from bot.core.understanding.where.hamlets import tells_something

_ASKS, _TAGS = "kah", frozenset({"toh", "ya", "yah"})
_SHORT, _LONG = 8, 10  # words


def asks_to_be_phoned(world: World, spoken: Sequence[str], part: str) -> bool:
    """ "Nanti ada yg telpon sy?"; "nomor yang bisa ditelpon?" asks for one."""
    return _asks(spoken, part) and _says(world, spoken, "ditelepon") and not _says(world, spoken, "bukan_ditelepon")


def asks_when_done(world: World, spoken: Sequence[str], part: str) -> bool:
    """ "Kapan selesai ini kalau sy usul": when it would be done, and not until when one may propose. "Kapan dikerjakan
    jalan rusak itu, sudah tiga kali diusulkan" tells something."""
    named = all(_says(world, spoken, sort) for sort in ("kapan", "selesai", "usul"))
    return named and not _says(world, spoken, "bukan_selesai") and not _tells(part, world)


def asks_if_settled(world: World, spoken: Sequence[str], part: str) -> bool:
    """ "Apa itu tercatat, artinya dikerja?" """
    named = all(_says(world, spoken, sort) for sort in ("tercatat", "artinya", "dikerja"))
    named = named and not _tells(part, world)
    return named and (_asks(spoken, part) or spoken[0] in world.seen_by["tanya"])


def asks_if_photo_is_read(world: World, spoken: Sequence[str], part: str) -> bool:
    """ "Suratnya dibaca kah nanti?"; who reads it is another question."""
    named = len(spoken) <= _SHORT and _says(world, spoken, "foto") and _says(world, spoken, "dibaca")
    return named and _asks(spoken, part) and not _says(world, spoken, "bukan_foto")


def is_sorry(world: World, spoken: Sequence[str], part: str) -> bool:
    """ "Maaf sy emosi tadi"; "maaf pak, warga marah jalannya rusak" tells something, and so does who was angry with
    oneself."""
    known = world.said_of_talk
    angry = {at for at, word in enumerate(spoken) if word in known["emosi"]}
    own = any(spoken[at - 1] in known["diri"] or spoken[at] in known["diri"] for at in angry if at)
    others = world.others_names["dia"] | world.others_names["siapa"] if world.others_names else frozenset[str]()
    named = len(spoken) <= _SHORT and _says(world, spoken, "maaf") and own and others.isdisjoint(spoken)
    return named and "?" not in part and not _tells(part, world)


def keeps_from_meeting(world: World, spoken: Sequence[str], part: str) -> bool:
    """ "Jangan kirim ke musyawarah", "sy tdk mau ini dibahas di rapat", and nothing else: "jangan lupa dibawa ke
    musrenbang" wishes the opposite, and whose name is not to be read there is another wish."""
    words = world.said_of_talk
    sorts = (words[sort] for sort in ("tidak_mau", "dibawa", "musyawarah", "di_samping"))
    return "?" not in part and _kept_away(*sorts).fullmatch(" ".join(spoken)) is not None


@lru_cache(maxsize=2)
def _kept_away(*sorts: frozenset[str]) -> re.Pattern[str]:
    no, taken, meeting, beside = map(either, sorts)
    small = rf"(?:(?:{beside})\s+)*"
    return re.compile(rf"{small}(?:{no})\s+{small}(?:{taken})\s+{small}(?:{meeting})(?:\s+(?:{beside}))*")


def asks_how_to_erase(world: World, spoken: Sequence[str], part: str) -> bool:
    """ "Bagaimana kalo sy hapus semua ini"; one thing that is to go is named, and "semua" is not."""
    named = len(spoken) <= _LONG and all(_says(world, spoken, sort) for sort in ("caranya", "hapus", "semuanya"))
    return named and not _says(world, spoken, "bukan_hapus") and not _tells(part, world)


def _tells(part: str, world: World) -> bool:
    return tells_something(part, world) or names_thing(part, world.spellings.stories)


def _asks(spoken: Sequence[str], part: str) -> bool:
    return "?" in part or spoken[-1] in _TAGS or any(word.endswith(_ASKS) for word in spoken)


def _says(world: World, spoken: Sequence[str], sort: str) -> bool:
    return one_of(world.said_of_talk[sort]).search(" ".join(spoken)) is not None
