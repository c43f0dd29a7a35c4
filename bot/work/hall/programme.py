"""The programme with its minutes: what runs and what is left; and setting it before the meeting begins."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.hall.points import (
    LONGEST_MINUTES,
    LONGEST_TITLE,
    MOST,
    Point,
    following,
    mark,
    moved,
    remaining,
    renumbered,
    running,
)
from bot.store.database.database import Connection
from bot.store.hall import hall as stored
from bot.work.hall import drafts
from bot.work.hall.args import number
from bot.work.hall.meeting import Hall
from bot.work.saying.keyboard import Key
from bot.work.saying.naming import occasion_name
from bot.work.saying.paging import page_of
from bot.work.visit import Journey, Visit

_STEP = 5  # minutes
_ON_A_PAGE = 5


async def points_of(connection: Connection, hall: Hall) -> list[Point]:
    """As they were set; the usual ones until somebody sets them."""
    found = await stored.programme(connection, hall.id)
    programmes = hall.visit.office.catalog.programmes
    return found or list(programmes.get(hall.occasion.kind) or programmes[""])


async def show(hall: Hall, _args: list[str]) -> None:
    """What runs, minutes used of minutes meant, and what is left until the end."""
    points = await hall.visit.ask_once(points_of, hall)
    now, current, coming = hall.visit.now, running(points), following(points)
    left = remaining(points, now)
    counted_from = now if any(point.began_at for point in points) else max(now, hall.occasion.starts_at)
    text = hall.visit.text(
        "rapat_acara",
        pertemuan=occasion_name(hall.visit.office, hall.occasion),
        acara=[_line(hall, point) for point in points],
        judul=current.title if current else "",
        terpakai=current.used(now) if current else 0,
        menit=current.minutes if current else 0,
        lewat=max(current.used(now) - current.minutes, 0) if current else 0,
        sisa=_spell(left),
        selesai=hall.visit.office.local(counted_from + left).strftime("%H.%M"),
        usai=current is None and coming is None,
    )
    hall.show(text, *_keys(hall, points, current, coming), [hall.back()])


def _line(hall: Hall, point: Point) -> dict[str, Any]:
    state = "jalan" if point.is_running else "nanti" if point.began_at is None else "usai"
    used = point.used(hall.visit.now)
    return {"nomor": point.position, "judul": point.title, "menit": point.minutes, "keadaan": state, "terpakai": used}


def _spell(left: timedelta) -> dict[str, int]:
    minutes = int(left.total_seconds() // 60)
    return {"jam": minutes // 60, "menit": minutes % 60}


def _keys(hall: Hall, points: Sequence[Point], current: Point | None, coming: Point | None) -> list[list[Key]]:
    sign, rows = mark(points), []
    if coming is not None:
        told = {"judul": coming.title[:30]}
        label = Words("rapat_tombol_berikutnya" if current else "rapat_tombol_mulai", told)
        rows.append([hall.key(label, "mulai", coming.position, sign)])
    elif current is not None:
        rows.append([hall.key(Words("rapat_tombol_tutup"), "tutup", current.position, sign)])
    rows.append([hall.key(Words("rapat_tombol_perbarui"), "acara"), hall.key(Words("rapat_tombol_susun"), "susun")])
    return rows


async def begin(hall: Hall, args: list[str]) -> None:
    """The next point; what ran is over. Who pressed second learns that it has begun."""
    position = number(args)
    async with hall.visit.ask() as connection:
        points = await points_of(connection, hall)
        coming = following(points)
        if coming is None or coming.position != position or args[1:] != [mark(points)]:
            hall.visit.toast("rapat_acara_berubah")
        else:
            await stored.fill_programme(connection, hall.id, points)
            await stored.end_points(connection, hall.id, hall.visit.now)
            await stored.begin_point(connection, hall.id, position, hall.visit.now)
    await show(hall, [])


async def close(hall: Hall, args: list[str]) -> None:
    """The last point is over, and with it the meeting."""
    async with hall.visit.ask() as connection:
        current = running(await points_of(connection, hall))
        if current is not None and current.position == number(args):
            await stored.end_points(connection, hall.id, hall.visit.now)
    await show(hall, [])


async def arrange(hall: Hall, args: list[str]) -> None:
    """The points as buttons, to be changed one by one."""
    points = await hall.visit.ask_once(points_of, hall)
    page, sign = page_of(points, number(args), _ON_A_PAGE), mark(points)
    keys = [
        hall.key(f"{one.position}. {one.title[:34]} · {one.minutes}", "poin", one.position, sign) for one in page.shown
    ]
    add = [hall.key(Words("rapat_tombol_tambah_acara"), "acarabaru")] if len(points) < MOST else []
    total = _spell(timedelta(minutes=sum(point.minutes for point in points)))
    text = hall.visit.text("rapat_susun", jumlah=len(points), total=total)
    hall.show(text, *([key] for key in keys), hall.turning("susun", page), add, [hall.back("acara")])


def _page_with(position: int) -> list[str]:
    return [str((position - 1) // _ON_A_PAGE)]


async def show_point(hall: Hall, args: list[str]) -> None:
    points = await hall.visit.ask_once(points_of, hall)
    point = _point(points, args)
    if point is None:
        await _changed(hall)
        return
    hall.show(
        hall.visit.text("rapat_poin", nomor=point.position, judul=point.title, menit=point.minutes),
        *_point_keys(hall, point, mark(points)),
        [hall.back("susun", *_page_with(point.position))],
    )


def _point_keys(hall: Hall, point: Point, sign: str) -> list[list[Key]]:
    def key(name: str, verb: str) -> Key:
        return hall.key(Words(name), verb, point.position, sign)

    rows = [[key("rapat_tombol_kurang", "kurang"), key("rapat_tombol_lebih", "lebih")]]
    if point.began_at is None:
        rows.append([key("rapat_tombol_naik", "naik"), key("rapat_tombol_turun", "turun")])
        rows.append([key("rapat_tombol_buang", "buang")])
    return rows


def _point(points: Sequence[Point], args: Sequence[str]) -> Point | None:
    """The point that a button meant; None when the programme is no longer the one the button belonged to."""
    if list(args[1:2]) != [mark(points)]:
        return None
    return next((point for point in points if point.position == number(args)), None)


async def _changed(hall: Hall) -> None:
    hall.visit.toast("rapat_acara_berubah")
    await arrange(hall, [])


async def change(hall: Hall, verb: str, args: list[str]) -> None:
    """More or fewer minutes, one place up or down, or away with it."""
    async with hall.visit.ask() as connection:
        points = await points_of(connection, hall)
        point = _point(points, args)
        after = points if point is None else _changed_points(points, point, verb)
        if after != points:
            await stored.replace_programme(connection, hall.id, after)
    if point is None or verb in ("naik", "turun", "buang"):
        await (_changed(hall) if point is None else arrange(hall, _page_with(point.position)))
    else:
        await show_point(hall, [str(point.position), mark(after)])


def _changed_points(points: Sequence[Point], point: Point, verb: str) -> list[Point]:
    if verb in ("naik", "turun"):
        return moved(points, point.position, -1 if verb == "naik" else 1)
    if verb == "buang":
        stays = point.began_at is not None or len(points) == 1
        return list(points) if stays else renumbered([one for one in points if one is not point])
    minutes = min(max(point.minutes + (_STEP if verb == "lebih" else -_STEP), _STEP), LONGEST_MINUTES)
    return [replace(one, minutes=minutes) if one is point else one for one in points]


async def more_minutes(hall: Hall, args: list[str]) -> None:
    await change(hall, "lebih", args)


async def fewer_minutes(hall: Hall, args: list[str]) -> None:
    await change(hall, "kurang", args)


async def move_up(hall: Hall, args: list[str]) -> None:
    await change(hall, "naik", args)


async def move_down(hall: Hall, args: list[str]) -> None:
    await change(hall, "turun", args)


async def remove(hall: Hall, args: list[str]) -> None:
    await change(hall, "buang", args)


async def ask_point(hall: Hall, _args: list[str]) -> None:
    drafts.ask(hall, JOURNEY)


async def finish_point(visit: Visit, flow: Flow, state: State) -> None:
    """A point of one's own comes last; it can be moved up."""
    hall = await drafts.enter_again(visit, state)
    if hall is None:
        return
    answers = record(flow, state)
    title = answers["judul"]["text"].replace("\n", " ")[:LONGEST_TITLE]
    async with visit.ask() as connection:
        points = await points_of(connection, hall)
        if len(points) < MOST:
            own = Point(len(points) + 1, title, answers["menit"])
            await stored.replace_programme(connection, hall.id, [*points, own])
    visit.say("rapat_acara_ditambah" if len(points) < MOST else "rapat_acara_penuh", judul=title)
    await arrange(hall, _page_with(MOST))


JOURNEY = Journey("rapat_acara", finish_point)
