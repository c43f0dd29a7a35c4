"""Units of measure and of counting, as they are written and as people write them."""

from collections.abc import Mapping

LENGTHS: Mapping[str, str] = {
    "m": "m meter mtr metr mtere mter meteran_panjang m' meter_lari m_lari mtr_lari",
    "km": "km kilometer kilo_meter kilometr klm",
    "cm": "cm senti sentimeter centimeter senti_meter centi",
}
WIDE: Mapping[str, str] = {
    "m²": "m2 m^2 meter2 meter_persegi m_persegi mtr_persegi mtr2 meter_bujur_sangkar",
    "m³": "m3 m^3 meter_kubik kubik m_kubik kubikasi meter3 mtr3",
    "ha": "ha hektar hektare hektaar hektr hektaran",
    "are": "are",
    "liter": "liter ltr",
    "kg": "kg kilogram kilo_gram",
    "ton": "ton",
}
COUNTED: Mapping[str, str] = {
    "unit": "unit unt unitt",
    "buah": "buah bh bua",
    "batang": "batang btg btng btang",
    "zak": "zak sak",
    "karung": "karung",
    "titik": "titik ttk",
    "lokal": "lokal",
    "ruang": "ruang ruangan",
    "ruang kelas": "ruang_kelas kelas lokal_kelas",
    "kamar": "kamar",
    "ekor": "ekor ekr",
    "orang": "orang org peserta",
    "kelompok": "kelompok klp klmpok",
    "KK": "kk kepala_keluarga",
    "keluarga": "keluarga",
    "set": "set stel",
    "lembar": "lembar lbr",
    "pohon": "pohon phn",
    "bibit": "bibit bbt",
    "roll": "rol roll gulung",
    "kali": "kali",
    "hari": "hari hr",
    "truk": "truk truck trek",
    "ret": "ret rit",
    "rumah": "rumah rmh",
    "petak": "petak",
    "kegiatan": "kegiatan keg",
    "pasang": "pasang",
    "jembatan": "jembatan jmbatan",
    "sumur": "sumur",
    "sumur bor": "sumur_bor",
    "bak": "bak bak_air bak_penampung",
    "MCK": "mck",
    "WC": "wc",
    "jamban": "jamban jamban_keluarga",
    "gedung": "gedung",
    "bangunan": "bangunan",
    "posyandu": "posyandu",
    "lampu": "lampu lampu_jalan",
    "tiang": "tiang tiang_listrik",
    "mesin": "mesin",
    "pompa": "pompa",
    "tandon": "tandon",
    "pipa": "pipa",
    "duiker": "duiker deker dueker plat_duiker plat_deker",
    "gorong-gorong": "gorong-gorong gorong_gorong",
    "kios": "kios",
    "los": "los",
    "pos": "pos pos_ronda",
    "masjid": "masjid mesjid",
    "kursi": "kursi",
    "meja": "meja",
    "komputer": "komputer",
    "laptop": "laptop",
    "traktor": "traktor hand_traktor handtraktor traktor_tangan",
    "embung": "embung",
    "bendung": "bendung",
    "bendungan": "bendungan",
}
PACKAGES: Mapping[str, str] = {"paket": "paket pkt paketan ls lumpsum borongan"}


def classes(kind: str, units: Mapping[str, str]) -> dict[str, str]:
    """For a lexicon: each unit with its spellings, under "kind:unit"."""
    return {f"{kind}:{unit}": spellings for unit, spellings in units.items()}
