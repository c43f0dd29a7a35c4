"""Several usulan told in one breath: "pertama jalan tani rusak, kedua posyandu bocor". Only what plainly counts up, or
says that it is one thing more, is taken apart; in doubt it is one."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from bot.core.spelt import either, one_of
from bot.core.vocabulary import StoryWords

_FEWEST = 2  # words; fewer tell nothing
_MOST = 5  # parts; more are a list of something else
_LONGEST = 8000  # characters that are looked at
_OPENS = r"(?:^|[.,;:!?\n]\s*|\b(?:dan|terus|trus|lalu|kemudian|sama|serta)\s+)"
_FIGURE = re.compile(r"(?:^|(?<=[\s,;:]))([1-9])[.)]\s*(?=[^\W\d])")
_DASH = re.compile(r"(?:^|\n)[^\S\n]*[-–•*·][^\S\n]*(?=[^\W\d])")
_EDGES = " \t\n.,;:-"
_HEAD = 4  # words before the wish
_Way = Callable[[str, StoryWords], list[tuple[int, int]]]
_BEFORE = "yang pertama itu"  # what stands before what was said besides


def parts_of(text: str, words: StoryWords) -> tuple[str, ...]:
    """Each thing in its own words, the first with all that stands before it; one alone is not told apart."""
    return _told_by((_by_figures, _by_dashes, _by_ordinals, _by_more, _by_count, _by_kind), text, words)


def listed_in(text: str, words: StoryWords) -> tuple[str, ...]:
    """The same of what is written as a list."""
    return _told_by((_by_figures, _by_dashes), text, words)


def _told_by(ways: Sequence[_Way], text: str, words: StoryWords) -> tuple[str, ...]:
    text = text[:_LONGEST]
    for way in ways:
        parts = _cut(text, way(text, words))
        if 1 < len(parts) <= _MOST and all(len(part.split()) >= _FEWEST for part in parts):
            return parts
    return ()


def as_one_more(text: str, behind: str, words: StoryWords) -> str:
    """Words that tell of another one, as they are found again in what was said besides: as they stand, where they open
    it themselves. `behind`: what they tell of it."""
    if len(parts_of(f"{_BEFORE}\n{text}", words)) > 1:
        return text
    return f"{words.one_more[0]}: {behind}"


def besides(text: str, words: StoryWords) -> tuple[str, ...]:
    """What was said besides, and tells of others, each in its own words."""
    return parts_of(f"{_BEFORE}\n{text}", words)[1:]


def names_thing(text: str, words: StoryWords) -> bool:
    """Whether something that is usually proposed is named."""
    return _kinds(words)[1].search(text) is not None


def opens_with_another(text: str, told: str, words: StoryWords) -> str | None:
    """What stands before the first thing that is usually proposed, where nothing of its kind is told of there; else
    None."""
    named = _kinds(words)[1]
    first = named.search(text)
    kinds = {_kind_of(one[0], words) for one in named.finditer(told)}
    return None if first is None or _kind_of(first[0], words) in kinds else text[: first.start()]


def proposes(text: str, verbs: Collection[str], words: StoryWords) -> bool:
    """ "Ajukan perbaikan drainase Salodua": a thing is named, and that it is proposed."""
    return not set(verbs).isdisjoint(re.findall(r"\w+", text.lower())) and names_thing(text, words)


def _cut(text: str, marks: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """`marks`: from where to where a part is opened. What stands before the first mark belongs to the first part."""
    if not marks:
        return ()
    ends = [start for start, _ in marks[1:]] + [len(text)]
    parts = [text[behind:end].strip(_EDGES) for (_, behind), end in zip(marks, ends, strict=True)]
    front = text[: marks[0][0]].strip(_EDGES)
    return (f"{front}: {parts[0]}" if front else parts[0], *parts[1:])


def _by_figures(text: str, _words: StoryWords) -> list[tuple[int, int]]:
    """ "1. … 2. …", counting up from one."""
    found = list(_FIGURE.finditer(text))
    counted = [int(each[1]) for each in found]
    return [each.span() for each in found] if counted == list(range(1, len(found) + 1)) and len(found) > 1 else []


def _by_dashes(text: str, _words: StoryWords) -> list[tuple[int, int]]:
    """A list with a dash before each line."""
    found = [each.span() for each in _DASH.finditer(text)]
    return found if len(found) > 1 else []


def _by_ordinals(text: str, words: StoryWords) -> list[tuple[int, int]]:
    """ "Pertama …, kedua …"; or a second alone that is called one: "…, yang kedua …"."""
    found = [each.span(1) for each in _ordinals(words).finditer(text)]
    first = next((span for span in found if _says(text, span, words.item_first)), None)
    behind = [span for span in found if (first is None or span > first) and _says(text, span, words.item_next)]
    if first is not None:
        return [first, *behind] if behind else []
    named = [span for span in behind if " " in text[slice(*span)]]
    return [(0, 0), *named] if named else []


@lru_cache(maxsize=8)
def _ordinals(words: StoryWords) -> re.Pattern[str]:
    told, no = either((*words.item_first, *words.item_next)), either(words.no_item)
    return re.compile(rf"{_OPENS}({told})\b(?!\s+(?:{no})\b)", re.IGNORECASE)


def _says(text: str, span: tuple[int, int], words: Sequence[str]) -> bool:
    return " ".join(text[slice(*span)].lower().split()) in words


def _by_count(text: str, words: StoryWords) -> list[tuple[int, int]]:
    """ "Saya mau tiga hal: …, …, sama …": as many as are announced, or none."""
    head = _counted(words).match(text)
    if head is None:
        return []
    count, start = 2 + words.item_counts.index(head[1].lower()) // 2, head.end()
    links = either(words.item_links)
    comma = rf"\s*,\s*(?:(?:{links})\s+)?"
    for link in (comma, rf"{comma}|\s+(?:{links})\s+"):
        cuts = [(start + one.start(), start + one.end()) for one in re.finditer(link, text[start:], re.IGNORECASE)]
        if len(cuts) + 1 == count:
            return [(start, start), *cuts]
    return []


@lru_cache(maxsize=8)
def _counted(words: StoryWords) -> re.Pattern[str]:
    wished, counts, things = either(words.item_wished), either(words.item_counts), either(words.item_things)
    before = rf"(?:\w+\s+){{0,{_HEAD}}}?(?:{wished})\s+(?:\w+\s+)?"
    return re.compile(rf"\W*{before}({counts})(?:\s+(?:{things})\b[\s:,;.-]*|\s*:\s*)", re.IGNORECASE)


def _by_kind(text: str, words: StoryWords) -> list[tuple[int, int]]:
    """ "Jembatan rusak, sama lampu jalan juga tidak ada": behind a link, or with "juga", begins a thing of a kind that
    was not told of yet."""
    opens, named = _kinds(words)
    found = list(opens.finditer(text))
    marks: list[tuple[int, int]] = []
    for at, each in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        told = {_kind_of(one[0], words) for one in named.finditer(text, 0, each.start())}
        if told and _kind_of(each["thing"], words) not in told and _is_apart(text, each, end, words):
            marks.append((each.start(), each.end() - len(each["asks"]) - len(each["thing"])))
    return [(0, 0), *marks] if marks else []


def _is_apart(text: str, opened: re.Match[str], end: int, words: StoryWords) -> bool:
    """Whether it says that it is one more thing, and not what the first one comes of, or leads to."""
    if one_of(words.item_also).search(text, opened.start(), end):
        return True
    before = re.split(r"[,.;:!?\n]", text[: opened.start()].rstrip(_EDGES))[-1]
    return bool(opened["link"] or opened["only"]) and (
        bool(opened["stop"]) or not one_of(words.item_cause).search(before)
    )


def _kind_of(thing: str, words: StoryWords) -> str:
    return next(kind for kind, told in words.kinds.items() if thing.lower() in told)


@lru_cache(maxsize=8)
def _kinds(words: StoryWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    things, links, asks = (either(told) for told in (chain(*words.kinds.values()), words.item_links, words.item_asked))
    stop, link = r"(?P<stop>[,.;:!?\n]\s*)", rf"(?P<link>(?:(?:{links})\s+)+)"
    opens = rf"(?:{stop}{link}?|\s{link.replace('link', 'only')})(?P<asks>(?:(?:{asks})\s+)*)(?P<thing>{things})\b"
    return re.compile(opens, re.IGNORECASE), re.compile(rf"\b(?:{things})\b", re.IGNORECASE)


def _by_more(text: str, words: StoryWords) -> list[tuple[int, int]]:
    found = list(_more(text, words))
    return [(0, 0), *found] if found else []


def _more(text: str, words: StoryWords) -> Iterator[tuple[int, int]]:
    """Where something else begins; "minta juga air bersih" keeps what it asks."""
    for each in _one_more(words).finditer(text):
        start, end = each.span(1)
        asks = re.search(r"\b(?:minta|mohon)\b", each[1], re.IGNORECASE)
        yield start, start + asks.start() if asks else end


@lru_cache(maxsize=8)
def _one_more(words: StoryWords) -> re.Pattern[str]:
    return re.compile(rf"(?<=\w\W)\W*\b({either(words.one_more)}|satu lagi(?=\s*[,:]))\b", re.IGNORECASE)
