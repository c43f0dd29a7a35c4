"""What is said of the conversation, or why, is kept nowhere as told; a nod is a yes where one waits; and what only
seems to take something out takes nothing."""

import json
from typing import Any

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer, at_the_hope, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "jalan kebun merica rusak berat, licin"


@pytest.mark.parametrize(
    "typed",
    [
        "ah banyaknya tanya",
        "kau potong kata2ku",
        "kenapa kalian potong kata-kata saya",
        "jgn tanya banyak2 nnti suami pulang",
        "banyak sekali pertanyaannya ini kak",
        "cerewetnya ini mesin banyak tanya",
        "kok digabung",
        "tadi kan sudah",
        "Terpotong!",
    ],
)
@pytest.mark.parametrize("where", ["hope", "topic"])
async def test_what_is_said_of_the_conversation_is_kept_nowhere(place: Town, where: str, typed: str) -> None:
    sitti = await at_the_hope(place, STORY)
    if where == "topic":
        await sitti.say("dirabat", "foto")
        await sitti.press(words("tombol.lewati"), "urusan apa")
    await sitti.say(typed, mentions("mesin.tidak_dicatat_obrolan"))
    assert set(await _answers(place)) <= {"kecamatan", "desa", "dusun", "cerita", "harapan"}


async def test_what_is_told_beside_it_is_kept(place: Town) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say("aih cerewetnya, kau potong kata2ku, jalannya dirabat beton", "foto")
    assert (await _answers(place))["harapan"]["text"] == "jalannya dirabat beton"


@pytest.mark.parametrize(
    "typed",
    [
        "petugas banyak tanya tapi tidak ada hasil",
        "pohon tumbang potong jalan kami",
        "pipanya terpotong kena alat berat",
        "kelas 1 dan 2 digabung karena atap roboh",
    ],
)
async def test_what_tells_something_is_an_answer(place: Town, typed: str) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say(typed, bool)
    ((state,),) = await place.rows("SELECT state FROM conversations")
    assert typed in json.dumps(json.loads(state))


@pytest.mark.parametrize("typed", ["iye betul, tiga2nya", "iya itu baru betul", "iye itumi kak"])
async def test_a_nod_is_a_yes_to_the_story(place: Town, typed: str) -> None:
    sitti, first = Proposer(place), "jembatan lapuk, jalan rusak, lampu mati di dusun kami"
    await sitti.simulator.say(sitti.person, first)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), mentions("mesin.ini_ceritanya"))
    await sitti.say(typed, mentions("form.usulan.kecamatan.tanya"))
    told: dict[str, Any] = await _answers(place)
    assert (told["cerita"]["text"], "juga" in told) == (first, False)


@pytest.mark.parametrize("typed", ["iya itu baru betul", "kirim. habis itu bidan ya"])
async def test_over_the_card_it_is_no_part_of_it_and_sends_nothing(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_card(STORY, "dirabat")
    await sitti.say(typed, "Kami catat begini")
    assert "juga" not in await _answers(place)
    assert await place.rows("SELECT 1 FROM usulan") == []


@pytest.mark.parametrize("typed", ["gak tau, cukup kak", "gak tau kak. cukup", "tdk ada, cukup mi"])
async def test_cukup_ends_it_whatever_stands_beside_it(place: Town, typed: str) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say("dirabat", "foto")
    assert STORY in await sitti.say(typed, "Kami catat begini")


async def test_why_a_reader_is_not_wanted_is_for_no_reader(place: Town) -> None:
    await facilitator(place, "Rahman", "fasilitator_desa", "73.16.01.2002")
    await facilitator(place, "Bakri", "fasilitator_kecamatan", "73.16.01")
    sitti = await at_the_hope(place, STORY)
    await sitti.say("dirabat", "foto")
    await sitti.press(words("tombol.cukup"), "Rahman")
    await sitti.say("bakri saja, rahman itu sepupu suami sy", bool)
    assert "sepupu" not in str(await _answers(place))


@pytest.mark.parametrize(
    "typed", ["tidak tau saya orang baru", "tdk tau, sy orang baru di sini", "loh jangan dihapus itu"]
)
async def test_who_does_not_know_the_dusun_takes_no_number_out(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "air sumur keruh sejak lama, yang pakai 15 orang")
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), mentions("mesin.ini_ceritanya"))
    for said, wanted in (("iya", "kecamatan"), ("Maiwa", "Desa atau kelurahan"), ("Pattondon Salu", "Dusun")):
        await sitti.say(said, wanted)
    shown = await sitti.say(typed, bool)
    told = await _answers(place)
    assert (told["jumlah"], told.get("dusun", {}).get("name")) == ({"total": 15}, None)
    assert "loh" not in shown


async def test_all_that_was_said_besides_goes_by_its_name(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_card("taman baca bocor dan semua warga susah", "diperbaiki")
    await sitti.say("juga ada kucing di sana kak", mentions("mesin.disimpan_juga"))
    before = await _answers(place)
    await sitti.say("yang juga disampaikan itu semua hapus saja, sudah tidak perlu", mentions("mesin.hapus_sudah"))
    assert await _answers(place) == {key: value for key, value in before.items() if key != "juga"}


@pytest.mark.parametrize(
    "story", ["kakek bilang: kubur di gunung jalannya licin", "kakek suruh sy tulis, jalan licin sekali"]
)
async def test_who_says_it_is_not_who_feels_it(place: Town, story: str) -> None:
    await at_the_hope(place, story)
    assert "merasakan" not in await _answers(place)


@pytest.mark.parametrize(
    ("story", "title"),
    [
        ("percuma usul2! tidak pernah ada hasil. selokan di jalan poros mampet", "selokan di jalan poros mampet"),
        ("capek sy mengusul, jembatan gantung putus talinya", "jembatan gantung putus talinya"),
    ],
)
async def test_the_quarrel_is_no_title(place: Town, story: str, title: str) -> None:
    sitti = Proposer(place)
    await sitti.until_card(story, "diperbaiki semua")
    shown = await sitti.press(words("tombol.kirim"), mentions("tanda_terima"))
    assert f"{title}: diperbaiki semua" in shown
