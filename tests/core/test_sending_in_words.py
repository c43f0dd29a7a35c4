"""Whoever says that they want to send is led to the end, and what only waits for a yes hears one; a word that only
sounds like a no throws no story away."""

from dataclasses import replace

import pytest

from bot.catalog import Catalog
from bot.core.flow.heard.first_words import hear_first
from bot.core.flow.interpreter import State, advance, ask_again
from bot.core.flow.scene import REVIEW, look
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer
from bot.core.forms.world import Reader, Readers, World

TOLD = {
    "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
    "desa": {"code": "73.16.01.2003", "name": "Tuncung"},
    "dusun": {"code": None, "name": "Jambu", "listed": True},
    "cerita": {"text": "jembatan kayu sudah lapuk sejak tahun lalu"},
    "harapan": {"text": "dibuatkan yang baru"},
}
CHOICE = Readers((Reader(1, "Rahman", "fasilitator_desa"),), (Reader(2, "Ani", "fasilitator_kecamatan"),))


def _told(catalog: Catalog) -> State:
    return State("usulan", "d", {key: Answer(value) for key, value in TOLD.items()})


def _say(catalog: Catalog, world: World, state: State, text: str, message: int) -> Step:
    return advance(catalog.flows["usulan"], state, Typed(text, message), world)


@pytest.mark.parametrize("readers", [None, CHOICE])
def test_to_send_before_the_end_leads_to_what_is_sent(catalog: Catalog, readers: Readers | None) -> None:
    world, state = replace(catalog.world, readers=readers), _told(catalog)
    for message in range(1, 4):
        if look(catalog.flows["usulan"], state, world).target == REVIEW:
            break
        state = _say(catalog, world, state, "kirim", message).state
    assert look(catalog.flows["usulan"], state, world).target == REVIEW
    assert _say(catalog, world, state, "kirim", 9).ended == "sent"


@pytest.mark.parametrize("text", ["iye", "iya pak", "baik", "oke", "kirim mi"])
def test_who_reads_is_agreed_to_in_any_words(catalog: Catalog, text: str) -> None:
    world = replace(catalog.world, readers=CHOICE)
    state = _say(catalog, world, _told(catalog), "cukup", 1).state
    assert _say(catalog, world, state, text, 2).state.answers["pembaca"].value == {"reader": None, "name": "Rahman"}


@pytest.mark.parametrize(("text", "is_kept"), [("kok belum", True), ("belum", True), ("bukan", False), ("tdk", False)])
def test_only_a_plain_no_throws_a_story_away(catalog: Catalog, text: str, is_kept: bool) -> None:
    flow, world = catalog.flows["usulan"], catalog.world
    state = hear_first(flow, State("usulan", "d"), [Typed("jalan tani rusak sejak hujan kemarin", 1)], world, False)
    state = ask_again(flow, state, world).state
    assert ("first" in _say(catalog, world, state, text, 2).state.pending) == is_kept
