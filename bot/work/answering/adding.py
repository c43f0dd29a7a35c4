"""What is told more of an usulan that was sent and is named: beside what stands there, and never in its place."""

import re
from functools import lru_cache
from typing import Any

from bot.core.flow.correcting.named_anew import first_named
from bot.core.flow.told.not_noted import told_late
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with, key_of
from bot.core.records import Usulan
from bot.core.spelt import either
from bot.core.understanding.where.hamlets import tells_something
from bot.core.understanding.wished import is_wished, wish_in
from bot.work.answering import naming, topics
from bot.work.answering.correcting import propose
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit

_STORY, _BESIDES, _HOPE = "cerita", "juga", "harapan"
_FEWEST = 3  # words, with the one that says that it is more


def told_more(visit: Visit, named: naming.Named) -> bool:
    """ "Maiwa 3 tambah: sy juga minta gorong-gorong", "maiwa 7 ceritanya jembatan gantung rusak": beside what is hoped
    for, where it is a wish, or in the story."""
    catalog, words = visit.office.catalog, named.words.split()
    asked = first_named(catalog.flows[USULAN], named.words)
    is_story = asked is not None and asked.key == _STORY
    if len(words) < _FEWEST or not (is_story or key_of(words[0]) in catalog.world.added["juga"]):
        return False
    more = " ".join(words[1:])
    wishes = is_wished(more, catalog.world) or bool(wish_in(more, catalog.world))
    key = _STORY if is_story else _HOPE if wishes else _BESIDES
    old = str((named.one.answers.get(key) or {}).get("text") or "")
    if old and key != _BESIDES:
        propose(visit, named.one, {key: {"text": f"{old.rstrip('.')}, {more}"}})
    else:
        put_beside(visit, named.one, more)
    return True


def goes_on(visit: Visit, text: str) -> str:
    """What is told more in "tambah lagi, di situ sering jambret", "eh lupa kubilang, pipanya bocor", "murid 24 masukkan
    juga"; empty where that is not said, or of another usulan."""
    world = visit.office.catalog.world
    lead, end = begun_with(text, world.added["di_depan"]), _ending(world.added["di_belakang"]).search(text)
    if not (late := told_late(text, world)) and not lead and not end:
        return ""
    more = (late or (text[len(lead) :] if lead else text[: end.start()] if end else "")).strip(" ,.:")
    is_other = any(one in text.lower() for one in world.another["usulan"])
    return more if len(more.split()) >= _FEWEST and not is_other and "?" not in text else ""


@lru_cache(maxsize=2)
def _ending(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(words)})\W*$", re.IGNORECASE)


def told_plainer(visit: Visit, one: Usulan, text: str) -> bool:
    """ "Itu jembatan gantung maksudku": what was meant, where nothing is said to be wrong, goes on with the story."""
    ear, world = visit.office.catalog.ear, visit.office.catalog.world
    if ear is None or not ear.announces(text) or ear.denied(text):
        return False
    meant = " ".join(word for word in ear.corrected(text).split() if key_of(word) not in world.wrong | world.oneself)
    old = str((one.answers.get(_STORY) or {}).get("text") or "")
    tells = bool(old) and not any(map(str.isdecimal, meant)) and not ear.named(meant)
    if not tells or not tells_something(meant, world):
        return False
    propose(visit, one, {_STORY: {"text": f"{old.rstrip('.')}, {meant}"}})
    return True


def put_beside(visit: Visit, one: Usulan, words: str) -> None:
    """What puts nothing right stands beside what was told, after a yes."""
    propose(visit, one, told_beside(one, words))


def offer(visit: Visit, one: Usulan, words: str) -> list[list[tuple[str, str]]]:
    """Where it is asked which answer these words put right: they may be told besides as well, and are not lost."""
    tells = len(words.split()) >= _FEWEST
    return [[(visit.text("tombol_jadikan_tambahan"), f"l:tambah:{one.id}:{visit.heard_in}")]] if tells else []


async def keep(visit: Visit, usulan_id: int, heard: Heard) -> bool:
    """*Simpan sebagai tambahan*: the words put nothing right, they tell more. False where it is theirs no longer."""
    if (found := await topics.own(visit, usulan_id)) is None or not isinstance(heard, Typed):
        return False
    put_beside(visit, found, heard.text)
    return True


def told_beside(one: Usulan, words: str) -> dict[str, Any]:
    before = one.answers.get(_BESIDES) or {}
    return {_BESIDES: {**before, "text": f"{before.get('text', '')}\n{words}".strip()}}
