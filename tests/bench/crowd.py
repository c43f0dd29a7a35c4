"""The people of the benchmark and what they send: prepared updates, each of which gets exactly one answer."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count, cycle, islice
from typing import Any

from bot.work.conversation import draft_id

PEOPLE = 200
_FIRST_CHAT = 700_000_000
_STORY = (
    "Kalau hujan, jalan ke kebun licin sekali. Sudah tiga tahun begitu, dan anak-anak sering jatuh waktu ke sekolah."
)
_HOPE = "Jalannya dirabat, kira-kira 200 meter, dari masjid sampai jembatan."

Step = Callable[["Person"], dict[str, Any]]


@dataclass(slots=True)
class Crowd:
    """Numbers its updates through all loads of one subject, as Telegram does."""

    numbers: Iterator[int] = field(default_factory=lambda: count(500_000_001))
    people: list["Person"] = field(init=False)

    def __post_init__(self) -> None:
        self.people = [Person(_FIRST_CHAT + number, self.numbers) for number in range(PEOPLE)]

    def texts(self, updates: int) -> list[dict[str, Any]]:
        """A word or two that are no story and ask for nothing; people take turns."""
        turns = islice(cycle(self.people), updates)
        return [person.write(f"pesan {number}") for number, person in enumerate(turns)]

    def consents(self) -> list[dict[str, Any]]:
        """Everybody agrees, which opens the form, and leaves it again."""
        return [person.press("c:setuju") for person in self.people] + [person.write("/batal") for person in self.people]

    def into_the_form(self) -> list[dict[str, Any]]:
        """Everybody agrees and stands at the first question."""
        return [person.begin() for person in self.people]

    def answers(self, updates: int) -> list[dict[str, Any]]:
        """Everybody goes round the form again and again, from wherever they are."""
        return [person.go_on() for person in islice(cycle(self.people), updates)]


@dataclass(slots=True)
class Person:
    """One private chat. Messages are dated a second apart: nobody writes faster than a person can."""

    chat: int
    numbers: Iterator[int]
    said: int = 0
    draft: str = ""
    steps: Iterator[Step] = field(default_factory=lambda: cycle(ROUND))

    def _user(self) -> dict[str, Any]:
        return {"id": self.chat, "is_bot": False, "first_name": f"Warga {self.chat % 1000}", "language_code": "id"}

    def _message(self, text: str) -> dict[str, Any]:
        self.said += 1
        chat = {"id": self.chat, "type": "private", "first_name": f"Warga {self.chat % 1000}"}
        date = int(time.time()) + self.said
        return {"message_id": self.said, "date": date, "chat": chat, "from": self._user(), "text": text}

    def write(self, text: str) -> dict[str, Any]:
        """A text message; a command is marked as Telegram marks it."""
        message = self._message(text)
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
        return {"update_id": next(self.numbers), "message": message}

    def press(self, data: str) -> dict[str, Any]:
        """A button under some message of the bot."""
        number = next(self.numbers)
        message = self._message("Pertanyaan") | {"from": {"id": 123456789, "is_bot": True, "first_name": "Kawan"}}
        query = {"id": f"{number}", "from": self._user(), "message": message, "chat_instance": "1", "data": data}
        return {"update_id": number, "callback_query": query}

    def begin(self) -> dict[str, Any]:
        """Consent: the draft is named after the update that opens it."""
        update = self.press("c:setuju")
        self.draft = draft_id(update["update_id"])
        return update

    def begin_again(self) -> dict[str, Any]:
        update = self.write("/mulai")
        self.draft = draft_id(update["update_id"])
        return update

    def press_in_form(self, question: str, value: str) -> dict[str, Any]:
        return self.press(f"f:{self.draft}:{question}:{value}")

    def go_on(self) -> dict[str, Any]:
        return next(self.steps)(self)


#: Once round the form of content/formulir/usulan.toml: typed and pressed answers, sent off, begun again elsewhere.
ROUND: tuple[Step, ...] = (
    lambda person: person.write("Maiwa"),
    lambda person: person.press_in_form("desa", "73.16.01.2002"),
    lambda person: person.write("Jambu"),
    lambda person: person.write(_STORY),
    lambda person: person.write(_HOPE),
    lambda person: person.press_in_form("foto", "~lewati"),
    lambda person: person.press_in_form("kategori", "jalan"),
    lambda person: person.press_in_form("merasakan", "~cukup"),
    lambda person: person.press_in_form("~tinjau", "~kirim"),
    lambda person: person.begin_again(),
    lambda person: person.press_in_form("~masih", "~lain"),
)
