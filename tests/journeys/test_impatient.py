"""Short words at a question: impatience, a complaint where a number is asked for, that the ticks are all, a reason said
late, and whether this is the right place."""

import json
from typing import Any

import pytest

from tests.journeys.test_whole_usulan import STORY, Proposer, at_the_hope, told_so_far
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

TIRED = [
    "jangan tanya2 terus",
    "sudah jangan tanya lagi",
    "jangan banyak tanya",
    "capek ka ditanya terus",
]


async def _at(place: Town, asked: str) -> Proposer:
    """Everything before this question is passed over."""
    sitti = Proposer(place)
    await sitti.until_photo()
    said = ["urusan apa", "paling merasakan", "berapa orang", "keluarga kurang mampu", "Kirim lokasi"]
    for answer in [*said, "dekat apa", "Seberapa besar", "didahulukan", "disumbangkan"]:
        await sitti.say("lewati", answer)
        if answer == asked:
            return sitti
    raise AssertionError(asked)


@pytest.mark.parametrize("text", TIRED)
async def test_impatience_is_kept_out_and_it_is_told_how_much_is_left(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    said = await sitti.say(text, mentions("mesin.tidak_dicatat_obrolan", cukup=True))
    assert "10 pertanyaan lagi" in said
    assert {"kecamatan", "desa", "dusun", "cerita", "harapan"} >= set(await told_so_far(place))
    await sitti.press("Cukup", "Kami catat begini")


@pytest.mark.parametrize("text", TIRED[:3])
async def test_where_the_wish_is_asked_it_is_none(place: Town, text: str) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say(text, mentions("mesin.tidak_dicatat_obrolan"))
    assert "harapan" not in await told_so_far(place)


@pytest.mark.parametrize("text", ["gelap", "gelap mi", "putus", "bocor"])
async def test_a_complaint_is_no_number_and_not_that_nobody_knows(place: Town, text: str) -> None:
    sitti = await _at(place, "berapa orang")
    await sitti.say(text, "berapa orang")
    assert "jumlah" not in await told_so_far(place)


@pytest.mark.parametrize("text", ["iye selesai", "iya sudah", "sudah itu ji", "iye itumi semua"])
async def test_that_the_ticks_are_all_closes_the_choice(place: Town, text: str) -> None:
    sitti = await _at(place, "paling merasakan")
    await sitti.press("Petani", "paling merasakan")
    await sitti.say(text, "berapa orang")
    told: dict[str, Any] = await told_so_far(place)
    assert "Petani" in json.dumps(told["merasakan"])


LATE = "karena kalau tdk diperbaiki gagal panen lagi ki"


@pytest.mark.parametrize("asked", ["didahulukan", "disumbangkan", "Seberapa besar"])
async def test_a_reason_is_why_it_comes_first_also_when_it_is_said_late(place: Town, asked: str) -> None:
    sitti = await _at(place, asked)
    await sitti.say(LATE, asked if asked != "didahulukan" else "disumbangkan")
    assert (await told_so_far(place))["alasan"]["text"] == LATE


PLACE = ["ini tempat lapor irigasi?", "betul ini tempat usul jalan?", "bisa lapor jalan rusak di sini?"]


@pytest.mark.parametrize("text", PLACE)
async def test_whoever_asks_for_the_right_place_is_there(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.say(text, mentions("di_sini_tempatnya", setuju=False, draf=False))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say(text, "kecamatan")
    assert any(one in mentions("di_sini_tempatnya", draf=True) for one in place.texts(sitti.person))


async def test_whoever_complains_of_somebody_is_sent_elsewhere(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.say("di mana lapor pungli pak desa?", mentions("tanya_lapor"))
