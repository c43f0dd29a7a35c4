"""A state that was written down by mistake is taken back, and whoever was told it hears so."""

import pytest
from sqlalchemy import update

from bot.simulator.chats import Person
from bot.store.tables import usulan
from bot.work.access import BAPPEDA
from tests.deciding.asking import Asking
from tests.support.client import words_of
from tests.support.sentences import says, words


async def _in_plan(quick: Asking, state: str = "masuk_rkpd", typed: str = "maiwa 1 masuk rkpd") -> Person:
    """Maiwa 1, which a meeting took on, and of which somebody has told a state."""
    async with quick.town.database.write() as connection:
        await connection.execute(update(usulan).values(state="musdes", status="dibahas", moved=1))
    hasnah = await quick.join("Hasnah", BAPPEDA, "73.16")
    await quick.ask(hasnah, typed, says("keadaan_periksa"))
    await quick.ask(hasnah, "ya", says("keadaan_dicatat", nomor="Maiwa 1"))
    await quick.hears(quick.sitti, says("keadaan_kabar", nomor="Maiwa 1"))
    assert await _state(quick) == state
    return hasnah


async def _state(quick: Asking) -> str:
    return str((await quick.town.rows("SELECT state FROM usulan"))[0][0])


@pytest.mark.parametrize(
    "typed",
    [
        "maiwa 1 keliru, bukan masuk rkpd",
        "maiwa 1 salah catat",
        "salah dicatat maiwa 1 itu, tidak jadi apa2",
        "batalkan RKPD Maiwa 1",
        "keluarkan maiwa 1 dari rkpd",
    ],
)
async def test_a_mistake_is_taken_back_and_whoever_was_told_hears_it(quick: Asking, typed: str) -> None:
    hasnah = await _in_plan(quick)
    shown = words_of(await quick.ask(hasnah, typed, says("keadaan_periksa")))
    assert words("keadaan.masuk_rkpd.nama") in shown
    assert await _state(quick) == "masuk_rkpd"
    await quick.press(hasnah, words("tombol_sahkan"), says("keadaan_dicatat", nama=words("keadaan.musdes.nama")))
    told = says("keadaan_kabar_keliru", keliru=words("keadaan.masuk_rkpd.nama"), benar=words("keadaan.musdes.nama"))
    await quick.hears(quick.sitti, told)
    assert await _state(quick) == "musdes"


async def test_the_button_stands_under_what_may_be_said_of_it(quick: Asking) -> None:
    hasnah = await _in_plan(quick)
    await quick.ask(hasnah, "ubah hasil maiwa 1", says("keadaan_jadi_apa"))
    await quick.press(hasnah, words("tombol_salah_catat"), says("keadaan_periksa"))
    await quick.press(hasnah, words("tombol_batal_ubah"), "")
    assert await _state(quick) == "masuk_rkpd"


async def test_what_was_said_to_be_done_and_is_not_asks_for_no_photo(quick: Asking) -> None:
    async with quick.town.database.write() as connection:
        await connection.execute(update(usulan).values(state="musdes", status="dibahas", moved=1))
    await quick.ask(quick.rahman, "maiwa 1 sudah selesai dikerjakan", says("keadaan_siapa_memutuskan"))
    await quick.press(quick.rahman, words("pemutus.kantor_desa"), says("keadaan_periksa"))
    await quick.ask(quick.rahman, "iye", says("keadaan_dicatat"))
    await quick.ask(quick.rahman, "maiwa 1 salah catat", says("keadaan_periksa"))
    await quick.press(quick.rahman, words("tombol_sahkan"), says("keadaan_dicatat"))
    await quick.hears(quick.sitti, says("keadaan_kabar_keliru"))
    assert await _state(quick) == "musdes"
    assert [("closed",)] == await quick.town.rows("SELECT state FROM after_photos")


async def test_what_a_meeting_decided_is_not_taken_back_and_what_may_be_said_is_shown(quick: Asking) -> None:
    async with quick.town.database.write() as connection:
        await connection.execute(update(usulan).values(state="musdes", status="dibahas", moved=1))
    await quick.ask(quick.rahman, "maiwa 1 salah catat", says("keadaan_jadi_apa", nomor="Maiwa 1"))
    assert await _state(quick) == "musdes"


@pytest.mark.parametrize(
    "typed", ["batal salah saya, Maiwa 1 memang masuk RKPD", "maiwa 1 memang masuk rkpd", "maiwa 1 masuk rkpd"]
)
async def test_what_stands_so_already_is_said_to_stand_so(quick: Asking, typed: str) -> None:
    hasnah = await _in_plan(quick)
    await quick.ask(hasnah, typed, says("keadaan_memang", nomor="Maiwa 1"))
    assert await quick.town.rows("SELECT count(*) FROM moves") == [(1,)]


@pytest.mark.parametrize(
    "typed",
    [
        "Maiwa 1 sudah ada anggarannya di APBD",
        "maiwa 1 sdh dianggarkan di apbd",
        "maiwa 1 tercantum di apbd 2028",
        "maiwa 1 masuk APBD",
    ],
)
async def test_that_there_is_money_for_it_is_said_in_many_ways(quick: Asking, typed: str) -> None:
    hasnah = await _in_plan(quick)
    await quick.ask(hasnah, typed, says("keadaan_siapa_memutuskan"))
    await quick.press(hasnah, words("pemutus.bupati_dprd"), says("keadaan_periksa"))
    await quick.press(hasnah, words("tombol_sahkan"), says("keadaan_dicatat"))
    assert await _state(quick) == "masuk_apbd"


@pytest.mark.parametrize("typed", ["maiwa 1 belum ada anggarannya di apbd", "kapan maiwa 1 ada anggarannya di apbd"])
async def test_no_money_yet_is_no_state(quick: Asking, typed: str) -> None:
    hasnah = await _in_plan(quick)
    await quick.ask(hasnah, typed, bool)
    assert await _state(quick) == "masuk_rkpd"
    assert not any(text in says("keadaan_siapa_memutuskan") for text in quick.texts(hasnah))


@pytest.mark.parametrize("typed", ["batalkan RKPD Maiwa 1", "maiwa 1 coret dari rkpd"])
async def test_what_is_in_no_plan_is_said_to_stand_where_it_does(quick: Asking, typed: str) -> None:
    hasnah = await quick.join("Hasnah", BAPPEDA, "73.16")
    await quick.ask(hasnah, typed, says("keadaan_memang", nomor="Maiwa 1"))
    assert await quick.town.rows("SELECT count(*) FROM moves") == [(0,)]
