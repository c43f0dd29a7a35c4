"""Invitations as people write lists of them: a line tells the name, the role and the place ("Andi Baso fasilitator desa
Botto Malangga"); so does each clause of a sentence, and the role may stand above all lines. A line that is told while
another invitation is open is one of its own, and never the name of that."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.hall.guest_lines import bare
from bot.core.places.spelling import fold
from bot.core.spelt import one_of
from bot.core.understanding.name_words import exchanges
from bot.store.people import conversations
from bot.store.queues import said
from bot.work import conversation
from bot.work.access import allowed, command, may_give
from bot.work.access import role as role_of
from bot.work.places.own import home
from bot.work.roles import invitations, inviting
from bot.work.roles.territory import ROLE, narrowed, scope_of
from bot.work.visit import Visit

_MOST = 20  # lines in one message
_BETWEEN = re.compile(r"\s*(?:[,;:=(]|\s[-–—])\s*")
_NUMBER = re.compile(r"\+?\d[\d\s.-]{7,}")
_NO_NAME = re.compile(r"[\d:?]")
_SEVERAL, _FEW = re.compile(r"[,;]"), 2  # lines
_NOWHERE: Mapping[str, Any] = {}
_CLAUSES = re.compile(r"[,;]|[^\s,;]+")


@dataclass(frozen=True, eq=False, slots=True)
class Line:
    """One that is whole; of two that say the same each is itself."""

    name: str
    known: Mapping[str, Any]
    role: str
    scope: str


async def take(visit: Visit, heard: Heard, asked: str = "") -> bool:
    """One line is an invitation as if its form had been filled in; several are as many. Below a line that names the
    role, what is not understood is told; elsewhere nothing is made of a text with such a line. `asked`: as what they
    are invited, where the form is open."""
    if not isinstance(heard, Typed) or not allowed(command("undang"), visit.grants):
        return False
    role, written = _under_role(visit, [one for one in map(bare, heard.text.split("\n")) if one])
    role = role or asked
    read = _read(visit, written, role)
    if not role and not any(each for _, each in read) and await _goes_on(visit, written):
        role, read = inviting.FACILITATOR, _read(visit, written, inviting.FACILITATOR)
    lines, lost = [line for _, each in read for line in each], [one for one, each in read if not each]
    if not lines or (lost and not role) or len(lines) > _MOST:
        return False
    each = {(fold(line.name), line.role, line.scope): line for line in reversed(lines)}
    for line in reversed(each.values()):
        await invitations.make(visit, line.role, line.scope, line.name)
    if twice := [line.name for line in lines if line not in each.values()]:
        visit.say("undang_kembar", nama=[*dict.fromkeys(twice)])
    if lost:
        visit.say("undang_baris_lain", baris=lost[:_MOST])
    return True


def _read(visit: Visit, written: Sequence[str], role: str) -> list[tuple[str, list[Line]]]:
    at = home(visit.office, visit.grants, inviting.GIVERS) if role else {}
    whole = {one: list(_in_line(visit, one)) if role else [] for one in written}
    return [(one, whole[one] or list(_in_line(visit, _with_role(visit, one, role), at))) for one in written]


async def _goes_on(visit: Visit, written: Sequence[str]) -> bool:
    """ "Pak Basri - Salodua", below an invitation, or in each of several lines: a facilitator, as the others."""
    if not all(inviting.place_in(visit, one) and _opens_with_name(visit, one) for one in written[:_MOST]):
        return False
    letter = None if len(written) > 1 else await visit.look_up(said.carrying, visit.turn.lane, "")
    return len(written) > 1 or any(data.startswith("i:cabut:") for _, data in (letter.keys if letter else ()))


def _opens_with_name(visit: Visit, line: str) -> bool:
    """ "Laporan desa Tuncung" names nobody."""
    world, first = visit.office.catalog.world, key_of(line.split(maxsplit=1)[0])
    return first in world.oneself or (world.ear is not None and not world.ear.knows(first))


def _under_role(visit: Visit, written: list[str]) -> tuple[str, list[str]]:
    """ "Tambahkan fasilitator:" above the others, or before them in one line: the role that it names; empty where the
    first line is one of them. What ends with a colon is none of them."""
    whole = written
    roles, (head, colon, rest) = visit.office.catalog.world.ending["tugas"], written[0].partition(":")
    if len(written) == 1 and rest.strip():
        written = [head, *filter(None, map(str.strip, _SEVERAL.split(rest)))]
    elif len(written) > _FEW and colon and not rest and all(inviting.place_in(visit, one) for one in written[1:]):
        named = [word for word in re.findall(r"\w+", head.lower()) if word in roles]
        return ("".join(named[:1]), written[1:])
    named = [word for word in re.findall(r"\w+", written[0].lower()) if word in roles] if len(written) > 1 else []
    is_lead = bool(named) and not inviting.place_in(visit, written[0])
    return (named[0], written[1:]) if is_lead else ("", whole)


def _with_role(visit: Visit, line: str, role: str) -> str:
    """ "Bu Rosmini - Pattondon Salu", "Ratna desa Pasang": between the name and the place; a number is neither."""
    if not role:
        return line
    line = _NUMBER.sub("", line).rstrip(" ,)-")
    level = one_of(visit.office.catalog.world.inviting["tingkat"]).search(line)
    parted = _BETWEEN.search(line)
    at = parted.span() if parted else level.span()[:1] * 2 if level else (len(line), len(line))
    return f"{line[: at[0]]} {role} {line[at[1] :]}"


def _in_line(visit: Visit, text: str, at: Mapping[str, Any] = _NOWHERE) -> Iterator[Line]:
    """ "Pak Rusli jadi fasilitator Bangkala dan bu Ria jadi fasilitator Pasang" are two; nothing where a clause is left
    over."""
    joins = visit.office.catalog.world.guests_said["dan"]
    found: list[Line] = []
    told: list[str] = []
    for part in _CLAUSES.findall(text):
        is_join = part in ",;" or part.lower() in joins
        if is_join and (line := _whole(visit, " ".join(told), at)) is not None:
            found, told = [*found, line], []
        elif told or not is_join:
            told.append(part)
    last = _whole(visit, " ".join(told), at) if told else None
    yield from [*found, last] if last is not None else [] if told else found


def _whole(visit: Visit, text: str, at: Mapping[str, Any] = _NOWHERE) -> Line | None:
    """Nothing stands in it but a name, a role and a place that they may give it in. `at`: where, if it names none."""
    flow = narrowed(visit, visit.office.catalog.flows[invitations.JOURNEY.form])
    name = inviting.name_before_role(visit, text)
    known = {**at, **inviting.role_told(visit, flow, text), **inviting.place_in(visit, text)}
    if not name or ROLE not in known or "?" in text:
        return None
    role = known[ROLE]["value"]
    if role_of(role).level not in known:
        return None
    scope = scope_of(visit.office, role, known)
    return Line(name, known, role, scope) if may_give(role, visit.grants, scope) else None


async def heed(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """While one is asked about: a whole line is that one, where its role and place are the same, else another, and the
    question stands as before. Where nothing is told yet, what these words name is not asked again."""
    if not isinstance(heard, Typed):
        return False
    told = {key: value.value for key, value in before.answers.items()}
    asked = told[ROLE]["label"] if ROLE in told else inviting.FACILITATOR
    line = _whole(visit, heard.text) or _whole(visit, _with_role(visit, heard.text, asked))
    if "\n" in heard.text and await take(visit, heard, asked):
        conversations.end(visit.turn, invitations.JOURNEY.form)
    elif ROLE not in told and inviting.place_in(visit, heard.text) and _tells_role(visit, heard.text):
        conversations.end(visit.turn, invitations.JOURNEY.form)
        await inviting.begin(visit, heard.text)
    elif line is None:
        return False
    elif all(line.known.get(key) == value for key, value in told.items()) and _asked(visit) == inviting.NAME:
        conversations.end(visit.turn, invitations.JOURNEY.form)
        await conversation.start_or_finish(
            visit, invitations.JOURNEY, {**told, **line.known, **inviting.named_as(visit, line.name)}
        )
    else:
        await invitations.make(visit, line.role, line.scope, line.name)
        await conversation.resume(visit)
    return True


def _tells_role(visit: Visit, text: str) -> bool:
    return bool(inviting.role_told(visit, visit.office.catalog.flows[invitations.JOURNEY.form], text))


def _asked(visit: Visit) -> str:
    question, _ = conversation.asked(visit)
    return question.key if question is not None else ""


def is_no_name(visit: Visit, heard: Heard) -> bool:
    """An order, a yes or a figure, where a name is asked for: "ya simpan 6 orang", "eh perempuan 29"; who is in the
    place of whom."""
    if _asked(visit) != inviting.NAME or not isinstance(heard, Typed):
        return False
    spoken = key_of(heard.text).split()
    orders = visit.office.catalog.world.inviting["perintah"]
    is_other = not orders.isdisjoint(spoken) or _NO_NAME.search(_NUMBER.sub("", heard.text)) is not None
    is_other = is_other or exchanges(visit.office.catalog.world, heard.text)
    return len(spoken) > 1 and _whole(visit, heard.text) is None and is_other


JOURNEY = replace(invitations.JOURNEY, heed=heed)
