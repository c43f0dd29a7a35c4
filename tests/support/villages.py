"""A kabupaten of 129 desa and kelurahan, each as far as a test says; nobody in it has a telephone that is on."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import update

from bot.core.calendar.rules import GROUPS, INVITED, TOLD
from bot.core.wilayah import DESA, KELURAHAN
from bot.store.database.database import Connection
from bot.store.tables import tasks
from bot.store.tasks import tasks as stored
from bot.store.tasks.tasks import DONE
from bot.work.office import Office
from bot.work.readiness.readiness import MAIN, villages_in
from bot.work.round import Round
from bot.work.tasks import planning
from tests.support.desk import Desk, local

KABUPATEN = "73.16"
#: When all dates were set.
SET = local(12, 1, year=2026)


@dataclass(frozen=True)
class Way:
    """How far a village has come. `held`: when its musrenbang is; the others: when something was done, None = it was
    not. `closed`: states of questions that were ended in another way."""

    held: datetime | None = None
    invited: datetime | None = None
    met: datetime | None = None
    told: datetime | None = None
    closed: dict[str, str] = field(default_factory=dict)

    def done(self) -> dict[str, datetime]:
        """By question."""
        all_of_it = {INVITED: self.invited, TOLD: self.told, **dict.fromkeys(GROUPS, self.met)}
        return {question: when for question, when in all_of_it.items() if when is not None}


def all_villages(office: Office) -> list[str]:
    return villages_in(office, [KABUPATEN])


def code_of(office: Office, name: str) -> str:
    """Of a village whose name is not found twice."""
    (found,) = [code for code in all_villages(office) if name_of(office, code) == name]
    return found


def name_of(office: Office, code: str) -> str:
    place = office.catalog.places.find(code)
    assert place is not None
    return place.name


def rule_of(office: Office, code: str, question: str) -> str:
    """The task that answers a question in this village."""
    own = KELURAHAN if office.catalog.places.is_kelurahan(code) else DESA
    (found,) = [
        rule.key for rule in office.catalog.calendar.rules.values() if rule.list == own and rule.answers == question
    ]
    return found


async def bring(desk: Desk, ways: dict[str, Way]) -> None:
    """Every village to where it stands, in one transaction."""
    async with desk.database.write() as connection:
        for code, way in ways.items():
            await _bring(connection, desk.office, code, way)


async def _bring(connection: Connection, office: Office, code: str, way: Way) -> None:
    if way.held is None:
        return
    kind = MAIN[KELURAHAN if office.catalog.places.is_kelurahan(code) else DESA]
    one = planning.new_occasion(office, kind, code, way.held, SET, None)
    by_rule = {task.rule: task.id for task in (await planning.hold(Round(connection, office, SET), one)).added}
    for question, when in way.done().items():
        await stored.close(connection, [by_rule[rule_of(office, code, question)]], DONE, when, None)
    for question, state in way.closed.items():
        where = tasks.c.id == by_rule[rule_of(office, code, question)]
        await connection.execute(update(tasks).where(where).values(state=state, climb_at=None))


async def man(desk: Desk) -> None:
    """A facilitator for every kecamatan; their telephones are off, so that nothing is written to them."""
    for number, place in enumerate(desk.office.catalog.places.children(KABUPATEN)):
        off = {"unreachable_since": SET}
        await desk.join(NAMES[number], "fasilitator_kecamatan", place.code, **off)


NAMES = (
    "Amiruddin", "Besse Nurhayati", "Chandra", "Darmawati", "Fahruddin", "Gustina",
    "Haeruddin", "Indo Tuo", "Jumriah", "Kamaruddin", "Lukman", "Muhammad Syarifuddin Pasinringi",
)  # fmt: skip
