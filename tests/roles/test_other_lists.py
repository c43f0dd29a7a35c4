"""Lists of people as offices have them: two of one name, plain text between commas, a table in Word."""

import io
import zipfile
from collections.abc import Sequence

import pytest

from tests.roles.conftest import Office
from tests.roles.test_lists import HEAD, show
from tests.support.sentences import says

ROWS = [HEAD, ("Nur", "fasilitator desa", "Maiwa", "Boiya"), ("Aco", "fasilitator kecamatan", "Maiwa", "")]
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(rows: Sequence[tuple[str, ...]], above: str = "DAFTAR FASILITATOR") -> bytes:
    """A .docx with a line and a table below it."""

    def told(text: str) -> str:
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    lines = ("".join(f"<w:tc>{told(cell)}</w:tc>" for cell in row) for row in rows)
    table = "".join(f"<w:tr>{line}</w:tr>" for line in lines)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        body = f"{told(above)}<w:tbl>{table}</w:tbl>"
        packed.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


async def test_two_of_one_name_in_one_list_are_two_where_their_rows_differ(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    rows = [
        ("No", *HEAD, "HP"),
        (1, "Baso", "fasilitator desa", "Maiwa", "Boiya", "0811 1111 222"),
        (2, "Baso", "fasilitator desa", "Maiwa", "Boiya", "0811 1111 333"),
        (3, "Baso", "fasilitator desa", "Maiwa", "Boiya", "0811 1111 333"),
    ]
    told = await show(office, officer, rows)
    assert told["text"] in says("daftar_pratinjau", baru="2", keliru="1")


@pytest.mark.parametrize("between", [";", ",", "\t"])
async def test_a_list_of_plain_text_is_read_as_excel_is(office: Office, between: str) -> None:
    officer = await office.join("Hasnah", "bappeda")
    content = "\n".join(between.join(row) for row in ROWS).encode()
    assert (await show(office, officer, content, "daftar.csv"))["text"] in says("daftar_pratinjau", baru="2")


async def test_a_table_in_word_is_read_as_excel_is(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    told = await show(office, officer, word(ROWS), "Daftar fasilitator.docx")
    assert told["text"] in says("daftar_pratinjau", baru="2")


async def test_a_letter_in_word_is_no_list(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    await office.town.simulator.document(officer, word([]), "Surat undangan.docx")
    asked = await office.town.simulator.wait_for(officer, lambda message: "text" in message)
    assert asked["text"] not in says("daftar_diambil")
