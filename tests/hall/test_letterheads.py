"""The head of a village's papers is told once, stands on every sheet, and letters have numbers."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

from tests.support.halls import TEN_O_CLOCK, Meeting, hold
from tests.support.screens import is_file
from tests.support.sentences import mentions, says, words


async def _tell(hall: Meeting, part: str, told: str) -> None:
    await hall.press(words(f"rapat_tombol_kop_{part}"), mentions(f"form.rapat_kop.{part}.tanya"))
    await hall.say(told, says("rapat_kop"))


async def _sheet(hall: Meeting, name: str, occasion: int | None = None) -> str:
    await hall.press_data(f"h:lembar:{occasion or hall.occasion.id}:{name}")
    shown = await hall.town.simulator.wait_for(hall.leader, is_file(".pdf"))
    pages = PdfReader(io.BytesIO(hall.town.simulator.file(shown["document"]["file_id"]))).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split())


async def test_told_once_it_stands_on_every_paper_and_each_part_is_corrected_alone(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, PKK")
    await hall.open()
    await hall.press(words("rapat_tombol_cetak"), says("rapat_cetak"))
    await hall.press(words("rapat_tombol_kop"), says("rapat_kop", alamat=False, kepala=False, nomor=False))
    await _tell(hall, "nama", "Pemerintah Desa Boiya")
    await _tell(hall, "alamat", "Jalan Poros No. 3")
    await _tell(hall, "kepala", "Muh. Yusuf, S.Sos")
    await _tell(hall, "kode", "005/.../DB")
    await _tell(hall, "alamat", "Jalan Poros No. 4")
    sheet = await _sheet(hall, "hadir")
    assert "KECAMATAN MAIWA PEMERINTAH DESA BOIYA Jalan Poros No. 4" in sheet
    assert "Mengetahui, Kepala Desa Boiya Muh. Yusuf, S.Sos" in sheet
    assert ": 005/01/DB/I/2027" in await _sheet(hall, "undangan")


async def test_letters_are_numbered_one_after_another_and_follow_the_register_of_the_office(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, PKK")
    other = await hold(hall.town, "musdes", hours=30)
    await hall.town.press_data(hall.leader, f"h:kop:{hall.occasion.id}", says("rapat_kop"))
    await _tell(hall, "kode", "DB")
    await hall.press(words("rapat_tombol_nomor"), mentions("form.rapat_nomor.nomor.tanya"))
    await hall.say("12", says("rapat_kop", nomor="12/DB/I/2027"))
    assert ": 12/DB/I/2027" in await _sheet(hall, "undangan")
    assert ": 12/DB/I/2027" in await _sheet(hall, "undangan")
    await hall.town.press_data(hall.leader, f"h:kop:{other.id}", says("rapat_kop", nomor="…/DB/I/2027"))
    await hall.press(words("rapat_tombol_nomor"), mentions("form.rapat_nomor.nomor.tanya"))
    await hall.say("12", says("rapat_nomor_terpakai", nomor=12))


async def test_a_number_stays_as_it_was_first_given_also_in_another_month(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, PKK")
    await hall.town.press_data(hall.leader, f"h:kop:{hall.occasion.id}", says("rapat_kop"))
    await _tell(hall, "kode", "005/.../DB")
    assert ": 005/01/DB/I/2027" in await _sheet(hall, "undangan")
    await hall.town.simulator.move_clock(to=TEN_O_CLOCK + timedelta(days=40))
    await hall.town.begin_again()
    assert ": 005/01/DB/I/2027" in await _sheet(hall, "undangan")
    await hall.town.press_data(hall.leader, f"h:kop:{hall.occasion.id}", says("rapat_kop", nomor="005/01/DB/I/2027"))
    await hall.press(words("rapat_tombol_nomor"), mentions("form.rapat_nomor.nomor.tanya"))
    await hall.say("7", says("rapat_kop", nomor="005/07/DB/I/2027"))


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("005/.../DB/I/2027", "005/…/DB/I/2027"),
        ("005/12/DB/I/2027", "005/…/DB/I/2027"),
        ("12/DB/XI/2026", "…/DB/I/2027"),
        ("005/…/DB/.../....", "005/…/DB/I/2027"),
        ("005/DB", "…/005/DB/I/2027"),
        ("005/.../DB/III/2027", "005/…/DB/III/2027"),
    ],
)
async def test_a_whole_number_tells_how_it_is_written_and_nothing_of_it_stands_twice(
    hall: Meeting, told: str, shown: str
) -> None:
    await hall.open()
    await hall.town.press_data(hall.leader, f"h:kop:{hall.occasion.id}", says("rapat_kop"))
    await hall.press(words("rapat_tombol_kop_kode"), mentions("form.rapat_kop.kode.tanya"))
    await hall.say(told, says("rapat_kop", nomor=shown))
