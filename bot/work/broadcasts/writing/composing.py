"""Composing an announcement: the form as somebody sees it who may announce in their own wilayah, and the draft that it
becomes. Nothing leaves by it: it is looked at first (preview.py)."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from bot.core.broadcasts.shapes import Audience
from bot.core.flow.interpreter import Flow, record
from bot.core.flow.scene import look
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.forms.world import World
from bot.core.records import Conversation
from bot.store.broadcasts import audience as audiences
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.audience import Asked
from bot.store.broadcasts.broadcasts import ASKED, DRAFT, SENT_STATES, Broadcast
from bot.store.database.database import Connection
from bot.store.people import conversations
from bot.work import conversation
from bot.work.broadcasts.under_way import left_lying, steering
from bot.work.broadcasts.under_way.steering import to_see, to_steer
from bot.work.broadcasts.writing import meanwhile, objections, parts, preview, readdressing, rewording, timed
from bot.work.broadcasts.writing.agreeing import may_announce
from bot.work.broadcasts.writing.composed import (
    FORM,
    Composed,
    answers_of,
    composed_of,
    draft_origin_of,
    origin_of,
    wilayah_of,
    with_source,
    words_of,
)
from bot.work.broadcasts.writing.fitting import at_home, fitted, own_scopes
from bot.work.broadcasts.writing.senders import in_the_name_of
from bot.work.visit import ALBUM_WAIT, Journey, Take, Visit

_TIED = "grup"  # the question that is asked only where there is a group


# --- the form as this person sees it ---------------------------------------------------------------------------------


def _world(visit: Visit, *, has_groups: bool) -> World:
    needless = frozenset[str]() if has_groups else frozenset({_TIED})
    return visit.office.world(visit.now).but(scopes=own_scopes(visit), needless=needless)


async def _has_groups(visit: Visit, told: Mapping[str, Any]) -> bool:
    """Whether a group is tied to the wilayah that was told."""
    wilayah = wilayah_of(visit.office, told)
    if not wilayah:
        return False
    asked = Asked(Audience(wilayah, (), groups=True), visit.now, visit.today, visit.me.id)
    async with visit.ask() as connection:
        return bool(await audiences.groups_of(connection, asked))


async def look_around(visit: Visit, flow: Flow, state: State, take: Take) -> Step:
    """A step of the form; whether there is a group to ask about is known once the wilayah is told."""
    step = take(_world(visit, has_groups=True))
    if await _has_groups(visit, record(flow, step.state)):
        return step
    return take(_world(visit, has_groups=False))


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """Of several pictures sent together the first is the message; that is said once. Wrong words are put right."""
    if _heed_album(visit, before, heard) or await meanwhile.goes_straight(visit, before, heard, open_sample):
        return True
    if await rewording.empty(visit, before, heard):
        return True
    if await meanwhile.heed(visit, before, heard, _target) or await rewording.heed(visit, before, heard, step):
        return True
    if await timed.heed(visit, before, heard, _target) or await readdressing.heed(visit, before, heard):
        return True
    return await _ask_again(visit, before, heard) or await meanwhile.add(visit, before, heard, step, _target)


async def _target(visit: Visit, state: State) -> str:
    flow = fitted(visit, visit.office.catalog.flows[state.flow])
    told = {key: answer.value for key, answer in state.answers.items()}
    return look(flow, state, _world(visit, has_groups=await _has_groups(visit, told))).target


async def _ask_again(visit: Visit, before: State, heard: Heard) -> bool:
    """What puts something right belongs to what was said last: where that is no question of this form, nobody's
    receivers change."""
    ear = visit.office.catalog.ear
    if not isinstance(heard, Typed) or ear is None or not ear.corrects(heard.text):
        return False
    draft = visit.conversations.get(before.flow)
    if draft is None or await conversation.stands_lowest(visit, draft):
        return False
    return await conversation.resume(visit)


def _heed_album(visit: Visit, before: State, heard: Heard) -> bool:
    answer = before.answers.get("pesan")
    if not isinstance(heard, Sent) or not heard.album or answer is None or answer.album != heard.album:
        return False
    visit.send(visit.text("siaran_satu_berkas"), slot=f"lebih:{visit.turn.lane}:{heard.album}", delay=ALBUM_WAIT)
    return True


# --- where it begins -------------------------------------------------------------------------------------------------


async def open_form(
    visit: Visit,
    known: Mapping[str, Any] | None = None,
    about: Mapping[str, Any] | None = None,
    form: str = FORM,
    heard: Typed | Sent | None = None,
) -> None:
    """`known`: answers; `heard`: what answers the first question; `about`: `siaran`, the draft that it changes;
    `beside`, whose recipients get nothing twice; `cek` and `contoh`, what came along with its words."""
    told = at_home(visit) | dict(known or {})
    world = _world(visit, has_groups=await _has_groups(visit, told))
    conversation.start(visit, replace(JOURNEY, form=form), told, about=about, world=world, heard=heard)


async def open_sample(visit: Visit, known: Mapping[str, Any], heard: Typed | Sent) -> None:
    """Straight to what a recipient will see, where whom and what is said already: the rest is added by *Ubah*."""
    told = at_home(visit) | dict(known)
    flow, _, step = conversation.with_answer(visit, JOURNEY, told, {}, heard)
    state = await _with_the_usual(visit, flow, step.state)
    if state is None:
        usual = dict.fromkeys(one.key for one in flow.questions if one.optional)
        await open_form(visit, usual | told, heard=heard)
        return
    if (begun := unfinished(visit)) is not None:  # it was kept
        conversations.end(visit.turn, begun.flow)
    visit.say("siaran_langsung_contoh")
    await finish(visit, flow, state)


async def _with_the_usual(visit: Visit, flow: Flow, state: State) -> State | None:
    """What may be left out is; None where something else is missing."""
    world = _world(visit, has_groups=await _has_groups(visit, record(flow, state)))
    while (question := look(flow, state, world).open) is not None:
        if not question.optional:
            return None
        state = state.skip(question.key)
    return state


async def write(visit: Visit) -> None:
    """*Tulis baru*."""
    await open_form(visit)


def unfinished(visit: Visit) -> Conversation | None:
    """The one that is being written, if any."""
    flows = visit.office.catalog.flows
    own = (one for one in visit.conversations.values() if one.flow in flows and _is_ours(flows[one.flow]))
    return max(own, key=lambda one: one.touched_at, default=None)


def _is_ours(flow: Flow) -> bool:
    return (flow.journey or flow.key) == FORM


async def go_on(visit: Visit) -> None:
    """*Lanjutkan yang tadi*: it is asked what was asked last."""
    one = unfinished(visit)
    if one is None:
        visit.stale()
        return
    conversation.touch(visit, one)
    await conversation.resume(visit)


async def write_from(visit: Visit, name: str) -> None:
    """*Pakai contoh*: its words, its blanks, and whom it usually is for."""
    template = visit.office.catalog.templates.get(name)
    if template is None:
        visit.stale()
        return
    question = fitted(visit, visit.office.catalog.flows[template.flow]).question("peran")
    offered = question.params.options if question is not None else ()
    roles = [{"value": one.value, "label": one.label} for one in offered if one.value in template.roles]
    await open_form(visit, {"peran": roles} if roles else {}, form=template.flow)


async def change(visit: Visit, broadcast_id: int, anew: str = "") -> None:
    """*Ubah*: the form with all its answers, but for the one that is told `anew`. Whoever was asked to agree is not
    waited for any longer."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [DRAFT, ASKED])
        if one is None or one.author_id != visit.me.id:
            return
        one = await left_lying.say_dated(visit, connection, one)
        await steering.reopen(visit, connection, one)
    told = answers_of(visit.office, one)
    old = {rewording.OLD: told.pop(anew)} if anew else {}
    await open_form(visit, told, draft_origin_of(one) | old)


async def rewrite(visit: Visit, broadcast_id: int) -> None:
    """Only its words are asked anew, with the old ones before their eyes."""
    await change(visit, broadcast_id, rewording.WORDS)


async def use_again(visit: Visit, broadcast_id: int, known: Mapping[str, Any] = MappingProxyType({})) -> None:
    """*Pakai lagi*: its words, for whomever; or for those who are `known`. What could not wait cannot now."""
    one = await _seen(visit, broadcast_id)
    if one is not None:
        haste = {} if one.urgent_why is None else parts.urgent(visit) | {"alasan": {"text": one.urgent_why}}
        told = {key: value for key, value in words_of(one).items() if value is not None}
        await open_form(visit, told | haste | dict(known), origin_of(one))


async def draft_of(visit: Visit, one: Broadcast, told: Mapping[str, Any], html: str, **when: Any) -> None:
    """A new one like that, with these words, looked at before anything leaves. `when`: answers of its hour."""
    now = {**told, "pesan": {**told["pesan"], "html": html}, "kapan": None, "batas": None, **when}
    flow = fitted(visit, visit.office.catalog.flows[FORM])
    made = in_the_name_of(visit, composed_of(visit.office, flow, now, origin_of(one), visit.now))
    if not may_announce(visit, made.audience):
        visit.say("siaran_bukan_wewenang")
        return
    async with visit.ask() as connection:
        draft = await _keep(visit, connection, made, {})
    if draft is not None:
        await preview.show(visit, draft)


async def add_recipients(visit: Visit, broadcast_id: int) -> None:
    """*Tambah penerima*: its words for others; whoever has it gets nothing twice, however often it is widened."""
    one = await _seen(visit, broadcast_id)
    if one is None:
        return
    if one.state not in SENT_STATES or one.thinned_at is not None:
        visit.stale()
        return
    await open_form(visit, words_of(one), origin_of(one) | {"beside": one.beside or one.id})


async def _seen(visit: Visit, broadcast_id: int) -> Broadcast | None:
    async with visit.ask() as connection:
        return await to_see(visit, connection, broadcast_id)


# --- what it becomes -------------------------------------------------------------------------------------------------


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """A draft, which its author looks at; where something cannot be so, it is said and asked once more."""
    told = record(flow, state)
    made = in_the_name_of(visit, composed_of(visit.office, flow, told, with_source(state), visit.now))
    if not may_announce(visit, made.audience):
        visit.say("siaran_bukan_wewenang")
        return
    wrong = objections.to(visit, made)
    if wrong:
        kept = {one.key: told.get(one.key) for one in flow.questions if not one.key.startswith(wrong)}
        asked = {key: value for key, value in kept.items() if value is not None or key in state.skipped}
        await open_form(visit, asked, state.about, flow.key)
        return
    async with visit.ask() as connection:
        draft = await _keep(visit, connection, made, state.about)
    if draft is None:
        visit.say("siaran_berubah")
    else:
        await preview.show(visit, draft)


async def keep_draft(visit: Visit, flow: Flow, told: Mapping[str, Any], about: Mapping[str, Any]) -> bool:
    """As far as it is told, and without a look at it; False where it cannot be so."""
    made = in_the_name_of(visit, composed_of(visit.office, flow, told, about, visit.now))
    if not may_announce(visit, made.audience):
        return False
    async with visit.ask() as connection:
        return await _keep(visit, connection, made, about) is not None


async def _keep(visit: Visit, connection: Connection, made: Composed, about: Mapping[str, Any]) -> int | None:
    """A new draft, or the one that was opened again. None when that one is no draft any more."""
    if about.get("siaran") is None:
        beside = about.get("beside")
        return await broadcasts.add(
            connection, visit.me.id, made.audience, made.message, visit.now, beside=beside, **made.when
        )
    was = await broadcasts.one_to_change(connection, about["siaran"])
    if was is None or was.state != DRAFT or was.author_id != visit.me.id:
        return None
    told = {"audience": made.audience, "message": made.message, "scope": made.audience.scope}
    await broadcasts.change(connection, was.id, **told, **made.when)
    await left_lying.note(visit.round(connection), was, made.message, visit.me.id)
    return was.id


JOURNEY = Journey(FORM, finish, fit=fitted, look=look_around, heed=heed, nudged=True)
