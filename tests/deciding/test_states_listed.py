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
from tests.support.halls import hold
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


FULL = "pagu dinas pertanian penuh"


@pytest.mark.parametrize(
    ("typed", "asked", "kept"),
    [
        (f"maiwa 1 ditolak karena {FULL}", "keadaan_siapa_memutuskan", ("ditolak", "R99", FULL, "dinas")),
        (f"maiwa 1 tidak masuk rkpd krn {FULL}", "keadaan_siapa_memutuskan", ("ditolak", "R99", FULL, "dinas")),
        ("maiwa 1 belum bisa karena anggaran habis", "keadaan_siapa_memutuskan", ("ditolak", "R07", None, "dinas")),
        (f"maiwa 1 ditolak dinas, {FULL}", "", ("ditolak", "R99", FULL, "dinas")),
        ("maiwa 1 dan 2 tdk masuk rkpd, keputusan dinas karena bukan prioritas", "", ("ditolak", "R11", None, "dinas")),
        (
            "maiwa 1, 2 ditolak dinas. alasannya sama dengan maiwa 3",
            "",
            ("ditolak", "R99", "sama dengan maiwa 3", "dinas"),
        ),
        ("maiwa 1 batal rkpd kata dinas", "keadaan_sebab_mana", ("dibatalkan", "R07", None, "dinas")),
    ],
)
async def test_a_refusal_is_typed_and_only_what_is_wanting_is_asked(
    quick: Asking, typed: str, asked: str, kept: tuple[str | None, ...]
) -> None:
    hasnah = await _copies(quick, {"serial": 2}, {"serial": 3})
    await quick.ask(hasnah, typed, says(asked or "keadaan_periksa"))
    if asked == "keadaan_sebab_mana":
        await quick.press(hasnah, words("alasan.R07.tombol"), says("keadaan_siapa_memutuskan"))
    if asked:
        await quick.press(hasnah, words("pemutus.dinas"), says("keadaan_periksa"))
    await quick.press(hasnah, words("tombol_sahkan"), says("keadaan_dicatat"))
    found = await quick.town.rows("SELECT DISTINCT state, reason, note, decider FROM moves")
    assert [tuple(row) for row in found] == [kept]
    assert sum(state == kept[0] for *_, state in await _standing(quick)) == 1 + (" 2 " in typed)


async def test_what_only_the_office_sets_is_no_result_of_a_meeting(quick: Asking) -> None:
    hasnah = await _copies(quick, {"serial": 2})
    await hold(quick.town)
    await quick.ask(hasnah, "maiwa 1 dan 2 masuk rkpd", says("keadaan_periksa"))
    await quick.ask(hasnah, "1 dan 2 masuk rkpd", says("keadaan_sebut_kecamatan"))
    both = "rkpd sudah ditetapkan. maiwa 1 masuk, maiwa 2 tidak masuk karena pagu dinas PU habis"
    await quick.ask(hasnah, both, says("keadaan_satu_per_satu", jumlah=2))
    await quick.ask(hasnah, "maiwa 1 dan 2 masuk rkpd", says("keadaan_periksa"))
    await quick.press(hasnah, words("tombol_sahkan"), says("keadaan_dicatat"))
    assert {state for *_, state in await _standing(quick)} == {"masuk_rkpd"}


@pytest.mark.parametrize(
    "typed",
    [
        "maiwa 1 dan 3 masuk rkpd, maiwa 2 belum bisa karena dana habis",
        "maiwa 1, 3 masuk rkpd; 2 ditunda tahun depan krn dana habis",
        "Maiwa 1 dan 3 masuk RKPD sedangkan Maiwa 2 ditolak karena dana habis",
    ],
)
async def test_several_states_of_one_message_are_taken_one_after_the_other(quick: Asking, typed: str) -> None:
    hasnah = await _copies(quick, {"serial": 2}, {"serial": 3})
    asked = await quick.ask(hasnah, typed, says("keadaan_satu_per_satu", jumlah=2))
    first, second = labels(asked)
    shown = await quick.press(hasnah, first, says("keadaan_periksa"))
    assert all(name in words_of(shown) for name in ("Maiwa 1", "Maiwa 3"))
    await quick.press(hasnah, words("tombol_sahkan"), says("keadaan_dicatat"))
    await quick.press(hasnah, second, says("keadaan_siapa_memutuskan"))
    await quick.press(hasnah, words("pemutus.dinas"), says("keadaan_periksa"))
    await quick.press(hasnah, words("tombol_sahkan"), says("keadaan_dicatat"))
    assert [state for *_, state in await _standing(quick)] == ["masuk_rkpd", "ditolak", "masuk_rkpd"]
    found = await quick.town.rows("SELECT DISTINCT reason, note FROM moves WHERE state = 'ditolak'")
    assert [tuple(row) for row in found] == [("R07", None)]


@pytest.mark.parametrize("first", ["masuk rkpd", "belum bisa karena dana"])
async def test_own_words_of_one_of_them_are_its_reason(quick: Asking, first: str) -> None:
    hasnah = await _copies(quick, {"serial": 2})
    typed = f"maiwa 1 {first}, maiwa 2 ditolak dinas karena {FULL}"
    asked = await quick.ask(hasnah, typed, says("keadaan_satu_per_satu", jumlah=2))
    await quick.press(hasnah, labels(asked)[1], says("keadaan_periksa"))
    await quick.press(hasnah, words("tombol_sahkan"), says("keadaan_dicatat"))
    found = await quick.town.rows("SELECT state, reason, note, decider FROM moves")
    assert [tuple(row) for row in found] == [("ditolak", "R99", FULL, "dinas")]


@pytest.mark.parametrize(
    "typed", ["maiwa 1 ditunda tahun depan karena anggaran habis", "maiwa 1 tahun depan saja krn dana habis"]
)
async def test_what_is_put_off_to_another_year_is_asked_for_no_reason_that_was_said(quick: Asking, typed: str) -> None:
    hasnah = await _copies(quick)
    await quick.ask(hasnah, typed, says("keadaan_siapa_memutuskan"))


async def test_a_number_that_is_none_is_said_to_be_none(quick: Asking) -> None:
    hasnah = await _copies(quick)
    await quick.ask(hasnah, "Maiwa 6 dan 4 sudah ada anggarannya di APBD", says("keadaan_tidak_ikut"))


@pytest.mark.parametrize(
    "typed",
    [
        "Maiwa 1 masuk RKPD, Maiwa 2 tidak masuk karena dananya tidak cukup",
        "maiwa 1 masuk rkpd dan maiwa 2 tidak masuk krn dana tidak cukup",
    ],
)
async def test_a_yes_and_a_no_of_one_plan_go_one_after_the_other(quick: Asking, typed: str) -> None:
    hasnah = await _copies(quick, {"serial": 2})
    await quick.ask(hasnah, typed, says("keadaan_satu_per_satu", jumlah=2))
