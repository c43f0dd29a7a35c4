"""What people do with their phones; each act changes the chat and tells the bot as Telegram would."""

import asyncio
from typing import NamedTuple

from telegram.constants import MessageLimit

from bot.simulator.chats import Chat, Person
from bot.simulator.entities import Formatted, spot, trim, utf16_length
from bot.simulator.keyboards import buttons_of
from bot.simulator.media import KINDS, BadPicture, take_in
from bot.simulator.posting import post as post_service
from bot.simulator.posting import post_from_person, tell_bot, tell_membership, wake_chat
from bot.simulator.protocol import Json
from bot.simulator.refusals import PageRefusal
from bot.simulator.stage import UNANSWERED_AFTER, Press, Stage, new_id


class Actor(NamedTuple):
    """Somebody with a phone, in one of their chats."""

    stage: Stage
    person: Person
    chat: Chat


def find_person(stage: Stage, person: Person | int | str) -> Person:
    """Raises PageRefusal for somebody who is not there."""
    if isinstance(person, Person):
        return person
    found = stage.directory.people.get(int(person)) if str(person).isdecimal() else None
    if found is None:
        raise PageRefusal("Orang itu tidak ada.")
    return found


def find_chat(stage: Stage, chat: object) -> Chat:
    found = stage.directory.find_chat(chat.id if isinstance(chat, Chat) else chat)
    if found is None:
        raise PageRefusal("Percakapan itu tidak ada.")
    return stage.directory.chats[found.migrated_to] if found.migrated_to else found


def find_message(chat: Chat, message_id: object) -> Json:
    message = chat.messages.get(int(str(message_id))) if str(message_id).isdecimal() else None
    if message is None:
        raise PageRefusal("Pesan itu sudah tidak ada.")
    return message


def read_text(text: str, text_name: str = "text", entities_name: str = "entities") -> Json:
    """Typed text with what Telegram marks in it by itself."""
    read = spot(trim(Formatted(text)))
    if not read.text:
        raise PageRefusal("Pesannya masih kosong.")
    if utf16_length(read.text) > MessageLimit.MAX_TEXT_LENGTH:
        raise PageRefusal("Pesannya terlalu panjang.")
    return {text_name: read.text} | ({entities_name: list(read.entities)} if read.entities else {})


def add_group(stage: Stage, title: str, members: list[int]) -> Chat:
    """A new group with the bot in it; its first member made it."""
    people = [find_person(stage, member) for member in members]
    if not people:
        raise PageRefusal("Grup perlu paling sedikit satu orang.")
    chat = stage.directory.add_group(title, [person.id for person in people])
    stage.feed.publish("chat", chat=stage.chat_view(chat, with_messages=False))
    tell_membership(stage, people[0], chat, "left", "member")
    tell_bot(stage, chat, "message", post_service(stage, chat, people[0].as_user(), {"group_chat_created": True}))
    return chat


def press(actor: Actor, message_id: int, data: str) -> str:
    """Press a button, also one that is gone: an old phone may still show it. Returns the query's id."""
    stage, person, chat = actor
    wake_chat(stage, person, chat)
    query, message = new_id(), chat.messages.get(message_id)
    shown = message or {"chat": chat.as_chat(), "message_id": message_id, "date": 0}
    where = {"person": person.id, "chat": chat.id, "message_id": message_id}
    alarm = asyncio.get_running_loop().call_later(UNANSWERED_AFTER, _give_up, stage, where)
    stage.keep_press(query, Press(person.id, chat.id, message_id, stage.clock.timestamp(), alarm))
    chat.acted_at = stage.feed.publish("pressed", **where, data=data)
    asked = {"id": query, "from": person.as_user(), "message": shown, "chat_instance": str(chat.id), "data": data}
    stage.updates.put("callback_query", asked)
    return query


def _give_up(stage: Stage, where: Json) -> None:
    stage.feed.publish("unanswered", **where)


def newest_button(chat: Chat, wanted: str) -> tuple[int, Json]:
    """The newest inline button with this label or data, and its message. Raises LookupError naming those there are."""
    labels: list[str] = []
    for message in reversed(chat.messages.values()):
        for button in buttons_of(message.get("reply_markup")):
            if wanted in (button["text"], button.get("callback_data")):
                return message["message_id"], button
            labels.append(button["text"])
    raise LookupError(f"no button {wanted!r} in chat {chat.id}; the newest ones are {labels[:12]}")


def edit(actor: Actor, message_id: int, text: str) -> Json:
    """Change one's own text or caption; the bot gets `edited_message`."""
    stage, person, chat = actor
    message = find_message(chat, message_id)
    if message["from"]["id"] != person.id:
        raise PageRefusal("Yang dapat diubah hanya pesan sendiri.")
    name = "text" if "text" in message else "caption"
    marks = "entities" if name == "text" else "caption_entities"
    message.pop(marks, None)
    message.update(read_text(text, name, marks), edit_date=stage.clock.unix())
    stage.publish("edit", chat, message)
    chat.acted_at = stage.feed.count
    tell_bot(stage, chat, "edited_message", message)
    return message


def delete(actor: Actor, message_id: int) -> None:
    """The bot is not told: Telegram has no such update."""
    stage, person, chat = actor
    message = find_message(chat, message_id)
    if not chat.is_private and message["from"]["id"] != person.id:
        raise PageRefusal("Yang dapat dihapus hanya pesan sendiri.")
    chat.forget(message["message_id"])
    chat.acted_at = stage.feed.publish("delete", chat=chat.id, message_id=message["message_id"])


def vote(actor: Actor, message_id: int, options: list[int]) -> None:
    """Answer a poll, or take the answer back with no options."""
    stage, person, chat = actor
    message = find_message(chat, message_id)
    poll = message.get("poll")
    if poll is None or poll["is_closed"]:
        raise PageRefusal("Jajak pendapat ini sudah ditutup.")
    votes = stage.votes.setdefault(poll["id"], {})
    _check_vote(poll, votes.get(person.id), options)
    votes[person.id] = list(options)
    _count(poll, votes)
    stage.publish("poll", chat, message)
    chat.acted_at = stage.feed.count
    _tell_vote(stage, person, poll, options)


def _check_vote(poll: Json, before: list[int] | None, options: list[int]) -> None:
    if any(not 0 <= place < len(poll["options"]) for place in options):
        raise PageRefusal("Pilihan itu tidak ada.")
    if len(options) > 1 and not poll["allows_multiple_answers"]:
        raise PageRefusal("Pilih satu saja.")
    if before and poll["type"] == "quiz":
        raise PageRefusal("Kuis hanya dapat dijawab sekali.")


def _count(poll: Json, votes: dict[int, list[int]]) -> None:
    for place, option in enumerate(poll["options"]):
        option["voter_count"] = sum(place in chosen for chosen in votes.values())
    poll["total_voter_count"] = sum(bool(chosen) for chosen in votes.values())


def _tell_vote(stage: Stage, person: Person, poll: Json, options: list[int]) -> None:
    if not poll["is_anonymous"]:
        kept = [poll["options"][place]["persistent_id"] for place in options]
        answer = {"poll_id": poll["id"], "user": person.as_user(), "option_ids": options}
        stage.updates.put("poll_answer", answer | {"option_persistent_ids": kept})
    stage.updates.put("poll", poll)


async def send_media(
    actor: Actor, kind: str, content: bytes, name: str = "", mime: str = "", extra: Json | None = None,
    reply_to: int | None = None,
) -> Json:  # fmt: skip
    """Send a file as `kind`; `extra` is caption and media_group_id. Raises PageRefusal for what cannot be read."""
    if kind not in KINDS:
        raise PageRefusal("Jenis berkas ini tidak dikenal.")
    try:
        part = await take_in(actor.stage.files, kind, content, name or f"{kind}.bin", mime, from_person=True)
    except BadPicture:
        raise PageRefusal("Gambar ini tidak dapat dibaca.") from None
    return post_from_person(*actor, {**(extra or {}), kind: part}, reply_to)
