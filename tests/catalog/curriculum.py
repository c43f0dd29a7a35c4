"""A small curriculum in which there is one of everything to learn, and all of it is right."""

from bot.core.lessons.lessons import MODULES

KABUPATEN = "73.16"
LESSON, OTHER, HARD, SCENE, BANK = (
    "pelajaran/L40-ulang.md",
    "pelajaran/L45-lain.md",
    "ditanya/lama.toml",
    "latihan/diam.toml",
    "soal.toml",
)
HEAD = """+++
judul = "Bacakan kembali"
modul = "M6"
untuk = ["fasilitator_desa"]
jalur = "semua"
sumber = ["UU 25/2004 Pasal 22"]
tugas = ["D05"]
saat = ["musrenbang_desa"]
coba = "Bacakan satu usulan kepada pengusulnya."

[[kuis]]
tanya = "Apa yang dikerjakan dulu?"
[[kuis.jawab]]
teks = "Mengulang"
benar = true
kata = "Ya."
[[kuis.jawab]]
teks = "Mencatat"
kata = "Belum."
+++
"""
BODY = "Ibu Sitti **bercerita** tentang air.\n\n---\n\nUlangi, lalu *tunggu*.\n- satu\n- dua\n"
HARD_TEXT = """tanya = "Kenapa lama?"
jawab = "Saya belum tahu, saya cari."
ingat = "Jangan menebak."
kata = ["lama", "kapan", "lambat", "kenapa", "tunggu"]
"""
_CHOICE = """[[babak.pilihan]]
teks = "{teks}"
kata = ["a{teks}", "b{teks}", "c{teks}", "d{teks}"]
akibat = "Begitu."
nilai = {nilai}
catat = "Dicatat."
ke = "{ke}"
"""
_MOMENT = '[[babak]]\nkunci = "{kunci}"\ncerita = "Sunyi."\n'


def _moment(key: str, *to: str) -> str:
    choices = [_CHOICE.format(teks=f"{key}{at}", nilai=min(at, 2), ke=one) for at, one in enumerate(to)]
    return _MOMENT.format(kunci=key) + "".join(choices)


SCENE_TEXT = 'judul = "Diam"\ntempat = "Balai."\ninti = "Bertanya."\n' + "".join(
    (_moment("awal", "tengah", "tengah", "akhir"), _moment("tengah", "", "", "akhir"), _moment("akhir", "", "", ""))
)
BANK_TEXT = "".join(
    f'[[soal]]\nmodul = "{module}"\ntanya = "Apa {module} {at}?"\n'
    '[[soal.jawab]]\nteks = "Ini"\nbenar = true\nkata = "Ya."\n[[soal.jawab]]\nteks = "Itu"\nkata = "Bukan."\n'
    for module in MODULES
    for at in range(4)
)
