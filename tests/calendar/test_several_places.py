"""Several places in one question are answered each, and another word that joins names none."""

import pytest

from tests.roles.conftest import Office
from tests.support.calendar import set_date
from tests.support.sentences import says

_KABUPATEN, _MAIWA, _MALUA = "73.16", "73.16.01", "73.16.09"


async def _told(office: Office, typed: str, last: str) -> list[str]:
    """What whoever asks hears, up to the place that is named last."""
    ratna = await office.join("Ratna", "bappeda", _KABUPATEN)
    await office.ask(ratna, typed, says("tanya_rapat", wilayah=last))
    return [text for text in office.texts(ratna) if text in says("tanya_rapat")]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("kapan musdes di maiwa dan malua", ["Kecamatan Maiwa", "Kecamatan Malua"]),
        ("kapan musrenbang di maiwa, malua sama curio?", ["Kecamatan Maiwa", "Kecamatan Malua", "Kecamatan Curio"]),
        ("kapan musdes tuncung dan boiya", ["Desa Tuncung", "Desa Boiya"]),
        ("kapan musdes di desa tuncung sama desa boiya pak", ["Desa Tuncung", "Desa Boiya"]),
        ("kapan musdes tuncung", ["Desa Tuncung"]),
        ("kapan rapatnya boiya pak", ["Desa Boiya"]),
        ("kapan musdes di maiwa dan siapa yang undang", ["Kecamatan Maiwa"]),
    ],
)
async def test_each_place_has_its_dates(office: Office, typed: str, places: list[str]) -> None:
    told = await _told(office, typed, places[-1])
    assert len(told) == len(places), told
    assert all(place in text for place, text in zip(places, told, strict=True)), told


async def test_a_meeting_inside_says_where_it_is(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_kecamatan", _MAIWA)
    await set_date(office, rahman, "musdes boiya 14/6/27 jam 9")
    (told,) = await _told(office, "kapan musdes di maiwa", "Kecamatan Maiwa")
    assert "Desa Boiya" in told


@pytest.mark.parametrize("typed", ["siapa fasilitator maiwa sama malua", "siapa fasilitator di malua dan maiwa ya bu"])
async def test_each_place_has_its_people(office: Office, typed: str) -> None:
    await office.join("Rahman", "fasilitator_kecamatan", _MAIWA)
    await office.join("Malik", "fasilitator_kecamatan", _MALUA)
    ratna = await office.join("Ratna", "bappeda", _KABUPATEN)
    told = (await office.ask(ratna, typed, says("tanya_kerja_fasilitator")))["text"]
    assert {name for name in ("Rahman", "Malik") if name in told} == {"Rahman", "Malik"}


async def test_who_sees_no_further_is_told_of_each_place_too(office: Office) -> None:
    await office.join("Rahman", "fasilitator_kecamatan", _MAIWA)
    await office.join("Malik", "fasilitator_kecamatan", _MALUA)
    siti = await office.join("Siti", "fasilitator_desa", "73.16.01.2003")
    await office.ask(siti, "siapa fasilitator maiwa sama malua", says("tanya_orang", wilayah="Kecamatan Malua"))
    assert sum(text in says("tanya_orang") for text in office.texts(siti)) == 2
