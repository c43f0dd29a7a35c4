"""*Titip*, begun while another one is unfinished: until it is chosen whose it is, nothing that is said goes into the
old one. It waits, and goes to whichever is chosen."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from bot.core.forms.heard import FileRef, Heard, Pressed, Sent, Typed, words_of
from bot.core.forms.state import State
from bot.core.forms.writing import in_short, key_of
from bot.core.records import Conversation
from bot.store.people import conversations
from bot.work import conversation
from bot.work.conversation import Reply
from bot.work.saying.keyboard import keyboard
from bot.work.saying.left_off import where_left
from bot.work.usulan.dangers import danger
from bot.work.usulan.reader_choice import PRIVATE
from bot.work.visit import Visit

FORM = "titip"
#: By this name the old draft keeps that it is being chosen: the place that their role tells, and what was said since.
_CHOOSING = "orang_mana"
_SHOWN = 60  # characters


def ask(visit: Visit, draft: Conversation, known: Mapping[str, Any], whose: str) -> None:
    """`whose`: the name of the one whose titip is unfinished."""
    waits = draft.state.get("about", {}).get(_CHOOSING, {"dikatakan": []})
    _keep(visit, draft, {**waits, "tempat": dict(known), "siapa": whose})
    where = where_left(visit.office, draft)
    visit.say("titip_masih_terbuka", _either(visit), siapa=whose, **where)


async def heed(visit: Visit, before: State, heard: Heard) -> bool:
    """False where nothing is being chosen, and for an old message that is edited, which has its place."""
    waits = before.about.get(_CHOOSING)
    if waits is None or (not isinstance(heard, Pressed) and heard.edited):
        return False
    if isinstance(heard, Pressed):  # a button of the old form
        return await go_on(visit, _unanswered, heard)
    chosen = _chosen(visit, heard)
    if chosen == "tadi":
        return await go_on(visit, _unanswered)
    if chosen == "baru":
        await begin_anew(visit, waits["tempat"], _unanswered)
        return True
    danger.answer_first_words(visit, heard)
    _keep(visit, visit.conversations[FORM], {**waits, "dikatakan": [*waits["dikatakan"], asdict(heard)]})
    words = words_of(heard)
    quoted = "" if visit.office.catalog.danger.find(words) else in_short(words, _SHOWN)
    visit.say("titip_untuk_siapa", _either(visit), kata=quoted, siapa=waits["siapa"])
    return True


async def go_on(visit: Visit, reply: Reply, *more: Heard) -> bool:
    """With the old one, and what was said since; False where nothing is being chosen."""
    draft = visit.conversations.get(FORM)
    waits = draft.state.get("about", {}).get(_CHOOSING) if draft is not None else None
    if draft is None or waits is None:
        return False
    _keep(visit, draft, None)
    said = [*more, *map(heard_from, waits["dikatakan"])]
    for heard in said:
        await conversation.hear(visit, heard, reply)
    return bool(said) or await conversation.resume(visit)


def put_away(visit: Visit) -> bool:
    """Whether it was being chosen: whoever opened it by mistake has the old one as it was."""
    draft = visit.conversations.get(FORM)
    is_chosen = draft is not None and _CHOOSING in draft.state.get("about", {})
    if draft is not None and is_chosen:
        _keep(visit, draft, None)
    return is_chosen


async def begin_anew(visit: Visit, known: Mapping[str, Any], reply: Reply) -> None:
    """In the place of the old one, with what was said since: the first of it answers the first question, but for what
    tells of a danger, which is no name."""
    draft, journey = visit.conversations.get(FORM), visit.journeys[FORM]
    waits = draft.state.get("about", {}).get(_CHOOSING, {}) if draft is not None else {}
    said = [heard_from(told) for told in waits.get("dikatakan", [])]
    conversations.end(visit.turn, FORM)
    found = visit.office.catalog.danger.find(words_of(said[0])) if said else ()
    if said and not found:
        await conversation.start_with_answer(visit, journey, known, {}, said.pop(0))
    else:
        about = {PRIVATE: True} if any(one.case.private for one in found) else {}
        conversation.start(visit, journey, known, about=about, spoken=said[:1])
    for heard in said[1:] if found else said:
        await conversation.hear(visit, heard, reply)


async def _unanswered(_visit: Visit, _act: str, _words: str) -> bool:
    return False


def _either(visit: Visit) -> dict[str, Any]:
    goes_on, anew = (visit.text("tombol_lanjutkan_tadi"), "m:lanjut"), (visit.text("tombol_titip_baru"), "m:titip")
    return keyboard([goes_on], [anew])


def _chosen(visit: Visit, heard: Typed | Sent) -> str:
    """ "Yang tadi", "orang baru": a button's own words, with those of the question around them; empty for anything
    else."""
    said = set(key_of(heard.text).split()) if isinstance(heard, Typed) else set()
    old, new = (set(key_of(visit.text(name)).split()) for name in ("tombol_lanjutkan_tadi", "tombol_titip_baru"))
    around = set(key_of(visit.text("titip_kata_sekitar")).split()) | (old & new)
    left = said - around
    if not left:
        return ""
    return "tadi" if left <= old else "baru" if left <= new else ""


def _keep(visit: Visit, draft: Conversation, waits: Mapping[str, Any] | None) -> None:
    about = {key: told for key, told in draft.state.get("about", {}).items() if key != _CHOOSING}
    about |= {} if waits is None else {_CHOOSING: waits}
    conversations.keep(visit.turn, replace(draft, state=draft.state | {"about": about}, touched_at=visit.now))


def heard_from(told: Mapping[str, Any]) -> Typed | Sent:
    """What was said, as a draft keeps it."""
    if "what" not in told:
        return Typed(**told)
    file, point = told["file"], told["point"]
    return Sent(**{**told, "file": FileRef(**file) if file else None, "point": tuple(point) if point else None})
