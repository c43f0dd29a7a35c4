"""What a bot does: edit, ask by poll, set its menu and describe itself."""

from datetime import timedelta

import pytest
from telegram import (
    Bot,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)
from telegram.constants import PollType

from bot.simulator.chats import Person
from bot.simulator.refusals import PageRefusal
from tests.simulator.conftest import Poller
from tests.support.simulator import Simulator

YES_OR_NO = InlineKeyboardMarkup.from_row(
    [InlineKeyboardButton("Setuju", callback_data="f:ya"), InlineKeyboardButton("Tidak", callback_data="f:tidak")]
)


async def test_a_poll_is_answered_by_name(sim: Simulator, bot: Bot, poller: Poller, sitti: Person) -> None:
    sent = await bot.send_poll(sitti.id, "Jam berapa?", ["Pagi", "Sore"], is_anonymous=False)

    await sim.vote(sitti, sent.message_id, [1])

    updates = await poller.updates()
    answer = next(update.poll_answer for update in updates if update.poll_answer)
    poll = next(update.poll for update in updates if update.poll)
    assert sent.poll is not None
    assert answer.user is not None
    assert (sent.poll.id, sitti.id, (1,)) == (answer.poll_id, answer.user.id, answer.option_ids)
    assert [0, 1] == [option.voter_count for option in poll.options]


async def test_an_anonymous_poll_names_nobody(sim: Simulator, bot: Bot, poller: Poller, sitti: Person) -> None:
    sent = await bot.send_poll(sitti.id, "Jam berapa?", ["Pagi", "Sore"])

    await sim.vote(sitti, sent.message_id, [0])

    assert [True] == [update.poll is not None for update in await poller.updates()]


async def test_a_quiz_is_answered_once(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sent = await bot.send_poll(
        sitti.id, "Siapa?", ["Camat", "Bupati"], type=PollType.QUIZ, correct_option_ids=[0], explanation="<b>Ya</b>",
        explanation_parse_mode="HTML", is_anonymous=False,
    )  # fmt: skip
    await sim.vote(sitti, sent.message_id, [1])

    with pytest.raises(PageRefusal, match="sekali"):
        await sim.vote(sitti, sent.message_id, [0])


@pytest.mark.parametrize("options", [[0, 1], [7]])
async def test_a_wrong_vote_is_refused(sim: Simulator, bot: Bot, sitti: Person, options: list[int]) -> None:
    sent = await bot.send_poll(sitti.id, "Jam berapa?", ["Pagi", "Sore"])

    with pytest.raises(PageRefusal):
        await sim.vote(sitti, sent.message_id, options)


async def test_a_stopped_poll_takes_no_more_votes(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sent = await bot.send_poll(sitti.id, "Jam berapa?", ["Pagi", "Sore"])
    poll = await bot.stop_poll(sitti.id, sent.message_id)

    assert poll.is_closed
    with pytest.raises(PageRefusal):
        await sim.vote(sitti, sent.message_id, [0])


async def test_a_bot_edits_text_caption_and_buttons(sim: Simulator, bot: Bot, sitti: Person) -> None:
    message = await bot.send_message(sitti.id, "Satu", reply_markup=YES_OR_NO)
    document = await bot.send_document(sitti.id, b"isi", caption="Lama")

    await message.edit_text("<i>Dua</i>", parse_mode="HTML")
    await document.edit_caption("Baru")
    await document.edit_reply_markup(YES_OR_NO)

    first, second = sim.messages(sitti)[-2:]
    assert ("Dua", "italic", False) == (first["text"], first["entities"][0]["type"], "reply_markup" in first)
    assert ("Baru", True) == (second["caption"], "reply_markup" in second)


async def test_the_menu_follows_the_narrowest_scope(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await bot.set_my_commands([("mulai", "Mulai")])
    await bot.set_my_commands([("bantuan", "Bantuan")], scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands([("periksa", "Periksa usulan")], scope=BotCommandScopeChat(sitti.id))
    baso = sim.add_person("Baso")

    menus = [sim.stage.settings.commands_in(sim.chat_of(person)) or [] for person in (sitti, baso)]

    assert ["periksa", "bantuan"] == [menu[0]["command"] for menu in menus]


async def test_a_deleted_menu_gives_way_to_the_wider_one(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await bot.set_my_commands([("mulai", "Mulai")])
    await bot.set_my_commands([("periksa", "Periksa usulan")], scope=BotCommandScopeChat(sitti.id))

    await bot.delete_my_commands(scope=BotCommandScopeChat(sitti.id))

    assert [{"command": "mulai", "description": "Mulai"}] == sim.stage.settings.commands_in(sim.chat_of(sitti))


async def test_a_bot_describes_itself(sim: Simulator, bot: Bot) -> None:
    await bot.set_my_description("Menemani musrenbang")
    await bot.set_my_short_description("Musrenbang")

    told = sim.stage.state()["bot"]
    assert ("Menemani musrenbang", "Musrenbang") == (told["description"], told["short_description"])


async def test_a_bot_sends_a_place(bot: Bot, sitti: Person) -> None:
    place = await bot.send_location(sitti.id, -3.5, 119.8)

    assert place.location is not None
    assert 119.8 == place.location.longitude


async def test_a_bot_says_how_long_a_sound_is(bot: Bot, sitti: Person) -> None:
    sent = await bot.send_voice(sitti.id, b"bukan suara", duration=7)

    assert sent.voice is not None
    assert timedelta(seconds=7) == sent.voice.duration
