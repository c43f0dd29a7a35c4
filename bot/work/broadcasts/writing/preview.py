"""What an announcement will be, before it is: the copy as a recipient sees it, whom it reaches and whom not, how long
it takes, and who has to agree."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from math import ceil
from typing import Any

from bot.catalog.markup import visible
from bot.core.broadcasts import choosing
from bot.core.broadcasts.pace import seconds_for
from bot.core.forms.say import Words
from bot.core.hours import UNASKED_A_DAY, quiet_until
from bot.core.places.spelling import fold
from bot.core.understanding.times.days import show_day
from bot.core.wilayah import DESA, KABUPATEN, KECAMATAN, kecamatan_of, up_to
from bot.store.broadcasts import audience, broadcasts
from bot.store.broadcasts.audience import Size
from bot.store.broadcasts.broadcasts import ASKED, DRAFT, Broadcast
from bot.store.database.database import Connection
from bot.store.people import conversations, people
from bot.store.people.people import Addressee
from bot.store.training import seats
from bot.work.access import BAPPEDA
from bot.work.broadcasts.under_way import left_lying, wording
from bot.work.broadcasts.under_way.steering import to_steer
from bot.work.broadcasts.writing import arriving
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import Key, keyboard
from bot.work.saying.naming import place_name
from bot.work.visit import Visit

NUMBER = "siaran_jumlah"  # the form that asks how many get it
#: So long it can be taken back after it was agreed to.
UNDO = timedelta(seconds=60)
_PLACES, _NAMES = 15, 5  # that are listed
_MINUTE = 60  # s
#: Conditions: who came to no day of training, who has read no lesson, and none.
UNTRAINED, _UNREAD, _ALL = "belum_pelatihan", "belum_belajar", "semua"
#: What has to happen before it leaves: one tap; the number of recipients typed; that, as nobody else is there to look;
#: the yes of a second officer.
AT_ONCE, BY_NUMBER, ALONE, BY_SECOND = "langsung", "angka", "sendirian", "kedua"


async def second_officers(visit: Visit, connection: Connection, one: Broadcast) -> list[Addressee]:
    """Who else may agree to it, and can be asked."""
    holders = await people.ids_with_role(connection, [BAPPEDA], visit.now)
    return await people.reachable(connection, [person for person in holders if person != one.author_id])


async def gate_of(visit: Visit, connection: Connection, one: Broadcast) -> str:
    """By reach: the wider it is, the more is asked."""
    if one.audience.reach != KABUPATEN:
        return AT_ONCE if one.audience.reach == DESA else BY_NUMBER
    return BY_SECOND if await second_officers(visit, connection, one) else ALONE


async def size_of(visit: Visit, connection: Connection, one: Broadcast) -> Size:
    return await audience.size(connection, audience.asked_by(one, visit.now, visit.today))


def number_of(size: Size) -> int:
    """How many people get it: the number that is typed before it leaves."""
    return size.people - size.blocked


# --- the copy --------------------------------------------------------------------------------------------------------


def copy_of(office: Office, one: Broadcast, now: datetime) -> wording.Call:
    """As a recipient will see it; its button only says that it is an example."""
    labels = one.message.choices or (office.catalog.label(Words("tombol_siaran_paham")),)
    text = wording.text_of(office, one, max(one.starts_at or now, now))
    return wording.to_send(one.message, text, keyboard(*([(label, "a:coba")] for label in labels)))


def explain_trial(visit: Visit) -> None:
    visit.toast("siaran_hanya_contoh")


# --- the card --------------------------------------------------------------------------------------------------------


async def show(visit: Visit, broadcast_id: int) -> None:
    """*Lihat contohnya*: the copy, and below it the card with what can be done."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [DRAFT, ASKED])
        if one is None:
            return
        if (counted := visit.conversations.get(NUMBER)) is not None and counted.state["about"]["siaran"] == one.id:
            conversations.end(visit.turn, NUMBER)  # what is counted is looked at anew
        one = await left_lying.say_dated(visit, connection, one)
        gate = await gate_of(visit, connection, one)
        size = await size_of(visit, connection, one)
        is_known = not await _is_unknown(connection, one)
        told = await reckon(visit.round(connection), one, size, gate if is_known else "")
    method, params = copy_of(visit.office, one, visit.now)
    visit.call(method, **params)
    keys = author_keys(visit, one, gate, size) if one.author_id == visit.me.id else second_keys(visit, one)
    keys = keys if is_known else [*_other_conditions(visit, one), *keys[-1:]]
    if told["besok"] and one.author_id == visit.me.id and one.state == DRAFT:
        keys[-1:-1] = _for_another_day(visit, one, is_full=bool(told["penuh"]))
    visit.say("siaran_kartu", keyboard(*keys), **told)


def _for_another_day(visit: Visit, one: Broadcast, *, is_full: bool) -> list[list[Key]]:
    """What would make it true for those who read it then: the date itself, of whichever day was meant; or that it does
    not wait."""
    days, keys = days_of(visit, one), []
    for day in days:
        near = show_day(arriving.near_told(visit.office, one, day)[0][1]) if len(days) > 1 else ""
        keys.append([(visit.text("tombol_siaran_tanggal", hari=near), f"a:tanggal:{one.id}:{day.toordinal()}")])
    return [*keys, [(visit.text("tombol_siaran_penting"), f"a:penting:{one.id}")]] if is_full else keys


def days_of(visit: Visit, one: Broadcast) -> list[date]:
    """Of which its author may have meant "besok": today, and the one for which it is planned."""
    begins = visit.office.local(max(one.starts_at or visit.now, visit.now)).date()
    return sorted({visit.today, begins})


async def _is_unknown(connection: Connection, one: Broadcast) -> bool:
    """Whether it is for those who came to no day of training, and of none it was written down who came."""
    return UNTRAINED in one.audience.conditions and not await seats.is_any_known(connection)


def _other_conditions(visit: Visit, one: Broadcast) -> list[list[Key]]:
    names = (_UNREAD, _ALL)
    return [[(visit.text(f"tombol_siaran_syarat_{name}"), f"a:syarat:{one.id}:{name}")] for name in names]


async def narrow(visit: Visit, broadcast_id: int, condition: str) -> None:
    """By what is known, in place of what nobody wrote down; or by nothing."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [DRAFT])
        if one is None or one.author_id != visit.me.id or condition not in (_UNREAD, _ALL):
            return
        others = [name for name in one.audience.conditions if name not in (UNTRAINED, condition)]
        conditions = (*others, *([condition] if condition != _ALL else []))
        await broadcasts.change(connection, one.id, audience=replace(one.audience, conditions=conditions))
        await broadcasts.note(connection, one.id, "changed", visit.me.id, visit.now, before=one.message.html)
    await show(visit, one.id)


def author_keys(visit: Visit, one: Broadcast, gate: str, size: Size) -> list[list[Key]]:
    change = [(visit.text("tombol_siaran_ubah"), f"a:ubah:{one.id}")]
    found = () if one.message.choices else wording.choices_of(visit.office, one)
    offered = [(visit.text("tombol_siaran_pilihan", pilihan=found), f"a:pilihan:{one.id}")] if found else []
    change.append((visit.text("tombol_siaran_buang"), f"a:buang:{one.id}"))
    if one.state == ASKED:
        alone = (visit.text("tombol_siaran_sendiri"), f"a:sendiri:{one.id}")
        return [[alone], change] if one.next_at is None else [change]
    if not size.people and not size.groups:
        return [change]
    label = "tombol_siaran_minta" if gate == BY_SECOND else "tombol_siaran_kirim"
    return [[(visit.text(label), f"a:kirim:{one.id}")], *([key] for key in offered), change]


async def offer_choices(visit: Visit, broadcast_id: int, choices: Sequence[str] = ()) -> None:
    """A button for each of these, or of those that its text offers; pressed, it is counted."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [DRAFT])
        if one is None or one.author_id != visit.me.id:
            return
        told = choosing.completed(tuple(choices), visit.office.catalog.world, one.message.choices)
        found = told or wording.choices_of(visit.office, one)
        if found:
            await broadcasts.change(connection, one.id, message=replace(one.message, choices=found))
    if found:
        visit.say("siaran_pilihan_dipasang", pilihan=found)
        await show(visit, one.id)
    else:
        visit.say("siaran_pilihan_apa")


def second_keys(visit: Visit, one: Broadcast) -> list[list[Key]]:
    agree = (visit.text("tombol_siaran_setuju"), f"a:setuju:{one.id}")
    return [[agree], [(visit.text("tombol_siaran_kembali"), f"a:kembali:{one.id}")]]


async def reckon(tour: Round, one: Broadcast, size: Size, gate: str) -> dict[str, Any]:
    """Everything the card says."""
    asked = audience.asked_by(one, tour.now, tour.today)
    lines = _by_kecamatan(tour.office, await audience.by_place(tour.connection, asked))
    blocked = await audience.blocked_names(tour.connection, asked, _NAMES) if size.blocked else []
    full = await _told_enough(tour, one, asked)
    return {
        "untuk": wording.whom(tour.office, one.audience),
        **arriving.days_told(tour, one, *_days(tour, one, is_full=bool(full))),
        "tempat_lain": _other_places(tour.office, one),
        **wording.deadline(tour.office, one.message, tour.now),
        "tak_tercatat": await _is_unknown(tour.connection, one),
        "jumlah": number_of(size),
        "grup": size.groups,
        "belum_menyebut": await audience.unsaid(tour.connection, asked),
        "tempat": lines[:_PLACES],
        "lainnya": max(len(lines) - _PLACES, 0),
        "blokir": size.blocked,
        "yang_blokir": blocked,
        "tambahan": one.beside is not None,
        "penting": one.urgent_why or "",
        "penuh": full,
        "batas": wording.moment(tour.office, one.not_after) if one.not_after is not None else "",
        "gerbang": gate if one.state == DRAFT else "",
        "oleh": one.author,
        **_duration(tour, one, number_of(size) + size.groups),
    }


def _days(tour: Round, one: Broadcast, *, is_full: bool) -> tuple[date, date]:
    """On which it begins, and on which it is read by those who wait longest."""
    if is_full:
        return tour.today, tour.today + timedelta(days=1)
    return tour.office.local(_begins(tour, one)).date(), _first_day(tour, one)


def _first_day(tour: Round, one: Broadcast) -> date:
    begins = _begins(tour, one)
    return tour.office.local(quiet_until(tour.office.local(begins)) or begins).date()


def _other_places(office: Office, one: Broadcast) -> list[str]:
    """Kecamatan that stand in it, and are none of those for whom it is."""
    places, own = office.catalog.places, {kecamatan_of(code) for code in one.audience.wilayah}
    if one.audience.reach == KABUPATEN:
        return []
    spoken = [fold(word) for word in re.findall(r"\w+", visible(one.message.html))]
    said = f" {' '.join(spoken)} "
    named = [place for place in places.children(places.kabupaten.code) if f" {fold(place.name)} " in said]
    return [place.name for place in named if place.code not in own and fold(place.name) != fold(places.kabupaten.name)]


async def _told_enough(tour: Round, one: Broadcast, asked: audience.Asked) -> int:
    """How many were told enough today, where it begins today and waits for that; of another day nobody knows yet."""
    if one.urgent_why is not None or _first_day(tour, one) != tour.today:
        return 0
    return await audience.told_enough(tour.connection, asked, UNASKED_A_DAY)


async def are_all_full(tour: Round, one: Broadcast, size: Size) -> bool:
    """Whether everybody who gets it was told enough today, so that it comes tomorrow."""
    number = number_of(size)
    return 0 < number <= await _told_enough(tour, one, audience.asked_by(one, tour.now, tour.today))


def _begins(tour: Round, one: Broadcast) -> datetime:
    return max(one.starts_at or tour.now, tour.now + UNDO)


def begins_later(tour: Round, one: Broadcast) -> str:
    """Its own hour, or the end of the quiet spell in which it would leave; empty where it leaves in a minute."""
    begins = _begins(tour, one)
    quiet = quiet_until(tour.office.local(begins))
    return wording.moment(tour.office, quiet or begins) if quiet or begins == one.starts_at else ""


def _duration(tour: Round, one: Broadcast, letters: int) -> dict[str, Any]:
    """When it begins and ends, as things are now; a quiet spell is waited for."""
    begins = _begins(tour, one)
    quiet = quiet_until(tour.office.local(begins))
    seconds = seconds_for(letters, tour.office.sends_a_second)
    ends = (quiet or begins) + timedelta(seconds=seconds)
    return {
        "mulai": wording.moment(tour.office, quiet or begins) if quiet or one.starts_at else "",
        "tenang": quiet is not None,
        "menit": ceil(seconds / 60) if seconds >= _MINUTE else 0,
        "selesai": tour.office.local(ends).strftime("%H.%M"),
    }


def _by_kecamatan(office: Office, found: Sequence[tuple[str, str, int, int]]) -> list[dict[str, Any]]:
    """Those who get it, by kecamatan and role; who serves the whole kabupaten stands first."""
    counted: dict[str, dict[str, int]] = {}
    for scope, role, number, blocked in found:
        if number > blocked:
            roles = counted.setdefault(up_to(scope, KECAMATAN), {})
            roles[role] = roles.get(role, 0) + number - blocked
    return [{"di": place_name(office, code), "peran": _roles(roles)} for code, roles in counted.items()]


def _roles(counted: dict[str, int]) -> list[dict[str, Any]]:
    return [{"jumlah": number, "apa": Words(f"siaran_untuk_{role}")} for role, number in counted.items()]
