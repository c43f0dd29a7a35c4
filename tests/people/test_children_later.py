"""Whoever agreed alone and then tells that they are under 18: all stands still until a grown-up agrees."""

from bot.simulator.chats import Person
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "jalan ke sekolah rusak kalau hujan, sepatu kami lepas di lumpur"
AGE = "umur sy 15 tahun"


async def _agreed(place: Town) -> Person:
    sari = place.simulator.add_person("Sari")
    await place.ask(sari, "halo", says("izin"))
    await place.press(sari, words("tombol_setuju"), "kecamatan")
    return sari


async def _in_form(place: Town) -> Person:
    sari = await _agreed(place)
    await place.ask(sari, "boiya maiwa", "Dusun mana")
    await place.ask(sari, AGE, says("izin_anak", sudah=True))
    return sari


async def _consents(place: Town) -> list[str]:
    return [row[0] for row in await place.rows("SELECT answer FROM consents ORDER BY id")]


async def test_the_form_stands_still_and_what_is_told_waits_unread(either_place: Town) -> None:
    place = either_place
    sari = await _in_form(place)
    await place.ask(sari, STORY, says("izin_anak_menunggu"))
    assert STORY not in str(await place.rows("SELECT state FROM conversations"))
    assert ["ya", "anak"] == await _consents(place)


async def test_all_that_waited_is_shown_once_and_danger_is_answered_at_once(place: Town) -> None:
    sari = await _in_form(place)
    await place.ask(sari, STORY, says("izin_anak_menunggu"))
    for told in (
        "sy takut sekali skrg kak dia ada di depan rumah",
        "kemarin dia pegang tanganku",
        "dia pernah mau bawa sy",
    ):
        await place.ask(sari, told, "SAPA")
    await place.ask(sari, "kami 30 anak lewat situ", says("izin_anak_menunggu"))
    shown = await place.press(sari, words("tombol_setuju_wali"), says("mesin.ini_ceritanya"))
    assert f"{STORY}\nkami 30 anak lewat situ" in shown["text"]
    (state,) = (row[0] for row in await place.rows("SELECT state FROM conversations"))
    assert not any(word in state for word in ("patokan", "juga", "tangan", "bawa"))


async def test_setuju_pressed_again_is_no_way_round(place: Town) -> None:
    sari = await _in_form(place)
    await place.ask(sari, "/mulai", says("izin_anak", sudah=True))
    await place.press(sari, words("tombol_setuju"), says("izin_anak", sudah=True))
    await place.press(sari, "Balajonga", says("izin_anak", sudah=True))
    assert ["ya", "anak"] == await _consents(place)
    assert "Balajonga" not in str(await place.rows("SELECT state FROM conversations"))


async def test_a_grown_up_agrees_and_what_waited_is_heard_where_the_form_stood(place: Town) -> None:
    sari = await _in_form(place)
    await place.ask(sari, "balajonga", says("izin_anak_menunggu"))
    await place.press(sari, words("tombol_setuju_wali"), mentions("form.usulan.cerita.tanya"))
    await place.until("SELECT count(*) FROM first_words", 0)
    assert ["ya", "anak", "wali"] == await _consents(place)
    assert "Balajonga" in str(await place.rows("SELECT state FROM conversations"))


async def test_with_a_grown_ups_yes_the_age_is_told_to_no_harm(place: Town) -> None:
    sari = await _in_form(place)
    await place.press(sari, words("tombol_setuju_wali"), "Dusun mana")
    await place.ask(sari, AGE, says("anak"))
    assert ["ya", "anak", "wali"] == await _consents(place)


async def test_whoever_is_grown_up_says_so_and_goes_on(place: Town) -> None:
    sari = await _in_form(place)
    await place.press(sari, words("tombol_sudah_dewasa"), "Dusun mana")
    assert ["ya", "anak", "ya"] == await _consents(place)


async def test_a_no_takes_what_was_begun_away(place: Town) -> None:
    sari = await _in_form(place)
    await place.press(sari, words("tombol_tidak"), says("hapus_selesai"))
    assert [] == await place.rows("SELECT * FROM conversations")
    await place.until("SELECT count(*) FROM first_words", 0)
    await place.until("SELECT count(*) FROM people", 0)


async def test_told_while_nothing_is_open_it_counts_as_well(place: Town) -> None:
    sari = await _agreed(place)
    await place.ask(sari, "/batal", says("draf_dibatalkan"))
    await place.ask(sari, AGE, says("izin_anak", sudah=True))
    await place.ask(sari, STORY, says("izin_anak_menunggu"))
    shown = await place.press(sari, words("tombol_setuju_wali"), says("mesin.ini_ceritanya"))
    assert STORY in shown["text"]


async def test_an_age_in_a_story_about_others_stops_nobody(place: Town) -> None:
    sari = await _agreed(place)
    await place.ask(sari, "boiya maiwa", "Dusun mana")
    await place.press(sari, "Balajonga", mentions("form.usulan.cerita.tanya"))
    await place.ask(sari, "anak saya masih smp, jalan kaki 3 km ke sekolah lewat sungai", "harapkan")
    await place.until("SELECT count(*) FROM consents", 1)
    assert "3 km" in str(await place.rows("SELECT state FROM conversations"))


async def test_an_age_within_an_answer_counts_as_well_and_nobody_urges_a_child(place: Town) -> None:
    sari = await _agreed(place)
    await place.ask(sari, "boiya maiwa", "Dusun mana")
    await place.press(sari, "Balajonga", mentions("form.usulan.cerita.tanya"))
    await place.ask(sari, "jalan berlubang, umurku 15", says("izin_anak", sudah=True))
    assert "berlubang" in str(await place.rows("SELECT state FROM conversations"))
    assert [(None,)] == [tuple(row) for row in await place.rows("SELECT nudge_at FROM conversations")]


async def test_who_tells_that_they_are_old_is_answered_as_no_child(place: Town) -> None:
    sari = await _agreed(place)
    await place.ask(sari, "umur saya sudah 74 tahun", says("form.usulan.kecamatan.tanya"))
    assert not any(said in says("anak") for said in place.texts(sari))
    assert ["ya"] == await _consents(place)


LONG = "kak sy fadil kls 7 smp umur 13 mau usul lampu di jalan ke sekolah, gelap kalau subuh"


async def test_an_age_in_the_middle_of_a_long_story_counts_as_well(either_place: Town) -> None:
    place = either_place
    sari = await _agreed(place)
    await place.ask(sari, "boiya maiwa", "Dusun mana")
    await place.press(sari, "Balajonga", mentions("form.usulan.cerita.tanya"))
    await place.ask(sari, LONG, says("izin_anak", sudah=True))
    assert "gelap" in str(await place.rows("SELECT state FROM conversations"))
    assert ["ya", "anak"] == await _consents(place)


async def test_a_story_with_an_age_told_while_nothing_is_open_waits_unread(place: Town) -> None:
    sari = await _agreed(place)
    await place.ask(sari, "/batal", says("draf_dibatalkan"))
    await place.ask(sari, LONG, says("izin_anak", sudah=True))
    assert [] == await place.rows("SELECT * FROM conversations")
    shown = await place.press(sari, words("tombol_setuju_wali"), says("mesin.ini_ceritanya"))
    assert LONG in shown["text"]


async def test_a_story_that_is_edited_so_that_it_tells_an_age_counts_as_well(place: Town) -> None:
    sari = await _agreed(place)
    await place.ask(sari, "boiya maiwa", "Dusun mana")
    await place.press(sari, "Balajonga", mentions("form.usulan.cerita.tanya"))
    said = await place.simulator.say(sari, "jalan ke sekolah gelap kalau subuh, kami takut lewat situ")
    await place.simulator.wait_for(sari, "harapkan")
    await place.simulator.edit(sari, said["message_id"], LONG)
    await place.simulator.wait_for(sari, says("izin_anak", sudah=True))
    assert ["ya", "anak"] == await _consents(place)
