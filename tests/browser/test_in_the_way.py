"""What opens, comes or goes on the page lies in nobody's way, and is seen."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_list_of_commands_folds_away_at_a_touch_elsewhere_and_with_escape(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    offered = phone.get_by_test_id("commands")
    await phone.get_by_test_id("commands-toggle").click()
    await expect(offered).to_be_visible()
    await visit.page.get_by_test_id("clock").click()
    await expect(offered).to_be_hidden()
    await phone.get_by_test_id("commands-toggle").click()
    await expect(offered).to_be_visible()
    await visit.page.keyboard.press("Escape")
    await expect(offered).to_be_hidden()


async def test_the_second_tap_of_a_double_tap_presses_nothing_that_slid_under_the_finger(visit: Visit) -> None:
    town, phone = visit.town, await visit.begin(visit.town.villager)
    key = {"inline_keyboard": [[{"text": "Lagi", "callback_data": "diam"}]]}
    await town.bot.ask("sendMessage", chat_id=town.villager.id, text="Baru", reply_markup=key)
    row = phone.get_by_test_id("inline-button").filter(has_text="Lagi")
    await row.wait_for()
    at = await row.bounding_box()
    assert at is not None
    await visit.page.mouse.click(at["x"] + 20, at["y"] + 20)
    assert not town.simulator.stage.presses
    await row.click()
    await expect(row).to_have_attribute("aria-busy", "true")


async def test_a_new_group_is_seen_on_every_phone_of_its_members(visit: Visit) -> None:
    await visit.page.get_by_test_id("add-group").click()
    await visit.page.get_by_test_id("group-title").fill("Dusun Tanete")
    await visit.page.get_by_test_id("dialog-ok").click()
    await expect(visit.page.locator("body > [data-testid=toast]")).to_contain_text("Dusun Tanete")
    for person in (visit.town.villager, visit.town.facilitator):
        await expect(visit.phone(person).get_by_test_id("others-unread")).to_be_visible()
    phone = visit.phone(visit.town.facilitator)
    await phone.get_by_test_id("back").click()
    await phone.get_by_test_id("chat-item").filter(has_text="Dusun Tanete").click()
    await expect(phone.get_by_test_id("others-unread")).to_have_count(0)


async def test_a_drawer_closes_with_escape(visit: Visit) -> None:
    await visit.page.get_by_test_id("open-faults").click()
    await visit.page.keyboard.press("Escape")
    await expect(visit.page.get_by_test_id("faults-panel")).to_be_hidden()


async def test_the_phones_say_when_the_bot_is_gone_and_the_page_when_it_is_back(visit: Visit) -> None:
    state = visit.phone(visit.town.villager).get_by_test_id("chat-state")
    await expect(state).to_have_text("bot")
    await visit.town.bot.stop()
    await expect(state).to_have_text("sedang menyala…")
    await visit.town.bot.start()
    await expect(visit.page.locator("body > [data-testid=toast]")).to_have_text("Bot sudah menyala lagi.")
    await expect(state).to_have_text("bot")


async def test_whoever_stands_just_above_the_end_is_taken_along(small_visit: Visit) -> None:
    town, phone = small_visit.town, await small_visit.begin(small_visit.town.villager)
    for number in range(12):
        await town.simulator.say(town.villager, f"Kalimat {number}")
    await expect(phone.get_by_test_id("text").filter(has_text="Kata Ibu: Kalimat 11")).to_have_count(1)
    await phone.get_by_test_id("messages").evaluate("list => list.scrollBy({top: -120})")
    await town.bot.ask("sendMessage", chat_id=town.villager.id, text="Kabar baru")
    await expect(phone.get_by_test_id("text").last).to_have_text("Kabar baru")
    await expect(phone.get_by_test_id("text").last).to_be_in_viewport()
