"""All usulan of one's wilayah as a table to work with, and as a paper to pin up."""

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader
from sqlalchemy import text

from bot.simulator.chats import Person
from bot.store.deciding import moves
from bot.store.deciding.moves import Change
from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from bot.work.reading.rows import COLUMNS
from tests.reading.conftest import DESA, KECAMATAN, Village
from tests.support.client import labels
from tests.support.found_out import find_out
from tests.support.libreoffice import opens_whole, sheets_of
from tests.support.screens import is_file
from tests.support.sentences import says, words

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ONE = """INSERT INTO usulan
(id, code, year, kecamatan, serial, desa, person_id, answers, status, spoken_at, unnamed, read_at)
VALUES (:id, :code, 2027, '73.16.01', :id, :desa, :person, :answers, 'tercatat', :at, :unnamed, :at)"""
_PLACE = {"desa": {"code": DESA, "name": "Pattondon Salu"}, "kecamatan": {"code": KECAMATAN, "name": "Maiwa"}}
_TOLD = {
    "cerita": {"text": '=HYPERLINK("http://x") +62, jalan ke kebun licin waktu hujan.'},
    "harapan": {"text": "Jalannya dirabat dari masjid sampai jembatan"},
    "dusun": {"name": "Jambu", "listed": True},
    "jumlah": {"male": 90, "female": 110},
    "kurang_mampu": {"families": 19},
    "alasan": {"text": "-5 anak sudah jatuh"},
    "juga": {"text": "kayunya lapuk sejak Maret"},
}


async def add(village: Village, number: int, *, unnamed: bool = False, **answers: Any) -> None:
    person = (await village.town.rows("SELECT id FROM people WHERE name = 'Sitti'"))[0][0]
    row = {"id": number, "code": f"ENR-27-MAI-{number:04}", "desa": DESA, "person": person, "unnamed": unnamed}
    row |= {"answers": json.dumps({**_PLACE, **_TOLD, **answers}), "at": datetime(2026, 11, 3, 2, tzinfo=UTC)}
    if village.town.settings.database_url.startswith("sqlite"):
        row["at"] = "2026-11-03 02:00:00"
    async with village.town.database.write() as connection:
        await connection.execute(text(_ONE), row)


async def reader(village: Village) -> Person:
    """Somebody who reads, with an usulan of Sitti to read."""
    await village.town.simulator.move_clock(to=datetime(2026, 11, 20, 2, tzinfo=UTC))
    await village.town.begin_again()
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    sitti = village.town.simulator.add_person("Sitti")
    await village.town.start_chat(sitti, says("izin"))
    await add(village, 1)
    return rahman


async def order(village: Village, who: Person, kind: str, ending: str) -> bytes:
    await village.ask(who, "/periksa", says("periksa_kosong_saya"))
    await village.press(who, words("tombol_tabel_usulan"), says("tabel_pilih"))
    assert await village.touch(who, words(f"tombol_{kind}", tahun=2027)) == words("tabel_dipesan")
    message = await village.hears(who, is_file(ending))
    stored = village.town.simulator.stage.files.find(message["document"]["file_id"])
    assert stored is not None
    return stored.content


def cells(content: bytes) -> list[list[tuple[str, str]]]:
    """(kind, value) of every cell, row by row; kinds as the file has them: s a text, n a number."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        shared = ET.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(one.itertext()) for one in shared.iter(f"{_S}si")]
        page = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in page.iter(f"{_S}row"):
        found = []
        for cell in row.iter(f"{_S}c"):
            assert cell.find(f"{_S}f") is None
            kind, value = cell.get("t", "n"), cell.find(f"{_S}v")
            told = "" if value is None else str(value.text)
            found.append((kind, texts[int(told)] if kind == "s" else told))
        rows.append(found)
    return rows


async def test_a_row_an_usulan_with_numbers_and_days_as_such_and_formulas_inert(either_village: Village) -> None:
    rahman = await reader(either_village)
    head, row = cells(await order(either_village, rahman, "tabel", ".xlsx"))
    at = list(COLUMNS)
    assert [value for _, value in head] == [words(f"tabel_kolom_{column}") for column in at]
    assert row[at.index("nomor")] == ("s", "Maiwa 1")
    assert row[at.index("tanggal")] == ("n", "46329")  # 3 November 2026
    assert row[at.index("orang")] == ("n", "200")
    assert row[at.index("miskin")] == ("n", "19")
    assert row[at.index("pengusul")] == ("s", "Sitti")
    assert row[at.index("juga")] == ("s", "kayunya lapuk sejak Maret")
    assert row[at.index("masalah")][0] == "s"
    assert row[at.index("masalah")][1].startswith("=HYPERLINK")
    assert await either_village.town.rows("SELECT id FROM usulan_orders") == []


async def test_what_was_measured_and_answered_since_stands_beside_what_was_told(village: Village) -> None:
    rahman = await reader(village)
    await add(village, 2, jumlah={"houses": 23}, ukuran={"sizes": [{"amount": "200", "unit": "m", "side": ""}]})
    at = datetime(2026, 11, 4, 2, tzinfo=UTC)
    await find_out(village.town, 2, "250", "sejak kapan?", "mesinnya rusak juga", at)
    async with village.town.database.write() as connection:
        why = Change("ditolak", "hasil", False, "R99", "tanahnya masih sengketa", "tim_verifikasi")
        await moves.make(connection, why, {2: 0}, None, at)
    row = dict(zip(COLUMNS, cells(await order(village, rahman, "tabel", ".xlsx"))[2], strict=True))
    assert row["rumah"] == ("n", "23")
    assert "tanahnya masih sengketa" in row["hasil"][1]
    assert row["ukuran"] == ("s", words("tabel_diukur", ukuran="250 m", cerita="200 m"))
    assert row["juga"][1].endswith(words("tabel_dijawab", tanya="sejak kapan?", jawab="mesinnya rusak juga"))


async def test_who_wants_no_name_has_none_in_the_table(village: Village) -> None:
    rahman = await reader(village)
    await add(village, 2, unnamed=True)
    rows = cells(await order(village, rahman, "tabel", ".xlsx"))
    at = list(COLUMNS).index("pengusul")
    assert [row[at][1] for row in rows[1:]] == ["Sitti", words("tabel_tanpa_nama")]


async def test_the_paper_for_the_wall_has_no_name_and_nothing_that_was_to_be_kept(village: Village) -> None:
    rahman = await reader(village)
    await add(village, 2, unnamed=True, harapan={"text": "Rahasia kami"})
    await add(village, 3, harapan={"text": "Suami saya memukul saya dan anak-anak setiap malam"})
    paper = PdfReader(io.BytesIO(await order(village, rahman, "dinding", ".pdf")))
    told = " ".join(page.extract_text() for page in paper.pages)
    assert "Maiwa 1" in told
    assert "Jalannya dirabat" in told
    assert "Maiwa 2" in told
    assert "Maiwa 3" in told
    assert not any(word in told for word in ("Sitti", "Rahasia", "memukul"))


async def test_only_ones_own_wilayah_is_in_it(village: Village) -> None:
    await reader(village)
    other = await village.join("Ratna", FASILITATOR_KECAMATAN, "73.16.02")
    await village.ask(other, "/periksa", says("periksa_kosong_saya"))
    assert words("tombol_tabel_usulan") not in labels(await village.hears(other, says("periksa_kosong_saya")))
    await village.press_data(other, "u:tabel", says("tabel_kosong"))
    assert await village.toast(other, "u:pesan:tabel:2027") == words("tabel_dipesan")
    await village.hears(other, says("tabel_kosong"))
    assert await village.town.rows("SELECT id FROM usulan_orders") == []
    assert all("document" not in one or not one["outgoing"] for one in village.town.simulator.messages(other))


async def test_libreoffice_opens_it_whole_and_prints_it_one_page_wide(village: Village, tmp_path: Path) -> None:
    rahman = await reader(village)
    for number in range(2, 40):
        await add(village, number, harapan={"text": "Jembatan gantung di Salu Bandiki diperkuat. " * (number % 9 + 1)})
    content = await order(village, rahman, "tabel", ".xlsx")
    assert len(opens_whole(content, tmp_path, [sheets_of(content)[0][0]]).pages) > 1


async def test_the_same_file_is_not_ordered_twice(village: Village) -> None:
    rahman = await reader(village)
    await village.ask(rahman, "/periksa", says("periksa_kosong_saya"))
    async with village.town.database.write() as connection:
        person = "SELECT id FROM people WHERE name = 'Rahman'"
        await connection.exec_driver_sql(
            f"INSERT INTO usulan_orders (id, person_id, kind, year) SELECT 7, ({person}), 'tabel', 2027"
        )
    assert await village.toast(rahman, "u:pesan:tabel:2027") == words("tabel_ditunggu")


@pytest.mark.parametrize("width", [sum(width for _, width in COLUMNS.values())])
def test_all_columns_fit_a_landscape_page_in_letters_that_one_can_read(width: int) -> None:
    """Of Excel's usual letters (11 points, 7 pixels a character) at least six points are left when they are made to fit
    the 1,077 pixels of an A4 page."""
    assert 11 * min(1077 / (width * 7 + 5 * len(COLUMNS)), 1) >= 6


@pytest.mark.parametrize("typed", ["minta tabel semua usulan", "kasih excel usulan pak", "excelnya usulan"])
async def test_the_table_is_asked_for_in_words(village: Village, typed: str) -> None:
    rahman = await reader(village)
    await village.ask(rahman, typed, says("tabel_disiapkan", tahun=2027))
    await village.hears(rahman, is_file(".xlsx"))


async def test_the_office_asks_for_it_in_words_and_who_asks_what_it_is_gets_none(either_village: Village) -> None:
    await reader(either_village)
    hasnah = await either_village.join("Hasnah", BAPPEDA, "73.16")
    await either_village.ask(hasnah, "bagaimana cara baca tabel usulan", lambda one: one["outgoing"])
    assert await either_village.town.rows("SELECT id FROM usulan_orders") == []
    await either_village.ask(hasnah, "minta tabel usulan", says("tabel_disiapkan", tahun=2027))
    await either_village.hears(hasnah, is_file(".xlsx"))


@pytest.mark.parametrize(
    ("typed", "name", "told"),
    [
        ("minta excel yang air saja", "usulan-air-", {"kata": "air"}),
        ("rekap usulan air kecamatan Maiwa", "usulan-air-", {"kata": "air"}),
        ("excel yang belum dibaca", "usulan-belum-dibaca-", {"belum": True}),
    ],
)
async def test_a_table_is_of_a_topic_or_of_what_nobody_read(
    either_village: Village, typed: str, name: str, told: dict[str, Any]
) -> None:
    """One tells of water and waits; another of a path, and was read."""
    hasnah = await either_village.join("Hasnah", BAPPEDA, "73.16")
    await either_village.bring("Sitti", "Maiwa 1")
    await either_village.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    await add(either_village, 2)
    await either_village.ask(hasnah, typed, says("tabel_disiapkan", **told))
    sent = (await either_village.hears(hasnah, is_file(".xlsx")))["document"]
    assert sent["file_name"].startswith(name)
    stored = either_village.town.simulator.stage.files.find(sent["file_id"])
    assert stored is not None
    written = [value for row in cells(stored.content) for _, value in row]
    assert any("Mata air" in one for one in written)
    assert not any("licin" in one for one in written)
    with zipfile.ZipFile(io.BytesIO(stored.content)) as book:
        assert "Usulan warga 2027 " in book.read("xl/worksheets/sheet1.xml").decode()  # above each printed page
