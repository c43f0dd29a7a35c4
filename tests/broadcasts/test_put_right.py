"""An announcement said in words: for whom and what, put right while it is written and after it was sent."""

import json

import pytest

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from tests.broadcasts.desk import asks, choose_places, choose_roles
from tests.roles.conftest import Office
from tests.support.sentences import mentions, says, words

_OFFER = mentions("form.siaran_tawaran.jadi.tanya")


def anything(_message: Json) -> bool:
    return True


async def _written(office: Office, text: str = "Besok rapat hari Rabu jam 9") -> Person:
    """An officer who is asked what is wanted of the recipients."""
    officer = await office.join("Hasnah", "bappeda")
    await office.ask(officer, f"kirim ke fasilitator desa di maiwa {text}", _OFFER)
    await office.press(officer, "Jadikan siaran", asks("diminta"))
    return officer


@pytest.mark.parametrize(
    "typed",
    [
        "sampaikan ke semua fasilitator di maiwa, besok rapat jam 9",
        "tolong sampaikan kepada semua fasilitator maiwa: besok rapat jam 9",
        "kabari semua fasilitator di maiwa, besok rapat jam 9",
    ],
)
async def test_whoever_has_something_told_to_all_begins_an_announcement(office: Office, typed: str) -> None:
    officer = await office.join("Hasnah", "bappeda")
    await office.ask(officer, typed, says("siaran_kartu"))
    ((scope, audience, message),) = await office.town.rows("SELECT scope, audience, message FROM broadcasts")
    assert scope == "73.16.01"
    assert json.loads(audience)["roles"] == ["fasilitator_desa", "fasilitator_kecamatan"]
    assert json.loads(message)["html"] == "besok rapat jam 9"


@pytest.mark.parametrize("typed", ["iye", "ya pak", "siap"])
async def test_a_bare_yes_is_nothing_that_is_asked_of_anybody(office: Office, typed: str) -> None:
    officer = await _written(office)
    await office.ask(officer, typed, mentions("mesin.belum_diminta"))
    await office.ask(officer, "Kirim daftarnya paling lambat Senin", asks("syarat"))


@pytest.mark.parametrize(
    "typed", ["eh salah, bukan rabu tapi kamis", "bukan hari rabu, hari kamis", "rabu salah, kamis"]
)
async def test_a_wrong_word_changes_while_it_is_written(office: Office, typed: str) -> None:
    officer = await _written(office)
    shown = await office.ask(officer, typed, says("siaran_kata_diubah"))
    assert "Besok rapat hari Kamis jam 9" in shown["text"]
    await office.press(officer, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    await office.ask(officer, "eh bukan jam 9 tapi jam 10", says("siaran_kata_diubah"))
    card = await office.press(officer, words("form.siaran.kirim"), says("siaran_kartu"))
    assert card
    await office.ask(officer, "salah, bukan besok tapi lusa", says("siaran_kata_diubah"))
    rows = await office.town.rows("SELECT message FROM broadcasts")
    assert "Lusa rapat hari Kamis jam 10" in rows[0][0]


_TEXT = "rapat hari rabu 13 januari jam 9 di kantor camat"


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ("bukan rabu tapi kamis 14 januari", "rapat hari kamis 14 januari jam 9 di kantor camat"),
        ("aduh salah harinya bukan rabu 13 tapi kamis 14 januari", "hari kamis 14 januari jam 9 di kantor camat"),
        ("bukan tanggal 13 tapi 14, bukan rabu tapi kamis", "hari kamis 14 januari jam 9 di kantor camat"),
        ("jamnya bukan 9 tapi 10, tempatnya di aula bukan kantor camat", "hari rabu 13 januari jam 10 di aula"),
    ],
)
async def test_a_date_and_a_place_change_as_a_whole(any_office: Office, typed: str, now: str) -> None:
    office = any_office
    officer = await _written(office, _TEXT)
    shown = await office.ask(officer, typed, says("siaran_kata_diubah"))
    assert now in shown["text"]


@pytest.mark.parametrize(
    "typed", ["bukan rabu tapi kamis", "bukan tanggal 13 tapi 14", "salah, bukan januari tapi mei"]
)
async def test_what_would_not_agree_is_written_anew(office: Office, typed: str) -> None:
    officer = await _written(office, _TEXT)
    shown = await office.ask(officer, typed, says("siaran_tulis_ulang"))
    assert _TEXT in shown["text"]
    await office.hears(officer, asks("pesan"))
    await office.ask(officer, "Rapat kamis 14 januari jam 9 di aula", asks("diminta"))


async def test_what_waits_to_be_sent_is_written_anew_where_it_would_not_agree(office: Office) -> None:
    officer = await _written(office, _TEXT)
    await office.press(officer, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    await office.press(officer, words("form.siaran.kirim"), says("siaran_kartu"))
    await office.ask(officer, "salah, bukan rabu tapi kamis", says("siaran_tulis_ulang"))
    await office.hears(officer, asks("pesan"))
    assert "rabu 13 januari" in (await office.town.rows("SELECT message FROM broadcasts"))[0][0]
    shown = await office.ask(officer, "bukan rabu 13 tapi kamis 14 januari", says("siaran_kata_diubah"))
    assert _TEXT.replace("rabu 13", "kamis 14") in shown["text"]


async def test_a_correction_is_not_the_whole_of_a_text_that_is_written_anew(office: Office) -> None:
    officer = await _written(office, _TEXT)
    await office.join("Ani", "fasilitator_desa", "73.16.01.2003")
    await office.press(officer, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    await office.press(officer, words("form.siaran.kirim"), says("siaran_kartu"))
    await office.press(officer, words("tombol_siaran_kirim"), anything)
    await office.ask(officer, "1", anything)
    await office.town.simulator.move_clock(by=300)
    await office.town.until("SELECT state FROM broadcasts", "done")
    await office.ask(officer, "eh salah, bukan rabu tapi kamis", says("siaran_tulis_ulang"))
    await office.ask(officer, "bukan rabu 13 tapi kamis 14 januari", says("siaran_kata_diubah"))
    assert "rabu 13 januari" in (await office.town.rows("SELECT message FROM broadcasts"))[0][0]
    await office.press(officer, words("form.siaran_ralat.kirim"), says("siaran_sedang_diralat"))
    message = (await office.town.rows("SELECT message FROM broadcasts"))[0][0]
    assert _TEXT.replace("rabu 13", "kamis 14") in message


@pytest.mark.parametrize("typed", ["ganti", "ya ganti"])
async def test_what_is_out_is_offered_as_a_correction(office: Office, typed: str) -> None:
    officer = await _written(office)
    await office.join("Ani", "fasilitator_desa", "73.16.01.2003")
    await office.press(officer, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    await office.press(officer, words("form.siaran.kirim"), says("siaran_kartu"))
    await office.press(officer, words("tombol_siaran_kirim"), anything)
    await office.ask(officer, "1", anything)
    await office.town.simulator.move_clock(by=300)
    await office.town.until("SELECT state FROM broadcasts", "done")
    await office.ask(officer, "eh salah, bukan rabu tapi kamis", mentions("form.siaran_ralat.tinjau"))
    assert "Rabu" in (await office.town.rows("SELECT message FROM broadcasts"))[0][0]
    await office.ask(officer, typed, says("siaran_sedang_diralat"))
    assert "Kamis" in (await office.town.rows("SELECT message FROM broadcasts"))[0][0]


async def test_going_back_to_whom_it_is_for_begins_from_what_was_ticked(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    await office.ask(officer, "pengumuman", asks("pesan"))
    await office.ask(officer, "Rapat hari Kamis jam 9 di aula, mohon hadir", asks("peran"))
    await choose_roles(office, officer, ["Camat"])
    await choose_places(office, officer, ["Maiwa"])
    await office.press(officer, words("tombol.kembali"), asks("beberapa"))
    await office.press(officer, words("tombol.selesai"), asks("diminta"))


async def test_who_has_not_read_is_told_of_usulan_and_of_the_announcement(office: Office) -> None:
    saleh = await office.join("Saleh", "fasilitator_desa", "73.16.01.2003")
    await office.join("Ani", "fasilitator_desa", "73.16.01.2012")
    officer = await _written(office)
    await office.press(officer, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    await office.press(officer, words("form.siaran.kirim"), says("siaran_kartu"))
    await office.press(officer, words("tombol_siaran_kirim"), anything)
    await office.ask(officer, "2", anything)
    await office.town.simulator.move_clock(by=300)
    await office.town.until("SELECT state FROM broadcasts", "done")
    await office.press(saleh, words("tombol_siaran_paham"), anything)
    await office.town.until("SELECT count(understood_at) FROM deliveries", 1)
    await office.ask(officer, "siapa yang belum baca", says("tanya_kerja_belum_baca", belum=1, semua=2))
    await office.ask(
        officer, "pak saleh sudah baca?", says("tanya_kerja_sudah", nama="Saleh", penerima=True, sampai=True)
    )
    told = await office.ask(officer, "bu ani sudah baca?", says("tanya_kerja_sudah", paham="", sampai=True))
    assert "Ani" in told["text"]


@pytest.mark.parametrize(
    "typed",
    ["ralat, jadinya tanggal 18 Januari", "ralat tanggal 18 januari", "eh maaf salah, tanggal 18 januari yang benar"],
)
async def test_over_its_sample_the_only_day_that_stands_there_is_put_right(office: Office, typed: str) -> None:
    officer = await office.join("Hasnah", "bappeda")
    first = "umumkan ke semua fasilitator desa di maiwa: kumpul berkas tanggal 20 januari 2027 di aula"
    await office.ask(officer, first, says("siaran_kartu"))
    shown = await office.ask(officer, typed, says("siaran_kata_diubah"))
    assert "18 januari" in shown["text"].lower()


@pytest.mark.parametrize(
    "typed",
    [
        "kasih info ke semua fasilitator, batas akhir pengumpulan berkas tanggal 18 januari",
        "tolong kasi info semua camat bahwa besok tanggal 12 januari ada zoom jam 10",
        "beri info ke fasilitator maiwa, musdes boiya tanggal 18 januari jam 9",
        "kasi tau teman2 fasilitator di maiwa berkas dikumpul tgl 15 januari jam 9",
        "bagikan kabar ini ke fasilitator desa maiwa, monev tanggal 16 januari",
        "bagikan ke semua fasilitator, laporan paling lambat tgl 15 januari",
        "sebarkan ke fasilitator desa di maiwa, verifikasi usulan mulai tanggal 15 januari",
    ],
)
async def test_a_day_that_many_are_to_know_is_announced_and_not_set(office: Office, typed: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, typed, _OFFER)


async def test_to_all_behind_a_colon_the_sample_is_shown_and_no_date_set(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "info untuk semua fasilitator: batas usulan tanggal 18 januari", says("siaran_kartu"))
    assert await office.town.rows("SELECT state FROM broadcasts") == [("draft",)]
    assert await office.town.rows("SELECT id FROM occasions") == []
