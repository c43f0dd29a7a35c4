"""What the messenger's pencil changes: the message that made an announcement, that was written back to one, or that
answered who wrote back. What has not left is taken anew; of what has, it is said what can be done."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.forms.heard import Sent, Typed
from bot.core.kinds.pesan import html_of
from bot.store.broadcasts import broadcasts, receipts
from bot.store.broadcasts.broadcasts import ASKED, DRAFT, SENT_STATES, WAITING, Broadcast
from bot.store.queues import said
from bot.work import conversation
from bot.work.access import allowed, command
from bot.work.broadcasts import mending
from bot.work.broadcasts.answers import received, replies
from bot.work.broadcasts.under_way import enclosed, steering
from bot.work.broadcasts.writing import composing, ordered, readdressed, rewording
from bot.work.broadcasts.writing.composed import draft_origin_of
from bot.work.saying.keyboard import number
from bot.work.visit import Visit

_LATELY, _LETTERS = 30, 40  # announcements, and letters to an author, that are looked through
_FEW = 3  # words
_DAYS = timedelta(days=14)  # so old a copy may be chosen of by an edited message


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """False where that message was none of these."""
    if allowed(command("siaran"), visit.grants) and (await _announced(visit, heard) or await _answered(visit, heard)):
        return True
    return await _written_back(visit, heard)


async def _announced(visit: Visit, heard: Typed | Sent) -> bool:
    own = await visit.look_up(broadcasts.listed, visit.me.id, (), _LATELY, 0)
    one = next((each for each in own if each.message.source == heard.message), None)
    if one is None:
        return False
    known, words = _read(visit, heard)
    if one.state in (DRAFT, ASKED, WAITING):
        await _take_anew(visit, one, known, words)
    elif one.state in SENT_STATES:
        async with visit.ask() as connection:
            await steering.say(visit, connection, one, "siaran_pensil_keluar")
        html = html_of(words.html, enclosed.words_of(words))
        if html != one.message.html:
            mending.offer(visit, one, {rewording.WORDS: {"html": html, "media": None}})
    return one.state in (DRAFT, ASKED, WAITING, *SENT_STATES)


async def _take_anew(visit: Visit, one: Broadcast, known: dict[str, Any], heard: Typed | Sent) -> None:
    """Nobody agreed to these words: they are looked at anew."""
    if one.state == WAITING:
        await steering.undo(visit, one.id)
    async with visit.ask() as connection:
        await steering.reopen(visit, connection, one)
    told, about = readdressed.answers_with(visit, one, known), draft_origin_of(one)
    del told[rewording.WORDS]
    flow, _, step = conversation.with_answer(visit, composing.JOURNEY, told, about, heard)
    if rewording.WORDS not in step.state.answers:  # no text, or too much of it
        await composing.open_form(visit, told, about, heard=heard)
        return
    visit.say("siaran_pensil_contoh")
    await composing.finish(visit, flow, step.state)


def _read(visit: Visit, heard: Typed | Sent) -> tuple[dict[str, Any], Typed | Sent]:
    heard = replace(heard, edited=False)
    if isinstance(heard, Sent):
        return ordered.told_below(visit, heard)
    found = ordered.read(visit, heard.text)
    return (found.known, ordered.typed(heard, found.message)) if found.begins else ({}, heard)


async def _answered(visit: Visit, heard: Typed | Sent) -> bool:
    """The answer that went out is put in the place of the one that was wrong."""
    data = await visit.look_up(said.key_of, visit.turn.lane, replies.BACK, f":{heard.message}", _LETTERS)
    parts = [number(part) for part in data.removeprefix(replies.BACK).split(":")]
    if not isinstance(heard, Typed) or parts[0] is None or parts[1] is None:
        return False
    await replies.answer_anew(visit, parts[0], parts[1], heard.text)
    return True


async def _written_back(visit: Visit, heard: Typed | Sent) -> bool:
    async with visit.look() as connection:
        was = await receipts.written_in(connection, visit.me.id, heard.message)
        one = await broadcasts.one(connection, was.broadcast_id) if was is not None else None
    if was is not None and one is not None and was.words != enclosed.kept(visit, heard):
        await replies.hand_on(visit, one, heard, was)
    return one is not None


async def chooses(visit: Visit, heard: Typed | Sent) -> bool:
    """A choice that was counted by a word or two, which nobody was told of."""
    if not isinstance(heard, Typed) or len(heard.text.split()) > _FEW or not received.may_answer(heard.text):
        return False
    copies = await visit.look_up(receipts.copies_since, visit.me.id, _DAYS, visit.now, visit.turn.real)
    return await received.take_choice(visit, heard, copies)
