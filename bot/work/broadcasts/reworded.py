"""An announcement put right in words once it is written: what waits to be sent changes at once, what is out is offered
as *Ralat*."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import ASKED, DRAFT, RUNNING, SENT_STATES, WAITING, Broadcast
from bot.work.access import allowed, command
from bot.work.broadcasts import composing, meant, mending, pages, preview, rewording, timed
from bot.work.broadcasts.authors import beginning_of
from bot.work.visit import Visit

_LATELY, _LOOKED_AT = timedelta(days=2), 3  # announcements


async def take(visit: Visit, heard: Heard) -> bool:
    """Of one's own that waits to be sent, or went out lately."""
    ear = visit.office.catalog.ear
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants) or ear is None:
        return False
    if await _of_opened_draft(visit, heard):
        return True
    is_named = rewording.names_announcement(visit, heard.text)
    if not ear.denied(heard.text) and not (is_named and ear.corrects(heard.text)):
        return False
    async with visit.ask() as connection:
        own = await broadcasts.listed(connection, visit.me.id, (), _LOOKED_AT, 0)
    opened = await meant.opened_one(visit)
    for one in sorted((one for one in own if one.made_at > visit.now - _LATELY), key=lambda one: one.id != opened):
        is_meant = is_named or one.id == opened
        found = rewording.put_right(visit, one.message.html, heard.text, is_meant=is_meant)
        if found is not None:
            return await _change(visit, one, found)
    return False


async def _of_opened_draft(visit: Visit, heard: Typed) -> bool:
    """ "Oh iya, betulkan jadi 15 januari 2027", right below one that came back or is looked at."""
    world = visit.office.catalog.world
    changes = world.sent_at["geser"] | world.objecting["pasti"] | world.objecting["mungkin"]
    if changes.isdisjoint(re.findall(r"\w+", heard.text.lower())) or not timed.tells_time(visit, heard.text):
        return False
    opened = await meant.opened_one(visit)
    async with visit.look() as connection:
        one = await broadcasts.one(connection, opened) if opened is not None else None
    if one is None or one.state != DRAFT or one.author_id != visit.me.id:
        return False
    found = rewording.of_its_only(visit, one.message.html, heard.text)
    return found is not None and await _change(visit, one, found)


async def _change(visit: Visit, one: Broadcast, found: rewording.Reworded) -> bool:
    if one.state in {DRAFT, ASKED} and not found.html:
        rewording.say_unclear(visit, one.message.html)
        await composing.change(visit, one.id, rewording.WORDS)
    elif one.state in {DRAFT, ASKED}:
        async with visit.ask() as connection:
            message = replace(one.message, html=found.html)
            await broadcasts.change(connection, one.id, message=message, state=DRAFT)
            await broadcasts.note(connection, one.id, "changed", visit.me.id, visit.now, before=one.message.html)
        rewording.say_changed(visit, found)
        await preview.show(visit, one.id)
    elif one.state == WAITING:
        visit.say("siaran_yang_ini", awal=beginning_of(one))
        await pages.show_one(visit, one.id)
    elif one.state in SENT_STATES:
        _offer_mending(visit, one, found)
    else:
        return False
    return True


def _offer_mending(visit: Visit, one: Broadcast, found: rewording.Reworded) -> None:
    if found.html:
        visit.say("siaran_ralatkah", lama=found.wrong, baru=found.right, berjalan=one.state == RUNNING)
        known: dict[str, Any] = {rewording.WORDS: {"html": found.html, "media": None}}
        mending.offer(visit, one, known)
    else:
        rewording.say_unclear(visit, one.message.html)
        mending.offer(visit, one, None)
