"""The sentences that understanding says, and the values each of them gets: what content has to provide."""

from collections.abc import Mapping

_NOTHING: frozenset[str] = frozenset()

NEEDED: Mapping[str, frozenset[str]] = {
    "pengertian.angka": frozenset({"angka"}),
    "pengertian.orang": frozenset({"orang", "laki", "perempuan", "keluarga", "miskin"}),
    "pengertian.batas_kira": frozenset({"angka"}),
    "pengertian.batas_lebih": frozenset({"angka"}),
    "pengertian.batas_kurang": frozenset({"angka"}),
    "pengertian.samar": frozenset({"kata", "tanya"}),
    "pengertian.terbaca": frozenset({"terbaca", "contoh"}),
    "pengertian.rumah_bukan_keluarga": _NOTHING,
    "pengertian.sebanyak_itu": _NOTHING,
    "pengertian.ukuran": frozenset({"ukuran"}),
    "pengertian.uang": frozenset({"uang"}),
    "pengertian.rt_rw": frozenset({"rt", "rw"}),
    "pengertian.waktu": frozenset({"hari", "jam", "bagian"}),
    "pengertian.belum_tahu": _NOTHING,
    "pengertian.maksudnya": _NOTHING,
    "pengertian.satuannya": _NOTHING,
    "pengertian.hari_minggu": _NOTHING,
    "pengertian.isi_paket": _NOTHING,
    "pengertian.berapa": _NOTHING,
    "pengertian.berapa_orang": _NOTHING,
    "pengertian.berapa_keluarga": _NOTHING,
    "pengertian.berapa_ukuran": _NOTHING,
    "pengertian.berapa_uang": _NOTHING,
    "pengertian.rt_mana": _NOTHING,
    "pengertian.kapan": _NOTHING,
    "pengertian.keluarga_bukan_orang": frozenset({"orang"}),
    "pengertian.contoh_orang": _NOTHING,
    "pengertian.contoh_ukuran": _NOTHING,
    "pengertian.contoh_uang": _NOTHING,
    "pengertian.contoh_waktu": _NOTHING,
    "pengertian.sudah_lewat": frozenset({"hari"}),
    "pengertian.terlalu_jauh": frozenset({"hari"}),
}
