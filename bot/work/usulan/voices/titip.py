"""Titip: an usulan brought for somebody without a telephone. The record says who spoke, who typed and how it was
agreed; a slip stays with the person."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.flow.interpreter import record
from bot.core.forms.heard import Heard
from bot.core.forms.questions import Flow
from bot.core.forms.say import Say, Step
from bot.core.forms.state import State
from bot.core.names import clean_name
from bot.core.records import Usulan
from bot.core.usulan.witness import is_the_writer
from bot.store.people import speakers
from bot.store.reading import readings
from bot.store.usulan import claims, media
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.access import command, may_act
from bot.work.codes.handing_out import link
from bot.work.codes.secret_codes import new_code, spaced
from bot.work.saying.whatsapp import forward_button
from bot.work.usulan import parting, several, sources, usulan
from bot.work.usulan.dangers import closed, danger
from bot.work.usulan.voices import age_told, agreed_in_words, other_people, other_story, unnamed, which_voice
from bot.work.visit import Journey, Take, Visit

FORM = "titip"
#: Whoever does not agree is not written down.
_REFUSED = "titip_tidak_setuju"
#: Questions about the voice; all others are those of an usulan.
_NAME, _GENDER, _AGE, _GUARDIAN = "suara_nama", "suara_jenis", "suara_umur", "suara_wali"
_AGREED, _RECORDING, WITNESS = "suara_setuju", "suara_rekaman", "suara_saksi"
#: Under which the witness stands in the agreement.
AS_WITNESS = "saksi"
_NAMING = (_NAME, _GUARDIAN, WITNESS)
_ABOUT_VOICE = (_NAME, _GENDER, _AGE, _GUARDIAN, _AGREED, _RECORDING, WITNESS)


def begin(visit: Visit, known: Mapping[str, Any], spoken: Sequence[Heard] = ()) -> None:
    """One that was left half filled is not thrown away unasked. `known`: the place that their role tells; `spoken`:
    what was told with the wish."""
    draft = visit.conversations.get(FORM)
    if draft is None or draft.state["answers"].keys() <= known.keys():
        conversation.start(visit, JOURNEY, known, spoken=spoken)
        return
    told = {key: answer["value"] for key, answer in draft.state["answers"].items()}
    which_voice.ask(visit, draft, known, "" if closed.is_delicate(visit.office, told) else _name(told))


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """What keeps the form from going on is said instead: after a no to being written down it is closed, else its last
    question stays."""
    if await which_voice.heed(visit, before, heard):
        return True
    if parting.is_wished(visit, heard):
        return await parting.tell(visit, before, heard)
    if why := _holds_up(visit, step.state):
        if why == _REFUSED:
            conversation.cancel(visit)
        visit.say(why)
        return True
    if await agreed_in_words.heed(visit, closed.plainly(visit, visit.office.catalog.flows[FORM]), before, heard, step):
        return True
    told = {key: answer.value for key, answer in before.answers.items() if key == _NAME}
    if await other_people.heed(visit, before, heard, step, _name(told) if told else ""):
        return True
    return await danger.heed(visit, before, heard, step)


def _holds_up(visit: Visit, state: State) -> str | None:
    answers = {key: answer.value for key, answer in state.answers.items()}
    if _AGREED in answers and answers[_AGREED]["value"] == "tidak":
        return _REFUSED
    if _RECORDING in answers and "voice" not in answers[_RECORDING]:
        return "titip_perlu_rekaman"
    if "desa" in answers and not may_act(command(FORM), visit.grants, answers["desa"]["code"]):
        return "titip_di_luar"
    if WITNESS in answers and is_me(visit, answers[WITNESS]["text"]):
        return "titip_saksi_sendiri"
    return None


def is_me(visit: Visit, witness: str) -> bool:
    return is_the_writer(witness, visit.me.name, visit.office.catalog.world.oneself)


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """The form becomes an usulan with a voice, a typist and a way it was agreed; then the slip with its code, and what
    else was told in the same breath."""
    answers = record(flow, state)
    told = {key: answers.pop(key, None) for key in _ABOUT_VOICE}
    first = await _first(visit, state)
    voice = _voice(visit, told) if first is None else await _same_voice(visit, first)
    whose: dict[str, Any] = {"person_id": None, "speaker_id": voice.id, "typed_by": visit.me.id}
    whose["private"] = closed.is_private(state)
    quiet = whose["private"] or closed.is_delicate(visit.office, answers)
    unsaid = unnamed.in_draft(state) or voice.unnamed or quiet
    answers = unnamed.without_voice(visit, answers, voice.name, voice.guardian, hides=bool(unsaid or voice.guardian))
    made = await usulan.bring(visit, answers, **whose, agreed=json.dumps(voice.agreed), unnamed=unsaid)
    sources.keep_sources(visit, made.id, state, answers)
    for file in voice.files:
        media.keep(visit.turn, made.id, _RECORDING, "voice", file)
    visit.say(
        "titip_terima",
        nama=visit.me.name,
        siapa="" if quiet else voice.name,
        tempat=usulan.place(answers),
        nomor=made.number,
        pembaca=made.reader,
        sendiri=made.reader_id == visit.me.id,
        bappeda=visit.office.bappeda,
    )
    hand_slip(visit, made.id, made.number, usulan.planning_year(visit.office, visit.now), answers)
    origin, sent = state.about.get(several.ABOUT, (made.id, 0))
    if origin == made.id:
        several.offer(visit, origin, answers, for_somebody=True)
    elif first is not None:
        await several.go_on(visit, origin, sent, for_somebody=True)
    other_story.begin_next(visit, state)


@dataclass(frozen=True, slots=True)
class _Voice:
    """`files`: the recording by which they agreed, as an answer keeps it."""

    id: int | None
    name: str
    agreed: Mapping[str, Any]
    files: Sequence[Mapping[str, Any]] = ()
    unnamed: bool = False
    guardian: str = ""


def _voice(visit: Visit, told: dict[str, Any]) -> _Voice:
    recorded = told[_RECORDING]
    files = [recorded["voice"]] if recorded and "voice" in recorded else []
    guardian = _parent(told)
    return _Voice(_keep_voice(visit, told), _name(told), _agreement(told), files, guardian=guardian)


async def _first(visit: Visit, state: State) -> Usulan | None:
    """The usulan of the same voice in which this one was told, too."""
    origin = state.about.get(several.ABOUT)
    if origin is None:
        return None
    found = await visit.ask_once(stored.by_id, origin[0])
    return found if found is not None and found.typed_by == visit.me.id else None


async def _same_voice(visit: Visit, first: Usulan) -> _Voice:
    """Who agreed to have it written down agreed to all that was told in it."""
    async with visit.ask() as connection:
        told = await readings.voice_of(connection, first.speaker_id) if first.speaker_id else None
        recorded = [one for one in await stored.media_of(connection, first.id) if one.question == _RECORDING]
    files = [{"file_id": one.file_id} for one in recorded if one.file_id]
    name, guardian = (told[0], told[1] or "") if told else ("", "")
    return _Voice(first.speaker_id, name, first.agreed or {}, files, first.unnamed, guardian)


async def look(visit: Visit, flow: Flow, state: State, take: Take) -> Step:
    """Of the next of several things nothing is asked about the voice again. What tells of violence is read back without
    a name and without its words."""
    step = agreed_in_words.of_grown_ups(await several.look(visit, flow, state, take, needless_in(state.about)))
    step = age_told.look(visit, flow, step)
    told = {key: answer.value for key, answer in step.state.answers.items()}
    if not closed.is_private(step.state) and not closed.is_delicate(visit.office, told):
        return step
    return replace(step, say=tuple(_unnamed(say) for say in step.say))


def _unnamed(say: Say) -> Say:
    """The card of violence: others may hear it, or see this telephone. What was told stands in the message above."""
    lines = say.values.get("baris")
    told = [line for line in lines or () if line["kunci"] not in _NAMING]
    return say if lines is None else replace(say, values={**say.values, "baris": told})


def needless_in(about: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(_ABOUT_VOICE) if several.ABOUT in about else frozenset()


def _name(voice: dict[str, Any]) -> str:
    told = voice.get(_NAME)
    return clean_name(told["text"]) if told else ""


def _keep_voice(visit: Visit, voice: dict[str, Any]) -> int | None:
    """Nobody's account: this telephone is told nothing of them. Nothing is kept without a name and a parent."""
    if not voice[_NAME] and not voice[_GUARDIAN]:
        return None
    parent = _parent(voice) or None
    return speakers.add(visit.turn, _name(voice), account_id=None, tell_directly=True, guardian=parent).id


def _parent(voice: dict[str, Any]) -> str:
    told = voice.get(_GUARDIAN)
    return clean_name(told["text"]) if told else ""


def witnessed(flow: Flow, one: Usulan) -> tuple[Flow, dict[str, Any]]:
    """The form as if nothing but the witness were asked, and who it was."""
    asked = tuple(replace(question, only_if=()) for question in flow.questions if question.key == WITNESS)
    told = {WITNESS: {"text": (one.agreed or {}).get(AS_WITNESS, "")}}
    return replace(flow, questions=asked, checks=(), enough_from=None), told


def _agreement(voice: dict[str, Any]) -> dict[str, Any]:
    """{"cara": "suara" | "saksi", "saksi": the witness, "jenis": woman or man where that was told}."""
    told = {"cara": voice[_AGREED]["value"]}
    if voice[WITNESS]:
        told[AS_WITNESS] = clean_name(voice[WITNESS]["text"])
    if voice[_GENDER]:
        told["jenis"] = voice[_GENDER]["value"]
    return told


def hand_slip(visit: Visit, usulan_id: int, number: str, year: int, answers: Mapping[str, Any]) -> None:
    """To copy, print or forward: the number, the code, whom to ask. Paper is kept for years: what is typed from it
    bears its year."""
    code = new_code()
    ends = claims.offer(visit.turn, code, usulan_id)
    values = {
        "nomor": number,
        "nomor_tahun": usulan.with_year(number, year),
        "tempat": usulan.place(answers),
        "ringkas": usulan.quoted(visit.office, answers),
        "hari": visit.office.day(visit.now),
        "penanya": visit.me.name,
        "akun": visit.office.username,
        "kode": spaced(code),
        "sampai": visit.office.day(ends),
    }
    plain = visit.office.plain("titip_lembar_wa", **values | {"tautan": link(visit.office, code)})
    markup = {"inline_keyboard": [[forward_button(visit.office, plain)]]}
    visit.say("titip_lembar", markup, **values)


JOURNEY = Journey(FORM, finish, fit=closed.plainly, look=look, heed=heed, dropped=other_story.left, nudged=True)
