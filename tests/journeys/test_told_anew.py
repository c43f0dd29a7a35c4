"""An answer, or the story itself, is told anew over the card; more is told of what was sent; a figure is put right."""

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, words
from tests.support.town import Town

STORY = "Sinyal hilang di bukit, 30 anak muda cari sinyal tiap malam"


async def _at_the_card(place: Town, story: str = STORY, wish: str = "bikin bandara") -> Proposer:
    sitti = Proposer(place)
    await sitti.until_card(story, wish)
    return sitti


@pytest.mark.parametrize(
    "typed",
    [
        "harapanku bukan bandara woi. harapanku tower sinyal",
        "ganti harapan jadi tower sinyal",
        "harapan saya tower sinyal",
    ],
)
async def test_a_wish_is_told_anew(place: Town, typed: str) -> None:
    sitti = await _at_the_card(place)
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    told = await _answers(place)
    assert (told["harapan"]["text"], "juga" in told) == ("tower sinyal", False)


@pytest.mark.parametrize("typed", ["ceritanya bukan itu, yg benar jembatan rusak", "ganti cerita jadi jembatan rusak"])
async def test_a_story_that_is_said_to_be_another_is_replaced(place: Town, typed: str) -> None:
    sitti = await _at_the_card(place)
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    assert (await _answers(place))["cerita"]["text"] == "jembatan rusak"


@pytest.mark.parametrize(
    ("typed", "key", "text"),
    [
        ("maiwa 1 tambah: sy juga minta gorong2", "harapan", "bikin bandara, sy juga minta gorong2"),
        ("maiwa 1 ceritanya jembatan gantung rusak", "cerita", f"{STORY}, jembatan gantung rusak"),
        ("maiwa 1 tambah di sana banyak nyamuk", "juga", "di sana banyak nyamuk"),
    ],
)
async def test_more_of_what_was_sent_stands_beside_it(any_place: Town, typed: str, key: str, text: str) -> None:
    sitti = await _at_the_card(any_place)
    await sitti.press(words("tombol.kirim"), "Nomornya")
    await sitti.say(typed, "Betul diubah")
    await sitti.press("Betul, ubah", "Sudah kami betulkan")
    ((answers,),) = await any_place.rows("SELECT answers FROM usulan")
    assert f'"{key}": {{"text": "{text}"}}' in str(answers)


async def test_a_count_is_put_right_by_the_one_that_is_said_to_be_wrong(place: Town) -> None:
    sitti = await _at_the_card(place, "Jalan tani rusak, 500 KK lewat", "diaspal")
    await sitti.say("bukan 500 KK tapi 120 KK", mentions("mesin.ralat_kata"))
    told = await _answers(place)
    assert (told["cerita"]["text"], told["jumlah"]) == ("Jalan tani rusak, 120 KK lewat", {"families": 120})
    await sitti.say("120 sy salah lagi yg benar 80", mentions("mesin.ralat_kata"))
    assert (await _answers(place))["jumlah"] == {"families": 80}
    await sitti.say("eh salah 90 KK", mentions("mesin.ralat_kata"))
    assert (await _answers(place))["jumlah"] == {"families": 90}
