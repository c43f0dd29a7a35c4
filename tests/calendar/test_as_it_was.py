"""That the hour and the place stay as they were is neither a place nor a reason."""

import pytest

from tests.support.homes import Home
from tests.support.sentences import mentions, says, words

_WHY = mentions("form.jadwal_pindah.alasan.tanya")


@pytest.mark.parametrize(
    "kept",
    [
        "jam dan tempat sama",
        "jam dan tempatnya tetap",
        "jam sama tempatnya tdk berubah",
        "tempat tetap, jam juga sama",
        "jamnya tetap",
    ],
)
async def test_it_is_no_reason(at_home: Home, kept: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    asked = await at_home.ask(ratna, f"musrenbang mundur seminggu, {kept}", _WHY)
    assert "Kamis, 21 Januari 2027, 09.00" in asked["text"]
    shown = await at_home.ask(ratna, f"ada pesta adat, {kept}", says("jadwal_pindahkah"))
    assert "Alasan: ada pesta adat\n" in shown["text"]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("mundur seminggu, jam dan tempat sama", "kantor desa"),
        ("mundur seminggu, jam dan tempatnya tetap", "kantor desa"),
        ("mundur seminggu, tempatnya tetap di balai desa", "balai desa"),
        ("mundur seminggu, tempatnya di rumah kades", "rumah kades"),
    ],
)
async def test_before_it_is_saved_the_place_stays(at_home: Home, told: str, place: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, "musdes 20 januari jam 9 di kantor desa", mentions("form.jadwal.tinjau"))
    shown = await at_home.ask(ratna, told, mentions("form.jadwal.tinjau"))
    assert "Rabu, 27 Januari 2027, 09.00" in shown["text"]
    await at_home.press(ratna, words("tombol.kirim"), says("jadwal_ditetapkan", jumlah=True))
    assert await at_home.town.rows("SELECT place FROM occasions") == [(place,)]


async def test_a_place_that_stays_is_named_without_that(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, "musdes 20 januari jam 9 di kantor desa", mentions("form.jadwal.tinjau"))
    shown = await at_home.ask(ratna, "tempatnya tetap di balai desa", mentions("form.jadwal.tinjau"))
    assert "balai desa" in shown["text"]
    assert "tetap" not in shown["text"].partition("balai desa")[0].rpartition("\n")[2]
