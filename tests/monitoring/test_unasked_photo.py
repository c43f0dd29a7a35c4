"""Somebody simply sends the photo, without the button: it is asked whether it is the one that is awaited."""

import json

import pytest

from tests.deciding.asking import Asking
from tests.journeys.villagers import photo
from tests.monitoring.done import count, events, finish_work, last_usulan
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words

_SEND = words("tombol_foto_sesudah")


async def _asked(place: Asking) -> None:
    await finish_work(place, await last_usulan(place))
    await place.hears(place.sitti, says("foto_sesudah_minta"))


async def test_a_photo_without_the_button_is_taken_after_one_yes(place: Asking) -> None:
    await _asked(place)
    await place.town.simulator.photo(place.sitti, photo(colour="navy"))
    await place.hears(place.sitti, says("foto_sesudah_ini", nomor="Maiwa 1"))
    await place.press(place.sitti, "Ya, itu fotonya", says("foto_sesudah_diterima", nomor="Maiwa 1"))
    await place.hears(place.sitti, says("foto_sesudah_kabar", nomor="Maiwa 1"))
    assert await events(place) == ["foto_sesudah"]
    assert (await place.town.rows("SELECT count(*) FROM usulan"))[0][0] == 1


@pytest.mark.parametrize("caption", ["jembatannya sekarang", "sudah jadi pak", "ini fotonya"])
async def test_a_few_words_about_how_it_is_now_are_no_new_story(place: Asking, caption: str) -> None:
    await _asked(place)
    await place.town.simulator.photo(place.sitti, photo(colour="navy"), caption=caption)
    await place.hears(place.sitti, says("foto_sesudah_ini", nomor="Maiwa 1"))
    await place.ask(place.sitti, "ya", says("foto_sesudah_diterima", nomor="Maiwa 1"))
    await place.hears(place.sitti, says("foto_sesudah_kabar", nomor="Maiwa 1"))
    assert (await place.town.rows("SELECT count(*) FROM usulan"))[0][0] == 1
    await place.ask(place.sitti, "sesuai", says("foto_sesudah_sesuai", nomor="Maiwa 1"))


async def test_another_photo_goes_the_way_that_it_would_have_gone(place: Asking) -> None:
    await _asked(place)
    await place.town.simulator.photo(place.sitti, photo(colour="navy"))
    await place.hears(place.sitti, says("foto_sesudah_ini", nomor="Maiwa 1"))
    await place.press(place.sitti, "Bukan", mentions("kata_pertama_dipakai", ada=True, berkas=False))
    assert await events(place) == []


async def test_who_is_asked_for_none_and_who_tells_something_with_it_is_not_asked(place: Asking) -> None:
    await place.town.simulator.photo(place.sitti, photo(colour="navy"))
    await place.hears(place.sitti, says("foto_usulan_ini"))
    await place.ask(place.sitti, "/batal", says("draf_dibatalkan"))
    await _asked(place)
    await place.town.simulator.photo(place.sitti, photo(colour="navy"), caption="Jembatan ke pasar putus")
    await place.hears(place.sitti, mentions("kata_pertama_dipakai", ada=True, berkas=False))
    assert count(place, place.sitti, "foto_sesudah_ini") == 0


async def test_what_comes_before_anybody_wrote_that_it_is_done_waits_and_the_reader_hears_of_it(place: Asking) -> None:
    async with place.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET read_at = spoken_at")
    await place.town.simulator.photo(place.sitti, photo(colour="navy"), caption="bak di tengah dusun sudah jadi")
    await place.hears(place.sitti, mentions("foto_sesudah_ini", nomor="Maiwa 1", belum=True))
    await place.ask(place.sitti, "ya", says("foto_sesudah_menunggu", nomor="Maiwa 1", pembaca="Rahman"))
    await place.hears(place.rahman, says("foto_sesudah_dari_pengusul"))
    assert await place.town.rows("SELECT state FROM after_photos WHERE media_id IS NOT NULL") == [("closed",)]


async def test_whoever_says_that_it_is_clear_can_still_send_it(place: Asking) -> None:
    await _asked(place)
    await place.press(place.sitti, words("hasil_tombol_jelas"), lambda message: labels(message) == [_SEND])
    await place.press(place.sitti, _SEND, says("form.foto_sesudah.foto.tanya"))


async def test_a_photo_that_nobody_confirmed_is_asked_about_once_more_and_what_was_typed_goes_its_way(
    place: Asking,
) -> None:
    await _asked(place)
    await place.town.simulator.photo(place.sitti, photo(colour="navy"))
    await place.hears(place.sitti, says("foto_sesudah_ini", nomor="Maiwa 1"))
    await place.ask(place.sitti, "pipa di atas masjid juga pecah sejak minggu lalu", mentions("kata_ikut_menunggu"))
    await place.telegram.move_clock(by=26 * 3600)
    again = await place.hears(place.sitti, mentions("kata_masih_menunggu", foto=1))
    assert {"Ya, itu fotonya", "Bukan"} <= set(labels(again))
    await place.press(place.sitti, "Ya, itu fotonya", mentions("mesin.ini_ceritanya"))
    assert await events(place) == ["foto_sesudah"]


async def test_a_correction_is_no_answer_about_photos_that_wait(place: Asking) -> None:
    await place.town.simulator.photo(place.sitti, photo(colour="navy"))
    await place.hears(place.sitti, says("foto_usulan_ini"))
    await place.ask(place.sitti, "yang mata air itu bukan jauh tapi jauh sekali pak", mentions("kata_ikut_menunggu"))
    await place.press(
        place.sitti,
        "Ya, untuk itu",
        lambda message: "Maiwa 1" in words_of(message) and "jauh sekali" in words_of(message),
    )
    told = json.loads((await place.town.rows("SELECT state FROM conversations"))[0][0])
    assert "jauh sekali" in json.dumps(told)
    assert "foto" in await place.answers()
