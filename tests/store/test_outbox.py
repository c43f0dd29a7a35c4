"""The outbox: what may leave, in which order, and who may say what became of it."""

from collections.abc import Sequence

import pytest

from bot.store import tables
from bot.store.database.database import Database
from bot.store.queues import outbox, pacing
from bot.store.queues.letters import Fate, Letter
from bot.store.queues.pacing import Rates
from bot.store.turn import ANNOUNCEMENT, REPLY, SCHEDULED, outbox_row

ENDLESS = Rates(0, 0, 4, 0)
NOW = 1000.0


async def _promise(database: Database, chat: int, text: str, priority: int = REPLY, **more: object) -> int:
    row = outbox_row("sendMessage", {"chat_id": chat, "text": text}, chat=chat, real=NOW, priority=priority) | more
    async with database.write() as connection:
        await outbox.promise(connection, [row])
    return int(row["id"])


async def _claim(database: Database, rates: Rates = ENDLESS, now: float = NOW, me: str = "me") -> list[Letter]:
    async with database.write() as connection:
        return (await outbox.claim(connection, me, rates, 100, now, lease=60.0))[0]


def _texts(letters: Sequence[Letter]) -> list[str]:
    return [letter.params["text"] for letter in letters]


async def _record(database: Database, *fates: Fate, me: str = "me") -> None:
    async with database.write() as connection:
        await outbox.record(connection, me, fates, NOW)


async def test_replies_leave_before_announcements(database: Database) -> None:
    await _promise(database, 1, "siaran", ANNOUNCEMENT)
    await _promise(database, 2, "balasan")
    assert _texts(await _claim(database)) == ["balasan", "siaran"]


async def test_what_is_claimed_is_not_claimed_again(database: Database) -> None:
    await _promise(database, 1, "halo")
    await _claim(database)
    assert await _claim(database, me="other") == []


async def test_nothing_overtakes_a_letter_in_flight_to_the_same_chat(database: Database) -> None:
    await _promise(database, 1, "pertama")
    await _claim(database)
    await _promise(database, 1, "kedua")
    assert await _claim(database) == []


async def test_nothing_overtakes_a_letter_that_was_put_back(database: Database) -> None:
    await _promise(database, 1, "pertama")
    (first,) = await _claim(database)
    await _promise(database, 1, "kedua")
    await _record(database, Fate(first, None, due_at=NOW + 5))
    assert await _claim(database, now=NOW + 4) == []
    assert _texts(await _claim(database, now=NOW + 5)) == ["pertama", "kedua"]


async def test_a_sender_that_lost_its_lease_changes_nothing(database: Database) -> None:
    await _promise(database, 1, "halo")
    (letter,) = await _claim(database, me="stalled")
    async with database.write() as connection:
        assert await outbox.take_over(connection, NOW + 61) == 1
    await _claim(database, now=NOW + 61, me="other")
    await _record(database, Fate(letter, "refused"), me="stalled")
    await _record(database, Fate(letter, "sent", message_id=5), me="other")
    async with database.read() as connection:
        row = (await connection.execute(tables.outbox.select())).one()
    assert (row.outcome, row.message_id, row.uncertain) == ("sent", 5, True)


async def test_an_announcement_lost_in_flight_waits_for_a_person_to_decide(database: Database) -> None:
    await _promise(database, 1, "siaran", ANNOUNCEMENT)
    await _claim(database)
    async with database.write() as connection:
        await outbox.take_over(connection, NOW + 61)
    assert await _claim(database, now=NOW + 61) == []
    async with database.read() as connection:
        assert await outbox.trouble(connection) == {"unsure": 1}


async def test_an_edit_waits_for_its_message_and_gets_its_number(database: Database) -> None:
    first = await _promise(database, 1, "halo")
    await _promise(database, 1, "halo lagi", refers_to=first, method="editMessageText")
    (letter,) = await _claim(database)
    await _record(database, Fate(letter, "sent", message_id=77))
    (edit,) = await _claim(database)
    assert edit.params["message_id"] == 77


async def test_an_edit_of_a_message_that_never_left_is_dropped(database: Database) -> None:
    first = await _promise(database, 1, "halo")
    await _promise(database, 1, "halo lagi", refers_to=first, method="editMessageText")
    (letter,) = await _claim(database)
    await _record(database, Fate(letter, "refused", error="chat not found"))
    assert await _claim(database) == []
    async with database.read() as connection:
        assert (await outbox.waiting(connection))[0] == 0


async def test_a_chat_gets_a_burst_of_four_and_then_one_a_second(database: Database) -> None:
    for number in range(6):
        await _promise(database, 1, str(number))
    rates = Rates(30, 1, 4, 20)
    first = await _claim(database, rates)
    await _record(database, *(Fate(letter, "sent") for letter in first))
    assert _texts(first) == ["0", "1", "2", "3"]
    assert await _claim(database, rates, NOW + 0.9) == []
    assert _texts(await _claim(database, rates, NOW + 1.01)) == ["4"]


@pytest.mark.parametrize("priority", [SCHEDULED, ANNOUNCEMENT])
async def test_what_nobody_asked_for_leaves_one_after_the_other_never_more_in_a_second_than_the_rate(
    database: Database, priority: int
) -> None:
    for chat in range(1, 101):
        await _promise(database, chat, "siaran", priority)
    left: list[float] = []
    for step in range(400):  # a sender that looks every 5 ms
        now = NOW + step / 200
        letters = await _claim(database, Rates(30, 1, 4, 20), now)
        await _record(database, *(Fate(letter, "sent") for letter in letters))
        left += [now] * len(letters)
    assert 0.97 * 60 <= len(left) <= 60
    assert all(sum(at <= other < at + 1 for other in left) <= 30 for at in left)


async def test_a_reply_finds_room_while_many_are_reminded(database: Database) -> None:
    for chat in range(1, 101):
        await _promise(database, chat, "pengingat", SCHEDULED)
    for step in range(100):  # a sender that looks every 10 ms; every tenth time somebody has written
        now = NOW + step / 100
        if step % 10 == 5:
            await _promise(database, 1000 + step, "balasan")
        letters = await _claim(database, Rates(30, 1, 4, 20), now)
        await _record(database, *(Fate(letter, "sent") for letter in letters))
        assert step % 10 != 5 or "balasan" in _texts(letters)


async def test_all_chats_together_get_no_more_than_the_rate(database: Database) -> None:
    for chat in range(1, 101):
        await _promise(database, chat, "balasan")
    sent = 0
    for tenth in range(10):
        letters = await _claim(database, Rates(30, 1, 4, 20), NOW + tenth / 10)
        await _record(database, *(Fate(letter, "sent") for letter in letters))
        sent += len(letters)
    assert 30 <= sent <= 45  # half a second's worth at once, then thirty a second


async def test_two_processes_share_one_budget(database_url: str) -> None:
    one, other = Database(database_url), Database(database_url)
    for chat in range(1, 101):
        await _promise(one, chat, "balasan")
    rates = Rates(30, 1, 4, 20)
    both = [*await _claim(one, rates, me="one"), *await _claim(other, rates, me="other")]
    assert len(both) == len(await _as_one(rates))
    await one.close()
    await other.close()


async def _as_one(rates: Rates) -> range:
    """What a single process may send in the first instant."""
    return range(pacing.Budget(rates, NOW).overall_room())


async def test_silence_asked_for_in_a_chat_holds_that_chat_only(database: Database) -> None:
    await _promise(database, 1, "satu")
    await _promise(database, 2, "dua")
    async with database.write() as connection:
        await pacing.hold(connection, 1, NOW + 7)
    assert _texts(await _claim(database)) == ["dua"]
    assert _texts(await _claim(database, now=NOW + 7.1)) == ["satu"]


async def test_silence_asked_of_the_bot_holds_everything(database: Database) -> None:
    await _promise(database, 1, "satu")
    async with database.write() as connection:
        await pacing.hold(connection, 0, NOW + 7)
    assert await _claim(database) == []
    assert _texts(await _claim(database, now=NOW + 7.1)) == ["satu"]


@pytest.mark.parametrize("method", ["editMessageText", "deleteMessage", "setMyCommands"])
async def test_what_may_be_repeated_is_never_uncertain(database: Database, method: str) -> None:
    await _promise(database, 1, "halo", method=method)
    await _claim(database)
    async with database.write() as connection:
        await outbox.take_over(connection, NOW + 61)
    async with database.read() as connection:
        row = (await connection.execute(tables.outbox.select())).one()
    assert (row.uncertain, row.outcome) == (False, None)


@pytest.mark.parametrize(
    ("rates", "chat", "at_once", "later"),
    [
        (Rates(0, 1, 4, 0), 1, 4, [1, 1, 0]),
        (Rates(0, 1, 4, 0), -1, 6, [0, 0, 0]),
        (Rates(0, 0, 4, 20), -1, 4, [1, 1, 0]),
        (Rates(0, 0, 4, 20), 1, 6, [0, 0, 0]),
    ],
    ids=["person paced", "group free", "group paced", "person free"],
)
async def test_one_limit_holds_without_the_other(
    database: Database, rates: Rates, chat: int, at_once: int, later: list[int]
) -> None:
    for number in range(6):
        await _promise(database, chat, str(number))
    claimed = []
    for number in range(4):
        letters = await _claim(database, rates, NOW + number * (rates.spacing(chat) + 0.01))
        await _record(database, *(Fate(letter, "sent") for letter in letters))
        claimed.append(len(letters))
    assert claimed == [at_once, *later]


async def test_an_edit_with_nothing_to_edit_goes_out_as_a_message(database: Database) -> None:
    await _promise(database, 5, "Yang hadir", method="editMessageText")
    (card,) = await _claim(database)
    anew = {"chat_id": 5, "text": "Yang hadir"}
    await _record(database, Fate(card, None, due_at=NOW, params=anew, method="sendMessage"))
    (again,) = await _claim(database)
    assert (again.method, again.params) == ("sendMessage", anew)
