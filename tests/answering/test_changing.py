"""A correction in words after an usulan was sent: shown, old and new, and done by one tap; where it is not clear, its
part is chosen and asked again."""

import json
from datetime import datetime
from typing import Any

import pytest

from bot.core.flow.correcting.sent_corrections import changes_told
from bot.core.forms.heard import Typed
from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.answering.conftest import Village
from tests.journeys.villagers import photo
from tests.support.client import words_of
from tests.support.desk import ZONE
from tests.support.sentences import mentions, says, words
from tests.support.town import catalog_of

ANSWERS: dict[str, Any] = {
    "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
    "desa": {"code": "73.16.01.2003", "name": "Tuncung"},
    "dusun": {"name": "Paraja", "listed": True},
    "cerita": {"text": "Jalan ke kebun rusak, dirasakan 20 KK."},
    "harapan": {"text": "Mohon jalannya dirabat."},
    "jumlah": {"families": 20},
}
#: The figure in the story, too.
FAMILIES = {"jumlah": {"families": 30}, "cerita": {"text": "Jalan ke kebun rusak, dirasakan 30 KK."}}
YES = "Betul, ubah"


def _changes(text: str, **more: Any) -> dict[str, Any]:
    catalog = catalog_of()
    return changes_told(catalog.flows["usulan"], ANSWERS | more, Typed(text, 1), catalog.world)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("eh salah, bukan 20 KK tapi 30 KK", FAMILIES),
        ("bukan 20 kk tapi 30", FAMILIES),
        ("eh yang kena jalan itu bukan 20 KK tapi 30 KK, sudah sy hitung pakai daftar", FAMILIES),
        ("yang merasakan semua warga", {"merasakan": [{"value": "semua", "label": "Semua warga"}]}),
        ("jumlahnya keliru, yang benar 35 KK", {"jumlah": {"families": 35}}),
        ("maksud saya 35 kk", {"jumlah": {"families": 35}}),
        ("orang bukan kk", {"jumlah": {"total": 20}}),
        ("dusunnya bukan Paraja, tapi Jambu", {"dusun": {"name": "Jambu", "listed": True}}),
        (
            "maksud saya jembatan bukan jalan",
            {
                "cerita": {"text": "Jembatan ke kebun rusak, dirasakan 20 KK."},
                "harapan": {"text": "Mohon jembatannya dirabat."},
            },
        ),
    ],
)
def test_what_is_clear_is_changed(text: str, changes: dict[str, Any]) -> None:
    assert changes == _changes(text)


@pytest.mark.parametrize(
    ("story", "text", "wanted"),
    [
        ("Jalan tani rusak.", "maksud saya jembatan tani, bukan jalan", "Jembatan tani rusak."),
        ("Jalan tani rusak.", "bukan tani tapi jalan tani", ""),
        ("Jalan tani besar itu.", "maksud saya jembatan tani besar, bukan jalan", "Jembatan tani besar itu."),
        ("Jalan tani itu.", "maksud saya jembatan tani besar, bukan jalan", "Jembatan tani besar itu."),
        (
            "Jembatan tani itu, jalan tani ini.",
            "bukan jalan tapi jembatan tani",
            "Jembatan tani itu, jembatan tani ini.",
        ),
    ],
)
def test_a_word_that_stands_beside_it_already_is_not_said_twice(story: str, text: str, wanted: str) -> None:
    changes = _changes(text, cerita={"text": story}, harapan={"text": "Mohon dirabat."})
    assert changes == ({"cerita": {"text": wanted}} if wanted else {})


def test_houses_are_put_right_as_houses() -> None:
    assert {"jumlah": {"houses": 30}} == _changes("eh salah, bukan 20 rumah tapi 30", jumlah={"houses": 20})


@pytest.mark.parametrize(
    "text",
    [
        "eh salah, bukan 20 rumah tapi 30",
        "desanya bukan Tuncung tapi Boiya",
        "Jembatan di dusun Jambu bukan aspal, harusnya dirabat",
        "Air bersih di Jambu tidak mengalir, bukan hari ini saja",
        "eh salah",
        "terima kasih",
    ],
)
def test_what_is_not_clear_changes_nothing(text: str) -> None:
    assert {} == _changes(text)


async def _answers(village: Village) -> dict[str, Any]:
    ((told,),) = await village.town.rows("SELECT answers FROM usulan")
    return dict(json.loads(told))


async def _sent(village: Village) -> Person:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, "Jalan ke kebun rusak, dirasakan 20 KK.", "harapkan")
    await village.ask(sitti, "Mohon jalannya dirabat.", "foto")
    await village.press(sitti, words("tombol.cukup"), "Kami catat begini")
    await village.press(sitti, words("tombol.kirim"), says("tanda_terima"))
    return sitti


async def test_one_tap_carries_it_out_and_the_history_keeps_the_old(either_village: Village) -> None:
    village = either_village
    sitti = await _sent(village)
    changed = [{"judul": "Jumlah orang", "lama": "20 keluarga", "baru": "30 keluarga"}]
    asked = "Eh salah, bukan 20 KK tapi 30"
    await village.ask(sitti, asked, mentions("ralat_bandingkan", nomor="Maiwa 1", ubahan=changed, dibaca=False))
    assert {"families": 20} == (await _answers(village))["jumlah"]
    await village.press(sitti, YES, says("ralat_dicatat", nomor="Maiwa 1", ubahan=changed))
    assert {"families": 30} == (await _answers(village))["jumlah"]
    details = await village.town.rows("SELECT detail FROM events WHERE kind = 'diralat'")
    kept = {told["tanya"]: told["dari"] for (detail,) in details for told in [json.loads(detail)]}
    assert kept == {"jumlah": {"families": 20}, "cerita": {"text": ANSWERS["cerita"]["text"]}}


async def test_whoever_has_read_it_sees_the_difference(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    sitti = await _sent(village)
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    await village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_ajakan_baca"))
    await village.press(rahman, words("tombol_sudah_baca"), says("baca_dicatat"))
    await village.hears(sitti, says("kabar_dibaca"))
    await village.ask(sitti, "Maksud saya jembatan bukan jalan", mentions("ralat_bandingkan", dibaca=True))
    await village.ask(sitti, "iye itu mi", says("ralat_dicatat"))
    assert "Jembatan ke kebun rusak, dirasakan 20 KK." == (await _answers(village))["cerita"]["text"]
    await village.town.simulator.move_clock(to=datetime(2027, 1, 12, 9, 0, tzinfo=ZONE))  # a Tuesday morning
    await village.hears(rahman, says("ralat_kabar", nomor="Maiwa 1"))


async def test_what_is_not_clear_is_chosen_and_asked_again(village: Village) -> None:
    sitti = await _sent(village)
    await village.ask(sitti, "Eh salah, bukan 20 rumah tapi 30", says("ubah_pilih", nomor="Maiwa 1"))
    await village.press(sitti, "Harapannya", says("ubah_mulai", lama="Mohon jalannya dirabat."))
    await village.ask(sitti, "25 rumah", says("ubah_satu_saja"))
    await village.ask(sitti, "Mohon dibuatkan jembatan gantung.", says("ralat_dicatat"))
    answers = await _answers(village)
    assert "Mohon dibuatkan jembatan gantung." == answers["harapan"]["text"]
    assert {"families": 20} == answers["jumlah"]
    await village.press(sitti, "Jumlah orang", says("ubah_mulai", lama="20 keluarga"))
    await village.ask(sitti, "30 rumah", says("ralat_dicatat"))
    assert {"houses": 30} == (await _answers(village))["jumlah"]


@pytest.mark.parametrize(
    ("more", "whole"),
    [
        ("gorong-gorong juga", "Mohon jalannya dirabat, gorong-gorong juga"),
        ("tambah gorong-gorong di ujung jalan", "Mohon jalannya dirabat, tambah gorong-gorong di ujung jalan"),
        ("jembatannya bukan jalannya", "Mohon jembatannya dirabat."),
    ],
)
async def test_what_is_said_to_be_more_or_wrong_leaves_the_rest_of_what_was_told(
    village: Village, more: str, whole: str
) -> None:
    sitti = await _sent(village)
    await village.ask(sitti, "Eh salah, bukan 20 rumah tapi 30", says("ubah_pilih", nomor="Maiwa 1"))
    await village.press(sitti, "Harapannya", says("ubah_mulai", lama="Mohon jalannya dirabat."))
    await village.ask(sitti, more, says("ralat_dicatat"))
    assert whole == (await _answers(village))["harapan"]["text"]


async def test_a_long_story_makes_way_for_a_few_words_only_where_that_is_chosen(either_village: Village) -> None:
    village, told = either_village, "Nenek dua kali jatuh di jalan ke kebun yang rusak, dirasakan 20 KK."
    sitti = await _sent(village)
    await village.ask(sitti, "ceritanya salah", says("ubah_mulai"))
    await village.ask(sitti, told, says("ralat_dicatat"))
    await village.ask(sitti, "ceritanya salah", says("ubah_mulai"))
    await village.ask(sitti, "jatuhnya tiga kali bukan dua kali", says("ralat_dicatat"))
    await village.ask(sitti, "ceritanya salah", says("ubah_mulai"))
    await village.ask(sitti, "atap pustu bocor", mentions("ubah_ganti_atau_tambah"))
    await village.press(sitti, "Ganti semuanya", says("ralat_dicatat"))
    await village.ask(sitti, "eh hilang semua ceritaku. kembalikan", mentions("ralat_bandingkan"))
    await village.press(sitti, YES, says("ralat_dicatat"))
    assert (await _answers(village))["cerita"]["text"] == told.replace("dua", "tiga")
    await village.ask(sitti, "jumlahnya salah", says("ubah_mulai"))
    await village.ask(sitti, "21", says("ralat_dicatat"))
    assert (await _answers(village))["jumlah"] == {"families": 21}


async def test_a_new_story_is_not_held_up_by_what_was_asked_and_a_no_changes_nothing(village: Village) -> None:
    sitti = await _sent(village)
    await village.ask(sitti, "Bukan 20 KK tapi 30", mentions("ralat_bandingkan"))
    await village.ask(sitti, "pake motor sy ukur", says("ralat_masih_menunggu", kata="pake motor sy ukur"))
    await village.ask(sitti, "Air bersih tidak mengalir di dusun sebelah sejak lama", "Itu cerita yang mau")
    await village.press(sitti, "Bukan", says("mesin.bukan_cerita"))
    await village.ask(sitti, "Bukan 20 KK tapi 30", mentions("ralat_bandingkan"))
    await village.press(sitti, "Tidak", says("ralat_tidak_jadi"))
    assert {"families": 20} == (await _answers(village))["jumlah"]
    await village.press(sitti, words("tombol_pilih_ubahan"), says("ubah_pilih"))


async def test_a_story_half_told_goes_on_beneath_the_question(village: Village) -> None:
    sitti = await _sent(village)
    await village.ask(sitti, "Bukan 20 KK tapi 30", mentions("ralat_bandingkan"))
    await village.ask(sitti, "/mulai", says("ada_draf"))
    await village.press(sitti, words("tombol_mulai_baru"), "Tempatnya masih di")
    await village.press(sitti, words("tombol.ya"), "ceritakan")
    await village.ask(sitti, "Posyandu bocor atapnya.", "harapkan")
    assert {"families": 20} == (await _answers(village))["jumlah"]


async def test_a_photo_while_it_is_asked_stands_with_those_of_the_usulan(either_village: Village) -> None:
    village = either_village
    sitti = await _sent(village)
    await village.ask(sitti, "Bukan 20 KK tapi 30", mentions("ralat_bandingkan"))
    await village.telegram.photo(sitti, photo(), caption="ini jalannya")
    asked = await village.hears(sitti, mentions("foto_ikut_tersimpan", nomor="Maiwa 1"))
    assert words_of(asked) in mentions("ralat_bandingkan")
    assert [one["caption"] for one in (await _answers(village))["foto"]] == ["ini jalannya"]
    assert await village.town.rows("SELECT question, words FROM media") == [("foto", "ini jalannya")]
    await village.press(sitti, "Tidak", says("ralat_tidak_jadi"))
    await village.press(sitti, words("tombol_pilih_ubahan"), says("ubah_pilih"))
    await village.press(sitti, "Harapannya", says("ubah_mulai"))
    await village.telegram.photo(sitti, photo())
    await village.hears(sitti, mentions("foto_ikut_tersimpan", nomor="Maiwa 1"))
    assert len((await _answers(village))["foto"]) == 2
    assert {"families": 20} == (await _answers(village))["jumlah"]


async def test_the_usulan_of_somebody_else_is_not_changed(village: Village) -> None:
    await _sent(village)
    ((number,),) = await village.town.rows("SELECT id FROM usulan")
    other = await village.begin("Becce")
    for data in (f"l:ralat:{number}", f"l:ubah:{number}:harapan"):
        assert words("tombol_lewat") == await village.toast(other, data)


@pytest.mark.parametrize("text", ["tidak jadi 28, 32 rumah pale", "eh tdk jadi 28 rumah, 32 rumah saja"])
async def test_a_figure_that_is_not_to_be_is_put_right_and_no_new_story(village: Village, text: str) -> None:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, "Air bersih di Jambu kering, 28 rumah ambil air di sungai", "harapkan")
    await village.ask(sitti, "sumur bor", "foto")
    await village.press(sitti, "Cukup", "Kami catat begini")
    await village.press(sitti, words("tombol.kirim"), says("tanda_terima"))
    await village.ask(sitti, text, mentions("form.ralat.betul.tanya"))
    await village.ask(sitti, "ya", says("ralat_dicatat"))
    (told,) = await village.town.rows("SELECT answers FROM usulan")
    assert json.loads(told[0])["cerita"]["text"] == "Air bersih di Jambu kering, 32 rumah ambil air di sungai"
    assert await village.town.rows("SELECT flow FROM conversations") == []
