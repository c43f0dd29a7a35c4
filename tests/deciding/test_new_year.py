"""From year to year: what was not taken on is kept, offered when another season begins, and comes with its history."""

from collections.abc import AsyncIterator
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.core.calendar.years import plan_begins, plan_years, season_begins
from bot.store.queues.notices import NEW_USULAN
from bot.store.tables import grants, moves, notices, usulan
from tests.deciding.test_promises import DESA, Letters, bring, rows, villager
from tests.support.kabupaten import Kabupaten, kabupaten, local
from tests.support.sentences import says, words

BEGUN = local(2026, 5, 12, 9)


@pytest.fixture
def letters() -> Letters:
    return Letters()


@pytest.fixture
async def place(sqlite_url: str, letters: Letters) -> AsyncIterator[Kabupaten]:
    async with kabupaten(sqlite_url, BEGUN, letters.heard) as opened:
        yield opened


@pytest.mark.parametrize("day", [local(2026, 4, 1), local(2026, 12, 31), local(2027, 3, 31)])
def test_a_season_is_from_april_to_march(day: datetime) -> None:
    cycle = plan_years(day.date()).kabupaten
    assert season_begins(cycle) <= day.date() < season_begins(cycle + 1)
    assert plan_begins(cycle) == date(2028, 1, 1)


async def _all(place: Kabupaten, *columns: Any) -> list[Any]:
    async with place.database.read() as connection:
        return list((await connection.execute(select(*columns).order_by(usulan.c.id))).all())


async def test_what_is_in_no_plan_when_its_year_begins_is_kept_and_may_come_again(
    place: Kabupaten, letters: Letters
) -> None:
    sitti = await villager(place, "Sitti")
    usulan_id = await bring(place, sitti, 1)
    await place.live(local(2028, 1, 2, 12))
    told = letters.of("Sitti", says("bawa_lagi_ditawarkan", nomor="Maiwa 1/27", hasil=words("keadaan.disimpan.nama")))
    assert [moment.astimezone(BEGUN.tzinfo).date().isoformat() for moment in told] == ["2028-01-01"]
    assert [tuple(row) for row in await _all(place, usulan.c.state, usulan.c.status)] == [("disimpan", "hasil")]
    await place.pushes(sitti, f"l:lagi:{usulan_id}")
    assert sitti.newest().text in says("bawa_lagi_dicatat", lama="Maiwa 1", nomor="Maiwa 1")
    again = (await _all(place, usulan.c.again_of, usulan.c.year, usulan.c.person_id, usulan.c.moved))[-1]
    assert tuple(again) == (usulan_id, 2028, sitti.id, 0)
    await place.pushes(sitti, f"l:lagi:{usulan_id}")
    assert len(await _all(place, usulan.c.id)) == 2, "once only"


async def test_what_was_refused_is_offered_when_another_season_begins(place: Kabupaten, letters: Letters) -> None:
    sitti = await villager(place, "Sitti")
    usulan_id = await bring(place, sitti, 1, read_at=BEGUN)
    rahman = await place.settle("Rahman", "fasilitator_desa", DESA, "diam")
    await place.pushes(rahman, f"u:sah:{usulan_id}:0:ditolak:R07:musdes")
    await place.pushes(sitti, f"l:lagi:{usulan_id}")
    assert len(await _all(place, usulan.c.id)) == 1, "not in the same season"
    await place.live(local(2027, 4, 5))
    (offered,) = letters.of("Sitti", says("bawa_lagi_ditawarkan", nomor="Maiwa 1/27", tahun=2026))
    assert offered.astimezone(BEGUN.tzinfo).date().isoformat() == "2027-04-01"
    await place.pushes(sitti, f"l:lagi:{usulan_id}")
    assert len(await _all(place, usulan.c.id)) == 2


async def test_a_reason_in_own_words_is_told_with_the_offer_and_the_number_bears_its_year(
    place: Kabupaten, letters: Letters
) -> None:
    sitti = await villager(place, "Sitti")
    usulan_id = await bring(place, sitti, 1, read_at=BEGUN)
    rahman = await place.settle("Rahman", "fasilitator_desa", DESA, "diam")
    await place.pushes(rahman, f"u:sah:{usulan_id}:0:ditolak:R07:musdes")
    async with place.database.write() as connection:
        await connection.execute(update(moves).values(reason=None, note="uang tidak cukup"))
        await connection.execute(update(usulan).values(year=2027))
    await place.live(local(2027, 4, 5))
    assert letters.of("Sitti", says("bawa_lagi_ditawarkan", nomor="Maiwa 1/27", sebab="uang tidak cukup"))


async def test_what_is_refused_in_a_later_season_is_offered_on_the_morning_after(
    place: Kabupaten, letters: Letters
) -> None:
    sitti = await villager(place, "Sitti")
    usulan_id = await bring(place, sitti, 1, read_at=BEGUN)
    rahman = await place.settle("Rahman", "fasilitator_desa", DESA, "diam")
    place.stand(local(2027, 4, 5, 9))
    await place.pushes(rahman, f"u:sah:{usulan_id}:0:ditolak:R07:musdes")
    await place.live(local(2027, 4, 9))
    (refused,) = letters.of("Sitti", says("keadaan_kabar", nomor="Maiwa 1/27"))
    (offered,) = letters.of("Sitti", says("bawa_lagi_ditawarkan", nomor="Maiwa 1/27", sebab=True))
    days = [moment.astimezone(BEGUN.tzinfo).date().isoformat() for moment in (refused, offered)]
    assert days == ["2027-04-05", "2027-04-06"]


async def test_what_goes_on_in_a_later_season_is_kept_with_its_own_year(place: Kabupaten, letters: Letters) -> None:
    sitti = await villager(place, "Sitti")
    usulan_id = await bring(place, sitti, 1, read_at=BEGUN)
    rahman = await place.settle("Rahman", "fasilitator_desa", DESA, "diam")
    place.stand(local(2027, 4, 5, 9))
    await place.pushes(rahman, f"u:sah:{usulan_id}:0:musdes:-:musdes")
    await place.live(local(2028, 1, 2, 12))
    assert [tuple(row) for row in await _all(place, usulan.c.state, usulan.c.status)] == [("disimpan", "hasil")]
    assert len(letters.of("Sitti", says("bawa_lagi_ditawarkan", nomor="Maiwa 1/27"))) == 1


@pytest.mark.parametrize("state", ["masuk_rkp", "masuk_apbd", "selesai", "dibatalkan", "digabung"])
async def test_what_is_paid_for_or_over_is_not_offered(place: Kabupaten, letters: Letters, state: str) -> None:
    sitti = await villager(place, "Sitti")
    usulan_id = await bring(place, sitti, 1, state=state, status="hasil", moved=1, read_at=BEGUN)
    await place.live(local(2028, 1, 3))
    assert letters.of("Sitti", says("bawa_lagi_ditawarkan")) == []
    await place.pushes(sitti, f"l:lagi:{usulan_id}")
    assert [tuple(row) for row in await _all(place, usulan.c.state, usulan.c.season_at)] == [(state, None)]


async def test_the_third_time_is_flagged_for_whoever_reads_it(place: Kabupaten, letters: Letters) -> None:
    sitti = await villager(place, "Sitti")
    rahman = await place.settle("Rahman", "fasilitator_desa", DESA, "diam")
    usulan_id = await bring(place, sitti, 1, read_at=BEGUN)
    for year in (2027, 2028):
        await place.pushes(rahman, f"u:sah:{usulan_id}:0:ditolak:R07:musdes")
        place.stand(local(year, 4, 5, 9))
        await place.pushes(sitti, f"l:lagi:{usulan_id}")
        usulan_id = (await _all(place, usulan.c.id))[-1][0]
        async with place.database.write() as connection:
            await connection.execute(update(usulan).where(usulan.c.id == usulan_id).values(read_at=place.clock.now()))
    await place.pushes(rahman, f"u:lihat:{usulan_id}")
    shown = [one.text for one in rahman.phone.values() if one.text in says("usulan_utuh", nomor="Maiwa 1")]
    assert shown[-1] in says("usulan_utuh", sering=True, kali=3, dulu=[{"tahun": 2026}, {"tahun": 2027}])


@pytest.mark.parametrize("reads_still", [True, False])
async def test_what_was_told_to_one_reader_is_theirs_alone_when_it_comes_again(
    place: Kabupaten, reads_still: bool
) -> None:
    sitti = await villager(place, "Sitti")
    rahman = await place.settle("Rahman", "fasilitator_desa", DESA, "diam")
    dian = await place.settle("Dian", "fasilitator_kecamatan", "73.16.01", "diam")
    usulan_id = await bring(place, sitti, 1, state="ditolak", status="hasil", moved=1, reader_id=dian.id)
    if not reads_still:
        async with place.database.write() as connection:
            ended = update(grants).where(grants.c.person_id == dian.id).values(revoked_at=place.clock.now())
            await connection.execute(ended)
    place.stand(local(2027, 4, 5, 9))
    await place.pushes(sitti, f"l:lagi:{usulan_id}")
    assert sitti.newest().text in says("bawa_lagi_dicatat", pembaca="Dian" if reads_still else "")
    again = (await _all(place, usulan.c.id, usulan.c.reader_id))[-1]
    assert again.reader_id == dian.id
    await place.pushes(rahman, f"u:lihat:{again.id}")
    assert not any(one.text in says("usulan_utuh") for one in rahman.phone.values())
    async with place.database.read() as connection:
        told = (await connection.execute(select(notices.c.person_id).where(notices.c.kind == NEW_USULAN))).scalars()
    assert set(told) == ({dian.id} if reads_still else set())


async def test_a_stranger_brings_nobodys_again(place: Kabupaten) -> None:
    sitti, ucok = await villager(place, "Sitti"), await villager(place, "Ucok")
    usulan_id = await bring(place, sitti, 1, state="ditolak", status="hasil", moved=1)
    place.stand(local(2027, 4, 5, 9))
    await place.pushes(ucok, f"l:lagi:{usulan_id}")
    assert len(await _all(place, usulan.c.id)) == 1


async def test_the_year_closes_once_for_everybody_in_one_act(place: Kabupaten) -> None:
    for number in range(3):
        await bring(place, await villager(place, f"Warga {number}"), number + 1)
    await place.live(local(2028, 1, 2))
    async with place.database.read() as connection:
        found = (await connection.execute(select(moves.c.batch, moves.c.by))).all()
    assert len(found) == 3
    assert {tuple(row) for row in found} == {(found[0].batch, None)}
    assert {one.state for one in await rows(place)} <= {"kept", "moot", "open"}
