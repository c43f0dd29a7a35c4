"""Whose a task is: the doer's where they have an account, else the facilitator's, who makes sure that it is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.wilayah import chain

#: Who makes sure of it where the doer has no account, nearest first.
FACILITATORS = ("fasilitator_desa", "fasilitator_kecamatan", "bappeda")

#: Persons by (role, scope), those who have had the role longest first.
Holders = Mapping[tuple[str, str], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Ownership:
    """`owner`: whose it is; None where nobody or several could do it: then it is offered to `candidates`.

    `on_behalf`: the doer has no account, and the owner only makes sure that it is done; it never climbs in their name.
    """

    owner: int | None
    on_behalf: bool
    candidates: tuple[int, ...] = ()


def owner_of(role: str | None, wilayah: str, holders: Holders) -> Ownership:
    """`role`: the doer's (None = an office without accounts)."""
    own = _nearest((role,), wilayah, holders) if role is not None else ()
    found = own or _nearest(FACILITATORS, wilayah, holders)
    return Ownership(found[0] if len(found) == 1 else None, not own, tuple(found))


def _nearest(roles: Sequence[str], wilayah: str, holders: Holders) -> Sequence[int]:
    for scope in chain(wilayah):
        for role in roles:
            if found := holders.get((role, scope)):
                return found
    return ()
