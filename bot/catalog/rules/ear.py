"""The examples of the ear: readable, with patterns of acts that there are, and weights that were made of them."""

from collections.abc import Collection, Iterator, Sequence
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


#: How the lines of these folders are written.
_WRITTEN = {
    OF_QUESTIONS: "Tulis: laku | kata-kata orang. Laku itu nama berkas di niat/, atau jawab.",
    OF_CORRECTIONS: "Tulis: jawaban yang dibetulkan | kalimatnya, atau jawab | kalimatnya.",
    OF_PARTS: "Tulis: bagian [tentang apa] ¦ bagian [tentang apa].",
    OF_VALUES: "Tandai tiap nilai: [berlaku], <tidak berlaku>, atau {belum tentu}.",
}


def examples_that_teach_nothing(content: Path) -> Iterator[Problem]:
    """Lines at a question without an act that there is, of corrections without an answer, of parts without what they
    are about, and of values in which none is marked as counting."""
    acts = {ANSWER, *(path.stem for path in (content / FOLDER).glob("*.txt"))}
    for folder, how in _WRITTEN.items():
        for line in lines_of(content, folder):
            if not _teaches(line, acts):
                yield Problem(line.file, f"baris {line.number}", how)


def _teaches(line: Line, acts: Collection[str]) -> bool:
    if line.folder == OF_VALUES:
        return is_marked(line.text)
    if line.folder == OF_PARTS:
        return line.act in QUESTIONS and bool(in_parts(line.text))
    told, bar, text = line.text.partition("|")
    is_known = set(told.strip().split("+")) <= set(acts)
    if line.folder == OF_CORRECTIONS:
        is_known = told.strip() in (ANSWER, PLACES, *SORTS)
    return is_known and bool(bar and text.strip()) and line.act in SORTS
