"""Whoever must not be written to on this telephone: nothing of what they brought comes to it afterwards, and it can be
erased still."""

import json

import pytest

from tests.journeys.test_whole_usulan import DESA, HOPE, STORY, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

ASKS = [
    "ya tapi jangan kirim2 pesan ke hp ini nanti suami saya baca",
    "jgn kabari lewat hp ini ya",
    "aduh jangan kirim pesan lagi nanti suamiku lihat. berhenti",
    "jangan kirim pesan lagi ke hp ini, suami saya pegang",
    "suami sy marah kalau ada pesan masuk, stop kirim",
    "jangan kirim pesan ke hp ini lagi ya, hp ini dipakai cucu",
    "bukan pinjam. sy minta jangan ada pesan masuk di hp ini",
    "jangan ada pesan masuk lagi ya, nanti saya sendiri yang buka",
    "nanti jangan kirim2 pesan ya, biar saya yang lihat sendiri",
    "kok masih dikirim lagi?? saya bilang jangan ada pesan masuk",
]
NOT = [
    "jangan kirim dulu",
    "jangan kirim batu besar ke jalan itu",
    "jangan telepon",
    "kalau ada pesan masuk kirim ke kantor desa saja",
]


async def _sent(place: Town) -> Proposer:
    ros = Proposer(place, "Ros")
    await ros.until_card(STORY, HOPE)
    await ros.press(words("tombol.kirim"), says("tanda_terima"))
    return ros


async def _is_kept_off(place: Town) -> bool:
    query = "SELECT s.tell_directly, u.person_id FROM usulan u JOIN speakers s ON s.id = u.speaker_id"
    rows = await place.rows(query)
    return bool(rows) and all(row[0] and row[1] for row in rows)


@pytest.mark.parametrize("text", ASKS)
async def test_after_sending_nothing_of_it_comes_here(place: Town, text: str) -> None:
    hasna = await facilitator(place, "Hasna", "fasilitator_desa", DESA)
    ros = await _sent(place)
    await ros.say(text, says("jangan_ke_hp"))
    assert await _is_kept_off(place)
    before = len(place.texts(ros.person))
    await place.ask(hasna, "/periksa", "Maiwa 1")
    await place.press(hasna, "Buka Maiwa 1", "Tanyakan dulu")
    await place.press(hasna, "Tanyakan: Titik di peta", "")
    await place.simulator.move_clock(by=3 * 86400)
    assert not any(STORY[:12] in told for told in place.texts(ros.person)[before:])


async def test_a_question_that_waits_is_not_asked_again_and_is_brought(place: Town) -> None:
    ros = await _sent(place)
    await ros.say(ASKS[0], says("jangan_ke_hp"))
    await ros.say("/usulanku", "")
    assert STORY[:12] not in place.texts(ros.person)[-1]


@pytest.mark.parametrize("text", ASKS)
async def test_in_a_draft_the_words_are_no_answer_and_it_is_sent_without_news(place: Town, text: str) -> None:
    ros = Proposer(place, "Ros")
    await ros.until_photo()
    await ros.say(text, says("jangan_ke_hp"))
    await ros.press(words("tombol_lanjutkan"), "foto")
    await ros.press(words("tombol.cukup"), "Kami catat begini")
    await ros.press(words("tombol.kirim"), says("suara_terima_langsung"))
    assert text not in str(await ros.answers())
    assert await _is_kept_off(place)


@pytest.mark.parametrize("text", NOT)
async def test_what_asks_for_nothing_of_it(place: Town, text: str) -> None:
    ros = Proposer(place, "Ros")
    await ros.until_story()
    await ros.say(text, "")
    assert not any(told in says("jangan_ke_hp") for told in place.texts(ros.person))


@pytest.mark.parametrize(
    ("text", "act"), [("hapus saja semuanya", "tombol_hapus"), ("berhenti", "tombol_jangan_ke_hp"), ("hapus semua", "")]
)
async def test_to_stop_or_to_erase_is_asked_with_buttons(place: Town, text: str, act: str) -> None:
    ros = await _sent(place)
    await ros.say(text, says("berhenti_mana"))
    if act == "tombol_jangan_ke_hp":
        await ros.press(words(act), says("jangan_ke_hp"))
        assert await _is_kept_off(place)
    else:
        await ros.press(words("tombol_hapus"), mentions("yakin_hapus"))
        await ros.press(words("tombol_hapus_semua"), says("hapus_selesai"))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("jgn ada pesan masuk di hp ini, suami periksa. sumur kami kering sejak juli", "sumur kami kering sejak juli"),
        ("jangan kirim pesan ke hp ini lagi, jalan kami juga rusak", "jalan kami juga rusak"),
    ],
)
async def test_what_is_told_beside_it_is_heard(place: Town, text: str, left: str) -> None:
    ros = Proposer(place, "Ros")
    await ros.until_story()
    await ros.say(text, bool)
    ((state,),) = await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    assert json.loads(state)["answers"]["cerita"]["value"]["text"] == left
