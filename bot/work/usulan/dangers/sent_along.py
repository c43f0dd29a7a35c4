"""A picture, a voice or a point on the map that somebody sends around a call for help: whoever was told sees it, as
they read the words, and no form takes it unless a button says so."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.core.forms.heard import FileRef, Sent
from bot.core.forms.say import Words
from bot.store.people import waiting
from bot.store.queues import dangers_told, notices
from bot.work import conversation
from bot.work.usulan.dangers import alarms, danger_told, where
from bot.work.usulan.dangers.alarms import Alarm
from bot.work.usulan.dangers.passed_on import go_on
from bot.work.visit import Visit

_BEFORE = timedelta(minutes=30)


async def take(visit: Visit, heard: Sent) -> bool:
    """Right below a letter about it for as long as it lasts, else within the hour."""
    draft = conversation.open_conversation(visit)
    waits = draft is not None and where.awaits(draft)
    if heard.edited or not alarms.can_show(heard) or not (waits or danger_told.is_marked(visit)):
        return False
    if draft is not None and waits:
        where.keep_sent(visit, draft, heard)
    told = await alarms.called(visit)
    if told:
        await _pass_on(visit, heard, told)
    elif draft is not None and waits and heard.point is not None and await where.tell_unplaced(visit, draft):
        await _show_told(visit, heard)
        await conversation.resume(visit)
    elif waits:
        await conversation.resume(visit, Words("bahaya.belum_di_mana"))
    return bool(told) or waits


async def before(visit: Visit) -> list[Sent]:
    """What they sent shortly before they called, also before the consent, and no form has taken: it stands in its own
    messages, and goes when these go."""
    at = visit.me.called_at
    lately = min(_BEFORE, visit.now - at) if at is not None else _BEFORE
    async with visit.look() as connection:
        begins = visit.turn.real - lately.total_seconds()
        bodies = await waiting.sent_since(connection, begins, visit.turn.lane, visit.turn.update_id)
    sent = filter(None, (_sent_in(one.get("message", {})) for one in bodies))
    return [one for one in sent if alarms.can_show(one) and not conversation.has_said(visit, one.message)]


def _sent_in(message: Mapping[str, Any]) -> Sent | None:
    if "location" in message:
        point = message["location"]
        return Sent("location", message["message_id"], point=(point["latitude"], point["longitude"]))
    sizes, sound = message.get("photo") or [None], message.get("voice") or message.get("audio")
    for what, told in (("photo", sizes[-1]), ("voice", sound), ("document", message.get("document"))):
        if told is not None:
            file = FileRef(told["file_id"], told["file_unique_id"])
            return Sent(what, message["message_id"], file, caption=message.get("caption"))
    return None


async def show(visit: Visit, sent: Sequence[Sent]) -> None:
    """What stands below or before their call: whoever is told now, or once it is known where they are, sees it."""
    draft = next((one for one in visit.conversations.values() if where.awaits(one)), None)
    for heard in filter(alarms.can_show, sent):
        for subject, readers in dangers_told.told_in(visit.turn).items():
            await alarms.show(visit, readers, (subject, *danger_told.told_where(visit.office, subject)), heard)
        if draft is not None:
            where.keep_sent(visit, visit.conversations[draft.flow], heard)


async def show_above(visit: Visit, heard: Sent) -> None:
    """What stands above words that call, or tell on: where these tell nobody new, who was told before sees it."""
    if not dangers_told.told_in(visit.turn) and not dangers_told.ended_in(visit.turn):
        await _to_those_told(visit, heard, await alarms.called(visit))
    await show(visit, [heard])


async def _to_those_told(visit: Visit, heard: Sent, told: list[Alarm]) -> list[str]:
    async with visit.look() as connection:
        readers = [one for subject, *_ in told for one in await dangers_told.told_of(connection, subject)]
    return await alarms.show(visit, readers, told[0], heard) if told and alarms.can_show(heard) else []


async def _show_told(visit: Visit, heard: Sent) -> None:
    """To who is told in this turn, and that they are."""
    for subject, readers in dangers_told.told_in(visit.turn).items():
        names = await alarms.show(visit, readers, (subject, *danger_told.told_where(visit.office, subject)), heard)
        keys = alarms.keys_under(visit, subject, also=False)
        visit.say("bahaya.kiriman", keys, nama=names[0] if names else "", apa=alarms.name_of(visit, heard))


async def _pass_on(visit: Visit, heard: Sent, told: list[Alarm]) -> None:
    names = await _to_those_told(visit, heard, told)
    notices.remember(visit.turn, visit.me.id, notices.DANGER_MORE, str(visit.turn.update_id))
    keys = alarms.keys_under(visit, told[0][0], also=await conversation.takes(visit, heard))
    visit.say("bahaya.kiriman", keys, nama=names[0] if names else "", apa=alarms.name_of(visit, heard))
    await go_on(visit, is_open=True)
