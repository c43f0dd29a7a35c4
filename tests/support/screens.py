"""Which message somebody means: what the clock tells unasked may come between a question and its answer."""

from bot.simulator.keyboards import buttons_of
from bot.simulator.protocol import Json
from bot.simulator.story import Wanted, Who
from tests.support.simulator import Simulator


def screen(simulator: Simulator, person: Who, data: str) -> int:
    """The message under which a button with this data would stand: the newest with one of the same letter; the newest
    of the bot where there is none."""
    letter = data.partition(":")[0] + ":"
    shown = [message for message in reversed(simulator.messages(person)) if message["outgoing"]]
    return int(next((one for one in shown if _carries(one, letter)), shown[0])["message_id"])


def _carries(message: Json, letter: str) -> bool:
    return any(key.get("callback_data", "").startswith(letter) for key in buttons_of(message.get("reply_markup")))


def offers(button: str) -> Wanted:
    """Tells a message that carries this button."""
    return lambda message: any(key["text"] == button for key in buttons_of(message.get("reply_markup")))


def is_file(name: str) -> Wanted:
    """Tells a message with a file whose name ends so."""
    return lambda message: str(message.get("document", {}).get("file_name", "")).endswith(name)
