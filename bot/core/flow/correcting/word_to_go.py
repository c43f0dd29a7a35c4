"""A word that is not to be said of somebody ("anak nenek jangan dibilang cacat", "kata gila itu jangan dipakai"), or
what nobody is to hear ("jangan bilang2 nenek ada utang"): as little as holds it is shown with what is left then, and
goes with a yes."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from bot.core.flow import rest
from bot.core.flow.asking import ask
from bot.core.flow.correcting.found_to_go import clauses_told, of_places, words_in, words_named
from bot.core.flow.correcting.said_to_go import EDGES, WORD, said_in, tells_why
from bot.core.flow.correcting.taking_out import with_first
from bot.core.flow.correcting.which_sentence import Span, show
from bot.core.flow.scene import FIRST, Scene, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.spelt import either

_LONGEST, _NAMED = 18, 2  # words; what is longer tells a story; of somebody who is named
_CLAUSE = re.compile(r"[^,.;!?\n]+")


def show_it(scene: Scene, heard: Typed) -> Step | None:
    """None where no such word is named; where it stands nowhere that is said, if nothing else can be meant."""
    plea = _plea(scene.world, heard.text)
    if plea is None or not scene.flow.hears or "cancel" in scene.state.pending:
        return None
    clause, named, is_sure = plea
    told = with_first(scene) if scene.target == FIRST else scene
    places = _holding(told, named)
    if not places:
        nowhere = is_sure and not _may_answer(scene)
        return Step(scene.state, (ask(scene, Words("mesin.kata_tidak_tertulis")),)) if nowhere else None
    left = "; ".join(text for text in of_places(told, places).left.values() if text)
    return show(_with_rest(scene, heard, clause), told, places, left=left)


def _may_answer(scene: Scene) -> bool:
    """Where any words are an answer, they may tell what others say: "jangan dibilang malas kami"."""
    return scene.target != FIRST and scene.asked is not None and kind_of(scene.asked).free


def _plea(world: World, text: str) -> tuple[str, str, bool] | None:
    """The clause that asks for it, the words that are meant, and whether it asks for nothing else; told cheaply."""
    words, said = world.taking_out, said_in(text)
    if not words or "?" in text or len(said) > _LONGEST or words["sebutan"].isdisjoint(said):
        return None
    called, word, gone = _patterns(*(words[sort] for sort in _SORTS))
    for clause in _CLAUSE.findall(text):
        if (found := word.search(clause) or gone.search(clause)) is not None:
            return clause, found[1], found.re is word
        if (found := called.search(clause)) is not None and not _is_hearer(world, found):
            return clause, found[2], found[1].lower() in words["sebutan_pasti"]
    return None


def _is_hearer(world: World, found: re.Match[str]) -> bool:
    """ "Jangan kasih tau pak desa": who is not to hear of it, and no word that is to go."""
    words, whom = world.naming_voice, found[2].lower().split()
    is_alone = len(whom) <= _NAMED and whom[0] in words["tua"] | words["kerabat"]
    tells_somebody = found[1].lower() not in world.taking_out["sebutan_pasti"]
    return tells_somebody and (is_alone or whom[0] in words["sapaan"])


_SORTS = ("jangan_ujung", "halus", "sebutan_kata", "sebutan_kerja", "sebutan_pendengar", "sebutan_jangan", "pasti")


@lru_cache(maxsize=2)
def _patterns(*sorts: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    no, small, word, calls, hearers, unused, gone = map(either, sorts)
    told = rf"(?:{no})\s+(?:(?:{small})\s+)*({calls})\s+(?:(?:{hearers})\s+)?"
    by_word = rf"\b(?:{word})\s+([^\W\d_]+)\s+(?:itu\s+)?(?:{unused})\b"
    said = rf"\b{told}(\w.*)", by_word, rf"\b(?:{gone})\s+(?:{word})\s+(\w.*)"
    called, not_used, taken = (re.compile(one, re.IGNORECASE) for one in said)
    return called, not_used, taken


def _holding(told: Scene, text: str) -> list[Span]:
    """The places that hold most of these words; none where they hold no more than half."""
    named = words_named(told, text)
    runs = [(len(named & words_in(told, span.text(told))), span) for span in _runs(told, named, text)] if named else []
    most = max((many for many, _ in runs), default=0)
    return [span for many, span in runs if many == most] if 2 * most > len(named) else []


def _runs(told: Scene, named: set[str], text: str) -> Iterator[Span]:
    """Words of a clause one behind the other that are all named, with the "yg" that leads them."""
    said = {*said_in(text)} | named
    for span in clauses_told(told):
        run = list[re.Match[str]]()
        words = list(WORD.finditer(str(told.values[span.key]["text"]), span.start, span.end))
        for at, word in enumerate(words):
            if said.isdisjoint(words_in(told, word[0])) and word[0].lower() not in said:
                continue
            run = [*run, word] if run and words[at - 1] is run[-1] else [word]
            if at + 1 == len(words) or said.isdisjoint({words[at + 1][0].lower(), *words_in(told, words[at + 1][0])}):
                yield _whole(told, span, words, run)


def _whole(told: Scene, span: Span, words: list[re.Match[str]], run: list[re.Match[str]]) -> Span:
    """All of the clause where nothing of it would tell anything."""
    first, last = words.index(run[0]), words.index(run[-1])
    if first and words[first - 1][0].lower() in told.world.taking_out["tunjuk_jangan"]:
        first -= 1
    left = {one[0].lower() for one in (*words[:first], *words[last + 1 :])}
    small = told.world.taking_out["iringan"] | told.world.taking_out["sambung"] | told.world.oneself
    return span if left <= small else Span(span.key, words[first].start(), words[last].end())


def _with_rest(scene: Scene, heard: Typed, clause: str) -> Scene:
    """What is told beside it, and is not why, is kept."""
    beside = [one.strip(EDGES) for one in _CLAUSE.findall(heard.text) if one != clause]
    small = scene.world.taking_out["iringan"] | scene.world.oneself | scene.world.nodding
    more = [one for one in beside if not (tells_why(scene.world, one) or small.issuperset(said_in(one)))]
    if not more or scene.target == FIRST:
        return scene
    return replace(scene, state=rest.keep(scene, ", ".join(more), heard.message))
