"""Whoever stands at a whole sheet and says that it is done ends the check; nothing else of theirs is ticked."""

import pytest

from tests.checking.looking import Looking
from tests.support.sentences import says


@pytest.mark.parametrize("typed", ["sudah selesai", "selesai mi pak", "sudah", "kirim"])
async def test_done_below_a_whole_sheet_is_its_result(quick: Looking, typed: str) -> None:
    await quick.give()
    await quick.fill()
    await quick.ask(quick.amir, typed, says("uji_hasil_mana"))


@pytest.mark.parametrize("typed", ["sudah selesai", "selesai semua pak"])
async def test_done_below_a_sheet_that_lacks_something_says_what(quick: Looking, typed: str) -> None:
    await quick.give()
    await quick.measure()
    await quick.ask(quick.amir, typed, says("uji_belum_lengkap"))


async def test_done_after_a_detour_is_of_the_sheet_and_not_of_a_task_named_before(quick: Looking) -> None:
    await quick.give()
    await quick.fill()
    await quick.ask(quick.amir, "/jadwal", says("jadwal_daftar"))
    await quick.ask(quick.amir, "sudah selesai", says("uji_hasil_mana"))
    assert not await quick.town.rows("SELECT 1 FROM tasks WHERE state = 'done'")
