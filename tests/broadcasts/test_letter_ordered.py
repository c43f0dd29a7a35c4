"""A letter is sent to the bot with an order below it: whom it is for, and what is to stand under it."""

import json

import pytest

from tests.roles.conftest import Office
from tests.support.sentences import mentions


@pytest.mark.parametrize(
    "order",
    ["tolong kirim surat ini ke semua fasilitator se kabupaten. ", "umumkan ke semua fasilitator sekabupaten: "],
)
async def test_a_letter_with_an_order_below_it_shows_its_sample_at_once(office: Office, order: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    words = "Rapat persiapan hari Kamis 14 Januari jam 9.\nWajib hadir"
    await office.telegram.document(hasnah, b"%PDF-1.4 surat", "surat.pdf", "application/pdf", f"{order}{words}")
    await office.hears(hasnah, mentions("siaran_kartu"))
    ((message, audience),) = await office.town.rows("SELECT message, audience FROM broadcasts")
    assert json.loads(message)["html"] == words
    assert json.loads(audience)["wilayah"] == ["73.16"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("itu surat utk fasilitator desa di maiwa ya. Kumpul paling lambat jumat", "Kumpul paling lambat jumat"),
        ("umumkan ke fasilitator maiwa: isi lampiran ini paling lambat jumat", "isi lampiran ini paling lambat jumat"),
        ("untuk fasilitator desa maiwa", ""),
    ],
)
async def test_what_is_typed_below_the_offer_of_a_letter_belongs_to_it(office: Office, typed: str, words: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    await office.telegram.document(hasnah, b"%PDF-1.4", "surat.pdf", "application/pdf")
    await office.hears(hasnah, mentions("form.siaran_tawaran.jadi.tanya"))
    await office.ask(hasnah, typed, mentions("siaran_kartu"))
    ((message, scope),) = await office.town.rows("SELECT message, scope FROM broadcasts")
    told = json.loads(message)
    assert (told["html"], told["media"][0], scope) == (words, "document", "73.16.01")
