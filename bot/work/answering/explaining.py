"""What is explained at length is not explained twice running in the same words; what something is asked for is told of
that very thing. Who grumbles that they are asked again ("kenapa ditanya lagi kan sdh kubilang") hears what is kept."""

from dataclasses import replace
from typing import Any

from bot.core.forms.writing import in_short
from bot.core.spelt import one_of
from bot.store.people import conversations
from bot.work import conversation
from bot.work.answering.ground import Ground, fact
from bot.work.people.people import awaits_guardian
from bot.work.visit import Visit

#: By this name a draft keeps what was explained in it last.
_TOLD_LAST = "dijelaskan"
_FORM, _SHOWN = "usulan", 80  # characters of an answer
#: So begin the sorts of what is asked for; of the grown-up beside a child only where one is waited for.
_FOR, _GUARDIAN = "untuk_", "pendamping"


def is_told_again(visit: Visit, what: str) -> bool:
    """Whether the open draft was told this last, lately; from now on it was."""
    draft = conversation.open_conversation(visit)
    if draft is None:
        return False
    about = draft.state.get("about", {})
    again = bool(about.get(_TOLD_LAST) == what) and not conversation.is_long_ago(visit, draft)
    if not again:
        state = {**draft.state, "about": {**about, _TOLD_LAST: what}}
        conversations.keep(visit.turn, replace(draft, state=state))
    return again


@fact
async def dibilang(ground: Ground) -> bool:
    """Whether they say that they told it, while an usulan is being told."""
    said = ground.visit.office.catalog.world.pointing_back
    points = any(one_of(said[sort]).search(ground.text.lower()) for sort in ("kata", "akhir") if sort in said)
    return points and _FORM in ground.visit.conversations


@fact
async def disimpan(ground: Ground) -> list[dict[str, Any]]:
    """What is kept of it, by title."""
    draft, office = ground.visit.conversations.get(_FORM), ground.visit.office
    told = {key: one["value"] for key, one in draft.state.get("answers", {}).items()} if draft is not None else {}
    shown = {key: office.shown(_FORM, key, value, told) for key, value in told.items()}
    asked = (one for one in office.catalog.flows[_FORM].questions if shown.get(one.key))
    return [{"judul": one.title, "isi": in_short(shown[one.key], _SHOWN)} for one in asked]


@fact
async def ditanyakan(ground: Ground) -> str:
    """The sort of what they name, or else of the question that stands open; empty for all others."""
    visit, awaited = ground.visit, awaits_guardian(ground.visit)
    words = visit.office.catalog.world.asking_why
    sorts = {name.removeprefix(_FOR): words[name] for name in words if name.startswith(_FOR)}
    named = [sort for sort in sorts if one_of(sorts[sort]).search(ground.text.lower())]
    question, _ = conversation.asked(visit)
    opened = [sort for sort in sorts if question is not None and question.key in sorts[sort]]
    found = [*named, _GUARDIAN] if awaited else [sort for sort in (*named, *opened) if sort != _GUARDIAN]
    return next(iter(found), "")
