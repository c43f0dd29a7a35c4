"""Telegram asks for silence while an announcement leaves: in one chat, or everywhere."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from tests.bench.limits import EVERYWHERE, RECIPIENTS
from tests.bench.sending import Sending
from tests.bench.street import Street


@dataclass(frozen=True, slots=True)
class Silence:
    """`refused`: how many letters; `waited`: seconds between the last refusal and what went through there next, beyond
    what that refusal asked for; `gap`: the longest in which nothing went through elsewhere."""

    refused: int
    waited: float
    gap: float


def one_chat(place: Street, asked: int, meanwhile: Callable[[], object] = lambda: None) -> Silence:
    """A chat early on the way is refused once. `meanwhile`: what happens from the first copy on."""
    chat = RECIPIENTS + place.people // 4
    place.telegram.refuse(chat, asked)
    place.announce()
    place.wait(1)
    meanwhile()
    place.wait()
    sending = place.sending()
    others = [one.at for one in sending.arrivals if one.chat >= RECIPIENTS and one.chat != chat and not one.asked]
    return _silence(sending, [chat], others)


def whole_bot(place: Street, asked: int) -> Silence:
    """Everybody is refused from the time on when a third have their copy."""
    place.announce()
    place.wait(place.people // 3)
    place.telegram.refuse(EVERYWHERE, asked)
    place.wait()
    sending = place.sending()
    return _silence(sending, range(RECIPIENTS, RECIPIENTS + place.people), [])


def _silence(sending: Sending, chats: range | list[int], others: list[float]) -> Silence:
    last = max((one for one in sending.refused if one.chat in chats), key=lambda one: one.at + one.asked)
    through = next(one.at for one in sending.arrivals if one.at > last.at and one.chat in chats and not one.asked)
    gap = max((after - at for at, after in pairwise(others)), default=0.0)
    return Silence(len(sending.refused), through - last.at - last.asked, gap)
