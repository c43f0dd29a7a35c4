"""What was called and is said to be an usulan is one: its words wait for a yes, or go into the form, and ring nobody
again."""

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator, told_so_far
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

CALL = "got tersumbat di desa pattondon salu maiwa, air masuk dapur 15 rumah, tolong"
MORE = "tiap hujan lebat begitu, sudah dua tahun"
_RUNG = "SELECT count(*) FROM notices WHERE kind = 'bahaya'"
DENIED = ["bukan minta tolong pak, mau usul ji", "bukan darurat, itu usulan", "bukan bahaya pak, usulan itu"]


@pytest.mark.parametrize("text", DENIED)
async def test_before_the_consent_its_words_wait_for_the_yes(any_place: Town, text: str) -> None:
    await facilitator(any_place, "Rahman", FASILITATOR_DESA, DESA)
    nur = Proposer(any_place)
    await nur.say(CALL, mentions("bahaya.bencana", dikabari="Rahman"))
    await nur.say(text, mentions("izin"))
    await nur.say(MORE, says("kata_berikutnya"))
    shown = await nur.press(words("tombol_setuju"), mentions("mesin.ini_ceritanya"))
    assert f"{CALL}\n{MORE}" in shown
    await nur.press(words("tombol.ya_cerita"), "Dusun mana")
    assert (await any_place.rows(_RUNG))[0][0] == 1


async def test_in_an_open_form_its_words_are_put_in_and_ring_nobody_again(any_place: Town) -> None:
    await facilitator(any_place, "Rahman", FASILITATOR_DESA, DESA)
    ani = Proposer(any_place)
    await ani.until_story()
    await ani.say(CALL, mentions("bahaya.bencana", dikabari="Rahman"))
    await ani.say("bukan darurat, itu usulan", says("bahaya.reda", nama="Rahman"))
    await ani.press(words("bahaya.tombol_isian"), "harapkan")
    assert "air masuk dapur" in (await told_so_far(any_place))["cerita"]["text"]
    assert (await any_place.rows(_RUNG))[0][0] == 1


async def test_after_the_consent_a_button_makes_them_the_story(any_place: Town) -> None:
    await facilitator(any_place, "Rahman", FASILITATOR_DESA, DESA)
    ani = Proposer(any_place)
    await ani.until_story()
    await ani.press("Batal", "Yakin")
    await ani.press("Ya, batalkan", bool)
    await ani.say(CALL, mentions("bahaya.bencana", dikabari="Rahman"))
    await ani.say("bukan darurat, itu usulan", says("bahaya.jadi_usulan"))
    assert "air masuk dapur 15 rumah" in await ani.press(
        words("bahaya.tombol_jadi_usulan"), mentions("mesin.ini_ceritanya")
    )
    assert (await any_place.rows(_RUNG))[0][0] == 1
