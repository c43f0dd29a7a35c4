"""What somebody needs who does not hear: an interpreter is asked of the facilitator, news comes in writing, and nobody
tells them to speak. And a number that was missed."""

import json
from typing import Any

import pytest

from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

SIGNS = "rapat ada juru bahasa isyarat tidak"
WRITE = "hasil telepon jangan. tulis"


async def _asked(place: Town) -> list[str]:
    return [row[0] for row in await place.rows("SELECT words FROM questions ORDER BY id")]


async def _sent(place: Town) -> Proposer:
    rahma = Proposer(place, "Rahma")
    await rahma.until_photo()
    await rahma.press("Cukup", mentions("form.usulan.tinjau"))
    await rahma.press(words("tombol.kirim"), says("tanda_terima"))
    return rahma


@pytest.mark.parametrize("when", ["story", "wish", "photo", "card", "sent"])
async def test_an_interpreter_at_the_meeting_is_asked_of_the_facilitator(any_place: Town, when: str) -> None:
    await facilitator(any_place, "Bu Lina", "fasilitator_desa", DESA)
    rahma = await _sent(any_place) if when == "sent" else Proposer(any_place, "Rahma")
    if when != "sent":
        await rahma.until_story()
    if when in ("wish", "photo", "card"):
        await rahma.say("mesin jahit rusak tua, pesanan hilang", "harapkan")
    if when in ("photo", "card"):
        await rahma.say("pelatihan bordir dan mesin", "foto")
    if when == "card":
        await rahma.press("Cukup", mentions("form.usulan.tinjau"))
    await rahma.say(SIGNS, bool)
    await any_place.until("SELECT count(*) FROM questions", 1)
    assert [SIGNS] == await _asked(any_place)
    assert any(text in says("juru_isyarat", kepada="Bu Lina") for text in any_place.texts(rahma.person))


async def test_a_story_about_those_who_sign_is_a_story(place: Town) -> None:
    rahma = Proposer(place, "Rahma")
    await rahma.until_story()
    await rahma.say("anak-anak tuli di sini perlu guru bahasa isyarat di sekolah", "harapkan")
    assert [] == await _asked(place)


@pytest.mark.parametrize(
    "typed", ["kalau Rahmi mau tanya, jangan telpon ya sy tidak dengar", "bukan itu, sy cuma kasih tau jangan telpon"]
)
async def test_that_somebody_does_not_hear_reaches_the_reader_whatever_stands_around_it(
    place: Town, typed: str
) -> None:
    rahma = await _sent(place)
    await rahma.say(typed, says("tulis_saja"))
    assert typed in (await rahma.answers())["juga"]["text"]


async def test_whoever_tells_more_than_that_tells_something(place: Town) -> None:
    rahma = await _sent(place)
    await rahma.say("jembatan ke sekolah putus total, jangan telepon saya", bool)
    assert "juga" not in await rahma.answers()


async def test_news_in_writing_is_noted_also_after_it_was_sent(any_place: Town) -> None:
    rahma = await _sent(any_place)
    await rahma.say(WRITE, bool)
    assert any(text in says("tulis_saja") for text in any_place.texts(rahma.person))
    (row,) = await any_place.rows("SELECT answers FROM usulan")
    answers: dict[str, Any] = json.loads(row[0])
    assert WRITE in answers["juga"]["text"]


@pytest.mark.parametrize("when", ["before", "after"])
async def test_whoever_does_not_hear_is_not_told_to_speak(place: Town, when: str) -> None:
    rahma = Proposer(place, "Rahma")
    await rahma.simulator.begin(rahma.person)
    await rahma.hears(says("izin"))
    if when == "before":
        await rahma.say("saya tuli, jangan telepon", says("tulis_saja"))
    await rahma.press(words("tombol_setuju"), "kecamatan")
    if when == "after":
        await rahma.say("saya tuli, jangan telepon", mentions("form.usulan.kecamatan.tanya"))
    asked = await rahma.say("maiwa desa pattondon salu dusun jambu", "ceritakan")
    assert "mikrofon" not in asked
    assert "suara" not in await rahma.say("pengumuman tidak sampai", "harapkan")
    await rahma.say("tulis", "foto")
    (state,) = await place.rows("SELECT state FROM conversations")
    told = json.loads(state[0])["answers"]
    assert ("pengumuman tidak sampai", "tulis") == tuple(told[key]["value"]["text"] for key in ("cerita", "harapan"))


async def test_a_number_that_was_missed_is_heard(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.say("balitanya 45 orang kenapa tidak ditulis", mentions("form.usulan.tinjau"))
    (state,) = await place.rows("SELECT state FROM conversations")
    assert {"total": 45} == json.loads(state[0])["answers"]["jumlah"]["value"]


async def test_a_child_who_waits_reads_no_button_of_its_own_and_is_spoken_to_as_one(any_place: Town) -> None:
    aco = Proposer(any_place, "Aco")
    await aco.simulator.begin(aco.person)
    await aco.hears(says("izin"))
    await aco.say("halo kak aku aco kelas 7 smp umur 13 boleh kasih usul ga", bool)
    await aco.press(words("tombol_setuju"), says("izin_anak"))
    for text in ("jembatan gantung ke sekolah papannya lepas", "apa kabar", "yang lewat 27 anak"):
        await aco.say(text, bool)
        said = await any_place.hears(aco.person, bool)
        assert words("tombol_setuju") not in str(said.get("reply_markup"))
        assert "Bapak/Ibu" not in said["text"]


@pytest.mark.parametrize(
    "text",
    [
        "assalamualaikum. sy tuli tdk bisa dengar. bisa ketik saja?",
        "jangan lewat suara ya, saya tuli",
        "saya tuli, bisakah ketik saja?",
    ],
)
async def test_whoever_does_not_hear_is_not_sent_to_the_microphone(any_place: Town, text: str) -> None:
    rahma = Proposer(any_place, "Rahma")
    await rahma.say(text, "")
    await rahma.hears(says("tulis_saja"))
    assert not any(told in says("susah_tulis", pembaca=None) for told in any_place.texts(rahma.person))


async def test_nor_is_it_a_borrowed_telephone(any_place: Town) -> None:
    rahma = await _sent(any_place)
    said = await rahma.say("jangan kabari lewat telpon ya hasna, saya tuli", says("tulis_saja"))
    assert said in says("tulis_saja")
