"""Two usulan that are one: it is noted at both, and nothing else happens."""

import pytest

from tests.deciding.asking import Asking
from tests.support.client import words_of
from tests.support.sentences import says, words

_NOTED = "SELECT usulan_id FROM events WHERE kind = 'sama'"


@pytest.mark.parametrize(
    "typed",
    [
        "Maiwa 1 sama Maiwa 2 itu jalan yang sama, gabung saja",
        "maiwa 1 dan 2 usulannya sama",
        "usulan maiwa 2 itu dobel dengan maiwa 1",
    ],
)
async def test_it_is_noted_at_both_and_neither_goes(quick: Asking, typed: str) -> None:
    await quick.bring("Rabia", "Maiwa 2")
    for _ in range(2):  # said twice it is one note
        await quick.ask(quick.rahman, typed, says("usulan_sama_dicatat"))
    assert len({row[0] for row in await quick.town.rows(_NOTED)}) == len(await quick.town.rows(_NOTED)) == 2
    await quick.open()
    history = words_of(await quick.press(quick.rahman, words("tombol_riwayat"), says("keadaan_riwayat")))
    assert "Maiwa 2" in history
    assert {row[0] for row in await quick.town.rows("SELECT status FROM usulan")} == {await quick.stage()}


@pytest.mark.parametrize(
    "typed",
    [
        "maiwa 1 dan 2 jangan digabung",
        "apakah maiwa 1 dan maiwa 2 itu sama?",
        "maiwa 1 sama maiwa 99 itu jalan yang sama",
        "buka maiwa 1 sama maiwa 2",
    ],
)
async def test_nothing_else_is_noted(quick: Asking, typed: str) -> None:
    await quick.bring("Rabia", "Maiwa 2")
    await quick.ask(quick.rahman, typed, bool)
    assert await quick.town.rows(_NOTED) == []
