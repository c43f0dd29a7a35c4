"""Numbers and buttons: what a phone can show and Telegram carries."""

from collections.abc import Iterator, Sequence

from bot.catalog.draft import Draft
from bot.catalog.models import Option, Question
from bot.catalog.names import alias_of
from bot.catalog.needed import Needed
from bot.core.forms.layout import ROWS, columns_for, data_of
from bot.core.understanding.choosing import words_of

BUTTON_BYTES = 64
_DRAFT = "x" * 8
_LONGEST_CONTROL = "~halaman99"
_ROWS_BELOW = 3  # Selesai, Lewati, and Kembali Bantuan Batal
_PAIRS = (("shortest", "longest"), ("least", "most"))
LABEL_LONGEST = 34


def judge(draft: Draft, _needed: Needed) -> None:
    for form in draft.forms:
        for question, kind in form.kinds():
            for key, fault in _faults(question, kind):
                draft.report(form.file, f"pertanyaan.{question.key}.{key}", fault)
    for sentence in draft.sentences:
        if sentence.name.startswith("tombol.") and len(sentence.text) > LABEL_LONGEST:
            draft.report(sentence.file, sentence.key, f"Tulisan tombol paling panjang {LABEL_LONGEST} huruf.")


def _faults(question: Question, kind: str) -> Iterator[tuple[str, str]]:
    if _too_long(question.key, _LONGEST_CONTROL):
        yield "kunci", f"Kunci terlalu panjang untuk tombol, paling banyak {BUTTON_BYTES} bita seluruhnya."
    yield from _pair_faults(question, kind)
    yield from _option_faults(question, kind)


def _pair_faults(question: Question, kind: str) -> Iterator[tuple[str, str]]:
    for low, high in _PAIRS:
        least, most = getattr(question, f"param_{low}", None), getattr(question, f"param_{high}", None)
        if least is not None and most is not None and least > most:
            yield alias_of(kind, low), "Batas bawah lebih besar daripada batas atas."
    for name in ("shortest", "longest", "longest_voice"):
        told = getattr(question, f"param_{name}", None)
        if told is not None and told < 1:
            yield alias_of(kind, name), "Angkanya paling kecil 1."
    if kind == "photos" and not 1 <= getattr(question, "param_most", 1) <= 10:
        yield alias_of(kind, "most"), "Foto antara 1 dan 10."


def _option_faults(question: Question, kind: str) -> Iterator[tuple[str, str]]:
    options = getattr(question, "param_options", None)
    if options is None:
        return
    at = alias_of(kind, "options")
    values, labels = [o.value for o in options], [o.label for o in options]
    if not options:
        yield at, "Belum ada pilihannya."
    for number, option in enumerate(options, 1):
        if option.value in values[: number - 1]:
            yield f"{at}.{number}.nilai", f"Nilai “{option.value}” dipakai dua kali."
        if option.label in labels[: number - 1]:
            yield f"{at}.{number}.label", f"Label “{option.label}” dipakai dua kali."
        if option.value.startswith("~") or _too_long(question.key, option.value):
            yield f"{at}.{number}.nilai", f"Nilai tidak muat di tombol, paling banyak {BUTTON_BYTES} bita seluruhnya."
        if len(option.label) > LABEL_LONGEST:
            yield f"{at}.{number}.label", f"Tulisan tombol paling panjang {LABEL_LONGEST} huruf."
        if option.numbers and (len(option.numbers) != 2 or option.numbers != sorted(option.numbers)):
            yield f"{at}.{number}.angka", "Isinya dua angka: dari yang kecil, sampai yang besar."
    yield from _word_faults(options, at)
    if options and -(-len(options) // columns_for(labels)) > ROWS - _ROWS_BELOW:
        yield at, f"Pilihannya lebih dari {ROWS} baris tombol; kelompokkan atau pendekkan labelnya."


def _word_faults(options: Sequence[Option], at: str) -> Iterator[tuple[str, str]]:
    """A word that names two options names neither; compared as it is read."""
    owner: dict[tuple[str, ...], str] = {}
    for number, option in enumerate(options, 1):
        for word in (*option.words, *option.perhaps):
            if owner.setdefault(words_of(word), option.value) != option.value:
                yield f"{at}.{number}.kata", f"Kata “{word}” sudah dipakai untuk pilihan “{owner[words_of(word)]}”."


def _too_long(question: str, value: str) -> bool:
    longest = max((data_of(_DRAFT, question, value), data_of(_DRAFT, "~tinjau", f"~ubah.{question}")), key=len)
    return len(longest.encode()) > BUTTON_BYTES
