"""Who points back at what was told has told it; and a problem at the question of the place is a story, no wish."""

import json
from typing import Any

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "Mau usul dua hal, lampu jalan di poros dan lapangan futsal."


async def _answers(place: Town) -> dict[str, Any]:
    rows = await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    return {key: answer["value"] for key, answer in json.loads(rows[0][0])["answers"].items()}


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("kan sudah saya bilang tadi pak dirabat beton", "dirabat beton"),
        ("kan sudah jembatan beton", "jembatan beton"),
        ("itu tadi pipa air", "pipa air"),
        ("ya itu tadi tiga2nya kak", STORY),
        ("udah sy sebut di atas", STORY),
        ("Sebagaimana telah kami sampaikan dalam surat di atas", STORY),
        ("sama ji yang di atas", STORY),
        ("seperti yang sudah kami sampaikan, jalannya dirabat", "jalannya dirabat"),
        ("sama dengan yang di Tuncung, dirabat", "sama dengan yang di Tuncung, dirabat"),
        ("dibeton mi kubilang tadi", "dibeton"),
        ("dipasangi lampu, kan sudah kubilang pak", "dipasangi lampu"),
        ("kan sudah di atas pak, bak sama pipa itu. kenapa ditanya lagi", "bak sama pipa"),
        ("kenapa ditanya lagi? jembatan gantung ji", "jembatan gantung ji"),
        ("kok ditanya lagi, sumur bor", "sumur bor"),
        ("jembatan gantung, sudah sy jelaskan", "jembatan gantung"),
        ("papan pertanyaan di posyandu", "papan pertanyaan di posyandu"),
    ],
)
async def test_the_wish_is_what_was_told(any_place: Town, text: str, wish: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    await sitti.say(text, "foto")
    assert (await _answers(any_place))["harapan"]["text"] == wish


@pytest.mark.parametrize("text", ["kenapa ditanya lagi", "kenapa banyak tanya, capek ka"])
async def test_scolding_alone_is_no_hope(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    await sitti.say(text, bool)
    assert "harapan" not in await _answers(place)


@pytest.mark.parametrize(
    ("text", "answer"),
    [("baca saja suratnya", "mesin.surat_difoto"), ("kan sudah kubilang pak", "form.usulan.cerita.bantuan")],
)
async def test_pointing_alone_is_no_story(place: Town, text: str, answer: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(text, mentions(answer))
    assert "cerita" not in await _answers(place)


@pytest.mark.parametrize(
    "text",
    [
        "pasar cendana macet terus kalau hujan got tersumbat 500 kios rugi miliaran itu",
        "pasar cendana banjir terus kalau hujan got tersumbat 500 kios terendam rugi miliaran itu",
    ],
)
async def test_a_problem_where_the_place_is_asked_is_the_story(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await place.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say(text, "Maksudnya yang ini")
    await sitti.press("Kecamatan Cendana", mentions("mesin.ini_ceritanya"))
    await sitti.press(words("tombol.ya_cerita"), "Desa atau kelurahan")
    assert text == (await _answers(place))["cerita"]["text"]


async def test_whether_the_letter_in_the_photo_can_be_read_is_answered_after_the_story(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press(words("tombol.lewati"), "urusan apa")
    await sitti.say("bisaji dibaca isi surat itu?", says("foto_dibaca"))
    assert "kategori" not in await _answers(place)
