"""A correction names the usulan by what it is about; one that only says what is wrong is followed by what is right."""

import json
from typing import Any

from bot.simulator.chats import Person
from tests.answering.conftest import Village
from tests.support.client import labels
from tests.support.sentences import mentions, says, words

BRIDGE, POST = "Jembatan gantung putus kena banjir.", "Posyandu kami bocor atapnya, dirasakan 20 KK."
WRONG = "yg jembatan itu bukan di jambu, di santunan"


async def _answers(village: Village) -> list[dict[str, Any]]:
    return [json.loads(row.answers) for row in await village.town.rows("SELECT answers FROM usulan ORDER BY id")]


async def _send(village: Village, sitti: Person, story: str) -> None:
    await village.ask(sitti, story, "harapkan")
    await village.ask(sitti, "Mohon dibangun baru.", "foto")
    await village.press(sitti, words("tombol.cukup"), "Kami catat begini")
    await village.press(sitti, words("tombol.kirim"), says("tanda_terima"))


async def _both(village: Village, *stories: str) -> Person:
    first, *others = stories or (BRIDGE, POST)
    sitti = await village.begin("Sitti")
    await _send(village, sitti, first)
    for story in others:
        await _again(village, sitti)
        await _send(village, sitti, story)
    return sitti


async def _again(village: Village, sitti: Person) -> None:
    await village.ask(sitti, "/mulai", "Tempatnya masih di")
    await village.press(sitti, words("tombol.ya"), "ceritakan")


async def test_the_one_that_is_named_is_changed_and_the_newer_stays(either_village: Village) -> None:
    sitti = await _both(either_village)
    await either_village.ask(sitti, WRONG, mentions("ralat_bandingkan", nomor="Maiwa 1", perihal=BRIDGE))
    await either_village.press(sitti, "Betul, ubah", says("ralat_dicatat", nomor="Maiwa 1"))
    assert ["Santunan", "Jambu"] == [answers["dusun"]["name"] for answers in await _answers(either_village)]


async def test_a_thing_alone_names_it_too(village: Village) -> None:
    sitti = await _both(village)
    await village.ask(sitti, "jembatannya bukan di jambu tapi santunan", mentions("ralat_bandingkan", nomor="Maiwa 1"))
    await village.press(sitti, "Tidak", says("ralat_tidak_jadi"))
    await village.ask(sitti, "yang posyandu tadi harusnya 35 kk", mentions("ralat_bandingkan", nomor="Maiwa 2"))
    await village.press(sitti, "Betul, ubah", says("ralat_dicatat", nomor="Maiwa 2"))
    assert {"families": 35} == (await _answers(village))[1]["jumlah"]


async def test_where_two_are_about_it_it_is_asked(village: Village) -> None:
    sitti = await _both(village, BRIDGE, "Jembatan kayu di Lebang lapuk.", POST)
    await village.ask(sitti, WRONG, says("ubah_usulan_yang", kata=WRONG))
    keys = labels(await village.town.simulator.wait_for(sitti, says("ubah_usulan_yang")))
    assert ["Maiwa 2: Jembatan kayu di Lebang lapuk.", f"Maiwa 1: {BRIDGE}"] == keys
    await village.press(sitti, keys[1], says("ubah_pilih", nomor="Maiwa 1"))


async def test_while_another_one_is_told_the_sent_one_is_meant(village: Village) -> None:
    sitti = await _both(village)
    await _again(village, sitti)
    await village.ask(sitti, "Jalan tani licin kalau hujan.", "harapkan")
    await village.ask(sitti, WRONG, mentions("ralat_bandingkan", nomor="Maiwa 1"))
    await village.press(sitti, "Betul, ubah", says("ralat_dicatat", nomor="Maiwa 1"))
    await village.hears(sitti, "harapkan")


async def test_what_is_being_told_now_is_not_the_sent_one(village: Village) -> None:
    sitti = await _both(village)
    await _again(village, sitti)
    await village.ask(sitti, "Jembatan kecil ke kebun hanyut.", "harapkan")
    await village.ask(sitti, "Dibuatkan yang baru.", "foto")
    await village.ask(sitti, WRONG, mentions("mesin.ralat_kata"))
    assert ["Jambu", "Jambu"] == [answers["dusun"]["name"] for answers in await _answers(village)]


async def test_behind_what_is_wrong_the_next_word_is_right(either_village: Village) -> None:
    sitti = await _both(either_village)
    await either_village.ask(sitti, "dusunnya salah", says("ubah_mulai", nomor="Maiwa 2"))
    await either_village.ask(sitti, "salokaraja", says("ralat_dicatat", nomor="Maiwa 2"))
    await either_village.ask(sitti, "dusunnya yang jembatan salah", says("ubah_mulai", nomor="Maiwa 1"))
    await either_village.ask(sitti, "Sumur Tua", "Sumur Tua")
    await either_village.ask(sitti, "iye", says("ralat_dicatat", nomor="Maiwa 1"))
    names = [answers["dusun"]["name"] for answers in await _answers(either_village)]
    assert ["Sumur Tua", "Salokaraja"] == names
