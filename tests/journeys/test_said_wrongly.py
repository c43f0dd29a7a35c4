"""Insults, a yes that sends, and places and answers that are said to be wrong, where they are said."""

import json

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, words
from tests.support.town import Town


@pytest.mark.parametrize("typed", ["goblok kau", "bot tolol tidak guna", "dasar bodoh", "tolol sekali kau ini"])
async def test_alone_it_is_no_answer(any_place: Town, typed: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say(typed, "ceritakan")
    assert "cerita" not in await _answers(any_place)
    await sitti.say("jalan di dusun rusak parah", "harapkan")
    await sitti.say(typed, "harapkan")
    await sitti.say("dirabat", "foto")
    told = await _answers(any_place)
    assert (told["cerita"]["text"], told["harapan"]["text"]) == ("jalan di dusun rusak parah", "dirabat")
    assert typed not in json.dumps(told)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("bot tolol tidak guna, jalan di dusun kami rusak parah", "jalan di dusun kami rusak parah"),
        ("jalan di dusun kami rusak parah. goblok kau", "jalan di dusun kami rusak parah."),
        ("anak kami dikatai bodoh karena sekolah jauh", "anak kami dikatai bodoh karena sekolah jauh"),
        ("anjing gila masuk kampung, warga takut", "anjing gila masuk kampung, warga takut"),
    ],
)
async def test_what_is_told_beside_it_is_kept(any_place: Town, typed: str, kept: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say(typed, "harapkan")
    assert (await _answers(any_place))["cerita"]["text"] == kept


async def test_who_sends_what_may_be_the_story_says_yes(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await any_place.simulator.begin(sitti.person)
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("jalan rusak parah petani susah angkut hasil kebun", mentions("mesin.ini_ceritanya"))
    await sitti.say("iya kirim", "Di kecamatan mana")
    assert "cerita" in await _answers(any_place)


@pytest.mark.parametrize("typed", ["salah, maiwa pak", "eh salah, maiwa", "keliru, di maiwa"])
async def test_the_kecamatan_is_put_right_where_the_desa_is_asked(any_place: Town, typed: str) -> None:
    sitti = Proposer(any_place)
    await any_place.simulator.begin(sitti.person)
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("anggeraja", "Kecamatan Anggeraja")
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    await sitti.say("tuncung", "Desa Tuncung")
    told = await _answers(any_place)
    assert (told["kecamatan"]["name"], told["desa"]["name"]) == ("Maiwa", "Tuncung")


@pytest.mark.parametrize("typed", ["ukurannya keliru", "ukuran masih salah", "ukurannya salah pak"])
async def test_over_the_card_what_nobody_answered_is_asked_where_it_is_said_to_be_wrong(
    any_place: Town, typed: str
) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card("jalan di dusun rusak parah", "dirabat")
    await sitti.say(typed, "Seberapa besar")
    await sitti.say("20 meter", "Kami catat begini")
    assert "juga" not in await _answers(any_place)
