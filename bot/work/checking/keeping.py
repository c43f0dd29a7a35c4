"""What was found is written into an item of a check. What somebody else wrote there meanwhile stays."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.checking.items import PHOTOS, is_whole
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.records import Usulan
from bot.store.checking import findings
from bot.store.checking.checks import Check
from bot.store.checking.findings import Finding
from bot.store.people import conversations
from bot.store.usulan import events, media
from bot.work.checking.in_words import LANDMARK
from bot.work.checking.permitted import writable
from bot.work.reading import screen
from bot.work.usulan import checked
from bot.work.usulan.checked import FORM, PICTURES
from bot.work.usulan.sources import media_in
from bot.work.visit import Visit

_FILLED = "uji_diisi"


def shown(visit: Visit, one: Check, item: str, there: Finding | None) -> str:
    lines = checked.lines(visit.office, one.depth, {item: there} if there else {})
    return "".join(line["isi"] for line in lines)


def seen(known: Finding | None) -> str:
    return str(known.version) if known is not None else ""


async def keep(
    visit: Visit, one: Check, found: Usulan, about: Mapping[str, Any], value: Mapping[str, Any]
) -> Finding | None:
    """As it stands then; None, and it is said, where somebody else wrote there since this one looked. `about`: of the
    draft in which it was told."""
    item = about["bagian"]
    there = (await visit.ask_once(findings.of_check, one.id)).get(item)
    if item != PHOTOS and seen(there) != about["lihat"]:
        told: dict[str, Any] = {"judul": checked.title(visit.office, item), "isi": shown(visit, one, item, there)}
        visit.say("uji_didahului", nomor=about["nomor"], siapa=there.name if there else "", **told)
        return None
    return await write(visit, one, found, item, value, there)


async def write(
    visit: Visit, one: Check, found: Usulan, item: str, value: Mapping[str, Any], there: Finding | None
) -> Finding:
    """`there`: what it takes the place of; a landmark stays beside what is told of the place. Who saw it read it."""
    stays = {key: told for key, told in (there.value if there else {}).items() if key == LANDMARK}
    value = _joined(there, value) if item == PHOTOS else {**stays, **value}
    async with visit.ask() as connection:
        await findings.keep(connection, one.id, item, value, visit.me.id, visit.now)
        kept = (await findings.of_check(connection, one.id))[item]
    events.note(visit.turn, found.id, _FILLED, uji=one.id, hal=item, dari=there.value if there else None, jadi=value)
    _keep_pictures(visit, found.id, there, value)
    await screen.note_read(visit, found)
    return kept


async def put_right(visit: Visit, before: State, step: Step) -> bool:
    """An answer of the open draft that is another now is what others read, too, but for what stands there as a whole.
    False where somebody else wrote there meanwhile."""
    item, draft = before.about["bagian"], visit.conversations.get(FORM)
    if step.ended or draft is None or item == PHOTOS or before.answers.keys().isdisjoint(step.changed):
        return True
    pair = await writable(visit, before.about["uji"])
    if pair is None or is_whole(item, checked.values(await visit.ask_once(findings.of_check, pair[0].id))):
        return True
    kept = await keep(visit, *pair, before.about, {key: one.value for key, one in step.state.answers.items()})
    state = replace(before, about={**before.about, "lihat": seen(kept)})
    conversations.keep(visit.turn, replace(draft, state=state.to_json(), touched_at=visit.now))
    return kept is not None


def _joined(there: Finding | None, value: Mapping[str, Any]) -> dict[str, Any]:
    """Pictures join those that are there, each once: two may send one each."""
    before = list(there.value["foto"]) if there else []
    known = {photo["unique_id"] for photo in before}
    return {"foto": [*before, *(photo for photo in value["foto"] if photo["unique_id"] not in known)]}


def _keep_pictures(visit: Visit, usulan_id: int, there: Finding | None, value: dict[str, Any]) -> None:
    known = {photo["unique_id"] for photo in there.value.get("foto", ())} if there else set()
    for _, kind, file in media_in(value):
        if file["unique_id"] not in known:
            media.keep(visit.turn, usulan_id, PICTURES, kind, file)
