"""A child who says that nobody grown up is there: no yes passes on the child's own word, and what one sent so is read
by nobody until somebody grown up agrees."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "kak umurku 15, mau usul lampu jalan, gelap di depan masjid sampai teman jatuh"
GUARDIAN = words("tombol_setuju_wali")


async def _asked(place: Town) -> Person:
    sari = place.simulator.add_person("Sari")
    await place.ask(sari, STORY, mentions("izin"))
    await place.press(sari, words("tombol_setuju"), says("izin_anak"))
    return sari


@pytest.mark.parametrize(
    "told",
    [
        "mama lg di kebun kak, gak ada orang dewasa",
        "tdk ada yg dampingi kak",
        "saya sendirian di rumah",
        "nda ada orang besar di sini",
        "belum ada kak yang dampingi",
    ],
)
async def test_the_button_of_a_grown_up_does_not_pass_while_none_is_there(place: Town, told: str) -> None:
    sari = await _asked(place)
    await place.ask(sari, told, says("izin_anak_sendiri"))
    await place.press(sari, GUARDIAN, says("izin_anak_sendiri"))
    assert [("anak",)] == [tuple(one) for one in await place.rows("SELECT consent_version FROM people")]
    await place.press(sari, words("tombol_ada_dewasa"), says("izin_anak"))
    shown = await place.press(sari, GUARDIAN, says("mesin.ini_ceritanya"))
    assert told not in shown["text"]
    assert "lampu jalan" in shown["text"]


@pytest.mark.parametrize(
    "told", ["tidak ada lampu di jalan itu kak", "mama ada di samping kak", "dekat masjid kak, di tuncung"]
)
async def test_other_words_stop_no_grown_up(place: Town, told: str) -> None:
    sari = await _asked(place)
    await place.ask(sari, told, "")
    shown = await place.press(sari, GUARDIAN, says("mesin.ini_ceritanya"))
    assert "lampu jalan" in shown["text"]


@pytest.mark.parametrize("told", ["mau batal aja takut mama marah", "gak jadi kak", "hapus saja kak"])
async def test_it_is_given_up_in_words_before_anybody_agrees(place: Town, told: str) -> None:
    sari = await _asked(place)
    await place.ask(sari, told, says("izin_anak_batal"))
    await place.press(sari, words("tombol_tidak"), "")
    await place.until("SELECT count(*) FROM first_words", 0)
    assert "kamu" not in str(place.texts(sari))


async def _sent(place: Town) -> tuple[Person, Person]:
    rahmi = place.simulator.add_person("Rahmi")
    await place.simulator.begin(rahmi, await place.code_for(FASILITATOR_DESA, "73.16.01.2002"))
    await place.simulator.wait_for(rahmi, says("kode_dipakai"))
    sari = await _asked(place)
    await place.press(sari, GUARDIAN, says("mesin.ini_ceritanya"))
    await place.ask(sari, "iya", "kecamatan")
    for answer, said in (("Maiwa", "Desa"), ("Pattondon Salu", "Dusun"), ("Jambu", "harapkan")):
        await place.press(sari, answer, said)
    await place.ask(sari, "dipasang lampu", "foto")
    await place.press(sari, words("tombol.cukup"), "Kami catat begini")
    await place.press(sari, words("tombol.kirim"), "Maiwa 1")
    return sari, rahmi


@pytest.mark.parametrize(
    "told",
    [
        "eh kak yang dampingi tadi aku sendiri bukan mama",
        "kak yang dampingi tadi bukan mama, aku sendiri yg pencet",
        "sebenarnya saya pencet sendiri kak",
        "tadi saya yang tekan tombolnya",
    ],
)
async def test_said_after_sending_it_is_closed_and_the_reader_asked(place: Town, told: str) -> None:
    sari, rahmi = await _sent(place)
    await place.ask(sari, told, says("izin_anak_ditutup", nomor="Maiwa 1", kepada="Rahmi"))
    assert [("ditarik",)] == [tuple(one) for one in await place.rows("SELECT status FROM usulan")]
    (asked,) = await place.rows("SELECT words FROM questions")
    assert asked[0] == words("anak_sendiri_ditanyakan", nomor="Maiwa 1")
    await place.ask(rahmi, "/periksa", "")
    assert "lampu" not in place.texts(rahmi)[-1]
    await place.ask(sari, "mau batal aja takut mama marah", says("izin_anak_batal"))
    await place.press(sari, words("tombol_ada_dewasa"), says("izin_anak"))
    await place.press(sari, GUARDIAN, "")
    await place.until("SELECT status FROM usulan", "tercatat")


@pytest.mark.parametrize(
    "told",
    [
        "mama setuju kak, aku cuma pinjam hp",
        "aku sendiri yang mau bicara nanti",
        "aku sendiri bisa kak?",
        "makasih kak",
    ],
)
async def test_other_words_close_nothing(place: Town, told: str) -> None:
    sari, _ = await _sent(place)
    await place.ask(sari, told, "")
    assert [("tercatat",)] == [tuple(one) for one in await place.rows("SELECT status FROM usulan")]


async def test_after_sending_giving_up_is_asked_about(place: Town) -> None:
    sari, _ = await _sent(place)
    await place.ask(sari, "mau batal aja takut mama marah", mentions("tarik_usulan_ini", nomor="Maiwa 1"))
