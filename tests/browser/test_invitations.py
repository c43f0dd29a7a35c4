"""Invitations and handing over, seen as people see them: by QR code, by typed code, too late, twice, taken back."""

import io
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import pytest_asyncio
import zxingcpp
from PIL import Image
from playwright.async_api import Browser, Locator, expect

from bot.work.access import BAPPEDA, FASILITATOR_DESA
from tests.browser.window import ANSWER_MS, DESKTOP, Village, Window, button, hears, open_window, press, shows
from tests.support.town import Town

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]

DESA, KABUPATEN = "73.16.01.2012", "73.16"


class Office(Village):
    """A town with the real bot: an officer, a newcomer, and somebody who comes second."""

    def __init__(self, place: Town) -> None:
        super().__init__(place)
        self.officer = self.add("Hasnah", "petugas kabupaten")
        self.newcomer = self.add("Rahman", "fasilitator desa")
        self.second = self.add("Nurhayati", "pengganti")


@pytest_asyncio.fixture(loop_scope="session")
async def office(village: Village) -> Office:
    return Office(village.place)


async def begin(phone: Locator) -> None:
    """Press *Mulai*, as somebody does whose link has lost its code."""
    await phone.get_by_test_id("start").click()
    await hears(phone, "Setuju?")


async def invite(visit: Window, office: Office, name: str) -> Locator:
    """The officer invites a facilitator; returns the message with the code."""
    phone = visit.phone(office.officer)
    await visit.type(office.officer, "/undang")
    await hears(phone, "Siapa yang mau diundang")
    await press(phone, "Undang satu orang", "Diundang sebagai apa")
    await press(phone, "Fasilitator desa", "Bertugas di kecamatan mana")
    await visit.type(office.officer, "Maiwa")
    await hears(phone, "Desa atau kelurahan apa")
    await visit.type(office.officer, "Boiya")
    await hears(phone, "Siapa namanya")
    await visit.type(office.officer, name)
    return await shows(phone, f"Undangan untuk {name}")


async def code_in(message: Locator) -> str:
    return (await message.locator("code").first.inner_text()).strip()


async def photographed(visit: Window, phone: Locator) -> str:
    """What a second telephone's camera reads from the newest card on this screen."""
    await expect(phone.get_by_test_id("photo").last).to_be_visible(timeout=ANSWER_MS)
    await phone.get_by_test_id("photo").last.click()
    card = visit.page.get_by_test_id("lightbox").locator("img")
    await expect(card).to_be_visible()
    await card.evaluate("image => image.decode()")
    shot = await card.screenshot()
    await visit.page.keyboard.press("Escape")
    (read,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(shot)))
    return read.text


async def test_an_invitation_by_qr_code_serves_once(browser: Browser, office: Office) -> None:
    await office.seat(office.officer, BAPPEDA, KABUPATEN)
    visit = await open_window(browser, office.simulator.url, *DESKTOP)
    officer, newcomer, second = (visit.phone(p) for p in (office.officer, office.newcomer, office.second))
    message = await invite(visit, office, "Pak Rahman")
    code = await code_in(message)
    address = urlsplit(await photographed(visit, officer))
    await visit.look("undangan-1-kartu")
    assert address.path == "/KawanMusrenbangBot"
    await office.simulator.begin(office.newcomer, parse_qs(address.query)["start"][0])
    await hears(newcomer, "tercatat sebagai fasilitator desa untuk Desa Boiya")
    await visit.look("undangan-2-bergabung")
    await begin(second)
    await visit.type(office.second, code)
    await hears(second, "Kode itu tidak bisa dipakai")
    await visit.close()


async def test_a_typed_code_works_and_a_revoked_or_late_one_does_not(browser: Browser, office: Office) -> None:
    await office.seat(office.officer, BAPPEDA, KABUPATEN)
    visit = await open_window(browser, office.simulator.url, *DESKTOP)
    officer, newcomer, second = (visit.phone(p) for p in (office.officer, office.newcomer, office.second))
    typed = await code_in(await invite(visit, office, "Pak Rahman"))
    late = await code_in(await invite(visit, office, "Ibu Ani"))
    revoked = await code_in(await invite(visit, office, "Ibu Nur"))
    await button(officer, "Cabut undangan ini").click()
    await shows(officer, "Undangan untuk Ibu Nur sudah dicabut")
    await visit.look("undangan-3-dicabut")
    await begin(newcomer)
    await begin(second)
    await visit.type(office.newcomer, f"{typed[:4]} {typed[4:]}".lower())
    await hears(newcomer, "Selamat datang")
    await visit.type(office.second, revoked)
    await hears(second, "Kode itu tidak bisa dipakai")
    await office.simulator.move_clock(by=timedelta(days=31).total_seconds())
    await office.place.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    await visit.page.wait_for_timeout(2500)  # the bot looks at the clock once a second
    await visit.type(office.second, late)
    await expect(second.get_by_text("Kode itu tidak bisa dipakai")).to_have_count(2, timeout=ANSWER_MS)
    await visit.look("undangan-4-terlambat")
    await visit.close()


async def test_a_successor_takes_over_on_the_page(browser: Browser, office: Office) -> None:
    await office.seat(office.newcomer, FASILITATOR_DESA, DESA)
    visit = await open_window(browser, office.simulator.url, *DESKTOP)
    old, successor = visit.phone(office.newcomer), visit.phone(office.second)
    await visit.type(office.newcomer, "/serahkan")
    await hears(old, "sekarang bertugas sebagai")
    await press(old, "Serahkan tugas saya", "Betul diserahkan untuk seterusnya?")
    await visit.look("undangan-5-yang-pindah")
    await button(old, "Ya, buat kodenya").click()
    message = await shows(old, "Kode untuk pengganti Rahman")
    await visit.look("undangan-5-serahkan")
    await begin(successor)
    await visit.type(office.second, await code_in(message))
    await shows(successor, "meneruskan tugas Rahman")
    await shows(old, "sudah diteruskan oleh Nurhayati")
    await visit.look("undangan-6-diteruskan")
    await visit.type(office.newcomer, "/periksa")
    await hears(old, "Perintah ini untuk fasilitator")
    await visit.type(office.second, "/tempat")
    await hears(successor, "Tekan satu nama")
    await visit.look("undangan-7-tempat")
    await visit.close()
