"""Announcements to those who brought usulan: by what became of these, and of nobody's words through another's
telephone."""

from typing import Any

import pytest
from sqlalchemy import insert

from bot.core.broadcasts.shapes import PROPOSER, Audience
from bot.store.database.ids import new_id
from bot.store.tables import speakers
from tests.broadcasts.crowd import here, rows, settled, tick_until
from tests.broadcasts.sent import announce
from tests.deciding.test_promises import bring
from tests.support.kabupaten import Kabupaten
from tests.support.phones import Someone
from tests.support.sentences import mentions
from tests.support.villages import KABUPATEN

__all__ = ["here"]

#: What became of the usulan of the first, the second …
_FATES: tuple[dict[str, Any], ...] = (
    {"status": "tercatat"},
    {"status": "tercatat", "lacks": 2},
    {"status": "hasil", "lacks": 2, "moved": 1},
    {"status": "dikerjakan", "moved": 2},
    {"status": "ditarik", "lacks": 2},
)


async def _told(here: Kabupaten, officer: Someone, crowd: list[Someone], *conditions: str) -> list[int]:
    """Who of the crowd has a copy, by their place in it."""
    await announce(here.database, officer.id, here.clock.now(), Audience((KABUPATEN,), (PROPOSER,), conditions))
    await tick_until(here, "done")
    has_it = {row[0] for row in await rows(here, "SELECT target FROM deliveries WHERE outcome = 'sent'")}
    return [place for place, one in enumerate(crowd) if one.id in has_it]


@pytest.mark.parametrize(
    ("condition", "meant"),
    [
        (None, [0, 1, 2, 3]),
        ("usulan_belum_dibaca", [0, 1]),
        ("usulan_belum_lengkap", [1]),
        ("usulan_ada_hasilnya", [2, 3]),
    ],
)
async def test_what_became_of_their_usulan_narrows_the_proposers(
    here: Kabupaten, condition: str | None, meant: list[int]
) -> None:
    officer, crowd = await settled(here, len(_FATES))
    now = here.clock.now()
    for serial, (one, fate) in enumerate(zip(crowd, _FATES, strict=True), start=1):
        decided = {"read_at": now, "locked_at": now} if "moved" in fate else {}
        await bring(here, one, serial, **fate | decided)
    assert await _told(here, officer, crowd, *([condition] if condition else [])) == meant


async def test_a_telephone_through_which_somebody_wants_no_word_gets_none_of_hers(here: Kabupaten) -> None:
    officer, crowd = await settled(here, 2)
    now, speaker = here.clock.now(), new_id()
    row = {"id": speaker, "account_id": crowd[0].id, "name": "Bu Sitti", "tell_directly": True, "made_at": now}
    async with here.database.write() as connection:
        await connection.execute(insert(speakers), [row])
    await bring(here, crowd[0], 1, speaker_id=speaker)
    await bring(here, crowd[1], 2)
    assert await _told(here, officer, crowd, "usulan_belum_dibaca") == [1]


@pytest.mark.parametrize("typed", ["iye bu, tapi jauh mi. bisa diwakili?", "27 bisa bu, tanggal 20 ke kebun"])
async def test_what_a_villager_writes_below_one_is_offered_to_its_author(here: Kabupaten, typed: str) -> None:
    officer, crowd = await settled(here, 1)
    await bring(here, crowd[0], 1, **_FATES[0])
    assert await _told(here, officer, crowd) == [0]
    await here.says(crowd[0], typed)
    assert crowd[0].newest().text in mentions("siaran_untuk_ini")
    await here.says(crowd[0], "ya")
    assert await rows(here, "SELECT words FROM broadcast_replies") == [(typed,)]
    assert await rows(here, "SELECT flow FROM conversations") == []
