"""A form in the terminal, for the person who writes it."""

from collections.abc import Callable
from typing import Any

from bot.catalog.catalog import Catalog
from bot.catalog.markup import visible
from bot.core.flow.interpreter import advance, begin, record
from bot.core.forms.digits import whole
from bot.core.forms.heard import FileRef, Heard, Pressed, Sent, Typed
from bot.core.forms.questions import Flow
from bot.core.forms.say import Button, Step

DRAFT = "coba"
_SENDS = {"!foto": "photo", "!suara": "voice", "!lokasi": "location", "!berkas": "document"}
_HINT = "(angka menekan tombol; !foto !suara !lokasi mengirim; baris kosong mengakhiri)"


def play(catalog: Catalog, form: str, read: Callable[[], str], write: Callable[[str], None]) -> dict[str, Any] | None:
    """Ask and hear until it is sent. Returns the record, None when cancelled or left; KeyError for an unknown form."""
    flow = catalog.flows[form]
    write(_HINT)
    step = begin(flow, DRAFT, catalog.world)
    buttons = _show(catalog, step, [], write)
    number = 0
    while not step.ended:
        line = read().strip()
        if not line:
            return None
        number += 1
        pressable = [] if _asks_number(flow, step) else buttons
        step = advance(flow, step.state, _heard(line, number, pressable), catalog.world)
        buttons = _show(catalog, step, buttons, write)
    return record(flow, step.state) if step.ended == "sent" else None


def _heard(line: str, number: int, buttons: list[Button]) -> Heard:
    """`2` is the second button."""
    if line in _SENDS:
        file = FileRef(f"file{number}", f"file{number}", 1000, "image/jpeg", seconds=5)
        return Sent(_SENDS[line], number, file, point=(-3.5, 119.8))
    if 1 <= (whole(line, 4) or 0) <= len(buttons):
        _, draft, question, value = buttons[int(line[:4]) - 1].data.split(":", 3)
        return Pressed(draft, question, value)
    return Typed(line, number)


def _asks_number(flow: Flow, step: Step) -> bool:
    """Where a number is asked for, a number is the answer."""
    question = flow.question(step.say[-1].question or "") if step.say else None
    return question is not None and question.kind == "number"


def _show(catalog: Catalog, step: Step, buttons: list[Button], write: Callable[[str], None]) -> list[Button]:
    """Write what is said. Returns the buttons that can be pressed now."""
    for say in step.say:
        if say.toast:
            write(f"({catalog.text(say.toast)})")
        if say.sentence:
            write("\n" + visible(catalog.message(say).text))
            buttons = [button for row in say.buttons for button in row if button.data]
            write("  ".join(f"[{number}] {catalog.label(button.label)}" for number, button in enumerate(buttons, 1)))
    return buttons
