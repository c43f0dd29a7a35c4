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


@pytest.fixture
async def quick(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(sqlite_url, tmp_path) as opened:
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


@pytest.mark.parametrize(
    ("rows", "faults"),
    [
        ([(code(1), "11", "", ""), (code(1), "12", "", "")], [("kembar", {"baris": 3}), ("kembar", {"baris": 2})]),
        (
            [(code(1), "11", "", ""), (code(2), "11", "", "")],
            [("nomor_sipd_dua", {"nomor": "11", "baris": 3}), ("nomor_sipd_dua", {"nomor": "11", "baris": 2})],
        ),
        ([(code(1), "9" * 41, "Forum SKPD", "")], [("nomor_sipd", {"batas": 40})]),
        ([(code(1), "8,80E+14", "Forum SKPD", "")], [("nomor_sipd_disingkat", {"nomor": "8,80E+14"})]),
        ([(code(1), "abc", "Forum SKPD", "")], [("nomor_sipd_bukan", {"nomor": "abc"})]),
        ([(code(1), "11", "Menunggu hujan", "")], [("status", {"status": "Menunggu hujan"})]),
        (
            [(code(1), "11", "Diakomodir", ""), (code(1), "12", "Ditolak", "tidak layak")],
            [("kembar", {"baris": 3}), ("kembar", {"baris": 2})],
        ),
        ([("ENR-25-MAI-0001", "11", "", "")], [("tahun_lain", {"nomor": "ENR-25-MAI-0001", "tahun": 2025})]),
    ],
)
async def test_a_row_with_a_fault_is_named_and_nothing_of_it_is_written_down(
    quick: Office, rows: list[tuple[str, ...]], faults: list[tuple[str, dict[str, object]]]
) -> None:
    await quick.settle(3)
    shown = await quick.run([HEAD, *rows, (code(3), "555 007", "Setuju", "")], says("sipd_selesai", jumlah=1))
    assert shown
    card = next(m["text"] for m in quick.telegram.messages(quick.andi) if "• baris" in m.get("text", ""))
    lines = [line for line in card.splitlines() if line.startswith("• baris")]
    assert lines == [f"• baris {at}: {words(f'sipd_salah_{why}', **told)}" for at, (why, told) in enumerate(faults, 2)]
    assert (await _numbers(quick), await quick.states()) == (
        [None, None, "555007"],
        ["masuk_du", "masuk_du", "diakomodir"],
    )


async def test_a_number_that_another_has_is_named_and_one_that_becomes_another_is_shown(quick: Office) -> None:
    await quick.settle(2)
    await quick.run([HEAD, ("enr-27-mai-1", "11", "", "")])
    shown = await quick.show([HEAD, (code(1), "12", "", ""), (code(2), "11", "", "")], says("sipd_pratinjau", keliru=1))
    assert "Maiwa 1/27: 11 diganti 12" in shown["text"]
    assert words("sipd_salah_nomor_sipd_milik", nomor="11", usulan="Maiwa 1/27") in shown["text"]
