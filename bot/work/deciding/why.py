"""Right below what became of an usulan, whoever brought it asks why: they read the reason that stands there, and *Mau
tanya* is a tap away. What is asked of nothing that was told is answered as ever."""

import re

from bot.catalog.texts import as_html
from bot.core.deciding.states import TURNED_DOWN
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.records import Usulan
from bot.store.deciding import decisions, moves
from bot.store.queues import said
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.answering import questions
from bot.work.saying.keyboard import keyboard, number
from bot.work.usulan import outcomes, standing
from bot.work.usulan import usulan as of_person
from bot.work.visit import Visit

_LONGEST, _BARE = 12, 3  # words of a clause; so few need not name a result
_CLAUSES = re.compile(r"[.,;!?\n]+")
_BY_MEETING, _MOVED = "k:tanya:", "k:nanya:"


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it is answered: "kenapa tidak masuk", "kenapa belum dibawa padahal cuma mesin jahit"."""
    if not isinstance(heard, Typed) or not _asks_why(visit, heard.text):
        return False
    if conversation.is_asked(visit, questions.ASKING):
        return False  # *Mau tanya* was pressed below the reason: this is for the facilitator
    letter = await visit.look_up(said.carrying, visit.turn.lane, (_BY_MEETING, _MOVED))
    data = next((one for _, one in letter.keys if one.startswith((_BY_MEETING, _MOVED))), None) if letter else None
    data = data or await _of_refusal(visit, heard.text)
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
    """Cheaply, in any clause: "kenapa punyaku ditolak!! tipu semua". In more than a few words what was decided is
    named, too; what a form asks may be answered with why."""
    words, whole = visit.office.catalog.world.asking_why, key_of(text).split()
    asks = words["kata"] | words["sebabnya"]
    clauses = [key_of(clause).split() for clause in _CLAUSES.split(text)] if not asks.isdisjoint(whole) else []
    clauses = [spoken for spoken in clauses if len(spoken) <= _LONGEST and not asks.isdisjoint(spoken)]
    if not clauses:
        return False
    names_result = any(not words["hasil"].isdisjoint(spoken) for spoken in clauses)
    if conversation.open_conversation(visit) is not None:
        return clauses[0][0] in words["kata"] and names_result and not conversation.asks_for_any_words(visit)
    return len(whole) <= _BARE or names_result


async def _of_refusal(visit: Visit, text: str) -> str | None:
    """The button under what was told last of theirs that was turned down; of that whose number is named, if one is."""
    if visit.office.catalog.world.asking_why["ditolak"].isdisjoint(re.findall(r"\w+", key_of(text))):
        return None
    mine = await of_person.mine(visit)
    named = [one for one in mine if f" {key_of(visit.office.spoken_number(one))} " in f" {key_of(text)} "]
    moved = await visit.look_up(moves.newest_of, [one.id for one in named or mine])
    refused = [one for one in moved.values() if one.state in TURNED_DOWN and one.told_at is not None]
    newest = max(refused, key=lambda one: one.at, default=None)
    return f"{_MOVED}{newest.id}" if newest is not None else None


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
