"""What a dusun that is on no list is called, among the other words of an answer."""

from collections.abc import Iterator

from bot.core.forms.world import World
from bot.core.places.chains import Reading
from bot.core.places.gazetteer import DUSUN
from bot.core.places.hits import behind
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.where.hamlets import MOST_WORDS, may_be_name


def told_name(heard: Reading, world: World) -> str:
    """Empty where none is told so that it can be told from what else is said."""
    for start in _starts(heard, world):
        name = heard.slice(start, _end(heard, world, start))
        if may_be_name(name, world, called=start > 0 and heard.levels.level.get(heard.words[start - 1].text) == DUSUN):
            return name
    return ""


def _starts(heard: Reading, world: World) -> Iterator[int]:
    """Behind "namanya", behind "dusun", or at the beginning, where the rest says that it is new."""
    words = [word.text for word in heard.words]
    marks = [at for at, word in enumerate(words) if word in heard.levels.called]
    marks += [at for at, word in enumerate(words) if heard.levels.level.get(word) == DUSUN]
    starts = (_skip(heard, world, mark + 1) for mark in marks)
    yield from (
        at
        for at in starts
        if at < len(words) and not _is_new(heard, at) and not behind(heard.words, at, heard.levels, heard.levels.beside)
    )
    first = _skip(heard, world, 0)
    told = {word for word, clause in zip(words, heard.clauses, strict=True) if clause > heard.clauses[0]}
    new = any(heard.levels.level.get(word) == DUSUN and _is_new(heard, at) for at, word in enumerate(words[:-1], 1))
    complains = any(words[at] in world.spellings.places.complaint for at in _clause(heard, 0))
    if first < len(words) and (told & heard.levels.fresh or new) and not complains and not _is_new(heard, first):
        yield first


def _is_new(heard: Reading, at: int) -> bool:
    """ "Dusun baru", "dusun pecahan Lembong" tell what it is, and not how it is called."""
    word, levels = heard.words[at].text, heard.levels
    ends = at + 1 == len(heard.words) or heard.clauses[at + 1] != heard.clauses[at]
    return word in levels.fresh or (word in levels.newly and (ends or heard.words[at + 1].text in levels.fresh))


def _clause(heard: Reading, number: int) -> Iterator[int]:
    """The words of one part: "jembatan kayu sudah lapuk, belum ada jawaban" names nothing."""
    return (at for at, clause in enumerate(heard.clauses) if clause == heard.clauses[number])


def _skip(heard: Reading, world: World, at: int) -> int:
    """To where the name begins: "dusunnya itu", "dusun baru ini"."""
    words = heard.words
    while at < len(words) and (_says_nothing(heard, at) or words[at].text in heard.levels.level):
        at += 1
    newly = at + 1 < len(words) and words[at].text in heard.levels.newly and heard.clauses[at] == heard.clauses[at + 1]
    if newly and (_ends(heard, world, at + 1) or not heard.levels.fresh.isdisjoint(word.text for word in words)):
        return _skip(heard, world, at + 1)
    return at


def _end(heard: Reading, world: World, start: int) -> int:
    end = start + 1
    while end < len(heard.words) and heard.clauses[end] == heard.clauses[start] and not _ends(heard, world, end):
        end += 1
    if end - start > MOST_WORDS:
        return start
    new = end - start > 1 and end < len(heard.words) and heard.words[end - 1].text in heard.levels.newly
    told = new and heard.clauses[end] == heard.clauses[start] and heard.words[end].text in heard.levels.fresh
    return end - 1 if told else end


def _ends(heard: Reading, world: World, at: int) -> bool:
    word, levels = heard.words[at].text, heard.levels
    other = word in levels.level or word in levels.fresh or word in levels.beside or _counts(heard, world, at)
    return other or _says_nothing(heard, at) or word in world.spellings.places.no_hamlet


def _counts(heard: Reading, world: World, at: int) -> bool:
    """ "Dusun tanete 800 meter hancur"; "dusun Sossok 2" is called so."""
    if not heard.words[at].text.isdecimal() or at + 1 == len(heard.words):
        return False
    tongue, unit = tongue_of(world.spellings), heard.words[at + 1].text
    return any(unit in one.words.own for one in (tongue.volume_grammar, tongue.people_grammar))


def _says_nothing(heard: Reading, at: int) -> bool:
    word = heard.words[at].text
    return word in heard.levels.around and word not in heard.levels.compass
