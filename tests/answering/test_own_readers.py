"""Who reads is told of what the asker brought or is telling: nobody hears that the neighbour reads it whom they passed
by, nor is shown the way to him after violence was spoken of."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from tests.journeys.test_private import STORY
from tests.journeys.test_whole_usulan import DESA, KECAMATAN, Proposer, facilitator
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import Town, town

READS = ("siapa yang baca", "siapa yang baca punyaku", "pak Rahman bisa lihat tidak")
CALLS = ("siapa yang bisa ditelpon", "bisa ka telpon siapa", "minta nomor fasilitator")


@pytest.fixture
async def place(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with town(sqlite_url, tmp_path) as one:
        yield one


@pytest.fixture
async def any_place(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with town(database_url, tmp_path) as one:
        yield one


async def _readers(place: Town) -> None:
    await facilitator(place, "Rahman", "fasilitator_desa", DESA)
    await facilitator(place, "Aisyah", "fasilitator_kecamatan", KECAMATAN)


async def _send_violence(sitti: Proposer) -> None:
    await sitti.until_story()
    await sitti.say(STORY, says("bahaya.lanjut"))
    await sitti.press(words("tombol_lanjutkan"), "harapkan")
    await sitti.say("mohon ada yang menolong", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))


def _newest(place: Town, person: Person, name: str) -> str:
    return next(text for text in reversed(place.simulator.said(person)) if text in says(name))


async def test_of_violence_only_who_reads_it_is_named_and_that_it_is_not_read_aloud(any_place: Town) -> None:
    await _readers(any_place)
    sitti = Proposer(any_place)
    await _send_violence(sitti)
    for question in READS:
        told = await sitti.say(question, says("tanya_pembaca"))
        assert "Maiwa 1" in told
        assert "Aisyah" in told
        assert "tidak dibacakan" in told
        assert "Rahman" not in told


async def test_of_an_ordinary_one_the_chosen_reader_is_named(place: Town) -> None:
    await _readers(place)
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", "nanti dibaca")
    await sitti.press("Pilih fasilitator kecamatan", "Kami catat begini")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    for name in ("siapa yang baca punyaku", "sampai di mana usulanku"):
        told = await sitti.say(name, says("tanya_pembaca") if "baca" in name else says("tanya_status"))
        assert "Aisyah" in told
        assert "Rahman" not in told


async def test_several_are_told_one_by_one(place: Town) -> None:
    await _readers(place)
    sitti = Proposer(place)
    await _send_violence(sitti)
    await sitti.say("/mulai", "Tempatnya masih")
    await sitti.say("iya", "ceritakan")
    await sitti.say("jalan ke kebun licin kalau hujan", "harapkan")
    await sitti.say("minta dirabat", "foto")
    await sitti.press("Cukup", "nanti dibaca")
    await sitti.press("Baik", "Kami catat begini")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    told = await sitti.say("siapa yang baca punyaku", says("tanya_pembaca"))
    _, ordinary, delicate = told.split("\n")
    assert "Maiwa 2" in ordinary
    assert "Rahman" in ordinary
    assert "Maiwa 1" in delicate
    assert "Aisyah" in delicate
    assert "tidak dibacakan" in delicate


async def test_after_violence_numbers_and_the_chosen_reader_are_told(place: Town) -> None:
    await _readers(place)
    sitti = Proposer(place)
    await _send_violence(sitti)
    for question in CALLS:
        told = await sitti.say(question, says("tanya_orang"))
        assert "129" in told
        assert "110" in told
        assert "Aisyah" in told
        assert "Rahman" not in told
    await sitti.press(words("tombol_tanya_fasilitator"), mentions("form.tanya.pertanyaan.tanya"))
    await sitti.say("kapan bisa datang ke rumah", says("pertanyaan_diteruskan", kepada="Aisyah"))


@pytest.mark.parametrize("at", ["dusun", "story"])
async def test_while_violence_is_being_told_too(place: Town, at: str) -> None:
    await _readers(place)
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("pattondon salu", "Dusun")
    if at == "story":
        await sitti.say("jambu", "ceritakan")
    await sitti.say(STORY, says("bahaya.lanjut"))
    for question in CALLS:
        await sitti.say(question, says("tanya_orang"))
        told = _newest(place, sitti.person, "tanya_orang")
        assert "129" in told
        assert "Rahman" not in told
    await sitti.say("siapa yang baca", says("tanya_pembaca"))
    assert "Rahman" not in _newest(place, sitti.person, "tanya_pembaca")


async def test_where_the_desa_alone_can_read_violence_there_is_no_way_to_ask_it(place: Town) -> None:
    await facilitator(place, "Rahman", "fasilitator_desa", DESA)
    sitti = Proposer(place)
    await _send_violence(sitti)
    await sitti.say("minta nomor fasilitator", says("tanya_orang"))
    assert labels(await place.simulator.wait_for(sitti.person, says("tanya_orang"))) == []


async def test_who_asks_of_the_desa_without_an_usulan_is_told_as_ever(place: Town) -> None:
    await _readers(place)
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", "nanti dibaca")
    await sitti.press("Baik", "Kami catat begini")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    assert "Rahman" in await sitti.say("minta nomor fasilitator", says("tanya_orang"))
