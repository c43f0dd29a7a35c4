"""Posters: made for a place, read by a telephone's camera, and the conversation begins with that place."""

import io

import pytest
import zxingcpp
from PIL import Image

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from bot.work.places.posters import payload
from tests.roles.conftest import DESA, OTHER_DESA, Office
from tests.support.sentences import mentions, says, words
from tests.support.town import catalog_of

DUSUN = catalog_of().places.dusun(DESA)[0]


async def poster(office: Office, person: Person, *buttons: str) -> Json:
    """The poster that follows from these buttons; nobody is named but the one who makes it."""
    await office.ask(person, "/poster", "Dusun mana")
    for button in buttons[:-1]:
        await office.press(person, button, "")
    await office.town.simulator.press(person, buttons[-1])
    return await office.town.simulator.wait_for(person, lambda message: "document" in message, timeout=20)


def page_of(pdf: bytes) -> Image.Image:
    """The one page of a PDF that is one picture."""
    start = pdf.index(b"\xff\xd8")
    return Image.open(io.BytesIO(pdf[start : pdf.index(b"endstream", start)]))


async def consented(office: Office, name: str = "Sitti") -> Person:
    person = office.town.simulator.add_person(name)
    await office.town.simulator.begin(person)
    await office.hears(person, says("izin"))
    await office.press(person, words("tombol_setuju"), "kecamatan")
    await office.ask(person, "/batal", says("draf_dibatalkan"))
    return person


async def test_a_poster_is_a_page_of_a4_that_a_camera_reads(office: Office) -> None:
    facilitator = await office.join("Rahman", "fasilitator_desa")
    message = await poster(office, facilitator, DUSUN, "Tempat umum", words("tombol.lewati"))
    assert message["document"]["mime_type"] == "application/pdf"
    pdf = office.town.simulator.file(message["document"]["file_id"])
    assert len(pdf) < 500_000
    page = page_of(pdf)
    assert abs(page.width / page.height - 210 / 297) < 0.001
    read = [found.text for found in zxingcpp.read_barcodes(page)]
    assert read == [f"https://t.me/KawanMusrenbangBot?start={payload(DESA, DUSUN)}"]


async def test_somebody_who_scans_it_begins_with_the_story(office: Office) -> None:
    villager = await consented(office)
    await office.town.simulator.begin(villager, payload(DESA, DUSUN))
    await office.hears(villager, "ceritakan")
    assert any(text in says("poster_dibaca", tempat=f"{DUSUN}, Boiya") for text in office.texts(villager))


async def test_a_newcomer_who_scans_it_is_asked_for_consent_and_then_begins_with_the_story(office: Office) -> None:
    villager = office.town.simulator.add_person("Sitti")
    await office.town.simulator.begin(villager, payload(DESA, DUSUN))
    await office.hears(villager, says("izin"))
    await office.press(villager, words("tombol_setuju"), "ceritakan")


@pytest.mark.parametrize("told", ["t-9999999999-x", "t-", "t-7316012012-tidakpernahada", "t-x-y-z", "t-731601"])
async def test_a_poster_of_a_place_that_is_no_more_begins_as_usual(office: Office, told: str) -> None:
    villager = await consented(office)
    await office.town.simulator.begin(villager, told)
    await office.town.simulator.wait_for(villager, lambda message: "reply_markup" in message)
    assert any("kecamatan" in text or "Dusun" in text for text in office.texts(villager)[-1:])


async def test_a_poster_still_knows_its_dusun_after_the_name_was_changed(office: Office) -> None:
    facilitator = await office.join("Rahman", "fasilitator_desa")
    await office.ask(facilitator, "/tempat", "Desa Boiya")
    await office.press(facilitator, DUSUN, says("tempat_satu"))
    await office.press(facilitator, words("tombol_ganti_nama_tempat"), "Nama yang benar")
    await office.ask(facilitator, "Kampung Baru Sekali", "dulu:")
    villager = await consented(office)
    await office.town.simulator.begin(villager, payload(DESA, DUSUN))
    await office.hears(villager, "ceritakan")
    assert any(text in says("poster_dibaca", tempat="Kampung Baru Sekali, Boiya") for text in office.texts(villager))


async def test_nobody_makes_a_poster_for_another_desa(office: Office) -> None:
    facilitator = await office.join("Rahman", "fasilitator_desa")
    await office.ask(facilitator, "/poster", "Dusun mana")
    await office.press(facilitator, words("tombol.kembali"), "Desa atau kelurahan")
    await office.press(facilitator, words("tombol.kembali"), "kecamatan")
    await office.ask(facilitator, "Enrekang", "Desa atau kelurahan")
    name = catalog_of().places.find(OTHER_DESA)
    assert name is not None
    await office.ask(facilitator, name.name, "Lingkungan mana")
    lingkungan = catalog_of().places.dusun(OTHER_DESA)[0]
    await office.press(facilitator, lingkungan, "ditempel")
    await office.press(facilitator, words("form.poster.untuk.pilihan.umum"), mentions("form.poster.kontak.tanya"))
    await office.press(facilitator, words("tombol.lewati"), says("tempat_luar_wilayah"))


def test_the_payload_of_every_dusun_fits_a_link_and_is_its_own() -> None:
    places = catalog_of().places
    desa = [d.code for k in places.children("73.16") for d in places.children(k.code)]
    payloads = [payload(code, name) for code in desa for name in places.dusun(code)]
    assert all(len(told) <= 64 and told.replace("-", "").isalnum() and told.isascii() for told in payloads)
    assert len(payloads) - len(set(payloads)) <= sum(len(places.dusun(c)) - len(set(places.dusun(c))) for c in desa)
