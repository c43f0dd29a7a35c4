"""A lesson, read message by message: each tap brings one."""

from dataclasses import dataclass
from html import escape
from typing import Any

from bot.core.lessons.lessons import Lesson
from bot.store.lessons import learners, progress
from bot.store.queues import notices
from bot.work.access import BAPPEDA, PELATIH
from bot.work.lessons import asking_back, resting
from bot.work.lessons.coaching import voices
from bot.work.lessons.standing import Standing, lessons_for, standing_of
from bot.work.saying import files
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.visit import Visit

#: Whoever teaches may read what others are taught.
_TEACHERS = frozenset({PELATIH, BAPPEDA})
_MESSAGE, _PICTURE, _PRACTICE = "pesan", "gambar", "coba"


@dataclass(frozen=True, slots=True)
class Page:
    """One message of a lesson: HTML of the lesson itself, its picture, or what to try out."""

    what: str
    html: str = ""


def pages_of(lesson: Lesson) -> list[Page]:
    pages = [Page(_MESSAGE, text) for text in lesson.messages]
    pages += [Page(_PICTURE)] if lesson.picture else []
    return [*pages, *([Page(_PRACTICE)] if lesson.practice else [])]


def readable(visit: Visit, key: str) -> Lesson | None:
    """The lesson, if it is meant for this person; None for others and for one that is no more."""
    lesson = visit.office.catalog.curriculum.lessons.get(key)
    if lesson is None or _TEACHERS & {grant.role for grant in visit.grants}:
        return lesson
    return lesson if lesson in lessons_for(visit.office, visit.grants, met=False) else None


async def standing(visit: Visit) -> Standing | None:
    async with visit.ask() as connection:
        return (await standing_of(visit.round(connection), [visit.me.id])).get(visit.me.id)


async def read(visit: Visit, key: str, number: int) -> None:
    """The message of this number (1 is the first) and the way to the next."""
    lesson = readable(visit, key)
    if lesson is None:
        visit.stale()
        return
    pages = pages_of(lesson)
    number = min(max(number, 1), len(pages))
    page, is_new = pages[number - 1], await _note(visit, lesson, number)
    if page.what == _PRACTICE and is_new:
        asking_back.ask_later(visit.turn, visit.me.id, lesson.key)
    await _show(visit, lesson, page, number, len(pages), is_new=is_new)


async def _note(visit: Visit, lesson: Lesson, number: int) -> bool:
    """True when they had not read so far."""
    async with visit.ask() as connection:
        known = (await progress.of_people(connection, [visit.me.id])).get(visit.me.id, {}).get(lesson.key)
        await progress.read_page(connection, visit.me.id, lesson.key, lesson.version, number, visit.now)
    await resting.wake(visit)
    if known is None or known.opened_at is None:
        notices.withdraw(visit.turn, visit.me.id, notices.LESSON, lesson.key)
    return known is None or known.page < number


async def _show(visit: Visit, lesson: Lesson, page: Page, number: int, most: int, *, is_new: bool) -> None:
    row = [_onwards(visit, lesson, number, most)]
    if page.what == _PICTURE:
        await _show_picture(visit, lesson, row)
    elif page.what == _PRACTICE:
        tell = [] if is_new else [(visit.text("tombol_coba_cerita"), f"x:coba:{lesson.key}")]
        visit.say("pelajaran_coba", keyboard(row, tell), coba=lesson.practice)
    else:
        title = f"{visit.text('pelajaran_judul', judul=lesson.title)}\n\n" if number == 1 else ""
        aloud = await voices.keys_of(visit, lesson.key) if number == 1 else []
        visit.send(title + page.html, keyboard(row, *in_rows(aloud, 2)))


def _onwards(visit: Visit, lesson: Lesson, number: int, most: int) -> Key:
    if number < most:
        return visit.text("tombol_belajar_lanjut", ke=number + 1, dari=most), f"x:baca:{lesson.key}:{number + 1}"
    return visit.text("tombol_belajar_kuis"), f"x:kuis:{lesson.key}:0"


async def _show_picture(visit: Visit, lesson: Lesson, row: list[Key]) -> None:
    """As words alone where somebody spares their data; the picture is a tap away."""
    if await is_thrifty(visit):
        ask = (visit.text("tombol_belajar_gambar"), f"x:gambar:{lesson.key}")
        visit.say("pelajaran_gambar", keyboard([ask], row), isi=lesson.picture_text)
    else:
        _send_picture(visit, lesson, keyboard(row))


def show_picture(visit: Visit, key: str) -> None:
    """*Lihat gambar*."""
    lesson = readable(visit, key)
    if lesson is None or not lesson.picture:
        visit.stale()
    else:
        _send_picture(visit, lesson, None)


def _send_picture(visit: Visit, lesson: Lesson, markup: dict[str, Any] | None) -> None:
    args = {"svg": visit.office.catalog.shelf.picture(lesson.picture), "filename": lesson.picture}
    files.make(visit, "drawing", args, escape(lesson.picture_text, quote=False), markup, kind="photo")


async def now(visit: Visit) -> None:
    """*Sekarang*: the one that was begun, else the first of their order that is not finished."""
    stands = await standing(visit)
    begun = begun_in(stands) if stands is not None else None
    pick = stands.onward(visit.office, visit.today) if stands is not None else None
    if begun is not None:
        await read(visit, *begun)
    elif pick is not None:
        await read(visit, pick.lesson.key, 1)
    else:
        visit.say("belajar_habis")


def begun_in(stands: Standing) -> tuple[str, int] | None:
    """(lesson, number of the next message) of what was opened and not finished, the newest first."""
    newest = stands.begun
    return None if newest is None else (newest.lesson, newest.page + 1)


def later(visit: Visit) -> None:
    """*Nanti*: it stays where it is."""
    visit.toast("belajar_nanti")


async def is_thrifty(visit: Visit) -> bool:
    """*Hemat*: whoever pays for every megabyte gets pictures only when they ask for them."""
    found = (await visit.ask_once(learners.of_people, [visit.me.id])).get(visit.me.id)
    return found is not None and found.thrifty
