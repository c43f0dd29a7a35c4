"""How officers say for whom an announcement is, and that they want one: no condition is lost, the name of the kabupaten
is no kecamatan, and the form of an invitation keeps nobody."""

import json
from typing import Any

import pytest

from tests.broadcasts.desk import TEXT, asks, begin
from tests.roles.conftest import Office
from tests.support.sentences import mentions, says

_OFFER, _SUMMARY = mentions("form.siaran_tawaran.jadi.tanya"), mentions("form.siaran.tinjau")


async def _answers(office: Office) -> dict[str, Any]:
    rows = await office.town.rows("SELECT state FROM conversations WHERE flow = 'siaran'")
    found: dict[str, Any] = json.loads(rows[0][0])["answers"]
    return {key: answer["value"] for key, answer in found.items()}


@pytest.mark.parametrize("ends", [":", ","])
async def test_a_condition_that_is_not_known_is_said_and_is_no_part_of_the_message(office: Office, ends: str) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, f"umumkan ke fasilitator maiwa yang belum setor laporan{ends} segera disetor", _OFFER)
    await office.ask(ratna, "ya", says("siaran_syarat_tak_dikenal"))
    await office.hears(ratna, asks("diminta"))
    assert (await _answers(office))["pesan"]["html"] == "segera disetor"


@pytest.mark.parametrize("begins", ["tanya fasilitator maiwa", "tanyakan kepada fasilitator maiwa"])
async def test_a_question_to_those_who_came_to_no_training_keeps_its_condition(office: Office, begins: str) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, f"{begins} yang belum ikut pelatihan: bisa ikut hari sabtu?", says("siaran_kartu"))
    ((audience, message),) = await office.town.rows("SELECT audience, message FROM broadcasts")
    assert json.loads(audience)["conditions"] == ["belum_pelatihan"]
    assert json.loads(message)["html"] == "bisa ikut hari sabtu?"


async def test_all_facilitators_and_all_of_the_kabupaten_are_answers(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await begin(office, ratna)
    await office.ask(ratna, TEXT, asks("peran"))
    await office.ask(ratna, "fasilitator desa dan fasilitator kecamatan", asks("tingkat"))
    await office.ask(ratna, "seluruh enrekang", asks("diminta"))
    told = await _answers(office)
    assert {one["value"] for one in told["peran"]} == {"fasilitator_desa", "fasilitator_kecamatan"}
    assert told["tingkat"]["value"] == "kabupaten"


@pytest.mark.parametrize(
    ("whom", "level"),
    [("semua fasilitator kecamatan enrekang", "kecamatan"), ("fasilitator desa di maiwa dan enrekang", "kecamatan")],
)
async def test_a_kecamatan_of_the_same_name_is_meant_where_that_is_said(office: Office, whom: str, level: str) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, f"umumkan ke {whom}: rapat besok", _OFFER)
    await office.ask(ratna, "ya", asks("diminta"))
    assert (await _answers(office))["tingkat"]["value"] == level


@pytest.mark.parametrize(
    "typed", ["bukan kecamatan enrekang tapi seluruh kabupaten", "ubah wilayahnya jadi seluruh kabupaten"]
)
async def test_another_wilayah_is_heard_under_the_summary(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, "umumkan ke semua fasilitator kecamatan enrekang: rapat besok", _OFFER)
    await office.ask(ratna, "ya", asks("diminta"))
    await office.ask(ratna, "cukup", _SUMMARY)
    await office.ask(ratna, typed, says("siaran_ganti_penerima"))
    await office.ask(ratna, "ya", _SUMMARY)
    assert (await _answers(office))["tingkat"]["value"] == "kabupaten"


async def test_look_is_the_look_at_the_sample(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.join("Salma", "fasilitator_desa", "73.16.01.2012")
    await office.ask(ratna, "umumkan ke semua fasilitator maiwa: rapat besok", _OFFER)
    await office.ask(ratna, "ya", asks("diminta"))
    await office.ask(ratna, "cukup", _SUMMARY)
    await office.ask(ratna, "lihat", says("siaran_kartu"))


async def test_who_wants_to_announce_invites_nobody(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, "mau kasih pengumuman ke semua fasilitator", asks("pesan"))


async def test_the_form_of_an_invitation_lets_an_announcement_go(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, "undang orang", mentions("form.undang.peran.tanya"))
    await office.ask(ratna, "bukan, saya mau kirim pengumuman", asks("pesan"))
    assert not await office.town.rows("SELECT 1 FROM conversations WHERE flow = 'undang'")
