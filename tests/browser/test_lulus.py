"""A facilitator passes the last test in a browser, and holds the certificate; a forged number is refused."""

import pytest
from playwright.async_api import Browser, Locator, expect

from bot.core.lessons.exams import AFTER
from bot.core.records import Grant
from bot.simulator.chats import Person
from bot.store.database.ids import new_id
from bot.store.tables import lesson_progress, tried
from bot.work.access import BAPPEDA, FASILITATOR_DESA
from bot.work.lessons.standing import lessons_for
from bot.work.office import Office
from tests.browser.window import ANSWER_MS, Village, Window, hears, newest, open_window, press
from tests.lessons.conftest import right
from tests.lessons.graduating import ASKED, QUESTIONS
from tests.support.desk import DESA, ZONE, local
from tests.support.sentences import words
from tests.support.town import catalog_of

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

MORNING = local(1, 20, 9)


async def _all_but_the_test(village: Village, person: Person) -> None:
    """The lessons are read and three experiences told."""
    me = (await village.place.rows("SELECT id FROM people WHERE address = :a", a=person.id))[0][0]
    office = Office(catalog_of(), "Bappeda Enrekang", ZONE)
    row = {"person_id": me, "why": "sendiri", "opened_at": MORNING, "page": 5, "finished_at": MORNING}
    lessons = lessons_for(office, [Grant(FASILITATOR_DESA, DESA)], met=False)
    read = [row | {"lesson": lesson.key, "version": lesson.version} for lesson in lessons]
    story = {"person_id": me, "kecamatan": DESA[:8], "told_at": MORNING, "words": "Warganya mau membetulkan."}
    told = [story | {"id": new_id(), "lesson": lesson.key} for lesson in lessons[:3]]
    async with village.place.database.write() as connection:
        await connection.execute(lesson_progress.insert(), read)
        await connection.execute(tried.insert(), told)


async def _answer(visit: Window, phone: Locator) -> None:
    """Every question right, by its button."""
    for number in range(1, ASKED + 1):
        message = newest(phone)
        await expect(message).to_contain_text(f"soal {number} dari {ASKED}", timeout=ANSWER_MS)
        told = await message.inner_text()
        question = next(question for text, question in QUESTIONS.items() if text in told)
        line = next(line for line in told.splitlines() if line.endswith(f". {right(question)}"))
        if number in (1, ASKED):
            await visit.look(f"lulus-2-soal-{number}")
        wanted = f"soal {number + 1} dari {ASKED}" if number < ASKED else "Tes akhir selesai"
        await press(phone, line.partition(".")[0], wanted)


async def _number(village: Village, person: Person) -> str:
    query = "SELECT number FROM certificates c JOIN people p ON p.id = c.person_id WHERE p.address = :a"
    return str((await village.place.rows(query, a=person.id))[0][0])


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 800)])
async def test_a_facilitator_passes_the_last_test_and_gets_the_certificate(
    browser: Browser, village: Village, width: int, height: int
) -> None:
    facilitator, officer = village.add("Rahman", "fasilitator desa"), village.add("Nur", "Bappeda")
    warga = village.add("Hasan", "warga")
    await village.place.stop()
    await village.simulator.move_clock(to=MORNING)
    await village.place.start()
    await village.seat(facilitator, FASILITATOR_DESA, DESA)
    await village.seat(officer, BAPPEDA, "73.16")
    await village.simulator.begin(warga)
    await _all_but_the_test(village, facilitator)
    visit = await open_window(browser, village.simulator.url, width, height)
    rahman = await visit.show(facilitator)
    await visit.type(facilitator, "/belajar", "pelajaran selesai")
    await visit.look("lulus-1-belajar")
    await press(rahman, words(f"tombol_tes_{AFTER}"), "Sembilan yang betul")
    await press(rahman, words("tombol_tes_mulai"), f"soal 1 dari {ASKED}")
    await _answer(visit, rahman)
    await visit.look("lulus-3-selesai")
    await press(rahman, words("tombol_belajar_sertifikat"), "Semuanya lengkap")
    await visit.look("lulus-4-syarat")
    await press(rahman, words("tombol_sertifikat_minta"), "sudah ada di daftar petugas")

    nur = await visit.show(officer)
    await visit.type(officer, "/kemajuan", "Kemajuan belajar")
    await press(nur, words("tombol_kemajuan_sertifikat"), "Permintaan sertifikat")
    await visit.look("lulus-5-petugas")
    await press(nur, words("tombol_sertifikat_beri", ke=1), "sudah ada, nomor")
    number = await _number(village, facilitator)

    rahman = await visit.show(facilitator)
    await hears(rahman, "Selamat")
    await press(rahman, words("tombol_sertifikat"), "Siap dicetak")
    await visit.look("lulus-6-sertifikat")
    hasan = await visit.show(warga)
    await visit.type(warga, f"/cek {number}", "berlaku")
    await expect(newest(hasan)).to_contain_text("Rahman")
    await visit.type(warga, f"/cek {number[:-1]}{'A' if number[-1] != 'A' else 'C'}", "tidak ada dalam daftar")
    await visit.look("lulus-7-cek")
    await visit.close()
