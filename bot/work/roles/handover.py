"""Handing over: a successor takes over roles, lists to read, people to tell, and what waits to be told; the history
stays as it was."""

import json
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.state import State
from bot.core.records import Grant
from bot.store.database.database import Connection
from bot.store.database.ids import new_id
from bot.store.roles import handover as stored
from bot.store.roles import invites
from bot.store.roles.handover import Held
from bot.store.roles.invites import SUCCESSION, Brought
from bot.store.turn import Turn, grants_of
from bot.store.usulan import usulan as usulan_rows
from bot.work.access import allowed, command, may_give, menu_of, roles_to_give
from bot.work.codes.handing_out import DAYS, hand_out, role_name, tasks
from bot.work.codes.secret_codes import new_code
from bot.work.office import Office
from bot.work.roles.territory import scope_of
from bot.work.saying import replies
from bot.work.saying.news import tell
from bot.work.tasks import owners

FORM = "serahkan"
_LISTED = 30


def offer(turn: Turn, office: Office) -> None:
    """What one's tasks are, and who may be replaced."""
    rows = [[(office.catalog.text("tombol_serahkan_saya"), "s:saya")]]
    if roles_to_give(turn.grants):
        rows.append([(office.catalog.text("tombol_serahkan_orang"), "s:pilih")])
    mine = tasks(office, turn.grants)
    name = turn.person.name if turn.person is not None else ""
    replies.say(turn, office, "serahkan_awal", replies.buttons(*rows), nama=name, tugas=mine)


async def for_oneself(turn: Turn, office: Office) -> None:
    """A code for one's own successor."""
    assert turn.person is not None
    async with turn.ask() as connection:
        await _make_code(turn, office, connection, turn.person.id, turn.person.name, turn.grants)


async def list_holders(turn: Turn, office: Office, flow: Flow, state: State) -> None:
    """Who holds the chosen role in the chosen wilayah: the answers to the form `serahkan`."""
    answers = record(flow, state)
    name = answers["peran"]["value"]
    scope = scope_of(office, name, answers)
    if not may_give(name, turn.grants, scope):
        replies.say(turn, office, "undang_di_luar", bappeda=office.bappeda)
        return
    async with turn.ask() as connection:
        found = await stored.holders(connection, name, scope, turn.now)
    place = office.catalog.places.scope_name(scope)
    if not found:
        replies.say(turn, office, "serahkan_tak_ada_orang", peran=role_name(office, name), wilayah=place)
        return
    rows = [[(person_name, f"s:orang:{person_id}")] for person_id, person_name in found[:_LISTED]]
    replies.say(turn, office, "serahkan_pilih", replies.buttons(*rows), wilayah=place)


async def for_somebody(turn: Turn, office: Office, person_id: int) -> None:
    """A code for the successor of somebody whose roles this person may give, also when their phone is gone."""
    async with turn.ask() as connection:
        person = await usulan_rows.address_of(connection, person_id)
        held = await stored.held_by(connection, person_id, turn.now)
        mine = [grant for grant in held if may_give(grant.role, turn.grants, grant.scope)]
        if person is None or not mine:
            replies.say(turn, office, "serahkan_bukan_hak")
            return
        await _make_code(turn, office, connection, person_id, person[1], mine)


async def _make_code(turn: Turn, office: Office, connection: Connection, old: int, name: str, grants: Any) -> None:
    assert turn.person is not None
    code = new_code()
    kabupaten = office.catalog.places.kabupaten.code
    row = invites.row(code, SUCCESSION, kabupaten, turn.now, DAYS, made_by=turn.person.id, replaces=old)
    await invites.add(connection, [row])
    listed = tasks(office, grants)
    card = {"name": "", "role": listed[0]["peran"], "scope": listed[0]["wilayah"]}
    revoke = f"s:cabut:{invites.key_of(code)}"
    hand_out(turn, office, "serahkan_jadi", code, card, revoke, nama=name, tugas=listed)


async def take_over(turn: Turn, office: Office, connection: Connection, brought: Brought) -> bool:
    """The successor is here: roles end for the one and begin for the other, both are told. False when there is nothing
    left to take over."""
    person, old = turn.person, brought.replaces
    assert person is not None
    assert old is not None
    held = await stored.held_by(connection, old, turn.now)
    wanted = await _that_may_be_given(connection, turn, held, brought)
    ended = set(await stored.end(connection, [grant.id for grant in wanted], turn.now))
    taken = [grant for grant in wanted if grant.id in ended]
    if not taken:
        return False
    scopes = [grant.scope for grant in taken]
    moved = await _move(turn, connection, old, scopes)
    await owners.take_over(connection, office, old, person.id, scopes, turn.now)
    left = tuple(Grant(grant.role, grant.scope) for grant in held if grant.id not in ended)
    before = await usulan_rows.address_of(connection, old)
    _welcome(turn, office, taken, before[1] if before is not None else "", moved)
    if before is not None:
        _thank(turn, office, old, before, taken, left)
    return True


async def _that_may_be_given(connection: Connection, turn: Turn, held: list[Held], brought: Brought) -> list[Held]:
    """All of one's own; of somebody else's what the maker of the code may give today: nothing, when they are gone."""
    if brought.made_by == brought.replaces:
        return held
    makers = [brought.made_by] if brought.made_by is not None else []
    grants = next(iter((await grants_of(connection, makers, turn.now)).values()), ())
    return [grant for grant in held if may_give(grant.role, grants, grant.scope)]


async def _move(turn: Turn, connection: Connection, old: int, scopes: list[str]) -> int:
    """Lists, people to tell, invitations and notices; returns how many are still to be told in person."""
    assert turn.person is not None
    new = turn.person.id
    typed = await stored.move_usulan(connection, old, new, scopes)
    await stored.move_invites(connection, old, new)
    detail = json.dumps({"dari": old, "kepada": new})
    for usulan_id in typed:
        turn.put("event", id=new_id(), usulan_id=usulan_id, at=turn.now, by=new, kind="diserahkan", detail=detail)
    for _, kind, subject, due_at in await stored.open_notices(connection, old):
        turn.put("notice_moot", p=old, k=kind, s=subject)
        turn.put("notice", id=new_id(), person_id=new, kind=kind, subject=subject, due_at=due_at, outcome=None)
    return len(typed)


def _welcome(turn: Turn, office: Office, taken: list[Held], before: str, moved: int) -> None:
    assert turn.person is not None
    for grant in taken:
        row = {"id": new_id(), "person_id": turn.person.id, "role": grant.role, "scope": grant.scope}
        turn.put("grant", **row, granted_at=turn.now, until=grant.until, settle_at=turn.now)
    turn.grants = (*turn.grants, *(Grant(grant.role, grant.scope) for grant in taken))
    replies.say(
        turn,
        office,
        "serah_terima_baru",
        nama=turn.person.name,
        pendahulu=before,
        tugas=tasks(office, taken),
        titipan=moved,
        membaca=allowed(command("periksa"), turn.grants),
    )
    set_menu(turn, office, turn.lane, turn.grants)


def _thank(
    turn: Turn, office: Office, old: int, before: tuple[int, str], taken: list[Held], left: tuple[Grant, ...]
) -> None:
    assert turn.person is not None
    address, name = before
    told = {"nama": name, "pengganti": turn.person.name, "tugas": tasks(office, taken)}
    tell(turn, office, address, old, office.catalog.text("serah_terima_lama", **told))
    set_menu(turn, office, address, left)


def set_menu(turn: Turn, office: Office, chat: int, grants: tuple[Grant, ...]) -> None:
    """The commands somebody with these grants may use, in the menu of their chat."""
    commands = [
        {"command": entry.name, "description": office.catalog.text(f"menu_{entry.name}")} for entry in menu_of(grants)
    ]
    params = {"commands": commands, "scope": {"type": "chat", "chat_id": chat}}
    turn.send("setMyCommands", params, chat=chat)


async def revoke_code(turn: Turn, office: Office, key: str) -> None:
    """Take back a code for a successor that nobody has used."""
    async with turn.ask() as connection:
        found = await invites.by_key(connection, key)
        if found is None or turn.person is None or found.made_by != turn.person.id:
            replies.say(turn, office, "undangan_tidak_ada")
            return
        await invites.revoke(connection, key, turn.now)
    replies.say(turn, office, "undangan_dicabut", nama="")
