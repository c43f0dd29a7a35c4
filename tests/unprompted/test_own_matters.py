"""What a villager says of their own usulan, and that is no other story: it is answered or handed on."""

import pytest

from tests.deciding.asking import Asking
from tests.deciding.conftest import place, quick
from tests.support.sentences import mentions, says

__all__ = ["place", "quick"]
_ONE = "SELECT count(*) FROM usulan"


@pytest.mark.parametrize(
    "typed",
    [
        "saya sudah pindah ke makassar, tolong usulan saya diteruskan adik saya Ani",
        "sy sudah pindah ke pare-pare bagaimana usulanku",
        "saya sudah pindah ke desa boiya ikut suami",
        "tabe, saya sudah pindah ke makassar. mata air itu tolong tanya ke ibu kader saja",
    ],
)
async def test_whoever_moved_away_is_told_what_becomes_of_it(place: Asking, typed: str) -> None:
    await place.ask(place.sitti, typed, says("usulan_pindah", nomor=["Maiwa 1"], pembaca="Rahman", kepada="Rahman"))
    assert await place.town.rows("SELECT words FROM questions") == [(typed,)]
    assert await place.town.rows("SELECT count(*) FROM promises WHERE kind = 'jawab'") == [(0,)]
    assert await place.town.rows(_ONE) == [(1,)]
    assert await place.town.rows("SELECT count(*) FROM conversations") == [(0,)]


async def test_a_question_in_a_sentence_of_their_own_is_handed_on(place: Asking) -> None:
    typed = "mau tanya kenapa bukan mendesak, anak2 butuh lapangan"
    await place.ask(place.sitti, typed, says("pertanyaan_diteruskan"))
    assert [row[0] for row in await place.town.rows("SELECT words FROM questions")] == [typed]


async def test_a_story_about_something_that_moves_is_a_story(quick: Asking) -> None:
    told = "jalan ke pasar yang sudah pindah itu rusak parah, motor tidak bisa lewat"
    await quick.ask(quick.sitti, told, mentions("mesin.ini_ceritanya"))


@pytest.mark.parametrize("typed", ["nomor hp saya 081234567890", "ini nomorku: 0812 3456 7890"])
async def test_a_number_of_ones_own_is_kept_as_if_it_had_been_asked_for(place: Asking, typed: str) -> None:
    await place.ask(place.rahman, typed, says("telepon_disimpan", ada=True))
    assert [tuple(row) for row in await place.town.rows("SELECT number FROM phones")] == [("081234567890",)]


@pytest.mark.parametrize("typed", ["sampai mana bak air", "sdh sampai mana mata air jambu"])
async def test_how_far_ones_own_is_may_be_asked_by_what_it_is_about(place: Asking, typed: str) -> None:
    told = await place.ask(place.sitti, typed, says("tanya_status"))
    assert "Maiwa 1" in told["text"]
    assert await place.town.rows("SELECT flow FROM conversations") == []


async def test_what_is_to_be_told_to_a_reader_by_name_is_handed_on(place: Asking) -> None:
    typed = "sampaikan ke pak rahman tolong datang lihat"
    await place.ask(place.sitti, typed, says("pertanyaan_diteruskan", kepada="Rahman"))
    assert [row[0] for row in await place.town.rows("SELECT words FROM questions")] == [typed]
    assert await place.town.rows("SELECT count(*) FROM conversations") == [(0,)]


async def test_what_is_to_be_told_to_whoever_does_not_read_here_may_be_a_story(quick: Asking) -> None:
    told = "sampaikan ke pak bupati jembatan kami putus, anak sekolah menyeberang lewat sungai"
    await quick.ask(quick.sitti, told, mentions("mesin.ini_ceritanya"))
    assert await quick.town.rows("SELECT count(*) FROM questions") == [(0,)]


@pytest.mark.parametrize("typed", ["yang bak air bagaimana", "bak airku masuk tidak", "usulan maiwa 1 sampai mana"])
async def test_how_far_it_is_may_stand_behind_what_it_is_about(place: Asking, typed: str) -> None:
    told = await place.ask(place.sitti, typed, bool)
    assert "Maiwa 1" in told["text"]
    assert await place.town.rows("SELECT flow FROM conversations") == []
