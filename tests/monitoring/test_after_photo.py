"""When the work is done, one photo from the old spot: before and after side by side, and whether it fits."""

import json

import pytest

from bot.store.tables import usulan as rows
from bot.store.usulan import usulan as stored
from bot.work.access import FASILITATOR_KECAMATAN
from bot.work.monitoring import showing
from bot.work.office import Office
from bot.work.round import Round
from tests.browser.pictures import recording
from tests.deciding.asking import Asking
from tests.monitoring.done import (
    bring_with_photo,
    colours,
    count,
    events,
    finish_work,
    last_usulan,
    picture,
    quiet,
    send_photo,
)
from tests.reading.conftest import KECAMATAN
from tests.reading.test_titip import titip
from tests.support.client import labels, words_of
from tests.support.desk import ZONE
from tests.support.sentences import says, words
from tests.support.town import catalog_of


async def test_before_and_after_reach_whoever_told_it_and_they_say_that_it_fits(place: Asking) -> None:
    nur = await bring_with_photo(place, "Nur", "Maiwa 2")
    await finish_work(place, await last_usulan(place))
    asked = await place.hears(nur, says("foto_sesudah_minta"))
    assert words_of(asked) in says("keadaan_kabar", nomor="Maiwa 2"), "in the very message that tells of it"
    assert words("tombol_foto_sesudah") in labels(asked)
    await send_photo(place, nur)
    shown = await place.hears(nur, says("foto_sesudah_kabar", nomor="Maiwa 2", sendiri=False))
    assert colours(picture(place, shown)) == ("dulu", "sekarang")
    assert labels(shown) == [words("tombol_sudah_sesuai"), words("tombol_ada_beda")]
    await place.press(nur, words("tombol_sudah_sesuai"), says("foto_sesudah_sesuai", nomor="Maiwa 2"))
    assert await events(place) == ["foto_sesudah", "sesuai"]
    assert [("sesuai", None)] == await place.town.rows("SELECT answer, words FROM after_answers")
    assert count(place, nur, "foto_sesudah_kabar") == 1
    rows = await place.town.rows("SELECT question FROM media ORDER BY id")
    assert [row[0] for row in rows] == ["foto", "foto_sesudah"]


async def test_what_differs_is_read_by_readers_told_once_and_stands_in_the_history(place: Asking) -> None:
    await finish_work(place, await last_usulan(place))
    await place.hears(place.sitti, says("foto_sesudah_minta"))
    await send_photo(place, place.sitti)
    shown = await place.hears(place.sitti, says("foto_sesudah_kabar", nomor="Maiwa 1"))
    assert colours(picture(place, shown), 0.8) == ("sekarang", "sekarang"), "there was none before"
    await place.press(place.sitti, words("tombol_ada_beda"), says("form.foto_beda.beda.tanya"))
    await place.ask(place.sitti, "Baknya jadi, <pipanya> belum.", says("foto_sesudah_beda", pembaca="Rahman"))
    told = await place.hears(place.rahman, says("foto_beda_kabar", nomor="Maiwa 1"))
    assert "Baknya jadi, <pipanya> belum." in words_of(told)
    await place.open()
    seen = await place.hears(place.rahman, says("foto_sesudah_di_usulan", kata=[{"nomor": "Maiwa 1", "beda": True}]))
    assert "Baknya jadi, <pipanya> belum." in words_of(seen)
    story = await place.press(place.rahman, words("tombol_riwayat"), says("keadaan_riwayat"))
    assert words("riwayat_foto_sesudah") in words_of(story)
    assert words("riwayat_beda") in words_of(story)
    await place.press(place.sitti, words("tombol_ada_beda"), says("form.foto_beda.beda.tanya"))
    await place.ask(place.sitti, "Dan talutnya retak.", says("foto_sesudah_beda", pembaca="Rahman"))
    rows = await place.town.rows("SELECT answer, words FROM after_answers")
    assert [tuple(row) for row in rows] == [("beda", "Baknya jadi, <pipanya> belum.\nDan talutnya retak.")]
    await place.told(place.rahman, says("foto_beda_kabar"), 1)


async def test_what_differed_may_be_put_right_and_whoever_wrote_that_it_is_done_hears_of_it(quick: Asking) -> None:
    maya = await quick.join("Maya", "bappeda", "73.16")
    await finish_work(quick, await last_usulan(quick), by=maya)
    await send_photo(quick, quick.sitti)
    await quick.hears(quick.sitti, says("foto_sesudah_kabar"))
    await quick.press(quick.sitti, words("tombol_ada_beda"), says("form.foto_beda.beda.tanya"))
    await quick.ask(quick.sitti, "Pipanya belum.", says("foto_sesudah_beda"))
    await quick.hears(maya, says("foto_beda_kabar", nomor="Maiwa 1"))
    await quick.hears(quick.rahman, says("foto_beda_kabar", nomor="Maiwa 1"))
    await quick.press(quick.sitti, words("tombol_sudah_sesuai"), says("foto_sesudah_sesuai"))
    assert await events(quick) == ["foto_sesudah", "beda", "sesuai"]
    assert [row[0] for row in await quick.town.rows("SELECT answer FROM after_answers")] == ["sesuai"]
    assert not any(words("tombol_sudah_sesuai") in labels(one) for one in quick.telegram.messages(quick.sitti))


async def test_what_differs_may_be_said(quick: Asking) -> None:
    await finish_work(quick, await last_usulan(quick))
    await quick.hears(quick.sitti, says("foto_sesudah_minta"))
    await send_photo(quick, quick.sitti)
    await quick.hears(quick.sitti, says("foto_sesudah_kabar"))
    await quick.press(quick.sitti, words("tombol_ada_beda"), says("form.foto_beda.beda.tanya"))
    await quick.voice(quick.sitti, bytes(recording()["buffer"]), says("foto_sesudah_beda"))
    await quick.hears(quick.rahman, says("foto_beda_kabar", suara=True))
    await quick.open()
    await quick.hears(quick.rahman, says("suara_foto_beda"))


async def test_a_danger_that_was_built_is_told_at_once_with_its_place_and_kept(quick: Asking) -> None:
    await finish_work(quick, await last_usulan(quick))
    await quick.hears(quick.sitti, says("foto_sesudah_minta"))
    await send_photo(quick, quick.sitti)
    await quick.hears(quick.sitti, says("foto_sesudah_kabar"))
    await quick.press(quick.sitti, words("tombol_ada_beda"), says("form.foto_beda.beda.tanya"))
    await quick.ask(quick.sitti, "Sekarang longsor di atas baknya.", says("foto_sesudah_beda"))
    assert any(text in says("bahaya.bencana", dikabari="Rahman") for text in quick.texts(quick.sitti))
    told = await quick.hears(quick.rahman, says("bahaya.kabar_bencana", kata="longsor"))
    assert "Pattondon Salu" in words_of(told)


async def test_without_a_telephone_the_facilitator_sends_it_and_shows_it(place: Asking) -> None:
    await titip(place, place.rahman)
    usulan = await last_usulan(place)
    kecamatan = await place.join("Dian", FASILITATOR_KECAMATAN, KECAMATAN)
    await place.toast(kecamatan, f"u:baca:{usulan}")
    await finish_work(place, usulan)
    await place.ask(place.rahman, "/periksa", lambda message: bool(words_of(message)))
    await place.press(place.rahman, words("tombol_daftar_kabari", jumlah=1), says("periksa_daftar_kabari"))
    asked = await place.press_data(place.rahman, f"u:lihat:{usulan}", says("usulan_harus_dikabari", foto=True))
    assert labels(asked) == [words("tombol_foto_sesudah"), words("tombol_sudah_kabari")]
    await send_photo(place, place.rahman)
    await place.hears(place.rahman, says("foto_sesudah_tunjukkan", nomor="Maiwa 2"))
    await place.press(place.rahman, words("tombol_ada_beda"), says("form.foto_beda.beda.tanya"))
    await place.ask(place.rahman, "Talutnya lebih pendek.", says("foto_sesudah_beda", nomor="Maiwa 2", pembaca=""))
    assert await events(place) == ["foto_sesudah", "beda"]
    assert [("Talutnya lebih pendek.",)] == await place.town.rows("SELECT words FROM after_answers")
    assert count(place, place.rahman, "foto_beda_kabar") == 0, "they know it"


async def test_who_brought_the_same_sees_it_too_unless_it_was_for_few(quick: Asking) -> None:
    rahim = await quick.bring("Rahim", "Maiwa 2")
    first, second = [row[0] for row in await quick.town.rows("SELECT id FROM usulan ORDER BY id")]
    for usulan in (first, second):
        await quick.toast(quick.rahman, f"u:baca:{usulan}")
    await quick.toast(quick.rahman, f"u:oleh:{second}:0:digabung:-:fasilitator")
    await quick.hears(quick.rahman, says("form.keadaan_gabung.nomor.tanya"))
    await quick.ask(quick.rahman, "Maiwa 1", says("keadaan_dicatat", nomor="Maiwa 2"))
    await finish_work(quick, first)
    told = await quick.hears(rahim, says("keadaan_kabar", nomor="Maiwa 2", bersama="Maiwa 1"))
    assert words("tombol_foto_sesudah") not in labels(told), "one photo is enough"
    await quick.hears(quick.sitti, says("foto_sesudah_minta"))
    await send_photo(quick, quick.sitti)
    await quick.hears(rahim, says("foto_sesudah_kabar", nomor="Maiwa 2"))
    await quick.press(rahim, words("tombol_sudah_sesuai"), says("foto_sesudah_sesuai", nomor="Maiwa 2"))
    await quick.hears(quick.sitti, says("foto_sesudah_kabar", nomor="Maiwa 1"))


async def test_who_brought_the_same_without_a_telephone_is_shown_it_by_whoever_wrote_it_down(quick: Asking) -> None:
    await titip(quick, quick.rahman)
    first, second = [row[0] for row in await quick.town.rows("SELECT id FROM usulan ORDER BY id")]
    await quick.toast(quick.rahman, f"u:baca:{second}")
    await quick.toast(quick.rahman, f"u:oleh:{second}:0:digabung:-:fasilitator")
    await quick.hears(quick.rahman, says("form.keadaan_gabung.nomor.tanya"))
    await quick.ask(quick.rahman, "Maiwa 1", says("keadaan_dicatat", nomor="Maiwa 2"))
    await finish_work(quick, first)
    await quick.hears(quick.sitti, says("foto_sesudah_minta"))
    await quick.toast(quick.rahman, f"u:kabari:{second}")
    assert await quick.town.rows("SELECT count(*) FROM usulan WHERE told_at IS NULL AND person_id IS NULL") == [(0,)]
    await send_photo(quick, quick.sitti)
    await quick.hears(quick.sitti, says("foto_sesudah_kabar", nomor="Maiwa 1"))
    await quick.hears(quick.rahman, says("langsung_menunggu", nama="Rahman", jumlah=1))
    shown = says("usulan_harus_dikabari", tunjukkan=True, foto=False)
    asked = await quick.press_data(quick.rahman, f"u:lihat:{second}", shown)
    assert labels(asked) == [words("tombol_sudah_kabari")], "one photo is enough"
    assert any(message.get("photo") for message in quick.telegram.messages(quick.rahman)[-6:])


@pytest.mark.parametrize("secret", ["unnamed = 1", "reader_id = (SELECT id FROM people WHERE name = 'Rahman')"])
async def test_what_few_may_know_goes_to_whoever_told_it_alone(quick: Asking, secret: str) -> None:
    rahim = await quick.bring("Rahim", "Maiwa 2")
    first, second = [row[0] for row in await quick.town.rows("SELECT id FROM usulan ORDER BY id")]
    async with quick.town.database.write() as connection:
        await connection.exec_driver_sql(f"UPDATE usulan SET joined_id = {first} WHERE id = {second}")
        await connection.exec_driver_sql(f"UPDATE usulan SET {secret} WHERE id = {first}")
    await finish_work(quick, first)
    await quick.hears(quick.sitti, says("foto_sesudah_minta"))
    await send_photo(quick, quick.sitti)
    await quick.hears(quick.sitti, says("foto_sesudah_kabar", nomor="Maiwa 1", sendiri=True))
    await quiet()
    assert count(quick, rahim, "foto_sesudah_kabar") == 0
    photo = (await quick.town.rows("SELECT id FROM after_photos"))[0][0]
    assert words("tombol_lewat") == await quick.toast(rahim, f"k:sesuai:{photo}")


async def test_a_stranger_sends_no_photo_and_says_nothing_of_it(quick: Asking) -> None:
    nur = await quick.bring("Nur", "Maiwa 2")
    usulan = (await quick.town.rows("SELECT min(id) FROM usulan"))[0][0]
    await finish_work(quick, usulan)
    await quick.hears(quick.sitti, says("foto_sesudah_minta"))
    for who in (nur, quick.rahman):
        assert words("tombol_lewat") == await quick.toast(who, f"k:sesudah:{usulan}")
    await send_photo(quick, quick.sitti)
    await quick.hears(quick.sitti, says("foto_sesudah_kabar"))
    photo = (await quick.town.rows("SELECT id FROM after_photos"))[0][0]
    for act in ("sesuai", "beda"):
        assert words("tombol_lewat") == await quick.toast(nur, f"k:{act}:{photo}")
    await quick.toast(quick.sitti, f"k:sesudah:{usulan}")
    await quick.hears(quick.sitti, says("foto_sesudah_sudah", nomor="Maiwa 1"))


@pytest.mark.parametrize(
    ("story", "quote"),
    [
        ("Talud longsor, 2 meter dari rumah pak Lalo. Kalau hujan airnya masuk.", "Kalau hujan airnya masuk."),
        ("Saya Sitti dari Jambu. Jalan di sini putus.", "Jalan di sini putus."),
        ("anak ini namanya Rara kelas 5 sd", ""),
        ("Ibu hamil susah lewat sini.", "Ibu hamil susah lewat sini."),
    ],
)
async def test_the_sentence_below_it_names_nobody(quick: Asking, story: str, quote: str) -> None:
    town = quick.town
    async with town.database.write() as connection:
        await connection.execute(rows.update().values(answers=json.dumps({"cerita": {"text": story}})))
        found = await stored.by_id(connection, await last_usulan(quick))
        office = Office(catalog_of(), "Bappeda Enrekang", ZONE)
        assert found is not None
        assert await showing.quote_of(Round(connection, office, town.simulator.stage.clock.now()), found) == quote
