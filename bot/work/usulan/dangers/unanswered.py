"""A call to which nobody of those who were told says anything goes to who reads above them, once each, until somebody
answers, it has passed, or nobody is left; and whoever called hears so."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from bot.core.forms.writing import in_short
from bot.core.names import spoken_to
from bot.core.usulan.danger import Case
from bot.core.wilayah import KABUPATEN, chain, level_of
from bot.store.people import conversations, people
from bot.store.people.people import Addressee, Holder
from bot.store.queues import dangers_told, notices, outbox
from bot.store.queues.dangers_told import Unanswered
from bot.store.turn import outbox_row
from bot.work.round import Round
from bot.work.usulan.dangers import danger_told
from bot.work.usulan.dangers.danger import CRIED
from bot.work.usulan.dangers.placed import FORM
from bot.work.usulan.reader_choice import READERS
from bot.work.visit import Visit

#: After so long, as when the bot was away for days, a call is no news to anybody.
_STALE = timedelta(days=1)
_QUOTED = 300  # characters


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
    is_placed = level_of(wilayah) != KABUPATEN
    name, place = told[0].name if told else "", tour.office.catalog.places.scope_name(wilayah)
    said = "" if is_placed else await _called(tour, caller.id)
    place = place if is_placed else danger_told.only_about(tour, wilayah)
    text = to_next(tour, place, case.key, name, since=f"{tour.office.local(alarm.at):%H.%M}", said=said)
    keys = danger_told.keys_to_caller(tour, alarm.subject)
    rows = [_letter(tour, one.id, one.address, text, keys) for one in others]
    if rows:
        await dangers_told.remember_told(tour.connection, [one.id for one in others], alarm.subject, tour.now)
        await dangers_told.remember_told(tour.connection, [caller.id], alarm.subject, tour.now, notices.DANGER_SAID)
    call = [{"nama": contact.name, "nomor": contact.number} for contact in case.contacts]
    following = others[0].name if others else ""
    told_now = {"nama": name, "berikut": following, "hubungi": call, "ada_tempat": is_placed}
    heard = spoken_to(caller.name, tour.text("bahaya.belum_dijawab", **told_now))
    keys = danger_told.keys_to_readers(tour, alarm.subject)
    await outbox.promise(tour.connection, [_letter(tour, caller.id, caller.address, heard, keys), *rows])
    return bool(rows)


def to_next(visit: Visit | Round, place: str, case: str, name: str, *, since: str = "", said: str = "") -> str:
    """What those read who are told next; `name`: who has not answered `since` then, else who cannot come."""
    what = visit.text(f"bahaya.nama_{case}")
    return visit.text("bahaya.kabar_berikut", tempat=place, kata=what, nama=name, sejak=since, kutipan=said)


async def _called(tour: Round, person_id: int) -> str:
    """How they called, while it is asked where they are."""
    drafts = [await conversations.of_person(tour.connection, person_id, flow) for flow in (FORM, "usulan")]
    called = (str(draft.state.get("about", {}).get(CRIED, "")) for draft in drafts if draft is not None)
    return in_short(next(filter(None, called), ""), _QUOTED)


def _letter(tour: Round, person_id: int, address: int, text: str, keys: dict[str, Any]) -> dict[str, Any]:
    """It wakes them, and goes before all that nobody waits for."""
    params = {"chat_id": address, "text": text, "parse_mode": "HTML", "reply_markup": keys}
    return outbox_row("sendMessage", params, chat=address, person_id=person_id, real=tour.real)


async def above(tour: Round, subject: str, wilayah: str, callers: Collection[int]) -> tuple[list[Holder], list[Holder]]:
    """Who was told last, by their role; and who holds the next one that is held by anybody who was not told."""
    known = await dangers_told.told_of(tour.connection, subject)
    holders = await people.holders(tour.connection, READERS, list(chain(wilayah)), tour.now)
    holders.sort(key=_rank)
    nearest = {one.id: one for one in reversed(holders)}.values()
    last = max((_rank(one) for one in nearest if one.id in known), default=-1)
    others = [one for one in holders if one.id not in {*known, *callers} and _rank(one) > last]
    following = {one.id: one for one in others if one.role == others[0].role}
    told = [one for one in nearest if one.id in known and _rank(one) == last]
    return told, list(following.values())[: danger_told.MOST]


def _rank(holder: Holder) -> int:
    return READERS.index(holder.role)
