"""What is said after a call goes to whoever was told, until it has passed, and by their name some hours after."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from bot.core.forms.writing import in_short
from bot.core.usulan.danger_weighed import DEATH
from bot.core.usulan.danger_words import spoken_in
from bot.store.people import conversations, people, waiting
from bot.store.queues import dangers_told, notices
from bot.work import conversation
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import alarms, danger_asked, danger_told, first_aid, reader_words, worse
from bot.work.usulan.dangers.alarms import Alarm
from bot.work.usulan.dangers.placed import FORM
from bot.work.usulan.dangers.unsigned import quoted
from bot.work.visit import Visit

OVER, SINCE, AFTER, _SOME = "reda", "susulan", "sesudah", "sebagian"
_QUOTED, _MOST = 200, 6  # characters; letters an hour that only urge
_LONGEST, _SHORT = 25, 2  # words; letters of what is no name


async def pass_on(
    visit: Visit, text: str, told: Sequence[Alarm], news: str = SINCE, *, urges: bool = False, is_plain: bool = False
) -> bool:
    """In their own words, to whoever was told of these alarms. `urges`: it tells nothing new, and too many such letters
    would help nobody. `is_plain`: it may be for the form that is open."""
    text, mood = quoted(visit, text), ""
    ends = visit.office.catalog.danger
    is_surely = ends.is_over(text) or reader_words.says(visit.office, ends.in_full(text), "polisi")
    if news == OVER and _is_of_violence(visit, told) and not is_surely:
        news = SINCE  # "dia sdh pergi": who threatens may come back
    if news == SINCE:
        alarms.say_on(visit, text)
        for subject, *_ in told if worse.is_worse(visit.office, text) else ():
            dangers_told.await_again(visit.turn, subject, visit.now + danger_told.PATIENCE)
    begins, me = visit.now - alarms.HOUR, visit.me.id
    if urges and len(await visit.look_up(dangers_told.since, begins, person_id=me, kind=notices.DANGER_MORE)) >= _MOST:
        visit.say("bahaya.sudah_tahu", diam=_is_of_violence(visit, told))
    else:
        mood = await _write(visit, text, told, news, is_plain=is_plain)
    if news == OVER:
        _end(visit, told)
        if _is_of_violence(visit, told):
            danger_asked.show_way_on(visit, apart=False)
            return True
        if not (visit.conversations or visit.grants or mood == DEATH):
            await _offer_usulan(visit, text, told)
    await go_on(visit, is_open=news == SINCE)
    return True


async def _offer_usulan(visit: Visit, text: str, told: Sequence[Alarm]) -> None:
    """Where what was called is said to be an usulan, or something was wished for meanwhile, it goes on as if that had
    been told as one; a call waits so before the consent, for which is asked then."""
    is_called = told and reader_words.is_of_usulan(visit.office, text)
    update, said = (_called_in(told[0]), "") if is_called else await _wished_meanwhile(visit)
    if not update:
        visit.say("bahaya.usulan_nanti", keyboard([(visit.text("tombol_usulan_baru"), "m:baru")]))
    elif said or danger_told.has_agreed(visit):
        go_on = visit.text("bahaya.tombol_jadi_usulan"), press("m", "cerita", update)
        visit.say("bahaya.jadi_usulan", keyboard([go_on]), kutipan=in_short(said, _QUOTED))
    else:
        waiting.keep(visit.turn, [update])


async def _wished_meanwhile(visit: Visit) -> tuple[int, str]:
    """The last they said since they called that wishes for something to be built or mended: the update, and its words;
    0 where nothing did."""
    begins, me = visit.now - alarms.LONG, visit.me.id
    async with visit.look() as connection:
        said = await dangers_told.since(connection, begins, person_id=me, kind=notices.DANGER_MORE)
        for subject in list(said)[:_MOST]:
            words = await waiting.words_in(connection, int(subject), visit.turn.lane)
            if words and reader_words.wishes(visit.office, words):
                return int(subject), words
    return 0, ""


def _called_in(alarm: Alarm) -> int:
    """The update that brought the call: `draft_id` of it names the alarm."""
    return int(alarm[0].partition(":")[0], 36)


async def go_on(visit: Visit, *, is_open: bool) -> None:
    """While an alarm is open nothing is asked but where it is: a form waits until it is over, or is written to."""
    draft = conversation.open_conversation(visit)
    if not is_open or (draft is not None and draft.flow == FORM):
        await conversation.resume(visit)


async def _write(visit: Visit, text: str, told: Sequence[Alarm], news: str, *, is_plain: bool) -> str:
    """Returns in what mood it is over: where they called of a death, nobody is glad."""
    async with visit.look() as connection:
        readers = [await dangers_told.told_of(connection, subject) for subject, *_ in told]
        call = await dangers_told.call(connection, told[0][0]) if told else None
    place = visit.office.catalog.places.scope_name(told[0][1]) if told else ""
    place = call.place if call is not None and call.place else place
    said = call.said if call is not None else ""
    died = first_aid.of(visit.office, said)["meninggal"]
    mood = "" if news != OVER else DEATH if died else first_aid.mood(visit.office, text)
    letter = visit.text(f"bahaya.kabar_{news}", tempat=place, kutipan=in_short(text, _QUOTED), duka=mood == DEATH)
    more = {"reply_markup": danger_told.keys_to_caller(visit, told[0][0])} if told and news != OVER else None
    letter = danger_told.beside(visit, told[0][2], letter, f"{said}\n{text}") if more else letter
    names = await alarms.send(visit, list(chain.from_iterable(readers)), letter, more=more)
    notices.remember(visit.turn, visit.me.id, notices.DANGER_MORE, str(visit.turn.update_id))
    also = (is_plain or alarms.is_story(text)) and not first_aid.mourns(visit.office, text)
    keys = alarms.keys_under(visit, told[0][0], also=also) if names and news == SINCE else None
    if told and news == OVER and reader_words.is_of_usulan(visit.office, text):  # "bukan minta tolong, itu usulan"
        keys = alarms.keys_under(visit, "", also=bool(visit.conversations), said_in=_called_in(told[0]))
    more_said: Mapping[str, Mapping[str, Any]] = {
        SINCE: {"diam": _is_of_violence(visit, told), "petunjuk": first_aid.of(visit.office, text)["petunjuk"]},
        OVER: {"nada": mood},
        **{key: {"duka": first_aid.grieves(visit.office, text)} for key in (AFTER, _SOME)},
    }
    is_of_some = news == SINCE and _tells_one_is_safe(visit, text, said)
    shown = _SOME if is_of_some else news
    visit.say(f"bahaya.{shown}", keys, nama=names[0] if names else "", **more_said.get(shown, {}))
    return mood


def _tells_one_is_safe(visit: Visit, text: str, called: str) -> bool:
    told = visit.office.catalog.danger
    is_over = told.is_over(text) or told.ends_like(text) or first_aid.mourns(visit.office, text)
    return is_over and worse.is_told_of_some(visit.office, text, [called])


def _is_of_violence(visit: Visit, told: Sequence[Alarm]) -> bool:
    return any(danger_told.is_private(visit, case) for *_, case in told)


def _end(visit: Visit, told: Sequence[Alarm]) -> None:
    for subject, *_ in told:
        dangers_told.end(visit.turn, visit.me.id, subject, reports=bool(visit.grants))
    if FORM in visit.conversations:
        conversations.end(visit.turn, FORM)


async def to_reader(visit: Visit, text: str, *, is_over: bool = False) -> bool:
    """ "Bilang ke pak imran jangan kirim perahu": while it lasts, and some hours on; once more that it `is_over`."""
    if not danger_told.is_marked(visit) or len(text.split()) > _LONGEST:
        return False
    told, past = await alarms.lasting(visit, alarms.LONG), await alarms.passed(visit)
    meant = (told or past) if await _names_reader(visit, text, [*told, *past]) else past if is_over and not told else []
    return bool(meant) and await pass_on(visit, text, meant, SINCE if told else AFTER)


async def _names_reader(visit: Visit, text: str, told: Sequence[Alarm]) -> bool:
    async with visit.look() as connection:
        ids = {one for subject, *_ in told for one in await dangers_told.told_of(connection, subject)}
        readers = [await people.named(connection, one) for one in ids]
    names = {word for one in readers if one is not None for word in spoken_in(one.name) if len(word) > _SHORT}
    return not names.isdisjoint(spoken_in(text))
