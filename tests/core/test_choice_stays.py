"""Which of several was meant is asked until it is answered, whatever comes in between: a photo, "kirim", "halo"."""

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import advance, begin
from bot.core.flow.scene import WHICH
from bot.core.forms.heard import FileRef, Heard, Pressed, Sent, Typed
from bot.core.forms.say import Step

PHOTO = Sent("photo", 9, file=FileRef("f", "u", 10))
LOCATION = Sent("location", 9, point=(-3.5, 119.8))


def _after(catalog: Catalog, *heard: Heard) -> Step:
    flow = catalog.flows["usulan"]
    step = begin(flow, "d", catalog.world)
    for one in heard:
        step = advance(flow, step.state, one, catalog.world)
    return step


@pytest.mark.parametrize("between", [PHOTO, LOCATION, *(Typed(text, 9) for text in ("kirim", "cukup", "halo"))])
def test_it_is_asked_again(catalog: Catalog, between: Heard) -> None:
    asked = _after(catalog, Typed("pinang", 3))
    again = _after(catalog, Typed("pinang", 3), between)
    assert again.say[-1].buttons == asked.say[0].buttons
    assert [one.sentence for one in again.say][-1] == "mesin.tempat_yang_mana"


def test_the_photo_is_kept_and_the_button_counts(catalog: Catalog) -> None:
    button = _after(catalog, Typed("pinang", 3)).say[0].buttons[1][0].data
    draft, question, value = button.split(":")[-3:]
    step = _after(catalog, Typed("pinang", 3), PHOTO, PHOTO, Pressed(draft, question, value))
    assert len(step.state.answers["foto"].value) == 2
    assert step.state.answers["desa"].value["name"] == "Pinang"
    assert WHICH not in step.state.pending


@pytest.mark.parametrize("text", ["bukan", "bantuan", "baraka", "xyzzy"])
def test_none_of_them_is_a_way_out(catalog: Catalog, text: str) -> None:
    step = _after(catalog, Typed("pinang", 3), Typed(text, 4))
    assert step.say[-1].sentence != "mesin.tempat_yang_mana"
    assert WHICH not in step.state.pending
