"""A day of training in a browser, from the invitation to its result."""

from datetime import timedelta

import pytest
from playwright.async_api import Browser, Locator, expect

from bot.simulator.chats import Person
from bot.store.queues import news
from bot.work.access import BAPPEDA, FASILITATOR_DESA
from bot.work.calendar.announcing import SET
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks import planning
from tests.browser.window import ANSWER_MS, Village, Window, hears, newest, open_window, press, shows
from tests.lessons.conftest import right
from tests.lessons.graduating import ASKED, QUESTIONS
from tests.support.desk import DESA, ZONE, local
from tests.support.sentences import words
from tests.support.town import catalog_of

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(300)]

TOLD, HELD = local(1, 19, 9), local(1, 21, 9)


async def _hold(village: Village) -> int:
    """The date stands, as /jadwal sets it; whom it concerns is told by the clock."""
    office = Office(catalog_of(), "Bappeda Enrekang", ZONE)
    async with village.place.database.write() as connection:
        one = planning.new_occasion(
            office, "pelatihan", DESA[:8], HELD, TOLD, None, "Memandu musrenbang", "aula kecamatan"
        )
        await planning.hold(Round(connection, office, TOLD), one)
        await news.put_out(connection, SET, one.id, TOLD, None)
    return one.id


async def _answer(phone: Locator, ends: str) -> None:
    for number in range(1, ASKED + 1):
        message = newest(phone)
        await expect(message).to_contain_text(f"soal {number} dari {ASKED}", timeout=ANSWER_MS)
        told = await message.inner_text()
        question = next(question for text, question in QUESTIONS.items() if text in told)
        line = next(line for line in told.splitlines() if line.endswith(f". {right(question)}"))
        await press(phone, line.partition(".")[0], f"soal {number + 1} dari {ASKED}" if number < ASKED else ends)


async def _begin(village: Village, officer: Person, facilitator: Person) -> int:
    await village.place.stop()
    await village.simulator.move_clock(to=TOLD)
    await village.place.start()
    await village.seat(officer, BAPPEDA, "73.16")
    await village.seat(facilitator, FASILITATOR_DESA, DESA)
    return await _hold(village)


async def _card(visit: Window, phone: Locator, person: Person) -> None:
    """Through /belajar to the newest day of training."""
    await visit.type(person, "/belajar", "elajaran")
    await press(phone, words("tombol_pelatihan"), "Hari pelatihan")
    await phone.get_by_test_id("inline-button").filter(has_text="Memandu musrenbang").last.click()
    await hears(phone, "Tempat: aula kecamatan")


async def test_a_day_of_training_from_the_invitation_to_the_result(browser: Browser, village: Village) -> None:
    officer, facilitator = village.add("Nur", "Bappeda"), village.add("Rahman", "fasilitator desa")
    occasion = await _begin(village, officer, facilitator)
    visit = await open_window(browser, village.simulator.url, 360, 740)
    rahman = await visit.show(facilitator)
    await shows(rahman, "diundang ke")
    await visit.look("pelatihan-1-undangan")
    await press(rahman, words("tombol_pelatihan_ya"), "kursinya disiapkan")

    nur = await visit.show(officer)
    await _card(visit, nur, officer)
    await visit.look("pelatihan-2-panitia")
    await press(nur, words("tombol_pelatihan_poster"), "siap dicetak")
    rows = await village.place.rows("SELECT code FROM trainings WHERE occasion_id = :o", o=occasion)
    await village.place.stop()
    await village.simulator.move_clock(to=HELD - timedelta(minutes=10))
    await village.place.start()

    rahman = await visit.show(facilitator)
    await village.simulator.begin(facilitator, f"hadir-{rows[0][0]}")
    await hears(rahman, "sudah tercatat")
    await visit.look("pelatihan-3-hadir")
    await press(rahman, words("tombol_tes_awal"), f"soal 1 dari {ASKED}")
    await _answer(rahman, "Tes awal selesai")
    nur = await visit.show(officer)
    await _card(visit, nur, officer)
    await press(nur, words("tombol_pelatihan_tutup"), "Tes akhir sudah dibuka")
    rahman = await visit.show(facilitator)
    await shows(rahman, "Tinggal tes akhir")
    await visit.look("pelatihan-4-tes-akhir")
    await press(rahman, words("tombol_tes_akhir"), f"soal 1 dari {ASKED}")
    await _answer(rahman, "")
    await shows(rahman, "Tes akhir selesai")
    await visit.look("pelatihan-5-selesai")
    nur = await visit.show(officer)
    await _card(visit, nur, officer)
    await press(nur, words("tombol_pelatihan_hasil"), "Diundang 1, hadir 1")
    await visit.look("pelatihan-6-hasil")
    await visit.close()
