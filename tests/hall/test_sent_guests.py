"""A list of names that nobody asked for, with a meeting open or on its day, is offered as its guests."""

import pytest

from tests.roles.test_lists import workbook
from tests.support.halls import Meeting
from tests.support.sentences import says, words

_ASKED = says("form.tamu_ini.ini.tanya")
_YES, _NO = (words(f"form.tamu_ini.ini.pilihan.{name}") for name in ("ya", "bukan"))
_LIST = "1. Pak Rahim, tani\n2. Ibu Ani, PKK\n3. Hj. Salmiah"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize("opened", [True, False])
async def test_a_pasted_list_is(hall: Meeting, *, opened: bool) -> None:
    if opened:
        await hall.open()
    else:
        await hall.town.ask(hall.leader, "/menu", lambda message: True)
    await hall.say(_LIST, _ASKED)
    await hall.press(_YES, says("rapat_pratinjau", jumlah="3"))
    await hall.press(words("rapat_tombol_simpan", jumlah=3), says("rapat_banyak_dicatat", jumlah="3"))
    assert set(await hall.guests()) == {"Pak Rahim", "Ibu Ani", "Hj. Salmiah"}


async def test_an_excel_file_is(hall: Meeting) -> None:
    rows = [("Nama", "L/P"), ("Salmiah", "P"), ("Baso", "L")]
    await hall.town.simulator.document(hall.leader, workbook(rows), "tamu.xlsx", _EXCEL)
    await hall.office.hears(hall.leader, _ASKED)
    await hall.press(_YES, says("rapat_pratinjau", jumlah="2"))
    assert await hall.guests() == {}


async def test_what_is_for_something_else_goes_its_way(hall: Meeting) -> None:
    await hall.open()
    await hall.say(_LIST, _ASKED)
    await hall.press(_NO, lambda message: True)
    assert await hall.guests() == {}
