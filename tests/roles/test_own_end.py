"""Until when somebody holds their role, asked in words."""

import pytest

from tests.roles.conftest import Office
from tests.support.sentences import mentions


@pytest.mark.parametrize("typed", ["tugasku sampai kapan", "sampai kapan saya bertugas?", "berapa lama masa tugasku"])
async def test_the_end_of_ones_role_is_told(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa")
    shown = await office.ask(ratna, typed, mentions("peran_sendiri_sampai"))
    assert "31 Desember 20" in shown["text"]


@pytest.mark.parametrize("typed", ["tugas musrenbang sampai kapan", "apa tugas saya", "pelajaran sampai kapan"])
async def test_until_when_something_else_lasts_is_not_that(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa")
    await office.ask(ratna, typed, bool)
    assert not any(text in mentions("peran_sendiri_sampai") for text in office.texts(ratna))
