"""That a name is to stand nowhere, in whatever words and beside whatever else: it holds, and it is the one that was
meant."""

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.journeys.villagers import photo
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _unnamed(place: Town, name: str = "Sitti") -> bool:
    return bool((await place.rows("SELECT unnamed FROM people WHERE name = :n", n=name))[0][0])


@pytest.mark.parametrize(
    "typed",
    ["oh iya tdk usah pakai nama, kalau suamiku tau sy dipukul lagi", "jgn tulis namaku, suamiku pukul sy kalau tau"],
)
async def test_beside_violence_the_name_goes_and_help_is_named(any_place: Town, typed: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card("jalan berlubang", "diaspal")
    await sitti.say(typed, says("nama_sendiri_tidak_disebut"))
    assert "129" in await sitti.hears(says("bahaya.kekerasan"))
    assert await _unnamed(any_place)


async def test_before_a_consent_it_holds_and_is_no_story(place: Town) -> None:
    sitti = Proposer(place)
    await place.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.say("sy mau lapor tapi tdk mau disebut namaku dimana pun, boleh?", says("nama_sendiri_tidak_disebut"))
    await sitti.say("lampu jalan dekat wc pasar mati", says("kata_berikutnya"))
    told = await sitti.press(words("tombol_setuju"), mentions("mesin.ini_ceritanya"))
    assert "lampu jalan" in told
    assert "namaku" not in told
    assert await _unnamed(place)


async def test_below_a_photo_it_holds_too(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await place.simulator.photo(sitti.person, photo(), "jembatannya kak, jgn ditau namaku ya nanti dimarahi pak guru")
    await sitti.hears(says("nama_sendiri_tidak_disebut"))
    assert await _unnamed(place)
    assert "Yang melihat nama" not in await sitti.say("rahasia ji?", says("tanya_rahasia"))


async def test_beside_a_wish_the_wish_stands_without_it(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("saluran jebol, jgn sebut namaku nanti pak dusun marah", says("nama_sendiri_tidak_disebut"))
    await sitti.hears("harapkan")
    assert (await _answers(place))["cerita"]["text"] == "saluran jebol"
    assert await _unnamed(place)


@pytest.mark.parametrize(
    "typed", ["namaku boleh disebut tapi anakku jangan", "nama anak saya jgn ditulis nah, ganti anak saya saja"]
)
async def test_the_name_of_their_child_goes_and_not_their_own(any_place: Town, typed: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("anakku Aisyah tidak bisa jalan, jalan ke posyandu rusak", "harapkan")
    await sitti.say(typed, says("nama_dikeluarkan", siapa="Aisyah"))
    assert "Aisyah" not in (await _answers(any_place))["cerita"]["text"]
    assert not await _unnamed(any_place)


async def test_whose_name_is_not_known_is_asked_for(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("anak saya tidak bisa jalan, jalan ke posyandu rusak", "harapkan")
    await sitti.say("nama anakku jgn ditulis", says("nama_siapa"))
    await sitti.say("yg tadi soal les anak sy jgn dimasukkan nah", mentions("mesin.hapus_yang_ini"))
    assert not await _unnamed(place)


@pytest.mark.parametrize(
    ("typed", "hides"),
    [
        ("siapa aja yg tau nama gw?", False),
        ("kak siapa aja yang tau namaku", False),
        ("emang sapa aja yg bisa liat nama saya", False),
        ("siapa saja boleh tau nama saya?", False),
        ("jangan sampai siapa saja tau namaku", True),
        ("siapa yg lapor jangan disebut", True),
    ],
)
async def test_who_asks_who_knows_it_hides_nothing(place: Town, typed: str, hides: bool) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say(typed, "")
    assert await _unnamed(place) is hides


@pytest.mark.parametrize(
    "typed",
    [
        "nama sy jangan dibaca nah",
        "jangan bacakan namaku",
        "tdk usah sebut sy siapa",
        "jangan sampai namaku dibaca di rapat",
        "namaku tidak mau dibaca orang",
    ],
)
async def test_that_it_is_not_to_be_read_at_any_question_is_about_the_name(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_hope("jalan berlubang")
    told = await sitti.say(typed, "Baik")
    assert told in says("nama_sendiri_tidak_disebut") or told in says("jangan_nama", dalam_isian=True, jumlah=0)
    await sitti.hears("harapkan")
    assert await _unnamed(place)
    await sitti.say("diaspal", "foto")
    assert (await _answers(place))["harapan"]["text"] == "diaspal"


@pytest.mark.parametrize(
    "typed", ["jangan pak desa yang baca", "jangan kasih tau pak desa", "jangan lupa namaku ditulis"]
)
async def test_who_is_not_to_read_it_is_about_the_reader(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_hope("jalan berlubang")
    await sitti.say(typed, "harapkan")
    assert not await _unnamed(place)


async def test_who_may_read_it_is_said_before_it_is_sent_also_where_nobody_does(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_hope("jalan berlubang")
    await sitti.say("jangan pak desa yang baca", says("mesin.pembaca_nanti", dicatat="", diingat=True))
    await sitti.say("diaspal", "foto")
    assert words("usulan_pembaca_tunggal", pembaca="") in await sitti.say("cukup", "Sudah benar")
