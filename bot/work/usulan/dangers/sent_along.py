"""A picture, a voice or a point on the map that somebody sends after they called for help: whoever was told sees it, as
they read the words, and no form takes it unless a button says so."""

from bot.core.forms.heard import Sent
from bot.core.forms.say import Words
from bot.store.queues import dangers_told, notices
from bot.work import conversation
from bot.work.usulan.dangers import alarms, danger_told, where
from bot.work.usulan.dangers.alarms import Alarm
from bot.work.usulan.dangers.passed_on import go_on
from bot.work.visit import Visit


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
    elif waits:
        await conversation.resume(visit, Words("bahaya.belum_di_mana"))
    return bool(told) or waits


async def take_with_call(visit: Visit, heard: Sent) -> None:
    """What they call by stands below it: whoever is told in this turn sees it, too, or whoever is told once it is known
    where they are."""
    if not alarms.can_show(heard):
        return
    draft = next((one for one in visit.conversations.values() if where.awaits(one)), None)
    told = dangers_told.told_in(visit.turn)
    for subject, readers in told.items():
        await alarms.show(visit, readers, (subject, *danger_told.told_where(visit.office, subject)), heard)
    if draft is not None and not told:
        where.keep_sent(visit, draft, heard)


async def _pass_on(visit: Visit, heard: Sent, told: list[Alarm]) -> None:
    async with visit.look() as connection:
        readers = [one for subject, *_ in told for one in await dangers_told.told_of(connection, subject)]
    names = await alarms.show(visit, readers, told[0], heard)
    notices.remember(visit.turn, visit.me.id, notices.DANGER_MORE, str(visit.turn.update_id))
    keys = alarms.keys_under(visit, told[0][0], also=await conversation.takes(visit, heard))
    visit.say("bahaya.kiriman", keys, nama=names[0] if names else "", apa=alarms.name_of(visit, heard))
    await go_on(visit, is_open=True)
