"""Nobody answers what was asked: reminded twice, then told to who asked, then to the kecamatan; never a refusal."""

from bot.work.access import FASILITATOR_KECAMATAN
from tests.deciding.asking import Asking
from tests.reading.conftest import KECAMATAN
from tests.reading.test_titip import titip
from tests.support.client import words_of
from tests.support.sentences import says, words


async def test_two_reminders_then_the_asker_then_the_kecamatan(place: Asking) -> None:
    nur = await place.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    await place.ask_for("Patokan")
    before = await place.answers()
    for days, told in ((2, 1), (4, 2)):
        await place.days_later(days)
        await place.told(place.sitti, says("klarifikasi_ingat", nomor="Maiwa 1", siapa="Rahman"), told)
    await place.days_later(5)
    await place.hears(place.rahman, says("klarifikasi_diam", nomor="Maiwa 1"))
    assert (await place.stage(), await place.states()) == ("tercatat", ["unanswered"])
    await place.days_later(7)
    await place.hears(nur, says("klarifikasi_diam", siapa="Rahman", nomor="Maiwa 1"))
    assert before == await place.answers()
    shown = await place.open()
    assert words_of(shown) in says("usulan_utuh", ditanya=[{"diam": True, "siapa": "Rahman"}])
    await place.days_later(30)
    assert 2 == sum(text in says("klarifikasi_ingat") for text in place.texts(place.sitti))


async def test_the_clock_that_comes_late_reminds_once(place: Asking) -> None:
    await place.ask_for("Patokan")
    await place.days_later(4)
    await place.hears(place.sitti, says("klarifikasi_ingat"))
    await place.town.until("SELECT reminded FROM clarifications", 2)
    assert 1 == sum(text in says("klarifikasi_ingat") for text in place.texts(place.sitti))


async def test_what_was_taken_back_is_asked_no_more(place: Asking) -> None:
    await place.ask_for("Patokan")
    async with place.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET status = 'ditarik'")
    await place.days_later(5)
    await place.town.until("SELECT state FROM clarifications", "withdrawn")
    assert await place.stage() == "ditarik"


async def test_what_the_meeting_took_up_meanwhile_keeps_the_words_and_changes_nothing(place: Asking) -> None:
    asked = await place.ask_for("Patokan")
    before = await place.answers()
    async with place.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET locked_at = spoken_at")
    await place.telegram.say(place.sitti, "Dekat masjid tua", reply_to=asked["message_id"])
    await place.hears(place.rahman, says("klarifikasi_jawaban", terkunci=True, jawaban="Dekat masjid tua"))
    assert before == await place.answers()


async def test_who_has_no_telephone_is_asked_in_person_and_the_answer_is_written_down(place: Asking) -> None:
    await titip(place, place.rahman)
    usulan = (await place.town.rows("SELECT id FROM usulan WHERE typed_by IS NOT NULL"))[0][0]
    await place.ask(place.rahman, "/periksa", says("periksa_daftar_saya"))
    await place.press(place.rahman, words("tombol_baca", nomor="Maiwa 2"), says("usulan_utuh", nomor="Maiwa 2"))
    ask = words("klarifikasi_tombol_tanyakan", judul="Patokan")
    await place.press(place.rahman, ask, says("klarifikasi_langsung", siapa="Nenek Rabi", nomor="Maiwa 2"))
    listed = await place.town.rows("SELECT id FROM usulan WHERE told_at IS NULL AND typed_by IS NOT NULL")
    assert listed == [(usulan,)]
    await place.days_later(2)
    await place.hears(place.rahman, says("klarifikasi_ingat_langsung", nomor="Maiwa 2"))
    await place.press(place.rahman, words("tombol_baca", nomor="Maiwa 2"), says("usulan_utuh", nomor="Maiwa 2"))
    fill = words("klarifikasi_tombol_isi", judul="Patokan")
    await place.press(place.rahman, fill, says("klarifikasi_pertanyaan", bersama=True))
    await place.ask(place.rahman, "Dekat sumur tua", says("klarifikasi_dicatat", nomor="Maiwa 2"))
    found = await place.town.rows("SELECT answers FROM usulan WHERE id = :u", u=usulan)
    assert "Dekat sumur tua" in found[0][0]


async def test_who_wrote_it_down_asks_for_the_kecamatan_and_is_told_so_at_once(place: Asking) -> None:
    await titip(place, place.rahman)
    dian = await place.join("Dian", FASILITATOR_KECAMATAN, KECAMATAN)
    usulan = (await place.town.rows("SELECT id FROM usulan WHERE typed_by IS NOT NULL"))[0][0]
    await place.press_data(dian, f"u:lihat:{usulan}", says("usulan_utuh", nomor="Maiwa 2"))
    ask = words("klarifikasi_tombol_tanyakan", judul="Patokan")
    await place.press(dian, ask, says("klarifikasi_langsung", siapa="Nenek Rabi", penulis="Rahman"))
    told = says("klarifikasi_ingat_langsung", nomor="Maiwa 2", siapa="Dian")
    await place.told(place.rahman, told, 1)
    await place.press(place.rahman, words("tombol_baca", nomor="Maiwa 2"), says("usulan_utuh", nomor="Maiwa 2"))
    await place.days_later(2)
    await place.told(place.rahman, told, 2)
    fill = words("klarifikasi_tombol_isi", judul="Patokan")
    await place.press_data(place.rahman, f"u:lihat:{usulan}", says("usulan_utuh", nomor="Maiwa 2"))
    await place.press(place.rahman, fill, says("klarifikasi_pertanyaan", bersama=True))
    await place.ask(place.rahman, "Dekat sumur tua", says("klarifikasi_dicatat", penanya="Dian"))
    await place.hears(dian, says("klarifikasi_jawaban", nomor="Maiwa 2"))
    assert not any(text in told for text in place.texts(dian))


async def test_whoever_is_forgotten_is_asked_no_more(place: Asking) -> None:
    await place.ask_for("Patokan")
    await place.ask(place.sitti, "/dataku", says("dataku"))
    await place.press(place.sitti, words("tombol_hapus"), says("yakin_hapus"))
    await place.press(place.sitti, words("tombol_hapus_usulan_tetap"), says("hapus_selesai"))
    await place.town.until("SELECT state FROM clarifications", "withdrawn")
    assert await place.stage() == "tercatat"
    assert [(None,)] == await place.town.rows("SELECT next_at FROM clarifications")
