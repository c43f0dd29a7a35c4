"""News for those without a telephone: on the list of whom to tell in person, and as a text to read aloud."""

import asyncio
import json

from bot.work.access import BAPPEDA, FASILITATOR_KECAMATAN
from tests.deciding.asking import Asking
from tests.reading.conftest import KABUPATEN, KECAMATAN
from tests.reading.test_titip import titip
from tests.support.client import words_of
from tests.support.sentences import says, words


async def test_whoever_has_no_telephone_is_on_the_list_and_it_may_be_read_aloud(place: Asking) -> None:
    await titip(place, place.rahman)
    usulan = (await place.town.rows("SELECT id FROM usulan WHERE typed_by IS NOT NULL"))[0][0]
    kecamatan = await place.join("Dian", FASILITATOR_KECAMATAN, KECAMATAN)
    await place.toast(kecamatan, f"u:baca:{usulan}")
    await place.toast(place.rahman, f"u:sah:{usulan}:0:ditolak:R07:musdes")
    await place.hears(place.rahman, says("keadaan_dicatat", nomor="Maiwa 2", langsung=1))
    await place.ask(place.rahman, "/periksa", lambda message: bool(words_of(message)))
    listed = words_of(
        await place.press(place.rahman, words("tombol_daftar_kabari", jumlah=1), says("periksa_daftar_kabari"))
    )
    assert words("keadaan.ditolak.nama") in listed
    slip = await place.ask(place.rahman, "cetak kabar untuk rabi", says("bacakan_teks", usulan=[{"nomor": "Maiwa 2"}]))
    assert words("keadaan.ditolak.nama") in words_of(slip)
    aloud = says("bacakan_teks", usulan=[{"nomor": "Maiwa 2", "tempat": "Jambu, Pattondon Salu"}])
    text = await place.press(place.rahman, words("tombol_bacakan", jumlah=1), aloud)
    assert "Nenek Rabi" not in words_of(text), "nobody agreed to be named before everybody"
    await place.press(place.rahman, words("tombol_sudah_dibacakan"), says("bacakan_dicatat", jumlah=1))
    rows = await place.town.rows("SELECT told_at IS NOT NULL FROM usulan WHERE typed_by IS NOT NULL")
    assert [bool(row[0]) for row in rows] == [True]
    assert [(1,)] == await place.town.rows("SELECT count(*) FROM moves WHERE told_at IS NOT NULL")
    assert words("bacakan_sudah") == await place.touch(place.rahman, words("tombol_sudah_dibacakan"))


async def test_later_news_is_not_ticked_by_an_older_text(quick: Asking) -> None:
    await titip(quick, quick.rahman)
    usulan = (await quick.town.rows("SELECT id FROM usulan WHERE typed_by IS NOT NULL"))[0][0]
    kecamatan = await quick.join("Dian", FASILITATOR_KECAMATAN, KECAMATAN)
    await quick.toast(kecamatan, f"u:baca:{usulan}")
    await quick.toast(quick.rahman, "u:bacakan")
    await quick.hears(quick.rahman, says("bacakan_teks"))
    await quick.days_later(1)
    await quick.town.begin_again()
    await quick.toast(quick.rahman, f"u:sah:{usulan}:0:ditolak:R07:musdes")
    await quick.hears(quick.rahman, says("keadaan_dicatat"))
    sheet = json.loads((await quick.town.rows("SELECT detail FROM events WHERE kind = 'bacaan'"))[0][0])["lembar"]
    assert words("bacakan_sudah") == await quick.toast(quick.rahman, f"u:dibacakan:{sheet}")
    assert [(0,)] == await quick.town.rows("SELECT count(*) FROM moves WHERE told_at IS NOT NULL")


async def test_what_one_reader_alone_was_told_is_not_read_aloud(quick: Asking) -> None:
    await titip(quick, quick.rahman)
    usulan = (await quick.town.rows("SELECT id FROM usulan WHERE typed_by IS NOT NULL"))[0][0]
    kecamatan = await quick.join("Dian", FASILITATOR_KECAMATAN, KECAMATAN)
    await quick.toast(kecamatan, f"u:baca:{usulan}")
    async with quick.town.database.write() as connection:
        await connection.exec_driver_sql(f"UPDATE usulan SET reader_id = typed_by WHERE id = {usulan}")
    await quick.toast(quick.rahman, "u:bacakan")
    await quick.hears(quick.rahman, says("bacakan_kosong"))


async def test_who_has_no_telephone_and_was_joined_to_another_hears_of_that_one(quick: Asking) -> None:
    await titip(quick, quick.rahman)
    usulan = {row[1]: row[0] for row in await quick.town.rows("SELECT id, serial FROM usulan")}
    await quick.join("Dian", FASILITATOR_KECAMATAN, KECAMATAN)
    await quick.toast(quick.rahman, f"u:oleh:{usulan[2]}:0:digabung:-:fasilitator")
    await quick.hears(quick.rahman, says("form.keadaan_gabung.nomor.tanya"))
    await quick.ask(quick.rahman, "Maiwa 1", says("keadaan_dicatat", langsung=1))
    await quick.toast(quick.rahman, f"u:kabari:{usulan[2]}")
    assert await quick.town.rows("SELECT told_at IS NULL FROM usulan WHERE serial = 2") == [(0,)]
    await quick.toast(quick.rahman, f"u:sah:{usulan[1]}:0:ditolak:R07:musdes")
    await quick.hears(quick.rahman, says("keadaan_dicatat", nomor="Maiwa 1", langsung=1))
    await quick.ask(quick.rahman, "/periksa", lambda message: bool(words_of(message)))
    listed = await quick.press(quick.rahman, words("tombol_daftar_kabari", jumlah=1), says("periksa_daftar_kabari"))
    assert "Maiwa 2" in words_of(listed)
    assert words("keadaan.ditolak.nama") in words_of(listed)


async def test_whoever_tells_it_in_person_reads_why_as_it_was_said(place: Asking) -> None:
    await titip(place, place.rahman)
    usulan = (await place.town.rows("SELECT id FROM usulan WHERE typed_by IS NOT NULL"))[0][0]
    await place.toast(place.rahman, f"u:baca:{usulan}")
    await place.toast(place.rahman, f"u:sah:{usulan}:0:ditolak:R07:musdes")
    await place.hears(place.rahman, says("keadaan_dicatat", nomor="Maiwa 2", langsung=1))
    async with place.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE moves SET note = 'uangnya belum cukup tahun ini'")
    told = says("usulan_harus_dikabari", siapa="Nenek Rabi", kabar=True, kata="uangnya belum cukup tahun ini")
    await place.press_data(place.rahman, f"u:lihat:{usulan}", told)


async def test_who_reads_it_after_it_was_decided_promises_no_meeting(place: Asking) -> None:
    usulan = (await place.town.rows("SELECT id FROM usulan"))[0][0]
    async with place.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET status = 'hasil', state = 'ditolak'")
    await place.toast(place.rahman, f"u:baca:{usulan}")
    told = words_of(await place.hears(place.sitti, says("kabar_dibaca", pembaca="Rahman", putus=True)))
    assert told not in says("kabar_dibaca", putus=False)


async def test_whoever_is_to_bring_it_hears_that_something_waits(place: Asking) -> None:
    await titip(place, place.rahman)
    usulan = (await place.town.rows("SELECT id FROM usulan WHERE typed_by IS NOT NULL"))[0][0]
    await place.toast(place.rahman, f"u:baca:{usulan}")
    andi = await place.join("Andi", BAPPEDA, KABUPATEN)
    await place.toast(andi, f"u:sah:{usulan}:0:ditolak:R07:bappeda")
    await place.hears(andi, says("keadaan_dicatat", nomor="Maiwa 2", langsung=1))
    await place.told(place.rahman, says("langsung_menunggu", nama="Rahman", jumlah=1), 1)
    await place.toast(place.rahman, f"u:sah:{usulan}:1:cadangan:-:bappeda")
    assert not any(text in says("langsung_menunggu") for text in place.texts(andi))


async def test_a_button_from_before_the_result_does_not_say_that_the_result_was_told(quick: Asking) -> None:
    await titip(quick, quick.rahman)
    usulan = (await quick.town.rows("SELECT id FROM usulan WHERE typed_by IS NOT NULL"))[0][0]
    await quick.toast(quick.rahman, f"u:baca:{usulan}")
    await quick.hears(quick.rahman, says("baca_dicatat"))
    before = quick.newest(quick.rahman)
    await quick.telegram.move_clock(by=3600)
    await asyncio.sleep(2)  # the bot looks at the clock once a second
    await quick.toast(quick.rahman, f"u:sah:{usulan}:0:ditolak:R07:musdes")
    await quick.hears(quick.rahman, says("keadaan_dicatat", nomor="Maiwa 2", langsung=1))
    await quick.toast(quick.rahman, f"u:kabari:{usulan}", before)
    await quick.hears(quick.rahman, says("usulan_harus_dikabari", kabar=True))
    assert await quick.town.rows("SELECT told_at FROM moves") == [(None,)]
    await quick.toast(quick.rahman, f"u:kabari:{usulan}")
    await quick.hears(quick.rahman, says("dikabari_dicatat"))
    assert await quick.town.rows("SELECT count(*) FROM moves WHERE told_at IS NULL") == [(0,)]


async def test_what_was_told_and_comes_due_again_is_said_to_be_known(quick: Asking) -> None:
    await titip(quick, quick.rahman)
    usulan = (await quick.town.rows("SELECT id FROM usulan WHERE typed_by IS NOT NULL"))[0][0]
    await quick.toast(quick.rahman, f"u:sah:{usulan}:0:cadangan:-:musdes")
    await quick.hears(quick.rahman, says("keadaan_dicatat", nomor="Maiwa 2", langsung=1))
    shown = await quick.ask(
        quick.rahman, "yg tidak punya hp siapa saja yg harus saya datangi", says("periksa_daftar_kabari")
    )
    assert words_of(shown) not in says("periksa_daftar_kabari", usulan=[{"lagi": True}])
    await quick.ask(quick.rahman, "nenek rabi sudah saya kasih tahu di pasar tadi", says("dikabari_dicatat"))
    async with quick.town.database.write() as connection:  # as when the next word is due
        await connection.exec_driver_sql("UPDATE usulan SET told_at = NULL")
        await connection.exec_driver_sql("UPDATE promises SET state = 'handed' WHERE state = 'open'")
    await quick.ask(quick.rahman, "siapa yg blm saya datangi", says("periksa_daftar_kabari", usulan=[{"lagi": True}]))
