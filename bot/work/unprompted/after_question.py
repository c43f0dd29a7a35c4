"""What a villager tells while something is asked of their usulan and nothing is open: people answer without a button
and without a reply. It is asked whether it is the answer; on *Bukan* it goes the way that it would have gone."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.flow.first_words import told_beside
from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.state import State
from bot.core.records import Conversation
from bot.store.deciding import clarifications
from bot.store.people import conversations
from bot.store.queues.notices import CLARIFY, SILENT, Notice
from bot.store.usulan import usulan as stored
from bot.work.deciding import replied, silence
from bot.work.people.people import has_consented
from bot.work.round import Round
from bot.work.saying.told import Told
from bot.work.unprompted import nothing_open
from bot.work.usulan import asked
from bot.work.usulan.usulan import spoken_name
from bot.work.visit import Journey, Visit

FORM = "klarifikasi_ini"


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it is asked about. What only greets, thanks or asks is no answer; danger is heard before."""
    if not visit.turn.is_asked or not has_consented(visit) or _only_does(visit, heard):
        return False
    async with visit.look() as connection:
        one = await clarifications.listening_of(connection, visit.me.id, visit.now)
        found = await stored.by_id(connection, one.usulan_id) if one is not None else None
    if one is None or found is None:
        return False
    number = spoken_name(visit.office, found.kecamatan, found.serial)
    nothing_open.ask(visit, JOURNEY, heard, klarifikasi=one.id, nomor=number, isi=asked.question(visit.office, one))
    return True


def _only_does(visit: Visit, heard: Typed | Sent) -> bool:
    if nothing_open.is_plain(visit, heard):
        return True
    if isinstance(heard, Sent):
        return heard.what not in nothing_open.WAITING
    acts = visit.acts(heard.text, "idle")
    return bool(acts.done) and not told_beside(acts, heard.text)


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    about = state.about
    is_it = state.answers["ini"].value["value"] == "ya"
    which, words = about["klarifikasi"], nothing_open.words_put_by(about)
    first, *rest = _together(words)
    then = replace(visit, said_in=about["dari"])
    if not is_it or await replied.is_over(then, which) or not await replied.hear(then, which, first):
        await nothing_open.go_on(visit, about)
        return
    await nothing_open.go_on(visit, about, [one for one in rest if not await replied.goes_with(then, which, one)])


def _together(words: Sequence[Typed | Sent]) -> Sequence[Typed | Sent]:
    """People send an answer in pieces: all that was typed is one text, under the first thing that was sent where words
    may stand under it."""
    typed = [one for one in words if isinstance(one, Typed)]
    text = "\n".join(one.text for one in typed)
    sent = [one for one in words if isinstance(one, Sent)]
    whole = [replace(typed[0], text=text)] if typed else []
    if not sent or sent[0].what == "location":
        return [*sent, *whole]
    return [replace(sent[0], caption="\n".join(filter(None, (sent[0].caption, text))) or None), *sent[1:]]


# --- while it waits for a yes ----------------------------------------------------------------------------------------


async def remind(tour: Round, notice: Notice) -> Told | None:
    """What they said since it was asked is not asked for again: it is asked whether that is it."""
    draft = await _waiting(tour, notice.person_id, int(notice.subject))
    if draft is None:
        return await silence.remind(tour, notice)
    return nothing_open.told_again(tour, notice.name, draft, JOURNEY) if await silence.is_open(tour, notice) else None


async def tell_silence(tour: Round, notice: Notice) -> Told | None:
    """Whoever asked hears that something came, and not what: perhaps it was meant for somebody else."""
    found = await silence.of(tour, notice)
    who = found[1].person_id if found is not None else None
    is_unsure = found is not None and who is not None and await _waiting(tour, who, found[0].id) is not None
    return await silence.tell_silence(tour, notice, is_unsure=is_unsure)


async def _waiting(tour: Round, person_id: int, which: int) -> Conversation | None:
    """The words of the one who was asked, while they wait for a yes."""
    draft = await conversations.of_person(tour.connection, person_id, FORM)
    return draft if draft is not None and draft.state["about"].get("klarifikasi") == which else None


KINDS = {CLARIFY: remind, SILENT: tell_silence}
JOURNEY = Journey(FORM, finish, heed=nothing_open.more, opening=nothing_open.naming(FORM, "nomor", "isi"))
