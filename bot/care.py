"""Commands for those who look after an installation: migrate, backup, restore, doctor."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from bot.config import Settings
from bot.start import Refused, settings_here

if TYPE_CHECKING:
    from bot.store.database.database import Connection

BACKUPS = Path("data/cadangan")


def migrate() -> None:
    """Sesuaikan basis data dengan program ini; yang sudah berisi dicadangkan dulu."""
    from bot.store.database import migrate as migrations
    from bot.store.database import plain, schema

    settings = settings_here()
    url = settings.async_database_url
    found = plain.revision_of(url)
    if found == schema.HEAD:
        typer.echo(f"Basis data sudah versi {found}; tidak ada yang perlu diubah.")
        return
    if found is not None and found > schema.HEAD:
        raise schema.WrongSchema(found)
    with _alone(settings):
        if found is not None:
            _save(settings, BACKUPS)
        try:
            migrations.upgrade(url)
        except plain.UnknownRevision:
            raise Refused(f"Basis data versi {found} tidak dikenal program ini. Tidak ada yang diubah.") from None
    typer.echo(f"Basis data sekarang versi {schema.HEAD}" + (f" (tadinya {found})." if found else " (baru dibuat)."))


def backup(
    ke: Annotated[Path, typer.Option("--ke", metavar="FOLDER", help="Folder tempat cadangan ditulis.")] = BACKUPS,
) -> None:
    """Simpan satu salinan utuh basis data dan media; bot boleh tetap berjalan."""
    _save(settings_here(), ke)
    typer.echo("Simpan salinannya di komputer lain, bersama berkas .env.")


def _save(settings: Settings, folder: Path) -> None:
    from bot.store.backup import backup as backups

    try:
        made = backups.write(settings.async_database_url, settings.media_dir, folder, _here(settings))
    except backups.NothingToSave:
        raise Refused("Basis data masih kosong; belum ada yang bisa dicadangkan.") from None
    typer.echo(f"Cadangan ditulis: {made.path} ({made.rows} baris, {made.files} berkas media).")


def _here(settings: Settings) -> datetime:
    from bot.core.places.places import zone_of

    return datetime.now(ZoneInfo(settings.zona_waktu or zone_of(settings.kabupaten)))


def restore(
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="Cadangan, kawan-….tar.gz.")],
    ganti: Annotated[
        bool, typer.Option("--ganti", help="Ganti isi basis data yang ada (isi lama dicadangkan dulu).")
    ] = False,
) -> None:
    """Pulihkan satu cadangan ke basis data kosong, SQLite ataupun PostgreSQL."""
    from bot.entry import PAUSED
    from bot.store.backup import restore as restores
    from bot.store.database import migrate as migrations
    from bot.store.database import plain
    from bot.store.database.installation import mark_in

    settings = settings_here()
    url = settings.async_database_url
    with _alone(settings), _reasons(berkas):
        restores.examine(berkas)
        if plain.revision_of(url) is None:
            migrations.upgrade(url)
        if ganti and restores.has_rows(url):
            _save(settings, BACKUPS)
        mark = {PAUSED: f"{datetime.now(UTC).isoformat()} {berkas.name}"}
        done = restores.restore(url, settings.media_dir, berkas, replace=ganti, mark=mark)
        mark_in(settings.media_dir).unlink(missing_ok=True)  # the folder is this database's from now on
    typer.echo(f"Dipulihkan: {done.rows} baris, {done.files} berkas media.")
    typer.echo("Bot belum akan mengirim apa pun. Izinkan dengan: python -m bot run --lanjutkan")


@contextmanager
def _reasons(archive: Path) -> Iterator[None]:
    """Why an archive cannot be brought back."""
    from bot.store.backup import restore as restores
    from bot.store.database import database, schema

    try:
        yield
    except restores.Damaged:
        raise Refused(f"{archive} rusak atau bukan cadangan Kawan Musrenbang. Tidak ada yang diubah.") from None
    except restores.OtherRevision as other:
        raise Refused(
            f"Cadangan ini versi {other.found}, program ini versi {schema.HEAD}. Pulihkan dengan program versi "
            f"{other.found}, lalu naikkan dengan: python -m bot migrate. Tidak ada yang diubah."
        ) from None
    except restores.NotEmpty:
        raise Refused("Basis data sudah berisi. Kalau memang mau diganti, tambahkan --ganti.") from None
    except database.DatabaseTrouble as error:
        if isinstance(error, database.DATABASE_AWAY):
            raise
        raise Refused("Isi cadangan ditolak basis data ini. Tidak ada yang diubah.") from error


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """Hold the database while its tables change: no bot may be working with it, and none may start."""
    from bot.entry import AlreadyRunning, sole_user_of
    from bot.store.database import plain

    url = settings.async_database_url
    try:
        with sole_user_of(url):
            if plain.is_in_use(url):
                raise AlreadyRunning
            yield
    except AlreadyRunning:
        raise Refused("Bot masih berjalan. Hentikan dulu, lalu coba lagi.") from None


def doctor(
    ulangi_masuk: Annotated[
        int | None, typer.Option("--ulangi-masuk", metavar="ID", help="Coba lagi satu pesan masuk yang disisihkan.")
    ] = None,
    ulangi_keluar: Annotated[
        bool, typer.Option("--ulangi-keluar", help="Coba lagi pesan keluar yang sudah menyerah.")
    ] = False,
    lepas_webhook: Annotated[
        bool, typer.Option("--lepas-webhook", help="Lepaskan webhook yang menahan pesan dari bot ini.")
    ] = False,
) -> None:
    """Periksa kesehatan bot dan sebutkan apa yang perlu dilakukan."""
    settings = settings_here()
    if lepas_webhook:
        _remove_webhook(settings)
    if ulangi_masuk is not None:
        asyncio.run(_requeue_update(settings, ulangi_masuk))
    if ulangi_keluar:
        asyncio.run(_requeue_letters(settings))
    if not (lepas_webhook or ulangi_masuk is not None or ulangi_keluar):
        wrong = asyncio.run(_examine(settings))
        typer.echo(f"\nAda {wrong} hal yang perlu dibetulkan." if wrong else "\nBot sehat.")
        raise typer.Exit(1 if wrong else 0)


async def _examine(settings: Settings) -> int:
    from bot.edges.doctor import Mark, examine
    from bot.entry import PAUSED

    wrong = 0
    async for finding in examine(settings, PAUSED):
        typer.echo(str(finding))
        wrong += finding.mark is Mark.BROKEN
    return wrong


def _remove_webhook(settings: Settings) -> None:
    from bot.edges.doctor import remove_webhook

    if not asyncio.run(remove_webhook(settings)):
        raise Refused("Telegram tidak menerima permintaan itu. Jalankan: python -m bot doctor")
    typer.echo("Webhook dilepas; pesan yang menunggu tetap disimpan Telegram.")


@asynccontextmanager
async def working_database(settings: Settings) -> AsyncIterator["Connection"]:
    """A writing transaction in a database that has its tables; to look for one must not make one."""
    from bot.entry import database_of
    from bot.store.database import schema

    if settings.sqlite_path is not None and not settings.sqlite_path.exists():
        raise schema.WrongSchema(None)
    database = database_of(settings)
    try:
        async with database.write() as connection:
            await schema.require_head(connection)
            yield connection
    finally:
        await database.close()


async def _requeue_update(settings: Settings, update_id: int) -> None:
    from bot.store.database import checkup
    from bot.store.queues import inbox

    async with working_database(settings) as connection:
        if await checkup.outcome_of(connection, update_id) not in ("bad", "parked"):
            raise Refused(f"Pesan masuk {update_id} tidak sedang disisihkan.")
        await inbox.requeue(connection, update_id)
    typer.echo(f"Pesan masuk {update_id} akan dicoba lagi.")


async def _requeue_letters(settings: Settings) -> None:
    from bot.store.queues import outbox

    async with working_database(settings) as connection:
        again = await outbox.requeue_dead(connection, time.time())
    typer.echo(f"{again} pesan keluar akan dicoba lagi.")
