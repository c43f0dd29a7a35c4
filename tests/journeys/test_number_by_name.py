"""A number is taken back by its name alone, and a figure that stands in the story is put right there as well."""

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY, WISH = "talud roboh panjangnya 1 km, 60 kk kena", "talud dibangun"


@pytest.mark.parametrize("typed", ["jumlahnya dihapus saja, sy tdk pernah hitung", "jumlahnya belum tahu"])
async def test_over_the_card_and_after_sending_it_goes(any_place: Town, typed: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card("itu rusak parah, 12 orang lewat", WISH)
    await sitti.say(typed, mentions("mesin.hapus_sudah"))
    assert "jumlah" not in await _answers(any_place)
    await sitti.say("jumlahnya 8 rumah", "8 rumah")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say(typed, mentions("form.ralat.betul.tanya"))
    await sitti.press("Betul, ubah", says("ralat_dicatat"))
    assert "jumlah" not in await sitti.answers()


async def test_of_several_figures_each_is_put_right_in_the_story_too(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_card(STORY, WISH)
    await sitti.say("di cerita juga ganti 1 km jadi 150 m dan 60 jadi 43", mentions("mesin.ralat_semua"))
    answers = await _answers(place)
    assert answers["cerita"]["text"] == "talud roboh panjangnya 150 m, 43 kk kena"
    assert answers["jumlah"]["families"] == 43


async def test_what_is_only_said_to_be_wrong_stays(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_card(STORY, WISH)
    await sitti.say("jumlahnya salah", "berapa orang")
    assert (await _answers(place))["jumlah"]["families"] == 60
