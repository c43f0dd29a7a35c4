"""A meeting that stands is cancelled by its kind and its wilayah, whatever was announced long before."""

from datetime import timedelta

import pytest

from bot.simulator.chats import Person
from tests.broadcasts.sent import announce
from tests.roles.conftest import Office
from tests.support.calendar import MORNING, set_date
from tests.support.sentences import mentions, says

_LETTER = "Rabu, 4 November 2026 rapat persiapan musrenbang jam 9 di aula camat, bawa daftar usulan"


async def _after_months(office: Office) -> Person:
    """What was announced in November; in January two dates stand."""
    hasnah = await office.join("Hasnah", "bappeda", "73.16")
    await office.join("Rahman", "fasilitator_desa", "73.16.01.2002")
    ((number,),) = await office.town.rows("SELECT id FROM people WHERE name = 'Hasnah'")
    await announce(office.town.database, number, MORNING, text=_LETTER)
    await office.town.until("SELECT state FROM broadcasts", "done")
    await office.ask(hasnah, "/siaran", says("siaran_daftar"))
    await office.town.stop()
    await office.town.simulator.move_clock(to=MORNING + timedelta(days=70))
    await office.town.start()
    for place, day in (("alla", "9/2/27"), ("curio", "10/2/27")):
        await set_date(office, hasnah, f"musrenbang kecamatan {place} {day} jam 9")
    return hasnah


@pytest.mark.parametrize(
    "typed",
    [
        "batalkan musrenbang kecamatan Alla, salah tanggal",
        "musrenbang kecamatan alla batalkan pak, salah tgl",
        "tolong batalkan musrenbang kec alla karena salah tanggal",
        "hapus tanggal musrenbang kecamatan Alla, salah tanggal",
    ],
)
async def test_the_meeting_that_is_named_is_cancelled_for_the_reason_that_is_told(office: Office, typed: str) -> None:
    hasnah = await _after_months(office)
    told = await office.ask(hasnah, typed, says("jadwal_batalkah"))
    assert "Alla" in told["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "batalkan musrenbang kecamatan Curio",
        "batalmi musrenbang curio",
        "musrenbang kecamatan curio tidak jadi",
        "hapus tanggal kecamatan Curio",
        "hapus jadwal musrenbang curio",
    ],
)
async def test_why_it_is_cancelled_is_asked(office: Office, typed: str) -> None:
    hasnah = await _after_months(office)
    await office.ask(hasnah, typed, mentions("form.jadwal_batal.alasan.tanya"))


@pytest.mark.parametrize(
    "typed",
    [
        "berapa usulan masuk per kecamatan",
        "berapa usulan yang masuk",
        "telepon fasilitator yang belum siap",
        "senin ini bagaimana keadaannya",
        "ingatkan desa yang belum tetapkan tanggal musrenbang",
        "batalkan musrenbang kecamatan Malua",
        "hasil musrenbang",
    ],
)
async def test_what_names_something_else_is_of_no_announcement_of_months_ago(office: Office, typed: str) -> None:
    hasnah = await _after_months(office)
    told = await office.answers(hasnah, typed)
    assert told
    assert not [text for text in told if "4 November" in text and "2026 rapat" in text]


@pytest.mark.parametrize("typed", ["tarik siaran rapat persiapan", "tarik yang rapat persiapan musrenbang"])
async def test_an_announcement_that_is_named_is_found_however_old(office: Office, typed: str) -> None:
    hasnah = await _after_months(office)
    assert any("rapat persiapan" in text for text in await office.answers(hasnah, typed))
