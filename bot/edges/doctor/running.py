"""What the running bot says of itself: which of its loops hang or fell, and what it is alarmed about."""

import fcntl
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.edges.doctor.finding import Finding, broken, doubtful, fine
from bot.edges.health import hanging
from bot.logs import redact
from bot.store.database.checkup import Told

#: A process that lives and has said nothing for so long (s) hangs, or cannot write.
_SILENT = 20.0
_RESTART = "Lihat catatan bot (log), lalu hentikan dan jalankan lagi botnya."
_LOOPS = {
    "intake": "pengambilan pesan dari Telegram",
    "worker": "penjawab pesan masuk",
    "sender": "pengirim pesan",
    "ticker": "jam pengingat",
    "fetch": "pengambilan foto dan suara",
    "lists": "pembaca daftar undangan",
    "upkeep": "penghapusan data lama",
    "presence": "tanda hidup bot di basis data",
    "pulse": "laporan keadaan bot",
}
_CURES = {
    "token": "Token ditolak Telegram. Ambil token yang berlaku dari @BotFather, lalu ganti BOT_TOKEN di .env.",
    "database": "Bot tidak bisa menulis ke basis data. Periksa sisa disk, hak tulis berkas, dan server basis data.",
    "database file": "Berkas basis data diganti atau dihapus selagi bot berjalan; yang ditulis bot sejak itu tidak ada "
    "di berkas yang baru. Hentikan bot, kembalikan berkas yang benar atau pulihkan cadangan, lalu jalankan lagi.",
    "media": "Foto dan suara tidak bisa disimpan. Periksa sisa disk dan hak tulis folder MEDIA_DIR; yang tertunda "
    "diambil lagi dengan sendirinya.",
    "hold": "Telegram meminta bot diam dulu untuk semua percakapan. Tunggu saja; bot mencoba sendiri tiap beberapa "
    "menit.",
}
_SECOND_POLLER = (
    "Ada program lain yang memakai token yang sama (Telegram menjawab 409). Hentikan program itu; kalau tidak dikenal, "
    "ganti token lewat @BotFather."
)


def is_held(path: Path) -> bool:
    """Whether a bot holds the lock beside this SQLite file; to look must not make it."""
    try:
        with Path(f"{path}.lock").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def examine_running(
    number: int, told: Sequence[tuple[float, str]], loops: Sequence[Told], now: float
) -> Iterator[Finding]:
    """`number` of processes that live; `told`: when each last said what alarms it, the latest first."""
    if not number:
        yield doubtful("Bot tidak sedang berjalan. Jalankan: python -m bot run")
        return
    yield fine(f"Bot sedang berjalan ({number} proses memegang giliran).")
    for seen_at, alarms in told[:number]:
        if now - seen_at > _SILENT:
            yield broken(f"Bot hidup, tetapi sudah {now - seen_at:.0f} detik tidak memberi kabar. {_RESTART}")
        else:
            yield from _alarms(json.loads(alarms))
    for one in loops:
        if now - one.told_at < _SILENT:
            for name, silent in hanging([(one.name, one)], one.told_at):
                yield broken(f"Bagian {_named(name)} sudah {silent:.0f} detik tidak berhasil bekerja. {_RESTART}")


def _named(name: str) -> str:
    return _LOOPS.get(name, name)


def _alarms(alarms: dict[str, str]) -> Iterator[Finding]:
    for subject, why in alarms.items():
        if subject == "telegram":
            is_second = "conflict" in why.lower()
            if is_second:
                yield broken(_SECOND_POLLER)
            else:
                yield broken(f"Pesan tidak bisa diambil dari Telegram ({redact(why)}). Periksa sambungan internet.")
        elif subject in _CURES:
            yield broken(f"{_CURES[subject]} ({redact(why)[:160]})")
