"""What is made on the way: readable, small, and never more than what it was given."""

import io
import subprocess
import sys
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from python_calamine import load_workbook

from bot.reports import make
from bot.reports.paper import printable
from bot.reports.qr import picture

CARD: dict[str, Any] = {
    "agency": "Bappelitbangda Kabupaten Enrekang",
    "title": "Undangan Kawan Musrenbang",
    "name": "Ibu Nurhayati Daeng Ngai binti Muhammad Saleh Tanpa Spasi" * 2,
    "role": "fasilitator desa atau kelurahan",
    "scope": "Desa Salu Dewata",
    "steps": ["Arahkan kamera.", "Tekan Mulai.", "Kalau tidak bisa, ketik kode di bawah ini di Telegram."],
    "url": "https://t.me/KawanMusrenbangBot?start=ABCD2345",
    "code_title": "Kode",
    "code": "ABCD 2345",
    "until": "Paling lambat 24 Desember 2026.",
}


def test_a_card_is_small_and_read_by_a_camera_even_when_it_is_blurred_and_turned() -> None:
    made = make("invitation_card", CARD)
    assert len(made.content) < 100_000
    card = Image.open(io.BytesIO(made.content)).convert("L").resize((450, 675)).rotate(7, expand=True, fillcolor=255)
    assert [found.text for found in zxingcpp.read_barcodes(card)] == [CARD["url"]]


def test_a_code_is_read_with_a_tenth_of_it_torn_away() -> None:
    code = picture("https://t.me/KawanMusrenbangBot?start=ABCD2345", 400)
    torn = code.copy()
    side = code.width // 6
    middle = code.width // 2
    torn.paste(255, (middle, middle, middle + side, middle + side))
    assert [found.text for found in zxingcpp.read_barcodes(torn)] == ["https://t.me/KawanMusrenbangBot?start=ABCD2345"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Dusun Ke’de", "Dusun Ke’de"), ("Café – 2×3", "Cafe - 2x3"), ("Sitti 🌾", "Sitti "), ("a\u202eb", "ab")],
)
def test_signs_without_a_glyph_leave_no_boxes_on_paper(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_workbook_keeps_text_as_text() -> None:
    evil = ["=1+1", "+62811", "@x", "http://contoh", "007", "-3"]
    made = make("sheet", {"filename": "x", "sheets": [{"title": "Satu", "head": ["A"] * 6, "rows": [evil]}]})
    assert load_workbook(io.BytesIO(made.content)).get_sheet_by_index(0).to_python()[1] == evil


def test_sheets_of_like_names_are_told_apart() -> None:
    sheets = [{"title": "Kecamatan [A/B] " + "x" * 40, "head": ["A"], "rows": []} for _ in range(3)]
    made = make("sheet", {"filename": "x", "sheets": sheets})
    names = load_workbook(io.BytesIO(made.content)).sheet_names
    assert len({name.lower() for name in names}) == 3


@pytest.mark.parametrize("name", ["paper", "qr", "tidak_ada", "../x", "os"])
def test_what_is_no_report_is_not_made(name: str) -> None:
    with pytest.raises(LookupError):
        make(name, {})


def test_the_bot_starts_without_any_of_it() -> None:
    heavy = "PIL", "segno", "xlsxwriter", "python_calamine", "typst"
    program = f"import sys, bot.app; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


REACH: dict[str, Any] = {
    "title": "Siaran: siapa sudah paham",
    "note": "3 November 2026, untuk fasilitator desa dan kelurahan di Kabupaten Enrekang " * 3,
    "legend": ["sudah paham", "belum menjawab", "belum sampai"],
    "filename": "siaran",
}


@pytest.mark.parametrize("places", [1, 13, 24])
def test_how_far_an_announcement_came_is_a_small_picture_as_wide_as_a_telephone(places: int) -> None:
    row = {"name": "Kecamatan " + "Panjang " * 9, "text": "12 paham, 20 sampai, dari 24"}
    rows = [row | {"shares": [at, 40 - at, at % 3]} for at in range(places)]
    made = make("shares_picture", REACH | {"rows": rows})
    assert len(made.content) <= 100_000
    assert Image.open(io.BytesIO(made.content)).width == 1080


def _sides(content: bytes, top: int) -> int:
    """How many points are not white in the margin at the right, below the head."""
    picture = Image.open(io.BytesIO(content)).convert("L")
    margin = picture.crop((picture.width - 24, top, picture.width, picture.height))
    return sum(margin.histogram()[:250])


@pytest.mark.parametrize(
    ("name", "legend", "rows"),
    [
        ("shares_picture", ["sudah paham atau membalas", "belum menjawab", "belum sampai"], []),
        (
            "readiness_picture",
            [["ya", "sudah, tetapi lewat dari waktunya"]] * 7,
            [{"name": "Boiya", "cells": [], "rank": 0}],
        ),
    ],
)
def test_the_legend_of_a_picture_goes_on_in_the_next_line(name: str, legend: list[Any], rows: list[Any]) -> None:
    more = {"head": ["Tanggal", "Undangan", "Kelompok", "Dikabari"], "columns": 1}
    made = make(name, REACH | more | {"legend": legend, "rows": rows})
    assert _sides(made.content, 260) == 0


def test_a_note_that_is_too_long_for_a_line_is_read_to_its_end() -> None:
    note = "3 November 2026, untuk fasilitator desa dan kelurahan di Kecamatan Buntu Batu"
    short, long = (
        Image.open(io.BytesIO(make("shares_picture", REACH | {"rows": [], "note": told}).content))
        for told in (note[:20], note)
    )
    assert long.height > short.height


def test_nothing_done_is_not_drawn_as_if_it_had_begun() -> None:
    def green(share: float) -> int:
        row = {"name": "Boiya", "rank": 0, "cells": [{"sign": "", "text": "0/22", "share": share}]}
        args = REACH | {"head": ["Tanggal"], "columns": 1, "legend": [], "rows": [row]}
        picture = Image.open(io.BytesIO(make("readiness_picture", args).content)).convert("RGB")
        below = picture.crop((0, 120, picture.width, picture.height))
        return sum(count for count, colour in below.getcolors() or [] if colour == (11, 107, 79))

    assert green(0.0) == 0
    assert green(1 / 22) > 0


def test_a_place_where_nobody_is_has_an_empty_bar() -> None:
    row = {"name": "Baroko", "text": "0", "shares": [0, 0, 0]}
    assert make("shares_picture", REACH | {"rows": [row]}).content


BEFORE_AFTER: dict[str, Any] = {
    "title": "Maiwa 1",
    "place": "Jambu, Desa Pattondon Salu" * 3,
    "agency": "Bappeda Kabupaten Enrekang",
    "labels": ["DULU", "SEKARANG"],
    "days": ["diceritakan 12 Januari 2027", "foto 28 September 2027"],
    "quote": "",
    "filename": "dulu-dan-sekarang",
}


def _noise(size: tuple[int, int]) -> bytes:
    """The heaviest there is: nothing of it can be left out."""
    out = io.BytesIO()
    Image.effect_noise(size, 120).convert("RGB").save(out, "JPEG", quality=95)
    return out.getvalue()


@pytest.mark.parametrize(
    "more", [{"before": _noise((1600, 900))}, {"quote": "Mata air jauh sekali dari sini. " * 6}, {}]
)
def test_before_and_after_are_light_and_as_wide_as_a_telephone_shows(more: dict[str, Any]) -> None:
    made = make("before_after", BEFORE_AFTER | {"after": _noise((1200, 1600))} | more)
    assert len(made.content) <= 300_000
    shown = Image.open(io.BytesIO(made.content))
    assert shown.width == 1080
    assert 600 < shown.height < 1600
