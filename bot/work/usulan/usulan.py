"""An usulan from its receipt on: numbered, told of."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from bot.core.calendar.years import plan_years
from bot.core.flow.heard.another import FOLLOWS
from bot.core.flow.heard.first_words import hear_first
from bot.core.flow.interpreter import record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Flow
from bot.core.forms.say import Step
from bot.core.forms.state import Answer, State
from bot.core.records import Usulan
from bot.core.usulan.titles import titled
from bot.core.wilayah import hamlet_name
from bot.store.queues import notices
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.office import Office
from bot.work.places.posters import is_from_poster
from bot.work.saying.whatsapp import forward_button
from bot.work.usulan import parting, promised, reader_choice, several, sources
from bot.work.usulan.dangers import apart, closed, danger
from bot.work.usulan.voices import kept_off, name_question, other_people, other_story, speakers, stories_beside, unnamed
from bot.work.usulan.voices.apart_gone import open_again
from bot.work.usulan.waiting import looked_at, plan_begins_at
from bot.work.visit import Journey, Visit

FORM = "usulan"
RECORDED = "tercatat"
#: How somebody agreed whose usulan came through a telephone that is to know nothing of it.
KEPT_AWAY = "langsung"
_BESIDES = "juga"
_PLACE = ("kecamatan", "desa", "dusun")


def begin(
    visit: Visit, spoken: Sequence[Heard] = (), *, alone: bool = False, about: Mapping[str, Any] | None = None
) -> None:
    """Open a new usulan. The last place is offered again, and taken as said when a poster told it; `spoken`: what was
    said before the first question, `alone`: and nothing but that says that there is to be an usulan. `about`: what is
    known of it; nobody is asked after one beside which violence was told of."""
    place, is_quiet = visit.me.place, bool({reader_choice.PRIVATE, closed.APART} & (about or {}).keys())
    settled = is_from_poster(place)
    journey = replace(JOURNEY, opening=partial(several.opened, visit.office), nudged=not is_quiet)
    conversation.start(visit, journey, about=about, offered=place, settled=settled, spoken=spoken, alone=alone)


async def show_together(visit: Visit, spoken: Sequence[Heard]) -> bool:
    """What was told while a grown-up was asked is shown once, with what waited before it, and it is asked whether that
    is the story. False where the story is told already."""
    draft = visit.conversations.get(FORM)
    state = State.from_json(draft.state) if draft is not None else None
    if state is None or not spoken or "cerita" in state.answers:
        return False
    waited = [Answer.from_json(one) for one in state.pending.get("first", {}).get("answers", {}).values()]
    before = [Typed(one.value["text"], one.messages[0]) for one in waited if one.value.get("text")]
    flow, world = visit.office.catalog.flows[FORM], visit.office.world(visit.now)
    conversation.put_in(visit, hear_first(flow, state, [*before, *spoken], world))
    return await conversation.resume(visit)


async def submit(visit: Visit, flow: Flow, state: State) -> None:
    """A finished form becomes an usulan with a number, and its proposer gets the receipt."""
    speaker = speakers.speaker_of(state)
    quiet = kept_off.voice(visit, state) if speaker is None else None
    answers = record(flow, state)
    answers = several.whole(state, answers) if speaker is not None or quiet else answers
    if speaker is not None:
        hides = bool(speaker["guardian"]) or unnamed.is_wished(visit, state)
        answers = unnamed.without_voice(visit, answers, speaker["name"], speaker["guardian"] or "", hides=hides)
    if speaker is not None and speaker["directly"]:
        await _submit_kept_away(visit, answers, speaker, state)
        other_story.begin_next(visit, state)
        return
    whose = {"person_id": visit.me.id, "speaker_id": speaker["id"] if speaker else quiet}
    if quiet and (by := kept_off.way(state)):
        whose["agreed"] = json.dumps(by)
    private, shunned = closed.is_private(state), reader_choice.is_shunned(state)
    hides = unnamed.in_draft(state)
    made = await bring(visit, answers, draft=state.draft, private=private, shunned=shunned, **whose, unnamed=hides)
    sources.keep_sources(visit, made.id, state, answers)
    visit.turn.remember(replace(visit.me, place={key: answers[key] for key in _PLACE if key in answers}))
    if quiet and kept_off.thank(visit, made.number, made.reader, state):
        return
    _thank(visit, answers, made, spread=not private)
    if speaker is None:
        await several.offer_next(visit, made.id, state, answers)
    _begin_apart(visit, state)


def _begin_apart(visit: Visit, state: State) -> None:
    """Of violence that was told beside this one an usulan of its own, which nobody near reads; or of who else spoke."""
    told = closed.told_apart(state)
    if not told:
        other_story.begin_next(visit, state)
    else:
        visit.say("usulan_tertutup_menyusul")
        apart.begin(visit, told, **stories_beside.waiting(state))


async def _keep_others(visit: Visit, state: State) -> None:
    """Of a draft that is given up: another usulan that waited in it is none of it."""
    besides = state.answers.get(_BESIDES)
    others, messages = several.left_over(visit.office, state), besides.messages if besides is not None else ()
    told = [Typed(others, (0, *messages)[-1])] if others else []
    if closed.told_apart(state) or stories_beside.waiting(state):
        _begin_apart(visit, stories_beside.kept(state, told) if told else state)
    elif told:
        begin(visit, told, alone=True)
    elif several.ABOUT in state.about:
        await several.go_on(visit, *state.about[several.ABOUT])
    elif state.about.get(FOLLOWS):
        several.offer_new(visit)


async def _submit_kept_away(visit: Visit, answers: dict[str, Any], speaker: Mapping[str, Any], state: State) -> None:
    """*Jangan lewat HP ini*: from here on it is nobody's on this telephone, and no message of it corrects anything. The
    receipt names nobody: it stays on the screen. Whoever reads usulan has written it down, and brings the news."""
    speakers.keep_away(visit, speaker)
    agreed, brought = json.dumps({"cara": KEPT_AWAY, **kept_off.way(state)}), speakers.is_brought(visit)
    typed_by = visit.me.id if brought else None
    whose = {"person_id": None, "speaker_id": speaker["id"], "agreed": agreed, "typed_by": typed_by}
    made = await bring(
        visit, answers, private=closed.is_private(state), **whose, unnamed=unnamed.is_wished(visit, state)
    )
    told: dict[str, Any] = {"nomor": made.number, "pembaca": made.reader, "bappeda": visit.office.bappeda}
    if brought:
        sources.keep_sources(visit, made.id, state, answers)
        visit.say("suara_terima_dibawa", sendiri=made.reader_id == visit.me.id, siapa=speaker["name"], **told)
    else:
        kept_off.thank(visit, made.number, made.reader, state)


@dataclass(frozen=True, slots=True)
class Made:
    """`number` as people say it; `reader`: the name of who reads it, empty when that is the office. `until`: by when
    there is a word about it, whatever becomes of it. `reader_id`: whose name that is. `alone`: nobody else reads it,
    nor is it read aloud."""

    id: int
    number: str
    reader: str
    until: datetime
    reader_id: int | None = None
    alone: bool = False


async def bring(
    visit: Visit,
    answers: dict[str, Any],
    *,
    draft: str = "",
    private: bool = False,
    shunned: bool = False,
    **whose: Any,
) -> Made:
    """Store an usulan with its number, its media and its history, and tell who reads it.

    `whose`: person_id, speaker_id, typed_by, agreed, unnamed, again_of, and the reader_id that it had before. `draft`:
    for whoever presses *Kirim* again. `private`: nobody near reads it; `shunned`: it was said who
    shall not. The choice of a reader is taken out of the answers.
    """
    kecamatan, desa = answers["kecamatan"]["code"], answers["desa"]["code"]
    year = planning_year(visit.office, visit.now)
    serial = await visit.ask_once(stored.next_serial, f"{kecamatan}/{year}")
    whose["unnamed"] = whose.get("unnamed") or (whose["person_id"] == visit.me.id and visit.me.unnamed)
    answers = unnamed.without_name(visit, answers) if whose["unnamed"] else answers
    choice, before = answers.pop(reader_choice.QUESTION, None), whose.get("reader_id")
    nearest = await reader_choice.readers_of(visit, desa, told=shunned or bool(choice and choice["reader"]))
    reader_id, readers = reader_choice.chosen(nearest, choice, before)
    if private and reader_id is None and nearest.others:
        reader_id, readers = reader_choice.chosen(nearest, choice, nearest.others[0].id)
    usulan_id = _store(visit, answers, year, serial, whose | {"reader_id": reader_id})
    sources.keep_media(visit, usulan_id, answers)
    events.note(visit.turn, usulan_id, events.MADE, **({"draf": draft} if draft else {}))
    for reader in (one for one in readers if one.id != whose.get("typed_by")):
        notices.tell(visit.turn, reader.id, notices.NEW_USULAN)
    first = readers[0] if readers else None
    until = promised.begin(visit, usulan_id, desa, whose.get("person_id"))
    number = visit.office.spoken_name(kecamatan, serial)
    name, first_id = (first.name, first.id) if first else ("", None)
    return Made(usulan_id, number, name, until, first_id, reader_id is not None)


#: Whose an usulan may be; all rows of a batch name the same columns.
_WHOSE = ("person_id", "speaker_id", "typed_by", "agreed", "reader_id", "unnamed", "again_of")


def planning_year(office: Office, instant: datetime) -> int:
    """The year whose musrenbang what is said now still reaches: November and January of one season bear the same."""
    return plan_years(office.local(instant).date()).desa


def _store(visit: Visit, answers: dict[str, Any], year: int, serial: int, whose: dict[str, Any]) -> int:
    code = visit.office.number(answers["kecamatan"]["code"], year, serial)
    looks = {"unread_at": looked_at(visit.office, visit.now), "season_at": plan_begins_at(visit.office, visit.now)}
    columns = {column: whose.get(column) for column in _WHOSE} | looks
    return stored.add(visit.turn, answers, code=code, year=year, serial=serial, status=RECORDED, **columns)


#: What is told in own words; what was typed is put right by changing the message.
_TOLD = ("cerita", "harapan", "alasan")


def _thank(visit: Visit, answers: dict[str, Any], made: Made, *, spread: bool) -> None:
    """The receipt: what was noted, the number to say aloud, who reads it, that nothing is decided, and by when there is
    a word all the same. `spread`: whether others may be told of it."""
    values: dict[str, Any] = {
        "batas": visit.office.day(made.until),
        "nama": visit.me.name,
        "nomor": made.number,
        "ringkas": quoted(visit.office, answers),
        "tempat": place(answers),
        "tertulis": any("text" in answers.get(key, {}) and "voice" not in answers[key] for key in _TOLD),
        "tertutup": not spread,
        "sendiri": made.alone,
    }
    markup = {"inline_keyboard": [[_pass_on(visit, answers, made.number)]]} if spread else None
    visit.say("tanda_terima", markup, pembaca=made.reader, bappeda=visit.office.bappeda, **values)


def _pass_on(visit: Visit, answers: dict[str, Any], number: str) -> dict[str, Any]:
    """For whoever is not here: where it stands, without a name."""
    told = {"hari": visit.office.day(visit.now), "tahap": RECORDED, "dibaca": "", "perihal": "", "hasil": ""}
    known: dict[str, Any] = {"dibahas": True}
    known |= {"nomor": number, "tempat": public_place(visit.office, answers)}
    return forward_button(visit.office, visit.office.plain("kabar_wa", **known | told))


def number_of(office: Office, one: Usulan, now: datetime) -> str:
    """The same where several years stand side by side: "Baraka 42", and "Baraka 42/26" for one of another year."""
    name = office.spoken_number(one)
    return name if one.year in (0, planning_year(office, now)) else with_year(name, one.year)


def with_year(name: str, year: int) -> str:
    return f"{name}/{year % 100:02}"


def summary(office: Office, answers: Mapping[str, Any]) -> str:
    """What it is about and what is asked for, in the person's own words; what was only spoken is named as such."""
    return titled(answers, office.catalog.world) or "pesan suara"


def quoted(office: Office, answers: Mapping[str, Any]) -> str:
    """The same, where others may look at the telephone on which it is said: nothing of violence is."""
    return office.plain("usulan_tanpa_isi") if closed.is_delicate(office, answers) else summary(office, answers)


def place(answers: Mapping[str, Any]) -> str:
    return ", ".join(hamlet_name(answers[key]) for key in ("dusun", "desa") if answers.get(key))


def public_place(office: Office, answers: Mapping[str, Any]) -> str:
    """For everybody."""
    return ", ".join(filter(None, (public_hamlet(office, answers), hamlet_name(answers["desa"]))))


def public_hamlet(office: Office, answers: Mapping[str, Any]) -> str:
    """A name of a dusun in somebody's own words may be a person's, until it is confirmed: then it is empty; an RT is so
    few houses that it tells whose usulan it is."""
    dusun, desa = answers.get("dusun"), answers["desa"]
    known = dusun and (dusun.get("listed", True) or dusun["name"] in office.catalog.places.dusun(desa["code"]))
    return str(dusun["name"]) if dusun and known else ""


async def mine(visit: Visit) -> list[Usulan]:
    """The person's own usulan, newest first."""
    return await visit.ask_once(stored.of_person, visit.me.id)


async def _heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    if parting.is_wished(visit, heard):
        return await parting.tell(visit, before, heard)
    if name_question.holds_up(visit, before, step):
        return True
    voice = speakers.speaker_of(before)
    if voice is not None and await other_people.heed(visit, before, heard, step, voice["name"]):
        return True
    open_again(visit, before, step)
    return await danger.heed(visit, before, heard, step)


JOURNEY = Journey(
    FORM,
    submit,
    fit=closed.plainly,
    look=several.look,
    heed=_heed,
    opening=speakers.with_offer,
    dropped=_keep_others,
    nudged=True,
)
