"""A typed yes is the one affirmative of the newest card: among several buttons it chooses none. Who is named with an
act is asked about that very act."""

from typing import Any

import pytest

from tests.roles.conftest import Office
from tests.roles.test_in_words import TUNCUNG, anything
from tests.support.sentences import mentions, says, words
from tests.support.town import catalog_of

_YES = ("ya", "iya betul", "kirim")


async def _standing(office: Office) -> list[list[tuple[Any, ...]]]:
    grants = (
        "SELECT name, role, scope FROM grants JOIN people ON people.id = person_id WHERE revoked_at IS NULL ORDER BY 1"
    )
    return [[tuple(row) for row in await office.town.rows(query)] for query in (grants, "SELECT why FROM blocks")]


@pytest.mark.parametrize("typed", _YES)
@pytest.mark.parametrize("asked", ["berhentikan pak darwis", "blokir darwis"])
async def test_a_yes_among_several_buttons_chooses_nothing(any_office: Office, asked: str, typed: str) -> None:
    office = any_office
    ratna = await office.join("Ratna", "bappeda")
    await office.join("Darwis", "fasilitator_desa", TUNCUNG)
    before = await _standing(office)
    await office.ask(ratna, asked, mentions("blokir_sebab" if "blokir" in asked else "berhenti_kartu", nama="Darwis"))
    await office.ask(ratna, typed, says("pilih_yang_mana"))
    await office.ask(ratna, typed, says("pilih_yang_mana"))
    assert await _standing(office) == before


async def test_whoever_says_to_block_and_why_is_asked_for_one_yes(any_office: Office) -> None:
    office = any_office
    ratna = await office.join("Ratna", "bappeda")
    await office.join("Darwis", "fasilitator_desa", TUNCUNG)
    await office.ask(ratna, "hp darwis dicuri, tolong blokir", mentions("blokir_sebab", nama="Darwis", sebab="dicuri"))
    assert (await _standing(office))[1] == []
    await office.ask(ratna, "ya", mentions("blokir_jadi", nama="Darwis"))
    assert (await _standing(office))[1] == [("dicuri",)]


async def test_blocking_by_name_asks_why_and_nothing_else(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda")
    await office.join("Darwis", "fasilitator_desa", TUNCUNG)
    await office.ask(ratna, "blokir darwis", mentions("blokir_sebab", nama="Darwis", sebab=""))
    await office.ask(ratna, words("tombol_blokir_hilang"), mentions("blokir_jadi", nama="Darwis"))
    assert (await _standing(office))[1] == [("hilang",)]


async def test_taking_a_role_away_by_name_asks_for_that_yes(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda")
    await office.join("Darwis", "fasilitator_desa", TUNCUNG)
    await office.ask(ratna, "cabut darwis", says("berhenti_yakin", nama="Darwis"))
    await office.ask(ratna, "ya", says("berhenti_jadi"))
    assert [name for name, *_ in (await _standing(office))[0]] == ["Ratna"]


async def test_a_card_with_one_thing_to_do_takes_a_yes(office: Office) -> None:
    idris = await office.join("Idris", "delegasi")
    await office.ask(idris, "/serahkan", mentions("serahkan_awal"))
    await office.ask(idris, "ya", mentions("ingatan_desa"))
    await office.ask(idris, "ya", anything)
    assert len(await office.town.rows("SELECT 1 FROM invites WHERE replaces IS NOT NULL")) == 1


def test_words_for_an_act_are_none_for_another() -> None:
    told = catalog_of().world.ending
    assert told["cabut"].isdisjoint(told["blokir"] | told["berhentikan"])


async def test_a_button_of_what_was_said_last_is_pressed_by_words_over_an_open_form(office: Office) -> None:
    idris = await office.join("Idris", "fasilitator_desa")
    await office.ask(idris, "titip nomor hp", mentions("form.telepon.telepon.tanya"))
    await office.ask(idris, "/serahkan", mentions("serahkan_awal"))
    await office.press(idris, words("tombol_serahkan_saya"), mentions("ingatan_desa"))
    await office.ask(idris, "ya buat kodenya", anything)
    assert len(await office.town.rows("SELECT 1 FROM invites WHERE replaces IS NOT NULL")) == 1


@pytest.mark.parametrize("typed", ["buka blokir darwis", "batalkan blokir darwis"])
async def test_who_is_blocked_is_shown_so_with_the_way_back(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "bappeda")
    await office.join("Darwis", "fasilitator_desa", TUNCUNG)
    await office.ask(ratna, "hp darwis dicuri, tolong blokir", mentions("blokir_sebab"))
    await office.ask(ratna, "ya", mentions("blokir_jadi"))
    shown = await office.ask(ratna, typed, mentions("berhenti_kartu", nama="Darwis"))
    labels = [key["text"] for row in shown["reply_markup"]["inline_keyboard"] for key in row]
    assert words("tombol_blokir_pengganti") in labels
    assert words("tombol_berhenti_blokir") not in labels


async def test_nearly_the_words_of_one_button_are_that_button(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda")
    await office.ask(ratna, "/undang", says("undang_awal"))
    await office.ask(ratna, "undang satu", says("form.undang.peran.tanya"))
