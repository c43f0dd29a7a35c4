"""What somebody says is put where it belongs: a place is no story, a landmark no wish, a name no word of the story, and
what was told of violence is no part of a road."""

import json
from typing import Any

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _draft(place: Town) -> dict[str, Any]:
    rows = await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    return {key: answer["value"] for key, answer in json.loads(rows[0][0])["answers"].items()}


async def test_the_place_said_once_more_is_no_story(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("jambu pattondon salu", says("form.usulan.cerita.tanya"))
    assert "cerita" not in await _draft(any_place)


async def test_where_it_is_is_not_what_is_hoped_for(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("Air susah, sumur kering.", "harapkan")
    await sitti.say("dekat mesjid", says("form.usulan.harapan.tanya"))
    told = await _draft(any_place)
    assert (told["patokan"], "harapan" in told) == ({"text": "dekat mesjid"}, False)


async def test_what_the_story_hopes_for_is_one_tap_away(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("Jembatan gantung putus talinya, mau diganti talinya baru", "harapkan")
    await sitti.press("mau diganti talinya baru", "foto")
    assert (await _draft(any_place))["harapan"] == {"text": "mau diganti talinya baru"}


@pytest.mark.parametrize("typed", ["ya pak", "iye betul"])
async def test_a_yes_is_for_what_stands_on_that_button(any_place: Town, typed: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("Jembatan gantung putus talinya, mau diganti talinya baru", "harapkan")
    await sitti.say(typed, "foto")
    assert (await _draft(any_place))["harapan"] == {"text": "mau diganti talinya baru"}


async def test_who_says_that_it_was_said_and_what_has_answered(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Jembatan gantung putus talinya", "harapkan")
    await sitti.say("sudah mi saya bilang ganti tali", "foto")
    assert (await _draft(place))["harapan"] == {"text": "ganti tali"}


async def test_a_number_that_was_written_does_not_make_way_for_half_a_sentence(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_card("pipa air pecah jadi 27 rumah tidak dapat air", "ganti pipa")
    await sitti.say("kan sudah saya tulis 27 rumah", bool)
    assert (await _draft(place))["cerita"]["text"] == "pipa air pecah jadi 27 rumah tidak dapat air"


async def test_whose_name_it_is_changes_no_other_name(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_card("saya jumriah tetangganya pak tahir, lampu jalan gelap", "dipasang lampu")
    for typed in ("ini nama jumriah bukan tahir", "jalannya yang gelap bukan lampu"):
        await sitti.say(typed, mentions("mesin.seharusnya", judul="Ceritanya"))
        await sitti.press(words("tombol.pakai"), "Kami catat begini")
    told = await _draft(place)
    assert told["cerita"]["text"] == "saya jumriah tetangganya pak tahir, lampu jalan gelap"
    assert told["harapan"]["text"] == "dipasang lampu"


async def test_women_put_right_leave_how_many_they_are_in_all(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card("mau pelatihan kopi bubuk untuk 20 orang perempuan 15", "pelatihan kopi")
    await sitti.say("eh salah, pesertanya 25 orang bukan 20", mentions("mesin.ralat_kata"))
    await sitti.say("perempuannya 18 bukan 15", mentions("mesin.ralat_kata"))
    told = (await _draft(any_place))["jumlah"]
    assert (told["male"], told["female"]) == (7, 18)


async def test_a_length_that_was_too_much_goes_from_all_that_was_told(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card("jalan tani hancur 5 kilometer, becek", "dibeton pak 5 kilo itu")
    await sitti.say("bukan 5 kilo tapi 700 meter", bool)
    told = await _draft(any_place)
    assert "5 kilo" not in told["cerita"]["text"] + told["harapan"]["text"]


async def test_what_was_wrong_is_named_before_what_is_right(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card("jalan gelap kalau malam", "rabat jalan")
    await sitti.say("salah itu harapannya, yang saya mau dipasang lampu jalan", mentions("mesin.ralat_kata"))
    assert (await _draft(any_place))["harapan"]["text"] == "mau dipasang lampu jalan"


@pytest.mark.parametrize(
    "told",
    [
        "di jambu tuncung maiwa tidak ada air bersih",
        "sinyal hp tidak ada di dusun jambu tuncung maiwa",
        "di tuncung maiwa tdk ada paud",
    ],
)
async def test_what_there_is_not_beside_a_place_is_the_story(any_place: Town, told: str) -> None:
    sitti = Proposer(any_place)
    await sitti.say("/mulai", mentions("tombol_setuju"))
    await sitti.press(words("tombol_setuju"), says("form.usulan.kecamatan.tanya"))
    assert told in await sitti.say(told, mentions("mesin.ini_ceritanya"))


async def test_a_place_in_the_next_story_is_not_asked_about(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card("saluran air jebol, sawah kering", "diperbaiki salurannya")
    await sitti.press(words("tombol.kirim"), mentions("tanda_terima"))
    await sitti.say("lampu jalan di dusun jambu pattondon salu gelap kalau malam", says("mesin.ini_ceritanya"))
    await sitti.say("ya itu ceritanya", says("form.usulan.harapan.tanya"))


async def test_the_usulan_that_is_asked_about_is_the_one_that_is_told_of(any_place: Town) -> None:
    sitti = Proposer(any_place)
    for story, wish in (
        ("saluran air jebol, sawah kering", "diperbaiki salurannya"),
        ("jalan gelap di dusun jambu pattondon salu kalau malam", "dipasang lampu"),
    ):
        await sitti.until_card(story, wish) if "saluran" in story else await _again(sitti, story, wish)
        await sitti.press(words("tombol.kirim"), mentions("tanda_terima"))
    told = await sitti.say("usulan saya yang saluran air sudah dibaca belum", says("tanya_status"))
    assert "Maiwa 1" in told


async def _again(sitti: Proposer, story: str, wish: str) -> None:
    await sitti.say(story, says("mesin.ini_ceritanya"))
    await sitti.say("ya", says("form.usulan.harapan.tanya"))
    await sitti.say(wish, "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")


async def test_violence_that_was_told_first_is_no_part_of_a_road(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("suami saya suka pukul saya kalau mabuk", says("bahaya.lanjut"))
    await sitti.press(words("tombol_lanjutkan"), "harapkan")
    await sitti.say("jalan dusun gelap kalau malam", mentions("bahaya.dipisah"))
    await sitti.say("dipasang lampu jalan", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.press(words("tombol.kirim"), says("usulan_tertutup_menyusul"))
    sent = await any_place.rows("SELECT answers FROM usulan")
    assert [json.loads(row[0])["cerita"]["text"] for row in sent] == ["jalan dusun gelap kalau malam"]
    assert "pukul" not in json.dumps([row[0] for row in sent])
    await sitti.say("yang saya bilang tentang suami saya tadi terkirim tidak", says("bahaya.belum_dikirim"))


async def test_other_answers_that_are_named_beside_it_go_where_they_belong(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("Papan jembatan gantung lapuk, murid takut menyeberang. Harapannya: diganti pelat besi.", "foto")
    await sitti.say("lewati", says("form.usulan.kategori.tanya"))
    await sitti.say("air. yang rasa semua warga", says("form.usulan.jumlah.tanya"))
    told = await _draft(any_place)
    assert told["harapan"] == {"text": "diganti pelat besi"}
    assert (told["kategori"]["value"], told["merasakan"][0]["value"]) == ("air", "semua")
