"""Where several usulan stand, said in one line; and a number that two seasons have."""

from typing import Any

import pytest
from sqlalchemy import insert, select, update

from bot.simulator.chats import Person
from bot.store.database.ids import new_id
from bot.store.tables import usulan
from bot.work.access import BAPPEDA
from tests.deciding.asking import Asking
from tests.support.client import labels, words_of
from tests.support.sentences import says, words

TAKEN_ON: dict[str, Any] = {"state": "musdes", "status": "dibahas", "moved": 1}


async def _copies(quick: Asking, *copies: dict[str, Any]) -> Person:
    """More of them beside Maiwa 1, which a meeting took on; who reads them all."""
    async with quick.town.database.write() as connection:
        await connection.execute(update(usulan).values(TAKEN_ON))
        row = dict((await connection.execute(select(usulan))).one()._mapping)
        for copy in copies:
            new = {"id": new_id(), "code": f"ENR-{copy.get('year', 27)}-MAI-{copy.get('serial', 1)}"}
            await connection.execute(insert(usulan).values(row | new | copy))
    return await quick.join("Hasnah", BAPPEDA, "73.16")


async def _standing(quick: Asking) -> list[tuple[int, int, str]]:
    return [tuple(row) for row in await quick.town.rows("SELECT year, serial, state FROM usulan ORDER BY year, serial")]


@pytest.mark.parametrize(
    "typed",
    [
        "maiwa 1, 2 dan 3 tahun 27 masuk rkpd",
        "rkpd sudah ditetapkan. maiwa 1, 2, 3 masuk",
        "maiwa 1 sampai 3 masuk rkpd",
        "usulan maiwa 1 2 3 ada di rkpd pak",
    ],
)
async def test_a_typed_list_is_taken_whole(quick: Asking, typed: str) -> None:
    hasnah = await _copies(quick, {"serial": 2}, {"serial": 3})
    shown = await quick.ask(hasnah, typed, says("keadaan_periksa"))
    assert all(name in words_of(shown) for name in ("Maiwa 1", "Maiwa 2", "Maiwa 3"))
    await quick.press(hasnah, words("tombol_sahkan"), says("keadaan_dicatat"))
    assert {state for *_, state in await _standing(quick)} == {"masuk_rkpd"}


async def test_what_of_a_list_is_not_taken_is_named(quick: Asking) -> None:
    hasnah = await _copies(quick, {"serial": 2, "state": "selesai", "status": "dikerjakan"})
    await quick.ask(hasnah, "maiwa 1, 2 dan 29 masuk rkpd", says("keadaan_periksa"))
    told = [text for text in quick.texts(hasnah) if text in says("keadaan_tidak_ikut")]
    assert all(name in told[0] for name in ("Maiwa 2", "Maiwa 29"))
    await quick.press(hasnah, words("tombol_sahkan"), says("keadaan_dicatat"))
    assert [state for *_, state in await _standing(quick)] == ["masuk_rkpd", "selesai"]


async def test_of_two_seasons_the_one_that_was_taken_on_is_meant(quick: Asking) -> None:
    hasnah = await _copies(quick, {"year": 2028, "state": None, "status": "tercatat", "moved": 0})
    shown = await quick.ask(hasnah, "maiwa 1 masuk rkpd", says("keadaan_periksa"))
    assert "Maiwa 1/27" in words_of(shown)
    await quick.press(hasnah, words("tombol_sahkan"), says("keadaan_dicatat"))
    assert [(year, state) for year, _, state in await _standing(quick)] == [(2027, "masuk_rkpd"), (2028, None)]


@pytest.mark.parametrize("second", [{"state": "musdes"}, {"state": "ditolak", "status": "hasil"}])
async def test_where_both_or_neither_fit_it_is_asked(quick: Asking, second: dict[str, Any]) -> None:
    hasnah = await _copies(quick, {"year": 2028, "moved": 1} | second)
    if second["state"] == "ditolak":
        async with quick.town.database.write() as connection:
            await connection.execute(update(usulan).where(usulan.c.year == 2027).values(state=None, moved=0))
    asked = await quick.ask(hasnah, "maiwa 1 masuk rkpd", says("usulan_mana_dari"))
    assert sorted(labels(asked)) == ["Maiwa 1/27", "Maiwa 1/28"]
    shown = await quick.press(hasnah, "Maiwa 1/27", says("keadaan_periksa"))
    assert "Maiwa 1/27" in words_of(shown)
