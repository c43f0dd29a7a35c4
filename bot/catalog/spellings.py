"""The files of `content/kata/` in which editors keep how people spell things; the core itself tells their shape."""

from collections.abc import Iterator, Mapping
from dataclasses import Field as CoreField
from dataclasses import fields
from typing import Any

from pydantic_core import SchemaValidator, core_schema

from bot.core import spelt
from bot.core import vocabulary as core

FOLDER = "kata"
Told = Mapping[str, Any]  # a file: lists, and tables of lists, by the names that editors use
_WORD = core_schema.str_schema(pattern=r"\S", max_length=60, strict=True)
_UNIT = core_schema.str_schema(pattern=r"^[A-Za-z0-9²³ -]{1,20}$", strict=True)
_LIST = core_schema.list_schema(_WORD, min_length=1, strict=True)
#: The files by the part of the vocabulary that each of them is.
STEMS = {
    "numbers": "angka",
    "common": "umum",
    "people": "orang",
    "units": "satuan",
    "sizes": "ukuran",
    "money": "uang",
    "places": "tempat",
    "days": "hari",
    "hours": "jam",
    "guests": "tamu",
    "stories": "cerita",
    "choices": "pilihan",
    "names": "nama",
}
_KEYS = {
    "able": "bisa",
    "about": "kira_kira",
    "above": "di_atas",
    "address": "sapaan",
    "after": "sesudah",
    "against": "membatalkan",
    "ago": "yang_lalu",
    "ahead": "lagi",
    "from_now": "dari_kini",
    "all": "semua",
    "already": "sudah",
    "among": "di_antaranya",
    "for_whom": "untuk_siapa",
    "forbid": "jangan",
    "included": "termasuk",
    "or_so": "begitu",
    "road": "kilo_jalan",
    "stretch": "memanjang",
    "area": "wilayah_lain",
    "at": "di_tempat",
    "around": "di_sekitar",
    "because": "sebabnya",
    "before": "sebelum",
    "below": "di_bawah",
    "beside": "di_dekat",
    "besides": "sambil",
    "between": "antara",
    "belonged": "tergabung",
    "bound": "batas",
    "but": "melainkan",
    "caliber": "jenisnya",
    "called": "bernama",
    "choice": "atau",
    "clergy": "pemuka_agama",
    "clock": "jam",
    "columns": "kolom",
    "compass": "mata_angin",
    "condition": "kalau",
    "count": "hitungan",
    "cross": "silang",
    "date": "tanggal",
    "day": "hari",
    "degrees": "gelar_di_belakang",
    "digits": "satuan",
    "doubt": "ragu",
    "downward": "ke_bawah",
    "duty": "bertugas",
    "either": "atau",
    "elements": "unsur",
    "end": "selesai",
    "endings": "akhiran",
    "fall": "tidak_kurang",
    "family": "keluarga",
    "far": "kilo_jauh",
    "far_after": "jarak_di_belakang",
    "far_before": "jarak_di_depan",
    "far_from": "jarak_dari",
    "female": "perempuan",
    "following": "berikutnya",
    "fresh": "dusun_baru",
    "front": "di_depan",
    "gifts": "sumbangan",
    "giving": "memberi",
    "greeting": "selamat",
    "groups": "merasakan",
    "half": "setengah",
    "headings": "kepala_daftar",
    "heads": "kepala_rt",
    "heavy": "kilo_berat",
    "hindrances": "halangan",
    "house": "rumah",
    "house_or_person": "kepala",
    "hurt": "celaka",
    "husband": "suami",
    "item_first": "hal_pertama",
    "item_next": "hal_berikut",
    "join": "dan",
    "know": "tahu",
    "landmark_end": "patokan_selesai",
    "last": "lalu",
    "later": "mundur",
    "length": "panjang",
    "lengths": "lamanya",
    "less": "kurang_dari",
    "link": "penyambung",
    "linked": "penyambung",
    "lodges": "lembaga",
    "added": "tambahnya",
    "recounted": "jadinya",
    "long_ago": "sejak_dulu",
    "loose": "juga_kata_biasa",
    "male": "laki_laki",
    "male_or_about": "laki_laki_atau_kira_kira",
    "man": "sapaan_laki_laki",
    "minute": "menit",
    "month": "kata_bulan",
    "months": "bulan",
    "more": "lebih_dari",
    "near": "dekat",
    "negated": "bukan_di",
    "never": "bukan_angka",
    "newly": "baru",
    "next": "depan",
    "no": "tidak",
    "no_hamlet": "bukan_nama_dusun",
    "complaint": "keluhan",
    "works": "yang_diusulkan",
    "no_item": "bukan_hal",
    "no_landmark": "bukan_patokan",
    "no_name": "bukan_nama",
    "no_sizes": "bukan_ukuran",
    "noise": "hiasan",
    "not_giving": "tidak_memberi",
    "now": "sekarang",
    "offices": "jabatan",
    "places": "tempat_tinggal",
    "often": "tiap_waktu",
    "once": "dahulu",
    "one_more": "satu_lagi",
    "only": "hanya_sekian",
    "origin": "asal_orang",
    "owned": "kepunyaan",
    "own_things": "milik_saya",
    "not_own": "bukan_milik_saya",
    "marks": "patokan_panjang",
    "owner_after": "milik_di_belakang",
    "owner_before": "milik_di_depan",
    "package": "paket",
    "part": "sebagian",
    "parts": "bagian",
    "past": "lewat",
    "person": "orang",
    "place": "bukan_orang",
    "poor": "kurang_mampu",
    "prayer": "salat",
    "prayers": "waktu_salat",
    "quarter": "seperempat",
    "quarters": "perempat",
    "range": "sampai",
    "reach": "tidak_sampai",
    "rest": "sisanya",
    "scales": "kelipatan",
    "self": "saya_dan",
    "sep": "pemisah",
    "short": "singkatan",
    "shifting": "geser",
    "short_of": "kurang",
    "side": "sisi",
    "side_or_sheets": "lebar_atau_lembar",
    "righting": "meralat",
    "since": "sejak",
    "soon": "nanti",
    "sooner": "maju",
    "source": "dari",
    "speaks_for": "mewakili",
    "stop": "bukan",
    "suffixes": "akhiran",
    "tails": "di_belakang_nama",
    "target": "sampai",
    "thick": "tebal",
    "there_is": "ada_juga",
    "this": "ini",
    "times": "kali",
    "titles": "gelar_di_depan",
    "together": "berjamaah",
    "total": "jadinya",
    "undone": "tidak_jadi",
    "unit": "satuan_lain",
    "unknown": "tidak_tahu",
    "until": "sampai",
    "upward": "ke_atas",
    "vacant": "rumah_kosong",
    "vague": "samar",
    "veto": "jangan_dibaca",
    "week": "minggu",
    "well_off": "berkecukupan",
    "weekdays": "nama_hari",
    "when": "kalau",
    "where": "awal_tempat",
    "which": "yang",
    "whole": "dari_semua",
    "wide": "luas_isi_berat",
    "woman": "sapaan_perempuan",
    "year": "tahun",
    "yet": "tetapi",
    "zero": "tidak_ada",
    "wife": "istri",
}


def key_of(name: str) -> str:
    """How editors call a list, or an entry of a table of lists."""
    return _KEYS.get(name, name)


class Shape:
    """What one file may contain. Written as pydantic keeps it: ten models of a hundred lists take longer to make than
    all of them to read."""

    def __init__(self, part: str) -> None:
        told = {key_of(each.name): core_schema.typed_dict_field(_schema(each)) for each in fields(PARTS[part])}
        self.schema = core_schema.typed_dict_schema(told, extra_behavior="forbid", strict=True)
        self._validator = SchemaValidator(self.schema)

    def validate(self, told: Told) -> Told:
        """Raises ValidationError, as a model does."""
        judged: Told = self._validator.validate_python(told)
        return judged


def readable(told: Told) -> Told:
    """What of a file with mistakes can be judged: its lists of words."""
    lists = {key: value for key, value in told.items() if _is_list(value)}
    tables = {key: readable(value) for key, value in told.items() if isinstance(value, dict)}
    return {**lists, **tables}


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _schema(each: CoreField[Any]) -> core_schema.CoreSchema:
    keys = keys_of(each)
    if keys is None:
        return _LIST
    if keys.more:
        return core_schema.dict_schema(_UNIT, _LIST, strict=True)
    entries = {key: core_schema.typed_dict_field(_LIST) for key in keys.keys}
    return core_schema.typed_dict_schema(entries, extra_behavior="forbid", strict=True)


def keys_of(each: CoreField[Any]) -> spelt.Keys | None:
    """None for a field that is one list."""
    return next((told for told in getattr(each.type, "__metadata__", ())), None)


PARTS: Mapping[str, Any] = {each.name: each.type for each in fields(core.Vocabulary)}
FILES = {f"{FOLDER}/{STEMS[part]}.toml": Shape(part) for part in PARTS}


def lists_of(part: str, told: Told) -> Iterator[tuple[str, str, spelt.Spellings]]:
    """(field, entry, spellings); the entry is empty where the field is one list."""
    for name in (each.name for each in fields(PARTS[part])):
        value = told.get(key_of(name), [])
        for entry, words in value.items() if isinstance(value, dict) else [("", value)]:
            yield name, entry, tuple(" ".join(word.lower().split()) for word in words)


def compile_vocabulary(files: Mapping[str, Told]) -> core.Vocabulary:
    return core.Vocabulary(**{part: _compile(part, files[f"{FOLDER}/{STEMS[part]}.toml"]) for part in PARTS})


def _compile(part: str, told: Told) -> Any:
    made: dict[str, Any] = {}
    for name, entry, words in lists_of(part, told):
        if entry:
            made.setdefault(name, {})[entry] = words
        else:
            made[name] = words
    return PARTS[part](**made)


def all_lists(words: core.Vocabulary) -> Iterator[tuple[str, str, spelt.Spellings]]:
    """(file, key, spellings) of everything that is understood, as editors call it."""
    for part in fields(words):
        for each in fields(PARTS[part.name]):
            value = getattr(getattr(words, part.name), each.name)
            for entry, told in value.items() if isinstance(value, dict) else [("", value)]:
                yield f"{FOLDER}/{STEMS[part.name]}.toml", f"{key_of(each.name)}.{entry}".rstrip("."), told
