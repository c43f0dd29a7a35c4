"""Tulis dari suara: typed by one, heard back by the speaker, and never in the place of the own words; and the button
for WhatsApp."""

import asyncio
import json
from urllib.parse import unquote

import pytest

from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from bot.work.access import FASILITATOR_DESA
from tests.browser.pictures import recording
from tests.reading.conftest import HOPE, Village
from tests.reading.test_titip import agree_by_witness, begin
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words

WORDS = "Mata air jauh sekali, anak-anak terlambat ke sekolah."


async def spoken(village: Village, name: str = "Sitti") -> tuple[Person, int]:
    """Somebody who told their story by voice, and the message that told it."""
    person = await village.begin(name)
    await village.town.simulator.voice(person, bytes(recording()["buffer"]))
    await village.hears(person, "harapkan")
    voice = next(m["message_id"] for m in village.town.simulator.messages(person) if "voice" in m)
    await village.ask(person, HOPE, "foto")
    await village.press(person, words("tombol.cukup"), "Kami catat begini")
    await village.press(person, words("tombol.kirim"), says("tanda_terima"))
    return person, voice


async def test_voices_that_answer_nothing_are_heard_by_whoever_reads(village: Village) -> None:
    rahman, sitti = await village.join("Rahman", FASILITATOR_DESA), await village.begin("Sitti")
    for said in ("harapkan", "foto", says("mesin.suara_menunggu"), says("mesin.suara_disimpan_juga")):
        await village.town.simulator.voice(sitti, bytes(recording()["buffer"]))
        await village.hears(sitti, said)
    await village.press(sitti, words("tombol.cukup"), "2 pesan suara")
    await village.press(sitti, words("tombol.kirim"), says("tanda_terima"))
    kept = await village.town.rows("SELECT question FROM media ORDER BY id")
    assert [row[0] for row in kept] == ["cerita", "harapan", "juga", "juga"]
    await open_it(village, rahman)
    besides = words("tombol_tulis", judul="Yang juga disampaikan")
    await village.press(rahman, besides, mentions("form.tulis.tulisan.tanya"))
    await village.ask(rahman, WORDS, says("tulis_dikirim", nama="Sitti"))


async def open_it(village: Village, reader: Person) -> str:
    await village.ask(reader, "/periksa", says("periksa_daftar_saya", jumlah="1"))
    told = words_of(await village.press(reader, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh", tanya=True)))
    await village.hears(reader, says("usulan_ajakan_baca"))
    return told


async def test_the_speaker_hears_it_back_under_their_own_voice_and_says_yes(either_village: Village) -> None:
    rahman = await either_village.join("Rahman", FASILITATOR_DESA)
    sitti, voice = await spoken(either_village)
    await open_it(either_village, rahman)
    await either_village.press(rahman, words("tombol_tulis", judul="Ceritanya"), mentions("form.tulis.tulisan.tanya"))
    await either_village.ask(rahman, WORDS, says("tulis_dikirim", nama="Sitti"))
    heard = await either_village.hears(sitti, says("tulis_bacakan"))
    assert WORDS in heard["text"]
    assert heard["reply_to_message"]["message_id"] == voice
    await either_village.press(sitti, words("tombol_betul"), says("tulis_betul"))
    told = await open_it(either_village, rahman)
    assert told in says("usulan_utuh", tulisan=[{"betul": True}])
    assert WORDS in told
    answers = json.loads((await either_village.town.rows("SELECT answers FROM usulan"))[0][0])
    assert "voice" in answers["cerita"]
    assert "text" not in answers["cerita"]


async def test_what_is_not_so_is_marked_and_may_be_typed_again(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    sitti, _ = await spoken(village)
    await open_it(village, rahman)
    await village.press(rahman, words("tombol_tulis", judul="Ceritanya"), mentions("form.tulis.tulisan.tanya"))
    await village.ask(rahman, "Jalannya rusak berat.", says("tulis_dikirim", nama="Sitti"))
    await village.hears(sitti, says("tulis_bacakan"))
    await village.press(sitti, words("tombol_bukan_begitu"), says("tulis_bukan"))
    told = await open_it(village, rahman)
    assert told in says("usulan_utuh", tulisan=[{"betul": False, "ditolak": True}])
    assert words("tombol_tulis", judul="Ceritanya") in labels(await village.hears(rahman, says("usulan_ajakan_baca")))


async def test_of_two_who_type_at_once_the_first_stands(either_village: Village) -> None:
    readers = [await either_village.join(name, FASILITATOR_DESA) for name in ("Rahman", "Nurul")]
    await spoken(either_village)
    for reader in readers:
        await open_it(either_village, reader)
        await either_village.press(
            reader, words("tombol_tulis", judul="Ceritanya"), mentions("form.tulis.tulisan.tanya")
        )
    simulator = either_village.town.simulator
    before = [len(simulator.said(reader)) for reader in readers]
    await asyncio.gather(*(simulator.say(reader, f"{WORDS} {n}") for n, reader in enumerate(readers)))
    await either_village.town.until("SELECT count(*) FROM conversations", 0)
    await either_village.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    said = ["\n\n".join(simulator.said(reader)[at:]) for reader, at in zip(readers, before, strict=True)]
    assert sorted(text in says("tulis_dikirim", nama="Sitti") for text in said) == [False, True]
    assert sorted(text in says("tulis_sudah_ada") for text in said) == [False, True]
    assert 1 == (await either_village.town.rows("SELECT count(*) FROM wordings"))[0][0]


async def test_nobody_but_the_speaker_answers(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await spoken(village)
    await open_it(village, rahman)
    await village.press(rahman, words("tombol_tulis", judul="Ceritanya"), mentions("form.tulis.tulisan.tanya"))
    await village.ask(rahman, WORDS, says("tulis_dikirim", nama="Sitti"))
    number = (await village.town.rows("SELECT id FROM wordings"))[0][0]
    stranger = village.town.simulator.add_person("Ucok")
    for person in (rahman, stranger):
        assert await village.toast(person, f"w:ya:{number}") in says("tombol_lewat")
    assert [(None,)] == [tuple(row) for row in await village.town.rows("SELECT confirmed_at FROM wordings")]


async def test_a_facilitator_of_another_desa_types_nothing(village: Village) -> None:
    other = await village.join("Lain", FASILITATOR_DESA, "73.16.02.1001")
    await spoken(village)
    number = (await village.town.rows("SELECT id FROM usulan"))[0][0]
    assert await village.toast(other, f"u:tulis:{number}:cerita") in says("bukan_wilayah")


async def test_words_of_a_titip_are_read_aloud_to_the_person(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await begin(village, rahman)
    await agree_by_witness(village, rahman)
    await village.press(rahman, "Jambu", "ceritakan")
    await village.town.simulator.voice(rahman, bytes(recording()["buffer"]))
    await village.hears(rahman, "harapkan")
    await village.ask(rahman, HOPE, "foto")
    await village.press(rahman, words("tombol.cukup"), "Bacakan keras-keras")
    await village.press(rahman, words("tombol.kirim"), says("titip_lembar"))
    await open_it(village, rahman)
    await village.press(rahman, words("tombol_tulis", judul="Ceritanya"), mentions("form.tulis.tulisan.tanya"))
    await village.ask(rahman, WORDS, says("tulis_bacakan_langsung"))
    await village.press(rahman, words("tombol_betul"), says("tulis_betul"))
    assert 1 == (await village.town.rows("SELECT count(*) FROM wordings WHERE confirmed_at IS NOT NULL"))[0][0]


async def test_receipt_and_reading_go_to_whatsapp_without_names_or_words(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    sitti, _ = await spoken(village)
    await open_it(village, rahman)
    for person, wanted in ((sitti, says("tanda_terima")), (rahman, says("usulan_ajakan_baca"))):
        keys = buttons_of((await village.hears(person, wanted)).get("reply_markup"))
        address = next(key["url"] for key in keys if key.get("url", "").startswith("https://wa.me/?text="))
        plain = unquote(address.partition("text=")[2])
        assert "Maiwa 1" in plain
        assert ", Jambu, Pattondon Salu: tercatat" in plain
        assert len(plain) <= 700
        assert not any(word in plain for word in ("Sitti", "Rahman", "Pipa"))


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("iye itu mi", "tulis_betul"), ("itu mi pak", "tulis_betul"), ("bukan ji", "tulis_bukan")],
)
async def test_the_speaker_may_answer_in_words(village: Village, typed: str, answer: str) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    sitti, _ = await spoken(village)
    await open_it(village, rahman)
    await village.press(rahman, words("tombol_tulis", judul="Ceritanya"), mentions("form.tulis.tulisan.tanya"))
    await village.ask(rahman, WORDS, says("tulis_dikirim", nama="Sitti"))
    await village.hears(sitti, says("tulis_bacakan"))
    await village.ask(sitti, typed, says(answer))
