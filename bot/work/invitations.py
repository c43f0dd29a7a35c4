"""Invitations: a short code gives a role in a wilayah, once."""

import secrets
from datetime import datetime

from bot.core.records import Grant
from bot.store import invites
from bot.store.database import Connection
from bot.store.ids import new_id
from bot.store.turn import Turn
from bot.work import replies
from bot.work.access import menu_of
from bot.work.office import Office

#: Letters and digits that are not mistaken for one another, in print or aloud.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_LENGTH = 8
DAYS = 30
_WRONG_AN_HOUR = 5


def tidy(code: str) -> str:
    """A code as typed: capitals, without spaces and dashes."""
    return "".join(code.upper().split()).replace("-", "")


def is_code(text: str) -> bool:
    code = tidy(text)
    return len(code) == _LENGTH and all(letter in ALPHABET for letter in code) and any(c.isdigit() for c in code)


async def invite(connection: Connection, role: str, scope: str, now: datetime) -> str:
    """A new code for `role` in the wilayah `scope`, good for 30 days."""
    while not is_code(code := "".join(secrets.choice(ALPHABET) for _ in range(_LENGTH))):
        pass
    await invites.add(connection, code, role, scope, now, DAYS)
    return code


async def redeem(turn: Turn, office: Office, text: str) -> None:
    """The person who speaks brings a code: the first one gets the role, every failure says the same."""
    person = turn.person
    assert person is not None
    async with turn.ask() as connection:
        if await invites.wrong_within_hour(connection, person.id, turn.now) >= _WRONG_AN_HOUR:
            replies.say(turn, office, "kode_terlalu_sering")
            return
        given = await invites.redeem(connection, tidy(text), person.id, turn.now)
        if given is None:
            await invites.note_wrong(connection, person.id, turn.now)
            replies.say(turn, office, "kode_salah", bappeda=office.bappeda)
            return
    role, scope = given
    turn.put("grant", id=new_id(), person_id=person.id, role=role, scope=scope, granted_at=turn.now)
    turn.grants = (*turn.grants, Grant(role, scope))
    replies.say(
        turn,
        office,
        "kode_dipakai",
        nama=person.name,
        peran=office.catalog.text(f"peran_{role}"),
        wilayah=office.catalog.places.scope_name(scope),
    )
    set_menu(turn, office)


def set_menu(turn: Turn, office: Office) -> None:
    """The commands this person may use, in the menu of their chat."""
    commands = [
        {"command": entry.name, "description": office.catalog.text(f"menu_{entry.name}")}
        for entry in menu_of(turn.grants)
    ]
    params = {"commands": commands, "scope": {"type": "chat", "chat_id": turn.lane}}
    turn.send("setMyCommands", params, chat=turn.lane)
