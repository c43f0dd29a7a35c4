"""A facilitator is replaced in words: what moves is shown, with the name of the one who follows."""

from typing import Any

import pytest

from bot.simulator.chats import Person
from tests.roles.conftest import Office
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words

TUNCUNG, BOIYA = "73.16.01.2003", "73.16.01.2012"


async def _officer(office: Office) -> Person:
    officer = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa", TUNCUNG)
    await office.join("Ani", "fasilitator_desa", BOIYA)
    return officer


async def _holders(office: Office) -> list[Any]:
    query = "SELECT name FROM grants JOIN people ON people.id = person_id WHERE revoked_at IS NULL ORDER BY name"
    return [row[0] for row in await office.town.rows(query)]


@pytest.mark.parametrize(
    ("typed", "new"),
    [
        ("ganti fasilitator tuncung", ""),
        ("fasilitator tuncung mau diganti bu nia", "Bu Nia"),
        ("Bu Nia, gantikan Pak Rahman", "Bu Nia"),
        ("ganti pak rahman dengan bu nia", "Bu Nia"),
        ("pak rahman fasilitator tuncung berhenti, diganti bu nia", "Bu Nia"),
        ("pindahkan tugas rahman ke bu nia", "Bu Nia"),
        ("serahkan tugas rahman ke penggantinya", ""),
        ("Rahman cuti haji, pindahkan semua tugasnya ke Ani", "Ani"),
        ("tugas rahman dialihkan ke bu nia mulai senin", "Bu Nia"),
        ("serahkan semua urusan pak rahman kpd ani", "Ani"),
        ("mulai besok urusan tuncung dipegang ibu Ani", "Ibu Ani"),
        ("tuncung diurus Ani dulu", "Ani"),
        ("Ani yg pegang tuncung mulai senin", "Ani"),
        ("pindahkan tugas rahman ke saya saja", "Hasnah"),
    ],
)
async def test_what_moves_is_shown_and_the_code_is_for_it(office: Office, typed: str, new: str) -> None:
    officer = await _officer(office)
    shown = await office.ask(officer, typed, mentions("ingatan_desa"))
    assert "Rahman" in words_of(shown)
    assert new in words_of(shown).split("\n")[0]
    assert await _holders(office) == ["Ani", "Hasnah", "Rahman"]
    await office.press(officer, words("tombol_ya_serahkan"), mentions("serahkan_jadi", nama="Rahman"))


async def test_who_resigns_is_shown_with_what_can_be_done(office: Office) -> None:
    officer = await _officer(office)
    shown = await office.ask(officer, "rahman mengundurkan diri", says("berhenti_kartu", nama="Rahman"))
    assert words("tombol_berhenti_ganti") in labels(shown)


async def test_where_an_invitation_asks_for_a_name_a_wish_to_replace_is_none(office: Office) -> None:
    officer = await _officer(office)
    await office.ask(officer, "undang fasilitator tuncung", mentions("form.undang.nama.tanya"))
    await office.ask(officer, "Bu Nia, gantikan Pak Rahman", mentions("ingatan_desa"))
    assert not await office.town.rows("SELECT 1 FROM invites WHERE label IS NOT NULL AND used_at IS NULL")


async def test_an_office_that_nobody_holds_is_said_so(office: Office) -> None:
    officer = await _officer(office)
    await office.ask(officer, "ganti fasilitator salodua dengan bu nia", says("berhenti_tidak_ketemu"))


async def test_taking_away_offers_a_successor_and_tells_who_is_there_already(office: Office) -> None:
    officer = await _officer(office)
    alone = await office.ask(officer, "cabut pak rahman", says("berhenti_yakin", nama="Rahman"))
    assert words("tombol_berhenti_ganti") in labels(alone)
    await office.join("Nia", "fasilitator_desa", TUNCUNG)
    await office.ask(officer, "cabut pak rahman", says("berhenti_yakin", nama="Rahman", lain=["Nia"]))
    await office.press(officer, words("tombol_berhenti_ya"), says("berhenti_jadi", nama="Rahman", lain=["Nia"]))


@pytest.mark.parametrize(
    "typed",
    [
        "sy mau berhenti jadi fasilitator, diganti bu nia",
        "penggantiku bu nia",
        "sy tidak bisa lagi jadi fasilitator, tolong diganti pak anto",
    ],
)
async def test_whoever_ends_their_own_office_is_led_to_handing_over(office: Office, typed: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", TUNCUNG)
    await office.ask(rahman, typed, says("serahkan_awal"))
    assert await _holders(office) == ["Rahman"]


@pytest.mark.parametrize(
    "typed",
    [
        "tugas saya dipegang ibu Ani dulu",
        "serahkan tugas2 saya ke ibu Ani semua",
        "saya cuti melahirkan, semua tugasku alihkan ke ibu Ani",
        "mulai besok urusanku kasi ke ibu Ani semua",
    ],
)
async def test_whoever_hands_over_all_of_their_own_sees_it_first(office: Office, typed: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", TUNCUNG)
    shown = await office.ask(rahman, typed, mentions("ingatan_desa"))
    assert "Ibu Ani" in words_of(shown).split("\n")[0]
    assert await _holders(office) == ["Rahman"]


@pytest.mark.parametrize(
    "typed",
    [
        "ganti jam musrenbang jadi jam 9",
        "hp rahman dipegang anaknya",
        "usulan tuncung dipegang siapa",
        "usulan jembatan tuncung diurus Ani",
        "pindahkan musrenbang tuncung ke rabu",
    ],
)
async def test_what_else_is_replaced_is_nobody(office: Office, typed: str) -> None:
    officer = await _officer(office)
    await office.answers(officer, typed)
    assert not any("Rahman" in text for text in office.texts(officer))
