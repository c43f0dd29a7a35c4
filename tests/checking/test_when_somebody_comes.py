"""Whoever asks when somebody comes to look hears whether anybody was asked to, and where that will stand."""

from bot.store.checking.checks import STAGE
from tests.checking.looking import Looking
from tests.support.client import words_of
from tests.support.sentences import mentions

_ASKED = "kapan ada yg datang lihat?"


async def test_before_and_after_somebody_is_sent(quick: Looking) -> None:
    before = words_of(await quick.ask(quick.sitti, _ASKED, mentions("tanya_dilihat")))
    assert "kabar Maiwa 1" in before
    told = words_of(await quick.ask(quick.sitti, "kabar Maiwa 1", lambda one: "Maiwa 1" in words_of(one)))
    assert STAGE not in told
    await quick.give()
    after = words_of(await quick.ask(quick.sitti, _ASKED, mentions("tanya_dilihat")))
    assert after != before
    told = words_of(await quick.ask(quick.sitti, "kabar Maiwa 1", lambda one: "Maiwa 1" in words_of(one)))
    assert STAGE in told
