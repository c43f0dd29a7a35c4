"""A facilitator takes a lesson in a browser, answers its quiz in the chat page, and asks the trainer."""

import pytest
from playwright.async_api import Browser, Locator, expect

from bot.core.lessons.lessons import Lesson
from bot.core.lessons.order import SKILLS
from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA, PELATIH
from bot.work.lessons.reading import pages_of
from tests.browser.window import ANSWER_MS, Village, Window, hears, newest, open_window, press, shows
from tests.support.desk import DESA, local
from tests.support.sentences import words
from tests.support.town import catalog_of

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

MORNING = local(1, 20, 9)
ASKED, ANSWERED = "Bagaimana kalau orangnya malah marah?", "Dengarkan dulu marahnya, baru bacakan."


def _lesson() -> Lesson:
    return catalog_of().curriculum.lessons[SKILLS[0]]


async def _read(visit: Window, phone: Locator, me: Person) -> None:
    lesson = _lesson()
    await visit.type(me, "/belajar", f"Berikutnya: {lesson.title}")
    await visit.look("belajar-1-halaman")
    await press(phone, words("tombol_belajar_sekarang"), lesson.title)
    most = len(pages_of(lesson))
    for number in range(2, most + 1):
        answer = "Coba minggu ini" if number == most else f"Lanjut ({number + 1} dari {most})"
        await press(phone, words("tombol_belajar_lanjut", ke=number, dari=most), answer)
    await visit.look("belajar-2-coba")


async def _answer(visit: Window, phone: Locator) -> None:
    """Tick the right answer of every poll."""
    lesson = _lesson()
    await press(phone, words("tombol_belajar_kuis"), "Kuis")
    for at, _ in enumerate(lesson.questions):
        poll = newest(phone).get_by_test_id("poll")
        await expect(poll).to_be_visible(timeout=ANSWER_MS)
        asked = await poll.locator("b").first.inner_text()
        question = next(one for one in lesson.questions if one.text == asked)
        chosen = next(answer for answer in question.answers if answer.is_right)
        await visit.look(f"belajar-3-kuis-{at}")
        await poll.get_by_test_id("poll-option").filter(has_text=chosen.text).click()
        await hears(phone, f"Betul. {chosen.why}")
        if at < len(lesson.questions) - 1:
            await press(phone, words("tombol_belajar_soal"), "Kuis")
    await expect(newest(phone)).to_contain_text("Pelajaran ini selesai")
    await visit.look("belajar-4-selesai")


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 800)])
async def test_a_facilitator_takes_a_lesson_with_its_quiz_and_asks_the_trainer(
    browser: Browser, village: Village, width: int, height: int
) -> None:
    facilitator, trainer = village.add("Rahman", "fasilitator desa"), village.add("Daeng", "pelatih")
    await village.place.stop()
    await village.simulator.move_clock(to=MORNING)
    await village.place.start()
    await village.seat(facilitator, FASILITATOR_DESA, DESA)
    await village.seat(trainer, PELATIH, "73.16")
    visit = await open_window(browser, village.simulator.url, width, height)
    rahman = await visit.show(facilitator)
    await _read(visit, rahman, facilitator)
    await _answer(visit, rahman)
    await press(rahman, words("tombol_pelatih_tanya"), "ditanyakan kepada pelatih")
    await visit.type(facilitator, ASKED, "pertanyaannya sudah sampai")

    daeng = await visit.show(trainer)
    await shows(daeng, "menunggu jawaban")
    await press(daeng, words("tombol_pelatih_antre", jumlah=1), ASKED)
    await press(daeng, words("tombol_pelatih_jawab", ke=1), "jawaban Bapak/Ibu")
    await visit.type(trainer, ANSWERED, "Jawaban sudah dikirim kepada Rahman")
    rahman = await visit.show(facilitator)
    await hears(rahman, ANSWERED)
    await visit.look("belajar-5-dijawab")
    await visit.close()
