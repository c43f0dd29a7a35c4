"""Documents to print: what people typed stands on paper as they typed it, and harms nothing."""

import io
import shutil
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from bot.reports import document, make
from bot.reports.document import PRINTED, pdf, png, printable
from tests.support.stopwatch import allowed

REAL = Path(document.__file__).parent / "templates"
LINES = '#import "kertas.typ": *\n#show: sheet\n#for text in told.texts { par(text) }\n'
SIGNS = (
    '#set page(width: 30pt, height: 30pt, margin: 4pt)\n#set text(font: "Libertinus Serif")\n#"\\u{1f600}"\n'
    "#for sign in json(bytes(sys.inputs.data)).texts { pagebreak() + sign }\n"
)

HOSTILE = [
    "#panic()",
    '#import "kertas.typ": *',
    "#read(sys.inputs.data)",
    "$x^2$ *tebal* _miring_ `kode` <label> @rujuk [isi] {isi}",
    "= Judul",
    "- butir -- dan --- garis ... titik",
    "// bukan catatan /* juga bukan */",
    "\"kutip\" dan 'kutip'",
    r"\u{41} \ \\ \#",
    "~ ^ & % | https://contoh.id/?a=b&c=1#d",
    "<b>tebal</b> &amp;",
]


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of templates beside the real paper, for templates that only these tests need."""
    shutil.copy(REAL / "kertas.typ", tmp_path)
    (tmp_path / "baris.typ").write_text(LINES)
    monkeypatch.setattr(document, "_TEMPLATES", tmp_path)
    return tmp_path


def _told(*texts: str, **more: Any) -> dict[str, Any]:
    head = {"agency": "Bappelitbangda", "title": "Coba", "day": "Senin, 4 Januari 2027", "footer": "Kawan Musrenbang"}
    return {**head, "texts": list(texts), **more}


def _pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_a_command_is_printed_as_it_was_typed(papers: Path, text: str) -> None:
    assert text in _pages(pdf("baris", _told(text)))[0].splitlines()


@pytest.mark.parametrize("text", HOSTILE)
def test_it_is_printed_as_typed_in_the_heading_too(papers: Path, text: str) -> None:
    shown = _pages(pdf("baris", _told(agency=text, title=text, subtitle=text, day=text, footer=text)))[0]
    assert " ".join(shown.split()).count(text) == 5


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ke’de – 2×3 “ya” …", "Ke’de – 2×3 “ya” …"),
        ("Sitti 🌾 Aminah", "Sitti  Aminah"),
        ("a\u202eb\u200bc\u2066d\ufeff", "abcd"),
        ("Rene\u0301", "René"),
        ("satu\ttab\xa0dan\x07bel", "satu tab danbel"),
        ("dua\nbaris", "dua\nbaris"),
        ("", ""),
    ],
)
def test_signs_without_a_glyph_or_that_turn_the_line_are_left_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_an_endless_word_stays_within_the_margins(papers: Path) -> None:
    (papers / "tabel.typ").write_text(
        '#import "kertas.typ": *\n#show: sheet\n#listing((auto, 1fr), ("No", "Apa"), told.texts.map(t => ("1", t)))\n'
    )
    for template in "baris", "tabel":
        picture = Image.open(io.BytesIO(png(template, _told("x" * 300)))).convert("L")
        right_margin = picture.crop((picture.width - round(1.6 / 21 * picture.width), 0, picture.width, picture.height))
        assert right_margin.getextrema() == (255, 255)


def test_every_sign_that_is_kept_has_a_glyph(papers: Path) -> None:
    (papers / "tanda.typ").write_text(SIGNS)
    signs = [chr(code) for first, last in PRINTED for code in range(first, last + 1) if chr(code) != " "]
    box, *drawn = document._set("tanda", {"texts": signs}, "png")
    assert len(drawn) == len(signs) > 1000
    assert [sign for sign, picture in zip(signs, drawn, strict=True) if picture == box] == []


def test_a_long_list_goes_on_overleaf_with_the_pages_numbered(papers: Path) -> None:
    first, second = _pages(pdf("baris", _told(*[f"Baris {number}" for number in range(50)])))
    assert first.endswith("1 / 2")
    assert second.endswith("2 / 2")
    assert "Baris 49" in second
    assert " / " not in _pages(pdf("baris", _told("satu")))[0]


def test_a_page_is_looked_at_by_its_number(papers: Path) -> None:
    told = _told(*map(str, range(50)))
    assert png("baris", told, 1) != png("baris", told, 2)
    for missing in 0, 3:
        with pytest.raises(LookupError):
            png("baris", told, missing)


@pytest.mark.parametrize("template", ["tidak_ada", "../paper", "", "kertas.typ", "/etc/passwd"])
def test_a_template_that_is_not_there_is_a_lookup_error(template: str) -> None:
    with pytest.raises(LookupError):
        pdf(template, _told())
    with pytest.raises(LookupError):
        make("document", {"template": template, "data": _told(), "filename": "x"})


def test_a_letter_carries_a_document_by_its_name(papers: Path) -> None:
    made = make("document", {"template": "baris", "data": _told("isi"), "filename": "catatan"})
    assert (made.filename, made.mime, made.content[:5]) == ("catatan.pdf", "application/pdf", b"%PDF-")


def test_the_same_data_make_the_same_file(papers: Path) -> None:
    assert pdf("baris", _told("isi")) == pdf("baris", _told("isi"))


def test_a_warm_page_takes_a_moment(papers: Path) -> None:
    pdf("baris", _told("dingin"))
    took = []
    for attempt in range(5):
        began = time.process_time()
        made = pdf("baris", _told(*[f"Baris {attempt} {number}" for number in range(200)]))
        took.append((time.process_time() - began) / len(PdfReader(io.BytesIO(made)).pages))
    sys.stdout.write(f"\na page of a document: {min(took) * 1000:.1f} ms\n")
    assert min(took) <= allowed(0.150)
