"""Several usulan that are read are named in one sentence: all of them, or none."""

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import Village

_READ = "SELECT count(*) FROM usulan WHERE read_at IS NOT NULL"


@pytest.mark.parametrize(
    ("typed", "many"), [("maiwa 1 dan 2 sudah saya baca", 2), ("maiwa 1, 2 dan 3 sudah dibaca", 3)]
)
async def test_each_that_is_named_is_read(village: Village, typed: str, many: int) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    for at, name in enumerate(("Sitti", "Rabia", "Jumadi"), 1):
        await village.bring(name, f"Maiwa {at}")
    await village.ask(rahman, typed, lambda message: True)
    await village.town.until(_READ, many)
