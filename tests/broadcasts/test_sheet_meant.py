"""The sheet, and the text for WhatsApp, are of the announcement that was spoken of last."""

import pytest

from tests.broadcasts.crowd import here, rows
from tests.broadcasts.officers import out, town
from tests.support.kabupaten import Kabupaten

__all__ = ["here"]


@pytest.mark.parametrize(
    "before",
    [
        "pengumuman rapat di sdn 45, mana teks untuk grup wa nya",
        "hasil pengumuman rapat sdn 45",
    ],
)
@pytest.mark.parametrize(
    "typed",
    ["cetakkan lembar papan pengumumannya juga", "minta lembar untuk papan pengumuman", "papan pengumumannya juga"],
)
async def test_the_sheet_is_of_the_one_last_spoken_of(here: Kabupaten, before: str, typed: str) -> None:
    masyita, *_ = await town(here)
    await out(here, masyita, text="rapat kamis di sdn 45 malua jam 9")
    await out(here, masyita, text="ada yang bertanya: parkirnya di mana")
    await here.says(masyita, before)
    await here.says(masyita, typed)
    (sheet,) = await rows(here, "SELECT params FROM outbox WHERE method = 'sendDocument'")
    assert "sdn 45" in sheet[0]


async def test_the_text_for_whatsapp_is_of_the_sheet_above_it(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await out(here, masyita, text="rapat kamis di sdn 45 malua jam 9")
    await out(here, masyita, text="ada yang bertanya: parkirnya di mana")
    await here.pushes(masyita, f"a:papan:{one}")
    await here.says(masyita, "teks pengumumannya untuk grup wa juga")
    assert "sdn 45" in masyita.newest().text
