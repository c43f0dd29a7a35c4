"""A facilitator or officer tells of a danger of others: whom to call, and with one press those above know it, as of any
call."""

from collections.abc import Sequence

from bot.core.forms.heard import Heard, Typed, words_of
from bot.core.forms.writing import in_short
from bot.core.wilayah import chain
from bot.store.people import people
from bot.work import conversation
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import danger, danger_told, reader_words
from bot.work.usulan.dangers.calling import is_cry
from bot.work.usulan.dangers.danger_told import Alert, Reader
from bot.work.usulan.dangers.placed import said_in
from bot.work.usulan.reader_choice import READERS
from bot.work.visit import Visit

_LONGEST, _QUOTED = 60, 400  # words; characters


async def take(visit: Visit, heard: Heard) -> bool:
    """With nothing open, and in words of nothing else."""
    text = heard.text if isinstance(heard, Typed) else ""
    if not text or len(text.split()) > _LONGEST or not _ranks(visit) or text.rstrip().endswith("?"):
        return False
    found = danger.called(visit.office, text)
    told = visit.office.catalog.danger
    if not found or reader_words.is_of_office(visit.office, told.without_calls(text)):
        return False
    danger.say_whom_to_call(visit, found[:1], {})
    said, key = said_in(visit, text), found[0].case.key
    named = danger_told.wilayah_of(said.values) if said is not None and said.sure else ""
    wilayah = named or max((one.scope for one in visit.grants if one.role in READERS), key=len)
    above = await _above(visit, wilayah)
    is_call = reader_words.asks_for_help(visit.office, text) or is_cry(visit.office, text) or found[0].cried
    if above and named and is_call and not told.is_over(text):
        await tell(visit, wilayah, key, visit.heard_in, heard)
    elif above:
        keys = [
            (visit.text("bahaya.tombol_lapor", nama=above[0][1]), press("g", "lapor", wilayah, key, visit.heard_in))
        ]
        visit.say("bahaya.boleh_lapor", keyboard(keys), nama=above[0][1])
    return True


async def tell(visit: Visit, wilayah: str, case: str, said_in: int, heard: Heard) -> None:
    """*Kabari*: it waits for an answer, and climbs without one."""
    found = next((one for one in visit.office.catalog.danger.cases if one.key == case and one.is_told), None)
    above = await _above(visit, wilayah) if _ranks(visit) and found is not None else []
    if found is None or not above:
        visit.stale()
        return
    place, text = visit.office.catalog.places.scope_name(wilayah), words_of(heard)
    subject = f"{conversation.draft_id(said_in)}:{wilayah}"
    alert = Alert(found, subject, place, "", in_short(text, _QUOTED), calls=True, said=text)
    name = await danger_told.tell(visit, above, alert)
    visit.say("bahaya.dilaporkan", danger_told.keys_to_readers(visit, f"{subject}:{case}"), nama=name)


def _ranks(visit: Visit) -> list[int]:
    return [READERS.index(one.role) for one in visit.grants if one.role in READERS]


async def _above(visit: Visit, wilayah: str) -> Sequence[Reader]:
    """Who holds the next role that anybody holds there."""
    found = await visit.ask_once(people.holders, READERS[max(_ranks(visit)) + 1 :], list(chain(wilayah)), visit.now)
    others = sorted((one for one in found if one.id != visit.me.id), key=lambda one: READERS.index(one.role))
    return [(one.id, one.name) for one in others if one.role == others[0].role][: danger_told.MOST]
