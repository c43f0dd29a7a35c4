"""A name that is not to stand in what is told: it goes out of all of it, the rest of the message is still the answer,
and what asked for it is stored nowhere."""

import json

import pytest

from bot.core.usulan.unwritten import Unwritten, read
from bot.simulator.chats import Person
from tests.answering.conftest import Village
from tests.support.client import words_of
from tests.support.sentences import says, words
from tests.support.town import catalog_of

STORY = "Jembatan gantung papannya bolong, teman saya aldi jatuh, tangannya patah"
GONE = "nama_dikeluarkan"
INSTEAD = words("pengusul_tanpa_nama")


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("lappa. eh jangan sebut namanya aldi ya kak nanti mamanya marah", "aldi", "lappa."),
        ("bukan!! dusun lappa. aldi itu nama temanku jangan ditulis", "aldi", "bukan!! dusun lappa."),
        ("hapus nama aldi kak jangan ada", "aldi", ""),
        ("diperbaiki lampunya. jangan tulis hasniar ya", "hasniar", "diperbaiki lampunya."),
        ("nama hasniar masih ada itu. hapus", "hasniar", ""),
        ("namanya aldi, jangan ditulis", "aldi", ""),
        ("dusun lappa jangan tulis aldi", "aldi", "dusun lappa"),
        ("nama teman saya Aldi jangan dicatat ya, dusun lappa", "Aldi", "dusun lappa"),
        ("diperbaiki. jangan tulis nama pak lasemmang", "lasemmang", "diperbaiki."),
        ("pak lasemmang jangan disebut ya", "lasemmang", ""),
        ("jangan dicatat nama aldi dan hasniar", "aldi hasniar", ""),
        ("kalau boleh nama sitti jangan dibacakan", "sitti", ""),
        ("jangan kita sebut nama baco di musrenbang", "baco", ""),
        ("hapus aldi", "aldi", ""),
    ],
)
def test_what_is_not_to_stand_there(text: str, names: str, left: str) -> None:
    asked = read(catalog_of().world, text, lambda word: word.lower() in STORY.lower().split())
    assert asked == Unwritten(tuple(names.split()), left)


@pytest.mark.parametrize(
    "text",
    [
        "jangan sebut nama saya",
        "nama pak desa jangan disebut",
        "jangan tulis nama suami saya, tulis Hasni",
        "yang tadi jangan ditulis",
        "hapus yang tiga orang mati itu",
        "jangan hapus nama aldi",
        "jangan sebut nama pelapor",
        "jangan tulis jembatan",
        "jangan masukkan truk besar ke jalan itu",
        "hapus usulan saya",
        "hapus data saya",
        "bukan 500 KK, jangan ditulis 500",
        "jangan sampai ada yang hanyut lagi",
        "tolong dibuang sampahnya, jangan ada tikus",
        "hapus lasemmang",
        "hapus aldi bukan matanya kak",
    ],
)
def test_what_asks_for_no_name(text: str) -> None:
    assert read(catalog_of().world, text, lambda word: word.lower() in STORY.lower().split()) is None


@pytest.mark.parametrize(
    ("wish", "text", "thing"),
    [
        ("pipa baru yang besi, kata kakek besi kuat", "besi juga dihapus, plastik tebal saja", "besi"),
        ("dipasang lampu surya 5 tiang", "surya itu dihapus saja", "surya"),
        ("dipasang lampu surya 5 tiang", "hapus surya", "surya"),
        ("jembatan kayu ulin", "ulin jangan dipakai", "ulin"),
    ],
)
async def test_a_thing_that_is_to_go_is_no_name_of_anybody(village: Village, wish: str, text: str, thing: str) -> None:
    sitti = await _at_the_hope(village)
    await village.ask(sitti, wish, "foto")
    await village.ask(sitti, text, "")
    assert INSTEAD not in await _told(village)
    assert not any(f"dikeluarkan: {thing}." in told for told in village.town.texts(sitti))


async def _at_the_hope(village: Village) -> Person:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, STORY, "harapkan")
    return sitti


async def _told(village: Village) -> str:
    rows = await village.town.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    return json.dumps(json.loads(rows[0][0])["answers"])


async def test_beside_an_answer_it_goes_and_the_answer_stays(village: Village) -> None:
    sitti = await _at_the_hope(village)
    await village.ask(sitti, "diperbaiki papannya. jangan sebut namanya aldi ya", says(GONE, siapa="aldi"))
    await village.hears(sitti, "foto")
    told = json.loads(await _told(village))
    assert told["harapan"]["value"]["text"] == "diperbaiki papannya."
    assert told["cerita"]["value"]["text"] == STORY.replace("aldi", INSTEAD)


async def test_what_is_told_later_is_without_it_too(either_village: Village) -> None:
    sitti = await _at_the_hope(either_village)
    await either_village.ask(sitti, "hapus nama aldi kak jangan ada", says(GONE, siapa="aldi"))
    await either_village.ask(sitti, "papannya diganti, supaya aldi tidak jatuh lagi", "foto")
    await either_village.press(sitti, words("tombol.cukup"), "Kami catat begini")
    await either_village.press(sitti, words("tombol.kirim"), says("tanda_terima"))
    told = (await either_village.town.rows("SELECT answers, unnamed FROM usulan"))[0]
    assert "aldi" not in told[0].lower()
    assert json.loads(told[0])["harapan"]["text"] == "papannya diganti, supaya seseorang tidak jatuh lagi"
    assert not told[1], "nobody asked to be unnamed themselves"


async def test_over_the_card_it_goes_and_the_card_stands_again(village: Village) -> None:
    sitti = await _at_the_hope(village)
    await village.ask(sitti, "papannya diganti", "foto")
    await village.press(sitti, words("tombol.cukup"), "Kami catat begini")
    await village.ask(sitti, "nama aldi masih ada itu. hapus", says(GONE, siapa="aldi"))
    shown = words_of(await village.hears(sitti, "Kami catat begini"))
    assert INSTEAD in shown
    assert "aldi" not in (await _told(village)).lower()


async def test_a_name_that_stands_nowhere_is_said_to_and_is_kept_away(village: Village) -> None:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, "jangan tulis nama pak lasemmang", says(GONE, siapa="lasemmang", bagian=""))
    await village.ask(sitti, "Jalan di depan rumah pak Lasemmang rusak berat", "harapkan")
    assert "lasemmang" not in (await _told(village)).lower()


async def test_out_of_what_was_sent_it_goes_by_a_correction(either_village: Village) -> None:
    village = either_village
    sitti = await village.begin("Sitti")
    await village.tell(sitti, STORY)
    await village.ask(sitti, "sudah hilang nama aldi di kampung itu belum", "Itu cerita yang mau")  # a stray draft
    await village.ask(sitti, "tolong hapus nama aldi di maiwa 1", says("ralat_dicatat", nomor="Maiwa 1"))
    told = await village.town.rows("SELECT answers FROM usulan")
    assert json.loads(told[0][0])["cerita"]["text"] == STORY.replace("aldi", INSTEAD)
    assert await village.town.rows("SELECT 1 FROM events WHERE kind = 'diralat'") != []


async def test_nothing_of_it_becomes_another_usulan(village: Village) -> None:
    sitti = await village.begin("Sitti")
    await village.tell(sitti, STORY)
    await village.ask(sitti, "nama aldi tolong dihapus kak", says("ralat_dicatat", nomor="Maiwa 1"))
    assert await village.town.rows("SELECT 1 FROM conversations") == []
