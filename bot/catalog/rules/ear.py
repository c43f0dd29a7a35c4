"""The examples of the ear: readable, with patterns of acts that there are, and weights that were made of them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.catalog import ear
from bot.catalog.draft import Draft
from bot.catalog.ear import read_words, toml_of
from bot.catalog.needed import Needed
from bot.catalog.problem import Problem
from bot.catalog.taught.examples import (
    FOLDER,
    OF_CORRECTIONS,
    OF_PARTS,
    OF_QUESTIONS,
    OF_VALUES,
    PATTERNS_FILE,
    SPELLING_FILE,
    Line,
    folders_in,
    lines_of,
    stale_files,
    there_is_one,
)
from bot.core.listening.at_question import ANSWER, PLACES, SORTS
from bot.core.listening.counting_taught import is_marked
from bot.core.listening.folding import Folding, FoldingWords, plain, words_known
from bot.core.listening.parting import QUESTIONS, in_parts
from bot.core.listening.rules import STATEMENT


def judge(draft: Draft, _needed: Needed) -> None:
    """Content without a folder of examples is right, and has no ear."""
    if not there_is_one(draft.folder):
        return
    found = list(ear.faults(draft.folder))
    draft.problems += found or [*acts_without_examples(draft.folder), *torn_spellings(draft.folder)]
    for stale in stale_files(draft.folder) if not found else ():
        draft.report(stale, "", "Contoh maksud sudah berubah. Jalankan: python -m bot latih")


def shared_lines(content: Path) -> Iterator[Problem]:
    """Lines that say the same as one of another act: nobody could tell from the words what is meant. At two questions
    the same words may mean two things."""
    words = read_words(content)
    for folder in (one for one in folders_in(content) if one not in (OF_QUESTIONS, OF_CORRECTIONS, OF_PARTS)):
        yield from _shared_among(lines_of(content, folder), words)


def _shared_among(lines: Sequence[Line], words: FoldingWords) -> Iterator[Problem]:
    folding = Folding(words, words_known(words, (line.text for line in lines)))
    owner: dict[str, Line] = {}
    for line in lines:
        first = owner.setdefault(folding.fold(line.text), line)
        if first.act != line.act:
            where = f"{first.file} baris {first.number}"
            yield Problem(line.file, f"baris {line.number}", f"“{line.text}” sama bunyinya dengan {where}.")


def torn_spellings(content: Path) -> Iterator[Problem]:
    """Spellings that are two words, once doubled letters are one: "iyya" as "saya" would make it of every "iya"."""
    owner: dict[str, str] = {}
    for word, spellings in toml_of(content / SPELLING_FILE)["ejaan"].items():
        for told in (word, *spellings):
            if owner.setdefault(plain(told), word) != word:
                yield Problem(
                    SPELLING_FILE, f"ejaan.{word}", f"Ejaan “{told}” sudah dipakai untuk {owner[plain(told)]}."
                )


def acts_without_examples(content: Path) -> Iterator[Problem]:
    """Patterns and rules of acts that no file teaches."""
    acts = {path.stem for path in (content / FOLDER).glob("*.txt")}
    told = toml_of(content / PATTERNS_FILE)
    for key in ("pola", "hanya", "perlu", "tahan"):
        for act in told[key]:
            if act not in acts or act == STATEMENT:
                yield Problem(PATTERNS_FILE, f"{key}.{act}", f"Berkas {FOLDER}/{act}.txt tidak ada.")


def examples_that_teach_nothing(content: Path) -> Iterator[Problem]:
    """Lines at a question without an act that there is, and lines of values in which none is marked as counting."""
    acts = {ANSWER, *(path.stem for path in (content / FOLDER).glob("*.txt"))}
    for line in lines_of(content, OF_QUESTIONS):
        told, bar, text = line.text.partition("|")
        if not (bar and text.strip() and acts.issuperset(told.strip().split("+")) and line.act in SORTS):
            where = f"baris {line.number}"
            yield Problem(line.file, where, "Tulis: laku | kata-kata orang. Laku itu nama berkas di niat/, atau jawab.")
    answers = {ANSWER, PLACES, *SORTS}
    for line in lines_of(content, OF_CORRECTIONS):
        told, bar, text = line.text.partition("|")
        if not (bar and text.strip() and told.strip() in answers and line.act in SORTS):
            where = f"baris {line.number}"
            yield Problem(line.file, where, "Tulis: jawaban yang dibetulkan | kalimatnya, atau jawab | kalimatnya.")
    for line in lines_of(content, OF_PARTS):
        if line.act not in QUESTIONS or not in_parts(line.text):
            where = f"baris {line.number}"
            yield Problem(line.file, where, "Tulis: bagian [tentang apa] ¦ bagian [tentang apa].")
    for line in lines_of(content, OF_VALUES):
        if not is_marked(line.text):
            where = f"baris {line.number}"
            yield Problem(line.file, where, "Tandai tiap nilai: [berlaku], <tidak berlaku>, atau {belum tentu}.")
