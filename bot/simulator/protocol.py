"""What the chat page and the simulator say to each other (JSON in, JSON out; a refusal is 4xx `{"error": sentence}`).

Reading
-------
`GET /sim/state` -> `{"now", "zone", "seen", "bot": {"id", "first_name", "username", "commands", "description",
    "short_description"}, "people": [{"id", "first_name", "last_name", "username", "role"}], "chats": {"<id>": Chat},
    "faults": [Fault], "fault_kinds": [{"kind", "label"}]}`
`GET /sim/events?since=N` -> Server-Sent Events, `data: {"n", "type", …}`. Types: `message` {chat, message},
    `edit` {chat, message}, `delete` {chat, message_id}, `toast` {person, chat, message_id, text, alert, url},
    `unanswered` {person, chat, message_id} (a press the bot has not answered for 10 s), `clock` {now},
    `faults` {faults}, `people` {people}, `chat` {chat: Chat without its messages}, `commands` {chat|null, commands},
    `bot` {bot}, `poll` {chat, message}, `call` {method, ok, description}, `reload` {} (too old a `since`: read the
    state again).
`GET /sim/file/<file_id>` -> the bytes.

A Chat is `{"id", "type", "title", "members": [person ids], "messages": [Message], "blocked", "started",
"commands": [..]|null, "reply_keyboard": {…}|null}`. Every person has a private chat from the beginning; it is `started`
by the first thing they send. A Message is Telegram's own, plus `outgoing` (written by the bot) and `reply_keyboard`
(when it carries one).

Acting
------
`POST /sim/people` {first_name, last_name?, username?, role?} -> the person
`POST /sim/groups` {title, members} -> the chat
`POST /sim/start` {person, payload?} -> Message
`POST /sim/send` {person, chat, text, reply_to?} -> Message
`POST /sim/press` {person, chat, message_id, data} -> {"query": id}
`POST /sim/media` multipart person, chat, kind (photo|voice|document), caption?, album?, reply_to?, file -> Message
`POST /sim/location` {person, chat, latitude, longitude} · `POST /sim/contact` {person, chat, phone_number, first_name,
    user_id?} -> Message
`POST /sim/edit` {person, chat, message_id, text} -> Message · `POST /sim/delete` {person, chat, message_id}
`POST /sim/vote` {person, chat, message_id, options: [int]} · `POST /sim/block` {person, blocked}
`POST /sim/clock` {"by": seconds} | {"to": iso} -> {"now"}
`POST /sim/faults` {kind, method?, chat?, times?, seconds?, retry_after?, description?} -> {"faults"} ·
    `DELETE /sim/faults` (all) or `DELETE /sim/faults?id=N` -> {"faults"}
`POST /sim/kill` -> {} (kills the bot without a word, where the simulator was started with it)

A Fault is `{"id", "kind", "method", "chat", "times", "seconds", "retry_after", "description"}`. `times` null means
until removed. Without a `method` a fault meets every method but getUpdates, except: `down` and `401` meet everything,
`409` meets getUpdates, `file_gone` meets downloads. `seconds` is how long `timeout` holds an answer (30) and how long
`slow` waits between two drips of 16 bytes (0.2).

A request from another web site (a foreign `Origin`) is refused with 403.
"""

from typing import Any

Json = dict[str, Any]
"""One JSON object, as Telegram writes it."""
