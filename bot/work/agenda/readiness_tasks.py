"""The tasks of a village for somebody who only looks at them, and what shows that they were done."""

import json
from typing import Any

from bot.store.agenda import readiness as stored
from bot.store.agenda.readiness import Proof
from bot.store.agenda.tasks import DONE, OPEN, Task
from bot.store.turn import Turn
from bot.work import replies
from bot.work.access import button, may_act
from bot.work.agenda.planning import cycle_of
from bot.work.agenda.readiness_words import long_day, plain
from bot.work.office import Office

_ON_A_PAGE = 6
_MOST_PROOFS = 5
#: Which call of Telegram takes the file of a proof, and under which name.
_FILES = {"foto": ("sendPhoto", "photo"), "berkas": ("sendDocument", "document"), "suara": ("sendVoice", "voice")}


async def task_rows(turn: Turn, office: Office, wilayah: str, page: int) -> list[list[tuple[str, str]]]:
    """A button for each task of this village, a page of them at a time; those of a rule that is no more are left
    out."""
    async with turn.ask() as connection:
        found = await stored.tasks_in(connection, wilayah, cycle_of(office, turn.now))
    known = [task for task in found if task.rule in office.catalog.agenda.rules]
    shown = known[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE] or known[:_ON_A_PAGE]
    rows = [[(_label(turn, office, task), f"r:tugas:{task.id}")] for task in shown]
    if len(known) > _ON_A_PAGE:
        following = page + 1 if (page + 1) * _ON_A_PAGE < len(known) else 0
        rows.append([(office.catalog.text("tombol_kesiapan_lanjut"), f"r:desa:{wilayah}:{following}")])
    return rows


def _label(turn: Turn, office: Office, task: Task) -> str:
    sign = plain(office, f"tanda_tugas_{_state(turn, office, task)}")
    return plain(office, "tombol_tugas", tanda=sign, judul=office.catalog.text(f"tugas.{task.rule}.judul"))


def _state(turn: Turn, office: Office, task: Task) -> str:
    is_late = task.state == OPEN and task.due_on < office.local(turn.now).date()
    return "telat" if is_late else task.state


async def show_task(turn: Turn, office: Office, task_id: int) -> None:
    """One task, who holds it, and its proof: photos, files and voices follow."""
    async with turn.ask() as connection:
        task = await stored.task(connection, task_id)
        if task is None or task.rule not in office.catalog.agenda.rules:
            replies.toast(turn, office.catalog.text("tombol_lewat"))
            return
        if not may_act(button("r"), turn.grants, task.wilayah):
            replies.say(turn, office, "kesiapan_luar_wilayah")
            return
        proofs = await stored.proofs_of(connection, task.id, _MOST_PROOFS)
        owner = await stored.name_of(connection, task.owner_id) if task.owner_id is not None else ""
        closer = await stored.name_of(connection, task.closed_by) if task.closed_by is not None else ""
    places, text = office.catalog.places, office.catalog.text
    replies.say(
        turn,
        office,
        "kesiapan_tugas",
        judul=text(f"tugas.{task.rule}.judul"),
        teks=text(f"tugas.{task.rule}"),
        wilayah=places.scope_name(task.wilayah),
        keadaan=_told(turn, office, task, closer),
        siapa=owner,
        bukti=", ".join(_proof_words(office, proof) for proof in proofs),
    )
    for proof in proofs:
        _send_proof(turn, proof)


def _told(turn: Turn, office: Office, task: Task, closer: str) -> str:
    """How far it is, in a sentence."""
    name = f"tugas_{_state(turn, office, task)}"
    if task.state == DONE and task.closed_at is not None:
        return plain(office, name, hari=long_day(office.local(task.closed_at).date()), siapa=closer)
    return plain(office, name, hari=long_day(task.due_on), sebab=task.why or "")


def _proof_words(office: Office, proof: Proof) -> str:
    return plain(office, f"bukti_{proof.kind}", angka=_numbers(proof))


def _numbers(proof: Proof) -> str:
    """The numbers of a proof in one line, as they were given."""
    told: Any = json.loads(proof.answers) if proof.answers else {}
    pairs = told.items() if isinstance(told, dict) else [("", told)]
    return ", ".join(f"{name} {value}".strip() for name, value in pairs if isinstance(value, int | float | str))


def _send_proof(turn: Turn, proof: Proof) -> None:
    if proof.file_id is None or proof.kind not in _FILES:
        return
    method, name = _FILES[proof.kind]
    person = turn.person.id if turn.person is not None else None
    turn.send(method, {"chat_id": turn.lane, name: proof.file_id}, chat=turn.lane, person_id=person)
