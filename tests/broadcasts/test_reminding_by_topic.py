""" "Ingatkan yang belum paham siaran …": the topic decides whose result is shown; what was looked at stays in mind."""

from datetime import timedelta

import pytest

from tests.broadcasts.crowd import here, rows, run, sent, settled, tick_until
from tests.broadcasts.sent import announce
from tests.support.kabupaten import Kabupaten
from tests.support.phones import Someone
from tests.support.sentences import mentions, says

__all__ = ["here"]

_REPORT, _HOUSES = "format laporan bulanan ada di grup", "sosialisasi bedah rumah rabu jam 9"


async def _both_out(here: Kabupaten) -> tuple[Someone, int, int]:
    officer, _ = await settled(here, 2)
    ids = [await announce(here.database, officer.id, here.clock.now(), text=text) for text in (_REPORT, _HOUSES)]
    await tick_until(here, "done")
    return officer, ids[0], ids[1]


def _reminds(officer: Someone) -> list[str]:
    return [data for _, data in officer.newest().buttons if data.startswith("a:ingatkan:")]


@pytest.mark.parametrize(
    "typed", ["ingatkan yang belum paham siaran format laporan", "tolong ingatkan yang belum jawab format laporan"]
)
async def test_the_topic_decides_who_is_reminded(here: Kabupaten, typed: str) -> None:
    officer, report, _ = await _both_out(here)
    await here.says(officer, typed)
    assert officer.newest().text in says("siaran_hasil")
    assert _reminds(officer) == [f"a:ingatkan:{report}"]


async def test_what_was_looked_at_stays_in_mind(here: Kabupaten) -> None:
    officer, report, _ = await _both_out(here)
    await here.says(officer, "siapa yang belum paham format laporan")
    await here.says(officer, "jadwal")
    await here.says(officer, "ingatkan yang belum")
    assert _reminds(officer) == [f"a:ingatkan:{report}"]


async def test_who_has_understood_is_asked_of_an_announcement(here: Kabupaten) -> None:
    officer, _, _ = await _both_out(here)
    await here.says(officer, "siapa yang sudah paham")
    assert officer.newest().text in says("siaran_hasil") or officer.newest().text in says("siaran_yang_mana")


async def _all_called(here: Kabupaten) -> tuple[Someone, list[Someone]]:
    officer, crowd, _ = await sent(here, 3)
    for one, name in zip(crowd, ("Wahyuni", "Rosdiana", "Hamsiah"), strict=True):
        await run(here, "UPDATE people SET name = :n WHERE id = :i", n=name, i=one.id)
    return officer, crowd


async def _reminded(here: Kabupaten) -> set[str]:
    query = "SELECT p.name FROM deliveries d JOIN people p ON p.id = d.target WHERE d.todo = 'remind' OR d.reminded > 0"
    return {row[0] for row in await rows(here, query)}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("tolong ingatkan wahyuni sama rosdiana", {"Wahyuni", "Rosdiana"}),
        ("ingatkan ibu hamsiah", {"Hamsiah"}),
    ],
)
async def test_who_is_named_is_reminded_alone(here: Kabupaten, typed: str, names: set[str]) -> None:
    officer, _ = await _all_called(here)
    await here.says(officer, typed)
    assert officer.newest().text in says("siaran_diingatkan", jumlah=len(names))
    assert await _reminded(here) == names


async def test_both_of_them_are_all_that_stand_there(here: Kabupaten) -> None:
    officer, _ = await _all_called(here)
    await here.says(officer, "siapa yang belum jawab")
    await here.says(officer, "tolong ingatkan mereka berdua")
    assert await _reminded(here) == {"Wahyuni", "Rosdiana", "Hamsiah"}


async def test_who_has_not_answered_is_asked_days_later(here: Kabupaten) -> None:
    officer, _ = await _all_called(here)
    here.stand(here.clock.now() + timedelta(days=2))
    await here.says(officer, "siapa yang belum jawab")
    assert officer.newest().text in says("siaran_hasil")


async def test_whose_words_wait_in_our_question_is_reminded_too(here: Kabupaten) -> None:
    officer, crowd = await _all_called(here)
    await run(here, "UPDATE deliveries SET sent_at = :now", now=here.clock.real())
    await here.says(crowd[0], "boleh diwakili bu?")
    assert crowd[0].newest().text in mentions("siaran_untuk_ini")
    await here.says(officer, "siapa yang belum jawab")
    await here.says(officer, "ingatkan mereka")
    assert await _reminded(here) == {crowd[0].name, "Rosdiana", "Hamsiah"}


async def test_who_was_reminded_twice_is_named_as_left_out(here: Kabupaten) -> None:
    officer, _ = await _all_called(here)
    await run(here, "UPDATE deliveries SET reminded = 2 WHERE target IN (SELECT id FROM people WHERE name = 'Hamsiah')")
    await here.says(officer, "siapa yang belum jawab")
    await here.says(officer, "ingatkan mereka")
    assert officer.newest().text in says("siaran_diingatkan", jumlah=2, cukup=["Hamsiah"])
    assert await _reminded(here) == {"Wahyuni", "Rosdiana", "Hamsiah"}
