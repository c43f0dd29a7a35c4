"""The kamus usulan: brought by the kabupaten, read in any order of its columns, and offered in the sheet for SIPD."""

import io
from typing import Any

import pytest
from python_calamine import load_workbook

from bot.core.sipd.kamus import Doubts, Entry, Kamus, read
from bot.core.understanding.tongue import tongue_of
from bot.simulator.chats import Person
from bot.work.access import BAPPEDA, FASILITATOR_KECAMATAN
from bot.work.sipd.rows import COLUMNS
from tests.reading.conftest import KABUPATEN, KECAMATAN, Village
from tests.sipd.coming_back import book
from tests.support.content import catalog_of
from tests.support.sentences import says, words

HEAD = ("No", "SKPD", "Nama Pekerjaan", "Satuan", "Harga Satuan")
ENTRIES = (
    (1, "Dinas PU", "Peningkatan jalan lingkungan (rabat beton)", "meter", "Rp 750.000,00"),
    (2, "Dinas PU", "Pembangunan drainase lingkungan", "meter", 600000),
    (3, "Dinas PU", "Pembangunan jembatan gantung", "unit", 450000000),
    (4, "Dinas PU", "Pembangunan sistem air bersih perdesaan (pipa dan bak)", "SR", ""),
    (5, "Dinas Pertanian", "Rehabilitasi jaringan irigasi tersier", "meter", 500000),
    (6, "Dinas Pertanian", "Bantuan bibit kopi", "batang", 12000),
    (7, "Dinas Pendidikan", "Pembangunan gedung PAUD", "unit", 250000000),
    (8, "Dinas Sosial", "Pelatihan keterampilan penyandang disabilitas", "orang", 3000000),
    (9, "Dinas Kesehatan", "Pembangunan jamban keluarga", "unit", 5000000),
    (10, "Dinas Perhubungan", "Pemasangan lampu jalan tenaga surya", "titik", 18000000),
)
TITLE = (("KAMUS USULAN TAHUN 2028",), (), HEAD)


def _read(rows: Any) -> tuple[list[Entry], Doubts]:
    told, tongue = catalog_of().sipd, tongue_of(catalog_of().world.spellings)
    return read([rows], told.kamus, told.sums, tongue.read_money)


def _kamus() -> Kamus:
    told = catalog_of().sipd
    return Kamus(_read([*TITLE, *ENTRIES])[0], told.same, told.vague)


@pytest.mark.parametrize(
    "head",
    [
        (("KAMUS", "", "", "HARGA", ""), ("NO", "KAMUS USULAN", "SATUAN", "HARGA SATUAN (Rp)", "PERANGKAT DAERAH")),
        (("No", "Usulan", "Satuan", "Harga", "OPD"), ("", "Nama", "", "Satuan", "Pelaksana")),
    ],
)
def test_a_head_may_stand_in_two_rows_below_a_title(head: Any) -> None:
    rows: list[Any] = [
        ("KAMUS USULAN 2028",),
        *head,
        (1, 2, 3, 4, 5),
        (1, "Pipa air", "m", "15 ribu", "Dinas PU"),
        ("", "JUMLAH", "", 15),
    ]
    assert _read(rows) == ([Entry("Pipa air", "m", "Dinas PU", 15_000)], [])


@pytest.mark.parametrize(
    ("told", "price"),
    [
        (850000, 850_000), ("1.250.000", 1_250_000), ("Rp 350.000.000,-", 350_000_000), ("350 juta", 350_000_000),
        ("lima belas ribu", 15_000), ("Rp. 1.500.000,00 / meter", 1_500_000), ("1.250.000,50", 1_250_000),
        ("2,5 jt", 2_500_000), ("-", 0), ("", 0), ("500", 500),
    ],
)  # fmt: skip
def test_a_price_is_read_as_offices_write_it(told: Any, price: int) -> None:
    assert _read([HEAD, (1, "Dinas PU", "Pipa air", "m", told)]) == ([Entry("Pipa air", "m", "Dinas PU", price)], [])


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ("Jalan dirabat dari masjid sampai kebun", "Peningkatan jalan lingkungan (rabat beton)"),
        ("selokan di depan rumah dibuatkan supaya air tidak naik", "Pembangunan drainase lingkungan"),
        ("minta pipa air bersih dan bak", "Pembangunan sistem air bersih perdesaan (pipa dan bak)"),
        ("irigasi sawah rusak, minta diperbaiki jaringannya", "Rehabilitasi jaringan irigasi tersier"),
        ("bibit kopi untuk kelompok tani", "Bantuan bibit kopi"),
        ("gedung paud yang baru", "Pembangunan gedung PAUD"),
        ("wc untuk keluarga yang belum punya jamban", "Pembangunan jamban keluarga"),
        ("lampu jalan", "Pemasangan lampu jalan tenaga surya"),
        ("jembatan gantung ke dusun sebelah", "Pembangunan jembatan gantung"),
        ("latihan keterampilan untuk penyandang disabilitas", "Pelatihan keterampilan penyandang disabilitas"),
    ],
)
def test_what_comes_near_is_offered_first_and_three_at_most(told: str, first: str) -> None:
    near = _kamus().near([told])
    assert near[0].name == first
    assert len(near) <= 3


@pytest.mark.parametrize("told", ["perpustakaan dan buku bacaan", "", "wifi gratis", "ustaz untuk mengaji"])
def test_nothing_is_offered_where_nothing_comes_near(told: str) -> None:
    assert _kamus().near([told]) == []


async def _bring(village: Village, who: Person, rows: Any, wanted: Any) -> str:
    await village.press(who, words("kamus_tombol_masuk"), says("form.kamus.berkas.tanya"))
    await village.document(who, book(rows), says("kamus_dibaca"), "kamus.xlsx")
    return str((await village.hears(who, wanted))["text"])


async def _row(village: Village, who: Person) -> dict[str, Any]:
    sent = await village.ask(who, "/sipd", says("sipd_kirim"))
    sheet = load_workbook(io.BytesIO(village.telegram.file(sent["document"]["file_id"]))).get_sheet_by_index(1)
    return dict(zip(COLUMNS, sheet.to_python()[1], strict=True))


async def test_a_kamus_holds_from_the_yes_on_and_the_sheet_offers_from_it(place: Village) -> None:
    andi = await place.join("Andi", BAPPEDA, KABUPATEN)
    await place.ask(andi, "/sipd", says("sipd_kosong"))
    told = await _bring(place, andi, [*TITLE, *ENTRIES], says("kamus_pratinjau", jumlah=10, lama=False))
    assert "Peningkatan jalan lingkungan (rabat beton), meter (Dinas PU)" in told
    assert await place.town.rows("SELECT * FROM kamus") == []
    await place.press(andi, words("kamus_tombol_pakai", jumlah=10), says("kamus_dipakai", jumlah=10))
    await place.bring()
    row = await _row(place, andi)
    assert row["saran"].splitlines()[0].startswith("Pembangunan sistem air bersih perdesaan")
    assert row["kamus"] == ""
    sent = await place.ask(andi, "/sipd", says("sipd_kirim", kamus=True))
    assert words("kamus_tombol_masuk") in str(sent["reply_markup"])


async def test_a_new_one_takes_the_place_of_all_of_it_and_a_no_changes_nothing(quick: Village) -> None:
    andi = await quick.join("Andi", BAPPEDA, KABUPATEN)
    await quick.ask(andi, "/sipd", says("sipd_kosong"))
    await _bring(quick, andi, [*TITLE, *ENTRIES], says("kamus_pratinjau"))
    await quick.press(andi, words("kamus_tombol_pakai", jumlah=10), says("kamus_dipakai"))
    await quick.ask(andi, "/sipd", says("sipd_kosong"))
    await _bring(quick, andi, [HEAD, *ENTRIES[:2]], says("kamus_pratinjau", jumlah=2, lama="10"))
    await quick.press(andi, words("kamus_tombol_batal"), says("kamus_tidak_jadi"))
    assert (await quick.town.rows("SELECT count(*) FROM kamus"))[0][0] == 10
    await quick.ask(andi, "/sipd", says("sipd_kosong"))
    await _bring(quick, andi, [HEAD, *ENTRIES[:2]], says("kamus_pratinjau", jumlah=2, lama="10"))
    await quick.press(andi, words("kamus_tombol_pakai", jumlah=2), says("kamus_dipakai", jumlah=2))
    assert [row[0] for row in await quick.town.rows("SELECT name FROM kamus ORDER BY position")] == [
        name for _, _, name, _, _ in ENTRIES[:2]
    ]


async def test_a_file_without_the_column_is_told_what_it_lacks_and_nobody_else_brings_one(quick: Village) -> None:
    andi = await quick.join("Andi", BAPPEDA, KABUPATEN)
    await quick.ask(andi, "/sipd", says("sipd_kosong"))
    await _bring(quick, andi, [("Siapa", "Berapa"), ("Baso", 3)], says("kamus_tanpa_judul"))
    ani = await quick.join("Ani", FASILITATOR_KECAMATAN, KECAMATAN)
    shown = await quick.ask(ani, "/sipd", says("sipd_kosong"))
    assert words("kamus_tombol_masuk") not in str(shown.get("reply_markup"))
    assert words("tombol_bukan_untuk_ini") == await quick.toast(ani, "ka:masuk")


async def test_what_is_not_taken_as_it_stands_is_told_by_its_row_before_the_yes(quick: Village) -> None:
    rows = [
        (1, "Dinas PU", "Pipa air", "m", 150000),
        (2, "Dinas PU", "Pipa air", "m", 150000),
        (3, "Dinas PU", "", "unit", 5000),
        (4, "Dinas PU", "Talud", "m", -5),
        ("", "", "BIDANG PENDIDIKAN", "", ""),
        (5, "Dinas PU", "Gedung PAUD", "unit", "250 juta"),
    ]
    andi = await quick.join("Andi", BAPPEDA, KABUPATEN)
    await quick.ask(andi, "/sipd", says("sipd_kosong"))
    shown = await _bring(quick, andi, [(), HEAD, *rows], says("kamus_pratinjau", jumlah=3, ragu=True))
    lines = [line for line in shown.splitlines() if line.startswith("• baris ")]
    whys = [
        words("kamus_ragu_kembar", baris=3),
        words("kamus_ragu_tanpa_nama"),
        words("kamus_ragu_harga", harga="-5"),
        words("kamus_ragu_nama_saja", nama="BIDANG PENDIDIKAN"),
    ]
    assert lines == [f"• baris {at}: {one}" for at, one in enumerate(whys, 4)]
    assert "Gedung PAUD: Rp250.000.000" in shown


def test_entries_are_read_below_any_title_with_their_columns_in_any_order() -> None:
    found = _kamus().entries
    assert found[0] == Entry("Peningkatan jalan lingkungan (rabat beton)", "meter", "Dinas PU", 750_000)
    assert found[3].price == 0
    assert len(found) == len(ENTRIES)
