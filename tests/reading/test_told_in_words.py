"""Somebody without a telephone was told, said in words by whoever told them."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import Village
from tests.reading.test_titip import titip
from tests.support.sentences import says, words


@pytest.mark.parametrize(
    "typed",
    [
        "sudah saya kabari nenek rabi",
        "nenek rabi sudah dikabari tadi",
        "sudah kukabari",
        "sdh kubilang sama nenek rabi kalau masuk rkp",
        "sudah saya kabari",
        "sdh ku sampaikan langsung hasilnya ke nenek rabi",
        "sy sdh kasi tau hasilnya nenek rabi",
        "hasil musrenbang maiwa 1 sdh sy sampaikan ke orangnya",
    ],
)
async def test_that_somebody_was_told_is_said_in_words(village: Village, typed: str) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await titip(village, rahman)
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya", jumlah="1"))
    await village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_ajakan_baca", titip=True))
    await village.ask(rahman, "sudah mi", says("baca_dicatat", nama="Nenek Rabi", langsung=True))
    await village.ask(rahman, "/periksa", says("periksa_kosong_saya"))
    await village.press(rahman, words("tombol_daftar_kabari", jumlah="1"), "Nenek Rabi")
    await village.ask(rahman, typed, says("dikabari_dicatat", nomor="Maiwa 1"))
    assert await village.town.rows("SELECT count(*) FROM usulan WHERE told_at IS NOT NULL") == [(1,)]


async def test_somebody_else_was_told_and_nobody_is_ticked(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await titip(village, rahman)
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya", jumlah="1"))
    await village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_ajakan_baca", titip=True))
    await village.ask(rahman, "sudah mi", says("baca_dicatat", nama="Nenek Rabi", langsung=True))
    await village.ask(rahman, "sudah saya kabari pak baso", says("periksa_daftar_kabari"))
    assert await village.town.rows("SELECT count(*) FROM usulan WHERE told_at IS NOT NULL") == [(0,)]


async def test_a_title_before_the_name_is_no_other_person(village: Village) -> None:
    """From nothing, with no list open."""
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await titip(village, rahman, "Mina")
    await village.ask(rahman, "sudah dibaca maiwa 1", says("baca_dicatat", nama="Mina", langsung=True))
    await village.ask(rahman, "/periksa", says("periksa_kosong_saya"))
    await village.ask(rahman, "sudah saya kabari nenek mina", says("dikabari_dicatat", nomor="Maiwa 1"))


async def test_two_were_told_in_one_line(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    for number, name in enumerate(("Hawa", "Ancu"), 1):
        await titip(village, rahman, name)
        await village.ask(rahman, f"sudah dibaca maiwa {number}", says("baca_dicatat", nama=name, langsung=True))
    await village.ask(rahman, "bu hawa sama pak joni sudah kuberitahu", says("periksa_daftar_kabari"))
    await village.ask(rahman, "bu hawa sama ancu sudah kuberitahu tadi", says("dikabari_dicatat"))
    assert await village.town.rows("SELECT count(*) FROM usulan WHERE told_at IS NOT NULL") == [(2,)]


async def _two(village: Village) -> Person:
    """Nenek Sabi and Fitri, of whom nobody has a telephone; both are still to be told."""
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    for number, name in enumerate(("Sabi", "Fitri"), 1):
        await titip(village, rahman, name)
        await village.ask(rahman, f"sudah dibaca maiwa {number}", says("baca_dicatat", nama=name, langsung=True))
    return rahman


@pytest.mark.parametrize(
    "typed",
    [
        "sdh ku sampaikan langsung hasilnya ke nenek sabi sama ke ibunya fitri",
        "hasil musrenbang Maiwa 1 dan 2 sdh sy sampaikan ke orangnya",
        "sy sdh sampaikan hasilnya maiwa 1, 2 ke orangnya langsung",
        "maiwa 1 dan 2 sudahmi kukabari",
    ],
)
async def test_all_who_are_named_by_name_or_number_were_told(village: Village, typed: str) -> None:
    await village.ask(await _two(village), typed, says("dikabari_dicatat"))
    await village.town.until("SELECT count(*) FROM usulan WHERE told_at IS NOT NULL", 2)


@pytest.mark.parametrize(
    "typed",
    [
        "hasil musrenbang maiwa 1 dan 2 sdh sy sampaikan ke pak camat",
        "sdh sy sampaikan maiwa 1 dan 2 ke bappeda",
        "undangan sdh sy sampaikan ke kadus",
        "apakah maiwa 1 dan 2 sdh saya sampaikan?",
        "belum saya sampaikan ke nenek sabi",
    ],
)
async def test_what_is_told_to_others_ticks_nobody(village: Village, typed: str) -> None:
    await village.ask(await _two(village), typed, lambda _: True)
    assert await village.town.rows("SELECT count(*) FROM usulan WHERE told_at IS NOT NULL") == [(0,)]
