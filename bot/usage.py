"""What the command line says by itself (help, wrong commands, missing words), in Indonesian."""

import os
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from bot.start import sentence_for

_PROGRAM = "python -m bot"


def _one_line(text: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _word(param: Any) -> str:
    """How a parameter is written: its name in capitals, or the option."""
    if param.param_type_name == "argument":
        return str(param.metavar or param.name).upper()
    return str(param.opts[0]) if param.is_flag else f"{param.opts[0]} {param.metavar or param.type.name.upper()}"


def _table(rows: Sequence[tuple[str, str]]) -> str:
    """One line a row, however narrow the screen: it is read by people and by `grep`."""
    width = max(len(row[0]) for row in rows)
    return "".join(f"  {word:<{width}}  {meaning}\n" for word, meaning in rows)


class Command(TyperCommand):
    """One command, with help of our own."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        params = [param for param in self.params if param.name != "help"]
        usage = [_word(param) if param.required else f"[{_word(param)}]" for param in params]
        rows = [(_word(param), getattr(param, "help", None) or "") for param in params]
        formatter.write(f"Pemakaian: {' '.join([ctx.command_path, *usage])}\n\n{self.help or ''}\n\n")
        formatter.write(_table([*rows, ("--help", "Tampilkan bantuan ini.")]))


class Commands(TyperGroup):
    """All commands. Every reason not to do something comes out as one line."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        rows = [(name, (command.help or "").strip()) for name, command in self.commands.items()]
        formatter.write(f"{self.help}\n\nPemakaian: {_PROGRAM} PERINTAH\n\n")
        formatter.write(_table(rows))
        formatter.write(f"\nSelengkapnya tentang satu perintah: {_PROGRAM} PERINTAH --help\n")

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.commands and not args[0].startswith("-"):
            raise _WrongWord(f"Perintah {_one_line(args[0])} tidak ada. Lihat semua perintah: {_PROGRAM}")
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, *_given: Any, **_more: Any) -> Any:
        """Run one command and end the process with its status: 0 done, 1 refused, 2 not understood."""
        words = list(sys.argv[1:] if args is None else args) or ["--help"]
        before = os.umask(0o077)  # database, media, backups: for their owner only
        try:
            status = super().main(words, _PROGRAM, standalone_mode=False)
        except Exception as error:  # the reasons known are told in a sentence, everything else is a fault and shown
            status, sentence = _told(error)
            if sentence is None:
                raise
            sys.stderr.write(f"{sentence}\n")
        finally:
            os.umask(before)
        sys.exit(status if isinstance(status, int) else 0)


class Family(TyperGroup):
    """Commands that belong together under one word: `python -m bot pelajaran keluar`."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        rows = [(name, (command.help or "").strip()) for name, command in self.commands.items()]
        formatter.write(f"Pemakaian: {ctx.command_path} PERINTAH\n\n{self.help}\n\n{_table(rows)}")
        formatter.write(f"\nSelengkapnya tentang satu perintah: {ctx.command_path} PERINTAH --help\n")

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.commands and not args[0].startswith("-"):
            raise _WrongWord(f"Perintah {_one_line(args[0])} tidak ada. Lihat semuanya: {ctx.command_path} --help")
        return super().resolve_command(ctx, args)


class _WrongWord(Exception):
    """There is no such command."""


def _told(error: Exception) -> tuple[int, str | None]:
    if isinstance(error, _WrongWord):
        return 2, str(error)
    if isinstance(error, typer.Abort):
        return 130, "Dihentikan."
    if isinstance(error, typer.TyperException):
        return 2, _misuse(error)
    return 1, sentence_for(error)


def _misuse(error: Any) -> str:
    """typer's English messages, by the names of its exceptions."""
    param, option = getattr(error, "param", None), _one_line(getattr(error, "option_name", None) or "")
    sentence = {
        "MissingParameter": f"{_word(param) if param else 'Satu isian'} belum ditulis.",
        "NoSuchOption": f"Pilihan {option} tidak ada.",
        "BadOptionUsage": f"Pilihan {option} belum lengkap.",
        "BadParameter": f"Isi untuk {_word(param) if param else 'pilihan itu'} tidak cocok.",
    }.get(type(error).__name__, "Susunan perintahnya tidak dikenali.")
    where = error.ctx.command_path if getattr(error, "ctx", None) else _PROGRAM
    return f"{sentence} Cara memakainya: {where} --help"
