"""A pasted list of guests is kept by a word as by its button, and people are found in lines without commas."""

import pytest

from tests.support.halls import Meeting
from tests.support.sentences import mentions, says, words


async def _paste(hall: Meeting, *lines: str) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_undangan"), says("rapat_undangan"))
    await hall.press(words("rapat_tombol_banyak"), mentions("form.tamu_banyak.daftar.tanya"))
    await hall.say("\n".join(lines), says("rapat_pratinjau", jumlah=len(lines)))


@pytest.mark.parametrize("typed", ["simpan", "ya", "kirim", "ya simpan", "oke simpan saja"])
async def test_a_yes_in_words_keeps_it(hall: Meeting, typed: str) -> None:
    await _paste(hall, "Ibu Nurmi, PKK", "Pak Baso, adat")
    await hall.say(typed, says("rapat_banyak_dicatat", jumlah=2))
    assert set(await hall.guests()) == {"Ibu Nurmi", "Pak Baso"}


async def test_what_somebody_is_stands_behind_the_name_without_a_comma(hall: Meeting) -> None:
    await _paste(
        hall, "Ibu Nurmi ketua PKK", "Hasan - kadus Jambu", "Pak Jumadi petani", "Nurul Imam", "Rabia kader posyandu"
    )
    await hall.say("simpan", says("rapat_banyak_dicatat", jumlah=5))
    found = {name: (row.element, row.speaks_for) for name, row in (await hall.guests()).items()}
    assert found == {
        "Ibu Nurmi": ("perempuan", "ketua PKK"),
        "Hasan": ("perangkat", "kadus Jambu"),
        "Pak Jumadi": ("tani", ""),
        "Nurul Imam": ("lain", ""),
        "Rabia": ("perempuan", "kader posyandu"),
    }
