"""People, their private chats with the bot, and groups; each chat keeps its own messages."""

from dataclasses import dataclass, field

from bot.simulator.feed import Bell
from bot.simulator.protocol import Json

KEPT_MESSAGES = 10_000
FIRST_PERSON = 6_100_000_001
FIRST_GROUP = -4_200_000_001
FIRST_SUPERGROUP = -1_002_000_000_001
"""Ids beyond 32 bits, as real ones are, so that a too narrow column is found out here."""


@dataclass
class Person:
    """Somebody with a phone. `role` is only a label for the page."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    role: str | None = None

    def as_user(self) -> Json:
        """Telegram's User."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name, "language_code": "id"}
        return user | _given(last_name=self.last_name, username=self.username)

    def as_json(self) -> Json:
        names = {"first_name": self.first_name, "last_name": self.last_name, "username": self.username}
        return {"id": self.id, **names, "role": self.role}


@dataclass
class Chat:
    """A private chat (its id is the person's) or a group with the bot in it."""

    id: int
    type: str
    title: str
    members: list[int]
    person: Person | None = None
    started: bool = False
    blocked: bool = False
    bot_is_member: bool = True
    migrated_to: int | None = None
    next_id: int = 1
    messages: dict[int, Json] = field(default_factory=dict)
    changed: dict[int, int] = field(default_factory=dict)
    """Number of the last event of each message, the latest last."""
    changes: Bell = field(default_factory=Bell)
    """Rung when a message appears or changes."""
    acted_at: int = 0
    """Number of the last event a person caused here."""
    keyboard: Json | None = None
    """The reply keyboard (or forced reply) that lies under the chat now."""
    keyboards: dict[int, Json] = field(default_factory=dict)
    """Reply markups that are not inline, by message; Telegram does not give them back in a Message."""

    @property
    def is_private(self) -> bool:
        return self.person is not None

    def as_chat(self) -> Json:
        """Telegram's Chat."""
        if self.person is None:
            return {"id": self.id, "type": self.type, "title": self.title}
        names = _given(last_name=self.person.last_name, username=self.person.username)
        return {"id": self.id, "type": "private", "first_name": self.person.first_name, **names}

    def keep(self, message: Json) -> None:
        """Number the message and remember it; the oldest one is forgotten beyond `KEPT_MESSAGES`."""
        message["message_id"] = self.next_id
        self.messages[self.next_id] = message
        self.next_id += 1
        if len(self.messages) > KEPT_MESSAGES:
            self.forget(next(iter(self.messages)))

    def forget(self, message_id: int) -> bool:
        self.changed.pop(message_id, None)
        self.keyboards.pop(message_id, None)
        return self.messages.pop(message_id, None) is not None


def _given(**values: str | None) -> Json:
    return {name: value for name, value in values.items() if value is not None}


class Directory:
    """All people and chats."""

    def __init__(self) -> None:
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}

    def add_person(
        self, first_name: str, last_name: str | None = None, username: str | None = None, role: str | None = None
    ) -> Person:
        """A new person with a private chat that they have not started yet."""
        person = Person(FIRST_PERSON + len(self.people), first_name, last_name, username, role)
        self.people[person.id] = person
        title = " ".join(name for name in (first_name, last_name) if name)
        self.chats[person.id] = Chat(person.id, "private", title, [person.id], person)
        return person

    def add_group(self, title: str, members: list[int], supergroup: bool = False) -> Chat:
        first = FIRST_SUPERGROUP if supergroup else FIRST_GROUP
        taken = sum(not chat.is_private for chat in self.chats.values())
        kind = "supergroup" if supergroup else "group"
        chat = Chat(first - taken, kind, title, list(members), started=True)
        self.chats[chat.id] = chat
        return chat

    def find_chat(self, key: object) -> Chat | None:
        """By id or by the same id as text; a person's @username finds nothing, as with Telegram."""
        try:
            return self.chats.get(int(str(key)))
        except ValueError:
            return None
