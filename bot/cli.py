"""`python -m bot COMMAND`: what operators and editors do. Errors are one clear line, never a traceback."""

import asyncio
import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import care
from bot.config import Settings
from bot.lesson_commands import family as lessons
from bot.start import Refused, settings_here, start
from bot.usage import Command, Commands

if TYPE_CHECKING:
    from bot.catalog import Problem

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Kawan Musrenbang: menjalankan dan merawat bot.",
)


@app.command(cls=Command)
def demo(
    port: Annotated[int, typer.Option("--port", metavar="ANGKA", help="Port halaman percakapan.", max=65535)] = 8200,
) -> None:
    """Coba bot di komputer ini, tanpa token dan tanpa internet."""
    from bot import demo as play

    def prepare(is_again: bool) -> None:
        again = " Percobaan yang lalu sudah dihapus; ini mulai dari awal." if is_again else ""
        typer.echo(f"\n  Sebentar, bot sedang menyala.{again}")

    def announce(address: str) -> None:
        typer.echo(f"\n  Kawan Musrenbang siap dicoba: {address}\n  Hentikan dengan Ctrl+C.\n")

    asyncio.run(play.run(settings_here(tokenless=True), Path("data/demo") / str(port), port, prepare, announce))


@app.command(cls=Command)
def run(
    lanjutkan: Annotated[
        bool, typer.Option("--lanjutkan", help="Sesudah pemulihan: izinkan bot mengirim lagi.")
    ] = False,
    baru: Annotated[
        bool, typer.Option("--baru", help="Mulai dengan basis data lain daripada yang dipakai terakhir kali.")
    ] = False,
) -> None:
    """Jalankan bot sampai dihentikan."""
    raise typer.Exit(start(resume=lanjutkan, anew=baru))


@app.command(cls=Command)
def check() -> None:
    """Periksa semua isi folder konten dan sebutkan setiap kekeliruan."""
    import handlers
    from bot import core, work
    from bot.catalog import load, problems
    from bot.catalog.rules.ear import examples_that_teach_nothing, shared_lines
    from bot.catalog.said import said_in
    from bot.catalog.sorts import missing_words
    from bot.catalog.taught.examples import there_is_one
    from bot.core.understanding.sentences import NEEDED
    from bot.work.answering.answers import needed
    from bot.work.journeys import see_that_each_has_one

    settings = settings_here(tokenless=True)
    sources = [path for package in (work, handlers) for path in Path(package.__path__[0]).rglob("*.py")]
    found = problems(settings.content_dir, settings.kabupaten, {**said_in(sources), **needed(), **NEEDED})
    if not found and there_is_one(settings.content_dir):
        found += [*shared_lines(settings.content_dir), *examples_that_teach_nothing(settings.content_dir)]
    found += missing_words([*sources, *Path(core.__path__[0]).rglob("*.py")], settings.content_dir)
    found += _heavy_pictures(settings.content_dir)
    if not found:
        see_that_each_has_one(load(settings.content_dir, settings.kabupaten).flows.values())
    for problem in found:
        typer.echo(str(problem))
    if found:
        raise Refused(f"Ada {len(found)} hal yang perlu dibetulkan.")
    typer.echo("Semua isi konten sudah benar.")


def _heavy_pictures(content_dir: Path) -> "list[Problem]":
    """Drawings that cannot be made, or weigh more on a telephone than people pay for."""
    from bot.catalog import Problem
    from bot.catalog.curriculum import PICTURES
    from bot.catalog.rules.lessons import PICTURE_BYTES
    from bot.reports.drawing import png

    found = []
    for path in sorted((content_dir / PICTURES).glob("*.svg")):
        try:
            weight = len(png(path.read_text(encoding="utf-8")))
        except (ValueError, RuntimeError, OSError) as error:
            found.append(Problem(f"{PICTURES}/{path.name}", "", f"Gambarnya tidak bisa dibuat: {str(error)[:100]}"))
            continue
        if weight > PICTURE_BYTES:
            found.append(
                Problem(f"{PICTURES}/{path.name}", "", f"Gambarnya {weight} bita; paling banyak {PICTURE_BYTES}.")
            )
    return found


@app.command(cls=Command)
def latih() -> None:
    """Pelajari lagi contoh maksud di folder niat dan niat_…; perlu sesudah contohnya diubah."""
    from bot.catalog.ear import Unusable, write_weights

    try:
        written = write_weights(settings_here(tokenless=True).content_dir)
    except Unusable:
        raise Refused("Isi folder niat atau niat_… belum benar. Lihat semuanya dengan: python -m bot check") from None
    for path in written:
        typer.echo(f"Bobot ditulis ke {path}.")
    if not written:
        typer.echo("Bobotnya masih sesuai dengan contohnya.")


@app.command("try", cls=Command)
def try_form(form: Annotated[str, typer.Argument(metavar="FORMULIR", help="Nama formulir, misalnya usulan.")]) -> None:
    """Mainkan satu formulir di layar ini."""
    from bot.catalog import load
    from bot.catalog.play import play

    settings = settings_here(tokenless=True)
    catalog = load(settings.content_dir, settings.kabupaten)
    if form not in catalog.flows:
        raise Refused(f"Formulir {form} tidak ada. Yang ada: {', '.join(sorted(catalog.flows))}.")
    try:
        play(catalog, form, input, print)
    except (EOFError, KeyboardInterrupt):
        typer.echo("\nDihentikan.")


@app.command(cls=Command)
def preview(
    ke: Annotated[Path, typer.Option("--ke", metavar="BERKAS", help="Berkas HTML yang dibuat.")] = Path(
        "data/pratinjau.html"
    ),
) -> None:
    """Tampilkan semua isi konten sebagai satu halaman, dengan yang berubah sejak hari sebelumnya."""
    from bot.catalog.catalog import load, written
    from bot.catalog.preview.changes import turned
    from bot.catalog.preview.page import preview as render
    from bot.catalog.preview.page import sentences_by_name

    settings = settings_here(tokenless=True)
    catalog, draft = load(settings.content_dir, settings.kabupaten), written(settings.content_dir, settings.kabupaten)
    ke.parent.mkdir(parents=True, exist_ok=True)
    today = datetime.now().astimezone().date()
    editions = turned(ke.with_suffix(".json"), today, sentences_by_name(draft))
    ke.write_text(render(catalog, draft, editions), encoding="utf-8")
    typer.echo(f"Pratinjau ditulis ke {ke}.")


@app.command(cls=Command)
def invite(
    peran: Annotated[str, typer.Argument(help="Nama peran, misalnya fasilitator_desa, camat, atau bappeda.")],
    wilayah: Annotated[str, typer.Argument(help="Kode wilayah, misalnya 73.16.01.2002.")],
) -> None:
    """Buat satu kode undangan untuk seorang fasilitator atau petugas."""
    from bot.catalog import load
    from bot.core.wilayah import level_of
    from bot.work.access import ROLES, role

    settings = settings_here()
    places = load(settings.content_dir, settings.kabupaten).places
    if peran not in ROLES:
        raise Refused(f"Peran {peran} tidak ada. Pilih salah satu: {', '.join(ROLES)}.")
    if wilayah != settings.kabupaten and places.find(wilayah) is None:
        raise Refused(f"Kode wilayah {wilayah} tidak ada di {places.kabupaten.name}.")
    if level_of(wilayah) != role(peran).level:
        raise Refused(f"Peran {peran} berlaku untuk satu {role(peran).level}. Pakai kode wilayah {role(peran).level}.")
    code, username = asyncio.run(_invite(settings, peran, wilayah))
    typer.echo(f"Kode undangan {peran} untuk {places.scope_name(wilayah)}: {code} (sekali pakai, 30 hari)")
    if username:
        typer.echo(f"Tautan: https://t.me/{username}?start={code}")


async def _invite(settings: Settings, role: str, scope: str) -> tuple[str, str]:
    """A new code, and the bot's user name where it is known."""
    from bot.edges.clock import Clock
    from bot.store.database import facts
    from bot.work.roles.invitations import invite as make

    me = settings.bot_token.get_secret_value().partition(":")[0]
    clock = Clock(movable=True)  # a database whose clock was moved is a demo's, whatever our own settings say
    async with care.working_database(settings) as connection:
        known = await facts.read(connection, f"me:{me}")
        await clock.refresh(connection)
        code = await make(connection, role, scope, clock.now())
    return code, json.loads(known).get("username", "") if known else ""


app.add_typer(lessons, name="pelajaran")
for tend in (care.migrate, care.backup, care.restore, care.doctor):
    app.command(cls=Command)(tend)
