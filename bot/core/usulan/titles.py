"""What an usulan is called in lists and receipts: what it is about, and what is hoped for. "Ganti papan" alone says of
nothing what it is."""

import re
from collections.abc import Mapping
from typing import Any

from bot.core.forms.world import World
from bot.core.forms.writing import in_short, key_of
from bot.core.stories.several import names_thing
from bot.core.understanding.where.hamlets import tells_something
from bot.core.understanding.wished import is_wished

_CLAUSE = re.compile(r"(?:[^.,;:!?\n]|(?<=\d)[.,](?=\d))+")
_LONGEST, _ABOUT = 80, 42  # characters; of them what it is about, where a wish stands behind it
_FEWEST, _SAYS_ALL = 2, 4  # words of such a clause; of a wish that names it itself
_TELLING = 4  # letters of a word by which both are the same


def titled(answers: Mapping[str, Any], world: World, longest: int = _LONGEST) -> str:
    """In the person's own words, cut at a word; empty where nothing is written."""
    story, wish = (str((answers.get(key) or {}).get("text") or "").strip() for key in ("cerita", "harapan"))
    about = _about(story, world)
    wish = "" if _is_taken_back(wish, world) else wish
    if not wish or not about or _names(wish, about) or key_of(about) in key_of(wish):
        return in_short(wish or story, longest)
    return in_short(f"{in_short(about, _ABOUT * longest // _LONGEST)}: {wish}", longest)


def _about(story: str, world: World) -> str:
    """The first part of the story that tells what is wrong, or of what; else its first, without a greeting."""
    clauses = [one for found in _CLAUSE.findall(story) if len((one := found.strip()).split()) >= _FEWEST]
    alone = world.entrusting["tanpa_hp"]  # "tidak ada hp nya" is said of who told it
    clauses = [one for one in clauses if not any(f" {said}" in f" {key_of(one)}" for said in alone)]
    clauses = [one for one in clauses if not _is_aside(one, world)]
    begin = (one for one in clauses if key_of(one.split()[0]) not in world.oneself)
    tells = (one for one in clauses if tells_something(one, world) and not is_wished(one, world))
    return next(tells, next(begin, ""))


def _is_aside(clause: str, world: World) -> bool:
    """ "Percuma usul2", "perkenalkan saya usman": it names nothing that is wrong."""
    said = key_of(clause).split()
    return not world.of_talking["bukan_judul"].isdisjoint(said) and not names_thing(clause, world.spellings.stories)


def _is_taken_back(wish: str, world: World) -> bool:
    """ "Eh bukan tahun ini, tahun depan saja" says when, and not what."""
    said = key_of(wish).split()
    turns = {word for told in world.exchanging["berbalik"] for word in told.split()}
    return bool(said) and said[0] in turns and not world.denying["bukan"].isdisjoint(said[1 : _FEWEST + 1])


def _names(wish: str, about: str) -> bool:
    """Whether the wish says itself of what it is: the thing that leads, not only a part of that."""
    told = {word.removesuffix("nya") for word in key_of(wish).split()}
    leads = next((word for word in key_of(about).split() if len(word) >= _TELLING), "")
    return len(wish.split()) >= _SAYS_ALL and leads.removesuffix("nya") in told
