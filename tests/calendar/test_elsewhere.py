"""A village that is not one's own is not taken for one's own."""

import pytest

from tests.roles.conftest import Office
from tests.support.sentences import mentions, says

DESA = "73.16.01.2003"


@pytest.mark.parametrize(
    "typed",
    ["/jadwal musrenbang desa boiya 14/1/27 jam 9 di kantor desa", "/jadwal musrenbang desa Palakka kamis depan jam 9"],
)
async def test_another_village_is_told_to_be_anothers(office: Office, typed: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await office.ask(rahman, typed, says("jadwal_bukan_wewenang"))
    assert await office.town.rows("SELECT flow FROM conversations") == []


@pytest.mark.parametrize(
    "typed",
    [
        "/jadwal musrenbang desa tuncung 14/1/27 jam 9 di kantor desa",
        "/jadwal musrenbang desa 14/1/27 jam 9 di kantor desa",
        "/jadwal musrenbang desa 14/1/27 jam 9 di kantor desa boiya",
    ],
)
async def test_ones_own_is_taken_with_its_name_or_without(office: Office, typed: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await office.ask(rahman, typed, mentions("form.jadwal.tinjau"))
