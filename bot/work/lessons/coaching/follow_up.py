"""What is asked straight below a trainer's answer goes to the trainer, with the first question beside it."""

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import asks_at_last, in_short
from bot.store.lessons import asked
from bot.work.access import allowed, button
from bot.work.lessons.coaching import trainers
from bot.work.saying.keyboard import number as number_in
from bot.work.visit import Visit

#: How the data of *Tanya lagi* begins; the question that was answered follows.
AGAIN = "x:lagi:"
_FEWEST, _BEFORE = 3, 150  # words that ask; characters of the first question


async def take(visit: Visit, heard: Heard) -> bool:
    """Typed right below, with a question in it; a word of thanks is none."""
    if not isinstance(heard, Typed) or not allowed(button("x"), visit.grants):
        return False
    world = visit.office.catalog.world
    asks = "?" in heard.text or asks_at_last(heard.text, world) or heard.text.lower().startswith(world.asking)
    if not asks or len(heard.text.split()) < _FEWEST or visit.office.catalog.danger.find(heard.text):
        return False
    last = next(iter(await visit.letters()), None)
    data = next((data for _, data in last.keys if data.startswith(AGAIN)), "") if last is not None else ""
    question_id = number_in(data.removeprefix(AGAIN)) if data else None
    return question_id is not None and await _put(visit, question_id, heard)


async def _put(visit: Visit, question_id: int, heard: Typed) -> bool:
    before = await visit.look_up(asked.own, visit.me.id, question_id)
    if before is None:
        return False
    first = visit.text("pelatih_sambungan", tanya=in_short(before.words, _BEFORE), lagi=heard.text)
    await trainers.put(visit, before.lesson, first if before.words else heard.text, None)
    return True


async def begin(visit: Visit, question_id: int) -> None:
    """*Tanya lagi*."""
    before = await visit.look_up(asked.own, visit.me.id, question_id)
    if before is None:
        visit.stale()
    else:
        about = {"sebelumnya": in_short(before.words, _BEFORE)} if before.words else {}
        await trainers.begin(visit, before.lesson, about=about)
