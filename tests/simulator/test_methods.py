"""What is played, which parameters travel with it, and that a call is read and noted as it came."""

import pytest

from bot.simulator import server
from bot.simulator.api import ANSWERS
from tests.simulator.conftest import Api

assert server.PLAYED, "importing the server is what makes the methods answer"


def test_what_only_python_needs_does_not_travel() -> None:
    names = {name for method, _ in ANSWERS.values() for name in method.parameters}

    assert set() == names & {"read_timeout", "api_kwargs", "self", "filename", "location", "reply_to_message_id"}


REQUIRED = [
    ("sendMessage", {"chat_id", "text"}),
    ("sendLocation", {"chat_id", "latitude", "longitude"}),
    ("sendMediaGroup", {"chat_id", "media"}),
    ("getUpdates", set()),
]


@pytest.mark.parametrize(("name", "required"), REQUIRED)
def test_the_required_parameters_are(name: str, required: set[str]) -> None:
    method, _ = ANSWERS[name]

    assert required == set(method.required)


PLAYED = [
    "getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo", "sendMessage", "sendPhoto", "sendVoice",
    "sendDocument", "sendMediaGroup", "sendLocation", "sendPoll", "stopPoll", "editMessageText",
    "editMessageReplyMarkup", "editMessageCaption", "deleteMessage", "answerCallbackQuery", "getFile",
    "setMyCommands", "deleteMyCommands", "setMyDescription", "setMyShortDescription", "getChatAdministrators",
]  # fmt: skip


def test_what_our_bot_calls_and_soon_will_call_is_played_and_nothing_else() -> None:
    assert set(PLAYED) == set(ANSWERS)


async def test_a_method_nobody_plays_is_not_found_and_noted(api: Api) -> None:
    status, answer = await api("sendDice", chat_id=1)

    assert (404, "Not Found: method not found") == (status, answer["description"])
    assert ("sendDice", {}, False, "Not Found: method not found") == api.sim.calls[0]


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


async def test_every_call_is_noted(api: Api) -> None:
    await api("getMe")
    await api("sendMessage", chat_id=1, text="a")

    first, second = api.sim.calls

    assert ("getMe", True, "") == (first.method, first.ok, first.description)
    assert ("sendMessage", {"chat_id": 1, "text": "a"}, False, "Bad Request: chat not found") == second
