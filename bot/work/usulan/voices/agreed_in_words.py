"""What is said where a titip asks whether its voice agrees: it is about that and nothing else. What does not answer is
asked again; it is no wish, and no part of the story where it speaks of agreeing."""

import re
from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.rest import AHEAD, FEWEST_WORDS
from bot.core.flow.scene import look
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Flow, Offer
from bot.core.forms.say import Step, Words
from bot.core.forms.state import Answer, State
from bot.core.forms.writing import in_short, key_of
from bot.core.spelt import one_of
from bot.core.stories.several import names_thing
from bot.core.understanding.choosing import CLAUSE
from bot.core.understanding.witnesses import named_in
from bot.core.usulan.witness import is_the_writer
from bot.work import conversation
from bot.work.visit import Visit

_AGREED, _WITNESS, _BY_WITNESS = "suara_setuju", "suara_saksi", "saksi"
#: Whether they agree, and by what that is known; and what is asked before, where words of agreeing may come early.
_PRESSED, _BEFORE = (_AGREED, "suara_rekaman", _WITNESS), ("suara_jenis", "suara_umur", "suara_wali")
_AGE, _GUARDIAN, _CHILD, _OWN = "suara_umur", "suara_wali", "anak", (_AGREED, _WITNESS)
_SHOWN, _LONGEST = 60, 12  # characters; words
_ENTRUSTED = "titip"
#: Where it is read to them, or soon will be.
_SHOWN_TO = frozenset({*_PRESSED, *_BEFORE, "umur", "wali", "setuju", "setuju_wali"})


async def heed(visit: Visit, flow: Flow, before: State, heard: Heard, step: Step) -> bool:
    """Whether these words went elsewhere, and are asked about instead."""
    if not isinstance(heard, Typed) or "?" in heard.text or step.ended:
        return False
    scene = look(flow, before, visit.office.world(visit.now))
    asked = scene.asked.key if scene.asked is not None else ""
    if await show_to_the_deaf(visit, asked, before, heard.text):
        return True
    if asked == _WITNESS and is_the_writer(heard.text, visit.me.name, visit.office.catalog.world.oneself):
        visit.say("titip_saksi_sendiri")
        return True
    if asked in (_GUARDIAN, _AGREED) and _CHILD in _age_told(before) and _is_away(visit, heard.text):
        return await _wait_for_parent(visit, asked, before, heard)
    if asked in (_AGREED, _WITNESS) and (name := _witness_in(visit, heard.text)):
        return await _keep_witness(visit, flow, before, name, heard.message)
    if asked in _BEFORE and _is_ahead(visit, heard.text, step):
        return await _keep_ahead(visit, flow, before, asked, heard)
    is_told = asked in step.state.answers and not (asked == _WITNESS and _agrees(visit, _spoken(heard.text)))
    if is_told or not _is_of_it(visit, asked, heard.text, before, step):
        return False
    spoken = _spoken(heard.text)
    tells = len(spoken) >= FEWEST_WORDS and visit.office.catalog.world.consenting["kata"].isdisjoint(spoken)
    state = rest.keep(scene, heard.text, heard.message) if tells else before
    why = "titip_soal_setuju" if asked == _AGREED else "titip_soal_bukti"
    shown = {"kata": in_short(heard.text, _SHOWN), "disimpan": state is not before}
    conversation.put_in(visit, state)
    asks_how = asked == _AGREED and _agrees(visit, spoken)
    return await conversation.resume(visit, Words("titip_setuju_bagaimana") if asks_how else Words(why, shown))


async def show_to_the_deaf(visit: Visit, asked: str, before: State, text: str) -> bool:
    """ "Nda bisa dibacakan kak dia tuli": it is shown to them, and they agree in their own way. A story that tells of
    somebody deaf is none of that."""
    world = visit.office.catalog.world
    if asked not in _SHOWN_TO or len(text.split()) > _LONGEST or names_thing(text, world.spellings.stories):
        return False
    if not one_of(world.consenting["tak_mendengar"]).search(text) or not _spoken(text).isdisjoint(_works(visit)):
        return False
    conversation.put_in(visit, before)
    return await conversation.resume(visit, Words("setuju_diperlihatkan", {"titip": before.flow == _ENTRUSTED}))


def _works(visit: Visit) -> tuple[str, ...]:
    return visit.office.catalog.world.spellings.places.works


def _age_told(state: State) -> tuple[str, ...]:
    return (state.answers[_AGE].value["value"],) if _AGE in state.answers else ()


def _is_away(visit: Visit, text: str) -> bool:
    return one_of(visit.office.catalog.world.consenting["tak_di_sini"]).search(key_of(text)) is not None


async def _wait_for_parent(visit: Visit, asked: str, before: State, heard: Typed) -> bool:
    """ "Orang tuanya tidak ada di sini, ibunya namanya Nurmi": nobody else says yes for a child; what is told waits."""
    words = re.findall(r"[\w'’]+", heard.text)
    named = visit.office.catalog.world.entrusting["bernama"]
    at = next((at for at, word in enumerate(words) if word.lower() in named), len(words))
    name = " ".join(words[at + 1 :][:2]) if asked == _GUARDIAN else ""
    visit.say("titip_wali_jauh")
    conversation.put_in(visit, before)
    if name:
        return await conversation.hear(visit, Typed(name, heard.message), _unanswered)
    return await conversation.resume(visit)


def _is_ahead(visit: Visit, text: str, step: Step) -> bool:
    """That they agree, or who saw it, and nothing of what is asked just now."""
    spoken = _spoken(text)
    is_short = len(text.split()) <= _LONGEST and not step.wishes
    return is_short and _agrees(visit, spoken) and not visit.office.catalog.world.consenting["pasti"].isdisjoint(spoken)


async def _keep_ahead(visit: Visit, flow: Flow, before: State, asked: str, heard: Typed) -> bool:
    """It waits for its own question, which is asked later; who is named behind it answers whose child it is."""
    words = visit.office.catalog.world.consenting
    clauses = [clause.strip(" ,;.") for clause in CLAUSE.findall(heard.text)]
    left = [one for one in clauses if words["kata"].isdisjoint(_spoken(one))]
    said = ", ".join(one for one in clauses if one not in left)
    witness = _witness_in(visit, heard.text)
    state = rest.wait(before, _AGREED, _by_witness(flow).label if witness else said, heard.message)
    conversation.put_in(visit, rest.wait(state, _WITNESS, witness, heard.message) if witness else state)
    name = _called(visit, left[0]) if len(left) == 1 and asked == _GUARDIAN else ""
    if name:
        return await conversation.hear(visit, Typed(name, heard.message), _unanswered)
    return await conversation.resume(visit, Words("titip_setuju_nanti", {"kata": in_short(said, _SHOWN)}))


def _called(visit: Visit, text: str) -> str:
    """ "Namanya bu Rahma"."""
    beside = visit.office.catalog.world.in_the_field["ini"]
    return " ".join(word for word in text.split() if key_of(word) not in beside)


def of_grown_ups(step: Step) -> Step:
    """For a child the one beside them is asked: what was agreed to before that was known agrees to nothing."""
    age, waits = step.state.answers.get(_AGE), step.state.about.get(AHEAD, {})
    if _AGE not in step.changed or age is None or age.value["value"] != _CHILD or waits.keys().isdisjoint(_OWN):
        return step
    left = {key: told for key, told in waits.items() if key not in _OWN}
    return replace(step, state=replace(step.state, about={**step.state.about, AHEAD: left}))


def _witness_in(visit: Visit, text: str) -> str:
    """ "Saksinya ada" names nobody."""
    world = visit.office.catalog.world
    name = named_in(text, world.in_the_field)
    return name if _spoken(name) - world.consenting["tak_bernama"] - world.consenting["kata"] - world.nodding else ""


async def _keep_witness(visit: Visit, flow: Flow, before: State, name: str, message: int) -> bool:
    """ "Ada saksi Hartati", where it is asked whether they agree, or who saw it: both are told, and nothing else."""
    if is_the_writer(name, visit.me.name, visit.office.catalog.world.oneself):
        visit.say("titip_saksi_sendiri")
        return True
    offer = _by_witness(flow)
    told = Answer({"value": offer.value, "label": offer.label}, (message,))
    conversation.put_in(visit, before.give(_AGREED, told))
    return await conversation.hear(visit, Typed(name, message), _unanswered)


def _by_witness(flow: Flow) -> Offer:
    agreed = flow.question(_AGREED)
    assert agreed is not None
    found: Offer = next(one for one in agreed.params.options if one.value == _BY_WITNESS)
    return found


async def _unanswered(_visit: Visit, _act: str, _words: str) -> bool:
    return False


def _is_of_it(visit: Visit, asked: str, text: str, before: State, step: Step) -> bool:
    """Of agreeing, whatever else it may sound like; or it would be kept somewhere else."""
    spoken, words = _spoken(text), visit.office.catalog.world.consenting
    if asked in _PRESSED and _agrees(visit, spoken):
        return True
    is_near = asked in _PRESSED or (asked in _BEFORE and not words["pasti"].isdisjoint(spoken))
    return is_near and not step.wishes and _went_elsewhere(before, step.state)


def _agrees(visit: Visit, spoken: set[str]) -> bool:
    words = visit.office.catalog.world.consenting
    return not words["kata"].isdisjoint(spoken) and words["tidak"].isdisjoint(spoken)


def _spoken(text: str) -> set[str]:
    return {*key_of(text).replace(",", " ").split()}


def _went_elsewhere(before: State, after: State) -> bool:
    """To an answer that nobody asked for, or to one that will be asked."""
    return after.answers != before.answers or after.about.get(AHEAD) != before.about.get(AHEAD)
