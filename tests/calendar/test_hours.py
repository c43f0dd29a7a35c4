"""At which hour somebody's list comes when the hour is changed, while people fast, and what a line that an editor took
out of the content leaves behind."""

from datetime import datetime

import pytest
from sqlalchemy import update

from bot.store.tables import occasions
from bot.work.tasks.daily import next_list
from tests.roles.conftest import Office
from tests.support.calendar import DESA, set_date
from tests.support.desk import Desk, local
from tests.support.homes import Home
from tests.support.sentences import mentions, says, words


async def test_an_earlier_hour_loses_no_reminder_of_the_same_day(anywhere: Home) -> None:
    """At seven o'clock the list is to come at half past six from now on: that of today still comes at half past
    seven."""
    at_home = anywhere
    await at_home.move_clock(local(1, 7, 7))
    ratna = await at_home.join("Ratna")
    await at_home.hold(now=local(1, 7, 7))
    today, later = await at_home.task("D05"), await at_home.task("D13")
    await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    await at_home.press(ratna, words("tombol_tugas_jam"), "07.30")
    await at_home.press(ratna, "06.30", "pukul 06.30")
    assert (await at_home.task("D05")).remind_at == today.remind_at
    assert (await at_home.task("D13")).remind_at != later.remind_at
    await at_home.town.simulator.move_clock(to=local(1, 7, 7, 30))
    await at_home.hears(ratna, says("tugas_ingat"))


@pytest.mark.parametrize(
    ("chosen", "now", "wanted"),
    [
        (16 * 60, local(2, 15, 7), local(2, 15, 7, 30)),
        (16 * 60, local(2, 15, 8), local(2, 15, 8)),  # half past seven has just struck
        (16 * 60, local(2, 15, 10), local(2, 16, 7, 30)),
        (20 * 60, local(2, 12, 20), local(2, 15, 7, 30)),  # a Friday
        (6 * 60 + 30, local(2, 15, 5), local(2, 15, 6, 30)),
        (16 * 60, local(1, 18, 10), local(1, 18, 16)),  # nobody fasts
    ],
)
def test_while_people_fast_lists_come_in_the_morning(desk: Desk, chosen: int, now: datetime, wanted: datetime) -> None:
    assert next_list(desk.office, chosen, now) == wanted


async def test_a_meeting_of_a_kind_that_is_no_longer_in_the_content_breaks_no_date_beside_it(office: Office) -> None:
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    other = await office.join("Nur", "fasilitator_desa", "73.16.01.2012")
    await set_date(office, other, "musrenbang 14/1/27 jam 9")
    async with office.town.database.write() as connection:
        await connection.execute(update(occasions).values(kind="dulu_ada"))
    await office.ask(person, "/jadwal musrenbang 14/1/27 jam 9.30", mentions("form.jadwal.tempat.tanya"))
    await office.press(person, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
    await office.press(person, words("tombol.kirim"), says("jadwal_ditetapkan", jumlah=True))
