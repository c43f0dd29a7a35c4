"""Somebody else's name is not to stand there: it is not the speaker's own, nor is a thing that is to go a name. It is
covered in what is asked later, too."""

import json

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "Posyandu bocor, bu desa tidak peduli, sy keguguran bulan lalu, pak Aldi tidak mau kasi tanahnya"


async def _told(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    return sitti


@pytest.mark.parametrize("typed", ["jgn sebut nama bu desa", "jangan tulis bu desa ya nanti sy dimarahi"])
async def test_who_is_called_by_their_office_goes_out_of_it(any_place: Town, typed: str) -> None:
    sitti = await _told(any_place)
    await sitti.say(typed, mentions("nama_dikeluarkan", siapa="bu desa"))
    assert "bu desa" not in json.dumps(await _answers(any_place))
    assert await any_place.rows("SELECT unnamed FROM people WHERE name = 'Sitti'") == [(0,)]


@pytest.mark.parametrize("typed", ["jangan sebut2 dia", "jangan sebut nama itu", "jgn sebut dia pak"])
async def test_whose_name_it_is_is_asked_where_nobody_is_named(any_place: Town, typed: str) -> None:
    sitti = await _told(any_place)
    await sitti.say(typed, says("nama_itu_siapa"))
    await sitti.hears("harapkan")
    told = await _answers(any_place)
    assert (told["cerita"]["text"], "harapan" in told) == (STORY, False)
    assert await any_place.rows("SELECT unnamed FROM people WHERE name = 'Sitti'") == [(0,)]


async def test_they_stand_there_without_how_they_are_addressed(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Lorong becek, kades itu pemalas", "harapkan")
    await sitti.say("jgn sebut nama pak kades", mentions("nama_dikeluarkan", siapa="kades"))
    assert "kades" not in json.dumps(await _answers(place))


@pytest.mark.parametrize("typed", ["nama pak dusun tadi jangan dicantumkan", "jgn sebut nama pak dusun"])
async def test_they_stand_there_with_another_word_for_their_office(any_place: Town, typed: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("Air mati karena kepala dusun Sudirman janji terus", "harapkan")
    await sitti.say(typed, mentions("nama_dikeluarkan", siapa="kepala dusun"))
    told = json.dumps(await _answers(any_place))
    assert ("Sudirman" in told, "kepala" in told) == (False, False)


@pytest.mark.parametrize(
    "typed",
    ["urusan suami tidak usah ditulis", "masalah suamiku jangan dicatat", "perkara suami saya tdk usah ditulis"],
)
async def test_what_is_told_of_somebody_near_is_no_name(any_place: Town, typed: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("Air mati. suamiku malas bantu angkut. ibu-ibu ambil di sungai", "harapkan")
    await sitti.say(typed, mentions("mesin.hapus_bagian"))
    assert (await _answers(any_place))["cerita"]["text"] == "Air mati. ibu-ibu ambil di sungai"


async def test_who_stands_nowhere_is_asked_for(place: Town) -> None:
    sitti = await _told(place)
    await sitti.say("jgn sebut nama pak camat", says("nama_siapa", siapa="pak camat"))


@pytest.mark.parametrize("typed", ["jangan masukkan yang sy keguguran", "yg sy keguguran jangan disebut"])
async def test_a_part_of_the_story_is_no_name(any_place: Town, typed: str) -> None:
    sitti = await _told(any_place)
    await sitti.say(typed, mentions("mesin.hapus_bagian"))
    assert "keguguran" not in json.dumps(await _answers(any_place))


@pytest.mark.parametrize("typed", ["jangan sebut nama saya", "jgn sebut nama"])
async def test_ones_own_is_still_ones_own(place: Town, typed: str) -> None:
    sitti = await _told(place)
    await sitti.say(typed, "warga")
    assert await place.rows("SELECT unnamed FROM people WHERE name = 'Sitti'") == [(1,)]


async def test_a_name_that_is_kept_away_is_covered_in_what_is_asked_later(any_place: Town) -> None:
    await facilitator(any_place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await _told(any_place)
    await sitti.say("jangan sebut namanya aldi", mentions("nama_dikeluarkan"))
    await sitti.hears("harapkan")
    await sitti.say("bangun baru", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say("tolong tanyakan ke pak Rahman kenapa aldi tidak dipanggil rapat", says("pertanyaan_diteruskan"))
    asked = await any_place.rows("SELECT words FROM questions")
    assert asked == [("tolong tanyakan ke pak Rahman kenapa seseorang tidak dipanggil rapat",)]
    assert not [row for row in await any_place.rows("SELECT detail FROM events") if "aldi" in str(row[0]).lower()]
