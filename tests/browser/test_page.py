"""What a visitor does on a phone of the chat page, against the real simulator and a bot that echoes."""

import re

import pytest
from playwright.async_api import Locator, expect

from tests.browser import pictures
from tests.browser.conftest import Visit

pytestmark = pytest.mark.asyncio(loop_scope="session")

HEARD = """sound => new Promise(heard => {
    sound.addEventListener("timeupdate", () => sound.currentTime > 0 && heard(true));
    sound.addEventListener("error", () => heard(false));
})"""


def texts(phone: Locator) -> Locator:
    return phone.get_by_test_id("text")


async def open_menu_of(message: Locator) -> None:
    await message.hover()
    await message.get_by_test_id("message-menu").click()


async def test_a_newcomer_sees_three_phones_and_what_to_try_first(visit: Visit) -> None:
    await expect(visit.page.get_by_test_id("hint")).to_contain_text("tekan Mulai di HP Bu Sitti")
    for person in (visit.town.villager, visit.town.facilitator, visit.town.officer):
        await expect(visit.phone(person).get_by_test_id("start")).to_be_visible()


async def test_an_empty_chat_introduces_the_bot_in_its_own_words(visit: Visit) -> None:
    welcome = visit.phone(visit.town.villager).get_by_test_id("welcome")
    await expect(welcome).to_contain_text("Teman musrenbang Bapak/Ibu.")


async def test_mulai_starts_the_talk_and_formats_the_answer(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await expect(texts(phone).last.locator("b")).to_have_text("Bu Sitti")


async def test_typed_text_is_sent_with_enter_and_quoted_by_the_bot(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await visit.type(visit.town.villager, "Air keruh <b>sekali</b>")
    await expect(texts(phone).last).to_have_text("Kata Ibu: Air keruh <b>sekali</b>")
    await expect(phone.get_by_test_id("quote")).to_contain_text("Air keruh")


async def test_each_phone_shows_only_its_own_chat(visit: Visit) -> None:
    await visit.begin(visit.town.villager)
    await visit.type(visit.town.villager, "Rahasia kampung")
    await expect(texts(visit.phone(visit.town.villager)).last).to_contain_text("Rahasia")
    await expect(visit.phone(visit.town.facilitator).get_by_test_id("welcome")).to_be_visible()


async def test_a_pressed_button_shows_the_bots_short_answer(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("inline-button").filter(has_text="Setuju").click()
    await expect(phone.get_by_test_id("toast")).to_have_text("Tercatat, terima kasih.")
    await expect(visit.page.get_by_test_id("toast")).to_have_count(1)


async def test_an_alert_must_be_read(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("inline-button").filter(has_text="Tidak dulu").click()
    await expect(visit.page.get_by_test_id("alert-text")).to_have_text("Tidak apa-apa, Bu.")


async def test_a_button_the_bot_ignores_keeps_waiting(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    button = phone.get_by_test_id("inline-button").filter(has_text="Diam saja")
    await button.click()
    await expect(button).to_have_attribute("aria-busy", "true")


async def test_an_edited_message_of_the_bot_changes_in_place(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    before = await phone.get_by_test_id("message").count()
    await phone.get_by_test_id("inline-button").filter(has_text="Dengarkan").click()
    await expect(texts(phone).last).to_have_text("Sudah didengarkan.")
    await expect(phone.get_by_test_id("message")).to_have_count(before)
    await expect(phone.get_by_test_id("inline-keyboard")).to_have_count(0)


async def test_a_link_button_opens_elsewhere(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    link = phone.get_by_test_id("inline-button").filter(has_text="WhatsApp")
    await expect(link).to_have_attribute("href", "https://wa.me/?text=Halo")
    await expect(link).to_have_attribute("target", "_blank")


async def test_a_copy_button_copies(visit: Visit) -> None:
    await visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("inline-button").filter(has_text="Salin nomor").click()
    await expect(phone.get_by_test_id("toast")).to_have_text("Tersalin.")
    assert "Baraka 42" == await visit.page.evaluate("navigator.clipboard.readText()")


async def test_three_photos_are_one_album_that_can_be_enlarged(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("attach").click()
    await phone.get_by_test_id("attach-photo").set_input_files([pictures.photo(f"{n}.jpg") for n in range(3)])
    await visit.page.get_by_test_id("caption").fill("Mata air")
    await visit.page.get_by_test_id("dialog-ok").click()
    await expect(phone.get_by_test_id("album").get_by_test_id("photo")).to_have_count(3)
    await expect(texts(phone).filter(has_text=re.compile("^Mata air$"))).to_have_count(1)
    await phone.get_by_test_id("photo").first.click()
    await expect(visit.page.get_by_test_id("lightbox")).to_be_visible()


async def test_the_attachments_fold_away_when_something_else_is_touched(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("attach").click()
    await expect(phone.get_by_test_id("attach-location")).to_be_visible()
    await phone.get_by_test_id("input").click()
    await expect(phone.get_by_test_id("attach-location")).to_be_hidden()


async def test_a_single_photo_reaches_the_bot(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("attach-photo").set_input_files([pictures.photo()])
    await visit.page.get_by_test_id("dialog-ok").click()
    await expect(texts(phone).last).to_have_text("Foto tanpa keterangan")


async def test_a_voice_file_arrives_as_a_voice_note_that_plays(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("attach-voice").set_input_files([pictures.recording()])
    await expect(texts(phone).last).to_have_text("Suara audio/ogg")
    await phone.get_by_test_id("voice-play").click()
    assert await phone.locator("audio").evaluate(HEARD)


async def test_a_voice_recorded_in_the_browser_arrives_as_ogg(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("mic").click()
    await expect(phone.get_by_test_id("recording")).to_contain_text("0:01")
    await phone.get_by_test_id("record-send").click()
    await expect(texts(phone).last).to_have_text("Suara audio/ogg")


async def test_a_discarded_recording_is_not_sent(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    before = await phone.get_by_test_id("message").count()
    await phone.get_by_test_id("mic").click()
    await phone.get_by_test_id("record-cancel").click()
    await expect(phone.get_by_test_id("input")).to_be_visible()
    await expect(phone.get_by_test_id("message")).to_have_count(before)


async def test_a_document_keeps_its_name(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("attach-document").set_input_files([pictures.letter()])
    await expect(texts(phone).last).to_have_text("Berkas surat.pdf")
    await expect(phone.get_by_test_id("document")).to_contain_text("surat.pdf")


async def test_a_place_of_enrekang_is_sent_with_one_tap(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("attach").click()
    await phone.get_by_test_id("attach-location").click()
    await visit.page.get_by_test_id("place").filter(has_text="Baraka").click()
    await expect(texts(phone).last).to_have_text("Titik -3.404 119.862")
    await expect(phone.get_by_test_id("location")).to_contain_text("dekat Baraka")


async def test_an_own_point_is_sent_as_written(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("attach").click()
    await phone.get_by_test_id("attach-location").click()
    await visit.page.get_by_test_id("latitude").fill("-3.5")
    await visit.page.get_by_test_id("longitude").fill("119.9")
    await visit.page.get_by_test_id("dialog-ok").click()
    await expect(texts(phone).last).to_have_text("Titik -3.500 119.900")


async def test_keys_send_their_words_and_fold_away_after_use(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await visit.type(visit.town.villager, "tombol")
    await expect(phone.get_by_test_id("input")).to_have_attribute("placeholder", "Pilih kecamatan")
    await phone.get_by_test_id("reply-key").filter(has_text="Maiwa").click()
    await expect(texts(phone).last).to_have_text("Kata Ibu: Maiwa")
    await expect(phone.get_by_test_id("reply-keyboard")).to_have_count(0)


async def test_the_bot_may_ask_for_ones_own_number(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await visit.type(visit.town.villager, "tombol")
    await phone.get_by_test_id("reply-key").filter(has_text="Kirim nomor").click()
    await visit.page.get_by_test_id("dialog-ok").click()
    await expect(texts(phone).last).to_contain_text("Nomor sendiri")


async def test_somebody_elses_number_is_not_sent_as_ones_own(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("attach").click()
    await phone.get_by_test_id("attach-contact").click()
    await visit.page.get_by_test_id("own-contact").uncheck()
    await visit.page.get_by_test_id("dialog-ok").click()
    await expect(texts(phone).last).to_contain_text("Nomor orang lain")


async def test_a_forced_reply_aims_at_the_question_with_its_hint(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await visit.type(visit.town.villager, "tanya")
    await expect(phone.get_by_test_id("context")).to_contain_text("Berapa rumah?")
    await expect(phone.get_by_test_id("input")).to_have_attribute("placeholder", "Contoh: 23 rumah")
    await visit.type(visit.town.villager, "23 rumah")
    await expect(phone.get_by_test_id("quote").filter(has_text="Berapa rumah?")).to_have_count(1)


async def test_commands_are_offered_while_typing_a_slash(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await phone.get_by_test_id("input").fill("/us")
    await phone.get_by_test_id("command").filter(has_text="Lihat usulan saya").click()
    await expect(texts(phone).last).to_have_text("Kata Ibu: /usulanku")


async def test_a_poll_can_be_answered(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await visit.type(visit.town.villager, "jajak")
    await phone.get_by_test_id("poll-option").filter(has_text="Jalan tani").click()
    await expect(phone.get_by_test_id("poll-option").filter(has_text="Jalan tani")).to_contain_text("100%")


async def test_the_right_answer_of_a_quiz_is_shown_once_it_is_closed(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    options = [{"text": "Camat"}, {"text": "Bupati"}]
    where = {"chat_id": visit.town.villager.id}
    asked = await visit.town.bot.ask(
        "sendPoll", **where, question="Siapa?", options=options, type="quiz", correct_option_ids=[1], is_anonymous=False
    )
    await phone.get_by_test_id("poll-option").filter(has_text="Camat").click()
    await expect(phone.get_by_test_id("poll-option").filter(has_text="Camat")).to_contain_text("100%")
    await visit.town.bot.ask("stopPoll", **where, message_id=asked["message_id"])
    await expect(phone.get_by_test_id("poll-option").filter(has_text="Bupati")).to_have_class("poll-row right")


async def test_ones_own_message_can_be_changed(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await visit.type(visit.town.villager, "Air keruh")
    mine = phone.locator("[data-testid=message][data-outgoing=false]").filter(has_text="Air keruh")
    await open_menu_of(mine)
    await visit.page.get_by_test_id("menu-edit").click()
    await visit.type(visit.town.villager, "Air keruh dan bau")
    await expect(texts(phone).last).to_have_text("Diubah menjadi: Air keruh dan bau")
    await expect(mine.get_by_test_id("edited")).to_be_visible()


async def test_ones_own_message_can_be_taken_away(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await visit.type(visit.town.villager, "Keliru")
    mine = phone.locator("[data-testid=message][data-outgoing=false]").filter(has_text=re.compile("^Keliru"))
    await open_menu_of(mine)
    await visit.page.get_by_test_id("menu-delete").click()
    await expect(mine).to_have_count(0)


async def test_a_message_of_the_bot_can_be_replied_to_but_not_changed(visit: Visit) -> None:
    phone = await visit.begin(visit.town.villager)
    await open_menu_of(phone.get_by_test_id("message").last)
    await expect(visit.page.get_by_test_id("menu-edit")).to_have_count(0)
    await visit.page.get_by_test_id("menu-reply").click()
    await visit.type(visit.town.villager, "Mau")
    await expect(phone.get_by_test_id("quote").filter(has_text="Selamat datang")).to_have_count(1)
