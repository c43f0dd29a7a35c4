"""A villager brings an usulan: by text, voice, with typos, with photos; and what may happen on the way."""

import json
from typing import Any

import pytest
from sqlalchemy import text

from bot.simulator.acts import newest_button
from bot.simulator.chats import Person
from tests.journeys.villagers import (
    DUSUN,
    HOPE,
    STORY,
    consent,
    finish,
    name_place,
    photo,
    press,
    propose,
    recording,
    say,
    tell,
    toast,
)
from tests.support.town import Town


async def _answers(place: Town) -> list[dict[str, Any]]:
    return [json.loads(row.answers) for row in await place.rows("SELECT answers FROM usulan ORDER BY id")]


async def test_an_usulan_by_text_ends_with_a_number_and_the_persons_own_words(any_place: Town) -> None:
    sitti = await consent(any_place)
    await name_place(any_place, sitti)
    await tell(any_place, sitti)
    receipt = await finish(any_place, sitti)
    assert "Maiwa 1" in receipt["text"]
    assert "Jalannya dirabat" in receipt["text"]
    (answers,) = await _answers(any_place)
    assert (STORY, HOPE) == (answers["cerita"]["text"], answers["harapan"]["text"])
    assert ("Maiwa", "Pattondon Salu", DUSUN) == tuple(answers[key]["name"] for key in ("kecamatan", "desa", "dusun"))


async def test_an_usulan_by_voice_is_kept_as_it_was_spoken(place: Town) -> None:
    sitti, spoken = await consent(place), recording()
    await name_place(place, sitti)
    sent = await place.simulator.voice(sitti, spoken)
    await place.simulator.wait_for(sitti, "harapkan dikerjakan")
    await place.simulator.voice(sitti, recording(1.0))
    await place.simulator.wait_for(sitti, "Ada foto tempatnya?")
    await finish(place, sitti)
    await place.until("SELECT count(*) FROM media WHERE outcome = 'stored'", 2)
    first = (await place.rows("SELECT path FROM media WHERE question = 'cerita'"))[0]
    assert place.simulator.file(sent["voice"]["file_id"]) == (place.settings.media_dir / first.path).read_bytes()


async def test_names_of_places_may_be_misspelt(place: Town) -> None:
    sitti = await consent(place)
    await say(place, sitti, "kec maiwaa", "apa di Kecamatan Maiwa?")
    await say(place, sitti, "pattondn salu", "mana di Desa Pattondon Salu?")
    await say(place, sitti, "jambuu", "ceritakan masalahnya")
    await tell(place, sitti)
    await finish(place, sitti)
    (answers,) = await _answers(place)
    assert "73.16.01.2002" == answers["desa"]["code"]
    assert {"name": "Jambu", "listed": True} == answers["dusun"]


async def test_a_dusun_nobody_has_listed_is_taken_when_the_person_insists(place: Town) -> None:
    sitti = await consent(place)
    await say(place, sitti, "Maiwa", "apa di Kecamatan Maiwa?")
    await say(place, sitti, "Pattondon Salu", "mana di Desa Pattondon Salu?")
    await say(place, sitti, "Buntu Lembang Baru", "belum ada di daftar")
    await press(place, sitti, "Pakai nama ini", "ceritakan masalahnya")
    await tell(place, sitti)
    await finish(place, sitti)
    assert {"name": "Buntu Lembang Baru", "listed": False} == (await _answers(place))[0]["dusun"]


async def test_an_album_of_three_is_one_answer_with_one_reply(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await tell(place, sitti)
    said = len(place.simulator.said(sitti))
    for colour in ("red", "green", "blue"):
        await place.simulator.photo(sitti, photo(colour=colour), album="kebun")
    await place.simulator.wait_for(sitti, "3 foto sudah tersimpan")
    assert said + 1 == len(place.simulator.said(sitti))
    await finish(place, sitti)
    assert 3 == len((await _answers(place))[0]["foto"])
    await place.until("SELECT count(*) FROM media WHERE outcome = 'stored'", 3)


async def test_a_fourth_photo_is_declined_and_the_three_stay(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await tell(place, sitti)
    for number in (1, 2, 3):
        await place.simulator.photo(sitti, photo())
        await place.simulator.wait_for(sitti, f"{number} foto sudah tersimpan")
    await place.simulator.photo(sitti, photo())
    await place.simulator.wait_for(sitti, "Fotonya sudah 3")
    await finish(place, sitti)
    assert 3 == len((await _answers(place))[0]["foto"])


async def test_the_next_usulan_offers_the_place_of_the_last(place: Town) -> None:
    sitti = await consent(place)
    await propose(place, sitti)
    await say(place, sitti, "/mulai", "Tempatnya masih di")
    await press(place, sitti, "Ya", "ceritakan masalahnya")
    await tell(place, sitti, hope="Jembatan diperbaiki")
    assert "Maiwa 2" in (await finish(place, sitti))["text"]


# --- on the way -----------------------------------------------------------------------------------------------------


async def test_kembali_goes_back_and_keeps_what_was_said_for_a_second_thought(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await tell(place, sitti)
    await press(place, sitti, "Kembali", "harapkan dikerjakan")
    await press(place, sitti, "Pakai yang tadi", "Ada foto tempatnya?")
    await finish(place, sitti)
    assert HOPE == (await _answers(place))[0]["harapan"]["text"]


async def test_ubah_changes_one_answer_and_nothing_else(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await tell(place, sitti)
    await press(place, sitti, "Cukup", "Kami catat begini")
    await press(place, sitti, "Ubah …", "Bagian mana")
    await press(place, sitti, "Harapannya", "harapkan dikerjakan")
    card = await say(place, sitti, "Dibuatkan talud sepanjang 50 meter", "Kami catat begini")
    assert card
    await press(place, sitti, "Kirim", "Nomornya")
    (answers,) = await _answers(place)
    assert (STORY, "Dibuatkan talud sepanjang 50 meter") == (answers["cerita"]["text"], answers["harapan"]["text"])


@pytest.mark.parametrize("how", ["button", "word", "command"])
async def test_batal_sends_nothing_and_a_new_start_is_empty(place: Town, how: str) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    if how == "button":
        await press(place, sitti, "Batal", "Yakin dibatalkan?")
        await press(place, sitti, "Ya, batalkan", "dibatalkan")
    elif how == "word":
        await say(place, sitti, "batal", "Yakin dibatalkan?")
        await say(place, sitti, "ya", "dibatalkan")
    else:
        await say(place, sitti, "/batal", "kita hentikan di sini")
    assert [] == await place.rows("SELECT * FROM conversations")
    await say(place, sitti, "/mulai", "Di kecamatan mana?")


async def test_whoever_does_not_cancel_after_all_goes_on_where_they_were(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await press(place, sitti, "Batal", "Yakin dibatalkan?")
    await press(place, sitti, "Tidak, lanjutkan", "ceritakan masalahnya")


async def test_bantuan_explains_this_question_and_asks_it_again(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    helped = await press(place, sitti, "Bantuan", "Ceritakan seperti kepada tetangga")
    assert "ceritakan masalahnya" in helped["text"]


async def test_a_draft_is_still_there_when_the_person_comes_back(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.stop()
    await place.simulator.move_clock(by=20 * 24 * 3600)
    await place.start()
    await say(place, sitti, "/mulai", "masih ada cerita yang belum selesai")
    await press(place, sitti, "Lanjutkan", "ceritakan masalahnya")


# --- editing a message ----------------------------------------------------------------------------------------------


async def test_an_edited_message_corrects_the_draft(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    told, _ = await tell(place, sitti)
    await place.simulator.edit(sitti, told["message_id"], f"{STORY} Sekarang tambah parah.")
    await place.simulator.wait_for(sitti, "Pembetulan Ceritanya sudah tersimpan")
    await finish(place, sitti)
    assert "tambah parah" in (await _answers(place))[0]["cerita"]["text"]


async def test_an_edited_message_corrects_the_usulan_and_the_history_keeps_the_old_words(any_place: Town) -> None:
    place = any_place
    sitti = await consent(place)
    _, hoped = await propose(place, sitti)
    await place.simulator.edit(sitti, hoped["message_id"], "Jalannya diaspal saja, 300 meter.")
    await place.simulator.wait_for(sitti, "Sudah kami betulkan pada Maiwa 1")
    (answers,) = await _answers(place)
    assert "Jalannya diaspal saja, 300 meter." == answers["harapan"]["text"]
    (event,) = await place.rows("SELECT detail FROM events WHERE kind = 'diralat'")
    detail = json.loads(event.detail)
    assert ("harapan", HOPE) == (detail["tanya"], detail["dari"]["text"])


async def test_an_edit_that_says_nothing_new_needs_no_word(place: Town) -> None:
    sitti = await consent(place)
    _, hoped = await propose(place, sitti)
    said = len(place.simulator.said(sitti))
    await place.simulator.edit(sitti, hoped["message_id"], HOPE)
    await place.simulator.wait_until_confirmed()
    await place.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0)
    assert (said, []) == (
        len(place.simulator.said(sitti)),
        await place.rows("SELECT * FROM events WHERE kind = 'diralat'"),
    )


async def test_when_the_meeting_has_it_a_correction_is_declined_kindly(place: Town) -> None:
    sitti = await consent(place)
    _, hoped = await propose(place, sitti)
    async with place.database.write() as connection:
        await connection.execute(text("UPDATE usulan SET locked_at = spoken_at"))
    await place.simulator.edit(sitti, hoped["message_id"], "Jalannya diaspal saja, 300 meter.")
    await place.simulator.wait_for(sitti, "sudah dibawa ke musyawarah")
    assert HOPE == (await _answers(place))[0]["harapan"]["text"]


# --- buttons that mean nothing any more -----------------------------------------------------------------------------


async def _state(place: Town) -> Any:
    return [tuple(row) for row in await place.rows("SELECT person_id, draft, state FROM conversations ORDER BY 1")]


async def _button_of(place: Town, person: Person, label: str) -> tuple[int, str]:
    """The newest button of that label: its message and its data."""
    number, button = newest_button(place.simulator.chat_of(person), label)
    return number, str(button["callback_data"])


async def test_a_button_of_an_earlier_question_does_nothing(place: Town) -> None:
    sitti = await consent(place)
    number, data = await _button_of(place, sitti, "Baraka")
    await name_place(place, sitti)
    before = await _state(place)
    await place.simulator.press_data(sitti, number, data)
    await toast(place, sitti, "Tombol ini sudah lewat")
    assert before == await _state(place)


async def test_somebody_elses_button_does_nothing(place: Town) -> None:
    sitti, hasan = await consent(place), await consent(place, "Hasan")
    _, data = await _button_of(place, sitti, "Baraka")
    before = await _state(place)
    await place.simulator.press_data(hasan, 3, data)
    await toast(place, hasan, "Tombol ini sudah lewat")
    assert before == await _state(place)


async def test_a_button_of_a_cancelled_draft_does_nothing_to_the_new_one(place: Town) -> None:
    sitti = await consent(place)
    number, data = await _button_of(place, sitti, "Baraka")
    await say(place, sitti, "/batal", "kita hentikan di sini")
    await say(place, sitti, "/mulai", "Di kecamatan mana?")
    before = await _state(place)
    await place.simulator.press_data(sitti, number, data)
    await toast(place, sitti, "Tombol ini sudah lewat")
    assert before == await _state(place)


async def test_kirim_pressed_twice_sends_once(any_place: Town) -> None:
    sitti = await consent(any_place)
    await name_place(any_place, sitti)
    await tell(any_place, sitti)
    await press(any_place, sitti, "Cukup", "Kami catat begini")
    number, data = await _button_of(any_place, sitti, "Kirim")
    for _ in range(2):
        await any_place.simulator.press_data(sitti, number, data)
    await any_place.simulator.wait_for(sitti, "Nomornya")
    await toast(any_place, sitti, "Tombol ini sudah lewat")
    assert 1 == len(await any_place.rows("SELECT * FROM usulan"))


FORGED = [
    "f:",
    "f:x:y:z",
    "f:::",
    "m:" + "9" * 60,
    "c:admin",
    "u:lihat:1",
    "u:baca:999999999999999999",
    "u:lihat:-1",
    "u:hapus:1",
    "z:apa",
    "\u202e",
    "f:0:~tinjau:~kirim",
]


@pytest.mark.parametrize("data", FORGED)
async def test_a_forged_button_changes_nothing_and_is_answered(place: Town, data: str) -> None:
    sitti = await consent(place)
    before, calls = await _state(place), len(place.simulator.calls)
    await place.simulator.press_data(sitti, 3, data)
    await place.simulator.wait_for_call("answerCallbackQuery", after=calls)
    await place.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0)
    assert before == await _state(place)
    assert [] == await place.rows("SELECT * FROM inbox WHERE outcome <> 'done'")


# --- consent --------------------------------------------------------------------------------------------------------


async def test_whoever_does_not_agree_is_not_asked_anything_and_nothing_is_kept(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.simulator.begin(sitti)
    await place.simulator.wait_for(sitti, "Setuju?")
    await press(place, sitti, "Tidak", "Tidak apa-apa")
    await say(place, sitti, "Jalan kami rusak", "Setuju?")
    assert [] == await place.rows("SELECT * FROM conversations")
    assert [None] == [row.consented_at for row in await place.rows("SELECT consented_at FROM people")]


async def test_the_screen_of_consent_can_be_read_in_full(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.simulator.begin(sitti)
    await place.simulator.wait_for(sitti, "Setuju?")
    await press(place, sitti, "Selengkapnya", "Undang-Undang Nomor 27 Tahun 2022")
