"""Two guests of one name are two where anything tells them apart; the very same line twice is pointed out."""

from tests.roles.test_lists import workbook
from tests.support.client import labels, words_of
from tests.support.halls import Meeting
from tests.support.sentences import mentions, says, words

_ROWS = "SELECT name, element, speaks_for FROM invitees ORDER BY id"


async def _ask(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_undangan"), says("rapat_undangan"))
    await hall.press(words("rapat_tombol_banyak"), mentions("form.tamu_banyak.daftar.tanya"))


async def _kept(hall: Meeting) -> list[tuple[str, str, str]]:
    return [tuple(row) for row in await hall.town.rows(_ROWS)]


async def test_of_another_group_or_dusun_somebody_of_the_same_name_is_another(hall: Meeting) -> None:
    await _ask(hall)
    listed = "Baso, tani\nBaso, dusun Batu\nIbu Ani, PKK\nIbu Ani, kurang mampu\nIbu Ani"
    await hall.say(listed, says("rapat_pratinjau", jumlah="5", kembar=[]))
    await hall.press(words("rapat_tombol_simpan", jumlah=5), says("rapat_banyak_dicatat", jumlah="5", dobel=[]))
    assert [row[0] for row in await _kept(hall)] == ["Baso", "Baso", "Ibu Ani", "Ibu Ani", "Ibu Ani"]


async def test_the_same_line_twice_is_one_and_said_to_be(hall: Meeting) -> None:
    await _ask(hall)
    await hall.say("Baso, tani\nIbu Ani, PKK\nBaso, tani", says("rapat_pratinjau", jumlah="2", kembar=["Baso"]))
    await hall.press(words("rapat_tombol_simpan", jumlah=2), says("rapat_banyak_dicatat", jumlah="2"))
    await _ask(hall)
    await hall.say("Baso, tani\nBaso, adat", says("rapat_pratinjau", jumlah="2"))
    await hall.press(words("rapat_tombol_simpan", jumlah=2), says("rapat_banyak_dicatat", jumlah="1", dobel=["Baso"]))
    assert [row[1] for row in await _kept(hall)] == ["tani", "perempuan", "adat"]


async def test_buttons_tell_namesakes_apart(hall: Meeting) -> None:
    await hall.invite("Baso, tani", "Baso, dusun Batu")
    await hall.open()
    await hall.press(words("rapat_tombol_undangan"), says("rapat_undangan"))
    await hall.press_data(f"h:nama:{hall.occasion.id}:0")
    told = labels(await hall.office.hears(hall.leader, says("rapat_kabar_siapa")))
    assert [label.removeprefix("… ") for label in told[:2]] == ["Baso (Petani)", "Baso (dusun Batu)"]


async def test_the_column_unsur_of_excel_is_the_group_they_sit_for(hall: Meeting) -> None:
    await _ask(hall)
    rows = [
        ("No", "Nama", "L/P", "Unsur", "Alamat"),
        (1, "Baso", "L", "Tokoh Adat", "Dusun Batu"),
        (2, "Baso", "L", "Kelompok Tani Sipatuo", ""),
        (3, "Udin", "L", "Pemuda", ""),
    ]
    await hall.town.simulator.document(hall.leader, workbook(rows), "tamu.xlsx")
    told = await hall.office.hears(hall.leader, says("rapat_pratinjau", jumlah="3"))
    assert "Tokoh Adat, Dusun Batu" in words_of(told)
    await hall.press(words("rapat_tombol_simpan", jumlah=3), says("rapat_banyak_dicatat", jumlah="3"))
    assert await _kept(hall) == [
        ("Baso", "adat", "Tokoh Adat, Dusun Batu"),
        ("Baso", "tani", "Kelompok Tani Sipatuo"),
        ("Udin", "pemuda", ""),
    ]
