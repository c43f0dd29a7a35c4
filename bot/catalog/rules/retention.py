"""Times for which data is kept: all named, whole numbers, within what the program and the law can bear."""

from typing import Any

from bot.catalog.draft import RETENTION_FILE, Draft
from bot.catalog.needed import Needed

#: By table and key: what the program calls it, the least and the most. Telegram repeats an update for a day, so that a
#: raw message has to stay longer; what was told once must not be told again while it is still news.
BOUNDS: dict[str, dict[str, tuple[str, int, int]]] = {
    "hari": {
        "pesan_masuk": ("received", 2, 366),
        "pesan_keluar": ("sent", 2, 366),
        "suara": ("voice", 1, 366),
        "belum_setuju": ("never_agreed", 1, 366),
        "kode_salah": ("wrong_codes", 1, 366),
        "daftar_ditunjukkan": ("shown", 1, 30),
        "nama_undangan": ("labels", 30, 730),
        "nama_tamu": ("guests", 30, 730),
        "bukti_tugas": ("proofs", 30, 730),
        "kabar_selesai": ("settled", 90, 730),
        "pertanyaan": ("questions", 30, 730),
        "pembaca_grup": ("readers", 30, 730),
        "penerima_siaran": ("recipients", 180, 1826),
    },
    "tahun": {"rencana": ("plan_years", 1, 2), "kontak": ("contact_years", 1, 5)},
}


def judge(draft: Draft, _needed: Needed) -> None:
    if draft.retention is None:
        return
    for table in draft.retention.keys() - BOUNDS.keys():
        draft.report(RETENTION_FILE, table, "Bagian ini tidak dikenal; mungkin salah tulis.")
    for table, rules in BOUNDS.items():
        told = draft.retention.get(table, {})
        if not isinstance(told, dict):
            draft.report(RETENTION_FILE, table, "Isinya harus tabel di antara { dan }.")
            continue
        for name in sorted(told.keys() - rules.keys()):
            draft.report(RETENTION_FILE, f"{table}.{name}", "Bagian ini tidak dikenal; mungkin salah tulis.")
        for name, (_, least, most) in rules.items():
            if fault := _fault(told.get(name), least, most):
                draft.report(RETENTION_FILE, f"{table}.{name}", fault)


def _fault(value: Any, least: int, most: int) -> str | None:
    if value is None:
        return "Bagian ini wajib ada."
    if isinstance(value, bool) or not isinstance(value, int):
        return "Isinya harus angka tanpa tanda kutip."
    return None if least <= value <= most else f"Angkanya antara {least} dan {most}."
