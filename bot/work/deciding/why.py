"""Right below what became of an usulan, whoever brought it asks why: they read the reason that stands there, and *Mau
tanya* is a tap away. What is asked of nothing that was told is answered as ever."""

from bot.catalog.texts import as_html
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.records import Usulan
from bot.store.deciding import decisions, moves
from bot.store.queues import said
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.saying.keyboard import keyboard, number
from bot.work.usulan import outcomes, standing
from bot.work.visit import Visit

_LONGEST, _BARE = 12, 3  # words; so few need not name a result
_BY_MEETING, _MOVED = "k:tanya:", "k:nanya:"


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it is answered: "kenapa tidak masuk", "kenapa belum dibawa padahal cuma mesin jahit"."""
    if not isinstance(heard, Typed) or not _asks_why(visit, heard.text):
        return False
    letter = await visit.look_up(said.carrying, visit.turn.lane, (_BY_MEETING, _MOVED))
    data = next((one for _, one in letter.keys if one.startswith((_BY_MEETING, _MOVED))), None) if letter else None
    found = await _told(visit, data) if data is not None else None
    if data is None or found is None:
        return False
    usulan, reason, note, decider = found
    track = standing.track_of(visit.office, usulan.desa)
    why, step = (as_html(outcomes.words(visit.office, reason, part, track)) for part in ("teks", "langkah"))
    who = standing.decided_by(visit.office, decider) if decider else ""
    told = {
        "nomor": visit.office.spoken_number(usulan),
        "sebab": why,
        "catatan": note or "",
        "langkah": step,
        "oleh": who,
    }
    visit.say("hasil_kenapa", keyboard([(visit.text("hasil_tombol_tanya"), data)]), **told)
    return True


def _asks_why(visit: Visit, text: str) -> bool:
    """Cheaply. In more than a few words what was decided is named, too; what a form asks may be answered with why."""
    words, spoken = visit.office.catalog.world.asking_why, key_of(text).split()
    asks, tells = (words[sort] for sort in ("kata", "sebabnya"))
    if len(spoken) > _LONGEST or (asks | tells).isdisjoint(spoken):
        return False
    names_result = not words["hasil"].isdisjoint(spoken)
    if conversation.open_conversation(visit) is not None:
        return spoken[0] in asks and names_result and not conversation.asks_for_any_words(visit)
    return len(spoken) <= _BARE or names_result


async def _told(visit: Visit, data: str) -> tuple[Usulan, str | None, str | None, str | None] | None:
    """Of whose button it is: the usulan, the reason, the words of whoever decided, and who that is; None: a meeting."""
    ids = [number(part) for part in data.split(":")[2:]]
    async with visit.look() as connection:
        if data.startswith(_BY_MEETING) and len(ids) == 2 and ids[0] and ids[1]:
            decided = (await decisions.of_occasion(connection, ids[0])).get(ids[1])
            is_theirs = await stored.is_of(connection, visit.me.id, ids[1])
            usulan = await stored.by_id(connection, ids[1]) if is_theirs else None
            return (usulan, decided.reason, decided.note, None) if usulan is not None and decided is not None else None
        found = await moves.of_person(connection, ids[0], visit.me.id) if ids and ids[0] else None
    return (found[0], found[1].reason, found[1].note, found[1].decider) if found is not None else None
