"""A check of which something is asked since weeks: what is plainly another errand is heard first, and it waits."""

from datetime import date, timedelta

import pytest

from bot.store.people import away
from bot.store.tables import conversations, people
from tests.checking.looking import Looking
from tests.support.client import words_of
from tests.support.sentences import mentions, says

_AWAY = "SELECT 1 FROM people WHERE away_until IS NOT NULL"
_OPEN = "SELECT 1 FROM conversations WHERE flow = 'uji_silang'"


async def _leave_open(at: Looking, item: str = "saksi_1", *, days: int = 40) -> None:
    await at.give()
    await at.begin_item(item)
    async with at.town.database.write() as connection:
        found = (await connection.execute(conversations.select())).one()
        await connection.execute(conversations.update().values(touched_at=found.touched_at - timedelta(days=days)))


async def _send_away(at: Looking) -> None:
    async with at.town.database.write() as connection:
        who = (await connection.execute(people.select().where(people.c.name == "Amir"))).one()
        await away.set_until(connection, who.id, date(2027, 12, 21))


@pytest.mark.parametrize(
    "typed",
    [
        "sy sudah sembuh, sudah masuk lagi",
        "saya sudah kembali",
        "alhamdulillah sdh sehat pak, kembali kerja",
        "sembuhmi ka pak",
        "cutiku selesai, aktif lagi",
    ],
)
@pytest.mark.parametrize("days", [0, 40, None])
async def test_who_is_back_is_back_whatever_is_open(quick: Looking, typed: str, days: int | None) -> None:
    if days is not None:
        await _leave_open(quick, days=days)
    await _send_away(quick)
    await quick.ask(quick.amir, typed, says("kembali_di_tempat"))
    assert not await quick.town.rows(_AWAY)
    assert bool(await quick.town.rows(_OPEN)) == (days is not None)


@pytest.mark.parametrize(
    "typed",
    ["belum sembuh pak", "besok sy masuk lagi", "sy mau masuk lagi kapan-kapan", "jalannya sudah kembali rusak"],
)
async def test_who_is_not_back_yet_stays_away(quick: Looking, typed: str) -> None:
    await _send_away(quick)
    await quick.ask(quick.amir, typed, lambda message: words_of(message) not in says("kembali_di_tempat"))
    assert await quick.town.rows(_AWAY)


@pytest.mark.parametrize("typed", ["nanti saja", "nanti dulu", "besok saja"])
async def test_it_may_wait(quick: Looking, typed: str) -> None:
    await _leave_open(quick, "ukuran")
    for _ in range(2):
        await quick.ask(quick.amir, typed, says("isian_disisihkan"))
    assert await quick.town.rows(_OPEN)


@pytest.mark.parametrize("item", ["saksi_1", "ukuran", "tempat"])
@pytest.mark.parametrize(
    "typed", ["tanyakan maiwa 1 apakah tanahnya sudah ada surat hibah", "tanyakan sitti: tanahnya punya siapa?"]
)
async def test_other_work_is_heard_first(quick: Looking, typed: str, item: str) -> None:
    await _leave_open(quick, item)
    await quick.ask(quick.amir, typed, says("klarifikasi_kepada"))
    assert await quick.town.rows(_OPEN)


@pytest.mark.parametrize("typed", ["panjangnya 120 meter", "sdh kulihat, saksinya pak Made dan bu Ina"])
async def test_what_tells_of_the_check_is_its_own(quick: Looking, typed: str) -> None:
    await _leave_open(quick, "ukuran")
    await quick.ask(quick.amir, typed, lambda message: words_of(message) not in mentions("isian_disisihkan"))


@pytest.mark.parametrize(
    "typed",
    [
        "sy sakit, opname di RS, seminggu sy tidak bisa. tolong kerjaan sy dititip ke bu wati dulu",
        "saya sakit pak, dirawat seminggu, tugas saya tidak bisa kukerja dulu",
    ],
)
async def test_who_is_ill_and_hands_their_work_over_is_away(quick: Looking, typed: str) -> None:
    await quick.ask(quick.amir, typed, says("tidak_di_tempat"))
    assert await quick.town.rows(_AWAY)


async def test_the_note_begins_with_its_first_word(quick: Looking) -> None:
    await quick.ask(
        quick.amir, "maiwa 1: saluran tersumbat, panjangnya 60 meter saksi bu Ida", mentions("uji_tercatat")
    )
    assert (await quick.findings())["catatan"]["catatan"]["text"] == "saluran tersumbat"
