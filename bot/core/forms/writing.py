"""Reading what people type: cleaned, measured, and told apart from a question."""

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache

from bot.core.forms.heard import Heard, Sent
from bot.core.forms.questions import Refused
from bot.core.forms.say import Words
from bot.core.forms.world import World

# Control characters, direction overrides, lone surrogates: a database refuses some, others falsify what is shown.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_SPACES = re.compile(r"[ \t\u00a0]+")
_BLANK_LINES = re.compile(r"\n\s*\n+")
#: A full stop between two digits ends none.
SENTENCE = re.compile(r"(?:[^.;!?\n]|(?<=\d)\.(?=\d))+[.;!?\n]*")
#: Nor does a comma between two.
CLAUSE = re.compile(r"(?:[^,.;\n]|(?<=\d)[,.](?=\d))+")
_EDGES = " \n\t.,!;:\"'()"
KNOWN = frozenset({"photo", "voice", "location", "contact", "document", "other"})
_ENOUGH = frozenset({"cukup", "simpan"})
_ANSWERS = frozenset({"ya", "tidak", "lanjut", "kirim"})  # what a word means that answers and tells nothing
_FEW = 2  # words; more of them may tell something
QUESTION_WORDS = 8  # a longer "question" in a free text is a story that happens to end with "?"


def printable(text: str) -> str:
    """The same without what cannot be seen, stored or printed."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n"))


@lru_cache(maxsize=512)
def clean(text: str) -> str:
    """The same words, printable, with single gaps between them; line breaks stay."""
    return _BLANK_LINES.sub("\n\n", _SPACES.sub(" ", printable(text))).strip()


def sentences_in(text: str) -> list[str]:
    """With the marks that end them."""
    return [one.strip() for one in SENTENCE.findall(text) if one.strip()]


def in_short(text: str, longest: int) -> str:
    """The first words of a longer text, with a sign that more was told."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def units(text: str) -> int:
    """Its length in UTF-16 units, as the messenger counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@lru_cache(maxsize=512)  # a sentence is compared with thirty lists before it is understood
def key_of(text: str) -> str:
    """The form in which typed words are compared with the words that act as buttons."""
    return " ".join(clean(text).lower().strip(_EDGES + "?/").split())


def ended(text: str) -> str:
    """As a sentence: with a full stop where nothing else ends it."""
    return text if re.search(r"[.?!…][”’\"')]*\s*$", text) else f"{text}."


def begun_with(text: str, words: Iterable[str]) -> str:
    """The first of these words with which the text begins, the longest first, as it stands there with what parts it
    from the rest; empty where it begins with none."""
    known = frozenset(words)
    found = _beginning(known).match(text) if known else None
    return found[0] if found else ""


def begun_politely(text: str, world: World, words: Iterable[str]) -> str:
    """The same behind what is only polite: "tolong", "saya mau"."""
    rest = text
    while lead := begun_with(rest, world.asking_proposers["sopan"]):
        rest = rest[len(lead) :]
    found = begun_with(rest, words)
    return text[: len(text) - len(rest) + len(found)] if found else ""


@lru_cache(maxsize=128)
def _beginning(words: frozenset[str]) -> re.Pattern[str]:
    longest = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"\W*(?:{longest})\b[\s:;,.\-]*", re.IGNORECASE)


def measure(text: str, shortest: int, longest: int) -> Refused | None:
    """Why a text cannot be an answer; lengths in characters."""
    if len(text) < shortest:
        return Refused(Words("mesin.terlalu_pendek", {"batas": shortest}))
    if len(text) > longest:
        return Refused(Words("mesin.terlalu_panjang", {"batas": longest, "panjang": len(text)}))
    return None


def is_question(text: str, world: World, free: bool) -> bool:
    """Whether the person asks us something. Where any words are an answer, only a short text ending with "?", or with
    the word that asks ("bu aisyah itu orang mana"), counts."""
    cleaned = clean(text)
    is_short = len(cleaned.split()) <= QUESTION_WORDS
    asks = cleaned.endswith("?") or (is_short and asks_at_last(cleaned, world))
    return asks and is_short if free else asks or key_of(text).startswith(world.asking)


def asks_at_last(text: str, world: World) -> bool:
    """ "Bu Aisyah itu orang mana": the last word asks."""
    words = key_of(text.replace("-", " ")).split()
    while words and words[-1] in world.nodding:
        words.pop()
    return bool(words) and words[-1] in world.asking_at_last and " ".join(words[-2:]) not in world.not_asking


def is_bare(text: str, world: World) -> bool:
    """Whether it says nothing but yes or no, or that it is to be done, with polite words around it."""
    polite = world.oneself | world.nodding | world.cancelling
    words = key_of(re.sub(r"[^\w\s]", " ", text)).split()
    if all(word in polite or world.words.get(word) in _ANSWERS for word in words):
        return True
    if world.ear is None or len(words) > _FEW:
        return False
    return [act.name for act in world.ear.hear(text, "yes_no").done] == ["ya"]


def says_only_done(text: str, world: World) -> bool:
    """Whether it says that it is enough, and names nothing: "sudah mi", "itu saja, cukup"."""
    return not beside_done(text, world)


def says_only_wrong(text: str, world: World) -> bool:
    """Whether it says that something is wrong, and neither what nor how it is: "eh, yang tadi itu salah"."""
    return not {*re.findall(r"\w+", key_of(text))} - world.wrong - world.oneself


def beside_done(text: str, world: World) -> list[str]:
    """What else it names."""
    ends = {word for phrase, name in world.words.items() if name in _ANSWERS | _ENOUGH for word in phrase.split()}
    beside = {word for phrase in world.nodding for word in phrase.split()} | world.oneself | world.cancelling
    known = ends | beside | world.finished | world.with_finished
    return [word for word in re.findall(r"\w+", key_of(text)) if word not in known]


def not_this(heard: Heard) -> Words:
    """That something of this sort is no answer here."""
    what = heard.what if isinstance(heard, Sent) and heard.what in KNOWN else "other"
    return Words(f"mesin.bukan_{what}")


def bare(words: Sequence[str], beside: Container[str]) -> list[str]:
    """Without what only goes along at both ends."""
    found = list(words)
    while found and key_of(found[0]) in beside:
        found.pop(0)
    while found and key_of(found[-1]) in beside:
        found.pop()
    return found
