"""Guests who answer, and who came, told by name in one line."""

import pytest

from tests.support.client import labels
from tests.support.halls import Meeting
from tests.support.sentences import mentions, says, words

LIST = ("Ibu Sitti", "Anto", "Pak Budi kadus Paraja", "bu Ina", "pak Made", "Imam Hasan")


@pytest.mark.parametrize(
    ("typed", "come", "stay"),
    [
        ("bu ina, pak made sama imam mau datang. pak budi tdk bisa datang", "bu Ina, pak Made, Imam Hasan", "Pak Budi"),
        ("sitti mau datang", "Ibu Sitti", ""),
        ("anto tdk bisa hadir, sakit", "", "Anto"),
        ("yang tidak bisa datang: anto, pak budi", "", "Anto, Pak Budi"),
    ],
)
async def test_answers_stand_at_each_who_is_named(hall: Meeting, typed: str, come: str, stay: str) -> None:
    await hall.invite(*LIST)
    await hall.say(typed, says("rapat_tamu_kabar", ya=come.split(", ") if come else []))
    stored = {name: row[2] for name, row in (await hall.guests()).items()}
    assert [name for name, state in stored.items() if state == "confirmed"] == [one for one in stored if one in come]
    assert [name for name, state in stored.items() if state == "unable"] == [one for one in stored if one in stay]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("apakah anto diundang di musrenbang desa?", "Anto"),
        ("apakah pak budi sudah diundang ke musrenbang desa boiya?", "Pak Budi"),
        ("apa pak made diundang?", "pak Made"),
    ],
)
async def test_the_meeting_beside_a_guest_is_no_part_of_the_name(hall: Meeting, typed: str, name: str) -> None:
    await hall.invite(*LIST)
    told = await hall.say(typed, mentions("rapat_orang", nama=name))
    assert name in told["text"]


@pytest.mark.parametrize(
    ("typed", "name", "element"),
    [
        ("tambah nenek Saba wakil lansia ke undangan", "nenek Saba", "lansia"),
        ("tambahkan pak Amir wakil petani ke daftar tamu", "pak Amir", "tani"),
        ("tambahkan lagi ibu Rahma kader untuk musrenbang desa", "ibu Rahma", "perempuan"),
        ("undang juga pak Jufri imam desa ke musrenbang", "pak Jufri", "adat"),
    ],
)
async def test_whom_they_speak_for_and_the_list_are_no_part_of_the_name(
    hall: Meeting, typed: str, name: str, element: str
) -> None:
    await hall.say("/tugas", bool)
    await hall.say(typed, mentions("rapat_pratinjau"))
    await hall.press(words("rapat_tombol_simpan", jumlah=1), says("rapat_banyak_dicatat", jumlah=1))
    stored = await hall.guests()
    assert (name, stored[name][1]) == (name, element)
    assert not any(word in str(stored) for word in ("undangan", "musrenbang"))


@pytest.mark.parametrize(
    ("typed", "came", "stayed"),
    [
        ("bu sitti datang, anto tdk datang", ["Ibu Sitti"], ["Anto"]),
        ("tandai hadir bu sitti dan pak budi", ["Ibu Sitti", "Pak Budi"], []),
        ("yang datang: ibu sitti, anto, pak budi. 20 laki2 11 perempuan", ["Anto", "Ibu Sitti", "Pak Budi"], []),
    ],
)
async def test_on_the_day_they_came_or_did_not(hall: Meeting, typed: str, came: list[str], stayed: list[str]) -> None:
    await hall.invite(*LIST)
    await hall.say(typed, says("rapat_tamu_kabar", hadir=True))
    stored = await hall.guests()
    assert sorted(name for name, row in stored.items() if row[3]) == came
    assert [name for name, row in stored.items() if row[3] is not None and not row[3]] == stayed


async def test_before_the_meeting_who_was_told_is_asked_about(hall: Meeting) -> None:
    await hall.invite(*LIST)
    await hall.say("bu ina sudah dikabari, mau datang", says("rapat_tamu_kabar", ya=["bu Ina"]))
    await hall.say("/tugas", lambda message: True)
    await hall.say("pak made sdh dikasih tau", says("rapat_orang", nama="pak Made"))
    assert [name for name, row in (await hall.guests()).items() if row[2] == "confirmed"] == ["bu Ina"]
    await hall.say("siapa tamu yang belum dikasi tahu", says("rapat_sudah_dikabari", ada=False))
    await hall.say("undangan sudah saya antar ke pak made sama bu sitti", says("rapat_sudah_dikabari", ada=True))


async def test_a_number_beside_names_is_asked_about_and_not_passed_over(hall: Meeting) -> None:
    await hall.invite(*LIST)
    typed = "yang datang tadi bu sitti, pak made, sama 20 orang lain, 11 perempuan semua"
    await hall.say(typed, mentions("form.rapat_hadir.jumlah.tanya"))
    assert sorted(name for name, row in (await hall.guests()).items() if row[3]) == ["Ibu Sitti", "pak Made"]
    await hall.say("11 perempuan 11 laki2", says("rapat_hadir", perempuan=11, laki=11))


async def test_what_somebody_is_stands_at_once_and_is_said(hall: Meeting) -> None:
    guests = (
        "Suharti guru TK",
        "bu Aminah guru ngaji",
        "pak Haruna tuna netra",
        "Daeng Tola",
        "Pak Saleh kadus Paraja",
    )
    await hall.invite(*guests, "Saleh kelompok tani")
    await hall.say(
        "suharti itu perempuan, guru, bukan perangkat", says("rapat_orang", nama="Suharti", mewakili="guru TK")
    )
    await hall.say("pak saleh kadus paraja perempuan", lambda message: True)
    await hall.say("daeng tola laki laki", says("rapat_orang", nama="Daeng Tola", jenis="laki"))
    shown = await hall.say("hapus saleh", says("rapat_hapus_siapa", ada=True))
    assert any("kelompok tani" in label for label in labels(shown))
    stored = {name: (row[1], row[6]) for name, row in (await hall.guests()).items()}
    assert stored["Pak Saleh"] == ("perangkat", False)
    assert stored["Suharti"] == ("perempuan", True)
    assert stored["bu Aminah"] == ("adat", True)
    assert stored["pak Haruna"] == ("disabilitas", False)
    assert stored["Daeng Tola"] == ("lain", False)


async def test_nobody_on_the_list_is_named(hall: Meeting) -> None:
    """Somebody else may be meant; whoever is named beside a guest is told not to be on it."""
    await hall.invite(*LIST)
    await hall.say("pak lurah baru mau datang", "")
    await hall.say("bu sitti sama pak joni datang", says("rapat_tamu_kabar", lain=["pak joni"]))
    assert [name for name, row in (await hall.guests()).items() if row[3]] == ["Ibu Sitti"]


@pytest.mark.parametrize("typed", ["ibu sitti diundang tidak?", "apakah bu sitti diundang", "anto ada di undangan?"])
async def test_whether_somebody_is_invited_is_told_from_the_list(hall: Meeting, typed: str) -> None:
    await hall.invite(*LIST)
    assert await hall.say(typed, says("rapat_orang", nama="Anto" if "anto" in typed else "Ibu Sitti"))


async def test_who_is_not_on_the_list_is_told(hall: Meeting) -> None:
    await hall.invite(*LIST)
    assert await hall.say("apakah ibu Sari diundang", says("rapat_tidak_diundang", nama="ibu Sari"))


async def test_who_said_that_they_come_is_told(hall: Meeting) -> None:
    await hall.invite(*LIST)
    assert await hall.say("siapa yang sudah bilang bisa datang", says("rapat_sudah_dikabari", ada=False))


@pytest.mark.parametrize(
    "typed", ["apakah warga diundang", "saya diundang tidak?", "undangan sdh disebar sama pak kades"]
)
async def test_a_question_that_names_nobody_is_about_no_guest(hall: Meeting, typed: str) -> None:
    await hall.invite(*LIST)
    await hall.say(typed, lambda message: True)
    assert not any(text in says("rapat_tidak_diundang") for text in hall.office.texts(hall.leader))
