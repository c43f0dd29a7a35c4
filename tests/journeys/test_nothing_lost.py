"""What is told out of turn, in a long message or under a photo is kept where it belongs."""

import json
from typing import Any

import pytest

from bot.simulator.chats import Person
from tests.journeys.villagers import consent, name_place, photo, tell
from tests.support.client import words_of
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

LONG = (
    "jalan tani di dusun paraja desa tuncung kecamatan maiwa sudah tiga tahun rusak parah kalau hujan licin sekali "
    "bulan lalu tiga orang jatuh dari motor bawa jagung yang lewat situ empat puluh keluarga petani semua panjangnya "
    "dari masjid nurul huda sampai pinggir sungai kira kira 800 meter lalu jembatannya juga miring papannya lepas "
    "kalau banjir anak anak tidak sekolah minta tolong dirabat beton dan jembatannya dibuat baru warga siap gotong "
    "royong kasih makan tukang"
)
LETTER = (
    "Surat permohonan kelompok tani Sipatuo desa Sumillan kec Alla, perbaikan saluran irigasi jebol 450 meter, "
    "anggota 28 petani"
)
_PHOTO, _ABOUT, _WHO, _POOR = (
    f"form.usulan.{question}.tanya" for question in ("foto", "kategori", "merasakan", "kurang_mampu")
)


async def _told(place: Town) -> dict[str, Any]:
    state = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])
    return {key: answer["value"] for key, answer in state["answers"].items()}


async def _until_photo(place: Town) -> Person:
    sitti = await consent(place)
    await name_place(place, sitti)
    await tell(place, sitti)
    return sitti


async def test_a_long_message_with_its_place_in_it_keeps_every_word(place: Town) -> None:
    sitti = await consent(place)
    shown = await place.ask(sitti, LONG, says("mesin.ini_ceritanya"))
    assert LONG in words_of(shown)
    await place.ask(sitti, "ya", mentions("form.usulan.harapan.tanya"))
    assert (await _told(place))["cerita"]["text"] == LONG


async def test_a_group_that_is_counted_at_another_question_is_how_many_feel_it(place: Town) -> None:
    sitti = await _until_photo(place)
    await place.ask(sitti, "balita 45", "45 orang")
    assert (await _told(place))["jumlah"] == {"total": 45}


async def test_who_feels_it_and_how_many_are_told_in_one(place: Town) -> None:
    sitti = await _until_photo(place)
    await place.press(sitti, words("tombol.lewati"), mentions(_ABOUT))
    await place.press(sitti, words("tombol.lewati"), mentions(_WHO))
    await place.ask(sitti, "45 balita", mentions(_POOR))
    told = await _told(place)
    assert told["jumlah"] == {"total": 45}
    assert [one["value"] for one in told["merasakan"]] == ["balita"]


@pytest.mark.parametrize(
    ("text", "said"),
    [("45 balita, 20 lansia", "mesin.dicatat_juga"), ("pedagang", "mesin.tidak_cocok_disimpan")],
)
async def test_what_is_not_clear_where_it_is_asked_who_is_at_least_kept(place: Town, text: str, said: str) -> None:
    sitti = await _until_photo(place)
    await place.press(sitti, words("tombol.lewati"), mentions(_ABOUT))
    await place.press(sitti, words("tombol.lewati"), mentions(_WHO))
    await place.ask(sitti, text, mentions(said))
    assert (await _told(place))["juga"] == {"text": text}


async def test_who_feels_it_is_understood_where_it_is_asked_what_it_is_about(place: Town) -> None:
    sitti = await _until_photo(place)
    await place.press(sitti, words("tombol.lewati"), mentions(_ABOUT))
    await place.ask(sitti, "disabilitas", "Disabilitas")
    await place.ask(sitti, "pelatihan", mentions("mesin.yang_dimaksud"))
    await place.ask(sitti, "ya", mentions("form.usulan.jumlah.tanya"))
    told = await _told(place)
    assert [one["value"] for one in told["merasakan"]] == ["disabilitas"]
    assert told["kategori"]["value"] == "usaha"


async def test_what_a_letter_under_a_photo_surely_tells_fills_the_form(place: Town) -> None:
    muin = await consent(place, "Muin")
    shown = await place.photo(muin, photo(), says("mesin.ini_ceritanya"), caption=LETTER)
    assert LETTER in words_of(shown)
    told = await _told(place)
    assert (told["kecamatan"]["name"], told["desa"]["name"]) == ("Alla", "Sumillan")
    assert told["jumlah"] == {"total": 28}
    assert told["ukuran"]["sizes"][0]["amount"] == "450"


async def test_what_stands_under_a_photo_is_read_back(place: Town) -> None:
    sitti = await _until_photo(place)
    await place.photo(sitti, photo(), mentions(_ABOUT), caption="yang rusak ini 450 meter, 28 petani")
    card = words_of(await place.press(sitti, words("tombol.cukup"), "Kami catat begini"))
    assert "yang rusak ini 450 meter, 28 petani" in card
    told = await _told(place)
    assert (told["jumlah"], told["ukuran"]["sizes"][0]["amount"]) == ({"total": 28}, "450")
    assert "kategori" not in told


@pytest.mark.parametrize("text", ["untuk orang lain", "Bukan, untuk orang lain"])
async def test_the_words_of_the_button_for_somebody_else_do_what_it_does(place: Town, text: str) -> None:
    sabir = await consent(place, "Sabir")
    await place.ask(sabir, text, mentions("form.suara.nama.tanya"))


async def test_a_wish_for_somebody_else_is_the_answer(place: Town) -> None:
    sabir = await consent(place, "Sabir")
    await name_place(place, sabir)
    await place.ask(sabir, "rumah nenek bocor, dinding lapuk", mentions("form.usulan.harapan.tanya"))
    await place.ask(sabir, "bedah rumah untuk nenek", mentions(_PHOTO))
    assert (await _told(place))["harapan"] == {"text": "bedah rumah untuk nenek"}


@pytest.mark.parametrize(
    "text",
    ["saya tuli. telepon tidak bisa. tulis saja bisa?", "mikrofon tdk bisa saya. tuli", "hasil telepon jangan. tulis"],
)
async def test_whoever_does_not_hear_is_told_that_all_is_written_and_the_reader_learns_it(
    place: Town, text: str
) -> None:
    rahma = await _until_photo(place)
    await place.ask(rahma, text, says("tulis_saja"))
    await place.hears(rahma, mentions(_PHOTO))
    assert (await _told(place))["juga"] == {"text": text}


async def test_whoever_does_not_hear_is_answered_before_and_after_the_form_too(place: Town) -> None:
    rahma = place.simulator.add_person("Rahma")
    await place.start_chat(rahma, says("izin"))
    await place.ask(rahma, "saya tuli, jangan telepon", says("tulis_saja"))


async def test_a_child_that_does_not_hear_is_told_of_as_a_story(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, "anak saya tuli tidak bisa dengar", mentions("form.usulan.harapan.tanya"))


async def test_the_need_for_signs_at_a_meeting_is_kept_whatever_is_asked(place: Town) -> None:
    rahma = await _until_photo(place)
    text = "juru bahasa isyarat rapat tidak ada. datang saya mau tapi mengerti tidak"
    await place.ask(rahma, text, mentions("mesin.disimpan_juga"))
    assert (await _told(place))["juga"] == {"text": text}


async def test_whoever_is_not_there_passes_over_the_point(place: Town) -> None:
    lolo = await _until_photo(place)
    for question in (_ABOUT, _WHO, "form.usulan.jumlah.tanya"):
        await place.press(lolo, words("tombol.lewati"), mentions(question))
    await place.ask(lolo, "40 KK", mentions(_POOR))
    await place.ask(lolo, "5 KK", mentions("form.usulan.lokasi.tanya"))
    await place.ask(lolo, "tidak bisa saya di rumah ini", mentions("form.usulan.patokan.tanya"))


async def test_a_complaint_where_the_dusun_is_asked_for_is_the_story_and_no_name(place: Town) -> None:
    darwis = await consent(place, "Darwis")
    await place.ask(darwis, "maiwa tuncung", mentions("form.usulan.dusun.tanya"))
    text = "jembatan kayu sudah lapuk mau putus, tahun lalu sudah diusulkan tidak ada jawaban"
    shown = await place.ask(darwis, text, says("mesin.ini_ceritanya"))
    assert text in words_of(shown)


async def test_a_danger_that_was_answered_beside_a_story_is_not_answered_again(place: Town) -> None:
    lukman = await consent(place, "Lukman")
    await place.ask(lukman, "pasar cendana banjir kalau hujan got tersumbat lama sekali", mentions("mesin.tempat_ini"))
    await place.ask(lukman, "cendana", says("mesin.ini_ceritanya"))
    before = len([one for one in place.simulator.said(lukman) if one in says("bahaya.bencana_pelan")])
    await place.ask(lukman, "pasar banjir terus", mentions("mesin.ini_ceritanya"))
    assert before == len([one for one in place.simulator.said(lukman) if one in says("bahaya.bencana_pelan")])


@pytest.mark.parametrize("said", ["lampu kak", "sungai", "karena susah air"])
async def test_few_words_where_a_photo_is_asked_for_are_kept(place: Town, said: str) -> None:
    sitti = await _until_photo(place)
    await place.ask(sitti, said, mentions("mesin.tidak_cocok_disimpan"))
    assert (await _told(place))["juga"]["text"] == said


@pytest.mark.parametrize("said", [".", "hmm", "20"])
async def test_a_slip_where_a_photo_is_asked_for_is_not_kept_and_not_said_to_be(place: Town, said: str) -> None:
    sitti = await _until_photo(place)
    shown = await place.ask(sitti, said, mentions("mesin.butuh_foto"))
    assert not mentions("mesin.tidak_cocok_disimpan")(shown)
    assert "juga" not in await _told(place)
