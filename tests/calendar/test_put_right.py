"""What is typed in place of the buttons of a date that is shown: it changes what it names, and is shown again."""

import pytest

from tests.roles.conftest import Office
from tests.support.calendar import DESA, KECAMATAN
from tests.support.sentences import mentions, says

CARD = mentions("form.jadwal.tinjau")
_TYPED = "musrenbang 14 januari 2027 jam 9 di balai desa"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("jam 10 saja", "Kamis, 14 Januari 2027, 10.00"),
        ("tanggal 13", "Rabu, 13 Januari 2027, 09.00"),
        ("eh harinya rabu", "Rabu, 13 Januari 2027, 09.00"),
        ("bukan jam 9, jam 8", "Kamis, 14 Januari 2027, 08.00"),
        ("eh jumat saja jam 2 siang, pak camat tidak bisa kamis", "Jumat, 15 Januari 2027, 14.00"),
        ("kamis tdk bisa bu camat, rabu saja", "Rabu, 13 Januari 2027, 09.00"),
        ("rabu pale jam 10 krn kamis ndak sempat pak desa", "Rabu, 13 Januari 2027, 10.00"),
        ("di aula kecamatan", "Tempat: aula kecamatan"),
        ("bukan musrenbang desa, musdes", "Musyawarah desa (musdes)"),
        ("musdes, bukan musrenbang desa", "Musyawarah desa (musdes)"),
        ("salah, bukan musrenbang desa tapi musyawarah desa", "Musyawarah desa (musdes)"),
    ],
)
async def test_a_word_changes_the_card_and_a_yes_saves_it(office: Office, typed: str, line: str) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa", DESA)
    await office.ask(ratna, _TYPED, CARD)
    await office.ask(ratna, typed, line)  # the card before only loses its buttons
    told = await office.ask(ratna, "betul", says("jadwal_ditetapkan"))
    assert line.removeprefix("Tempat: ") in told["text"]


@pytest.mark.parametrize("typed", ["simpan", "simpan mi", "simpan saja", "disimpan"])
async def test_over_the_card_simpan_saves(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa", DESA)
    await office.ask(ratna, _TYPED, CARD)
    await office.ask(ratna, typed, says("jadwal_ditetapkan"))


@pytest.mark.parametrize("typed", ["jangan simpan dulu", "kamis tidak bisa pak camat"])
async def test_over_the_card_no_other_word_saves_or_moves(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa", DESA)
    await office.ask(ratna, _TYPED, CARD)
    await office.ask(ratna, typed, "")
    assert "Kamis, 14 Januari 2027, 09.00" in (await office.ask(ratna, "bantuan", ""))["text"]
    assert not await office.town.rows("SELECT 1 FROM occasions")


async def test_another_desa_is_taken_also_where_the_venue_is_still_asked(office: Office) -> None:
    amir = await office.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    await office.ask(amir, "musrenbang boiya 14 januari 2027 jam 9", mentions("form.jadwal.tempat.tanya"))
    await office.ask(amir, "bukan boiya, tuncung", mentions("form.jadwal.tempat.tanya"))
    card = await office.ask(amir, "lewati", CARD)
    assert "Desa/kelurahan: Tuncung" in card["text"]
    assert "Musrenbang kelurahan" in (await office.ask(amir, "bukan tuncung tapi bangkala", CARD))["text"]


async def test_tidak_jadi_drops_it(office: Office) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa", DESA)
    await office.ask(ratna, _TYPED, CARD)
    await office.ask(ratna, "tidak jadi", says("jadwal_tidak_jadi"))
    assert not await office.town.rows("SELECT 1 FROM occasions")
    assert not await office.town.rows("SELECT 1 FROM conversations")


async def test_what_is_asked_before_a_date_moves_is_put_right_too(office: Office) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa", DESA)
    await office.ask(ratna, _TYPED, CARD)
    await office.ask(ratna, "ya", says("jadwal_ditetapkan"))
    await office.ask(ratna, "mundur seminggu", mentions("form.jadwal_pindah.alasan.tanya"))
    await office.ask(ratna, "ada pesta adat", says("jadwal_pindahkah", alasan="ada pesta adat"))
    asked = await office.ask(ratna, "jam 8 saja", says("jadwal_pindahkah", alasan="ada pesta adat"))
    assert "Kamis, 21 Januari 2027, 08.00" in asked["text"]
    await office.ask(ratna, "iya", says("jadwal_dipindah"))
    assert "2027-01-21" in str((await office.town.rows("SELECT starts_at FROM occasions"))[0][0])


async def test_tidak_jadi_leaves_the_date_as_it_is(office: Office) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa", DESA)
    await office.ask(ratna, _TYPED, CARD)
    await office.ask(ratna, "ya", says("jadwal_ditetapkan"))
    await office.ask(ratna, "mundur seminggu", mentions("form.jadwal_pindah.alasan.tanya"))
    await office.ask(ratna, "lewati", says("jadwal_pindahkah"))
    await office.ask(ratna, "tidak jadi", says("jadwal_tetap"))
    assert "2027-01-14" in str((await office.town.rows("SELECT starts_at FROM occasions"))[0][0])


async def test_the_wrong_name_is_put_right_in_the_venue_too(office: Office) -> None:
    amir = await office.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    await office.ask(amir, "musrenbang desa tgl 20 januari jam 9 di kantor desa boiya", CARD)
    card = (await office.ask(amir, "bukan boiya, tuncung", CARD))["text"]
    assert "Desa/kelurahan: Tuncung" in card
    assert "Tempat: kantor desa tuncung" in card
    card = (await office.ask(amir, "bukan kantor desa tuncung, masjid raya", CARD))["text"]
    assert "Tempat: masjid raya" in card


async def test_a_name_that_stands_only_in_the_venue_leaves_the_desa(office: Office) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa", DESA)
    await office.ask(ratna, "musrenbang 14 januari 2027 jam 9 di kantor desa boiya", CARD)
    card = (await office.ask(ratna, "bukan boiya, tuncung", CARD))["text"]
    assert "Tempat: kantor desa tuncung" in card
    assert "Desa/kelurahan: Pattondon Salu" in card
