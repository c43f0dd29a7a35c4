""" "Ingatkan yang belum paham siaran …": the topic decides whose result is shown; what was looked at stays in mind."""

import pytest

from tests.broadcasts.crowd import here, settled, tick_until
from tests.broadcasts.sent import announce
from tests.support.kabupaten import Kabupaten
from tests.support.phones import Someone
from tests.support.sentences import says

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
