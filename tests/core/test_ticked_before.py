"""An answer of several choices, changed on the review card: what was chosen is still ticked, and words say it anew."""

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, advance
from bot.core.flow.scene import REVIEW
from bot.core.forms.heard import Heard, Pressed, Typed
from tests.listening.moments import DRAFT, MESSAGE, Line, Moment

_BEFORE = ("merasakan=Petani, Perempuan",)


def _changed(catalog: Catalog, *heard: Heard) -> tuple[State, State]:
    """The state on the card, and the one after *Ubah* and all that."""
    moment = Moment(catalog, Line("", "~", "", frozenset(), _BEFORE))
    state = moment.state
    for one in (Pressed(DRAFT, REVIEW, "~ubah.merasakan"), *heard):
        state = advance(moment.flow, state, one, moment.world).state
    return moment.state, state


def _chosen(state: State) -> list[str]:
    return [one["value"] for one in state.answers["merasakan"].value]


def test_one_more_is_added_by_its_button(catalog: Catalog) -> None:
    more = Pressed(DRAFT, "merasakan", "lansia"), Pressed(DRAFT, "merasakan", "~selesai")
    before, after = _changed(catalog, *more)
    assert {*_chosen(after)} == {*_chosen(before), "lansia"}
    assert len(_chosen(before)) > 1


def test_words_say_it_anew(catalog: Catalog) -> None:
    _, after = _changed(catalog, Typed("lansia saja", MESSAGE))
    assert _chosen(after) == ["lansia"]
