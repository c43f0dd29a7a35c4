"""A ledger that is too old names nobody any more; what is reported of it is what it was."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.core.broadcasts.shapes import Check
from bot.store.tables import broadcasts, deliveries
from bot.work.people import retention
from bot.work.round import Round
from tests.broadcasts.crowd import buttons, here, rows, run, sent, shown, tick
from tests.support.kabupaten import Kabupaten
from tests.support.phones import Someone
from tests.support.sentences import says, words

__all__ = ["here"]

CHECK = Check("Pukul berapa mulainya?", ("08.00", "09.00"), 1)


async def _let_go(here: Kabupaten, number: int, days: int) -> None:
    """It ended so many days ago, and upkeep looks."""
    ended = here.clock.now() - timedelta(days=days)
    async with here.database.write() as connection:
        await connection.execute(update(broadcasts).where(broadcasts.c.id == number).values(ended_at=ended))
        await retention.let_go(Round(connection, here.office, here.clock.now(), 0.0))


async def _figures(here: Kabupaten, officer: Someone, number: int) -> list[str]:
    """What the results and their pages say, without the line by which they are known to be old."""
    pages = (f"a:hasil:{number}", f"a:desa:{number}:0", f"a:peran:{number}")
    told = [await shown(here, officer, data) for data in pages]
    lines = (line.partition(" (")[0] for text in told for line in text.splitlines())  # names stand in brackets
    return [line for line in lines if any(map(str.isdecimal, line))]


async def test_after_two_years_every_figure_stands_and_nobody_is_named(here: Kabupaten) -> None:
    officer, crowd, number = await sent(here, 60, check=CHECK)
    for one in crowd[:20]:
        await here.pushes(one, f"e:paham:{number}")
    await run(here, "UPDATE deliveries SET outcome = 'blocked' WHERE target = :t", t=crowd[30].id)
    await run(here, "UPDATE deliveries SET uncertain = true WHERE target = :t", t=crowd[31].id)
    before = await _figures(here, officer, number)
    await _let_go(here, number, 729)
    assert (await rows(here, "SELECT count(*) FROM deliveries"))[0][0] == 60
    await _let_go(here, number, 731)
    assert await _figures(here, officer, number) == before
    async with here.database.read() as connection:
        left = (await connection.execute(select(deliveries))).all()
    assert sum(row.many for row in left) == 60
    assert not {row.target for row in left} & {one.id for one in crowd}
    assert {(row.message_id, row.error, row.sent_at, row.todo) for row in left} == {(None, None, None, None)}


@pytest.mark.parametrize("verb", ["belum:{}:0", "jelas:{}:0", "excel:{}"])
async def test_nothing_can_be_sent_to_nobody_and_that_names_are_gone_is_said(here: Kabupaten, verb: str) -> None:
    officer, crowd, number = await sent(here, 5)
    await _let_go(here, number, 731)
    await shown(here, officer, f"a:hasil:{number}")
    assert words("tombol_siaran_ingatkan", jumlah=5) not in buttons(officer)
    assert await shown(here, officer, f"a:{verb.format(number)}") in says("siaran_tanpa_nama")
    had = sum(len(one.phone) for one in crowd)
    for act in ("ingatkan:{}", "tarik_ya:{}", "ulang:{}:gagal"):
        await here.pushes(officer, f"a:{act.format(number)}")
    await tick(here)
    assert sum(len(one.phone) for one in crowd) == had
    assert not await rows(here, "SELECT 1 FROM deliveries WHERE todo IS NOT NULL")


async def test_what_still_runs_is_not_touched(here: Kabupaten) -> None:
    _, _, number = await sent(here, 3)
    async with here.database.write() as connection:
        await connection.execute(update(broadcasts).values(next_at=here.clock.now() + timedelta(days=1)))
    await _let_go(here, number, 800)
    assert (await rows(here, "SELECT thinned_at FROM broadcasts"))[0][0] is None
