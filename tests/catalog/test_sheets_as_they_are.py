"""Files as offices send them: what is written once beside several rows counts for each, and a head of two rows is
none of them."""

import io

import xlsxwriter

from bot.edges.workbook import sheets_of


def test_a_cell_merged_over_rows_belongs_to_each_of_them() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet()
        page.merge_range(0, 0, 1, 0, "SKPD")
        page.write(0, 1, "Nama Pekerjaan")
        page.merge_range(2, 0, 4, 0, "Dinas PU")
        for at, name in enumerate(("Rabat beton", "Drainase", "Jembatan")):
            page.write(2 + at, 1, name)
    (rows,) = sheets_of(out.getvalue())
    assert rows == [
        ["SKPD", "Nama Pekerjaan"],
        ["", ""],
        ["Dinas PU", "Rabat beton"],
        ["Dinas PU", "Drainase"],
        ["Dinas PU", "Jembatan"],
    ]
