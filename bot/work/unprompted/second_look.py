"""What a second officer types, speaks or photographs while an announcement waits for their yes: what objects to it is
the note with which it goes back to its author; of other words that are no yes, and of a voice, it is asked, once,
whether they are that note. Nothing else of theirs changes: "jangan dikirim dulu" is no rest from learning."""

import re
from dataclasses import dataclass, replace

from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.state import State
from bot.core.forms.writing import in_short, key_of
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import ASKED, Broadcast
from bot.work.access import allowed, command
from bot.work.broadcasts import agreeing, authors, enclosed
from bot.work.broadcasts.authors import beginning_of
from bot.work.broadcasts.steering import overseen
from bot.work.saying.keyboard import number
from bot.work.unprompted import nothing_open, offering, shown
from bot.work.unprompted.work import named_surely
from bot.work.visit import Journey, Visit

_ASKS, _RETURNED = "a:setuju:", "a:kembali:"
_LOOKED_AT = 6  # announcements
_SHOWN = 200  # characters of the words


@dataclass(frozen=True, slots=True)
class _Said:
    """`objects`: that it must not leave so; `surely`: whatever else the words might name."""

    objects: bool
    surely: bool
    is_bare: bool  # without a reason


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it was taken for a note, or asked about."""
    if not allowed(command("siaran"), visit.grants) or (isinstance(heard, Sent) and not enclosed.can_be_sent(heard)):
        return False
    said = _said(visit, enclosed.words_of(heard))
    which, is_asked = await _shown(visit)
    if which is None and said.surely:
        which = await _waiting(visit)
    if which is None or nothing_open.is_plain(visit, heard) or await shown.meant(visit, heard) is not None:
        return False
    is_more = isinstance(heard, Sent) and not heard.caption and not is_asked  # below "masih ada yang lain?"
    if said.surely or is_more or (said.objects and not _is_other(visit, heard)):
        asks = said.is_bare and isinstance(heard, Typed)
        await (agreeing.give_back(visit, which) if asks else _return(visit, which, heard))
        return True
    return is_asked and (said.objects or not _is_other(visit, heard)) and await _ask(visit, which, heard)


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


def _is_other(visit: Visit, heard: Typed | Sent) -> bool:
    """Work of theirs, or what we are plainly asked."""
    return named_surely(visit, heard) or enclosed.words_of(heard).rstrip().endswith("?")


async def _shown(visit: Visit) -> tuple[int | None, bool]:
    """The one whose buttons stand there; and whether it still waits for an answer."""
    data = [data for letter in await visit.letters() for _, data in letter.keys]
    asks = next((one for one in data if one.startswith(_ASKS)), None)
    found = asks or next((one for one in data if one.startswith(_RETURNED)), None)
    return (number(found.split(":")[2]) if found is not None else None), asks is not None


async def _waiting(visit: Visit) -> int | None:
    """The only one that waits for a yes of an officer, with other things said since."""
    async with visit.look() as connection:
        found = await broadcasts.listed(connection, visit.me.id, overseen(visit), _LOOKED_AT, 0)
    waiting = [one.id for one in found if one.state == ASKED and one.author_id != visit.me.id]
    return waiting[0] if len(waiting) == 1 else None


async def _return(visit: Visit, which: int, heard: Typed | Sent) -> None:
    """Behind "kembalikan dengan catatan:" stands the note alone."""
    before, _, behind = enclosed.words_of(heard).partition(":")
    is_led = bool(behind.strip()) and key_of(before) in key_of(visit.text("tombol_siaran_kembali"))
    if is_led and isinstance(heard, Typed):
        heard = replace(heard, text=behind.strip())
    await agreeing.return_with(visit, which, [heard])


async def _ask(visit: Visit, which: int, heard: Typed | Sent) -> bool:
    async with visit.look() as connection:
        one: Broadcast | None = await broadcasts.one(connection, which)
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


FORM = authors.PERHAPS
_LEAD = nothing_open.naming(FORM, "awal", "oleh", "kata_pendek")
JOURNEY = Journey(FORM, finish, heed=nothing_open.more, opening=_LEAD, nudged=True)
