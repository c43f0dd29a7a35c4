"""A form of somebody with work that was opened by mistake is left by a word, in one step; what is said besides is heard
on its own."""

import pytest

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from tests.support.client import words_of
from tests.support.homes import Home
from tests.support.sentences import Said, mentions, says, words

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


_LEAVING = ["salah tekan", "bukan, sy salah buka, keluar", "tdk jadi", "maaf kepencet ji pak"]


@pytest.mark.parametrize("said", _LEAVING)
async def test_a_form_that_asks_for_any_words_is_left_at_once(at_home: Home, said: str) -> None:
    rahmi = await _with_meeting(at_home)
    await at_home.ask(rahmi, "/titip", mentions("form.titip.suara_nama.tanya"))
    await at_home.ask(rahmi, said, _LEFT)
    assert await at_home.town.rows("SELECT flow FROM conversations") == []


@pytest.mark.parametrize("said", _LEAVING)
@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (("/titip", "Nenek Rabi"), "form.titip.suara_jenis.tanya"),
        (("pindahkan musrenbang", "20 januari jam 9"), "form.jadwal_pindah.alasan.tanya"),
        (("tetapkan tanggal musdes", "20 januari jam 9"), "form.jadwal.tempat.tanya"),
    ],
)
async def test_where_something_was_told_it_is_asked_once_and_the_words_are_no_answer(
    at_home: Home, typed: tuple[str, str], asked: str, said: str
) -> None:
    rahmi = await _with_meeting(at_home)
    await at_home.ask(rahmi, typed[0], _anything)
    await at_home.ask(rahmi, typed[1], mentions(asked))
    await at_home.ask(rahmi, said, says("mesin.yakin_batal"))
    ((state,),) = await at_home.town.rows("SELECT state FROM conversations")
    assert said not in str(state)
    await at_home.press(rahmi, words("tombol.ya_batalkan"), _LEFT)
    assert await at_home.town.rows("SELECT flow FROM conversations") == []


async def test_titip_opened_again_by_mistake_leaves_the_old_one_to_be_gone_on_with(at_home: Home) -> None:
    rahmi = await _with_meeting(at_home)
    await at_home.ask(rahmi, "/titip", _anything)
    await at_home.ask(rahmi, "Nenek Rabi", mentions("form.titip.suara_jenis.tanya"))
    await at_home.ask(rahmi, "/titip", says("titip_masih_terbuka"))
    await at_home.ask(rahmi, "salah tekan", says("mesin.yakin_batal"))
    await at_home.ask(rahmi, "tidak, lanjutkan", mentions("form.titip.suara_jenis.tanya"))


@pytest.mark.parametrize("said", ["Keluarga Rabi", "Batari", "pak Salahuddin"])
async def test_a_name_is_a_name(at_home: Home, said: str) -> None:
    rahmi = await _with_meeting(at_home)
    await at_home.ask(rahmi, "/titip", mentions("form.titip.suara_nama.tanya"))
    await at_home.ask(rahmi, said, mentions("form.titip.suara_jenis.tanya"))
