"""How a lesson stands in the workbook: one row a message, a question or an answer, in the order in which it is read."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

GUIDE, TEXTS, INDEX = "Petunjuk", "Pelajaran", "Daftar"
LESSON, PART, TEXT, RIGHT, WHY = "Pelajaran", "Bagian", "Teks", "Benar", "Penjelasan"
HEADS = (LESSON, PART, TEXT, RIGHT, WHY)
MARK = "Sidik"
INDEX_HEADS = (LESSON, "Judul", "Berkas", MARK)
TITLE, MESSAGE, PICTURE, PRACTICE, QUESTION, ANSWER = "Judul", "Pesan", "Gambar", "Coba", "Kuis", "Jawaban"
PARTS = (TITLE, MESSAGE, PICTURE, PRACTICE, QUESTION, ANSWER)
YES = "ya"
#: What stands once in a lesson, and its key in the head of the file.
ONCE = {TITLE: "judul", PICTURE: "gambar_teks", PRACTICE: "coba"}
_UNSEEN = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD))
_SPACES = re.compile(r"[ \t\u00a0\u2007\u202f]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Row(NamedTuple):
    """`why`, `is_right`: of an answer only."""

    part: str
    text: str
    is_right: bool = False
    why: str = ""


def cleaned(text: str) -> str:
    """What is seen of a cell or of a file: programs for tables change line ends, spaces and signs without width."""
    plain = unicodedata.normalize("NFC", text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n"))
    lines = (_SPACES.sub(" ", line).rstrip() for line in _CONTROLS.sub("", plain.translate(_UNSEEN)).split("\n"))
    return "\n".join(lines).strip()


def rows_of(head: dict[str, Any], messages: Sequence[str]) -> list[Row]:
    """A lesson as rows; what has no text has no row."""
    found = [Row(TITLE, cleaned(head.get("judul", "")))]
    found += [Row(MESSAGE, cleaned(one)) for one in messages]
    found += [Row(part, text) for part in (PICTURE, PRACTICE) if (text := cleaned(head.get(ONCE[part], "")))]
    return [*found, *_quiz_rows(head.get("kuis", []))]


def _quiz_rows(quiz: Sequence[dict[str, Any]]) -> Iterator[Row]:
    for question in quiz:
        yield Row(QUESTION, cleaned(question.get("tanya", "")))
        for one in question.get("jawab", []):
            why = cleaned(one.get("kata", ""))
            yield Row(ANSWER, cleaned(one.get("teks", "")), one.get("benar", False), why)


def mark_of(rows: Sequence[Row]) -> str:
    """By which it is known whether the text is still the one a workbook was made from."""
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()[:16]


def keys_of(rows: Sequence[Row]) -> list[str]:
    """What `check` calls each row: `judul`, `pesan.2`, `kuis.1.tanya`, `kuis.1.jawab.3`."""
    found, messages, questions, answers = list[str](), 0, 0, 0
    for row in rows:
        if row.part == MESSAGE:
            messages += 1
        elif row.part == QUESTION:
            questions, answers = questions + 1, 0
        elif row.part == ANSWER:
            answers += 1
        numbered = {MESSAGE: f"pesan.{messages}", QUESTION: f"kuis.{questions}.tanya"}
        numbered[ANSWER] = f"kuis.{questions}.jawab.{answers}"
        found.append(numbered.get(row.part) or ONCE[row.part])
    return found


def steps_of(key: str) -> list[str]:
    return key.split(".")


def place_of(key: str) -> str:
    """A key as an editor says it: “Pesan 2”, “Kuis 1”, “Kuis 1 jawaban 3”."""
    parts = steps_of(key)
    if parts[0] == "pesan":
        return f"{MESSAGE} {parts[1]}"
    if parts[0] == "kuis":
        answer = f" jawaban {parts[3]}" if len(parts) > 3 else ""
        return f"{QUESTION} {parts[1]}{answer}" if len(parts) > 1 else QUESTION
    return next((part for part, name in ONCE.items() if name == key), key)
