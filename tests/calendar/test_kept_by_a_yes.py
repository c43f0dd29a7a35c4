"""A date is kept by a yes with the word of what is done; what is no such yes keeps nothing."""

import pytest

from tests.roles.conftest import Office
from tests.support.calendar import DESA
from tests.support.sentences import mentions, says, words

_DATED = "musrenbang desa 14 januari 2027 jam 9 di balai desa"


@pytest.mark.parametrize("typed", ["ya simpan", "iya simpan mi", "oke simpan saja"])
async def test_one_date_is_kept_as_several_are(office: Office, typed: str) -> None:
    person = await office.join("Ani", "fasilitator_desa", DESA)
    await office.ask(person, _DATED, mentions("form.jadwal.tinjau"))
    await office.ask(person, typed, says("jadwal_ditetapkan"))


@pytest.mark.parametrize("typed", ["ya ubah", "ya tanggalnya keliru", "simpan dulu jangan dikirim"])
async def test_no_other_yes_keeps_it(office: Office, typed: str) -> None:
    person = await office.join("Ani", "fasilitator_desa", DESA)
    await office.ask(person, _DATED, mentions("form.jadwal.tinjau"))
    await office.ask(person, typed, bool)
    assert await office.town.rows("SELECT 1 FROM occasions") == []


async def test_guests_are_no_place(office: Office) -> None:
    person = await office.join("Ani", "fasilitator_desa", DESA)
    await office.ask(person, _DATED, mentions("form.jadwal.tinjau"))
    await office.press(person, words("tombol.kirim"), says("jadwal_ditetapkan"))
    await office.ask(person, "musdes 30 januari 2027 jam 9", mentions("form.jadwal.tempat.tanya"))
    await office.ask(person, "undang juga pak Syarif dari kelompok tani dan Aco wakil pemuda", says("rapat_pratinjau"))
