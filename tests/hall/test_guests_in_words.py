"""Whoever leads a meeting asks and invites in words, and is answered as who leads it."""

import pytest

from tests.support.client import labels
from tests.support.halls import Meeting
from tests.support.sentences import says, words


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("undang bu sitti sama bu hawa ke musrenbang", {"bu sitti", "bu hawa"}),
        ("undang pak budi dan bu ani untuk musrenbang", {"pak budi", "bu ani"}),
        ("tambah tamu pak budi kepala dusun paraja", {"pak budi"}),
    ],
)
async def test_who_is_named_is_read_back_as_guests(hall: Meeting, typed: str, names: set[str]) -> None:
    await hall.say(typed, says("rapat_pratinjau", jumlah=len(names)))
    await hall.press(words("rapat_tombol_simpan", jumlah=len(names)), says("rapat_banyak_dicatat"))
    assert {name.lower() for name in await hall.guests()} == names


@pytest.mark.parametrize("typed", ["siapa tamu yg belum ada kabar", "tamu mana yang belum konfirmasi"])
async def test_who_has_not_answered_is_asked_of_the_guests(hall: Meeting, typed: str) -> None:
    await hall.invite("Ibu Sitti")
    await hall.say("/tugas", lambda message: True)
    shown = await hall.say(typed, says("rapat_kabar_siapa"))
    assert any("Sitti" in label for label in labels(shown))


@pytest.mark.parametrize("typed", ["ada usulan apa saja", "usulan apa saja yang masuk"])
async def test_what_came_is_listed_to_whoever_reads_there(hall: Meeting, typed: str) -> None:
    await hall.bring(1)
    await hall.say(typed, lambda message: "Maiwa 1" in str(message))
    assert not any(text in says("tanya_boleh_apa") for text in hall.office.texts(hall.leader))
