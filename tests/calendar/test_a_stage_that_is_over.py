"""A stage is told of when it is over as well: whoever fixed the plan on the first says so on the sixth."""

from tests.support.homes import Home
from tests.support.kabupaten import KABUPATEN
from tests.support.sentences import says


async def test_a_stage_may_have_been_some_days_ago(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    shown = await at_home.ask(ratna, "/jadwal rkpd ditetapkan 1 januari 2027", says("form.jadwal.tinjau"))
    assert "1 Januari 2027" in shown["text"]
    await at_home.ask(ratna, "kirim", says("jadwal_ditetapkan"))
    assert [str(row[0])[:10] for row in await at_home.town.rows("SELECT starts_at FROM occasions")] == ["2026-12-31"]
