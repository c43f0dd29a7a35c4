"""Refusals that need something to be there first: a text, a document and a poll of the bot, a person's message."""

import io
from typing import Any

import aiohttp
import pytest
from telegram import Bot

from bot.simulator.chats import Person
from tests.simulator.conftest import Api, Json
from tests.support.simulator import Simulator


@pytest.fixture
async def there(sim: Simulator, bot: Bot, sitti: Person) -> Json:
    """What the placeholders of a row stand for."""
    text = await bot.send_message(sitti.id, "Halo", reply_markup=None)
    document = await bot.send_document(sitti.id, b"isi")
    poll = await bot.send_poll(sitti.id, "Jam?", ["Pagi", "Sore"])
    closed = await bot.send_poll(sitti.id, "Jam?", ["Pagi", "Sore"])
    await bot.stop_poll(sitti.id, closed.message_id)
    group = sim.add_group("Dusun Balla", [sitti])
    theirs = await sim.say(sitti, "Halo semua", group)
    assert text.text is not None
    return {
        "CHAT": sitti.id, "TEXT": text.message_id, "DOCUMENT": document.message_id, "POLL": poll.message_id,
        "CLOSED": closed.message_id, "GROUP": group.id, "THEIRS": theirs["message_id"],
    }  # fmt: skip


def buttons(*made: Any) -> Json:
    return {"inline_keyboard": [list(made)]}


def message(**params: Any) -> tuple[str, Json]:
    return "sendMessage", {"chat_id": "CHAT", "text": "a"} | params


def html(text: str) -> tuple[str, Json]:
    return message(text=text, parse_mode="HTML")


def about(name: str, method: str, **params: Any) -> tuple[str, Json]:
    return method, {"chat_id": "CHAT", "message_id": name} | params


def poll(**params: Any) -> tuple[str, Json]:
    return "sendPoll", {"chat_id": "CHAT", "question": "Jam?", "options": ["Pagi", "Sore"]} | params


QUIZ = {"type": "quiz", "correct_option_ids": [0]}
OK = {"text": "Ya", "callback_data": "ya"}
PARSE = "can't parse entities: "
INLINE = "can't parse inline keyboard button: "
ROWS: list[tuple[tuple[str, Json], str]] = [
    (message(reply_markup={"inline_keyboard": [OK]}), "can't parse inline keyboard: field must be an Array of Arrays"),
    (message(reply_markup={"inline_keyboard": [[OK]] * 101}), "reply markup is too long"),
    (message(reply_markup=buttons("Ya")), INLINE + "expected an Object"),
    (message(reply_markup=buttons({"text": " ", "callback_data": "a"})),
     INLINE + 'Field "text" must be a non-empty String'),
    (message(reply_markup=buttons({"text": "Salin", "copy_text": {"text": "a" * 257}})), "BUTTON_COPY_TEXT_INVALID"),
    (message(reply_markup=buttons({"text": "Ya", "callback_data": ""})), "BUTTON_DATA_INVALID"),
    (message(reply_markup="[{"), "can't parse JSON: object expected"),
    (message(text=12), "invalid text specified"),
    (message(disable_notification="mungkin"), "invalid disable_notification specified"),
    (message(chat_id="@sitti_baraka"), "chat not found"),
    (html('<span class="warna">a</span>'), PARSE + 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    (html('<a ="x">a</a>'), PARSE + 'Empty attribute name in the tag "a" at byte offset 0'),
    (html("<b>a</b"), PARSE + "Unclosed end tag at byte offset 4"),
    (html("<b"), PARSE + "Unclosed start tag at byte offset 0"),
    (("sendLocation", {"chat_id": "CHAT", "latitude": "utara", "longitude": 1.0}), "invalid latitude specified"),
    (about("DOCUMENT", "editMessageText", text="a"), "there is no text in the message to edit"),
    (about("TEXT", "editMessageCaption", caption="a"), "there is no caption in the message to edit"),
    (about("TEXT", "editMessageReplyMarkup", reply_markup={"keyboard": [["a"]]}), "inline keyboard expected"),
    (("editMessageText", {"chat_id": "CHAT", "text": "a"}), "message identifier is not specified"),
    (("editMessageText", {"inline_message_id": "7", "text": "a"}), "MESSAGE_ID_INVALID"),
    (("deleteMessage", {"chat_id": "GROUP", "message_id": "THEIRS"}), "message can't be deleted"),
    (about("TEXT", "stopPoll"), "message with poll to stop not found"),
    (about("CLOSED", "stopPoll"), "poll has already been closed"),
    (poll(options=[]), "poll must have at least 1 option"),
    (poll(options=["a"] * 13), "poll can't have more than 12 options"),
    (poll(options=["a" * 101, "b"]), "poll options length must not exceed 100"),
    (poll(question="a" * 301), "poll question is too long"),
    (poll(explanation="a" * 201, **QUIZ), "explanation is too long"),
    (poll(explanation="a\nb\nc\nd", **QUIZ), "explanation has too many line feeds"),
    (poll(type="quiz", correct_option_ids=[2]), "wrong correct option ID specified"),
    (("sendPhoto", {"chat_id": "CHAT", "photo": "attach://foto"}), 'file "foto" not found in the request'),
    (("sendPhoto", {"chat_id": "CHAT"}), "there is no photo in the request"),
    (("sendMediaGroup", {"chat_id": "CHAT", "media": [{"type": "photo", "media": "x"}] * 11}),
     "too many messages to send as an album"),
    (("sendMediaGroup", {"chat_id": "CHAT", "media": [{"type": "voice", "media": "x"}] * 2}),
     "can't parse InputMedia: media must be of type photo or document"),
    (("getChatAdministrators", {"chat_id": "CHAT"}), "there are no administrators in the private chat"),
    (("getChatAdministrators", {}), "chat_id is empty"),
    (("deleteMyCommands", {"scope": {"type": "chat", "chat_id": 42}}), "chat not found"),
    (("setMyCommands", {"commands": [{"command": "a", "description": "b"}] * 101}), "BOT_COMMANDS_TOO_MUCH"),
    (("setMyDescription", {"description": "a" * 513}), "BOT_DESCRIPTION_INVALID"),
    (("setMyShortDescription", {"short_description": "a" * 121}), "ABOUT_TOO_LONG"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "words"), ROWS, ids=[f"{row[0][0]}-{row[1][-24:]}" for row in ROWS])
async def test_telegrams_words_are(api: Api, there: Json, call: tuple[str, Json], words: str) -> None:
    method, params = call
    known = {name: there.get(value, value) if isinstance(value, str) else value for name, value in params.items()}

    status, answer = await api(method, **known)

    assert (400, f"Bad Request: {words}") == (status, answer["description"])


async def test_an_answer_to_a_press_over_200_letters_is_refused(
    api: Api, sim: Simulator, bot: Bot, sitti: Person
) -> None:
    await bot.send_message(sitti.id, "Boleh?", api_kwargs={"reply_markup": buttons(OK)})
    query = await sim.press(sitti, "Ya")

    _, answer = await api("answerCallbackQuery", callback_query_id=query, text="a" * 201)

    assert "Bad Request: MESSAGE_TOO_LONG" == answer["description"]


async def test_a_press_is_too_old_after_half_a_minute(api: Api, sim: Simulator, bot: Bot, sitti: Person) -> None:
    await bot.send_message(sitti.id, "Boleh?", api_kwargs={"reply_markup": buttons(OK)})
    query = await sim.press(sitti, "Ya")
    await sim.move_clock(by=31)

    _, answer = await api("answerCallbackQuery", callback_query_id=query)

    assert "query is too old" in answer["description"]


async def test_an_upload_over_50_megabytes_is_refused(api: Api, sitti: Person) -> None:
    form = aiohttp.FormData({"chat_id": str(sitti.id)})
    form.add_field("document", io.BytesIO(bytes(50 * 1000 * 1000 + 1)), filename="besar.bin")
    address = f"{api.sim.url}/bot{api.sim.stage.token}/sendDocument"

    async with api.session.post(address, data=form) as response:
        assert 413 == response.status


async def test_a_file_needs_the_token_too(api: Api) -> None:
    async with api.session.get(f"{api.sim.url}/file/bot1:salah/photos/file_0.jpg") as response:
        assert 401 == response.status


async def test_an_edit_with_the_same_words_but_other_buttons_passes(api: Api, there: Json) -> None:
    changed = {"chat_id": there["CHAT"], "message_id": there["TEXT"], "text": "Halo", "reply_markup": buttons(OK)}

    status, answer = await api("editMessageText", **changed)

    assert (200, buttons(OK)) == (status, answer["result"]["reply_markup"])
