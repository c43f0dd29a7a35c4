"""Several usulan told in one: it is said before it is sent, and after *Kirim* one button begins the next with its own
words. What was told stays whole in the first; the others are found in it whenever the button is pressed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.heard.another import FOLLOWS
from bot.core.flow.told.listed import OTHERS
from bot.core.forms.questions import Flow
from bot.core.forms.say import Button, Say, Step, Words
from bot.core.forms.state import State
from bot.core.forms.world import World
from bot.core.forms.writing import in_short
from bot.core.records import WITHDRAWN
from bot.core.stories.several import as_one_more, besides, parts_of
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work.office import Office
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import reader_choice
from bot.work.usulan.dangers import closed
from bot.work.usulan.voices import speakers
from bot.work.visit import Take, Visit

#: By this name a draft keeps which part of which usulan it is: [id, number of the part].
ABOUT = "berikut"
#: And by this one of which usulan, that was sent before, its story may be more: [id, number].
SENT = "terkirim"
_TOLD = ("cerita", "harapan")
_REST = "juga"
_SHOWN = 300  # characters of what comes next
_FINDINGS = "catatan"  # of the review card
_NOBODY_ELSE = "usulan_pembaca_tunggal"
_FOR_SOMEBODY = "titip"  # read aloud to them, from the messages above


def parts_in(office: Office, answers: Mapping[str, Any], listed: Sequence[str] = ()) -> Sequence[str]:
    """Each of several things in its own words; none where it is one. What was said besides may begin one more.
    `listed`: the other lines of the list that it was the first of."""
    words = office.catalog.world.spellings.stories
    story, wish, rest = (str((answers.get(key) or {}).get("text", "")) for key in (*_TOLD, _REST))
    parts = (story, *listed) if listed else parts_of(story, words) or parts_of(wish, words)
    more = besides(rest, words)
    return (*(parts or (story,)), *more) if parts or more else ()


def parts_in_draft(office: Office, state: State) -> Sequence[str]:
    return parts_in(office, {key: answer.value for key, answer in state.answers.items()}, state.about.get(OTHERS, ()))


def others_in(office: Office, besides_it: str) -> str:
    """What of the words said besides tells of others, so that they are found one by one again; empty where nothing
    does."""
    words = office.catalog.world.spellings.stories
    first, *more = besides(besides_it, words) or ("",)
    return "\n".join([first, *(as_one_more(each, each, words) for each in more)])


def whole(state: State, answers: dict[str, Any]) -> dict[str, Any]:
    """Where the others are not offered afterwards the list stays one."""
    if not (listed := state.about.get(OTHERS)):
        return answers
    story = answers[_TOLD[0]]
    return {**answers, _TOLD[0]: {**story, "text": _as_list([story["text"], *listed])}}


def left_over(office: Office, state: State) -> str:
    """What a draft tells of others, when it is given up."""
    besides_it = state.answers.get(_REST)
    others = others_in(office, besides_it.value["text"]) if besides_it is not None else ""
    return "\n".join(filter(None, (_as_list(state.about.get(OTHERS, ())), others)))


def _as_list(lines: Sequence[str]) -> str:
    return "\n".join(f"- {one}" for one in lines) if len(lines) > 1 else "".join(lines)


async def look(visit: Visit, flow: Flow, state: State, take: Take, needless: frozenset[str] = frozenset()) -> Step:
    """Whoever tells of another usulan of their own in between is heard, and the first goes on."""
    may_follow = not needless and flow.hears and speakers.speaker_of(state) is None

    def take_both(world: World) -> Step:
        return take(world.but(next_ones=may_follow))

    step = _or_more(await reader_choice.with_readers(visit, flow, state, take_both, needless))
    said = (_with_note(visit.office, step.state, say) for say in step.say)
    may_open = flow.key != _FOR_SOMEBODY
    return replace(step, say=tuple(closed.quietly(visit.office, step.state, say, may_open=may_open) for say in said))


def opened(office: Office, step: Step) -> Step:
    """The first question, with the button for somebody else, and for what was just sent; without words that nobody else
    is to read."""
    offered = _or_more(speakers.with_offer(step))
    return replace(offered, say=tuple(closed.quietly(office, step.state, say) for say in offered.say))


def _or_more(step: Step) -> Step:
    """While it is asked whether it is the story: it may be more of what was sent just now."""
    sent = step.state.about.get(SENT) if "first" in step.state.pending else None
    if not sent:
        return step
    row = (Button(Words("tombol_tambahan", {"nomor": sent[1]}), f"m:tambahan:{sent[0]}"),)
    said = (replace(say, buttons=(*say.buttons, row)) if say.buttons else say for say in step.say)
    return replace(step, say=tuple(said))


def _with_note(office: Office, state: State, say: Say) -> Say:
    """On the review card; what somebody else says on this telephone is written down one by one."""
    if _FINDINGS not in say.values:
        return say
    if closed.is_private(state):
        alone = [found for found in say.values[_FINDINGS] if found.name == _NOBODY_ELSE]
        return replace(say, values={**say.values, _FINDINGS: [*alone, Words("usulan_tanpa_nama_orang")]})
    if (voice := speakers.speaker_of(state)) is not None:
        note = Words("usulan_suara", {"nama": voice["name"]})
        return replace(say, values={**say.values, _FINDINGS: [note, *say.values[_FINDINGS]]})
    parts = parts_in_draft(office, state)
    if not parts:
        return say
    note = Words("usulan_beberapa", {"jumlah": len(parts), "terpisah": OTHERS in state.about})
    return replace(say, values={**say.values, _FINDINGS: [*say.values[_FINDINGS], note]})


def offer(
    visit: Visit,
    origin: int,
    answers: Mapping[str, Any],
    done: Collection[int] = (),
    *,
    listed: Sequence[str] = (),
    for_somebody: bool = False,
) -> bool:
    """The first part that is not done, if there is one; True: it was. `origin`: the usulan in which all were told, with
    its answers; `done`: which were sent, or are not to be. `for_somebody`: they were told by somebody without a
    telephone."""
    parts = parts_in(visit.office, answers, listed)
    left = [at for at in range(1, len(parts)) if at not in done]
    if left:
        at, text = left[0], visit.text
        keys = (
            (text("tombol_usulan_berikut"), f"m:berikut:{origin}:{at}"),
            (text("tombol_usulan_lewat"), f"m:lewat:{origin}:{at}"),
        )
        told = in_short(parts[at], _SHOWN)
        visit.say("usulan_berikut", keyboard(*([key] for key in keys)), kata=told, sisa=len(left), titip=for_somebody)
    return bool(left)


async def go_on(visit: Visit, origin: int, at: int, *, for_somebody: bool = False) -> bool:
    """This part is done; the next is offered until each was sent or refused."""
    async with visit.look() as connection:
        done, first = await events.parts_done(connection, origin), await stored.by_id(connection, origin)
        listed = await events.listed_in(connection, origin)
    if at:
        events.note(visit.turn, origin, events.PART, ke=at)
    told = first.answers if first is not None and first.status != WITHDRAWN else {}
    return offer(visit, origin, told, {at, *done}, listed=listed if told else (), for_somebody=for_somebody)


def offer_new(visit: Visit) -> None:
    """Of another one nothing was told yet, but that there is one."""
    visit.say("usulan_menyusul", keyboard([(visit.text("tombol_usulan_baru"), "m:baru")]))


async def offer_next(visit: Visit, usulan_id: int, state: State, answers: Mapping[str, Any]) -> None:
    """Of several things that were told in one, or that this was one of; of this one, too, others may have been told."""
    origin, sent = state.about.get(ABOUT, (usulan_id, 0))
    offered = origin != usulan_id and await go_on(visit, origin, sent)
    if listed := state.about.get(OTHERS, ()):
        events.note(visit.turn, usulan_id, events.LISTED, hal=listed)
    offered = offer(visit, usulan_id, answers, listed=listed) or offered
    if state.about.get(FOLLOWS) and not offered:
        offer_new(visit)
