"""Whose voice it is outlives what is said and pressed between; what hinders them is answered where they are."""

import json
from typing import Any

import pytest

from bot.simulator.chats import Person
from tests.people.conftest import STORY, agree, tell_place
from tests.people.test_speakers import ADULT, asked_whether_they_agree, bring_on, for_somebody_else
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _told_first(place: Town, *on: Any) -> Person:
    """Their words began it, and are asked about; then whose it is, and all the way to *Ya, lewat HP ini*."""
    ahmad = place.simulator.add_person("Ahmad")
    await place.start_chat(ahmad, says("izin"))
    await place.ask(ahmad, STORY, lambda message: True)
    await place.press(ahmad, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await for_somebody_else(place, ahmad, *ADULT, *(on or ("Ya, lewat HP ini", says("mesin.ini_ceritanya"))))
    return ahmad


async def _voice_of(place: Town) -> str:
    told = [json.loads(row[0]) for row in await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'")]
    return str(told[0].get("about", {}).get("suara", {}).get("name", "")) if told else ""


@pytest.mark.parametrize(
    ("said", "presses"),
    [
        ("", True),
        ("bukan", False),
        ("bukan kak", False),
        ("bukan itu ceritanya", False),
        ("tidak ji", False),
        ("bukan mi itu, salah", False),
        ("jangan yg itu, hapus", False),
        ("siapa yang baca ini nanti?", True),
        ("kirim", True),
    ],
)
async def test_whose_voice_it_is_outlives_the_words_that_began_it(place: Town, said: str, presses: bool) -> None:
    ahmad = await _told_first(place)
    if said:
        await place.ask(ahmad, said, lambda message: True)
    if presses:
        await place.press(ahmad, words("tombol.bukan_cerita"), "kecamatan")
    assert await _voice_of(place) == "Nenek Rabi"


async def test_the_story_that_follows_a_no_is_theirs_and_so_is_the_usulan(place: Town) -> None:
    ahmad = await _told_first(place)
    await place.press(ahmad, words("tombol.bukan_cerita"), "kecamatan")
    await bring_on(place, ahmad)
    assert await place.rows("SELECT s.name FROM usulan u JOIN speakers s ON s.id = u.speaker_id") == [("Nenek Rabi",)]


async def test_a_no_throws_away_nothing_of_whoever_wants_no_news_here(place: Town) -> None:
    ahmad = await _told_first(place, "Jangan lewat HP ini", says("mesin.ini_ceritanya"))
    await place.ask(ahmad, "bukan", "kecamatan")
    assert await _voice_of(place) == "Nenek Rabi"
    await place.ask(ahmad, "batal", says("mesin.yakin_batal"))


async def test_how_it_is_brought_for_another_is_told_where_they_are(place: Town) -> None:
    said = "sy menulis untuk bapakku, boleh ji?"
    ahmad = place.simulator.add_person("Ahmad")
    await agree(place, ahmad)
    told = await place.ask(ahmad, said, mentions("tanya_titip", usulan=True))
    assert words("tombol_orang_lain") in str(told["reply_markup"])
    await place.press(ahmad, words("tombol_orang_lain"), says("form.suara.nama.tanya"))
    await place.ask(ahmad, "Pak Sudi", says("form.suara.umur.tanya"))
    await place.ask(ahmad, said, mentions("tanya_titip", di_sini=True))


@pytest.mark.parametrize(
    "said",
    [
        "nda bisa dibacakan kak dia tuli",
        "tuli orangnya",
        "dia tdk bisa mendengar pak",
        "kurang dengar ki kak",
        "bapakku bisu kak",
    ],
)
async def test_who_does_not_hear_is_shown_it(place: Town, said: str) -> None:
    ahmad = await asked_whether_they_agree(place)
    shown = await place.ask(ahmad, said, mentions("setuju_diperlihatkan"))
    assert ("Apakah orangnya setuju" in shown["text"], "Ya, setuju" in str(shown["reply_markup"])) == (True, True)
    assert [] == await place.rows("SELECT * FROM consents WHERE speaker_id IS NOT NULL")


async def test_a_story_of_somebody_who_does_not_hear_is_one(place: Town) -> None:
    ahmad = await asked_whether_they_agree(place)
    await place.ask(ahmad, "anak tuli di kampung tidak ada sekolahnya", says("suara_cerita_menunggu"))


async def test_what_another_hand_typed_is_asked_for_and_no_fear_is_answered(place: Town) -> None:
    ahmad = place.simulator.add_person("Ahmad")
    await agree(place, ahmad)
    await tell_place(place, ahmad)
    await place.ask(ahmad, STORY, "harapkan")
    await place.ask(ahmad, "maaf itu tadi suami yg pegang hp, jangan dicatat", mentions("mesin.hapus_yang_mana"))
    await place.ask(ahmad, "suami sy yg pegang hp ini sekarang", mentions("bahaya.jejak"))
