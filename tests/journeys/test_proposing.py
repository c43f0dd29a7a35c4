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
    propose,
    recording,
    tell,
)
from tests.support.sentences import says, words
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
    await place.voice(sitti, recording(1.0), "Ada foto tempatnya?")
    await finish(place, sitti)
    await place.until("SELECT count(*) FROM media WHERE outcome = 'stored'", 2)
    first = (await place.rows("SELECT path FROM media WHERE question = 'cerita'"))[0]
    assert place.simulator.file(sent["voice"]["file_id"]) == (place.settings.media_dir / first.path).read_bytes()


async def test_names_of_places_may_be_misspelt(place: Town) -> None:
    sitti = await consent(place)
    await place.ask(
        sitti, "kec maiwaa", says("form.usulan.desa.tanya", kecamatan=words("mesin.nama_kecamatan", nama="Maiwa"))
    )
    await place.ask(
        sitti, "pattondn salu", says("form.usulan.dusun.tanya", desa=words("mesin.nama_desa", nama="Pattondon Salu"))
    )
    await place.ask(sitti, "jambuu", "ceritakan masalahnya")
    await tell(place, sitti)
    await finish(place, sitti)
    (answers,) = await _answers(place)
    assert "73.16.01.2002" == answers["desa"]["code"]
    assert {"name": "Jambu", "listed": True} == answers["dusun"]


async def test_a_dusun_nobody_has_listed_is_taken_when_the_person_insists(place: Town) -> None:
    sitti = await consent(place)
    await place.ask(
        sitti, "Maiwa", says("form.usulan.desa.tanya", kecamatan=words("mesin.nama_kecamatan", nama="Maiwa"))
    )
    await place.ask(
        sitti, "Pattondon Salu", says("form.usulan.dusun.tanya", desa=words("mesin.nama_desa", nama="Pattondon Salu"))
    )
    await place.ask(sitti, "Buntu Lembang Baru", says("mesin.nama_baru"))
    await place.press(sitti, words("tombol.pakai_nama"), "ceritakan masalahnya")
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
    await place.simulator.wait_for(sitti, says("mesin.foto_disimpan", jumlah="3"))
    assert said + 1 == len(place.simulator.said(sitti))
    await finish(place, sitti)
    assert 3 == len((await _answers(place))[0]["foto"])
    await place.until("SELECT count(*) FROM media WHERE outcome = 'stored'", 3)


async def test_a_fourth_photo_is_declined_and_the_three_stay(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await tell(place, sitti)
    for number in (1, 2, 3):
        await place.photo(sitti, photo(), says("mesin.foto_disimpan", jumlah=number))
    await place.photo(sitti, photo(), says("mesin.foto_penuh", batas="3"))
    await finish(place, sitti)
    assert 3 == len((await _answers(place))[0]["foto"])


async def test_the_next_usulan_offers_the_place_of_the_last(place: Town) -> None:
    sitti = await consent(place)
    await propose(place, sitti)
    await place.ask(sitti, "/mulai", says("mesin.masih_di"))
    await place.press(sitti, words("tombol.ya"), "ceritakan masalahnya")
    await tell(place, sitti, hope="Jembatan diperbaiki")
    assert "Maiwa 2" in (await finish(place, sitti))["text"]


@pytest.mark.parametrize("typed", ["sama ji kayak kemarin", "sama kayak yg kemarin", "samaji seperti yang tadi"])
async def test_the_place_is_the_last_one_by_words(place: Town, typed: str) -> None:
    sitti = await consent(place)
    await propose(place, sitti)
    await place.ask(sitti, "/mulai", says("mesin.masih_di"))
    await place.ask(sitti, typed, "ceritakan masalahnya")


# --- on the way -----------------------------------------------------------------------------------------------------


async def test_kembali_goes_back_and_keeps_what_was_said_for_a_second_thought(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await tell(place, sitti)
    await place.press(sitti, words("tombol.kembali"), "harapkan dikerjakan")
    await place.press(sitti, words("tombol.pakai"), "Ada foto tempatnya?")
    await finish(place, sitti)
    assert HOPE == (await _answers(place))[0]["harapan"]["text"]


async def test_ubah_changes_one_answer_and_nothing_else(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await tell(place, sitti)
    await place.press(sitti, words("tombol.cukup"), "Kami catat begini")
    await place.press(sitti, words("tombol.ubah"), says("mesin.ubah_yang_mana"))
    await place.press(sitti, "Harapannya", "harapkan dikerjakan")
    assert await place.ask(sitti, "Dibuatkan talud sepanjang 50 meter", "Kami catat begini")
    await place.press(sitti, words("tombol.kirim"), says("tanda_terima"))
    (answers,) = await _answers(place)
    assert (STORY, "Dibuatkan talud sepanjang 50 meter") == (answers["cerita"]["text"], answers["harapan"]["text"])


@pytest.mark.parametrize("how", ["button", "word", "command"])
async def test_batal_sends_nothing_and_a_new_start_is_empty(place: Town, how: str) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    if how == "button":
        await place.press(sitti, words("tombol.batal"), says("mesin.yakin_batal"))
        await place.press(sitti, words("tombol.ya_batalkan"), says("mesin.dibatalkan"))
    elif how == "word":
        await place.ask(sitti, "batal", says("mesin.yakin_batal"))
        await place.ask(sitti, "ya", says("mesin.dibatalkan"))
    else:
        await place.ask(sitti, "/batal", says("draf_dibatalkan"))
    assert [] == await place.rows("SELECT * FROM conversations")
    await place.ask(sitti, "/mulai", "Di kecamatan mana?")


async def test_whoever_does_not_cancel_after_all_goes_on_where_they_were(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.press(sitti, words("tombol.batal"), says("mesin.yakin_batal"))
    await place.press(sitti, words("tombol.lanjut"), "ceritakan masalahnya")


async def test_bantuan_explains_this_question_and_asks_it_again(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    helped = await place.press(sitti, words("tombol.bantuan"), "Ceritakan seperti kepada tetangga")
    assert "ceritakan masalahnya" in helped["text"]


async def test_a_draft_is_still_there_when_the_person_comes_back(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.stop()
    await place.simulator.move_clock(by=20 * 24 * 3600)
    await place.start()
    await place.ask(sitti, "/mulai", says("ada_draf"))
    await place.press(sitti, words("tombol_lanjutkan"), "ceritakan masalahnya")


# --- consent --------------------------------------------------------------------------------------------------------


async def test_whoever_does_not_agree_is_not_asked_anything_and_nothing_is_kept(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.start_chat(sitti, says("izin"))
    await place.press(sitti, words("tombol_tidak"), says("izin_ditolak"))
    await place.ask(sitti, "Jalan kami rusak", says("izin"))
    assert [] == await place.rows("SELECT * FROM conversations")
    assert [None] == [row.consented_at for row in await place.rows("SELECT consented_at FROM people")]


async def test_the_screen_of_consent_can_be_read_in_full(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.start_chat(sitti, says("izin"))
    await place.press(sitti, words("tombol_selengkapnya"), says("izin_lengkap"))
