"""Which of their usulan somebody speaks of by what it is about: "yg jembatan itu …", "dusunnya yang posyandu …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.core.flow.heard.another import BEGIN
from bot.core.flow.told.no_name import wants_thing
from bot.core.forms.world import World
from bot.core.forms.writing import clean
from bot.core.records import WITHDRAWN, Usulan
from bot.core.spelt import either
from bot.core.stories.several import opens_with_another
from bot.core.understanding.where.hamlets import tells_something
from bot.core.understanding.wished import wish_in
from bot.store.usulan import usulan as stored
from bot.work.visit import Visit

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_TAIL = re.compile(r"(?:nya|na|mi|ji)$")
_SHORTEST = 4  # letters
_TOLD = ("cerita", "harapan", "juga")
_PLACES = ("dusun", "desa", "kecamatan")
_EDGES = " \n\t,.;:-"


LATELY, _LAST = timedelta(days=7), 3  # usulan that somebody may speak of


async def lately(visit: Visit) -> list[Usulan]:
    newest = await visit.look_up(stored.of_person, visit.me.id, _LAST)
    return [one for one in newest if one.spoken_at > visit.now - LATELY and one.status != WITHDRAWN]


@dataclass(frozen=True, slots=True)
class Topic:
    """`about`: those that tell of it, the newest first; `words`: what was said without it."""

    about: tuple[Usulan, ...]
    words: str

    def is_in(self, story: str, text: str) -> bool:
        """Whether the words of this text by which it is named stand in that story as well."""
        spoken = set(text.lower().split())
        said = spoken - set(self.words.lower().split()) or spoken
        return any(len(word) >= _SHORTEST and tells_of(story.lower(), word) for word in said)


def named_in(world: World, text: str, mine: Sequence[Usulan]) -> Topic | None:
    """By the word behind "yang …" first, else by any word that tells some of them from the others."""
    text = clean(text)
    for found in _opened(world, text):
        about = tuple(one for one in mine if tells_of(story_of(one), found["topic"]))
        if about:
            rest = f"{text[: found.start()].rstrip(_EDGES)} {text[found.end() :].lstrip(_EDGES)}"
            return Topic(about, rest.strip(_EDGES))
    for word in words_of(world, text):
        about = tuple(one for one in mine if tells_of(story_of(one), word))
        if 0 < len(about) < len(mine):
            return Topic(about, text)
    return None


def may_name(world: World, text: str) -> bool:
    """Cheaply: whether anything can stand there that an usulan is about."""
    return any(True for _ in _opened(world, text)) or any(True for _ in words_of(world, text))


def speaks_of(world: World, text: str, one: Usulan) -> bool:
    """Whether some word of it stands in what this usulan tells."""
    return any(tells_of(story_of(one), word) for word in words_of(world, text))


def wishes_anew(visit: Visit, text: str, told: str = "", *, may_want: bool = True) -> bool:
    """ "Mau usul juga air bersih di Salokaraja", "minta lampu jalan": a thing of which nothing is told in `told`, said
    to be proposed, or wanted. `may_want`: what is wanted answers nothing that was asked."""
    world = visit.office.catalog.world
    before = opens_with_another(text, told, world.spellings.stories)
    if before is None or "?" in text:
        return False
    proposes, said = world.own_matters["usulan"], {*_WORD.findall(before.lower())}
    is_lead = said <= world.leading_in | proposes | world.oneself | world.nodding | {*world.spellings.stories.item_also}
    begins = any(act.name == BEGIN for act in visit.acts(text, "idle").done)
    if begins or (is_lead and said & proposes):
        return True
    tells_and_wishes = is_lead and tells_something(text, world) and bool(wish_in(text, world))
    return may_want and (tells_and_wishes or wants_thing(text, world))


def tells(one: Usulan, words: Sequence[str]) -> bool:
    """Whether each of these words stands in what this usulan tells, or in the name of its place."""
    places = " ".join(str((one.answers.get(key) or {}).get("name") or "") for key in _PLACES).lower()
    return all(tells_of(f"{story_of(one)}\n{places}", word) for word in words)


def tells_of(story: str, word: str) -> bool:
    told = word.lower().removesuffix("ku") if len(word) > _SHORTEST + 1 else word.lower()
    stem = re.escape(_TAIL.sub("", told) if len(told) > _SHORTEST + 2 else told)
    return re.search(rf"\b{stem}(?:nya|na|mi|ji|ku|ta)?\b", story) is not None


def story_of(one: Usulan) -> str:
    """What it tells, in small letters."""
    told = ((one.answers.get(key) or {}).get("text", "") for key in _TOLD)
    return "\n".join(map(str, told)).lower()


def _opened(world: World, text: str) -> Iterator[re.Match[str]]:
    opener = either(tuple(world.topics["yang"]))
    soft = either(tuple(world.topics["di_antara"]))
    after = either(tuple(world.topics["sesudah"]))
    pattern = rf"\b(?:{opener})\s+(?:(?:{soft})\s+)*(?P<topic>[^\W\d_]{{{_SHORTEST},}})(?:\s+(?:{after}))*\b"
    return re.finditer(pattern, text, re.IGNORECASE)


def words_of(world: World, text: str) -> Iterator[str]:
    """Words that stand for a thing: no name of a question, and nothing that only says that something is wrong."""
    ear = world.ear
    denied = {word.lower() for word in _WORD.findall(ear.denied(text))} if ear is not None else set()
    empty = world.wrong | world.oneself | world.nodding | denied | world.topics["sesudah"] | world.topics["di_antara"]
    for word in _WORD.findall(text.lower()):
        if len(word) >= _SHORTEST and word not in empty and (ear is None or not ear.named(word)):
            yield word


async def own(visit: Visit, usulan_id: int) -> Usulan | None:
    """By its number; None where it is none of theirs, or was withdrawn."""
    async with visit.ask() as connection:
        is_mine = await stored.is_of(connection, visit.me.id, usulan_id)
        found = await stored.to_change(connection, usulan_id)
    may = found is not None and (is_mine or found.typed_by == visit.me.id) and found.status != WITHDRAWN
    return found if may else None
