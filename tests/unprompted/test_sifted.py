"""By what an officer wants usulan sifted: it is held to, or said by name not to be."""

import pytest

from tests.reading.conftest import KABUPATEN, Village
from tests.support.client import words_of
from tests.support.sentences import mentions, says


async def test_a_count_of_a_topic_is_that_of_the_topic(village: Village) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await village.bring("Sitti", "Maiwa 1")
    await village.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    await village.ask(hasnah, "brp usulan air di maiwa", mentions("periksa_daftar_cari", kata="air Maiwa"))
    await village.ask(
        hasnah, "brp usulan air yg masuk prioritas di maiwa", mentions("saringan_tidak_dipakai", kata=["prioritas"])
    )


async def test_a_topic_of_none_is_said_not_to_be_counted(village: Village) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await village.bring("Sitti", "Maiwa 1")
    await village.ask(hasnah, "berapa usulan posyandu di maiwa", says("tanya_kerja_jumlah", jumlah="1"))
    await village.hears(hasnah, mentions("saringan_tidak_dipakai", kata=["posyandu"]))


async def test_what_only_leads_to_the_word_is_no_word_of_it(village: Village) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await village.bring("Sitti", "Maiwa 1")
    typed = "excel usulan Maiwa yang tentang posyandu saja"
    await village.ask(hasnah, typed, mentions("saringan_tidak_dipakai", kata=["posyandu"]))
    assert not any("tentang, posyandu" in said for said in village.town.simulator.said(hasnah))


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("minta excel usulan posyandu di maiwa saja", "posyandu"),
        ("tabel usulan perempuan di maiwa", "perempuan"),
        ("pdf usulan yang belum dibaca di maiwa", "pdf"),
        ("usulan mana yang belum dibaca di maiwa", "Maiwa"),
    ],
)
async def test_what_a_table_or_a_list_does_not_hold_to_is_said(village: Village, typed: str, word: str) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await village.bring("Sitti", "Maiwa 1")
    await village.ask(hasnah, typed, lambda message: word in words_of(message) and "disaring" in words_of(message))


@pytest.mark.parametrize(
    "typed",
    [
        "minta excel usulan di maiwa",
        "berapa usulan yang masuk bulan ini di maiwa ya pak",
        "tolong buatkan rekap excel semua usulan maiwa tahun ini",
        "jumlah usulan di desa pattondon salu berapa",
        "export excel semua usulan",
        "tolong ekspor usulan kabupaten",
        "bisa export ke excel usulan maiwa ji kah",
    ],
)
async def test_where_nothing_is_left_nothing_is_said(village: Village, typed: str) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await village.bring("Sitti", "Maiwa 1")
    await village.ask(hasnah, typed, lambda _message: True)
    await village.ask(hasnah, "jadwal", lambda _message: True)
    assert not any("disaring" in text for text in village.telegram.said(hasnah))
