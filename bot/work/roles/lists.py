"""Inviting many at once: the office's list comes as a file, it is shown what would become of it, and it goes back with
a code for everybody."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.core.forms.heard import FileRef
from bot.core.forms.say import Words
from bot.core.records import Grant
from bot.core.wilayah import kecamatan_of
from bot.store.database.database import Connection
from bot.store.database.ids import new_id
from bot.store.grants import grants_of
from bot.store.people import people
from bot.store.roles import invites
from bot.store.roles import lists as stored
from bot.store.roles.invites import Invite
from bot.store.turn import outbox_row
from bot.work.access import ROLES
from bot.work.codes.handing_out import DAYS, last_day, link
from bot.work.codes.secret_codes import new_code
from bot.work.office import Office
from bot.work.roles.limits import MOST_IN_A_LIST, left_by_list
from bot.work.roles.roster import Key, Line, Roster, fold_key
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.letters import text_row
from bot.work.visit import Visit

#: A list of 2,000 people has a tenth of this (bytes).
LARGEST = 5_000_000


def take(visit: Visit, file: FileRef | None) -> None:
    """Promise to read the file; it is fetched after this, never in the way of a conversation."""
    if file is None:
        return
    if file.size > LARGEST:
        visit.say("daftar_terlalu_besar", batas=MOST_IN_A_LIST)
        return
    stored.take(visit.turn, file.file_id)
    visit.say("daftar_diambil")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent a list, and what they may give when it is read."""

    person_id: int
    address: int
    grants: tuple[Grant, ...]


async def sender_of(connection: Connection, person_id: int, now: datetime) -> Sender | None:
    """None for somebody who is no longer there."""
    found = await people.named(connection, person_id)
    grants = (await grants_of(connection, [person_id], now)).get(person_id, ())
    return None if found is None else Sender(person_id, found.address, grants)


def refusal(office: Office, sender: Sender, why: Words, real: float) -> list[dict[str, Any]]:
    """The answer to a list that cannot be used, as rows for the outbox."""
    text = office.catalog.text(why.name, **why.values)
    return [text_row(text, chat=sender.address, real=real, person_id=sender.person_id)]


async def answer(tour: Round, sender: Sender, roster: Roster, list_id: int) -> list[dict[str, Any]]:
    """A list that was read for the first time. Returns the answer as rows for the outbox: what would become of it, and
    nobody is invited before the yes; where there is nobody to invite, the list itself with its notes."""
    judged = await _judged(tour, sender, roster)
    new = [one for one in judged if one.is_good]
    if not new:
        return _answer(tour.office, sender, roster.head, judged, {}, tour.now, tour.real)
    text, markup = told(tour.office, judged, roster.left_out, list_id)
    return [text_row(text, markup, chat=sender.address, real=tour.real, person_id=sender.person_id)]


def asks_first(rows: Sequence[dict[str, Any]]) -> bool:
    """Whether this answer waits for a yes."""
    return any(row["method"] == "sendMessage" for row in rows)


async def invite_all(tour: Round, sender: Sender, roster: Roster) -> list[dict[str, Any]]:
    """Invite everybody whose row is good and who was not invited before. Returns the answer as rows for the outbox."""
    lines = await _judged(tour, sender, roster)
    codes = {line.number: new_code() for line in lines if line.is_good}
    batch = f"{new_id():x}"[-16:]
    rows = [
        invites.row(
            codes[one.number],
            one.role,
            one.scope,
            tour.now,
            DAYS,
            made_by=sender.person_id,
            label=one.name,
            batch=batch,
        )
        for one in lines
        if one.number in codes
    ]
    await invites.add(tour.connection, rows)
    return _answer(tour.office, sender, roster.head, lines, codes, tour.now, tour.real)


async def _judged(tour: Round, sender: Sender, roster: Roster) -> list[Line]:
    """Every row as it stands now: only who is to be invited is good."""
    known = await _known(tour, roster)
    left = await left_by_list(tour.connection, sender.person_id, tour.now)
    too_many = Words("catatan_sejam", {"batas": MOST_IN_A_LIST})
    lines: list[Line] = []
    for line in roster.lines:
        before = known.get(line.key) if line.is_good else None
        judged = line if before is None else _known_already(tour.office, line, before)
        lines.append(replace(judged, scope="", note=too_many) if judged.is_good and left == 0 else judged)
        left -= lines[-1].is_good
    return lines


async def agree(visit: Visit, list_id: int) -> None:
    """*Undang*: the codes are made after this, as the list was read."""
    taken = await visit.ask_once(stored.agree, list_id, visit.me.id, visit.turn.real)
    if taken:
        visit.say("daftar_sedang_diundang")
    else:
        visit.stale()


async def drop(visit: Visit, list_id: int) -> None:
    gone = await visit.ask_once(stored.close, list_id, visit.me.id, "dropped") is not None
    if gone:
        visit.say("daftar_tidak_jadi")
    else:
        visit.stale()


async def _known(tour: Round, roster: Roster) -> dict[Key, Invite]:
    """Who was invited before: an earlier invitation stands while it can be used, or while its role is held."""
    scopes = [tour.office.catalog.places.kabupaten.code] if any(line.is_good for line in roster.lines) else []
    held = await invites.held(tour.connection, tour.now) if scopes else set()
    return {
        fold_key(one.label or "", one.role, one.scope): one
        for one in await invites.within(tour.connection, scopes, unused=False)
        if (one.used_by, one.role, one.scope) in held or (one.used_by is None and one.expires_at > tour.now)
    }


def _known_already(office: Office, line: Line, before: Invite) -> Line:
    if before.used_by is not None:
        return replace(line, scope="", note=Words("catatan_sudah_bergabung"))
    return replace(line, scope="", note=Words("catatan_sudah_diundang", {"hari": office.day(before.made_at)}))


def _answer(
    office: Office,
    sender: Sender,
    head: Sequence[str],
    lines: Sequence[Line],
    codes: dict[int, str],
    now: datetime,
    real: float,
) -> list[dict[str, Any]]:
    old = sum(line.note.name in OLD for line in lines)
    told = {"baru": len(codes), "lama": old, "keliru": len(lines) - len(codes) - old}
    params: dict[str, Any] = {
        "chat_id": sender.address,
        "document": {"report": "sheet", "args": _book(office, head, lines, codes, now)},
        "caption": office.catalog.text("daftar_selesai", **told),
        "parse_mode": "HTML",
    }
    return [outbox_row("sendDocument", params, chat=sender.address, real=real, person_id=sender.person_id)]


def _book(
    office: Office, head: Sequence[str], lines: Sequence[Line], codes: dict[int, str], now: datetime
) -> dict[str, Any]:
    """The list as it came with three columns more, and a sheet for each kecamatan to hand on. A row that a note names
    is that of this book; columns that an earlier one of ours has are not doubled."""
    own = [office.plain(f"kolom_{one}") for one in ("kode", "tautan", "catatan")]
    theirs_at = [at for at, cell in enumerate(head) if not (set(own[:2]) <= set(head) and cell in own)]
    now_at = {line.number: at for at, line in enumerate(lines, 2)}
    rows = []
    for line in lines:
        cells = [*line.cells, *[""] * len(head)]
        note = Words(line.note.name, {**line.note.values, "baris": now_at.get(line.note.values.get("baris", 0), 0)})
        code = codes.get(line.number)
        told = code or "", link(office, code) if code else "", office.catalog.label(note)
        rows.append([*(cells[at] for at in theirs_at), *told])
    sheets = [{"title": office.plain("daftar_semua"), "head": [*(head[at] for at in theirs_at), *own], "rows": rows}]
    columns = [office.plain(f"kolom_{one}") for one in ("nama", "peran", "desa", "kode", "tautan", "sampai")]
    by_kecamatan: dict[str, list[list[str]]] = {}
    until = last_day(office, now)
    for line in sorted((line for line in lines if line.number in codes), key=lambda line: line.scope):
        by_kecamatan.setdefault(kecamatan_of(line.scope), []).append(
            _short_row(office, line, codes[line.number], until)
        )
    for code, theirs in by_kecamatan.items():
        sheets.append({"title": office.catalog.places.scope_name(code), "head": columns, "rows": theirs})
    return {"filename": office.plain("daftar_berkas"), "sheets": sheets}


def _short_row(office: Office, line: Line, code: str, until: str) -> list[str]:
    role = office.plain(f"peran_{line.role}")
    return [line.name, role, office.catalog.places.scope_name(line.scope), code, link(office, code), until]


#: Notes on whoever needs no code any more.
OLD = ("catatan_sudah_bergabung", "catatan_sudah_diundang")
#: Rows with a fault, and people, that a screen holds.
_FAULTS, _PEOPLE = 8, 5


def told(office: Office, lines: Sequence[Line], left_out: int, list_id: int) -> tuple[str, dict[str, Any]]:
    """The message and its buttons. `lines`: good = to be invited; `left_out`: totals and the like."""
    new = [line for line in lines if line.is_good]
    wrong = [line for line in lines if not line.is_good and line.note.name not in OLD]
    text = office.catalog.text(
        "daftar_pratinjau",
        baru=len(new),
        peran=_by_role(office, new),
        contoh=[{"nama": one.name, "wilayah": office.catalog.places.scope_name(one.scope)} for one in new[:_PEOPLE]],
        lama=len(lines) - len(new) - len(wrong),
        keliru=len(wrong),
        salah=[{"baris": one.number, "sebab": office.catalog.label(one.note)} for one in wrong[:_FAULTS]],
        sisa=max(len(wrong) - _FAULTS, 0),
        lewat=left_out,
    )
    yes = office.plain("tombol_undang_semua", jumlah=len(new))
    no = office.catalog.text("tombol_jangan_undang")
    return text, keyboard([(yes, f"i:semua:{list_id}")], [(no, f"i:jangan:{list_id}")])


def _by_role(office: Office, new: Sequence[Line]) -> list[dict[str, Any]]:
    counted = Counter(line.role for line in new)
    return [{"nama": office.plain(f"peran_{name}"), "jumlah": counted[name]} for name in ROLES if counted[name]]
