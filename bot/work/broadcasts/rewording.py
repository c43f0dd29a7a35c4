"""An announcement put right in words: "eh salah, bukan rabu tapi kamis". While it is written, or waits to be sent, its
text changes at once, old and new are shown; what is out is offered as *Ralat*."""

import re
from dataclasses import replace
from datetime import timedelta
from html import escape
from typing import Any

from bot.catalog.texts import as_html
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer, State
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import ASKED, DRAFT, RUNNING, SENT_STATES, WAITING, Broadcast
from bot.store.people import conversations
from bot.work import conversation
from bot.work.access import allowed, command
from bot.work.broadcasts import mending, pages, preview
from bot.work.visit import Visit

_LONGEST, _LATELY, _LOOKED_AT = 16, timedelta(days=2), 3  # words; announcements
_WORDS, _WISH = "pesan", "diminta"


def put_right(visit: Visit, html: str, text: str) -> tuple[str, str, str] | None:
    """The text as it is now, with what was wrong and what is right; None where these words put nothing of it right."""
    ear = visit.office.catalog.ear
    if ear is None or "?" in text or len(text.split()) > _LONGEST or not ear.corrects(text):
        return None
    wrong, right = ear.denied(text).strip(" .,"), ear.corrected(text).strip(" .,")
    while (first := wrong.partition(" "))[2] and first[0].lower() == right.partition(" ")[0].lower():
        wrong, right = first[2], right.partition(" ")[2]  # "bukan hari rabu tapi hari kamis"
    found = re.compile(rf"(?<![\w<]){re.escape(escape(wrong, quote=False))}(?!\w)", re.IGNORECASE)
    stood = found.search(html) if wrong and right else None
    return (_exchanged(found, html, _as_it_stood(stood[0], right)), wrong, right) if stood is not None else None


def _exchanged(wrong: re.Pattern[str], html: str, right: str) -> str:
    return wrong.sub(lambda _: escape(right, quote=False), html)


def _as_it_stood(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


# --- while it is written ---------------------------------------------------------------------------------------------


async def heed(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """The words that were told already; the question that stands open is asked again."""
    draft = visit.conversations.get(before.flow)
    if not isinstance(heard, Typed) or draft is None:
        return False
    for key, part in ((_WORDS, "html"), (_WISH, "text")):
        told = before.answers.get(key)
        found = put_right(visit, str(told.value.get(part, "")), heard.text) if told and told.value else None
        if told is not None and found is not None:
            answer = Answer({**told.value, part: found[0]}, (*told.messages, heard.message))
            state = replace(before, answers={**before.answers, key: answer})
            conversations.keep(visit.turn, replace(draft, state=state.to_json(), touched_at=visit.now))
            _say_changed(visit, found)
            await conversation.resume(visit)
            return True
    return False


def _say_changed(visit: Visit, found: tuple[str, str, str]) -> None:
    now, wrong, right = found
    visit.say("siaran_kata_diubah", lama=wrong, baru=right, isi=as_html(now))


# --- afterwards ------------------------------------------------------------------------------------------------------


async def take(visit: Visit, heard: Heard) -> bool:
    """Of one's own that waits to be sent, or went out lately."""
    ear = visit.office.catalog.ear
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants) or ear is None:
        return False
    if not ear.denied(heard.text):
        return False
    async with visit.ask() as connection:
        own = await broadcasts.listed(connection, visit.me.id, (), _LOOKED_AT, 0)
    for one in own:
        found = put_right(visit, one.message.html, heard.text) if one.made_at > visit.now - _LATELY else None
        if found is not None:
            return await _change(visit, one, found)
    return False


async def _change(visit: Visit, one: Broadcast, found: tuple[str, str, str]) -> bool:
    if one.state in {DRAFT, ASKED}:
        async with visit.ask() as connection:
            message = replace(one.message, html=found[0])
            await broadcasts.change(connection, one.id, message=message, state=DRAFT)
            await broadcasts.note(connection, one.id, "changed", visit.me.id, visit.now, before=one.message.html)
        _say_changed(visit, found)
        await preview.show(visit, one.id)
    elif one.state == WAITING:
        visit.say("siaran_yang_ini")
        await pages.show_one(visit, one.id)
    elif one.state in SENT_STATES:
        visit.say("siaran_ralatkah", lama=found[1], baru=found[2], berjalan=one.state == RUNNING)
        known: dict[str, Any] = {_WORDS: {"html": found[0], "media": None}}
        mending.offer(visit, one, known)
    else:
        return False
    return True
