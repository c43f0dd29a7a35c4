"""A lost telephone: its account is cut off from the person, whose place waits for a successor (docs/adr/0016)."""

from collections.abc import Sequence

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.state import State
from bot.core.records import Grant
from bot.store.database.database import Connection
from bot.store.people import blocking as stored
from bot.store.people import people
from bot.store.people.people import Addressee
from bot.store.roles import handover, invites
from bot.store.tasks import feeds
from bot.work.access import button, may_block, may_give
from bot.work.codes.handing_out import role_name, tasks
from bot.work.roles.territory import narrowed, scope_of
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Journey, Visit

FORM = "blokir"
REASONS = ("dicuri", "hilang", "orang_lain")
_LISTED = 30


async def list_holders(visit: Visit, flow: Flow, state: State) -> None:
    """Who holds the chosen role in the chosen wilayah: the answers to the form `blokir`."""
    answers = record(flow, state)
    name = answers["peran"]["value"]
    scope = scope_of(visit.office, name, answers)
    if not may_give(name, [grant for grant in visit.grants if grant.role in button("b").roles], scope):
        visit.say("blokir_bukan_hak")
        return
    async with visit.ask() as connection:
        held = await people.holders(connection, [name], [scope], visit.now)
        nobody = {visit.me.id} | await stored.cut_off_among(connection, {one.id for one in held})
    found = {one.id: one.name for one in held if one.id not in nobody}
    place = visit.office.catalog.places.scope_name(scope)
    if not found:
        visit.say("serahkan_tak_ada_orang", peran=role_name(visit.office, name), wilayah=place)
        return
    rows = [[(who, f"b:orang:{one}")] for one, who in sorted(found.items(), key=lambda one: (one[1], one[0]))[:_LISTED]]
    visit.say("blokir_pilih", keyboard(*rows), wilayah=place)


async def ask(visit: Visit, person_id: int, why: str = "") -> None:
    """Whose telephone it is, and what became of it: the answer blocks it. `why`: told already, one yes is left."""
    async with visit.ask() as connection:
        person, held = await _blockable(visit, connection, person_id)
    if person is None:
        visit.say("blokir_bukan_hak")
        return
    labels = {why: "tombol_blokir_ya"} if why else {one: f"tombol_blokir_{one}" for one in REASONS}
    rows = [[(visit.text(label), f"b:tahan:{person_id}:{one}")] for one, label in labels.items()]
    rows.append([(visit.text("tombol_tidak_jadi"), "o:batal")])
    visit.say("blokir_sebab", keyboard(*rows), nama=person.name, tugas=tasks(visit.office, held), sebab=why)


async def _blockable(visit: Visit, connection: Connection, person_id: int) -> tuple[Addressee | None, Sequence[Grant]]:
    """Never oneself, never upwards, and nobody twice."""
    person = await people.named(connection, person_id)
    held = [Grant(one.role, one.scope) for one in await handover.held_by(connection, person_id, visit.now)]
    is_blocked = await stored.block_of(connection, person_id) is not None
    if person is None or is_blocked or person_id == visit.me.id or not may_block(held, visit.grants):
        return None, ()
    return person, held


async def block(visit: Visit, person_id: int, why: str) -> None:
    """From this moment the account is a stranger's: without roles, codes, dates, drafts and letters on their way."""
    async with visit.ask() as connection:
        person, _ = await _blockable(visit, connection, person_id)
        known = why in REASONS and person is not None
        account = await stored.cut_off(connection, person_id, visit.me.id, why, visit.now) if known else None
        if person is None or account is None:
            visit.say("blokir_bukan_hak")
            return
        codes = await invites.revoke_all_of(connection, person_id, visit.now)
        had_address = await feeds.revoke(connection, person_id, visit.now)
    visit.turn.send("deleteMyCommands", {"scope": {"type": "chat", "chat_id": account}}, chat=account)
    visit.say("blokir_jadi", _next(visit, person_id), nama=person.name, kode=codes, kalender=had_address)


def _next(visit: Visit, person_id: int) -> dict[str, object]:
    """What follows: a code for the place, and what was done by that telephone."""
    return keyboard(
        [(visit.text("tombol_blokir_pengganti"), f"s:orang:{person_id}")],
        [(visit.text("tombol_blokir_jejak"), f"b:sejak:{person_id}")],
    )


JOURNEY = Journey(FORM, list_holders, fit=narrowed)
