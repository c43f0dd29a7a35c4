"""What is no answer does not become one: words that send, that ask what is written, or that give one thing up are no
wish; a guess that was offered dies with the next question."""

import json
from typing import Any

import pytest

from tests.journeys.test_whole_usulan import DESA, KECAMATAN, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

MANY = "jalan kebun licin kalau hujan, lampu mati, posyandu rusak, 12 pedagang susah lewat"


async def _state(place: Town) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])
    return told


async def _at_the_wish(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(MANY, "harapkan")
    return sitti


@pytest.mark.parametrize("said", ["sudah benar kirim", "benar mi itu kirim saja", "silakan dikirim"])
async def test_to_send_is_no_wish(place: Town, said: str) -> None:
    sitti = await _at_the_wish(place)
    await sitti.say(said, says("mesin.belum_cukup"))
    assert "harapan" not in (await _state(place))["answers"]


async def test_since_when_is_no_wish_and_the_dusun_is_put_right_beside_one(place: Town) -> None:
    sitti = await _at_the_wish(place)
    assert "harapkan" in await sitti.say("sejak hujan kemarin", mentions("mesin.disimpan_juga"))
    await sitti.say("dusunnya Salokaraja nak. diaspal saja", "foto")
    told = (await _state(place))["answers"]
    assert (told["dusun"]["value"]["name"], told["harapan"]["value"]) == ("Salokaraja", {"text": "diaspal saja"})
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.say("ceritanya 12 warung sepi sejak 2019", mentions("mesin.ralat_kata"))
    assert (await _state(place))["answers"]["cerita"]["value"]["text"] == f"{MANY}, 12 warung sepi sejak 2019"


async def test_a_part_that_is_refused_throws_no_story_away(place: Town) -> None:
    sitti, told = Proposer(place), "jembatan bambu patah 11 meter. suamiku marah terus, jangan dengar dia"
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say(told, mentions("mesin.ini_ceritanya"))
    await sitti.say("jembatannya saja, yg rudi tulis itu jangan", mentions("mesin.hapus_tidak_tertulis"))
    await sitti.say("hapus jangan dengar dia", mentions("mesin.hapus_bagian", isi="jangan dengar dia"))
    await sitti.say("yg suamiku itu jangan ditulis", mentions("mesin.hapus_bagian"))
    await sitti.press(words("tombol.ya_cerita"), "kecamatan")
    story = (await _state(place))["answers"]["cerita"]["value"]["text"]
    assert (story.startswith("jembatan bambu patah 11 meter"), "suamiku" in story) == (True, False)


@pytest.mark.parametrize(
    "typed", ["batal batal salah pencet ka", "batalkan saja laporan saya ini", "hapus saja laporan itu pak"]
)
async def test_whoever_gives_up_their_usulan_wishes_nothing(place: Town, typed: str) -> None:
    sitti = await _at_the_wish(place)
    await sitti.say(typed, says("mesin.yakin_batal"))
    assert "harapan" not in (await _state(place))["answers"]


@pytest.mark.parametrize(
    "said", ["berapa pedagang ditulis di situ", "apa yang ditulis tadi", "sudah dicatat kah 12 orang"]
)
async def test_who_asks_what_is_written_is_told_where_it_shows(place: Town, said: str) -> None:
    sitti = await _at_the_wish(place)
    assert "harapkan" in await sitti.say(said, mentions("mesin.tertulis_di_akhir"))
    assert "harapan" not in (await _state(place))["answers"]


@pytest.mark.parametrize(
    "said", ["bu aisyah itu orang mana", "rumahnya pak dusun warna apa", "gajinya pak dusun berapa"]
)
async def test_a_question_is_a_wish_only_when_they_say_so(place: Town, said: str) -> None:
    sitti = await _at_the_wish(place)
    await sitti.say(said, says("mesin.seperti_bertanya"))
    assert "harapan" not in (await _state(place))["answers"]
    await sitti.press(words("tombol.ini_jawaban"), "foto")
    assert (await _state(place))["answers"]["harapan"]["value"] == {"text": said}


@pytest.mark.parametrize(
    "said", ["batalkan yang posyandu", "yg lampu batal saja", "posyandu tidak jadi", "lampu tidak usah"]
)
async def test_what_is_given_up_is_kept_beside_and_said_so(any_place: Town, said: str) -> None:
    sitti = await _at_the_wish(any_place)
    assert "harapkan" in await sitti.say(said, mentions("mesin.urung_disimpan"))
    answers = (await _state(any_place))["answers"]
    assert "harapan" not in answers
    assert {"text": said} == answers["juga"]["value"]


@pytest.mark.parametrize(
    "said",
    [
        "batalkan izin tambang",
        "kirim alat berat",
        "jalan jangan ditutup",
        "supaya kebun tidak jadi rusak",
        "tidak usah apa-apa",
    ],
)
async def test_a_wish_stays_one(place: Town, said: str) -> None:
    sitti = await _at_the_wish(place)
    await sitti.say(said, "foto")
    assert {"text": said} == (await _state(place))["answers"]["harapan"]["value"]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("batalkan yang posyandu", "ceritakan"),
        ("yg lampu batal saja", "ceritakan"),
        ("saya dipukul suami terus tiap malam", "ceritakan"),  # it is nothing, unless she says so
    ],
)
async def test_nor_does_it_wait_for_the_wish(place: Town, said: str, asked: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("pattondon salu", "Dusun")
    await place.simulator.say(sitti.person, said)
    await place.simulator.wait_until_confirmed()
    await sitti.say("jambu", asked)
    state = await _state(place)
    assert "harapan" not in state.get("about", {}).get("sebelumnya", {})
    assert "harapan" not in state["answers"]


async def _asked_for_desa(place: Town) -> Proposer:
    await facilitator(place, "Rahman", "fasilitator_desa", DESA)
    await facilitator(place, "Aisyah", "fasilitator_kecamatan", KECAMATAN)
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.press("Maiwa", "Desa atau kelurahan")
    return sitti


async def test_who_shall_read_is_no_place(place: Town) -> None:
    sitti = await _asked_for_desa(place)
    assert "Desa atau kelurahan" in await sitti.say("pak desa saja yang baca", mentions("mesin.pembaca_nanti"))
    await sitti.say("iya", "Desa atau kelurahan")
    assert {"Maiwa"} == {told["value"]["name"] for told in (await _state(place))["answers"].values()}


async def test_a_name_that_only_resembles_one_elsewhere_is_not_offered(place: Town) -> None:
    sitti = await _asked_for_desa(place)
    assert "Bontongan" not in await sitti.say("dia yang baca", "Desa atau kelurahan")


async def test_a_name_that_is_one_elsewhere_is_still_asked_about(place: Town) -> None:
    sitti = await _asked_for_desa(place)
    assert "Bontongan" in str(await place.ask(sitti.person, "banca", mentions("mesin.tempat_ini")))


@pytest.mark.parametrize("between", ["kapan rapatnya?", "ini gratis kah?"])
async def test_a_guess_dies_with_the_next_question(any_place: Town, between: str) -> None:
    sitti = await _asked_for_desa(any_place)
    await any_place.ask(sitti.person, "banca", mentions("mesin.tempat_ini"))
    await sitti.say(between, "Desa atau kelurahan")
    await sitti.say("iya", mentions("mesin.ya_untuk_apa"))
    assert {"Maiwa"} == {told["value"]["name"] for told in (await _state(any_place))["answers"].values()}


async def test_a_new_name_dies_with_it_too(place: Town) -> None:
    sitti = await _asked_for_desa(place)
    await sitti.say("pattondon salu", "Dusun")
    await sitti.say("karangan baru", "belum ada di daftar")
    await sitti.say("kapan rapatnya?", "Dusun mana")
    await sitti.say("iya", mentions("mesin.ya_untuk_apa"))
    assert "dusun" not in (await _state(place))["answers"]


@pytest.mark.parametrize("said", ["2021", "thn 2021", "15"])
async def test_a_bare_number_is_no_wish(place: Town, said: str) -> None:
    sitti = await _at_the_wish(place)
    assert words("mesin.harapan_angka") in await sitti.say(said, mentions("mesin.harapan_angka"))
    await sitti.say("diaspal 200 meter", "foto")
    assert (await _state(place))["answers"]["harapan"]["value"] == {"text": "diaspal 200 meter"}


@pytest.mark.parametrize(
    "typed", ["batalkan laporan keuangan desa", "semoga laporan ini diperhatikan, dibuatkan pasar baru"]
)
async def test_a_report_of_others_or_a_wish_beside_it_is_hoped_for(place: Town, typed: str) -> None:
    sitti = await _at_the_wish(place)
    await sitti.say(typed, mentions("form.usulan.foto.tanya"))
    assert (await _state(place))["answers"]["harapan"]["value"] == {"text": typed}
