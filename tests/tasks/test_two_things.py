"""Two things in one message: each button says of which it is."""

from bot.store.lessons import learners
from bot.store.queues import notices
from bot.store.queues.notices import LESSON, TASKS, TRIED
from bot.work.lessons import sending
from bot.work.round import Round
from bot.work.tasks.reminders import subject_of
from tests.lessons.test_reading import first
from tests.support.desk import DUE, NOW, Desk, labels, task_of
from tests.support.sentences import mentions, words


def _of(label: str, what: str) -> str:
    return words("tombol_tentang", tombol=words(label), judul=what)[:60]


async def _told(desk: Desk, *kinds: str) -> tuple[str, list[str]]:
    """Ratna's reminder of a task, and these of learning, in one morning; its buttons."""
    ratna = await desk.join("Ratna")
    task = task_of(await desk.hold(), "D13")
    async with desk.database.write() as connection:
        await sending.enrol(Round(connection, desk.office, NOW), [ratna])
        await learners.change(connection, ratna, minutes=6 * 60 + 30)  # a practice is asked after at their own hour
        await notices.raise_all(connection, TASKS, [(ratna, subject_of(task), DUE)])
        for kind in kinds:
            await notices.raise_all(connection, kind, [(ratna, first().key, DUE)])
    await desk.tick(DUE)
    (message,) = await desk.told(ratna)
    return message["text"], [label for row in labels(message) for label in row]


async def test_a_task_and_a_practice_have_buttons_that_name_them(desk: Desk) -> None:
    text, buttons = await _told(desk, TRIED)
    assert text in mentions("coba_tanya", coba=first().practice)
    assert _of("tombol_coba_cerita", first().title) in buttons
    assert _of("tombol_coba_belum", first().title) in buttons
    assert len([one for one in buttons if one.startswith(words("tombol_tugas_sudah") + ":")]) == 1
    assert not {words("tombol_tugas_sudah"), words("tombol_tugas_sore"), words("tombol_coba_belum")} & set(buttons)


async def test_a_task_and_a_lesson_have_buttons_that_name_them(desk: Desk) -> None:
    _, buttons = await _told(desk, LESSON)
    assert _of("tombol_belajar_mulai", first().title) in buttons
    assert not {words("tombol_tugas_sore"), words("tombol_belajar_nanti"), words("tombol_belajar_mulai")} & set(buttons)


async def test_one_thing_alone_keeps_its_short_buttons(desk: Desk) -> None:
    _, buttons = await _told(desk)
    assert {words("tombol_tugas_sudah"), words("tombol_tugas_sore")} <= set(buttons)
