"""What a villager says beside a form that is open: that they come back to it, that they are far away, that they want to
see what they sent. None of it is an answer."""

import json

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _at_the_hope(place: Town, story: str = "jalan tani di jambu pattondon salu maiwa rusak") -> Proposer:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, story)
    await sitti.hears(says("kata_pertama"))
    await sitti.press(words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await sitti.press(words("tombol.ya_cerita"), "harapkan")
    return sitti


async def _hope(place: Town) -> str:
    ((state,),) = await place.rows("SELECT state FROM conversations")
    return str(json.loads(state)["answers"].get("harapan", {}).get("value", {}).get("text", ""))


@pytest.mark.parametrize(
    "text",
    [
        "kemarin belum selesai",
        "assalamualaikum, kemarin belum selesai",
        "lanjut yang kemarin",
        "maaf pak kemarin hp mati",
        "sy mau lanjutkan usulan yg kemarin",
        "maaf kak tadi malam ketiduranka",
        "tabe' kmrn blm selesai",
    ],
)
async def test_coming_back_goes_on_and_is_no_answer(place: Town, text: str) -> None:
    sitti = await _at_the_hope(place)
    assert "harapkan" in await sitti.say(text, mentions("draf_sampai_di"))
    assert await _hope(place) == ""


@pytest.mark.parametrize("text", ["kemarin belum selesai jalannya diaspal", "lanjutkan rabat yang kemarin"])
async def test_what_tells_more_is_an_answer(place: Town, text: str) -> None:
    sitti = await _at_the_hope(place)
    await sitti.say(text, "foto")
    assert text in await _hope(place)


@pytest.mark.parametrize(
    "text", ["saya di malaysia", "merantau di Kalimantan", "sy kerja di Makassar kak", "saya TKI di sabah"]
)
async def test_from_far_away_is_welcome(place: Town, text: str) -> None:
    sitti = await _at_the_hope(place)
    assert "harapkan" in await sitti.say(text, mentions("draf_dari_jauh"))
    assert await _hope(place) == ""


@pytest.mark.parametrize(
    "text",
    ["jalan ke Makassar dilebarkan", "diganti", "minta jaringan PLN masuk", "diganti saja", "mohon tiang listrik"],
)
async def test_a_hope_is_one(place: Town, text: str) -> None:
    sitti = await _at_the_hope(place)
    await sitti.say(text, "foto")
    assert text in await _hope(place)


@pytest.mark.parametrize("text", ["diubah", "minta maaf", "minta penjelasan dulu"])
async def test_what_is_asked_of_us_is_none(place: Town, text: str) -> None:
    sitti = await _at_the_hope(place)
    await sitti.say(text, bool)
    assert await _hope(place) == ""


@pytest.mark.parametrize(
    "text", ["mau lihat usulan saya", "bukan, saya mau liat yang sudah saya kirim", "tolong cek usulanku yang kemarin"]
)
async def test_ones_own_are_shown_whatever_is_open(place: Town, text: str) -> None:
    sitti = await _at_the_hope(place)
    await sitti.say(text, mentions("usulanku_kosong"))
    await sitti.say("dicor", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.press(words("tombol.kirim"), "tercatat")
    await sitti.say(text, mentions("usulanku_daftar"))
    await sitti.say("mau usul lampu jalan", mentions("mesin.ini_ceritanya"))
    await sitti.say(text, mentions("usulanku_daftar"))


@pytest.mark.parametrize(
    "text", ["pak jembatannya sudah mau roboh, kapan diperbaiki", "jembatan gantung mau putus, kapan dikerjakan?"]
)
async def test_what_is_about_to_break_is_told_though_it_asks(place: Town, text: str) -> None:
    sitti = await _at_the_hope(place)
    await sitti.say("/batal", says("draf_dibatalkan"))
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(mentions("tanya_dikerjakan"))
    assert text.partition(",")[0] in await sitti.hears(mentions("mesin.ini_ceritanya"))
    await sitti.say("/batal", says("draf_dibatalkan"))
    await sitti.say("kapan jalan diperbaiki", mentions("tanya_dikerjakan"))


async def test_a_question_finds_the_facilitator_of_the_place_that_was_named(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "halo")
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("/batal", says("draf_dibatalkan"))
    await sitti.say("siapa fasilitator desa pattondon salu", mentions("tanya_orang"))
    await sitti.press(words("tombol_tanya_fasilitator"), says("form.tanya.pertanyaan.tanya"))
    await sitti.say("drainase yang tahun lalu masuk atau tidak", says("pertanyaan_diteruskan", kepada="Rahman"))
    assert words("tombol_pertanyaan", jumlah=1) in str(await place.ask(rahman, "/tugas", mentions("tugas_kosong")))
    assert words("tombol_pertanyaan", jumlah=1) in str(await place.ask(rahman, "/menu", mentions("menu_awal")))


async def test_where_no_place_is_known_it_is_asked_for(place: Town) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "halo")
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("/batal", says("draf_dibatalkan"))
    await place.press_data(sitti.person, "n:tanya", says("form.tanya.pertanyaan.tanya"))
    await sitti.say("drainase yang tahun lalu masuk atau tidak", says("form.tanya_di_mana.kecamatan.tanya"))
    assert await place.rows("SELECT words FROM questions") == []
    await sitti.say("pattondon salu", says("pertanyaan_diteruskan", kepada="Rahman"))
    assert await place.rows("SELECT words FROM questions") == [("drainase yang tahun lalu masuk atau tidak",)]


@pytest.mark.parametrize("mark", ["-", "•", "*"])
async def test_a_list_is_several(place: Town, mark: str) -> None:
    sitti = Proposer(place)
    things = ("jamban umum 2 unit", "air bersih tidak jalan, 25 KK", "jalan rusak")
    told = "\n".join(["Usulan desa Pattondon Salu Maiwa:", *(f"{mark} {one}" for one in things)])
    await sitti.simulator.say(sitti.person, told)
    await sitti.hears(says("kata_pertama"))
    assert "3 hal" in await sitti.press(words("tombol_setuju"), mentions("mesin.ini_ceritanya"))
    await sitti.press(words("tombol.ya_cerita"), bool)
    ((state,),) = await place.rows("SELECT state FROM conversations")
    assert "jumlah" not in json.loads(state)["answers"]  # that is told of another one
