"""What was told once is not lost again: a place in the first words, and a number that was put right."""

import json

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.journeys.villagers import consent, propose
from tests.support.client import words_of
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def test_what_was_put_right_is_not_told_anew_by_the_story(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("air susah, 40 KK angkat air dari sungai", "harapkan")
    await sitti.say("bukan 40 KK, 60 KK pale", "60 keluarga")
    await sitti.say("dibuatkan pipa", "foto")
    state = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])
    assert {"families": 60} == state["answers"]["jumlah"]["value"]


async def test_places_of_the_first_words_that_lie_in_one_another_are_not_asked_again(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "di jambu pattondon salu maiwa air tdk jalan sdh 4 bulan")
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await sitti.say("iye", mentions("form.usulan.harapan.tanya"))


async def test_one_word_among_several_is_no_dusun(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "halo")
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.simulator.say(sitti.person, "dikasi bak baru sama pipa")
    await sitti.simulator.wait_until_confirmed()
    assert not any("Samma" in text for text in sitti.simulator.said(sitti.person))


async def test_a_short_story_beside_the_place_is_asked_about_and_what_tells_the_way_is_kept(place: Town) -> None:
    sitti, nur = await consent(place), await consent(place, "Nur")
    await place.ask(sitti, "saya dari tuncung. jalan rusak, motor sering jatuh", says("mesin.ini_ceritanya"))
    await place.ask(sitti, "iye", mentions("form.usulan.dusun.tanya"))
    await place.ask(nur, "tuncung, di dekat masjid raya", mentions("mesin.dicatat_juga"))
    told = [json.loads(row[0])["answers"] for row in await place.rows("SELECT state FROM conversations")]
    assert [one.get("cerita", {}).get("value") for one in told] == [{"text": "jalan rusak, motor sering jatuh"}, None]
    assert told[1]["juga"]["value"] == {"text": "di dekat masjid raya"}  # where in the desa was not told yet
    assert "patokan" not in told[1]


async def test_what_is_said_behind_a_no_is_kept(place: Town) -> None:
    sitti = await consent(place)
    await propose(place, sitti)
    await place.ask(sitti, "mau usul lagi", mentions("mesin.masih_di"))
    said = await place.ask(sitti, "eh salah, panjangnya itu 12 meter", "Di kecamatan mana?")
    assert words("mesin.disimpan_juga")[:20] in words_of(said)
    told = [json.loads(row[0])["answers"] for row in await place.rows("SELECT state FROM conversations")]
    assert "panjangnya itu 12 meter" in told[0]["juga"]["value"]["text"]


async def test_whoever_asks_why_nothing_came_hears_where_theirs_stands(place: Town) -> None:
    sitti = await consent(place)
    await propose(place, sitti)
    said = words_of(await place.ask(sitti, "kenapa belum ada apa2", says("tanya_tahun_lalu")))
    assert "Maiwa 1 sekarang" in said


@pytest.mark.parametrize("wish", ["ganti pipanya", "dirabat beton saja", "ubah jalannya jadi beton"])
async def test_a_hope_where_the_last_place_is_offered_moves_nothing_and_waits(place: Town, wish: str) -> None:
    sitti = await consent(place)
    await propose(place, sitti)
    await place.ask(sitti, "mau usul lagi", mentions("mesin.masih_di"))
    await place.ask(sitti, wish, mentions("mesin.masih_di"))
    await place.ask(sitti, "iye", mentions("form.usulan.cerita.tanya"))
    await place.ask(
        sitti, "pipa air bocor sudah sebulan, air tidak sampai ke rumah", mentions("form.usulan.foto.tanya")
    )
    answers = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])["answers"]
    assert (wish, "Pattondon Salu") == (answers["harapan"]["value"]["text"], answers["desa"]["value"]["name"])


async def test_another_place_where_the_last_one_is_offered_is_no_hope(place: Town) -> None:
    sitti = await consent(place)
    await propose(place, sitti)
    await place.ask(sitti, "mau usul lagi", mentions("mesin.masih_di"))
    await place.ask(sitti, "ganti dusunnya", mentions("form.usulan.kecamatan.tanya"))
