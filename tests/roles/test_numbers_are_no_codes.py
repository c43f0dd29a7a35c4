"""The number of an usulan is never a code, whatever its letters; only what is plainly a code costs a try."""

import random
import re

import pytest

from bot.app import letters_of, office_of
from bot.config import Settings
from bot.simulator.chats import Person
from bot.work.codes.secret_codes import ALPHABET, is_code, is_plainly_a_code, new_code, spaced, tidy
from bot.work.usulan.kabar import Number, number_in
from tests.roles.conftest import DESA, KABUPATEN, Office
from tests.support.content import CONTENT, catalog_of
from tests.support.sentences import says

_TRIES = "SELECT count(*) FROM wrong_codes"


def _kecamatan_names() -> list[str]:
    """Of every kabupaten of the country."""
    lines = (CONTENT / "wilayah" / "wilayah.csv").read_text(encoding="utf-8").splitlines()[1:]
    told = (line.split(",", 1) for line in lines)
    return [name.strip('"').removeprefix("Kecamatan ") for code, name in told if code.count(".") == 2]


def _ways(name: str, number: int) -> list[str]:
    whole = f"{name} {number}"
    return [
        whole,
        whole.upper(),
        whole.lower(),
        whole.replace(" ", ""),
        f"{name}{number}",
        f"{name.replace(' ', '')} {number}",
    ]


def test_no_number_of_this_kabupaten_is_a_code() -> None:
    office = office_of(Settings(_env_file=None), catalog_of())
    office.short_codes = letters_of(office.catalog.places)
    kecamatan = office.catalog.places.children(KABUPATEN)
    assert len(kecamatan) == 12
    said = [(one, serial, way) for one in kecamatan for serial in range(1, 151) for way in _ways(one.name, serial)]
    assert not [way for _, _, way in said if is_plainly_a_code(way)]
    alike = [(one.code, serial, way) for one, serial, way in said if is_code(way)]
    assert alike  # some look like one, and are told for what they are
    assert not [way for code, serial, way in alike if number_in(office, way) != Number(code, serial)]
    years = [f"{way}{year}" for _, _, way in said for year in ("/27", " 2027", "-27")]
    assert not [way for way in years if is_plainly_a_code(way)]
    printed = [office.number(one.code, 2027, serial) for one in kecamatan for serial in range(1, 151)]
    assert not [number for number in printed if is_code(number)]


def test_no_number_of_any_kabupaten_is_plainly_a_code() -> None:
    names = _kecamatan_names()
    assert len(names) > 7000
    assert not [
        way for name in names for serial in (3, 7, 34, 467) for way in _ways(name, serial) if is_plainly_a_code(way)
    ]


def test_no_code_can_be_read_as_a_word_and_a_number() -> None:
    misread = str.maketrans("BSZ", "852")
    for code in (new_code() for _ in range(5000)):
        assert is_plainly_a_code(code)
        assert not re.fullmatch(r"[A-Z]+\d+|\d+[A-Z]+", code)
        for at in range(1, 8):  # only the end was misread, or only the beginning
            for typed in (code[:at] + code[at:].translate(misread), code[:at].translate(misread) + code[at:]):
                assert is_plainly_a_code(typed)
                assert tidy(typed) == code


@pytest.mark.parametrize("way", [spaced, str.lower, lambda code: f"{code[:4]}-{code[4:]}", " ".join])
def test_a_code_is_one_however_it_is_written_down(way: object) -> None:
    assert callable(way)
    assert all(is_plainly_a_code(way(new_code())) for _ in range(200))


def test_words_and_numbers_of_any_length_are_not_plainly_codes() -> None:
    chance = random.Random(7)
    letters = [letter for letter in ALPHABET if letter.isalpha()]
    for length in range(1, 8):
        word, number = "".join(chance.choices(letters, k=length)), "".join(chance.choices("34679", k=8 - length))
        for text in (f"{word} {number}", f"{word}{number}", f"{number} {word}", f"{number}{word}"):
            assert not is_plainly_a_code(text), text


async def _stranger(office: Office) -> Person:
    return office.town.simulator.add_person("Sitti")


async def _consented(office: Office) -> Person:
    return await office.join("Rahman", "fasilitator_desa")


@pytest.mark.parametrize("who", [_stranger, _consented])
async def test_numbers_that_look_like_codes_lock_nobody_out(office: Office, who: object) -> None:
    assert callable(who)
    person = await who(office)
    code = await office.town.code_for("delegasi", DESA)
    for typed in ("CENDANA3", "cendana4", "Cendana6", "CENDANA7", "cendana9", "Cendana3"):
        await office.ask(person, typed, says("kabar_tidak_ada"))
    for typed in ("BARAKA 34", "Baraka 77", "Maiwa 12", "ENR-27-BRK-0042"):
        await office.ask(person, typed, "")
    assert (await office.town.rows(_TRIES))[0][0] == 0
    await office.ask(person, code, says("kode_dipakai"))


async def test_what_looks_like_neither_is_told_so_and_costs_no_try(office: Office) -> None:
    person = office.town.simulator.add_person("Sitti")
    for number in (34, 36, 37, 39, 43, 44):
        await office.ask(person, f"ternak{number}", says("kode_bukan"))
    await office.ask(person, "/mulai saya mau usul", says("kode_bukan"))
    assert (await office.town.rows(_TRIES))[0][0] == 0
    await office.ask(person, await office.town.code_for("delegasi", DESA), says("kode_dipakai"))


async def test_a_number_in_the_middle_of_a_form_is_an_answer_of_the_form(office: Office) -> None:
    person = await office.join("Nur", "fasilitator_desa")
    await office.ask(person, "/poster", "Dusun mana")
    await office.ask(person, "cendana3", lambda message: message["text"] not in says("kode_salah"))
    assert not any(text in says("kabar_tidak_ada") for text in office.texts(person))
