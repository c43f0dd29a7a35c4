"""An announcement on its way: everybody of its audience once, in their hours and within their budget."""

from dataclasses import replace
from datetime import date, timedelta

from bot.core.broadcasts.shapes import Audience
from tests.broadcasts.crowd import copies, here, ledger, rows, run, settled, tick, tick_until
from tests.broadcasts.sent import FACILITATORS, announce
from tests.support.kabupaten import Kabupaten, local
from tests.support.phones import Someone
from tests.support.sentences import says
from tests.support.villages import KABUPATEN

__all__ = ["here"]


async def test_everybody_of_the_audience_has_it_once_and_the_author_is_told(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 700)
    await announce(here.database, officer.id, here.clock.now())
    await tick_until(here, "done")
    assert copies(crowd) == {1: 700}
    assert await ledger(here) == {"sent": 700}
    assert officer.newest().text in says("siaran_selesai", terkirim=700, semua=700)
    assert await rows(here, "SELECT count(*) FROM outbox WHERE priority = 2") == [(700,)]


async def test_whoever_has_two_roles_has_one_copy_and_stands_in_the_smallest_wilayah(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 3)
    await run(here, _TWICE.format(crowd[0].id, KABUPATEN + ".01"))
    await announce(here.database, officer.id, here.clock.now())
    await tick_until(here, "done")
    assert copies(crowd) == {1: 3}
    found = await rows(here, "SELECT role, place FROM deliveries WHERE target = :t", t=crowd[0].id)
    assert found == [("fasilitator_desa", crowd[0].scope)]


_TWICE = (
    "INSERT INTO grants (id, person_id, role, scope, granted_at)"
    " SELECT id + 1, {0}, 'fasilitator_kecamatan', '{1}', granted_at FROM grants WHERE person_id = {0}"
)


async def test_who_blocked_the_bot_stands_in_the_ledger_and_gets_nothing(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 10)
    crowd[3].way = "memblokir"  # and it is not known yet
    await run(here, "UPDATE people SET unreachable_since = last_at WHERE id = :p", p=crowd[4].id)
    await announce(here.database, officer.id, here.clock.now())
    await tick_until(here, "done")
    assert await ledger(here) == {"sent": 8, "blocked": 1, "unreachable": 1}
    assert officer.newest().text in says("siaran_selesai", terkirim=8, semua=10, blokir=2)


async def test_only_the_chosen_wilayah_and_roles(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 200)
    await announce(here.database, officer.id, here.clock.now(), Audience(("73.16.02",), ("fasilitator_desa",)))
    await tick_until(here, "done")
    meant = [one for one in crowd if one.scope.startswith("73.16.02.") and one.role == "fasilitator_desa"]
    assert meant
    assert copies(meant) == {1: len(meant)}
    assert sum(copies(crowd).elements()) == len(meant)


async def test_the_list_of_the_day_keeps_its_place_beside_two_announcements(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 2)
    await run(here, _LIST, p=crowd[0].id, at=here.clock.now() + timedelta(hours=2))
    for _ in range(2):
        await announce(here.database, officer.id, here.clock.now())
        await tick(here, 8)
    assert copies(crowd[:1]) == {1: 1}
    assert copies(crowd[1:]) == {2: 1}


_LIST = "INSERT INTO notices (id, person_id, kind, subject, due_at) VALUES (1, :p, 'tugas', '1:0', :at)"


async def test_in_quiet_hours_it_waits_for_their_end(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 5)
    here.stand(local(2026, 11, 3, 20, 59))
    await announce(here.database, officer.id, here.clock.now(), starts_in=timedelta(minutes=2))
    here.stand(local(2026, 11, 3, 21, 1))
    await tick(here, 4)
    assert copies(crowd) == {0: 5}
    assert officer.newest().text in says("siaran_kemajuan", sisa=5, tunggu="Rabu, 4 November 2026, 06.00 WITA")
    here.stand(local(2026, 11, 4, 5, 59))
    await here.tick()
    assert copies(crowd) == {0: 5}
    here.stand(local(2026, 11, 4, 6, 1))
    await tick_until(here, "done")
    assert copies(crowd) == {1: 5}


async def test_whoever_was_told_twice_today_has_it_tomorrow_unless_it_is_urgent(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 4)
    await _spend(here, crowd[0])
    await announce(here.database, officer.id, here.clock.now(), urgent_why="jembatan putus")
    await tick_until(here, "done")
    assert copies(crowd) == {1: 4}
    await announce(here.database, officer.id, here.clock.now(), text="Kedua kalinya.")
    await tick(here, 5)
    assert copies(crowd, "Kedua kalinya") == {0: 1, 1: 3}
    here.stand(local(2026, 11, 4, 7, 31))
    await tick(here, 3)
    assert copies(crowd, "Kedua kalinya") == {1: 4}


async def _spend(here: Kabupaten, one: Someone) -> None:
    """They were told unasked twice today."""
    await announce(here.database, 1, here.clock.now(), Audience((one.scope,), (one.role,)), "Satu.")
    await tick(here, 4)
    await announce(here.database, 1, here.clock.now(), Audience((one.scope,), (one.role,)), "Dua.")
    await tick(here, 4)
    assert "Dua." in one.newest().text


async def test_who_left_meanwhile_gets_nothing(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 6)
    here.stand(local(2026, 11, 3, 22, 0))
    await announce(here.database, officer.id, here.clock.now())
    await tick(here, 3)
    await run(here, "UPDATE grants SET revoked_at = granted_at WHERE person_id = :p", p=crowd[2].id)
    here.stand(local(2026, 11, 4, 6, 1))
    await tick_until(here, "done")
    assert await ledger(here) == {"sent": 5, "left": 1}
    assert copies([crowd[2]]) == {0: 1}


async def test_what_missed_its_hour_is_not_sent_but_told(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 3)
    now = here.clock.now()
    await announce(here.database, officer.id, now, not_after=now + timedelta(hours=1))
    here.stand(now + timedelta(hours=2))
    await tick_until(here, "missed")
    assert copies(crowd) == {0: 3}
    assert officer.newest().text in says("siaran_terlewat", awal="Musrenbang kecamatan dimulai pukul …")


async def test_late_is_a_task_whose_day_is_over_where_they_live(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 3)
    here.stand(local(2026, 11, 4, 7))  # still the third in London
    for owner, due_on in zip(crowd, (3, 4, 3), strict=True):
        await run(here, _TASK, owner=owner.id, due=date(2026, 11, due_on), place=owner.scope)
    await run(here, "UPDATE tasks SET state = 'done' WHERE owner_id = :p", p=crowd[2].id)
    late = replace(FACILITATORS, conditions=("tugas_terlambat",))
    await announce(here.database, officer.id, here.clock.now(), late)
    await tick_until(here, "done")
    assert await rows(here, "SELECT target, outcome FROM deliveries") == [(crowd[0].id, "sent")]


_TASK = (
    "INSERT INTO tasks (id, rule, occasion_id, wilayah, owner_id, on_behalf, due_on, state, rung)"
    " VALUES (:owner, 'D05', :owner, :place, :owner, false, :due, 'open', 0)"
)
