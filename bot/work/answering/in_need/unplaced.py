"""Somebody who knows neither the kecamatan nor the desa: a landmark of our lists is offered, the office may be asked to
find it, and the draft waits. An usulan without a desa has no number and no reader, so none is sent."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.scene import Scene, look
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.state import State
from bot.core.forms.world import World
from bot.core.forms.writing import in_short
from bot.core.places.gazetteer import DUSUN, Entry
from bot.core.spelt import one_of
from bot.core.understanding.where.around_hamlet import heard_in
from bot.core.wilayah import kecamatan_of
from bot.work import conversation
from bot.work.answering import questions
from bot.work.conversation import Reply
from bot.work.saying.keyboard import Key, keyboard
from bot.work.saying.naming import place_name
from bot.work.visit import Visit

FORM = "usulan"
_PLACES = ("kecamatan", "desa")
_LONGEST, _BARE, _CLUE = 24, 5, 3  # words: that say so, and nothing but that; of a clause that tells where it is
_OFFERED = 4
#: By this name the draft keeps what was answered: the way on, and that the office was asked.
_TOLD, _ASKED = "tempat_tak_tahu", 2
_SHOWN = 200  # characters of the story in the question to the office
_CLAUSES = re.compile(r"[.,;\n]+")


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether they say that they do not know, where the kecamatan or the desa is asked, and no desa is told."""
    if not isinstance(heard, Typed) or FORM not in visit.conversations or not _says_so(visit, heard.text):
        return False
    draft = conversation.open_conversation(visit)
    if draft is None or draft.flow != FORM:
        return False
    scene = look(visit.office.catalog.flows[FORM], State.from_json(draft.state), visit.office.world(visit.now))
    if scene.asked is None or scene.asked.key not in _PLACES or "pending" in scene.state.pending:
        return False
    found = _named(scene, heard.text)
    if any(one.level != DUSUN for one in found):
        return False
    clue, state = _clue(visit, heard.text), scene.state
    state = rest.keep(scene, clue, heard.message) if clue else state
    told = int(state.about.get(_TOLD, 0))
    conversation.put_in(visit, replace(state, about={**state.about, _TOLD: max(told, 1)}))
    _say(visit, found, told)
    return True


def _named(scene: Scene, text: str) -> list[Entry]:
    """What stands in our lists; each clause by itself, and once."""
    parts = (part for part in (text, *_CLAUSES.split(text)) if part.strip())
    heard = (heard_in(part, scene.world.places, scene.world.spellings) for part in parts)
    return list(dict.fromkeys(chain.deepest for one in heard for chain in one.chains if chain.exact))


def _says_so(visit: Visit, text: str) -> bool:
    words = visit.office.catalog.world.which_kecamatan
    is_short = bool(words) and "?" not in text and len(text.split()) <= _LONGEST
    if not is_short:
        return False
    world, clauses = visit.office.catalog.world, _CLAUSES.split(text)
    said = [one for one in clauses if one_of(words["tak_tahu"]).search(one)]
    return any(len(one.split()) <= _BARE or one_of(_levels(world)).search(one) for one in said)


def _levels(world: World) -> frozenset[str]:
    places = world.spellings.places
    return frozenset({*places.kecamatan, *places.desa, *(f"{one}nya" for one in (*places.kecamatan, *places.desa))})


def _clue(visit: Visit, text: str) -> str:
    clauses = (one.strip() for one in _CLAUSES.split(text))
    return ", ".join(one for one in clauses if len(one.split()) >= _CLUE and not _says_so(visit, one))


def _say(visit: Visit, known: Sequence[Entry], told: int) -> None:
    """`told`: how often it was answered before; the office is asked once."""
    office: list[Key] = [(visit.text("tombol_carikan"), "m:carikan")] if told < _ASKED else []
    if not known:
        visit.say("tempat_tak_tahu", keyboard(office) if office else None, lagi=told)
        return
    places = [(one, place_name(visit.office, one.code)) for one in known[:_OFFERED]]
    here = [
        [(visit.text("tombol_tempat_itu", nama=one.name, tempat=place), f"m:tempat:{one.code}")]
        for one, place in places
    ]
    visit.say("tempat_mungkin", keyboard(*here, office))


def _open(visit: Visit) -> Scene | None:
    """The usulan whose place is asked for."""
    draft = visit.conversations.get(FORM)
    if draft is None:
        return None
    scene = look(visit.office.catalog.flows[FORM], State.from_json(draft.state), visit.office.world(visit.now))
    return scene if scene.asked is not None and scene.asked.key in _PLACES else None


async def choose(visit: Visit, desa: str, reply: Reply) -> None:
    """The landmark that was offered."""
    place = visit.office.catalog.places.find(desa)
    if place is None or _open(visit) is None:
        visit.stale()
        return
    above = visit.office.catalog.places.find(kecamatan_of(desa))
    await conversation.hear(visit, Typed(f"{place.name}, {above.name if above else ''}", 0), reply)


async def ask_office(visit: Visit) -> None:
    """*Minta dicarikan petugas*: whoever answers for that much of the map is asked, as with any question."""
    scene = _open(visit)
    if scene is None:
        visit.stale()
        return
    told = {key: answer.value for key, answer in scene.state.answers.items()}
    story, clue = (str(told.get(key, {}).get("text", "")) for key in ("cerita", "juga"))
    words = visit.office.plain("tempat_ditanyakan", cerita=in_short(story, _SHOWN), petunjuk=in_short(clue, _SHOWN))
    where = told["kecamatan"]["code"] if "kecamatan" in told else visit.office.catalog.places.kabupaten.code
    handed = await questions.hand_on(visit, words, where)
    if handed.to:
        conversation.put_in(visit, replace(scene.state, about={**scene.state.about, _TOLD: _ASKED}))
    visit.say("tempat_dicarikan", kepada=handed.to)
