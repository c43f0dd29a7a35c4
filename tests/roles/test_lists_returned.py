"""The office's list comes back with notes that hold in it, and may be sent again as it came back."""

from tests.roles.conftest import Office, sheet_rows
from tests.roles.test_lists import HEAD, send, workbook
from tests.support.sentences import says, words

_OURS = [words(f"kolom_{one}") for one in ("kode", "tautan", "catatan")]
_TITLE = [("LAMPIRAN KEPUTUSAN",), ("DAFTAR FASILITATOR",), ()]
_ROWS = [
    ("Nur", "fasilitator desa", "Maiwa", "Boiya"),
    ("Aco", "fasilitator desa", "Maiwa", "Tuncung"),
    ("Aco", "fasilitator desa", "Maiwa", "Tuncung"),
]


async def test_a_row_that_a_note_names_is_that_of_the_book_that_came_back(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    answer = await send(office, officer, [*_TITLE, HEAD, *_ROWS])
    rows = sheet_rows(office, answer["document"]["file_id"])
    note = rows[3][-1]
    assert note == words("catatan_kembar", baris=3)
    assert rows[3 - 1][:1] == ["Aco"]


async def test_what_came_back_is_sent_again_and_its_columns_stand_once(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    answer = await send(office, officer, [HEAD, _ROWS[0], ("Aco", "fasilitator desa", "Maiwa", "Antah")])
    rows = [tuple(row) for row in sheet_rows(office, answer["document"]["file_id"])]
    mended = [rows[0], rows[1], ("Aco", "fasilitator desa", "Maiwa", "Tuncung", *rows[2][4:])]
    again = sheet_rows(office, (await send(office, officer, mended))["document"]["file_id"])
    assert again[0] == [*HEAD, *_OURS]
    assert again[2][-1] == words("catatan_diundang")


async def test_a_long_name_with_its_titles_stands_whole_on_the_invitation(office: Office) -> None:
    name = "H. Muhammad Amiruddin Daeng Mattayang bin H. Abdullah Puang, S.Sos., M.Si."
    officer = await office.join("Hasnah", "bappeda")
    answer = await send(office, officer, [HEAD, (name, "camat", "Baroko", "")])
    assert sheet_rows(office, answer["document"]["file_id"])[1][0] == name


async def test_a_list_of_usulan_is_told_how_usulan_come_in(office: Office) -> None:
    officer = await office.join("Rahman", "fasilitator_kecamatan", "73.16.01")
    rows = [("No", "Usulan", "Lokasi", "Volume", "Pengusul"), (1, "Pipa air", "Paraja", "200 m", "Sanga")]
    await office.town.simulator.document(officer, workbook(rows), "usulan.xlsx")
    await office.hears(officer, says("daftar_usulan"))
