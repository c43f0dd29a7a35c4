"""*Sesuai?*: whoever brought it says whether what was made is as they had told, and what differs. Whoever reads there
is told once."""

from dataclasses import replace

from bot.core.flow.interpreter import Answer as Answered
from bot.core.flow.interpreter import record
from bot.core.forms.heard import Heard
from bot.core.forms.questions import Flow
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.records import Usulan
from bot.store.deciding import moves
from bot.store.monitoring import answers, photos
from bot.store.monitoring.answers import DIFFERS as OTHERWISE
from bot.store.monitoring.answers import FITS, Answer
from bot.store.monitoring.photos import CLOSED, SHOWN, AfterPhoto
from bot.store.queues import notices
from bot.store.queues.notices import DIFFERS, Notice
from bot.store.reading import readings
from bot.store.usulan import events, media
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.access import button
from bot.work.monitoring import photographing
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.told import Told
from bot.work.usulan import reader_choice
from bot.work.usulan.dangers import danger
from bot.work.usulan.usulan import number_of
from bot.work.visit import Journey, Visit

FORM = "foto_beda"
_PLACE = ("kecamatan", "desa", "dusun")


async def _asked(visit: Visit, photo_id: int) -> tuple[AfterPhoto, Usulan] | None:
    """The photo, and of which usulan this person speaks; None when there is nothing to say any more."""
    photo = await visit.ask_once(photos.by_id, photo_id)
    found = await photographing.told_of(visit, photo) if photo is not None and photo.state == SHOWN else None
    if photo is None or found is None:
        return None
    return None if await visit.ask_once(answers.fits, found.id) else (photo, found)


async def say_fits(visit: Visit, photo_id: int) -> None:
    """*Sudah sesuai*."""
    pair = await _asked(visit, photo_id)
    if pair is None or not await _keep(visit, *pair, Answer(pair[1].id, FITS, None, False, visit.now)):
        visit.stale()
        return
    visit.take_buttons_away(visit.turn.message)
    visit.say("foto_sesudah_sesuai", nomor=visit.office.spoken_number(pair[1]))


async def begin(visit: Visit, photo_id: int) -> None:
    """*Ada yang beda*: what?"""
    pair = await _asked(visit, photo_id)
    if pair is None:
        visit.stale()
    else:
        place = {key: value for key, value in pair[1].answers.items() if key in _PLACE}
        conversation.start(visit, JOURNEY, about={"foto": photo_id, "tempat": place})


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """A danger that was built is told of with its place."""
    state = step.state
    for key, value in before.about["tempat"].items():
        state = state.give(key, Answered(value))
    return await danger.heed(visit, before, heard, replace(step, state=state))


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    pair = await _asked(visit, int(state.about["foto"]))
    said = record(flow, state)["beda"]
    if pair is None or not await _keep(visit, *pair, _told(visit, pair[1], said)):
        visit.say("foto_sesudah_lewat")
    else:
        photo, found = pair
        if voice := said.get("voice"):
            media.keep(visit.turn, found.id, media.DIFFERENCE, "voice", voice)
        reader = await _tell_reader(visit, photo)
        number = visit.office.spoken_number(found)
        visit.say("foto_sesudah_beda", nomor=number, pembaca=reader)
    await conversation.resume(visit)


def _told(visit: Visit, found: Usulan, said: dict[str, object]) -> Answer:
    words = str(said.get("text") or "")
    return Answer(found.id, OTHERWISE, words or None, "voice" in said, visit.now)


async def _keep(visit: Visit, photo: AfterPhoto, found: Usulan, one: Answer) -> bool:
    """It stands in the history of their own usulan, and of the one that was made."""
    is_kept = await visit.ask_once(answers.put, photo.id, one)
    if is_kept:
        kind = events.FITS if one.answer == FITS else events.DIFFERS
        for usulan_id in {found.id, photo.usulan_id}:
            events.note(visit.turn, usulan_id, kind)
    return is_kept


async def _tell_reader(visit: Visit, photo: AfterPhoto) -> str:
    """Once, however many say so, and whoever wrote down that it is done with them; whoever speaks for somebody knows
    it. Returns the name of the first."""
    async with visit.ask() as connection:
        main = await stored.by_id(connection, photo.usulan_id)
        newest = (await moves.newest_of(connection, [photo.usulan_id])).get(photo.usulan_id)
    if main is None:
        return ""
    readers = await reader_choice.readers_of(visit, main.desa)
    _, told = reader_choice.chosen(readers, None, main.reader_id)
    others = [reader for reader in told if reader.id != visit.me.id]
    whom = {one.id for one in others} | ({newest.by} if newest and newest.by is not None else set())
    async with visit.ask() as connection:
        subject = str(photo.id)
        wanted = [(person_id, subject, visit.now) for person_id in sorted(whom - {visit.me.id})]
        await notices.raise_once(connection, DIFFERS, wanted)
    return others[0].name if others else ""


async def compose(tour: Round, notice: Notice) -> Told | None:
    """What differs, in their own words; nothing when it is not theirs to read any more."""
    is_early = int(notice.subject) < 0  # it came before it was said that the work is done
    photo = await photos.by_id(tour.connection, abs(int(notice.subject)))
    if photo is None or (is_early and photo.state != CLOSED):
        return None
    who = await readings.sight_now(tour.connection, notice.person_id, button("u").roles, tour.now)
    usulan = await readings.one(tour.connection, who, photo.usulan_id)
    said = [one for one in await answers.of_photo(tour.connection, photo.id) if one.answer == OTHERWISE]
    if usulan is None or not (said or is_early):
        return None
    number = number_of(tour.office, usulan, tour.now)
    if is_early:
        text = tour.text("foto_sesudah_dari_pengusul", nama=notice.name, nomor=number)
        return Told(text, keyboard([(tour.text("tombol_baca", nomor=number), f"u:lihat:{usulan.id}")]))
    words = [one.words for one in said if one.words]
    voices = any(one.spoken for one in said)
    text = tour.text("foto_beda_kabar", nama=notice.name, nomor=number, kata=words, suara=voices)
    return Told(text, keyboard([(tour.text("tombol_baca", nomor=number), f"u:lihat:{usulan.id}")]))


KINDS = {DIFFERS: compose}
JOURNEY = Journey(FORM, finish, heed=heed)
