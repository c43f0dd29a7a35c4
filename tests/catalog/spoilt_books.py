"""Forty and more ways to spoil a workbook of lessons: what was done, where it must be told, in which words, and with
which cure."""

from datetime import date
from typing import NamedTuple

from bot.catalog.lessonbook.layout import (
    ANSWER,
    INDEX,
    MESSAGE,
    PICTURE,
    PRACTICE,
    QUESTION,
    TEXTS,
    TITLE,
)
from tests.catalog.workbooks import LESSON, PART, RIGHT, WHY, Book, Edit, Formula


class Spoilt(NamedTuple):
    """`line` 0: of the whole sheet. `words`, `cure`: parts of what is said."""

    name: str
    edit: Edit
    line: int
    words: str
    cure: str
    sheet: str = TEXTS


def _rename(name: str) -> Edit:
    def edit(book: Book) -> None:
        book.sheets = {("Sheet1" if one == name else one): rows for one, rows in book.sheets.items()}

    return edit


def _head(column: int, text: str) -> Edit:
    return lambda book: book.texts[0].__setitem__(column, text)


def _put(part: str, text: object, column: int = 2, nth: int = 1) -> Edit:
    return lambda book: book.put(part, text, column, nth)


def _mark(text: str) -> Edit:
    return lambda book: book.sheets[INDEX][1].__setitem__(3, text)


def _all(*edits: Edit) -> Edit:
    def edit(book: Book) -> None:
        for one in edits:
            one(book)

    return edit


def _more_questions(book: Book) -> None:
    for number in range(3):
        for cells in ((QUESTION, f"Soal {number}?"), (ANSWER, "Ini", "ya", "Ya."), (ANSWER, "Itu", "", "Belum.")):
            book.texts.append(["L40", *cells, *[""] * (4 - len(cells))])


def _more_messages(book: Book) -> None:
    for number in range(4):
        book.insert(MESSAGE, MESSAGE, f"Pesan nomor {number}.", nth=2)


#: In the small curriculum L40 stands in lines 2 (Judul), 3 and 4 (Pesan), 5 (Coba), 6 (Kuis), 7 and 8 (Jawaban).
STRUCTURE = [
    Spoilt("sheet_renamed", _rename(TEXTS), 0, "Lembar ini tidak ada", "Kembalikan nama lembarnya"),
    Spoilt("index_renamed", _rename(INDEX), 0, "Lembar ini tidak ada", "Kembalikan nama lembarnya", INDEX),
    Spoilt("heads_gone", lambda book: book.texts.pop(0), 0, "judul kolom tidak ditemukan", "Kembalikan judul"),
    Spoilt("text_head_renamed", _head(2, "Isi"), 1, "Kolom “Teks” tidak ada", "Tulis lagi judul kolom"),
    Spoilt("right_head_gone", _head(3, ""), 1, "Kolom “Benar” tidak ada", "Tulis lagi judul kolom"),
    Spoilt("head_twice", _all(_head(3, "Teks")), 1, "Kolom “Teks” ada 2 kali", "Hapus yang bukan"),
    Spoilt("mark_head_gone", lambda book: book.sheets[INDEX][0].pop(), 1, "“Sidik” tidak ada", "Tulis lagi", INDEX),
    Spoilt("nothing_left", lambda book: book.texts.__delitem__(slice(1, None)), 0, "Tidak ada isinya", "keluar"),
    Spoilt("unknown_lesson", _put(MESSAGE, "L99", LESSON), 3, "“L99” tidak ada", "Betulkan kodenya"),
    Spoilt("no_lesson", _put(TITLE, "", LESSON), 2, "Kolom Pelajaran kosong", "Tulis kode"),
    Spoilt("unknown_part", _put(MESSAGE, "Catatan", PART), 3, "“Catatan” tidak dikenal", "Tulis salah satu: Judul"),
    Spoilt("no_part", _put(ANSWER, "", PART, 2), 8, "“” tidak dikenal", "Tulis salah satu"),
    Spoilt("merged_down", lambda book: book.merged.append("C3:C4"), 3, "digabung sampai baris 4", "Pisahkan"),
    Spoilt("merged_across", lambda book: book.merged.append("B6:D6"), 6, "digabung sampai baris 6", "Pisahkan"),
    Spoilt("a_day", _put(ANSWER, date(2027, 1, 2)), 7, "berisi tanggal", "Jadikan selnya teks"),
    Spoilt("formula_not_computed", _put(MESSAGE, Formula("=C9")), 3, "rumus yang belum dihitung", "sebagai teks"),
    Spoilt("formula_in_why", _put(ANSWER, Formula("=C9"), WHY), 7, "Penjelasan berisi 0", "sebagai teks"),
    Spoilt("formula_failed", _put(MESSAGE, Formula("=- satu", "#NAME?")), 3, "Teks Pesan kosong", "jenis teks"),
    Spoilt("perhaps_right", _put(ANSWER, "mungkin", RIGHT), 7, "berisi “mungkin”", "Tulis ya, atau kosongkan"),
    Spoilt("two_titles", lambda book: book.insert(TITLE, TITLE, "Lain"), 3, "Judul dari L40 sudah ada", "Hapus"),
    Spoilt("answer_first", lambda book: book.move(ANSWER, 6), 6, "mendahului soalnya", "Pindahkan ke bawah"),
    Spoilt("message_last", lambda book: book.insert(ANSWER, MESSAGE, "Satu lagi.", nth=2), 9, "bawah kuis", "ke atas"),
    Spoilt("message_explained", _put(MESSAGE, "Sebab begitu.", WHY), 3, "hanya untuk baris Jawaban", "pindahkan"),
    Spoilt("message_right", _put(MESSAGE, "ya", RIGHT), 3, "hanya untuk baris Jawaban", "Kosongkan"),
    Spoilt("no_text", _put(MESSAGE, ""), 3, "Teks Pesan kosong", "hapus barisnya"),
    Spoilt("only_spaces", _put(QUESTION, " \u00a0 "), 6, "Teks Kuis kosong", "hapus barisnya"),
    Spoilt("no_explanation", _put(ANSWER, "", WHY, 2), 8, "Penjelasan jawaban ini kosong", "Tulis mengapa"),
    Spoilt("fence_in_cell", _put(MESSAGE, "Satu.\n---\nDua."), 3, "Ada baris ---", "dua baris Pesan"),
    Spoilt("no_title", lambda book: book.drop(TITLE), 2, "tidak punya baris Judul", "Tambahkan"),
    Spoilt("no_messages", lambda book: book.drop_all(MESSAGE), 2, "tidak punya baris Pesan", "Tambahkan"),
    Spoilt("no_quiz", lambda book: book.drop_all(QUESTION, ANSWER), 2, "tidak punya baris Kuis", "Tambahkan"),
    Spoilt("mark_spoilt", _mark("sidik saya"), 2, "Sidik L40 berubah", "Salin dari lembar kerja semula", INDEX),
    Spoilt("mark_gone", lambda book: book.sheets[INDEX].pop(), 0, "L40 tidak ada di lembar ini", "Salin", INDEX),
    Spoilt("picture", lambda book: book.insert(MESSAGE, PICTURE, "Peta.", nth=2), 5, "tidak punya gambar", "Hapus"),
]
RULES = [
    Spoilt("long_title", _put(TITLE, "x" * 46), 2, "Judul: Terlalu panjang, paling banyak 45", "Pendekkan"),
    Spoilt("long_question", _put(QUESTION, "x" * 251), 6, "Kuis 1: Terlalu panjang, paling banyak 250", "Pendekkan"),
    Spoilt("long_answer", _put(ANSWER, "x" * 91, nth=2), 8, "jawaban 2: Terlalu panjang", "Pendekkan"),
    Spoilt("long_why", _put(ANSWER, "x" * 181, WHY), 7, "jawaban 1: Terlalu panjang, paling banyak 180", "Pendekkan"),
    Spoilt("long_practice", _put(PRACTICE, "satu " * 26), 5, "26 kata, paling banyak 25", "Pendekkan"),
    Spoilt("long_lesson", _put(MESSAGE, "satu dua tiga. " * 41), 2, "paling banyak 120", "pindahkan sebagian"),
    Spoilt("long_sentence", _put(MESSAGE, "kata " * 23), 3, "Pesan 1: Kalimat “kata", "Bagi dua"),
    Spoilt("two_right", _put(ANSWER, "ya", RIGHT, 2), 6, "sekarang 2", "Tulis ya di kolom Benar pada satu"),
    Spoilt("none_right", _put(ANSWER, "", RIGHT), 6, "sekarang 0", "Tulis ya di kolom Benar pada satu"),
    Spoilt("same_answer", _put(ANSWER, "MENGULANG", nth=2), 8, "sudah ada di atasnya", "Ganti atau hapus"),
    Spoilt("one_answer", lambda book: book.drop(ANSWER, 2), 6, "paling sedikit 2", "Tambah barisnya"),
    Spoilt("four_questions", _more_questions, 2, "paling banyak 3", "Hapus satu soal"),
    Spoilt("one_message", lambda book: book.drop(MESSAGE, 2), 2, "Ada 1 pesan", "tambah"),
    Spoilt("six_messages", _more_messages, 2, "Ada 6 pesan", "Gabungkan"),
    Spoilt("lone_star", _put(MESSAGE, "Satu *dua.", nth=2), 4, "Pesan 2: Tanda “*”", "sama banyak"),
    Spoilt("a_heading", _put(MESSAGE, "# Air"), 3, "Pesan 1: Tanda “#”", "yang bisa hanya"),
    Spoilt("bold_question", _put(QUESTION, "Apa *dulu*?"), 6, "tidak mengenal huruf tebal", "pakai tanda kutip"),
    Spoilt("english", _put(ANSWER, "Minta feedback."), 7, "“feedback” bukan bahasa Indonesia", "kata sehari-hari"),
    Spoilt("unknown_law", _put(MESSAGE, "Ada di Perda 3/2011."), 3, "rujukan.toml", "Pakai peraturan"),
    Spoilt("of_desa", _put(PRACTICE, "Bacakan kepada BPD."), 5, "tidak dipakai untuk warga kelurahan", "atau ganti"),
]
SPOILT = [*STRUCTURE, *RULES]
