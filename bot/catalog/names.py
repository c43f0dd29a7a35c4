"""The Indonesian names content uses for kinds, checks and their parameters.

Whatever is not listed here is used by its own name, so that a new kind or check needs no line here.
"""

KINDS = {
    "wilayah": "wilayah",
    "cerita": "story",
    "teks": "text",
    "foto": "photos",
    "pilihan": "choice",
    "pilihan_banyak": "choices",
    "angka": "number",
    "lokasi": "location",
}
CHECKS = {"mirip": "alike", "belum_terdaftar": "unlisted", "singkat": "short"}
_PARAMS = {
    "shortest": "paling_pendek",
    "longest": "paling_panjang",
    "longest_voice": "suara_paling_lama",
    "shortest_voice": "suara_paling_singkat",
    "most": "paling_banyak",
    "least": "paling_kecil",
    "options": "pilihan",
    "level": "tingkat",
    "within": "di_dalam",
    "completes": "melengkapi",
    "reason": "menanyakan_sebab",
    "deed": "menanyakan_perbuatan",
    "wish": "menanyakan_harapan",
    "agree": "tombol_baik",
    "other": "tombol_lain",
    "near": "kata_terdekat",
    "far": "kata_lainnya",
    "beyond": "kata_terjauh",
    "shies": "segan",
    "reads": "kata_membaca",
    "tells": "kata_memberi_tahu",
    "kin": "bukan_pembaca",
    "with_hour": "dengan_jam",
    "past": "boleh_lewat",
    "usual_of": "biasanya_dari",
    "day_of": "hari_dari",
    "cues": "sebutan",
    "doubts": "ragu",
    "longest_with_file": "paling_panjang_berkas",
    "files": "berkas",
    "words_to": "kata_ke",
}
_PARAMS_OF = {("number", "most"): "paling_besar"}


def kind_named(name: str) -> str:
    return KINDS.get(name, name)


def check_named(name: str) -> str:
    return CHECKS.get(name, name)


def alias_of(kind: str, parameter: str) -> str:
    return _PARAMS_OF.get((kind, parameter)) or _PARAMS.get(parameter, parameter)
