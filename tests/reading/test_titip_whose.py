"""A /titip that is begun while another is unfinished: what is said before it is chosen whose it is goes into neither
until then, and into the right one after."""

import json
from typing import Any

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.journeys.villagers import recording
from tests.reading.conftest import STORY, Village
from tests.reading.test_titip import agree_by_witness, begin
from tests.support.client import labels
from tests.support.sentences import mentions, says, words

EITHER = [words("tombol_lanjutkan_tadi"), words("tombol_titip_baru")]


async def _choosing(village: Village) -> Person:
    """Somebody's story is asked for when another /titip is begun."""
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await begin(village, rahman)
    await agree_by_witness(village, rahman)
    await village.press(rahman, "Jambu", "ceritakan")
    await village.ask(rahman, "/titip", says("titip_masih_terbuka"))
    return rahman


async def _answers(village: Village) -> dict[str, Any]:
    rows = await village.town.rows("SELECT state FROM conversations WHERE flow = 'titip'")
    told = json.loads(rows[0][0])["answers"]
    return {key: one["value"] for key, one in told.items()}


@pytest.mark.parametrize("said", ["Ambe Baco", STORY])
async def test_what_is_typed_goes_into_neither_before_it_is_chosen(either_village: Village, said: str) -> None:
    rahman = await _choosing(either_village)
    before = await _answers(either_village)
    assert EITHER == labels(await either_village.ask(rahman, said, says("titip_untuk_siapa", siapa="Nenek Rabi")))
    assert before == await _answers(either_village)


async def test_a_name_and_a_story_are_those_of_the_new_one(village: Village) -> None:
    rahman = await _choosing(village)
    await village.ask(rahman, "Ambe Baco", says("titip_untuk_siapa"))
    await village.ask(rahman, STORY, says("titip_untuk_siapa"))
    await village.press(rahman, words("tombol_titip_baru"), mentions("mesin.ini_ceritanya"))
    answers = await _answers(village)
    assert {"text": "Ambe Baco"} == answers["suara_nama"]
    assert "suara_saksi" not in answers


async def test_a_story_is_that_of_the_old_one_when_that_is_chosen(village: Village) -> None:
    rahman = await _choosing(village)
    await village.ask(rahman, STORY, says("titip_untuk_siapa"))
    await village.press(rahman, words("tombol_lanjutkan_tadi"), "harapkan")
    answers = await _answers(village)
    assert {"text": STORY} == answers["cerita"]
    assert {"text": "Nenek Rabi"} == answers["suara_nama"]


@pytest.mark.parametrize(
    ("chosen", "answer"), [("yang tadi", "harapkan"), ("orang baru", mentions("mesin.ini_ceritanya"))]
)
async def test_it_may_be_chosen_in_words(village: Village, chosen: str, answer: Any) -> None:
    rahman = await _choosing(village)
    await village.ask(rahman, STORY, says("titip_untuk_siapa"))
    await village.ask(rahman, chosen, answer)


async def test_a_voice_waits_too(village: Village) -> None:
    rahman = await _choosing(village)
    await village.town.simulator.voice(rahman, recording())
    await village.hears(rahman, says("titip_untuk_siapa"))
    assert "cerita" not in await _answers(village)
    await village.press(rahman, words("tombol_lanjutkan_tadi"), "harapkan")
    assert "voice" in (await _answers(village))["cerita"]


async def test_violence_is_answered_at_once_and_not_quoted(village: Village) -> None:
    rahman = await _choosing(village)
    await village.ask(rahman, "suaminya pukul dia tiap malam", says("titip_untuk_siapa"))
    said = village.town.simulator.said(rahman)
    assert any("129" in text for text in said)
    assert "pukul" not in said[-1]
    await village.press(rahman, words("tombol_titip_baru"), mentions("mesin.ini_ceritanya"))
    assert "suara_nama" not in await _answers(village)


async def test_once_chosen_the_form_hears_again(village: Village) -> None:
    rahman = await _choosing(village)
    await village.press(rahman, words("tombol_lanjutkan_tadi"), "ceritakan")
    await village.ask(rahman, STORY, "harapkan")


@pytest.mark.parametrize(
    ("typed", "opens"),
    [
        ("ada murid saya kelas 5 mau usul: lapangan sekolah becek kalau hujan, minta pasir. dia tidak punya hp", True),
        ("ini ada tetangga mau usul, jamban nenek sudah roboh dua bulan", True),
        ("saya warga mau usul: jalan ke kebun rusak sejak banjir", False),
        ("murid kelas 5 mau usul tapi tidak tahu caranya bagaimana", False),
    ],
)
async def test_whoever_is_told_of_without_a_name_has_the_form_opened(village: Village, typed: str, opens: bool) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, typed, bool)
    rows = await village.town.rows("SELECT state FROM conversations WHERE flow = 'titip'")
    assert bool(rows) is opens
    assert not opens or "hp" not in rows[0].state
