"""Who may do what: the one table from which menus, help and the access tests come.

A role holds within a wilayah; a person may act on every row whose code starts with the scope of the grant.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.records import Grant

WARGA = "warga"  # everybody
FASILITATOR_DESA = "fasilitator_desa"
FASILITATOR_KECAMATAN = "fasilitator_kecamatan"
BAPPEDA = "bappeda"

_READERS = (FASILITATOR_DESA, FASILITATOR_KECAMATAN, BAPPEDA)
#: Roles that an invitation may give.
ROLES = _READERS


@dataclass(frozen=True, slots=True)
class Entry:
    """A command (`/name`) or a family of buttons (data begins with `name:`) and the roles that may use it."""

    name: str
    roles: tuple[str, ...]
    menu: bool = True  # shown in the menu of those who may use it


COMMANDS = (
    Entry("mulai", (WARGA,)),
    Entry("usulanku", (WARGA,)),
    Entry("periksa", _READERS),
    Entry("bantuan", (WARGA,)),
    Entry("batal", (WARGA,)),
    Entry("start", (WARGA,), menu=False),  # what Telegram's own button sends
)
BUTTONS = (
    Entry("c", (WARGA,)),  # consent
    Entry("f", (WARGA,)),  # an open form
    Entry("m", (WARGA,)),  # what to do next
    Entry("u", _READERS),  # an usulan to read
)


def allowed(entry: Entry, grants: Sequence[Grant]) -> bool:
    """Whether somebody with these grants may use it at all; the wilayah is asked with `may_act`."""
    return WARGA in entry.roles or any(grant.role in entry.roles for grant in grants)


def may_act(entry: Entry, grants: Sequence[Grant], wilayah: str) -> bool:
    """Whether one of the grants gives this in that wilayah."""
    return any(grant.role in entry.roles and grant.covers(wilayah) for grant in grants)


def menu_of(grants: Sequence[Grant]) -> list[Entry]:
    return [entry for entry in COMMANDS if entry.menu and allowed(entry, grants)]


def command(name: str) -> Entry:
    return next(entry for entry in COMMANDS if entry.name == name)


def button(name: str) -> Entry:
    return next(entry for entry in BUTTONS if entry.name == name)
