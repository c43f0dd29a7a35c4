"""What guests are, and which of them goes, in plain words: nobody is written down as less than they are."""

import pytest

from bot.core.hall.guests import guests_of
from tests.support.content import catalog_of
from tests.support.halls import Meeting, hold
from tests.support.sentences import mentions, says, words


@pytest.mark.parametrize(
    ("line", "element", "is_woman"),
    [
        ("Daeng Baso - petani, difabel", "disabilitas", None),
        ("Daeng Baso, difabel, petani", "disabilitas", None),
        ("Pak Rudi petani difabel", "disabilitas", False),
        ("Aco, pemuda tuli", "disabilitas", None),
        ("Pak Amir - kadus, difabel", "disabilitas", False),
        ("Pak Baso, ketua RT 2, lansia", "lansia", False),
        ("Ibu Rosi, PKK, janda miskin", "kurang_mampu", True),
        ("Daeng Baso - laki-laki dan difabel", "disabilitas", False),
        ("Pak Amir, kadus, petani", "perangkat", False),
        ("Ibu Sitti, PKK", "perempuan", True),
        ("Pak Tola, petani", "tani", False),
    ],
)
def test_the_group_that_is_missing_more_often_is_theirs(line: str, element: str, is_woman: bool | None) -> None:
    (one,), _ = guests_of(catalog_of().world.spellings.guests).read_list(line)
    assert (one.element, one.is_woman) == (element, is_woman)


@pytest.mark.parametrize(
    "typed",
    [
        "eh Daeng Baso itu laki-laki dan difabel",
        "Daeng Baso laki-laki, difabel",
        "daeng baso itu difabel dan laki-laki ji",
    ],
)
async def test_what_a_guest_is_takes_two_things_at_once(hall: Meeting, typed: str) -> None:
    await hall.invite("Daeng Baso, petani", "Ibu Sitti")
    await hall.say(typed, mentions("rapat_orang"))
    _, element, *_, is_woman, _, speaks_for = (await hall.guests())["Daeng Baso"]
    assert (element, is_woman, speaks_for) == ("disabilitas", 0, "")


@pytest.mark.parametrize(
    "typed", ["hapus tamu nomor 3", "hapus tamu no 1", "coret tamu yang ketiga", "hapus mi tamu nomor 2"]
)
async def test_a_guest_of_a_number_is_asked_about(hall: Meeting, typed: str) -> None:
    await hall.invite("Pak Amir", "Ibu Sitti", "H. Baharuddin")
    await hall.say(typed, says("rapat_hapus_siapa", ada=True))
    await hall.press("H. Baharuddin", says("rapat_tamu_dihapus"))
    assert (await hall.guests())["H. Baharuddin"][2] != "invited"


@pytest.mark.parametrize(
    "lead",
    ["Daftar undangan Tuncung:", "ini daftar undangan musrenbang desa Tuncung:", "tamu Tuncung:", "undangan Tuncung:"],
)
async def test_a_list_in_one_line_is_of_the_desa_that_is_named(hall: Meeting, lead: str) -> None:
    murni = await hall.office.join("Murni", "fasilitator_kecamatan", "73.16.01")
    far = await hold(hall.town, wilayah="73.16.01.2003", hours=24 * 9)
    await hold(hall.town, wilayah="73.16.01.2006", hours=24 * 4)
    told = f"{lead} Ibu Hasma (PKK), Pak Rudi difabel, Ambo Tuo petani"
    await hall.say(told, says("rapat_pratinjau", jumlah=3), murni)
    await hall.press(words("rapat_tombol_simpan", jumlah=3), says("rapat_banyak_dicatat"), murni)
    assert await hall.town.rows("SELECT DISTINCT occasion_id FROM invitees") == [(far.id,)]
