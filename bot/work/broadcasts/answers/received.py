"""A recipient confirms that they understood, and is asked the one question that finds out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.broadcasts import choosing
from bot.core.broadcasts.shapes import Check
from bot.core.forms.heard import Typed
from bot.core.forms.writing import key_of
from bot.store.broadcasts import broadcasts, receipts
from bot.store.broadcasts.broadcasts import SENT_STATES, Broadcast
from bot.store.broadcasts.receipts import Copy
from bot.store.database.database import Connection
from bot.work.broadcasts.under_way import wording
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.saying.keyboard import Key, keyboard
from bot.work.visit import Visit

#: Under a copy: that it is understood, or what can be chosen.
BUTTONS = ("e:paham:", "e:pilih:")
_FEWEST = 3  # words that may answer something
_LOOKED_AT = 3  # copies, one of which a choice may be of


def buttons_of(broadcast_id: int) -> tuple[str, ...]:
    return tuple(f"{front}{broadcast_id}" for front in BUTTONS)


def shown_in(keys: Iterable[Key]) -> int | None:
    """Which one these buttons are of."""
    found = (data.split(":")[2] for _, data in keys if data.startswith(BUTTONS))
    return next((int(one) for one in found if one.isdecimal()), None)


async def _theirs(visit: Visit, broadcast_id: int) -> Broadcast | None:
    """What they have a copy of, while it counts; else a word."""
    async with visit.ask() as connection:
        receipt = await receipts.of(connection, broadcast_id, visit.me.id)
        one = await broadcasts.one(connection, broadcast_id) if receipt is not None else None
    if one is None or one.state not in SENT_STATES:
        visit.stale()
        return None
    return one


async def understood(visit: Visit, broadcast_id: int, copy: int | None = None) -> None:
    """*Sudah paham*: at once, or after the right answer to its question. `copy`: the number of their copy where they
    typed it, so that no button brought it."""
    one = await _theirs(visit, broadcast_id)
    if one is None:
        return
    if one.message.choices or (visit.turn.query_id is None and wording.choices_of(visit.office, one)):
        _ask_which(visit, one)
        return
    if one.message.check is None:
        await _confirm(visit, one, copy)
        return
    visit.say("siaran_cek", answers_of(one, one.message.check), tanya=one.message.check.question)


def answers_of(one: Broadcast, check: Check) -> dict[str, object]:
    """A button for each answer to its question."""
    return keyboard(*([(told, f"e:jawab:{one.id}:{at}")] for at, told in enumerate(check.answers)))


async def answer(visit: Visit, broadcast_id: int, chosen: int) -> None:
    """The answer to its question; a wrong one is told what is right, and counts as not understood yet."""
    one = await _theirs(visit, broadcast_id)
    check = one.message.check if one is not None else None
    if one is None or check is None or chosen >= len(check.answers):
        visit.stale()
        return
    await visit.ask_once(receipts.answer, one.id, visit.me.id, chosen)
    if chosen == check.right:
        await _confirm(visit, one)
    else:
        visit.say("siaran_cek_keliru", answers_of(one, check), jawaban=check.answers[chosen])


async def take_choice(visit: Visit, heard: Typed, copies: Sequence[Copy], *, is_below: bool = False) -> bool:
    """ "27 ji bu, tanggal 20 ada acara", of the newest that they have; of one a little older what says nothing else: it
    is counted, and what they wrote stands beside it in the result. Where they name none, or both, it is asked which;
    what asks something is none. `is_below`: something else was said since, so that it has to be a part of its own."""
    world = visit.office.catalog.world
    for copy in copies[:_LOOKED_AT]:
        one = await visit.look_up(broadcasts.one, copy.broadcast_id)
        choices = wording.choices_of(visit.office, one) if one is not None else ()
        at, is_all = (read(heard.text, choices, world) for read in (choosing.chosen, choosing.is_undecided))
        is_older = copy is not copies[0]
        is_theirs = is_all and at is not None and copy.understood_at is None if is_older else is_all or at is not None
        is_theirs = is_theirs and (not is_below or choosing.is_said_alone(heard.text, choices, world))
        if one is not None and is_theirs:
            await _take(visit, one, heard, at, copy)
            return True
    return False


async def if_they_can(visit: Visit, text: str, copies: Sequence[Copy]) -> Broadcast | None:
    """The newest, where they come only if something is: a plain yes to it is nothing yet."""
    one = await visit.look_up(broadcasts.one, copies[0].broadcast_id) if copies else None
    choices = wording.choices_of(visit.office, one) if one is not None else ()
    return one if choosing.is_conditional(text, choices, visit.office.catalog.world) else None


async def is_chosen_in(visit: Visit, text: str, copy: Copy) -> bool:
    one = await visit.look_up(broadcasts.one, copy.broadcast_id)
    choices = wording.choices_of(visit.office, one) if one is not None else ()
    return choosing.chosen(text, choices, visit.office.catalog.world) is not None


async def _take(visit: Visit, one: Broadcast, heard: Typed, at: int | None, copy: Copy) -> None:
    choices = wording.choices_of(visit.office, one)
    if at is None or not set(key_of(heard.text).split()) <= set(key_of(choices[at]).split()):
        await visit.ask_once(receipts.keep_reply, one.id, visit.me.id, heard.message, heard.text, visit.now)
    if at is None:
        _ask_which(visit, one)
    else:
        await choose(visit, one.id, at, copy.message_id)


@dataclass(frozen=True, slots=True)
class Counted:
    """`was`: what they had chosen before, where it was something else."""

    at: int
    was: int | None = None


async def count_choice(visit: Visit, connection: Connection, one: Broadcast, words: str) -> Counted | None:
    """What they choose by words that are passed on to its author, whichever way these came there."""
    at = choosing.chosen(words, wording.choices_of(visit.office, one), visit.office.catalog.world)
    return await _count(visit, connection, one, at) if at is not None else None


async def _count(visit: Visit, connection: Connection, one: Broadcast, at: int) -> Counted:
    was = await receipts.answer(connection, one.id, visit.me.id, at)
    await receipts.confirm(connection, one.id, visit.me.id, visit.now)
    return Counted(at, was if was != at else None)


def say_choice(visit: Visit, one: Broadcast, words: str, counted: Counted | None) -> None:
    """Which one was counted; asked where their words speak of the choices and name none."""
    choices, world = wording.choices_of(visit.office, one), visit.office.catalog.world
    if choices and counted is not None:
        _say_counted(visit, one, choices, counted)
    elif choosing.is_conditional(words, choices, world):
        _ask_which(visit, one, "siaran_pilihan_syarat")
    elif choosing.speaks_of(words, choices, world):
        _ask_which(visit, one)


def _say_counted(visit: Visit, one: Broadcast, choices: Sequence[str], counted: Counted) -> None:
    """An answer that stood there is named: nobody loses it unawares."""
    was = "" if counted.was is None else choices[counted.was : counted.was + 1]
    awal = beginning_of(one)
    visit.say("siaran_pilihan_dicatat", pilihan=choices[counted.at], awal=awal, tadinya="".join(was))


def _ask_which(visit: Visit, one: Broadcast, sentence: str = "siaran_pilihan_mana") -> None:
    keys = wording.choice_keys(one, wording.choices_of(visit.office, one))
    visit.say(sentence, keys, awal=beginning_of(one))


async def choose(visit: Visit, broadcast_id: int, chosen: int, copy: int | None = None) -> None:
    """One of the choices of its question, pressed or told; the last one counts."""
    one = await _theirs(visit, broadcast_id)
    choices = wording.choices_of(visit.office, one) if one is not None else ()
    if one is None or chosen >= len(choices):
        visit.stale()
        return
    async with visit.ask() as connection:
        counted = await _count(visit, connection, one, chosen)
    told = choices[chosen]
    _say_counted(visit, one, choices, counted)
    if (at := visit.turn.message or copy) is not None:
        keys = wording.choice_keys(one, choices, told)
        visit.call("editMessageReplyMarkup", message_id=at, reply_markup=keys)


async def _confirm(visit: Visit, one: Broadcast, copy: int | None = None) -> None:
    await visit.ask_once(receipts.confirm, one.id, visit.me.id, visit.now)
    if visit.turn.query_id is None:
        visit.say("siaran_paham_dicatat", awal=beginning_of(one))
    else:
        visit.toast("siaran_sudah_paham")
    if (at := visit.turn.message or copy) is not None:
        done = keyboard([(visit.text("tombol_siaran_dipahami"), f"e:paham:{one.id}")])
        visit.call("editMessageReplyMarkup", message_id=at, reply_markup=done)


def may_answer(text: str) -> bool:
    """A villager's word or two that begin with no figure answer nothing: they cost no look at what stands there."""
    return len(text.split()) >= _FEWEST or text[:1].isdecimal()
