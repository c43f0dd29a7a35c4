"""Why something is asked: of that very thing, named or open, and the question stands as before."""

import json
from typing import Any

import pytest

from tests.answering.conftest import Village
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words


async def _told(village: Village) -> tuple[Any, Any]:
    ((state,),) = await village.town.rows("SELECT state FROM conversations")
    told = json.loads(state)
    return told["answers"], told["skipped"]


@pytest.mark.parametrize(
    ("skipped", "typed", "sort"),
    [
        (0, "kenapa tanya kecamatan segala?", "tempat"),
        (1, "kenapa tadi ditanyakan fotonya?", "foto"),
        (0, "buat apa ditanya begitu?", "foto"),
        (1, "kenapa ditanya juga itu?", ""),
        (1, "untuk apa ditanyakan jumlah orang?", "jumlah"),
    ],
)
async def test_the_reason_is_of_what_is_named_or_open(village: Village, skipped: int, typed: str, sort: str) -> None:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, "Jalan ke kebun rusak berat sejak tahun lalu.", "harapkan")
    await village.ask(sitti, "Mohon jalannya dibeton.", "foto")
    for _ in range(skipped):
        await village.press(sitti, words("tombol.lewati"), bool)
    before = await _told(village)
    await village.ask(sitti, typed, says("tanya_kenapa", dibilang=False, ditanyakan=sort))
    assert await _told(village) == before


@pytest.mark.parametrize(
    "typed", ["Kenapa tanya kecamatan segala?", "untuk apa ditanya kecamatan?", "knp minta kecamatan"]
)
async def test_the_reason_is_told_at_the_very_question(village: Village, typed: str) -> None:
    sitti = Proposer(village.town)
    await village.town.simulator.say(sitti.person, "/start")
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), mentions("form.usulan.kecamatan.tanya"))
    await sitti.say(typed, says("tanya_kenapa", dibilang=False, ditanyakan="tempat"))
    await sitti.say("Maiwa", "Kecamatan Maiwa?")
