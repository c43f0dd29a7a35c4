"""*Ralat*: other words in place of those that are out, read once more as a recipient will read them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import pairwise
from typing import Any

from bot.catalog.markup import visible
from bot.catalog.texts import as_html
from bot.core.broadcasts import choosing
from bot.core.broadcasts.changes import changes
from bot.core.broadcasts.shapes import Message
from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.state import Answer, State
from bot.core.forms.world import World
from bot.core.forms.writing import is_question, key_of
from bot.core.kinds.pesan import html_of
from bot.store.broadcasts import broadcasts, ledger, receipts, results
from bot.store.broadcasts.broadcasts import SENT_STATES, Broadcast
from bot.store.broadcasts.ledger import EDIT
from bot.store.database.database import Connection
from bot.store.people import conversations, people
from bot.work import conversation
from bot.work.broadcasts import meant
from bot.work.broadcasts.under_way import left_lying, wording
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.broadcasts.under_way.steering import ask_withdraw, say, to_steer
from bot.work.broadcasts.writing import preview, rewording
from bot.work.broadcasts.writing.composed import CHOICES
from bot.work.visit import Journey, Take, Visit

FORM = "siaran_ralat"
_LONGEST, _FEW, _NAMED = 24, 3, 8  # words of what is no text; people
#: What becomes of what was asked of them, where something was.
_WISH, _KEEP, _OTHER = "minta", "tetap", "ganti"


async def ask(visit: Visit, broadcast_id: int) -> None:
    """*Ralat*: the new words."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, SENT_STATES)
    if one is not None:
        offer(visit, left_lying.since_it_began(visit.office, one, visit.today), None)


def offer(visit: Visit, one: Broadcast, known: Mapping[str, Any] | None, choices: Sequence[str] | None = None) -> None:
    """`known`: the words are there already; nothing changes before they are sent. `choices`: its buttons then."""
    old = {"html": one.message.html, "media": None}
    about = {"siaran": one.id, "berkas": one.message.media is not None, rewording.OLD: old, CHOICES: choices}
    conversation.start(visit, JOURNEY, known, about=about, world=_world(visit, one, known or {}, choices))


async def put_choices(visit: Visit, one: Broadcast, choices: Sequence[str]) -> None:
    """Other buttons under a question: of a sample at once, of one that is out by a correction."""
    if one.state in SENT_STATES:
        offer(visit, one, {rewording.WORDS: {"html": one.message.html, "media": None}}, choices)
    else:
        await preview.offer_choices(visit, one.id, choices)


async def look_around(visit: Visit, flow: Flow, state: State, take: Take) -> Step:
    """A step of the form; the card at its end shows the whole copy. A wish is asked about only where there is one."""
    one = await visit.ask_once(broadcasts.one, state.about["siaran"])
    if one is None:
        return take(visit.office.world(visit.now))
    one = left_lying.since_it_began(visit.office, one, visit.today)
    told = record(flow, take(_world(visit, one, {})).state)
    return take(_world(visit, one, told, state.about.get(CHOICES)))


def _world(visit: Visit, one: Broadcast, told: Mapping[str, Any], choices: Sequence[str] | None = None) -> World:
    world = visit.office.world(visit.now)
    if not one.message.asked:
        world = world.but(needless=frozenset({_WISH}))
    if "pesan" not in told:
        return world
    mended = replace(one, message=_mended(world, one.message, told, choices), version=one.version + 1)
    adds, file = _only_adds(one.message, mended.message), (one.message.media or ("",))[0]
    then = Words("siaran_ralat_lalu", {"ditambah": adds, "berkas": file, "pilihan": mended.message.choices})
    return world.but(findings=(wording.words_of(visit.office, mended, one.began_at or visit.now), then))


def _mended(world: World, was: Message, told: Mapping[str, Any], choices: Sequence[str] | None) -> Message:
    wish = (told.get(_WISH) or {}).get("value", _KEEP)
    asked = escape((told.get("diminta") or {}).get("text", ""), quote=False) if wish == _OTHER else ""
    now = replace(was, html=str(told["pesan"]["html"]), asked=was.asked if wish == _KEEP else asked)
    if _only_adds(was, now):
        return replace(now, changed=(("", visible(now.html.removeprefix(was.html)).strip()),))
    parts = [(visible(old), visible(new)) for old, new in ((was.html, now.html), (was.asked, now.asked))]
    kept = tuple(choices) if choices else choosing.following(was.choices, *parts[0], world)
    return replace(now, changed=changes(*parts), choices=kept)


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """What is no text: something to be put right in the old one, or that it is to be taken back. And what can only be
    the whole text, where another one is shown already. "Masih benar" answers what is asked of the line below it."""
    if _WISH in step.changed and _WISH not in before.answers:
        return False
    if await _is_another(visit, before, heard) or await rewording.heed(visit, before, heard, step):
        return True
    told = before.answers.get(rewording.WORDS)
    html = str((told.value if told else before.about[rewording.OLD])["html"])
    if not isinstance(heard, Typed) or step.ended or "cancel" in step.state.pending:
        return False
    asks = is_question(heard.text, visit.office.catalog.world, free=False)
    if step.wishes and (asks or not rewording.is_written_out(visit, html, heard.text)):
        return False
    if rewording.is_whole(html, heard.text):
        return told is not None and not step.changed and await _take_whole(visit, before, heard)
    names_it, is_short = rewording.names_announcement(visit, heard.text), len(heard.text.split()) <= _FEW
    withdraws = not visit.office.catalog.world.withdrawing.isdisjoint(rewording.words_of(heard.text))
    if withdraws and (names_it or is_short):
        conversations.end(visit.turn, FORM)
        await ask_withdraw(visit, before.about["siaran"])
        return True
    ear = visit.office.catalog.ear
    denies = ear is not None and (ear.denied(heard.text) or (is_short and ear.corrects(heard.text)))
    if (names_it or denies) and len(heard.text.split()) <= _LONGEST:
        rewording.say_unclear(visit, html)
        await conversation.resume(visit)
        return True
    return False


async def _is_another(visit: Visit, before: State, heard: Heard) -> bool:
    """ "Bukan yang itu, yang surat ke semua fasilitator": that one is put right instead."""
    spoken = re.findall(r"\w+", key_of(heard.text)) if isinstance(heard, Typed) else []
    named = visit.office.catalog.world.announced["yang"]
    points = any(a in ("itu", "ini") and b in named for a, b in pairwise(spoken[1 : _FEW + 2]))
    if not isinstance(heard, Typed) or not points:
        return False
    found = await meant.others_named(visit, heard.text, before.about["siaran"])
    if len(found) == 1:
        conversations.end(visit.turn, FORM)
        offer(visit, found[0], None)
    return len(found) == 1


async def _take_whole(visit: Visit, before: State, heard: Typed) -> bool:
    words = {"html": html_of(heard.html, heard.text), "media": None}
    conversation.put_in(visit, before.give(rewording.WORDS, Answer(words, (heard.message,))))
    await conversation.resume(visit)
    return True


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """The words are there: every copy changes, also those that leave now."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, state.about["siaran"], SENT_STATES)
        if one is not None:
            world, choices = visit.office.catalog.world, state.about.get(CHOICES)
            old = left_lying.since_it_began(visit.office, one, visit.today)
            now = replace(one, message=_mended(world, old.message, record(flow, state), choices))
            is_later = visit.office.local(one.began_at or visit.now).date() != visit.today
            now = left_lying.dated(visit.office, now, visit.today) if is_later else now
            await _mend(visit, connection, old, now.message)
            await say(visit, connection, one, "siaran_sedang_diralat", "hasil")


async def _mend(visit: Visit, connection: Connection, one: Broadcast, now: Message) -> None:
    await ledger.call_back(connection, one.id)
    keeps = _only_adds(one.message, now) or bool(now.choices)  # an answer is not thrown away
    await ledger.mend(connection, one.id, visit.now, by=EDIT, adds=keeps)
    await _recount(visit, connection, one, now)
    await broadcasts.change(connection, one.id, message=now, version=one.version + 1, next_at=visit.now)
    words = {"before": _whole(one.message), "after": _whole(now)}
    await broadcasts.note(connection, one.id, "mended", visit.me.id, visit.now, **words)
    second = await people.named(connection, one.agreed_by if one.agreed_by != visit.me.id else None)
    if second is not None:  # who agreed to the old words learns of the new ones
        told = {
            "awal": beginning_of(one),
            "oleh": visit.me.name,
            "isi": as_html(words["after"]),
            "ubah": wording.changed(replace(one, message=now)),
        }
        visit.tell(second.address, second.id, visit.text("siaran_diralat_petugas", **told))


async def _recount(visit: Visit, connection: Connection, one: Broadcast, now: Message) -> None:
    """An answer stays where its choice does; whose is gone has not answered, and their author learns who that is."""
    was = one.message.choices
    if not was or was == now.choices:
        return
    moved = {at: now.choices.index(told) for at, told in enumerate(was) if told in now.choices}
    by = await results.choosers(connection, one.id)
    await receipts.renumber(connection, one.id, moved)
    gone = [at for at in range(len(was)) if at not in moved]
    if names := [name for at in gone for name in by.get(at, ())]:
        visit.say("siaran_pilihan_hilang", pilihan=[was[at] for at in gone], orang=names[:_NAMED], jumlah=len(names))


def _only_adds(was: Message, now: Message) -> bool:
    """Whoever understood it has understood what still stands there."""
    return now.asked == was.asked and now.html.startswith(was.html) and now.html != was.html


def _whole(message: Message) -> str:
    return f"{message.html}\n\n{message.asked}" if message.asked else message.html


JOURNEY = Journey(FORM, finish, look=look_around, heed=heed)
