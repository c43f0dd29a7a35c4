"""Who asks in which kecamatan a village lies is told it, with a form open or without, and goes on where they stood."""

import pytest

from tests.answering.conftest import Village
from tests.support.sentences import mentions


@pytest.mark.parametrize(
    ("text", "name", "kecamatan"),
    [
        ("tuncung itu masuk apa", "Tuncung", "Maiwa"),
        ("kalosi itu kecamatan apa kak", "Kalosi", "Alla"),
        ("desa potok ullin ikut kecamatan mana", "Potok Ullin", "Buntu Batu"),
    ],
)
async def test_any_village_of_the_kabupaten(village: Village, text: str, name: str, kecamatan: str) -> None:
    sitti = await village.begin("Sitti")
    told = await village.ask(sitti, text, f"{name} masuk Kecamatan")
    assert kecamatan in told["text"]
    assert [] == await village.town.rows("SELECT * FROM usulan")


async def test_what_stood_open_is_asked_again(village: Village) -> None:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, "boiya masuk kecamatan apa", mentions("form.usulan.cerita.tanya"))
