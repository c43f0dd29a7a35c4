"""The story of somebody else, told beside an usulan that is open ("ini mi saya nurdin, kambing banyak mati"): nothing
of it goes into that one. It waits there, and becomes one of its own when that one is sent or given up."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.core.flow.heard.ones_own import of_ones_own
from bot.core.flow.rest import FEWEST_AT_REVIEW
from bot.core.flow.scene import REVIEW, Scene
from bot.core.forms.heard import Sent, Typed, words_of
from bot.core.forms.state import State
from bot.core.forms.writing import is_question, key_of
from bot.core.spelt import one_of
from bot.core.usulan.who_speaks import settled
from bot.work import conversation
from bot.work.conversation import Reply
from bot.work.saying.keyboard import keyboard
from bot.work.saying.left_off import where_left
from bot.work.usulan.dangers import danger
from bot.work.usulan.reader_choice import PRIVATE
from bot.work.usulan.voices import name_question
from bot.work.usulan.voices.name_question import FORM
from bot.work.usulan.voices.stories_beside import WAITING, kept
from bot.work.usulan.voices.which_voice import heard_from
from bot.work.visit import Visit

#: By this one, that it is asked of the last of them whether it is another usulan.
_ASKED = "cerita_siapa"
#: Who was said to speak next.
_TURN = "giliran"
_PLACE = ("kecamatan", "desa")
_WORD = re.compile(r"\w+")
_FEW = 6  # words that only say whether it is another
_YES, _NO = ("ya", "kirim", "lanjut"), ("tidak",)


def _with(state: State, stories: Sequence[Mapping[str, Any]], *, asked: bool = False) -> State:
    about = {key: told for key, told in state.about.items() if key not in (WAITING, _ASKED)}
    about |= {WAITING: list(stories)} if stories else {}
    return replace(state, about=about | ({_ASKED: True} if asked else {}))


def is_turn(state: State) -> bool:
    """Whether somebody else was said to speak next."""
    return bool(state.about.get(_TURN))


def give_turn(visit: Visit, state: State, name: str) -> None:
    conversation.put_in(visit, replace(state, about={**state.about, _TURN: name}))
    visit.say("suara_giliran", nama=name)


def take_turn(visit: Visit, state: State, heard: Typed | Sent) -> None:
    """Their words, of which it is asked whether they are another usulan."""
    name = str(state.about[_TURN])
    state = replace(state, about={key: told for key, told in state.about.items() if key != _TURN})
    ask(visit, state, name, heard)


def is_asked(state: State) -> bool:
    return bool(state.about.get(_ASKED))


def ask(visit: Visit, state: State, name: str, heard: Typed | Sent) -> None:
    """Whether it is another usulan; until that is told, what follows goes on with it."""
    danger.answer_first_words(visit, heard)
    _ask(visit, _with(state, kept(state, [heard], name).about[WAITING], asked=True))


def _ask(visit: Visit, state: State) -> None:
    conversation.put_in(visit, state)
    other, same = (visit.text("tombol_cerita_lain"), "v:lain"), (visit.text("tombol_cerita_tadi"), "v:tadi")
    first = where_left(visit.office, visit.conversations[FORM])["awal"]
    visit.say("suara_cerita_lain", keyboard([other], [same]), nama=state.about[WAITING][-1]["nama"], awal=first)


async def hear(visit: Visit, state: State, heard: Typed | Sent, reply: Reply) -> bool:
    """While it is asked: the answer, or what goes on with that story. False for a word that does something."""
    does = visit.office.catalog.world.words.get(key_of(heard.text)) if isinstance(heard, Typed) else None
    chosen = _chosen(visit, heard, does, state.about[WAITING][-1]["nama"])
    if chosen:
        return await choose(visit, chosen, reply)
    if does is not None:
        return False
    danger.answer_first_words(visit, heard)
    _ask(visit, _with(state, _longer(state, heard), asked=True))
    return True


def _longer(state: State, heard: Typed | Sent) -> list[Mapping[str, Any]]:
    """The stories that wait, the last of them with this."""
    *others, last = state.about[WAITING]
    return [*others, {**last, "dikatakan": [*last["dikatakan"], asdict(heard)]}]


async def goes_on(visit: Visit, state: State, scene: Scene, heard: Typed) -> bool:
    """Over the card of the first, which only waits for *Kirim*, whoever has just told another story goes on with it;
    False for what sends, changes or asks."""
    ear, waits = visit.office.catalog.world.ear, state.about.get(WAITING)
    if not waits or not waits[-1]["nama"] or scene.target != REVIEW or ear is None:
        return False
    if len(heard.text.split()) < FEWEST_AT_REVIEW or is_question(heard.text, scene.world, free=False):
        return False
    if ear.hear(heard.text, "review").done or ear.corrects(heard.text) or ear.named(heard.text):
        return False
    danger.answer_first_words(visit, heard)
    conversation.put_in(visit, _with(state, _longer(state, heard)))
    visit.say("suara_cerita_ditambah", nama=waits[-1]["nama"])
    return await conversation.resume(visit)


def _chosen(visit: Visit, heard: Typed | Sent, does: str | None, whose: str) -> str:
    """ "Usulan lain", "masih yang tadi", a yes or a no; empty for anything else."""
    if does is not None or not isinstance(heard, Typed):
        return "lain" if does in _YES else "tadi" if does in _NO else ""
    world = visit.office.catalog.world
    if settled(world, heard.text, f"{visit.me.name} {whose}", {}) in ("pinjam", "ganti"):
        return "lain"
    parts = one_of(world.naming_voice["pisah"]).search(heard.text)  # "pisahkan, yg kandang itu punya kadir sendiri"
    if parts or of_ones_own(heard.text, world) == "":
        return "lain"
    words, told = world.naming_voice, set(_WORD.findall(key_of(heard.text))) - set(key_of(whose).split())
    if told & words["campur"] and len(told) <= _FEW:  # "jangan dicampur! yg haris sendiri"
        return "lain" if told & words["bukan"] else "tadi"
    if not told <= words["beda"] | words["sama"] | words["sekitar"] | world.another["iringan"] | world.nodding:
        return ""
    other, same = bool(told & words["beda"]), bool(told & words["sama"])
    return "" if other == same else "lain" if other else "tadi"


async def choose(visit: Visit, what: str, reply: Reply) -> bool:
    """*Usulan lain*, *Masih usulan yang tadi*; False where nothing of that is asked."""
    draft = visit.conversations.get(FORM)
    state = State.from_json(draft.state) if draft is not None else None
    if state is None or not is_asked(state) or what not in ("lain", "tadi"):
        return False
    *others, last = state.about[WAITING]
    if what == "lain":
        conversation.put_in(visit, _with(state, [*others, last]))
        visit.say("suara_cerita_disimpan", nama=last["nama"])
        await conversation.resume(visit)
        return True
    conversation.put_in(visit, _with(state, others))
    for heard in map(heard_from, last["dikatakan"]):
        await conversation.hear(visit, heard, reply)
    now = name_question.open_draft(visit)
    if now is not None and last["nama"]:
        name_question.ask(visit, now, last["nama"])
    return True


def begin_next(visit: Visit, state: State) -> None:
    """The first of those that waited beside this draft, which is over; the others wait beside it."""
    if not state.about.get(WAITING):
        return
    first, *others = state.about[WAITING]
    said, name = [heard_from(told) for told in first["dikatakan"]], first["nama"]
    found = visit.office.catalog.danger.find("\n".join(map(words_of, said)))
    about = {WAITING: others, PRIVATE: any(one.case.private for one in found)}
    told = {key: value for key, value in about.items() if value}
    visit.say("suara_cerita_mulai", nama=name)
    place = {key: state.answers[key].value for key in _PLACE if key in state.answers}
    where: dict[str, Any] = {"offered": visit.me.place} if state.flow == FORM else {"known": place}
    conversation.start(visit, visit.journeys[state.flow], about=told, spoken=said, alone=True, **where)
    now = name_question.open_draft(visit)
    if now is not None and name not in ("", visit.me.name, visit.text("suara_orang_itu")):
        name_question.ask(visit, now, name)


async def left(visit: Visit, state: State) -> None:
    """Of a draft that is given up they are none."""
    begin_next(visit, state)
