"""People and what they do: write, press, edit, delete, vote, block; and what the bot does in return."""

import pytest
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    MessageOriginUser,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.simulator.chats import KEPT_MESSAGES, Person
from bot.simulator.refusals import PageRefusal
from tests.simulator.conftest import Poller
from tests.support.simulator import Simulator

YES_OR_NO = InlineKeyboardMarkup.from_row(
    [InlineKeyboardButton("Setuju", callback_data="f:ya"), InlineKeyboardButton("Tidak", callback_data="f:tidak")]
)


async def test_a_deep_link_carries_its_payload(sim: Simulator, poller: Poller) -> None:
    baso = sim.add_person("Baso")

    await sim.begin(baso, "undangan-7Xk")

    message = (await poller.newest()).message
    assert message is not None
    assert "/start undangan-7Xk" == message.text


@pytest.mark.parametrize("payload", ["dua kata", "a" * 65, "bu?"])
async def test_a_broken_deep_link_is_refused(sim: Simulator, sitti: Person, payload: str) -> None:
    with pytest.raises(PageRefusal):
        await sim.begin(sitti, payload)


async def test_a_pressed_button_reaches_the_bot_with_its_message(
    sim: Simulator, bot: Bot, poller: Poller, sitti: Person
) -> None:
    asked = await bot.send_message(sitti.id, "Boleh kami simpan?", reply_markup=YES_OR_NO)

    await sim.press(sitti, "Setuju")

    query = (await poller.newest()).callback_query
    assert query is not None
    assert query.message is not None
    assert ("f:ya", asked.message_id, sitti.id) == (query.data, query.message.message_id, query.from_user.id)


async def test_the_answer_to_a_press_is_a_toast(sim: Simulator, bot: Bot, poller: Poller, sitti: Person) -> None:
    await bot.send_message(sitti.id, "Boleh?", reply_markup=YES_OR_NO)
    await sim.press(sitti, "f:tidak")
    query = (await poller.newest()).callback_query
    assert query is not None

    await query.answer("Baik, tidak apa-apa.", show_alert=True)

    toast = next(event for event in sim.stage.feed.since(0) if event["type"] == "toast")
    assert (sitti.id, "Baik, tidak apa-apa.", True) == (toast["person"], toast["text"], toast["alert"])


async def test_a_press_without_answer_is_noticed(
    sim: Simulator, bot: Bot, sitti: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.simulator.acts.UNANSWERED_AFTER", 0.01)
    await bot.send_message(sitti.id, "Boleh?", reply_markup=YES_OR_NO)
    seen = sim.stage.feed.count + 1

    await sim.press(sitti, "Setuju")

    await sim.stage.feed.wait_beyond(seen)
    assert "unanswered" == next(sim.stage.feed.since(seen))["type"]


async def test_a_button_of_a_deleted_message_still_can_be_pressed(
    sim: Simulator, bot: Bot, poller: Poller, sitti: Person
) -> None:
    asked = await bot.send_message(sitti.id, "Boleh?", reply_markup=YES_OR_NO)
    await asked.delete()

    await sim.press_data(sitti, asked.message_id, "f:ya")

    query = (await poller.newest()).callback_query
    assert query is not None
    assert query.message is not None
    assert not query.message.is_accessible


async def test_the_newest_of_equal_buttons_is_pressed(sim: Simulator, bot: Bot, poller: Poller, sitti: Person) -> None:
    await bot.send_message(sitti.id, "Lama", reply_markup=YES_OR_NO)
    newer = await bot.send_message(sitti.id, "Baru", reply_markup=YES_OR_NO)

    await sim.press(sitti, "Setuju")

    query = (await poller.newest()).callback_query
    assert query is not None
    assert query.message is not None
    assert newer.message_id == query.message.message_id


async def test_a_missing_button_names_those_there_are(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await bot.send_message(sitti.id, "Boleh?", reply_markup=YES_OR_NO)

    with pytest.raises(LookupError, match=r"'Setuju', 'Tidak'"):
        await sim.press(sitti, "Mungkin", timeout=0.05)


async def test_a_key_of_the_reply_keyboard_sends_its_text(
    sim: Simulator, bot: Bot, poller: Poller, sitti: Person
) -> None:
    await bot.send_message(sitti.id, "Di mana?", reply_markup=ReplyKeyboardMarkup([["Baraka", "Maiwa"]]))

    await sim.press(sitti, "Maiwa")

    message = (await poller.newest()).message
    assert message is not None
    assert "Maiwa" == message.text


async def test_a_reply_keyboard_lies_under_the_chat_until_removed(sim: Simulator, bot: Bot, sitti: Person) -> None:
    keys = ReplyKeyboardMarkup([[KeyboardButton("Kirim lokasi", request_location=True)]])
    sent = await bot.send_message(sitti.id, "Di mana?", reply_markup=keys)
    chat = sim.chat_of(sitti)

    assert sent.reply_markup is None
    assert chat.keyboard == sim.messages(sitti)[-1]["reply_keyboard"]
    await bot.send_message(sitti.id, "Terima kasih", reply_markup=ReplyKeyboardRemove())
    assert chat.keyboard is None


async def test_a_forced_reply_is_over_once_somebody_writes(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await bot.send_message(sitti.id, "Ceritakan", reply_markup=ForceReply(input_field_placeholder="Ceritanya"))

    await sim.say(sitti, "Sumur kering")

    assert sim.chat_of(sitti).keyboard is None


async def test_an_edited_message_reaches_the_bot(sim: Simulator, poller: Poller, sitti: Person) -> None:
    said = await sim.say(sitti, "23 rumah")

    await sim.edit(sitti, said["message_id"], "32 rumah")

    edited = (await poller.newest()).edited_message
    assert edited is not None
    assert edited.edit_date is not None
    assert ("32 rumah", said["message_id"]) == (edited.text, edited.message_id)


async def test_nobody_edits_the_bots_words(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sent = await bot.send_message(sitti.id, "Halo")

    with pytest.raises(PageRefusal):
        await sim.edit(sitti, sent.message_id, "Hai")


async def test_the_bot_does_not_hear_of_a_deleted_message(sim: Simulator, poller: Poller, sitti: Person) -> None:
    said = await sim.say(sitti, "Salah")
    await poller.updates()

    await sim.delete(sitti, said["message_id"])

    assert [] == await poller.updates()
    assert said["message_id"] not in [message["message_id"] for message in sim.messages(sitti)]


async def test_location_and_contact_arrive(sim: Simulator, poller: Poller, sitti: Person) -> None:
    await sim.location(sitti, -3.5, 119.8)
    await sim.contact(sitti, "+6281234567890", "Sitti", sitti.id)

    place, card = [update.message for update in await poller.updates()]

    assert place is not None
    assert card is not None
    assert place.location is not None
    assert card.contact is not None
    assert (-3.5, sitti.id) == (place.location.latitude, card.contact.user_id)


async def test_blocking_and_coming_back_are_told(sim: Simulator, poller: Poller, sitti: Person) -> None:
    await sim.block(sitti)
    await sim.block(sitti, False)

    changes = [update.my_chat_member for update in await poller.updates()]

    assert ["kicked", "member"] == [change.new_chat_member.status for change in changes if change]


async def test_writing_unblocks(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await sim.block(sitti)
    await sim.say(sitti, "Halo lagi")

    await bot.send_message(sitti.id, "Selamat datang kembali")

    assert ["Selamat datang kembali"] == sim.said(sitti)


UNWANTED = ["", "   ", "a" * 4097]


@pytest.mark.parametrize("text", UNWANTED, ids=["nothing", "spaces", "too-long"])
async def test_a_phone_does_not_send(sim: Simulator, sitti: Person, text: str) -> None:
    with pytest.raises(PageRefusal):
        await sim.say(sitti, text)


async def test_a_person_does_not_delete_another_persons_words_in_a_group(sim: Simulator, sitti: Person) -> None:
    baso = sim.add_person("Baso")
    group = sim.add_group("Dusun Balla", [sitti, baso])
    said = await sim.say(sitti, "Halo", group)

    with pytest.raises(PageRefusal):
        await sim.delete(baso, said["message_id"], group)


async def test_a_message_that_is_gone_cannot_be_edited(sim: Simulator, sitti: Person) -> None:
    with pytest.raises(PageRefusal, match="sudah tidak ada"):
        await sim.edit(sitti, 99, "Halo")


async def test_a_chat_that_is_not_there_hears_nothing(sim: Simulator, sitti: Person) -> None:
    with pytest.raises(PageRefusal, match="Percakapan itu tidak ada"):
        await sim.say(sitti, "Halo", 42)


async def test_an_unknown_kind_of_file_is_not_sent(sim: Simulator, sitti: Person) -> None:
    with pytest.raises(PageRefusal, match="Jenis berkas"):
        await sim.media(sitti, "hologram", b"isi")


async def test_a_button_that_only_opens_a_link_is_not_pressed(sim: Simulator, bot: Bot, sitti: Person) -> None:
    link = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Kirim", url="https://wa.me/?text=a"))
    await bot.send_message(sitti.id, "Kabari", reply_markup=link)

    with pytest.raises(LookupError, match="only opens"):
        await sim.press(sitti, "Kirim")


async def test_a_private_chat_is_no_group_to_leave(sim: Simulator, sitti: Person) -> None:
    with pytest.raises(PageRefusal, match="bukan grup"):
        await sim.remove_bot(sitti, sitti)


async def test_blocking_twice_is_told_once(sim: Simulator, poller: Poller, sitti: Person) -> None:
    await sim.block(sitti)
    await sim.block(sitti)

    assert 1 == len(await poller.updates())


async def test_dates_follow_the_moved_clock(sim: Simulator, bot: Bot, sitti: Person) -> None:
    before = await bot.send_message(sitti.id, "hari ini")
    await sim.move_clock(by=86_400)

    after = await bot.send_message(sitti.id, "besok")

    assert 86_399 <= (after.date - before.date).total_seconds() <= 86_460


async def test_a_chat_remembers_ten_thousand_messages(sim: Simulator, sitti: Person) -> None:
    chat = sim.chat_of(sitti)
    for _ in range(KEPT_MESSAGES + 5):
        chat.keep({"text": "x"})

    assert (KEPT_MESSAGES, 7) == (len(chat.messages), next(iter(chat.messages)))


async def test_a_forwarded_message_says_who_wrote_it(sim: Simulator, poller: Poller, sitti: Person) -> None:
    baso = sim.add_person("Baso")
    group = sim.add_group("Dusun Balla", [baso, sitti])
    said = await sim.post(baso, {"text": "Sumur kering"}, group)
    await poller.updates()

    await sim.forward(sitti, said)

    message = (await poller.newest()).message
    assert message is not None
    assert isinstance(message.forward_origin, MessageOriginUser)
    assert ("Sumur kering", sitti.id, baso.id) == (message.text, message.chat.id, message.forward_origin.sender_user.id)


async def test_a_name_is_more_than_spaces(sim: Simulator) -> None:
    with pytest.raises(PageRefusal, match="Namanya"):
        sim.add_person("  ")
