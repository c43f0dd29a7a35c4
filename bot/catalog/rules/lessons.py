"""Lessons: short enough to be read to the end, true to their sources, and meant for somebody."""

import re
from collections.abc import Iterator

from bot.catalog.curriculum import BANK, HARD, picture_path
from bot.catalog.draft import Draft, Sentence
from bot.catalog.lessons import LessonDraft, QuestionEntry
from bot.catalog.markdown import fault_in, html
from bot.catalog.needed import Needed
from bot.catalog.rules.calendar import ROLES
from bot.catalog.rules.cites import cite_faults
from bot.core.lessons.lessons import DESA_ONLY, EVERYBODY, KELURAHAN_ONLY, MODULES

LESSON_WORDS, PRACTICE_WORDS, ANSWER_WORDS, MIND_WORDS = 120, 25, 70, 25
_MESSAGES = range(2, 6)
#: Of a picture on its way to a telephone; of a lesson without it.
PICTURE_BYTES, _TEXT_BYTES = 100_000, 10_000
#: Words of one sentence: what is longer is read twice on a small telephone.
SENTENCE_WORDS = 22
_SENTENCE_ENDS = re.compile(r"[.!?…]+[”\"'’]?\s+|\n+")
_IN_BANK = 4  # questions of a module at least: two tests of one person share none
_KEY = re.compile(r"^(L[0-9]{2}|DM[0-9]{1,2})$")
#: Words of a desa's own law, which a kelurahan's people never read; and what else is not theirs.
_OF_DESA = re.compile(r"\b(rkp desa|rpjm desa|apb desa|du-rkp|bpd|musdes|perdes|pemdes)\b", re.IGNORECASE)
_OF_DESA_LIFE = re.compile(r"\b(dusun|kades|kepala desa)\b", re.IGNORECASE)


def judge(draft: Draft, _needed: Needed) -> None:
    if draft.curriculum is None:
        return
    seen: set[str] = set()
    for lesson in draft.curriculum.lessons:
        if lesson.key in seen:
            draft.report(lesson.file, "", f"Pelajaran “{lesson.key}” sudah ada di berkas lain.")
        seen.add(lesson.key)
        for key, fault in _lesson_faults(draft, lesson):
            draft.report(lesson.file, key, fault)
    _judge_hard(draft)
    _judge_bank(draft)


def words(text: str) -> int:
    return len(text.split())


def too_many(text: str, most: int) -> Iterator[str]:
    if (many := words(text)) > most:
        yield f"Terlalu panjang: {many} kata, paling banyak {most}."


def _lesson_faults(draft: Draft, lesson: LessonDraft) -> Iterator[tuple[str, str]]:
    head = lesson.head
    if not _KEY.match(lesson.key):
        yield "", f"Nama berkasnya harus mulai dengan kunci seperti L40 atau DM1, bukan “{lesson.key}”."
    yield from _message_faults(lesson)
    yield from (("coba", fault) for fault in too_many(head.practice, PRACTICE_WORDS))
    yield from _reference_faults(draft, lesson)
    yield from _track_faults(lesson)
    yield from _picture_faults(draft, lesson)
    for number, entry in enumerate(head.questions, 1):
        yield from question_faults(entry, f"kuis.{number}")


def _message_faults(lesson: LessonDraft) -> Iterator[tuple[str, str]]:
    if len(lesson.messages) not in _MESSAGES:
        yield "", f"Ada {len(lesson.messages)} pesan; harus {_MESSAGES[0]} sampai {_MESSAGES[-1]}, dipisah baris ---."
    yield from (("", fault) for fault in too_many(" ".join(lesson.messages), LESSON_WORDS))
    for number, message in enumerate(lesson.messages, 1):
        yield from ((f"pesan.{number}", fault) for fault in _too_long_sentences(message))
        if not message:
            yield f"pesan.{number}", "Pesannya masih kosong."
        elif fault := fault_in(message):
            yield f"pesan.{number}", fault


def _too_long_sentences(message: str) -> Iterator[str]:
    for sentence in _SENTENCE_ENDS.split(message):
        if (many := words(sentence)) > SENTENCE_WORDS:
            start = " ".join(sentence.split()[:4])
            yield f"Kalimat “{start} …” {many} kata; paling banyak {SENTENCE_WORDS}. Bagi dua supaya enak dibaca."


def _reference_faults(draft: Draft, lesson: LessonDraft) -> Iterator[tuple[str, str]]:
    head = lesson.head
    yield from (("untuk", f"Peran “{role}” tidak ada.") for role in head.roles if role not in ROLES)
    for source in head.sources:
        yield from (("sumber", fault) for fault in cite_faults(draft, source))
    tasks, kinds = draft.keys_of("tugas"), draft.keys_of("pertemuan")
    yield from (("tugas", f"Tugas “{key}” tidak ada.") for key in head.tasks if key not in tasks)
    yield from (("saat", f"Pertemuan “{key}” tidak ada.") for key in head.occasions if key not in kinds)


def _texts_of(lesson: LessonDraft) -> Iterator[tuple[str, str]]:
    """Everything that a person reads of it, by key."""
    head = lesson.head
    yield from ((f"pesan.{number}", text) for number, text in enumerate(lesson.messages, 1))
    yield from (("judul", head.title), ("coba", head.practice), ("gambar_teks", head.picture_text))
    for number, entry in enumerate(head.questions, 1):
        yield from _texts_in(entry, f"kuis.{number}")


def _texts_in(entry: QuestionEntry, at: str) -> Iterator[tuple[str, str]]:
    yield f"{at}.tanya", entry.text
    for number, one in enumerate(entry.answers, 1):
        yield f"{at}.jawab.{number}.teks", one.text
        yield f"{at}.jawab.{number}.kata", one.why


def _track_faults(lesson: LessonDraft) -> Iterator[tuple[str, str]]:
    if lesson.head.track == DESA_ONLY:
        return
    for key, text in _texts_of(lesson):
        word = _OF_DESA.search(text) or (lesson.head.track == KELURAHAN_ONLY and _OF_DESA_LIFE.search(text))
        if word:
            other = "desa" if lesson.head.track == EVERYBODY else "desa atau semua"
            yield key, f"Kata “{word[0]}” tidak dipakai untuk warga kelurahan; jalurnya {other}, atau ganti katanya."


def _picture_faults(draft: Draft, lesson: LessonDraft) -> Iterator[tuple[str, str]]:
    head = lesson.head
    if lesson.size > _TEXT_BYTES:
        yield "", f"Berkasnya {lesson.size} bita; tanpa gambar paling banyak {_TEXT_BYTES}."
    if head.picture is None:
        return
    path = picture_path(draft.folder, head.picture)
    if not path.is_file():
        yield "gambar", f"Berkas {path.relative_to(draft.folder).as_posix()} tidak ada."
    elif path.stat().st_size > PICTURE_BYTES:
        yield "gambar", f"Gambarnya {path.stat().st_size} bita; paling banyak {PICTURE_BYTES}."
    if not head.picture_text.strip():
        yield "gambar_teks", "Isi gambarnya harus juga ditulis dengan kata-kata."


def question_faults(entry: QuestionEntry, at: str) -> Iterator[tuple[str, str]]:
    if "*" in entry.text:
        yield f"{at}.tanya", "Kuis tidak mengenal huruf tebal atau miring; pakai tanda kutip."
    right = sum(one.is_right for one in entry.answers)
    if right != 1:
        yield f"{at}.jawab", f"Harus tepat satu jawaban yang benar; sekarang {right}."
    texts = [one.text.strip().lower() for one in entry.answers]
    yield from (
        (f"{at}.jawab.{number}.teks", "Jawaban ini sudah ada di atasnya.")
        for number, text in enumerate(texts, 1)
        if text in texts[: number - 1]
    )


def _judge_hard(draft: Draft) -> None:
    assert draft.curriculum is not None
    for key, entry in draft.curriculum.hard.items():
        file = f"{HARD}/{key}.toml"
        for at, text, most in (("jawab", entry.answer, ANSWER_WORDS), ("ingat", entry.mind, MIND_WORDS)):
            for fault in too_many(text, most):
                draft.report(file, at, fault)
        for word in entry.words:
            if word != word.lower():
                draft.report(file, "kata", f"Tulis “{word}” dengan huruf kecil.")
        for source in entry.sources:
            for fault in cite_faults(draft, source):
                draft.report(file, "sumber", fault)


def _judge_bank(draft: Draft) -> None:
    assert draft.curriculum is not None
    bank = draft.curriculum.bank
    if bank is None:
        return
    for number, entry in enumerate(bank.questions, 1):
        for key, fault in question_faults(entry, f"soal.{number}"):
            draft.report(BANK, key, fault)
    for module in MODULES:
        many = sum(entry.module == module for entry in bank.questions)
        if many < _IN_BANK:
            draft.report(BANK, module, f"Baru {many} soal dari {module}; paling sedikit {_IN_BANK}.")


def sentences_in(draft: Draft) -> Iterator[Sentence]:
    """What people read of all this, for the rules that look at every sentence."""
    assert draft.curriculum is not None
    for lesson in draft.curriculum.lessons:
        for key, text in _texts_of(lesson):
            if text.strip() and not (key.startswith("pesan.") and fault_in(text)):
                shown = html(text) if key.startswith("pesan.") else _plain(text)
                yield Sentence(
                    f"pelajaran.{lesson.key}.{key}", lesson.file, key, shown, frozenset(), decision=True, taught=True
                )
    for name, entry in draft.curriculum.hard.items():
        for key, text in (("tanya", entry.text), ("jawab", entry.answer), ("ingat", entry.mind)):
            yield Sentence(
                f"ditanya.{name}.{key}",
                f"{HARD}/{name}.toml",
                key,
                _plain(text),
                frozenset(),
                decision=True,
                taught=True,
            )
    for number, one in enumerate(draft.curriculum.bank.questions if draft.curriculum.bank else (), 1):
        for key, text in _texts_in(one, f"soal.{number}"):
            yield Sentence(f"soal.{key}", BANK, key, _plain(text), frozenset(), decision=True, taught=True)


def _plain(text: str) -> str:
    """As it is sent: nothing in it is markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
