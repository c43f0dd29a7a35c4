"""What is told of two checks in one message, each of its own; and how big it is, apart from what else has a size."""

import json
from typing import Any

import pytest

from bot.store.tables import field_checks
from tests.checking.looking import Looking
from tests.support.client import words_of
from tests.support.sentences import mentions, says

_KEPT = "SELECT c.usulan_id, f.item, f.value FROM check_findings f JOIN field_checks c ON c.id = f.check_id"
_IDS = "SELECT id FROM usulan ORDER BY id"
_NINE, _TEN = "3 pintu rusak semua ukuran 4x6 meter dihitung langkah", "saluran tersumbat panjang 60 meter"
_TOLD = f"maiwa 1 sudah sy lihat, {_NINE}, saksi bu Ros guru sama pak Kahar"


async def _found(at: Looking) -> dict[tuple[int, str], Any]:
    ids = [row[0] for row in await at.town.rows(_IDS)]
    return {(ids.index(one) + 1, item): json.loads(value) for one, item, value in await at.town.rows(_KEPT)}


def _sizes(found: dict[tuple[int, str], Any], at: int) -> list[str]:
    return [one["amount"] + one["unit"] for one in found[at, "ukuran"]["ukuran"]["sizes"]]


@pytest.mark.parametrize("sent", ["both", "first", "none"])
@pytest.mark.parametrize(
    "typed",
    [
        f"{_TOLD}. maiwa 2 juga sudah, {_TEN} diukur meteran saksi bu Ida dan pak imam Jufri",
        f"{_TOLD}; maiwa 2 {_TEN} pakai meteran, saksi bu Ida sm pak imam Jufri",
        f"dari lokasi pak. {_TOLD}\nkalau yg maiwa 2 {_TEN} kuukur pakai meteran. Saksi bu Ida dan pak imam Jufri",
    ],
)
async def test_each_of_two_has_its_own_size_tool_and_witnesses(two: Looking, typed: str, sent: str) -> None:
    if sent != "both":
        last = await two.check()
        async with two.town.database.write() as connection:
            await connection.execute(field_checks.delete().where(field_checks.c.id >= (last if sent == "first" else 0)))
    await two.ask(two.amir, typed, says("uji_tercatat", nomor="Maiwa 2"))
    found = await _found(two)
    assert (_sizes(found, 1), _sizes(found, 2)) == (["4m", "6m"], ["60m"])
    assert [found[at, "ukuran"]["alat"]["value"] for at in (1, 2)] == ["langkah", "meteran"]
    names = [found[at, f"saksi_{which}"]["saksi_nama"]["text"] for at in (1, 2) for which in (1, 2)]
    assert names == ["bu Ros", "pak Kahar", "bu Ida", "pak imam Jufri"]


@pytest.mark.parametrize(
    "typed",
    [
        "salah, 60 meter itu maiwa 2. maiwa 1 ukurannya 4x6",
        "maaf keliru, yg 60 meter maiwa 2, maiwa 1 ukurannya 4x6 m",
        "maiwa 1 ukurannya 4 x 6 meter bukan 60; 60 meter itu maiwa 2",
    ],
)
async def test_a_correction_of_two_is_made_in_both(two: Looking, typed: str) -> None:
    await two.ask(two.amir, "maiwa 1 sdh kulihat, panjangnya 60 meter", says("uji_tercatat", nomor="Maiwa 1"))
    await two.ask(two.amir, typed, says("uji_tercatat", nomor="Maiwa 2"))
    found = await _found(two)
    assert (_sizes(found, 1), _sizes(found, 2)) == (["4m", "6m"], ["60m"])


@pytest.mark.parametrize(
    "typed",
    [
        "sdh kulihat maiwa 1 dan maiwa 2, panjangnya 60 meter, saksi pak Made",
        "ukurannya 60 meter, maiwa 1 24 meter maiwa 2 sudah kuukur pakai meteran",
    ],
)
async def test_what_cannot_be_told_apart_is_asked_and_not_kept(two: Looking, typed: str) -> None:
    await two.ask(two.amir, typed, says("uji_mana_punya"))
    assert await _found(two) == {}


@pytest.mark.parametrize(
    "typed",
    [
        "maiwa 1 dan maiwa 2 sudah kubaca",
        "maiwa 1 sama maiwa 2 gabung saja, sama2 60 meter",
        "tolong cek maiwa 1 sama maiwa 2",
        "kapan maiwa 1 dan maiwa 2 dilihat, katanya 60 meter?",
    ],
)
async def test_what_tells_of_no_look_is_neither_kept_nor_asked(two: Looking, typed: str) -> None:
    unheard = (says("uji_mana_punya"), says("uji_tercatat"))
    await two.ask(two.amir, typed, lambda message: not any(words_of(message) in one for one in unheard))
    assert await _found(two) == {}


@pytest.mark.parametrize(
    "typed",
    [
        "sy sudah ke lapangan maiwa 1, ukurannya 18 meter bukan 15, sawah yg kena 22 hektar, 30 KK",
        "sdh kulihat maiwa 1, sawah yg kena 22 hektar, panjangnya 18 meter",
        "maiwa 1 sdh sy ukur, 18 meter pakai meteran, yg diairi sawah 22 ha",
    ],
)
async def test_the_field_is_a_fact_beside_the_size(two: Looking, typed: str) -> None:
    await two.ask(two.amir, typed, mentions("uji_tercatat"))
    found = await _found(two)
    assert _sizes(found, 1) == ["18m"]
    assert "22" in found[1, "catatan"]["catatan"]["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "ukurannya salah, 18 meter. 22 hektar itu sawahnya",
        "ukurannya salah, 18 meter",
        "salah ukurannya, yg betul 18 m",
    ],
)
async def test_a_wrong_size_is_put_right(two: Looking, typed: str) -> None:
    await two.ask(two.amir, "maiwa 1 sdh kulihat, ukurannya 22 hektar", says("uji_tercatat", nomor="Maiwa 1"))
    await two.ask(two.amir, typed, says("uji_tercatat", nomor="Maiwa 1"))
    assert _sizes(await _found(two), 1) == ["18m"]
