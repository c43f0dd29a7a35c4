"""Danger and complaints: whoever tells of one is answered first with whom to call, and a facilitator is told at once.

A facilitator learns the place and the word, never the name or the story: it may not be sent yet, and it may be about
somebody near.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.core.forms.heard import Heard, Pressed, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.usulan.danger import Found
from bot.core.wilayah import KECAMATAN, chain, hamlet_name
from bot.store.people import people
from bot.store.queues import notices
from bot.store.queues.notices import DANGER
from bot.work.office import Office
from bot.work.usulan.reader_choice import READERS
from bot.work.visit import Visit

_TOLD = 3  # facilitators of one place; more would be a rumour
_SUBJECT = 32  # characters a notice has room for


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """What was said in a draft, before its own answer is said; the answer is taken all the same. A facilitator is told
    as soon as the place is known."""
    answers = {key: answer.value for key, answer in step.state.answers.items()}
    found = _new(visit.office, _words(heard), _texts({key: answer.value for key, answer in before.answers.items()}))
    late = _urgent(visit.office, _texts(answers)) if "desa" in step.changed else []
    told = {one.case.key: await _tell(visit, answers, before.draft, one) for one in [*found, *late]}
    _answer(visit, found, told)
    return False


async def heed_alone(visit: Visit, heard: Heard) -> None:
    """What was said to nobody's question: the place is the one of last time, if there was one."""
    found = _new(visit.office, _words(heard), ())
    place = (visit.me.place) or {}
    told = {one.case.key: await _tell(visit, place, f"u{visit.turn.update_id}", one) for one in found}
    _answer(visit, found, told)


def answer_first_words(visit: Visit, heard: Heard) -> None:
    """What was said before any consent: only whom to call where somebody may die, and nobody is told of it."""
    _answer(visit, [one for one in _new(visit.office, _words(heard), ()) if one.case.life and not one.mild], {})


async def heed_correction(visit: Visit, usulan_id: int, answers: Mapping[str, Any], before: Mapping[str, Any]) -> None:
    """What an usulan tells of since it was corrected."""
    found = _new(visit.office, "\n".join(_texts(answers)), _texts(before))
    told = {one.case.key: await _tell(visit, answers, str(usulan_id), one) for one in found}
    _answer(visit, found, told)


def _words(heard: Heard) -> str:
    if isinstance(heard, Pressed):
        return ""
    return heard.text if isinstance(heard, Typed) else heard.caption or ""


def _texts(answers: Mapping[str, Any]) -> list[str]:
    """Every word somebody wrote themselves."""
    parts = [part for value in answers.values() for part in (value if isinstance(value, list) else [value])]
    told = [part.get("text") or part.get("caption") for part in parts if isinstance(part, dict)]
    return [text for text in told if isinstance(text, str)]


def _new(office: Office, text: str, earlier: Iterable[str]) -> list[Found]:
    """What was not told of before; of what is not happening now only one thing, and nothing beside a danger."""
    found = office.catalog.danger.find(text)
    if not found:
        return []
    known = {(one.case.key, one.mild) for words in earlier for one in office.catalog.danger.find(words)}
    fresh = [one for one in found if not {(one.case.key, False), (one.case.key, one.mild)} & known]
    urgent = [one for one in fresh if not one.mild]
    return urgent or fresh[:1]


def _urgent(office: Office, texts: Iterable[str]) -> list[Found]:
    return [one for one in office.catalog.danger.find("\n".join(texts)) if not one.mild]


def _answer(visit: Visit, found: Iterable[Found], told: Mapping[str, str]) -> None:
    for one in found:
        call = [{"nama": contact.name, "nomor": contact.number} for contact in one.case.contacts]
        if one.mild:
            visit.say(f"bahaya.{one.case.key}_pelan", hubungi=call)
        else:
            visit.say(f"bahaya.{one.case.key}", hubungi=call, dikabari=told.get(one.case.key, ""))


async def _tell(visit: Visit, answers: Mapping[str, Any], subject: str, one: Found) -> str:
    """Tell the nearest facilitators, each once for a draft. Returns the name of the first; empty when there is none."""
    wilayah = _wilayah(answers, one)
    if one.mild or not wilayah:
        return ""
    named = (hamlet_name(answers[key]) for key in _PLACE[one.case.tell] if answers.get(key))
    values = {"tempat": ", ".join(named), "kata": one.word}
    text = visit.text(f"bahaya.kabar_{one.case.key}", **values)
    about = f"{subject}:{one.case.key}"[-_SUBJECT:]
    readers = await _nearest(visit, wilayah, READERS if one.case.tell != KECAMATAN else READERS[1:])
    for person_id, _ in readers:
        await _tell_once(visit, person_id, about, text, loud=one.case.life)
    return readers[0][1] if readers else ""


#: What a facilitator hears of where it is: violence is told of so widely that nobody is found out.
_PLACE = {"desa": ("dusun", "desa"), KECAMATAN: (KECAMATAN,)}


def _wilayah(answers: Mapping[str, Any], one: Found) -> str:
    keys = (KECAMATAN,) if one.case.tell == KECAMATAN else ("desa", KECAMATAN)
    return next((str(answers[key]["code"]) for key in keys if answers.get(key)), "")


async def _nearest(visit: Visit, wilayah: str, roles: Sequence[str]) -> list[tuple[int, str]]:
    async with visit.ask() as connection:
        found = await people.holders(connection, roles, list(chain(wilayah)), visit.now)
    me = visit.me.id
    by_role = ([(one.id, one.name) for one in found if one.role == role and one.id != me] for role in roles)
    return next((holders for holders in by_role if holders), [])[:_TOLD]


async def _tell_once(visit: Visit, person_id: int, about: str, text: str, *, loud: bool) -> None:
    async with visit.ask() as connection:
        known = await notices.was_told(connection, person_id, DANGER, about)
        where = None if known else await people.named(connection, person_id)
    if where is not None:
        notices.remember(visit.turn, person_id, DANGER, about)
        visit.tell(where.address, person_id, text, loud=loud)
