"""Examples for the editors' page: a value that no sentence names is a slip of the pen."""

from collections.abc import Iterator
from typing import Any

from bot.catalog.draft import EXAMPLES_FILE, Draft
from bot.catalog.needed import Needed
from bot.catalog.texts import names_in


def judge(draft: Draft, _needed: Needed) -> None:
    """They are read only when all is checked: to look into every sentence takes a tenth of a second."""
    told, by_name = dict(draft.examples), {one.name: one.text for one in draft.sentences}
    own = {name: told.pop(name) for name in list(told) if isinstance(told[name], dict)}
    used = {name for text in by_name.values() for name in names_in(text)} if told else set()
    for key in told.keys() - used:
        draft.report(EXAMPLES_FILE, key, "Tidak ada kalimat yang memakai nilai ini.")
    for name, values in own.items():
        for key in values.keys() - names_in(by_name.get(name, "")):
            draft.report(EXAMPLES_FILE, f"{name}.{key}", "Kalimat itu tidak memakai nilai ini.")
    for key, value in _all(draft.examples):
        if not isinstance(value, str | int) or isinstance(value, bool):
            draft.report(EXAMPLES_FILE, key, "Contoh harus berupa tulisan di antara tanda kutip, atau angka bulat.")


def _all(told: dict[str, Any] | Any, above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in told.items():
        if isinstance(value, dict):
            yield from _all(value, f"{above}{key}.")
        else:
            yield above + key, value
