"""A form of somebody with work that was opened by mistake is left by a word, in one step; what is said besides is heard
on its own."""

import pytest

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from tests.support.client import words_of
from tests.support.homes import Home
from tests.support.sentences import Said, mentions, says

_LEFT = says("mesin.dibatalkan")
_OPENED = ("undang fasilitator", "pindahkan musrenbang", "tetapkan tanggal musdes")


def _anything(message: Json) -> bool:
    return bool(words_of(message))


async def _with_meeting(at_home: Home) -> Person:
    await at_home.hold()
    return await at_home.join("Rahmi")


@pytest.mark.parametrize(
    "said", ["eh salah", "bukan itu", "tidak jadi", "aduh salah pencet", "bukan itu maksud saya pak"]
)
@pytest.mark.parametrize("opened", [0, 1, 2])
async def test_a_word_leaves_it(at_home: Home, opened: int, said: str) -> None:
    rahmi = await _with_meeting(at_home)
    await at_home.ask(rahmi, _OPENED[opened], _anything)
    await at_home.ask(rahmi, said, _LEFT)
    assert await at_home.town.rows("SELECT flow FROM conversations") == []
    assert not any(said in text for text in at_home.texts(rahmi))


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("eh salah, apa tugas saya", mentions("tugas_kosong")),
        ("bukan itu, siapa yang diundang", mentions("rapat_undangan")),
        ("bukan itu, jam berapa musrenbang?", mentions("tanya_rapat")),
    ],
)
@pytest.mark.parametrize("opened", [0, 1])
async def test_what_is_said_besides_is_heard_on_its_own(at_home: Home, opened: int, said: str, answered: Said) -> None:
    rahmi = await _with_meeting(at_home)
    await at_home.ask(rahmi, _OPENED[opened], _anything)
    await at_home.ask(rahmi, said, answered)
    assert sum(text in _LEFT for text in at_home.texts(rahmi)) == 1


@pytest.mark.parametrize(
    ("typed", "said", "next_asked"),
    [
        ("pindahkan musrenbang", "bukan, tanggal 20 januari", "form.jadwal_pindah.alasan.tanya"),
        ("undang fasilitator", "eh salah, Rustam", "undangan_jadi"),
        ("tetapkan tanggal musdes", "eh 20 januari jam 9", "form.jadwal.tempat.tanya"),
    ],
)
async def test_what_belongs_to_the_form_stays_there(at_home: Home, typed: str, said: str, next_asked: str) -> None:
    rahmi = await _with_meeting(at_home)
    await at_home.ask(rahmi, typed, _anything)
    await at_home.ask(rahmi, said, mentions(next_asked))


@pytest.mark.parametrize("said", ["eh salah", "bukan itu"])
async def test_what_was_told_already_is_not_thrown_away(at_home: Home, said: str) -> None:
    rahmi = await _with_meeting(at_home)
    await at_home.ask(rahmi, "tetapkan tanggal musdes", _anything)
    await at_home.ask(rahmi, "20 januari jam 9", mentions("form.jadwal.tempat.tanya"))
    await at_home.ask(rahmi, said, _anything)
    assert [row[0] for row in await at_home.town.rows("SELECT flow FROM conversations")] == ["jadwal"]
