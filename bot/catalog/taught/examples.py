"""Where examples stand, and their weights. These are a file beside them with the hash of all they were made of, so that
nobody goes on with weights of yesterday's examples without being told."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from bot.core.listening.features import VERSION
from bot.core.listening.model import Unreadable, inputs_of

#: What anybody does by words; what an officer means of an announcement, which is guessed and offered; who is in danger,
#: which is told from all that the first ones teach, too; what whoever called for help tells of it later; what those who
#: were told of it answer; which of several values counts; what is done by words at a question of the form; and which
#: earlier answer a sentence puts right.
FOLDER, OF_NEWS, OF_DANGER, OF_RELIEF, OF_REPLIES = "niat", "niat_siaran", "niat_bahaya", "niat_reda", "niat_balasan"
OF_VALUES, OF_QUESTIONS, OF_CORRECTIONS, OF_PARTS = "niat_nilai", "niat_isian", "niat_betul", "niat_bagian"
FOLDERS = (FOLDER, OF_NEWS, OF_DANGER, OF_RELIEF, OF_REPLIES, OF_VALUES, OF_QUESTIONS, OF_CORRECTIONS, OF_PARTS)
#: In danger and after it the same words mean the same; which value counts is told by no pattern.
_LIKE = {OF_RELIEF: OF_DANGER, OF_REPLIES: OF_DANGER} | dict.fromkeys(FOLDERS[5:], "")
SPELLING_FILE = "kata/dengar.toml"


def patterns_file(folder: str) -> str:
    """Empty where there are none."""
    like = _LIKE.get(folder, folder)
    return f"{like}/pola.toml" if like else ""


def weights_file(folder: str) -> str:
    return f"{folder}/bobot.bin"


PATTERNS_FILE, WEIGHTS_FILE = patterns_file(FOLDER), weights_file(FOLDER)


class Line(NamedTuple):
    """One example, and where it stands."""

    act: str
    number: int
    text: str
    folder: str = FOLDER

    @property
    def file(self) -> str:
        return f"{self.folder}/{self.act}.txt"


def there_is_one(content: Path, folder: str = FOLDER) -> bool:
    """Content without examples has no ear, and is right all the same."""
    return (content / folder).is_dir()


def lines_of(content: Path, folder: str = FOLDER) -> list[Line]:
    paths = sorted((content / folder).glob("*.txt"))
    return [line for path in paths for line in _lines_in(path)]


def _lines_in(path: Path) -> Iterator[Line]:
    for number, told in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if told.strip() and not told.startswith("#"):
            yield Line(path.stem, number, told.strip(), path.parent.name)


def inputs(content: Path, folder: str = FOLDER) -> str:
    """The hash of everything that the weights depend on."""
    made, examples = sha256(str(VERSION).encode()), sorted((content / folder).glob("*.txt"))
    if folder in (OF_DANGER, OF_QUESTIONS):
        made.update(inputs(content).encode())
    if folder == OF_CORRECTIONS:
        made.update((inputs(content, OF_QUESTIONS) + inputs(content, OF_VALUES)).encode())
    if folder == OF_PARTS:
        made.update(inputs(content, OF_CORRECTIONS).encode())
    patterns = [content / told] if (told := patterns_file(folder)) else []
    for path in (*examples, *patterns, content / SPELLING_FILE):
        made.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return made.hexdigest()


def folders_in(content: Path) -> list[str]:
    """Where there are examples; the first are of everybody."""
    return [folder for folder in FOLDERS if folder == FOLDER or there_is_one(content, folder)]


def stale_files(content: Path) -> list[str]:
    return [weights_file(folder) for folder in folders_in(content) if not is_fresh(content, folder)]


def is_fresh(content: Path, folder: str = FOLDER) -> bool:
    try:
        return inputs_of((content / weights_file(folder)).read_bytes()) == inputs(content, folder)
    except (FileNotFoundError, Unreadable):
        return False
