"""On the eve of the kecamatan's musrenbang a village without a day is named, whoever looks after it."""

from pathlib import Path

import pytest

from tests.support.desk import Desk, local
from tests.support.homes import home
from tests.support.sentences import says, words
from tests.support.villages import Way, all_villages, bring, code_of, man

NOW = local(1, 18)
MAIWA = "73.16.01"
_WELL = Way(local(1, 20), invited=local(1, 10), met=local(1, 8))


_SEVEN = ["Boiya", "Tapong", "Palakka", "Salodua", "Limbuang", "Mangkawani", "Matajang"]


@pytest.mark.parametrize(("days", "names"), [(1, ["Boiya"]), (1, _SEVEN), (0, ["Boiya"]), (6, ["Tapong"])])
async def test_a_village_without_a_day_is_named_with_the_day_of_the_kecamatan(
    database_url: str, tmp_path: Path, days: int, names: list[str]
) -> None:
    async with home(database_url, tmp_path, NOW) as at_home:
        desk = Desk(at_home.town.database, at_home.office)
        await man(desk)
        office = at_home.office
        ways = dict.fromkeys([code for code in all_villages(office) if code.startswith(MAIWA)], _WELL)
        await bring(desk, ways | {code_of(office, name): Way() for name in names})
        await desk.hold("musrenbang_kecamatan", MAIWA, local(1, 18 + days))
        camat = await at_home.join("Nurdin", "camat", MAIWA)
        told = (await at_home.ask(camat, "/kesiapan", says("kesiapan_ringkas", desa=True)))["text"]
        assert all(name in told for name in names)
        why = words("kesiapan_sebab_tanggal", kecamatan=True, hari=days)
        assert told.count(why) == min(len(names), 5)
