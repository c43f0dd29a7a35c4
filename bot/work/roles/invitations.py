"""Invitations: a short code gives a role in a wilayah, once."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.papers import cover
from bot.core.forms.state import State
from bot.core.wilayah import DESA, kecamatan_of, level_of
from bot.store.database.database import Connection
from bot.store.grants import grants_of
from bot.store.roles import invites
from bot.store.roles.handover import give
from bot.store.roles.invites import Bringer, Brought, Invite
from bot.work.access import OPERATOR, allowed, command, ends_at, may_give, roles_to_give
from bot.work.codes.handing_out import DAYS, hand_out, role_name
from bot.work.codes.secret_codes import is_code, is_plainly_a_code, may_try, new_code, tidy
from bot.work.office import Office
from bot.work.people import genders, phones
from bot.work.roles import claims, handover
from bot.work.roles.limits import MOST_IN_A_LIST, may_make_one
from bot.work.roles.territory import narrowed, scope_of
from bot.work.roles.welcoming import lessons_of
from bot.work.saying import files
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import kabar
from bot.work.visit import Journey, Visit

_WRONG_AN_HOUR = 5
_SHOWN = 8


async def invite(connection: Connection, role: str, scope: str, now: datetime, **more: Any) -> str:
    """A new code for `role` in the wilayah `scope`, good for 30 days. `more`: made_by, label, batch."""
    code, _ = await _invite(connection, role, scope, now, **more)
    return code


async def _invite(connection: Connection, role: str, scope: str, now: datetime, **more: Any) -> tuple[str, int]:
    """The code, and the id by which a button names it."""
    code = new_code()
    row = invites.row(code, role, scope, now, DAYS, **more)
    await invites.add(connection, [row])
    return code, row["id"]


async def redeem(visit: Visit, text: str) -> None:
    """The person who speaks brings a code. The number of an usulan is none, whatever its letters; what looks like
    neither is told so, and costs no try."""
    if (number := kabar.number_in(visit.office, text)) is not None:
        await kabar.tell(visit, *number)
    elif is_code(text):
        await _bring(visit, text)
    else:
        visit.say("kode_bukan")


async def _bring(visit: Visit, text: str) -> None:
    """The first one who brings it gets the role, every failure says the same."""
    person = visit.me
    async with visit.ask() as connection:
        if not await may_try(visit, connection, _WRONG_AN_HOUR, "kode_terlalu_sering"):
            return
        code = tidy(text)
        brought = await invites.brought(connection, code, Bringer(person.id, person.address), visit.now)
        if brought is None and await invites.is_for_successor_of(connection, code, person.id, visit.now):
            visit.say("serahkan_diri")
        elif not (await _take(visit, connection, brought) if brought else await claims.take(visit, connection, code)):
            await _tell_unknown(visit, connection, text)


async def _tell_unknown(visit: Visit, connection: Connection, text: str) -> None:
    """Only what can be nothing else but a code was a try."""
    if is_plainly_a_code(text):
        await invites.note_wrong(connection, visit.me.id, visit.now)
        visit.say("kode_salah", bappeda=visit.office.bappeda)
    else:
        visit.say("kode_bukan")


async def _take(visit: Visit, connection: Connection, brought: Brought) -> bool:
    """A code gives what its maker may give at this moment; False, and it stays unused, when that is nothing."""
    if brought.replaces is not None:
        gives = await handover.take_over(visit, connection, brought)
    elif gives := await _may_still_give(visit, connection, brought):
        _begin(visit, brought)
    if gives:
        await invites.use(connection, brought.id, visit.me.id, visit.now)
    return gives


async def _may_still_give(visit: Visit, connection: Connection, brought: Brought) -> bool:
    if brought.made_by is None:
        return True  # the command line's
    grants = (await grants_of(connection, [brought.made_by], visit.now)).get(brought.made_by, ())
    return may_give(brought.role, grants, brought.scope)


def _begin(visit: Visit, brought: Brought) -> None:
    """The role begins, the menu shows what it brings."""
    until = ends_at(brought.role, visit.now, visit.office.zone)
    lessons = lessons_of(visit, [brought.role])
    give(visit.turn, brought.role, brought.scope, until)
    allowed_home = allowed(command("menu"), visit.grants)
    home = [(visit.text("tombol_menu"), "rumah:menu")]
    phone = [(visit.text("tombol_telepon_titip"), "o:telepon")] if phones.is_rung(visit.grants) else []
    rows = [*([home, phone] if allowed_home else []), genders.key(visit)]
    visit.say(
        "kode_dipakai",
        keyboard(*rows) if any(rows) else None,
        telepon=bool(phone),
        nama=visit.me.name,
        peran=role_name(visit.office, brought.role, brought.scope),
        wilayah=visit.office.catalog.places.scope_name(brought.scope),
        sampai=visit.office.day(until - timedelta(seconds=1)) if until is not None else "",
        membaca=allowed(command("periksa"), visit.grants),
        sipd=brought.role == OPERATOR,
        **lessons,
    )
    handover.set_menu(visit, visit.turn.lane, visit.grants)


def offer(visit: Visit) -> None:
    """What can be done about invitations."""
    data = (("tombol_undang_satu", "i:baru"), ("tombol_undang_belum", "i:belum"), ("tombol_undang_saya", "i:saya"))
    rows = [[(visit.text(label), pressed)] for label, pressed in data]
    name = visit.me.name
    visit.say("undang_awal", keyboard(*rows), nama=name, batas=MOST_IN_A_LIST)


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """The answers to the form `undang` become a code, a message to forward and a card."""
    answers = record(flow, state)
    role = answers["peran"]["value"]
    scope = scope_of(visit.office, role, answers)
    if not may_give(role, visit.grants, scope):
        visit.say("undang_di_luar", bappeda=visit.office.bappeda)
        return
    await make(visit, role, scope, cover((answers.get("nama") or {}).get("text", "")))


async def make(visit: Visit, role: str, scope: str, name: str) -> None:
    """One code, to be handed on; whoever may give that role there may not make any number of them."""
    async with visit.ask() as connection:
        if not await may_make_one(visit, connection):
            return
        code, made = await _invite(connection, role, scope, visit.now, made_by=visit.me.id, label=name or None)
    told = {"peran": role_name(visit.office, role, scope), "wilayah": visit.office.catalog.places.scope_name(scope)}
    card = {"name": name, "role": visit.office.plain(f"peran_{role}"), "scope": told["wilayah"]}
    hand_out(visit, "undangan_jadi", code, card, f"i:cabut:{made}", nama=name, **told)


async def list_mine(visit: Visit) -> None:
    """One's own invitations that nobody has used, each with a button that takes it back."""
    found = await visit.ask_once(invites.made_by, visit.me.id, visit.now)
    if not found:
        visit.say("undangan_saya_kosong")
        return
    lines = [_told(visit.office, one) for one in found[:_SHOWN]]
    rows = []
    for line, one in zip(lines, found, strict=False):
        family = "s" if one.role == invites.SUCCESSION else "i"
        rows.append([(visit.office.plain("tombol_cabut_satu", **line), f"{family}:cabut:{one.id}")])
    more = max(len(found) - _SHOWN, 0)
    visit.say("undangan_saya", keyboard(*rows), undangan=lines, lebih=more)


def _told(office: Office, one: Invite) -> dict[str, str]:
    role, place = role_name(office, one.role, one.scope), office.catalog.places.scope_name(one.scope)
    return {"nama": one.label or role, "peran": role, "wilayah": place, "sampai": office.day(one.expires_at)}


async def revoke(visit: Visit, invite_id: int) -> bool:
    """Take an invitation back: one's own, or one in a wilayah where one may give that role."""
    async with visit.ask() as connection:
        found = await invites.open_one(connection, invite_id)
        if found is None or not _may_revoke(visit, found):
            visit.say("undangan_tidak_ada")
            return False
        await invites.revoke(connection, found.id, visit.now)
    visit.say("undangan_dicabut", nama=found.label or "")
    return True


def _may_revoke(visit: Visit, found: Invite) -> bool:
    mine = found.made_by == visit.me.id
    return mine or (found.role != invites.SUCCESSION and may_give(found.role, visit.grants, found.scope))


async def list_waiting(visit: Visit) -> None:
    """Who was invited in one's wilayah and has not joined: how many by kecamatan, and all of them as a sheet."""
    givers = {role for one in roles_to_give(visit.grants) for role in one.given_by}
    scopes = sorted({grant.scope for grant in visit.grants if grant.role in givers})
    found = await visit.ask_once(invites.within, scopes, unused=True)
    found = [one for one in found if may_give(one.role, visit.grants, one.scope)]
    if not found:
        visit.say("belum_kosong")
        return
    counted = Counter(_kecamatan(visit.office, one.scope) for one in found)
    lines = [{"nama": name, "jumlah": number} for name, number in sorted(counted.items())]
    visit.say("belum_daftar", jumlah=len(found), kecamatan=lines)
    files.make(visit, "sheet", _sheet(visit.office, found, visit.now))


def _kecamatan(office: Office, scope: str) -> str:
    return office.catalog.places.scope_name(kecamatan_of(scope))


def _sheet(office: Office, found: list[Invite], now: datetime) -> dict[str, Any]:
    """Names only, never codes: those were told once."""

    head = [
        office.plain(f"kolom_{one}") for one in ("nama", "peran", "kecamatan", "desa", "diundang", "sampai", "catatan")
    ]
    rows = []
    for one in found:
        place = office.catalog.places.scope_name(one.scope) if level_of(one.scope) == DESA else ""
        late = office.plain("catatan_lewat") if one.expires_at <= now else ""
        role = office.plain(f"peran_{one.role}")
        days = [files.day_cell(office.local(at).date()) for at in (one.made_at, one.expires_at)]
        rows.append([one.label or "", role, _kecamatan(office, one.scope), place, *days, late])
    return {
        "filename": office.plain("belum_berkas"),
        "sheets": [{"title": office.plain("daftar_semua"), "head": head, "rows": rows}],
    }


JOURNEY = Journey("undang", finish, fit=narrowed)
