"""Words that put something right, or out, and nobody can tell how: they are no words of the usulan and begin none. The
part that is likely meant is shown as it stands, and asked anew."""

from typing import Any

import pytest

from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY, WISH = "Papan jembatan bolong, 25 anak lewat tiap hari", "papannya diganti"
NEAR = "di seberang kali deket SD"


async def _at_the_card(place: Town, story: str = STORY) -> Proposer:
    nunu = Proposer(place, "Nunu")
    await nunu.until_hope(story)
    await nunu.say(WISH, "foto")
    await nunu.say(f"gada foto kak, {NEAR}", "urusan apa")
    await nunu.press(words("tombol.cukup"), "Kami catat begini")
    return nunu


@pytest.mark.parametrize(
    ("typed", "key", "title", "now"),
    [
        ("ih kacau, ubah patokannya aja: seberang kali", "patokan", "Patokan", "deket SMP"),
        ("yang ttg deket SD itu salah ya, yg bener SMP", "patokan", "Patokan", "deket SMP"),
        (
            "yg lewat 25 itu tulis 20 anak aja, trus kirim",
            "cerita",
            "Ceritanya",
            "Papan jembatan bolong, 20 anak lewat",
        ),
        ("itu tadi bolong sy bilang, sebenarnya lapuk semua kayunya", "cerita", "Ceritanya", "Kayu jembatan lapuk"),
    ],
)
async def test_over_the_card_it_is_asked_how_it_should_read(
    place: Town, typed: str, key: str, title: str, now: str
) -> None:
    nunu = await _at_the_card(place)
    await nunu.say(typed, mentions("mesin.seharusnya", judul=title))
    await nunu.say(now, "Kami catat begini")
    told = await told_so_far(place)
    assert (told[key]["text"], "juga" in told) == (now, False)


async def test_another_part_is_one_tap_away_and_so_are_the_words_as_they_were_said(place: Town) -> None:
    nunu = await _at_the_card(place)
    await nunu.say("ih kacau, ubah patokannya aja: seberang kali", mentions("mesin.seharusnya"))
    await nunu.press(words("tombol.bagian_lain"), mentions("mesin.ralat_pilih"))
    await nunu.press("Harapannya", mentions("mesin.seharusnya", judul="Harapannya", lama=WISH))
    await nunu.press(words("tombol.tambahan_saja"), mentions("mesin.disimpan_juga"))
    told = await told_so_far(place)
    assert (told["patokan"]["text"], told["harapan"]["text"]) == (NEAR, WISH)
    assert told["juga"]["text"] == "ih kacau, ubah patokannya aja: seberang kali"


async def test_in_the_middle_of_the_form_the_other_question_may_still_be_answered(place: Town) -> None:
    nunu = Proposer(place, "Nunu")
    await nunu.until_hope(STORY)
    await nunu.say(WISH, "foto")
    await nunu.say(f"gada foto kak, {NEAR}", "urusan apa")
    await nunu.say("jembatan kak. yang ttg deket SD itu salah ya, yg bener SMP", mentions("mesin.seharusnya"))
    await nunu.say("jalan", "Siapa")
    told: dict[str, Any] = await told_so_far(place)
    assert (told["patokan"]["text"], "juga" in told) == (NEAR, False)


@pytest.mark.parametrize(
    "typed",
    [
        "tetangga sebelah juga ikut kena tiap musim hujan",
        "anak sekolah bukan cuma dari sini, dari Boiya juga ada",
        "jembatan ini dibangun tahun 2010 oleh warga",
        "kalau hujan bukan main licinnya",
    ],
)
async def test_what_is_told_on_is_kept_as_it_was_said(place: Town, typed: str) -> None:
    nunu = await _at_the_card(place)
    await nunu.say(typed, mentions("mesin.disimpan_juga"))
    assert (await told_so_far(place))["juga"]["text"] == typed


@pytest.mark.parametrize(
    ("typed", "wrong", "right"),
    [
        ("papannya bukan bolong, lapuk saja", "bolong", "lapuk"),
        ("itu tadi bukan bolong ya, lapuk", "bolong", "lapuk"),
        ("yang bener lapuk bukan bolong, sudah berapa kali saya bilang", "bolong", "lapuk"),
    ],
)
async def test_one_word_that_was_told_makes_way_for_the_right_one(
    place: Town, typed: str, wrong: str, right: str
) -> None:
    nunu = await _at_the_card(place)
    await nunu.say(typed, mentions("mesin.ralat_kata", lama=wrong, baru=right))
    told = await told_so_far(place)
    assert (told["cerita"]["text"], "juga" in told) == (STORY.replace(wrong, right), False)


@pytest.mark.parametrize(
    ("story", "kept"),
    [
        ("Papan jembatan bolong, yg lewat 30an eh 25 anak", "Papan jembatan bolong, yg lewat 25 anak"),
        ("Papan bolong dari Agustus eh September, bahaya", "Papan bolong dari September, bahaya"),
        ("Papan bolong, 15 KK eh 20 KK yang lewat", "Papan bolong, 20 KK yang lewat"),
        ("Papan bolong sejak Maret. Maaf, bukan Maret melainkan Mei.", "Papan bolong sejak Mei."),
        ("Papan bolong 12 meter, ah 3 tahun tidak diganti", "Papan bolong 12 meter, ah 3 tahun tidak diganti"),
    ],
)
async def test_of_what_turns_round_while_it_is_told_one_value_is_left(place: Town, story: str, kept: str) -> None:
    nunu = Proposer(place, "Nunu")
    await nunu.until_hope(story)
    assert (await told_so_far(place))["cerita"]["text"] == kept


async def test_what_was_said_wrong_is_shown_old_and_new(place: Town) -> None:
    nunu = await _at_the_card(place)
    now = STORY.replace("bolong", "lapuk")
    await nunu.say("sebelumnya saya salah bilang bolong, yg benar lapuk", mentions("mesin.jadi_pendek", baru=now))
    await nunu.say("yang ttg deket SD itu salah ya, yg bener SMP", mentions("mesin.seharusnya", judul="Patokan"))
    assert (await told_so_far(place))["cerita"]["text"] == STORY


async def _sent(place: Town) -> Proposer:
    nunu = await _at_the_card(place)
    await nunu.press(words("tombol.kirim"), says("tanda_terima"))
    return nunu


@pytest.mark.parametrize(
    "typed", ["eh yang betul SMP, SD itu salah", "kak yg deket SD itu keliru, yang bener deket pasar"]
)
async def test_after_sending_the_part_is_shown_and_asked_anew(place: Town, typed: str) -> None:
    nunu = await _sent(place)
    await nunu.say(typed, mentions("ubah_mulai", judul="Patokan"))
    await nunu.say("deket SMP", says("ralat_dicatat"))
    assert (await nunu.answers())["patokan"]["text"] == "deket SMP"


@pytest.mark.parametrize("typed", ["dusunku kekeringan sudah 3 bulan", "pasar tidak ada atapnya, kalau hujan becek"])
async def test_after_sending_something_new_begins_an_usulan(place: Town, typed: str) -> None:
    nunu = await _sent(place)
    said = await nunu.say(typed, mentions("mesin.ini_ceritanya"))
    assert typed in said


@pytest.mark.parametrize("typed", ["kak dusunku Santunan, yg di catatan salah", "dusunnya Santunan kak baru tau"])
async def test_after_sending_a_place_that_is_named_is_proposed(place: Town, typed: str) -> None:
    nunu = await _sent(place)
    said = await nunu.say(typed, mentions("ralat_bandingkan"))
    assert "Santunan" in said


@pytest.mark.parametrize("typed", ["Hasbi sudah baca belum?", "pak Hasbi sudah baca usulanku belum?"])
async def test_who_only_asks_begins_nothing(place: Town, typed: str) -> None:
    nunu = await _sent(place)
    await nunu.say(typed, bool)
    assert await place.rows("SELECT flow FROM conversations") == []
