"""*Jangan sebut nama saya*: who reads an usulan, and what is shown or printed of it, has "warga" in the place of the
name, and so has what was told. The office still knows whose it is, so that news finds them."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.forms.state import State
from bot.core.records import Usulan
from bot.core.understanding.name_words import is_plain, may_be_name
from bot.core.usulan.own_names import own_names
from bot.core.usulan.unwritten import names_told, pattern_of, without
from bot.store.people import conversations
from bot.store.queues import dangers_told
from bot.store.reading import readings
from bot.store.usulan import usulan as stored
from bot.work.usulan.dangers.closed import texts
from bot.work.usulan.dangers.unsigned import ASKED, own_name, quoted
from bot.work.visit import Visit

#: By this name a draft keeps the wish, until it is an usulan.
_ABOUT = "unnamed"
#: By this one the names that are not to stand in it.
KEPT_AWAY = "tanpa_nama"
#: Forms that become an usulan.
_FORMS = ("usulan", "titip")


def in_draft(state: State) -> bool:
    return bool(state.about.get(_ABOUT))


def is_wished(visit: Visit, state: State) -> bool:
    """For this draft, or once for all."""
    return in_draft(state) or visit.me.unnamed


async def mark(visit: Visit, *, unnamed: bool, words: str = "") -> tuple[int, bool, list[str]]:
    """All that is this person's, what they are in the middle of telling, and what they bring from now on. `words`:
    those that asked for it. Returns how many usulan that are, whether a draft is among it, and which names were taken
    out of them."""
    gone: list[str] = []
    visit.turn.remember(replace(visit.me, unnamed=unnamed))
    visit.turn.known[ASKED] = words
    async with visit.ask() as connection:
        for call in await dangers_told.calls_of(connection, visit.me.id) if unnamed else ():
            await dangers_told.reword(connection, call.id, quoted(visit, call.said))
        count = await stored.set_unnamed(connection, visit.me.id, unnamed=unnamed)
        for one in await stored.of_person(connection, visit.me.id) if unnamed else ():
            told = without_name(visit, one.answers, words)
            if told != one.answers:
                gone += _standing(visit, texts(one.answers), words)
                await stored.correct(connection, one.id, told)
    open_ones = [draft for flow, draft in visit.conversations.items() if flow in _FORMS]
    for draft in open_ones:
        state = State.from_json(draft.state)
        state = replace(state, about={**state.about, _ABOUT: unnamed})
        if unnamed:
            written = json.dumps(draft.state, ensure_ascii=False)
            gone += _standing(visit, [written], words)
            state = _told_without_name(visit, state, words)
        conversations.keep(visit.turn, replace(draft, state=state.to_json()))
    return count, bool(open_ones), list(dict.fromkeys(gone))


def _told_without_name(visit: Visit, state: State, words: str) -> State:
    """Also where it waits for an answer. By which names they called themselves is kept away from what is told later."""
    told = {**state.to_json(), "about": {}}
    written = [json.dumps(told, ensure_ascii=False), words]
    own = [name for text in written for name in own_names(visit.office.catalog.world, text)]
    pattern = own_name(visit, written)
    bare = State.from_json(without(told, pattern, visit.text("pengusul_tanpa_nama")))
    kept = {KEPT_AWAY: [*state.about.get(KEPT_AWAY, ()), *own]} if own else {}
    return replace(bare, about={**state.about, **kept})


def without_name(
    visit: Visit, answers: Mapping[str, Any], words: str = "", names: Iterable[str] | None = None
) -> dict[str, Any]:
    """The same, without their own name where what was told has it: that of this account, and every other by which they
    call themselves in it. "Ibu" and "Puang" are no names. `names`: those that go instead."""
    told = [*texts(answers), words]
    pattern = own_name(visit, told) if names is None else pattern_of(names, places=_places(visit))
    return {key: without(value, pattern, visit.text("pengusul_tanpa_nama")) for key, value in answers.items()}


def without_voice(
    visit: Visit, answers: Mapping[str, Any], name: str, guardian: str = "", *, hides: bool = True
) -> dict[str, Any]:
    """The same for a voice that somebody else wrote down: how they and their parent were named stands in it nowhere.
    `hides`: nor does who is said to be called something, and a name that is a word of every day."""
    world = visit.office.catalog.world
    told = [word for word in re.findall(r"[^\W\d_]+", f"{name} {guardian}") if may_be_name(world, word)]
    first, own = told[:1] if name and hides else [], {word.lower() for word in told}
    called = (one for text in texts(answers) for one in names_told(world, text))
    named = (one for one in called if hides or one.lower() in own)
    return without_name(
        visit, answers, names=dict.fromkeys([*first, *(word for word in told if not is_plain(world, word)), *named])
    )


def _places(visit: Visit) -> frozenset[str]:
    return visit.office.catalog.world.unwriting["tempat_umum"]


async def told_since(visit: Visit, one: Usulan, changes: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is put right after sending, without the names that do not stand in it since then."""
    if one.speaker_id is None:
        return without_name(visit, changes) if one.unnamed and one.person_id == visit.me.id else changes
    voice = await visit.ask_once(readings.voice_of, one.speaker_id)
    name, guardian = (voice[0], voice[1] or "") if voice else ("", "")
    return without_voice(visit, changes, name, guardian, hides=one.unnamed or bool(guardian))


def _standing(visit: Visit, told: Sequence[str], words: str) -> list[str]:
    """Their names as they stand there, which go."""
    pattern = own_name(visit, [*told, words])
    return list(dict.fromkeys(found[0] for text in told for found in pattern.finditer(text)))
