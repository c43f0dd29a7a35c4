"""Another order while a form asks something: it is no answer. It is begun or asked about, and the form is kept."""

import json

import pytest

from bot.simulator.chats import Person
from tests.broadcasts.desk import asks
from tests.support.homes import Home
from tests.support.sentences import mentions, says, words

_ALLA = "/jadwal musrenbang alla 8 februari jam 9"
_VENUE = mentions("form.jadwal.tempat.tanya")


async def _answers(home: Home, form: str) -> dict[str, object]:
    told = await home.town.rows(f"SELECT state FROM conversations WHERE flow = '{form}'")
    return {key: one["value"] for key, one in json.loads(told[0][0])["answers"].items()} if told else {}


async def _writes(home: Home) -> Person:
    ratna = await home.join("Ratna", "bappeda", "73.16")
    offered = mentions("form.siaran_tawaran.jadi.tanya")
    await home.ask(ratna, "kirim ke fasilitator desa di maiwa rapat senin jam 9", offered)
    await home.press(ratna, "Jadikan siaran", asks("diminta"))
    return ratna


async def test_a_second_announcement_is_none_of_the_first_and_the_first_is_kept(anywhere: Home) -> None:
    ratna = await _writes(anywhere)
    second = "umumkan ke fasilitator desa di maiwa: bawa laptop"
    await anywhere.ask(ratna, second, mentions("siaran_masih_ada", awal="rapat senin jam 9", disimpan=True))
    assert "diminta" not in await _answers(anywhere, "siaran")
    await anywhere.press(ratna, "Jadikan siaran", asks("diminta"))
    assert (await _answers(anywhere, "siaran"))["pesan"]["html"] == "bawa laptop"  # type: ignore[index]
    kept = await anywhere.town.rows("SELECT state, message FROM broadcasts")
    assert [(row[0], json.loads(row[1])["html"] if isinstance(row[1], str) else row[1]["html"]) for row in kept] == [
        ("draft", "rapat senin jam 9")
    ]


async def test_what_is_no_announcement_is_the_answer_after_all(at_home: Home) -> None:
    ratna = await _writes(at_home)
    second = "umumkan ke fasilitator desa di maiwa: bawa laptop"
    await at_home.ask(ratna, second, mentions("siaran_masih_ada"))
    await at_home.press(ratna, "Bukan", asks("syarat"))
    assert (await _answers(at_home, "siaran"))["diminta"] == {"text": second}
    assert await at_home.town.rows("SELECT 1 FROM broadcasts") == []


@pytest.mark.parametrize("typed", ["kirim", "simpan"])
async def test_a_control_is_no_venue(anywhere: Home, typed: str) -> None:
    ratna = await anywhere.join("Ratna", "bappeda", "73.16")
    await anywhere.ask(ratna, _ALLA, _VENUE)
    await anywhere.ask(ratna, typed, mentions("form.jadwal.tinjau"))
    assert "tempat" not in await _answers(anywhere, "jadwal")


async def test_another_day_with_its_place_is_a_day_and_a_place(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", "73.16")
    await at_home.ask(ratna, _ALLA, _VENUE)
    await at_home.ask(ratna, "jumat 5 feb jam 10 di kantor camat", mentions("form.jadwal.tinjau"))
    told = await _answers(at_home, "jadwal")
    assert told["tempat"] == {"text": "kantor camat"}
    assert "2027-02-05" in json.dumps(told["waktu"])


async def test_to_call_off_another_meeting_is_no_venue(anywhere: Home) -> None:
    ratna = await anywhere.join("Ratna", "bappeda", "73.16")
    await anywhere.ask(
        ratna, "/jadwal musrenbang maiwa 4 februari jam 9 di kantor camat", mentions("form.jadwal.tinjau")
    )
    await anywhere.press(ratna, words("tombol.kirim"), mentions("jadwal_ditetapkan"))
    await anywhere.ask(ratna, _ALLA, _VENUE)
    await anywhere.ask(ratna, "batalkan saja musrenbang maiwa, camat ke jakarta", mentions("jadwal_batalkah"))
    assert "tempat" not in await _answers(anywhere, "jadwal")


async def test_a_lost_telephone_is_no_venue(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", "73.16")
    await at_home.join("Hamid", "fasilitator_kecamatan", "73.16.01")
    await at_home.ask(ratna, _ALLA, _VENUE)
    await at_home.ask(ratna, "hp pak hamid dicuri, tolong blokir", mentions("blokir_sebab", sebab="dicuri"))
    assert "tempat" not in await _answers(at_home, "jadwal")


async def test_dates_that_are_typed_while_an_announcement_is_asked_about_are_dates(anywhere: Home) -> None:
    ratna = await anywhere.join("Ratna", "bappeda", "73.16")
    await anywhere.ask(ratna, "umumkan ke semua fasilitator: rapat senin", mentions("form.siaran_tawaran.jadi.tanya"))
    await anywhere.press(ratna, "Jadikan siaran", asks("tingkat"))
    told = "musrenbang kecamatan cendana 15 februari, curio 16 februari semua jam 9"
    await anywhere.ask(ratna, told, mentions("jadwal_sekaligus", jumlah=2))
    await anywhere.ask(ratna, "ya", says("jadwal_sekaligus_disimpan"))
    assert len(await anywhere.town.rows("SELECT 1 FROM occasions")) == 2
    assert (await _answers(anywhere, "siaran"))["pesan"]["html"] == "rapat senin"  # type: ignore[index]
