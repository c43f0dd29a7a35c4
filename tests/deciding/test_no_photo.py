"""A photo is asked for, and there is none: whoever says so, or presses *Lewati*, has answered, and whoever asked reads
that."""

import pytest

from tests.deciding.asking import Asking
from tests.support.sentences import says, words

ANSWER = words("tombol_jawab")


@pytest.mark.parametrize(
    "told",
    [
        "kan sudah sy bilang tidak ada foto!! HP jelek. mau sy kirim apa",
        "tidak ada foto! lewati",
        "saya tidak punya foto nak, sudah!",
        "tdk bisa kufoto, kameranya rusak",
        "nda ada fotonya pak",
    ],
)
@pytest.mark.parametrize("opened", [True, False])
async def test_that_there_is_none_is_an_answer(quick: Asking, told: str, opened: bool) -> None:
    await quick.ask_for("Foto")
    if opened:
        await quick.press(quick.sitti, ANSWER, says("klarifikasi_pertanyaan"))
    await quick.ask(quick.sitti, told, "")
    await quick.hears(quick.rahman, says("klarifikasi_jawaban", jawaban=told, tolak=False))
    assert ["answered"] == await quick.states()
    assert "foto" not in await quick.answers()


async def test_the_button_answers_it_as_well(quick: Asking) -> None:
    await quick.ask_for("Foto")
    await quick.press(quick.sitti, ANSWER, says("klarifikasi_pertanyaan"))
    await quick.press(quick.sitti, words("tombol.lewati"), "")
    await quick.hears(quick.rahman, says("klarifikasi_jawaban", jawaban=words("klarifikasi_tidak_ada")))
    assert ["answered"] == await quick.states()


@pytest.mark.parametrize("told", ["tunggu kufoto dulu", "besok saya kirim fotonya", "foto yang mana?"])
async def test_whoever_will_send_one_has_not_answered(quick: Asking, told: str) -> None:
    await quick.ask_for("Foto")
    await quick.press(quick.sitti, ANSWER, says("klarifikasi_pertanyaan"))
    await quick.ask(quick.sitti, told, "")
    assert ["open"] == await quick.states()


async def test_of_another_question_it_answers_nothing_by_itself(quick: Asking) -> None:
    await quick.ask_for("Patokan")
    await quick.ask(quick.sitti, "saya tidak punya foto", "")
    assert ["open"] == await quick.states()
