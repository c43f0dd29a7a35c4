"""A paper of a meeting that is asked for where there is no meeting: why there is none, and which comes next."""

import pytest

from bot.work.access import FASILITATOR_KECAMATAN
from tests.support.desk import KECAMATAN, local
from tests.support.homes import Home
from tests.support.sentences import mentions, says


@pytest.mark.parametrize("typed", ["berita acara", "notulen", "notulennya mana", "mana berita acaranya", "notulensi"])
async def test_without_a_meeting_it_is_said_why(at_home: Home, typed: str) -> None:
    nur = await at_home.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    await at_home.ask(nur, typed, says("rapat_belum_ada", kertas=True, nama=""))


async def test_the_next_one_is_named_however_far_it_is(at_home: Home) -> None:
    await at_home.move_clock(local(1, 4).replace(year=2026, month=10))
    await at_home.hold()
    nur = await at_home.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    told = await at_home.ask(nur, "notulen", mentions("rapat_belum_ada"))
    assert "Januari 2027" in told["text"]


@pytest.mark.parametrize("typed", ["notulen itu apa", "siapa yang tulis notulen", "apa beda notulen dan berita acara"])
async def test_a_question_about_it_asks_for_none(at_home: Home, typed: str) -> None:
    nur = await at_home.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    await at_home.ask(nur, typed, lambda message: not says("rapat_belum_ada", kertas=True)(message))
