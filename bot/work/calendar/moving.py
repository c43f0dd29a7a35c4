"""Moving and cancelling a date from its card: asked once more with what there is to think of, then done for everybody
concerned."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.records import Conversation
from bot.core.understanding.results import Understood
from bot.core.understanding.tongue import tongue_of
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion, Taken
from bot.store.people import conversations
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.calendar import (
    agreed,
    announcing,
    calling_off,
    changeable,
    corrected,
    elsewhere,
    other_way,
    reasons,
)
from bot.work.calendar.agreed import MOVE
from bot.work.calendar.wishes import Wish, findings, local_time
from bot.work.office import Office
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import date_of, occasion_name, place_name, whole_date
from bot.work.tasks import planning, shifting
from bot.work.visit import Journey, Visit

_CODE = "%Y%m%d%H%M"
_OF_A_DATE, _WHY, _FORGOTTEN = "jadwal_", "alasan", timedelta(days=1)


async def ask(
    visit: Visit, occasion_id: int, *, to_cancel: bool = False, why: str = "", heard: Typed | None = None
) -> None:
    """Ask for the new day (of a stage), day and hour (of a meeting), or why it is cancelled. `why`: told already;
    `heard`: the day, which may mean several."""
    one = await changeable.to_change(visit, occasion_id)
    if one is not None:
        journey = calling_off.JOURNEY if to_cancel else _journey(visit, one)
        known = {"alasan": {"text": why}} if why else None
        about = {"occasion": str(one.id), "lama": _local(visit, one)}
        if heard is None:
            conversation.start(visit, journey, known, about=about)
        else:
            await conversation.start_with_answer(visit, journey, known or {}, about, heard)


async def ask_why(visit: Visit, one: Occasion, to: datetime, *, stands: bool = False, venue: str = "") -> None:
    """The new day is known: only the reason is asked. `stands`: somebody wanted to set it and finds that it is set."""
    day = {"day": to.date().isoformat()}
    known = {"waktu": day | {"at": to.strftime("%H.%M")} if _has_hour(visit, one) else day}
    about = {"occasion": str(one.id), "ada": stands, "lama": _local(visit, one), "tempat": venue}
    conversation.start(visit, _journey(visit, one), known, about=about)


def was_forgotten(visit: Visit, draft: Conversation, text: str) -> bool:
    """Why it moves was asked a day ago and more: what is said now is told of something else, unless it says that it is
    the reason."""
    question, _ = conversation.asked(visit)
    is_old = visit.now - draft.touched_at >= _FORGOTTEN and draft.flow.startswith(_OF_A_DATE)
    return is_old and question is not None and question.key == _WHY and not reasons.is_said(visit, text)


def _journey(visit: Visit, one: Occasion) -> Journey:
    """Which meeting is meant stands above its first question."""
    journey = OTHER_TIME if _has_hour(visit, one) else OTHER_DAY
    names = {"nama": occasion_name(visit.office, one), "wilayah": place_name(visit.office, one.wilayah)}
    meant = Words("jadwal_yang_dipindah", names | {"hari": date_of(visit.office, one)})
    return replace(journey, opening=lambda step: step.led_by(meant))


def _local(visit: Visit, one: Occasion) -> str:
    """When it is so far, by the clock of the place: "mundur dua hari" counts from there."""
    return visit.office.local(one.starts_at).strftime("%Y-%m-%dT%H%M")


async def heed_other_day(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """Where it is asked why: a day and nothing else is another day, not the reason ("tidak jadi sabtu, minggu depan
    saja"); an hour is that of the day that was told, and why may stand behind it. A new place, where the day is asked,
    is no day."""
    if not isinstance(heard, Typed) or "?" in heard.text:
        return False
    answered = before.answers.get("waktu")
    if answered is None and await _is_elsewhere(visit, before, heard.text):
        return True
    if answered is not None and await _is_other_stretch(visit, before, heard.text):
        return True
    timed, why = reasons.parted(visit, heard.text)
    told = reasons.behind_dropped(visit, timed)
    is_hour = bool(told) and not _is_of_day(visit, told)
    one = await changeable.to_change(visit, _occasion_in(before)) if is_hour or (timed and answered) else None
    if one is None:
        return False
    local = visit.office.local(one.starts_at)
    known = answered.value if answered is not None else {"day": f"{local:%Y-%m-%d}", "at": f"{local:%H.%M}"}
    to, _ = corrected.time_told(visit, known, told, with_hour=_has_hour(visit, one))
    if answered is not None and to == known and why:  # "hari jumat supaya selesai sebelum sholat": why that day
        return False
    if to is None or not (is_hour or (answered is not None and corrected.is_near(visit, told))):
        await ask(visit, one.id, why=why, heard=replace(heard, text=told))
    elif answered is not None and local_time(visit.office, to) == one.starts_at:  # "batal, tetap tanggal 13"
        conversations.end(visit.turn, before.flow)
        visit.say("jadwal_tetap", hari=date_of(visit.office, one))
    elif why:
        conversations.end(visit.turn, before.flow)
        await wish(visit, one, local_time(visit.office, to), why)
    else:
        await ask_why(visit, one, local_time(visit.office, to))
    return True


async def _is_other_stretch(visit: Visit, before: State, text: str) -> bool:
    """By how much, and nothing else, is no reason; it is counted from the day that it has."""
    is_told, is_turned = reasons.tells_stretch(visit, text), other_way.turned_to(visit, text)
    one = await changeable.to_change(visit, _occasion_in(before)) if is_told or is_turned else None
    if one is None:
        return False
    asked = local_time(visit.office, before.answers["waktu"].value) if is_turned else one.starts_at
    other = other_way.mirrored(visit, text, asked, one.starts_at) if is_turned else None
    to = other or corrected.by_stretch(visit, text, visit.office.local(one.starts_at))
    if to is None and is_turned:
        await ask(visit, one.id)
    if to is None:
        return bool(is_turned)
    await ask_why(visit, one, to)
    return True


def _has_hour(visit: Visit, one: Occasion) -> bool:
    return not visit.office.catalog.calendar.kinds[one.kind].stage


def _is_of_day(visit: Visit, told: str) -> bool:
    """Whether it tells a day, and not the hour of one alone."""
    found = corrected.by_day(tongue_of(visit.office.catalog.world.spellings).read_when(told, visit.today))
    return not isinstance(found, Understood) or found.value.day is not None


async def _is_elsewhere(visit: Visit, before: State, text: str) -> bool:
    """ "Harinya tetap, hanya tempatnya yang pindah ke gedung PKK": the day is not asked for any more."""
    told = elsewhere.told_in(visit, text)
    one = await changeable.to_change(visit, _occasion_in(before)) if told is not None else None
    if told is None or one is None:
        return False
    conversations.end(visit.turn, before.flow)
    await elsewhere.offer(visit, one, told.venue, timed=told.timed)
    return True


async def finish_form(visit: Visit, flow: Flow, state: State) -> None:
    """A new day is told, and why: what there is to think of comes before it counts."""
    one, told = await changeable.to_change(visit, _occasion_in(state)), record(flow, state)
    if one is None:
        return
    to = local_time(visit.office, told["waktu"])
    why = reasons.bare(visit, (told.get("alasan") or {}).get("text", ""))
    await wish(visit, one, to, why, stands=bool(state.about.get("ada")), venue=str(state.about.get("tempat", "")))


async def wish(visit: Visit, one: Occasion, to: datetime, why: str, *, stands: bool = False, venue: str = "") -> None:
    """Why, and where, is kept until they agree."""
    told = {"to": to.isoformat(), "why": why} | ({"venue": venue} if venue else {})
    await visit.ask_once(occasions.log, one.id, occasions.WISHED, visit.now, visit.me.id, told)
    await offer(visit, one, to, why, stands=stands, venue=venue)


def _occasion_in(state: State) -> int:
    return int(state.about["occasion"])


async def offer(visit: Visit, one: Occasion, to: datetime, why: str, *, stands: bool = False, venue: str = "") -> None:
    """Ask whether it is to move there, with by how much and what moves along."""
    async with visit.ask() as connection:
        tasks = await shifting.shift(visit.round(connection), one, to)
    days = (to.date() - visit.office.local(one.starts_at).date()).days
    kind = visit.office.catalog.calendar.kinds[one.kind]
    markup = keyboard(
        [(visit.text("tombol_jadwal_pindahkan"), f"{MOVE}{one.id}:{to.strftime(_CODE)}")],
        [
            (visit.text("tombol_jadwal_hari_lain"), f"j:ubah:{one.id}"),
            (visit.text("tombol_jadwal_biarkan"), f"j:biar:{one.id}"),
        ],
    )
    visit.say(
        "jadwal_pindahkah",
        markup,
        ada=stands,
        nama=occasion_name(visit.office, one),
        wilayah=place_name(visit.office, one.wilayah),
        dari=date_of(visit.office, one),
        ke=whole_date(visit.office, one.kind, to),
        maju=days < 0,
        beda=abs(days),
        alasan=why,
        tempat=venue,
        tugas=tasks.moved,
        ditutup=tasks.closed,
        catatan=await findings(visit, Wish(kind, one.wilayah, to, one.about), moved=one.id),
    )


async def put_right(visit: Visit, heard: Heard) -> bool:
    """What is typed in place of the buttons under that question: another day or hour is asked about in its place,
    another reason, too; "tidak jadi" leaves the date as it is."""
    if not isinstance(heard, Typed) or not allowed(button("j"), visit.grants) or not corrected.may_correct(heard.text):
        return False
    asked = next((data for one in await visit.letters() for _, data in one.keys if data.startswith(MOVE)), None)
    if asked is None:
        return False
    told, code = asked.removeprefix(MOVE).split(":")
    was, text = _told_in(visit.office, code), corrected.put_right(visit, heard.text)
    old = {"day": was.date().isoformat(), "at": was.strftime("%H.%M")} if was is not None else {}
    (found, _), drops = corrected.time_told(visit, old, text, with_hour=True), agreed.is_no(visit, heard)
    because = reasons.announced_in(visit, heard.text) if reasons.is_said(visit, heard.text) else ""
    turned = other_way.turned_to(visit, heard.text)
    is_meant = was is not None and (drops or found or because or turned)
    one = await changeable.to_change(visit, int(told)) if is_meant else None
    if one is None or was is None:
        return False
    if turned:
        await _turn_round(visit, one, was, heard.text)
        return True
    if found is None and because and not drops:  # "alasannya bukan itu, terlalu siang"
        await wish(visit, one, was, reasons.bare(visit, reasons.told_in(visit, text)) or because)
        return True
    if found is None or (was != one.starts_at and local_time(visit.office, found) == one.starts_at):
        await agreed.forget(visit, one.id)
        visit.say("jadwal_tetap", hari=date_of(visit.office, one))
        return True
    to = local_time(visit.office, found)
    told_now = reasons.announced_in(visit, heard.text) or reasons.parted(visit, heard.text)[1]
    why = told_now or await visit.ask_once(occasions.why_moved, one.id, was, visit.me.id)
    await wish(visit, one, to, why)
    return True


async def _turn_round(visit: Visit, one: Occasion, was: datetime, text: str) -> None:
    """As far the other way; which day where that is none, and why stays."""
    why = await visit.ask_once(occasions.why_moved, one.id, was, visit.me.id)
    to = other_way.mirrored(visit, text, was, one.starts_at)
    await (wish(visit, one, to, why) if to is not None else ask(visit, one.id, why=why))


async def move(visit: Visit, occasion_id: int, code: str) -> None:
    """*Pindahkan*: the date moves, and what is not finished moves with it."""
    to = _told_in(visit.office, code)
    one = await changeable.to_change(visit, occasion_id) if to is not None else None
    if one is None or to is None:
        return
    if to == one.starts_at:
        visit.say("jadwal_tetap", hari=date_of(visit.office, one))
        return
    wish = await agreed.standing(visit, one)
    if wish is None:
        return
    if wish.to != to or visit.office.local(to).date() < visit.today:
        visit.stale()
    elif await put(visit, one, to, str(wish.detail["why"])):
        await elsewhere.offer_then(visit, one.id, wish.venue)


async def put(visit: Visit, one: Occasion, to: datetime, why: str, *, announced: int | None = None) -> bool:
    """Whether it has moved. `announced`: whoever gets that announcement knows it."""
    if to == one.starts_at:
        visit.say("jadwal_tetap", hari=date_of(visit.office, one))
        return False
    async with visit.ask() as connection:
        try:
            planned = await planning.move(visit.round(connection), one, to, visit.me.id)
        except Taken:
            visit.say("jadwal_terisi", nama=occasion_name(visit.office, one))
            return False
        await announcing.say_moved(visit, connection, planned, announcing.Was(one.starts_at, why, announced))
    return True


def _told_in(office: Office, code: str) -> datetime | None:
    """The time in a button's data; None when it is none."""
    try:
        return datetime.strptime(code, _CODE).replace(tzinfo=office.zone)
    except ValueError:
        return None


OTHER_TIME = Journey("jadwal_pindah", finish_form, heed=heed_other_day, nudged=True)
OTHER_DAY = Journey("jadwal_pindah_hari", finish_form, heed=heed_other_day, nudged=True)
