"""The line that tells a newcomer what to try next."""

import pytest
from playwright.async_api import expect

from bot.simulator.chats import Person
from tests.browser.conftest import Visit

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _may_read(visit: Visit, person: Person) -> None:
    commands = [{"command": "periksa", "description": "Baca"}]
    await visit.town.bot.ask("setMyCommands", commands=commands, scope={"type": "chat", "chat_id": person.id})


async def test_the_hint_follows_what_was_done(visit: Visit) -> None:
    hint = visit.page.get_by_test_id("hint")
    await visit.begin(visit.town.villager)
    await expect(hint).to_contain_text("Jawab bot di HP Bu Sitti")
    await _may_read(visit, visit.town.facilitator)
    story = "Sudah tercatat. Pak Rahmat membacanya. Usulan Ibu: /usulanku"
    await visit.town.bot.ask("sendMessage", chat_id=visit.town.villager.id, text=story)
    await expect(hint).to_contain_text("Tulis /periksa di HP Pak Rahmat")
    await visit.begin(visit.town.facilitator)
    await visit.type(visit.town.facilitator, "/periksa")
    await expect(hint).to_contain_text("Kabarnya sampai di HP Bu Sitti")
    await visit.town.bot.ask("sendMessage", chat_id=visit.town.villager.id, text="Sudah dibaca")
    await expect(hint).to_contain_text("usulanku sampai di mana")


async def test_an_usulan_of_another_desa_is_looked_for_where_it_is_read(visit: Visit) -> None:
    await visit.begin(visit.town.villager)
    await _may_read(visit, visit.town.officer)
    await visit.town.bot.ask(
        "sendMessage", chat_id=visit.town.villager.id, text="Sudah tercatat. Usulan Ibu: /usulanku"
    )
    await expect(visit.page.get_by_test_id("hint")).to_contain_text("Tulis /periksa di HP Bu Andi")


async def test_a_hint_can_be_put_aside_for_another_until_none_is_left(visit: Visit) -> None:
    hint, other = visit.page.get_by_test_id("hint-words"), visit.page.get_by_test_id("hint-next")
    seen = [await hint.inner_text()]
    while await other.is_visible():
        await other.click()
        seen.append(await hint.inner_text())
    assert len(seen) == len(set(seen)) > 3
    assert "/bantuan" in seen[-1]


async def test_the_hint_names_the_place_whose_usulan_the_facilitator_reads(visit: Visit) -> None:
    visit.town.facilitator.role = "fasilitator Desa Boiya, Maiwa"
    visit.town.simulator.stage.feed.publish("reload")
    await expect(visit.page.get_by_test_id("hint")).to_contain_text("satu masalah kampung di Desa Boiya, Maiwa")
