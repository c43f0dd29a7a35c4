"""What is typed under the reminder of a task: it is not done yet, when it will be, what holds it up; and leave."""

from datetime import UTC, datetime

import pytest

from bot.simulator.chats import Person
from bot.store.people import away
from tests.support.client import labels
from tests.support.desk import KECAMATAN, Desk, local, task_of
from tests.support.homes import Home
from tests.support.sentences import says, words


async def _reminded(at_home: Home) -> tuple[Person, str]:
    """Ratna, and the title of the task that her morning named."""
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.move_clock(local(1, 8, 7, 31))
    await at_home.hears(ratna, lambda message: words("tombol_tugas_bantu") in labels(message))
    query = (
        "SELECT t.rule FROM task_events e JOIN tasks t ON t.id = e.task_id WHERE e.kind = 'named' ORDER BY e.id DESC"
    )
    return ratna, at_home.title(str((await at_home.town.rows(query))[0][0]))


@pytest.mark.parametrize("typed", ["belum sempat", "belum pak", "nanti dulu", "belum selesai bu"])
async def test_what_is_not_done_stays_open_and_is_offered_another_time(at_home: Home, typed: str) -> None:
    ratna, title = await _reminded(at_home)
    shown = await at_home.ask(ratna, typed, says("tugas_belum", judul=title, tunggu=False))
    assert words("tombol_tugas_besok") in labels(shown)
    assert not await at_home.town.rows("SELECT 1 FROM tasks WHERE state = 'done'")


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("nanti sore pak", "Jumat, 8 Januari, 16.00"),
        ("besok saya kerjakan", "Sabtu, 9 Januari, 07.30"),
        ("senin baru saya urus", "Senin, 11 Januari, 07.30"),
        ("insya allah lusa jam 10", "Minggu, 10 Januari, 10.00"),
    ],
)
async def test_it_is_named_again_at_the_moment_that_is_said(at_home: Home, typed: str, when: str) -> None:
    ratna, title = await _reminded(at_home)
    await at_home.ask(ratna, typed, says("tugas_diingatkan", judul=title, kapan=when))
    assert len(await at_home.town.rows("SELECT 1 FROM task_events WHERE kind = 'put_off'")) == 1


@pytest.mark.parametrize("typed", ["baru separuh", "sudah setengah jalan", "sdh sebagian pak", "sudah separuh selesai"])
async def test_what_is_half_done_is_not_done_and_written_down(at_home: Home, typed: str) -> None:
    ratna, title = await _reminded(at_home)
    await at_home.ask(ratna, typed, says("tugas_belum", judul=title, separuh=True))
    assert not await at_home.town.rows("SELECT 1 FROM tasks WHERE state = 'done'")
    noted = await at_home.town.rows("SELECT detail FROM task_events WHERE kind = 'held_up'")
    assert [typed in row[0] for row in noted] == [True]


async def test_half_of_it_and_the_rest_tomorrow_is_named_again_then(at_home: Home) -> None:
    ratna, title = await _reminded(at_home)
    await at_home.ask(ratna, "sudah sebagian, sisanya besok", says("tugas_diingatkan", judul=title))
    assert await at_home.town.rows("SELECT 1 FROM task_events WHERE kind = 'held_up'") != []


async def test_what_holds_it_up_is_read_where_it_climbs(anywhere: Home) -> None:
    ratna, title = await _reminded(anywhere)
    await anywhere.ask(ratna, "masih tunggu kades", says("tugas_belum", judul=title, tunggu=True))
    amir = await anywhere.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    async with anywhere.town.database.write() as connection:
        await connection.exec_driver_sql(
            "UPDATE tasks SET rung = 1 WHERE remind_at IS NOT NULL OR due_on < '2027-01-09'"
        )
    await anywhere.ask(amir, "/tugas", lambda message: "tugas" in str(message).lower())
    await anywhere.press_data(amir, "t:daftar:naik:0", "masih tunggu kades")


@pytest.mark.parametrize(
    "typed",
    [
        "jalan ke kebun belum diaspal sampai sekarang",
        "siapa yang belum",
        "malam pak",
        "besok musrenbang",
        "separuh warga tidak punya air",
    ],
)
async def test_what_tells_or_asks_something_else_puts_nothing_off(at_home: Home, typed: str) -> None:
    ratna, _ = await _reminded(at_home)
    await at_home.ask(ratna, typed, lambda message: True)
    assert not any(text in says("tugas_belum") for text in at_home.texts(ratna))
    assert not await at_home.town.rows("SELECT 1 FROM task_events WHERE kind = 'put_off'")


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("cuti sampai tgl 20", "Rabu, 20 Januari 2027"),
        ("saya sakit minggu ini", "Senin, 11 Januari 2027"),
        ("keluar kota sampai senin", "Senin, 11 Januari 2027"),
    ],
)
async def test_whoever_is_on_leave_is_told_what_rests_and_what_does_not(at_home: Home, typed: str, until: str) -> None:
    ratna, _ = await _reminded(at_home)
    shown = await at_home.ask(ratna, typed, says("tidak_di_tempat", sampai=until))
    assert any(label.startswith("Serahkan: ") for label in labels(shown))
    listed = await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    assert words("tombol_kembali_di_tempat") in labels(listed)
    await at_home.press(ratna, words("tombol_kembali_di_tempat"), says("kembali_di_tempat"))
    assert not await at_home.town.rows("SELECT 1 FROM people WHERE away_until IS NOT NULL")


async def test_without_a_day_it_is_asked_for(at_home: Home) -> None:
    ratna, _ = await _reminded(at_home)
    await at_home.ask(ratna, "saya sakit pak", "Mulai lagi hari apa?")
    await at_home.ask(ratna, "rabu", says("tidak_di_tempat", sampai="Rabu, 13 Januari 2027"))


async def test_nobody_is_reminded_on_leave_and_what_is_late_climbs_all_the_same(desk: Desk) -> None:
    ratna, amir = await desk.join("Ratna"), await desk.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    planned = await desk.hold()
    async with desk.database.write() as connection:
        await away.set_until(connection, ratna, local(1, 25).date())
    for day in range(7, 22):
        await desk.tick(local(1, day, 7, 30))
    told = [str(one.get("text", "")) for one in await desk.told(ratna)]
    assert not any(text in says("tugas_ingat") for text in told)
    climbed = [str(one.get("text", "")) for one in await desk.told(amir)]
    assert any("Ratna (tidak di tempat sampai Senin, 25 Januari)" in text for text in climbed)
    assert task_of(planned, "D13").state == "open"


async def _next_reminder(at_home: Home) -> list[datetime]:
    found = await at_home.town.rows("SELECT remind_at FROM tasks WHERE remind_at IS NOT NULL ORDER BY remind_at")
    return [datetime.fromisoformat(str(row[0])).replace(tzinfo=UTC) for row in found]


async def test_what_would_come_during_the_leave_comes_on_its_last_morning(at_home: Home) -> None:
    ratna, _ = await _reminded(at_home)
    await at_home.ask(ratna, "cuti sampai rabu", says("tidak_di_tempat"))
    assert min(await _next_reminder(at_home)) == local(1, 13, 7, 30)


@pytest.mark.parametrize(
    "typed",
    [
        "belum pak, kades masih di makassar",
        "belum sempat karena hujan terus",
        "blm pi bu krn printer kantor rusak",
        "belum. pak dusun lagi sakit",
    ],
)
async def test_why_it_is_not_done_is_written_down(at_home: Home, typed: str) -> None:
    ratna, title = await _reminded(at_home)
    await at_home.ask(ratna, typed, says("tugas_belum", judul=title, tunggu=True))
    ((told,),) = await at_home.town.rows("SELECT detail FROM task_events WHERE kind = 'held_up'")
    assert typed in str(told)


@pytest.mark.parametrize("typed", ["belum pak, besok saya kerjakan", "belum, nanti sore"])
async def test_a_moment_behind_a_pause_is_no_reason(at_home: Home, typed: str) -> None:
    ratna, title = await _reminded(at_home)
    await at_home.ask(ratna, typed, says("tugas_diingatkan", judul=title))
    assert not await at_home.town.rows("SELECT 1 FROM task_events WHERE kind = 'held_up'")
