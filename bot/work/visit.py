"""A visit: somebody speaks to the bot. All that a use case of the chat gets, and the only way in which it answers; and
the journeys it may take, one for every form of the content."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar

from bot.core.forms.heard import Heard
from bot.core.forms.questions import Flow
from bot.core.forms.say import Say, Step, Words
from bot.core.forms.state import State
from bot.core.forms.world import World
from bot.core.hours import quiet_until
from bot.core.listening.shapes import Acts, Situation
from bot.core.names import YOUNG, as_to_a_child, is_young
from bot.core.records import Conversation, Grant, Person
from bot.store.database.database import Connection
from bot.store.people.consents import AWAITS_GUARDIAN
from bot.store.queues import said
from bot.store.queues.said import Said
from bot.store.turn import Turn
from bot.work.office import Office
from bot.work.round import Round

P = ParamSpec("P")
T = TypeVar("T")
#: Telegram sends an album in parts; the answer to it waits this long (s) for the last.
ALBUM_WAIT = 1.5
#: Telegram takes 4,096 UTF-16 units: up to half as many characters fit whatever they are, and need no counting.
_SURELY_FITS = 2048
_TOAST = 200  # characters of a short answer
_AGREEING, _LONGEST_YES = (["ya"], ["kirim"]), 4  # words

#: What is open outside a form, as the examples of acts call it.
_ASKED: Mapping[Situation, str] = {"consent": "setuju", "idle": "kosong"}


@dataclass(frozen=True, slots=True)
class Visit:
    """One update of one person. The door (handlers/guard.py) lets nobody in without a person. `said_in`: the update
    that brought the words which are answered now, where it was an earlier one. `by_words`: they say what a button would
    do."""

    turn: Turn
    office: Office
    journeys: Mapping[str, "Journey"] = field(default_factory=dict)
    said_in: int | None = None
    by_words: bool = False

    @property
    def me(self) -> Person:
        """Who speaks, as they are now."""
        person = self.turn.person
        assert person is not None
        return person

    @property
    def now(self) -> datetime:
        """The civil clock."""
        return self.turn.now

    @property
    def today(self) -> date:
        return self.office.local(self.now).date()

    @property
    def heard_in(self) -> int:
        """The update that brought the words which are answered now."""
        return self.turn.update_id if self.said_in is None else self.said_in

    @property
    def grants(self) -> tuple[Grant, ...]:
        return self.turn.grants

    @property
    def conversations(self) -> dict[str, Conversation]:
        return self.turn.conversations

    def text(self, sentence: str, **values: Any) -> str:
        return self.office.catalog.text(sentence, **values)

    def label(self, words: Words) -> str:
        return self.office.catalog.label(words)

    def ask(self) -> AbstractAsyncContextManager[Connection]:
        """The database, under a savepoint, for what needs statements of its own."""
        return self.turn.ask()

    def look(self) -> AbstractAsyncContextManager[Connection]:
        """The database, for what only reads; it costs no savepoint."""
        return self.turn.look()

    async def ask_once(
        self, verb: Callable[Concatenate[Connection, P], Awaitable[T]], *told: P.args, **named: P.kwargs
    ) -> T:
        """One verb of the store, where nothing else is asked with it."""
        async with self.ask() as connection:
            return await verb(connection, *told, **named)

    async def look_up(
        self, verb: Callable[Concatenate[Connection, P], Awaitable[T]], *told: P.args, **named: P.kwargs
    ) -> T:
        """The same, for one that only reads."""
        async with self.look() as connection:
            return await verb(connection, *told, **named)

    async def letters(self) -> Sequence[Said]:
        """What was said last to whoever speaks, the newest first; looked up once a turn."""
        if Said not in self.turn.known:
            async with self.look() as connection:
                self.turn.known[Said] = await said.since_last_answer(connection, self.turn.lane)
        found: Sequence[Said] = self.turn.known[Said]
        return found

    async def stands(self, front: str | tuple[str, ...]) -> Said | None:
        """The letter with such a button, where nothing but news was told since its question."""
        return next((letter for letter in await self.letters() if letter.carries(front)), None)

    def answers(self, letter: Said) -> None:
        """It is replied to: what they say is about this, as if it had been said last."""
        self.turn.known[Said] = (letter,)

    async def settle(self, data: str) -> None:
        """The buttons of a question that was answered go away, also where it was answered in words. `data`: what its
        buttons begin with."""
        message = self.turn.message
        if message is None:
            async with self.look() as connection:
                letter = await said.carrying(connection, self.turn.lane, data)
            message = letter.message_id if letter is not None else None
        self.take_buttons_away(message)

    def take_buttons_away(self, message: int | None) -> None:
        """From under this message of ours. None: there is none, where the button was said in words."""
        if message is not None:
            self.call("editMessageReplyMarkup", message_id=message, reply_markup={"inline_keyboard": []})

    def acts(self, text: str, situation: Situation) -> Acts:
        """What somebody does by these words, heard once a turn; nothing where nobody listens."""
        ear, known, key = self.office.catalog.ear, self.turn.known, (text, situation)
        if ear is not None and key not in known:
            known[key] = ear.hear_at(lambda: _ASKED.get(situation, ""), text, ear.hear(text, situation))
        found: Acts = known.get(key, Acts())
        return found

    def agrees(self, text: str) -> bool:
        """Whether it is nothing but a yes to what a button would do: that it is to be sent is one, or ends one."""
        if (found := self._only(text)) or len(text.split()) > _LONGEST_YES:
            return found in _AGREEING
        before, _, last = text.rpartition(" ")
        return (self._only(before), self._only(last)) == _AGREEING

    def _only(self, text: str) -> list[str]:
        return [act.name for act in self.acts(text, "yes_no").done] if text else []

    def round(self, connection: Connection) -> Round:
        """For what follows from an act, whoever acted."""
        return Round(connection, self.office, self.now, self.turn.real)

    def send(
        self,
        text: str,
        markup: dict[str, Any] | None = None,
        *,
        method: str = "sendMessage",
        more: dict[str, Any] | None = None,
        slot: str | None = None,
        delay: float = 0.0,
    ) -> int:
        """Promise a text to the chat that spoke. Returns the promise's id. A child is spoken to as one, but where the
        grown-up beside them is."""
        person = self.turn.person
        if person is not None and _is_for_a_child(person, text):
            text = as_to_a_child(text, person.name)
        params: dict[str, Any] = {"text": text, "parse_mode": "HTML"} | (more or {})
        if markup is not None:
            params["reply_markup"] = markup
        return self.call(method, slot=slot, delay=delay, **params)

    def call(self, method: str, *, slot: str | None = None, delay: float = 0.0, **params: Any) -> int:
        """Promise any call about the chat that spoke: a photo, a file, a point on the map. Returns the promise's id."""
        turn = self.turn
        person_id = turn.person.id if turn.person is not None else None  # a group, or what nobody could read
        whole = {"chat_id": turn.lane} | params
        return turn.send(method, whole, chat=turn.lane, person_id=person_id, slot=slot, delay=delay)

    def say(self, sentence: str, markup: dict[str, Any] | None = None, **values: Any) -> int:
        """Promise a sentence of the content; long ones go in parts, the buttons under the last."""
        return self.show(self.text(sentence, **values), markup)

    def show(self, text: str, markup: dict[str, Any] | None = None, *, on: int | None = None) -> int:
        """Promise a text in the place of the message `on`; None: said anew, as is what is too long for one message."""
        *first, last = self.office.catalog.split(text) if len(text) > _SURELY_FITS else [text]
        if on is not None and not first:
            return self.send(last, markup, method="editMessageText", more={"message_id": on})
        for part in first:
            self.send(part)
        return self.send(last, markup)

    def say_all(self, says: Sequence[Say]) -> None:
        """Promise what a conversation wants said."""
        for say in says:
            if say.toast:
                self.toast(say.toast)
            if say.sentence:
                self._say(say)

    def _say(self, say: Say) -> None:
        message = self.office.catalog.message(say)
        if say.replace and self.turn.message is not None:
            self.show(message.text, message.reply_markup, on=self.turn.message)
            return
        slot = f"album:{self.turn.lane}:{say.album}" if say.album else None
        self.send(message.text, message.reply_markup, slot=slot, delay=ALBUM_WAIT if slot else 0.0)

    def toast(self, sentence: str, **values: Any) -> None:
        """The short answer to a button press, and a message to who said the button in words; nothing in a form, which
        goes on."""
        self.toast_text(self.text(sentence, **values))

    def toast_text(self, text: str) -> None:
        if self.turn.query_id is not None:
            self.turn.toasts[:] = [{"callback_query_id": self.turn.query_id, "text": text[:_TOAST]}]
        elif self.by_words:
            self.send(text)

    def stale(self) -> None:
        """The button, or what was said in its place, belongs to what is over."""
        self.toast("ucapan_lewat" if self.by_words else "tombol_lewat")

    def tell(
        self, address: int, person_id: int | None, text: str, *, loud: bool = False, more: dict[str, Any] | None = None
    ) -> int:
        """News about somebody's own affairs, to somebody else than who speaks: at once, and without a sound in quiet
        hours. `loud`: wake them, somebody may die. `more`: parameters, such as buttons. Returns the promise's id."""
        params: dict[str, Any] = {"chat_id": address, "text": text, "parse_mode": "HTML"} | (more or {})
        if not loud and quiet_until(self.office.local(self.now)) is not None:
            params["disable_notification"] = True
        return self.turn.send("sendMessage", params, chat=address, person_id=person_id)


Take = Callable[[World], Step]
#: What a finished form becomes.
Finish = Callable[[Visit, Flow, State], Awaitable[None]]
#: The form as this person sees it.
Fit = Callable[[Visit, Flow], Flow]
#: Takes a step with all that the form looks at.
Look = Callable[[Visit, Flow, State, Take], Awaitable[Step]]
#: What must be said before the answer: the state before, what was heard, the step it would be. True: it was said
#: instead, and the step is not taken.
Heed = Callable[[Visit, State, Heard, Step], Awaitable[bool]]
#: The first question, with what it offers besides.
Opening = Callable[[Step], Step]
#: What becomes of it when it is given up.
Dropped = Callable[[Visit, State], Awaitable[None]]


def _as_written(_visit: Visit, flow: Flow) -> Flow:
    return flow


async def _plainly(visit: Visit, _flow: Flow, _state: State, take: Take) -> Step:
    return take(visit.office.world(visit.now))


async def _let_pass(_visit: Visit, _before: State, _heard: Heard, _step: Step) -> bool:
    return False


async def _forget(_visit: Visit, _state: State) -> None:
    return None


def _as_it_is(step: Step) -> Step:
    return step


@dataclass(frozen=True, slots=True)
class Journey:
    """What a form of the content is to the program. `dropped`: what of it outlives a *Batal*. `nudged`: asked after
    when it is left alone. `lasts`: how long it is listened to after it was touched; None = as long as it is open."""

    form: str
    finish: Finish
    fit: Fit = _as_written
    look: Look = _plainly
    heed: Heed = _let_pass
    opening: Opening = _as_it_is
    dropped: Dropped = _forget
    nudged: bool = False
    lasts: timedelta | None = None


def _is_for_a_child(person: Person, text: str) -> bool:
    """Until somebody grown up agreed, what speaks of the child speaks to that one."""
    if person.consent_version == AWAITS_GUARDIAN:
        return YOUNG not in text
    return is_young(person.name)
