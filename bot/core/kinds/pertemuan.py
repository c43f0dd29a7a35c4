"""What kind of meeting or stage it is: those that are held where it was said, and whose date this person may set.

The kinds come with the world (`meetings`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.offers import choose
from bot.core.forms.questions import Ask, Offer, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.world import Meeting
from bot.core.places.spelling import fold
from bot.core.wilayah import DESA, KECAMATAN, KELURAHAN, level_of, lies_in_any

_SHORT = re.compile(r"^(?P<long>[^()]+?)\s*\((?P<short>[^()]+)\)$")


def read(ask: Ask, heard: Heard) -> Reading:
    chosen = choose(offers(ask), heard)
    if isinstance(chosen, Refused) and isinstance(heard, Typed):
        chosen = _by_short_name(ask, heard) or chosen
    if not isinstance(chosen, tuple):
        return chosen
    return Took({"value": chosen[0].value, "label": chosen[0].label}, guessed=chosen[1])


def _by_short_name(ask: Ask, heard: Typed) -> tuple[Offer, bool] | None:
    """ "Musdes" is what people call the musyawarah desa; a name may tell both."""
    for offer in offers(ask):
        both = _SHORT.match(offer.label)
        if both and fold(heard.text) in {fold(both["long"]), fold(both["short"])}:
            return offer, True
    return None


def where(ask: Ask) -> str:
    """The smallest wilayah that was named."""
    for level in (DESA, KECAMATAN):
        if isinstance(told := ask.values.get(level), dict) and "code" in told:
            return str(told["code"])
    return ask.world.places.kabupaten.code


def list_of(ask: Ask) -> str:
    code = where(ask)
    return KELURAHAN if ask.world.places.is_kelurahan(code) else level_of(code)


def _fitting(ask: Ask) -> Iterator[Meeting]:
    code, level = where(ask), list_of(ask)
    for each in ask.world.meetings:
        if level in each.lists and lies_in_any(code, each.within):
            yield each


def offers(ask: Ask) -> Sequence[Offer]:
    in_kelurahan = list_of(ask) == KELURAHAN
    return [Offer(each.key, each.name_kelurahan if in_kelurahan else each.name) for each in _fitting(ask)]


def holds(ask: Ask, value: Any) -> bool:
    """While nobody has said which kinds there are, what was chosen stays."""
    if not isinstance(value, dict) or not isinstance(value.get("label"), str):
        return False
    return not ask.world.meetings or any(each.key == value.get("value") for each in _fitting(ask))


def show(_ask: Ask, value: Any) -> str | Words:
    return str(value["label"])
