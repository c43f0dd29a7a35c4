"""What a meeting decided of all that nobody named: "22 belum dibawa, sisanya dibawa terus"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.forms.writing import key_of
from bot.core.records import Usulan
from bot.store.deciding import decisions as stored
from bot.store.deciding.decisions import NOT_YET
from bot.work.hall import reading_back
from bot.work.hall.decided import forum_list
from bot.work.hall.decided.results_told import PARTS, UNREAD, Result, one_in, without_joint
from bot.work.hall.decided.results_waiting import Waiting
from bot.work.hall.meeting import Hall
from bot.work.visit import Visit

#: An usulan, and what was said of it.
_Told = tuple[Usulan, Result]


def rest_apart(visit: Visit, text: str) -> tuple[str, Result | None]:
    """ "…, sisanya dibawa terus": without that part, and what it says of all that is not named."""
    all_rest = visit.office.catalog.world.numbering["sisa"]
    text = _turned(visit, text)
    parts = PARTS.split(text)
    for at, part in enumerate(parts):
        spoken = without_joint(visit, part.split())
        if spoken and key_of(spoken[0]) in all_rest:
            told = [word for word in spoken if key_of(word) not in all_rest]
            found = one_in(visit, ["1", *told]) if told else None
            said = part.strip(" .!,;")
            left = ", ".join(one.strip() for n, one in enumerate(parts) if n != at and one.strip())
            return left, replace(found[0], serial=None, words=said) if found else Result(UNREAD, said)
    return text, None


def _turned(visit: Visit, text: str) -> str:
    """ "Semua lanjut kecuali 4": "4 belum dibawa, semua lanjut"."""
    words = visit.office.catalog.world.numbering
    spoken = text.split()
    at = next((at for at, word in enumerate(spoken) if key_of(word) in words["kecuali"]), None)
    if at is None or words["sisa"].isdisjoint(map(key_of, spoken[:at])):
        return text
    but, told = " ".join(spoken[at + 1 :]), [word for word in spoken[:at] if key_of(word) not in words["sisa"]]
    if not one_in(visit, but.split()):
        results = visit.office.catalog.world.results.items()
        but = f"{but} {next(word for word, outcome in results if outcome == NOT_YET and ' ' in word)}"
    return f"{but}, {min(words['sisa'], key=len)} {' '.join(told)}"


def unread_in(hall: Hall, rest: Result | None) -> list[str]:
    """What is said of the rest, where nobody can tell which these are: in a list that comes from many desa."""
    if rest is None or not (rest.outcome == UNREAD or forum_list.is_one(hall.occasion)):
        return []
    return [rest.words or rest.why]


async def with_rest(
    hall: Hall,
    listed: Sequence[Usulan],
    found: dict[int, _Told],
    rest: Result,
    waiting: Waiting | None,
    but: Sequence[int],
) -> tuple[Sequence[Usulan], dict[int, _Told]]:
    """ "Sisanya …": all of the village's list of which nothing is said, told or waiting. `but`: nor these."""
    if rest.outcome == UNREAD or forum_list.is_one(hall.occasion):
        return listed, found
    everything = await reading_back.of_meeting(hall)
    async with hall.visit.look() as connection:
        known = await stored.of_occasion(connection, hall.id)
    others = {row["usulan"] for row in waiting.rows} if waiting is not None else set()
    left = {one.id: (one, rest) for one in everything if one.id not in {*known, *found, *others, *but}}
    return [*{one.id: one for one in (*everything, *listed)}.values()], found | left
