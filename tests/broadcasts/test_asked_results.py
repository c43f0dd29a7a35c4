"""Who has not confirmed, asked in words of who announces; and for whom it is to be, by role and place."""

import json
import time
from typing import Any

import pytest

from bot.simulator.chats import Person
from bot.store.tables import outbox
from bot.store.turn import outbox_row
from tests.broadcasts.desk import asks
from tests.roles.conftest import Office
from tests.support.desk import ZONE
from tests.support.sentences import mentions, says

_OFFER = mentions("form.siaran_tawaran.jadi.tanya")
_TEXT = "format laporan ada di grup"


async def _released(office: Office) -> tuple[Person, Person]:
    """It leaves within the minute."""
    ratna = await office.join("Ratna", "bappeda", "73.16")
    salma = await office.join("Salma", "fasilitator_desa", "73.16.01.2012")
    await office.ask(ratna, f"umumkan ke semua fasilitator maiwa: {_TEXT}", says("siaran_kartu"))
    await office.ask(ratna, "kirim", mentions("form.siaran_jumlah.jumlah.tanya"))
    await office.ask(ratna, "1", says("siaran_siap"))
    return ratna, salma


async def _sent(office: Office) -> tuple[Person, Person]:
    """To one person, who has it and has not confirmed."""
    ratna, salma = await _released(office)
    await office.town.stop()
    await office.town.simulator.move_clock(by=300)
    await office.town.start()
    await office.hears(ratna, says("siaran_selesai"))
    return ratna, salma


@pytest.mark.parametrize("typed", ["siapa yang belum konfirmasi", f"siapa belum paham {_TEXT}"])
async def test_who_has_not_confirmed_is_named_and_reminded(office: Office, typed: str) -> None:
    ratna, salma = await _sent(office)
    answer = await office.ask(ratna, typed, says("siaran_hasil"))
    assert "Salma" in answer["text"]
    await office.ask(ratna, "ingatkan mereka", says("siaran_diingatkan", jumlah=1))
    reminder = await office.hears(salma, says("siaran_ingatkan"))
    assert _TEXT[:20] in reminder["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "siapa yang belum siap di maiwa",
        "siapa yang belum siap",
        "siapa yg blm mengerjakan di maiwa",
        "siapa yang belum mengerjakan",
        "siapa yg belum terima kamus",
    ],
)
@pytest.mark.parametrize("days", [0, 40])
async def test_who_is_not_ready_is_asked_of_no_announcement(office: Office, typed: str, days: int) -> None:
    ratna, _ = await _sent(office)
    if days:
        await office.town.stop()
        await office.town.simulator.move_clock(by=days * 86400)
        await office.town.start()
    found = await office.ask(ratna, typed, says("kesiapan_ringkas"))
    assert _TEXT not in found["text"]


@pytest.mark.parametrize("typed", ["siapa yang belum terima format laporan", "siapa yg blm paham format laporan"])
async def test_an_old_one_is_meant_where_its_subject_is_named(office: Office, typed: str) -> None:
    ratna, _ = await _sent(office)
    await office.town.stop()
    await office.town.simulator.move_clock(by=40 * 86400)
    await office.town.start()
    await office.ask(ratna, "apa tugas saya", lambda message: True)
    await office.ask(ratna, typed, says("siaran_hasil"))


@pytest.mark.parametrize("typed", ["tunggu dulu salah", "cancel", "aduh bentar"])
async def test_any_word_of_haste_holds_it_within_the_minute(office: Office, typed: str) -> None:
    ratna, _ = await _released(office)
    await office.ask(ratna, typed, says("siaran_dibatalkan"))
    assert await office.town.rows("SELECT state FROM broadcasts") == [("draft",)]


async def test_its_table_is_sent_when_it_is_asked_for(office: Office) -> None:
    ratna, _ = await _sent(office)
    await office.ask(ratna, "tabel hasil siaran", lambda message: "document" in message)


async def test_its_result_its_table_and_its_text_come_one_after_the_other(office: Office) -> None:
    ratna, _ = await _sent(office)
    await office.ask(ratna, "lihat hasil siaran", says("siaran_hasil"))
    await office.ask(ratna, "minta tabel jawabannya", lambda message: "document" in message)
    await office.ask(ratna, "buatkan teks untuk whatsapp", says("siaran_wa_siap"))


@pytest.mark.parametrize("typed", ["tabel usulan maiwa", "lihat hasil usulan"])
async def test_a_table_of_something_else_is_not_that_of_the_announcement(office: Office, typed: str) -> None:
    ratna, _ = await _sent(office)
    await office.ask(ratna, "lihat hasil siaran", says("siaran_hasil"))
    answer = await office.ask(ratna, typed, lambda message: True)
    assert _TEXT not in answer.get("caption", "") + answer.get("text", "")


async def _whom(office: Office) -> tuple[set[str], list[str]]:
    rows = await office.town.rows("SELECT state FROM conversations WHERE flow = 'siaran'")
    told: dict[str, Any] = json.loads(rows[0][0])["answers"]
    roles = {one["value"] for one in told["peran"]["value"]}
    return roles, [one["value"] for one in told["beberapa"]["value"]]


@pytest.mark.parametrize("whom", ["semua fasilitator kecamatan baraka", "semua fasilitator di baraka"])
async def test_all_facilitators_of_a_kecamatan_are_both_kinds_there(office: Office, whom: str) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, f"kirim ke {whom} bedah rumah diundur", _OFFER)
    await office.ask(ratna, "ya", asks("diminta"))
    assert await _whom(office) == ({"fasilitator_desa", "fasilitator_kecamatan"}, ["73.16.03"])


async def test_the_facilitator_of_a_kecamatan_stays_that_one(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, "kirim ke fasilitator kecamatan baraka bedah rumah diundur", _OFFER)
    await office.ask(ratna, "ya", asks("diminta"))
    assert await _whom(office) == ({"fasilitator_kecamatan"}, ["73.16.03"])


@pytest.mark.parametrize(("typed", "code"), [("kecamatan baraka", "73.16.03"), ("malua", "73.16.09")])
async def test_which_kecamatan_is_told_where_it_is_asked_how_wide(office: Office, typed: str, code: str) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, "umumkan ke delegasi: bedah rumah diundur", _OFFER)
    await office.ask(ratna, "ya", asks("tingkat"))
    await office.ask(ratna, typed, asks("diminta"))
    assert await _whom(office) == ({"delegasi"}, [code])


async def test_how_many_wait_for_the_limit_of_the_day_is_said_before_sending(any_office: Office) -> None:
    ratna = await any_office.join("Ratna", "bappeda", "73.16")
    salma = await any_office.join("Salma", "fasilitator_desa", "73.16.01.2012")
    await any_office.join("Eppang", "fasilitator_desa", "73.16.01.2003")
    today = any_office.town.simulator.stage.clock.now().astimezone(ZONE).date()
    person = (await any_office.town.rows("SELECT id FROM people WHERE address = :a", a=salma.id))[0][0]
    told: dict[str, Any] = {"chat": salma.id, "real": time.time(), "person_id": person, "priority": 1}
    async with any_office.town.database.write() as connection:
        for _ in range(2):
            row = outbox_row("sendMessage", {"text": "…"}, **told) | {"outcome": "sent", "unasked_on": today}
            await connection.execute(outbox.insert(), [row])
    card = says("siaran_kartu", penuh=1, jumlah=2)
    await any_office.ask(ratna, f"umumkan ke semua fasilitator maiwa: {_TEXT}", card)
