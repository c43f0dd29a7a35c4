"""Handing over: a successor takes over roles, lists to read, people to tell, and what waits to be told; the history
stays as it was."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.interpreter import Answer, Flow, record
from bot.core.forms.state import State
from bot.core.records import Grant
from bot.core.wilayah import lies_in_any
from bot.store.checking import checks
from bot.store.database.database import Connection
from bot.store.grants import grants_of
from bot.store.people import people
from bot.store.people.people import Addressee
from bot.store.queues import notices
from bot.store.roles import handover as stored
from bot.store.roles import invites
from bot.store.roles.handover import Held, give
from bot.store.roles.invites import SUCCESSION, Brought
from bot.store.usulan import events
from bot.work.access import allowed, button, command, may_give, menu_of, roles_to_give
from bot.work.codes.handing_out import DAYS, hand_out, role_name, tasks
from bot.work.codes.secret_codes import new_code
from bot.work.people import phones
from bot.work.roles import hearing, memory
from bot.work.roles.limits import may_make_one
from bot.work.roles.territory import narrowed, scope_of
from bot.work.roles.welcoming import lessons_of
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import sort_of_place
from bot.work.tasks import owners
from bot.work.usulan.voices import titip
from bot.work.visit import Journey, Visit

_LISTED = 30


def offer(visit: Visit) -> None:
    """What one's tasks are, and who may be replaced."""
    rows = [[(visit.text("tombol_serahkan_saya"), "s:saya")]]
    if roles_to_give(visit.grants):
        rows.append([(visit.text("tombol_serahkan_orang"), "s:pilih")])
    if allowed(button("b"), visit.grants):
        rows.append([(visit.text("tombol_blokir"), "b:pilih")])
    mine = tasks(visit.office, visit.grants)
    name = visit.me.name
    visit.say("serahkan_awal", keyboard(*rows), nama=name, tugas=mine)


async def look_at_oneself(visit: Visit, to: str = "") -> None:
    """What moves to one's own successor, before there is a code."""
    async with visit.ask() as connection:
        await _show_what_moves(visit, connection, visit.me.id, visit.me.name, visit.grants, "s:ya", to)


async def for_oneself(visit: Visit) -> None:
    """A code for one's own successor."""
    async with visit.ask() as connection:
        await _make_code(visit, connection, visit.me.id, visit.me.name, visit.grants)


async def _show_what_moves(
    visit: Visit, connection: Connection, old: int, name: str, grants: Sequence[Grant], yes: str, to: str = ""
) -> None:
    told = await memory.page(visit.round(connection), old, grants)
    told["kode"] = await invites.count_open_of(connection, old, visit.now)
    listed = tasks(visit.office, grants)
    key = keyboard([(visit.text("tombol_ya_serahkan"), yes)])
    visit.say("ingatan_desa", key, nama=name, kepada=to, peran=listed, **told)


async def list_holders(visit: Visit, flow: Flow, state: State) -> None:
    """Who holds the chosen role in the chosen wilayah: the answers to the form `serahkan`."""
    answers = record(flow, state)
    name = answers["peran"]["value"]
    scope = scope_of(visit.office, name, answers)
    if not may_give(name, visit.grants, scope):
        visit.say("undang_di_luar", bappeda=visit.office.bappeda)
        return
    found = await visit.ask_once(people.holders, [name], [scope], visit.now)
    place = visit.office.catalog.places.scope_name(scope)
    if not found:
        visit.say("serahkan_tak_ada_orang", peran=role_name(visit.office, name), wilayah=place)
        return
    rows = [[(one.name, f"s:orang:{one.id}")] for one in sorted(found, key=lambda one: (one.name, one.id))[:_LISTED]]
    visit.say("serahkan_pilih", keyboard(*rows), wilayah=place)


async def look_at_somebody(visit: Visit, person_id: int, to: str = "") -> None:
    """What moves from somebody whose roles this person may give, before there is a code. `to`: who is named as the one
    who follows."""
    async with visit.ask() as connection:
        name, mine = await replaceable(visit, connection, person_id)
        if mine:
            await _show_what_moves(visit, connection, person_id, name, mine, f"s:kode:{person_id}", to)


async def for_somebody(visit: Visit, person_id: int) -> None:
    """A code for the successor of somebody whose roles this person may give, also when their phone is gone."""
    async with visit.ask() as connection:
        name, mine = await replaceable(visit, connection, person_id)
        if mine:
            await _make_code(visit, connection, person_id, name, mine)


async def replaceable(visit: Visit, connection: Connection, person_id: int) -> tuple[str, list[Grant]]:
    """Their name, and what of theirs this person may give; nothing, and it is said, when that is nothing."""
    person = await people.named(connection, person_id)
    held = await stored.held_by(connection, person_id, visit.now)
    mine = [Grant(one.role, one.scope) for one in held if may_give(one.role, visit.grants, one.scope)]
    if person is None or not mine:
        visit.say("serahkan_bukan_hak")
        return "", []
    return person.name, mine


async def _make_code(visit: Visit, connection: Connection, old: int, name: str, grants: Any) -> None:
    if not await may_make_one(visit, connection):
        return
    code = new_code()
    kabupaten = visit.office.catalog.places.kabupaten.code
    row = invites.row(code, SUCCESSION, kabupaten, visit.now, DAYS, made_by=visit.me.id, replaces=old)
    await invites.add(connection, [row])
    listed = tasks(visit.office, grants)
    card = {"name": "", "role": listed[0]["peran"], "scope": listed[0]["wilayah"]}
    revoke = f"s:cabut:{row['id']}"
    hand_out(visit, "serahkan_jadi", code, card, revoke, nama=name, tugas=listed)


async def take_over(visit: Visit, connection: Connection, brought: Brought) -> bool:
    """The successor is here: roles end for the one and begin for the other, both are told. False when there is nothing
    left to take over."""
    person, old = visit.me, brought.replaces
    assert old is not None
    held = await stored.held_by(connection, old, visit.now)
    wanted = await _that_may_be_given(connection, visit, held, brought)
    ended = set(await stored.end(connection, [grant.id for grant in wanted], visit.now))
    taken = [grant for grant in wanted if grant.id in ended]
    if not taken:
        return False
    scopes = [grant.scope for grant in taken]
    codes = await invites.revoke_all_of(connection, old, visit.now)
    moved = await _move(visit, connection, old, scopes)
    await owners.take_over(visit.round(connection), old, person.id, scopes)
    left = tuple(Grant(grant.role, grant.scope) for grant in held if grant.id not in ended)
    before = await people.named(connection, old)
    _welcome(visit, taken, before.name if before is not None else "", moved)
    await _remember(visit, connection, taken, codes)
    if before is not None:
        _thank(visit, before, taken, left)
    await hearing.tell_others(visit, connection, brought, taken)
    return True


async def _remember(visit: Visit, connection: Connection, taken: list[Held], codes: int) -> None:
    """The successor sees what the one before saw, as it is now theirs."""
    grants = [Grant(one.role, one.scope) for one in taken]
    told = await memory.page(visit.round(connection), visit.me.id, grants)
    draft = keyboard([(visit.text("tombol_lanjutkan"), "m:lanjut")]) if told["draf"] else None
    visit.say("ingatan_desa", draft, nama="", kepada="", peran=tasks(visit.office, taken), kode=codes, **told)


async def _that_may_be_given(connection: Connection, visit: Visit, held: list[Held], brought: Brought) -> list[Held]:
    """All of one's own; of somebody else's what the maker of the code may give today: nothing, when they are gone."""
    if brought.made_by == brought.replaces:
        return held
    makers = [brought.made_by] if brought.made_by is not None else []
    grants = next(iter((await grants_of(connection, makers, visit.now)).values()), ())
    return [grant for grant in held if may_give(grant.role, grants, grant.scope)]


async def _move(visit: Visit, connection: Connection, old: int, scopes: list[str]) -> int:
    """Lists, people to tell and notices; returns how many are still to be told in person. Codes die with who made
    them."""
    new = visit.me.id
    typed = await stored.move_usulan(connection, old, new, scopes)
    await checks.move(connection, old, new, scopes)
    await _move_drafts(visit, connection, old, scopes)
    for usulan_id in typed:
        events.note(visit.turn, usulan_id, "diserahkan", dari=old, kepada=new)
    for _, kind, subject, due_at in await stored.open_notices(connection, old):
        notices.withdraw(visit.turn, old, kind, subject)
        notices.tell(visit.turn, new, kind, subject, at=due_at)
    return len(typed)


async def _move_drafts(visit: Visit, connection: Connection, old: int, scopes: list[str]) -> None:
    """What is half written down for somebody goes on in the new chat; messages of the old one correct it no more."""
    new = visit.me.id
    for name, told in await stored.drafts(connection, old, new, titip.FORM):
        state = State.from_json(told)
        desa = state.answers.get("desa")
        if desa is not None and not lies_in_any(desa.value["code"], scopes):
            continue
        here = replace(state, answers=_unsaid(state.answers), before=_unsaid(state.before)).to_json()
        await stored.drop_draft(connection, old, titip.FORM)
        await stored.keep_draft(connection, new, titip.FORM, name, here, visit.now)


def _unsaid(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    return {key: replace(answer, messages=(), album=None) for key, answer in answers.items()}


def _welcome(visit: Visit, taken: list[Held], before: str, moved: int) -> None:
    lessons = lessons_of(visit, [grant.role for grant in taken])
    for grant in taken:
        give(visit.turn, grant.role, grant.scope, grant.until)
    home = [(visit.text("tombol_menu"), "rumah:menu")] if allowed(command("menu"), visit.grants) else []
    phone = [(visit.text("tombol_telepon_titip"), "o:telepon")] if phones.is_rung(visit.grants) else []
    visit.say(
        "serah_terima_baru",
        keyboard(home, phone) if home or phone else None,
        nama=visit.me.name,
        pendahulu=before,
        tugas=tasks(visit.office, taken),
        titipan=moved,
        membaca=allowed(command("periksa"), visit.grants),
        **lessons,
    )
    set_menu(visit, visit.turn.lane, visit.grants)


def _thank(visit: Visit, before: Addressee, taken: list[Held], left: tuple[Grant, ...]) -> None:
    told = {"nama": before.name, "pengganti": visit.me.name, "tugas": tasks(visit.office, taken)}
    visit.tell(before.address, before.id, visit.text("serah_terima_lama", **told))
    set_menu(visit, before.address, left)


def set_menu(visit: Visit, chat: int, grants: tuple[Grant, ...]) -> None:
    """The commands somebody with these grants may use, in the menu of their chat."""
    sort = sort_of_place(visit.office, grants)
    told = [(entry.name, visit.text(f"menu_{entry.name}", jenis=sort)) for entry in menu_of(grants)]
    commands = [{"command": name, "description": description} for name, description in told]
    params = {"commands": commands, "scope": {"type": "chat", "chat_id": chat}}
    visit.turn.send("setMyCommands", params, chat=chat)


async def revoke_code(visit: Visit, invite_id: int) -> None:
    """Take back a code for a successor that nobody has used."""
    async with visit.ask() as connection:
        found = await invites.open_one(connection, invite_id)
        if found is None or found.made_by != visit.me.id:
            visit.say("undangan_tidak_ada")
            return
        await invites.revoke(connection, found.id, visit.now)
    visit.say("undangan_dicabut", nama="")


JOURNEY = Journey("serahkan", list_holders, fit=narrowed)
