"""What was agreed to is carried out once: beside others, killed in the midst of it, by whoever may, and quickly."""

import io
import signal
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from python_calamine import load_workbook

from bot.work.access import BAPPEDA, DELEGASI, OPERATOR
from tests.edges.hostile import bomb, far_apart
from tests.reading.conftest import KABUPATEN
from tests.sipd.coming_back import HEAD, Office, book, code, office
from tests.support.client import labels
from tests.support.kabupaten import tell
from tests.support.nursery import nursery
from tests.support.sentences import says, words
from tests.support.stopwatch import allowed, stopwatch

BANGKALA = "73.16.01.1001"  # a kelurahan
#: Processor time (s) of a thousand rows, shown and carried out.
QUICKLY = 5.0


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(database_url, tmp_path) as opened:
        yield opened


@pytest.fixture
async def quick(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(sqlite_url, tmp_path) as opened:
        yield opened


async def test_two_officers_at_once_and_nobody_overwrites_anybody(place: Office) -> None:
    people = await place.settle(2)
    ani = await place.join("Ani", BAPPEDA, KABUPATEN)
    first = [HEAD, (code(1), "Forum SKPD"), (code(2), "Forum SKPD")]
    shown = await place.show(first, says("sipd_pratinjau", ubah=2))
    await place.run([HEAD, (code(1), "Cadangan")], who=ani)
    await place.press(place.andi, labels(shown)[0], says("sipd_selesai", jumlah=1, didahului=1, nomor=["Maiwa 1/27"]))
    assert await place.states() == ["cadangan", "sipd_opd"]
    await place.all_told()
    assert await place.told() == dict.fromkeys(people, 1)


async def test_whoever_says_no_changes_nothing_and_an_old_yes_does_nothing(quick: Office) -> None:
    await quick.settle(1)
    shown = await quick.show([HEAD, (code(1), "Forum SKPD")], says("sipd_pratinjau"))
    yes = shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await quick.press(quick.andi, words("sipd_tombol_batal"), says("sipd_tidak_jadi"))
    assert await quick.toast(quick.andi, yes) == words("tombol_lewat")
    assert (await quick.count("moves"), await quick.states()) == (0, ["masuk_du"])
    assert await quick.town.rows("SELECT 1 FROM lists WHERE found IS NOT NULL") == []


async def test_a_hostile_file_costs_only_itself(quick: Office) -> None:
    await quick.settle(1)
    for bad in (bomb(), far_apart(), b"%PDF-1.7 \x00\x01", b"PK\x03\x04broken", b""):
        await quick.show(bad, says("sipd_tak_terbaca") if bad else says("sipd_kosong_isinya"), "sipd.xls")
    await quick.show(
        [("NOMOR USULAN", "KETERANGAN"), (code(1), "x")], says("sipd_tanpa_judul", kolom=words("sipd_kolom.status"))
    )
    await quick.show([HEAD, (code(1), "")], says("sipd_kosong_isinya"))
    await quick.run([HEAD, (code(1), "Forum SKPD")])
    assert await quick.states() == ["sipd_opd"]


async def test_more_faults_than_a_screen_holds_come_as_a_sheet(quick: Office) -> None:
    await quick.settle(1)
    rows = [(code(number), "Ditolak") for number in range(1, 21)]
    shown = await quick.show([HEAD, *rows], says("sipd_pratinjau", ubah=False, keliru=20, sisa=12))
    name = f"{words('sipd_lembar.salah').replace(' ', '-')}.xlsx"
    sheet = next(m for m in quick.telegram.messages(quick.andi) if m.get("document", {}).get("file_name") == name)
    made = load_workbook(io.BytesIO(quick.telegram.file(sheet["document"]["file_id"]))).get_sheet_by_index(0)
    assert [row[0] for row in made.to_python()[1:]] == list(range(2, 22))
    assert sheet["message_id"] < shown["message_id"]


async def test_an_operator_tells_of_their_own_villages_only_and_a_delegate_of_none(quick: Office) -> None:
    await quick.settle(1)
    tuti = await quick.join("Tuti", OPERATOR)
    other = await quick.join("Baso", OPERATOR, "73.16.03.1001")
    dira = await quick.join("Dira", DELEGASI)
    await quick.toast(other, "si:masuk")
    await quick.document(other, book([HEAD, (code(1), "Forum SKPD")]), says("sipd_dibaca"), "sipd.xlsx")
    await quick.hears(other, says("sipd_pratinjau", ubah=False, keliru=1))
    assert words("tombol_bukan_untuk_ini") == await quick.toast(dira, "si:masuk")
    await quick.run([HEAD, (code(1), "Forum SKPD")], who=tuti)
    assert await quick.states() == ["sipd_opd"]


async def test_what_the_sender_may_see_no_more_at_the_yes_is_left_as_it_is(quick: Office) -> None:
    await quick.settle(1)
    tuti = await quick.join("Tuti", OPERATOR)
    shown = await quick.show([HEAD, (code(1), "Forum SKPD")], says("sipd_pratinjau", ubah=1), who=tuti)
    async with quick.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET reader_id = 1")  # for one reader alone, from now on
    await quick.press(tuti, labels(shown)[0], says("sipd_selesai", jumlah=0, didahului=1))
    assert await quick.states() == ["masuk_du"]


async def test_in_a_kelurahan_it_is_the_kelurahan_that_passed_it_on(quick: Office) -> None:
    await quick.settle(1, desa=BANGKALA, state=None)
    await quick.run([HEAD, (code(1), "Usulan masuk")])
    assert await quick.town.rows("SELECT state, decider FROM moves") == [("ke_kabupaten", "kantor_kelurahan")]
    await quick.run([HEAD, (code(1), "Ditolak", words("alasan.R07.tombol"))])
    await quick.all_told()
    assert [tuple(row) for row in await quick.town.rows("SELECT state, reason FROM moves ORDER BY id")][1:] == [
        ("ditolak", "R07")
    ]


async def test_the_sheet_itself_comes_back_with_its_first_page(quick: Office) -> None:
    await quick.settle(3)
    sent = await quick.ask(quick.andi, "/sipd", says("sipd_kirim"))
    made = load_workbook(io.BytesIO(quick.telegram.file(sent["document"]["file_id"])))
    missing, rows = (made.get_sheet_by_index(at).to_python() for at in range(2))
    status, why = (rows[0].index(words(f"sipd_kolom.{name}")) for name in ("status", "alasan"))
    rows[1][status], rows[2][status], rows[2][why] = "Forum SKPD", "Ditolak", "Sudah ada dalam rencana."
    await quick.show(book(missing, rows), says("sipd_pratinjau", ubah=2, kosong=1, keliru=False))


@pytest.mark.parametrize("moment", ["sipd.slice:2", "sipd.before_commit:1", "sipd.before_commit:2"])
async def test_killed_between_two_slices_nothing_is_lost_and_nothing_done_twice(place: Office, moment: str) -> None:
    people = await place.settle(300, 270)
    rows: list[tuple[Any, ...]] = [(code(number), "Forum SKPD") for number in range(1, 301)]
    shown = await place.show([HEAD, *rows], says("sipd_pratinjau", ubah=300))
    await place.town.stop()
    async with nursery() as born:
        bot = await born.start(place.town.environment(moment))
        await place.telegram.press(place.andi, labels(shown)[0])
        assert await bot.ended(60) == -signal.SIGKILL
    async with place.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE lists SET due_at = 0")  # the lease of the dead one is over
    await place.town.start()
    await place.hears(place.andi, says("sipd_selesai", jumlah=300, langsung=270, didahului=False))
    await place.all_told()
    assert Counter(await place.states()) == {"sipd_opd": 300}
    assert (await place.count("moves"), await place.told()) == (300, dict.fromkeys(people, 1))


async def test_a_thousand_rows_within_seconds(place: Office, capsys: pytest.CaptureFixture[str]) -> None:
    await place.settle(1000, 1000)
    rows = [(code(number), "Ditolak", f"Belum ada jalan masuknya, {number} meter.") for number in range(1, 1001)]
    content = book([HEAD, *rows])
    with stopwatch() as took:
        await place.run(content, says("sipd_selesai", jumlah=1000))
    tell(capsys, f"a thousand answers of SIPD: {took.seconds:.2f} s of work")
    assert took.seconds < allowed(QUICKLY)
