"""What somebody saw of an usulan to which nobody was sent is a check of theirs, if they may look at it."""

import pytest

from tests.checking.looking import Looking
from tests.support.client import words_of
from tests.support.sentences import mentions, says, words

_CHECKS = "SELECT given_to FROM field_checks"


@pytest.mark.parametrize(
    "typed",
    [
        "maiwa 1 sudah saya cek, panjangnya 150 meter bukan 200, saksinya pak Latif",
        "sdh kulihat maiwa 1, panjangnya 150 meter bukan 200",
        "td pagi sy ke lokasi maiwa 1, panjangnya cuma 150 meter, saksi pak Latif",
    ],
)
async def test_it_is_a_check_of_whoever_tells(quick: Looking, typed: str) -> None:
    await quick.ask(quick.amir, typed, mentions("uji_tercatat"))
    assert len(await quick.town.rows(_CHECKS)) == 1
    assert (await quick.findings())["ukuran"]["ukuran"]["sizes"][0]["amount"] == "150"


async def test_it_is_taken_back_by_a_tap(quick: Looking) -> None:
    await quick.ask(quick.rahman, "sdh kulihat maiwa 1, panjangnya 150 meter bukan 200", mentions("uji_tercatat"))
    await quick.press(quick.rahman, words("uji_tombol_tarik"), says("uji_ditarik", nomor="Maiwa 1"))


@pytest.mark.parametrize("typed", ["tolong cek maiwa 1", "maiwa 1 panjangnya 150 meter bukan 200", "maiwa 1 bagus"])
async def test_who_tells_of_no_look_has_none(quick: Looking, typed: str) -> None:
    await quick.ask(quick.amir, typed, lambda message: bool(words_of(message)))
    assert await quick.town.rows(_CHECKS) == []


async def test_somebody_elses_check_is_said_to_be_theirs_and_that_nothing_was_noted(quick: Looking) -> None:
    await quick.give()
    typed = "sdh kulihat maiwa 1, panjangnya 150 meter bukan 200"
    await quick.ask(quick.rahman, typed, says("uji_belum_dicatat", nomor="Maiwa 1"))
    assert any(text in says("uji_sudah_diberikan") for text in quick.texts(quick.rahman))
    assert len(await quick.town.rows(_CHECKS)) == 1
