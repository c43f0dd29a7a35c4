"""What a reader's words or buttons do for whoever called: that they come, cannot, or that it is over."""

from collections.abc import Sequence

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import in_short
from bot.store.queues import dangers_told, notices
from bot.work import conversation
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import alarms, danger_told, ended, reader_words, unanswered, whose
from bot.work.usulan.dangers.passed_on import AFTER, OVER, pass_on
from bot.work.visit import Visit

_QUOTED = 300  # characters


async def say_to(visit: Visit, about: str, heard: Typed | Sent, *, part: str | None = None) -> bool:
    """A reader speaks to whoever called this; that they cannot come counts like its button, and that they come is told
    to the other readers: only then nobody else is waited for. `part`: of words to several, what is for this one."""
    alone = part is None
    if isinstance(heard, Sent):
        return await _tell_caller(visit, about, heard, comes=False, alone=alone)
    meant = reader_words.meant(visit.office, part or heard.text, below=True)
    place = danger_told.told_where(visit.office, about)
    if meant == reader_words.ENDS:
        await ended.end(visit, (about, *place), heard.text)
        return True
    told = await _tell_caller(visit, about, heard.text, comes=meant == reader_words.COMES, alone=alone)
    if told and meant == reader_words.CANNOT:
        await _stay(visit, about, *place, heard.text)
    elif told and meant == reader_words.COMES:
        await _tell_others(visit, about, heard.text)
    return told


async def excuse(visit: Visit, calls: Sequence[str]) -> None:
    """Of whoever is away: each caller hears that they cannot come, and who reads next is told."""
    words = visit.text("bahaya.tombol_absen")
    for about in calls:
        if await _tell_caller(visit, about, words, comes=False, alone=False):
            await _stay(visit, about, *danger_told.told_where(visit.office, about), words, silent=True)


async def _stay(visit: Visit, about: str, wilayah: str, case: str, words: str, *, silent: bool = False) -> None:
    came = await visit.look_up(dangers_told.told_when, about, notices.DANGER_COMES)
    if visit.me.id in came:
        await _tell_others(visit, about, words)
    await _tell_next(visit, about, wilayah, case, silent=silent)


async def _tell_others(visit: Visit, about: str, words: str) -> None:
    """The other readers know that one is on the way, or is no longer."""
    async with visit.look() as connection:
        others = [one for one in await dangers_told.told_of(connection, about) if one != visit.me.id]
    place = visit.office.catalog.places.scope_name(danger_told.told_where(visit.office, about)[0])
    told = visit.text("bahaya.kabar_datang", nama=visit.me.name, tempat=place, kutipan=in_short(words, _QUOTED))
    await alarms.send(visit, others, told)


async def _tell_caller(visit: Visit, about: str, said: str | Sent, *, comes: bool, alone: bool = True) -> bool:
    """`comes`: whoever called need not wait for anybody else; else whoever is told next reads that they wrote. `alone`:
    it goes to nobody else, which is said."""
    async with visit.look() as connection:
        knows = await notices.was_told(connection, visit.me.id, notices.DANGER, about)
        callers = await dangers_told.told_of(connection, about, notices.DANGER_SAID) if knows else []
    if not callers:
        return False
    sent = said if isinstance(said, Sent) else None
    words = said if isinstance(said, str) else said.caption or alarms.name_of(visit, said)
    told = visit.text("bahaya.kata_petugas", nama=visit.me.name, kutipan=in_short(words, _QUOTED))
    keys = {"reply_markup": danger_told.keys_to_readers(visit, about, "aman")}
    for one in callers if comes else ():
        reports = await whose.reports(visit, one, danger_told.told_where(visit.office, about)[0])
        dangers_told.close(visit.turn, one, about, reports=reports)
    kind = notices.DANGER_COMES if comes else notices.DANGER_ANSWERED
    notices.remember(visit.turn, visit.me.id, kind, about)
    await alarms.send(visit, callers, told, more=keys, sent=sent)
    if alone:
        under = danger_told.keys_to_caller(visit, about, answered=True)
        if len(await whose.standing(visit)) > 1:  # it may have been another's
            other = (visit.text("bahaya.tombol_untuk_lain"), press("g", "lain", 0, visit.turn.update_id))
            under["inline_keyboard"] += keyboard([other])["inline_keyboard"]
        visit.say("bahaya.disampaikan", under, siapa=await whose.name_of(visit, about))
        await conversation.resume(visit)
    return True


async def come(visit: Visit, subject: str, wilayah: str, case: str) -> None:
    """*Saya ke sana*: the same as its words."""
    await _say(visit, f"{subject}:{wilayah}:{case}", "datang")


async def stay(visit: Visit, subject: str, wilayah: str, case: str) -> None:
    """*Belum bisa*: whoever waits is to know it, and who reads next for that place is told."""
    await _say(visit, f"{subject}:{wilayah}:{case}", "absen")


async def _say(visit: Visit, about: str, button: str) -> None:
    if not await say_to(visit, about, Typed(visit.text(f"bahaya.tombol_{button}"), 0)):
        visit.stale()


async def _tell_next(visit: Visit, about: str, wilayah: str, case: str, *, silent: bool = False) -> None:
    """Who reads above whoever cannot come; where they had said that they come, it climbs on as if nobody had."""
    async with visit.ask() as connection:
        came = await dangers_told.told_when(connection, about, notices.DANGER_COMES)
        callers = await dangers_told.told_of(connection, about, notices.DANGER_SAID)
        is_private, call = danger_told.is_private(visit, case), await dangers_told.call(connection, about)
        told, others = await unanswered.above(visit.round(connection), about, wilayah, [*callers, visit.me.id])
        text = await unanswered.to_next(visit.round(connection), about, cannot=visit.me.name)
        asked, keys = unanswered.further(visit.round(connection), about, visit.me.name, others, cannot=True)
    if is_private and call is not None:
        for caller in callers:
            dangers_told.close(visit.turn, caller, about)
        await alarms.send(visit, callers, asked, more={"reply_markup": keys})
    withdraws = visit.me.id in came
    if withdraws:
        dangers_told.take_back(visit.turn, notices.DANGER_COMES, about)
    if withdraws and len(came) == 1 and not is_private:
        dangers_told.await_again(visit.turn, about, visit.now + danger_told.PATIENCE * bool(others), *callers)
    if is_private or not others or not (withdraws or visit.me.id in [one.id for one in told]):
        return
    more = {"reply_markup": danger_told.keys_to_caller(visit, about)}
    for one in others:
        await danger_told.tell_once(visit, one.id, about, text, more)
    dangers_told.await_another(visit.turn, about, visit.now + danger_told.PATIENCE)
    await alarms.send(visit, callers, visit.text("bahaya.petugas_berikut", nama=others[0].name))
    if not silent:
        visit.say("bahaya.diteruskan", nama=others[0].name)


async def also(visit: Visit, subject: str, wilayah: str, case: str) -> None:
    """*Ya, kabari*, where the first one who was told of violence does not come: the next one, and nobody else."""
    about = f"{subject}:{wilayah}:{case}"
    if not await alarms.mine(visit, about):
        visit.stale()
        return
    async with visit.ask() as connection:
        told, others = await unanswered.above(visit.round(connection), about, wilayah, [visit.me.id])
        text = await unanswered.to_next(visit.round(connection), about, silent=[one.id for one in told])
    more = {"reply_markup": danger_told.keys_to_caller(visit, about)}
    for one in others[:1]:
        await danger_told.tell_once(visit, one.id, about, text, more)
        dangers_told.await_again(visit.turn, about, visit.now + danger_told.PATIENCE)
    name = others[0].name if others else ""
    visit.say("bahaya.ya" if name else "bahaya.ya_tidak_ada", nama=name, sekarang=bool(name))


async def safe(visit: Visit, subject: str, wilayah: str, case: str) -> None:
    """*Sudah aman*, also where a reader said so before."""
    about, words = f"{subject}:{wilayah}:{case}", visit.text("bahaya.tombol_aman")
    told, past = await alarms.mine(visit, about), [one for one in await alarms.passed(visit) if one[0] == about]
    if told or past:
        await pass_on(visit, words, told or past, OVER if told else AFTER)
    else:
        visit.stale()
