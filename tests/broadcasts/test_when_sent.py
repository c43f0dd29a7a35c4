"""When an announcement is to be sent, said in words: with the order, under its summary, where it is asked, and once it
is planned."""

import json
from typing import Any

import pytest

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from tests.broadcasts.desk import asks
from tests.roles.conftest import Office
from tests.support.sentences import mentions, says, words

_OFFER = mentions("form.siaran_tawaran.jadi.tanya")
_ORDER = "kirim ke semua fasilitator maiwa format laporan ada di grup"


async def _answers(office: Office) -> dict[str, Any]:
    rows = await office.town.rows("SELECT state FROM conversations WHERE flow = 'siaran'")
    found: dict[str, Any] = json.loads(rows[0][0])["answers"]
    return {key: answer["value"] for key, answer in found.items()}


async def _summed(office: Office, ratna: Person, order: str = _ORDER) -> Json:
    await office.ask(ratna, order, _OFFER)
    await office.ask(ratna, "ya", asks("diminta"))
    return await office.ask(ratna, "cukup", mentions("form.siaran.tinjau"))


async def _planned(office: Office) -> Person:
    """Nobody else is there to look; it waits for tomorrow at eight."""
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.join("Salma", "fasilitator_desa", "73.16.01.2012")
    await _summed(office, ratna, f"besok pagi jam 8 {_ORDER}")
    await office.ask(ratna, "lihat contohnya", says("siaran_kartu"))
    await office.ask(ratna, "kirim", mentions("form.siaran_jumlah.jumlah.tanya"))
    await office.ask(ratna, "1", says("siaran_siap"))
    return ratna


async def _hours(office: Office) -> set[str]:
    """By the clock of Greenwich, eight hours behind."""
    rows = await office.town.rows("SELECT starts_at, next_at FROM broadcasts WHERE state = 'waiting'")
    return {str(at)[11:16] for row in rows for at in row}


@pytest.mark.parametrize(
    "order",
    [
        "umumkan ke semua fasilitator maiwa besok pagi jam 8: format laporan ada di grup",
        "besok pagi jam 8 umumkan ke semua fasilitator maiwa: format laporan ada di grup",
        "umumkan besok jam 8 pagi ke semua fasilitator maiwa: format laporan ada di grup",
    ],
)
async def test_an_hour_in_the_order_is_that_of_sending_and_no_part_of_the_message(office: Office, order: str) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.join("Salma", "fasilitator_desa", "73.16.01.2012")
    card = await office.ask(ratna, order, says("siaran_kartu"))
    ((message, starts_at),) = await office.town.rows("SELECT message, starts_at FROM broadcasts")
    assert (json.loads(message)["html"], str(starts_at)[11:16]) == ("format laporan ada di grup", "00:00")
    assert "08.00" in card["text"]


_MEETING = "rapat jumat jam 9 di kantor camat"


@pytest.mark.parametrize(
    ("behind", "hour"),
    [
        (", kirim besok pagi", "00:00"),
        (". kirim besok jam 8", "00:00"),
        (", dikirimnya besok jam 7 pagi ya", "23:00"),
        (", siarkan besok jam 10", "02:00"),
    ],
)
async def test_an_hour_behind_the_message_is_that_of_sending(office: Office, behind: str, hour: str) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.join("Salma", "fasilitator_desa", "73.16.01.2012")
    await office.ask(ratna, f"umumkan ke semua fasilitator maiwa: {_MEETING}{behind}", says("siaran_kartu"))
    ((message, starts_at),) = await office.town.rows("SELECT message, starts_at FROM broadcasts")
    assert (json.loads(message)["html"].rstrip("."), str(starts_at)[11:16]) == (_MEETING, hour)


async def test_of_a_day_alone_behind_the_message_the_hour_is_asked(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.join("Salma", "fasilitator_desa", "73.16.01.2012")
    await office.ask(ratna, f"umumkan ke semua fasilitator maiwa: {_MEETING}, kirim besok", asks("waktu"))
    card = await office.ask(ratna, "besok jam 10", mentions("form.siaran.tinjau"))
    assert "10.00" in card["text"]


@pytest.mark.parametrize(
    "text",
    [
        "isi data kemiskinan minggu ini, kirim besok jam 8",
        f"{_MEETING}, kirim namanya besok jam 8",
        f"{_MEETING}, besok",
    ],
)
async def test_what_readers_are_to_send_stays_in_the_message(office: Office, text: str) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.join("Salma", "fasilitator_desa", "73.16.01.2012")
    await office.ask(ratna, f"umumkan ke semua fasilitator maiwa: {text}", says("siaran_kartu"))
    ((message, starts_at),) = await office.town.rows("SELECT message, starts_at FROM broadcasts")
    assert (json.loads(message)["html"], starts_at) == (text, None)


async def test_an_hour_under_the_summary_is_that_of_sending(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    assert "dikirim sekarang" in (await _summed(office, ratna))["text"]
    card = await office.ask(ratna, "kirimnya besok pagi jam 8", mentions("form.siaran.tinjau"))
    assert "08.00" in card["text"]
    assert "dikirim sekarang" not in card["text"]
    assert (await _answers(office))["waktu"]["at"] == "08.00"


async def test_an_hour_is_the_answer_where_it_is_asked_when(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await _summed(office, ratna)
    await office.press(ratna, words("tombol.ubah"), says("mesin.ubah_yang_mana"))
    await office.press(ratna, words("tombol.lainnya"), says("mesin.ubah_yang_mana"))
    await office.press(ratna, "Dikirim", asks("kapan"))
    await office.ask(ratna, "besok jam 8", mentions("form.siaran.tinjau"))
    assert (await _answers(office))["waktu"]["at"] == "08.00"


@pytest.mark.parametrize("typed", ["ganti jam kirimnya jadi jam 9", "siaran besok itu kirimnya jam 9 saja"])
async def test_a_planned_one_gets_another_hour_in_words(any_office: Office, typed: str) -> None:
    ratna = await _planned(any_office)
    assert await _hours(any_office) == {"00:00"}
    await any_office.ask(ratna, typed, says("siaran_jam_diganti"))
    assert await _hours(any_office) == {"01:00"}


async def test_a_planned_one_gets_another_hour_by_its_card_and_is_listed(office: Office) -> None:
    ratna = await _planned(office)
    await office.ask(ratna, "apa saja siaran yang akan dikirim", says("siaran_belum_berangkat"))
    listed = await office.ask(ratna, "siaran apa saja yang belum terkirim", says("siaran_belum_berangkat"))
    await office.press(ratna, listed["reply_markup"]["inline_keyboard"][0][0]["text"], says("siaran_satu"))
    await office.press(ratna, words("tombol_siaran_jam"), mentions("form.siaran_jam.waktu.tanya"))
    await office.ask(ratna, "jam 10", says("siaran_jam_diganti"))
    assert await _hours(office) == {"02:00"}


@pytest.mark.parametrize("message", ["besok pagi jam 8 rapat di kantor camat", "besok jam 8: rapat di kantor camat"])
async def test_an_hour_in_the_message_itself_stays_there(office: Office, message: str) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, f"umumkan ke semua fasilitator maiwa: {message}", says("siaran_kartu"))
    ((told, starts_at),) = await office.town.rows("SELECT message, starts_at FROM broadcasts")
    assert (json.loads(told)["html"], starts_at) == (message, None)
