"""`python -m bot pelajaran …`: lessons out as a workbook, in again, and back to an earlier text."""

import asyncio
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.start import Refused, settings_here
from bot.usage import Command, Family

if TYPE_CHECKING:
    from bot.catalog.lessonbook.files import LessonFile
    from bot.catalog.lessonbook.plan import Difference, Lesson, Plan
    from bot.catalog.lessonbook.tables import Sheet

family = typer.Typer(cls=Family, help="Ubah pelajaran di Excel atau LibreOffice: keluar, masuk, kembali.")
_GUIDE = "lembar_cara_"
_AGAIN = "Bot yang sedang berjalan memakainya sesudah dihentikan dan dijalankan lagi."
_Book = Annotated[Path, typer.Argument(metavar="BERKAS", help="Lembar kerja .xlsx.")]


@family.command(cls=Command)
def keluar(
    berkas: _Book,
    kode: Annotated[list[str] | None, typer.Argument(metavar="KODE", help="Misalnya L31 L40; kosong: semua.")] = None,
) -> None:
    """Tulis pelajaran ke satu lembar kerja untuk diubah dan dicetak."""
    from bot.catalog.catalog import load
    from bot.catalog.lessonbook.going import book_of
    from bot.reports.lesson_book import make

    settings = settings_here(tokenless=True)
    if berkas.exists():
        raise Refused(f"{berkas} sudah ada. Pakai nama lain, supaya yang sudah diubah tidak hilang.")
    files = _lessons(settings.content_dir, kode or ())
    texts = load(settings.content_dir, settings.kabupaten).texts
    guide = [texts.render(name, {}) for name in sorted(texts.sources()) if name.startswith(_GUIDE)]
    made = make(book_of(files, guide, berkas.stem))
    berkas.write_bytes(made.content)
    typer.echo(f"{len(files)} pelajaran ditulis ke {berkas}.")


@family.command(cls=Command)
def masuk(
    berkas: _Book,
    tulis: Annotated[bool, typer.Option("--tulis", help="Tulis yang berubah; tanpa ini hanya ditunjukkan.")] = False,
) -> None:
    """Tunjukkan apa yang berubah di lembar kerja; dengan --tulis berkas pelajarannya ditulis."""
    from bot.catalog.lessonbook.plan import plan_of
    from bot.catalog.lessonbook.versions import alone

    settings = settings_here(tokenless=True)
    sheets = _sheets(berkas)
    with alone(settings.content_dir):
        plan = plan_of(settings.content_dir, settings.kabupaten, sheets)
        if plan.faults:
            raise Refused(_all_faults(plan))
        _show(plan)
        if tulis and plan.enter:
            _write([(one.file, one.written()) for one in plan.enter])
    _say_how_it_ends(plan, tulis)


@family.command(cls=Command)
def kembali(
    kode: Annotated[str, typer.Argument(metavar="KODE", help="Misalnya L31.")],
    ke: Annotated[int | None, typer.Option("--ke", metavar="NOMOR", help="Naskah ke berapa; kosong: terakhir.")] = None,
) -> None:
    """Kembalikan naskah satu pelajaran yang tersimpan sebelum diubah."""
    from bot.catalog.lessonbook.files import read
    from bot.catalog.lessonbook.plan import differences
    from bot.catalog.lessonbook.versions import alone, kept_of

    settings = settings_here(tokenless=True)
    with alone(settings.content_dir):
        (file,) = _lessons(settings.content_dir, [kode])
        kept = {one.number: one.path for one in kept_of(file)}
        others = {number: path for number, path in kept.items() if path.read_bytes() != file.content}
        number = max(others, default=0) if ke is None else ke
        if number not in others:
            raise Refused(_nothing_kept(file.key, sorted(others), ke))
        earlier = read(file.path, others[number].read_bytes())
        _list(differences(file.rows(), earlier.rows()))
        _write([(file, earlier.content)])
    typer.echo(f"{file.key} kembali ke naskah {number}; yang tadi juga disimpan. {_AGAIN}")


def _lessons(content_dir: Path, named: Sequence[str]) -> "list[LessonFile]":
    """All of them, or those that were named, each once."""
    from bot.catalog.lessonbook.plan import lessons_in

    there = lessons_in(content_dir)
    wanted = list(dict.fromkeys(one.upper() for one in named)) or list(there)
    if unknown := [one for one in wanted if one not in there]:
        raise Refused(f"Pelajaran {', '.join(unknown)} tidak ada, atau rusak. Periksa: python -m bot check")
    if not wanted:
        raise Refused(f"Tidak ada pelajaran di {content_dir}.")
    return [there[one] for one in wanted]


def _sheets(path: Path) -> "list[Sheet]":
    """Opened in a child with limits, as whatever came by mail: who brings it did not always make it."""
    from bot.catalog.lessonbook.tables import Sheet

    if not path.is_file():
        raise Refused(f"{path} tidak ada. Periksa nama dan foldernya.")
    return [Sheet(**told) for told in json.loads(asyncio.run(_opened(path)))]


async def _opened(path: Path) -> bytes:
    from bot.edges import sandbox

    child = sandbox.Sandbox()
    try:
        return (await child.do("workbook", {"path": str(path.resolve()), "whole": True}))[1]
    except sandbox.Refused:
        raise Refused(f"{path} bukan lembar kerja yang bisa dibaca. Simpan sebagai .xlsx, lalu ulangi.") from None
    finally:
        await child.close()


def _all_faults(plan: "Plan") -> str:
    for fault in plan.faults:
        typer.echo(str(fault))
    return f"Ada {len(plan.faults)} hal yang perlu dibetulkan; tidak ada yang ditulis."


def _show(plan: "Plan") -> None:
    for name in plan.beside:
        typer.echo(f"Kolom “{name}” tidak dibaca.")
    for one in plan.enter:
        typer.echo(f"{one.file.key} {one.file.title}")
        _list(one.differs)
    for key in plan.newer:
        typer.echo(f"{key}: di lembar kerja tidak diubah, di folder konten sudah lebih baru; dibiarkan.")
    for one in plan.refused:
        _show_refused(one)


def _show_refused(one: "Lesson") -> None:
    """Both hands beside each other, so that somebody can choose."""
    typer.echo(f"{one.file.key}: DITOLAK. Naskahnya sudah diubah orang lain sesudah lembar kerja ini dibuat.")
    if one.theirs:
        typer.echo("  Perubahan orang lain:")
        _list(one.theirs)
    typer.echo("  Naskah sekarang dan isi lembar kerja:")
    _list(one.differs, ("sekarang", "lembar kerja"))
    typer.echo(f"  Buat lembar kerja baru: python -m bot pelajaran keluar BARU.xlsx {one.file.key}")


def _list(found: "Sequence[Difference]", names: tuple[str, str] = ("dulu", "jadi")) -> None:
    for one in found:
        line = f" (baris {one.line})" if one.line else ""
        typer.echo(f"  {one.place}{line}")
        for name, text in zip(names, (one.before, one.after), strict=True):
            typer.echo(f"    {name}: {' / '.join(text.splitlines())}")


def _write(changes: "Sequence[tuple[LessonFile, bytes]]") -> None:
    from bot.catalog.lessonbook.versions import ChangedMeanwhile, put

    try:
        put(changes)
    except ChangedMeanwhile as error:
        raise Refused(f"{error} baru saja diubah orang lain. Tidak ada yang ditulis; ulangi perintahnya.") from None


def _say_how_it_ends(plan: "Plan", written: bool) -> None:
    many = len(plan.enter)
    if not many:
        typer.echo("Tidak ada yang ditulis." if plan.refused else "Tidak ada yang berubah.")
    elif written:
        typer.echo(f"{many} pelajaran ditulis. Naskah sebelumnya: python -m bot pelajaran kembali KODE. {_AGAIN}")
    else:
        typer.echo(f"{many} pelajaran akan berubah. Belum ada yang ditulis; tambahkan --tulis.")
    if plan.refused:
        raise Refused(f"{len(plan.refused)} pelajaran ditolak karena diubah dua orang.")


def _nothing_kept(key: str, numbers: Sequence[int], wanted: int | None) -> str:
    if not numbers:
        return f"Belum ada naskah lain dari {key} yang tersimpan."
    return f"Naskah {wanted} dari {key} tidak ada, atau sama dengan yang sekarang. Ada: {', '.join(map(str, numbers))}."
