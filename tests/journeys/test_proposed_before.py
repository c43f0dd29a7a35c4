"""Whoever tells that it was proposed before is believed and it is kept; whoever asks what became of it is answered, and
not twice in the same words."""

import json
from typing import Any

import pytest

from tests.journeys.test_whole_usulan import HOPE, STORY, Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

BEFORE = "sudah pernah diusulkan tahun lalu"


async def _answers(place: Town) -> dict[str, Any]:
    state = json.loads((await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'"))[0][0])
    return {key: answer["value"] for key, answer in state["answers"].items()}


async def _at_the_reason(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say("cukup", "Kami catat begini")
    await sitti.say("ubah kenapa didahulukan", mentions("form.usulan.alasan.tanya"))
    return sitti


@pytest.mark.parametrize("said", [BEFORE, "dari tahun lalu sdh diusulkan", "tahun kemarin sudah kami ajukan juga"])
async def test_at_another_question_it_is_kept_beside(place: Town, said: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say(said, mentions("mesin.disimpan_juga"))
    assert (await _answers(place))["juga"]["text"] == said


async def test_at_the_wish_it_is_kept_and_the_wish_is_asked_for(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    assert "harapkan" in await sitti.say(BEFORE, mentions("mesin.disimpan_juga"))
    await sitti.say(HOPE, "foto")
    told = await _answers(any_place)
    assert (told["juga"]["text"], told["harapan"]["text"]) == (BEFORE, HOPE)


async def test_over_the_card_it_is_kept(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    assert BEFORE in await sitti.say(BEFORE, mentions("mesin.disimpan_juga"))


async def test_where_the_reason_is_asked_for_it_is_the_reason(place: Town) -> None:
    sitti = await _at_the_reason(place)
    await sitti.say(BEFORE, "Kami catat begini")
    told = await _answers(place)
    assert told["alasan"]["text"] == BEFORE
    assert "juga" not in told


async def test_a_story_or_a_wish_that_tells_it_is_the_story_or_the_wish(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    story, hope = "jembatan gantung lapuk, tahun lalu sudah diusulkan", "sudah kuusul tahun lalu, minta diperbaiki"
    await sitti.say(story, "harapkan")
    await sitti.say(hope, "foto")
    told = await _answers(place)
    assert (told["cerita"]["text"], told["harapan"]["text"]) == (story, hope)


async def test_a_question_is_answered_once_and_not_twice_in_the_same_words(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say("kenapa tahun lalu tidak jadi", says("tanya_tahun_lalu"))
    await sitti.say("usulan tahun lalu kenapa tidak diambil", says("sudah_dijelaskan"))
    assert "juga" not in await _answers(place)
