"""Handing a task over to a named person, who has to accept it; until then it stays where it is."""

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.core.places.spelling import fold
from bot.core.wilayah import kecamatan_of, lies_in
from bot.store.database.database import Connection
from bot.store.people import people
from bot.store.people.people import Holder
from bot.store.queues import notices
from bot.store.queues.notices import ASKED, UNANSWERED, Notice
from bot.store.tasks import reminding, tasks
from bot.store.tasks.reminding import Duty
from bot.store.tasks.tasks import OPEN, UNFINISHED
from bot.work.access import FASILITATOR_DESA, command
from bot.work.codes.handing_out import role_name
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import LABEL, Key, keyboard
from bot.work.saying.paging import going_round, page_of
from bot.work.saying.told import Told, of_what
from bot.work.tasks import cards, owners, words
from bot.work.tasks.doing import mine
from bot.work.visit import Visit

#: How long an offer waits for its answer.
_WAITS = timedelta(days=3)
_LISTED = 6
_SHORTEST_NAME, _LABEL = 3, 60  # letters


async def choose(visit: Visit, task_id: int, page: int = 0, unknown: Sequence[str] = ()) -> None:
    """Who could take it: everybody with a role in that wilayah or in the kecamatan around it; where there is nobody,
    the facilitators next door. `unknown`: who was named and has no role here."""
    duty = await mine(visit, task_id)
    if duty is None:
        return
    found = await _near(visit, duty) or await _next_door(visit, duty)
    title = words.part(visit.office, duty.task.rule, ".judul")
    back = (visit.text("tombol_tugas_kembali"), f"t:lihat:{task_id}")
    if not found:
        visit.say("tugas_serah_tak_ada", keyboard([back]), judul=title)
        return
    on = page_of(found, page, _LISTED)
    rows = [[(_label(visit, duty, one), f"t:ke:{task_id}:{one.id}")] for one in on.shown]
    more = going_round(visit.office, on, lambda other: f"t:serah:{task_id}:{other}", "tombol_daftar_maju")
    visit.say("tugas_serah_pilih", keyboard(*rows, more, [back]), judul=title, lain=unknown)


async def _near(visit: Visit, duty: Duty) -> list[Holder]:
    wilayah = duty.task.wilayah
    around = kecamatan_of(wilayah)
    found = await visit.ask_once(people.around, command("tugas").roles, sorted({wilayah, around}), visit.now)
    return [one for one in found if one.id != visit.me.id]


async def _next_door(visit: Visit, duty: Duty) -> list[Holder]:
    """The facilitators of the other desa of the kecamatan."""
    places = visit.office.catalog.places.children(kecamatan_of(duty.task.wilayah))
    others = sorted({place.code for place in places} - {duty.task.wilayah})
    found = await visit.ask_once(people.around, (FASILITATOR_DESA,), others, visit.now) if others else []
    return [one for one in found if one.id != visit.me.id]


def _label(visit: Visit, duty: Duty, one: Holder) -> str:
    """With the village of whoever is from another one."""
    parts = [one.name, role_name(visit.office, one.role)]
    place = visit.office.catalog.places.find(one.scope)
    is_next_door = place is not None and not lies_in(duty.task.wilayah, one.scope)
    return " · ".join([*parts, place.name] if place is not None and is_next_door else parts)[:_LABEL]


async def keys_for(visit: Visit, found: Sequence[Duty], text: str) -> list[list[Key]]:
    """*Minta Rahmi: …* where one of those who could take it is named in these words, else *Serahkan: …*."""
    spoken, rows = {*map(fold, re.findall(r"\w+", text))}, list[list[Key]]()
    for duty in found:
        title = words.part(visit.office, duty.task.rule, ".judul")
        named = await _named(visit, duty, spoken) if spoken else []
        label, data = visit.office.plain("tombol_tugas_serahkan_ini", judul=title), f"t:serah:{duty.task.id}"
        if len(named) == 1:
            label = visit.office.plain("tombol_tugas_minta_ini", nama=named[0].name, judul=title)
            data = f"t:ke:{duty.task.id}:{named[0].id}"
        rows.append([(label[:LABEL], data)])
    return rows


async def _named(visit: Visit, duty: Duty, spoken: set[str]) -> list[Holder]:
    """Who could take it and is called so, here or above; where nobody is, next door."""
    found = [one for one in await _near(visit, duty) if is_named(one, spoken)]
    found = found or [one for one in await _next_door(visit, duty) if is_named(one, spoken)]
    return list({one.id: one for one in found}.values())


async def offer_by_name(visit: Visit, task_id: int, told: Sequence[str]) -> None:
    """ "Serahkan ke Kadir": the one of that name here, in the kecamatan or next door; else the choice is shown. Who is
    named and cannot be asked is told ("ke bu nurmi dan pak darwis")."""
    duty = await mine(visit, task_id)
    if duty is None:
        return
    spoken = {*map(fold, told)}
    found = await _named(visit, duty, spoken)
    named = {name: {*map(fold, name.split())} for name in _names(visit, told)}
    unknown = [name for name, words in named.items() if not any(is_named(one, words) for one in found)]
    if len(found) == 1:
        await offer(visit, task_id, found[0].id, unknown)
    else:
        await choose(visit, task_id, unknown=unknown)


def _names(visit: Visit, told: Sequence[str]) -> list[str]:
    """Between "dan", as they are addressed."""
    world, names = visit.office.catalog.world, [list[str]()]
    for word in told:
        if word in world.guests_said["dan"]:
            names.append([])
        else:
            names[-1].append(word)
    return [" ".join(name) for name in names if name and name[0] in world.noting["sapaan"]]


def is_named(one: Holder, spoken: set[str]) -> bool:
    return not spoken.isdisjoint(word for word in map(fold, one.name.split()) if len(word) >= _SHORTEST_NAME)


async def offer(visit: Visit, task_id: int, to: int, unknown: Sequence[str] = ()) -> None:
    """They are asked within their own hours; the giver hears of it when nobody answers."""
    duty = await mine(visit, task_id)
    if duty is None:
        return
    near = [*await _near(visit, duty), *await _next_door(visit, duty)]
    found = next((one for one in near if one.id == to), None)
    if found is None:
        visit.stale()
        return
    async with visit.ask() as connection:
        await tasks.set_values(connection, task_id, offered_to=to)
        await tasks.log(connection, [task_id], "offered", visit.now, visit.me.id, {"to": to})
        await notices.raise_for(connection, ASKED, str(task_id), {to: visit.now})
        await notices.raise_for(connection, UNANSWERED, str(task_id), {visit.me.id: visit.now + _WAITS})
    title = words.part(visit.office, duty.task.rule, ".judul")
    if duty.task.offered_to not in (None, to):
        await _tell_it_is_gone(visit, duty, duty.task.offered_to)
    visit.say("tugas_ditawarkan", nama=found.name, judul=title, lain=unknown)


async def _tell_it_is_gone(visit: Visit, duty: Duty, asked: int | None) -> None:
    """Whoever was asked first need not answer any more; who was not told yet hears nothing."""
    if asked is None:
        return
    subject = str(duty.task.id)
    async with visit.ask() as connection:
        is_untold = subject in await notices.waiting(connection, asked, ASKED)
        found = None if is_untold else await people.named(connection, asked)
    notices.withdraw(visit.turn, asked, ASKED, subject)
    if found is not None:
        told = words.line(visit.office, duty, visit.today)
        values = {"nama": found.name, "judul": told["judul"], "tempat": told["tempat"]}
        visit.tell(found.address, asked, visit.text("tugas_tak_jadi_diminta", **values))


async def accept(visit: Visit, task_id: int) -> None:
    """It changes hands, and what comes next comes at the hour of whoever took it."""
    duty = await mine(visit, task_id, UNFINISHED, (cards.ASKED,))
    if duty is None:
        return
    me, giver = visit.me.id, duty.task.owner_id
    async with visit.ask() as connection:
        is_theirs = await owners.hand(visit.round(connection), task_id, me)
    if not is_theirs:
        visit.toast("tugas_berubah")
        await cards.show(visit, task_id)
        return
    await _tell_giver(visit, duty, giver, accepted=True)
    await cards.show(visit, task_id)


async def refuse(visit: Visit, task_id: int) -> None:
    duty = await mine(visit, task_id, UNFINISHED, (cards.ASKED,))
    if duty is None:
        return
    async with visit.ask() as connection:
        await tasks.set_values(connection, task_id, offered_to=None)
        await tasks.log(connection, [task_id], "refused", visit.now, visit.me.id)
    await _tell_giver(visit, duty, duty.task.owner_id, accepted=False)
    visit.say("tugas_ditolak", judul=words.part(visit.office, duty.task.rule, ".judul"))


async def _tell_giver(visit: Visit, duty: Duty, giver: int | None, *, accepted: bool) -> None:
    """The answer to what they asked."""
    if giver is None:
        return
    notices.withdraw(visit.turn, giver, UNANSWERED, str(duty.task.id))
    found = await visit.ask_once(people.named, giver)
    if found is None:
        return
    told = words.line(visit.office, duty, visit.today)
    text = visit.text(
        "tugas_serah_jawaban",
        nama=found.name,
        siapa=visit.me.name,
        judul=told["judul"],
        tempat=told["tempat"],
        mau=accepted,
    )
    key = keyboard([(visit.text("tombol_tugas_lihat"), f"t:lihat:{duty.task.id}")])
    visit.tell(found.address, giver, text, more=None if accepted else {"reply_markup": key})


# --- told by the clock -----------------------------------------------------------------------------------------------


async def compose_asked(tour: Round, notice: Notice) -> Told | None:
    """To whoever is asked: what, where, by when, and from whom."""
    duty = await _still_offered(tour.connection, tour.office, notice)
    if duty is None or duty.task.offered_to != notice.person_id or duty.task.owner_id is None:
        return None
    giver = await people.named(tour.connection, duty.task.owner_id)
    told = words.line(tour.office, duty, tour.today)
    text = tour.text("tugas_diminta", nama=notice.name, dari=giver.name if giver else "", **told)
    labels = {"terima": "tombol_tugas_terima", "tolak": "tombol_tugas_tolak", "lihat": "tombol_tugas_lihat"}
    row = [(tour.text(label), f"t:{what}:{duty.task.id}") for what, label in labels.items()]
    return Told(text, keyboard(row[:2], row[2:]), beside=of_what(tour.office, told["judul"], *row))


async def compose_unanswered(tour: Round, notice: Notice) -> Told | None:
    """The offer ends; its giver learns that nobody answered."""
    duty = await _still_offered(tour.connection, tour.office, notice)
    if duty is None or duty.task.owner_id != notice.person_id:
        return None
    asked = await people.named(tour.connection, duty.task.offered_to)
    await tasks.set_values(tour.connection, duty.task.id, offered_to=None)
    await tasks.log(tour.connection, [duty.task.id], "unanswered", tour.now, None)
    told = words.line(tour.office, duty, tour.today)
    text = tour.text(
        "tugas_serah_sepi",
        nama=notice.name,
        siapa=asked.name if asked else "",
        judul=told["judul"],
        tempat=told["tempat"],
    )
    see = tour.text("tombol_tugas_lihat"), f"t:lihat:{duty.task.id}"
    return Told(text, keyboard([see]), beside=of_what(tour.office, told["judul"], see))


async def _still_offered(connection: Connection, office: Office, notice: Notice) -> Duty | None:
    """The task, while it waits for an answer."""
    duty = (await reminding.of_ids(connection, [int(notice.subject)])).get(int(notice.subject))
    if duty is None or duty.task.state != OPEN or duty.task.offered_to is None or not words.is_known(office, duty):
        return None
    return duty
