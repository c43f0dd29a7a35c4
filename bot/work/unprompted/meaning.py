"""A villager's words of which it is sure that they ask or want something, and not what: the two likeliest meanings are
offered. What was told instead is one tap away, and nothing of it is lost."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Sent, Typed, words_of
from bot.core.forms.questions import Offer
from bot.core.forms.state import State
from bot.core.forms.writing import in_short
from bot.work import home
from bot.work.answering.answers import answer, is_answered
from bot.work.people.people import has_consented
from bot.work.unprompted import nothing_open
from bot.work.usulan import usulan
from bot.work.visit import Journey, Visit

FORM = "maksud_ini"
_SHOWN = 200  # characters of the words
_BEGIN, _USULAN, _NEITHER = "mulai", "usulan", "bukan"


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it is asked about."""
    if not isinstance(heard, Typed) or not has_consented(visit) or home.has_work(visit):
        return False
    acts = visit.acts(heard.text, "idle")
    names = [act.name for act in acts.maybe if act.name == _BEGIN or is_answered(visit.office, act.name)]
    if acts.done or len(names) < len(acts.maybe) or not names or nothing_open.is_plain(visit, heard):
        return False
    journey = replace(JOURNEY, fit=partial(_among, names=names))
    nothing_open.ask(visit, journey, heard, laku=names, tadi=in_short(heard.text, _SHOWN))
    return True


def _among(visit: Visit, flow: Flow, *, names: Sequence[str]) -> Flow:
    """With a button for each of them."""
    (asked,) = flow.questions
    meant = tuple(Offer(name, visit.office.catalog.text(f"niat.{name}")) for name in names)
    return replace(
        flow, questions=(replace(asked, params=replace(asked.params, options=meant + asked.params.options)),)
    )


def _fit(visit: Visit, flow: Flow) -> Flow:
    """As the open question says."""
    draft = visit.conversations.get(FORM)
    return _among(visit, flow, names=State.from_json(draft.state).about["laku"]) if draft else flow


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    chosen = state.answers["maksud"].value["value"]
    words = nothing_open.words_put_by(state.about)
    if chosen == _USULAN:
        usulan.begin(replace(visit, said_in=state.about["dari"]), words, alone=True)
    elif chosen == _BEGIN:
        usulan.begin(visit)
    elif chosen == _NEITHER:
        visit.say("maksud_lain")
    else:
        await answer(visit, chosen, words_of(words[0]))
    if chosen != _USULAN:  # what came while it was asked has its turn
        await nothing_open.go_on(visit, state.about, words[1:])


JOURNEY = Journey(FORM, finish, fit=_fit, heed=nothing_open.more, opening=nothing_open.naming(FORM, "tadi"))
