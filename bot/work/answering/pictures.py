"""A picture sent while it is asked whether, or how, an usulan is to be changed: it stands with the photos of that
usulan at once, whatever becomes of the question."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.forms.heard import Heard, Sent
from bot.core.forms.say import Step, Words
from bot.core.kinds.photos import is_picture
from bot.core.records import WITHDRAWN, Usulan
from bot.store.reading import pictures as seen
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work.usulan import asked
from bot.work.usulan.completing import SELF
from bot.work.usulan.dangers import danger
from bot.work.usulan.sources import keep_media
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit

_PHOTOS = "foto"


async def keep(visit: Visit, usulan_id: int, heard: Heard, step: Step, lead: Words | None = None) -> bool:
    """False for what is no picture. `step`: the question, which is asked again; `lead`: what stands above it."""
    if not isinstance(heard, Sent) or heard.file is None or not is_picture(heard.what, heard.file):
        return False
    found = await visit.ask_once(stored.to_change, usulan_id)
    if found is None or found.status == WITHDRAWN or visit.me.id not in (found.person_id, found.typed_by):
        return False
    await danger.heed_alone(visit, heard)
    await _add(visit, found, heard)
    number = visit.office.spoken_number(found)
    kept = Words("foto_ikut_tersimpan", {"nomor": number, "lalu": lead or ""})
    visit.say_all([replace(say, lead=kept, album=heard.album) for say in step.say])
    return True


async def add(visit: Visit, usulan_id: int, sent: Sequence[Sent]) -> bool:
    """After a yes; False where it is not theirs any more."""
    for heard in sent:
        found = await visit.ask_once(stored.to_change, usulan_id)
        if found is None or found.status == WITHDRAWN or found.person_id != visit.me.id:
            return False
        await danger.heed_alone(visit, heard)
        await _add(visit, found, heard)
    return True


async def take_away(visit: Visit, usulan: Usulan, changes: Mapping[str, Any]) -> None:
    """Those that the change leaves out, all where there are to be none: nobody sees them any more, and their files are
    erased."""
    if _PHOTOS not in changes:
        return
    left, before = ([one["file_id"] for one in told or ()] for told in (changes[_PHOTOS], usulan.answers.get(_PHOTOS)))
    async with visit.ask() as connection:
        for one, file_id in (await seen.told_of(connection, usulan.id, _PHOTOS)).items():
            if not left or (file_id in before and file_id not in left):
                await seen.remove(connection, usulan.id, one)


async def _add(visit: Visit, found: Usulan, heard: Sent) -> None:
    """Among its own while there is room and the meeting has not taken it up; else beside it."""
    assert heard.file is not None
    file = heard.file.to_json() | ({"caption": heard.caption} if heard.caption else {})
    keep_media(visit, found.id, {_PHOTOS: [file]})
    earlier = found.answers.get(_PHOTOS) or []
    if found.locked_at is None and isinstance(earlier, list) and len(earlier) < _most(visit):
        await visit.ask_once(stored.correct, found.id, {**found.answers, _PHOTOS: [*earlier, file]})
        events.note(visit.turn, found.id, events.COMPLETED, tanya=_PHOTOS, cara=SELF)
    await asked.settle_by_the_way(visit, found.id, [_PHOTOS])


def _most(visit: Visit) -> Any:
    question = visit.office.catalog.flows[USULAN].question(_PHOTOS)
    return question.params.most if question is not None else 0
