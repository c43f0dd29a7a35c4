"""What is nobody's business but its reader's: it tells of violence and the like, in writing or in a voice that was
typed down. It is not read aloud, hangs on no wall, and is looked at by nobody else."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.records import Usulan
from bot.core.usulan import quality
from bot.core.usulan.danger import Case
from bot.store.database.database import Connection
from bot.store.reading import sifted
from bot.work.office import Office


def is_delicate(office: Office, answers: Mapping[str, Any], typed: Mapping[str, str]) -> bool:
    """`typed`: the words that were written down of its voices, by question."""
    return case_of(office, answers, typed) is not None


def case_of(office: Office, answers: Mapping[str, Any], typed: Mapping[str, str]) -> Case | None:
    """What it tells of that is nobody else's business; None when nothing is. `typed` as above."""
    known = quality.with_wordings(answers, typed)
    texts = [value["text"] for value in known.values() if isinstance(value, Mapping) and value.get("text")]
    found = office.catalog.danger.find("\n".join(map(str, texts)))
    return next((one.case for one in found if one.case.private), None)


async def is_for_few(connection: Connection, office: Office, one: Usulan) -> bool:
    """What was told to one reader, without a name, or of what is for nobody else's ears goes to nobody who brought the
    same."""
    return one.unnamed or one.reader_id is not None or bool(await among(connection, office, [one]))


async def among(connection: Connection, office: Office, found: Sequence[Usulan]) -> set[int]:
    """Which of these are."""
    typed = await sifted.typed_down(connection, [one.id for one in found])
    return {one.id for one in found if is_delicate(office, one.answers, typed.get(one.id, {}))}
