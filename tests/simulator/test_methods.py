"""Every method the client can call is known, with the parameters that travel and no others."""

import re

import pytest
from telegram import Bot

from bot.simulator import server
from bot.simulator.api import ANSWERS
from bot.simulator.methods import find_method, known_methods
from tests.simulator.conftest import Api

assert server.PLAYED, "importing the server is what makes the methods answer"


def test_every_method_of_the_client_is_known() -> None:
    camel = {name for name in dir(Bot) if re.fullmatch(r"[a-z]+(?:[A-Z][a-z]*)+", name)}

    assert camel == set(known_methods())
    assert len(camel) > 160


def test_what_only_python_needs_does_not_travel() -> None:
    names = {name for method in known_methods().values() for name in method.parameters}

    assert set() == names & {"read_timeout", "api_kwargs", "self", "filename", "venue"}


REQUIRED = [
    ("sendMessage", {"chat_id", "text"}),
    ("sendLocation", {"chat_id", "latitude", "longitude"}),
    ("sendContact", {"chat_id", "phone_number", "first_name"}),
    ("sendMediaGroup", {"chat_id", "media"}),
    ("getUpdates", set()),
]


@pytest.mark.parametrize(("name", "required"), REQUIRED)
def test_the_required_parameters_are(name: str, required: set[str]) -> None:
    parameters = known_methods()[name].parameters.values()

    assert required == {parameter.name for parameter in parameters if parameter.required}


def test_capitals_do_not_matter() -> None:
    assert find_method("SENDMESSAGE") is known_methods()["sendMessage"]


PLAYED = [
    "getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo", "sendMessage", "sendPhoto", "sendVoice",
    "sendDocument", "sendAudio", "sendVideo", "sendMediaGroup", "sendLocation", "sendContact", "sendPoll",
    "stopPoll", "sendChatAction", "editMessageText", "editMessageReplyMarkup", "editMessageCaption", "deleteMessage",
    "deleteMessages", "answerCallbackQuery", "setMessageReaction", "getFile", "setMyCommands", "getMyCommands",
    "deleteMyCommands", "setMyDescription", "getMyDescription", "setMyShortDescription", "getMyShortDescription",
    "setChatMenuButton", "getChat", "getChatMember", "forwardMessage", "copyMessage", "pinChatMessage", "leaveChat",
]  # fmt: skip


def test_the_methods_a_bot_like_ours_needs_are_played() -> None:
    assert set(PLAYED) <= set(ANSWERS)


async def test_a_method_that_only_says_yes_is_answered(bot: Bot) -> None:
    assert await bot.set_chat_title(-1, "Baru")


FORMS = [
    ({"chat_id": "{id}", "text": "123", "disable_notification": "true"}, "123"),
    ({"chat_id": "{id}", "text": "true"}, "true"),
    ({"chat_id": "{id}", "text": '{"a":1}'}, '{"a":1}'),
]


@pytest.mark.parametrize(("form", "text"), FORMS)
async def test_a_text_that_looks_like_json_stays_a_text(api: Api, form: dict[str, str], text: str) -> None:
    person = api.sim.add_person("Sitti")
    await api.sim.begin(person)
    data = {name: value.replace("{id}", str(person.id)) for name, value in form.items()}

    async with api.session.post(f"{api.sim.url}/bot{api.sim.stage.token}/sendMessage", data=data) as response:
        answer = await response.json()

    assert text == answer["result"]["text"]


async def test_a_query_string_is_enough(api: Api) -> None:
    person = api.sim.add_person("Sitti")
    await api.sim.begin(person)
    address = f"{api.sim.url}/bot{api.sim.stage.token}/sendMessage"

    async with api.session.get(address, params={"chat_id": person.id, "text": "Halo"}) as response:
        answer = await response.json()

    assert "Halo" == answer["result"]["text"]


async def test_every_call_is_noted(api: Api) -> None:
    await api("getMe")
    await api("sendMessage", chat_id=1, text="a")

    first, second = api.sim.calls

    assert ("getMe", True, "") == (first.method, first.ok, first.description)
    assert ("sendMessage", {"chat_id": 1, "text": "a"}, False, "Bad Request: chat not found") == second
