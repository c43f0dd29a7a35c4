"""An officer's day in a browser: a date in one line, a move with its reason, whom to ring, one page to print."""

import pytest
from playwright.async_api import Browser, expect

from bot.work.access import BAPPEDA, FASILITATOR_DESA
from tests.browser.window import Village, hears, newest, open_window, press, shows
from tests.support.desk import local
from tests.support.sentences import words

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

DESA, KABUPATEN = "73.16.01.2002", "73.16"
MONDAY, LATER = local(1, 4), local(1, 11, 9)


async def _wake(village: Village, at: object) -> None:
    await village.place.stop()
    await village.simulator.move_clock(to=at)  # type: ignore[arg-type]
    await village.place.start()


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 800)])
async def test_an_officer_sets_moves_rings_and_prints(
    browser: Browser, village: Village, width: int, height: int
) -> None:
    rahman, hasnah = village.add("Rahman", "fasilitator desa"), village.add("Hasnah", "petugas kabupaten")
    await _wake(village, MONDAY)
    await village.seat(rahman, FASILITATOR_DESA, DESA)
    await village.seat(hasnah, BAPPEDA, KABUPATEN)
    visit = await open_window(browser, village.simulator.url, width, height)
    phone = await visit.show(rahman)
    await visit.look(f"kantor-{width}-1-selamat-datang")
    await press(phone, words("tombol_telepon_titip"), "Nomor HP Bapak/Ibu")
    await visit.type(rahman, "0812 3456 7890", "Nomor kantornya")
    await visit.look(f"kantor-{width}-2-nomor")
    await press(phone, words("tombol.lewati"), "Nomornya sudah dicatat")
    await visit.type(rahman, "/jadwal musrenbang 14/1/27 jam 9", "Di mana tempatnya?")
    await press(phone, words("tombol.lewati"), "baca dulu")
    await press(phone, words("tombol.kirim"), "tugas disiapkan")
    await visit.type(rahman, "/tugas", "Tugas Bapak/Ibu")
    await visit.look(f"kantor-{width}-3-tugas")
    await press(phone, words("tombol_layar"), "Daftar tugas.")
    await visit.look(f"kantor-{width}-4-ini-apa")

    phone = await visit.show(hasnah)
    await visit.type(hasnah, "/jadwal", "Boleh langsung diketik")
    await visit.look(f"kantor-{width}-5-jadwal")
    await press(phone, "Pattondon Salu", "Desa Pattondon Salu")
    await press(phone, words("tombol_jadwal_pindah"), "Pindah ke hari apa")
    await visit.look(f"kantor-{width}-6-pindah")
    await visit.type(hasnah, "2 minggu lagi", "Mengapa dipindah?")
    await visit.type(hasnah, "Jalan masuk tertutup longsor", "Benar dipindah?")
    await expect(newest(phone)).to_contain_text("Mundur 14 hari.")
    await visit.look(f"kantor-{width}-7-benar-dipindah")
    await press(phone, words("tombol_jadwal_biarkan"), "Kamis, 14 Januari 2027")
    await _wake(village, LATER)
    await visit.type(hasnah, "siapa yang belum", "Hubungi lebih dulu")
    await shows(phone, "Belum punya fasilitator sendiri: 128")
    await visit.look(f"kantor-{width}-8-kesiapan")
    await press(phone, "1. Pattondon Salu", "Yang bisa dihubungi")
    await expect(newest(phone)).to_contain_text("0812-3456-7890")
    await visit.look(f"kantor-{width}-9-desa")
    await press(phone, words("tombol_ingatkan", nama="Rahman"), "Satu pesan untuk Rahman")
    await visit.look(f"kantor-{width}-10-ingatkan")
    await visit.type(hasnah, "/bantuan", "Sehari-hari")
    await visit.look(f"kantor-{width}-11-bantuan")
    await press(phone, words("tombol_panduan"), "")
    await shows(phone, "Panduan satu halaman:")
    await expect(newest(phone).get_by_test_id("document")).to_be_visible(timeout=30_000)
    await visit.look(f"kantor-{width}-12-panduan")
    phone = await visit.show(rahman)
    await hears(phone, "mengingatkan")
    await visit.look(f"kantor-{width}-13-diingatkan")
    await visit.close()
