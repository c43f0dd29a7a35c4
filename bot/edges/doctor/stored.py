"""What the database tells: can it be reached, does it fit, what waits, and what went wrong."""

import time
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from pathlib import Path

from bot.config import Settings
from bot.edges.doctor.finding import Finding, broken, cure_for, doubtful, fine, not_ours
from bot.edges.doctor.running import examine_running, is_held
from bot.logs import redact
from bot.store.database import checkup, facts, presence, schema
from bot.store.database.checkup import Told
from bot.store.database.database import Connection, Database, DatabaseTrouble
from bot.store.database.installation import NotOurs, compare, marked
from bot.store.queues import inbox, outbox

#: Work that waits longer (s) while the bot runs is stuck.
_STALE = 120.0
#: A process that has told nothing of itself for so long (s) is gone; what failed longer ago than a day is no news.
_SILENT, _RECENT = 60.0, 86400.0
_REQUEUE_IN = "python -m bot doctor --ulangi-masuk"
_REQUEUE_OUT = "python -m bot doctor --ulangi-keluar"


async def examine_stored(settings: Settings, paused: str) -> AsyncIterator[Finding]:
    """`paused`: the name of the fact that keeps the bot silent."""
    path = settings.sqlite_path
    if path is not None and not path.exists() and marked(settings.media_dir) is not None:
        yield broken(not_ours(is_empty=True))
        return
    if path is not None and not path.exists():
        yield doubtful(f"Basis data {path} belum ada; bot membuatnya saat pertama kali dijalankan.")
        return
    database = Database(settings.async_database_url)
    try:
        async with database.read() as connection:
            found = await schema.revision(connection)
            yield fine("Basis data bisa dibuka.")
            yield schema_of(found)
            if not await checkup.is_whole(connection):
                yield broken("Berkas basis data rusak. Hentikan bot, pulihkan: python -m bot restore BERKAS --ganti")
            elif found == schema.HEAD:
                async for finding in _work(connection, path, paused):
                    yield finding
        if found == schema.HEAD:
            yield await _writing(database, settings.media_dir)
    except (DatabaseTrouble, OSError, ValueError) as error:
        away = "Basis data tidak bisa dibuka. Periksa DATABASE_URL di .env dan pastikan servernya hidup."
        yield broken(cure_for(error) or away)
    finally:
        await database.close()


async def _writing(database: Database, media: Path) -> Finding:
    """By writing: what can be read cannot always be written."""
    try:
        async with database.write() as connection:
            await facts.write(connection, "doctor", str(time.time()))
        async with database.read() as connection:
            await compare(connection, media)
    except NotOurs as other:
        return broken(not_ours(is_empty=other.is_empty))
    except (DatabaseTrouble, OSError) as error:
        return broken(cure_for(error) or "Basis data tidak bisa ditulis. Periksa sisa disk, hak tulis, dan servernya.")
    return fine("Basis data bisa ditulis, dan memang milik folder media ini.")


def schema_of(found: str | None) -> Finding:
    if found == schema.HEAD:
        return fine(f"Susunan basis data cocok (versi {found}).")
    if found is None:
        return broken("Basis data masih kosong. Jalankan: python -m bot migrate")
    if found > schema.HEAD:
        return broken(f"Basis data versi {found}, program ini versi {schema.HEAD}. Pasang program yang lebih baru.")
    return broken(f"Basis data masih versi {found}, program ini versi {schema.HEAD}. Jalankan: python -m bot migrate")


async def _work(connection: Connection, file: Path | None, paused: str) -> AsyncIterator[Finding]:
    now = time.time()
    running = await presence.alive(connection) if file is None else int(is_held(file))
    told = await checkup.told(connection)
    for finding in examine_running(running, await checkup.said(connection), told, now):
        yield finding
    for finding in fallen([one for one in told if now - one.told_at < _SILENT], now):
        yield finding
    if await facts.read(connection, paused) is not None:
        yield doubtful("Bot ditahan sesudah pemulihan dan belum mengirim. Lanjutkan: python -m bot run --lanjutkan")
    for finding in set_aside(await inbox.trouble(connection)):
        yield finding
    for finding in letters(await outbox.trouble(connection)):
        yield finding
    arrived, oldest_in = await inbox.waiting(connection)
    promised, oldest_out = await outbox.waiting(connection)
    yield waiting("Pesan masuk yang belum dijawab", arrived, oldest_in and now - oldest_in, bool(running))
    yield waiting("Pesan keluar yang belum terkirim", promised, oldest_out and now - oldest_out, bool(running))
    yield files(await checkup.files_given_up(connection), *await checkup.oldest_file(connection))
    if lists := await checkup.lists_set_aside(connection):
        yield doubtful(f"{lists} daftar undangan gagal diolah dan disisihkan. Minta pengirimnya mengirim berkas baru.")


def fallen(told: Iterable[Told], now: float) -> Iterator[Finding]:
    """Parts of running processes that stopped by a fault, or stumbled over one thing, within the last day."""
    for one in told:
        if one.failed_at is None or now - one.failed_at > _RECENT:
            continue
        reason = f"{_duration(now - one.failed_at)} yang lalu: {redact((one.error or '')[:160])}"
        if one.is_down:
            yield broken(f"Bagian {one.name} sedang berhenti ({reason}). Bot mencobanya lagi; lihat catatan bot (log).")
        else:
            yield doubtful(
                f"Bagian {one.name} berjalan, tetapi pernah gagal ({reason}; diulang {one.restarts} kali). "
                "Kalau berulang, lihat catatan bot (log)."
            )


def set_aside(trouble: list[tuple[int, str, str]]) -> Iterator[Finding]:
    """Updates as `inbox.trouble` gives them: id, outcome, error."""
    for update_id, outcome, error in trouble:
        reason = redact(error.splitlines()[0][:160]) if error else "tanpa keterangan"
        if outcome == "parked":
            yield broken(f"Pesan masuk {update_id} gagal dijawab ({reason}). Coba lagi: {_REQUEUE_IN} {update_id}")
        else:
            yield doubtful(f"Pesan masuk {update_id} tidak terbaca ({reason}). Coba lagi: {_REQUEUE_IN} {update_id}")
    if not trouble:
        yield fine("Tidak ada pesan masuk yang disisihkan.")


def letters(trouble: Mapping[str, int]) -> Iterator[Finding]:
    """Letters that ended badly, counted by outcome."""
    if dead := trouble.get("dead"):
        yield broken(f"{dead} pesan keluar menyerah setelah berkali-kali gagal. Coba lagi: {_REQUEUE_OUT}")
    if unsure := trouble.get("unsure"):
        yield doubtful(f"{unsure} pengumuman belum pasti sampai. Tanyakan kepada penerimanya sebelum mengirim ulang.")
    if refused := trouble.get("refused"):
        yield doubtful(f"{refused} pesan keluar ditolak Telegram dan tidak dikirim lagi. Lihat catatan bot (log).")
    if not trouble:
        yield fine("Semua pesan keluar yang selesai sudah diterima Telegram.")


def waiting(what: str, number: int, age: float | None, is_running: bool) -> Finding:
    """`age` of the oldest, in seconds."""
    if not number or age is None:
        return fine(f"{what}: tidak ada.")
    told = f"{what}: {number}, yang tertua {_duration(age)}."
    if age < _STALE:
        return fine(told)
    if is_running:
        return broken(f"{told} Lihat catatan bot (log), lalu hentikan dan jalankan lagi botnya.")
    return doubtful(f"{told} Semuanya dilanjutkan begitu bot berjalan.")


def _duration(seconds: float) -> str:
    for size, name in ((86400, "hari"), (3600, "jam"), (60, "menit")):
        if seconds >= size:
            return f"{seconds / size:.0f} {name}"
    return f"{max(seconds, 0):.0f} detik"


def files(given_up: Mapping[str, int], waiting_files: int, most_tries: int) -> Finding:
    """`given_up` counted by outcome; `most_tries` of one file that is still wanted."""
    lost = sum(given_up.values())
    if lost:
        return doubtful(
            f"{lost} foto/suara tidak tersimpan ({given_up.get('gone', 0)} sudah tidak ada di Telegram, "
            f"{given_up.get('refused', 0)} tidak bisa dibaca, {given_up.get('parked', 0)} gagal diolah). "
            "Minta pengusulnya mengirim lagi."
        )
    if most_tries > 3:
        return doubtful(f"{waiting_files} foto/suara belum berhasil diambil, sudah dicoba {most_tries} kali.")
    return fine(f"Foto dan suara: {waiting_files} sedang diambil, tidak ada yang gagal.")
