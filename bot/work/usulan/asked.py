"""What is asked about an usulan, in words, and which of its questions can be asked about at all."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.catalog.texts import as_html
from bot.core import kinds
from bot.core.flow.scene import applies
from bot.core.forms.questions import Question
from bot.core.records import WITHDRAWN, Usulan
from bot.store.awaited import OPEN, UNANSWERED
from bot.store.deciding import clarifications
from bot.store.deciding.clarifications import Clarification
from bot.store.people import people
from bot.store.queues import notices
from bot.store.queues.notices import CLARIFIED
from bot.work.office import Office
from bot.work.usulan.reader_choice import QUESTION as READER
from bot.work.usulan.usulan import FORM
from bot.work.visit import Visit

_FAMILY, _SIZE = "klarifikasi_hal.", "ukuran"
#: Where it is: other answers rest on it, and a facilitator settles it under /tempat; only a dusun may not be known.
_PLACE = frozenset({"kecamatan", "desa", "dusun"})


def fields(office: Office, answers: Mapping[str, Any]) -> list[Question]:
    """Of which the facilitator may ask, in the form's order; answered or not."""
    flow = office.catalog.flows[FORM]
    open_to_all = set(applies(flow, answers)) - {READER, *(_PLACE if answers.get("dusun") else _PLACE - {"dusun"})}
    return [one for one in flow.questions if one.key in open_to_all and not kinds.find(one.kind).rest]


def can_be_asked(one: Usulan) -> bool:
    """Not after the meeting took it up, nor when it was taken back."""
    return one.locked_at is None and one.status != WITHDRAWN


def may_change(one: Usulan, field: str | None) -> bool:
    """Whether what a reader and the proposer agree on changes this field; of what the meeting has read back only the
    size (ADR 0032)."""
    return field is not None and (one.locked_at is None or field == _SIZE)


def question(office: Office, one: Clarification) -> str:
    """The question as its proposer reads it: own words, or the content's."""
    if one.words:
        return one.words
    name = f"{_FAMILY}{one.field}"
    if name in office.catalog.texts:
        return as_html(office.catalog.text(name))
    return as_html(office.catalog.text("klarifikasi_apa_saja", judul=title(office, one)))


def title(office: Office, one: Clarification) -> str:
    found = office.catalog.flows[FORM].question(one.field or "")
    return found.title if found is not None else office.catalog.text("klarifikasi_tanpa_hal")


async def settle_by_the_way(visit: Visit, usulan_id: int, fields: Sequence[str]) -> None:
    """Whoever told it in another way need not answer any more, and who asked learns of it."""
    settled = await visit.ask_once(clarifications.answer_by_the_way, usulan_id, fields, visit.me.id, visit.now)
    for one in settled:
        if one.asked_by is not None and one.asked_by != visit.me.id:
            notices.tell(visit.turn, one.asked_by, CLARIFIED, str(one.id))


async def answered(visit: Visit, usulan_id: int) -> list[dict[str, str]]:
    """What was asked beside the form's questions, with its answer."""
    found = await visit.ask_once(clarifications.answered_beside, [usulan_id])
    return [{"isi": question(visit.office, one), "jawab": one.answer or ""} for one in found]


async def lines(visit: Visit, which: Sequence[int]) -> list[dict[str, Any]]:
    """What is asked of these and has no answer yet."""
    async with visit.ask() as connection:
        found = await clarifications.waiting(connection, which)
        names = await people.names(connection, [one.asked_by for one in found])
    return [
        {
            "id": one.id,
            "usulan": one.usulan_id,
            "hal": one.field or "",
            "judul": title(visit.office, one),
            "isi": question(visit.office, one),
            "siapa": names.get(one.asked_by or 0, ""),
            "hari": visit.office.day(one.asked_at),
            "diam": one.state == UNANSWERED,
            "buka": one.state == OPEN,
        }
        for one in found
    ]
