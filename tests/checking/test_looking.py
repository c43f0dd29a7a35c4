"""Somebody goes and looks: given, filled in item by item, ended; what differs goes back before anything changes."""

import asyncio
import json

import pytest

from bot.store.tables import decisions
from bot.work.access import DELEGASI, FASILITATOR_DESA
from tests.checking.looking import TOLD, Looking, shows
from tests.deciding.asking import BEGUN
from tests.reading.test_titip import titip
from tests.support.client import labels, words_of
from tests.support.desk import Desk
from tests.support.sentences import says, words

SIZE = TOLD["ukuran"]


async def test_what_is_as_told_ends_so_and_everybody_hears_it_once(place: Looking) -> None:
    await place.tells(ukuran={"sizes": [{"amount": "120", "unit": "m", "side": ""}]})
    await place.give()
    assert await place.stage() == "dicek"
    shown = await place.fill()
    assert words("uji_tombol_hasil") in labels(shown)
    await place.end("sesuai")
    await place.hears(place.sitti, says("uji_kabar", hasil="sesuai", nomor="Maiwa 1"))
    await place.hears(place.rahman, says("uji_selesai_kabar", hasil="sesuai", siapa="Amir"))
    assert await place.stage() == "tercatat"
    assert await place.states() == []
    for person, said in ((place.sitti, "uji_kabar"), (place.rahman, "uji_selesai_kabar"), (place.amir, "uji_selesai")):
        await place.told(person, says(said), 1)


async def test_what_differs_goes_back_before_the_record_changes(place: Looking) -> None:
    await place.tells(**TOLD)
    await place.give()
    shown = await place.fill(point=(-3.559, 119.77))
    beda = [{"judul": "Titik di peta", "jauh": 1000.0}, {"judul": "Ukurannya", "jauh": 0, "lapangan": "120 m"}]
    assert "⚠ Ukurannya" in words_of(shown), words_of(shown)
    assert shows(shown, "uji_lembar", beda=beda[:1]) or shows(shown, "uji_lembar", beda=beda)
    assert words("uji_hasil_sesuai") not in labels(
        await place.press(place.amir, words("uji_tombol_hasil"), says("uji_hasil_mana"))
    )
    await place.press(place.amir, words("uji_hasil_berubah"), says("form.uji_alasan.alasan.tanya"))
    await place.ask(place.amir, "Jalannya 120 meter", says("uji_selesai", hasil="berubah"))
    await place.hears(place.sitti, says("uji_kabar", hasil="berubah", alasan="Jalannya 120 meter"))
    await place.told(place.sitti, says("uji_tanya", nomor="Maiwa 1"), 2)
    assert (await place.answers())["ukuran"] == SIZE, "nothing has changed yet"
    assert (await place.stage(), await place.states()) == ("ditanya", ["open", "open"])
    await place.press(place.sitti, words("uji_tombol_betul"), says("klarifikasi_dicatat"))
    await place.hears(place.rahman, says("klarifikasi_jawaban"))
    await place.town.until("SELECT count(*) FROM clarifications WHERE state = 'answered'", 1)
    assert (await place.answers())["ukuran"] != SIZE
    assert await place.stage() == "ditanya"


async def test_whoever_insists_changes_nothing_and_both_stay_side_by_side(quick: Looking) -> None:
    await quick.tells(ukuran=SIZE)
    await quick.give()
    await quick.fill()
    await quick.end("tidak", "Tinggal 120 meter yang belum dirabat")
    await quick.hears(quick.sitti, says("uji_tanya"))
    await quick.press(quick.sitti, words("uji_tombol_tetap"), says("klarifikasi_dicatat"))
    await quick.hears(quick.rahman, says("klarifikasi_jawaban"))
    assert (await quick.answers())["ukuran"] == SIZE
    assert (await quick.stage(), await quick.states()) == ("tercatat", ["answered"])
    await quick.open()
    await quick.hears(quick.rahman, says("uji_di_usulan", hasil="tidak", beda=[{"judul": "Ukurannya"}]))


async def test_a_size_that_both_agree_on_counts_also_after_the_meeting_has_it(quick: Looking) -> None:
    await quick.tells(ukuran=SIZE)
    await quick.give()
    await quick.fill()
    await quick.end("berubah", "Jalannya 120 meter")
    await quick.hears(quick.sitti, says("uji_tanya"))
    async with quick.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET locked_at = spoken_at")
    await quick.press(quick.sitti, words("uji_tombol_betul"), says("klarifikasi_dicatat", terkunci=False))
    assert (await quick.answers())["ukuran"]["sizes"][0]["amount"] == "120"
    (event,) = await quick.town.rows("SELECT detail FROM events WHERE kind = 'diralat'")
    assert json.loads(event[0])["dari"] == SIZE, "what was read back stays in its history"


async def test_what_nobody_had_told_becomes_part_of_it_and_is_told(quick: Looking) -> None:
    await quick.give()
    await quick.fill(point=(-3.55, 119.77))
    await quick.end("sesuai")
    await quick.hears(quick.sitti, says("uji_kabar", tambahan=[{"judul": "Ukurannya"}]))
    assert (await quick.answers())["lokasi"]["lat"] == pytest.approx(-3.55)
    assert await quick.states() == []


async def test_what_nobody_had_told_becomes_part_of_what_the_meeting_has_and_stands_in_the_sheet(
    quick: Looking,
) -> None:
    await quick.give()
    await quick.fill("14 m", point=(-3.55, 119.77))
    async with quick.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET locked_at = spoken_at, state = 'masuk_du'")
    await quick.end("berubah", "Taludnya 14 meter")
    await quick.hears(quick.sitti, says("uji_kabar", tambahan=[{"judul": "Ukurannya"}]))
    told = await quick.answers()
    assert told["lokasi"]["lat"] == pytest.approx(-3.55)
    assert told["ukuran"]["sizes"][0]["amount"] == "14"


async def test_it_is_done_in_any_order_over_several_sittings(quick: Looking) -> None:
    await quick.give()
    await quick.witness(2, "Sikki", "l", "adat")
    await quick.days_later(2)
    await quick.photograph(((90, 140, 200),))
    shown = await quick.measure()
    assert shows(shown, "uji_lembar", kurang=[words("uji_kurang.foto_dua")])
    await quick.days_later(4)
    await quick.photograph(((10, 10, 10),))
    await quick.see_place()
    shown = await quick.witness(1, "Nurhayati", "p", "warga")
    assert words("uji_tombol_hasil") in labels(shown)
    assert set(await quick.findings()) == {"tempat", "foto", "ukuran", "saksi_1", "saksi_2"}
    await quick.town.until("SELECT count(*) FROM media WHERE question = 'uji_foto'", 2)


async def test_a_point_is_called_a_point_that_was_sent(quick: Looking) -> None:
    await quick.give()
    shown = words_of(await quick.see_place(point=(-3.55, 119.77)))
    assert "titik dikirim" in shown
    assert "hadir" not in shown


async def test_two_men_of_one_party_are_not_enough(quick: Looking) -> None:
    await quick.give()
    await quick.fill()
    shown = await quick.witness(1, "Lolo", "l", "adat")
    lacks = [words("uji_kurang.saksi_pihak"), words("uji_kurang.saksi_perempuan")]
    assert shows(shown, "uji_lembar", kurang=lacks)
    assert words("uji_tombol_hasil") not in labels(shown)
    ended = await quick.press_data(quick.amir, f"cek:hasil:{await quick.check()}", says("uji_belum_lengkap"))
    assert shows(ended, "uji_belum_lengkap", kurang=lacks)


async def test_who_brought_it_or_wrote_it_down_is_not_offered_and_cannot_write(quick: Looking) -> None:
    await titip(quick, quick.amir)
    (row,) = await quick.town.rows("SELECT id FROM usulan WHERE typed_by IS NOT NULL")
    await quick.ask(quick.rahman, "/periksa", says("periksa_daftar_saya"))
    offered = await quick.press_data(quick.rahman, f"u:uji:{row[0]}", says("uji_siapa", nomor="Maiwa 2"))
    assert not any("Amir" in label for label in labels(offered))
    amir = (await quick.town.rows("SELECT id FROM people WHERE name = 'Amir'"))[0][0]
    assert words("tombol_lewat") == await quick.toast(quick.rahman, f"u:ujike:{row[0]}:pendek:{amir}")
    await quick.press(quick.rahman, words("uji_saya_sendiri"), says("uji_lembar", nomor="Maiwa 2"))
    check = await quick.check()
    assert words("tombol_lewat") == await quick.toast(quick.amir, f"cek:isi:{check}:ukuran")
    shown = await quick.press_data(quick.amir, f"cek:buka:{check}", says("uji_lembar"))
    assert labels(shown) == [], "whoever reads it sees it"


async def test_what_is_not_there_is_never_as_it_was_told(quick: Looking) -> None:
    await quick.give()
    await quick.fill()
    await quick.see_place("bukan")
    shown = await quick.press(quick.amir, words("uji_tombol_hasil"), says("uji_hasil_mana"))
    assert words("uji_hasil_sesuai") not in labels(shown)
    assert words("tombol_lewat") == await quick.toast(quick.amir, f"cek:putus:{await quick.check()}:sesuai")


async def test_somebody_without_a_telephone_is_told_in_person(quick: Looking) -> None:
    await titip(quick, quick.rahman)
    (row,) = await quick.town.rows("SELECT id FROM usulan WHERE typed_by IS NOT NULL")
    await quick.ask(quick.amir, "/periksa", says("periksa_daftar_saya"))
    await quick.press_data(quick.amir, f"u:uji:{row[0]}", says("uji_siapa"))
    await quick.press(quick.amir, words("uji_saya_sendiri"), says("uji_lembar"))
    await quick.fill()
    await quick.press(quick.amir, words("uji_tombol_hasil"), says("uji_hasil_mana"))
    await quick.press(quick.amir, words("uji_hasil_sesuai"), says("uji_selesai", langsung=True))
    untold = await quick.town.rows("SELECT id FROM usulan WHERE told_at IS NULL AND read_at IS NOT NULL")
    assert untold == [(row[0],)]


async def test_a_stranger_neither_gives_nor_opens_nor_answers(quick: Looking) -> None:
    await quick.give()
    check = await quick.check()
    daud = await quick.join("Daud", FASILITATOR_DESA, "73.16.03.1001")
    usulan = (await quick.town.rows("SELECT id FROM usulan"))[0][0]
    assert words("bukan_wilayah") == await quick.toast(daud, f"u:uji:{usulan}")
    for act in ("buka", "cetak", "hasil", "tidak"):
        assert words("tombol_lewat") == await quick.toast(daud, f"cek:{act}:{check}")
    ucok = await quick.begin("Ucok")
    assert words("tombol_bukan_untuk_ini") == await quick.toast(ucok, f"cek:buka:{check}")
    assert words("tombol_lewat") == await quick.toast(ucok, f"l:ujibetul:{check}")


async def test_a_delegate_who_is_sent_sees_what_was_told_and_no_name(quick: Looking) -> None:
    dira = await quick.join("Dira", DELEGASI)
    await quick.open()
    await quick.press(quick.rahman, words("uji_tombol_beri"), says("uji_siapa"))
    await quick.press(quick.rahman, f"Dira · {words('peran_delegasi')}"[:60], says("uji_diberikan", siapa="Dira"))
    await quick.hears(dira, says("uji_diminta", dari="Rahman"))
    shown = words_of(await quick.press(dira, words("uji_tombol_buka"), says("uji_lembar", nomor="Maiwa 1")))
    assert "Sitti" not in shown
    await quick.ask(dira, "/tugas", says("uji_menunggu", uji=[{"nomor": "Maiwa 1"}]))


async def test_what_cannot_be_done_goes_back_and_is_given_to_another(quick: Looking) -> None:
    await quick.give()
    await quick.open_sheet()
    await quick.press(quick.amir, words("uji_tombol_tidak_bisa"), says("uji_dikembalikan"))
    await quick.hears(quick.rahman, says("uji_dikembalikan_kabar", siapa="Amir"))
    assert await quick.stage() == "tercatat"
    await quick.give()
    await quick.press(quick.rahman, words("uji_tombol_tarik"), says("uji_ditarik"))
    await quick.hears(quick.amir, says("uji_ditarik_kabar"))
    assert await quick.stage() == "tercatat"


async def test_what_a_meeting_put_on_its_reserve_list_gets_the_full_sheet(quick: Looking) -> None:
    planned = await Desk(quick.town.database).hold()
    row = {"occasion_id": planned.occasion.id, "usulan_id": (await quick.town.rows("SELECT id FROM usulan"))[0][0]}
    row |= {"outcome": "cadangan", "at": BEGUN, "told_at": BEGUN}
    async with quick.town.database.write() as connection:
        await connection.execute(decisions.insert(), row)
    await quick.open()
    shown = await quick.press(quick.rahman, words("uji_tombol_beri"), says("uji_siapa", penuh=True, batas_dana=True))
    assert words("uji_tombol_pendek") not in labels(shown)


async def test_the_full_sheet_is_chosen_by_hand(quick: Looking) -> None:
    await quick.give(whole=True)
    shown = await quick.open_sheet()
    assert words("uji_tombol_bagian", judul=words("uji_bagian.kursi_roda"), ada=False) in labels(shown)
    event = (await quick.town.rows("SELECT detail FROM events WHERE kind = 'uji_diberikan'"))[0][0]
    assert json.loads(event)["uji"] == await quick.check()


async def test_what_is_asked_meanwhile_leaves_the_usulan_where_it_stood(quick: Looking) -> None:
    await quick.give()
    asked = await quick.ask_for("Patokan")
    await quick.fill()
    await quick.end("sesuai")
    assert await quick.stage() == "ditanya"
    await quick.telegram.say(quick.sitti, "Dekat masjid tua", reply_to=asked["message_id"])
    await quick.hears(quick.rahman, says("klarifikasi_jawaban"))
    assert await quick.stage() == "tercatat"


async def test_two_who_give_at_once_send_one(place: Looking) -> None:
    dira = await place.join("Dira", DELEGASI)
    for who in (place.rahman, place.amir):
        await place.open(who)
        await place.press(who, words("uji_tombol_beri"), says("uji_siapa"))
    label = f"Dira · {words('peran_delegasi')}"[:60]
    await asyncio.gather(place.touch(place.rahman, label), place.touch(place.amir, label))
    await place.hears(dira, says("uji_diminta"))
    await place.told(dira, says("uji_diminta"), 1)
    await place.town.until("SELECT count(*) FROM field_checks", 1)
    heard = [*place.texts(place.rahman), *place.texts(place.amir)]
    assert sum(text in says("uji_sudah_diberikan", siapa="Dira") for text in heard) == 1


async def test_two_who_write_the_same_item_overwrite_nobody(place: Looking) -> None:
    await place.give()
    await place.begin_item("ukuran")
    await place.ask(place.amir, "120 m", says("form.uji_silang.alat.tanya"))
    await place.measure("90 m", place.rahman)
    await place.press(place.amir, words("form.uji_silang.alat.pilihan.langkah"), says("uji_lembar"))
    assert any(text in says("uji_didahului", siapa="Rahman") for text in place.texts(place.amir))
    assert (await place.findings())["ukuran"]["ukuran"]["sizes"][0]["amount"] == "90"
    await place.measure("120 m")  # whoever opens it again has seen what stands there
    assert (await place.findings())["ukuran"]["ukuran"]["sizes"][0]["amount"] == "120"


async def test_two_who_write_different_items_keep_both(place: Looking) -> None:
    await place.give()
    await asyncio.gather(place.measure("90 m", place.rahman), place.see_place())
    assert set(await place.findings()) == {"ukuran", "tempat"}


async def test_two_who_end_it_at_once_end_it_once(place: Looking) -> None:
    await place.give()
    await place.fill()
    check = await place.check()
    await asyncio.gather(*(place.toast(who, f"cek:putus:{check}:sesuai") for who in (place.amir, place.rahman)))
    await place.hears(place.sitti, says("uji_kabar"))
    await place.told(place.sitti, says("uji_kabar"), 1)
    assert len(await place.town.rows("SELECT id FROM events WHERE kind = 'uji_selesai'")) == 1


async def test_the_buttons_of_an_answered_question_go_also_where_it_was_answered_in_words(place: Looking) -> None:
    await place.tells(**TOLD)
    await place.give()
    await place.fill(point=(-3.559, 119.77))
    await place.press(place.amir, words("uji_tombol_hasil"), says("uji_hasil_mana"))
    await place.ask(place.amir, words("uji_hasil_berubah").lower(), says("form.uji_alasan.alasan.tanya"))
    asked, why = says("uji_hasil_mana"), says("form.uji_alasan.alasan.tanya")
    await place.telegram.wait_for(place.amir, lambda one: asked(one) and not labels(one))
    await place.ask(place.amir, "Jalannya 120 meter", says("uji_selesai", hasil="berubah"))
    await place.telegram.wait_for(place.amir, lambda one: why(one) and not labels(one))
