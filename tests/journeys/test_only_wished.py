"""A story that only says what is proposed: what is told of it later goes on with it, wherever that is said."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

WISH = "mau ka mengusul jembatan"
WRONG = "jembatan bambu di sungai patah tiap hujan, anak2 tidak bisa ke sekolah"
DARK = "gelap sekali itu jalan kalau malam"


async def _at_the_hope(place: Town, wish: str = WISH) -> Proposer:
    sitti = Proposer(place)
    await place.start_chat(sitti.person, says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say(wish, mentions("mesin.ini_ceritanya"))
    await sitti.say("ya, itu ceritanya", "kecamatan")
    for answer, said in (("Maiwa", "Desa atau kelurahan"), ("Pattondon Salu", "Dusun"), ("Jambu", "harapkan")):
        await sitti.press(answer, said)
    return sitti


@pytest.mark.parametrize(
    "text",
    [
        WRONG,
        "tidak ada jembatan di kampung kami, menyeberang sungai mi saja anak-anak",
        "sejak tahun 2019 begitu, airnya deras sekali",
        "jembatan gantung hampir putus talinya",
    ],
)
async def test_what_is_wrong_is_no_hope_and_goes_into_the_story(place: Town, text: str) -> None:
    sitti = await _at_the_hope(place)
    assert "harapkan" in await sitti.say(text, mentions("mesin.ralat_tambah", judul=words("form.usulan.cerita.judul")))
    await sitti.say("dibikin jembatan beton", "foto")
    told = await told_so_far(place)
    assert (told["cerita"]["text"], told["harapan"]["text"]) == (f"{WISH}\n{text}", "dibikin jembatan beton")


async def test_at_the_photo(place: Town) -> None:
    sitti = await _at_the_hope(place, "mau usul lampu jalan")
    await sitti.say("dipasang lampu tenaga surya", "foto")
    await sitti.say(DARK, mentions("mesin.ralat_tambah", judul="Ceritanya"))
    told = await told_so_far(place)
    assert (told["cerita"]["text"], "juga" in told) == (f"mau usul lampu jalan\n{DARK}", False)


async def test_over_the_card_too(place: Town) -> None:
    sitti = await _at_the_hope(place)
    await sitti.say("dibikin jembatan beton", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.say(WRONG, mentions("mesin.ralat_tambah", judul="Ceritanya"))
    assert (await told_so_far(place))["cerita"]["text"] == f"{WISH}\n{WRONG}"


@pytest.mark.parametrize(
    "hope",
    ["dibikin jembatan beton", "jembatan beton yang kuat", "supaya anak2 tidak jatuh lagi", "jembatan dari besi"],
)
async def test_a_hope_is_taken_as_it_is(place: Town, hope: str) -> None:
    sitti = await _at_the_hope(place)
    await sitti.say(hope, "foto")
    told = await told_so_far(place)
    assert (told["cerita"]["text"], told["harapan"]["text"]) == (WISH, hope)


async def test_a_story_that_tells_something_stands_as_it_is(place: Town) -> None:
    sitti = await _at_the_hope(place, "mau usul jembatan, yang lama hanyut")
    await sitti.say("dibikin jembatan beton", "foto")
    await sitti.say(DARK, mentions("mesin.tidak_cocok_disimpan"))
    assert "gelap" not in (await told_so_far(place))["cerita"]["text"]
