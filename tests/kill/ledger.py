"""What must be true after any kill, read from the simulator's side and from the database."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from bot.simulator.chats import Person
from tests.support.simulator import Simulator
from tests.support.town import Town

#: What was said to each person, in order, with the numbers taken out: they depend on who comes first.
Script = dict[str, list[str]]

_NUMBER = re.compile(r"\b(Maiwa|Baraka) \d+")
#: By when the next word comes: of those who live a day later, a day later.
_BY_WHEN = re.compile(r"(paling lambat )\d+ \w+ \d{4}")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the outbox as the checks want it."""

    chat: int
    method: str
    said: str
    outcome: str | None
    uncertain: bool


@dataclass(slots=True)
class Crime:
    """What was in flight at each kill: the only letters that may be repeated, or be uncertain."""

    in_flight: int = 0
    kills: int = 0
    letters: Counter[tuple[int, str]] = field(
        default_factory=Counter
    )  # (chat, letter): at how many kills it was on its way


async def note_kill(town: Town, crime: Crime) -> None:
    """Count what was on its way. On PostgreSQL another process might live, so files it was fetching wait two minutes:
    the test lets them be due at once."""
    rows = await town.rows("SELECT chat, method, params FROM outbox WHERE lease_by IS NOT NULL AND outcome IS NULL")
    crime.in_flight += len(rows)
    crime.letters.update((chat, said(method, json.loads(params))) for chat, method, params in rows)
    crime.kills += 1
    if town.database.is_sqlite:
        return
    async with town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE media SET due_at = 0")


async def outbox(town: Town) -> list[Row]:
    """All letters to people, in the order in which they were promised."""
    found = await town.rows(
        "SELECT chat, method, params, outcome, uncertain FROM outbox WHERE chat <> 0 ORDER BY chat, id"
    )
    return [Row(chat, method, said(method, json.loads(params)), end, bool(u)) for chat, method, params, end, u in found]


def said(method: str, params: dict[str, Any]) -> str:
    """A letter by what a person sees of it: text and buttons."""
    markup = params.get("reply_markup") or {}
    markup = json.loads(markup) if isinstance(markup, str) else markup
    labels = [button["text"] for row in markup.get("inline_keyboard", []) for button in row]
    return f"{method}: {params.get('text') or params.get('caption') or ''} {labels}"


def script(people: Sequence[Person], rows: Sequence[Row]) -> Script:
    """What the outbox promised to each of them."""
    names = {person.id: person.first_name for person in people}
    return {
        names[chat]: [_BY_WHEN.sub(r"\1#", _NUMBER.sub(r"\1 #", row.said)) for row in theirs]
        for chat, theirs in groupby(rows, key=lambda row: row.chat)
        if chat in names
    }


def arrived(simulator: Simulator, person: Person) -> list[str]:
    """What Telegram delivered to them, in order, repeats included."""
    return [
        said(call.method, call.params)
        for call in simulator.calls
        if call.ok and call.params.get("chat_id") == person.id and call.method != "answerCallbackQuery"
    ]


def check_letters(town: Town, people: Sequence[Person], rows: Sequence[Row], crime: Crime) -> None:
    """Nothing lost, everything in order, and repeated at most what was in flight at a kill, each marked uncertain."""
    assert [row for row in rows if row.outcome != "sent"] == []
    repeats = 0
    for person in people:
        theirs = [row for row in rows if row.chat == person.id]
        delivered = arrived(town.simulator, person)
        assert _first_times(delivered) == _first_times([row.said for row in theirs]), "in the order of promising"
        surplus = Counter(delivered)
        surplus.subtract(row.said for row in theirs)
        assert min(surplus.values(), default=0) >= 0, "nothing is recorded as sent that never arrived"
        doubtful = Counter(row.said for row in theirs if row.uncertain or not row.method.startswith("send"))
        # Each repeat needs a marked row of its own, or, for one row, another kill at which it was on its way.
        for letter, times in surplus.items():
            assert not times or doubtful[letter], "repeated, not marked"
            assert times <= max(doubtful[letter], crime.letters[person.id, letter]), "repeated without being on its way"
        repeats += surplus.total()
    assert repeats <= crime.in_flight
    assert sum(row.uncertain for row in rows) <= crime.in_flight


def repeats(town: Town, people: Sequence[Person], rows: Sequence[Row]) -> int:
    """How many letters Telegram delivered once more than was promised."""
    return sum(len(arrived(town.simulator, one)) for one in people) - sum(
        row.chat in {one.id for one in people} for row in rows
    )


def _first_times(letters: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(letters))


async def check_inbox(town: Town) -> None:
    """Every update that the simulator handed out is in the inbox and was answered."""
    await town.simulator.wait_until_confirmed()
    outcomes = await town.rows("SELECT coalesce(outcome, 'open'), count(*) FROM inbox GROUP BY outcome")
    assert dict(outcomes) == {"done": town.simulator.updates_confirmed}


async def check_numbers(town: Town, finished: int) -> None:
    """One usulan a person, numbered without gaps."""
    rows = await town.rows("SELECT kecamatan, serial FROM usulan ORDER BY kecamatan, serial")
    assert len(rows) == finished
    for _, group in groupby(rows, key=lambda row: row[0]):
        serials = [row[1] for row in group]
        assert serials == list(range(1, len(serials) + 1))
    assert (await town.rows("SELECT count(DISTINCT person_id) FROM usulan"))[0][0] == finished


async def check_media(town: Town, wanted: int, crime: Crime) -> None:
    """Every photo and voice is here in full; a kill leaves at most what was being fetched."""
    rows = await town.rows("SELECT outcome, path FROM media")
    assert [outcome for outcome, _ in rows] == ["stored"] * wanted
    folder = town.settings.media_dir
    assert all((folder / path).stat().st_size > 0 for _, path in rows)
    assert list(folder.glob("*.part")) == []
    kept = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    strays = kept - {path for _, path in rows}
    assert len(strays) <= crime.kills
