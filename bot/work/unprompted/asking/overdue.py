"""Who is late with a task of their own, with their telephone: asked in plain words by whoever looks after a wilayah."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.forms.heard import Typed
from bot.core.kinds.telepon import spelt
from bot.core.wilayah import kecamatan_of
from bot.store.people import people, phones
from bot.store.tasks import ladder, reminding
from bot.store.tasks.reminding import Duty
from bot.work.places.asked import by_kecamatan, inside, named
from bot.work.readiness import readiness
from bot.work.readiness import reminding as reminders
from bot.work.readiness.files import by_kecamatan as villages_by_kecamatan
from bot.work.readiness.readiness import scopes_of
from bot.work.readiness.words import without_day
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import place_name, task_title
from bot.work.tasks import words
from bot.work.tasks.following import held_up
from bot.work.visit import Visit

_SHOWN = 15  # people on a screen


@dataclass(frozen=True, slots=True)
class _Late:
    """Somebody, and what they are late with, or left undone, the longest first."""

    name: str
    number: str
    duties: Sequence[Duty]


async def tell(visit: Visit, heard: Typed) -> None:
    """Where a kecamatan or a desa is named, there; "per kecamatan" how many there are in each."""
    where = inside(visit, heard.text, scopes_of(visit.grants))
    found, undone, waiting = await _late(visit, where)
    late = [duty for one in found for duty in one.duties]
    counts = _by_kecamatan(visit, late) if by_kecamatan(visit, heard.text) else []
    shown = [] if counts else [_line(visit, one) for one in found[:_SHOWN]]
    visit.say(
        "tanya_kerja_terlambat",
        keyboard([(visit.text("tombol_menu_kesiapan"), "r:awal")]),
        wilayah=named(visit, where),
        jumlah=len(found),
        tugas=len(late),
        orang=shown,
        lain=0 if counts else len(found) - len(shown),
        kecamatan=counts,
        sisa=sum(len(one.duties) for one in undone),
        menyisakan=[] if counts else [_left(visit, one) for one in undone[:_SHOWN]],
        menunggu=[] if counts else [_line(visit, one) for one in waiting[:_SHOWN]],
    )


async def rank(visit: Visit, _heard: Typed) -> None:
    """Every kecamatan, those with the most late tasks first, of equals where more villages have no day."""
    found, _, _ = await _late(visit, scopes_of(visit.grants))
    late = Counter(kecamatan_of(duty.task.wilayah) for one in found for duty in one.duties)
    rows: list[dict[str, Any]] = []
    for code, inside_it in villages_by_kecamatan(await readiness.seen(visit)).items():
        told = {"nama": place_name(visit.office, code), "telat": late[code], "desa": len(inside_it)}
        rows.append(told | {"tanpa": len(without_day(inside_it)), "usulan": readiness.unread_in(inside_it)[0]})
    rows.sort(key=lambda row: (-row["telat"], -row["tanpa"] / row["desa"], -row["usulan"]))
    visit.say("tanya_kerja_kecamatan", keyboard([(visit.text("tombol_menu_kesiapan"), "r:awal")]), kecamatan=rows)


async def remind(visit: Visit, heard: Typed) -> None:
    """ "Ingatkan yang telat itu": each of them, of what is open the longest."""
    found, _, _ = await _late(visit, inside(visit, heard.text, scopes_of(visit.grants)))
    for one in found[:_SHOWN]:
        first = one.duties[0].task
        whom = (first.owner_id or 0, one.name)
        await reminders.urge(visit, first.wilayah, whom, task_title(visit.office, first.rule))
    if not found:
        await tell(visit, heard)


async def _late(visit: Visit, where: Sequence[str]) -> tuple[list[_Late], list[_Late], list[_Late]]:
    """By how long; who left undone what would have prepared a meeting that is over, with which nobody is late; and
    whose waits for others behind its day."""
    async with visit.look() as connection:
        duties = await reminding.of_ids(connection, await ladder.overdue(connection, where, visit.today))
        known = [one for one in duties.values() if words.is_known(visit.office, one)]
        held = await held_up(connection, visit.office, [one.task for one in known])
        known = sorted((replace(one, held=one.task.id in held) for one in known), key=lambda one: one.task.due_on)
        owners = list(dict.fromkeys(one.task.owner_id for one in known if one.task.owner_id is not None))
        names, numbers = await people.names(connection, owners), await phones.of(connection, owners)
    late = [one for one in known if words.is_late(visit.office, one, visit.today)]
    undone = [one for one in known if words.is_over(visit.office, one, visit.today) and not one.task.on_behalf]
    waiting = [one for one in known if one not in late and not words.is_over(visit.office, one, visit.today)]
    return _by_owner(late, names, numbers), _by_owner(undone, names, numbers), _by_owner(waiting, names, numbers)


def _by_owner(duties: Sequence[Duty], names: Mapping[int, str], numbers: Mapping[int, str]) -> list[_Late]:
    found: dict[int, list[Duty]] = {}
    for one in duties:
        found.setdefault(one.task.owner_id or 0, []).append(one)
    return [_Late(names.get(owner, ""), numbers.get(owner, ""), theirs) for owner, theirs in found.items()]


def _where(visit: Visit, one: _Late) -> str:
    """All the places of what they are late with."""
    return named(visit, [*dict.fromkeys(duty.task.wilayah for duty in one.duties)])


def _left(visit: Visit, one: _Late) -> dict[str, object]:
    return {"nama": one.name, "wilayah": _where(visit, one), "tugas": len(one.duties), "nomor": spelt(one.number)}


def _line(visit: Visit, one: _Late) -> dict[str, object]:
    first = one.duties[0]
    return {
        "nama": one.name,
        "wilayah": _where(visit, one),
        "nomor": spelt(one.number),
        "tugas": task_title(visit.office, first.task.rule),
        "lambat": words.late(visit.office, first, visit.today),
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
