"""A number to be rung at: given by whoever holds a role if they like, changed and taken away at any time."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core import kinds
from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Ask, Took
from bot.core.forms.state import State
from bot.core.forms.writing import begun_with
from bot.core.kinds.telepon import spelt
from bot.core.records import Grant
from bot.core.wilayah import KABUPATEN, level_of
from bot.store.people import phones
from bot.work import conversation
from bot.work.access import CAMAT, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from bot.work.saying.keyboard import Key, keyboard
from bot.work.visit import Journey, Visit

#: Whoever is rung about a village, nearest first; nobody else is asked for a number.
RUNG = (FASILITATOR_DESA, FASILITATOR_KECAMATAN, CAMAT)
_OWN, _OFFICE = "telepon", "kantor"


def is_rung(grants: Sequence[Grant]) -> bool:
    return any(grant.role in RUNG for grant in grants)


def office_of(grants: Sequence[Grant]) -> str:
    """The code of the wilayah whose office is theirs: the smallest in which they are rung; empty for none."""
    held = [grant.scope for grant in grants if grant.role in RUNG and level_of(grant.scope) != KABUPATEN]
    return max(held, key=len, default="")


def key(visit: Visit) -> list[Key]:
    """The button for whoever may be rung."""
    return [(visit.text("tombol_telepon"), "o:telepon")] if is_rung(visit.grants) else []


async def told(visit: Visit) -> dict[str, str]:
    """One's own number and that of one's office; empty where there is none."""
    async with visit.ask() as connection:
        own = await phones.of(connection, [visit.me.id])
        code = office_of(visit.grants)
        offices = await phones.offices(connection, [code]) if code else {}
    numbers = {"telepon": own.get(visit.me.id, ""), "telepon_kantor": offices.get(code, "")}
    return {name: spelt(number) if number else "" for name, number in numbers.items()}


async def show(visit: Visit) -> None:
    """Ask for the numbers at once where none is known; else show them, to be changed or taken away."""
    if not is_rung(visit.grants):
        visit.stale()
        return
    numbers = await told(visit)
    if not any(numbers.values()):
        ask(visit)
        return
    away = {"telepon": ("tombol_telepon_hapus", "o:telepon.hapus")}
    away["telepon_kantor"] = ("tombol_telepon_hapus_kantor", "o:telepon.hapus.kantor")
    rows = [[(visit.text(label), data)] for name, (label, data) in away.items() if numbers[name]]
    office = visit.office.catalog.places.scope_name(office_of(visit.grants))
    visit.say(
        "telepon_ada",
        keyboard([(visit.text("tombol_telepon_ganti"), "o:telepon.baru")], *rows),
        kantor=office,
        **numbers,
    )


def ask(visit: Visit) -> None:
    if is_rung(visit.grants):
        conversation.start(visit, JOURNEY)
    else:
        visit.stale()


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """What was given is kept; what was left out stays as it is."""
    answers = record(flow, state)
    numbers = {name: (answers.get(name) or {}).get("text", "") for name in (_OWN, _OFFICE)}
    code = office_of(visit.grants)
    async with visit.ask() as connection:
        if numbers[_OWN] and is_rung(visit.grants):
            await phones.keep(connection, visit.me.id, numbers[_OWN], visit.now)
        if numbers[_OFFICE] and code:
            await phones.keep_office(connection, code, numbers[_OFFICE], visit.me.id, visit.now)
    visit.say("telepon_disimpan", ada=any(numbers.values()))


async def take_told(visit: Visit, heard: Typed) -> bool:
    """ "Nomor hp saya 0812…", by whoever may be rung: it is kept, as if it had been asked for."""
    lead = begun_with(heard.text, visit.office.catalog.world.own_matters["nomor"])
    if not lead or not is_rung(visit.grants):
        return False
    question = visit.office.catalog.flows[JOURNEY.form].question(_OWN)
    if question is None:
        return False
    ask = Ask(question, {}, visit.office.catalog.world)
    reading = kinds.find(question.kind).read(ask, Typed(heard.text[len(lead) :], heard.message))
    if not isinstance(reading, Took):
        return False
    await visit.ask_once(phones.keep, visit.me.id, reading.value["text"], visit.now)
    visit.say("telepon_disimpan", ada=True)
    return True


async def take_away(visit: Visit) -> None:
    await visit.ask_once(phones.drop, visit.me.id)
    visit.say("telepon_dihapus")


async def take_office_away(visit: Visit) -> None:
    code = office_of(visit.grants)
    async with visit.ask() as connection:
        if code:
            await phones.drop_office(connection, code)
    visit.say("telepon_dihapus")


def fitted(visit: Visit, flow: Flow) -> Flow:
    """The office is asked for only where there is one."""
    asked = [question for question in flow.questions if question.key != _OFFICE or office_of(visit.grants)]
    return replace(flow, questions=tuple(asked))


JOURNEY = Journey("telepon", finish, fit=fitted)
