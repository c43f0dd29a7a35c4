"""What the text of an announcement tells to answer becomes its buttons."""

import pytest

from tests.broadcasts.crowd import here
from tests.broadcasts.officers import draft, town
from tests.broadcasts.test_choices import _choices
from tests.support.kabupaten import Kabupaten

__all__ = ["here"]


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("kirim berita acara paling lambat 30 januari, balas sudah atau belum", ["sudah", "belum"]),
        ("berita acara dikirim ke kantor camat. jawab: sudah/belum", ["sudah", "belum"]),
        ("balas pesan ini kalau sudah atau telepon", []),
    ],
)
async def test_what_is_to_be_answered_gives_the_buttons(here: Kabupaten, text: str, choices: list[str]) -> None:
    masyita, *_ = await town(here)
    one = await draft(here, masyita, text=text)
    assert bool(masyita.newest().offers(f"a:pilihan:{one}")) is bool(choices)
    await here.says(masyita, "kasih tombol jawaban")
    assert await _choices(here) == choices
