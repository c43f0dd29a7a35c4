"""Whoever edits a message corrects what it had said: in the draft, and in the usulan already sent."""

import json
from typing import Any

import pytest
from sqlalchemy import text

from bot.simulator.chats import Person
from tests.journeys.villagers import DESA, HOPE, STORY, Json, consent, facilitator, finish, name_place, propose, tell
from tests.support.client import words_of
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

NEW = "Jalannya diaspal saja, 300 meter."


async def _answers(place: Town) -> list[dict[str, Any]]:
    return [json.loads(row.answers) for row in await place.rows("SELECT answers FROM usulan ORDER BY id")]


async def test_an_edited_message_corrects_the_draft(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    told, _ = await tell(place, sitti)
    await place.simulator.edit(sitti, told["message_id"], f"{STORY} Sekarang tambah parah.")
    await place.simulator.wait_for(sitti, says("mesin.ralat_dicatat", judul="Ceritanya"))
    await finish(place, sitti)
    assert "tambah parah" in (await _answers(place))[0]["cerita"]["text"]


async def test_an_edited_message_corrects_the_usulan_and_the_history_keeps_the_old_words(any_place: Town) -> None:
    place = any_place
    sitti = await consent(place)
    _, hoped = await propose(place, sitti)
    await place.simulator.edit(sitti, hoped["message_id"], "Jalannya diaspal saja, 300 meter.")
    await place.simulator.wait_for(sitti, says("ralat_dicatat", nomor="Maiwa 1"))
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


async def _lock(place: Town) -> None:
    async with place.database.write() as connection:
        await connection.execute(text("UPDATE usulan SET locked_at = spoken_at"))


async def test_when_the_meeting_has_it_a_correction_is_declined_kindly(place: Town) -> None:
    sitti = await consent(place)
    _, hoped = await propose(place, sitti)
    await _lock(place)
    await place.simulator.edit(sitti, hoped["message_id"], NEW)
    await place.simulator.wait_for(sitti, says("ralat_terkunci", kepada=""))
    assert HOPE == (await _answers(place))[0]["harapan"]["text"]
    assert [] == await place.rows("SELECT * FROM questions")


async def test_when_the_meeting_has_it_the_wish_is_handed_to_the_facilitator_who_reads_there(any_place: Town) -> None:
    place = any_place
    await facilitator(place)
    sitti = await consent(place)
    _, hoped = await propose(place, sitti)
    await _lock(place)
    await place.simulator.edit(sitti, hoped["message_id"], NEW)
    told = says("ralat_terkunci", nomor="Maiwa 1", kepada="Bu Ratna", judul="Harapannya", baru=NEW)
    await place.simulator.wait_for(sitti, told)
    assert HOPE == (await _answers(place))[0]["harapan"]["text"]
    ((wish, desa),) = await place.rows("SELECT words, desa FROM questions")
    assert (words("ralat_titipan", nomor="Maiwa 1", judul="Harapannya", baru=NEW, dilihat=""), DESA) == (wish, desa)


async def test_the_receipt_names_the_part_old_and_new(place: Town) -> None:
    sitti = await consent(place)
    _, hoped = await propose(place, sitti)
    await place.simulator.edit(sitti, hoped["message_id"], NEW)
    changed = [{"judul": "Harapannya", "lama": HOPE, "baru": NEW}]
    told = await place.simulator.wait_for(sitti, says("ralat_dicatat", nomor="Maiwa 1", ubahan=changed))
    assert words_of(told).index(HOPE) < words_of(told).index(NEW)


async def _read(place: Town) -> tuple[Person, Person, Json, Json]:
    """Bu Ratna has read what Sitti told, by two messages."""
    ratna, sitti = await facilitator(place), await consent(place)
    told, hoped = await propose(place, sitti)
    await place.ask(ratna, "/periksa", says("periksa_daftar_saya"))
    await place.press(ratna, words("tombol_baca", nomor="Maiwa 1"), says("usulan_ajakan_baca"))
    await place.press(ratna, words("tombol_sudah_baca"), says("baca_dicatat"))
    await place.hears(sitti, says("kabar_dibaca"))
    return ratna, sitti, told, hoped


async def test_what_was_read_changes_only_after_a_yes_and_the_reader_learns_old_and_new(any_place: Town) -> None:
    place = any_place
    ratna, sitti, told, hoped = await _read(place)
    await place.simulator.edit(sitti, hoped["message_id"], "Jalannya diaspal.")
    changed = [{"judul": "Harapannya", "lama": HOPE, "baru": "Jalannya diaspal."}]
    asked = await place.hears(sitti, mentions("ralat_bandingkan", nomor="Maiwa 1", ubahan=changed))
    assert words_of(asked).endswith(words("form.ralat.betul.tanya"))
    assert HOPE == (await _answers(place))[0]["harapan"]["text"]
    await place.press(sitti, "Betul, ubah", says("ralat_dicatat", ubahan=changed))
    for message, new in ((told, f"{STORY} Tambah parah."), (hoped, NEW)):
        await place.simulator.edit(sitti, message["message_id"], new)
        await place.hears(sitti, mentions("ralat_bandingkan"))
        await place.press(sitti, "Betul, ubah", says("ralat_dicatat"))
    assert NEW == (await _answers(place))[0]["harapan"]["text"]
    assert [(1,)] == await _counted(place)
    await place.simulator.move_clock(by=24 * 3600)
    both = [{"judul": "Harapannya", "lama": HOPE, "baru": NEW}, {"judul": "Ceritanya", "lama": STORY}]
    letter = says("ralat_kabar", nomor="Maiwa 1", ubahan=both)
    await place.simulator.wait_for(ratna, letter)
    assert 1 == sum(text in says("ralat_kabar") for text in place.texts(ratna))


async def _counted(place: Town) -> list[tuple[int]]:
    return [tuple(row) for row in await place.rows("SELECT count(*) FROM notices WHERE kind = 'usulan_berubah'")]


async def test_without_the_yes_what_was_read_stays_as_it_was(place: Town) -> None:
    _, sitti, _, hoped = await _read(place)
    await place.simulator.edit(sitti, hoped["message_id"], NEW)
    await place.hears(sitti, mentions("ralat_bandingkan"))
    await place.press(sitti, "Tidak", says("ralat_tidak_jadi", nomor="Maiwa 1"))
    assert HOPE == (await _answers(place))[0]["harapan"]["text"]
    assert [(0,)] == await _counted(place)


async def test_two_edits_wait_for_one_yes(place: Town) -> None:
    _, sitti, told, hoped = await _read(place)
    await place.simulator.edit(sitti, told["message_id"], f"{STORY} Tambah parah.")
    await place.hears(sitti, mentions("ralat_bandingkan"))
    await place.simulator.edit(sitti, hoped["message_id"], NEW)
    both = [{"judul": "Ceritanya"}, {"judul": "Harapannya", "baru": NEW}]
    await place.hears(sitti, mentions("ralat_bandingkan", ubahan=both))
    await place.press(sitti, "Betul, ubah", says("ralat_dicatat", ubahan=both))
    (answers,) = await _answers(place)
    assert (f"{STORY} Tambah parah.", NEW) == (answers["cerita"]["text"], answers["harapan"]["text"])


async def test_a_yes_after_the_meeting_took_it_up_changes_nothing(place: Town) -> None:
    _, sitti, _, hoped = await _read(place)
    await place.simulator.edit(sitti, hoped["message_id"], NEW)
    await place.hears(sitti, mentions("ralat_bandingkan"))
    await _lock(place)
    await place.press(sitti, "Betul, ubah", says("ralat_terkunci", kepada="Bu Ratna"))
    assert HOPE == (await _answers(place))[0]["harapan"]["text"]


async def test_what_was_changed_back_is_told_to_nobody(place: Town) -> None:
    ratna, sitti, _, hoped = await _read(place)
    for new in (NEW, HOPE):
        await place.simulator.edit(sitti, hoped["message_id"], new)
        await place.hears(sitti, mentions("ralat_bandingkan", ubahan=[{"baru": new}]))
        await place.press(sitti, "Betul, ubah", says("ralat_dicatat"))
    await place.simulator.move_clock(by=24 * 3600)
    await place.until("SELECT outcome FROM notices WHERE kind = 'usulan_berubah'", "moot")
    assert not any(text in says("ralat_kabar") for text in place.texts(ratna))


async def _withdraw_this_one(place: Town, sitti: Person) -> None:
    await place.ask(sitti, "tarik usulan saya", says("tarik_usulan_ini", nomor="Maiwa 1"))
    await place.press(sitti, "Ya, tarik", says("tarik_usulan_selesai"))


async def _withdraw_all(place: Town, sitti: Person) -> None:
    await place.ask(sitti, "/dataku", says("dataku"))
    await place.press(sitti, words("tombol_tarik"), says("yakin_tarik"))
    await place.press(sitti, words("tombol_tarik_usulan"), says("tarik_selesai"))


@pytest.mark.parametrize("withdraw", [_withdraw_this_one, _withdraw_all])
async def test_who_read_what_is_taken_back_learns_of_it_once_without_its_words(any_place: Town, withdraw: Any) -> None:
    place = any_place
    ratna, sitti, *_ = await _read(place)
    await withdraw(place, sitti)
    await place.simulator.move_clock(by=24 * 3600)
    told = words_of(await place.simulator.wait_for(ratna, says("usulan_ditarik_kabar", nomor="Maiwa 1")))
    assert STORY not in told
    await place.simulator.move_clock(by=24 * 3600)
    assert 1 == sum(text in says("usulan_ditarik_kabar") for text in place.texts(ratna))


async def test_who_never_read_it_hears_nothing_of_it(place: Town) -> None:
    ratna, sitti = await facilitator(place), await consent(place)
    await propose(place, sitti)
    await _withdraw_this_one(place, sitti)
    assert [] == [tuple(row) for row in await place.rows("SELECT id FROM notices WHERE kind = 'usulan_ditarik'")]
    assert not any(text in says("usulan_ditarik_kabar") for text in place.texts(ratna))
