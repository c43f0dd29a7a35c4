"""The DU-RKP Desa as a file: one page wide, numbers as numbers, sums that add up, and nothing in it acts."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import Village
from tests.sipd.requests import HEAD, add, cells, open_it, part, rows_of, told
from tests.support.libreoffice import opened, sheets_of
from tests.support.sentences import words


async def test_sixty_rows_are_one_page_wide_with_numbers_as_numbers(quick: Village, tmp_path: Path) -> None:
    rahman = await quick.join("Rahman", FASILITATOR_DESA)
    for number in range(1, 61):
        await add(quick, number, answers=told(number, harapan={"text": f"Rabat beton {number} " + "dan talud " * 12}))
    sent = await open_it(quick, rahman)
    found = rows_of(cells(quick, sent))
    assert [row[0] for row in found] == list(range(1, 61))
    assert {row[4] for row in found} == {120.5}
    assert '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>' in part(
        quick, sent, "worksheets/sheet1"
    )
    assert "$9:$9" in part(quick, sent, "workbook")
    assert 'formatCode="#,##0.0##&quot; m&quot;"' in part(quick, sent, "styles")
    seen = opened(quick.telegram.file(sent["document"]["file_id"]), tmp_path)
    assert rows_of(sheets_of(seen.content)[0]) == found
    pages = ["".join(page.split()) for page in seen.pages]
    form = [page for page in pages if "".join(words("durkp.kolom_nomor").split()) not in page]
    assert len(form) > 2
    assert all("".join(HEAD[-1].split()) in page for page in form), "as wide as its page"
    assert "KepalaDesaPattondonSalu" in form[-1]


async def test_what_is_typed_for_the_costs_adds_up(quick: Village, tmp_path: Path) -> None:
    rahman = await quick.join("Rahman", FASILITATOR_DESA)
    for number, category in enumerate(("jalan", "air", "tani"), 1):
        await add(quick, number, answers=told(number, kategori={"value": category, "label": category}))
    sent = await open_it(quick, rahman)
    costs = {"G10": 10_000_000, "G11": 2_500_000, "G13": 7_000_000}
    found = sheets_of(opened(_typed(quick.telegram.file(sent["document"]["file_id"]), costs), tmp_path).content)[0]
    assert [row[6] for row in found[9:15]] == [10_000_000, 2_500_000, 12_500_000, 7_000_000, 7_000_000, 19_500_000]


def _typed(content: bytes, cells: dict[str, int]) -> bytes:
    """The same workbook with these numbers in its empty cells."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as book, zipfile.ZipFile(out, "w") as made:
        for name in book.namelist():
            text = book.read(name)
            if name == "xl/worksheets/sheet1.xml":
                for cell, value in cells.items():
                    empty = rf'<c r="{cell}"( s="\d+")/>'
                    text = re.sub(empty, rf'<c r="{cell}"\1><v>{value}</v></c>', text.decode()).encode()
            made.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("odd", ["=1+1", "+62 dan -3", "-5 anak", "@SUM(A1)", "=cmd|'/C'!A0", '{"amount": 1}'])
async def test_what_looks_like_a_formula_is_a_text(quick: Village, odd: str) -> None:
    rahman = await quick.join("Rahman", FASILITATOR_DESA)
    await add(quick, 1, answers=told(1, harapan={"text": odd}, patokan={"text": odd}, dusun=None))
    sent = await open_it(quick, rahman)
    assert [row[2:4] for row in rows_of(cells(quick, sent))] == [[odd, odd]]
    assert re.findall("<f>(.*?)</f>", part(quick, sent, "worksheets/sheet1")) == ["SUM(G10:G10)", "G11"]


async def test_the_third_sheet_holds_what_the_form_of_opensid_asks_for(quick: Village) -> None:
    rahman = await quick.join("Rahman", FASILITATOR_DESA)
    hope = "Jalannya dirabat dari masjid sampai jembatan gantung, biar anak sekolah lewat"
    answers = told(1, harapan={"text": hope}, jumlah={"families": 48})
    await add(quick, 1, answers=answers)
    head, row = cells(quick, await open_it(quick, rahman), 2)
    assert head[0] == words("durkp.opensid_nama")
    assert len(row[0]) <= 50
    assert hope.startswith(row[0].rstrip("…"))
    assert row[1:4] == ["120,5 m", "2028", "Jambu, dari masjid sampai jembatan"]
    assert "48" in row[4]
    assert row[5:] == [hope, "ENR-27-MAI-0001"]
