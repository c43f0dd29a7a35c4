"""One thing is asked about an usulan; the answer lands in that very field, and whoever asked is told at once."""

import asyncio
import json

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.browser.pictures import photo, recording
from tests.deciding.asking import Asking
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words

LANDMARK, WHY = "Patokan", "Kenapa didahulukan"


async def test_one_tap_asks_and_the_answer_lands_in_that_field(place: Asking) -> None:
    asked = await place.ask_for(LANDMARK)
    assert words("klarifikasi_hal.patokan") in words_of(asked)
    assert await place.stage() == "ditanya"
    before = await place.answers()
    await place.press(place.sitti, words("tombol_jawab"), says("klarifikasi_pertanyaan", nomor="Maiwa 1"))
    told = says("klarifikasi_dicatat", nomor="Maiwa 1", penanya="Rahman")
    await place.ask(place.sitti, "Dari masjid sampai pos ronda", told)
    heard = await place.hears(
        place.rahman, says("klarifikasi_jawaban", nomor="Maiwa 1", ubahan=[{"baru": "Dari masjid sampai pos ronda"}])
    )
    assert heard["reply_to_message"], "where it was asked"
    assert before | {"patokan": {"text": "Dari masjid sampai pos ronda"}} == await place.answers()
    (event,) = await place.town.rows("SELECT detail FROM events WHERE kind = 'diralat'")
    assert json.loads(event[0])["dari"] is None
    assert (await place.stage(), await place.states()) == ("tercatat", ["answered"])


async def test_a_reply_to_the_old_message_days_later_is_the_answer(place: Asking) -> None:
    asked = await place.ask_for(LANDMARK)
    await place.days_later(9)
    await place.telegram.say(place.sitti, "Dekat jembatan gantung", reply_to=asked["message_id"])
    await place.hears(place.sitti, says("klarifikasi_dicatat", penanya="Rahman"))
    assert (await place.answers())["patokan"] == {"text": "Dekat jembatan gantung"}
    assert await place.states() == ["answered"]


async def test_what_is_said_before_it_can_be_read_stands_with_the_answer(quick: Asking) -> None:
    asked = await quick.ask_for("Ukurannya")
    said = "siapa yg ukur itu?? sy tiap hari lewat, 200 meter. tapi yg paling rusak memang 120 itu"
    await quick.telegram.say(quick.sitti, said, reply_to=asked["message_id"])
    await quick.hears(quick.sitti, mentions("form.usulan.ukuran.bantuan"))
    await quick.ask(quick.sitti, "120 m x 3 m", says("klarifikasi_dicatat"))
    assert await quick.town.rows("SELECT answer FROM clarifications") == [(said,)]
    heard = await quick.hears(quick.rahman, mentions("klarifikasi_jawaban"))
    assert "yg paling rusak memang 120" in heard["text"]


async def test_what_endangers_somebody_is_handed_to_nobody_with_an_answer(quick: Asking) -> None:
    asked = await quick.ask_for("Ukurannya")
    said = "suamiku pukul saya terus di rumah, jalannya 200 meter atau 120 saya takut sekali"
    await quick.telegram.say(quick.sitti, said, reply_to=asked["message_id"])
    await quick.hears(quick.sitti, mentions("bahaya.lanjut"))
    await quick.telegram.say(quick.sitti, "120 m x 3 m", reply_to=asked["message_id"])
    await quick.hears(quick.sitti, says("klarifikasi_dicatat"))
    heard = await quick.hears(quick.rahman, mentions("klarifikasi_jawaban"))
    assert "pukul" not in heard["text"]
    assert "pukul" not in str(await quick.town.rows("SELECT answer FROM clarifications"))


async def test_a_reply_to_a_reminder_is_the_answer_too(quick: Asking) -> None:
    await quick.ask_for(LANDMARK)
    await quick.days_later(2)
    reminded = await quick.hears(quick.sitti, says("klarifikasi_ingat", nomor="Maiwa 1"))
    await quick.telegram.say(quick.sitti, "Dekat pasar lama", reply_to=reminded["message_id"])
    await quick.hears(quick.sitti, says("klarifikasi_dicatat"))
    assert (await quick.answers())["patokan"] == {"text": "Dekat pasar lama"}


async def test_a_reply_to_another_message_answers_nothing(quick: Asking) -> None:
    first = quick.newest(quick.sitti)
    await quick.ask_for(LANDMARK)
    await quick.telegram.say(quick.sitti, "Dekat pasar lama", reply_to=first)
    await asyncio.sleep(0.5)
    assert await quick.states() == ["open"]


async def test_a_photo_answers_what_asks_for_one(quick: Asking) -> None:
    asked = await quick.ask_for("Foto")
    picture = bytes(photo()["buffer"])
    await quick.telegram.media(quick.sitti, "photo", picture, reply_to=asked["message_id"])
    await quick.hears(quick.sitti, says("klarifikasi_dicatat"))
    await quick.hears(quick.rahman, says("klarifikasi_jawaban"))
    await quick.telegram.media(quick.sitti, "photo", picture, reply_to=asked["message_id"])  # a second one joins it
    await quick.town.until("SELECT count(*) FROM media WHERE question = 'foto'", 2)
    assert len((await quick.answers())["foto"]) == 2


async def test_a_point_on_the_map_answers_where_it_is(quick: Asking) -> None:
    await quick.ask_for("Titik di peta")
    await quick.press(quick.sitti, words("tombol_jawab"), says("klarifikasi_pertanyaan"))
    await quick.telegram.location(quick.sitti, -3.55, 119.77)
    await quick.hears(quick.rahman, says("klarifikasi_jawaban"))
    assert (await quick.answers())["lokasi"]["lat"] == pytest.approx(-3.55)


async def test_whoever_cannot_write_says_it(quick: Asking) -> None:
    asked = await quick.ask_for(LANDMARK)  # a question that takes no voice
    sound = bytes(recording()["buffer"])
    await quick.telegram.media(quick.sitti, "voice", sound, reply_to=asked["message_id"])
    await quick.hears(quick.sitti, says("klarifikasi_dicatat"))
    await quick.hears(quick.rahman, lambda message: "voice" in message)
    await quick.town.until("SELECT count(*) FROM media WHERE question = 'klarifikasi'", 1)
    assert "patokan" not in await quick.answers()
    assert await quick.states() == ["answered"]


async def test_a_voice_lands_in_the_field_that_takes_one(quick: Asking) -> None:
    asked = await quick.ask_for(WHY)
    sound = bytes(recording()["buffer"])
    await quick.telegram.media(quick.sitti, "voice", sound, reply_to=asked["message_id"])
    await quick.hears(quick.rahman, lambda message: "voice" in message)
    assert "voice" in (await quick.answers())["alasan"]


async def test_few_options_stand_under_the_question_itself(quick: Asking) -> None:
    asked = await quick.ask_for("Tentang apa")
    option = words("form.usulan.kategori.pilihan.air")
    assert option in labels(asked)
    await quick.press(quick.sitti, option, says("klarifikasi_dicatat"))
    assert (await quick.answers())["kategori"]["value"] == "air"


async def test_own_words_about_no_question_are_kept_beside_it(place: Asking) -> None:
    before = await place.answers()
    await place.open()
    await place.press(place.rahman, words("klarifikasi_tombol_lain"), says("klarifikasi_tentang_apa"))
    await place.press(place.rahman, words("klarifikasi_tombol_tanpa_hal"), says("form.klarifikasi_tanya.tanya.tanya"))
    await place.ask(place.rahman, "Pernah diusulkan tahun lalu <ya>?", says("klarifikasi_dikirim"))
    asked = await place.hears(place.sitti, says("klarifikasi_tanya", isi="Pernah diusulkan tahun lalu <ya>?"))
    await place.telegram.say(place.sitti, "Belum pernah", reply_to=asked["message_id"])
    await place.hears(place.rahman, says("klarifikasi_jawaban", jawaban="Belum pernah"))
    assert await place.town.rows("SELECT answer FROM clarifications") == [("Belum pernah",)]
    opened = await place.open()
    assert "Pernah diusulkan tahun lalu <ya>?" in words_of(opened)
    assert "Belum pernah" in words_of(opened)
    assert before == await place.answers()


async def test_a_question_typed_instead_of_choosing_what_it_is_about_is_asked(quick: Asking) -> None:
    await quick.open()
    await quick.press(quick.rahman, words("klarifikasi_tombol_lain"), says("klarifikasi_tentang_apa"))
    await quick.ask(quick.rahman, "Bak yang di atas masjid itu milik siapa?", says("klarifikasi_dikirim"))
    await quick.hears(quick.sitti, says("klarifikasi_tanya", isi="Bak yang di atas masjid itu milik siapa?"))
    await quick.open()
    await quick.press(quick.rahman, words("klarifikasi_tombol_lain"), says("klarifikasi_tentang_apa"))
    await quick.ask(quick.rahman, "tampilkan menu", says("menu_awal"))
    assert await quick.states() == ["open"]


async def test_a_field_told_already_keeps_its_old_words_in_the_history(quick: Asking) -> None:
    await quick.open()
    await quick.press(quick.rahman, words("klarifikasi_tombol_lain"), says("klarifikasi_tentang_apa"))
    await quick.press(quick.rahman, "Harapannya", says("form.klarifikasi_tanya.tanya.tanya"))
    await quick.ask(quick.rahman, "Baknya sebesar apa?", says("klarifikasi_dikirim"))
    asked = await quick.hears(quick.sitti, says("klarifikasi_tanya", isi="Baknya sebesar apa?"))
    old = (await quick.answers())["harapan"]["text"]
    await quick.telegram.say(quick.sitti, "Bak air 3 x 3 meter di tengah dusun", reply_to=asked["message_id"])
    told = [{"lama": old, "baru": f"{old}\nBak air 3 x 3 meter di tengah dusun"}]
    await quick.hears(quick.rahman, says("klarifikasi_jawaban", ubahan=told))
    (event,) = await quick.town.rows("SELECT detail FROM events WHERE kind = 'diralat'")
    assert json.loads(event[0])["dari"] == {"text": old}


async def test_no_more_than_three_at_once_and_the_same_only_once(quick: Asking) -> None:
    await quick.ask_for(LANDMARK)
    await quick.press(
        quick.rahman, words("klarifikasi_tombol_tanyakan", judul=LANDMARK), says("klarifikasi_sudah_ditanya")
    )
    for title in ("Foto", WHY):
        await quick.press(quick.rahman, words("klarifikasi_tombol_tanyakan", judul=title), says("klarifikasi_dikirim"))
    await quick.press(
        quick.rahman, words("klarifikasi_tombol_tanyakan", judul="Ukurannya"), says("klarifikasi_penuh", batas=3)
    )
    assert await quick.states() == ["open"] * 3


async def test_two_facilitators_at_once_ask_the_same_thing_once(place: Asking) -> None:
    amir = await place.join("Amir", FASILITATOR_DESA)
    await place.open()
    await place.open(amir)
    label = words("klarifikasi_tombol_tanyakan", judul=LANDMARK)
    await asyncio.gather(place.touch(place.rahman, label), place.touch(amir, label))
    await place.hears(place.sitti, says("klarifikasi_tanya"))
    await place.town.until("SELECT count(*) FROM clarifications", 1)
    asked = [text for text in place.texts(place.sitti) if text in says("klarifikasi_tanya")]
    assert len(asked) == 1
    second = [
        one for one in (place.rahman, amir) if any(t in says("klarifikasi_sudah_ditanya") for t in place.texts(one))
    ]
    assert len(second) == 1


async def test_a_stranger_answers_nothing_and_asks_nothing(quick: Asking) -> None:
    await quick.ask_for(LANDMARK)
    ucok = await quick.begin("Ucok")
    (row,) = await quick.town.rows("SELECT id, usulan_id FROM clarifications")
    assert words("tombol_lewat") == await quick.toast(ucok, f"l:jawab:{row[0]}")
    assert words("tombol_bukan_untuk_ini") == await quick.toast(ucok, f"u:tanya:{row[1]}:ukuran")
    amir = await quick.join("Amir", FASILITATOR_DESA, "73.16.03.1001")
    assert words("bukan_wilayah") == await quick.toast(amir, f"u:tanya:{row[1]}:ukuran")
    assert words("tombol_lewat") == await quick.toast(amir, f"u:isi:{row[0]}")
    assert await quick.states() == ["open"]


async def test_whoever_asked_takes_it_back_and_the_proposer_hears_of_it(quick: Asking) -> None:
    await quick.ask_for(LANDMARK)
    await quick.press(quick.rahman, words("klarifikasi_tombol_tarik"), says("klarifikasi_ditarik"))
    await quick.hears(quick.sitti, says("klarifikasi_ditarik_kabar", nomor="Maiwa 1"))
    assert (await quick.states(), await quick.stage()) == (["withdrawn"], "tercatat")
    await quick.press(quick.sitti, words("tombol_jawab"), says("klarifikasi_selesai"))


async def test_what_is_completed_by_the_way_needs_no_answer_any_more(quick: Asking) -> None:
    await quick.ask_for(LANDMARK)
    await quick.ask(quick.sitti, "/usulanku", says("usulanku_daftar"))
    await quick.press(quick.sitti, words("tombol_lengkapi", nomor="Maiwa 1"), says("lengkapi_mulai_sendiri"))
    for said in ("urusan apa", "Siapa", "berapa orang", "kurang mampu", "Kirim lokasi", "dekat apa"):
        await quick.ask(quick.sitti, "lewati", said)
    await quick.ask(quick.sitti, "Dekat masjid tua", "Seberapa besar")
    await quick.press(quick.sitti, words("tombol.cukup"), says("form.lengkapi.tinjau"))
    await quick.press(quick.sitti, words("tombol.kirim"), says("lengkapi_dicatat"))
    await quick.hears(quick.rahman, says("klarifikasi_terjawab", nomor="Maiwa 1"))
    assert (await quick.states(), await quick.stage()) == (["answered"], "tercatat")


async def test_anybody_who_holds_the_number_sees_that_something_is_asked_and_not_what(quick: Asking) -> None:
    await quick.ask_for(LANDMARK)
    ucok = await quick.begin("Ucok")
    told = words_of(await quick.ask(ucok, "/kabar Maiwa 1", says("kabar_isi", nomor="Maiwa 1", tahap="ditanya")))
    assert words("klarifikasi_hal.patokan") not in told


async def test_the_question_waits_under_ones_own_usulan(quick: Asking) -> None:
    await quick.ask_for(LANDMARK)
    await quick.ask(quick.sitti, "/usulanku", says("usulanku_daftar", usulan=[{"ditanya": [{"siapa": "Rahman"}]}]))
    label = words("klarifikasi_tombol_jawab", judul=LANDMARK)
    await quick.press(quick.sitti, label, says("klarifikasi_pertanyaan", nomor="Maiwa 1"))
    await quick.ask(quick.sitti, "Dekat masjid tua", says("klarifikasi_dicatat"))


async def test_an_edit_that_tells_it_settles_the_question(quick: Asking) -> None:
    asked = await quick.ask_for(LANDMARK)
    said = await quick.telegram.say(quick.sitti, "Dekat pasar", reply_to=asked["message_id"])
    await quick.hears(quick.rahman, says("klarifikasi_jawaban"))
    await quick.open()
    await quick.press(quick.rahman, words("klarifikasi_tombol_lain"), says("klarifikasi_tentang_apa"))
    await quick.press(quick.rahman, LANDMARK, says("form.klarifikasi_tanya.tanya.tanya"))
    await quick.ask(quick.rahman, "Pasar yang mana?", says("klarifikasi_dikirim"))
    await quick.telegram.edit(quick.sitti, said["message_id"], "Dekat pasar lama")
    await quick.hears(quick.sitti, says("ralat_dicatat"))
    await quick.hears(quick.rahman, says("klarifikasi_terjawab"))
    assert await quick.states() == ["answered", "answered"]


async def test_who_reads_there_no_more_is_not_told(quick: Asking) -> None:
    asked = await quick.ask_for(LANDMARK)
    amir = await quick.join("Amir", FASILITATOR_DESA)
    async with quick.town.database.write() as connection:
        await connection.exec_driver_sql(
            "UPDATE grants SET until = '2020-01-01 00:00:00' "
            "WHERE person_id IN (SELECT id FROM people WHERE name = 'Rahman')"
        )
    await quick.telegram.say(quick.sitti, "Dekat masjid tua", reply_to=asked["message_id"])
    await quick.hears(amir, says("klarifikasi_terjawab", nomor="Maiwa 1"))
    assert not any(text in says("klarifikasi_jawaban") for text in quick.texts(quick.rahman))


@pytest.mark.parametrize(
    ("title", "typed", "field", "changes"),
    [(LANDMARK, "Dekat pasar lama", "patokan", False), ("Ukurannya", "210 meter", "ukuran", True)],
)
async def test_of_what_the_meeting_has_read_back_the_size_may_be_agreed_on(
    quick: Asking, title: str, typed: str, field: str, changes: bool
) -> None:
    asked = await quick.ask_for(title)
    async with quick.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET locked_at = spoken_at")
    before = (await quick.answers()).get(field)
    await quick.telegram.say(quick.sitti, typed, reply_to=asked["message_id"])
    await quick.hears(quick.sitti, says("klarifikasi_dicatat"))
    assert ((await quick.answers()).get(field) != before) is changes
    assert await quick.states() == ["answered"]
