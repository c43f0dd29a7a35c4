"""An announcement on its way: everybody of its audience once, in their hours and within their budget, held, taken up
again, ended, put right and taken back."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.core.broadcasts.shapes import Audience
from tests.broadcasts.sent import FACILITATORS, announce
from tests.support.kabupaten import Kabupaten, kabupaten, local
from tests.support.many import MORNING, Place, places, without_a_phone
from tests.support.phones import Someone
from tests.support.sentences import says
from tests.support.villages import KABUPATEN

_OFFICER = Place("Hasnah", "bappeda", KABUPATEN)
_STATE = "SELECT state FROM broadcasts ORDER BY id DESC LIMIT 1"


@pytest.fixture
async def here(database_url: str) -> AsyncIterator[Kabupaten]:
    async with kabupaten(database_url, MORNING) as place:
        yield place


async def _rows(here: Kabupaten, query: str, **values: Any) -> Sequence[Any]:
    async with here.database.read() as connection:
        return (await connection.execute(text(query), values)).all()


async def _run(here: Kabupaten, statement: str, **values: Any) -> None:
    async with here.database.write() as connection:
        await connection.execute(text(statement), values)


async def _state(here: Kabupaten) -> str:
    return str((await _rows(here, _STATE))[0][0])


async def _tick_until(here: Kabupaten, state: str, most: int = 60) -> None:
    """The clock looks once a second until the announcement is in this state."""
    for _ in range(most):
        if await _state(here) == state and not (await _rows(here, "SELECT 1 FROM deliveries WHERE todo IS NOT NULL")):
            return
        here.stand(here.clock.now() + timedelta(seconds=1))
        await here.tick()
    raise AssertionError(f"it is {await _state(here)}, never {state}")


async def _ledger(here: Kabupaten) -> Counter[str]:
    found = await _rows(here, "SELECT coalesce(outcome, 'open'), count(*) FROM deliveries GROUP BY outcome")
    return Counter({row[0]: row[1] for row in found})


async def _settled(here: Kabupaten, number: int) -> tuple[Someone, list[Someone]]:
    (officer,) = await without_a_phone(here, [_OFFICER])
    return officer, await without_a_phone(here, places(number))


def _copies(crowd: Sequence[Someone], words: str = "Musrenbang kecamatan") -> Counter[int]:
    """How many copies each has."""
    return Counter(sum(words in message.text for message in one.phone.values()) for one in crowd)


async def test_everybody_of_the_audience_has_it_once_and_the_author_is_told(here: Kabupaten) -> None:
    officer, crowd = await _settled(here, 700)
    await announce(here.database, officer.id, here.clock.now())
    await _tick_until(here, "done")
    assert _copies(crowd) == {1: 700}
    assert await _ledger(here) == {"sent": 700}
    assert officer.newest().text in says("siaran_selesai", terkirim=700, semua=700)
    assert await _rows(here, "SELECT count(*) FROM outbox WHERE priority = 2") == [(700,)]


async def test_whoever_has_two_roles_has_one_copy_and_stands_in_the_smallest_wilayah(here: Kabupaten) -> None:
    officer, crowd = await _settled(here, 3)
    await _run(here, _TWICE.format(crowd[0].id, KABUPATEN + ".01"))
    await announce(here.database, officer.id, here.clock.now())
    await _tick_until(here, "done")
    assert _copies(crowd) == {1: 3}
    found = await _rows(here, "SELECT role, place FROM deliveries WHERE target = :t", t=crowd[0].id)
    assert found == [("fasilitator_desa", crowd[0].scope)]


_TWICE = (
    "INSERT INTO grants (id, person_id, role, scope, granted_at)"
    " SELECT id + 1, {0}, 'fasilitator_kecamatan', '{1}', granted_at FROM grants WHERE person_id = {0}"
)


async def test_who_blocked_the_bot_stands_in_the_ledger_and_gets_nothing(here: Kabupaten) -> None:
    officer, crowd = await _settled(here, 10)
    crowd[3].way = "memblokir"  # and it is not known yet
    await _run(here, "UPDATE people SET unreachable_since = last_at WHERE id = :p", p=crowd[4].id)
    await announce(here.database, officer.id, here.clock.now())
    await _tick_until(here, "done")
    assert await _ledger(here) == {"sent": 8, "blocked": 1, "unreachable": 1}
    assert officer.newest().text in says("siaran_selesai", terkirim=8, semua=10, blokir=2)


async def test_only_the_chosen_wilayah_and_roles(here: Kabupaten) -> None:
    officer, crowd = await _settled(here, 200)
    await announce(here.database, officer.id, here.clock.now(), Audience(("73.16.02",), ("fasilitator_desa",)))
    await _tick_until(here, "done")
    meant = [one for one in crowd if one.scope.startswith("73.16.02.") and one.role == "fasilitator_desa"]
    assert meant
    assert _copies(meant) == {1: len(meant)}
    assert sum(_copies(crowd).elements()) == len(meant)


async def test_in_quiet_hours_it_waits_for_their_end(here: Kabupaten) -> None:
    officer, crowd = await _settled(here, 5)
    here.stand(local(2026, 11, 3, 20, 59))
    await announce(here.database, officer.id, here.clock.now(), starts_in=timedelta(minutes=2))
    here.stand(local(2026, 11, 3, 21, 1))
    await _ticks(here, 4)
    assert _copies(crowd) == {0: 5}
    here.stand(local(2026, 11, 4, 5, 59))
    await here.tick()
    assert _copies(crowd) == {0: 5}
    here.stand(local(2026, 11, 4, 6, 1))
    await _tick_until(here, "done")
    assert _copies(crowd) == {1: 5}


async def test_whoever_was_told_twice_today_has_it_tomorrow_unless_it_is_urgent(here: Kabupaten) -> None:
    officer, crowd = await _settled(here, 4)
    await _spend(here, crowd[0])
    await announce(here.database, officer.id, here.clock.now(), urgent_why="jembatan putus")
    await _tick_until(here, "done")
    assert _copies(crowd) == {1: 4}
    await announce(here.database, officer.id, here.clock.now(), text="Kedua kalinya.")
    await _ticks(here, 5)
    assert _copies(crowd, "Kedua kalinya") == {0: 1, 1: 3}
    here.stand(local(2026, 11, 4, 7, 31))
    await _ticks(here, 3)
    assert _copies(crowd, "Kedua kalinya") == {1: 4}


async def _ticks(here: Kabupaten, number: int) -> None:
    for _ in range(number):
        here.stand(here.clock.now() + timedelta(seconds=1))
        await here.tick()


async def _spend(here: Kabupaten, one: Someone) -> None:
    """They were told unasked twice today."""
    await announce(here.database, 1, here.clock.now(), Audience((one.scope,), (one.role,)), "Satu.")
    await _ticks(here, 4)
    await announce(here.database, 1, here.clock.now(), Audience((one.scope,), (one.role,)), "Dua.")
    await _ticks(here, 4)
    assert "Dua." in one.newest().text


async def test_who_left_meanwhile_gets_nothing(here: Kabupaten) -> None:
    officer, crowd = await _settled(here, 6)
    here.stand(local(2026, 11, 3, 22, 0))
    await announce(here.database, officer.id, here.clock.now())
    await _ticks(here, 3)
    await _run(here, "UPDATE grants SET revoked_at = granted_at WHERE person_id = :p", p=crowd[2].id)
    here.stand(local(2026, 11, 4, 6, 1))
    await _tick_until(here, "done")
    assert await _ledger(here) == {"sent": 5, "left": 1}
    assert _copies([crowd[2]]) == {0: 1}


async def test_what_missed_its_hour_is_not_sent_but_told(here: Kabupaten) -> None:
    officer, crowd = await _settled(here, 3)
    now = here.clock.now()
    await announce(here.database, officer.id, now, not_after=now + timedelta(hours=1))
    here.stand(now + timedelta(hours=2))
    await _tick_until(here, "missed")
    assert _copies(crowd) == {0: 3}
    assert officer.newest().text in says("siaran_terlewat", awal="Musrenbang kecamatan dimulai pukul …")


async def test_paused_halfway_nothing_more_leaves_until_it_goes_on(here: Kabupaten) -> None:
    officer, crowd = await _settled(here, 300)
    here.office.sends_a_second = 20.0  # sixty at a time
    number = await announce(here.database, officer.id, here.clock.now())
    await _ticks(here, 4)
    await here.pushes(officer, f"a:jeda:{number}")
    some = _copies(crowd)[1]
    assert 0 < some < 300
    await _ticks(here, 5)
    assert _copies(crowd)[1] == some
    await here.pushes(officer, f"a:teruskan:{number}")
    await _tick_until(here, "done")
    assert _copies(crowd) == {1: 300}


async def test_stopped_and_taken_back_nobody_holds_it(here: Kabupaten) -> None:
    officer, crowd = await _settled(here, 200)
    here.office.sends_a_second = 20.0
    number = await announce(here.database, officer.id, here.clock.now())
    await _ticks(here, 4)
    await here.pushes(officer, f"a:hentikan:{number}")
    await _tick_until(here, "stopped")
    had = _copies(crowd)[1]
    assert 0 < had < 200
    assert await _ledger(here) == {"sent": had, "stopped": 200 - had}
    await here.pushes(officer, f"a:tarik_ya:{number}")
    await _tick_until(here, "withdrawn")
    gone = await _rows(here, "SELECT count(*) FROM outbox WHERE method = 'deleteMessage' AND outcome = 'sent'")
    assert gone == [(had,)]


async def test_put_right_at_half_everybody_ends_with_the_right_words(here: Kabupaten) -> None:
    officer, crowd = await _settled(here, 200)
    here.office.sends_a_second = 20.0
    number = await announce(here.database, officer.id, here.clock.now())
    await _ticks(here, 4)
    assert 0 < _copies(crowd)[1] < 200
    await here.pushes(officer, f"a:ralat:{number}")
    await here.says(officer, "Musrenbang kecamatan pindah ke pukul 10.00.")
    assert await here.presses(officer, officer.newest(), "Kirim"), "it is looked at first"
    await _tick_until(here, "done")
    assert _copies(crowd, "pindah ke pukul 10.00") == {1: 200}
    assert _copies(crowd, "dimulai pukul 09.00") == {0: 200}
    assert await _rows(here, "SELECT DISTINCT version FROM deliveries") == [(2,)]
    told = await _rows(here, "SELECT count(*) FROM outbox WHERE params LIKE '%diralat</b>:%' AND outcome = 'sent'")
    assert 0 < told[0][0] < 200, "nobody hears an edit; who had no copy before needs no word of it"


async def test_put_right_whoever_understood_the_old_words_is_asked_again(here: Kabupaten) -> None:
    officer, crowd = await _settled(here, 3)
    number = await announce(here.database, officer.id, here.clock.now())
    await _tick_until(here, "done")
    await here.pushes(crowd[0], f"e:paham:{number}")
    await here.pushes(officer, f"a:ralat:{number}")
    await here.says(officer, "Musrenbang kecamatan pindah ke pukul 10.00.")
    await here.presses(officer, officer.newest(), "Kirim")
    await _tick_until(here, "done")
    assert await _rows(here, "SELECT count(*) FROM deliveries WHERE understood_at IS NOT NULL") == [(0,)]
    assert all(one.newest().text in says("siaran_diralat_kabar") for one in crowd)


@pytest.mark.parametrize("words", ["aduh salah kecamatan, berhenti", "batal", "tarik siaran tadi", "hentikan dulu bu"])
async def test_who_wants_it_to_stop_says_so_in_words(here: Kabupaten, words: str) -> None:
    officer, _ = await _settled(here, 3)
    number = await announce(here.database, officer.id, here.clock.now(), starts_in=timedelta(seconds=60))
    await here.says(officer, words)
    assert officer.newest().offers("a:urung:") == f"a:urung:{number}"


async def test_many_refusals_stop_it_by_itself(here: Kabupaten) -> None:
    officer, _ = await _settled(here, 60)
    here.office.sends_a_second = 5.0
    await announce(here.database, officer.id, here.clock.now())
    for _ in range(12):
        await _run(here, "UPDATE outbox SET outcome = 'refused', error = 'aneh' WHERE priority = 2 AND outcome IS NULL")
        here.stand(here.clock.now() + timedelta(seconds=1))
        for ticker in here.tickers:
            await ticker.tick()
    assert await _state(here) == "paused"
    assert (await _ledger(here))["refused"] < 30


async def test_the_chase_goes_to_those_alone_who_did_not_confirm(here: Kabupaten) -> None:
    officer, crowd = await _settled(here, 100)
    number = await announce(here.database, officer.id, here.clock.now())
    await _tick_until(here, "done")
    for one in crowd[:62]:
        await here.pushes(one, f"e:paham:{number}")
    await _run(here, "UPDATE grants SET revoked_at = granted_at WHERE person_id = :p", p=crowd[99].id)
    here.stand(local(2026, 11, 4, 20, 59))
    await here.pushes(officer, f"a:ingatkan:{number}")
    assert officer.newest().text in says("siaran_diingatkan", jumlah=38)
    here.stand(local(2026, 11, 4, 21, 30))
    await _ticks(here, 2)  # in quiet hours: they wait, and one of them confirms late
    await here.pushes(crowd[70], f"e:paham:{number}")
    here.stand(local(2026, 11, 5, 8, 0))
    await _ticks(here, 4)
    reminded = await _rows(here, "SELECT target FROM deliveries WHERE reminded = 1")
    assert {row[0] for row in reminded} == {one.id for one in crowd[62:99]} - {crowd[70].id}


async def test_a_stranger_confirms_nothing(here: Kabupaten) -> None:
    officer, crowd = await _settled(here, 3)
    (stranger,) = await without_a_phone(here, [Place("Tamu", "camat", "73.16.09")])
    number = await announce(here.database, officer.id, here.clock.now(), FACILITATORS)
    await _tick_until(here, "done")
    await here.pushes(stranger, f"e:paham:{number}")
    await here.pushes(stranger, f"a:tarik_ya:{number}")
    await here.pushes(crowd[0], f"a:tarik_ya:{number}")
    assert await _rows(here, "SELECT count(*) FROM deliveries WHERE understood_at IS NOT NULL") == [(0,)]
    assert await _state(here) == "done"
