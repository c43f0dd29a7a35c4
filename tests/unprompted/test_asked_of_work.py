"""What an officer asks of how things stand is no villager's question; whom they invite is named once."""

import pytest

from tests.support.desk import DESA
from tests.support.homes import Home
from tests.support.sentences import Said, mentions, says


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("siapa saja yg sudah baca", says("tanya_kerja_belum_siaran")),
        ("siapa yang sudah balas pengumuman?", says("tanya_kerja_belum_siaran")),
        ("berapa yg belum jawab siaranku", says("tanya_kerja_belum_siaran")),
        ("cetak laporan", says("tanya_kerja_laporan")),
        ("usulan dari perempuan berapa", says("tanya_kerja_perempuan")),
        ("tolong minta rekap pak", says("tanya_kerja_laporan")),
        ("file hasil uji silang maiwa", says("tanya_kerja_berkas_uji")),
        ("export hasil uji silang ke excel", says("tanya_kerja_berkas_uji")),
        ("berapa usulan per kecamatan dan per bidang", says("tanya_kerja_angka", bidang=True)),
        ("berapa usulan per kecamatan", says("tanya_kerja_angka", bidang=False)),
    ],
)
async def test_an_officer_is_led_to_what_answers_it(at_home: Home, typed: str, said: Said) -> None:
    hasnah = await at_home.join("Hasnah", "bappeda", "73.16")
    await at_home.ask(hasnah, typed, said)
    assert not any(text in mentions("izin") for text in at_home.texts(hasnah))


async def test_whom_they_invite_is_taken_from_the_sentence(at_home: Home) -> None:
    andi = await at_home.join("Andi", "fasilitator_kecamatan", DESA.rpartition(".")[0])
    await at_home.ask(andi, "undang pak jufri jadi fasilitator desa tuncung", says("undangan_jadi"))
    (row,) = await at_home.town.rows("SELECT label, scope FROM invites WHERE label IS NOT NULL")
    assert (row.label, row.scope) == ("Pak Jufri", "73.16.01.2003")


async def test_a_yes_is_no_name(at_home: Home) -> None:
    andi = await at_home.join("Andi", "fasilitator_kecamatan", DESA.rpartition(".")[0])
    await at_home.ask(andi, "undang fasilitator desa tuncung", mentions("form.undang.nama.tanya"))
    await at_home.ask(andi, "iye", mentions("mesin.ya_untuk_apa"))
    await at_home.ask(andi, "Jufri", says("undangan_jadi"))


async def test_an_answer_is_not_followed_by_the_menu(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, "kapan musdes", says("tanya_rapat"))
    await at_home.ask(ratna, "/bantuan", lambda _message: True)
    assert not any(text in says("menu_awal") for text in at_home.texts(ratna))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("mana yang harus saya telepon dan nomornya", says("kesiapan_ringkas")),
        ("minta halaman mingguannya", says("senin_belum_ada")),
        ("angka senin", says("senin_belum_ada")),
        ("bos minta angka senin ini", says("senin_belum_ada")),
        ("kalau maiwa?", says("kesiapan_ringkas")),
        ("jangan kirim pagi2, kirim jam 5 sore saja", says("tugas_jam")),
        ("siapa fasilitator yg belum bikin jadwal di maiwa", says("tanya_kerja_tanpa_tanggal")),
        ("minta file untuk sipd kecamatan maiwa", says("sipd_kosong")),
        ("ada usulan yang membahayakan orang tidak", says("periksa_daftar_bahaya")),
        ("pertanyaan warga", says("pertanyaan_daftar")),
    ],
)
async def test_what_has_a_screen_of_its_own_is_shown(at_home: Home, typed: str, said: Said) -> None:
    hasnah = await at_home.join("Hasnah", "bappeda", "73.16")
    await at_home.ask(hasnah, typed, said)
    assert not any(text in says("menu_awal") for text in at_home.texts(hasnah))


@pytest.mark.parametrize(
    "typed",
    [
        "pengabdianku tahun ini apa saja, mau kupakai naik pangkat",
        "minta surat keterangan saya sebagai fasilitator, apa saja yang sudah kukerjakan",
        "sudah berapa banyak kerja saya tahun ini",
        "laporan kerja saya",
        "surat keterangan bertugas",
        "minta surat keterangan pernah bertugas",
        "catatan saya setahun ini",
        "rekap sy setahun",
    ],
)
async def test_a_year_of_service_is_asked_for_in_ones_own_words(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    told = await at_home.ask(ratna, typed, says("pengabdian_kosong"))
    assert "Ratna" in told["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "berapa lama tugas ini kukerjakan",
        "berapa usulan yang saya dampingi tahun ini",
        "surat keterangan tidak mampu perlu kah",
        "berapa tahun jalannya rusak",
    ],
)
async def test_what_only_sounds_like_it_is_no_year_of_service(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, typed, lambda _message: True)
    await at_home.ask(ratna, "jadwal", lambda _message: True)
    assert not any(text in says("pengabdian_kosong") for text in at_home.texts(ratna))
