"""What Telegram and the network may do to letters (N1-N5), with the real sender, wire and database."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.simulator.story import PATIENCE
from bot.store.turn import ANNOUNCEMENT, REPLY, SCHEDULED
from tests.edges.conftest import PostOffice

# --- 429 ------------------------------------------------------------------------------------------------------------


async def test_429_silences_that_chat_exactly_as_long_as_asked_and_no_other(any_office: PostOffice) -> None:
    sitti, hasan = any_office.person("Sitti"), any_office.person("Hasan")
    any_office.simulator.add_fault("429", chat=sitti, times=1, retry_after=30)
    await any_office.promise(sitti, "satu")
    await any_office.deliver()
    await any_office.promise(sitti, "dua")
    await any_office.promise(hasan, "tiga")
    await any_office.deliver()
    assert ([], ["tiga"]) == (any_office.received(sitti), any_office.received(hasan))
    await any_office.deliver(after=29.0)
    assert [] == any_office.received(sitti)
    await any_office.deliver(after=1.1)
    assert ["satu", "dua"] == any_office.received(sitti)


async def test_429_costs_no_try(office: PostOffice) -> None:
    sitti = office.person()
    office.simulator.add_fault("429", times=3, retry_after=2)
    letter = await office.promise(sitti)
    for _ in range(3):
        await office.deliver(after=2.1)
    await office.deliver(after=2.1)
    assert (1, "sent") == ((await office.row(letter)).tries, (await office.row(letter)).outcome)


async def test_two_chats_refused_at_once_silence_nobody_else(any_office: PostOffice) -> None:
    sitti, hasan, ani = any_office.person("Sitti"), any_office.person("Hasan"), any_office.person("Ani")
    for one in (sitti, hasan):
        any_office.simulator.add_fault("429", chat=one, times=1, retry_after=30)
        await any_office.promise(one, "halo")
    await any_office.deliver()
    await any_office.promise(ani, "halo")
    await any_office.deliver()
    assert [[], [], ["halo"]] == [any_office.received(one) for one in (sitti, hasan, ani)]
    assert {} == any_office.alarms.raised


async def test_a_third_chat_that_is_refused_too_means_the_whole_bot(any_office: PostOffice) -> None:
    people = [any_office.person(f"Warga {number}") for number in range(12)]
    any_office.simulator.add_fault("429", method="sendMessage", retry_after=4000)
    for one in people[:2]:
        await any_office.promise(one, "halo")
    await any_office.deliver()
    for one in people[2:]:
        await any_office.promise(one, "halo")
    await any_office.deliver()
    assert (3, ["hold"]) == (any_office.tries(), list(any_office.alarms.raised)), "the third was the probe"
    await any_office.deliver(after=299.0)
    assert 3 == any_office.tries()
    await any_office.deliver(after=2.0)
    assert 4 == any_office.tries(), "one letter finds out whether it is still meant"
    any_office.simulator.clear_faults()
    await any_office.deliver(after=301.0)
    assert [["halo"]] * 8 == [any_office.received(one) for one in people[4:]]
    assert {} == any_office.alarms.raised
    await any_office.deliver(after=3600.0)
    assert [["halo"]] * 12 == [any_office.received(one) for one in people]


async def test_two_chats_refused_at_different_times_are_two_chats(office: PostOffice) -> None:
    sitti, hasan, ani = office.person("Sitti"), office.person("Hasan"), office.person("Ani")
    for one in (sitti, hasan):
        office.simulator.add_fault("429", chat=one, times=1, retry_after=30)
        await office.promise(one, "halo")
        await office.deliver(after=3.0)
    await office.promise(ani, "halo")
    await office.deliver()
    assert ["halo"] == office.received(ani)


# --- 403 ------------------------------------------------------------------------------------------------------------


async def test_403_silences_the_queue_of_that_person_only(any_office: PostOffice) -> None:
    sitti, hasan = any_office.person("Sitti"), any_office.person("Hasan")
    await any_office.simulator.block(sitti)
    letters = [await any_office.promise(sitti, text, SCHEDULED) for text in ("satu", "dua", "tiga")]
    other = await any_office.promise(hasan)
    await any_office.deliver()
    assert ["unreachable"] * 3 == [(await any_office.fate(letter))[0] for letter in letters]
    assert ("sent", False) == await any_office.fate(other)
    assert 2 == any_office.tries()


# --- 400 ------------------------------------------------------------------------------------------------------------

REFUSALS = [
    pytest.param("sendMessage", "chat not found", "refused", id="chat not found"),
    pytest.param("editMessageText", "message to edit not found", "sent", id="nothing to edit"),
    pytest.param("editMessageText", "message is not modified: the same", "sent", id="not modified"),
    pytest.param("answerCallbackQuery", "query is too old", "sent", id="query too old"),
    pytest.param("deleteMessage", "message to delete not found", "sent", id="nothing to delete"),
    pytest.param("sendMessage", "BUTTON_DATA_INVALID", "refused", id="anything else"),
]


CALLS: dict[str, Callable[[int], dict[str, Any]]] = {
    "sendMessage": lambda chat: {"chat_id": chat, "text": "Halo"},
    "editMessageText": lambda chat: {"chat_id": chat, "message_id": 1, "text": "Halo"},
    "deleteMessage": lambda chat: {"chat_id": chat, "message_id": 1},
    "answerCallbackQuery": lambda _chat: {"callback_query_id": "1"},
}


@pytest.mark.parametrize(("method", "description", "outcome"), REFUSALS)
async def test_400_is_never_tried_again(office: PostOffice, method: str, description: str, outcome: str) -> None:
    sitti = office.person()
    office.simulator.add_fault("400", method=method, description=description)
    letter = await office.promise(sitti, method=method, params=CALLS[method](sitti.id))
    for _ in range(3):
        await office.deliver(after=3600.0)
    assert (1, outcome) == (office.tries(method), (await office.fate(letter))[0])


async def test_a_text_telegram_cannot_parse_arrives_once_and_plain(any_office: PostOffice) -> None:
    sitti = any_office.person()
    letter = await any_office.promise(sitti, "<b>Halo</b> <br> Bapak &amp; Ibu &lt;3")
    await any_office.deliver()
    assert ["Halo  Bapak & Ibu <3"] == any_office.received(sitti)
    assert (2, "sent") == (any_office.tries(), (await any_office.fate(letter))[0])


async def test_a_text_refused_plain_as_well_is_not_tried_a_third_time(office: PostOffice) -> None:
    sitti = office.person()
    office.simulator.add_fault("400", description="can't parse entities: whatever is sent")
    letter = await office.promise(sitti, "<b>Halo</b>")
    await office.deliver()
    await office.deliver(after=3600.0)
    assert (2, "refused") == (office.tries(), (await office.fate(letter))[0])


async def test_an_edit_that_changes_nothing_counts_as_done(office: PostOffice) -> None:
    sitti = office.person()
    await office.promise(sitti, "Halo")
    await office.deliver()
    message = office.simulator.messages(sitti)[0]["message_id"]
    again = {"chat_id": sitti.id, "message_id": message, "text": "Halo"}
    letter = await office.promise(sitti, method="editMessageText", params=again)
    await office.deliver()
    assert ("sent", False) == await office.fate(letter)


# --- 401 ------------------------------------------------------------------------------------------------------------


async def test_401_is_probed_once_a_minute_until_the_token_is_good_again(any_office: PostOffice) -> None:
    people = [any_office.person(f"Warga {n}") for n in range(12)]
    any_office.simulator.add_fault("401", method="sendMessage")
    for one in people:
        await any_office.promise(one)
    await any_office.deliver()
    at_first = any_office.tries()
    for _ in range(5):
        await any_office.deliver(after=59.0)
        await any_office.deliver(after=1.5)
    assert at_first + 5 == any_office.tries()
    assert "token" in any_office.alarms.raised
    any_office.simulator.clear_faults()
    await any_office.deliver(after=61.0)
    assert [["Halo"]] * 12 == [any_office.received(one) for one in people]
    assert {} == any_office.alarms.raised


# --- no clear answer ------------------------------------------------------------------------------------------------

# (what happens, how many copies reach the person in the end, whether the letter is marked)
MISHAPS = [
    pytest.param("500", 1, True, id="5xx HTML"),
    pytest.param("not_json", 1, True, id="200 that is not JSON"),
    pytest.param("reset", 1, True, id="reset before it arrived"),
    pytest.param("timeout", 2, True, id="timeout after it arrived"),
    pytest.param("lost_reply", 2, True, id="reply lost"),
    pytest.param("half", 2, True, id="half a reply"),
    pytest.param("slow", 2, True, id="a reply that drips for too long"),
]


@pytest.mark.parametrize("priority", [REPLY, SCHEDULED])
@pytest.mark.parametrize(("kind", "copies", "uncertain"), MISHAPS)
async def test_a_letter_without_a_clear_answer_is_sent_again_and_marked(
    office: PostOffice, kind: str, copies: int, uncertain: bool, priority: int
) -> None:
    sitti = office.person()
    office.goes_wrong(kind)
    letter = await office.promise(sitti, priority=priority)
    await office.deliver()
    assert (None, uncertain) == await office.fate(letter)
    office.give_up_after(PATIENCE)
    await office.deliver(after=2.0)
    assert ["Halo"] * copies == office.received(sitti)
    assert ("sent", uncertain) == await office.fate(letter)


@pytest.mark.parametrize(("kind", "copies", "_uncertain"), MISHAPS)
async def test_an_announcement_without_a_clear_answer_is_never_repeated(
    office: PostOffice, kind: str, copies: int, _uncertain: bool
) -> None:
    sitti = office.person()
    office.goes_wrong(kind)
    letter = await office.promise(sitti, priority=ANNOUNCEMENT)
    await office.deliver()
    await office.deliver(after=7200.0)
    assert ("unsure", True) == await office.fate(letter)
    assert ["Halo"] * (copies - 1) == office.received(sitti)


async def test_a_reply_that_drips_but_comes_is_a_reply(office: PostOffice) -> None:
    sitti = office.person()
    office.simulator.add_fault("slow", times=1, seconds=0.01)
    letter = await office.promise(sitti)
    await office.deliver()
    assert (["Halo"], ("sent", False)) == (office.received(sitti), await office.fate(letter))


@pytest.mark.parametrize("kind", ["lost_reply", "timeout", "half"])
async def test_an_edit_whose_answer_was_lost_is_repeated_without_a_mark(office: PostOffice, kind: str) -> None:
    sitti = office.person()
    await office.promise(sitti, "lama")
    await office.deliver()
    message = office.simulator.messages(sitti)[0]["message_id"]
    office.goes_wrong(kind)
    new = {"chat_id": sitti.id, "message_id": message, "text": "baru"}
    letter = await office.promise(sitti, method="editMessageText", params=new)
    await office.deliver()
    office.give_up_after(PATIENCE)
    await office.deliver(after=2.0)
    assert (["baru"], ("sent", False)) == (office.received(sitti), await office.fate(letter))


async def test_nothing_overtakes_a_letter_that_waits_for_its_next_try(any_office: PostOffice) -> None:
    sitti = any_office.person()
    any_office.simulator.add_fault("500", times=1)
    for text in ("satu", "dua", "tiga"):
        await any_office.promise(sitti, text)
    await any_office.deliver()
    assert [] == any_office.received(sitti)
    await any_office.deliver(after=2.0)
    assert ["satu", "dua", "tiga"] == any_office.received(sitti)


async def test_what_telegram_does_not_take_for_a_day_is_given_up_and_can_be_let_go_again(office: PostOffice) -> None:
    from bot.store.queues import outbox

    sitti = office.person()
    office.simulator.add_fault("500")
    letter = await office.promise(sitti)
    for _ in range(30):
        await office.deliver(after=3600.0)
    assert ("dead", True) == await office.fate(letter)
    office.simulator.clear_faults()
    async with office.database.write() as connection:
        assert 1 == await outbox.requeue_dead(connection, office.clock.real())
    await office.deliver()
    assert ["Halo"] == office.received(sitti)
