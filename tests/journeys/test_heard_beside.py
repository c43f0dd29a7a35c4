"""What is asked, put right or taken back beside an answer is heard, and the answer stands."""

from typing import Any

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer, at_the_hope
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "poskesdes bocor, ibu hamil 37, KEK 11, talud 1 km roboh"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("mohon dikeruk, ditutup beton juga. bayar tidak ini?", "tanya_biaya"),
        ("diaspal. siapa yang baca nanti ini kak?", "tanya_pembaca"),
        ("dikeruk. bisa dikerjakan tahun ini tidak?", "tanya_dikerjakan"),
    ],
)
async def test_a_question_behind_the_wish_is_answered_and_the_wish_stands(
    any_place: Town, typed: str, asked: str
) -> None:
    sitti = await at_the_hope(any_place, STORY)
    await sitti.say(typed, says(asked))
    await sitti.hears("foto")
    assert (await _answers(any_place))["harapan"]["text"] == typed.partition(". ")[0]


@pytest.mark.parametrize(
    ("typed", "asked", "kept"),
    [
        ("mohon dirabat, apakah ada biayanya?", ["tanya_biaya"], {"harapan": {"text": "mohon dirabat"}}),
        ("dirabat, bayarkah?", ["tanya_biaya"], {"harapan": {"text": "dirabat"}}),
        ("minta dikeruk pak, brp lama baru dikerja?", ["tanya_dikerjakan"], {"harapan": {"text": "minta dikeruk pak"}}),
        (
            "mohon dirabat, kapan dikerjakan? siapa yang putuskan?",
            ["tanya_dikerjakan", "tanya_memutuskan"],
            {"harapan": {"text": "mohon dirabat"}},
        ),
        ("sekitar 80 orang, kapan dikerjakan?", ["tanya_dikerjakan"], {"jumlah": {"total": 80, "bound": "kira"}}),
        ("kapan dikerjakan dan siapa yang baca?", ["tanya_dikerjakan", "tanya_pembaca"], {}),
        ("kalau sudah dikirim, kapan dikerjakan?", ["tanya_dikerjakan"], {}),
        ("poskesdes itu, kapan dikerjakan?", ["tanya_dikerjakan"], {}),
    ],
)
async def test_an_answer_with_a_question_behind_a_comma_is_kept_and_the_question_answered(
    any_place: Town, typed: str, asked: list[str], kept: dict[str, Any]
) -> None:
    sitti = await at_the_hope(any_place, STORY)
    before = await _answers(any_place)
    for one in asked:
        await (sitti.say(typed, says(one)) if one == asked[0] else sitti.hears(says(one)))
    await sitti.hears("foto" if "harapan" in kept else "harapkan")
    assert {key: one for key, one in (await _answers(any_place)).items() if before.get(key) != one} == kept


@pytest.mark.parametrize(
    ("typed", "key", "told"),
    [
        ("ibu hamil 39 bukan 37", "cerita", "poskesdes bocor, ibu hamil 39, KEK 11, talud 1 km roboh"),
        ("ganti 1 km jadi 150 m dan 37 jadi 39", "cerita", "poskesdes bocor, ibu hamil 39, KEK 11, talud 150 m roboh"),
        ("harapanku plafonnya diganti", "harapan", "plafonnya diganti"),
        ("kok harapannya itu yg diperbaiki, bukan. harapannya plafon baru", "harapan", "plafon baru"),
        ("tidak jadi besi, kayu saja", "harapan", "diperbaiki dengan kayu saja"),
    ],
)
async def test_over_the_card_each_is_put_where_it_belongs(place: Town, typed: str, key: str, told: str) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say("diperbaiki dengan besi", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.say(typed, "Kami catat begini")
    found = await _answers(place)
    assert found[key]["text"] == told
    assert "juga" not in found
    assert found.get("merasakan") == (await _answers(place)).get("merasakan")


async def test_a_figure_is_put_right_in_a_clause_of_another_answer(place: Town) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say("diganti plafonnya. oh iya ibu hamil 39 bukan 37, ada 2 tambahan", "foto")
    found = await _answers(place)
    assert "ibu hamil 39" in found["cerita"]["text"]
    assert found["harapan"]["text"] == "diganti plafonnya. ada 2 tambahan"


async def test_what_the_story_told_besides_stays_when_a_count_in_it_is_put_right(place: Town) -> None:
    sitti = Proposer(place)
    await place.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.say("pipa bocor di dusun jambu desa pattondon salu maiwa, 15 orang", says("kata_pertama"))
    await sitti.press(words("tombol_setuju"), mentions("mesin.ini_ceritanya"))
    await sitti.say("ya", "harapkan")
    await sitti.say("diganti pipanya", "foto")
    await sitti.say("bukan orang, 15 KK", "foto")
    found = await _answers(place)
    assert found["jumlah"] == {"families": 15}
    assert found["dusun"]["name"] == "Jambu"


async def _number(place: Town, told: str) -> Proposer:
    sitti = await at_the_hope(place, "bak retak habis gempa")
    await sitti.say("diperbaiki", "foto")
    for step in ("urusan apa", "paling merasakan", "berapa orang"):
        await sitti.press(words("tombol.lewati"), step)
    await sitti.say(told, "berapa keluarga")
    return sitti


@pytest.mark.parametrize(
    "typed",
    [
        "eh jgn tulis 5 rumah, sy tdk pernah hitung, salah sy",
        "bukan. hapus itu 5 rumah, sy tdk tau brp",
        "bukan 5 rumah, tdk tahu berapa",
    ],
)
async def test_a_number_that_is_taken_back_stands_nowhere(any_place: Town, typed: str) -> None:
    sitti = await _number(any_place, "mungkin 5 rumah")
    await sitti.say(typed, mentions("mesin.hapus_sudah"))
    found = await _answers(any_place)
    assert "jumlah" not in found
    assert "juga" not in found


async def test_women_who_are_counted_are_no_group(place: Town) -> None:
    sitti = await at_the_hope(place, "jembatan papannya hilang")
    await sitti.say("diperbaiki. yg merasakan anak sekolah 30 org laki 12 perempuan 18", "foto")
    found = await _answers(place)
    assert [one["value"] for one in found["merasakan"]] == ["anak"]
    assert found["jumlah"] == {"total": 30, "male": 12, "female": 18}


async def test_whose_bones_they_are_feel_nothing(place: Town) -> None:
    sitti = await at_the_hope(place, "kuburan runtuh, tulang nenek moyang kelihatan")
    assert "merasakan" not in await _answers(place)
    await sitti.say("ditalud", "foto")


async def test_what_is_told_beside_a_new_dusun_is_kept(place: Town) -> None:
    sitti = Proposer(place)
    await place.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.say("sumur mati di pattondon salu maiwa", says("kata_pertama"))
    await sitti.press(words("tombol_setuju"), mentions("mesin.ini_ceritanya"))
    await sitti.say("ya", "Dusun mana")
    await sitti.say("dusun Sossok. sumurnya juga kering kalau kemarau", "Sossok")
    await sitti.press(words("tombol.pakai_nama"), "harapkan")
    found: dict[str, Any] = await _answers(place)
    assert (found["dusun"]["name"], found["juga"]["text"]) == ("Sossok", "sumurnya juga kering kalau kemarau")


@pytest.mark.parametrize(
    "typed", ["ini utk apa sebenarnya, nanti dikerjakan kapan?", "untuk apa ini semua, kapan dikerjakan?"]
)
async def test_two_questions_are_no_story(any_place: Town, typed: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say(typed, bool)
    assert "cerita" not in await _answers(any_place)


async def test_how_bad_it_is_before_a_question_is_the_story(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("jalan rusak kenapa tidak diperbaiki, kapan dikerjakan?", says("tanya_dikerjakan"))
    await sitti.hears("harapkan")
    assert "jalan rusak" in (await _answers(place))["cerita"]["text"]
