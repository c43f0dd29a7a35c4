"""Whether one that was sent may be taken back is asked for, or told how; nothing goes without its yes."""

import pytest

from tests.journeys.test_whole_usulan import HOPE, STORY, Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

LABEL = "Maiwa 1: Mata air jauh, 23 rumah ambil air jalan kaki, …"


async def _sent(place: Town, story: str = STORY) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_card(story, HOPE)
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    return sitti


async def _status(place: Town) -> str:
    return str((await place.rows("SELECT status FROM usulan"))[0][0])


@pytest.mark.parametrize(
    "text", ["bolehkah saya cabut usulanku?", "boleh kah saya cabut usulanku", "bisa dihapus kah usulanku"]
)
async def test_who_asks_whether_they_may_is_asked_for_the_yes(place: Town, text: str) -> None:
    sitti = await _sent(place)
    await sitti.say(text, mentions("tarik_usulan_ini", nomor="Maiwa 1"))
    assert await _status(place) == "tercatat"
    await sitti.press("Ya, tarik", says("tarik_usulan_selesai"))
    assert await _status(place) == "ditarik"


@pytest.mark.parametrize(
    "text",
    [
        "bisa ji dihapus kalau iparku marah?",
        "kalau suamiku larang bisa ji dihapus?",
        "boleh kah dicabut ini kalau tidak jadi",
        "bisa ji dibatalkan kalau tetangga marah?",
    ],
)
async def test_who_asks_for_some_day_is_told_how_with_the_button_that_asks(place: Town, text: str) -> None:
    sitti = await _sent(place)
    await sitti.say(text, mentions("tarik_usulan_bisa", nomor="Maiwa 1", banyak=1))
    assert await _status(place) == "tercatat"
    await sitti.press(
        "Maiwa 1: Mata air jauh, 23 rumah ambil air jalan kaki, …", mentions("tarik_usulan_ini", nomor="Maiwa 1")
    )
    await sitti.press("Tidak", says("tarik_usulan_tidak_jadi"))


@pytest.mark.parametrize(
    "text",
    ["bisa dihapus namaku kalau iparku marah?", "bisa dihapus fotonya?", "bagaimana caranya tarik usulan", "bisa ji?"],
)
async def test_what_asks_for_something_else_is_none(place: Town, text: str) -> None:
    sitti = await _sent(place)
    told = await sitti.say(text, "")
    assert ("Tarik Maiwa 1?" in told, "Sekarang belum ada yang berubah" in told) == (False, False)


@pytest.mark.parametrize("text", ["jangan tulis nama iparku", "jangan tulis nama mertuaku"])
async def test_whose_name_is_nowhere_takes_nobodys_own_name_off(place: Town, text: str) -> None:
    sitti = await _sent(place)
    await sitti.say(text, mentions("nama_siapa", siapa="iparku" if "ipar" in text else "mertuaku"))
    assert await place.rows("SELECT unnamed FROM people WHERE name = 'Sitti'") == [(0,)]


async def test_the_name_of_nobody_who_is_told_of_is_said_not_to_be_there(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("jangan tulis nama Baso", mentions("nama_siapa", siapa="Baso"))
    assert await place.rows("SELECT unnamed FROM people WHERE name = 'Sitti'") == [(0,)]


async def test_who_stands_there_goes_out_of_it(place: Town) -> None:
    sitti = await _sent(place, "air kotor sejak iparku Baso bikin kandang di dekat sumur, 23 rumah kena")
    await sitti.say("jangan tulis nama iparku", "(nama tidak disebut)")
    assert "Baso" not in str(await sitti.answers())


async def test_the_own_name_goes_as_before(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("jangan tulis namaku", "tanpa nama")
    assert await place.rows("SELECT unnamed FROM people WHERE name = 'Sitti'") == [(1,)]


@pytest.mark.parametrize(
    "text",
    ["kalau mau batalkan usulan bagaimana caranya", "hapus usulan itu bagaimana caranya pak", "apa usulanku dihapus"],
)
async def test_a_question_is_no_yes_where_it_is_asked_whether_it_goes(place: Town, text: str) -> None:
    sitti = await _sent(place)
    await sitti.say("hapus usulanku", mentions("tarik_usulan_ini", nomor="Maiwa 1"))
    told = await sitti.say(text, bool)
    assert (told != "", await _status(place)) == (True, "tercatat")


@pytest.mark.parametrize(
    "text", ["hapus mi usulanku tidak apa apa", "hapus saja usulanku siapa tau ada yg lebih butuh", "hapus usulanku"]
)
async def test_what_only_sounds_like_a_question_wants_it(place: Town, text: str) -> None:
    sitti = await _sent(place)
    await sitti.say(text, mentions("tarik_usulan_ini", nomor="Maiwa 1"))
    assert await _status(place) == "tercatat"
