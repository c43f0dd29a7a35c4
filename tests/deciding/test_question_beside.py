"""A question beside the answer to what was asked: it is answered, and the answer arrives all the same."""

import pytest

from tests.deciding.asking import Asking
from tests.support.sentences import says

_YES = "Ya, itu jawabannya"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("kira2 40 orang, sa juga mau tanya kapan dikerjakan", {"total": 40}),
        ("40 orang pak. kapan dikerjakan?", {"total": 40}),
        ("40 orang. siapa yang baca ini?", {"total": 40}),
    ],
)
async def test_a_question_beside_an_answer_is_answered_and_the_answer_arrives(
    quick: Asking, typed: str, told: dict[str, int]
) -> None:
    await quick.ask_for("Jumlah orang")
    await quick.ask(quick.sitti, typed, says("klarifikasi_ini"))
    said = quick.texts(quick.sitti)[-2]
    assert said in says("tanya_dikerjakan") or said in says("tanya_pembaca")
    await quick.press(quick.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert (await quick.answers())["jumlah"]["total"] == told["total"]
    assert await quick.states() == ["answered"]
    assert (await quick.town.rows("SELECT status FROM usulan"))[0][0] == "tercatat"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("dekat jembatan gantung. kapan dikerjakan?", "dekat jembatan gantung"),
        ("di samping masjid tua pak, kapan dikerjakan", "di samping masjid tua pak"),
    ],
)
async def test_words_before_a_question_are_the_answer(quick: Asking, typed: str, left: str) -> None:
    await quick.ask_for("Patokan")
    await quick.ask(quick.sitti, typed, says("klarifikasi_ini"))
    assert quick.texts(quick.sitti)[-2] in says("tanya_dikerjakan")
    await quick.press(quick.sitti, _YES, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert (await quick.answers())["patokan"] == {"text": left}


@pytest.mark.parametrize("typed", ["usulan saya yang jembatan, kapan dikerjakan", "maaf pak, kapan dikerjakan?"])
async def test_a_question_alone_is_no_answer(quick: Asking, typed: str) -> None:
    await quick.ask_for("Patokan")
    await quick.ask(quick.sitti, typed, bool)
    assert not any(text in says("klarifikasi_ini") for text in quick.texts(quick.sitti))


async def test_in_a_reply_to_the_question_too(quick: Asking) -> None:
    asked = await quick.ask_for("Jumlah orang")
    await quick.telegram.say(quick.sitti, "40 orang. kapan dikerjakan?", reply_to=asked["message_id"])
    await quick.hears(quick.sitti, says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert any(text in says("tanya_dikerjakan") for text in quick.texts(quick.sitti))
    assert (await quick.answers())["jumlah"] == {"total": 40}


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        ("Kenapa didahulukan", "pak mau usul juga posyandu di dusun Salokaraja, atap bocor"),
        ("Kenapa didahulukan", "minta lampu penerangan depan masjid"),
        ("Jumlah orang", "posyandu kami atapnya bocor, minta diperbaiki"),
    ],
)
async def test_a_new_wish_is_heard_as_one_and_the_question_stays_open(quick: Asking, asked: str, typed: str) -> None:
    await quick.ask_for(asked)
    await quick.days_later(3)
    await quick.ask(quick.sitti, typed, says("mesin.ini_ceritanya"))
    assert await quick.states() == ["open"]
    await quick.press(quick.sitti, "Bukan", says("mesin.bukan_cerita"))


@pytest.mark.parametrize(
    "typed",
    [
        "karena jembatan di sebelah juga putus, mohon didahulukan",
        "supaya hasil kebun bisa dibawa ke pasar",
        "usulan saya itu penting karena puskesmas jauh",
    ],
)
async def test_a_reason_that_names_another_thing_is_still_the_answer(quick: Asking, typed: str) -> None:
    await quick.ask_for("Kenapa didahulukan")
    await quick.ask(quick.sitti, typed, says("klarifikasi_ini"))
