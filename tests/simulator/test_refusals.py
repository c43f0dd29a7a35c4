"""What Telegram refuses is refused here, in Telegram's words."""

from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken

from bot.simulator.chats import Person
from tests.simulator.conftest import Api
from tests.support.simulator import Simulator

CHAT = "the chat of Sitti"
LONG_DATA = {"inline_keyboard": [[{"text": "Ya", "callback_data": "x" * 65}]]}
NO_ACTION = {"inline_keyboard": [[{"text": "Ya"}]]}
EMPTY_KEY = {"keyboard": [[{"text": " "}]]}
BAD_LINK = {"inline_keyboard": [[{"text": "Buka", "url": "bukan alamat"}]]}
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
HTML = {"chat_id": CHAT, "parse_mode": "HTML"}
PARSE = "Bad Request: can't parse entities: "

REFUSALS: list[tuple[str, str, dict[str, Any], str]] = [
    ("no text", "sendMessage", {"chat_id": CHAT}, "Bad Request: message text is empty"),
    ("an empty text", "sendMessage", {"chat_id": CHAT, "text": ""}, "Bad Request: message text is empty"),
    ("only spaces", "sendMessage", {"chat_id": CHAT, "text": " \n "}, "Bad Request: text must be non-empty"),
    ("no chat", "sendMessage", {"text": "Halo"}, "Bad Request: chat_id is empty"),
    ("an unknown chat", "sendMessage", {"chat_id": 42, "text": "Halo"}, "Bad Request: chat not found"),
    ("a chat that is no id", "sendMessage", {"chat_id": "baraka", "text": "Halo"}, "Bad Request: chat not found"),
    ("4,097 letters", "sendMessage", {"chat_id": CHAT, "text": "a" * 4097}, "Bad Request: message is too long"),
    ("2,049 emoji", "sendMessage", {"chat_id": CHAT, "text": "🌾" * 2049}, "Bad Request: message is too long"),
    ("broken letters", "sendMessage", {"chat_id": CHAT, "text": "a\ud800"},
     "Bad Request: strings must be encoded in UTF-8"),
    ("a made-up parameter", "sendMessage", {"chat_id": CHAT, "text": "a", "colour": "red"},
     "Bad Request: unknown parameter 'colour' of method sendMessage"),
    ("a parameter of the Python method", "sendMessage", {"chat_id": CHAT, "text": "a", "read_timeout": 3},
     "Bad Request: unknown parameter 'read_timeout' of method sendMessage"),
    ("a number that is none", "editMessageText", {"chat_id": CHAT, "message_id": "satu", "text": "a"},
     "Bad Request: invalid message_id specified"),
    ("65 bytes of data", "sendMessage", {"chat_id": CHAT, "text": "a", "reply_markup": LONG_DATA},
     "Bad Request: BUTTON_DATA_INVALID"),
    ("a button without action", "sendMessage", {"chat_id": CHAT, "text": "a", "reply_markup": NO_ACTION},
     "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    ("a key without text", "sendMessage", {"chat_id": CHAT, "text": "a", "reply_markup": EMPTY_KEY},
     "Bad Request: keyboard button text must be non-empty"),
    ("a link that is none", "sendMessage", {"chat_id": CHAT, "text": "a", "reply_markup": BAD_LINK},
     "Bad Request: inline keyboard button URL 'bukan alamat' is invalid: Wrong HTTP URL"),
    ("a markup that is none", "sendMessage", {"chat_id": CHAT, "text": "a", "reply_markup": {"keys": []}},
     "Bad Request: object expected as reply markup"),
    ("an unclosed tag", "sendMessage", {**HTML, "text": "<b>Halo"},
     PARSE + 'Can\'t find end tag corresponding to start tag "b"'),
    ("an unknown tag", "sendMessage", {**HTML, "text": "Halo <font>"},
     PARSE + 'Unsupported start tag "font" at byte offset 5'),
    ("a bare less-than", "sendMessage", {**HTML, "text": "3 < 4"}, PARSE + 'Unsupported start tag "" at byte offset 2'),
    ("crossed tags", "sendMessage", {**HTML, "text": "<b><i>a</b></i>"},
     PARSE + 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("an end without start", "sendMessage", {**HTML, "text": "é</b>"}, PARSE + "Unexpected end tag at byte offset 2"),
    ("a tag cut off", "sendMessage", {**HTML, "text": '<a href="x'}, PARSE + "Unclosed start tag at byte offset 0"),
    ("an unknown parse mode", "sendMessage", {"chat_id": CHAT, "parse_mode": "BBCode", "text": "a"},
     "Bad Request: unsupported parse_mode"),
    ("an answer to nothing", "sendMessage", {"chat_id": CHAT, "text": "a", "reply_parameters": {"message_id": 99}},
     "Bad Request: message to be replied not found"),
    ("an edit of nothing", "editMessageText", {"chat_id": CHAT, "message_id": 99, "text": "a"},
     "Bad Request: message to edit not found"),
    ("an edit of another's", "editMessageText", {"chat_id": CHAT, "message_id": 1, "text": "a"},
     "Bad Request: message can't be edited"),
    ("a deletion of nothing", "deleteMessage", {"chat_id": CHAT, "message_id": 99},
     "Bad Request: message to delete not found"),
    ("a late answer to a button", "answerCallbackQuery", {"callback_query_id": "77"}, TOO_OLD),
    ("a file nobody has", "getFile", {"file_id": "tidak-ada"},
     "Bad Request: wrong file_id or the file is temporarily unavailable"),
    ("a photo nobody has", "sendPhoto", {"chat_id": CHAT, "photo": "tidak-ada"},
     "Bad Request: wrong remote file identifier specified: Wrong string length"),
    ("a caption too long", "sendPhoto", {"chat_id": CHAT, "photo": "x", "caption": "a" * 1025},
     "Bad Request: message caption is too long"),
    ("an album of one", "sendMediaGroup", {"chat_id": CHAT, "media": [{"type": "photo", "media": "x"}]},
     "Bad Request: there must be at least 2 media in the album"),
    ("a capital in a command", "setMyCommands", {"commands": [{"command": "Mulai", "description": "x"}]},
     "Bad Request: BOT_COMMAND_INVALID"),
    ("a command without description", "setMyCommands", {"commands": [{"command": "mulai"}]},
     "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"),
    ("commands for an unknown chat", "setMyCommands",
     {"commands": [], "scope": {"type": "chat", "chat_id": 42}}, "Bad Request: chat not found"),
    ("a quiz without the right answer", "sendPoll",
     {"chat_id": CHAT, "question": "Q", "options": ["a", "b"], "type": "quiz"},
     "Bad Request: wrong correct option ID specified"),
    ("a place off the earth", "sendLocation", {"chat_id": CHAT, "latitude": 95.0, "longitude": 0.0},
     "Bad Request: wrong latitude or longitude specified"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("method", "params", "words"), [row[1:] for row in REFUSALS], ids=[row[0].replace(" ", "-") for row in REFUSALS]
)
async def test_telegrams_words_for(api: Api, sitti: Person, method: str, params: dict[str, Any], words: str) -> None:
    known = {name: sitti.id if value == CHAT else value for name, value in params.items()}

    status, answer = await api(method, **known)

    assert (400, {"ok": False, "error_code": 400, "description": words}) == (status, answer)


async def test_a_bot_may_not_write_first(sim: Simulator, bot: Bot) -> None:
    stranger = sim.add_person("Baso")

    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(stranger.id, "Halo")


async def test_a_blocked_bot_is_told_so(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await sim.block(sitti)

    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(sitti.id, "Halo")


async def test_a_wrong_token_is_unauthorized(api: Api) -> None:
    status, answer = await api.call_with_token("1:salah", "getMe")

    assert (401, "Unauthorized") == (status, answer["description"])


async def test_a_wrong_token_is_invalid_to_the_client(sim: Simulator) -> None:
    stranger = Bot("1:salah", base_url=f"{sim.url}/bot")

    with pytest.raises(InvalidToken):
        await stranger.initialize()

    await stranger.shutdown()


async def test_an_unknown_method_is_not_found(api: Api) -> None:
    status, answer = await api("sendPigeon")

    assert (404, False) == (status, answer["ok"])


async def test_a_body_that_is_no_json_is_refused(api: Api) -> None:
    address = f"{api.sim.url}/bot{api.sim.stage.token}/getMe"
    async with api.session.post(address, data="{", headers={"Content-Type": "application/json"}) as response:
        answer = await response.json()

    assert "Bad Request: can't parse request body as JSON object" == answer["description"]


async def test_the_same_text_again_is_not_modified(bot: Bot, sitti: Person) -> None:
    message = await bot.send_message(sitti.id, "Halo")

    with pytest.raises(BadRequest, match="is not modified"):
        await message.edit_text("Halo")


async def test_a_message_older_than_two_days_stays(sim: Simulator, bot: Bot, sitti: Person) -> None:
    message = await bot.send_message(sitti.id, "Halo")
    await sim.move_clock(by=48 * 3600 + 5)

    with pytest.raises(BadRequest, match="can't be deleted"):
        await message.delete()


async def test_data_of_64_bytes_and_a_text_of_4096_units_pass(bot: Bot, sitti: Person) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Ya", "callback_data": "é" * 32}]]}

    message = await bot.send_message(sitti.id, "🌾" * 2048, api_kwargs={"reply_markup": keyboard})

    assert message.reply_markup is not None


async def test_tags_do_not_count_as_text(bot: Bot, sitti: Person) -> None:
    message = await bot.send_message(sitti.id, f"<b>{'a' * 4096}</b>", parse_mode="HTML")

    assert 4096 == len(message.text or "")
