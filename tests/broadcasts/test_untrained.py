"""An announcement to those who never came to a day of training, as far as it was written down who came."""

import json

import pytest
from sqlalchemy import insert

from bot.simulator.chats import Person
from bot.store.tables import lesson_progress, training_seats
from tests.broadcasts.desk import TEXT, asks, begin, choose_places, look
from tests.roles.conftest import DESA, OTHER_DESA, Office
from tests.support.client import labels
from tests.support.sentences import mentions, says, words

_OFFER = mentions("form.siaran_tawaran.jadi.tanya")
_UNTRAINED = "Belum pelatihan"


async def _came(office: Office, person: Person) -> None:
    (row,) = await office.town.rows("SELECT id FROM people WHERE address = :a", a=person.id)
    now = office.town.simulator.stage.clock.now()
    seat = {"occasion_id": 1, "person_id": row[0], "scope": DESA, "answer": "ya", "answered_at": now, "came_at": now}
    async with office.town.database.write() as connection:
        await connection.execute(insert(training_seats), [seat])


async def _has_read(office: Office, person: Person) -> None:
    """A lesson, and answered none of its questions."""
    (row,) = await office.town.rows("SELECT id FROM people WHERE address = :a", a=person.id)
    now = office.town.simulator.stage.clock.now()
    read = {"person_id": row[0], "lesson": "L01", "version": "1", "why": "sendiri", "opened_at": now, "read_at": now}
    async with office.town.database.write() as connection:
        await connection.execute(insert(lesson_progress), [read])


async def _two_facilitators(office: Office) -> tuple[Person, Person]:
    """The first has been trained."""
    eppang = await office.join("Eppang", "fasilitator_desa", DESA)
    await _came(office, eppang)
    return eppang, await office.join("Salma", "fasilitator_desa", OTHER_DESA)


@pytest.mark.parametrize(
    "typed",
    [
        "tolong tanyakan kepada yang belum ikut pelatihan kapan bisa ikut",
        "umumkan ke yang belum pernah ikut pelatihan: kapan bisa ikut",
        "sampaikan ke semua yang belum pernah dilatih kapan bisa ikut",
        "tanyakan ke yang belum pernah tamat pelatihan, kapan bisa ikut",
    ],
)
async def test_who_has_not_been_trained_is_said_in_the_sentence_and_only_they_get_it(
    any_office: Office, typed: str
) -> None:
    office = any_office
    await _two_facilitators(office)
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, typed, _OFFER)
    await office.press(hasnah, "Jadikan siaran", asks("peran"))
    await office.ask(hasnah, "fasilitator desa", asks("tingkat"))
    await choose_places(office, hasnah, [])
    shown = await office.press(hasnah, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    assert _UNTRAINED in shown["text"]
    card = await look(office, hasnah)
    assert card["text"] in says("siaran_kartu", jumlah=1, tak_tercatat=False)
    audience, message = (await office.town.rows("SELECT audience, message FROM broadcasts"))[0]
    assert json.loads(audience)["conditions"] == ["belum_pelatihan"]
    assert json.loads(message)["html"] == "kapan bisa ikut"


async def test_it_is_heard_where_whom_is_asked_and_where_the_condition_is(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await begin(office, hasnah)
    await office.ask(hasnah, TEXT, asks("peran"))
    await office.ask(hasnah, "fasilitator desa yang belum pernah pelatihan", says("siaran_penerima_dicatat"))
    await office.hears(hasnah, asks("tingkat"))
    await choose_places(office, hasnah, ["Maiwa"])
    shown = await office.press(hasnah, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    assert _UNTRAINED in shown["text"]


async def test_where_nobody_wrote_down_who_came_it_is_said_and_what_is_known_is_offered(any_office: Office) -> None:
    office = any_office
    await office.join("Salma", "fasilitator_desa", DESA)
    await _has_read(office, await office.join("Eppang", "fasilitator_desa", OTHER_DESA))
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "kirim ke fasilitator desa di maiwa yang belum ikut pelatihan kapan bisa ikut", _OFFER)
    await office.press(hasnah, "Jadikan siaran", asks("diminta"))
    await office.press(hasnah, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    card = await office.press(hasnah, words("form.siaran.kirim"), says("siaran_kartu", tak_tercatat=True))
    assert words("tombol_siaran_kirim") not in labels(card)
    card = await office.press(
        hasnah, words("tombol_siaran_syarat_belum_belajar"), says("siaran_kartu", tak_tercatat=False, jumlah=1)
    )
    assert words("tombol_siaran_kirim") in labels(card)
    (row,) = await office.town.rows("SELECT audience FROM broadcasts")
    assert json.loads(row[0])["conditions"] == ["belum_belajar"]


async def test_a_message_that_only_begins_so_stays_the_message(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "kirim ke fasilitator desa di maiwa belum ada laporan yang masuk, mohon dikirim", _OFFER)
    await office.press(hasnah, "Jadikan siaran", asks("diminta"))
    shown = await office.press(hasnah, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    assert "belum ada laporan yang masuk" in shown["text"]
