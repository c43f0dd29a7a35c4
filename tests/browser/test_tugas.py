"""A facilitator's day in a browser: a date is set, a reminder comes and is moved, a task changes hands, another is
proved by photo; the camat sees it."""

from datetime import datetime

import pytest
from playwright.async_api import Browser, Locator, expect

from bot.simulator.chats import Person
from bot.work.access import CAMAT, DELEGASI, FASILITATOR_DESA
from tests.browser import pictures
from tests.browser.window import ANSWER_MS, Village, Window, button, hears, newest, open_window, press, shows
from tests.support.desk import local

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

DESA, KECAMATAN = "73.16.01.2002", "73.16.01"
#: Ten days before the meeting; the preparation is due on Thursday the seventh.
MONDAY, THURSDAY, AFTERNOON, FRIDAY = local(1, 4), local(1, 7, 7, 31), local(1, 7, 16, 1), local(1, 8, 7, 31)
FIRST, INVITATIONS = "Daftar kelompok yang jarang datang", "Undangan dengan nama"


async def _wake(village: Village, at: datetime) -> None:
    """The bot looks at the clock once a second; a new start looks at once."""
    await village.place.stop()
    await village.simulator.move_clock(to=at)
    await village.place.start()


async def _set_date(visit: Window, me: Person, rahman: Locator) -> None:
    await visit.type(me, "/jadwal musrenbang 14/1/27 jam 9", "Di mana tempatnya?")
    await visit.type(me, "Kantor desa", "baca dulu")
    await expect(newest(rahman)).to_contain_text("Kamis, 14 Januari 2027, 09.00 WITA")
    await visit.look("tugas-1-tinjau")
    await press(rahman, "Kirim", "tugas disiapkan")
    await expect(newest(rahman)).to_contain_text(f"Yang pertama: {FIRST}, Kamis, 7 Januari, untuk Rahman")
    await visit.look("tugas-2-ditetapkan")


async def _put_off(visit: Window, rahman: Locator) -> None:
    reminder = await shows(rahman, "Hari ini lebih dulu")
    await expect(reminder).to_contain_text("tinggal 7 hari: Kamis, 14 Januari 2027")
    await expect(reminder).to_contain_text(FIRST)
    await visit.look("tugas-3-pengingat")
    await press(rahman, "Nanti sore", f"{FIRST} kami ingatkan lagi Kamis, 7 Januari, 16.00")


async def _put_off_again(visit: Window, me: Person, rahman: Locator) -> None:
    """It has come at the hour to which it was moved."""
    await hears(rahman, "Hari ini lebih dulu")
    await press(rahman, "Pilih tanggal", "hari apa")
    await visit.type(me, "besok", f"{FIRST} kami ingatkan lagi Jumat, 8 Januari, 07.30")
    await visit.look("tugas-4-dipindah")


async def _hand_over(visit: Window, rahman: Locator) -> None:
    """From the reminder that was moved and came on its new day."""
    await hears(rahman, "tinggal 6 hari")
    await expect(newest(rahman)).to_contain_text(f"{FIRST}, sudah lewat 1 hari kerja")
    await visit.look("tugas-5-besoknya")
    await press(rahman, "Serahkan", "diserahkan kepada siapa?")
    await visit.look("tugas-6-serahkan")
    await press(rahman, "Uleng", f"Uleng kami tanya tentang {FIRST}")


async def _prove(visit: Window, me: Person, rahman: Locator) -> None:
    await visit.type(me, "/tugas", INVITATIONS)
    await expect(newest(rahman)).not_to_contain_text(FIRST)
    await visit.look("tugas-9-daftar")
    await press(rahman, INVITATIONS, "Bukti: foto atau berkas")
    await visit.look("tugas-10-kartu")
    await press(rahman, "Sudah", "Kirim foto, berkas, atau pesan suara")
    await visit.look("tugas-11-bukti")
    await rahman.get_by_test_id("attach").click()
    await rahman.get_by_test_id("attach-photo").set_input_files([pictures.photo("undangan.jpg")])
    await visit.page.get_by_test_id("dialog-ok").click()
    await hears(rahman, "Sudah cukup?")
    await visit.look("tugas-12-tinjau")
    await press(rahman, "Kirim", f"✔ Tercatat: {INVITATIONS}. Terima kasih.")
    await visit.look("tugas-13-tercatat")


async def _see(visit: Window, camat: Person, phone: Locator) -> None:
    """From the kecamatan's picture down to the photo."""
    await visit.type(camat, "/kesiapan", "Tekan nama desa/kelurahan")
    await visit.look("tugas-14-kesiapan")
    await press(phone, "Pattondon Salu", "Undangan keluar 7 hari sebelumnya: sudah, ")
    await visit.look("tugas-15-desa")
    await button(phone, f"✅ {INVITATIONS}").click()
    told = await shows(phone, "Selesai Jumat, 8 Januari 2027 oleh Rahman.")
    await expect(told).to_contain_text(INVITATIONS)
    photo = newest(phone).get_by_test_id("photo").locator("img")
    await expect(photo).to_be_visible(timeout=ANSWER_MS)
    await photo.evaluate("image => image.decode()")
    await visit.look("tugas-16-dilihat")


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 800)])
async def test_a_facilitator_has_tasks_moved_handed_over_and_proved_and_the_camat_sees_it(
    browser: Browser, village: Village, width: int, height: int
) -> None:
    facilitator = village.add("Rahman", "fasilitator desa")
    delegate, camat = village.add("Uleng", "delegasi"), village.add("Nurdin", "camat")
    await _wake(village, MONDAY)
    for person, role, scope in (
        (facilitator, FASILITATOR_DESA, DESA),
        (delegate, DELEGASI, DESA),
        (camat, CAMAT, KECAMATAN),
    ):
        await village.seat(person, role, scope)
    visit = await open_window(browser, village.simulator.url, width, height)
    rahman = await visit.show(facilitator)
    await _set_date(visit, facilitator, rahman)
    await _wake(village, THURSDAY)
    await _put_off(visit, rahman)
    await _wake(village, AFTERNOON)
    await _put_off_again(visit, facilitator, rahman)
    await _wake(village, FRIDAY)
    await _hand_over(visit, rahman)

    uleng = await visit.show(delegate)
    await hears(uleng, f"Rahman minta tolong satu tugas: {FIRST}")
    await expect(newest(uleng)).to_contain_text("Batasnya Kamis, 7 Januari sudah lewat")
    await visit.look("tugas-7-diminta")
    await press(uleng, "Saya terima", "Paling lambat: Selasa, 12 Januari 2027")
    await visit.look("tugas-8-diterima")
    rahman = await visit.show(facilitator)
    await hears(rahman, f"Uleng mengambil tugas {FIRST}")

    await _prove(visit, facilitator, rahman)
    await _see(visit, camat, await visit.show(camat))
    await visit.close()
