"""Whoever fears that somebody sees what they say here: what stays on this telephone and how it is taken off it, that
nobody is told without them, and who helps. True at any time, before any consent, and whatever a form asks."""

import re

from bot.core.forms.heard import Heard, Typed, words_of
from bot.core.forms.writing import key_of
from bot.core.understanding.where.hamlets import is_complaint
from bot.work import conversation
from bot.work.saying.keyboard import keyboard
from bot.work.usulan.dangers import apart, danger
from bot.work.visit import Visit

_OWN, _STORY = "usulan", "cerita"
_SILENT = "diam"
_SENTENCE = re.compile(r"[.;!?\n]+")


def asked(visit: Visit, heard: Heard) -> str:
    """What of it they ask; empty where they do not. Words for the text of another form are its answer, and who shall
    not read the usulan that is open is kept there."""
    ear = visit.office.catalog.ear
    found = ear.traced(heard.text) if ear is not None and isinstance(heard, Typed) else ""
    if not found or (conversation.asks_for_any_words(visit) and not conversation.is_asked(visit, visit.journeys[_OWN])):
        return ""
    draft = visit.conversations.get(_OWN)
    has_readers = draft is not None and _STORY in draft.state.get("answers", {})
    return "" if found == _SILENT and has_readers else found


def is_alone(visit: Visit, heard: Heard) -> bool:
    """Whether they tell of nothing that is answered first, or goes on in its own way: a story beside it."""
    catalog, text = visit.office.catalog, words_of(heard)
    parts = [one for one in _SENTENCE.split(text) if catalog.ear is None or not catalog.ear.traced(one)]
    words = (word for part in parts for word in key_of(part).split())
    works = catalog.world.spellings.places.works
    tells = any(word in works or is_complaint(word, catalog.world) for word in words)
    return not tells and not apart.is_hurt(visit.office, text)


def tell(visit: Visit, what: str) -> None:
    """The form asks nothing now: it goes on when they want it."""
    call = [{"nama": one.name, "nomor": one.number} for one in danger.who_helps(visit.office, {})]
    visit.say(
        "bahaya.jejak", keyboard([(visit.text("tombol_lanjutkan"), "m:lanjut")]), diam=what == _SILENT, hubungi=call
    )
