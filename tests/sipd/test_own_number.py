"""SIPD gives an usulan a number of its own: it comes back with the file, stands at the usulan, and nobody is told."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.sipd.coming_back import Office, code, office
from tests.support.client import labels
from tests.support.sentences import says, words

HEAD = ("NOMOR USULAN", "ID SIPD", "STATUS", "ALASAN")


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(database_url, tmp_path) as opened:
        yield opened


async def _numbers(place: Office) -> list[str | None]:
    return [row[0] for row in await place.town.rows("SELECT sipd FROM usulan ORDER BY serial")]


async def test_numbers_alone_are_written_down_and_nobody_is_told(place: Office) -> None:
    await place.settle(3)
    rows = [HEAD, (code(1), "1203456", "", ""), (code(2), 1203457.0, "Forum SKPD", ""), (code(3), "", "", "")]
    shown = await place.show(rows, says("sipd_pratinjau", ubah=1, nomor=2, keliru=False))
    assert [None, None, None] == await _numbers(place)
    await place.press(place.andi, labels(shown)[0], says("sipd_selesai", jumlah=1, bernomor=2))
    assert ["1203456", "1203457", None] == await _numbers(place)
    await place.all_told()
    assert 1 == sum((await place.told()).values())
    again = await place.show(rows, says("sipd_pratinjau", ubah=False, nomor=False))
    assert labels(again) == []


async def test_it_stands_at_the_usulan_and_in_its_history(place: Office) -> None:
    await place.settle(1)
    shown = await place.show([HEAD, (code(1), "1203456", "", "")], says("sipd_pratinjau", nomor=1))
    await place.press(place.andi, labels(shown)[0], says("sipd_selesai"))
    await place.ask(place.andi, "buka maiwa 1", "1203456")
    await place.press(place.andi, words("tombol_riwayat"), words("riwayat_nomor_sipd"))


async def test_two_numbers_for_one_usulan_and_one_that_is_none_are_named(place: Office) -> None:
    await place.settle(2)
    rows = [HEAD, (code(1), "11", "", ""), (code(1), "12", "", ""), (code(2), "9" * 41, "", "")]
    faults = [says("sipd_salah_kembar", baris=2), says("sipd_salah_nomor_sipd", batas=40)]
    shown = await place.show(rows, says("sipd_pratinjau", nomor=1, keliru=2))
    assert all(any(line in fault for line in shown["text"].replace(": ", "\n").split("\n")) for fault in faults)
