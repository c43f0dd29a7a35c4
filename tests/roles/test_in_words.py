"""People taken out of office in words, invited in the middle of a form, and asked after by name."""

import json
from typing import Any

import pytest

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from tests.roles.conftest import Office
from tests.support.sentences import mentions, says, words
from tests.support.town import catalog_of

TUNCUNG, BOIYA = "73.16.01.2003", "73.16.01.2012"


def anything(_message: Json) -> bool:
    return True


async def _grants(office: Office) -> list[tuple[Any, ...]]:
    query = "SELECT name, role, scope FROM grants JOIN people ON people.id = person_id WHERE revoked_at IS NULL"
    return sorted(tuple(row) for row in await office.town.rows(query))


@pytest.mark.parametrize(
    "typed", ["pak rahman bukan fasilitator lagi", "berhentikan pak rahman", "pak rahman sudah tidak bertugas lagi"]
)
async def test_somebody_is_taken_out_of_office_only_by_buttons(any_office: Office, typed: str) -> None:
    office = any_office
    officer, rahman = await office.join("Hasnah", "bappeda"), await office.join("Rahman", "fasilitator_desa", TUNCUNG)
    await office.join("Ani", "fasilitator_desa", BOIYA)
    before = await _grants(office)
    await office.ask(officer, typed, says("berhenti_kartu", nama="Rahman"))
    await office.press(officer, words("tombol_berhenti_cabut"), says("berhenti_yakin"))
    assert await _grants(office) == before
    await office.press(officer, words("tombol_berhenti_ya"), says("berhenti_jadi"))
    await office.hears(rahman, says("berhenti_kabar", nama="Rahman"))
    assert [name for name, *_ in await _grants(office)] == ["Ani", "Hasnah"]
    for asked in (
        "saya sudah tidak jadi fasilitator ya?",
        "tugas saya sudah habis kan? apa lagi yg harus saya kerjakan",
    ):
        await office.ask(rahman, asked, mentions("peran_sendiri_berakhir", nama="Rahman"))
    await office.ask(officer, "apakah saya masih petugas?", mentions("peran_sendiri_masih"))


async def test_of_two_of_a_name_it_is_asked_who_and_nobody_is_taken_upwards(office: Office) -> None:
    officer = await office.join("Hasnah", "fasilitator_kecamatan", "73.16.01")
    await office.join("Ani", "fasilitator_desa", TUNCUNG)
    await office.join("Ani", "fasilitator_desa", BOIYA)
    asked = await office.ask(officer, "berhentikan bu ani", says("berhenti_siapa"))
    assert len(asked["reply_markup"]["inline_keyboard"]) == 2
    await office.ask(officer, "berhentikan bu ani di boiya", says("berhenti_kartu"))
    await office.ask(officer, "berhentikan pak jono", says("berhenti_tidak_ketemu"))


async def _writes(office: Office) -> Person:
    officer = await office.join("Hasnah", "bappeda")
    await office.ask(
        officer, "umumkan ke fasilitator desa di maiwa: besok rapat", mentions("form.siaran_tawaran.jadi.tanya")
    )
    await office.press(officer, "Jadikan siaran", mentions("form.siaran.diminta.tanya"))
    return officer


async def test_an_invitation_is_no_answer_of_a_form_and_the_form_waits(office: Office) -> None:
    officer = await _writes(office)
    await office.ask(officer, "undang pak Dg Nompo jadi fasilitator bangkala", says("isian_disisihkan"))
    made = await office.town.rows("SELECT role, scope, label FROM invites WHERE label LIKE '%Nompo'")
    assert [tuple(row)[:2] for row in made] == [("fasilitator_desa", "73.16.01.1001")]
    await office.press(officer, words("tombol_lanjutkan_tadi"), mentions("form.siaran.diminta.tanya"))
    state = json.loads((await office.town.rows("SELECT state FROM conversations WHERE flow = 'siaran'"))[0][0])
    assert "diminta" not in state["answers"]


async def test_facilitator_of_a_kecamatan_is_meant_where_the_place_is_one(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    await office.ask(officer, "undang pak Jufri jadi fasilitator maiwa", says("undangan_jadi"))
    assert [
        tuple(row) for row in await office.town.rows("SELECT role, scope FROM invites WHERE label LIKE '%Jufri'")
    ] == [("fasilitator_kecamatan", "73.16.01")]


@pytest.mark.parametrize(("first", "second"), [("cabut", "ya"), ("cabut", "ya cabut"), ("ya cabut", "cabut")])
async def test_typed_words_of_the_card_are_its_buttons_with_the_same_second_yes(
    any_office: Office, first: str, second: str
) -> None:
    office = any_office
    officer, rahman = await office.join("Hasnah", "bappeda"), await office.join("Rahman", "fasilitator_desa", TUNCUNG)
    before = await _grants(office)
    await office.ask(
        officer, "pak Rahman berhenti dari fasilitator desa Tuncung mulai hari ini", says("berhenti_kartu")
    )
    await office.ask(officer, first, says("berhenti_yakin", nama="Rahman"))
    assert await _grants(office) == before
    await office.ask(officer, second, says("berhenti_jadi"))
    await office.hears(rahman, says("berhenti_kabar", nama="Rahman"))
    assert [name for name, *_ in await _grants(office)] == ["Hasnah"]


async def test_a_correction_after_an_invitation_is_about_the_invitation(any_office: Office) -> None:
    office = any_office
    officer = await _writes(office)
    await office.ask(officer, "undang bu Rosmini jadi fasilitator desa Salodua", mentions("undangan_jadi"))
    draft = await office.town.rows("SELECT state FROM conversations")
    shown = await office.ask(officer, "salah, desa Tapong bukan Salodua", says("undangan_salahkah", nama="bu Rosmini"))
    assert await office.town.rows("SELECT state FROM conversations") == draft
    assert any(key["text"] == words("tombol_cabut") for row in shown["reply_markup"]["inline_keyboard"] for key in row)
    await office.join("Salma", "fasilitator_desa", BOIYA)
    await office.ask(
        officer, "bu salma berhenti jadi fasilitator, diganti bu rosmini", says("ingatan_desa", nama="Salma")
    )
    await office.press(officer, words("tombol_cabut"), says("undangan_dicabut"))


async def test_the_right_invitation_is_made_by_the_tap_that_takes_the_wrong_one_back(any_office: Office) -> None:
    office = any_office
    officer = await _writes(office)
    await office.ask(officer, "undang bu Rosmini jadi fasilitator desa Salodua", mentions("undangan_jadi"))
    shown = await office.ask(officer, "salah, desa Tapong bukan Salodua", says("undangan_salahkah", betul=True))
    right = shown["reply_markup"]["inline_keyboard"][0][0]["text"]
    assert "Tapong" in right
    await office.press(officer, right, says("undangan_dicabut", nama="bu Rosmini"))
    await office.hears(officer, mentions("undangan_jadi"))
    query = "SELECT scope, revoked_at IS NULL FROM invites WHERE label LIKE '%Rosmini' ORDER BY id"
    made = await office.town.rows(query)
    places = catalog_of().places
    assert [(places.scope_name(scope), bool(is_open)) for scope, is_open in made] == [
        ("Desa Salodua", False),
        ("Desa Tapong", True),
    ]


async def test_a_correction_changes_no_receivers_while_something_else_stands_lowest(office: Office) -> None:
    officer = await _writes(office)
    await office.ask(officer, "/tugas", anything)
    await office.ask(officer, "salah, kecamatan Bungin bukan Maiwa", says("siaran_ganti_penerima"))
    state = json.loads((await office.town.rows("SELECT state FROM conversations WHERE flow = 'siaran'"))[0][0])
    assert "diminta" not in state["answers"]
    assert "Bungin" not in json.dumps(state["answers"])


@pytest.mark.parametrize("typed", ["saya mau pensiun penggantiku pak Ilham", "saya mau mengundurkan diri"])
async def test_whoever_ends_their_own_work_is_led_to_handing_over(office: Office, typed: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", TUNCUNG)
    await office.ask(rahman, typed, says("serahkan_awal"))
    assert [name for name, *_ in await _grants(office)] == ["Rahman"]
