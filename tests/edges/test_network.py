"""What a bad network does to letters (N6), and a group that moves to another number (N7)."""

import pytest

from bot.simulator.story import PATIENCE
from bot.store.turn import ANNOUNCEMENT
from tests.edges.conftest import FarOffice, PostOffice
from tests.support.proxy import FINE, Weather

# --- the network ----------------------------------------------------------------------------------------------------


async def test_a_letter_that_surely_never_left_is_sent_again_without_a_mark(far: FarOffice) -> None:
    sitti = far.office.person()
    await far.line.refuse()
    letters = [await far.office.promise(sitti, "Halo"), await far.office.promise(sitti, "Kabar", ANNOUNCEMENT)]
    await far.office.deliver()
    assert [(None, False)] * 2 == [await far.office.fate(letter) for letter in letters]
    await far.line.accept()
    await far.office.deliver(after=2.0)
    assert ["Halo", "Kabar"] == far.office.received(sitti)
    assert [("sent", False)] * 2 == [await far.office.fate(letter) for letter in letters]


async def test_a_network_that_swallows_everything_delays_a_letter(far: FarOffice) -> None:
    sitti = far.office.person()
    far.line.weather = Weather(blackhole=True)
    far.office.give_up_after(1.0)
    letter = await far.office.promise(sitti)
    await far.office.deliver()
    assert (None, True) == await far.office.fate(letter)
    far.line.cut()
    far.line.weather = FINE
    far.office.give_up_after(PATIENCE)
    await far.office.deliver(after=2.0)
    assert (["Halo"], ("sent", True)) == (far.office.received(sitti), await far.office.fate(letter))


@pytest.mark.parametrize(
    "weather", [Weather(lose_replies=True), Weather(reply_bytes=60), Weather(drip=16, drip_pause=0.2)]
)
async def test_what_was_sent_twice_is_what_is_marked(far: FarOffice, weather: Weather) -> None:
    sitti, hasan = far.office.person("Sitti"), far.office.person("Hasan")
    await far.office.promise(hasan, "sebelumnya")
    await far.office.deliver()
    far.line.cut()
    far.line.weather = weather
    far.office.give_up_after(1.0)
    letter = await far.office.promise(sitti)
    await far.office.deliver()
    far.line.cut()
    far.line.weather = FINE
    far.office.give_up_after(PATIENCE)
    await far.office.deliver(after=2.0)
    assert (["Halo"] * 2, ("sent", True)) == (far.office.received(sitti), await far.office.fate(letter))
    assert ["sebelumnya"] == far.office.received(hasan)


# --- a group that moves ---------------------------------------------------------------------------------------------


async def test_letters_follow_a_group_to_its_new_number_in_order(any_office: PostOffice) -> None:
    group = any_office.simulator.add_group("Musrenbang Baraka", [any_office.person()])
    any_office.simulator.add_fault("migrate", chat=group, times=1)
    letters = [await any_office.promise(group, text) for text in ("satu", "dua", "tiga")]
    await any_office.deliver()
    assert group.migrated_to is not None
    moved = any_office.simulator.stage.directory.chats[group.migrated_to]
    assert ["satu", "dua", "tiga"] == any_office.received(moved)
    assert [("sent", False)] * 3 == [await any_office.fate(letter) for letter in letters]


async def test_a_letter_written_to_the_old_number_of_a_group_still_arrives(office: PostOffice) -> None:
    group = office.simulator.add_group("Musrenbang Baraka", [office.person()])
    office.simulator.add_fault("migrate", chat=group, times=1)
    await office.promise(group, "satu")
    await office.deliver()
    assert group.migrated_to is not None
    await office.promise(group, "dua")
    await office.deliver()
    assert ["satu", "dua"] == office.received(office.simulator.stage.directory.chats[group.migrated_to])
