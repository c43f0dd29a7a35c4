"""A call to which nobody of those who were told says anything goes to who reads above them, once each, until somebody
answers, it has passed, or nobody is left; and whoever called hears so."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any

from bot.core.forms.writing import in_short
from bot.core.names import spoken_to
from bot.core.usulan.danger import Case
from bot.core.wilayah import KABUPATEN, chain, level_of
from bot.store.people import people
from bot.store.people.people import Addressee, Holder
from bot.store.queues import dangers_told, notices, outbox
from bot.store.queues.dangers_told import Unanswered
from bot.store.turn import outbox_row
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import danger_told
from bot.work.usulan.reader_choice import READERS

#: After so long, as when the bot was away for days, a call is no news to anybody.
_STALE = timedelta(days=1)
_QUOTED = 400  # characters


async def hand_on(tour: Round, limit: int) -> int:
    """Returns how many were looked at."""
    due = await dangers_told.unanswered(tour.connection, tour.now, limit)
    for alarm in due:
        wilayah, key = danger_told.told_where(tour.office, alarm.subject)
        case = next((one for one in tour.office.catalog.danger.cases if one.key == key), None)
        caller = await people.named(tour.connection, alarm.person_id)
        is_more = case is not None and caller is not None and tour.now - alarm.at < _STALE
        if is_more and case is not None and caller is not None:
            is_more = await _hand_on(tour, alarm, wilayah, case, caller)
        await dangers_told.look_again(tour.connection, alarm, tour.now + danger_told.PATIENCE if is_more else None)
    return len(due)


async def _hand_on(tour: Round, alarm: Unanswered, wilayah: str, case: Case, caller: Addressee) -> bool:
    """Whether anybody was left to be told."""
    told, others = await above(tour, alarm.subject, wilayah, [caller.id])
    if case.is_asked:
        await _ask(tour, alarm, told, others, caller)
        return False
    is_placed, name = level_of(wilayah) != KABUPATEN, told[0].name if told else ""
    text = await to_next(tour, alarm.subject, silent=[one.id for one in told])
    keys = danger_told.keys_to_caller(tour, alarm.subject)
    rows = [_letter(tour, one.id, one.address, text, keys) for one in others]
    if rows:
        await dangers_told.remember_told(tour.connection, [one.id for one in others], alarm.subject, tour.now)
        await dangers_told.remember_told(tour.connection, [caller.id], alarm.subject, tour.now, notices.DANGER_SAID)
    call = danger_told.numbers(case.contacts)
    following = others[0].name if others else ""
    wrote = await _has_written(tour, alarm.subject, told)
    told_now = {"nama": name, "berikut": following, "hubungi": call, "ada_tempat": is_placed, "menulis": wrote}
    heard = tour.text("bahaya.belum_dijawab", **told_now)
    if await _wrote(tour, alarm.subject, notices.DANGER_COMES):
        heard = tour.text("bahaya.petugas_berikut", nama=following) if following else ""
    keys = danger_told.keys_to_readers(tour, alarm.subject)
    if heard:
        rows = [_letter(tour, caller.id, caller.address, spoken_to(caller.name, heard), keys), *rows]
    await outbox.promise(tour.connection, rows)
    return bool(others)


async def _ask(
    tour: Round, alarm: Unanswered, told: Sequence[Holder], others: Sequence[Holder], caller: Addressee
) -> None:
    """Of what one was told after a yes nobody else is told without another."""
    if told and not await _wrote(tour, alarm.subject, notices.DANGER_COMES):
        wrote = await _has_written(tour, alarm.subject, told)
        text, keys = further(tour, alarm.subject, told[0].name, others, wrote=wrote)
        row = _letter(tour, caller.id, caller.address, spoken_to(caller.name, text), keys)
        await outbox.promise(tour.connection, [row])


def further(
    tour: Round, about: str, silent: str, others: Sequence[Holder], *, wrote: bool = False, cannot: bool = False
) -> tuple[str, dict[str, Any]]:
    """Whether the next one may know it, too; `silent`: who knows it and does not come."""
    case = next(one for one in tour.office.catalog.danger.cases if one.key == about.rpartition(":")[2])
    told = {"nama": silent, "absen": cannot, "menulis": wrote, "bappeda": tour.office.bappeda}
    call = danger_told.numbers(case.contacts)
    text = tour.text("bahaya.boleh_juga", **told, berikut=others[0].name if others else "", hubungi=call)
    safe = danger_told.keys_to_readers(tour, about)["inline_keyboard"]
    yes = [(tour.text("bahaya.tombol_ya"), press("g", "juga", about)), (tour.text("bahaya.tombol_jangan"), "g:jangan")]
    return text, {"inline_keyboard": [*(keyboard(yes)["inline_keyboard"] if others else []), *safe]}


async def to_next(tour: Round, subject: str, *, silent: Collection[int] = (), cannot: str = "") -> str:
    """What those read who are told next: the words, the place, since when, and who was told before them at which hour.
    `silent`: who were told last, of whom one may have asked, and none comes; `cannot`: the name of who cannot come."""
    wilayah, key = danger_told.told_where(tour.office, subject)
    call = await dangers_told.call(tour.connection, subject)
    when = await dangers_told.told_when(tour.connection, subject)
    named = [(await people.named(tour.connection, one), at) for one, at in when.items()]
    knew = [{"id": one.id, "nama": one.name, "pukul": f"{tour.office.local(at):%H.%M}"} for one, at in named if one]
    place, wrote = call.place if call is not None else "", await _wrote(tour, subject, notices.DANGER_ANSWERED)
    came = await _wrote(tour, subject, notices.DANGER_COMES)
    comes = next(
        (one | {"pukul": came[one["id"]]} for one in knew if one["id"] in came and one["nama"] != cannot), None
    )
    silent = () if comes else silent
    if comes and call is not None:
        comes |= {"baru": await _told_since(tour, call.person_id, subject, int(str(comes["id"])))}
    asked = next(
        (one | {"pukul": wrote[one["id"]]} for one in knew if one["id"] in wrote and one["id"] in silent), None
    )
    quiet = asked or next((one for one in knew if one["id"] in silent), None)
    letter = tour.text(
        "bahaya.kabar_berikut",
        tempat=place or tour.office.catalog.places.scope_name(wilayah),
        kata=tour.text(f"bahaya.nama_{key}"),
        sejak=f"{tour.office.local(call.at):%H.%M}" if call is not None else "",
        kutipan=in_short(danger_told.words_of(call.said), _QUOTED) if call is not None else "",
        absen=cannot,
        diam=quiet if asked is None else None,
        menulis=asked,
        datang=comes,
        dulu=[one for one in knew if one["id"] != (comes or quiet or {}).get("id") and one["nama"] != cannot],
    )
    return danger_told.beside(tour, key, letter, call.said if call is not None else "")


async def _told_since(tour: Round, caller: int, subject: str, comes: int) -> bool:
    """Whether whoever called told anything after that one had said that they come."""
    came = await dangers_told.told_when(tour.connection, subject, notices.DANGER_COMES)
    kind = notices.DANGER_MORE
    return bool(await dangers_told.since(tour.connection, came[comes], person_id=caller, kind=kind))


async def _has_written(tour: Round, subject: str, told: Sequence[Holder]) -> bool:
    """Whether one of these wrote back, and promised nothing."""
    return not {one.id for one in told}.isdisjoint(await _wrote(tour, subject, notices.DANGER_ANSWERED))


async def _wrote(tour: Round, subject: str, kind: str) -> dict[int, str]:
    """At which hour who wrote to whoever called, that they come or without a word of it."""
    when = await dangers_told.told_when(tour.connection, subject, kind)
    return {one: f"{tour.office.local(at):%H.%M}" for one, at in when.items()}


def _letter(tour: Round, person_id: int, address: int, text: str, keys: dict[str, Any]) -> dict[str, Any]:
    """It wakes them, and goes before all that nobody waits for."""
    params = {"chat_id": address, "text": text, "parse_mode": "HTML", "reply_markup": keys}
    return outbox_row("sendMessage", params, chat=address, person_id=person_id, real=tour.real)


async def above(tour: Round, subject: str, wilayah: str, callers: Collection[int]) -> tuple[list[Holder], list[Holder]]:
    """Who was told last, by their role; and who holds the next one that is held by anybody who was not told: also where
    the office knew first, by a call without a place."""
    known = await dangers_told.told_of(tour.connection, subject)
    holders = await people.holders(tour.connection, READERS, list(chain(wilayah)), tour.now)
    holders.sort(key=_rank)
    nearest = {one.id: one for one in reversed(holders)}.values()
    reached = {_rank(one) for one in nearest if one.id in known}
    gaps = {_rank(one) for one in nearest if one.id not in {*known, *callers}} - reached
    last = max((one for one in reached if not any(min(reached) < gap < one for gap in gaps)), default=-1)
    others = [one for one in holders if one.id not in {*known, *callers} and _rank(one) > last]
    following = {one.id: one for one in others if one.role == others[0].role}
    told = [one for one in nearest if one.id in known and _rank(one) == last]
    return told, list(following.values())[: danger_told.MOST]


def _rank(holder: Holder) -> int:
    return READERS.index(holder.role)
