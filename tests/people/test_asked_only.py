"""Whoever comes with a question alone wishes nothing: it is answered, and no usulan is begun by the yes."""

import pytest

from tests.support.sentences import mentions, says, words
from tests.support.town import Town

_DRAFTS = "SELECT count(*) FROM conversations"
_LONG = (
    "Apakah usulan masyarakat yang sudah masuk tahun lalu akan dibahas lagi di musrenbang tahun ini atau harus "
    "diusulkan ulang?"
)


@pytest.mark.parametrize(
    "asked",
    [
        "pak kapan musrenbang di Tuncung?",
        "apa bedanya usulan dengan aspirasi dewan?",
        "mau tanya kak, uang pokir itu sama ji dengan dana desa?",
        "siapa yang putuskan kalau usulan sudah masuk?",
    ],
)
@pytest.mark.parametrize("came", ["words", "start", "typed yes"])
async def test_a_question_alone_begins_no_usulan(place: Town, asked: str, came: str) -> None:
    sitti = place.simulator.add_person("Sitti")
    if came == "start":
        await place.simulator.begin(sitti)
        await place.simulator.wait_for(sitti, says("izin"))
    await place.ask(sitti, asked, says("izin_menunggu" if came == "start" else "izin"))
    if came == "typed yes":
        await place.ask(sitti, "setuju", says("izin_tekan_setuju"))
    await place.press(sitti, words("tombol_setuju"), says("izin_bertanya"))
    assert await place.rows(_DRAFTS) == [(0,)]
    await place.press(sitti, words("tombol_usulan_baru"), "kecamatan")


async def test_the_button_below_the_answer_begins_one(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, "apa bedanya usulan dengan aspirasi dewan?", says("izin"))
    await place.press(sitti, words("tombol_usulan_baru"), says("izin"))
    await place.press(sitti, words("tombol_setuju"), "kecamatan")


@pytest.mark.parametrize("asked", ["ini gratis kah?", "bagaimana cara mengusul?"])
async def test_who_asks_on_the_way_to_one_begins_it(place: Town, asked: str) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, asked, says("izin"))
    await place.press(sitti, words("tombol_setuju"), "kecamatan")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (
            _LONG,
            "tanya_tahun_lalu",
        ),
        (
            "mau tanya pak, bagaimana caranya supaya desa kami dapat bantuan bibit dari kabupaten tahun depan",
            "tanya_lain",
        ),
    ],
)
async def test_a_question_that_was_taken_for_a_story_is_answered_with_the_no(
    place: Town, asked: str, answer: str
) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, asked, says("izin"))
    await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await place.press(sitti, words("tombol.bukan_cerita"), mentions(answer))
    assert await place.rows(_DRAFTS) == [(0,)]
