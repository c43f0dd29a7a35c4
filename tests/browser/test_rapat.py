"""A hall in a browser: guests from a pasted list, all came, one comes late, a count taken back, the head of papers."""

import pytest
from playwright.async_api import Browser, expect

from bot.work.access import FASILITATOR_DESA
from tests.browser.window import Village, hears, newest, open_window, press, shows
from tests.support.halls import TEN_O_CLOCK, hold

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

DESA = "73.16.01.2012"
PASTED = """DAFTAR UNDANGAN MUSRENBANG DESA BOIYA

*Tokoh masyarakat:*
1. Drs. H. Muhammad Yusuf Daeng Mappaseng bin Abdul Rahman, M.Si
2. Ustadz Anwar

1. Hj. Salmiah - PKK
2. Ketua RT 2: Pak Sudirman
3. Ibu Rahma (kader posyandu Buntu Lentak), tidak ada kendaraan
perwakilan pemuda"""


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1366, 800)])
async def test_a_meeting_from_the_pasted_list_to_the_count(
    browser: Browser, village: Village, width: int, height: int
) -> None:
    await village.place.stop()
    await village.simulator.move_clock(to=TEN_O_CLOCK)
    await village.place.start()
    leader = village.add("Rahman", "fasilitator desa")
    await village.seat(leader, FASILITATOR_DESA, DESA)
    await hold(village.place)
    visit = await open_window(browser, village.simulator.url, width, height)
    rahman = await visit.show(leader)
    await visit.type(leader, "/rapat", "Yang hadir belum dihitung")
    await press(rahman, "Undangan", "Belum ada nama")
    await press(rahman, "Tambah banyak", "Tulis atau tempel daftarnya")
    await visit.look(f"rapat-{width}-1-tempel")
    await visit.type(leader, PASTED, "Kami baca 5 orang. Belum disimpan.")
    await visit.look(f"rapat-{width}-2-pratinjau")
    await press(rahman, "Simpan 5 orang", "5 orang masuk daftar")
    await press(rahman, "Lihat daftarnya", "Undangan dengan nama")
    await visit.look(f"rapat-{width}-3-daftar")
    await press(rahman, "Kabar dari", "Kabar dari siapa")
    await press(rahman, "… Hj. Salmiah", "Tanyakan langsung")
    await visit.look(f"rapat-{width}-4-orang")
    await visit.type(leader, "/rapat", "Diundang dengan nama: 5 orang")
    await press(rahman, "Hadir", "Belum dihitung")
    await press(rahman, "Tandai di daftar", "0 dari 5")
    await visit.look(f"rapat-{width}-5-tandai")
    await press(rahman, "Semua hadir", "5 dari 5")
    await visit.type(leader, "Pak Baso, tani", "6 dari 6")
    await visit.look(f"rapat-{width}-6-terlambat")
    await press(rahman, "Pakai hitungan ini", "6 orang: 2 perempuan, 4 laki-laki")
    await visit.look(f"rapat-{width}-7-hadir")
    await press(rahman, "Salah hitung", "Belum dihitung")
    await visit.type(leader, "/rapat", "belum dihitung")
    await press(rahman, "Cetak", "Cetak yang mana")
    await press(rahman, "Kepala surat", "PEMERINTAH KABUPATEN ENREKANG")
    await visit.look(f"rapat-{width}-8-kop")
    await press(rahman, "Cara menulis nomor", "Bagaimana nomor surat ditulis")
    await visit.type(leader, "005/.../DB", "Nomor undangan: 005/…/DB/I/2027")
    await expect(newest(rahman)).to_contain_text("Kepala Desa Boiya")
    await shows(rahman, "Alamatnya belum diisi")
    await visit.look(f"rapat-{width}-9-kop-nomor")
    await hears(rahman, "Kepala surat")
    await visit.close()
