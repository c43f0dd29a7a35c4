"""/kabar: whoever holds a number learns how far it is, and nothing of the one who brought it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.app import letters_of, office_of
from bot.config import Settings
from bot.work.usulan.kabar import Number, number_in
from tests.support.sentences import says, words
from tests.support.town import Town, catalog_of, town

STORY = "Mata air jauh sekali, rumah Pak Dalle yang paling susah."
ANSWERS = (
    words("tombol_setuju"),
    "Maiwa",
    "Pattondon Salu",
    "Jambu",
    STORY,
    "Pipa dari mata air",
    words("tombol.cukup"),
    words("tombol.kirim"),
)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("Maiwa 42", ("73.16.01", 42)),
        ("kabar maiwa 42", ("73.16.01", 42)),
        ("maiwa42", ("73.16.01", 42)),
        ("mayiwa no 42", ("73.16.01", 42)),
        ("Buntu Batu nomor 7", ("73.16.10", 7)),
        ("ENR-26-MAI-0042", ("73.16.01", 42, 2026)),
        ("Maiwa 42/27", ("73.16.01", 42, 2027)),
        ("maiwa 42 tahun 2027", ("73.16.01", 42, 2027)),
        ("Maiwa 42 (2027)", ("73.16.01", 42, 2027)),
        ("kabar Maiwa 42, thn 27.", ("73.16.01", 42, 2027)),
        ("Maiwa no 42 2027", ("73.16.01", 42, 2027)),
        ("lihat maiwa 42", ("73.16.01", 42)),
        ("usulan Maiwa 42", ("73.16.01", 42)),
        ("hasil maiwa 42?", ("73.16.01", 42)),
        ("Maiwa 42 27 orang", None),
        ("Maiwa 4227", ("73.16.01", 4227)),
        ("rumah 23", None),
        ("23 rumah", None),
        ("Maiwa", None),
        ("42", None),
        ("", None),
    ],
)
def test_a_number_is_understood_as_people_say_it(typed: str, number: tuple[Any, ...] | None) -> None:
    office = office_of(Settings(_env_file=None), catalog_of())
    office.short_codes = letters_of(office.catalog.places)
    assert number_in(office, typed) == (None if number is None else Number(*number))


async def _bring(place: Town, name: str) -> int:
    person = place.simulator.add_person(name).id
    await place.start_chat(person, says("izin"))
    for answer in ANSWERS:
        try:
            await place.simulator.press(person, answer, timeout=0)
        except LookupError:
            await place.simulator.say(person, answer)
        await place.hears(person, "")
    await place.simulator.wait_for(person, says("tanda_terima"), since=0)
    return person


async def test_anybody_with_the_number_learns_the_stage_and_no_name_or_word(database_url: str, tmp_path: Path) -> None:
    async with town(database_url, tmp_path) as place:
        await _bring(place, "Sitti Aminah")
        stranger = place.simulator.add_person("Ucok").id
        told = await place.ask(stranger, "/kabar maiwa 1", "Maiwa 1")
        assert "Jambu, Pattondon Salu" in told["text"]
        assert told["text"] in says("kabar_isi", dibaca=False)
        everything = str(place.simulator.messages(stranger))
        assert not any(word in everything for word in ("Sitti", "Aminah", "Dalle", "Mata air", "Pipa"))


async def test_a_number_that_is_not_there_is_said_kindly(sqlite_url: str, tmp_path: Path) -> None:
    async with town(sqlite_url, tmp_path) as place:
        stranger = place.simulator.add_person("Ucok").id
        told = await place.ask(stranger, "/kabar Maiwa 99", says("kabar_tidak_ada"))
        assert "Maiwa 99" in told["text"]


async def test_of_several_years_it_is_asked_which_but_of_ones_own(sqlite_url: str, tmp_path: Path) -> None:
    async with town(sqlite_url, tmp_path) as place:
        sitti = await _bring(place, "Sitti")
        async with place.database.write() as connection:
            await connection.exec_driver_sql(
                "UPDATE usulan SET year = 2025, code = 'ENR-25-MAI-0001', spoken_at = '2025-06-01 00:00:00'"
            )
            await connection.exec_driver_sql("DELETE FROM counters")
        await _bring(place, "Ratna")
        stranger = place.simulator.add_person("Ucok").id
        asked = await place.ask(stranger, "/kabar Maiwa 1", says("kabar_tahun_mana", nomor="Maiwa 1"))
        assert asked["text"].count("Jambu, Pattondon Salu") == 2
        await place.ask(sitti, "kabar maiwa 1", "1 Juni 2025")
        await place.press(stranger, words("tombol_kabar_tahun", tahun="2025"), "1 Juni 2025")


async def test_the_list_of_a_dusun_has_numbers_and_no_names(sqlite_url: str, tmp_path: Path) -> None:
    async with town(sqlite_url, tmp_path) as place:
        for name in ("Sitti", "Ratna"):
            await _bring(place, name)
        stranger = place.simulator.add_person("Ucok").id
        await place.ask(stranger, "/kabar Maiwa 2", "Maiwa 2")
        listed = await place.press(
            stranger, words("tombol_kabar_dusun"), says("kabar_dusun", tempat="Jambu, Pattondon Salu")
        )
        assert "Maiwa 1" in listed["text"]
        assert "Maiwa 2" in listed["text"]
        assert "Sitti" not in listed["text"]


async def test_november_and_january_of_one_season_never_bear_the_same_number(sqlite_url: str, tmp_path: Path) -> None:
    async with town(sqlite_url, tmp_path, started=False) as place:
        for day in (datetime(2026, 11, 3, 2, tzinfo=UTC), datetime(2027, 1, 12, 2, tzinfo=UTC)):
            await place.simulator.move_clock(to=day)
            await place.begin_again()
            await _bring(place, "Sitti")
        await place.simulator.move_clock(to=datetime(2027, 4, 6, 2, tzinfo=UTC))
        await place.begin_again()
        await _bring(place, "Ratna")
        codes = [row[0] for row in await place.rows("SELECT code FROM usulan ORDER BY id")]
        assert codes == ["ENR-27-MAI-0001", "ENR-27-MAI-0002", "ENR-28-MAI-0001"]


async def test_ones_own_comes_first_whatever_its_year_and_the_year_is_said(sqlite_url: str, tmp_path: Path) -> None:
    async with town(sqlite_url, tmp_path, started=False) as place:
        people = []
        for day, name in (
            (datetime(2026, 11, 3, 2, tzinfo=UTC), "Sitti"),
            (datetime(2027, 5, 3, 2, tzinfo=UTC), "Ratna"),
        ):
            await place.simulator.move_clock(to=day)
            await place.begin_again()
            people.append(await _bring(place, name))
        sitti, ratna = people
        await place.ask(sitti, "maiwa 1", says("kabar_isi", nomor="Maiwa 1/27"))
        await place.ask(ratna, "maiwa 1", says("kabar_isi", nomor="Maiwa 1/28"))
        await place.ask(ratna, "Maiwa 1 tahun 2027", says("kabar_isi", nomor="Maiwa 1/27"))
        await place.ask(ratna, "maiwa 1/26", says("kabar_tidak_ada", nomor="Maiwa 1/26"))
        await place.ask(sitti, "/usulanku", says("usulanku_daftar", usulan=[{"nomor": "Maiwa 1/27"}]))


async def test_the_words_of_the_slip_are_answered_before_the_yes_and_within_a_form(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with town(sqlite_url, tmp_path) as place:
        await _bring(place, "Sitti")
        ana = place.simulator.add_person("Ana").id
        await place.start_chat(ana, says("izin"))
        await place.ask(ana, "kabar Maiwa 1", says("kabar_isi", nomor="Maiwa 1"))
        await place.press(ana, words("tombol_setuju"), "kecamatan")
        await place.ask(ana, "Kabar maiwa 1", says("kabar_isi", nomor="Maiwa 1"))
        await place.ask(ana, "Maiwa", "Desa atau kelurahan")
