"""What was said a moment ago in the same message is drawn back or is secret; an office beside a name that goes."""

import json
from typing import Any

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "Jembatan kayu lapuk, anak sekolah susah lewat"
SECRET = "pak desa Samsul makan uangnya"


async def _told(place: Town) -> dict[str, Any]:
    draft = json.loads((await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'"))[0][0])
    return {key: one["value"] for key, one in draft["answers"].items()}


@pytest.mark.parametrize(
    "typed",
    [
        "ganti kayu. eh itu saya tarik, cor beton",
        "ganti kayu, maaf itu sy tarik kembali. cor beton",
        "ganti kayu. itu tdk jadi, cor beton",
        "ganti kayu. yang tadi itu batal pak. cor beton",
    ],
)
async def test_an_answer_that_is_drawn_back_at_once_is_none(any_place: Town, typed: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    await sitti.say(typed, mentions("mesin.tidak_dicatat", isi="ganti kayu"))
    told = await _told(any_place)
    assert (told["cerita"]["text"], told["harapan"]["text"], "juga" in told) == (STORY, "cor beton", False)


@pytest.mark.parametrize(
    "behind", ["itu rahasia jangan ditulis", "itu rahasia pak, takut", "yang itu jgn disampaikan", "rahasia ya"]
)
async def test_what_is_secret_goes_with_the_words_that_say_so(any_place: Town, behind: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say(f"{STORY}. {SECRET}. {behind}", mentions("mesin.tidak_dicatat", isi=SECRET))
    rows = await any_place.rows("SELECT state FROM conversations")
    assert ((await _told(any_place))["cerita"]["text"], "Samsul" in str(rows)) == (STORY, False)


@pytest.mark.parametrize(
    "behind",
    [
        "eh dan gorong2 tersumbat. eh yang gorong2 itu saya tarik",
        "gorong2 tersumbat. yang gorong2 itu sy tarik kembali",
    ],
)
async def test_what_is_named_goes_from_the_same_message(any_place: Town, behind: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say(f"{STORY}, {behind}", "harapkan")
    story = (await _told(any_place))["cerita"]["text"]
    assert ("anak sekolah" in story, "gorong" in story) == (True, False)


@pytest.mark.parametrize(
    "typed",
    [
        "Tahun lalu dijanji jembatan. itu tidak jadi, kami susah lewat",
        "Gerobak rusak. itu saya tarik tiap hari ke pasar",
        "Jalan rusak, itu rahasia umum di sini",
    ],
)
async def test_a_story_of_such_things_stays_whole(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(typed, "harapkan")
    assert (await _told(place))["cerita"]["text"] == typed


async def test_what_was_planned_once_is_no_answer_that_is_drawn_back(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    assert "tidak kami catat" not in await sitti.say("dulu mau dirabat. itu tidak jadi", bool)


@pytest.mark.parametrize("who", ["kepala dusun Samsul", "pak desa Samsul", "guru anakku Samsul", "Samsul kader kami"])
@pytest.mark.parametrize("is_beside", [True, False])
async def test_an_office_goes_with_the_name_beside_it(place: Town, who: str, is_beside: bool) -> None:
    sitti, asks = Proposer(place), "jgn sebut nama Samsul"
    await sitti.until_story()
    told = f"{STORY}. kemarin {who} janji lagi"
    await sitti.simulator.say(sitti.person, f"{told}. {asks}" if is_beside else told)
    if not is_beside:
        await sitti.hears("harapkan")
        await sitti.simulator.say(sitti.person, asks)
    office = who.replace("Samsul", "").strip()
    await sitti.hears(says("nama_dikeluarkan", siapa="Samsul", jabatan=office))
    await sitti.hears("harapkan")
    text = (await _told(place))["cerita"]["text"]
    assert (office in text, "Samsul" in text, "janji lagi" in text) == (False, False, True)


async def test_a_name_goes_with_the_office_beside_it(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(f"{STORY}. {SECRET}", "harapkan")
    await sitti.say("jangan sebut nama pak desa", says("nama_dikeluarkan", jabatan="Samsul"))
    assert "Samsul" not in (await _told(place))["cerita"]["text"]


@pytest.mark.parametrize("typed", ["tidak usah sampaikan, rahasia itu", "itu jangan diceritakan pak"])
async def test_what_is_not_to_be_passed_on_is_offered_to_go(any_place: Town, typed: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say(typed, mentions("mesin.hapus_kosong"))
    await sitti.say(f"{STORY}. {SECRET}", "harapkan")
    await sitti.say(typed, mentions("mesin.hapus_yang_ini", disebut=False))
    await sitti.press(f"Keluarkan: {SECRET}", mentions("mesin.hapus_bagian"))
    told = await _told(any_place)
    assert (told["cerita"]["text"], "harapan" in told) == (STORY, False)


@pytest.mark.parametrize("typed", ["hapus jalan rusak", "hapus jalan rusak parah di kampung kami"])
@pytest.mark.parametrize("waits", [True, False])
async def test_the_only_clause_of_a_story_is_never_cut_in_two(any_place: Town, typed: str, waits: bool) -> None:
    told = "jalan rusak parah di kampung kami"
    sitti = Proposer(any_place)
    if waits:
        await any_place.simulator.begin(sitti.person)
        await sitti.press(words("tombol_setuju"), "kecamatan")
        await sitti.say(told, mentions("mesin.ini_ceritanya"))
    else:
        await sitti.until_story()
        await sitti.say(told, "harapkan")
    said = await sitti.say(typed, mentions("mesin.hapus_yang_ini", ketemu=True))
    assert told in said
    await sitti.press(words("tombol.hapus_semua_itu"), bool)
    assert told not in str([tuple(row) for row in await any_place.rows("SELECT state FROM conversations")])


async def test_an_amount_told_twice_is_put_right_in_both(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("Jembatan lapuk, yang kena 15 KK", "harapkan")
    await sitti.say("dicor untuk 15 KK", "foto")
    await sitti.say("eh 25 KK yang benar", mentions("mesin.ralat_kata"))
    told = await _told(any_place)
    assert [told["cerita"]["text"], told["harapan"]["text"]] == ["Jembatan lapuk, yang kena 25 KK", "dicor untuk 25 KK"]
    assert told["jumlah"] == {"families": 25}


async def test_what_is_named_and_stands_elsewhere_spares_the_words_before(place: Town) -> None:
    """ "Yang setuju saja itu jangan ditulis" is not of the correction that stands before it."""
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("setuju saja nak cucu saya yang pegang hape. titian bambu lapuk", "harapkan")
    await sitti.say("jembatan gantung yang kuat", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    typed = "bukan lewat rumah nak, lewat titian itu. yang setuju saja itu jangan ditulis"
    await sitti.say(typed, mentions("mesin.hapus_bagian", isi="setuju saja nak cucu saya yang pegang hape"))
    told = await _told(place)
    assert told["cerita"]["text"] == "titian bambu lapuk"
    assert "lewat titian itu" in told["juga"]["text"]
