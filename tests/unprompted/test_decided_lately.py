"""What was decided last, asked by whoever reads usulan there."""

from datetime import timedelta

import pytest

from bot.store.deciding import moves
from bot.store.deciding.moves import Change
from tests.reading.conftest import KABUPATEN, Village
from tests.support.sentences import mentions, says

_TELLS = mentions("tanya_kerja_keputusan")


async def _decided(village: Village) -> None:
    for days, (name, number) in enumerate((("Sitti", "Maiwa 1"), ("Baso", "Maiwa 2"), ("Daeng", "Maiwa 3"))):
        await village.bring(name, number)
        if number == "Maiwa 3":
            continue  # nothing was decided of it
        async with village.town.database.write() as connection:
            ((which,),) = await connection.exec_driver_sql(f"SELECT id FROM usulan WHERE serial = {days + 1}")
            at = village.town.simulator.stage.clock.now() - timedelta(days=9 - days)
            await moves.make(connection, Change("dikerjakan", "dikerjakan", locks=True), {which: 0}, None, at)


@pytest.mark.parametrize(
    "typed",
    [
        "keputusan terakhir apa",
        "usulan mana yang baru diputuskan",
        "apa keputusan terbaru",
        "usulan apa saja yang barusan diputuskan",
        "yang terakhir diputuskan usulan mana?",
    ],
)
async def test_the_newest_decisions_are_told(either_village: Village, typed: str) -> None:
    hasnah = await either_village.join("Hasnah", "bappeda", KABUPATEN)
    await _decided(either_village)
    told = (await either_village.ask(hasnah, typed, _TELLS))["text"]
    assert told.index("Maiwa 2") < told.index("Maiwa 1")
    assert "Maiwa 3" not in told


async def test_while_nothing_is_decided_that_is_said(village: Village) -> None:
    rahman = await village.join("Rahman", "fasilitator_desa")
    await village.bring("Sitti", "Maiwa 1")
    await village.ask(rahman, "keputusan terakhir apa", says("tanya_kerja_keputusan", usulan=()))


@pytest.mark.parametrize(
    "typed", ["siapa yang memutuskan usulan", "kapan diputuskan usulannya", "berapa yang diputuskan"]
)
async def test_who_decides_and_when_is_not_that(village: Village, typed: str) -> None:
    rahman = await village.join("Rahman", "fasilitator_desa")
    await _decided(village)
    await village.ask(rahman, typed, bool)
    assert not any(text in _TELLS for text in village.texts(rahman))
