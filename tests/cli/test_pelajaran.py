"""Lessons out as a workbook and in again, by hands that know nothing of each other; and back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.catalog.workbooks import Book, book_from
from tests.cli.conftest import ROOT, Installation
from tests.cli.shelf import files
from tests.edges.hostile import far_apart

Edited = Callable[[str, Book], str]
L31, L40 = "pelajaran/L31-dua-menit-dilatih.md", "pelajaran/L40-bacakan-kembali.md"
NEW = "Bau kopi memenuhi dapur Bu Suriani di Sumbang. Mira memegang jam."
OURS = "Bu Suriani menyeduh kopi di dapurnya, di Sumbang. Mira memegang jam."


@pytest.fixture
def content(office: Installation, tmp_path: Path) -> Path:
    folder = tmp_path / "isi"
    shutil.copytree(ROOT / "content", folder)
    office.set("CONTENT_DIR", str(folder))
    return folder


def _saved(book: Book, name: str) -> str:
    Path(name).write_bytes(book.saved())
    return name


def _lessons(content: Path) -> dict[str, bytes]:
    return {f"pelajaran/{name}": told for name, told in files(content / "pelajaran").items() if "/" not in name}


def test_a_trainer_takes_lessons_out_changes_two_and_brings_them_back(office: Installation, content: Path) -> None:
    before = _lessons(content)
    assert office("pelajaran", "keluar", "semua.xlsx").out == "66 pelajaran ditulis ke semua.xlsx.\n"
    assert office("pelajaran", "masuk", "semua.xlsx", "--tulis").out == "Tidak ada yang berubah.\n"
    book = book_from(content)
    book.put("Pesan", NEW, key="L31")
    book.put("Kuis", "Petugas mengubah 200 meter menjadi 120 meter. Apa berikutnya?", key="L40")
    name = _saved(book, "pulang.xlsx")
    shown = office("pelajaran", "masuk", name)
    assert (shown.status, _lessons(content)) == (0, before)
    assert shown.lines[0] == "L31 Dua menit yang dilatih"
    assert shown.lines[1] == f"  Pesan 1 (baris {book.line('Pesan', key='L31')})"
    assert shown.lines[2].startswith("    dulu: Bau kopi memenuhi dapur")
    assert shown.lines[3] == f"    jadi: {NEW}"
    assert shown.lines[-1] == "2 pelajaran akan berubah. Belum ada yang ditulis; tambahkan --tulis."
    done = office("pelajaran", "masuk", name, "--tulis")
    assert (done.status, done.lines[-1].startswith("2 pelajaran ditulis.")) == (0, True)
    after = _lessons(content)
    assert {one for one in after if after[one] != before[one]} == {L31, L40}
    assert NEW.encode() in after[L31]
    assert office("pelajaran", "masuk", name, "--tulis").out == "Tidak ada yang berubah.\n"


def test_what_was_before_comes_back_and_so_does_what_came_after(office: Installation, content: Path) -> None:
    before = (content / L31).read_bytes()
    book = book_from(content, ["L31"])
    book.put("Pesan", NEW)
    assert office("pelajaran", "masuk", _saved(book, "a.xlsx"), "--tulis").status == 0
    after = (content / L31).read_bytes()
    told = office("pelajaran", "kembali", "l31")
    assert (content / L31).read_bytes() == before != after
    assert told.lines[1] == f"    dulu: {NEW}"
    assert told.lines[-1].startswith("L31 kembali ke naskah 1; yang tadi juga disimpan.")
    assert office("pelajaran", "kembali", "L31").status == 0
    assert (content / L31).read_bytes() == after
    assert office("pelajaran", "kembali", "L31", "--ke", "1").status == 0
    assert (content / L31).read_bytes() == before


def test_nothing_is_written_while_there_is_one_mistake(office: Installation, content: Path) -> None:
    before = _lessons(content)
    book = book_from(content, ["L31", "L40"])
    book.put("Pesan", NEW, key="L31")
    book.put("Pesan", "Minta feedback.", key="L40")
    answer = office("pelajaran", "masuk", _saved(book, "a.xlsx"), "--tulis")
    line = book.line("Pesan", key="L40")
    assert (answer.status, _lessons(content)) == (1, before)
    assert answer.out.startswith(
        f"Lembar Pelajaran, baris {line}: L40, Pesan 1: Kata “feedback” bukan bahasa Indonesia"
    )
    assert answer.err == "Ada 1 hal yang perlu dibetulkan; tidak ada yang ditulis.\n"


def test_of_two_hands_on_one_lesson_the_second_is_refused_with_the_difference(
    office: Installation, content: Path
) -> None:
    first, second, third = (book_from(content, ["L31", "L40"]) for _ in range(3))
    first.put("Pesan", NEW, key="L31")
    second.put("Pesan", OURS, key="L31")
    for book in (second, third):
        book.put("Coba", "Sesudah mendengar satu cerita, ulangi dengan kata-kata orang itu.", key="L40")
    assert office("pelajaran", "masuk", _saved(first, "a.xlsx"), "--tulis").status == 0
    theirs = (content / L31).read_bytes()
    answer = office("pelajaran", "masuk", _saved(second, "b.xlsx"), "--tulis")
    assert (answer.status, answer.err) == (1, "1 pelajaran ditolak karena diubah dua orang.\n")
    assert "L31: DITOLAK. Naskahnya sudah diubah orang lain" in answer.out
    assert f"    jadi: {NEW}" in answer.lines  # what the other hand did
    assert f"    sekarang: {NEW}" in answer.lines
    assert f"    lembar kerja: {OURS}" in answer.lines
    assert (content / L31).read_bytes() == theirs
    assert b'kata-kata orang itu."\n' in (content / L40).read_bytes()
    old = office("pelajaran", "masuk", _saved(third, "c.xlsx"), "--tulis")
    assert (old.status, (content / L31).read_bytes()) == (0, theirs)
    assert old.lines == [
        "L31: di lembar kerja tidak diubah, di folder konten sudah lebih baru; dibiarkan.",
        "Tidak ada yang berubah.",
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("pelajaran keluar ada.xlsx", "ada.xlsx sudah ada. Pakai nama lain"),
        ("pelajaran keluar baru.xlsx L31 L99 X", "Pelajaran L99, X tidak ada, atau rusak."),
        ("pelajaran masuk hilang.xlsx", "hilang.xlsx tidak ada. Periksa nama"),
        ("pelajaran masuk ada.xlsx", "ada.xlsx bukan lembar kerja yang bisa dibaca."),
        ("pelajaran masuk jauh.xlsx", "jauh.xlsx bukan lembar kerja yang bisa dibaca."),
        ("pelajaran kembali L31", "Belum ada naskah lain dari L31 yang tersimpan."),
        ("pelajaran kembali L99", "Pelajaran L99 tidak ada, atau rusak."),
    ],
)
def test_what_cannot_be_done_is_one_line(office: Installation, words: str, sentence: str) -> None:
    Path("ada.xlsx").write_bytes(b"bukan")
    Path("jauh.xlsx").write_bytes(far_apart())
    answer = office(*words.split())
    assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1)
    assert answer.err.startswith(sentence)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("pelajaran terbang", "Perintah terbang tidak ada. Lihat semuanya: python -m bot pelajaran --help"),
        ("pelajaran kembali", "KODE belum ditulis. Cara memakainya: python -m bot pelajaran kembali --help"),
    ],
)
def test_what_is_not_understood_is_answered_in_one_line(office: Installation, words: str, sentence: str) -> None:
    answer = office(*words.split())
    assert (answer.status, answer.out, answer.err) == (2, "", f"{sentence}\n")
