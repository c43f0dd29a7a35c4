"""*Kirim* under a sample that was changed since sends nothing that nobody looked at."""

from pathlib import Path

import pytest

from tests.broadcasts.street import Street, Streets, open_street
from tests.support.sentences import mentions, says
from tests.support.town import town as open_town


@pytest.fixture
async def street(sqlite_url: str, tmp_path: Path) -> Streets:
    async with open_town(sqlite_url, tmp_path) as place:
        yield await open_street(place)


async def test_send_below_an_older_sample_shows_the_newer_one(street: Street) -> None:
    town, hasnah = street.town, street.announces
    await town.join("Rahman", "fasilitator_desa", "73.16.01.2012")
    order = "umumkan ke fasilitator maiwa: kumpul blangko jumat. Terima kasih"
    older = await town.ask(hasnah, order, mentions("siaran_kartu"))
    await town.ask(hasnah, "kalimat terakhir tidak usah", mentions("siaran_kartu"))
    ((one,),) = await town.rows("SELECT id FROM broadcasts")
    await town.simulator.press_data(hasnah, int(older["message_id"]), f"a:kirim:{one}")
    await town.simulator.wait_for(hasnah, says("siaran_contoh_lama"))
    assert await town.rows("SELECT state FROM broadcasts") == [("draft",)]
