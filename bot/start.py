"""Starting the bot: every reason not to start comes out as one Indonesian line."""

import asyncio
import errno
import gc
import os
import signal
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.config import Settings, SettingsError, read_settings

_MIGRATE = "python -m bot migrate"
_CHECK_DATABASE = "Periksa DATABASE_URL di .env"
_REASONS = {
    errno.EACCES: "tidak diizinkan",
    errno.EPERM: "tidak diizinkan",
    errno.ENOENT: "tidak ada",
    errno.ENOSPC: "disk penuh",
    errno.EROFS: "disk hanya bisa dibaca",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ENOTDIR: "jalurnya bukan folder",
    errno.EEXIST: "sudah ada",
}


class Refused(Exception):
    """A command cannot do what it was asked; `sentence` (Indonesian) tells why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def settings_here(*, tokenless: bool = False) -> Settings:
    """The settings of this folder and environment; SettingsError also for a database address nobody can read.
    `tokenless`: for what never speaks to Telegram, and is not held up by a token that was mistyped."""
    settings = read_settings(**({"bot_token": ""} if tokenless else {}))
    try:
        _port = urlsplit(settings.database_url).port
    except ValueError:
        raise SettingsError("DATABASE_URL di .env tidak bisa dibaca. Contoh: sqlite:///data/kawan.db") from None
    return settings


def start(*, resume: bool = False, anew: bool = False) -> int:
    """Run until told to stop; the process's exit status. `resume`: let a restored, paused bot speak again. `anew`: go
    on with another database than last time."""
    try:
        _run(settings_here().demand_token(), resume, anew)
    except Exception as error:  # the reasons below are told in a sentence, everything else is a fault and shown as one
        sentence = sentence_for(error)
        if sentence is None:
            raise
        sys.stderr.write(sentence + "\n")
        return 1
    return 0


def _run(settings: Settings, resume: bool, anew: bool) -> None:
    # structlog loads rich where it is installed, 50 ms and 4 MB, for tracebacks that our logs never draw.
    sys.modules.setdefault("rich", None)  # type: ignore[arg-type]  # how Python spells "not to be imported"
    from bot.logs import set_up_logs

    os.umask(0o077)  # what people sent is for its owner only
    set_up_logs(settings.log_level, json=not sys.stderr.isatty())
    _warn_of_open_doors(settings)
    asyncio.run(_make_ready(settings, resume=resume, anew=anew))
    asyncio.run(_live(settings))
    sys.stdout.flush()


async def _live(settings: Settings) -> None:
    """The whole program: until SIGTERM or SIGINT, then everything in hand is finished within ten seconds. The first
    poll is on its way while the rest is still being loaded."""
    from bot.entry import opened

    stopping = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopping.set)
    async with opened(settings, stopping) as (entry, polling):
        work, catalog = await asyncio.to_thread(_load_the_rest, settings)
        await work(entry, polling, catalog, stopping)


def _load_the_rest(settings: Settings) -> tuple[Any, Any]:
    """What answers, and the content it answers with."""
    from bot import app
    from bot.catalog import load

    catalog = load(settings.content_dir, settings.kabupaten)
    gc.freeze()  # it stays: a look for garbage in it would hold up whoever writes just then for a tenth of a second
    return app.work, catalog


def _warn_of_open_doors(settings: Settings) -> None:
    import structlog

    from bot.edges.doctor.finding import Mark
    from bot.edges.doctor.machine import examine_machine

    for finding in examine_machine(settings):
        if finding.mark is Mark.BROKEN:
            structlog.get_logger().warning("not safe", advice=finding.sentence)


async def _make_ready(settings: Settings, *, resume: bool, anew: bool = False) -> None:
    """An empty database gets its tables at the first start; a pause is lifted when that was asked for."""
    from bot.entry import PAUSED, database_of
    from bot.store.database import facts, installation, schema

    _demand_media_folder(settings.media_dir)
    if settings.sqlite_path is not None:
        settings.sqlite_path.parent.mkdir(parents=True, exist_ok=True)
    database = database_of(settings)
    try:
        async with database.read() as connection:
            found = await schema.revision(connection)
        if found not in (None, schema.HEAD):
            raise schema.WrongSchema(found)
        if found is None:
            from bot.store.database.migrate import upgrade

            _refuse_another(settings, anew)

            upgrade(settings.async_database_url)
        async with database.write() as connection:
            if not anew:
                await installation.compare(connection, settings.media_dir)
            await installation.belong_together(connection, settings.media_dir)
            if resume:
                await facts.forget(connection, PAUSED)
    finally:
        await database.close()


def _refuse_another(settings: Settings, anew: bool) -> None:
    """Before an empty database is filled: was there another one?"""
    from bot.store.database.installation import NotOurs, marked

    if not anew and marked(settings.media_dir) is not None:
        raise NotOurs(is_empty=True)


def _demand_media_folder(folder: Path) -> None:
    """A bot that cannot keep what people send must not say that it has it."""
    from bot.edges.disk import try_to_write

    try:
        try_to_write(folder)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
        raise Refused(
            f"Folder media {folder} tidak bisa ditulis: {reason}. Betulkan hak atau sisa disknya, atau ganti MEDIA_DIR "
            "di .env, lalu jalankan lagi."
        ) from error


def sentence_for(error: Exception) -> str | None:
    """The one line for a reason we know; None for a fault of ours, which is to be seen whole."""
    from bot.catalog import ContentProblems
    from bot.edges.doctor.finding import not_ours
    from bot.entry import AlreadyRunning
    from bot.store.database.installation import NotOurs
    from bot.store.database.schema import WrongSchema

    if isinstance(error, SettingsError | Refused):
        return error.sentence
    if isinstance(error, AlreadyRunning):
        return (
            f"Bot ini sudah berjalan dengan basis data {error}. "
            "Hentikan dulu yang satu itu, atau pakai PostgreSQL untuk beberapa proses."
        )
    if isinstance(error, NotOurs):
        return not_ours(is_empty=error.is_empty)
    if isinstance(error, WrongSchema):
        return _wrong_schema(error.found)
    if isinstance(error, ContentProblems):
        return f"Isi folder konten belum benar ({len(error.problems)} hal). Lihat semuanya dengan: python -m bot check"
    if type(error).__name__ == "Homeless":  # by its name: to know it would load all use cases
        return f"Formulir ini belum dipakai program: {error}. Hapus dari folder konten, atau pasang program yang baru."
    return _database_sentence(error) or (_os_sentence(error) if isinstance(error, OSError) else None)


def _wrong_schema(found: str | None) -> str:
    from bot.store.database.schema import HEAD

    if found is None:
        return f"Basis data masih kosong. Jalankan: {_MIGRATE}"
    if found > HEAD:
        return (
            f"Basis data versi {found} lebih baru daripada program ini (versi {HEAD}). Pasang program yang lebih baru."
        )
    return f"Basis data masih versi {found}, program ini versi {HEAD}. Jalankan: {_MIGRATE}"


def _database_sentence(error: Exception) -> str | None:
    from bot.edges.doctor.finding import cure_for
    from bot.store.database import database

    kind = type(error).__name__
    if isinstance(error, database.DatabaseTrouble) and (cure := cure_for(error)) is not None:
        return cure
    if kind == "ArgumentError":
        return "DATABASE_URL di .env tidak bisa dibaca. Contoh: sqlite:///data/kawan.db"
    if kind == "DatabaseError":
        return "Berkas basis data rusak atau bukan basis data. Pulihkan cadangan: python -m bot restore BERKAS --ganti"
    if isinstance(error, database.DATABASE_AWAY) and not isinstance(error, OSError):
        return f"Basis data tidak bisa dibuka. {_CHECK_DATABASE} dan pastikan servernya hidup, lalu coba lagi."
    return None


def _os_sentence(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        other = "WEB_PORT atau CALENDAR_PORT di .env, atau --port untuk demo"
        return f"Port itu sudah dipakai program lain. Pilih port lain ({other})."
    reason = _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
    return f"{error.filename or 'Berkas'} tidak bisa dipakai: {reason}."
