"""What a villager tells while something is asked of their usulan and nothing is open: people answer without a button
and without a reply. It is asked whether it is the answer; on *Bukan* it goes the way that it would have gone."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.flow.first_words import told_beside
from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.state import State
from bot.store.deciding import clarifications
from bot.store.usulan import usulan as stored
from bot.work.deciding import clarified
from bot.work.people.people import has_consented
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
        one = await clarifications.open_of(connection, visit.me.id)
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
        return heard.what not in ("voice", "photo")
    acts = visit.acts(heard.text, "idle")
    return bool(acts.done) and not told_beside(acts, heard.text)


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    about = state.about
    is_it = state.answers["ini"].value["value"] == "ya"
    told = _as_one(nothing_open.words_put_by(about))
    if not is_it or not await clarified.hear(replace(visit, said_in=about["dari"]), about["klarifikasi"], told):
        await nothing_open.go_on(visit, about)


def _as_one(words: Sequence[Typed | Sent]) -> Typed | Sent:
    """People send an answer in pieces; beside a voice or a photo what was typed stands under it."""
    typed = "\n".join(one.text for one in words if isinstance(one, Typed))
    if isinstance(words[0], Typed):
        return replace(words[0], text=typed)
    return replace(words[0], caption="\n".join(filter(None, (words[0].caption, typed))) or None)


JOURNEY = Journey(FORM, finish, heed=nothing_open.more, opening=nothing_open.naming(FORM, "nomor", "isi"))
