"""What came to be known of usulan beside what was told: measured and counted in the field, and answered to whoever
asked. Tables hold it, as well as what was told."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.core.checking import comparing
from bot.store.checking import findings
from bot.store.database.database import Connection
from bot.store.deciding import clarifications
from bot.work.office import Office
from bot.work.usulan import checked
from bot.work.usulan.usulan import FORM

_SIZE = "ukuran"
_MEASURED = (_SIZE, "jumlah", "kurang_mampu")


@dataclass(frozen=True, slots=True)
class FoundOut:
    """`seen`: by the question of the usulan that it answers; `said`: what was asked, and the answer."""

    seen: Mapping[str, Any] = field(default_factory=dict)
    said: Sequence[tuple[str, str]] = ()

    def with_seen(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """What was measured, in the place of what was told."""
        return {**answers, **self.seen}

    def told_otherwise(self, office: Office, answers: Mapping[str, Any]) -> str:
        """The size that was told, where another one was measured; else empty."""
        told = answers.get(_SIZE)
        is_other = _SIZE in self.seen and comparing.differs(_SIZE, told, self.seen[_SIZE])
        return checked.shown(office, FORM, _SIZE, told, answers) if is_other else ""

    def in_words(self, office: Office) -> str:
        return "; ".join(office.plain("tabel_dijawab", tanya=asked, jawab=answer) for asked, answer in self.said)


NOTHING = FoundOut()


async def look_up(connection: Connection, office: Office, which: Sequence[int]) -> dict[int, FoundOut]:
    """By usulan, of checks that are done and questions that are answered."""
    said: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for one in await clarifications.answered_beside(connection, which):
        question = office.catalog.flows[FORM].question(one.field or "")
        said[one.usulan_id].append((one.words or (question.title if question else ""), one.answer or ""))
    seen = {one: comparing.found_of(found) for one, found in (await findings.of_done(connection, which)).items()}
    measured = {one: {key: found[key] for key in _MEASURED if key in found} for one, found in seen.items()}
    return {one: FoundOut(measured.get(one, {}), said.get(one, ())) for one in {*measured, *said}}
