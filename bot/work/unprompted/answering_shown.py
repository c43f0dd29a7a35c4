"""What somebody with a role types under a question of a villager that they opened, or under what a recipient wrote back
to their announcement, and that is nothing else: it is asked whether it is the answer. So it is within the day where
whoever wrote back is named. On *Bukan* it goes the way that it would have gone."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.forms.heard import Heard, Sent, Typed, to_json
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.forms.writing import in_short, is_bare, is_question, key_of
from bot.core.listening.rules import QUESTION
from bot.store.people import conversations
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.answering import naming, questions
from bot.work.broadcasts.answers import answered, passed_on, replies
from bot.work.deciding import told_by_words
from bot.work.saying.keyboard import number
from bot.work.unprompted import nothing_open
from bot.work.visit import Visit

FORM = "jawab_ini"
_OF_VILLAGER, _OF_RECIPIENT = "q:jawab:", "a:jawab:"
#: What an answer may begin with.
_ANSWERS = frozenset({"ya", "tidak", "tidak_ada", "tidak_tahu", "basa_basi", "salam", "terima_kasih", "nanti"})
#: What tells of a day or a meeting, as answers do.
_DATED = frozenset({"kerja_tetapkan", "kerja_pindah"})
_FEWEST, _SHOWN, _SENTENCE, _POINTS = 2, 1000, 5, 8  # words of an answer; characters; words; that only point


async def take_dated(visit: Visit, heard: Typed | Sent) -> bool:
    """Before whoever sets dates: a sentence with a day in it may be the answer to what stands there."""
    waiting = await answered.asked_for_hour(visit, heard) if isinstance(heard, Typed) else []
    if isinstance(heard, Typed) and len({one.person_id for one in waiting}) > 1:
        answered.ask_whom(visit, waiting, heard.text)
        return True
    if isinstance(heard, Typed) and waiting:
        _ask(visit, heard, {"balasan": waiting[0].id, "dari_siapa": waiting[0].name})
        return True
    is_sentence = isinstance(heard, Typed) and len(heard.text.split()) >= _SENTENCE
    return is_sentence and await take(visit, heard, beside=_DATED)


async def hold_open(visit: Visit, heard: Typed | Sent) -> bool:
    """What is typed where the answer is asked for is the answer; what sounds like a question or an order as well is
    shown once before it goes."""
    draft = conversation.open_conversation(visit)
    if draft is None or not isinstance(heard, Typed) or nothing_open.is_plain(visit, heard):
        return False
    begins = heard.text.partition(",")[0]  # "boleh, dengan surat tugas"
    is_bare_yes = is_bare(begins, visit.office.catalog.world) and not heard.text.rstrip().endswith("?")
    is_sentence = len(heard.text.split()) < _FEWEST or may_answer(visit, heard.text, _DATED)
    if (is_bare_yes or is_sentence) and not only_points(visit, heard.text):
        return False
    about = await _about(visit, *next(iter(draft.state["about"].items())))
    if about:
        conversations.end(visit.turn, draft.flow)
        _ask(visit, heard, about)
    return bool(about)


def only_points(visit: Visit, text: str) -> bool:
    """ "Iya itu", "seperti tadi": whoever asked did not read what it points to."""
    world, spoken = visit.office.catalog.world, re.findall(r"\w+", key_of(text))
    known = world.own_matters
    points = known["tunjuk_balik"]
    small = points | known["tunjuk_jawaban"] | known["samping_tunjuk"] | world.nodding | world.oneself
    return len(spoken) <= _POINTS and not points.isdisjoint(spoken) and {*spoken} <= small


def is_asked(visit: Visit) -> bool:
    return conversation.is_asked(visit, questions.ANSWERING) or conversation.is_asked(visit, replies.ANSWERING)


async def take(visit: Visit, heard: Typed | Sent, beside: frozenset[str] = frozenset()) -> bool:
    """`beside`: what else these words may sound like."""
    if not visit.grants or not isinstance(heard, Typed) or nothing_open.is_plain(visit, heard):
        return False
    if not may_answer(visit, heard.text, beside):
        return False
    if FORM in visit.conversations and not await goes_with(visit, heard.text):
        return False  # it passed by the answer that waits, which stays as it is
    about = await _named(visit, heard.text) or await _shown_to(visit)
    if about:
        _ask(visit, heard, about)
    return bool(about)


def _ask(visit: Visit, heard: Typed, about: Mapping[str, Any]) -> None:
    nothing_open.ask(visit, JOURNEY, heard, **about, **_shown(visit, heard.text))


def _shown(visit: Visit, text: str) -> dict[str, Any]:
    """What would be sent, and whether everybody is to have it."""
    answer, is_for_all = passed_on.split(visit, text)
    return {"isi": in_short(answer, _SHOWN), "semua": is_for_all}


async def _shown_to(visit: Visit) -> dict[str, Any]:
    """The one whose *Jawab* stands there, and what they are known by; empty where there is none, or several."""
    keys = [data for letter in await visit.letters() for _, data in letter.keys]
    found = {data for data in keys if data.startswith((_OF_VILLAGER, _OF_RECIPIENT))}
    data = found.pop() if len(found) == 1 else ""
    which = number(data.removeprefix(_OF_VILLAGER).removeprefix(_OF_RECIPIENT))
    if which is None:
        return {}
    return await _about(visit, "balasan" if data.startswith(_OF_RECIPIENT) else "pertanyaan", which)


async def _about(visit: Visit, kind: str, which: int) -> dict[str, Any]:
    if kind == "balasan":
        reply = await replies.waiting(visit, which)
        return {"balasan": reply.id, "dari_siapa": reply.name} if reply is not None else {}
    one = await questions.open_one(visit, which) if allowed(button("q"), visit.grants) else None
    return {"pertanyaan": one.id, "dari_siapa": one.name} if one is not None else {}


async def _named(visit: Visit, text: str) -> dict[str, Any]:
    """Who wrote back within the day and is named, where that is one."""
    found = await answered.named_lately(visit, text)
    return {"balasan": found.id, "dari_siapa": found.name} if found is not None else {}


def may_answer(visit: Visit, text: str, beside: frozenset[str] = frozenset()) -> bool:
    """A sentence that does nothing here. What sounds like a question that we answer, and asks nothing, is one."""
    done = {act.name for act in visit.acts(text, "work").done if not act.name.startswith(QUESTION)}
    asks = is_question(text, visit.office.catalog.world, free=False)
    return len(text.split()) >= _FEWEST and not asks and done <= _ANSWERS | beside


async def _more(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """What goes on is joined, also where it sounds like a question that we answer and asks nothing, and all that would
    be sent is shown again. Danger is answered at once."""
    if not isinstance(heard, Typed) or visit.office.catalog.danger.find(heard.text):
        return await nothing_open.more(visit, before, heard, step)
    if await _is_for_all(visit, before, heard):
        return True
    if not (nothing_open.goes_on(heard, step) or (step.wishes and may_answer(visit, heard.text))):
        return False
    await visit.settle(f"f:{before.draft}:")
    waits = [] if only_points(visit, _whole(before.about)) else before.about["kata"]
    about = {**before.about, "kata": [*waits, to_json(heard)]}
    conversation.start(visit, JOURNEY, about=about | _shown(visit, _whole(about)))
    return True


async def _is_for_all(visit: Visit, before: State, heard: Typed) -> bool:
    """ "Kirim jawaban itu ke semua": the yes, and more."""
    names = {*key_of(before.about["dari_siapa"]).split()}
    if "balasan" not in before.about or not passed_on.is_said(visit, heard.text, names):
        return False
    conversations.end(visit.turn, FORM)
    words = [*before.about["kata"], to_json(heard)]
    await _answer(visit, {**before.about, "kata": words})
    return True


def _whole(about: Mapping[str, Any]) -> str:
    return "\n".join(one.text for one in nothing_open.words_put_by(about) if isinstance(one, Typed))


async def goes_with(visit: Visit, text: str) -> bool:
    """Whether it may be more of the answer. Of another usulan, or that somebody was told in person, is an errand of its
    own."""
    is_errand = naming.may_name(visit.office, text) or await told_by_words.is_said(visit, text)
    return not is_errand and may_answer(visit, text)


async def _answer(visit: Visit, about: Mapping[str, Any]) -> Sequence[Typed | Sent]:
    words = _whole(about)
    if "balasan" in about:
        await replies.answer(visit, int(about["balasan"]), words)
    else:
        await questions.send_answer(visit, int(about["pertanyaan"]), words)
    return ()


JOURNEY = nothing_open.whether(FORM, _answer, "dari_siapa", "isi", "semua", heed=_more)
