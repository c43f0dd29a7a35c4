"""Which villages have brought nothing yet, who has not read, and the usulan of one matter: asked by whoever looks after
several."""

import pytest

from bot.work.access import FASILITATOR_KECAMATAN
from tests.deciding.asking import Asking
from tests.support.client import words_of
from tests.support.desk import KECAMATAN
from tests.support.sentences import says, words


@pytest.mark.parametrize(
    "typed",
    [
        "desa mana yang belum ada usulan",
        "desa mana saja yg blm ada usulannya",
        "yang belum kirim usulan desa apa saja",
        "berapa desa yang belum mengusul",
        "siapa blm input usulan",
        "siapa saja yg belum mengisi usulan",
    ],
)
async def test_which_villages_have_brought_nothing(quick: Asking, typed: str) -> None:
    nurul = await quick.join("Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    told = words_of(await quick.ask(nurul, typed, says("tanya_kerja_desa")))
    assert told.count("Tuncung") == 1
    assert "Pattondon Salu 1" in told


@pytest.mark.parametrize(
    "typed", ["desa mana yang usulannya belum dibaca", "desa mana belum musdes", "dusun mana yg belum ada usulannya"]
)
async def test_other_questions_of_villages_are_others(quick: Asking, typed: str) -> None:
    nurul = await quick.join("Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    await quick.ask(nurul, typed, bool)
    assert not any(text in says("tanya_kerja_desa") for text in quick.texts(nurul))


@pytest.mark.parametrize("typed", ["siapa yang belum baca", "siapa fasilitator yang belum baca usulan"])
async def test_who_has_not_read(quick: Asking, typed: str) -> None:
    nurul = await quick.join("Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    assert "1, Rahman" in words_of(await quick.ask(nurul, typed, says("tanya_kerja_siapa_baca")))
    await quick.open()
    await quick.ask(quick.rahman, "maiwa 1 sudah saya baca", bool)
    await quick.ask(nurul, typed, says("tanya_kerja_siapa_baca", desa=[]))


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("usulan bak air di Maiwa", True),
        ("usulan air saja", True),
        ("yang air saja", True),
        ("usulan listrik di Maiwa", False),
    ],
)
async def test_those_of_one_matter_are_listed(quick: Asking, typed: str, is_found: bool) -> None:
    await quick.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    found = says("periksa_daftar_cari")  # what waits to be read may be told in between
    told = words_of(await quick.ask(quick.rahman, typed, found if is_found else bool))
    assert (told in found) is is_found


@pytest.mark.parametrize("typed", ["cek mana yang belum dijawab", "uji silang siapa yg blm diisi"])
async def test_which_checks_are_open_is_no_question_of_villages(quick: Asking, typed: str) -> None:
    nurul = await quick.join("Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    await quick.ask(nurul, typed, says("uji_menunggu", uji=[]))


@pytest.mark.parametrize("typed", ["mau tanya", "saya mau tanya"])
async def test_who_only_wants_to_ask_is_bidden_to(quick: Asking, typed: str) -> None:
    nurul = await quick.join("Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    await quick.ask(nurul, typed, says("tanya_silakan"))
    await quick.press(nurul, words("tombol_pelatih_tanya"), "pelatih")
