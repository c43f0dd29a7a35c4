"""Titip: an usulan brought for somebody without a telephone. The record says who spoke, who typed and how it was
agreed; a slip stays with the person."""

import json
from collections.abc import Mapping
from typing import Any

from bot.core.flow.interpreter import record
from bot.core.forms.heard import Heard
from bot.core.forms.questions import Flow
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.names import clean_name
from bot.core.usulan.witness import is_the_writer
from bot.store.people import speakers
from bot.store.usulan import claims
from bot.work import conversation
from bot.work.access import command, may_act
from bot.work.codes.handing_out import link
from bot.work.codes.secret_codes import new_code, spaced
from bot.work.saying.whatsapp import forward_button
from bot.work.usulan import danger, reader_choice, unnamed, usulan
from bot.work.visit import Journey, Visit

FORM = "titip"
#: Whoever does not agree is not written down.
_REFUSED = "titip_tidak_setuju"
#: Questions about the voice; all others are those of an usulan.
_NAME, _GENDER, _AGE, _GUARDIAN = "suara_nama", "suara_jenis", "suara_umur", "suara_wali"
_AGREED, _RECORDING, _WITNESS = "suara_setuju", "suara_rekaman", "suara_saksi"
_ABOUT_VOICE = (_NAME, _GENDER, _AGE, _GUARDIAN, _AGREED, _RECORDING, _WITNESS)


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """What keeps the form from going on is said instead: after a no to being written down it is closed, else its last
    question stays."""
    if why := _holds_up(visit, step.state):
        if why == _REFUSED:
            conversation.cancel(visit)
        visit.say(why)
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
    if _WITNESS in answers and _is_me(visit, answers[_WITNESS]["text"]):
        return "titip_saksi_sendiri"
    return None


def _is_me(visit: Visit, witness: str) -> bool:
    return is_the_writer(witness, visit.me.name, visit.office.catalog.world.oneself)


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """The form becomes an usulan with a voice, a typist and a way it was agreed; then the slip with its code."""
    answers = record(flow, state)
    voice = {key: answers.pop(key, None) for key in _ABOUT_VOICE}
    whose: dict[str, Any] = {"person_id": None, "speaker_id": _keep_voice(visit, voice), "typed_by": visit.me.id}
    made = await usulan.bring(
        visit, answers, **whose, agreed=json.dumps(_agreement(voice)), unnamed=unnamed.in_draft(state)
    )
    usulan.keep_sources(visit, made.id, state, answers)
    if voice[_RECORDING]:
        usulan.keep_media(visit, made.id, {_RECORDING: voice[_RECORDING]})
    visit.say(
        "titip_terima",
        nama=visit.me.name,
        siapa=_name(voice),
        tempat=usulan.place(answers),
        nomor=made.number,
        pembaca=made.reader,
        sendiri=made.reader_id == visit.me.id,
        bappeda=visit.office.bappeda,
    )
    hand_slip(visit, made.id, made.number, answers)


def _name(voice: dict[str, Any]) -> str:
    told = voice[_NAME]
    return clean_name(told["text"]) if told else ""


def _keep_voice(visit: Visit, voice: dict[str, Any]) -> int | None:
    """Nobody's account: this telephone is told nothing of them. Nothing is kept without a name and a parent."""
    guardian = voice[_GUARDIAN]
    if not voice[_NAME] and not guardian:
        return None
    parent = clean_name(guardian["text"]) if guardian else None
    return speakers.add(visit.turn, _name(voice), account_id=None, tell_directly=True, guardian=parent).id


def _agreement(voice: dict[str, Any]) -> dict[str, Any]:
    """{"cara": "suara" | "saksi", "saksi": the witness, "jenis": woman or man where that was told}."""
    told = {"cara": voice[_AGREED]["value"]}
    if voice[_WITNESS]:
        told["saksi"] = clean_name(voice[_WITNESS]["text"])
    if voice[_GENDER]:
        told["jenis"] = voice[_GENDER]["value"]
    return told


def hand_slip(visit: Visit, usulan_id: int, number: str, answers: Mapping[str, Any]) -> None:
    """To copy, print or forward: the number, the code, whom to ask."""
    code = new_code()
    ends = claims.offer(visit.turn, code, usulan_id)
    values = {
        "nomor": number,
        "tempat": usulan.place(answers),
        "ringkas": usulan.summary(answers),
        "hari": visit.office.day(visit.now),
        "penanya": visit.me.name,
        "akun": visit.office.username,
        "kode": spaced(code),
        "sampai": visit.office.day(ends),
    }
    plain = visit.label(Words("titip_lembar_wa", values | {"tautan": link(visit.office, code)}))
    markup = {"inline_keyboard": [[forward_button(visit.office, plain)]]}
    visit.say("titip_lembar", markup, **values)


JOURNEY = Journey(FORM, finish, look=reader_choice.with_readers, heed=heed, nudged=True)
