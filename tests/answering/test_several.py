"""Several usulan in one story: said before it is sent, and begun one by one after it, each with its own words."""

import json
from typing import Any

from bot.simulator.chats import Person
from tests.answering.conftest import Village
from tests.support.client import labels
from tests.support.sentences import mentions, says, words

STORY = "Pertama jalan tani rusak kalau hujan, kedua posyandu bocor atapnya, ketiga air bersih dirasakan 20 KK"
NEXT = words("tombol_usulan_berikut")


async def _answers(village: Village) -> list[dict[str, Any]]:
    return [json.loads(row.answers) for row in await village.town.rows("SELECT answers FROM usulan ORDER BY id")]


async def _tell(village: Village, story: str = STORY) -> Person:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, story, "harapkan")
    await village.ask(sitti, "Mohon diperbaiki semuanya.", "foto")
    await village.press(sitti, words("tombol.cukup"), "Kami catat begini")
    return sitti


async def _send_next(village: Village, sitti: Person, told: str) -> None:
    """From the button to the next receipt."""
    await village.press(sitti, NEXT, "Tempatnya masih di")
    await village.press(sitti, words("tombol.ya"), "harapkan")
    await village.ask(sitti, f"Mohon dibantu: {told}.", "foto")
    await village.press(sitti, words("tombol.cukup"), told)
    await village.press(sitti, words("tombol.kirim"), says("tanda_terima"))


async def test_each_gets_its_number_and_its_words(either_village: Village) -> None:
    village = either_village
    sitti = await _tell(village)
    await village.hears(sitti, "Di sini ada 3 hal")
    await village.press(sitti, words("tombol.kirim"), says("usulan_berikut"))
    await village.hears(sitti, "posyandu bocor atapnya")
    await village.town.begin_again()  # nothing of it is in memory
    await _send_next(village, sitti, "posyandu bocor atapnya")
    await village.hears(sitti, "air bersih dirasakan 20 KK")
    await _send_next(village, sitti, "air bersih dirasakan 20 KK")
    first, second, third = await _answers(village)
    assert STORY == first["cerita"]["text"]
    assert "posyandu bocor atapnya" == second["cerita"]["text"]
    assert "air bersih dirasakan 20 KK" == third["cerita"]["text"]
    assert {"families": 20} == third["jumlah"]
    await village.town.simulator.wait_until_confirmed()
    assert 2 == len([one for one in village.telegram.messages(sitti) if says("usulan_berikut")(one)])


async def test_that_they_are_to_be_parted_is_heard_in_a_whole_sentence_and_kept_nowhere(village: Village) -> None:
    sitti = await _tell(village)
    for told in ("tapi itu tiga usulan kenapa disatukan?", "mau sy pisah usulan posyandu gimana caranya"):
        await village.ask(sitti, told, says("usulan_pisahkan", jumlah=3))
    await village.ask(sitti, "yang mana dikirim? sy mau dua usulan terpisah", says("usulan_pisahkan", jumlah=3))
    await village.press(sitti, words("tombol.kirim"), says("usulan_berikut"))
    (sent,) = await _answers(village)
    assert "juga" not in sent


async def test_one_story_is_one_usulan(village: Village) -> None:
    sitti = await _tell(village, "Jalan tani rusak kalau hujan, kedua orang tua saya pernah jatuh.")
    await village.press(sitti, words("tombol.kirim"), says("tanda_terima"))
    await village.town.simulator.wait_until_confirmed()
    assert not [one for one in village.telegram.messages(sitti) if NEXT in labels(one)]


async def test_in_the_middle_of_another_usulan_the_button_waits(village: Village) -> None:
    sitti = await _tell(village)
    await village.press(sitti, words("tombol.kirim"), says("usulan_berikut"))
    await village.ask(sitti, "/mulai", "Tempatnya masih di")
    assert words("usulan_berikut_nanti") == await village.touch(sitti, NEXT)
    await village.press(sitti, words("tombol.batal"), "Yakin")
    await village.press(sitti, words("tombol.ya_batalkan"), says("mesin.dibatalkan"))
    await village.press(sitti, NEXT, "Tempatnya masih di")


async def test_what_was_said_besides_may_be_one_more(village: Village) -> None:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, "1. Jalan tani rusak kalau hujan 2. Posyandu bocor atapnya", "harapkan")
    await village.ask(sitti, "Mohon diperbaiki semuanya.", "foto")
    await village.ask(sitti, "Terus satu lagi, air bersih di dusun sebelah tidak mengalir", "foto")
    await village.press(sitti, words("tombol.cukup"), "Di sini ada 3 hal")
    await village.press(sitti, words("tombol.kirim"), says("usulan_berikut"))
    await _send_next(village, sitti, "Posyandu bocor atapnya")
    await village.hears(sitti, "air bersih di dusun sebelah tidak mengalir")


LIST = """Maiwa, Pattondon Salu
- jalan tani di Jambu berlubang
- air bersih di Salokaraja kurang
- posyandu bocor atapnya"""


async def _story_and_dusun(village: Village) -> list[tuple[str, str]]:
    return [(one["cerita"]["text"], one["dusun"]["name"]) for one in await _answers(village)]


async def _with_wish(village: Village, sitti: Person) -> None:
    await village.ask(sitti, "Mohon diperbaiki.", "foto")
    await village.press(sitti, words("tombol.cukup"), "Kami catat begini")
    await village.press(sitti, words("tombol.kirim"), says("tanda_terima"))


async def test_each_line_of_a_list_is_an_usulan_of_its_own_at_its_own_place(either_village: Village) -> None:
    village = either_village
    sitti = village.town.simulator.add_person("Sitti")
    await village.ask(sitti, LIST, says("izin"))
    await village.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await village.press(sitti, words("tombol.ya_cerita"), "harapkan")
    await _with_wish(village, sitti)
    assert [("Maiwa, Pattondon Salu: jalan tani di Jambu berlubang", "Jambu")] == await _story_and_dusun(village)
    await village.hears(sitti, says("usulan_berikut", kata="air bersih di Salokaraja kurang", sisa=2))
    await village.town.begin_again()
    await village.press(sitti, NEXT, "harapkan")
    await _with_wish(village, sitti)
    await village.hears(sitti, "satu hal lagi:\nposyandu bocor atapnya")
    await _send_next(village, sitti, "posyandu bocor atapnya")
    assert [
        ("air bersih di Salokaraja kurang", "Salokaraja"),
        ("posyandu bocor atapnya", "Salokaraja"),
    ] == (await _story_and_dusun(village))[1:]
    await village.town.simulator.wait_until_confirmed()
    assert 2 == len([one for one in village.telegram.messages(sitti) if says("usulan_berikut")(one)])


async def test_a_list_at_the_place_is_the_story_and_the_dusun_in_it_is_not_asked(village: Village) -> None:
    sitti = village.town.simulator.add_person("Sitti")
    await village.town.start_chat(sitti, says("izin"))
    await village.press(sitti, words("tombol_setuju"), "kecamatan")
    await village.ask(sitti, "1. jalan tani di Jambu rusak 2. posyandu bocor atapnya", says("mesin.ini_ceritanya"))
    await village.press(sitti, words("tombol.ya_cerita"), "kecamatan")
    await village.ask(sitti, "Maiwa, Pattondon Salu", "harapkan")
    await _with_wish(village, sitti)
    assert [("jalan tani di Jambu rusak", "Jambu")] == await _story_and_dusun(village)


async def test_who_gives_the_first_of_a_list_up_is_asked_about_the_others(village: Village) -> None:
    sitti = await village.begin("Sitti")
    told = mentions("mesin.dari_daftar", jumlah=3, pertama="jalan tani rusak kalau hujan")
    await village.ask(sitti, "- jalan tani rusak kalau hujan\n- posyandu bocor\n- air bersih kurang", told)
    await village.press(sitti, words("tombol.batal"), "Yakin")
    await village.press(sitti, words("tombol.ya_batalkan"), "posyandu bocor")
    shown = await village.hears(sitti, says("mesin.ini_ceritanya"))
    assert "jalan tani" not in shown["text"]
    assert "air bersih" in shown["text"]
