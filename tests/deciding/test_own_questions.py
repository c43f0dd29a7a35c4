"""Whoever asked about usulan sees what of it nobody has answered, and loses it when it is."""

import pytest

from tests.deciding.asking import Asking
from tests.support.sentences import mentions

_TOLD = mentions("tanya_kerja_pertanyaanku")


@pytest.mark.parametrize(
    "typed",
    [
        "siapa yang belum jawab pertanyaan saya",
        "pertanyaanku mana yg blm dijawab",
        "siapa blm jawab pertanyaanku ka",
        "pertanyaan sy ada yang belum dijawab?",
        "yang kutanyakan belum dijawab siapa",
        "warga mana yang belum balas pertanyaan saya",
        "pertanyaan kami yang masih menunggu jawaban",
    ],
)
async def test_what_is_not_answered_is_listed(quick: Asking, typed: str) -> None:
    await quick.ask_for("Patokan")
    told = await quick.ask(quick.rahman, typed, _TOLD)
    assert "Maiwa 1" in told["text"]


async def test_nothing_waits_when_nothing_was_asked(quick: Asking) -> None:
    told = await quick.ask(quick.rahman, "siapa yang belum jawab pertanyaan saya", _TOLD)
    assert "Maiwa" not in told["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "siapa yang belum baca siaran saya",
        "siapa yang belum jawab undangan",
        "pertanyaan warga yang belum dijawab",
        "kenapa pertanyaan saya belum dijawab",
        "siapa yang belum kirim jawaban kuis",
    ],
)
async def test_other_questions_are_not_that(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, lambda message: not _TOLD(message))
