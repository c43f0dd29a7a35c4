"""What shows that a task was done: photos, files, a voice, a number, or how many women and men came."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.calendar.rules import TaskRule
from bot.core.flow.interpreter import Flow
from bot.core.flow.interpreter import record as answers_of
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.store.database.ids import new_id
from bot.store.readiness import readiness as looked_at
from bot.store.tasks import duties, tasks
from bot.store.tasks.tasks import DONE, UNFINISHED, Task
from bot.store.turn import Turn
from bot.work.office import Office
from bot.work.saying import replies
from bot.work.tasks import cards, words
from bot.work.tasks.closing import close
from bot.work.tasks.duties import own
from bot.work.tasks.reminders import tell_begun

FORM, NUMBER_FORM, COUNT_FORM = "bukti", "bukti_angka", "bukti_hadir"
FORMS = (FORM, NUMBER_FORM, COUNT_FORM)
#: Where a draft keeps which task it is about; no question of a form has this name.
ABOUT = "~tugas"
PHOTO, FILE, VOICE, NUMBER, PRESENT = "foto", "berkas", "suara", "angka", "hadir"
_KINDS = {"photo": PHOTO, "document": FILE, "voice": VOICE}
_CALLS = {PHOTO: ("sendPhoto", "photo"), FILE: ("sendDocument", "document"), VOICE: ("sendVoice", "voice")}
_MOST = 10

#: A proof as it came: its kind, the file, the answers.
Given = tuple[str, str | None, Mapping[str, Any] | None]


def form_for(rule: TaskRule) -> str | None:
    """The form that asks for what this task has to show; None where nothing is asked."""
    if PRESENT in rule.proof:
        return COUNT_FORM
    if NUMBER in rule.proof:
        return NUMBER_FORM
    return FORM if rule.proof else None


async def finish(turn: Turn, office: Office, flow: Flow, state: State) -> None:
    """What came is kept, and the task is done with it."""
    duty, part = await cards.find(turn, office, state.answers[ABOUT].value["id"])
    if duty is None or part not in (cards.OWNER, cards.STAND_IN):
        replies.say(turn, office, "tugas_bukan")
        return
    given = _given(answers_of(flow, state))
    if await _settle(turn, office, duty.task, given):
        await say_done(turn, office, duty.task)
        return
    replies.say(turn, office, "tugas_sudah_selesai")
    await cards.show(turn, office, duty.task.id)


def _given(answers: Mapping[str, Any]) -> list[Given]:
    if (number := answers.get("angka")) is not None:
        return [(NUMBER, None, {"angka": number})]
    if (present := answers.get("hadir")) is not None:
        return [(PRESENT, None, present)]
    return [(_KINDS[one["what"]], one["file_id"], None) for one in answers.get("kiriman", ())]


async def record(
    turn: Turn,
    office: Office,
    task: Task,
    kind: str,
    file_id: str | None = None,
    answers: Mapping[str, Any] | None = None,
) -> bool:
    """Keep a proof; the task is done with it. False when it was finished before: then the proof stands beside it."""
    return await _settle(turn, office, task, [(kind, file_id, answers)])


async def _settle(turn: Turn, office: Office, task: Task, given: Sequence[Given]) -> bool:
    by = turn.person.id if turn.person is not None else None
    rows = [
        {
            "id": new_id(),
            "task_id": task.id,
            "kind": kind,
            "file_id": file_id,
            "answers": json.dumps(answers, ensure_ascii=True) if answers is not None else None,
            "by": by,
            "at": turn.now,
        }
        for kind, file_id, answers in given
    ]
    async with turn.ask() as connection:
        now = await tasks.one(connection, task.id)
        if rows:
            await duties.add_proofs(connection, rows)
        if now is None or now.state not in UNFINISHED:
            return False
    await finish_task(turn, office, now, DONE)
    return True


async def finish_task(turn: Turn, office: Office, task: Task, state: str, why: str | None = None) -> None:
    """Close it; whoever may begin because of it learns it."""
    async with turn.ask() as connection:
        begun = await close(connection, office, task, state, turn.now, turn.person.id if turn.person else None, why)
        await tell_begun(connection, office, task.rule, begun, turn.now)


async def say_done(turn: Turn, office: Office, task: Task, *, needless: bool = False) -> None:
    """Thanks, and what comes next. `needless`: nobody did it, nor has to."""
    assert turn.person is not None
    today = office.local(turn.now).date()
    async with turn.ask() as connection:
        following = await own(connection, office, duties.MINE, turn.person.id, today, 2)
    ahead = following[0] if following else None
    then = words.line(office, ahead, today) if ahead is not None else None
    rows = [[(office.catalog.text("tombol_tugas_lihat"), f"t:lihat:{ahead.task.id}")]] if ahead is not None else []
    title = words.part(office, task.rule, ".judul")
    markup = replies.buttons(*rows) if rows else None
    replies.say(turn, office, "tugas_selesai", markup, judul=title, lanjut=then, tak_perlu=needless)


async def show(turn: Turn, office: Office, task_id: int) -> None:
    """To whoever may see the task: what was counted, and the files themselves."""
    duty, _ = await cards.find(turn, office, task_id)
    if duty is None:
        replies.toast(turn, office.catalog.text("tugas_bukan"))
        return
    await hand_out(turn, office, duty.task)


async def hand_out(turn: Turn, office: Office, task: Task) -> None:
    """What was counted, and the files themselves, to somebody who was found to be allowed to see them."""
    async with turn.ask() as connection:
        found = await looked_at.proofs_of(connection, task.id, _MOST)
    told = [_in_words(office, one) for one in reversed(found)]
    replies.say(turn, office, "tugas_bukti", judul=words.part(office, task.rule, ".judul"), bukti=told)
    for one in reversed(found):
        if one.kind in _CALLS and one.file_id:
            method, name = _CALLS[one.kind]
            person = turn.person.id if turn.person is not None else None
            turn.send(method, {"chat_id": turn.lane, name: one.file_id}, chat=turn.lane, person_id=person)


def _in_words(office: Office, one: looked_at.Proof) -> dict[str, Any]:
    told = json.loads(one.answers) if one.answers else {}
    numbers = {"perempuan": told.get("women", ""), "laki": told.get("men", ""), "angka": told.get("angka", "")}
    return {"macam": office.catalog.label(Words(f"tugas_bukti_{one.kind}")), **numbers}
