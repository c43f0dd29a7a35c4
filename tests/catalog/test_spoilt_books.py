"""Mistakes in a workbook of lessons: each is told by sheet, line and cure; a right one is silent, whatever its form."""

from pathlib import Path

import pytest

from bot.catalog.lessonbook.layout import ANSWER, INDEX, MESSAGE, PRACTICE, QUESTION, TITLE
from bot.catalog.lessonbook.plan import Difference, Plan, plan_of
from bot.edges.workbook import NotAWorkbook
from tests.catalog.curriculum import BODY, HEAD, KABUPATEN, LESSON, OTHER
from tests.catalog.spoilt_books import SPOILT, Spoilt
from tests.catalog.workbooks import LESSON as KEY
from tests.catalog.workbooks import PART, RIGHT, TEXT, WHY, Book, Formula, book_from, sheets


def _plan(content: Path, book: Book) -> Plan:
    return plan_of(content, KABUPATEN, book.opened())


@pytest.fixture
def book(taught: Path) -> Book:
    return book_from(taught)


def test_forty_mistakes_are_tried_and_each_has_a_name() -> None:
    assert len({one.name for one in SPOILT}) == len(SPOILT) >= 40


@pytest.mark.parametrize("spoilt", SPOILT, ids=[one.name for one in SPOILT])
def test_a_mistake_is_told_by_sheet_line_and_cure(taught: Path, book: Book, spoilt: Spoilt) -> None:
    spoilt.edit(book)
    plan = _plan(taught, book)
    there = [one for one in plan.faults if (one.sheet, one.row) == (spoilt.sheet, spoilt.line)]
    assert any(spoilt.words in one.sentence and spoilt.cure in one.sentence for one in there), plan.faults
    assert len(plan.faults) <= 4
    assert str(there[0]).startswith(f"Lembar {spoilt.sheet}" + (f", baris {spoilt.line}: " if spoilt.line else ": "))


def test_what_came_back_as_it_went_is_silent_and_changes_nothing(taught: Path, book: Book) -> None:
    assert _plan(taught, book) == Plan()


def test_all_mistakes_are_told_at_once_also_those_that_hide_others(taught: Path, book: Book) -> None:
    book.put(TITLE, "x" * 46)  # too long: of such a lesson nothing else would be looked at
    book.put(MESSAGE, "Minta feedback.")
    book.put(ANSWER, "mungkin", RIGHT)
    book.put(ANSWER, "y" * 181, WHY, nth=2)
    told = _plan(taught, book).faults
    assert [one.row for one in told][:2] == [2, 3]
    for words in ("paling banyak 45", "feedback", "mungkin", "paling banyak 180"):
        assert any(words in one.sentence for one in told), (words, told)


def test_a_text_of_another_lesson_is_told(taught: Path, book: Book) -> None:
    run = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas tigabelas."
    (taught / OTHER).write_text(HEAD + f"{run}\n\n---\n\nUlangi.\n", encoding="utf-8")
    book.put(MESSAGE, run)
    (told,) = _plan(taught, book).faults
    assert (told.sheet, told.row) == (INDEX, 0)
    assert OTHER in told.sentence
    assert "Tulis dengan kata-kata lain" in told.sentence


def test_remarks_of_an_editor_are_not_thrown_away(taught: Path) -> None:
    head = HEAD.replace('jalur = "semua"', 'jalur = "semua" # dulu desa')
    (taught / LESSON).write_text(head + BODY, encoding="utf-8")
    book = book_from(taught)
    assert _plan(taught, book) == Plan()
    book.put(MESSAGE, "Lain.")
    (told,) = _plan(taught, book).faults
    assert (told.row, "catatan (#)" in told.sentence, LESSON in told.sentence) == (2, True, True)


def _differs(plan: Plan) -> list[Difference]:
    assert plan.faults == []
    return [one for lesson in plan.enter for one in lesson.differs]


def test_what_programs_for_tables_do_is_read(taught: Path, book: Book) -> None:
    """Columns in another order, one more of somebody's own, blank lines, hidden rows, numbered parts, other words for a
    yes, a computed formula, a number, spaces that cannot be seen, and the name of the lesson merged over its lines."""
    book.put(MESSAGE, Formula('="Ulangi"', "Ulangi, lalu *tunggu*.\r\n- satu\r\n- dua "), nth=2)
    book.put(ANSWER, True, RIGHT)
    book.put(ANSWER, "Men\u200bcatat\u00a0", nth=2)
    book.put(QUESTION, "apa yang dikerjakan dulu?".capitalize() + " ")
    book.put(MESSAGE, "Pesan 1:", PART)
    for row in book.texts[2:]:
        row[KEY] = ""
    for row in book.texts:
        row[:] = [row[WHY], "catatan" if row is book.texts[0] else "x", row[RIGHT], row[PART], row[TEXT], row[KEY]]
    book.texts.insert(0, ["Punya Bu Ratna"])
    book.texts.insert(5, [])
    book.hidden = [4, 6]
    plan = _plan(taught, book)
    assert (plan.faults, plan.enter, plan.beside) == ([], [], ["catatan"])
    book.texts[6][4] = 200.0
    assert _differs(_plan(taught, book)) == [("Coba", 7, "Bacakan satu usulan kepada pengusulnya.", "200")]


def test_a_merged_name_of_the_lesson_is_read(taught: Path, book: Book) -> None:
    for row in book.texts[2:]:
        row[KEY] = ""
    content = book.opened()
    one = next(sheet for sheet in content if sheet.name == "Pelajaran")
    object.__setattr__(one, "merged", [[1, 0, 7, 0]])
    assert plan_of(taught, KABUPATEN, content) == Plan()


def test_what_is_put_in_taken_out_and_changed_is_told_by_place(taught: Path, book: Book) -> None:
    book.insert(MESSAGE, MESSAGE, "Di tengah.")
    book.drop(PRACTICE)
    book.put(ANSWER, "Begitu.", WHY)
    assert _differs(_plan(taught, book)) == [
        ("Pesan 2", 4, "–", "Di tengah."),
        ("Coba", 0, "Bacakan satu usulan kepada pengusulnya.", "–"),
        ("Kuis 1 jawaban 1, Penjelasan", 7, "Ya.", "Begitu."),
    ]


@pytest.mark.parametrize("content", [b"", b"bukan", b"PK\x03\x04rusak", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rusak"])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(NotAWorkbook):
        sheets(content)
