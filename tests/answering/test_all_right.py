"""That what was sent is right as it stands: only where nothing else is said."""

import pytest

from bot.work.answering.so_already import says_all_right
from tests.support.content import catalog_of

_ALL_RIGHT = (
    "sudah betul ji, tidak ada mi diubah",
    "sudah pas mi pak",
    "sudah benar mi semua pak",
    "iye sudah cocok mi, jangan mi diubah",
    "betul mi, tidak ada yang perlu diubah",
    "tidak ada yang salah",
    "sudah betul itu",
)
_NOT_SO = (
    "betul",
    "sudah betul?",
    "sudah betul belum",
    "betul tidak",
    "tidak betul itu",
    "belum pas pak",
    "ada yang salah",
    "betul, tidak salah, ganti",
    "sudah betul tapi jumlahnya 30",
    "jembatan sudah tidak pas",
    "bukan diubah, ganti",
)


@pytest.mark.parametrize("typed", _ALL_RIGHT)
def test_it_is_heard(typed: str) -> None:
    assert says_all_right(catalog_of().world, typed)


@pytest.mark.parametrize("typed", _NOT_SO)
def test_what_says_something_else_is_let_pass(typed: str) -> None:
    assert not says_all_right(catalog_of().world, typed)
