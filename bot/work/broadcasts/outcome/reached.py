"""Whether somebody has an announcement: "masuk ji kah ke fasilitator curio?", "pak baso sudah baca?". It is answered
from the ledger of that one; while nothing has left, from whom it is for."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.broadcasts.asking import asks
from bot.core.broadcasts.shapes import Audience
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.wilayah import lies_in
from bot.store.broadcasts import audience, broadcasts
from bot.store.broadcasts import results as stored
from bot.store.broadcasts.broadcasts import SENT_STATES, WAITING, WITHDRAWN, Broadcast
from bot.store.database.database import Connection
from bot.store.people.people import Holder
from bot.work.access import allowed, command
from bot.work.broadcasts import meant
from bot.work.broadcasts.outcome.results import sums_of
from bot.work.broadcasts.under_way import wording
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.broadcasts.writing import addressed
from bot.work.broadcasts.writing.composed import FORM, audience_of
from bot.work.broadcasts.writing.fitting import fitted
from bot.work.broadcasts.writing.readdressed import answers_with
from bot.work.roles import by_name
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit

_LONGEST, _LATELY, _LOOKED_AT = 12, timedelta(days=7), 12


async def take(visit: Visit, heard: Heard) -> bool:
    """False where nothing of that sort is asked, nobody is named, or nothing was announced lately."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants) or not _is_asked(visit, heard.text):
        return False
    one = await _meant(visit, heard.text)
    return one is not None and await tell(visit, one, heard.text)


def _is_asked(visit: Visit, text: str) -> bool:
    world, spoken = visit.office.catalog.world, re.findall(r"[\w-]+", key_of(text))
    known = world.reaching
    if len(spoken) > _LONGEST or not (known["bukan"] | world.asked_of_work["bukan"]).isdisjoint(spoken):
        return False
    is_question = asks(text, world) or not known["tanya"].isdisjoint(spoken)
    return is_question and not known["sampai"].isdisjoint(spoken)


async def _meant(visit: Visit, text: str) -> Broadcast | None:
    """What was shown last; else what is named, else the newest."""
    shown = await meant.shown_ones(visit)
    own = await visit.look_up(broadcasts.listed, visit.me.id, (), _LOOKED_AT, 0)
    if found := [one for one in own if one.id in shown]:
        return found[0]
    there = [one for one in own if one.state in (*SENT_STATES, WITHDRAWN, WAITING)]
    there = [one for one in there if one.made_at > visit.now - _LATELY]
    return next(iter(meant.named(visit, text, there) or there), None)


async def tell(visit: Visit, one: Broadcast, text: str) -> bool:
    """Of the one who is named; else of those who are."""
    named = await by_name.found(visit, text)
    if len(named) == 1:
        await _tell_of_person(visit, one, named[0])
        return True
    known = addressed.in_words(visit, text)
    if known:
        flow = fitted(visit, visit.office.catalog.flows[FORM])
        await _tell_of_those(visit, one, audience_of(visit.office, flow, answers_with(visit, one, known)))
    return bool(known)


async def _tell_of_person(visit: Visit, one: Broadcast, person: Holder) -> None:
    async with visit.look() as connection:
        theirs = await stored.of_person(connection, one.id, person.id)
        is_meant = theirs is not None
        if one.state not in SENT_STATES:
            is_meant = bool(await audience.still_meant(connection, _asked(visit, one), [person.id]))
    answered = (theirs.understood_at or theirs.replied_at) if theirs is not None else None
    visit.say(
        "tanya_kerja_sudah",
        _to_it(visit, one),
        nama=person.name,
        siaran=beginning_of(one),
        penerima=is_meant,
        sampai=theirs is not None and theirs.outcome == "sent",
        paham=visit.office.day(answered) if answered is not None else "",
        membalas=theirs is not None and theirs.understood_at is None,
    )


async def _tell_of_those(visit: Visit, one: Broadcast, those: Audience) -> None:
    is_out = one.state in (*SENT_STATES, WITHDRAWN)
    async with visit.look() as connection:
        found = (await stored.of(connection, one.id)).tallies if is_out else ()
        planned = 0 if is_out else await _number(visit, connection, one, those)
    people = [tally for tally in found if tally.kind == stored.PERSON and tally.role in those.roles]
    sums = sums_of(tally for tally in people if _is_in(tally.place, those.wilayah))
    visit.say(
        "siaran_sampaikah",
        _to_it(visit, one),
        awal=beginning_of(one),
        mereka=wording.whom(visit.office, those),
        penerima=wording.whom(visit.office, one.audience),
        keluar=is_out,
        semua=sums.total or planned,
        sampai=sum(tally.number for tally in people if tally.outcome == "sent" and _is_in(tally.place, those.wilayah)),
        paham=sums.understood,
    )


def _to_it(visit: Visit, one: Broadcast) -> dict[str, Any]:
    """What is said next is of that one, too."""
    return keyboard([(visit.text("siaran_niat_lihat_isi"), f"a:lihat:{one.id}")])


async def _number(visit: Visit, connection: Connection, one: Broadcast, those: Audience) -> int:
    """How many of them will get it."""
    wilayah = {place for place in those.wilayah if _is_in(place, one.audience.wilayah)}
    wilayah |= {place for place in one.audience.wilayah if _is_in(place, those.wilayah)}
    roles = tuple(role for role in those.roles if role in one.audience.roles)
    if not wilayah or not roles:
        return 0
    both = replace(one, audience=replace(one.audience, wilayah=tuple(sorted(wilayah)), roles=roles))
    return (await audience.size(connection, _asked(visit, both))).people


def _asked(visit: Visit, one: Broadcast) -> audience.Asked:
    return audience.asked_by(one, visit.now, visit.today)


def _is_in(place: str, wilayah: Sequence[str]) -> bool:
    return any(lies_in(place, each) for each in wilayah)
