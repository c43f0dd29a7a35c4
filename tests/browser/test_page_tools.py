"""The bar above the phones, deep links, groups, and what keeps the page honest on a small screen and a bad line."""

from datetime import UTC, datetime

import pytest
from playwright.async_api import Browser, expect

from tests.browser.conftest import Town, Visit, open_page

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_clock_moves_by_an_hour_and_a_day(visit: Visit) -> None:
    await visit.town.simulator.move_clock(to=datetime(2027, 1, 12, 1, 30, tzinfo=UTC))
    clock = visit.page.get_by_test_id("clock")
    await expect(clock).to_contain_text("09.30 WITA")
    await visit.page.get_by_test_id("clock-hour").click()
    await visit.page.get_by_test_id("clock-day").click()
    await expect(clock).to_contain_text("10.30 WITA")
    await expect(clock).to_contain_text("13 Jan 2027")


async def test_the_clock_moves_to_a_civil_date_of_the_kabupaten(visit: Visit) -> None:
    await visit.page.get_by_test_id("clock-date").click()
    for part, value in {"day": "31", "month": "2", "year": "2027", "hour": "9", "minute": "0"}.items():
        await visit.page.get_by_test_id(f"moment-{part}").select_option(value)
    await visit.page.get_by_test_id("dialog-ok").click()
    await expect(visit.page.get_by_test_id("clock-dialog")).to_contain_text("Februari 2027 tidak punya tanggal 31")
    await visit.page.get_by_test_id("moment-day").select_option("4")
    await visit.page.get_by_test_id("dialog-ok").click()
    await expect(visit.page.get_by_test_id("clock")).to_contain_text("09.00 WITA")
    await expect(visit.page.get_by_test_id("clock")).to_contain_text("4 Feb 2027")


async def test_a_day_later_messages_stand_under_another_date(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await visit.page.get_by_test_id("clock-day").click()
    await expect(phone.get_by_test_id("day")).to_have_text(["Kemarin"])
    await visit.type(visit.town.villager, "Pagi")
    await expect(phone.get_by_test_id("day")).to_have_text(["Kemarin", "Hari ini"])


async def test_a_fault_is_set_shown_and_taken_away(visit: Visit) -> None:
    await visit.page.get_by_test_id("open-faults").click()
    await visit.page.get_by_test_id("fault-kind").select_option("lost_reply")
    await visit.page.get_by_test_id("fault-times").fill("2")
    await visit.page.get_by_test_id("fault-add").click()
    await expect(visit.page.get_by_test_id("fault")).to_contain_text("2 kali lagi")
    await expect(visit.page.get_by_test_id("fault-count")).to_have_text("1")
    await visit.page.get_by_test_id("fault-remove").click()
    await expect(visit.page.get_by_test_id("fault")).to_have_count(0)
    assert [] == visit.town.simulator.stage.faults.as_json()


async def test_a_fault_can_be_limited_to_one_phone_and_one_method(visit: Visit) -> None:
    await visit.page.get_by_test_id("open-faults").click()
    await visit.page.get_by_test_id("fault-kind").select_option("429")
    await visit.page.get_by_text("Lebih rinci").click()
    await visit.page.get_by_test_id("fault-chat").select_option(label="Pak Rahmat")
    await visit.page.get_by_test_id("fault-method").fill("sendMessage")
    await visit.page.get_by_test_id("fault-wait").fill("7")
    await visit.page.get_by_test_id("fault-add").click()
    await expect(visit.page.get_by_test_id("fault")).to_contain_text("HP Pak Rahmat")
    fault = visit.town.simulator.stage.faults.as_json()[0]
    assert "429" == fault["kind"]
    assert (visit.town.facilitator.id, "sendMessage", 7) == (fault["chat"], fault["method"], fault["retry_after"])


async def test_the_bots_calls_are_listed_with_what_was_refused(visit: Visit) -> None:
    await visit.page.get_by_test_id("open-calls").click()
    await visit.begin(visit.town.villager)
    await expect(visit.page.get_by_test_id("call").first).to_contain_text("sendMessage")
    await visit.town.bot.ask("sendMessage", chat_id=visit.town.officer.id, text="Halo")
    await expect(visit.page.get_by_test_id("call").first).to_contain_text("Forbidden")


async def test_the_bot_can_be_killed_after_a_question(visit: Visit) -> None:
    await visit.page.get_by_test_id("kill-bot").click()
    await visit.page.get_by_test_id("kill-confirm").click()
    await expect(visit.page.get_by_test_id("toast")).to_contain_text("Bot dimatikan")
    assert [None] == visit.town.kills


async def test_a_new_person_gets_a_phone_at_once(visit: Visit) -> None:
    await visit.page.get_by_test_id("add-person").click()
    await visit.page.get_by_test_id("person-name").fill("Bu Hasna")
    await visit.page.get_by_test_id("dialog-ok").click()
    await expect(visit.page.locator("[data-person='Bu Hasna']").get_by_test_id("start")).to_be_visible()


async def test_a_phone_can_be_put_away_and_brought_back(visit: Visit) -> None:
    tab = visit.page.get_by_test_id(f"tab-{visit.town.officer.id}")
    await tab.click()
    await expect(visit.phone(visit.town.officer)).to_have_count(0)
    await tab.click()
    await expect(visit.phone(visit.town.officer)).to_be_visible()


async def test_a_group_is_talked_in_by_its_members(visit: Visit) -> None:
    await visit.begin(visit.town.villager)
    await visit.page.get_by_test_id("add-group").click()
    await visit.page.get_by_test_id("group-title").fill("Dusun Tanete")
    await visit.page.get_by_test_id("dialog-ok").click()
    for person in (visit.town.villager, visit.town.facilitator):
        await visit.phone(person).get_by_test_id("back").click()
        await visit.phone(person).get_by_test_id("chat-item").filter(has_text="Dusun Tanete").click()
    await visit.type(visit.town.villager, "Assalamualaikum")
    heard = visit.phone(visit.town.facilitator).get_by_test_id("message").last
    await expect(heard).to_contain_text("Bu Sitti")
    await expect(heard).to_contain_text("Assalamualaikum")


async def test_an_invitation_link_in_a_message_starts_the_bot_with_its_code(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await visit.type(visit.town.villager, "t.me/KawanMusrenbangBot?start=undang-7")
    await phone.get_by_role("link", name="start=undang-7").first.click()
    await expect(phone.get_by_test_id("text").last).to_have_text("Undangan undang-7 diterima.")


async def test_an_invitation_code_can_be_typed_before_mulai(visit: Visit) -> None:
    phone = visit.phone(visit.town.facilitator)
    await phone.get_by_test_id("chat-menu").click()
    await visit.page.get_by_test_id("open-link").click()
    await visit.page.get_by_test_id("link").fill("https://t.me/KawanMusrenbangBot?start=kode9")
    await visit.page.get_by_test_id("dialog-ok").click()
    await expect(phone.get_by_test_id("text").last).to_have_text("Undangan kode9 diterima.")


async def test_a_blocked_bot_cannot_be_written_to(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("chat-menu").click()
    await visit.page.get_by_test_id("block").click()
    await expect(phone.get_by_test_id("input")).to_have_count(0)
    await phone.get_by_test_id("unblock").click()
    await expect(phone.get_by_test_id("input")).to_be_visible()


async def test_what_the_simulator_refuses_is_said_and_the_words_are_kept(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await visit.type(visit.town.villager, "a" * 4097)
    await expect(phone.get_by_test_id("toast")).to_have_text("Pesannya terlalu panjang.")
    assert 4097 == len(await phone.get_by_test_id("input").input_value())
    visit.complaints.clear()  # the browser itself notes the refused request


async def test_markup_in_a_name_stays_words(browser: Browser, town: Town) -> None:
    someone = town.simulator.add_person("<img src=x onerror=alert(1)>")
    visit = await open_page(browser, town, 1366, 800)
    await visit.page.get_by_test_id(f"tab-{someone.id}").click()
    phone = await visit.begin(someone)
    await expect(phone.get_by_test_id("text").last).to_contain_text("<img src=x onerror=alert(1)>")
    assert 0 == await visit.page.locator("img[src=x]").count()
    await visit.page.context.close()


async def test_a_simulator_that_was_away_is_found_again(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    port = int(visit.town.url.rsplit(":", 1)[1])
    await visit.town.bot.stop()
    await visit.town.simulator.stop()
    await expect(visit.page.get_by_test_id("lost")).to_be_visible()
    await visit.town.simulator.say(visit.town.villager, "Ditulis waktu terputus")
    await visit.town.simulator.start(port=port)
    await visit.town.bot.start()
    await expect(visit.page.get_by_test_id("lost")).to_be_hidden()
    await expect(phone.get_by_test_id("text").filter(has_text="Kata Ibu: Ditulis waktu terputus")).to_have_count(1)
    visit.complaints.clear()  # the browser itself notes the broken line


async def test_at_360_pixels_nothing_is_wider_than_the_screen(small_visit: Visit) -> None:
    visit = small_visit
    phone = await visit.begin(visit.town.villager)
    await visit.type(visit.town.villager, "tombol")
    await phone.get_by_test_id("reply-keyboard").wait_for()
    await visit.type(visit.town.villager, "x" * 300)
    await expect(phone.get_by_test_id("text").last).to_contain_text("Kata Ibu: xxx")
    await visit.page.get_by_test_id("tools-toggle").click()
    assert 0 >= await visit.overflow()
    assert 0 == await phone.get_by_test_id("messages").evaluate("list => list.scrollWidth - list.clientWidth")
    boxes = [await button.bounding_box() for button in await phone.get_by_test_id("inline-button").all()]
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in boxes)


async def test_on_a_small_screen_tabs_change_the_phone_and_count_what_is_new(small_visit: Visit) -> None:
    visit = small_visit
    town = visit.town
    await visit.begin(town.villager)
    await visit.page.get_by_test_id(f"tab-{town.facilitator.id}").click()
    await expect(visit.phone(town.villager)).to_have_count(0)
    await town.simulator.say(town.villager, "Ada yang baru")
    tab = visit.page.get_by_test_id(f"tab-{town.villager.id}")
    await expect(tab.get_by_test_id("tab-unread")).to_have_text("1")
    await tab.click()
    await expect(visit.phone(town.villager).get_by_test_id("text").last).to_contain_text("Ada yang baru")
    await expect(tab.get_by_test_id("tab-unread")).to_have_count(0)


async def test_reading_older_messages_is_not_interrupted_by_new_ones(small_visit: Visit) -> None:
    visit = small_visit
    town = visit.town
    phone = await visit.begin(town.villager)
    for number in range(12):
        await town.simulator.say(town.villager, f"Kalimat {number}")
    await expect(phone.get_by_test_id("text").filter(has_text="Kata Ibu: Kalimat 11")).to_have_count(1)
    messages = phone.get_by_test_id("messages")
    await messages.evaluate("list => list.scrollTo({top: 0})")
    await expect(phone.get_by_test_id("day")).to_be_in_viewport()
    await town.bot.ask("sendMessage", chat_id=town.villager.id, text="Kabar baru")
    await expect(phone.get_by_test_id("to-bottom")).to_have_text("1")
    assert 0 == await messages.evaluate("list => list.scrollTop")
    await phone.get_by_test_id("to-bottom").click()
    await expect(phone.get_by_test_id("text").last).to_be_in_viewport()


async def test_what_was_just_said_stays_in_view_when_keys_open_below_it(small_visit: Visit) -> None:
    visit = small_visit
    phone = await visit.begin(visit.town.villager)
    for number in range(4):
        await visit.town.simulator.say(visit.town.villager, f"Kalimat {number}")
    await expect(phone.get_by_test_id("text").last).to_have_text("Kata Ibu: Kalimat 3")
    await visit.type(visit.town.villager, "tombol")
    await phone.get_by_test_id("reply-keyboard").wait_for()
    await expect(phone.get_by_test_id("text").last).to_be_in_viewport(ratio=1)


MARKED = {
    "text": "🌾 <b> ya tautan /mulai x@y.id",
    "entities": [
        {"type": "bold", "offset": 0, "length": 9},
        {"type": "italic", "offset": 3, "length": 3},
        {"type": "underline", "offset": 7, "length": 9},
        {"type": "text_link", "offset": 10, "length": 6, "url": "javascript:x()"},
        {"type": "bot_command", "offset": 17, "length": 6},
        {"type": "email", "offset": 24, "length": 6},
    ],
}
SHOWN = (
    "<b>🌾 <i>&lt;b&gt;</i> <u>ya</u></b><u> <span>tautan</span></u> "
    '<button type="button" class="command">/mulai</button> '
    '<a href="mailto:x@y.id" target="_blank" rel="noopener noreferrer">x@y.id</a>'
)


async def test_marks_nest_also_where_they_only_overlap_and_words_never_become_markup(visit: Visit) -> None:
    shown = await visit.page.evaluate(
        """async message => {
            const { formatted } = await import("/page/markup.js");
            const box = document.createElement("div");
            box.append(...formatted(message, () => {}));
            return box.innerHTML;
        }""",
        MARKED,
    )
    assert shown == SHOWN


async def test_a_person_who_knows_only_the_keyboard_can_choose_a_button(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("inline-button").filter(has_text="Setuju").focus()
    await visit.page.keyboard.press("Enter")
    await expect(phone.get_by_test_id("toast")).to_have_text("Tercatat, terima kasih.")


async def test_the_draft_of_each_chat_is_kept(visit: Visit) -> None:
    town = visit.town
    phone = await visit.begin(town.villager)
    town.simulator.add_group("Dusun Tanete", [town.villager])
    await phone.get_by_test_id("input").fill("Belum selesai")
    await phone.get_by_test_id("back").click()
    await phone.get_by_test_id("chat-item").filter(has_text="Dusun Tanete").click()
    await expect(phone.get_by_test_id("input")).to_have_value("")
    await phone.get_by_test_id("back").click()
    await phone.get_by_test_id("chat-item").filter(has_text="Kawan Musrenbang").click()
    await expect(phone.get_by_test_id("input")).to_have_value("Belum selesai")


async def test_the_page_reads_everything_again_when_the_simulator_forgot_events(visit: Visit) -> None:
    visit.town.officer.role = "kepala bidang"
    visit.town.simulator.stage.feed.publish("reload")
    await expect(visit.phone(visit.town.officer)).to_contain_text("kepala bidang")
