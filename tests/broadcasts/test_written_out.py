"""Where the whole text is asked for, what is typed is that; what is called wrong makes way for what is right."""

import pytest

from tests.broadcasts.crowd import here
from tests.broadcasts.officers import out, town
from tests.support.kabupaten import Kabupaten

__all__ = ["here"]

_OLD = "rapat kamis mulai jam 9 ya, bukan jam 10."


@pytest.mark.parametrize(
    "typed",
    [
        "jam 9 itu keliru, yang betul jam setengah 10",
        "jam 9 itu salah, yang benar jam 09.30",
        "aduh jam 9 itu salah, harusnya jam setengah 10",
    ],
)
async def test_what_is_called_wrong_makes_way_for_what_is_right(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await out(here, masyita, text=_OLD)
    await here.says(masyita, typed)
    assert "rapat kamis mulai jam 09.30 ya, bukan jam 10." in masyita.newest().text


async def test_at_the_preview_too(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await out(here, masyita, text=_OLD)
    await here.says(masyita, "jam 9 itu keliru, yang betul jam setengah 10")
    await here.says(masyita, "Rapat kamis mulai jam 09.30, bukan jam 10")
    assert "Rapat kamis mulai jam 09.30, bukan jam 10\n" in f"{masyita.newest().text}\n"


@pytest.mark.parametrize(
    "typed",
    ["Rapat kamis mulai jam 09.30, bukan jam 10", "maaf, rapat kamis mulai jam 09.30 ya bukan jam 10 dan bukan jam 9"],
)
async def test_the_whole_text_is_no_exchange_within_the_old_one(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    one = await out(here, masyita, text=_OLD)
    await here.pushes(masyita, f"a:ralat:{one}")
    await here.says(masyita, typed)
    assert f"{typed}\n" in f"{masyita.newest().text}\n"
    assert "bukan jam 09.30" not in masyita.newest().text
