"""Which of the places that somebody names is meant, as examples teach: "orang kira kami Pasui karena pasarnya di situ,
kami lebih ke atas, Eran Batu"; "saya mengajar di Boiya" names one and means none."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.core.listening.counting import MOST, TOKEN
from bot.core.places.gazetteer import DUSUN, FOLDED, LONGEST, Entry, Gazetteer
from bot.core.places.names import Word, words_of
from bot.core.places.spelling import fold
from bot.core.understanding.where.said import Asked
from bot.core.wilayah import lies_in

SORT = "tempat"  # of the examples
#: What stands for a name, so that each teaches of all: whether it lies in another that is named, and is told twice.
_NAME, _INNER, _OUTER, _TWICE = "namatempat", "dalam", "luar", "lagi"
_SURE = 0.72
_FEW = 3  # words


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text, from which character to which; what it may name, and its level word, if there is one."""

    start: int
    end: int
    entries: frozenset[Entry]
    level: str = ""


def stand_ins(named: Sequence[Collection[Entry]]) -> list[str]:
    """A word for each name."""
    return ["".join(_stand_in(named, at)) for at in range(len(named))]


def _stand_in(named: Sequence[Collection[Entry]], at: int) -> Iterator[str]:
    own = named[at]
    others = [one for number, one in enumerate(named) if number != at and one != own]
    yield _NAME
    if any(_is_within(own, other) for other in others):
        yield _INNER
    elif any(_is_within(other, own) for other in others):
        yield _OUTER
    if sum(one == own for one in named) > 1:
        yield _TWICE


def _is_within(inner: Collection[Entry], outer: Collection[Entry]) -> bool:
    return any(one.level > two.level and lies_in(one.code, two.code) for one in inner for two in outer)


def told(asked: Asked, text: str, gazetteer: Gazetteer) -> str:
    """The names that count, each behind its level word; empty where that is not sure, or none is named."""
    which = asked.ask.world.spellings.which_count
    named = list(_named_in(asked, text, gazetteer)) if which else []
    if which is None or not 0 < len(named) <= MOST or (len(named) == 1 and _is_plain(asked, text, named[0])):
        return ""
    tokens, spans = _tokens(text, named)
    found: dict[frozenset[frozenset[Entry]], float] = {}
    ways: dict[frozenset[frozenset[Entry]], tuple[int, ...]] = {}
    for way, share in sorted(which(SORT, tokens, spans).items(), key=lambda one: -one[1]):
        meant = _meant(asked, [named[at].entries for at in way])
        ways.setdefault(meant, way)
        found[meant] = found.get(meant, 0.0) + share
    best = max(found, key=found.__getitem__, default=frozenset())
    kept = ways[best] if best and found[best] >= _SURE else ()
    hamlets = asked.ask.world.spellings.places.dusun  # "tuncung, dusun buntu lamba", which our list has elsewhere
    if asked.level < DUSUN and any(one.level in hamlets for at, one in enumerate(named) if at not in kept):
        return ""
    names = {named[at].entries: f"{named[at].level} {text[named[at].start : named[at].end]}" for at in kept}
    return ", ".join(name.strip() for name in names.values())


def _is_plain(asked: Asked, text: str, one: Named) -> bool:
    """Hardly more than a name, and what is only near it, are read as they stand: "kampung Jambu", "dekat Boiya"."""
    before = text[: one.start].lower().split()[-1:]
    return len(text.split()) <= _FEW or not set(before).isdisjoint(asked.ask.world.spellings.places.beside)


def _meant(asked: Asked, counted: Sequence[frozenset[Entry]]) -> frozenset[frozenset[Entry]]:
    """What they name of what was asked for; "Tuncung" and "Tuncung Maiwa" are the same desa."""
    own = frozenset(one for one in counted if any(entry.level == asked.level for entry in one))
    return own or frozenset(counted)


def _tokens(text: str, named: Sequence[Named]) -> tuple[list[str], list[tuple[int, int]]]:
    tokens: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for one, word in zip(named, stand_ins([one.entries for one in named]), strict=True):
        tokens += TOKEN.findall(text[at : one.start])
        spans.append((len(tokens), len(tokens) + 1))
        tokens.append(word)
        at = one.end
    return [*tokens, *TOKEN.findall(text[at:])], spans


def _named_in(asked: Asked, text: str, gazetteer: Gazetteer) -> Iterator[Named]:
    """The longest first, so that Tongkonan Basse names no Tongko."""
    words = words_of(text)
    at = 0
    while at < len(words):
        windows = [(start, end) for start, end in gazetteer.windows(words[at : at + LONGEST]) if start == 0]
        found = next(
            (
                (at + end, one)
                for _, end in reversed(windows)
                if (one := _entries(asked, words, at, at + end, gazetteer))
            ),
            None,
        )
        if found is None:
            at += 1
            continue
        end, entries = found
        yield Named(words[at].start, words[end - 1].end, entries, _level_word(asked, words, at))
        at = end


def _entries(asked: Asked, words: Sequence[Word], start: int, end: int, gazetteer: Gazetteer) -> frozenset[Entry]:
    """Names to the letter. "Baru ka" is no Baruka; a dusun of one word is one where a dusun is asked for, or behind
    that word; "saya asli Enrekang" names the kabupaten."""
    part, level = words[start:end], _level_word(asked, words, start)
    hits = (entry for entry, score in gazetteer.hits(part, fuzzy=False).items() if score >= FOLDED)
    if end - start > 1:
        return frozenset(hit for hit in hits if len(hit.name.split()) > 1)
    own, common = fold(asked.places.kabupaten.name), asked.ask.world.spellings.places.no_hamlet
    poor = asked.ask.world.spellings.people.poor  # "keluarga kurang mampu" names no Mampu
    if not level and (part[0].text in common or (start and f"{words[start - 1].text} {part[0].text}" in poor)):
        return frozenset()
    is_hamlet = bool(level) or asked.level == DUSUN
    return frozenset(hit for hit in hits if (level or fold(hit.name) != own) and (is_hamlet or hit.level < DUSUN))


def _level_word(asked: Asked, words: Sequence[Word], start: int) -> str:
    places = asked.ask.world.spellings.places
    before = words[start - 1].text if start else ""
    return before if before in (*places.kecamatan, *places.desa, *places.dusun) else ""
