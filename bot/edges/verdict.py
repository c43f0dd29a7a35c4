"""What an answer of Telegram means for the letter that was sent: one table, judged by HTTP status first.

*Surely not sent* is retried plainly. *Uncertain* (it may have arrived) is marked, and retried unless it is an
announcement.
"""

import html
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from bot.edges.wire import Answer, number_in, storable
from bot.store.queues.letters import Fate, Letter, is_repeatable
from bot.store.turn import ANNOUNCEMENT

#: A letter is given up after a day; `python -m bot doctor` shows it.
GIVE_UP_AFTER = 24 * 3600.0
_LONGEST_WAIT = 3600.0
_PROBE = 60.0
#: However long Telegram asks for silence: after so many seconds one letter finds out whether it still means it.
LONGEST_HOLD = 3600.0

Verdict = Callable[[Letter, Answer, float], Fate]


def judge(letter: Letter, answer: Answer, now: float) -> Fate:
    """`now`: real seconds."""
    if answer.ok:
        return _sent(letter, answer)
    verdict = _BY_STATUS.get(answer.status, _unclear if answer.status else _no_answer)
    return verdict(letter, answer, now)


def _sent(letter: Letter, answer: Answer) -> Fate:
    result = answer.result if isinstance(answer.result, dict) else {}
    kept = _accounts(answer.result) if isinstance(answer.result, list) else _worth_keeping(result)
    return Fate(letter, "sent", message_id=number_in(result.get("message_id")), result=kept)


def _accounts(members: list[Any]) -> str | None:
    """Of members of a group, with commas between; of any other list nothing."""
    users = [one["user"] for one in members if isinstance(one, dict) and isinstance(one.get("user"), dict)]
    found = [number for user in users if (number := number_in(user.get("id"))) is not None]
    return storable(",".join(map(str, found))) if found else None


def _worth_keeping(result: dict[str, Any]) -> str | None:
    poll = result.get("poll")
    if isinstance(poll, dict):
        return storable(str(poll.get("id")))
    for kind in ("document", "voice", "audio", "video"):
        if isinstance(result.get(kind), dict):
            return storable(str(result[kind].get("file_id")))
    return None


def wait_before(tries: int) -> float:
    """Seconds before the next try: doubling from one, at most an hour, with jitter."""
    return min(2.0 ** (tries - 1), _LONGEST_WAIT) * random.uniform(0.7, 1.3)


def _again(letter: Letter, answer: Answer, now: float, *, uncertain: bool) -> Fate:
    uncertain = uncertain and not is_repeatable(letter.method)
    if uncertain and letter.priority == ANNOUNCEMENT:
        return Fate(letter, "unsure", uncertain=True, error=answer.description)
    late = now - letter.created_at > GIVE_UP_AFTER or (letter.not_after is not None and now > letter.not_after)
    if late:
        return Fate(letter, "dead", uncertain=uncertain, error=answer.description)
    return Fate(letter, None, due_at=now + wait_before(letter.tries), uncertain=uncertain, error=answer.description)


def try_again(letter: Letter, error: str, now: float, *, is_over: bool) -> Fate:
    """A fault of ours, before or after the letter left: nobody knows. `is_over`: it had all its tries."""
    fate = _again(letter, Answer(0, None, error=error), now, uncertain=True)
    return replace(fate, outcome="dead") if is_over and fate.outcome is None else fate


def _no_answer(letter: Letter, answer: Answer, now: float) -> Fate:
    return _again(letter, answer, now, uncertain=answer.sent)


def _unclear(letter: Letter, answer: Answer, now: float) -> Fate:
    return _again(letter, answer, now, uncertain=True)


def _too_many(letter: Letter, answer: Answer, now: float) -> Fate:
    """429: silence in that chat for as long as asked, at most an hour; no try is counted (the sender tells when all
    chats are meant)."""
    until = now + _seconds(answer.parameters.get("retry_after", 1))
    hold = (letter.chat, until) if letter.chat else None
    return Fate(letter, None, due_at=until, counted=False, error=answer.description, hold=hold)


def _seconds(asked: Any) -> float:
    """Any number may stand there, also one that is endless or none."""
    if not isinstance(asked, int | float) or asked != asked:  # noqa: PLR0124  # NaN
        return 1.0
    return float(min(max(asked, 1), LONGEST_HOLD))


def _forbidden(letter: Letter, answer: Answer, now: float) -> Fate:
    return Fate(letter, "unreachable", error=answer.description)


def _unauthorized(letter: Letter, answer: Answer, now: float) -> Fate:
    """401: the token is wrong. Nothing leaves until somebody mends it; one probe a minute."""
    return Fate(letter, None, due_at=now + _PROBE, counted=False, error=answer.description, hold=(0, now + _PROBE))


#: Refusals that mean the wish is fulfilled already.
_AS_GOOD_AS_DONE = ("message is not modified", "query is too old", "message to delete not found")


#: Refusals of an edit that say that there is nothing to edit: what was to be seen there is said anew.
_NOTHING_TO_EDIT = ("no text in the message to edit", "message to edit not found", "message can't be edited")


def _said_anew(letter: Letter, answer: Answer, now: float) -> Fate | None:
    """A card that is no more, or was never a text. An announcement is put right by its ledger, never said twice."""
    is_edit = letter.method == "editMessageText" and letter.refers_to is None and letter.priority != ANNOUNCEMENT
    if not (is_edit and any(words in answer.description.lower() for words in _NOTHING_TO_EDIT)):
        return None
    params = {name: value for name, value in letter.params.items() if name not in ("message_id", "inline_message_id")}
    return Fate(letter, None, due_at=now, error=answer.description, params=params, method="sendMessage")


def _bad_request(letter: Letter, answer: Answer, now: float) -> Fate:
    """400 is never retried; a text whose entities cannot be parsed goes once more as plain text."""
    said = answer.description.lower()
    if number_in(answer.parameters.get("migrate_to_chat_id")) is not None:
        return Fate(letter, None, due_at=now, counted=False, error=answer.description)
    if any(words in said for words in _AS_GOOD_AS_DONE):
        return Fate(letter, "sent", error=answer.description)
    if (anew := _said_anew(letter, answer, now)) is not None:
        return anew
    if "can't parse entities" in said and "parse_mode" in letter.params:
        plain = {name: _plain(name, value) for name, value in letter.params.items() if name != "parse_mode"}
        return Fate(letter, None, due_at=now, error=answer.description, params=plain)
    return Fate(letter, "refused", error=answer.description)


def _plain(name: str, value: Any) -> Any:
    return html.unescape(re.sub(r"</?[a-z]+[^>]*>", "", value)) if name in ("text", "caption") else value


_BY_STATUS: dict[int, Verdict] = {
    400: _bad_request,
    401: _unauthorized,
    403: _forbidden,
    404: _bad_request,
    413: _bad_request,
    429: _too_many,
}


#: Two chats refused within so many seconds make the suspicion.
_WINDOW = 2.0
#: The longest silence (s) for all chats before one letter finds out whether it is still asked for.
LONGEST_FOR_ALL = 300.0


@dataclass(slots=True)
class Refusals:
    """Chats refused with 429 of late, until a letter to another one goes through. While `suspects_all`, letters leave
    one at a time: each is a probe."""

    suspects_all: bool = False
    _at: dict[int, float] = field(default_factory=dict)

    def mean_all(self, chat: int, now: float, *, is_probe: bool) -> bool:
        """Note a refusal; True when it was the probe, sent to a chat that nobody had refused."""
        if is_probe and chat not in self._at:
            return True
        if not self.suspects_all:
            self._at = {one: at for one, at in self._at.items() if now - at < _WINDOW}
        self._at[chat] = now
        self.suspects_all = self.suspects_all or len(self._at) > 1
        return False

    def accepted(self, chat: int) -> None:
        """A letter went through: whatever was refused, it was not the bot."""
        if chat:
            self.suspects_all = False
            self._at.clear()
