"""The editors' page: every sentence as people read it, where it stands, and what changed since the last day."""

import re
from datetime import date
from pathlib import Path

import pytest
from markupsafe import Markup

from bot.catalog import Catalog, Problem, load, problems
from bot.catalog.catalog import written
from bot.catalog.preview.changes import Change, Editions, changes, turned
from bot.catalog.preview.examples import ways
from bot.catalog.preview.page import preview, sentences_by_name

CONTENT = Path(__file__).parents[2] / "content"
TODAY, TOMORROW = date(2026, 11, 26), date(2026, 11, 27)
KNOWN = {"nama": "Bu Sitti", "jumlah": 4, "nomor": "Maiwa 42"}


def _page(content: Path, editions: Editions | None = None) -> str:
    return preview(load(content, "73.16"), written(content, "73.16"), editions)


def _shown(source: str) -> list[str]:
    return [Markup(way).striptags() for way in ways(source, KNOWN)]


@pytest.fixture(scope="module")
def page(catalog: Catalog) -> str:
    return preview(catalog, written(CONTENT, "73.16"))


def test_every_sentence_is_there_with_the_line_where_it_stands(page: str) -> None:
    places = re.findall(r'<div class="tempat">([\w/.-]+?)(?::(\d+))?<br>([^<]+)</div>', page)
    told = written(CONTENT, "73.16")
    own = {one.name for one in told.sentences if not one.name.startswith("form.")}
    assert own <= {name for _, _, name in places}
    assert len([1 for _, line, _ in places if line]) > 0.97 * len(places)
    file, line, _ = next(place for place in places if place[2] == "tanda_terima")
    assert (CONTENT / file).read_text(encoding="utf-8").splitlines()[int(line) - 1].startswith("tanda_terima")


def test_journeys_and_lessons_are_in_the_index_by_their_titles(page: str) -> None:
    assert '<a href="#isi/formulir/usulan.toml">' in page
    assert re.search(r'<a href="#isi/pelajaran/L31[^"]*">L31 Dua menit yang dilatih</a>', page)
    anchors = re.findall(r'href="#([^"]+)"', page)
    assert not [anchor for anchor in anchors if f'id="{anchor}"' not in page]


def test_a_question_is_shown_with_its_buttons(content: Path) -> None:
    assert re.search(r'Kelompok mana\?</div>\s*<span class="tombol">Petani</span>', _page(content))


def test_no_template_reaches_the_eyes_of_an_editor(page: str) -> None:
    bubbles = re.findall(r'<div class="pesan">(.*?)</div>', page, re.DOTALL)
    assert len(bubbles) > 5000
    assert not [bubble for bubble in bubbles if "{%" in bubble]


def test_what_the_program_fills_in_is_an_example_that_is_marked(content: Path) -> None:
    assert 'Selamat pagi, <span class="isian">Bu Sitti</span>.' in _page(content)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("Bapak/Ibu {nama}, terima kasih.", ["Bu Sitti, terima kasih."]),
        ("{jumlah} usulan{% if jumlah > 1 %} sekaligus{% endif %}.", ["4 usulan sekaligus.", "1 usulan."]),
        ("{% for i in isi %}{i.nama};{% endfor %}", ["Bu Sitti;Bu Sitti;", ""]),
        ('{% if h == "ya" %}A{% elif h == "belum" %}B{% else %}C{% endif %}', ["C", "A", "B"]),
        ('{% if h in ("x", "y") %}{h}{% else %}lain{% endif %}', ["lain", "x", "y"]),
        ("{% if nama %}Ada <b>{nama|lower}</b>{% endif %}", ["Ada bu sitti", ""]),
        ("{jumlah - 1} lagi, {nomor[0].apa}", ["3 lagi, apa", "0 lagi, apa"]),
    ],
)
def test_a_sentence_is_shown_in_each_way_that_its_conditions_may_go(source: str, told: list[str]) -> None:
    assert _shown(source) == told


@pytest.mark.parametrize(
    ("written_so", "key", "told"),
    [
        ('nama = "Bu Sitti"\nnamma = "Pak Amir"', "namma", "Tidak ada kalimat yang memakai nilai ini."),
        ("nama = 1.5", "nama", "Contoh harus berupa tulisan di antara tanda kutip, atau angka bulat."),
        ('[sapa]\nnomor = "Maiwa 1"', "sapa.nomor", "Kalimat itu tidak memakai nilai ini."),
    ],
)
def test_a_slip_in_the_examples_is_told(content: Path, written_so: str, key: str, told: str) -> None:
    (content / "contoh.toml").write_text(written_so)
    assert problems(content, "73.16") == [Problem("contoh.toml", key, told)]


def test_checklists_stand_there_with_day_doer_and_whether_they_are_in_use(content: Path) -> None:
    page = _page(content)
    first = "<td>H-40…H-30</td><td><b>Ambil jadwal</b><br>D01 · Musrenbang desa</td>"
    assert f"<tr>{first}<td>fasilitator</td><td>P01</td><td>✓</td></tr>" in page
    assert "<td>H-7</td><td><b>Kirim undangan</b><br>D02 · Musrenbang desa</td><td>kantor desa</td>" in page
    assert "<td>H+3</td>" in page


def test_what_changed_since_the_day_before_stands_on_top_old_beside_new(content: Path, tmp_path: Path) -> None:
    kept, file = tmp_path / "pratinjau.json", content / "kalimat/lain.toml"
    turned(kept, TODAY, sentences_by_name(written(content, "73.16")))
    file.write_text('sapa = "Selamat sore, {nama}."\npamit = "Sampai jumpa."\n')
    editions = turned(kept, TOMORROW, sentences_by_name(written(content, "73.16")))
    top = _page(content, editions).partition('<section id="isi/')[0]
    assert "sejak 26-11-2026" in top
    assert re.search(r'class="pesan lama">Selamat pagi, .*?class="pesan">Selamat sore, ', top, re.DOTALL)
    assert '<div class="pesan">Sampai jumpa.</div>' in top


def test_an_edition_is_compared_with_the_last_one_of_an_earlier_day(tmp_path: Path) -> None:
    kept = tmp_path / "pratinjau.json"
    assert changes(turned(kept, TODAY, {"a": "1"})) == []
    assert changes(turned(kept, TODAY, {"a": "2"})) == [Change("a", "1", "2")]
    assert changes(turned(kept, TODAY, {"a": "2", "b": "1"})) == [Change("a", "1", "2"), Change("b", None, "1")]
    assert changes(turned(kept, TOMORROW, {"b": "1"})) == [Change("a", "2", None)]
    assert changes(turned(kept, TOMORROW, {"b": "3"})) == [Change("b", "1", "3"), Change("a", "2", None)]


def test_what_was_kept_badly_is_begun_anew(tmp_path: Path) -> None:
    kept = tmp_path / "pratinjau.json"
    kept.write_text("{")
    assert changes(turned(kept, TODAY, {"a": "1"})) == []
