"""Where a form keeps no story, no button says that the words are a part of one."""

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import advance, begin
from bot.core.forms.heard import Typed
from bot.core.forms.say import Words


def _labels(catalog: Catalog, form: str, text: str) -> set[str]:
    flow, world = catalog.flows[form], catalog.world
    said = advance(flow, begin(flow, "d", world).state, Typed(text, 9), world).say[0]
    assert said.sentence == "mesin.maksudnya_apa"
    labels = [button.label for row in said.buttons for button in row]
    return {label.name for label in labels if isinstance(label, Words)}


@pytest.mark.parametrize("form", ["bahan", "bukti", "cuti", "blokir"])
@pytest.mark.parametrize("text", ["bagaimana itu yang kemarin pak", "ada kabar"])
def test_no_part_of_a_story_without_a_place_for_it(catalog: Catalog, form: str, text: str) -> None:
    labels = _labels(catalog, form, text)
    assert "tombol.bukan_cerita" in labels
    assert "tombol.bukan_itu" not in labels


def test_a_part_of_the_story_where_it_is_kept(catalog: Catalog) -> None:
    assert "tombol.bukan_itu" in _labels(catalog, "usulan", "bagaimana itu yang kemarin pak")
