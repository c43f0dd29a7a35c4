"""The command line speaks Indonesian, and one line is enough."""

import pytest
import typer

from bot.cli import app
from tests.cli.conftest import Installation

COMMANDS = sorted(getattr(typer.main.get_command(app), "commands", {}))
_ENGLISH = ("usage", "option", "command", "argument", "show this", "default", "required", "exit")


def test_without_a_command_all_are_listed_with_one_line_each(office: Installation) -> None:
    answer = office.run()
    assert answer.status == 0
    for command in COMMANDS:
        assert sum(line.split()[:1] == [command] and len(line.split()) > 3 for line in answer.lines) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_is_indonesian(office: Installation, command: str) -> None:
    answer = office(command, "--help")
    assert answer.status == 0
    assert answer.lines[0].startswith(f"Pemakaian: python -m bot {command}")
    assert [word for word in _ENGLISH if word in answer.out.lower()] == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("terbang", "Perintah terbang tidak ada. Lihat semua perintah: python -m bot"),
        ("--terbang", "Pilihan --terbang tidak ada. Cara memakainya: python -m bot --help"),
        ("invite", "PERAN belum ditulis. Cara memakainya: python -m bot invite --help"),
        ("invite bappeda", "WILAYAH belum ditulis. Cara memakainya: python -m bot invite --help"),
        ("restore", "BERKAS belum ditulis. Cara memakainya: python -m bot restore --help"),
        ("run --cepat", "Pilihan --cepat tidak ada. Cara memakainya: python -m bot run --help"),
        ("backup --ke", "Pilihan --ke belum lengkap. Cara memakainya: python -m bot --help"),
        ("demo --port dua", "Isi untuk --port ANGKA tidak cocok. Cara memakainya: python -m bot demo --help"),
        (
            "doctor --ulangi-masuk x",
            "Isi untuk --ulangi-masuk ID tidak cocok. Cara memakainya: python -m bot doctor --help",
        ),
        ("backup satu dua", "Susunan perintahnya tidak dikenali. Cara memakainya: python -m bot backup --help"),
    ],
)
def test_what_is_not_understood_is_answered_in_one_line(office: Installation, words: str, sentence: str) -> None:
    answer = office(*words.split())
    assert (answer.status, answer.out, answer.err) == (2, "", f"{sentence}\n")


def test_a_command_with_strange_signs_cannot_paint_on_the_screen(office: Installation) -> None:
    assert office("\x1b[2Jhapus").err == "Perintah ?[2Jhapus tidak ada. Lihat semua perintah: python -m bot\n"
