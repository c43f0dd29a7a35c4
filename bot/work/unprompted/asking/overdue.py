"""Who is late with a task of their own, with their telephone: asked in plain words by whoever looks after a wilayah."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.forms.heard import Typed
from bot.core.kinds.telepon import spelt
from bot.core.wilayah import kecamatan_of
from bot.store.database.database import Connection
from bot.store.people import people, phones
from bot.store.tasks import ladder, reminding
from bot.store.tasks.reminding import Duty
from bot.work.places.asked import by_kecamatan, inside, named
from bot.work.readiness import readiness
from bot.work.readiness.files import by_kecamatan as villages_by_kecamatan
from bot.work.readiness.readiness import scopes_of
from bot.work.readiness.urged_undated import below_list
from bot.work.readiness.words import without_day
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import place_name, task_title
from bot.work.tasks import words
from bot.work.tasks.following import held_up
from bot.work.visit import Visit

_SHOWN = 15  # people on a screen


@dataclass(frozen=True, slots=True)
class Late:
    """Somebody, and what they are late with, or left undone, the longest first."""

    name: str
    number: str
    duties: Sequence[Duty]


async def tell(visit: Visit, heard: Typed) -> None:
    """Where a kecamatan or a desa is named, there; "per kecamatan" how many there are in each."""
    where = inside(visit, heard.text, scopes_of(visit.grants))
    found, undone, waiting = await late_in(visit, where)
    late = [duty for one in found for duty in one.duties]
    counts = _by_kecamatan(visit, late) if by_kecamatan(visit, heard.text) else []
    shown = [] if counts else [line(visit, one) for one in found[:_SHOWN]]
    visit.say(
        "tanya_kerja_terlambat",
        keyboard(*([below_list(visit, "telat")] for _ in found[:1]), [(visit.text("tombol_menu_kesiapan"), "r:awal")]),
        wilayah=named(visit, where),
        jumlah=len(found),
        tugas=len(late),
        orang=shown,
        lain=0 if counts else len(found) - len(shown),
        kecamatan=counts,
        sisa=sum(len(one.duties) for one in undone),
        menyisakan=[] if counts else [_left(visit, one) for one in undone[:_SHOWN]],
        menunggu=[] if counts else [line(visit, one) for one in waiting[:_SHOWN]],
    )


async def rank(visit: Visit, _heard: Typed) -> None:
    """Every kecamatan, those with the most late tasks first, of equals where more villages have no day."""
    found, _, _ = await late_in(visit, scopes_of(visit.grants))
    late = Counter(kecamatan_of(duty.task.wilayah) for one in found for duty in one.duties)
    rows: list[dict[str, Any]] = []
    for code, inside_it in villages_by_kecamatan(await readiness.seen(visit)).items():
        told = {"nama": place_name(visit.office, code), "telat": late[code], "desa": len(inside_it)}
        rows.append(told | {"tanpa": len(without_day(inside_it)), "usulan": readiness.unread_in(inside_it)[0]})
    rows.sort(key=lambda row: (-row["telat"], -row["tanpa"] / row["desa"], -row["usulan"]))
    visit.say("tanya_kerja_kecamatan", keyboard([(visit.text("tombol_menu_kesiapan"), "r:awal")]), kecamatan=rows)


async def late_in(visit: Visit, where: Sequence[str]) -> tuple[list[Late], list[Late], list[Late]]:
    """By how long; who left undone what would have prepared a meeting that is over, with which nobody is late; and
    whose waits for others behind its day."""
    async with visit.look() as connection:
        duties = await reminding.of_ids(connection, await ladder.overdue(connection, where, visit.today))
        known = [one for one in duties.values() if words.is_known(visit.office, one)]
        held = await held_up(connection, visit.office, [one.task for one in known])
        known = sorted((replace(one, held=one.task.id in held) for one in known), key=lambda one: one.task.due_on)
        late = [one for one in known if words.is_late(visit.office, one, visit.today)]
        undone = [one for one in known if words.is_over(visit.office, one, visit.today) and not one.task.on_behalf]
        waiting = [one for one in known if one not in late and not words.is_over(visit.office, one, visit.today)]
        return (
            await by_owner(connection, late),
            await by_owner(connection, undone),
            await by_owner(connection, waiting),
        )


async def by_owner(connection: Connection, duties: Sequence[Duty]) -> list[Late]:
    found: dict[int, list[Duty]] = {}
    for one in duties:
        found.setdefault(one.task.owner_id or 0, []).append(one)
    names, numbers = await people.names(connection, list(found)), await phones.of(connection, list(found))
    return [Late(names.get(owner, ""), numbers.get(owner, ""), theirs) for owner, theirs in found.items()]


def _where(visit: Visit, one: Late) -> str:
    """All the places of what they are late with."""
    return named(visit, [*dict.fromkeys(duty.task.wilayah for duty in one.duties)])


def _left(visit: Visit, one: Late) -> dict[str, object]:
    return {"nama": one.name, "wilayah": _where(visit, one), "tugas": len(one.duties), "nomor": spelt(one.number)}


def line(visit: Visit, one: Late) -> dict[str, object]:
    first = one.duties[0]
    return {
        "nama": one.name,
        "wilayah": _where(visit, one),
        "nomor": spelt(one.number),
        "tugas": task_title(visit.office, first.task.rule),
        "lambat": words.late(visit.office, first, visit.today),
        "batas": words.day(first.task.due_on),
        "lagi": len(one.duties) - 1,
    }


def _by_kecamatan(visit: Visit, late: Sequence[Duty]) -> list[Mapping[str, object]]:
    found: dict[str, list[Duty]] = {}
    for one in late:
        found.setdefault(kecamatan_of(one.task.wilayah), []).append(one)
    return [
        {
            "wilayah": place_name(visit.office, code),
            "orang": len({one.task.owner_id for one in duties}),
            "tugas": len(duties),
        }
        for code, duties in sorted(found.items())
    ]
