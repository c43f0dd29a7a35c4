"""A yes counts for what was asked last: what was let be, is over, or was done otherwise since, moves nothing."""

from datetime import timedelta

import pytest

from bot.simulator.chats import Person
from tests.roles.conftest import Office
from tests.support.calendar import DESA, MORNING, set_date
from tests.support.sentences import mentions, says, words


async def _asked_to_move(office: Office, typed: str = "mundur seminggu, ada pesta adat") -> tuple[Person, str]:
    """Somebody who stands before *Pindahkan*; and the data of that button."""
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    shown = await office.ask(rahman, typed, says("jadwal_pindahkah"))
    rows = shown["reply_markup"]["inline_keyboard"]
    return rahman, next(key["callback_data"] for row in rows for key in row if key["text"] == "Pindahkan")


async def _days(office: Office) -> list[tuple[object, ...]]:
    return [tuple(row) for row in await office.town.rows("SELECT moves, cancelled_at FROM occasions")]


async def test_what_was_let_be_is_moved_by_no_old_button(any_office: Office) -> None:
    office = any_office
    rahman, data = await _asked_to_move(office)
    on = office.newest(rahman)
    await office.press(rahman, words("tombol_jadwal_biarkan"), mentions("jadwal_kartu", nama="Musrenbang desa"))
    assert not (office.town.simulator.messages(rahman)[-2].get("reply_markup") or {}).get("inline_keyboard")
    assert await office.toast(rahman, data, on) == words("tombol_lewat")
    assert await _days(office) == [(0, None)]


@pytest.mark.parametrize("typed", ["tidak jadi", "salah bukan itu maksud saya", "tidak usah dipindah"])
async def test_a_no_in_words_lets_it_be(office: Office, typed: str) -> None:
    rahman, data = await _asked_to_move(office)
    on = office.newest(rahman)
    await office.ask(rahman, typed, says("jadwal_tetap"))
    assert await office.toast(rahman, data, on) == words("tombol_lewat")
    assert await _days(office) == [(0, None)]


async def test_what_is_over_is_neither_moved_nor_cancelled(office: Office) -> None:
    rahman, data = await _asked_to_move(office, "mundur ke tanggal 20 februari karena ada pesta adat")
    on = office.newest(rahman)
    for after in (timedelta(days=80), timedelta(days=160)):
        await office.town.stop()
        await office.town.simulator.move_clock(to=MORNING + after)
        await office.town.start()
        await office.toast(rahman, data, on)
        await office.hears(rahman, says("jadwal_sudah_lewat"))
    assert await _days(office) == [(0, None)]


async def test_only_the_last_of_several_days_that_were_asked_about_counts(office: Office) -> None:
    rahman, data = await _asked_to_move(office)
    on = office.newest(rahman)
    await office.ask(rahman, "tanggal 25 saja", says("jadwal_pindahkah"))
    assert await office.toast(rahman, data, on) == words("tombol_lewat")
    await office.ask(rahman, "iya pindahkan", says("jadwal_dipindah"))
    ((starts,),) = await office.town.rows("SELECT starts_at FROM occasions")
    assert str(starts).startswith("2027-01-25")
