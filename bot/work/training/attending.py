"""The code on the wall: whoever scans it on that day is here; and the tests that belong to the day."""

from bot.core.lessons.exams import BEFORE
from bot.core.places.spelling import fold
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.lessons import exams as taken
from bot.store.roles import invites
from bot.store.training import days as stored
from bot.store.training import seats
from bot.work.access import allowed, command
from bot.work.codes.handing_out import link
from bot.work.codes.secret_codes import is_code, may_try, tidy
from bot.work.lessons import exams, sending
from bot.work.lessons.verifying import WRONG_AN_HOUR
from bot.work.saying import files
from bot.work.saying.keyboard import keyboard
from bot.work.training import days
from bot.work.training.days import Day
from bot.work.visit import Visit

#: What the link of the code begins with.
FRONT = "hadir-"


async def send_poster(visit: Visit, occasion_id: int) -> None:
    """A4, to hang beside the door."""
    day = await days.find_to_hold(visit, occasion_id)
    if day is None:
        return
    async with visit.ask() as connection:
        training = await days.prepared(visit, connection, day.occasion)
    label, told = visit.text, days.told(visit.office, day.occasion)
    args = {
        "agency": visit.office.bappeda,
        "headline": label("pelatihan_poster_judul"),
        "place": day.occasion.about or told["nama"],
        "above": f"{told['wilayah']}, {visit.office.day(day.occasion.starts_at)}",
        "steps": [label(f"pelatihan_poster_langkah.{number}") for number in (1, 2, 3)],
        "note": label("pelatihan_poster_catatan"),
        "contact": label("pelatihan_poster_tanpa_hp"),
        "url": link(visit.office, f"{FRONT}{training.code}"),
        "footer": label("pelatihan_poster_kaki"),
        "filename": label("pelatihan_poster_berkas", nama=fold(day.occasion.about)[:30] or "hadir"),
    }
    files.make(visit, "poster", args, label("pelatihan_poster_kirim", **told))


async def arrive(visit: Visit, code: str) -> None:
    """Somebody scanned it: on its day they are here, and learn from now on."""
    one = await _held_by(visit, code)
    if one is None:
        return
    told = days.told(visit.office, one)
    scope = _scope(visit, one)
    if scope is None:
        visit.say("pelatihan_hadir_bukan")
    elif not days.is_today(visit, one) or one.cancelled_at is not None:
        visit.say("pelatihan_hadir_hari_lain", batal=one.cancelled_at is not None, **told)
    else:
        async with visit.ask() as connection:
            is_new = await seats.arrive(connection, one.id, visit.me.id, scope, visit.now)
            await sending.enrol(visit.round(connection), [visit.me.id])
        await _welcome(visit, one.id, is_new=is_new)


async def take_code(visit: Visit, code: str) -> bool:
    """The same code typed; False where it is none of a training."""
    is_ours = is_code(code) and await visit.look_up(stored.by_code, tidy(code)) is not None
    if is_ours:
        await arrive(visit, code)
    return is_ours


async def _held_by(visit: Visit, code: str) -> Occasion | None:
    """What the code stands for; None is said. Nobody tries them all."""
    async with visit.ask() as connection:
        if not await may_try(visit, connection, WRONG_AN_HOUR, "cek_terlalu_sering"):
            return None
        training = await stored.by_code(connection, tidy(code)) if is_code(code) else None
        one = await occasions.one(connection, training.occasion_id) if training is not None else None
        if one is None:
            await invites.note_wrong(connection, visit.me.id, visit.now)
            visit.say("pelatihan_hadir_kode")
    return one


def _scope(visit: Visit, one: Occasion) -> str | None:
    """From where somebody with work of their own comes; also those who were not invited, when they are here."""
    mine = [grant.scope for grant in visit.grants if allowed(command("belajar"), [grant])]
    return max(sorted(mine), key=len, default=None)


async def _welcome(visit: Visit, occasion_id: int, *, is_new: bool) -> None:
    day = await days.find(visit, occasion_id)
    hour = visit.office.local(visit.now).strftime("%H.%M")
    if day is None:  # from another wilayah
        visit.say("pelatihan_hadir", baru=is_new, nama=visit.me.name, jam=hour, tes="")
        return
    if day.seat is not None and day.seat.came_at is not None:
        hour = visit.office.local(day.seat.came_at).strftime("%H.%M")
    test = days.left_of(visit, day)
    more = [(visit.text("tombol_pelatihan_lihat"), f"latih:lihat:{occasion_id}")]
    keys = keyboard(days.test_keys(visit, day), more)
    visit.say("pelatihan_hadir", keys, baru=is_new, nama=visit.me.name, jam=hour, tes=test)


async def take_test(visit: Visit, kind: str, occasion_id: int) -> None:
    """One of each for whoever came; what was begun goes on."""
    day = await days.find(visit, occasion_id)
    if day is None or days.test_of(visit, day) != kind:
        visit.stale()
        return
    mine = await _test(visit, day, kind)
    if mine is not None and not mine.is_open:
        visit.say("pelatihan_tes_sudah", benar=mine.right, dari=mine.asked)
    elif mine is not None:
        await exams.go_on(visit, mine)
    else:
        visit.say("pelatihan_tes", awal=kind == BEFORE)
        await exams.begin_now(visit, kind, occasion_id)


async def _test(visit: Visit, day: Day, kind: str) -> taken.Exam | None:
    found = (await visit.ask_once(taken.of_people, [visit.me.id])).get(visit.me.id, [])
    same = [exam for exam in found if exam.kind == kind and exam.occasion_id == day.occasion.id]
    return same[0] if same else None
