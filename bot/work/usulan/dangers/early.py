"""A call for help before the consent: life goes first. Who is near hears it as soon as it is known where; nothing of it
is kept but the alarm, and once they agree it is no usulan."""

from collections.abc import Collection, Sequence

from bot.core.forms.heard import Heard, Sent, Typed, words_of
from bot.core.usulan.danger import Found
from bot.core.usulan.danger_words import spoken_in
from bot.store.queues import dangers_told, notices
from bot.work import conversation
from bot.work.office import Office
from bot.work.usulan.dangers import alarms, cries, danger, danger_told
from bot.work.usulan.dangers.passed_on import OVER, SINCE, pass_on
from bot.work.usulan.dangers.placed import said_in
from bot.work.visit import Visit


async def note(visit: Visit, heard: Heard) -> None:
    """Life goes before the consent: who is near hears the call, and what is said on, as soon as it is known where; else
    it is asked. Nothing of it is kept but the alarm."""
    text = words_of(heard)
    news, calls = cries.news_of(visit.office, text), is_call(visit.office, text)
    told = await alarms.lasting(visit) if news or calls else []
    if told:
        await pass_on(visit, text, told, OVER if news == OVER else SINCE)
    elif calls:
        await call(visit, text)
    elif called := await _was_called(visit):
        found = [danger.named(visit, one) for one in called]
        if news not in ("", OVER) or said_in(visit, text) is not None:
            await _call_early(visit, text, found)


async def call(visit: Visit, text: str) -> None:
    found = danger.called(visit.office, text)
    notices.remember(visit.turn, visit.me.id, notices.DANGER_CALLED, found[0].case.key)
    await _call_early(visit, text, found, call=text)


async def _call_early(visit: Visit, text: str, found: Sequence[Found], *, call: str = "") -> None:
    """`call`: these words, where they call."""
    said, subject = said_in(visit, text), conversation.draft_id(visit.turn.update_id)
    place, guessed = cries.place_of(visit, None, said)
    told = await cries.ring(visit, call, subject, found, place, guessed=guessed)
    name = next(filter(None, told.values()), "")
    if not visit.office.catalog.danger.is_urgent(text):
        danger.say_whom_to_call(visit, found, told)
    elif name:
        where_told = visit.office.catalog.places.scope_name(danger_told.wilayah_of(place))
        visit.say("bahaya.pindah", nama=name, tempat=where_told)
    if not name:
        danger_told.await_place(visit, subject, found[0].case)
        visit.say("bahaya.belum_setuju")


def is_call(office: Office, text: str) -> bool:
    """Before the consent also few words of a danger that is there now, and of nothing that is wished."""
    few = danger.called(office, text) if not alarms.is_story(text) else ()
    return cries.is_cry(office, text) or (bool(few) and not cries.wishes(office, text, few))


async def _was_called(visit: Visit) -> Collection[str]:
    """Of what, in the last hour."""
    begins, me = visit.now - alarms.HOUR, visit.me.id
    async with visit.look() as connection:
        return await dangers_told.since(connection, begins, person_id=me, kind=notices.DANGER_CALLED)


def parted(visit: Visit, spoken: Sequence[Typed | Sent]) -> tuple[list[str], list[Typed | Sent]]:
    """What called for help before the consent, and where, and what tells of something else."""
    office = visit.office
    cried: list[str] = []
    others: list[Typed | Sent] = []
    for heard in spoken:
        text = words_of(heard)
        if isinstance(heard, Typed) and (is_call(office, text) or (cried and _is_of_call(visit, text))):
            cried.append(text)
        else:
            others.append(heard)
    return cried, others


def _is_of_call(visit: Visit, text: str) -> bool:
    """What is said on after it: of the danger, that it has passed, or nothing but the place."""
    office, said, news = visit.office, said_in(visit, text), cries.news_of(visit.office, text)
    if said is None or news:
        return bool(news)
    named = " ".join(one["name"] for one in (said.values or said.likely).values())
    around = office.catalog.danger.polite | set(office.catalog.danger.fronts)
    return spoken_in(text) - around <= spoken_in(named)


async def call_late(visit: Visit, cried: Sequence[str]) -> bool:
    """They have agreed: who is near is told now, unless they know. False where it was long ago, and may have passed."""
    if await alarms.lasting(visit):
        visit.say("bahaya.sudah_tahu")
        return True
    if not await _was_called(visit):
        visit.say("bahaya.seruan_lama")
        return False
    said = next((place for one in cried if (place := said_in(visit, one)) is not None), None)
    await cries.call(visit, "\n".join(cried), said)
    return True
