"""A draft that stands there goes to others in words."""

from datetime import timedelta

import pytest

from bot.core.broadcasts.shapes import Audience
from tests.broadcasts.crowd import here, rows, settled, state
from tests.broadcasts.sent import announce
from tests.support.kabupaten import Kabupaten
from tests.support.phones import Someone
from tests.support.sentences import says

__all__ = ["here"]

_ALLA, _ANGGERAJA = "73.16.05", "73.16.04"
_ROLES = ("fasilitator_desa", "fasilitator_kecamatan")


async def _to_leave(here: Kabupaten) -> Someone:
    """In a minute, to the wrong kecamatan."""
    officer, _ = await settled(here, 60)
    text = "sosialisasi bedah rumah senin depan jam 9"
    await announce(
        here.database, officer.id, here.clock.now(), Audience((_ALLA,), _ROLES), text, starts_in=timedelta(minutes=1)
    )
    return officer


async def _audience(here: Kabupaten) -> tuple[str, str]:
    found = (await rows(here, "SELECT scope, state FROM broadcasts"))[0]
    return found[0], found[1]


@pytest.mark.parametrize(
    "typed",
    [
        "kirim ke anggeraja saja",
        "kirim ulang ke anggeraja",
        "ubah kecamatannya jadi anggeraja",
        "bukan alla tapi anggeraja",
    ],
)
async def test_what_was_held_goes_to_whom_is_named_and_is_shown_before(here: Kabupaten, typed: str) -> None:
    officer = await _to_leave(here)
    await here.says(officer, "jangan dikirim dulu")
    assert await _audience(here) == (_ALLA, "draft")
    await here.says(officer, typed)
    assert await _audience(here) == (_ANGGERAJA, "draft")
    assert officer.newest().text in says("siaran_kartu")


async def test_the_right_kecamatan_beside_the_wrong_is_taken_at_once(here: Kabupaten) -> None:
    officer = await _to_leave(here)
    await here.says(officer, "astaga salah kecamatan harusnya anggeraja")
    assert await _audience(here) == (_ANGGERAJA, "draft")


async def test_where_no_draft_stands_nobody_gets_another(here: Kabupaten) -> None:
    officer = await _to_leave(here)
    await here.says(officer, "kirim ke anggeraja saja")
    assert await state(here) == "waiting"
    assert (await _audience(here))[0] == _ALLA
