"""A part of the record is called by its name, whatever is asked: what is told of it stands there, and nowhere else."""

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "Jalan ke kebun licin waktu hujan, anak-anak sering jatuh"
RIGHT = mentions("mesin.ralat_kata")


async def _at_the_photo(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    await sitti.say("dibuatkan lapangan terbang", "foto")
    return sitti


@pytest.mark.parametrize(
    ("typed", "key", "right"),
    [
        ("ganti harapan jadi tower sinyal di bukit", "harapan", "tower sinyal di bukit"),
        ("harapanku bukan lapangan terbang. harapanku jalannya dirabat", "harapan", "jalannya dirabat"),
        ("harapannya jalan dirabat dari masjid", "harapan", "jalan dirabat dari masjid"),
        ("ceritanya bukan itu, yang benar jembatan ke sekolah putus", "cerita", "jembatan ke sekolah putus"),
        ("ubah cerita menjadi jembatan ke sekolah putus", "cerita", "jembatan ke sekolah putus"),
    ],
)
@pytest.mark.parametrize("over_the_card", [False, True])
async def test_what_is_told_instead_of_a_part_stands_in_its_place(
    place: Town, typed: str, key: str, right: str, over_the_card: bool
) -> None:
    sitti = await _at_the_photo(place)
    if over_the_card:
        await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.say(typed, RIGHT)
    told = await _answers(place)
    assert told[key]["text"] == right
    assert "juga" not in told


async def _with_no_dusun(place: Town) -> Proposer:
    sitti = Proposer(place)
    await place.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("pattondon salu, maiwa", "Dusun mana")
    await sitti.say("kurang tahu saya", "ceritakan")
    await sitti.say(STORY, "harapkan")
    await sitti.say("dibuatkan lapangan terbang", "foto")
    return sitti


async def test_a_place_that_was_left_open_is_told_later_by_its_name(any_place: Town) -> None:
    sitti = await _with_no_dusun(any_place)
    assert "Jambu" in await sitti.say("dusun jambu", "foto")
    assert (await _answers(any_place))["dusun"]["name"] == "Jambu"


async def test_a_name_that_is_on_no_list_is_asked_about_and_waits_beside_a_part_told_anew(any_place: Town) -> None:
    sitti = await _with_no_dusun(any_place)
    await sitti.say("dusunnya buttu pangngala", mentions("mesin.nama_baru"))
    await sitti.say("ganti harapan jadi tower sinyal di bukit", RIGHT)
    await sitti.say("buttu pangngala", "foto")  # the same name twice is no slip
    told = await _answers(any_place)
    assert told["harapan"]["text"] == "tower sinyal di bukit"
    assert told["dusun"]["name"].lower() == "buttu pangngala"


async def test_what_is_no_part_told_anew_stays_what_it_was(place: Town) -> None:
    sitti = await _at_the_photo(place)
    await sitti.say("ceritanya banyak sekali pak di sini", "foto")
    await sitti.say("harapan kami besar sekali, semoga bisa", "foto")
    told = await _answers(place)
    assert told["cerita"]["text"] == STORY
    assert told["harapan"]["text"] == "dibuatkan lapangan terbang"
