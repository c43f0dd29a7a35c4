"""What the program says is in the content, with no value that it does not give."""

from pathlib import Path

import pytest

from bot.catalog import Problem, problems
from bot.catalog.said import said_in

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for folder in ("bot/work", "handlers") for path in (ROOT / folder).rglob("*.py"))


def test_every_sentence_of_the_program_is_written_with_the_values_it_gets() -> None:
    needed = said_in(SOURCES)
    assert [] == problems(ROOT / "content", "73.16", needed)
    assert {"tanda_terima", "usulanku_kosong", "kata_pertama_dipakai", "izin"} <= needed.keys()


@pytest.mark.parametrize(
    ("source", "values"),
    [
        ('visit.say("sapa", nama="x")', {"nama"}),
        ('office.catalog.text("sapa", nama="x", hari=1)', {"nama", "hari"}),
        ('visit.office.plain("sapa", nama="x")', {"nama"}),
        ('text = office.catalog.text\ntext("sapa")', set()),
        ('text, name = catalog.text, "x"\ntext("sapa", nama=name)', {"nama"}),
        ('visit.say("sapa" if x else "pamit", markup, nama="x")', {"nama"}),
        ('more = {"nama": 1}\nvisit.say("sapa", hari=2, **more)', {"nama", "hari"}),
        ('Words("sapa", {"nama": name})', {"nama"}),
        ('catalog.text("sapa", nama=1, hari=2)\ncatalog.text("sapa", nama=1)', {"nama"}),
        ('catalog.text("sapa", **made())', None),
        ('def one():\n more = {"nama": 1}\ndef two(more):\n catalog.text("sapa", **more)', None),
    ],
)
def test_a_sentence_gets_what_every_place_gives_it(tmp_path: Path, source: str, values: set[str] | None) -> None:
    path = tmp_path / "one.py"
    path.write_text(source)
    assert said_in([path])["sapa"] == (None if values is None else frozenset(values))


def test_other_calls_say_nothing(tmp_path: Path) -> None:
    path = tmp_path / "one.py"
    path.write_text('person.say("sapa")\nmessage.text("sapa")\ntext("sapa")\nprint("a", "b", "sapa")')
    assert {} == said_in([path])


def test_a_value_that_the_program_does_not_give_is_told_with_its_place(content: Path) -> None:
    found = problems(content, "73.16", {"sapa": frozenset({"hari"})})
    assert [Problem("kalimat/lain.toml", "sapa", "Isian {nama} tidak dikenal; yang bisa: hari.")] == found


def test_a_sentence_that_nobody_wrote_is_told(content: Path) -> None:
    found = problems(content, "73.16", {"pamit": None})
    assert [Problem("kalimat/", "pamit", "Kalimat ini dipakai program tetapi belum ditulis.")] == found
