"""Tests before and after learning: one question a message, answered by a button, graded once; what began goes on."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.forms.writing import ended
from bot.core.lessons.exams import AFTER, BEFORE, FIRST_LESSONS, draw
from bot.core.lessons.lessons import Question
from bot.store.database.database import Connection
from bot.store.lessons import exams as stored
from bot.store.lessons.exams import Drawn, Exam
from bot.work.lessons import gain
from bot.work.lessons.standing import Standing, lessons_for, standing_of
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.visit import Visit

#: What the first test asked, and explained, is asked in a last one only where nothing else is left, however often the
#: rest was.
_LAST_OF_ALL = 1000


@dataclass(frozen=True, slots=True)
class Taken:
    """The tests of one person, and where they stand with the lessons (None: no role of learners)."""

    stands: Standing | None
    exams: Sequence[Exam]

    def open_one(self, kind: str, occasion_id: int | None = None) -> Exam | None:
        same = (exam for exam in self.exams if exam.kind == kind and exam.occasion_id == occasion_id)
        return next((exam for exam in same if exam.is_open), None)

    def may_begin_first(self) -> bool:
        """Before the lessons, and once: it is to tell what one knew."""
        has_one = any(exam.kind == BEFORE for exam in self.exams)
        return self.stands is not None and self.stands.is_examined and self.stands.read < FIRST_LESSONS and not has_one

    def may_begin_last(self) -> bool:
        """When the lessons are done, until it is passed."""
        is_theirs = self.stands is not None and self.stands.is_examined and self.stands.is_done
        return is_theirs and stored.passed_of(self.exams) is None


async def taken_by(visit: Visit) -> Taken:
    async with visit.ask() as connection:
        stands = (await standing_of(visit.round(connection), [visit.me.id])).get(visit.me.id)
        exams = (await stored.of_people(connection, [visit.me.id])).get(visit.me.id, [])
    return Taken(stands, exams)


def keys_of(visit: Visit, taken: Taken) -> list[Key]:
    """What there is to begin, or to go on with."""
    found = []
    for kind, may_begin in ((BEFORE, taken.may_begin_first()), (AFTER, taken.may_begin_last())):
        if may_begin or taken.open_one(kind) is not None:
            found.append((visit.text(f"tombol_tes_{kind}"), f"x:tes:{kind}"))
    return found


# --- begun -----------------------------------------------------------------------------------------------------------


async def offer(visit: Visit, kind: str) -> None:
    """What it is, before it begins; one that was begun goes on where it was left."""
    taken = await taken_by(visit)
    if (exam := taken.open_one(kind)) is not None:
        await go_on(visit, exam)
    elif kind == BEFORE and taken.may_begin_first():
        begin, leave = visit.text("tombol_tes_mulai"), visit.text("tombol_tes_lewat")
        visit.say("tes_awal", keyboard([(begin, f"x:tes.mulai:{BEFORE}"), (leave, "x:tes.lewat")]))
    elif kind == AFTER and taken.may_begin_last() and not _was_today(visit, taken):
        visit.say("tes_akhir", keyboard([(visit.text("tombol_tes_mulai"), f"x:tes.mulai:{AFTER}")]))
    else:
        _say_no(visit, taken, kind)


def _was_today(visit: Visit, taken: Taken) -> bool:
    """One a day: between two there is a night to read in."""
    last = [exam.begun_at for exam in taken.exams if exam.kind == AFTER and exam.occasion_id is None]
    return any(visit.office.local(at).date() == visit.today for at in last)


def _say_no(visit: Visit, taken: Taken, kind: str) -> None:
    if kind == AFTER and taken.may_begin_last():
        visit.say("tes_besok", keyboard([(visit.text("tombol_belajar"), "x:awal")]))
    else:
        visit.stale()


async def begin(visit: Visit, kind: str) -> None:
    """*Mulai*."""
    taken = await taken_by(visit)
    may = taken.may_begin_first() if kind == BEFORE else taken.may_begin_last() and not _was_today(visit, taken)
    if (exam := taken.open_one(kind)) is not None:
        await go_on(visit, exam)
    elif kind in (BEFORE, AFTER) and may:
        await begin_now(visit, kind)
    else:
        _say_no(visit, taken, kind)


async def begin_now(visit: Visit, kind: str, occasion_id: int | None = None) -> None:
    """Twelve questions are drawn, and the first one is asked. `occasion_id`: of the training day that holds it."""
    async with visit.ask() as connection:
        seen = await stored.seen(connection, visit.me.id, first=_LAST_OF_ALL if kind == AFTER else 1)
        drawn = draw(_bank(visit), seen, mixed)
        if not drawn:  # an office that has no questions holds no test
            visit.stale()
            return
        rows = [(module, question.key, _shown(question)) for module, question in drawn]
        exam_id = await stored.begin(connection, visit.me.id, kind, occasion_id, rows, visit.now)
        exam = await stored.one(connection, visit.me.id, exam_id)
    assert exam is not None
    await go_on(visit, exam)


def mixed(things: Sequence[Any]) -> list[Any]:
    return random.sample(things, len(things))


def _shown(question: Question) -> str:
    return "".join(map(str, mixed(range(len(question.answers)))))


def _bank(visit: Visit) -> dict[str, Sequence[Question]]:
    """Of the modules that this person learns."""
    bank = visit.office.catalog.curriculum.bank
    modules = {lesson.module for lesson in lessons_for(visit.office, visit.grants, met=False)}
    return {module: questions for module, questions in bank.items() if module in modules}


async def leave_out(visit: Visit) -> None:
    """*Tanpa tes awal*."""
    if not (await taken_by(visit)).may_begin_first():
        visit.stale()
        return
    await visit.ask_once(stored.leave_out, visit.me.id, visit.now)
    visit.say("tes_dilewati", keyboard([(visit.text("tombol_belajar_sekarang"), "x:sekarang")]))


# --- asked and answered ----------------------------------------------------------------------------------------------


async def go_on(visit: Visit, exam: Exam) -> None:
    """The first question without an answer; behind the last one, how it went."""
    known = _known(visit, await visit.ask_once(stored.questions, exam.id))
    waiting = next(((one, question) for one, question in known if one.chosen is None), None)
    if waiting is not None:
        _ask(visit, exam, *waiting, at=known.index(waiting) + 1, most=len(known))
    else:
        await _finish(visit, exam, known)


async def ask_again(visit: Visit) -> bool:
    """The question that waits in a test that was begun. False where none was."""
    taken = await taken_by(visit)
    exam = taken.open_one(BEFORE) or taken.open_one(AFTER)
    if exam is not None:
        await go_on(visit, exam)
    return exam is not None


def _known(visit: Visit, drawn: Sequence[Drawn]) -> list[tuple[Drawn, Question]]:
    """Without those that an editor took away meanwhile."""
    bank = visit.office.catalog.curriculum
    found = ((one, bank.in_bank(one.module, one.question)) for one in drawn)
    return [(one, question) for one, question in found if question is not None]


def _ask(visit: Visit, exam: Exam, one: Drawn, question: Question, *, at: int, most: int) -> None:
    answers = [question.answers[int(place)].text for place in one.shown]
    keys = [(str(number), f"x:tes.jawab:{one.id}:{number - 1}") for number in range(1, len(answers) + 1)]
    told: dict[str, Any] = {"ke": at, "dari": most, "tanya": question.text, "jawaban": answers}
    visit.say("tes_soal", keyboard(*in_rows(keys, 5)), akhir=exam.kind == AFTER, **told)


async def press(visit: Visit, drawn_id: int, option: int) -> None:
    """The first answer counts; the next question follows."""
    async with visit.ask() as connection:
        one = await stored.question(connection, visit.me.id, drawn_id)
        exam = await stored.one(connection, visit.me.id, one.exam_id) if one is not None else None
        is_first = one is not None and await _grade(visit, connection, one, option)
    if one is None or exam is None or one.place(option) is None:
        visit.stale()
    elif not is_first:
        visit.toast("kuis_sekali")
    else:
        await go_on(visit, exam)


async def _grade(visit: Visit, connection: Connection, one: Drawn, option: int) -> bool:
    question, place = visit.office.catalog.curriculum.in_bank(one.module, one.question), one.place(option)
    if place is None:
        return False
    if question is None:  # what is asked no more goes on with the next one
        return True
    return await stored.grade(connection, one.id, place, visit.now, right=question.answers[place].is_right)


async def put_right(visit: Visit, option: int | None) -> bool:
    """Another answer to the question that was answered last, while the next one has none; behind the last question the
    result was told, and nothing changes. False where there is none."""
    taken = await taken_by(visit)
    exam = next((one for one in reversed(taken.exams) if one.asked), None)
    if exam is None or option is None:
        return False
    if not exam.is_open:
        visit.say("tes_sudah_dinilai")
        return True
    async with visit.ask() as connection:
        known = _known(visit, await stored.questions(connection, exam.id))
        given = [(one, question) for one, question in known if one.chosen is not None]
        place = given[-1][0].place(option) if given else None
        if place is None:
            return False
        one, question = given[-1]
        await stored.change(connection, one.id, place, right=question.answers[place].is_right)
    visit.say("tes_diganti", ke=len(given), jawaban=ended(question.answers[place].text))
    await go_on(visit, exam)
    return True


async def _finish(visit: Visit, exam: Exam, known: Sequence[tuple[Drawn, Question]]) -> None:
    right = sum(bool(one.is_right) for one, _ in known)
    async with visit.ask() as connection:
        await stored.finish(connection, exam.id, visit.now, len(known), right)
        done = await stored.one(connection, visit.me.id, exam.id)
        found = (await stored.of_people(connection, [visit.me.id]))[visit.me.id]
    assert done is not None
    rows = [_review_key(visit, done, right), *_onwards(visit, done)]
    first = gain.first_for(done, found)
    visit.say(
        "tes_selesai",
        keyboard(*rows),
        akhir=done.kind == AFTER,
        pelatihan=done.occasion_id is not None,
        benar=done.right,
        dari=done.asked,
        lulus=done.is_passed,
        dulu=first.right if first is not None else None,
    )
    if first is not None:
        await gain.show(visit, first, done)


def _review_key(visit: Visit, exam: Exam, right: int) -> list[Key]:
    return [(visit.text("tombol_tes_bahas"), f"x:tes.bahas:{exam.id}")] if right < exam.asked else []


def _onwards(visit: Visit, exam: Exam) -> list[list[Key]]:
    if exam.kind == AFTER and exam.is_passed and exam.occasion_id is None:
        return [[(visit.text("tombol_belajar_sertifikat"), "x:sertifikat")]]
    return [[(visit.text("tombol_belajar"), "x:awal")]]


async def review(visit: Visit, exam_id: int) -> None:
    """What was wrong, with the right answer and why it is."""
    async with visit.ask() as connection:
        exam = await stored.one(connection, visit.me.id, exam_id)
        drawn = await stored.questions(connection, exam_id) if exam is not None else []
    if exam is None or exam.is_open:
        visit.stale()
        return
    lines = [_explained(question) for one, question in _known(visit, drawn) if not one.is_right]
    visit.say("tes_bahas", keyboard([(visit.text("tombol_belajar"), "x:awal")]), soal=lines)


def _explained(question: Question) -> dict[str, str]:
    right = next(answer for answer in question.answers if answer.is_right)
    return {"tanya": question.text, "jawaban": ended(right.text), "kata": right.why}
