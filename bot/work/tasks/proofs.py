"""What shows that a task was done: photos, files, a voice, a number, or the record of a meeting with who came."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.calendar.rules import TaskRule
from bot.core.flow.interpreter import Flow
from bot.core.flow.interpreter import record as answers_of
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.forms.writing import in_short
from bot.store.database.ids import new_id
from bot.store.hall import attendance
from bot.store.hall.attendance import Attendance
from bot.store.readiness import readiness as looked_at
from bot.store.tasks import duties, tasks
from bot.store.tasks.reminding import Duty
from bot.store.tasks.tasks import DONE, UNFINISHED, Task
from bot.work.office import Office
from bot.work.saying import files
from bot.work.saying.keyboard import LABEL, Key, keyboard
from bot.work.tasks import cards, words
from bot.work.tasks.closing import close, reopen
from bot.work.tasks.duties import own
from bot.work.tasks.reminders import tell_begun
from bot.work.visit import Journey, Visit

PHOTO, FILE, VOICE, NUMBER, PRESENT = "foto", "berkas", "suara", "angka", "hadir"
_SHOWN_AS = {PHOTO: "photo", FILE: "file", VOICE: "voice"}
#: The signed record of a meeting.
MINUTES = "berita_acara"
_KINDS = {"photo": PHOTO, "document": FILE, "voice": VOICE}
_MOST = 10

#: A proof as it came: its kind, the file, the answers.
Given = tuple[str, str | None, Mapping[str, Any] | None]


def journey_for(rule: TaskRule) -> Journey | None:
    """What asks for what this task has to show; None where nothing is asked."""
    if MINUTES in rule.proof:
        return RECORD
    if NUMBER in rule.proof:
        return FIGURE
    if rule.proof == (PRESENT,):
        return COUNT
    return THINGS if rule.proof else None


async def known(visit: Visit, task: Task) -> dict[str, Any]:
    """What need not be asked: how many came, where somebody counted."""
    came = await visit.ask_once(attendance.attended, task.occasion_id)
    return {"hadir": None} if _is_counted(came) else {}


def minutes_in(answers: Mapping[str, Any]) -> list[Given]:
    """The pages of a record, as photos or files."""
    return [(MINUTES, one["file_id"], {"macam": _KINDS[one["what"]]}) for one in answers.get("berita", ())]


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """What came is kept, and the task is done with it."""
    duty, part = await cards.find(visit, state.about["task"])
    if duty is None or part not in (cards.OWNER, cards.STAND_IN):
        visit.say("tugas_bukan")
        return
    given = _given(answers_of(flow, state))
    counted = await _count(visit, duty.task, answers_of(flow, state))
    if duty.task.id in counted or await _settle(visit, duty.task, given):
        await say_done(visit, duty.task)
        return
    visit.say("tugas_sudah_selesai")
    await cards.show(visit, duty.task.id)


def _given(answers: Mapping[str, Any]) -> list[Given]:
    if (number := answers.get("angka")) is not None:
        return [(NUMBER, None, {"angka": number})]
    if "berita" in answers:
        return minutes_in(answers)
    return [(_KINDS[one["what"]], one["file_id"], None) for one in answers.get("kiriman", ())]


async def _count(visit: Visit, task: Task, answers: Mapping[str, Any]) -> list[int]:
    """How many came stands with the meeting and nowhere else, so that once corrected it is corrected everywhere.
    Returns the tasks that it closes."""
    told = answers.get("hadir")
    if told is None:
        return []
    counted = told["women"], told["men"]
    await visit.ask_once(attendance.count, task.occasion_id, counted, told["elements"], visit.now, visit.me.id)
    return await close_counted(visit, task.occasion_id)


async def _for_count(visit: Visit, occasion_id: int, states: Sequence[str]) -> list[Task]:
    """The tasks of a meeting that ask for nothing but who came."""
    rules = visit.office.catalog.calendar.rules
    found = await visit.ask_once(tasks.of_occasion, occasion_id, to_change=True)
    return [one for one in found if one.state in states and one.rule in rules and rules[one.rule].proof == (PRESENT,)]


async def close_counted(visit: Visit, occasion_id: int) -> list[int]:
    """Who came to a meeting is stored, whichever way: what asked for that is done, and nobody is late with it."""
    wanting = await _for_count(visit, occasion_id, UNFINISHED)
    for task in wanting:
        await finish_task(visit, task, DONE)
    return [task.id for task in wanting]


async def open_uncounted(visit: Visit, occasion_id: int) -> None:
    """The count was taken back and nothing stands in its place: it is to be done after all."""
    came = await visit.ask_once(attendance.attended, occasion_id)
    if came is not None and (_is_counted(came) or came.file_id):
        return
    for task in await _for_count(visit, occasion_id, (DONE,)):
        async with visit.ask() as connection:
            await reopen(visit.round(connection), task.id, visit.me.id)


async def record(
    visit: Visit, task: Task, kind: str, file_id: str | None = None, answers: Mapping[str, Any] | None = None
) -> bool:
    """Keep a proof; the task is done with it. False when it was finished before: then the proof stands beside it."""
    return await _settle(visit, task, [(kind, file_id, answers)])


async def _settle(visit: Visit, task: Task, given: Sequence[Given]) -> bool:
    by = visit.me.id
    rows = [
        {
            "id": new_id(),
            "task_id": task.id,
            "kind": kind,
            "file_id": file_id,
            "answers": json.dumps(answers, ensure_ascii=True) if answers is not None else None,
            "by": by,
            "at": visit.now,
        }
        for kind, file_id, answers in given
    ]
    async with visit.ask() as connection:
        now = await tasks.one(connection, task.id)
        if rows:
            await duties.add_proofs(connection, rows)
        if now is None or now.state not in UNFINISHED:
            return False
    await finish_task(visit, now, DONE)
    return True


async def finish_task(visit: Visit, task: Task, state: str, why: str | None = None) -> None:
    """Close it; whoever may begin because of it learns it."""
    async with visit.ask() as connection:
        begun = await close(visit.round(connection), task, state, visit.me.id, why)
        await tell_begun(visit.round(connection), task.rule, begun)


async def say_done(visit: Visit, task: Task, *, needless: bool = False) -> None:
    """Thanks, and what comes next. `needless`: nobody did it, nor has to."""
    await cards.renew(visit, task.id)
    today = visit.today
    following = await visit.ask_once(own, visit.office, duties.MINE, visit.me.id, today, 2)
    ahead = following[0] if following else None
    then = words.line(visit.office, ahead, today) if ahead is not None else None
    rows = [[_next(visit, ahead)]] if ahead is not None else []
    title = words.part(visit.office, task.rule, ".judul")
    rows.append([(visit.text("tombol_tugas_buka_lagi"), f"t:buka_lagi:{task.id}")])
    visit.say("tugas_selesai", keyboard(*rows), judul=title, lanjut=then, tak_perlu=needless)


def _next(visit: Visit, ahead: Duty) -> Key:
    """By its name: the task that was just closed is another one."""
    label = Words("tombol_tugas_berikutnya", {"judul": words.part(visit.office, ahead.task.rule, ".judul")})
    return in_short(visit.label(label), LABEL), f"t:lihat:{ahead.task.id}"


async def show(visit: Visit, task_id: int) -> None:
    """To whoever may see the task: what was counted, and the files themselves."""
    duty, _ = await cards.find(visit, task_id)
    if duty is None:
        visit.toast("tugas_bukan")
        return
    await hand_out(visit, duty.task)


async def hand_out(visit: Visit, task: Task) -> None:
    """What was counted, and the files themselves, to somebody who was found to be allowed to see them."""
    async with visit.ask() as connection:
        found = list(reversed(await looked_at.proofs_of(connection, task.id, _MOST)))
        came = await attendance.attended(connection, task.occasion_id)
    if any(one.kind == MINUTES for one in found) and _is_counted(came):
        found.insert(0, looked_at.Proof(PRESENT, None, None))
    told = [_in_words(visit.office, one, came) for one in found]
    visit.say("tugas_bukti", judul=words.part(visit.office, task.rule, ".judul"), bukti=told)
    if came is not None and came.file_id and any(one.kind == PRESENT for one in found):
        visit.call("sendPhoto", photo=came.file_id)
    for proof in found:
        kind = _told_of(proof).get("macam", proof.kind)
        if kind in _SHOWN_AS and proof.file_id:
            files.show(visit, [(_SHOWN_AS[kind], proof.file_id, "")])


def _is_counted(came: Attendance | None) -> bool:
    return came is not None and came.women is not None


def _told_of(one: looked_at.Proof) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(one.answers) if one.answers else {}
    return told


def _in_words(office: Office, one: looked_at.Proof, came: Attendance | None) -> dict[str, Any]:
    """How many came is read where it stands now."""
    women, men = (came.women, came.men) if came is not None and one.kind == PRESENT else ("", "")
    numbers = {"perempuan": women, "laki": men, "angka": _told_of(one).get("angka", "")}
    return {"macam": office.plain(f"tugas_bukti_{one.kind}"), **numbers}


THINGS = Journey("bukti", finish)
FIGURE = Journey("bukti_angka", finish)
COUNT = Journey("bukti_hadir", finish)
RECORD = Journey("bukti_berita_acara", finish)
JOURNEYS = (THINGS, FIGURE, COUNT, RECORD)
