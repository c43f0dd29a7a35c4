"""Which line of `tanya_kerja` somebody with work asks for."""

from collections.abc import Sequence

from bot.work.visit import Visit

ALL_READ, TO_READ, TABLE, GUESTS, LISTED = "semua_dibaca", "mau_dibaca", "tabel", "tamu", "usulan"
UNTOLD, CAME, BY_DUSUN, INVITED = "belum_dikabari", "hadir", "dusun_kosong", "daftar_tamu"
BY_DESA, RESULTS = "desa_kosong", "daftar_hasil"
#: In the order in which it is told what is meant.
_LINES = (
    BY_DUSUN,
    BY_DESA,
    GUESTS,
    CAME,
    UNTOLD,
    INVITED,
    "jam_harian",
    "delegasi",
    "ingatkan_terlambat",
    "tanpa_fasilitator",
    "masuk_rencana",
    "siaran",
    "belum_baca",
    ALL_READ,
    TO_READ,
    "sudah",
    "lembar_sipd",
    "berkas_uji",
    "hasil_pertemuan",
    RESULTS,
    "rekap",
    TABLE,
    "mingguan",
    "pertanyaan",
    "pengabdian",
    "laporan_hari",
    "alarm",
    "bahaya",
    "telepon",
    "laporan",
    "belum_musdes",
    "belum_musrenbang",
    "tanpa_tanggal",
    "jatuh_tempo",
    "belum_dikerjakan",
    "terlambat",
    "angka",
    "perempuan",
    "dijawab",
    "jumlah",
    "fasilitator",
    "fasilitator_di",
    LISTED,
)


def asked(visit: Visit, spoken: Sequence[str]) -> str:
    """The first that these words fit; empty where none does."""
    known, words = visit.office.catalog.world.asked_of_work, set(spoken)
    fitting = (name for name in _LINES if _fits(known[name], words))
    return next((name for name in fitting if words.isdisjoint(known.get(f"bukan_{name}", ()))), "")


def _fits(lines: frozenset[str], words: set[str]) -> bool:
    return any(all(words & set(group.split("/")) for group in line.split()) for line in lines)
