"""Whoever fears that somebody sees what they say here: what stays on this telephone and how it is taken off it, that
nobody is told without them, and who helps. True at any time, before any consent, and whatever a form asks."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from bot.core.flow.correcting.said_to_go import is_of_other_hand
from bot.core.forms.heard import Heard, Typed, words_of
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either
from bot.core.understanding.where.hamlets import is_complaint
from bot.core.usulan.danger import Case, Found
from bot.store.queues import said
from bot.work import conversation
from bot.work.answering.in_need.offered import asks_to_erase
from bot.work.saying.keyboard import keyboard
from bot.work.usulan.dangers import apart, danger, danger_asked, told_on
from bot.work.usulan.dangers.closed import APART
from bot.work.usulan.reader_choice import PRIVATE
from bot.work.visit import Visit

_OWN, _STORY = "usulan", "cerita"
_SILENT = "diam"
_VIOLENCE, _MOOD, _PHONE, _FLED, _PAST = "kekerasan", "lagi", "hp", "pergi", "lewat"
_FEW, _LONGEST, _LETTERS = 7, 14, 100  # words; of so many letters one answered violence
_CLAUSE = re.compile(r"[,.;!?\n]+(?!\d)")


async def asked(visit: Visit, heard: Heard) -> str:
    """What of it they ask; empty where they do not. Words for the text of another form are its answer, and who shall
    not read the usulan that is open is kept there."""
    ear, of_them = visit.office.catalog.ear, _keeps_from_them(visit.office.catalog.world, words_of(heard))
    found = ear.traced(heard.text) if ear is not None and isinstance(heard, Typed) else ""
    fears = of_them and not conversation.asks_for_any_words(visit)
    found = _SILENT if fears else found
    if not found or (conversation.asks_for_any_words(visit) and not conversation.is_asked(visit, visit.journeys[_OWN])):
        return ""
    if _is_to_go(visit, words_of(heard)):
        return ""
    if found == _SILENT and await danger_asked.is_beside_call(visit, words_of(heard)):
        visit.say("bahaya.diam")
        return ""
    draft = visit.conversations.get(_OWN)
    has_readers = draft is not None and _STORY in draft.state.get("answers", {})
    return "" if found == _SILENT and has_readers and not fears else found


def _keeps_from_them(world: World, text: str) -> bool:
    """ "Nda mau ka dia tau": whom they fear names no reader, and "tau" does not say that they do not know."""
    words, seen, spoken = world.others_names, world.seen_by, key_of(text).split()
    if not words or len(spoken) > _FEW or seen["melihat"].isdisjoint(spoken) or "?" in text:
        return False
    found = _fears(seen["jangan_dia"], words["dia"] | words["siapa"], seen["melihat"]).search(text)
    return found is not None and world.away["tidak"].isdisjoint(key_of(found["along"] or "").split())


@lru_cache(maxsize=2)
def _fears(no: frozenset[str], them: frozenset[str], see: frozenset[str]) -> re.Pattern[str]:
    told = rf"\b(?:{either(no)})\W+(?:\w+\W+)?(?:{either(them)})\W+(?P<along>(?:\w+\W+)?)(?:{either(see)})\b"
    return re.compile(told, re.IGNORECASE)


def _is_to_go(visit: Visit, text: str) -> bool:
    """ "Maaf itu tadi suami yg pegang hp, jangan dicatat": what was told meanwhile is not to stand in what is open,
    which asks which part that is. Never beside violence."""
    about = [draft.state.get("about", {}) for draft in visit.conversations.values()]
    is_kept = any({PRIVATE, APART} & one.keys() for one in about)
    catalog = visit.office.catalog
    return bool(about) and not is_kept and is_of_other_hand(catalog.world, text) and not catalog.danger.find(text)


def is_alone(visit: Visit, heard: Heard) -> bool:
    """Whether they tell of nothing that is answered first, or goes on in its own way: a story beside it."""
    catalog, text = visit.office.catalog, words_of(heard)
    parts = [one for one in _CLAUSE.split(text) if catalog.ear is None or not catalog.ear.traced(one)]
    words = (word for part in parts for word in key_of(part).split())
    works = catalog.world.spellings.places.works
    tells = any(word in works or is_complaint(word, catalog.world) for word in words)
    return not tells and not apart.is_hurt(visit.office, text)


async def take_on(visit: Visit, heard: Heard) -> bool:
    """Whether it is about the violence that was told in this conversation before, in words that alone are only a mood
    ("dia pulang, sy takut"); nothing of it is kept."""
    if not isinstance(heard, Typed) or len(heard.text.split()) > _LONGEST:
        return False
    what, rest = visit.office.catalog.danger.at_home_in(heard.text)
    if what in ("", _PAST) or not is_alone(visit, replace(heard, text=rest)):
        return False
    if what == _MOOD and (_is_kept(visit, heard.text) or asks_to_erase(visit, heard.text)):
        return False
    if await danger_asked.meant(visit, heard):  # "jangan kabari", where that is asked
        return False
    case = next(one for one in visit.office.catalog.danger.cases if one.key == _VIOLENCE)
    if not await visit.look_up(said.says_one, visit.turn.lane, _answered(visit, case), _LETTERS):
        return False
    if what in (_PHONE, _SILENT):
        tell(visit, what)
    elif not await told_on.pass_violence_on(visit, heard.text, is_over=what == _FLED):
        await _answer_on(visit, heard.text, case, fled=what == _FLED)
    return True


async def _answer_on(visit: Visit, text: str, case: Case, *, fled: bool) -> None:
    """Of a threat now it is asked once more whether somebody may be told."""
    if fled:
        visit.say("bahaya.sudah_pergi", _way_on(visit), hubungi=danger.whom_to_call(visit))
        return
    is_now = danger_asked.is_pressing(visit.office, text) or bool(await danger_asked.waiting_words(visit))
    danger.say_whom_to_call(visit, [Found(case, "", mild=False)], {}, keys=None if is_now else _way_on(visit))
    if is_now:
        await told_on.go_on(visit, case.key, text)


def _is_kept(visit: Visit, text: str) -> bool:
    """Whether a draft that tells of it keeps what goes on with it."""
    about = (draft.state.get("about", {}).keys() for draft in visit.conversations.values())
    return any({PRIVATE, APART} & one for one in about) and visit.office.catalog.danger.goes_on(text)


def _answered(visit: Visit, case: Case) -> str:
    """By what a letter is known that said whom to call."""
    return visit.text(f"bahaya.{case.key}", hubungi=danger.whom_to_call(visit)).partition("\n")[0]


def tell(visit: Visit, what: str) -> None:
    """The form asks nothing now: it goes on when they want it."""
    visit.say("bahaya.jejak", _way_on(visit), diam=what == _SILENT, hubungi=danger.whom_to_call(visit))


def _way_on(visit: Visit) -> dict[str, Any]:
    return keyboard([(visit.text("tombol_lanjutkan"), "m:lanjut")])
