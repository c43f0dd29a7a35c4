"""Whoever was forgotten is forgotten again when an old backup brings them back (docs/adr/0008).

Beside the media folder lies a list of our own numbers of people: made at random, in no other place once the person is
forgotten, and still the same in every backup made before.
"""

import os
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select

from bot.core.forms.digits import is_digits
from bot.store.database.ids import new_id
from bot.store.tables import erasures, people

_AT_ONCE = 500


def forgotten_in(media: Path) -> Path:
    """Where the list is, for this media folder; not inside, since a backup's media replace what is there."""
    return media.parent / "dilupakan.txt"


def note(file: Path, person_id: int, *, with_words: bool) -> None:
    """Write down somebody who is being forgotten, on the disk before the database forgets; twice does no harm."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="ascii") as lines:
        lines.write(f"{person_id} {int(with_words)}\n")
        lines.flush()
        os.fsync(lines.fileno())


def _listed(file: Path) -> dict[int, bool]:
    """Number -> whether the words of their usulan went, too. Half a line, written at a crash, is left out."""
    if not file.exists():
        return {}
    lines = (line.split() for line in file.read_text(encoding="ascii", errors="replace").splitlines())
    return {int(parts[0]): parts[1] == "1" for parts in lines if len(parts) == 2 and is_digits(parts[0])}


def forget_again(connection: Connection, file: Path) -> int:
    """Ask once more for what was done already: the bot does it as soon as it runs. Returns how many came back."""
    listed = _listed(file)
    numbers = sorted(listed)
    back = 0
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        asked = select(erasures.c.person_id).where(erasures.c.person_id.in_(some))
        waiting = set(connection.execute(asked).scalars())
        found = connection.execute(select(people.c.id, people.c.address).where(people.c.id.in_(some))).all()
        rows = [
            _wish(person_id, address, listed[person_id]) for person_id, address in found if person_id not in waiting
        ]
        if rows:
            connection.execute(insert(erasures), rows)
        back += len(rows)
    return back


def _wish(person_id: int, address: int, with_words: bool) -> dict[str, object]:
    now = datetime.now(UTC)
    row = {"person_id": person_id, "address": address, "asked_at": now, "with_words": with_words}
    return row | {"farewell": new_id()}
