"""An order that says whom and what is shown as they will get it; nothing leaves before the yes to that."""

import json

import pytest

from tests.broadcasts.crowd import here, rows
from tests.broadcasts.officers import ALL, CURIO, MALUA, draft, html, town
from tests.support.kabupaten import Kabupaten
from tests.support.sentences import mentions, says, words

__all__ = ["here"]

_TEXT = "besok jam 9 rapat di kantor camat, bawa laptop"
_OFFER = mentions("form.siaran_tawaran.jadi.tanya")


@pytest.mark.parametrize(
    ("typed", "scope", "text"),
    [
        (f"umumkan ke semua fasilitator kecamatan malua: {_TEXT}", MALUA, _TEXT),
        (f"siarkan ke fasilitator malua {_TEXT}", MALUA, _TEXT),
        ("kabari semua fasilitator curio bahwa rapat jadi jumat", CURIO, "rapat jadi jumat"),
        ("tolong sampaikan ke fasilitator malua rapat ditunda sampai senin", MALUA, "rapat ditunda sampai senin"),
        (f"kasih tau fasilitator malua: {_TEXT}", MALUA, _TEXT),
    ],
)
async def test_an_order_with_whom_and_what_is_shown_at_once(here: Kabupaten, typed: str, scope: str, text: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, typed)
    assert masyita.newest().text in says("siaran_kartu")
    assert await rows(here, "SELECT state, scope FROM broadcasts") == [("draft", scope)]
    assert await html(here) == text
    await here.says(masyita, "buang")
    assert await rows(here, "SELECT state FROM broadcasts") == [("dropped",)]


@pytest.mark.parametrize(
    "typed",
    [
        "kirim ke fasilitator malua laporan bulan ini",
        "umumkan ke semua fasilitator rapat besok jam 9",
        "umumkan ke semua orang: rapat besok jam 9",
        "umumkan ke fasilitator: rapat besok jam 9",
        "umumkan ke fasilitator malua bisa ikut susulan tgl 15 februari?",
    ],
)
async def test_what_may_be_something_else_is_asked(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, typed)
    assert masyita.newest().text in _OFFER
    assert await rows(here, "SELECT state FROM broadcasts") == []


@pytest.mark.parametrize(
    "typed",
    [
        "umumkan ke semua fasilitator: rapat besok jam 9",
        "siarkan ke seluruh fasilitator: rapat besok jam 9",
        "tolong umumkan ke semua fasilitator dan camat: rapat besok jam 9",
    ],
)
async def test_an_order_to_all_is_shown_at_once_and_takes_three_messages(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, typed)
    assert masyita.newest().text in says("siaran_kartu", gerbang="sendirian")
    assert await rows(here, "SELECT state, scope FROM broadcasts") == [("draft", ALL)]
    assert await html(here) == "rapat besok jam 9"
    await here.says(masyita, "kirim")
    assert await rows(here, "SELECT state FROM broadcasts") == [("draft",)]
    await here.says(masyita, "2")
    assert await rows(here, "SELECT state FROM broadcasts") == [("waiting",)]


@pytest.mark.parametrize("mark", [",", ""])
async def test_a_condition_before_a_question_is_none_of_its_words(here: Kabupaten, mark: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, f"tanya fasilitator malua yg blm ikut pelatihan{mark} bisa ji hadir tgl 5?")
    assert masyita.newest().text in _OFFER
    await here.says(masyita, "langsung saja")
    assert await html(here) == "bisa ji hadir tgl 5?"
    ((audience,),) = await rows(here, "SELECT audience FROM broadcasts")
    told = json.loads(audience) if isinstance(audience, str) else audience
    assert (told["wilayah"], told["conditions"]) == ([MALUA], ["belum_pelatihan"])


async def test_besok_is_pointed_out_where_it_leaves_on_another_day(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, "besok jam 8 umumkan ke fasilitator malua: besok kumpul di aula")
    assert masyita.newest().text in says("siaran_kartu", besok=[{"tulis": "besok", "hari": "Kamis, 5 November 2026"}])
    await draft(here, masyita, text="besok kumpul di aula")
    assert masyita.newest().text in says("siaran_kartu", besok=())


async def test_besok_with_its_date_needs_no_word(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, "besok jam 8 umumkan ke fasilitator malua: besok 5 november kumpul di aula")
    assert "⚠" not in masyita.newest().text
    assert words("tombol_siaran_kirim") in [label for label, _ in masyita.newest().buttons]
