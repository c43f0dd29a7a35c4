"""Since when and until when somebody holds their role, asked in words."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.store.tables import grants
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


@pytest.mark.parametrize(
    "typed",
    [
        "masa kerjaku berapa tahun",
        "sudah berapa lama saya jadi fasilitator",
        "berapa tahun saya bertugas",
        "berapa lamami sa jadi fasilitator",
        "brp thn mi saya mendampingi",
        "sejak kapan saya jadi fasilitator desa",
    ],
)
async def test_since_when_and_how_long_a_role_is_held_is_told(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa")
    since = office.town.simulator.stage.clock.now() - timedelta(days=430)
    async with office.town.database.write() as connection:
        await connection.execute(update(grants).values(granted_at=since))
    shown = await office.ask(ratna, typed, mentions("peran_sendiri_sejak"))
    assert str(since.year) in shown["text"]
    assert "1 tahun 2 bulan" in shown["text"]


@pytest.mark.parametrize(
    "typed", ["berapa lama tugas ini kukerjakan", "berapa tahun jalannya rusak", "sejak kapan rusak"]
)
async def test_how_long_something_else_lasts_is_not_that(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa")
    await office.ask(ratna, typed, bool)
    assert not any(text in mentions("peran_sendiri_sejak") for text in office.texts(ratna))


@pytest.mark.parametrize("typed", ["berapa lama lagi saya bertugas", "tugasku tinggal berapa lama"])
async def test_how_long_it_lasts_still_is_asked_of_its_end(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa")
    await office.ask(ratna, typed, mentions("peran_sendiri_sampai"))
