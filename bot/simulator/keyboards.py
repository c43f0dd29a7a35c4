"""Reply markups, checked as Telegram checks them."""

import re
from collections.abc import Callable

from telegram.constants import InlineKeyboardButtonLimit, InlineKeyboardMarkupLimit

from bot.simulator.protocol import Json
from bot.simulator.refusals import bad_request

Check = Callable[[object], None]
KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
ACTIONS = frozenset(
    {"url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat"}
    | {"switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay"}
)
LONGEST_COPY = 256
ADDRESS = re.compile(r"(?:https?://|tg://|mailto:|tel:)?[^\s/.]+\.?\S*", re.IGNORECASE)


def check_markup(markup: object) -> Json | None:
    """The markup itself when it is sound; None when there is none."""
    if markup in (None, ""):
        return None
    if not isinstance(markup, dict) or not any(kind in markup for kind in KINDS):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        _check_rows(markup["inline_keyboard"], _check_inline, "inline keyboard")
    elif "keyboard" in markup:
        _check_rows(markup["keyboard"], _check_key, "keyboard")
    return markup


def _check_rows(rows: object, check: Check, name: str) -> None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f"can't parse {name}: field must be an Array of Arrays")
    buttons = [button for row in rows for button in row]
    if len(buttons) > InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER:
        raise bad_request("reply markup is too long")
    for button in buttons:
        check(button)


def _check_inline(button: object) -> None:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be a non-empty String')
    if not ACTIONS & button.keys():
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    _check_data(button)
    _check_address(button)
    if "copy_text" in button and not 1 <= len(button["copy_text"].get("text", "")) <= LONGEST_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_data(button: Json) -> None:
    data = button.get("callback_data")
    if data is None:
        return
    shortest, longest = InlineKeyboardButtonLimit.MIN_CALLBACK_DATA, InlineKeyboardButtonLimit.MAX_CALLBACK_DATA
    if not isinstance(data, str) or not shortest <= len(data.encode("utf-8", "surrogatepass")) <= longest:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_address(button: Json) -> None:
    address = button.get("url")
    if address is not None and not (isinstance(address, str) and ADDRESS.fullmatch(address)):
        raise bad_request(f"inline keyboard button URL '{address}' is invalid: Wrong HTTP URL")


def _check_key(button: object) -> None:
    text = button.get("text") if isinstance(button, dict) else button
    if not isinstance(text, str) or not text.strip():
        raise bad_request("keyboard button text must be non-empty")


def buttons_of(markup: Json | None) -> list[Json]:
    """All buttons of a keyboard, inline or not, row by row."""
    rows = (markup or {}).get("inline_keyboard") or (markup or {}).get("keyboard") or []
    return [button if isinstance(button, dict) else {"text": button} for row in rows for button in row]
