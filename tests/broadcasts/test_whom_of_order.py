"""For whom an order is that says nothing else is said, and "semua fasilitator" are those of all of one's own."""

import json

import pytest

from tests.broadcasts.desk import TEXT, asks, begin
from tests.roles.conftest import Office
from tests.support.sentences import mentions, says

_KECAMATAN = "73.16.01"


@pytest.mark.parametrize(
    "typed",
    [
        "ingatkan fasilitator yang belum kirim laporan",
        "tolong ingatkan fasilitator yg blm setor laporan",
        "umumkan ke fasilitator yang belum kirim berita acara",
    ],
)
async def test_who_is_named_is_said_back_with_what_nobody_can_be_chosen_by(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, typed, asks("pesan"))
    said = office.texts(ratna)
    assert any(text in says("siaran_penerima_dicatat") for text in said)
    assert any(text in says("siaran_syarat_tak_dikenal") for text in said)


@pytest.mark.parametrize(
    "typed", ["semua fasilitator", "ke semua fasilitator", "seluruh fasilitator desa", "semua camat"]
)
@pytest.mark.parametrize(
    ("role", "where", "level"), [("bappeda", "73.16", "kabupaten"), ("fasilitator_kecamatan", _KECAMATAN, "kecamatan")]
)
async def test_all_of_them_are_those_of_ones_own(office: Office, typed: str, role: str, where: str, level: str) -> None:
    ratna = await office.join("Ratna", role, where)
    await begin(office, ratna)
    await office.ask(ratna, TEXT, asks("peran"))
    await office.ask(ratna, typed, asks("diminta"))
    ((state,),) = await office.town.rows("SELECT state FROM conversations WHERE flow = 'siaran'")
    told = json.loads(state)["answers"]
    assert told["tingkat"]["value"]["value"] == level


@pytest.mark.parametrize("typed", ["fasilitator desa dan fasilitator kecamatan", "semua orang"])
async def test_without_all_or_of_everybody_it_is_asked_where(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await begin(office, ratna)
    await office.ask(ratna, TEXT, asks("peran"))
    await office.ask(ratna, typed, lambda message: not mentions("form.siaran.diminta.tanya")(message))
    ((state,),) = await office.town.rows("SELECT state FROM conversations WHERE flow = 'siaran'")
    assert "tingkat" not in json.loads(state)["answers"]


async def test_all_of_a_place_that_is_named_are_of_that(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await begin(office, ratna)
    await office.ask(ratna, TEXT, asks("peran"))
    await office.ask(ratna, "semua fasilitator Maiwa", asks("diminta"))
    ((state,),) = await office.town.rows("SELECT state FROM conversations WHERE flow = 'siaran'")
    assert json.loads(state)["answers"]["tingkat"]["value"]["value"] == "kecamatan"
