"""Lists to print: what stands on them, that names stay what they are, and that they go to those who may see them."""

import io
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import text as text_of

from bot.store.database.ids import new_id
from bot.store.tables import invitees, switches
from tests.roles.conftest import KECAMATAN
from tests.support.desk import ZONE
from tests.support.halls import STORY, Meeting, hold, meeting
from tests.support.screens import is_file
from tests.support.sentences import says, words


@pytest.fixture
async def hall(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Meeting]:
    async with meeting(sqlite_url, tmp_path) as opened:
        yield opened


async def _printed(hall: Meeting, button: str, title: str) -> tuple[str, int]:
    """Text and number of pages of the sheet behind this button."""
    shown = await hall.press(button, title)
    assert "document" in shown
    pages = PdfReader(io.BytesIO(hall.town.simulator.file(shown["document"]["file_id"]))).pages
    return "\n".join(page.extract_text() for page in pages), len(pages)


async def test_invitations_are_a_list_to_sign_and_a_letter_to_each_by_name(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti #panic[] $x$, perempuan, wakil Tanete", "Pak Baso, kurang mampu", "Nenek Rabi, lansia")
    await hall.open()
    await hall.press(words("rapat_tombol_cetak"), says("rapat_cetak"))
    text, pages = await _printed(hall, words("lembar.undangan"), "Musrenbang desa")
    assert pages == 3  # the list, and two letters on a page
    assert text.count("#panic[] $x$") == 2
    told = " ".join(text.split())
    assert "Kami mohon Ibu bersuara untuk Tanete" in told
    assert "Bapak kami undang ke Musrenbang desa" in told
    assert told.count("Anak kecil boleh ikut") == 2  # to both women
    assert "Tanda terima" in text


async def test_the_sheet_of_attendance_has_the_invited_by_name_and_two_full_pages_of_lines(hall: Meeting) -> None:
    await hall.invite("Pak Baso, adat", "Ibu Ani, perempuan")
    await hall.open()
    await hall.press(words("rapat_tombol_cetak"), says("rapat_cetak"))
    text, pages = await _printed(hall, words("lembar.hadir"), "Musrenbang desa")
    assert text.index("Ibu Ani") < text.index("Pak Baso")
    assert pages == 2
    assert "\n44" in text
    assert "PEMERINTAH KABUPATEN ENREKANG" in text
    assert "Kepala Desa Boiya" in text
    assert "Dihitung di akhir" in text


async def test_a_file_is_called_by_its_sheet_its_meeting_and_its_place(hall: Meeting) -> None:
    dusun = await hold(hall.town, "musdus", hours=30)
    await hall.open()
    for meeting_id, called in (
        (hall.occasion.id, "Daftar-hadir-Musrenbang-desa-Boiya.pdf"),
        (dusun.id, "Daftar-hadir-Kumpul-dusun-Desa-Boiya.pdf"),
    ):
        await hall.press_data(f"h:lembar:{meeting_id}:hadir")
        shown = await hall.town.simulator.wait_for(hall.leader, is_file(".pdf"))
        assert shown["document"]["file_name"] == called


@pytest.mark.parametrize("count", [42, 55, 68])  # so many long names fill the page before the boxes just so
async def test_boxes_to_count_in_never_stand_alone_on_a_page(hall: Meeting, count: int) -> None:
    row: dict[str, Any] = {"occasion_id": hall.occasion.id, "element": "lain", "state": "invited", "is_woman": True}
    row |= {"made_at": hall.occasion.made_at, "speaks_for": "ibu-ibu pengajian Buntu Batu di hulu"}
    names = [f"Ibu Sitti Nurhaliza binti Muhammad Daeng Mappaseng dari Salu {at}" for at in range(count)]
    async with hall.town.database.write() as connection:
        await connection.execute(invitees.insert(), [row | {"id": new_id(), "name": name} for name in names])
    await hall.open()
    await hall.press(words("rapat_tombol_cetak"), says("rapat_cetak"))
    shown = await hall.press("Daftar hadir", words("pertemuan.musrenbang_desa"))
    last = PdfReader(io.BytesIO(hall.town.simulator.file(shown["document"]["file_id"]))).pages[-1].extract_text()
    rows, boxes, _ = last.partition("Dihitung di akhir")
    assert boxes
    assert rows.splitlines()[-3:] == [str(at) for at in range(count + 13, count + 16)]
    assert "Tanda tangan" in rows  # the head stands above them


async def test_a_list_that_goes_round_tells_nobody_that_somebody_is_poor_or_disabled(hall: Meeting) -> None:
    await hall.invite("Pak Baso, kurang mampu", "Nenek Rabi, disabilitas")
    await hall.open()
    await hall.press(words("rapat_tombol_cetak"), says("rapat_cetak"))
    text, _ = await _printed(hall, words("lembar.hadir"), "Musrenbang desa")
    rows, _, counted = text.partition("Dihitung di akhir")
    assert "Pak Baso" in rows
    assert "mampu" not in rows
    assert "disabilitas" not in rows
    assert "mampu" in counted
    await hall.press("Undangan dengan nama", words("pertemuan.musrenbang_desa"))
    text, _ = await _printed(hall, words("lembar.undangan"), "Musrenbang desa")
    assert "Pak Baso" in text
    assert "mampu" not in text
    assert "disabilitas" not in text


async def test_the_programme_for_the_wall_tells_when_each_point_begins(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_acara"), says("rapat_acara", sisa={"jam": "4", "menit": "0"}, usai=False))
    await hall.press(words("rapat_tombol_susun"), "8 acara")
    await hall.press(words("rapat_tombol_tambah_acara"), "Apa acaranya")
    await hall.say("Doa bersama", "Berapa menit")
    await hall.say("10", says("rapat_susun", jumlah="9", total={"jam": "4", "menit": "10"}))
    await hall.open()
    await hall.press(words("rapat_tombol_cetak"), says("rapat_cetak"))
    text, _ = await _printed(hall, words("lembar.acara"), "Musrenbang desa")
    starts = hall.occasion.starts_at.astimezone(ZONE)
    for after, point in ((0, "Pembukaan dan sambutan"), (30, "Hasil usulan"), (240, "Doa bersama"), (250, "Selesai")):
        assert f"{starts + timedelta(minutes=after):%H.%M} {point}" in " ".join(text.split())


async def test_turns_can_be_kept_on_paper_with_those_rarely_heard_first(hall: Meeting) -> None:
    await hall.invite("Pak Camba, tani", "Pak Daeng, perangkat, jauh", "Ibu Sitti, perempuan")
    await hall.open()
    await hall.press(words("rapat_tombol_cetak"), says("rapat_cetak"))
    text, pages = await _printed(hall, words("lembar.giliran"), "Musrenbang desa")
    assert pages == 1
    assert text.index("Ibu Sitti") < text.index("Pak Daeng") < text.index("Pak Camba")
    assert "Paling lama 3 menit" in " ".join(text.split())
    assert "\n18" in text


async def test_what_is_read_from_paper_is_whole_and_a_voice_is_not_an_empty_line(hall: Meeting) -> None:
    whole = "Jembatan gantung putus. " + "Anak sekolah memutar jauh lewat kebun. " * 20 + "Tolong sebelum musim hujan."
    await hall.bring(1, whole)
    voice = '{"desa": {"code": "73.16.01.2012", "name": "Boiya"}, "cerita": {"file_id": "suara"}}'
    await hall.bring(2, answers=voice)
    await hall.open()
    await hall.press(words("rapat_tombol_cetak"), says("rapat_cetak"))
    text, _ = await _printed(hall, words("lembar.baca_kembali"), "Musrenbang desa")
    told = " ".join(text.split())
    assert "Tolong sebelum musim hujan" in told
    assert words("lembar.suara").partition(".")[0] in told


async def test_what_is_read_back_and_what_delegates_carry_can_be_printed(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_cetak"), says("rapat_cetak"))
    await hall.press(words("rapat_tombol_baca"), says("lembar_kosong"))
    await hall.bring(1)
    await hall.bring(2, "Jembatan gantung putus.")
    await hall.press(words("lembar.delegasi"), words("pertemuan.musrenbang_desa"))
    text, pages = await _printed(hall, words("lembar.delegasi"), "Musrenbang desa")
    assert pages == 2
    assert "Maiwa 1" in text
    assert STORY[:40] in text
    newest = [m for m in hall.town.simulator.messages(hall.leader) if m.get("reply_markup")][-1]
    await hall.town.simulator.press_data(hall.leader, newest["message_id"], f"h:lembar:{hall.occasion.id}:baca_kembali")
    shown = await hall.office.hears(hall.leader, says("lembar_kirim", lembar=words("lembar.baca_kembali")))
    text = PdfReader(io.BytesIO(hall.town.simulator.file(shown["document"]["file_id"]))).pages[0].extract_text()
    assert "Jembatan gantung putus" in text
    assert "Benar" in text


async def test_a_camat_gets_the_invitations_of_his_kecamatan_from_his_task_and_no_usulan(hall: Meeting) -> None:
    camat = await hall.office.join("Ani", "camat")
    async with hall.town.database.write() as connection:  # a task that the office chose beyond the first set
        row = {"rule": "K15", "used": True, "at": hall.occasion.made_at}
        await connection.execute(switches.insert(), [row])
    one = await hold(hall.town, "musrenbang_kecamatan", KECAMATAN, hours=24 * 40)
    row = {"id": new_id(), "occasion_id": one.id, "name": "Ibu Sitti", "element": "perempuan", "is_woman": True}
    async with hall.town.database.write() as connection:
        await connection.execute(invitees.insert(), [row | {"state": "invited", "made_at": one.made_at}])
    await hall.bring(1)
    found = await hall.town.rows("SELECT rule, id FROM tasks WHERE occasion_id = :o", o=one.id)
    tasks = {row[0]: row[1] for row in found}
    await hall.town.simulator.press_data(camat, 1, f"t:lembar:{tasks['K11']}")
    shown = await hall.office.hears(camat, says("lembar_kirim", lembar=words("lembar.undangan")))
    text = PdfReader(io.BytesIO(hall.town.simulator.file(shown["document"]["file_id"]))).pages[0].extract_text()
    assert "Ibu Sitti" in text
    async with hall.town.database.write() as connection:  # another task, with usulan to read, falls to him
        owner = "UPDATE tasks SET owner_id = (SELECT owner_id FROM tasks WHERE id = :mine) WHERE id = :other"
        await connection.execute(text_of(owner), {"mine": tasks["K11"], "other": tasks["K15"]})
    await hall.town.simulator.press_data(camat, 1, f"t:lembar:{tasks['K15']}")
    await hall.office.hears(camat, says("lembar_bukan_bagian"))
