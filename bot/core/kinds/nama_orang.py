"""What somebody is called; "perwakilan ibu-ibu" is nobody's name, and neither is "iye" or "cukup"; of "saksinya Hasan"
it is Hasan. "Saya mau pulang dulu" is asked about: it may be one."""

import re
from dataclasses import dataclass

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Reading, Refused, Took, Unsure
from bot.core.forms.say import Words
from bot.core.forms.world import World
from bot.core.forms.writing import begun_with, clean, is_bare, key_of, measure, not_this
from bot.core.hall.guests import LONGEST_NAME, guests_of
from bot.core.understanding.name_words import called, exchanges, tells_something
from bot.core.understanding.witnesses import named_in

_SHORTEST = 2
_PARTS = re.compile(r"[,;()]|\s-\s")


@dataclass(frozen=True, slots=True)
class Params:
    """`paling_panjang`: letters that there is room for, wherever the name is written. `panggilan`: of what is more than
    a name it is asked whether it is one."""

    paling_panjang: int = LONGEST_NAME
    panggilan: bool = False


def read(ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Typed):
        return Refused(not_this(heard))
    told = " ".join(clean(heard.text).split())
    name = _without_kin(ask.world, named_in(told, ask.world.in_the_field) or told)
    if (fault := measure(name, _SHORTEST, ask.question.params.paling_panjang)) is not None:
        return fault
    if is_bare(name, ask.world) or key_of(name) in ask.world.words:
        return Refused(Words("nama_orang.belum"))
    if _asks_to_wait(ask, name):
        return Refused(Words("nama_orang.tunggu"))
    name = name[len(begun_with(name, ask.world.inviting["gantinya"])) :]
    if exchanges(ask.world, name):
        return Refused(Words("nama_orang.tukar", {"kata": name}))
    is_sure = ask.question.params.panggilan
    if is_sure and (whom := called(ask.world, name)):
        return Took({"text": whom}, guessed=True)
    if not is_sure and not guests_of(ask.world.spellings.guests).is_a_name(name):
        return Refused(Words("rapat_tanpa_nama", {"siapa": name}))
    if is_sure or tells_something(ask.world, name):
        return Unsure(Words("nama_orang.panggilan", {"kata": name}), value={"text": name})
    return Took({"text": name})


def _without_kin(world: World, name: str) -> str:
    """ "Ambe' Sodding, bapak mertua sy", "mertua sy, Ambe' Sodding": who that is to them is no name."""
    words, parts = world.naming_voice, [one.strip() for one in _PARTS.split(name) if one.strip()]
    kin = words["kerabat_titip"] | words["tua"] | words["milik_sendiri"] | world.oneself | world.nodding
    kin |= {*world.spellings.names.no_name} | {f"{one}{tail}" for one in kin for tail in words["milik_sendiri"]}
    named = [one for one in parts if not kin.issuperset(key_of(one).split())]
    return named[0] if len(named) == 1 < len(parts) else name


def _asks_to_wait(ask: Ask, name: str) -> bool:
    """ "Tunggu dulu", "sebentar": nobody is called so."""
    told, left = ask.world.put_off, f" {key_of(name)} "
    phrases = {*told["belum"], *told["tunggu"]}
    found = [phrase for phrase in sorted(phrases, key=len, reverse=True) if f" {phrase} " in left]
    for phrase in found:
        left = left.replace(f" {phrase} ", " ")
    return bool(found) and {*left.split()} <= told["iringan"]
