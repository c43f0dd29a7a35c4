"""`python -m bot COMMAND`: what operators and editors do. Errors are one clear line, never a traceback."""

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.config import Settings, SettingsError, read_settings
from bot.start import start

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Kawan Musrenbang: menjalankan dan merawat bot.",
)
_out = Console(highlight=False, soft_wrap=True)


def _settings() -> Settings:
    try:
        return read_settings()
    except SettingsError as error:
        raise _refusal(error.sentence) from None


def _refusal(sentence: str) -> typer.Exit:
    print(sentence, file=sys.stderr)
    return typer.Exit(1)


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port halaman percakapan.")] = 8200,
    baru: Annotated[bool, typer.Option(help="Mulai dari awal, buang percakapan demo yang lama.")] = True,
) -> None:
    """Coba bot di komputer ini, tanpa token dan tanpa internet."""
    from bot import demo as play

    def announce(address: str) -> None:
        _out.print(f"\n  Kawan Musrenbang siap dicoba: [bold]{address}[/bold]\n  Hentikan dengan Ctrl+C.\n")

    try:
        asyncio.run(play.run(_settings(), Path("data/demo"), port, announce, fresh=baru))
    except OSError as error:
        raise _refusal(
            f"Port {port} tidak bisa dipakai ({error.strerror}). Coba: python -m bot demo --port {port + 1}"
        ) from None


@app.command()
def run(lanjutkan: Annotated[bool, typer.Option(help="Setelah pemulihan: izinkan bot mengirim lagi.")] = False) -> None:
    """Jalankan bot sampai dihentikan."""
    raise typer.Exit(start(resume=lanjutkan))


@app.command()
def check() -> None:
    """Periksa semua isi folder konten dan sebutkan setiap kekeliruan."""
    from bot.catalog import problems

    settings = _settings()
    found = problems(settings.content_dir, settings.kabupaten)
    for problem in found:
        print(f"{problem.file}: {problem.key}: {problem.sentence}")
    if found:
        raise _refusal(f"Ada {len(found)} hal yang perlu dibetulkan.")
    _out.print("Semua isi konten sudah benar.")


@app.command("try")
def try_form(form: Annotated[str, typer.Argument(help="Nama formulir, misalnya usulan.")]) -> None:
    """Mainkan satu formulir di layar ini."""
    from bot.catalog import load
    from bot.catalog.play import play

    settings = _settings()
    catalog = load(settings.content_dir, settings.kabupaten)
    if form not in catalog.flows:
        raise _refusal(f"Formulir {form} tidak ada. Yang ada: {', '.join(sorted(catalog.flows))}.")
    try:
        play(catalog, form, input, print)
    except (EOFError, KeyboardInterrupt):
        _out.print("\nDihentikan.")


@app.command()
def preview(ke: Annotated[Path, typer.Option(help="Berkas HTML yang dibuat.")] = Path("data/pratinjau.html")) -> None:
    """Tampilkan semua isi konten sebagai satu halaman."""
    from bot.catalog import load
    from bot.catalog.preview import preview as render

    settings = _settings()
    ke.parent.mkdir(parents=True, exist_ok=True)
    ke.write_text(render(load(settings.content_dir, settings.kabupaten)), encoding="utf-8")
    _out.print(f"Pratinjau ditulis ke {ke}.")


@app.command()
def invite(
    peran: Annotated[str, typer.Argument(help="fasilitator_desa, fasilitator_kecamatan, atau bappeda.")],
    wilayah: Annotated[str, typer.Argument(help="Kode wilayah, misalnya 73.16.01.2002.")],
) -> None:
    """Buat satu kode undangan untuk seorang fasilitator atau petugas."""
    from bot.catalog import load
    from bot.work.access import ROLES

    settings = _settings()
    places = load(settings.content_dir, settings.kabupaten).places
    if peran not in ROLES:
        raise _refusal(f"Peran {peran} tidak ada. Pilih salah satu: {', '.join(ROLES)}.")
    if wilayah != settings.kabupaten and places.find(wilayah) is None:
        raise _refusal(f"Kode wilayah {wilayah} tidak ada di {places.kabupaten.name}.")
    code, username = asyncio.run(_invite(settings, peran, wilayah))
    _out.print(f"Kode undangan {peran} untuk {places.scope_name(wilayah)}: [bold]{code}[/bold] (sekali pakai, 30 hari)")
    if username:
        _out.print(f"Tautan: https://t.me/{username}?start={code}")


async def _invite(settings: Settings, role: str, scope: str) -> tuple[str, str]:
    import json
    from datetime import UTC, datetime

    from bot.app import database_of
    from bot.store import facts, schema
    from bot.work.invitations import invite as make

    database = database_of(settings)
    try:
        async with database.read() as connection:
            await schema.require_head(connection)
            known = await facts.read(connection, f"me:{settings.bot_token.get_secret_value().partition(':')[0]}")
        async with database.write() as connection:
            code = await make(connection, role, scope, datetime.now(UTC))
    finally:
        await database.close()
    return code, json.loads(known).get("username", "") if known else ""
