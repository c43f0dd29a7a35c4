"""What a facilitator types at one question about the voice, and answers another of them."""

import json

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import HOPE, STORY, Village
from tests.support.sentences import mentions, says, words

_GENDER, _AGE = mentions("form.titip.suara_jenis.tanya"), mentions("form.titip.suara_umur.tanya")
_AGREED, _WITNESS = mentions("form.titip.suara_setuju.tanya"), mentions("form.titip.suara_saksi.tanya")


async def _named(village: Village) -> Person:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/titip", "suara siapa")
    await village.ask(rahman, "Hawa", _GENDER)
    return rahman


async def _told(village: Village, rahman: Person) -> dict[str, str]:
    await village.press(rahman, "Jambu", "ceritakan")
    await village.ask(rahman, STORY, "harapkan")
    await village.ask(rahman, HOPE, "foto")
    await village.ask(rahman, "cukup", "Bacakan keras-keras")
    await village.press(rahman, words("tombol.kirim"), says("titip_terima"))
    (row,) = await village.town.rows("SELECT answers, agreed FROM usulan")
    assert json.loads(row.answers)["harapan"]["text"] == HOPE
    agreed: dict[str, str] = json.loads(row.agreed)
    return agreed


@pytest.mark.parametrize("typed", ["umurnya 60", "umurnya 60 tahun"])
async def test_an_age_where_the_sex_is_asked_is_the_age(village: Village, typed: str) -> None:
    rahman = await _named(village)
    await village.ask(rahman, typed, _GENDER)
    await village.ask(rahman, "ibu2", _AGREED)


async def test_a_story_where_the_age_is_asked_makes_nobody_a_child(village: Village) -> None:
    rahman = await _named(village)
    await village.ask(rahman, "perempuan", _AGE)
    await village.ask(rahman, "bak penampung air 15 rumah", mentions("mesin.ini_ceritanya"))
    await village.press(rahman, words("tombol.ya_cerita"), _AGE)
    await village.ask(rahman, "sudah 50 tahun lebih", _AGREED)


@pytest.mark.parametrize("typed", ["setuju, disaksikan anaknya Rudi", "dia setuju, saksinya Rudi"])
async def test_consent_where_the_age_is_asked_waits_for_its_question(village: Village, typed: str) -> None:
    rahman = await _named(village)
    await village.ask(rahman, "perempuan", _AGE)
    await village.ask(rahman, typed, _AGE)
    await village.ask(rahman, "sudah 60 tahun", "Dusun")
    agreed = await _told(village, rahman)
    assert agreed["cara"] == "saksi"
    assert "Rudi" in agreed["saksi"]


async def test_consent_before_it_was_known_that_it_is_a_child_agrees_to_nothing(village: Village) -> None:
    rahman = await _named(village)
    await village.ask(rahman, "perempuan", _AGE)
    await village.ask(rahman, "setuju, saksinya Rudi", _AGE)
    await village.press(rahman, "Belum 18 tahun", mentions("form.titip.suara_wali.tanya"))
    await village.ask(rahman, "Rahma", _AGREED)


async def test_a_parent_who_agrees_and_is_named_is_both(village: Village) -> None:
    rahman = await _named(village)
    await village.ask(rahman, "perempuan", _AGE)
    await village.press(rahman, "Belum 18 tahun", mentions("form.titip.suara_wali.tanya"))
    await village.ask(rahman, "ibunya setuju, namanya bu Rahma", _AGREED)
    await village.press(rahman, "Setuju, ada saksi", _WITNESS)
    await village.ask(rahman, "Hasan", "Dusun")
    await _told(village, rahman)
    assert [row.guardian for row in await village.town.rows("SELECT guardian FROM speakers")] == ["Bu Rahma"]
