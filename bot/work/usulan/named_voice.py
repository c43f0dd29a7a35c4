"""Whoever tells on a borrowed telephone says their name ("ini mi saya nurdin, …", "jangan tulis nama suami saya, tulis
Hasni"): it is asked at once whether that is their own name, or somebody else speaks. Until then nothing is renamed, and
what was told beside it is kept like any other words."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.state import State
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.names import clean_name
from bot.core.spelt import either
from bot.store.people import conversations
from bot.work import conversation
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import speakers
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit

#: By this name the draft keeps the name that was said.
_ABOUT = "disebut"
_LONGEST = 10  # words in which nothing but a name is told


async def ask_instead(visit: Visit, heard: Heard) -> bool:
    """ "Jangan tulis nama suami saya, tulis Hasni", "kirim, atas nama nurdin": nothing else is told, so nothing is."""
    if not isinstance(heard, Typed) or not _is_told_now(visit) or len(heard.text.split()) > _LONGEST:
        return False
    name = _written(visit.office.catalog.world, heard.text)
    return _is_another(visit, name) and _ask(visit, name)


async def notice(visit: Visit, heard: Heard) -> None:
    """ "Ini mi saya nurdin, kambing banyak mati", after the rest of it was heard."""
    if isinstance(heard, Typed) and _is_told_now(visit):
        name = _said(visit.office.catalog.world, heard.text)
        draft = visit.conversations[USULAN]
        if _is_another(visit, name) and draft.state.get("about", {}).get(_ABOUT) != name:  # asked once
            _ask(visit, name)


def _is_told_now(visit: Visit) -> bool:
    draft = conversation.open_conversation(visit)
    return draft is not None and draft.flow == USULAN and speakers.speaker_of(State.from_json(draft.state)) is None


def _written(world: World, text: str) -> str:
    """The name that is to be written, behind "atas nama", or behind "tulis" where another is not to be."""
    words, said = world.naming_voice, key_of(text)
    if not words:
        return ""
    denied = re.search(rf"\b(?:{either(words['bukan'])})\b.*\b(?:{either(words['nama'])})\b", said)
    opened: Iterable[str] = words["atas_nama"] | (words["tulis"] if denied else frozenset())
    found = list(re.finditer(rf"\b(?:{either(opened)})\s+(?:(?:{either(words['nama'])})\s+)?([^\W\d]+)", said))
    return _name(world, found[-1][1]) if found else ""


def _said(world: World, text: str) -> str:
    """The name by which somebody begins to speak; a pause or the end follows it."""
    words = world.naming_voice
    if not words:
        return ""
    opened = rf"(?:^|[,.;]\s*)(?:{either(words['ini_saya'])})|\b(?:{either(words['nama_saya'])})"
    found = re.search(rf"(?:{opened})\s+([^\W\d]+)\s*(?:$|[,.;\n])", text, re.IGNORECASE)
    return _name(world, found[1]) if found else ""


def _name(world: World, word: str) -> str:
    """Empty for what is no name: "ini saya lagi", "jangan sebut namaku"."""
    word, voice = key_of(word), world.naming_voice
    known = world.spellings.places.no_hamlet, voice["bukan_nama"], voice["nama"], world.oneself, world.words
    return "" if len(word) < 3 or any(word in words for words in known) else word.title()


def _is_another(visit: Visit, name: str) -> bool:
    return bool(name) and key_of(name) not in key_of(visit.me.name).split()


def _ask(visit: Visit, name: str) -> bool:
    draft = visit.conversations[USULAN]
    state = State.from_json(draft.state)
    state = replace(state, about={**state.about, _ABOUT: name})
    conversations.keep(visit.turn, replace(draft, state=state.to_json(), touched_at=visit.now))
    keys = [(visit.text("tombol_nama_saya", nama=name), "v:nama")], [(visit.text("tombol_pinjam_hp"), "v:pinjam")]
    visit.say(
        "suara_nama_ini", keyboard(*keys, [(visit.text("tombol_biarkan"), "v:biar")]), nama=name, hp=visit.me.name
    )
    return True


async def choose(visit: Visit, what: str) -> bool:
    """*Nama saya*, *Saya pinjam HP ini*, *Biarkan*; False for another button, or where nothing is told any more."""
    draft = visit.conversations.get(USULAN)
    name = State.from_json(draft.state).about.get(_ABOUT) if draft is not None else None
    if not name or what not in ("nama", "pinjam", "biar"):
        return False
    if what == "pinjam":
        conversation.start(visit, speakers.JOURNEY, {"nama": {"text": name}})
        return True
    if what == "nama":
        visit.turn.remember(replace(visit.me, name=clean_name(name), named_by_self=True))
        visit.say("nama_diganti", nama=name)
    await conversation.resume(visit)
    return True
