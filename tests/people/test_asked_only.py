"""Whoever comes with a question alone wishes nothing: it is answered, and no usulan is begun by the yes."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import BAPPEDA
from tests.people.conftest import agree, tell_place
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
        "boleh anak SMA ikut usul?",
        "orang bukan penduduk asli bisa jg mengusul, sy baru 2 tahun tinggal di sini",
        "syarat bedah rumah apa",
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
    assert await place.rows(f"{_DRAFTS} WHERE flow = 'usulan'") == [(0,)]


# --- what nobody here can answer goes to a facilitator ----------------------------------------------------------------

_OPEN = ["di mana kantornya bappeda", "bayar berapa kalau urus KK", "kapan pupuk subsidi masuk pak"]
_WHERE, _ASKED = mentions("form.tanya_di_mana.kecamatan.tanya"), "SELECT words FROM questions"


@pytest.mark.parametrize("asked", _OPEN)
@pytest.mark.parametrize("when", ["before the yes", "nothing open"])
async def test_an_open_question_is_handed_on_once_its_place_is_told(place: Town, asked: str, when: str) -> None:
    sitti = await _with_officer(place)
    if when == "nothing open":
        await place.ask(sitti, "apa bedanya usulan dengan aspirasi dewan?", says("izin"))
        await place.press(sitti, words("tombol_setuju"), says("izin_bertanya"))
        await place.ask(sitti, asked, _WHERE)
    else:
        await place.ask(sitti, asked, says("tanya_lain", setuju=False))
        await place.press(sitti, words("tombol_setuju"), _WHERE)
    await place.ask(sitti, "desa Tuncung", says("pertanyaan_diteruskan", kepada="Nur"))
    assert await place.rows(_ASKED) == [(asked,)]
    assert await place.rows(_DRAFTS) == [(0,)]


@pytest.mark.parametrize("asked", _OPEN)
async def test_in_the_middle_of_a_form_it_is_handed_on_at_once_and_answers_nothing(place: Town, asked: str) -> None:
    sitti = await _with_officer(place)
    await agree(place, sitti)
    await tell_place(place, sitti)
    await place.ask(sitti, "jalan tani ke kebun rusak parah sejak banjir", "harapkan")
    await place.ask(sitti, "dirabat beton", "foto")
    await place.ask(sitti, asked, says("tanya_lain", kepada="Nur"))
    assert await place.rows(_ASKED) == [(asked,)]
    assert "pupuk" not in (await place.rows("SELECT state FROM conversations"))[0][0]


async def test_what_was_asked_before_a_no_is_handed_to_nobody(place: Town) -> None:
    sitti = await _with_officer(place)
    await place.ask(sitti, _OPEN[0], says("tanya_lain", setuju=False))
    await place.press(sitti, words("tombol_tidak"), says("izin_ditolak"))
    await place.start_chat(sitti, says("izin"))
    await place.press(sitti, words("tombol_setuju"), "kecamatan")
    assert await place.rows("SELECT flow FROM conversations") == [("usulan",)]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("siapa yang tentukan yang dapat bansos", "tanya_pribadi"),
        ("syarat bedah rumah apa", "tanya_pribadi"),
        ("bpd itu tugasnya apa", "arti.bpd"),
        ("apa bedanya musdes sama musrenbang", "arti.musdes"),
        ("bagaimana caranya mau tau hasil musrenbang tahun lalu", "tanya_hasil"),
    ],
)
async def test_each_gets_its_own_answer(place: Town, asked: str, answer: str) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, asked, says(answer))


async def test_a_wish_in_the_form_of_a_question_is_shown_as_a_story(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, "bisakah jalan ini diaspal?", says("kata_pertama"))
    await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))


async def _with_officer(place: Town) -> Person:
    await place.join("Nur", BAPPEDA, "73.16")
    return place.simulator.add_person("Sitti")
