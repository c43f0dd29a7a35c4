"""Is there room on the disk, and can strangers on this machine read what is ours?"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from bot.config import Settings
from bot.edges.disk import try_to_write
from bot.edges.doctor.finding import Finding, broken, doubtful, fine

_GIGA = 10**9
_OTHERS_READ_OR_WRITE = 0o006


def examine_machine(settings: Settings, env_file: Path = Path(".env")) -> Iterator[Finding]:
    yield from _room(settings)
    yield media_folder(settings.media_dir)
    yield user(os.geteuid())
    private = [env_file, *_database_files(settings.sqlite_path), settings.media_dir]
    open_to_all = [path for path in private if path.exists() and path.stat().st_mode & _OTHERS_READ_OR_WRITE]
    for path in open_to_all:
        yield broken(f"{path} bisa dibaca siapa saja di komputer ini. Jalankan: chmod o= {path}")
    if not open_to_all:
        yield fine("Berkas .env, basis data, dan media hanya terbuka bagi pemiliknya.")


def media_folder(folder: Path) -> Finding:
    """Whether what people send can be kept; to look must not make the folder."""
    try:
        if folder.exists():
            try_to_write(folder)
    except OSError as error:
        return broken(
            f"Folder media {folder} tidak bisa ditulis ({error.strerror or type(error).__name__}); foto dan suara "
            "tidak bisa disimpan. Betulkan haknya atau kosongkan disk, atau ganti MEDIA_DIR di .env."
        )
    return fine(f"Foto dan suara bisa disimpan di {folder}.")


def _database_files(path: Path | None) -> list[Path]:
    return [] if path is None else [path, Path(f"{path}-wal"), Path(f"{path}-shm")]


def _room(settings: Settings) -> Iterator[Finding]:
    """Once a disk, wherever database and media lie."""
    seen: set[int] = set()
    for path in (settings.sqlite_path, settings.media_dir):
        folder = path and _nearest_folder(path)
        if folder is not None and (device := folder.stat().st_dev) not in seen:
            seen.add(device)
            usage = shutil.disk_usage(folder)
            yield room(folder, usage.free, usage.total)


def _nearest_folder(path: Path) -> Path:
    """The folder itself, or the one in which it would be made."""
    return next(folder for folder in path.absolute().parents if folder.is_dir())


def room(folder: Path, free: int, total: int) -> Finding:
    """`free` and `total` in bytes."""
    told = f"{free / _GIGA:.1f} GB ({100 * free / max(total, 1):.0f} %)"
    if free < _GIGA / 10:
        return broken(f"Disk di {folder} hampir penuh: sisa {told}. Kosongkan sekarang; bot segera berhenti menerima.")
    if free < _GIGA or free < total * 0.05:
        return doubtful(f"Disk di {folder} tinggal {told}. Hapus yang tidak perlu, misalnya cadangan lama.")
    return fine(f"Ruang disk di {folder} cukup: {told}.")


def user(number: int) -> Finding:
    """`number`: the effective user id."""
    if number == 0:
        return broken("Program ini dijalankan sebagai root. Buat pengguna biasa untuk bot dan jalankan dengan itu.")
    return fine("Program ini dijalankan oleh pengguna biasa.")
