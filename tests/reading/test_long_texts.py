"""The messenger cuts a text of more than 4,096 characters: its parts are one text."""

import json
from typing import Any

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import HOPE, Village
from tests.support.client import words_of
from tests.support.sentences import mentions, words

_SENTENCE = "Jalan ke kebun licin kalau hujan, anak-anak sering jatuh waktu ke sekolah. "
_STORY = f"Awal cerita. {_SENTENCE * 70}Akhir cerita."


async def _say_as_telegram_does(village: Village, person: Person, text: str) -> None:
    """In parts of at most 4,096, cut at a space."""
    while text:
        at = len(text) if len(text) <= 4096 else text.rindex(" ", 0, 4096)
        await village.town.simulator.say(person, text[:at])
        text = text[at:].strip()


async def _answers(village: Village) -> Any:
    return json.loads((await village.town.rows("SELECT state FROM conversations"))[0][0])["answers"]


async def test_a_story_of_two_messages_is_one_story_and_whole_for_its_reader(either_village: Village) -> None:
    village = either_village
    assert 4096 < len(_STORY) < 8000
    sitti = await village.begin("Sitti")
    before = len(village.town.simulator.messages(sitti))
    await _say_as_telegram_does(village, sitti, _STORY)
    await village.town.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0)
    await village.hears(sitti, "harapkan")
    assert len(village.town.simulator.messages(sitti)) == before + 3  # two of hers, one answer
    answers = await _answers(village)
    assert answers["cerita"]["value"]["text"] == _STORY
    assert "harapan" not in answers
    await village.ask(sitti, HOPE, "foto")
    card = words_of(await village.press(sitti, words("tombol.cukup"), "Kami catat begini"))
    assert "Awal cerita" in card
    assert "Akhir cerita" not in card
    await village.press(sitti, words("tombol.kirim"), "Nomornya Maiwa 1")
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/periksa", "menunggu dibaca")
    await village.press(rahman, "Buka Maiwa 1", mentions("usulan_ajakan_baca"))
    said = " ".join(village.town.simulator.said(rahman))
    assert _STORY.count("sekolah") == said.count("ke sekolah")
    assert "Akhir cerita." in said


async def test_where_less_has_room_the_tail_alone_is_no_answer(either_village: Village) -> None:
    village = either_village
    sitti = await village.begin("Sitti")
    await village.ask(sitti, _SENTENCE, "harapkan")
    await _say_as_telegram_does(village, sitti, _STORY)
    await village.hears(sitti, f"{len(_STORY)} huruf")
    assert "harapan" not in await _answers(village)


async def test_a_part_that_is_edited_takes_nothing_of_the_others_away(either_village: Village) -> None:
    village = either_village
    sitti = await village.begin("Sitti")
    first = await village.town.simulator.say(sitti, _STORY[:4090].rstrip())
    await village.town.simulator.say(sitti, _STORY[4090:].lstrip())
    await village.hears(sitti, "harapkan")
    await village.town.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0)
    whole = (await _answers(village))["cerita"]["value"]["text"]
    await village.town.simulator.edit(sitti, first["message_id"], _SENTENCE)
    await village.hears(sitti, mentions("mesin.ralat_bagian"))
    assert (await _answers(village))["cerita"]["value"]["text"] == whole
    assert whole.endswith("Akhir cerita.")


async def test_what_is_said_later_is_another_answer(village: Village) -> None:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, _SENTENCE * 45, "harapkan")
    await village.town.simulator.move_clock(by=60)
    await village.ask(sitti, HOPE, "foto")
    assert (await _answers(village))["harapan"]["value"]["text"] == HOPE
