"""Usulan that nobody reads are due: named again to their readers, then to the kecamatan, then to the office; where
nobody reads, to the office first."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.tasks.owners import Holders
from bot.core.wilayah import KABUPATEN, KECAMATAN, chain
from bot.store.people import people
from bot.store.queues.notices import UNREAD, Notice
from bot.store.reading import readings
from bot.store.reading import unread as stored
from bot.store.reading.unread import Unread, Waiting
from bot.work.access import BAPPEDA, FASILITATOR_KECAMATAN, command
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import place_name
from bot.work.saying.told import Told
from bot.work.tasks.daily import tell_in_lists
from bot.work.usulan.reader_choice import READERS
from bot.work.usulan.usulan import place
from bot.work.usulan.waiting import looked_at

#: A step of the policy that names whoever reads it.
_READER = "pembaca"
_LEVELS = {FASILITATOR_KECAMATAN: KECAMATAN, BAPPEDA: KABUPATEN}
_NAMED = 5


async def raise_due(tour: Round, limit: int) -> int:
    """Each that is still unread climbs a step. Returns how many were looked at."""
    due = await stored.due(tour.connection, tour.now, limit)
    if not due:
        return 0
    scopes = sorted({scope for one in due for scope in chain(one.desa)})
    holders = await people.ids_by_place(tour.connection, READERS, scopes, tour.now)
    policy = tour.office.catalog.calendar.policy
    told: set[int] = set()
    steps = []
    for one in due:
        is_due = one.waits and one.rung < len(policy.unread)
        told |= _whom(one, policy.unread[one.rung].role, holders) if is_due else set()
        rung = one.rung + is_due
        steps.append((one.id, rung, looked_at(tour.office, one.spoken_at, rung) if is_due else None))
    await stored.climb(tour.connection, steps)
    await tell_in_lists(tour, UNREAD, "", told)
    return len(due)


def _whom(one: Unread, role: str, holders: Holders) -> set[int]:
    """What one reader was chosen for climbs past the kecamatan: nobody else there is to see it."""
    by_role = {each: {p for scope in chain(one.desa) for p in holders.get((each, scope), ())} for each in READERS}
    everybody = set().union(*by_role.values())
    if role == _READER:
        nearest = next((found for found in by_role.values() if found), set())
        is_chosen = one.reader_id is not None
        return ({one.reader_id} & everybody or by_role[BAPPEDA]) if is_chosen and one.reader_id else nearest
    return set() if one.reader_id is not None and role != BAPPEDA else by_role.get(role, set())


async def compose(tour: Round, notice: Notice) -> Told | None:
    """What has waited too long for them by now; nothing, when it was read meanwhile."""
    who = await readings.sight_now(tour.connection, notice.person_id, command("periksa").roles, tour.now)
    found = await stored.waiting(tour.connection, who, _rungs(tour.office)) if who.scopes else None
    return _told(tour.office, notice.name, found) if found is not None and (found.own or found.others) else None


def _rungs(office: Office) -> dict[str, int]:
    """From which step on whoever holds a wilayah of this kind is named what others have not read."""
    steps = enumerate(office.catalog.calendar.policy.unread, 1)
    return {_LEVELS[step.role]: number for number, step in steps if step.role in _LEVELS}


def _told(office: Office, name: str, found: Waiting) -> Told:
    text = office.catalog.text(
        "usulan_menunggu",
        nama=name,
        jumlah=found.own,
        lama=office.catalog.calendar.policy.unread[0].days,
        contoh=_oldest(office, found),
        desa=_places(office, found.others),
        lain=max(len(found.others) - _NAMED, 0),
    )
    rows: list[Sequence[tuple[str, str]]] = []
    if found.oldest is not None:
        rows.append([(office.catalog.text("tombol_menunggu_baca"), f"u:lihat:{found.oldest.id}")])
    which = "saya" if found.own else "semua"
    return Told(text, keyboard(*rows, [(office.catalog.text("tombol_menunggu_semua"), f"u:daftar:{which}:0")]))


def _oldest(office: Office, found: Waiting) -> dict[str, str]:
    one = found.oldest
    if one is None:
        return {}
    number = office.spoken_number(one)
    return {"nomor": number, "tempat": place(one.answers), "hari": office.day(one.spoken_at)}


def _places(office: Office, others: Mapping[str, int]) -> list[dict[str, Any]]:
    return [{"nama": place_name(office, desa), "jumlah": number} for desa, number in list(others.items())[:_NAMED]]
