"""Groups: who hears what under privacy mode, and how the bot comes and goes."""

import pytest
from telegram import Bot
from telegram.error import Forbidden

from bot.simulator import Rates
from bot.simulator.chats import Chat, Person
from bot.simulator.refusals import PageRefusal
from tests.simulator.conftest import Poller
from tests.support.simulator import Simulator


@pytest.fixture
def group(sim: Simulator, sitti: Person) -> Chat:
    made = sim.add_group("Musrenbang Baraka", [sitti])
    sim.stage.updates.forget()
    return made


HEARD = [
    ("/usulanku", True),
    ("/usulanku@KawanMusrenbangBot", True),
    ("/usulanku@BotLain", False),
    ("@KawanMusrenbangBot tolong", True),
    ("@botlain tolong", False),
    ("Selamat pagi", False),
    ("https://contoh.id/mulai", False),
]


@pytest.mark.parametrize(("text", "heard"), HEARD)
async def test_under_privacy_mode_the_bot_hears_only_what_is_meant_for_it(
    sim: Simulator, poller: Poller, sitti: Person, group: Chat, text: str, heard: bool
) -> None:
    await sim.say(sitti, text, group)

    assert heard == bool(await poller.updates())


async def test_the_bot_hears_replies_to_it(
    sim: Simulator, bot: Bot, poller: Poller, sitti: Person, group: Chat
) -> None:
    asked = await bot.send_message(group.id, "Siapa yang datang?")

    await sim.say(sitti, "Saya", group, reply_to=asked.message_id)

    message = (await poller.newest()).message
    assert message is not None
    assert message.reply_to_message is not None
    assert "Siapa yang datang?" == message.reply_to_message.text


async def test_the_bot_does_not_hear_replies_to_others(
    sim: Simulator, poller: Poller, sitti: Person, group: Chat
) -> None:
    first = await sim.say(sitti, "Siapa yang datang?", group)

    await sim.say(sitti, "Saya", group, reply_to=first["message_id"])

    assert [] == await poller.updates()


async def test_without_privacy_mode_the_bot_hears_everything(fake_token: str) -> None:
    sim = Simulator(fake_token, rates=Rates.unlimited(), privacy=False)
    sitti = sim.add_person("Sitti")
    group = sim.add_group("Musrenbang Baraka", [sitti])
    sim.stage.updates.forget()

    await sim.say(sitti, "Selamat pagi", group)

    assert 1 == len(sim.stage.updates)


async def test_the_bot_is_told_when_it_is_added(sim: Simulator, poller: Poller, sitti: Person) -> None:
    sim.add_group("Musrenbang Baraka", [sitti])

    joined = (await poller.updates())[0].my_chat_member

    assert joined is not None
    assert ("left", "member") == (joined.old_chat_member.status, joined.new_chat_member.status)


async def test_the_bot_is_told_when_it_is_removed_and_may_not_write(
    sim: Simulator, bot: Bot, poller: Poller, sitti: Person, group: Chat
) -> None:
    await sim.remove_bot(sitti, group)

    left = (await poller.newest()).my_chat_member

    assert left is not None
    assert "kicked" == left.new_chat_member.status
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(group.id, "Halo")


async def test_an_anonymous_admin_has_no_face(sim: Simulator, poller: Poller, sitti: Person, group: Chat) -> None:
    await sim.post(sitti, {"text": "@KawanMusrenbangBot halo", "entities": [MENTION]}, group, anonymous=True)

    message = (await poller.newest()).message

    assert message is not None
    assert message.from_user is not None
    assert message.sender_chat is not None
    assert ("GroupAnonymousBot", group.id) == (message.from_user.username, message.sender_chat.id)


MENTION = {"type": "mention", "offset": 0, "length": 19}


async def test_strangers_do_not_write_into_a_group(sim: Simulator, group: Chat) -> None:
    baso = sim.add_person("Baso")

    with pytest.raises(PageRefusal):
        await sim.say(baso, "/mulai", group)


async def test_a_group_needs_somebody(sim: Simulator) -> None:
    with pytest.raises(PageRefusal):
        sim.add_group("Kosong", [])


async def test_the_bot_can_ask_who_made_a_group(sim: Simulator, bot: Bot, sitti: Person) -> None:
    group = sim.add_group("Musrenbang Baraka", [sitti, sim.add_person("Baso")])

    (maker,) = await bot.get_chat_administrators(group.id)

    assert ("creator", sitti.id) == (maker.status, maker.user.id)
