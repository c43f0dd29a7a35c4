"""Which line of `tanya_kerja` somebody with work asks for."""

from collections.abc import Sequence

from bot.work.visit import Visit

ALL_READ, TO_READ, TABLE, GUESTS, LISTED = "semua_dibaca", "mau_dibaca", "tabel", "tamu", "usulan"
SIFTED = "tabel_disaring"
UNTOLD, CAME, BY_DUSUN, INVITED = "belum_dikabari", "hadir", "dusun_kosong", "daftar_tamu"
BY_DESA, RESULTS, ABSENT, NOT_INVITED = "desa_kosong", "daftar_hasil", "tamu_absen", "belum_diundang"


def asked(visit: Visit, spoken: Sequence[str]) -> str:
    """The first that these words fit; empty where none does."""
    world, words = visit.office.catalog.world, set(spoken)
    known = world.asked_of_work
    fitting = (name for name in world.work_in_order if _fits(known[name], words))
    return next((name for name in fitting if words.isdisjoint(known.get(f"bukan_{name}", ()))), "")


def _fits(lines: frozenset[str], words: set[str]) -> bool:
    return any(all(words & set(group.split("/")) for group in line.split()) for line in lines)
