"""A villager brings an usulan: by text, voice, with typos, with photos; and what may happen on the way."""

import json
from typing import Any

import pytest

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
    await place.simulator.wait_for(sitti, "3 foto sudah sampai")
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
        await place.simulator.wait_for(sitti, f"{number} foto sudah sampai")
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
