"""A photo soon after *Kirim* is asked about once: it belongs to what was sent, or begins another."""

import json

import pytest
from sqlalchemy import update

from bot.core.records import WITHDRAWN
from bot.store.tables import usulan
from tests.journeys.test_whole_usulan import STORY, Proposer
from tests.journeys.villagers import photo, recording
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _sent(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    return sitti


async def test_it_stands_with_what_was_sent_after_one_yes(any_place: Town) -> None:
    sitti = await _sent(any_place)
    await any_place.simulator.photo(sitti.person, photo())
    await sitti.hears(says("foto_usulan_ini", nomor="Maiwa 1"))
    await any_place.simulator.photo(sitti.person, photo(colour="navy"), caption="dari atas")
    await sitti.hears(mentions("kata_ikut_menunggu"))
    await sitti.say("iye", says("foto_ikut_tersimpan", nomor="Maiwa 1"))
    asked = mentions("kata_ikut_menunggu")
    await any_place.simulator.wait_for(sitti.person, lambda one: asked(one) and not labels(one))
    assert 2 == len((await sitti.answers())["foto"])
    assert 2 == len(await any_place.rows("SELECT id FROM media WHERE question = 'foto'"))
    assert [] == await any_place.rows("SELECT flow FROM conversations")


async def test_a_voice_and_what_is_replied_to_the_receipt_stand_with_what_was_sent(place: Town) -> None:
    sitti = await _sent(place)
    receipt = (await place.simulator.wait_for(sitti.person, says("tanda_terima")))["message_id"]
    await place.simulator.voice(sitti.person, recording())
    await sitti.hears(says("foto_usulan_ini", nomor="Maiwa 1"))
    await sitti.say("iye", says("suara_ikut_tersimpan", nomor="Maiwa 1", kepada=""))
    await place.simulator.say(sitti.person, "kayunya lapuk, putus", reply_to=receipt)
    await sitti.hears(says("ralat_dicatat", nomor="Maiwa 1"))
    await place.simulator.media(sitti.person, "photo", photo(), reply_to=receipt)
    await sitti.hears(says("foto_ikut_tersimpan", nomor="Maiwa 1"))
    assert {"text": "kayunya lapuk, putus"} == (await sitti.answers())["juga"]
    assert [("foto", "photo"), ("klarifikasi", "voice")] == sorted(await place.rows("SELECT question, kind FROM media"))
    assert [] == await place.rows("SELECT flow FROM conversations")


async def test_a_point_stands_with_what_was_sent_after_one_yes(any_place: Town) -> None:
    sitti = await _sent(any_place)
    await any_place.simulator.location(sitti.person, -3.5621, 119.7742)
    await sitti.hears(says("foto_usulan_ini", nomor="Maiwa 1"))
    await sitti.say("iye", says("ralat_dicatat", nomor="Maiwa 1"))
    assert {"lat": -3.5621, "lon": 119.7742} == (await sitti.answers())["lokasi"]
    assert [] == await any_place.rows("SELECT flow FROM conversations")


async def test_a_point_changes_nothing_of_what_was_taken_back_meanwhile(place: Town) -> None:
    sitti = await _sent(place)
    await place.simulator.location(sitti.person, -3.5621, 119.7742)
    await sitti.hears(says("foto_usulan_ini", nomor="Maiwa 1"))
    async with place.database.write() as connection:
        await connection.execute(update(usulan).values(status=WITHDRAWN))
    await sitti.say("iye", bool)
    await place.simulator.wait_until_confirmed()
    assert "lokasi" not in await sitti.answers()


async def test_a_no_begins_another_with_it(place: Town) -> None:
    sitti = await _sent(place)
    await place.simulator.photo(sitti.person, photo())
    await sitti.hears(says("foto_usulan_ini", nomor="Maiwa 1"))
    await sitti.press("Bukan, usulan baru", mentions("kata_pertama_dipakai", ada=True, berkas=False))
    assert "foto" in json.loads((await place.rows("SELECT state FROM conversations"))[0][0])["answers"]
    assert "foto" not in await sitti.answers()


@pytest.mark.parametrize("caption", ["Jembatan ke pasar putus tadi malam", "jembatan rusak", "posyandu desa"])
async def test_what_tells_of_something_else_begins_another_at_once(place: Town, caption: str) -> None:
    sitti = await _sent(place)
    await place.simulator.photo(sitti.person, photo(), caption=caption)
    await sitti.hears(mentions("kata_pertama_dipakai", ada=True, berkas=False))
    assert STORY == (await sitti.answers())["cerita"]["text"]


@pytest.mark.parametrize(
    "text", ["eh ada lagi usulku", "satu lagi ini", "oh iya ada usul kedua", "ada lagi usulku pak"]
)
async def test_one_more_is_begun_by_words(place: Town, text: str) -> None:
    sitti = await _sent(place)
    await sitti.say(text, mentions("mesin.masih_di"))
    assert 1 == len(await place.rows("SELECT flow FROM conversations WHERE flow = 'usulan'"))


async def test_one_more_told_while_a_photo_is_asked_about_waits_with_it(place: Town) -> None:
    sitti = await _sent(place)
    await place.simulator.photo(sitti.person, photo())
    await sitti.hears(says("foto_usulan_ini", nomor="Maiwa 1"))
    await sitti.say("eh ada lagi usulku", mentions("kata_ikut_menunggu"))
    await sitti.press("Ya, untuk itu", says("foto_ikut_tersimpan", nomor="Maiwa 1"))
    await sitti.hears(mentions("mesin.masih_di"))
