"""Words near those of an end, a test, an absence or a hidden place, that are none: the call goes on, whole."""

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.journeys.test_whole_usulan import Proposer, facilitator
from tests.support.sentences import mentions, says
from tests.support.town import Town

TUNCUNG = "73.16.01.2003"
LANDSLIDE = "tolong, longsor timpa rumah di tuncung, 3 orang di dalam"


@pytest.mark.parametrize(
    "text",
    ["kami di dekat pemakaman, masih tertimbun", "ada yang meninggal, dua masih di bawah", "bukan tes ji ini pak"],
)
async def test_what_only_sounds_like_an_end_ends_nothing(place: Town, text: str) -> None:
    hasna, umar = await facilitator(place, "Hasna", FASILITATOR_DESA, TUNCUNG), Proposer(place, "Umar")
    await umar.simulator.say(umar.person, LANDSLIDE)
    await place.simulator.wait_for(hasna, "Segera")
    await umar.say(text, bool)
    assert await place.rows("SELECT said FROM alarms WHERE said IS NULL") == []


@pytest.mark.parametrize(
    "text",
    ["tolong kebakaran toko di tuncung, jangan lama", "tolong, kebakaran dekat sekolah di tuncung, jgn lewat jembatan"],
)
async def test_a_call_is_told_whole(place: Town, text: str) -> None:
    hasna, umar = await facilitator(place, "Hasna", FASILITATOR_DESA, TUNCUNG), Proposer(place, "Umar")
    await umar.simulator.say(umar.person, text)
    assert text in (await place.simulator.wait_for(hasna, "Segera"))["text"]


@pytest.mark.parametrize("text", ["sapi kami sakit semua", "warga saya demam semua", "saya tidak sakit, siap ke sana"])
async def test_who_speaks_of_others_that_are_ill_is_not_away(place: Town, text: str) -> None:
    hasna = await facilitator(place, "Hasna", FASILITATOR_DESA, TUNCUNG)
    await place.ask(hasna, text, bool)
    assert not any(one in says("tidak_di_tempat") for one in place.simulator.said(hasna))
    assert await Proposer(place, "Lino").say(
        "rumahku terbakar, tolong, tuncung", mentions("bahaya.kebakaran", dikabari="Hasna")
    )
