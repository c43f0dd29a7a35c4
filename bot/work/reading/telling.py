"""An usulan as a facilitator reads it: every answer in plain words, what is missing, whose voice and whose hand."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core import kinds
from bot.core.flow.told_otherwise import beside_story
from bot.core.forms.questions import Ask
from bot.core.records import Usulan
from bot.core.understanding.tongue import tongue_of
from bot.core.usulan import quality
from bot.core.usulan.missing import missing
from bot.store.people import people
from bot.store.reading import readings, wordings
from bot.store.reading.wordings import Wording
from bot.store.usulan import events
from bot.store.usulan.usulan import Media
from bot.work.office import Office
from bot.work.reading import delicate, lines
from bot.work.reading.lines import is_unnamed
from bot.work.usulan import asked
from bot.work.usulan.reader_choice import QUESTION as READER
from bot.work.usulan.usulan import FORM, place
from bot.work.visit import Visit

_APART = ("kecamatan", "desa", "dusun", "cerita", "harapan", "foto", "lokasi")  # told in their own way


async def told_of(
    visit: Visit, one: Usulan, media: Sequence[Media], waiting: Sequence[Mapping[str, Any]] = ()
) -> dict[str, Any]:
    """The values of the sentence `usulan_utuh`; `waiting`: what is asked already, as `asked.lines` has it."""
    found = await visit.ask_once(wordings.of_usulan, one.id)
    told = {
        "nomor": lines.number(visit, one),
        "kode": one.code,
        "sipd": one.sipd or "",
        "tempat": place(one.answers),
        "terdaftar": one.answers.get("dusun", {}).get("listed", True),
        "cerita": (one.answers.get("cerita") or {}).get("text") or "",
        "harapan": (one.answers.get("harapan") or {}).get("text") or "",
        "lain": _other_answers(visit.office, one.answers),
        "bersama": await _filled_together(visit, one),
        "tulisan": _wordings(visit, found),
        "suara": sum(one.kind == "voice" for one in media),
        "foto": sum(one.kind != "voice" for one in media),
        "titik": isinstance(one.answers.get("lokasi"), dict) and "lat" in one.answers["lokasi"],
        "tanya": _still_to_ask(visit.office, one.answers),
        "dijawab": await asked.answered(visit, one.id),
    }
    told["tertutup"] = _helpers(visit.office, one, found)
    return told | _how_whole(visit.office, one, found, waiting, bool(told["foto"])) | await _people(visit, one)


def _helpers(office: Office, one: Usulan, found: Sequence[Wording]) -> list[dict[str, str]]:
    """Who can help, of what is nobody else's business; empty for every other usulan."""
    case = delicate.case_of(office, one.answers, _typed(found))
    return [{"nama": contact.name, "nomor": contact.number} for contact in case.contacts] if case else []


def _typed(found: Sequence[Wording]) -> dict[str, str]:
    return {word.question: word.text for word in found if word.refused_at is None}


def _how_whole(
    office: Office, one: Usulan, found: Sequence[Wording], waiting: Sequence[Mapping[str, Any]], pictured: bool
) -> dict[str, Any]:
    """How well it is told, by all that is written down; a voice that is not yet tells neither good nor poor."""
    answers = quality.with_pictures(quality.with_wordings(one.answers, _typed(found)), pictured)
    lacks = quality.lacks(answers, tongue_of(office.catalog.world.spellings))
    told = {"mutu": quality.MOST - len(lacks), "dari": quality.MOST, "kurang": lines.marks(office, lacks)}
    told |= {"nilai": quality.grade(lacks), "belum_ditulis": bool(quality.unwritten(answers))}
    return told | {"tanya_dulu": lines.first_to_ask(office, answers, waiting)}


def _other_answers(office: Office, answers: Mapping[str, Any]) -> list[dict[str, str]]:
    flow, world = office.catalog.flows[FORM], office.catalog.world
    told = []
    for question in flow.questions:
        if question.key in answers and question.key not in _APART:
            ask = Ask(question, answers, world)
            shown = kinds.find(question.kind).show(ask, answers[question.key])
            shown = beside_story(flow, question, answers, world, shown)
            told.append({"judul": question.title, "isi": office.catalog.label(shown)})
    return told


def _still_to_ask(office: Office, answers: Mapping[str, Any]) -> list[str]:
    """Titles of what was left out when *Cukup* was pressed, or not known: the facilitator's questions."""
    found = missing(office.catalog.flows[FORM], answers)
    return [question.title for question in found if question.key != READER]


async def _filled_together(visit: Visit, one: Usulan) -> list[dict[str, str]]:
    found = await visit.ask_once(events.filled_together, [one.id])
    return [
        {"nama": name, "hal": ", ".join(title_of(visit.office, question) for question in questions)}
        for name, questions in found.get(one.id, {}).items()
    ]


def _wordings(visit: Visit, found: Sequence[Wording]) -> list[dict[str, Any]]:
    return [
        {
            "tanya": title_of(visit.office, word.question),
            "isi": word.text,
            "oleh": word.by,
            "betul": word.confirmed_at is not None,
            "ditolak": word.refused_at is not None,
        }
        for word in found
    ]


def title_of(office: Office, question: str) -> str:
    """The short name of a question, as the review card shows it."""
    found = office.catalog.flows[FORM].question(question)
    return found.title if found is not None else question


async def _people(visit: Visit, one: Usulan) -> dict[str, Any]:
    """Who spoke, through whose telephone, who wrote it down, how it was agreed, and who read it."""
    agreed = one.agreed or {}
    async with visit.ask() as connection:
        voice = await readings.voice_of(connection, one.speaker_id) if one.speaker_id else None
        who = {"nama": one.person_id, "penulis": one.typed_by, "pembaca": one.read_by}
        known = await people.names(connection, who.values())
    is_far = voice is not None and voice[2]
    names = {key: known.get(person_id or 0, "") for key, person_id in who.items()}
    if is_unnamed(visit, one):
        voice, names["nama"], agreed = None, "", {**agreed, "saksi": ""}
    return names | {
        "suara_siapa": voice[0] if voice else "",
        "jauh": is_far,
        "wali": (voice[1] or "") if voice else "",
        "titip": one.typed_by is not None,
        "cara_setuju": agreed.get("cara", ""),
        "saksi": agreed.get("saksi", ""),
    }
