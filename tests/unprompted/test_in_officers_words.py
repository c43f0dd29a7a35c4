"""What an officer asks in few words of their own: a table with what it does not hold to, which desa met, whom to
remind."""

import pytest

from tests.reading.conftest import KABUPATEN, Village
from tests.support.sentences import mentions, says, words


@pytest.mark.parametrize("typed", ["excel yang belum dibaca", "excel usulan yang belum dibaca"])
async def test_a_table_of_what_is_unread_has_nothing_else(village: Village, typed: str) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await village.bring("Sitti", "Maiwa 1")
    await village.ask(hasnah, typed, says("tabel_disiapkan", belum=True))
    await village.hears(hasnah, mentions("tabel_judul_kirim"))
    read = says("tabel_semua_dibaca", kolom=words("tabel_kolom_dibaca"))
    await village.ask(hasnah, "excel yang sudah dibaca", read)


@pytest.mark.parametrize("typed", ["excel yang tentang posyandu", "minta excel soal posyandu"])
async def test_a_table_of_a_topic_says_that_it_does_not_hold_to_it(village: Village, typed: str) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await village.bring("Sitti", "Maiwa 1")
    await village.ask(hasnah, typed, mentions("saringan_tidak_dipakai", kata=[typed.rsplit(maxsplit=1)[-1]]))


async def test_a_table_of_a_desa_holds_to_it(village: Village) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await village.bring("Sitti", "Maiwa 1")
    await village.ask(hasnah, "excel desa Boiya saja", says("tabel_kosong", wilayah="Desa Boiya"))
    where = says("tabel_disiapkan", wilayah="Desa Pattondon Salu")
    await village.ask(hasnah, "excel desa Pattondon Salu saja", where)


@pytest.mark.parametrize("typed", ["desa mana yang belum rapat", "desa mana belum kumpul"])
async def test_which_desa_have_not_met_is_counted(village: Village, typed: str) -> None:
    hamid = await village.join("Hamid", "fasilitator_kecamatan", "73.16.01")
    await village.ask(hamid, typed, mentions("tanya_kerja_belum_rapat", wilayah="Kecamatan Maiwa"))


@pytest.mark.parametrize("typed", ["ingatkan semua yang belum", "tolong ingatkan fasilitator yang belum"])
async def test_all_who_have_no_day_are_reminded_after_a_yes(village: Village, typed: str) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await village.join("Rahman", "fasilitator_desa")
    await village.ask(hasnah, typed, mentions("ingatkan_tanggal", semua=1))
    assert not await village.town.rows("SELECT 1 FROM urgings")
    await village.press(hasnah, words("tombol_ingatkan_ya"), says("ingatkan_tanggal_dikirim", orang=1))
    assert len(await village.town.rows("SELECT 1 FROM urgings")) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "telepon siapa dulu yang belum siap?",
        "siapa yang harus saya telepon dulu",
        "tlp siapa mi dulu yang belum musrenbang",
        "siapa ditelepon dulu yang belum siap",
    ],
)
async def test_whom_to_ring_first_is_no_emergency(village: Village, typed: str) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    shown = await village.ask(hasnah, typed, says("kesiapan_ringkas"))
    assert shown
    assert not any(text in says("izin") for text in village.texts(hasnah))


@pytest.mark.parametrize("typed", ["nomor polisi berapa", "minta nomor ambulans"])
async def test_an_emergency_of_whoever_works_asks_for_no_consent(village: Village, typed: str) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await village.ask(hasnah, typed, says("nomor_darurat"))
    assert not any(text in says("izin") for text in village.texts(hasnah))


@pytest.mark.parametrize(
    "typed",
    ["usulan apa yang paling banyak minggu ini", "usulan apa paling banyak", "bidang apa yang terbanyak usulannya"],
)
async def test_what_is_wanted_most_is_counted(village: Village, typed: str) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await village.bring("Sitti", "Maiwa 1")
    await village.ask(hasnah, typed, mentions("tanya_kerja_angka"))


@pytest.mark.parametrize(
    "typed", ["minta rekap semua usulan satu kabupaten dalam excel", "minta excel usulan sekabupaten lengkap"]
)
async def test_all_of_theirs_is_no_topic(village: Village, typed: str) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await village.bring("Sitti", "Maiwa 1")
    await village.ask(hasnah, typed, says("tabel_disiapkan"))
    await village.hears(hasnah, mentions("tabel_judul_kirim"))
    assert not any(text in mentions("saringan_tidak_dipakai") for text in village.texts(hasnah))


@pytest.mark.parametrize("typed", ["siapa yang belum baca usulan Maiwa?", "siapa yang belum baca usulan"])
async def test_a_place_that_is_all_of_theirs_is_held_to(village: Village, typed: str) -> None:
    await village.bring("Sitti", "Maiwa 1")
    murni = await village.join("Murni", "fasilitator_kecamatan", "73.16.01")
    await village.ask(murni, typed, lambda message: True)
    assert not any(text in mentions("saringan_tidak_dipakai") for text in village.texts(murni))
