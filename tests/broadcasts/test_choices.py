"""A question with choices: its buttons, who chose what by a button or in own words, and the tally."""

import json
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from tests.broadcasts.crowd import here, rows
from tests.broadcasts.officers import draft, town
from tests.broadcasts.street import DESA, Street, Streets, open_street
from tests.support.kabupaten import Kabupaten
from tests.support.sentences import mentions, says
from tests.support.town import town as open_town

__all__ = ["here"]

_ASKED, _DATES = "bisa ikut tanggal 20 atau 27?", ("tanggal 20", "tanggal 27")


async def _choices(here: Kabupaten) -> list[str]:
    found = (await rows(here, "SELECT message FROM broadcasts"))[0][0]
    told: list[str] = json.loads(found)["choices"]
    return told


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("kasih tombol jawaban tanggal 20 dan tanggal 27", [*_DATES]),
        ("tolong kasih tombol tanggal 20 dan 27 bu", [*_DATES]),
        ("yang diminta: pilih tanggal 20 / tanggal 27", [*_DATES]),
        ("yang diminta pilih tanggal: 20 Januari atau 27 Januari", ["20 Januari", "27 Januari"]),
        ("pilihannya: pagi, siang, sore", ["pagi", "siang", "sore"]),
        ("kasih tombol jawaban", [*_DATES]),
    ],
)
async def test_buttons_for_the_choices_of_a_sample(here: Kabupaten, typed: str, choices: list[str]) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita, text=_ASKED)
    await here.says(masyita, typed)
    assert await _choices(here) == choices


async def test_they_are_offered_and_told_while_it_is_written(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await draft(here, masyita, text=_ASKED)
    assert masyita.newest().offers(f"a:pilihan:{one}")
    await here.says(masyita, "ubah")
    await here.says(masyita, "kasih tombol jawaban senin dan selasa")
    await here.says(masyita, "lihat contohnya")
    assert await _choices(here) == ["senin", "selasa"]


async def test_what_is_no_choice_is_not_offered(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await draft(here, masyita, text="rapat besok, jam 9 atau jam 10 mungkin")
    assert not masyita.newest().offers(f"a:pilihan:{one}")


@pytest.fixture
async def street(sqlite_url: str, tmp_path: Path) -> Streets:
    async with open_town(sqlite_url, tmp_path) as place:
        yield await open_street(place)


async def _asked(street: Street) -> Person:
    rahman = await street.town.join("Rahman", "fasilitator_desa", DESA)
    await street.announce(text=_ASKED, choices=_DATES)
    return rahman


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("27 ji bu, tgl 20 ada acara keluarga", 1), ("20", 0), ("tidak bisa tanggal 20, 27 bisa", 1), ("tanggal 27", 1)],
)
async def test_what_is_typed_is_counted(street: Street, typed: str, chosen: int) -> None:
    rahman = await _asked(street)
    await street.town.ask(rahman, typed, mentions("siaran_pilihan_dicatat", pilihan=_DATES[chosen]))
    assert await street.town.rows("SELECT answer FROM deliveries") == [(chosen,)]
    kept = await street.town.rows("SELECT words FROM broadcast_replies")
    assert kept == ([(typed,)] if len(typed) > len("tanggal 27") else [])


@pytest.mark.parametrize("typed", ["tanggal berapa yang pasti bu?", "dua-duanya bisa bu"])
async def test_what_chooses_nothing_is_passed_on(street: Street, typed: str) -> None:
    rahman = await _asked(street)
    await street.town.ask(rahman, typed, mentions("siaran_untuk_ini"))
    assert await street.town.rows("SELECT answer FROM deliveries") == [(None,)]


async def test_siap_is_asked_which(street: Street) -> None:
    rahman = await _asked(street)
    await street.town.ask(rahman, "siap bu", mentions("siaran_pilihan_mana"))


@pytest.mark.parametrize("typed", ["siapa yg pilih 20 siapa yg 27?", "jawaban soal tanggal 20 atau 27 mana"])
async def test_the_tally_is_told_with_names(street: Street, typed: str) -> None:
    rahman = await _asked(street)
    await street.town.press(rahman, "tanggal 27", says("siaran_pilihan_dicatat", pilihan=_DATES[1], awal=_ASKED))
    told = await street.town.ask(street.announces, typed, mentions("siaran_hasil"))
    assert "tanggal 27: 1 (Rahman)" in told["text"]


_PARKING = "parkir rapat di lapangan besok"


async def test_a_choice_below_another_one_is_asked_about_and_counted_where_it_belongs(street: Street) -> None:
    rahman = await _asked(street)
    await street.announce(text=_PARKING)
    await street.copy_of(rahman, _PARKING)
    await street.town.ask(rahman, "saya tgl 20 bu", mentions("siaran_untuk_ini", awal=_ASKED))
    await street.town.ask(rahman, "ya", says("siaran_balasan_diteruskan"))
    query = "SELECT answer FROM deliveries d JOIN broadcasts b ON b.id = d.broadcast_id ORDER BY b.id"
    assert await street.town.rows(query) == [(0,), (None,)]


async def test_a_question_without_buttons_is_counted_by_what_they_write(street: Street) -> None:
    rahman = await street.town.join("Rahman", "fasilitator_desa", DESA)
    await street.announce(text="bisa ikut tanggal 20 atau tanggal 27?")
    await street.town.ask(rahman, "tgl 20 insyaallah", mentions("siaran_untuk_ini"))
    await street.town.ask(rahman, "ya", says("siaran_balasan_diteruskan"))
    told = await street.town.ask(street.announces, "jadi siapa2 yg pilih tgl 20 siapa yg 27", mentions("siaran_hasil"))
    assert "tanggal 20: 1 (Rahman)" in told["text"]
    assert "Rahman: tgl 20 insyaallah" in told["text"]


@pytest.mark.parametrize("typed", ["hasil yg ikut tanggal 20 atau 27", "mana hasilnya yg soal ikut tanggal 20"])
async def test_its_result_is_named_by_its_words(street: Street, typed: str) -> None:
    await _asked(street)
    await street.announce(text=_PARKING)
    told = await street.town.ask(street.announces, typed, mentions("siaran_hasil"))
    assert "tanggal 27: 0" in told["text"]
