"""Where somebody begins who does not know yet how: the first thing of today alone, and how it is done."""

from datetime import timedelta
from typing import Any

from bot.core.forms.heard import Typed
from bot.core.understanding.times.days import show_day
from bot.core.wilayah import DESA, level_of
from bot.store.calendar import occasions
from bot.store.reading import readings
from bot.store.tasks.duties import MINE
from bot.work.access import allowed, command
from bot.work.calendar.permitted import levels
from bot.work.reading import lists
from bot.work.saying.keyboard import Key, keyboard
from bot.work.tasks import duties, words
from bot.work.visit import Visit

_AHEAD = timedelta(days=400)
TASK, QUESTIONS, UNREAD, READY, DATE, NOTHING = "tugas", "pertanyaan", "baca", "kesiapan", "tanggal", "belum"
_LEADS = {QUESTIONS: "q:daftar:0", UNREAD: "u:daftar:saya:0", READY: "r:awal", DATE: "j:daftar:0", NOTHING: "x:awal"}


async def tell(visit: Visit, _heard: Typed) -> None:
    """A task of theirs, else what waits for them, else what brings the tasks."""
    if (task := await _first_task(visit)) is not None:
        told, lead = task
        what = TASK
    else:
        what, told = await _besides(visit)
        lead = (visit.text(f"pemula_tombol_{what}"), _LEADS[what])
    visit.say("pemula", keyboard([lead], [(visit.text("tombol_panduan"), "rumah:panduan")]), apa=what, **told)


async def _first_task(visit: Visit) -> tuple[dict[str, Any], Key] | None:
    found = await visit.ask_once(duties.own, visit.office, MINE, visit.me.id, visit.today, 1)
    if not found:
        return None
    task, told = found[0].task, words.line(visit.office, found[0], visit.today)
    how = {"isi": words.part(visit.office, task.rule), "cara": words.part(visit.office, task.rule, ".cara")}
    key = (visit.text("pemula_tombol_tugas"), f"t:lihat:{task.id}")
    return {"judul": told["judul"], "jatuh": show_day(task.due_on), **how}, key


async def _besides(visit: Visit) -> tuple[str, dict[str, Any]]:
    asked = await visit.ask_once(duties.questions_for, visit.me.id, visit.grants, visit.now)
    if asked:
        return QUESTIONS, {"jumlah": asked}
    reads = command("periksa")
    unread = await visit.ask_once(readings.count, lists.MINE, lists.sight_of(visit, reads))
    if unread and allowed(reads, visit.grants):
        return UNREAD, {"jumlah": unread}
    scopes = sorted({grant.scope for grant in visit.grants})
    if allowed(command("kesiapan"), visit.grants) and any(level_of(scope) != DESA for scope in scopes):
        return READY, {}
    ahead = await visit.ask_once(occasions.between, scopes, visit.now, visit.now + _AHEAD)
    return (NOTHING if ahead or not levels(visit.office, visit.grants) else DATE), {}
