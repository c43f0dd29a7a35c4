"""Usulan are read back in the hall, nobody's name and nobody's danger among them; what is wrong is noted and stays."""

import json
from datetime import timedelta

from bot.store.database.ids import new_id
from bot.store.tables import wordings
from tests.roles.conftest import DESA, KECAMATAN, OTHER_DESA
from tests.support.client import words_of
from tests.support.halls import STORY, Meeting, hold
from tests.support.sentences import says, words


async def _read_backs(hall: Meeting) -> list[tuple[int, bool, str | None]]:
    rows = await hall.town.rows("SELECT usulan_id, is_right, note FROM read_backs ORDER BY usulan_id")
    return [(row[0], bool(row[1]), row[2]) for row in rows]


async def test_usulan_are_read_one_by_one_until_all_of_them_are_right(hall: Meeting) -> None:
    first, second = await hall.bring(1), await hall.bring(2, "Jembatan gantung putus, anak sekolah memutar jauh.")
    await hall.open()
    shown = await hall.press(words("rapat_tombol_baca"), says("rapat_baca", ke="1", semua="2"))
    assert "Maiwa 1, Buntu, Boiya" in words_of(shown)
    assert STORY in words_of(shown)
    await hall.press(words("rapat_tombol_betulkan"), "Apa yang perlu dibetulkan")
    await hall.say("Bukan 23 rumah, tetapi 32 rumah.", says("rapat_baca", ke="2", semua="2"))
    shown = await hall.press(
        words("rapat_tombol_benar"), says("rapat_baca", ke="1", semua="2")
    )  # what has to be corrected stays in the list
    assert words_of(shown) in says("rapat_baca", catatan="Bukan 23 rumah, tetapi 32 rumah.", tadi=True)
    assert words_of(shown) in says("rapat_baca", benar=1, semua=2, betulkan=1)
    assert await _read_backs(hall) == [(first, False, "Bukan 23 rumah, tetapi 32 rumah."), (second, True, None)]
    await hall.press(words("rapat_tombol_benar"), says("rapat_baca_selesai", semua=True))
    assert await _read_backs(hall) == [(first, True, None), (second, True, None)]


async def _locked(hall: Meeting) -> list[int]:
    return [row[0] for row in await hall.town.rows("SELECT id FROM usulan WHERE locked_at IS NOT NULL ORDER BY id")]


async def test_what_was_said_to_be_right_is_the_meetings_until_it_is_said_to_be_wrong(hall: Meeting) -> None:
    first, _ = await hall.bring(1), await hall.bring(2, "Jembatan gantung putus, anak sekolah memutar jauh.")
    await hall.open()
    await hall.press(words("rapat_tombol_baca"), says("rapat_baca", ke="1"))
    await hall.press(words("rapat_tombol_benar"), says("rapat_baca", ke="2"))
    assert [first] == await _locked(hall)
    await hall.press(words("rapat_tombol_mundur"), says("rapat_baca", ke="1"))
    await hall.press(words("rapat_tombol_betulkan"), "Apa yang perlu dibetulkan")
    await hall.say("Bukan 23 rumah, tetapi 32 rumah.", says("rapat_baca", ke="2"))
    assert [] == await _locked(hall)


async def test_what_is_skipped_comes_again(hall: Meeting) -> None:
    await hall.bring(1)
    await hall.bring(2)
    await hall.open()
    await hall.press(words("rapat_tombol_baca"), says("rapat_baca", ke="1", semua="2"))
    await hall.press(words("rapat_tombol_lewati"), says("rapat_baca", ke="2", semua="2"))
    await hall.press(words("rapat_tombol_benar"), says("rapat_baca", ke="1", semua="2"))


async def test_danger_secrets_other_plans_and_other_places_are_not_read_out(hall: Meeting) -> None:
    now = hall.town.simulator.stage.clock.now()
    await hall.bring(1)
    danger = await hall.bring(2, "Tetangga saya dipukul suaminya tiap malam, tolong.")
    secret = await hall.bring(3, "Ini hanya untuk camat.", reader_id=77)
    older = await hall.bring(4, "Dari tahun yang lalu.", spoken_at=now - timedelta(days=500))
    gone = await hall.bring(5, "Ditarik kembali.", status="ditarik")
    elsewhere = await hall.bring(6, "Dari kelurahan lain.", OTHER_DESA)
    await hall.open()
    shown = await hall.press(words("rapat_tombol_baca"), says("rapat_baca", ke="1", semua="1"))
    assert words_of(shown) in says("rapat_baca", khusus=1)
    await hall.press(words("rapat_tombol_benar"), says("rapat_baca_selesai", semua=True))
    for one in (danger, secret, older, gone, elsewhere):
        await hall.press_data(f"h:baca:{hall.occasion.id}:{one}")
    said = "\n".join(hall.office.texts(hall.leader))
    assert not any(piece in said for piece in ("dipukul", "hanya untuk camat", "tahun yang lalu.", "kelurahan lain"))
    for one in (elsewhere, gone, secret):
        assert await hall.press_data(f"h:benar:{hall.occasion.id}:{one}") in says("bukan_wilayah")
    assert len(await _read_backs(hall)) == 1


async def test_a_kecamatan_reads_what_its_desa_brought(hall: Meeting) -> None:
    await hall.bring(1)
    await hall.bring(2, desa=f"{KECAMATAN}.2003")
    await hall.bring(3, desa=OTHER_DESA)
    await hold(hall.town, "musrenbang_kecamatan", KECAMATAN, hours=0.2)
    leader = await hall.office.join("Ani", "fasilitator_kecamatan")
    shown = await hall.say("/rapat", says("rapat_pilih"), leader)
    first = shown["reply_markup"]["inline_keyboard"][0][0]["text"]
    await hall.press(first, words("pertemuan.musrenbang_kecamatan"), leader)
    await hall.press(words("rapat_tombol_baca"), says("rapat_baca", ke="1", semua="2"), leader)


async def test_a_meeting_of_one_dusun_reads_what_came_from_there(hall: Meeting) -> None:
    from bot.store.usulan import usulan as stored
    from bot.work.hall.reading_back import _is_of

    one = await hall.bring(1, desa=DESA)
    async with hall.town.database.read() as connection:
        found = await stored.by_id(connection, one)
    assert found is not None
    assert _is_of("", found)
    assert _is_of("buntu", found)
    assert not _is_of("Salu Barani", found)


async def test_a_voice_that_tells_of_violence_is_not_read_out_once_it_is_typed_down(hall: Meeting) -> None:
    spoken = {"kecamatan": {"code": "73.16.01", "name": "Maiwa"}, "cerita": {"voice": "suara-1"}}
    usulan = await hall.bring(1, answers=json.dumps(spoken))
    await hall.bring(2)
    row = {"id": new_id(), "usulan_id": usulan, "question": "cerita", "text": "Saya dipukul suami tiap malam."}
    async with hall.town.database.write() as connection:
        await connection.execute(wordings.insert(), [row | {"made_at": hall.occasion.starts_at}])
    await hall.open()
    shown = await hall.press(words("rapat_tombol_baca"), says("rapat_baca", ke="1", semua="1", khusus=1))
    assert "dipukul" not in words_of(shown)
