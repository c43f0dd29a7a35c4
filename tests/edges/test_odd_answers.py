"""Answers of Telegram that no database can keep, or that ask for the impossible: they spoil nothing but themselves."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from bot.edges.wire import Wire
from bot.store.queues.letters import Fate, Letter
from tests.edges.conftest import PostOffice
from tests.support import FAKE_TOKEN


@dataclass
class Oracle:
    """A Telegram that says to one chat what it was told to say, and to all others what is usual."""

    url: str = ""
    odd: dict[int, tuple[int, str]] = field(default_factory=dict)
    heard: list[int] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        chat = (await request.json())["chat_id"]
        self.heard.append(chat)
        usual = json.dumps({"ok": True, "result": {"message_id": len(self.heard)}})
        status, body = self.odd.get(chat, (200, usual))
        return web.Response(status=status, text=body, content_type="application/json")


@pytest.fixture
async def oracle(any_office: PostOffice) -> AsyncIterator[Oracle]:
    oracle, app = Oracle(), web.Application()
    app.router.add_post("/{token}/{method}", oracle.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    oracle.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    any_office.sender.wire = Wire(oracle.url, FAKE_TOKEN, seconds=2.0)
    yield oracle
    await any_office.sender.wire.close()
    await runner.cleanup()


def _refused(description: str, **parameters: object) -> str:
    return json.dumps({"ok": False, "description": description, "parameters": parameters})


ODD = [
    pytest.param(400, _refused("Bad Request: \0 kosong"), "refused", id="NUL"),
    pytest.param(400, _refused("Bad Request: \ud83d tanpa pasangan"), "refused", id="lone surrogate"),
    pytest.param(403, _refused("Forbidden: \0\udfff"), "unreachable", id="both, and forbidden"),
    pytest.param(200, f'{{"ok":true,"result":{{"message_id":{2**70}}}}}', "sent", id="message_id beyond 2^63"),
    pytest.param(200, '{"ok":true,"result":{"message_id":true}}', "sent", id="message_id that is no number"),
    pytest.param(
        200, '{"ok":true,"result":{"message_id":5,"document":{"file_id":"a\\u0000b\\ud800"}}}', "sent", id="file_id"
    ),
    pytest.param(400, _refused("Bad Request: moved", migrate_to_chat_id=2**70), "refused", id="moved beyond 2^63"),
]


@pytest.mark.parametrize(("status", "body", "outcome"), ODD)
async def test_an_odd_answer_ends_its_own_letter_and_the_others_go_on(
    any_office: PostOffice, oracle: Oracle, status: int, body: str, outcome: str
) -> None:
    odd, usual = any_office.person("Sitti"), any_office.person("Hasan")
    oracle.odd[odd.id] = (status, body)
    letters = [await any_office.promise(one) for one in (odd, usual)]
    await any_office.deliver()
    assert [outcome, "sent"] == [(await any_office.fate(letter))[0] for letter in letters]
    after = await any_office.promise(usual, "lagi")
    await any_office.deliver()
    assert ("sent", False) == await any_office.fate(after)
    assert oracle.heard.count(odd.id) == 1


@pytest.mark.parametrize("asked", ["1e400", "NaN", "-5", "99999999999999999999", "true", '"dua"', "null"])
async def test_no_wish_for_silence_lasts_for_ever(any_office: PostOffice, oracle: Oracle, asked: str) -> None:
    sitti = any_office.person("Sitti")
    body = '{"ok":false,"description":"Too Many Requests","parameters":{"retry_after":' + asked + "}}"
    oracle.odd[sitti.id] = (429, body)
    letter = await any_office.promise(sitti)
    await any_office.deliver()
    oracle.odd.clear()
    await any_office.deliver(after=3601.0)
    assert ("sent", False) == await any_office.fate(letter)


async def test_whatever_else_cannot_be_kept_is_written_down_without_it(any_office: PostOffice, oracle: Oracle) -> None:
    """What no rule foresaw: the fates of a batch are written one by one, and the odd one bare."""
    people = [any_office.person(name) for name in ("Sitti", "Hasan", "Ani")]
    letters = [await any_office.promise(one) for one in people]
    sender = any_office.sender
    await sender.cycle()
    await any_office.deliver()
    async with any_office.database.write() as connection:
        await connection.exec_driver_sql("UPDATE outbox SET outcome = NULL, lease_by = 'penguji', message_id = NULL")
    odd = {"message_id": 2**70, "error": "\0\ud800"}
    for number, (person, letter) in enumerate(zip(people, letters, strict=True)):
        known = Letter(letter, person.id, None, 0, "sendMessage", {}, 1, 0.0, None)
        sender.fates.append(Fate(known, "sent", **(odd if number == 1 else {"message_id": 7})))
    await any_office.deliver()
    assert [("sent", 7), ("sent", None), ("sent", 7)] == [
        ((row := await any_office.row(letter)).outcome, row.message_id) for letter in letters
    ]
    assert not sender.singly
