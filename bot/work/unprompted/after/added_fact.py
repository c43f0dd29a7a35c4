"""A fact that an usulan lacks, told with nothing open by whoever sent it not long ago ("panjangnya 12 meter"): it is
asked whether it belongs to that one. On *Bukan* the words go the way that they would have gone, and begin another."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.flow.correcting import mistaken, photo_gone
from bot.core.flow.correcting.sent_corrections import changes_told, facts_told, known_facts, may_tell_facts
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.state import State
from bot.core.forms.writing import is_question
from bot.core.records import Usulan
from bot.core.understanding.where.hamlets import tells_something
from bot.store.usulan import usulan as stored
from bot.work.answering import changing, correcting, topics
from bot.work.people.people import has_consented
from bot.work.unprompted import nothing_open
from bot.work.unprompted.after.after_sending import sent_last
from bot.work.usulan.completing import told_of
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it is asked about."""
    world = visit.office.catalog.world
    if not isinstance(heard, Typed) or not has_consented(visit) or not may_tell_facts(heard.text, world):
        return False
    if is_question(heard.text, world, free=False) or visit.acts(heard.text, "idle").done:
        return False
    asked = visit.conversations.get(correcting.FORM)
    if asked is not None:
        return await correcting.goes_with(visit, State.from_json(asked.state), heard)
    found = await sent_last(visit)
    if found is None or nothing_open.is_plain(visit, heard) or _tells_another(visit, found, heard.text):
        return False
    may_be = any(may(world, heard.text) for may in (mistaken.may_be, photo_gone.may_be))
    if (may_be or changing.wrong_in(visit, heard)) and _changes(visit, found, heard):
        return False
    facts, _ = _facts(visit, found, [heard])
    number = visit.office.spoken_number(found)
    if not facts:
        return _stands_already(visit, found, heard, number)
    told = told_of(visit.office, found.answers | facts, facts)
    perihal = correcting.subject(visit.office, found)
    nothing_open.ask(visit, JOURNEY, heard, usulan=found.id, nomor=number, perihal=perihal, tambahan=told)
    return True


def _changes(visit: Visit, found: Usulan, heard: Typed) -> bool:
    """ "Bukan 5 ruangan tapi 6", of which 5 are told: it adds nothing."""
    flow, world = visit.office.catalog.flows[USULAN], visit.office.world(visit.now)
    return bool(changes_told(flow, found.answers, heard, world))


def _stands_already(visit: Visit, found: Usulan, heard: Typed, number: str) -> bool:
    """ "Balita 45 orang", of which 45 are written down: it is said so, and begins nothing."""
    flow, world = visit.office.catalog.flows[USULAN], visit.office.world(visit.now)
    known = dict.fromkeys(known_facts(flow, found.answers, heard, world))
    if known:
        visit.say("tambah_sudah_ada", nomor=number, isi=told_of(visit.office, found.answers, known))
    return bool(known)


def _tells_another(visit: Visit, found: Usulan, text: str) -> bool:
    """A story, or a wish, that names nothing of which this one tells."""
    world = visit.office.catalog.world
    return tells_something(text, world) and not topics.speaks_of(world, text, found)


def _facts(visit: Visit, found: Usulan, words: Sequence[Typed | Sent]) -> tuple[dict[str, Any], list[Typed | Sent]]:
    """What they tell of it together, a later one putting right an earlier, and those that told something."""
    flow, world = visit.office.catalog.flows[USULAN], visit.office.world(visit.now)
    facts: dict[str, Any] = {}
    telling: list[Typed | Sent] = []
    for one in words:
        if not isinstance(one, Typed):
            continue
        now = found.answers | facts
        told = (facts and changes_told(flow, now, one, world)) or facts_told(flow, now, one, world)
        facts |= told
        telling += [one] if told else []
    return facts, telling


async def _add(visit: Visit, about: Mapping[str, Any]) -> Sequence[Typed | Sent] | None:
    """What came since and tells a fact, too, goes with it; what else was told goes on by itself."""
    words = nothing_open.words_put_by(about)
    found = await visit.ask_once(stored.to_change, about["usulan"])
    if found is None or found.person_id != visit.me.id:
        return None
    facts, told = _facts(visit, found, words)
    await correcting.carry_out(visit, found, facts)
    return [one for one in words if one not in told]


FORM = "tambah_usulan_ini"
JOURNEY = nothing_open.whether(FORM, _add, "nomor", "perihal", "tambahan", nudged=True)
