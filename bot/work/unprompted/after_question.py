"""What a villager tells while something is asked of their usulan and nothing is open: people answer without a button
and without a reply. It is asked whether it is the answer; on *Bukan* it goes the way that it would have gone."""

from dataclasses import replace

from bot.core.flow.first_words import told_beside
from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.store.deciding import clarifications
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.deciding import clarified
from bot.work.unprompted import nothing_open
from bot.work.usulan import asked, kabar
from bot.work.usulan.usulan import spoken_name
from bot.work.visit import Journey, Visit

FORM = "klarifikasi_ini"


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it is asked about. What only greets, thanks or asks is no answer; danger is heard before."""
    if not isinstance(heard, Typed | Sent) or _only_does(visit, heard):
        return False
    async with visit.ask() as connection:
        one = await clarifications.open_of(connection, visit.me.id)
        found = await stored.by_id(connection, one.usulan_id) if one is not None else None
    if one is None or found is None:
        return False
    told = {"nomor": spoken_name(visit.office, found.kecamatan, found.serial), "isi": asked.question(visit.office, one)}
    about = nothing_open.put_by(visit, heard) | {"klarifikasi": one.id} | told
    conversation.start(visit, JOURNEY, about=about)
    return True


def _only_does(visit: Visit, heard: Typed | Sent) -> bool:
    if isinstance(heard, Sent):
        return heard.what not in ("voice", "photo")
    if visit.office.catalog.danger.find(heard.text) or kabar.number_in(visit.office, heard.text) is not None:
        return True
    acts = visit.acts(heard.text, "idle")
    return bool(acts.done) and not told_beside(acts, heard.text)


def _naming(step: Step) -> Step:
    """What was asked stands above the question."""
    about = step.state.about
    lead = Words("klarifikasi_ini", {"nomor": about["nomor"], "isi": about["isi"]})
    return replace(step, say=tuple(replace(say, lead=lead) for say in step.say))


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    about = state.about
    is_it = state.answers["ini"].value["value"] == "ya"
    words = nothing_open.words_put_by(about)[0]
    if not is_it or not await clarified.hear(replace(visit, said_in=about["dari"]), about["klarifikasi"], words):
        await nothing_open.go_on(visit, about)


JOURNEY = Journey(FORM, finish, opening=_naming)
