"""Updates that are malformed or odd, and people among whom they arrive."""

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

from bot.simulator.chats import Person
from tests.support.sentences import says, words
from tests.support.town import Town

Json = dict[str, Any]
STRANGER = 8_000_000_000


async def arrive(place: Town, name: str = "Sitti") -> Person:
    person = place.simulator.add_person(name)
    await place.start_chat(person, says("izin"))
    return person


def user(number: int) -> Json:
    return {"id": STRANGER + number, "is_bot": False, "first_name": f"Orang {number}", "language_code": "id"}


def message(number: int, **content: Any) -> Json:
    chat = {"id": STRANGER + number, "type": "private", "first_name": f"Orang {number}"}
    return {"message_id": 5, "from": user(number), "chat": chat, "date": 1_700_000_000 + number} | content


GROUP: Json = {"id": -4_200_000_777, "type": "group", "title": "Grup"}
ADMIN: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
FILE: Json = {"file_id": "F", "file_unique_id": "U", "file_size": 1000}


def command(text: str) -> Json:
    return {"text": text, "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}]}


def valid(number: int) -> list[Json]:
    """One well-formed update of every sort that a villager's phone, or a stranger's, may cause."""
    me = {"id": 123456789, "is_bot": True, "first_name": "Kawan", "username": "KawanMusrenbangBot"}
    member = {"user": me, "status": "member"}
    photo = [FILE | {"width": 90, "height": 60}, FILE | {"width": 800, "height": 600}]
    group = message(number) | {"chat": GROUP}
    return [
        {"message": message(number, text="Halo")},
        {"message": message(number, **command("/start"))},
        {"message": message(number, **command("/bantuan"))},
        {"message": message(number, photo=photo, caption="foto", media_group_id="55")},
        {"message": message(number, voice=FILE | {"duration": 3, "mime_type": "audio/ogg"})},
        {"message": message(number, location={"latitude": -3.5, "longitude": 119.7})},
        {"message": message(number, contact={"phone_number": "+62811", "first_name": "Ani", "user_id": 1})},
        {"message": message(number, document=FILE | {"mime_type": "application/pdf", "file_name": "a.pdf"})},
        {"message": group | command("/mulai@KawanMusrenbangBot")},
        {"edited_message": message(number, text="Halo lagi", edit_date=1_700_000_100)},
        {
            "callback_query": {
                "id": "77",
                "from": user(number),
                "chat_instance": "1",
                "message": message(number, text="Setuju?") | {"from": me},
                "data": "c:setuju",
            }
        },
        {
            "my_chat_member": {
                "chat": message(number)["chat"],
                "from": user(number),
                "date": 1_700_000_000,
                "old_chat_member": member,
                "new_chat_member": {"user": me, "status": "kicked", "until_date": 0},
            }
        },
        {"poll_answer": {"poll_id": "9", "user": user(number), "option_ids": [0], "option_persistent_ids": ["a"]}},
    ]


WRONG: list[Any] = [
    None,
    0,
    -1,
    2**70,
    1.5,
    True,
    "",
    "x" * 300,
    [],
    {},
    [[]],
    {"id": None},
    "\ud800",
    "\x00",
    "\u202eabc",
    "1e999",
]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place inside a JSON value."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from places(inner, (*path, key))


def mutate(update: Json, chance: random.Random) -> Json:
    """Take away a field, put something of the wrong kind there, or name it wrongly; sometimes twice."""
    odd: Any = copy.deepcopy(update)
    for _ in range(chance.choice((1, 1, 2))):
        path = chance.choice(list(places(odd)) or [()])
        if not path:
            continue
        holder = odd
        for key in path[:-1]:
            holder = holder[key]
        how = chance.random()
        if how < 0.35:
            del holder[path[-1]]
        elif how < 0.9 or isinstance(holder, list):
            holder[path[-1]] = copy.deepcopy(chance.choice(WRONG))
        else:
            holder[f"{path[-1]}_baru"] = holder.pop(path[-1])
    return dict(odd)


def poison(count: int, seed: int) -> list[Json]:
    chance = random.Random(seed)
    return [mutate(chance.choice(valid(number)), chance) for number in range(count)]


async def settled(place: Town, seconds: float = 90.0) -> None:
    await place.simulator.wait_until_confirmed(seconds)
    await place.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0, seconds)
    await place.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0, seconds)


async def consent(place: Town, person: Person) -> None:
    await place.press(person, words("tombol_setuju"), "Di kecamatan mana?")


def having(**content: Any) -> Callable[[Person], Json]:
    return lambda person: own(person, **content)


def own(person: Person, **content: Any) -> Json:
    chat = {"id": person.id, "type": "private", "first_name": person.first_name}
    return {
        "message": {"message_id": 900, "from": person.as_user(), "chat": chat, "date": 1_700_000_000, **content},
    }


def edited(person: Person) -> Json:
    return {"edited_message": own(person, text="Baru", edit_date=1_700_000_100)["message"]}


def live(person: Person) -> Json:
    location = {"latitude": -3.5, "longitude": 119.7, "live_period": 900}
    return {"edited_message": own(person, location=location, edit_date=1_700_000_100)["message"]}
