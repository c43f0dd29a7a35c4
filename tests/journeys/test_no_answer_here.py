"""What answers nothing that is asked, and is not lost: no photo, said long before one is asked for; another usulan,
named behind whether there may be two; whom somebody fears, where a number is asked for; a price beside how many."""

import pytest

from tests.journeys.test_in_pieces import _at
from tests.journeys.test_whole_usulan import STORY, Proposer, at_the_hope, told_so_far
from tests.support.sentences import mentions, words
from tests.support.town import Town

_NO_PHOTO = ["tdk ada fotoku", "tidak ada foto saya punya", "sy tdk punya foto", "blm ada fotonya kak"]


async def _skipped(place: Town) -> str:
    return str((await place.rows("SELECT state FROM conversations"))[0][0]).partition('"skipped"')[2].partition("]")[0]


@pytest.mark.parametrize("typed", _NO_PHOTO)
async def test_that_there_is_no_photo_leaves_it_out_while_the_story_is_asked_for(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(typed, mentions("mesin.tidak_disebut", judul=words("form.usulan.foto.judul")))
    assert ("foto" in await _skipped(place), "cerita" in await told_so_far(place)) == (True, False)
    await sitti.say(STORY, "harapkan")
    await sitti.say("dibuatkan bak air", "urusan apa")


@pytest.mark.parametrize(
    "typed", ["tidak ada air sama sekali, foto menyusul", "jembatan putus, tidak ada fotonya karena hp jelek"]
)
async def test_a_story_with_such_words_leaves_nothing_out(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(typed, "harapkan")
    assert (await told_so_far(place))["cerita"]["text"] == typed


@pytest.mark.parametrize(
    "typed", ["boleh usul dua kah? satunya posyandu", "boleh usul dua kah? yang satu lagi posyandu di Jambu"]
)
async def test_what_the_other_one_is_becomes_no_hope_and_waits(place: Town, typed: str) -> None:
    sitti = await at_the_hope(place, "jembatan kayu di jambu sudah lapuk")
    await sitti.say(typed, mentions("mesin.usulan_lagi_disimpan"))
    assert "Boleh lebih dari satu" in " ".join(sitti.simulator.said(sitti.person)[-3:])
    told = await told_so_far(place)
    assert ("harapan" in told, "posyandu" in told["juga"]["text"]) == (False, True)


async def test_a_hope_behind_that_question_is_taken(place: Town) -> None:
    sitti = await at_the_hope(place, "jembatan kayu di jambu sudah lapuk")
    await sitti.say("boleh usul dua kah? dirabat jalannya", mentions("form.usulan.foto.tanya"))
    assert {"text": "dirabat jalannya"} == (await told_so_far(place))["harapan"]


@pytest.mark.parametrize("typed", ["nda mau ka dia tau", "jangan sampai dia tau", "tidak mauka dia lihat ini"])
@pytest.mark.parametrize("at", ["jumlah", "kurang_mampu"])
async def test_whom_they_fear_is_no_number_that_nobody_knows(place: Town, at: str, typed: str) -> None:
    sitti = await _at(place, at)
    await sitti.say(typed, mentions("bahaya.jejak", diam=True))
    assert at not in await told_so_far(place)


@pytest.mark.parametrize("typed", ["nda tau ka", "tidak tau saya"])
async def test_who_does_not_know_says_so(place: Town, typed: str) -> None:
    sitti = await _at(place, "jumlah")
    await sitti.say(typed, mentions("form.usulan.kurang_mampu.tanya"))
    assert (await told_so_far(place))["jumlah"] == {"unknown": True}


@pytest.mark.parametrize("typed", ["sekali isi 100rb 2 drum", "100rb 2 drum"])
async def test_a_price_is_not_added_to_how_many(place: Town, typed: str) -> None:
    sitti = await _at(place, "ukuran")
    await sitti.say(typed, mentions("pengertian.maksudnya"))
    await sitti.press("2 drum", mentions("form.usulan.alasan.tanya"))
    assert [(one["amount"], one["unit"]) for one in (await told_so_far(place))["ukuran"]["sizes"]] == [("2", "drum")]


@pytest.mark.parametrize(("typed", "amount"), [("2 ribu 500 meter", "2500"), ("1 ribu 50 meter", "1050")])
async def test_a_thousand_and_more_is_one_number(place: Town, typed: str, amount: str) -> None:
    sitti = await _at(place, "ukuran")
    await sitti.say(typed, mentions("form.usulan.alasan.tanya"))
    assert (await told_so_far(place))["ukuran"]["sizes"][0]["amount"] == amount


@pytest.mark.parametrize("typed", ["tuli", "pekak", "tuna rungu", "orang pekak"])
async def test_who_does_not_hear_is_chosen(place: Town, typed: str) -> None:
    sitti = await _at(place, "merasakan")
    await sitti.say(typed, mentions("form.usulan.jumlah.tanya"))
    told = await told_so_far(place)
    assert ([one["value"] for one in told["merasakan"]], "juga" in told) == (["disabilitas"], False)
