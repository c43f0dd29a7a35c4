"""A drill: at 19.00 a telephone is stolen and used until 19.20, then blocked; at 20.00 work goes on at a new one, and
what the thief did is seen and taken back."""

from datetime import datetime

import pytest
from playwright.async_api import Browser, Locator, expect

from bot.simulator.chats import Person
from bot.work.access import BAPPEDA, FASILITATOR_DESA
from tests.browser.window import ANSWER_MS, DESKTOP, Village, Window, button, hears, open_window, press, shows
from tests.roles.conftest import DESA, KABUPATEN, Office
from tests.roles.test_lost_telephone import tell_usulan
from tests.support.desk import local

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

MORNING, STOLEN, BLOCKED, EVENING = (local(1, 4, *at) for at in ((9, 0), (19, 0), (19, 20), (20, 0)))
TASK = "Daftar kelompok yang jarang datang"


async def _wake(village: Village, at: datetime) -> None:
    await village.place.stop()
    await village.simulator.move_clock(to=at)
    await village.place.start()


async def _day(office: Office, rahman: Person, villager: Person) -> None:
    """An ordinary morning: a date, and an usulan."""
    await office.ask(rahman, "/jadwal musrenbang 14/1/27 jam 9", "Di mana tempatnya?")
    await office.ask(rahman, "Kantor desa", "baca dulu")
    await office.press(rahman, "Kirim", "tugas disiapkan")
    await tell_usulan(office, villager)


async def _steal(visit: Window, me: Person, phone: Locator) -> str:
    """What the thief does; returns the code of the accomplice."""
    await visit.type(me, "/periksa", "1 usulan menunggu dibaca")
    await press(phone, "Buka Maiwa 1", "Kalau sudah membaca")
    await press(phone, "Sudah saya baca", "tercatat sudah dibaca")
    await visit.type(me, "/tugas", TASK)
    await press(phone, TASK, "Paling lambat")
    await button(phone, "Tidak perlu").click()
    await hears(phone, "Kenapa")
    await visit.type(me, "Sudah tidak usah saja.", "tidak perlu dikerjakan")
    await visit.type(me, "/undang", "Siapa yang mau diundang")
    await press(phone, "Undang satu orang", "Siapa namanya")
    await button(phone, "Lewati").click()
    message = await shows(phone, "Kode:")
    await visit.look("hilang-1-pencuri")
    return (await message.locator("code").first.inner_text()).strip()


async def _block(visit: Window, officer: Person, phone: Locator) -> None:
    await visit.type(officer, "/serahkan", "sekarang bertugas sebagai")
    await press(phone, "HP hilang: blokir", "bertugas sebagai apa")
    await press(phone, "Fasilitator desa", "kecamatan mana")
    await visit.type(officer, "Maiwa", "Desa atau kelurahan")
    await visit.type(officer, "Boiya", "HP siapa yang hilang")
    await press(phone, "Rahman", "Apa sebabnya?")
    await visit.look("hilang-2-sebab")
    await press(phone, "HP dicuri", "Akun Rahman sudah diblokir")
    await visit.look("hilang-3-diblokir")


async def _go_on(visit: Window, new: Person, officer: Locator, phone: Locator) -> None:
    await press(officer, "Kode untuk HP barunya", "Betul diserahkan untuk seterusnya?")
    await visit.look("hilang-4-yang-pindah")
    await button(officer, "Ya, buat kodenya").click()
    message = await shows(officer, "Kode untuk pengganti Rahman")
    await visit.type(new, (await message.locator("code").first.inner_text()).strip())
    await shows(phone, "meneruskan tugas Rahman")
    await shows(phone, "Ingatan desa")
    await visit.look("hilang-5-hp-baru")


async def _take_back(visit: Window, officer: Person, phone: Locator) -> None:
    await button(phone, "Lihat jejaknya").click()
    await hears(phone, "sejak hari apa")
    await visit.type(officer, "hari ini", "Jejak akun Rahman")
    await visit.look("hilang-6-jejak")
    await press(phone, "Tarik “dibaca”", "kembali menunggu dibaca")
    await press(phone, f"Buka lagi: {TASK[:20]}", "dibuka lagi")
    await press(phone, "Blokir juga: Aco", "Apa sebabnya?")
    await press(phone, "Dipakai orang lain", "Akun Aco sudah diblokir")
    await visit.look("hilang-7-ditarik")


async def test_a_stolen_telephone_is_blocked_and_what_was_done_with_it_is_taken_back(
    browser: Browser, village: Village
) -> None:
    officer, rahman = village.add("Hasnah", "petugas kabupaten"), village.add("Rahman", "fasilitator desa")
    new, aco, sitti = (
        village.add("Rahman", "HP baru"),
        village.add("Aco", "teman pencuri"),
        village.add("Sitti", "warga"),
    )
    await _wake(village, MORNING)
    await village.place.until("SELECT count(*) FROM facts WHERE name = 'senin'", 1)  # Monday's page went to nobody
    await village.seat(officer, BAPPEDA, KABUPATEN)
    await village.seat(rahman, FASILITATOR_DESA, DESA)
    await _day(Office(village.place), rahman, sitti)
    visit = await open_window(browser, village.simulator.url, *DESKTOP)
    stolen, hasnah, fresh = visit.phone(rahman), visit.phone(officer), visit.phone(new)
    await _wake(village, STOLEN)
    code = await _steal(visit, rahman, stolen)
    await village.simulator.begin(aco, code)
    await village.simulator.wait_for(aco, "Selamat datang")
    await village.simulator.wait_for(sitti, "sudah dibaca oleh Rahman")
    await _wake(village, BLOCKED)
    await _block(visit, officer, hasnah)
    await visit.type(rahman, "/periksa", "Perintah ini untuk fasilitator")
    before = village.simulator.said(rahman)
    await _wake(village, EVENING)
    await fresh.get_by_test_id("start").click()
    await hears(fresh, "Setuju?")
    await _go_on(visit, new, hasnah, fresh)
    await _take_back(visit, officer, hasnah)
    await village.simulator.wait_for(sitti, "ternyata keliru", since=0)
    await shows(fresh, f"{TASK}, Desa Boiya, tadi tercatat selesai, ternyata belum")
    await visit.type(new, "/periksa", "1 usulan menunggu dibaca")
    await village.place.until("SELECT count(*) FROM task_events WHERE kind = 'settled'", 1)  # whose it is now
    await visit.type(new, "/tugas", TASK)
    await visit.look("hilang-8-jalan-terus")
    await village.simulator.say(aco, "/titip")
    await village.simulator.wait_for(aco, "Perintah ini untuk")
    assert village.simulator.said(rahman) == before
    await expect(stolen).not_to_contain_text("Ingatan desa", timeout=ANSWER_MS)
    await visit.close()
