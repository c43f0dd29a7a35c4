"""Buttons that mean nothing any more, or never did: a short word, and nothing changes."""

from typing import Any

import pytest

from bot.simulator.acts import newest_button
from bot.simulator.chats import Person
from tests.journeys.villagers import consent, name_place, tell
from tests.support.sentences import says, words
from tests.support.town import Town


async def _state(place: Town) -> Any:
    return [tuple(row) for row in await place.rows("SELECT person_id, draft, state FROM conversations ORDER BY 1")]


async def _button_of(place: Town, person: Person, label: str) -> tuple[int, str]:
    """The newest button of that label: its message and its data."""
    number, button = newest_button(place.simulator.chat_of(person), label)
    return number, str(button["callback_data"])


async def test_a_button_of_an_earlier_question_does_nothing(place: Town) -> None:
    sitti = await consent(place)
    number, data = await _button_of(place, sitti, "Baraka")
    await name_place(place, sitti)
    before = await _state(place)
    assert await place.toast(sitti, data, number) in says("mesin.tombol_lewat")
    assert before == await _state(place)


async def test_somebody_elses_button_does_nothing(place: Town) -> None:
    sitti, hasan = await consent(place), await consent(place, "Hasan")
    _, data = await _button_of(place, sitti, "Baraka")
    before = await _state(place)
    assert await place.toast(hasan, data, 3) in says("mesin.tombol_lewat")
    assert before == await _state(place)


async def test_a_button_of_a_cancelled_draft_does_nothing_to_the_new_one(place: Town) -> None:
    sitti = await consent(place)
    number, data = await _button_of(place, sitti, "Baraka")
    await place.ask(sitti, "/batal", says("draf_dibatalkan"))
    await place.ask(sitti, "/mulai", "Di kecamatan mana?")
    before = await _state(place)
    assert await place.toast(sitti, data, number) in says("mesin.tombol_lewat")
    assert before == await _state(place)


async def test_kirim_pressed_twice_sends_once_and_says_the_number(any_place: Town) -> None:
    sitti = await consent(any_place)
    await name_place(any_place, sitti)
    await tell(any_place, sitti)
    await any_place.press(sitti, words("tombol.cukup"), "Kami catat begini")
    number, data = await _button_of(any_place, sitti, words("tombol.kirim"))
    _, again = [await any_place.simulator.press_data(sitti, number, data) for _ in range(2)]
    await any_place.hears(sitti, says("tanda_terima"))
    assert await any_place.simulator.answer_to(again) == words("sudah_terkirim", nomor="Maiwa 1")
    assert 1 == len(await any_place.rows("SELECT * FROM usulan"))


async def test_a_button_is_of_its_own_question_whatever_was_asked_since(any_place: Town) -> None:
    sitti = await consent(any_place)
    await name_place(any_place, sitti)
    await any_place.ask(sitti, "Titian lapuk, yang lewat 27 KK.", bool)
    await any_place.ask(sitti, "jembatan gantung", "foto")
    await any_place.press(sitti, words("tombol.cukup"), "Kami catat begini")
    await any_place.press(sitti, words("tombol.kirim"), says("tanda_terima"))
    await any_place.ask(sitti, "bukan 27 KK tapi 30 KK", "Betul diubah?")
    number, data = await _button_of(any_place, sitti, "Betul, ubah")
    await any_place.ask(sitti, "knp ndak dibacakan di musyawarah, sy mau dibacakan", "Maksudnya yang mana?")
    await any_place.simulator.press_data(sitti, number, data)
    await any_place.hears(sitti, says("ralat_dicatat", nomor="Maiwa 1"))
    assert "maksud_ini" in str(await any_place.rows("SELECT flow FROM conversations")), "it is asked still"
    assert "ralat" not in str(await any_place.rows("SELECT flow FROM conversations"))


FORGED = [
    "f:",
    "f:x:y:z",
    "f:::",
    "m:" + "9" * 60,
    "c:admin",
    "u:lihat:1",
    "u:baca:999999999999999999",
    "u:lihat:-1",
    "u:hapus:1",
    "z:apa",
    "\u202e",
    "f:0:~tinjau:~kirim",
]


@pytest.mark.parametrize("data", FORGED)
async def test_a_forged_button_changes_nothing_and_is_answered(place: Town, data: str) -> None:
    sitti = await consent(place)
    before = await _state(place)
    await place.toast(sitti, data, 3)
    await place.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0)
    assert before == await _state(place)
    assert [] == await place.rows("SELECT * FROM inbox WHERE outcome <> 'done'")
