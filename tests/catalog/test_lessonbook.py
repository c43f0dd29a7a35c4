"""Lessons as a workbook and as files: what did not change is the same to the letter, and what was before is kept."""

import shutil
from pathlib import Path

import pytest

from bot.catalog.curriculum import read_curriculum
from bot.catalog.lessonbook.coming import read_book
from bot.catalog.lessonbook.files import LessonFile, Unreadable, opened, read
from bot.catalog.lessonbook.layout import MESSAGE, Row, cleaned, keys_of, mark_of, place_of
from bot.catalog.lessonbook.plan import lessons_in
from bot.catalog.lessonbook.versions import ChangedMeanwhile, kept_of, put, with_mark
from tests.catalog.conftest import CONTENT
from tests.catalog.curriculum import BODY, HEAD, LESSON
from tests.catalog.workbooks import book_from, made_from, sheets
from tests.support.libreoffice import opens_whole


def test_every_lesson_of_the_project_comes_back_to_the_letter() -> None:
    files = lessons_in(CONTENT)
    assert len(files) >= 66
    book = book_from(CONTENT)
    coming = read_book(book.opened(), files.keys())
    assert coming.faults == []
    assert list(coming.lessons) == list(files)
    for key, told in coming.lessons.items():
        assert (told.rows, told.mark) == (files[key].rows(), mark_of(files[key].rows()))
        assert files[key].written_with(told.rows) == files[key].content


def test_every_lesson_comes_back_to_the_letter_from_libreoffice(tmp_path: Path) -> None:
    files, made = lessons_in(CONTENT), made_from(CONTENT)
    heads = [sheet.rows[0] for sheet in sheets(made)]
    saved = opens_whole(made, tmp_path, heads).content
    coming = read_book(sheets(saved), files.keys())
    assert coming.faults == []
    assert {key: told.rows for key, told in coming.lessons.items()} == {key: one.rows() for key, one in files.items()}


def test_a_file_of_another_hand_keeps_its_meaning(taught: Path) -> None:
    """Quotes, escapes and spaces that a cell does not show stay where the text did not change."""
    odd = BODY.replace("tentang air.", "tentang\u00a0“air” \\\\ dan\u00a0C:\\sawah.")
    head = HEAD.replace('tanya = "Apa', "tanya = 'Apa").replace('dulu?"', '"dulu"?\'')
    (taught / LESSON).write_text(head + odd, encoding="utf-8")
    file = opened(taught / LESSON)
    rows = file.rows()
    again = read(file.path, file.written_with(rows))
    assert (again.messages, again.rows()) == (file.messages, rows)
    changed = [row._replace(text="Lain.") if keys_of(rows)[at] == "pesan.2" else row for at, row in enumerate(rows)]
    assert read(file.path, file.written_with(changed)).messages == (file.messages[0], "Lain.")


def test_what_looks_like_a_formula_goes_out_and_comes_back_as_text(taught: Path) -> None:
    (taught / LESSON).write_text(HEAD + "=1+1\n\n---\n\n- satu\n- dua\n", encoding="utf-8")
    coming = read_book(book_from(taught).opened(), {"L40"})
    assert coming.faults == []
    assert coming.lessons["L40"].rows == opened(taught / LESSON).rows()


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("  satu  dua \r\n tiga\t\n", "satu dua\n tiga"),
        ("a\u00a0b\u200bc\ufeff", "a bc"),
        ("a_x000D_\nb\x0bc", "a\nbc"),
        ("e\u0301", "é"),
    ],
)
def test_what_cannot_be_seen_makes_no_difference(typed: str, seen: str) -> None:
    assert cleaned(typed) == seen


def test_a_fingerprint_is_of_the_text_and_of_all_of_it() -> None:
    rows = opened(CONTENT / "pelajaran/L31-dua-menit-dilatih.md").rows()
    others = [
        [*rows[:at], changed, *rows[at + 1 :]]
        for at, row in enumerate(rows)
        for changed in (row._replace(text=f"{row.text}."), row._replace(why=f"{row.why}."))
    ]
    others += [[*rows, Row(MESSAGE, "")], rows[1:], [rows[1], rows[0], *rows[2:]]]
    assert len({mark_of(one) for one in [rows, *others]}) == len(others) + 1


@pytest.mark.parametrize(
    ("key", "place"),
    [
        ("judul", "Judul"),
        ("pesan.3", "Pesan 3"),
        ("gambar_teks", "Gambar"),
        ("kuis.2.tanya", "Kuis 2"),
        ("kuis.1.jawab", "Kuis 1"),
        ("kuis.1.jawab.2.kata", "Kuis 1 jawaban 2"),
        ("kuis", "Kuis"),
        ("sumber", "sumber"),
    ],
)
def test_a_key_of_check_is_said_as_the_sheet_says_it(key: str, place: str) -> None:
    assert place_of(key) == place


@pytest.mark.parametrize("spoilt", [b"\xff\xfe", b"rusak", b"+++\njudul =\n+++\n", HEAD.replace("\n", "\r\n").encode()])
def test_a_file_that_is_no_lesson_is_left_alone(taught: Path, spoilt: bytes) -> None:
    (taught / LESSON).write_bytes(spoilt)
    with pytest.raises(Unreadable):
        opened(taught / LESSON)
    assert lessons_in(taught) == {}


def _file(taught: Path) -> LessonFile:
    return opened(taught / LESSON)


def test_what_was_before_is_kept_and_is_no_lesson(taught: Path) -> None:
    before = (taught / LESSON).read_bytes()
    (taught / LESSON).chmod(0o640)
    put([(_file(taught), before + b"\nDua.\n")])
    put([(_file(taught), before + b"\nTiga.\n")])
    kept = kept_of(_file(taught))
    assert [(one.number, one.path.read_bytes()) for one in kept] == [(1, before), (2, before + b"\nDua.\n")]
    assert {path.stat().st_mode & 0o777 for path in (taught / LESSON, *(one.path for one in kept))} == {0o640}
    assert list(read_curriculum(taught).lessons) == ["L40"]
    assert [path.name for path in (taught / "pelajaran").iterdir() if path.is_file()] == [Path(LESSON).name]
    base = with_mark(_file(taught), mark_of(read(_file(taught).path, before).rows()))
    assert base is not None
    assert base.content == before
    assert with_mark(_file(taught), "0" * 16) is None


def test_nothing_is_written_when_one_file_was_changed_meanwhile(taught: Path) -> None:
    other = taught / "pelajaran/L45-lain.md"
    shutil.copy(taught / LESSON, other)
    first, second = opened(taught / LESSON), opened(other)
    other.write_bytes(second.content + b"\nLain.\n")
    with pytest.raises(ChangedMeanwhile, match="L45"):
        put([(first, b"baru"), (second, b"baru")])
    assert (taught / LESSON).read_bytes() == first.content
    assert kept_of(first) == []
