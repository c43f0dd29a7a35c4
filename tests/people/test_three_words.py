"""The first words of people who write three: whatever is not surely an act is kept, and shown once they agreed."""

import pytest

from tests.support.sentences import mentions, says, words
from tests.support.town import Town

_TOLD = [
    "pupuk mahal sekali",
    "wc tidak ada",
    "bidan tidak ada",
    "mau minta traktor",
    "jalan berlubang parah",
    "sampah tidak diangkut",
    "kemiri tidak laku",
    "gas elpiji langka",
    "tdk ada sinyal",
    "jlnan becek skali",
]


@pytest.mark.parametrize("text", _TOLD)
@pytest.mark.parametrize("first", ["", "halo"])
async def test_they_are_kept_and_shown(place: Town, text: str, first: str) -> None:
    sitti = place.simulator.add_person("Sitti")
    if first:
        await place.ask(sitti, first, says("izin"))
    await place.ask(sitti, text, says("kata_pertama"))
    shown = await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    assert text in shown["text"]


@pytest.mark.parametrize("text", ["jalan rusak, bagaimana caranya lapor", "jembatannya mau roboh, kapan dikerjakan"])
async def test_what_is_wrong_is_told_though_something_is_asked(place: Town, text: str) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, text, says("kata_pertama"))
    shown = await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    assert text.partition(",")[0] in shown["text"]


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("boleh ji disimpan", "izin_tekan_setuju"),
        ("iye setuju sekali", "izin_tekan_setuju"),
        ("saya tidak setuju", "izin_ditolak"),
        ("tidak usah mi", "izin_ditolak"),
        ("tidak ada pak", "izin_menunggu"),
        ("saya mau usul", "izin_menunggu"),
        ("kurang jelas pak, coba ulangi", "izin_menunggu"),
    ],
)
async def test_what_surely_acts_is_not(place: Town, text: str, answered: str) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, "halo", says("izin"))
    await place.ask(sitti, text, says(answered))


@pytest.mark.parametrize(
    "text",
    [
        "mau usul lampu jalan",
        "mau usul posyandu",
        "sy mau usulkan perbaikan jembatan",
        "mau usul jembatan gantung rusak",
        "pupuk mahal",
        "wc umum tidak ada",
    ],
)
@pytest.mark.parametrize("place_told", ["", "Maiwa"])
async def test_what_it_is_about_is_no_name_of_a_place(place: Town, text: str, place_told: str) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.start_chat(sitti, says("izin"))
    await place.press(sitti, words("tombol_setuju"), "kecamatan")
    if place_told:
        await place.ask(sitti, place_told, "kelurahan")
    shown = await place.ask(sitti, text, says("mesin.ini_ceritanya"))
    assert text in shown["text"]
    await place.press(sitti, words("tombol.ya_cerita"), "kelurahan" if place_told else "kecamatan")


@pytest.mark.parametrize("text", ["mau usul", "saya mau usul pak", "usul di mana?", "dekat masjid raya"])
async def test_where_nothing_is_named_the_place_is_asked_for_again(place: Town, text: str) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.start_chat(sitti, says("izin"))
    await place.press(sitti, words("tombol_setuju"), "kecamatan")
    await place.ask(sitti, text, "kecamatan")
    assert not any(told in mentions("mesin.ini_ceritanya") for told in place.texts(sitti))


async def test_the_screen_is_said_whole_once(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, "halo", says("izin"))
    told = await place.ask(sitti, "saya cuma mau bilang jalan tani rusak", says("kata_pertama"))
    assert told["text"] not in mentions("izin")
    await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await place.press(sitti, words("tombol.bukan_cerita"), says("mesin.bukan_cerita"))
