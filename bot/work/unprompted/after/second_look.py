"""What a second officer types, speaks or photographs while an announcement waits for their yes: what objects to it is
the note with which it goes back to its author; of other words that are no yes, and of a voice, it is asked, once,
whether they are that note. Nothing else of theirs changes: "jangan dikirim dulu" is no rest from learning."""

import re
from dataclasses import dataclass, replace

from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.forms.writing import in_short, key_of
from bot.core.listening.rules import QUESTION, WORK
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import ASKED, Broadcast
from bot.store.people import conversations
from bot.work.access import allowed, command
from bot.work.broadcasts import looking
from bot.work.broadcasts.under_way import authors, enclosed
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.broadcasts.writing import agreeing, preview
from bot.work.saying.keyboard import keyboard, number
from bot.work.unprompted import nothing_open, offering, shown
from bot.work.unprompted.work import named_surely
from bot.work.visit import Journey, Visit

_ASKS, _RETURNED = "a:setuju:", "a:kembali:"
_ORDERS = {"kerja_tetapkan", "kerja_pindah"}  # are no questions
_SHOWN, _FEW = 200, 8  # characters of the words; words of a yes


@dataclass(frozen=True, slots=True)
class _Said:
    """`objects`: that it must not leave so; `surely`: whatever else the words might name."""

    objects: bool
    surely: bool
    is_bare: bool  # without a reason


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it was taken for a yes or a note, or asked about."""
    if not allowed(command("siaran"), visit.grants) or (isinstance(heard, Sent) and not enclosed.can_be_sent(heard)):
        return False
    said = _said(visit, enclosed.words_of(heard))
    which, is_asked = await _shown(visit)
    if await _agrees(visit, heard, which if is_asked else None):
        return True
    if which is not None and is_asked and await _waits(visit, which, heard):
        return True
    if which is None and (said.surely or said.objects):
        return await _object_later(visit, heard, said)
    if which is None or nothing_open.is_plain(visit, heard) or await shown.meant(visit, heard) is not None:
        return False
    is_more = isinstance(heard, Sent) and not heard.caption and not is_asked  # below "masih ada yang lain?"
    if said.surely or is_more or (said.objects and not named_surely(visit, heard)):
        await _object(visit, which, heard, said)
        return True
    return is_asked and (said.objects or not _is_other(visit, heard)) and await _ask(visit, which, heard)


async def _object(visit: Visit, which: int, heard: Typed | Sent, said: _Said) -> None:
    asks = said.is_bare and isinstance(heard, Typed)
    await (agreeing.give_back(visit, which) if asks else _return(visit, which, heard))


async def _object_later(visit: Visit, heard: Typed | Sent, said: _Said) -> bool:
    """With other things said since: while one waits for them it is about that. What might be about an announcement of
    their own is asked."""
    if nothing_open.is_plain(visit, heard) or await shown.meant(visit, heard) is not None:
        return False
    there = await looking.lately(visit)
    waiting = [one.id for one in there if looking.is_for(visit, one)]
    if len(waiting) != 1 or (not said.surely and named_surely(visit, heard)):
        return False
    if not said.surely and any(one.author_id == visit.me.id for one in there):
        return await _ask(visit, waiting[0], heard)
    await _object(visit, waiting[0], heard, said)
    return True


def _said(visit: Visit, text: str) -> _Said:
    """Questions object to nothing."""
    words, spoken, world = visit.office.catalog.world.objecting, key_of(text), visit.office.catalog.world
    surely, likely = (_holds(spoken, words[sort]) for sort in ("pasti", "mungkin"))
    if "?" in text:
        return _Said(False, False, False)
    rest = set(spoken.split()) - world.oneself - world.nodding - words["iringan"]
    likely = likely or [act.name for act in visit.acts(text, "yes_no").done] == ["tidak"]
    return _Said(surely or likely, surely, len(rest) < 2 and " dulu" not in spoken)


def _holds(spoken: str, known: frozenset[str]) -> bool:
    return re.search(rf"\b(?:{'|'.join(map(re.escape, known))})\b", spoken) is not None


async def _agrees(visit: Visit, heard: Typed | Sent, asked: int | None) -> bool:
    """ "Setuju kirim saja bu", also with other things said since; nothing that is put right beside it."""
    words, spoken = visit.office.catalog.world.objecting, key_of(enclosed.words_of(heard))
    known = words["setuju"] | words["kirim"] | words["oke"]
    if not isinstance(heard, Typed) or len(spoken.split()) > _FEW or not _holds(spoken, known):
        return False
    if _said(visit, heard.text).objects or "?" in heard.text or _holds(spoken, words["tetapi"]):
        return False
    waiting = [asked] if asked is not None else await _waiting(visit)
    if asked is None and not _holds(spoken, known - words["oke"]):
        waiting = [one for one in waiting if await _is_named(visit, one)]
    if len(waiting) == 1 and (asked is not None or await shown.meant(visit, heard) is None):
        await agreeing.agree(visit, waiting[0])
        return True
    return False


async def _is_named(visit: Visit, which: int) -> bool:
    """Whether it was named last: beside their tasks."""
    return any(letter.carries(f"a:lihat:{which}") for letter in await visit.letters())


async def _waiting(visit: Visit) -> list[int]:
    return [one.id for one in await looking.lately(visit) if looking.is_for(visit, one)]


async def _waits(visit: Visit, which: int, heard: Typed | Sent) -> bool:
    """ "Sebentar bu saya cek dulu" is no note: nothing is to be put right, and whoever says so is not silent."""
    world, spoken = visit.office.catalog.world, set(key_of(enclosed.words_of(heard)).split())
    words = world.objecting
    polite = words["tunggu"] | words["sambil"] | world.oneself | world.nodding
    if not isinstance(heard, Typed) or spoken.isdisjoint(words["tunggu"]) or not spoken <= polite:
        return False
    async with visit.ask() as connection:
        one = await broadcasts.one(connection, which)
        await broadcasts.note(connection, which, authors.LOOKING, visit.me.id, visit.now)
    visit.say("siaran_kami_tunggu", keyboard(*preview.second_keys(visit, one)) if one is not None else None)
    return True


def _is_other(visit: Visit, heard: Typed | Sent) -> bool:
    """Work of theirs, or a question that we answer ourselves; "jam 4 atau jam 5 sore bu?" sets no date."""
    text = enclosed.words_of(heard)
    if not text.rstrip().endswith("?"):
        return named_surely(visit, heard)
    names = {act.name for act in visit.acts(text, "work").done} - _ORDERS
    return any(name.startswith((WORK, QUESTION)) for name in names)


async def _shown(visit: Visit) -> tuple[int | None, bool]:
    """The one whose buttons stand there; and whether it still waits for an answer."""
    data = [data for letter in await visit.letters() for _, data in letter.keys]
    asks = next((one for one in data if one.startswith(_ASKS)), None)
    found = asks or next((one for one in data if one.startswith(_RETURNED)), None)
    return (number(found.split(":")[2]) if found is not None else None), asks is not None


async def _return(visit: Visit, which: int, heard: Typed | Sent) -> None:
    """Behind "kembalikan dengan catatan:" stands the note alone."""
    before, _, behind = enclosed.words_of(heard).partition(":")
    is_led = bool(behind.strip()) and key_of(before) in key_of(visit.text("tombol_siaran_kembali"))
    if is_led and isinstance(heard, Typed):
        heard = replace(heard, text=behind.strip())
    await agreeing.return_with(visit, which, [heard])


async def _ask(visit: Visit, which: int, heard: Typed | Sent) -> bool:
    one: Broadcast | None = await visit.look_up(broadcasts.one, which)
    if one is None or one.state != ASKED:
        return False
    said = in_short(enclosed.kept(visit, heard), _SHOWN)
    about = {"awal": beginning_of(one), "oleh": one.author, "kata_pendek": said}
    nothing_open.ask(visit, JOURNEY, heard, siaran=one.id, **about)
    return True


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    chosen, which = state.answers["catatan"].value["value"], state.about["siaran"]
    words = nothing_open.words_put_by(state.about)
    if chosen == "setuju":
        await agreeing.agree(visit, which)
    elif chosen == "ya":
        notes = [one for one in words if isinstance(one, Typed) or enclosed.can_be_sent(one)]
        await agreeing.return_with(visit, which, notes)
    elif not isinstance(words[0], Sent) or not await offering.offer(visit, words[0]):
        await nothing_open.go_on(visit, state.about)


async def hear(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """While it is asked whether that was a note: a yes to the announcement is no yes to the note."""
    if isinstance(heard, Typed) and await _agrees(visit, heard, before.about["siaran"]):
        conversations.end(visit.turn, before.flow)
        return True
    waits = isinstance(heard, Typed) and await _waits(visit, before.about["siaran"], heard)
    return waits or await nothing_open.more(visit, before, heard, step)


FORM = authors.PERHAPS
_LEAD = nothing_open.naming(FORM, "awal", "oleh", "kata_pendek")
JOURNEY = Journey(FORM, finish, heed=hear, opening=_LEAD, nudged=True)
