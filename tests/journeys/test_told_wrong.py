"""What was told wrong and put right before it is sent, as people put it right: in the middle of other questions, over
the card, in a story that waits for a yes."""

import json
from typing import Any

import pytest

from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_whole_usulan import DESA, KECAMATAN, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

FIRST = "Mau usul 2 hal: lapangan voli buat pemuda, sama pelatihan barista untuk 30 pemuda"


async def _answers(place: Town) -> dict[str, Any]:
    rows = await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    return {key: answer["value"] for key, answer in json.loads(rows[0][0])["answers"].items()}


async def test_a_story_that_waits_for_a_yes_is_put_right_and_a_second_yes_adds_nothing(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await any_place.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say(FIRST, mentions("mesin.ini_ceritanya"))
    await sitti.say("eh maaf kak bukan voli, lapangan futsal maksudnya", mentions("mesin.ralat_kata", lama="voli"))
    await sitti.say("iya ganti futsal", "Di kecamatan mana")
    await sitti.say("betul kak tapi barista 20 orang aja bukan 30", mentions("mesin.ralat_kata", lama="30", baru="20"))
    told = await _answers(any_place)
    assert told["cerita"]["text"] == FIRST.replace("voli", "futsal").replace("30", "20")
    assert "juga" not in told


@pytest.mark.parametrize(
    ("wish", "typed", "now"),
    [
        ("got baru 2 kilometer", "300 meter saja bukan 2 kilometer", "got baru 300 meter"),
        ("got baru 2 kilometer", "got nya juga bukan 2 kilo, 300 meter saja", "got baru 300 meter"),
        ("bikin lapangan voli", "maaf pak, lapangan futsal bukan lapangan voli", "bikin lapangan futsal"),
    ],
)
async def test_over_the_card_it_changes_where_it_stands(place: Town, wish: str, typed: str, now: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Air menggenang di jalan poros kalau hujan.", "harapkan")
    await sitti.say(wish, "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    assert now in await sitti.say(typed, mentions("mesin.ralat_kata"))
    told = await _answers(place)
    assert (told["harapan"]["text"], "juga" in told) == (now, False)


@pytest.mark.parametrize(
    ("typed", "key", "now"),
    [
        ("harapannya salah itu. harapan: atap diganti, 2 tempat tidur", "harapan", "atap diganti, 2 tempat tidur"),
        ("harapannya ganti jadi atap seng", "harapan", "atap seng"),
        ("54 ganti 50 bu, 4 sudah pindah", "cerita", "posyandu bocor 2 km dari sini, ada 50 balita"),
        ("2 km itu kelebihan, 150 meter ji", "cerita", "posyandu bocor 150 meter dari sini, ada 54 balita"),
    ],
)
async def test_what_is_told_anew_over_the_card_is_whole(place: Town, typed: str, key: str, now: str) -> None:
    sitti = Proposer(place)
    await sitti.until_card("posyandu bocor 2 km dari sini, ada 54 balita", "diperbaiki")
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    assert (await _answers(place))[key]["text"] == now


async def test_what_is_said_to_be_wrong_is_asked_for_and_cukup_ends_a_doubt(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("pengumuman pakai toa, kami tuli tidak dengar", mentions("mesin.maksudnya_apa"))
    await sitti.say("cukup", mentions("form.usulan.harapan.tanya"))
    await sitti.say("kayu lapuk", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.say("harapan salah", mentions("mesin.ralat_tanya", lama="kayu lapuk"))
    await sitti.say("papan tulis", "Kami catat begini")
    told = await _answers(place)
    assert told["cerita"]["text"] == "pengumuman pakai toa, kami tuli tidak dengar"
    assert (told["harapan"]["text"], "juga" in told) == ("papan tulis", False)


@pytest.mark.parametrize("typed", ["bukan lebih dari 80, pas 80 KK", "bukan lebih dari 80 tapi 80 saja"])
async def test_a_bound_that_was_not_meant_goes(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Jembatan kayu lapuk, lebih dari 80 KK yang rasakan.", "harapkan")
    await sitti.say("Mohon jembatan beton.", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    assert (await _answers(place))["jumlah"] == {"families": 80}


async def test_what_is_hoped_for_is_no_correction_of_what_was(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Jalan yang diaspal dua tahun lalu sudah berlubang semua.", "harapkan")
    await sitti.say("bukan diaspal tapi dirabat beton", "foto")
    told = await _answers(place)
    assert "diaspal" in told["cerita"]["text"]
    assert told["harapan"]["text"] == "bukan diaspal tapi dirabat beton"


async def test_what_is_to_be_exchanged_is_the_wish(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Jembatan gantung papannya lepas.", "harapkan")
    await sitti.say("papannya diganti", "foto")
    assert (await _answers(place))["harapan"]["text"] == "papannya diganti"


async def test_those_who_pass_by_are_counted_as_they_are_told(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Jembatan kayu lapuk, yang lewat 80 KK.", "harapkan")
    assert (await _answers(place))["jumlah"] == {"families": 80}


@pytest.mark.parametrize("typed", ["5 km eh bukan kuralat 600 meter ji", "5 km e bukan, 600 meter"])
async def test_whoever_turns_round_in_the_middle_puts_right_what_stands_before(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Pipa air pecah 5 km dari sumber.", "harapkan")
    await sitti.say("Minta pipa baru.", "foto")
    await sitti.say(typed, mentions("mesin.ralat_kata", lama="5 km"))
    assert "600 meter" in (await _answers(place))["cerita"]["text"]


async def test_a_size_takes_no_place_of_what_was_counted(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Got tersumbat, 60 kios terendam.", "harapkan")
    await sitti.say("Minta got baru.", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.say("ukurannya 300 meter bukan 60 kios", "300 m")
    told = await _answers(place)
    assert "60 kios" in told["cerita"]["text"]
    assert told["ukuran"]


async def test_a_place_that_was_put_right_is_right_in_the_story_too(place: Town) -> None:
    sitti = Proposer(place)
    await place.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("lampu jalan di batu mila maiwa mati semua, gelap kalau malam", mentions("mesin.ini_ceritanya"))
    await sitti.press(words("tombol.ya_cerita"), mentions("form.usulan.dusun.tanya"))
    await sitti.say("eh salah bukan di batu mila tapi salo dua", "Salodua")
    told = await _answers(place)
    assert told["cerita"]["text"].startswith("lampu jalan di salo dua maiwa")
    assert told["desa"]["name"] == "Salodua"


@pytest.mark.parametrize(
    "typed", ["bukan 15 rumah 25 rumah", "bkn 15 rumah nak 25 rumah", "eh bukan 15 rumah, 25 rumah"]
)
@pytest.mark.parametrize("where", ["first", "choice", "reader"])
async def test_two_figures_without_a_pause_put_one_right_at_any_question(place: Town, typed: str, where: str) -> None:
    told = "Jalan tani rusak, 15 rumah susah lewat"
    sitti = Proposer(place)
    if where == "first":
        await place.simulator.begin(sitti.person)
        await sitti.press(words("tombol_setuju"), "kecamatan")
        await sitti.say(told, mentions("mesin.ini_ceritanya"))
    else:
        for name, role, scope in (("Rahman", FASILITATOR_DESA, DESA), ("Ratna", FASILITATOR_KECAMATAN, KECAMATAN)):
            await facilitator(place, name, role, scope)
        await sitti.until_story()
        await sitti.say(told, "harapkan")
        await sitti.say("dirabat", "foto")
        await sitti.press(*((words("tombol.lewati"), "urusan") if where == "choice" else ("Cukup", "dibaca Rahman")))
    said = await sitti.say(typed, mentions("mesin.ralat_kata"))
    rows = str([tuple(row) for row in await place.rows("SELECT state FROM conversations")])
    assert ("25 rumah susah" in rows, "15 rumah" in rows) == (True, False)
    assert {"first": "Itu cerita", "choice": "urusan", "reader": "dibaca Rahman"}[where] in said


@pytest.mark.parametrize("typed", ["bukan 17 rumah 35 rumah", "bukan 17 rumah, 35 rumah"])
@pytest.mark.parametrize("is_first", [True, False])
async def test_a_figure_that_nobody_told_is_no_no(place: Town, typed: str, is_first: bool) -> None:
    sitti = Proposer(place)
    if is_first:
        await place.simulator.begin(sitti.person)
        await sitti.press(words("tombol_setuju"), "kecamatan")
        await sitti.say("Jalan tani rusak parah sekali", mentions("mesin.ini_ceritanya"))
    else:
        for name, role, scope in (("Rahman", FASILITATOR_DESA, DESA), ("Ratna", FASILITATOR_KECAMATAN, KECAMATAN)):
            await facilitator(place, name, role, scope)
        await sitti.until_photo()
        await sitti.press("Cukup", "dibaca Rahman")
    said = await sitti.say(typed, mentions("mesin.ralat_yang_mana"))
    assert ("Jalan tani rusak parah" if is_first else "dibaca Rahman") in said


@pytest.mark.parametrize("typed", ["bukan 1 2 orang yang jatuh di sini", "jembatan 3 meter 2 tiang sudah lapuk"])
async def test_figures_of_a_story_stay_as_they_were_told(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(typed, bool)
    assert typed in str(await place.rows("SELECT state FROM conversations"))
