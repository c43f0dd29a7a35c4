"""Mistakes in lessons, hard questions, scenes and the bank: each is told by file and key, and right ones are silent."""

from pathlib import Path

import pytest

from bot.catalog import load, problems
from bot.catalog.curriculum import read_curriculum
from bot.catalog.markdown import fault_in, html
from tests.catalog.conftest import CONTENT
from tests.catalog.curriculum import BANK, BODY, HARD, HEAD, KABUPATEN, LESSON, OTHER, SCENE


def _told(content: Path) -> list[tuple[str, str, str]]:
    mine = ("pelajaran/", "ditanya/", "latihan/", "soal")
    return [(one.file, one.key, one.sentence) for one in problems(content, KABUPATEN) if one.file.startswith(mine)]


def test_what_is_right_is_silent(taught: Path) -> None:
    assert _told(taught) == []


def test_lessons_are_read_when_somebody_learns_and_not_at_the_start(taught: Path) -> None:
    (taught / LESSON).write_text("rusak", encoding="utf-8")
    (taught / OTHER).write_text(HEAD + BODY, encoding="utf-8")
    small = load(CONTENT, KABUPATEN)
    assert small.shelf._opened is None
    assert list(read_curriculum(taught).lessons) == ["L45"]  # a spoiled file is left out, the others are learnt


LONG = "kata " * 121
RUN = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas tigabelas"
MISTAKES = [
    (LESSON, "+++\njudul", "judul", "", "di antara dua baris +++"),
    (LESSON, "judul = ", "judul = = ", "", "Penulisan TOML keliru"),
    (LESSON, '"Bacakan kembali"', f'"{"x" * 46}"', "judul", "paling banyak 45"),
    (LESSON, 'modul = "M6"', 'modul = "M66"', "modul", "huruf atau tanda"),
    (LESSON, 'modul = "M6"\n', "", "modul", "wajib ada"),
    (LESSON, 'modul = "M6"', 'modul = "M6"\nwarna = 3', "warna", "tidak dikenal"),
    (LESSON, '"fasilitator_desa"', '"fasilitator"', "untuk", "tidak ada"),
    (LESSON, 'jalur = "semua"', 'jalur = "kota"', "jalur", "salah satu dari"),
    (LESSON, "UU 25/2004 Pasal 22", "UU 25/2004 Pasal 99", "sumber", "belum ada di rujukan.toml"),
    (LESSON, "UU 25/2004 Pasal 22", "kata orang", "sumber", "bukan salah satu"),
    (LESSON, '"D05"', '"D77"', "tugas", "“D77” tidak ada"),
    (LESSON, '"musrenbang_desa"', '"arisan"', "saat", "“arisan” tidak ada"),
    (LESSON, "Bacakan satu usulan", "Bacakan " + "satu " * 25, "coba", "paling banyak 25"),
    (LESSON, "benar = true\n", "", "kuis.1.jawab", "tepat satu jawaban yang benar; sekarang 0"),
    (LESSON, 'kata = "Belum."', 'kata = "Belum."\nbenar = true', "kuis.1.jawab", "sekarang 2"),
    (LESSON, 'kata = "Belum."\n', "", "kuis.1.jawab.2.kata", "wajib ada"),
    (LESSON, 'teks = "Mencatat"', 'teks = "Mengulang"', "kuis.1.jawab.2.teks", "sudah ada di atasnya"),
    (LESSON, 'teks = "Mencatat"', f'teks = "{"x" * 91}"', "kuis.1.jawab.2.teks", "paling banyak 90"),
    (LESSON, "Apa yang dikerjakan dulu?", "x" * 251, "kuis.1.tanya", "paling banyak 250"),
    (LESSON, "dikerjakan dulu?", "*dikerjakan* dulu?", "kuis.1.tanya", "tidak mengenal huruf tebal"),
    (LESSON, "Ibu Sitti **bercerita**", LONG, "", "paling banyak 120"),
    (LESSON, "\n---\n", "\n", "", "Ada 1 pesan"),
    (LESSON, "Ulangi, lalu *tunggu*.", "# Judul", "pesan.2", "tidak bisa di sini"),
    (LESSON, "*tunggu*", "*tunggu", "pesan.2", "belum ada pasangannya"),
    (LESSON, "tentang air", "tentang musdes", "pesan.1", "tidak dipakai untuk warga kelurahan"),
    (LESSON, "tentang air", "tentang feedback", "pesan.1", "bukan bahasa Indonesia"),
    (LESSON, "tentang air", "tentang Perda 3/2011", "pesan.1", "belum ada di rujukan.toml"),
    (LESSON, "coba = ", 'gambar = "peta"\ncoba = ', "gambar", "gambar/peta.svg tidak ada"),
    (LESSON, "coba = ", 'gambar = "peta"\ncoba = ', "gambar_teks", "harus juga ditulis"),
    (LESSON, "tentang air.", "tentang air" + " dan lagi" * 12 + ".", "pesan.1", "paling banyak 22"),
    (LESSON, 'untuk = ["fasilitator_desa"]', "untuk = []", "untuk", "masih kosong"),
    (LESSON, 'sumber = ["UU 25/2004 Pasal 22"]\n', "", "sumber", "wajib ada"),
    (LESSON, "kepada pengusulnya", "kepada user", "coba", "bukan bahasa Indonesia"),
    (LESSON, "kepada pengusulnya", "kepada BPD", "coba", "tidak dipakai untuk warga kelurahan"),
    (LESSON, 'kata = "Ya."', 'kata = ""', "kuis.1.jawab.1.kata", "masih kosong"),
    (LESSON, '"Bacakan kembali"', '"Bacakan kepada Anda"', "judul", "Sapaan “Anda”"),
    (LESSON, 'tanya = "Apa yang dikerjakan dulu?"', 'tanya = ""', "kuis.1.tanya", "masih kosong"),
    (LESSON, "[[kuis]]\ntanya", "[[kuis]]\ntnya", "kuis.1.tanya", "wajib ada"),
    (LESSON, "benar = true", 'benar = "barangkali"', "kuis.1.jawab.1.benar", "true atau false"),
    (LESSON, "+++\nIbu", "+++\n\n---\n\nIbu", "pesan.1", "masih kosong"),
    (LESSON, "**bercerita**", "**bercerita", "pesan.1", "belum ada pasangannya"),
    (LESSON, "coba = ", 'gambar = "Peta Besar"\ncoba = ', "gambar", "huruf atau tanda"),
    (LESSON, 'tugas = ["D05"]', 'tugas = "D05"', "tugas", "harus daftar"),
    (LESSON, 'teks = "Mencatat"', 'teks = "Skip saja"', "kuis.1.jawab.2.teks", "bukan bahasa Indonesia"),
    (HARD, "Saya belum tahu", "Saya " * 71, "jawab", "paling banyak 70"),
    (HARD, '"lama", ', '"Lama", ', "kata", "huruf kecil"),
    (HARD, '"lama", ', "", "kata", "paling sedikit 5"),
    (HARD, "ingat =", "inget =", "ingat", "wajib ada"),
    (SCENE, 'ke = "akhir"', 'ke = "lain"', "babak.awal.ke", "“lain” tidak ada"),
    (SCENE, 'kunci = "akhir"', 'kunci = "ujung"', "babak.ujung", "Tidak ada pilihan yang menuju"),
    (SCENE, 'ke = ""', 'ke = "awal"', "babak.awal", "tidak pernah selesai"),
    (SCENE, "nilai = 2", "nilai = 1", "babak.awal.pilihan", "nilainya 2"),
    (SCENE, '"aawal1"', '"aawal0"', "babak.awal.pilihan.2.kata", "sudah dipakai"),
    (SCENE, 'cerita = "Sunyi."', f'cerita = "{"sunyi " * 61}"', "babak.awal.cerita", "paling banyak 60"),
    (BANK, "benar = true\n", "", "soal.1.jawab", "tepat satu"),
    (BANK, 'modul = "M0"', 'modul = "M1"', "M0", "Baru 3 soal"),
]


def test_forty_mistakes_of_lessons_are_tried() -> None:
    assert sum(file == LESSON for file, *_ in MISTAKES) >= 40


@pytest.mark.parametrize(("file", "find", "write", "key", "sentence"), MISTAKES)
def test_a_mistake_is_told_by_file_and_key(
    taught: Path, file: str, find: str, write: str, key: str, sentence: str
) -> None:
    path = taught / file
    text = path.read_text(encoding="utf-8")
    assert find in text
    path.write_text(text.replace(find, write, 1), encoding="utf-8")
    found = _told(taught)
    assert any((one[0], one[1]) == (file, key) and sentence in one[2] for one in found), found
    assert len(found) <= 4


def test_two_lessons_share_no_long_run_of_words(taught: Path) -> None:
    (taught / LESSON).write_text(HEAD + f"{RUN}\n\n---\n\nUlangi.\n", encoding="utf-8")
    (taught / OTHER).write_text(HEAD + f"Lain: {RUN} lagi\n\n---\n\nUlangi.\n", encoding="utf-8")
    assert any(one[0] == OTHER and "Sama dengan" in one[2] for one in _told(taught))
    shorter = RUN.rpartition(" ")[0]
    (taught / OTHER).write_text(HEAD + f"Lain: {shorter} lagi\n\n---\n\nUlangi.\n", encoding="utf-8")
    assert _told(taught) == []


def test_two_files_of_one_lesson_are_told(taught: Path) -> None:
    (taught / "pelajaran/L40-z.md").write_text(HEAD + BODY, encoding="utf-8")
    assert ("pelajaran/L40-z.md", "", "Pelajaran “L40” sudah ada di berkas lain.") in _told(taught)


@pytest.mark.parametrize(
    ("markdown", "shown"),
    [
        ("**tebal** dan *miring*", "<b>tebal</b> dan <i>miring</i>"),
        ("A & B < C", "A &amp; B &lt; C"),
        ("Satu\n- dua\n- *tiga*\n\nEmpat", "Satu\n\n• dua\n• <i>tiga</i>\n\nEmpat"),
    ],
)
def test_markdown_becomes_what_telegram_takes(markdown: str, shown: str) -> None:
    assert html(markdown) == shown
    assert fault_in(markdown) is None
