"""/belajar: where one is, what comes next, when it comes, and everything that can be read at any time."""

from typing import Any

from bot.core.lessons.lessons import DELEGATES, MODULES
from bot.core.understanding.times.days import DAYS, show_date
from bot.store.lessons import learners
from bot.store.lessons.learners import Learner
from bot.work.access import EXAMINED
from bot.work.lessons import exams, resting, sending
from bot.work.lessons.coaching.trainers import scopes_of
from bot.work.lessons.left import left_keys, lying
from bot.work.lessons.reading import begun_in, readable, standing
from bot.work.lessons.standing import Standing, standing_of
from bot.work.lessons.stories import LISTENERS
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.visit import Visit


async def show(visit: Visit) -> None:
    """Whoever comes here for the first time learns from now on."""
    await resting.wake(visit)
    async with visit.ask() as connection:
        tour = visit.round(connection)
        stands = (await standing_of(tour, [visit.me.id])).get(visit.me.id)
        learner = await enrolled(visit) if stands is not None else None
        cards = (await sending.cards_left(tour, [visit.me.id])).get(visit.me.id, 0)
    if stands is None or learner is None:
        visit.say("belajar_belum_ada", keyboard(*_more(visit)))
        return
    begun, pick = begun_in(stands), stands.onward(visit.office, visit.today)
    values = {"selesai": stands.read, "semua": len(stands.lessons), "soal": cards, **_when(visit, learner)}
    title = pick.lesson.title if pick is not None else ""
    rest = visit.office.catalog.curriculum.lessons[begun[0]].title if begun is not None else ""
    tests = exams.keys_of(visit, await exams.taken_by(visit))
    rows = [_first(visit, stands, cards), tests, *_settings(visit, learner), *_more(visit)]
    visit.say("belajar", keyboard(*rows), berikut=title, sambung=rest, hemat=learner.thrifty, **values)


async def welcome_back(visit: Visit) -> None:
    """Whoever was long away and says so: what waits, one lesson."""
    await resting.wake(visit)
    stands = await standing(visit)
    pick = stands.onward(visit.office, visit.today) if stands is not None else None
    if stands is None or pick is None:
        await show(visit)
        return
    begun = begun_in(stands)
    title = visit.office.catalog.curriculum.lessons[begun[0]].title if begun is not None else pick.lesson.title
    label = "tombol_belajar_sambung" if begun is not None else "tombol_belajar_sekarang"
    keys = keyboard([(visit.text(label), "x:sekarang"), (visit.text("tombol_belajar"), "x:awal")])
    visit.say("belajar_kembali", keys, nama=visit.me.name, judul=title, sambung=begun is not None)


async def enrolled(visit: Visit) -> Learner | None:
    """None until they have come here, or had their role for a second."""
    async with visit.ask() as connection:
        found = (await learners.of_people(connection, [visit.me.id])).get(visit.me.id)
        if found is None:
            await sending.enrol(visit.round(connection), [visit.me.id])
            found = (await learners.of_people(connection, [visit.me.id])).get(visit.me.id)
    return found


def _when(visit: Visit, learner: Learner) -> dict[str, Any]:
    rhythm = learner.rhythm
    paused = rhythm.rest_on(visit.today)
    return {
        "hari": [DAYS[int(day) - 1] for day in rhythm.days],
        "jam": f"{rhythm.hour:%H.%M}",
        "jeda": show_date(paused) if paused is not None else "",
    }


def _first(visit: Visit, stands: Standing, cards: int) -> list[Key]:
    begun = begun_in(stands)
    label = "tombol_belajar_sambung" if begun is not None else "tombol_belajar_sekarang"
    now = [(visit.text(label), "x:sekarang")] if stands.unfinished else []
    left = left_keys(visit, stands) if lying(stands) else []
    return [*now, *left, *([(visit.text("tombol_belajar_ulang", jumlah=cards), "x:ulang")] if cards else [])]


def _settings(visit: Visit, learner: Learner) -> list[list[Key]]:
    text, paused = visit.text, _when(visit, learner)["jeda"]
    pause = (text("tombol_belajar_lagi"), "x:jeda:0") if paused else (text("tombol_belajar_jeda"), "x:jeda")
    thrift = ("tombol_belajar_gambar_lagi", "x:boros") if learner.thrifty else ("tombol_belajar_hemat", "x:hemat")
    return [
        [(text("tombol_belajar_jam"), "x:jam"), pause],
        [(text("tombol_belajar_daftar"), "x:daftar"), (text(thrift[0]), thrift[1])],
    ]


def _more(visit: Visit) -> list[list[Key]]:
    curriculum, text = visit.office.catalog.curriculum, visit.text
    scenes = [(text("tombol_belajar_latihan"), "x:latihan")] if curriculum.scenes else []
    asked = [(text("tombol_belajar_ditanya"), "x:ditanya:0")] if curriculum.hard else []
    listens = any(grant.role in LISTENERS for grant in visit.grants)
    waiting = [(text("tombol_pelatih_daftar"), "x:antre:0")] if scopes_of(visit) else []
    mine = any(grant.role in EXAMINED for grant in visit.grants)
    certificate = [(text("tombol_belajar_sertifikat"), "x:sertifikat")] if mine else []
    told = [(text("tombol_belajar_cerita"), "x:cerita:0")] if listens else []
    days = [(text("tombol_pelatihan"), "latih:daftar")]
    return [[*scenes, *asked], [*certificate, *days], [*told, *waiting]]


# --- by module -------------------------------------------------------------------------------------------------------


async def list_modules(visit: Visit) -> None:
    lessons = visit.office.catalog.curriculum.lessons
    found = [one for one in (*MODULES, DELEGATES) if any(_is_theirs(visit, key, one) for key in lessons)]
    keys = [(visit.text(f"modul.{one}"), f"x:modul:{one}") for one in found]
    visit.say("belajar_daftar", keyboard(*in_rows(keys, 1)))


def _is_theirs(visit: Visit, key: str, module: str) -> bool:
    lesson = readable(visit, key)
    return lesson is not None and lesson.module == module


async def list_lessons(visit: Visit, module: str) -> None:
    """The lessons of a module, read ones marked; each is read at any time."""
    mine = [one for one in visit.office.catalog.curriculum.lessons.values() if _is_theirs(visit, one.key, module)]
    if not mine:
        visit.stale()
        return
    stands = await standing(visit)
    seen = stands.seen if stands is not None else {}
    done = {key for key, one in seen.items() if one.finished_at is not None}
    keys = [
        (visit.text("tombol_belajar_satu", judul=one.title, selesai=one.key in done), f"x:baca:{one.key}:1")
        for one in mine
    ]
    visit.say("belajar_modul", keyboard(*in_rows(keys, 1)), modul=visit.text(f"modul.{module}"))


# --- thrift ----------------------------------------------------------------------------------------------------------


async def set_thrift(visit: Visit, *, thrifty: bool) -> None:
    if await enrolled(visit) is None:
        visit.stale()
        return
    async with visit.ask() as connection:
        await learners.change(connection, visit.me.id, thrifty=thrifty)
    visit.say("belajar_hemat", keyboard([(visit.text("tombol_belajar"), "x:awal")]), hemat=thrifty)
