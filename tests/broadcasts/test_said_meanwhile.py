"""What is said in the middle of an announcement and is no answer there: for whom it is, a question to us, a control;
and the words of its own buttons."""

import pytest

from bot.simulator.chats import Person
from tests.broadcasts.desk import TEXT, asks, begin, choose_places, choose_roles
from tests.roles.conftest import Office
from tests.support.sentences import mentions, says, words


async def _to_what_is_asked(office: Office) -> Person:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.ask(hasnah, TEXT, asks("peran"))
    await choose_roles(office, hasnah, ["Fasil. desa"])
    await choose_places(office, hasnah, ["Maiwa", "Cendana"])
    return hasnah


async def test_whom_it_is_for_is_not_what_they_are_asked_to_do(any_office: Office) -> None:
    office = any_office
    hasnah = await _to_what_is_asked(office)
    await office.ask(hasnah, "semua fasilitator kecamatan Maiwa", says("siaran_ganti_penerima"))
    await office.press(hasnah, words("tombol_siaran_ganti_penerima"), says("siaran_penerima_dicatat"))
    await office.hears(hasnah, asks("diminta"))
    seen = await office.press(hasnah, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    assert "Fasil. kec." in seen["text"]
    assert "Cendana" not in seen["text"]
    assert "semua fasilitator" not in seen["text"]


async def test_a_yes_in_words_changes_them_and_a_no_keeps_the_words_as_the_answer(office: Office) -> None:
    hasnah = await _to_what_is_asked(office)
    await office.ask(hasnah, "camat kecamatan Maiwa", says("siaran_ganti_penerima"))
    await office.ask(hasnah, "iye", says("siaran_penerima_dicatat"))
    await office.ask(hasnah, "camat saja", says("siaran_penerima_dicatat"))
    await office.ask(hasnah, "delegasi", says("siaran_ganti_penerima"))
    await office.press(hasnah, words("tombol_siaran_bukan_penerima"), asks("syarat"))
    seen = await office.press(hasnah, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    assert "Camat" in seen["text"]
    assert "delegasi" in seen["text"]


@pytest.mark.parametrize("typed", ["semuanya", "semua saja", "untuk semua pak"])
async def test_everybody_is_no_condition(office: Office, typed: str) -> None:
    hasnah = await _to_what_is_asked(office)
    await office.press(hasnah, words("tombol.lewati"), asks("syarat"))
    await office.ask(hasnah, typed, asks("penting"))


@pytest.mark.parametrize("typed", ["lihat contohnya", "coba lihat dulu", "mau lihat dulu pak"])
async def test_the_last_button_may_be_typed(any_office: Office, typed: str) -> None:
    office = any_office
    hasnah = await _to_what_is_asked(office)
    await office.ask(hasnah, typed, says("form.siaran.tinjau", sisa=True))
    await office.ask(hasnah, typed, says("siaran_kartu"))


@pytest.mark.parametrize("typed", ["usulan saya sampai mana?", "kapan musrenbang desa Boiya?"])
async def test_a_question_to_us_is_no_text_and_said_again_it_is(office: Office, typed: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.ask(hasnah, typed, mentions("mesin.kalau_itu_isinya"))
    await office.hears(hasnah, asks("pesan"))
    await office.ask(hasnah, typed, asks("peran"))


@pytest.mark.parametrize("typed", ["batal", "tidak jadi pak", "batalkan saja"])
async def test_a_control_is_no_text(office: Office, typed: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.ask(hasnah, typed, mentions("mesin.yakin_batal"))


@pytest.mark.parametrize(
    "typed",
    [
        "Apakah daftar hadir sudah dikirim semua? Yang belum, mohon dikirim paling lambat hari Jumat.",
        "Rapat besok dibatalkan",
        "Terima kasih",
        "Bantuan beras datang besok",
    ],
)
async def test_a_real_text_stays_the_text(office: Office, typed: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.ask(hasnah, typed, asks("peran"))


@pytest.mark.parametrize(
    ("typed", "list_of"),
    [
        ("lihat siaran", "siaran_daftar"),
        ("daftar siaran", "siaran_daftar"),
        ("siaran yang direncanakan", "siaran_belum_berangkat"),
        ("lihat siaran yang terjadwal bu", "siaran_belum_berangkat"),
    ],
)
async def test_the_list_is_shown_in_the_middle_of_another_and_that_one_is_kept(
    office: Office, typed: str, list_of: str
) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.ask(hasnah, typed, says(list_of))
    await office.press(hasnah, words("tombol_lanjutkan_tadi"), asks("pesan"))
    await office.ask(hasnah, TEXT, asks("peran"))
    await office.ask(hasnah, typed, says(list_of))
    await office.press(hasnah, words("tombol_siaran_lanjut"), asks("peran"))
    await choose_roles(office, hasnah, ["Fasil. desa"])
    await choose_places(office, hasnah, ["Maiwa"])
    await office.ask(hasnah, typed, says(list_of))
    kept = await office.town.rows("SELECT state FROM conversations")
    assert TEXT in str(kept)


async def test_a_message_right_behind_whom_it_is_for_is_not_lost(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    typed = "besok jam 8 kirim ke fasilitator anggeraja data calon peserta dikumpul jumat"
    await office.ask(hasnah, typed, mentions("form.siaran_tawaran.jadi.tanya"))
    await office.ask(hasnah, "ya", asks("diminta"))
    seen = await office.press(hasnah, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    assert "data calon peserta dikumpul jumat" in seen["text"]
