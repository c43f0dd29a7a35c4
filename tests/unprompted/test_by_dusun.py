"""Which dusun have brought nothing yet: asked by whoever reads there, also while something else is told."""

import pytest

from tests.deciding.asking import Asking
from tests.support.client import words_of
from tests.support.sentences import says


@pytest.mark.parametrize(
    "typed",
    [
        "dusun mana yg belum ada usulannya",
        "dusun mana saja yang belum mengusul",
        "dusun apa yang usulannya paling sedikit",
    ],
)
async def test_it_is_told_for_each_dusun(quick: Asking, typed: str) -> None:
    await quick.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    told = words_of(await quick.ask(quick.rahman, typed, says("tanya_kerja_dusun")))
    assert "Jambu 1" in told
    assert "Mattirowali" in told


async def test_it_lands_in_nobodys_usulan(quick: Asking) -> None:
    await quick.ask(quick.rahman, "/titip", "suara siapa")
    await quick.ask(quick.rahman, "Nenek Rabi", bool)
    await quick.ask(quick.rahman, "dusun mana yg belum ada usulannya", says("tanya_kerja_dusun"))
    await quick.ask(quick.rahman, "bilang sama ibu sitti besok saya datang", says("kata_kepada"))
    drafts = "".join(str(row[0]) for row in await quick.town.rows("SELECT state FROM conversations"))
    assert "belum ada usulannya" not in drafts
    assert "besok saya datang" not in drafts


@pytest.mark.parametrize("typed", ["usulan dari jambu saja", "jalan di dusun jambu belum pernah diusulkan"])
async def test_other_words_about_a_dusun_are_no_such_question(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, bool)
    assert not any(text in says("tanya_kerja_dusun") for text in quick.texts(quick.rahman))
