"""A photo that is asked for once more and then let go; that comes while nobody listens, cannot be opened, or is taken
away; and of somebody who is gone."""

import json

from tests.deciding.asking import Asking
from tests.monitoring.done import AFTER, bring_with_photo, count, finish_work, last_usulan, quiet, send_photo
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words


async def _done(place: Asking) -> None:
    await finish_work(place, await last_usulan(place))
    await place.hears(place.sitti, says("foto_sesudah_minta"))


async def _state(place: Asking) -> str:
    return str((await place.town.rows("SELECT state FROM after_photos"))[0][0])


async def test_it_is_asked_for_once_more_and_then_let_go_and_still_taken(place: Asking) -> None:
    await _done(place)
    await place.days_later(8)
    asked = await place.hears(place.sitti, mentions("foto_sesudah_ingat", nomor="Maiwa 1"))
    assert any(words("tombol_foto_sesudah") in label for label in labels(asked))
    await place.days_later(16)
    await place.town.until("SELECT state FROM after_photos", "closed")
    await place.days_later(40)
    await quiet()
    assert sum(text in mentions("foto_sesudah_ingat") for text in place.texts(place.sitti)) == 1
    await send_photo(place, place.sitti)
    await place.hears(place.sitti, says("foto_sesudah_kabar", nomor="Maiwa 1"))


async def test_whoever_has_sent_it_is_not_reminded(quick: Asking) -> None:
    await _done(quick)
    await send_photo(quick, quick.sitti)
    await quick.hears(quick.sitti, says("foto_sesudah_kabar"))
    await quick.days_later(8)
    await quiet()
    assert not any(text in mentions("foto_sesudah_ingat") for text in quick.texts(quick.sitti))


async def test_a_program_that_ends_in_between_shows_it_when_it_begins_again(place: Asking) -> None:
    await _done(place)
    await place.press(place.sitti, words("tombol_foto_sesudah"), says("form.foto_sesudah.foto.tanya"))
    await place.town.stop()
    await place.town.spawn("media.claimed")  # it dies when it takes the file up
    await place.telegram.photo(place.sitti, AFTER)
    assert place.town.process is not None
    await place.town.process.wait()
    assert await _state(place) == "sent"
    assert count(place, place.sitti, "foto_sesudah_kabar") == 0
    async with place.town.database.write() as connection:  # where others may live, the lease of the dead runs out first
        await connection.exec_driver_sql("UPDATE media SET due_at = 0 WHERE outcome IS NULL")
    await place.town.start()
    await place.hears(place.sitti, says("foto_sesudah_kabar", nomor="Maiwa 1"))
    await place.told(place.sitti, says("foto_sesudah_kabar"), 1)


async def test_a_file_that_is_no_picture_is_asked_for_again(quick: Asking) -> None:
    await _done(quick)
    await quick.press(quick.sitti, words("tombol_foto_sesudah"), says("form.foto_sesudah.foto.tanya"))
    await quick.document(quick.sitti, b"bukan gambar", says("foto_sesudah_diterima"), "foto.jpg", "image/jpeg")
    asked = await quick.hears(quick.sitti, says("foto_sesudah_tak_terbaca", nomor="Maiwa 1"))
    assert labels(asked) == [words("tombol_foto_sesudah")]
    assert not any(text in says("foto_tak_terbaca") for text in quick.texts(quick.sitti))
    await send_photo(quick, quick.sitti)
    await quick.hears(quick.sitti, says("foto_sesudah_kabar"))


async def test_a_photo_that_shows_papers_is_taken_away_and_another_one_is_taken(quick: Asking) -> None:
    nur = await bring_with_photo(quick, "Nur", "Maiwa 2")
    usulan = await last_usulan(quick)
    await finish_work(quick, usulan)
    await quick.hears(nur, says("foto_sesudah_minta"))
    await send_photo(quick, nur)
    await quick.hears(nur, says("foto_sesudah_kabar"))
    await quick.press_data(quick.rahman, f"u:lihat:{usulan}", says("foto_sesudah_di_usulan"))
    await quick.hears(quick.rahman, says("usulan_sudah_dibaca"))
    await quick.press(quick.rahman, words("tombol_foto_ktp"), says("foto_ktp_yang_mana"))
    await quick.press(quick.rahman, words("tombol_foto_ke", angka=2), says("foto_ktp_dihapus"))
    await quick.town.until("SELECT count(*) FROM media", 1)
    assert [("foto",)] == await quick.town.rows("SELECT question FROM media")
    assert await _state(quick) == "closed"
    await send_photo(quick, nur)
    await quick.told(nur, says("foto_sesudah_kabar"), 2)


async def test_whoever_is_forgotten_is_asked_nothing_and_nothing_of_it_is_left(place: Asking) -> None:
    await _done(place)
    await send_photo(place, place.sitti)
    await place.hears(place.sitti, says("foto_sesudah_kabar"))
    await place.press(place.sitti, words("tombol_ada_beda"), says("form.foto_beda.beda.tanya"))
    await place.ask(place.sitti, "Pipanya belum.", says("foto_sesudah_beda"))
    await place.ask(place.sitti, "/dataku", says("dataku"))
    await place.press(place.sitti, words("tombol_hapus"), says("yakin_hapus"))
    await place.press(place.sitti, words("tombol_hapus_usulan_tetap"), says("hapus_selesai"))
    await place.town.until("SELECT count(*) FROM people WHERE name = 'Sitti'", 0)
    for table in ("after_photos", "after_answers", "media"):
        await place.town.until(f"SELECT count(*) FROM {table}", 0)
    assert list(place.town.settings.media_dir.glob("*/*.jpg")) == []


async def test_whoever_was_forgotten_before_it_came_is_shown_to_nobody(quick: Asking) -> None:
    rahim = await quick.bring("Rahim", "Maiwa 2")
    first, second = [row[0] for row in await quick.town.rows("SELECT id FROM usulan ORDER BY id")]
    async with quick.town.database.write() as connection:
        await connection.exec_driver_sql(f"UPDATE usulan SET joined_id = {first} WHERE id = {second}")
    await finish_work(quick, first)
    await quick.hears(quick.sitti, says("foto_sesudah_minta"))
    await quick.ask(quick.sitti, "/dataku", says("dataku"))
    await quick.press(quick.sitti, words("tombol_tarik"), says("yakin_tarik"))
    await quick.press(quick.sitti, words("tombol_tarik_jalan"), says("tarik_selesai"))
    assert await quick.town.rows("SELECT * FROM after_photos") == []
    assert words("tombol_lewat") == await quick.toast(rahim, f"k:sesudah:{first}")


async def test_what_was_taken_back_is_not_asked_after(quick: Asking) -> None:
    await _done(quick)
    async with quick.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET status = 'ditarik'")
    usulan = await last_usulan(quick)
    assert words("tombol_lewat") == await quick.toast(quick.sitti, f"k:sesudah:{usulan}")
    await quick.days_later(8)
    await quick.town.until("SELECT state FROM after_photos", "closed")
    assert not any(text in mentions("foto_sesudah_ingat") for text in quick.texts(quick.sitti))


async def test_ones_own_copy_holds_the_photo_and_the_answer(quick: Asking) -> None:
    await _done(quick)
    await send_photo(quick, quick.sitti)
    await quick.hears(quick.sitti, says("foto_sesudah_kabar"))
    await quick.press(quick.sitti, words("tombol_sudah_sesuai"), says("foto_sesudah_sesuai"))
    await quick.ask(quick.sitti, "/dataku", says("dataku"))
    await quick.press(quick.sitti, words("tombol_unduh"), says("unduhan_dikirim"))
    sent = await quick.hears(quick.sitti, lambda one: one.get("document", {}).get("file_name") == "data-saya.json")
    record = json.loads(quick.telegram.file(sent["document"]["file_id"]))
    assert record["usulan"][0]["sesuai"]["jawaban"] == "sesuai"
    await quick.hears(quick.sitti, lambda one: bool(one.get("photo")) and not words_of(one))
