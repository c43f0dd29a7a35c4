"""What is asked of this very talk is answered, whatever is open, and is no part of what is told."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, at_the_hope, told_so_far
from tests.support.sentences import says
from tests.support.town import Town

STORY = "Jalan ke kebun putus kena longsor, motor tidak bisa lewat"
SAID = [
    ("nanti ada yg telpon sy?", "ditelepon"),
    ("apa saya ditelepon kah", "ditelepon"),
    ("siapa yg telpon sy nanti?", "ditelepon"),
    ("kapan selesai ini kalau sy usul?", "tanya_dikerjakan"),
    ("kalau saya usulkan kapan dikerja", "tanya_dikerjakan"),
    ("apa itu tercatat, artinya dikerja?", "tanya_pasti"),
    ("kalau sudah dicatat berarti pasti dibangun?", "tanya_pasti"),
    ("suratnya dibaca kah nanti?", "foto_dibaca"),
    ("fotoku dilihat kah", "foto_dibaca"),
    ("maaf sy emosi tadi", "maaf_emosi"),
    ("maafkan saya pak, tadi marah-marah", "maaf_emosi"),
]
TOLD = [
    "maaf pak, warga marah karena jembatannya tidak diperbaiki",
    "maaf tetangga kasar sama saya tadi",
    "minta nomor yang bisa ditelpon?",
    "tidak ada jaringan, susah telpon kalau ada yang sakit",
    "kapan terakhir bisa mengusul?",
    "siapa yang baca suratnya?",
]


@pytest.mark.parametrize(("typed", "sentence"), SAID)
async def test_it_is_answered_while_an_usulan_is_told(place: Town, typed: str, sentence: str) -> None:
    sitti = await at_the_hope(place, STORY)
    before = await told_so_far(place)
    await sitti.say(typed, says(sentence))
    assert await told_so_far(place) == before


@pytest.mark.parametrize(("typed", "sentence"), SAID[::3] + SAID[-1:])
async def test_it_is_answered_before_the_yes(place: Town, typed: str, sentence: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.say(typed, says(sentence))


@pytest.mark.parametrize("typed", TOLD)
async def test_what_only_sounds_like_it_is_heard_as_before(place: Town, typed: str) -> None:
    sitti = await at_the_hope(place, STORY)
    said = await sitti.say(typed, bool)
    answers = ("ditelepon", "foto_dibaca", "maaf_emosi", "tanya_pasti", "tanya_dikerjakan")
    assert not any(said in says(name) for name in answers)


async def test_jangan_telpon_said_again_puts_nothing_right(place: Town) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say("jangan telpon, tulis saja", says("tulis_saja"))
    before = await told_so_far(place)
    await sitti.say("jangan telpon, tulis saja", says("tulis_saja"))
    assert await told_so_far(place) == before
