"""A delegate speaks for an usulan with one page in hand, and tells whoever brought it what came of it."""

import asyncio
import io

from pypdf import PdfReader

from bot.simulator.chats import Person
from bot.work.access import DELEGASI, FASILITATOR_DESA
from tests.deciding.asking import Asking
from tests.reading.test_titip import titip
from tests.support.client import labels, words_of
from tests.support.sentences import says, words


async def _choose(place: Asking, name: str = "Dira", reader: Person | None = None) -> None:
    await place.open(reader)
    await place.press(reader or place.rahman, words("utus_tombol"), says("utus_siapa", ada=True))
    await place.press(reader or place.rahman, name, says("utus_dicatat", siapa=name, nomor="Maiwa 1"))


async def _report(place: Asking, dira: Person, said: str) -> None:
    await place.press(dira, words("utus_tombol_lapor"), says("utus_lapor_mana", nomor="Maiwa 1"))
    await place.press(dira, words("utus_hasil_ditanya"), says("form.lapor_delegasi.kata.tanya"))
    await place.ask(dira, said, says("utus_lapor_dicatat", nomor="Maiwa 1"))


async def test_a_page_goes_out_and_a_sentence_comes_back(place: Asking) -> None:
    dira = await place.join("Dira", DELEGASI)
    await _choose(place)
    await place.hears(dira, says("utus_diminta", dari="Rahman", nomor="Maiwa 1"))
    brief = words_of(await place.press(dira, words("utus_tombol_buka"), says("utus_pokok", nomor="Maiwa 1")))
    assert "Sitti" not in brief
    assert words("utus_tanya.alasan") in brief
    await _report(place, dira, "Ditanya siapa yang merawat <pipa>")
    kept = says("utus_kabar", siapa="Dira", hasil="ditanya", kata="Ditanya siapa yang merawat <pipa>")
    await place.hears(place.sitti, kept)
    await place.hears(place.rahman, says("utus_kabar_pemberi", siapa="Dira", langsung=False))
    await place.told(place.sitti, says("utus_kabar"), 1)
    await place.open()
    await place.hears(place.rahman, says("utus_di_usulan", siapa="Dira", hasil="ditanya"))


async def test_the_page_to_print_is_one_and_names_nobody(quick: Asking) -> None:
    dira = await quick.join("Dira", DELEGASI)
    await _choose(quick)
    await quick.hears(dira, says("utus_diminta"))
    await quick.press(dira, words("utus_tombol_buka"), says("utus_pokok"))
    sent = await quick.hears(dira, says("utus_kertas_kirim", nomor="Maiwa 1"))
    pages = PdfReader(io.BytesIO(quick.telegram.file(sent["document"]["file_id"]))).pages
    told = " ".join(pages[0].extract_text().split())
    assert len(pages) == 1
    assert "Mata air jauh" in told
    assert words("utus_kertas.sulit") in told
    assert "Sitti" not in told


async def test_whoever_has_no_telephone_is_told_in_person(quick: Asking) -> None:
    await titip(quick, quick.rahman)
    dira = await quick.join("Dira", DELEGASI)
    (row,) = await quick.town.rows("SELECT id FROM usulan WHERE typed_by IS NOT NULL")
    await quick.ask(quick.rahman, "/periksa", says("periksa_daftar_saya"))
    await quick.press_data(quick.rahman, f"u:utus:{row[0]}", says("utus_siapa"))
    await quick.press(quick.rahman, "Dira", says("utus_dicatat"))
    await quick.ask(dira, "/tugas", says("utus_daftar", usulan=[{"nomor": "Maiwa 2"}]))
    await quick.press(dira, words("utus_tombol_buka_nomor", nomor="Maiwa 2"), says("utus_pokok"))
    await quick.press(dira, words("utus_tombol_lapor"), says("utus_lapor_mana"))
    await quick.press(dira, words("utus_hasil_belum"), says("form.lapor_delegasi.kata.tanya"))
    await quick.ask(dira, "Waktunya habis", says("utus_lapor_dicatat", langsung=True))
    await quick.hears(quick.rahman, says("utus_kabar_pemberi", langsung=True))
    untold = await quick.town.rows("SELECT id FROM usulan WHERE told_at IS NULL AND read_at IS NOT NULL")
    assert untold == [(row[0],)]


async def test_two_who_choose_at_once_choose_one(place: Asking) -> None:
    for name in ("Dira", "Yusuf"):
        await place.join(name, DELEGASI)
    amir = await place.join("Amir", FASILITATOR_DESA)
    for who in (place.rahman, amir):
        await place.open(who)
        await place.press(who, words("utus_tombol"), says("utus_siapa"))
    await asyncio.gather(place.touch(place.rahman, "Dira"), place.touch(amir, "Yusuf"))
    await place.town.until("SELECT count(*) FROM errands", 1)
    heard = [*place.texts(place.rahman), *place.texts(amir)]
    async with asyncio.timeout(20):
        while not any(text in says("utus_sudah") for text in heard):
            await asyncio.sleep(0.1)
            heard = [*place.texts(place.rahman), *place.texts(amir)]
    assert len(await place.town.rows("SELECT id FROM errands")) == 1


async def test_whoever_was_replaced_reports_no_more(quick: Asking) -> None:
    dira = await quick.join("Dira", DELEGASI)
    await _choose(quick)
    await quick.hears(dira, says("utus_diminta"))
    await quick.press(dira, words("utus_tombol_buka"), says("utus_pokok"))
    await quick.press(dira, words("utus_tombol_lapor"), says("utus_lapor_mana"))
    await quick.press(dira, words("utus_hasil_disampaikan"), says("form.lapor_delegasi.kata.tanya"))
    await quick.press(quick.rahman, words("utus_tombol_tarik"), says("utus_ditarik"))
    await quick.hears(dira, says("utus_ditarik_kabar"))
    await quick.ask(dira, "Sudah saya sampaikan", says("utus_lapor_lewat"))
    assert not any(text in says("utus_kabar") for text in quick.texts(quick.sitti))


async def test_a_stranger_neither_chooses_nor_reads_nor_reports(quick: Asking) -> None:
    dira = await quick.join("Dira", DELEGASI)
    yusuf = await quick.join("Yusuf", DELEGASI)
    await _choose(quick)
    await quick.hears(dira, says("utus_diminta"))
    (row,) = await quick.town.rows("SELECT id, usulan_id FROM errands")
    for act in (f"wakil:buka:{row[0]}", f"wakil:lapor:{row[0]}", f"wakil:hasil:{row[0]}:belum"):
        assert words("tombol_lewat") == await quick.toast(yusuf, act)
    assert words("tombol_bukan_untuk_ini") == await quick.toast(dira, f"u:utus:{row[1]}")
    daud = await quick.join("Daud", FASILITATOR_DESA, "73.16.03.1001")
    assert words("bukan_wilayah") == await quick.toast(daud, f"u:utus:{row[1]}")


async def test_what_one_reader_was_chosen_for_nobody_else_speaks_for(quick: Asking) -> None:
    await quick.join("Dira", DELEGASI)
    async with quick.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET reader_id = (SELECT id FROM people WHERE name = 'Rahman')")
    await quick.open()
    offered = await quick.press(quick.rahman, words("utus_tombol"), says("utus_siapa", ada=False))
    assert labels(offered) == []
