"""Witnesses of a check, as people tell of them: which of the two, and addressed as a woman or a man."""

import pytest

from tests.browser.pictures import photo
from tests.checking.looking import Looking, option
from tests.support.sentences import says

GENDER, PARTY = says("form.uji_silang.saksi_jenis.tanya"), says("form.uji_silang.saksi_pihak.tanya")


async def _told(quick: Looking, item: str) -> tuple[str, str | None]:
    found = (await quick.findings())[item]
    return found["saksi_nama"]["text"], found.get("saksi_jenis", {}).get("value")


@pytest.mark.parametrize(
    ("typed", "gender"),
    [("pak dusun baharuddin", "l"), ("Bapak Rahim", "l"), ("Ibu Sitti", "p"), ("bu nur", "p"), ("Hj. Salmiah", "p")],
)
async def test_how_a_witness_is_addressed_tells_a_woman_or_a_man(quick: Looking, typed: str, gender: str) -> None:
    await quick.give()
    await quick.begin_item("saksi_1")
    await quick.ask(quick.amir, typed, PARTY)
    await quick.ask(quick.amir, "kepala dusun", says("uji_lembar"))
    assert await _told(quick, "saksi_1") == (typed, gender)
    assert (await quick.findings())["saksi_1"]["saksi_pihak"]["value"] == "perangkat"


@pytest.mark.parametrize("typed", ["saksi kedua ibu sitti", "saksi 2 ibu sitti", "saksinya yang kedua ibu sitti"])
async def test_the_second_witness_told_at_the_first_is_the_second(quick: Looking, typed: str) -> None:
    await quick.give()
    await quick.begin_item("saksi_1")
    await quick.ask(quick.amir, "Baharuddin", GENDER)
    await quick.ask(quick.amir, typed, GENDER)
    await quick.press(quick.amir, option("saksi_jenis", "l"), PARTY)
    await quick.press(quick.amir, option("saksi_pihak", "warga"), says("uji_lembar"))
    assert await _told(quick, "saksi_1") == ("Baharuddin", "l")
    assert await _told(quick, "saksi_2") == ("ibu sitti", "p")


async def test_the_second_witness_told_where_the_name_of_the_first_is_asked(quick: Looking) -> None:
    await quick.give()
    await quick.begin_item("saksi_1")
    await quick.ask(quick.amir, "saksi kedua ibu sitti", says("form.uji_silang.saksi_nama.tanya"))
    await quick.ask(quick.amir, "saksi pertama pak baharuddin", PARTY)
    await quick.press(quick.amir, option("saksi_pihak", "warga"), says("uji_lembar"))
    assert await _told(quick, "saksi_1") == ("pak baharuddin", "l")
    assert await _told(quick, "saksi_2") == ("ibu sitti", "p")


async def test_a_witness_that_is_whole_is_not_replaced_by_a_name(quick: Looking) -> None:
    await quick.give()
    await quick.witness(2, "Sikki", "l", "adat")
    await quick.begin_item("saksi_1")
    await quick.ask(quick.amir, "Baharuddin", GENDER)
    await quick.ask(quick.amir, "saksi kedua ibu sitti", GENDER)
    assert (await _told(quick, "saksi_2"))[0] == "Sikki"


async def test_the_same_picture_sent_twice_is_said_to_be_one(quick: Looking) -> None:
    await quick.give()
    await quick.begin_item("foto")
    for wanted in ("form.uji_silang.tinjau", "uji_foto_sama"):
        await quick.telegram.photo(quick.amir, bytes(photo(colour=(90, 140, 200))["buffer"]))
        await quick.hears(quick.amir, says(wanted))


async def test_of_two_whole_witnesses_the_one_who_is_said_is_written_anew(quick: Looking) -> None:
    await quick.give()
    await quick.witness(1, "Made", "l", "warga")
    await quick.witness(2, "Ina", "p", "adat")
    await quick.ask(quick.amir, "saksi kedua bu rosma", says("uji_ini"))
    await quick.press(quick.amir, "Saksi", PARTY)
    await quick.press(quick.amir, option("saksi_pihak", "warga"), says("uji_lembar"))
    assert (await _told(quick, "saksi_1"))[0] == "Made"
    assert (await _told(quick, "saksi_2"))[0] == "bu rosma"


async def test_the_day_of_a_meeting_is_no_party(quick: Looking) -> None:
    await quick.give()
    await quick.begin_item("saksi_1")
    await quick.ask(quick.amir, "pak baharuddin", PARTY)
    typed = "maksud sy diganti hari musrenbangnya pak, jumat 29 januari jam 2 siang, tempatnya di masjid raya"
    await quick.ask(quick.amir, typed, says("menu_pindah_yang_mana"))
