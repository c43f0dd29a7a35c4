"""The dusun and lingkungan of a desa: as the list has them, and as its facilitator knows them better."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.state import State
from bot.core.places.spelling import fold
from bot.store.database.database import Connection
from bot.store.places import hamlets as stored
from bot.store.places.hamlets import Hamlet
from bot.work.access import button, may_act
from bot.work.office import Office
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.saying.paging import going_round, page_of
from bot.work.visit import Journey, Visit

_ON_A_PAGE = 12
_MENTIONED = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is shown: `key` stands for it in a button, `was` is the name it had before."""

    name: str
    sure: bool
    was: str | None = None

    @property
    def key(self) -> str:
        return key_of(self.name)


def key_of(name: str) -> str:
    return fold(name)[:24]


def merged(listed: Sequence[str], known: Iterable[Hamlet]) -> list[Name]:
    """The list with what facilitators changed: renamed in its place, added at the end."""
    names = {name: Name(name, sure=False) for name in listed}
    for hamlet in known:
        place = hamlet.was if hamlet.was is not None and hamlet.was in names else hamlet.name
        names[place] = Name(hamlet.name, sure=True, was=hamlet.was)
    return list({name.name: name for name in names.values()}.values())


async def refresh(connection: Connection, office: Office) -> bool:
    """Let the forms offer what facilitators confirmed; costs one look when nothing has changed."""
    version = await stored.version(connection)
    if version == office.hamlets_version:
        return False
    changed: dict[str, list[Hamlet]] = {}
    for hamlet in await stored.everywhere(connection):
        changed.setdefault(hamlet.desa, []).append(hamlet)
    listed = office.listed_places
    names = {desa: [one.name for one in merged(listed.dusun(desa), known)] for desa, known in changed.items()}
    catalog = office.catalog
    office.catalog = replace(catalog, world=replace(catalog.world, places=listed.with_dusun(names)))
    office.hamlets_version = version
    return True


async def names_in(connection: Connection, office: Office, desa: str) -> list[Name]:
    return merged(office.listed_places.dusun(desa), await stored.of_desa(connection, desa))


def _may(visit: Visit, desa: str) -> bool:
    if visit.office.catalog.places.find(desa) is not None and may_act(button("d"), visit.grants, desa):
        return True
    visit.say("tempat_luar_wilayah")
    return False


async def choose(visit: Visit, flow: Flow, state: State) -> None:
    """The answers to the form `tempat`: show that desa."""
    await show(visit, record(flow, state)["desa"]["code"])


async def show(visit: Visit, desa: str, page: int = 0) -> None:
    """All names of a desa, each a button; and what villagers called a place that the list does not know."""
    if not _may(visit, desa):
        return
    async with visit.ask() as connection:
        names = await names_in(connection, visit.office, desa)
        heard = await stored.mentioned(connection, desa)
    known = {name.key for name in names}
    mentioned = [name for name in heard if key_of(name) not in known][:_MENTIONED]
    lines = [{"nama": name.name, "pasti": name.sure, "dulu": name.was or ""} for name in names]
    rows = _name_rows(visit.office, desa, names, page) + [
        [(visit.text("tombol_tambah_disebut", nama=name), f"d:sebut:{desa}:{key_of(name)}")] for name in mentioned
    ]
    rows.append([(visit.text("tombol_tambah_nama"), f"d:tambah:{desa}")])
    if any(not name.sure for name in names):
        rows.append([(visit.text("tombol_semua_benar"), f"d:semua:{desa}")])
    place = visit.office.catalog.places.scope_name(desa)
    markup = keyboard(*rows)
    visit.say("tempat_daftar", markup, wilayah=place, nama=lines, disebut=", ".join(mentioned))


def _name_rows(office: Office, desa: str, names: Sequence[Name], page: int) -> list[Sequence[Key]]:
    on = page_of(names, page, _ON_A_PAGE)
    rows = in_rows([(name.name, f"d:satu:{desa}:{name.key}") for name in on.shown])
    return [*rows, going_round(office, on, lambda other: f"d:lihat:{desa}:{other}", "tombol_lanjutan")]


async def find(visit: Visit, desa: str, key: str) -> Name | None:
    """The name of this button, or a word and the list as it is now."""
    names = await visit.ask_once(names_in, visit.office, desa)
    found = next((name for name in names if name.key == key), None)
    if found is None:
        visit.say("tempat_tidak_ada_lagi")
        await show(visit, desa)
    return found


async def show_one(visit: Visit, desa: str, key: str) -> None:
    """One name, and what may be done with it."""
    if not _may(visit, desa):
        return
    name = await find(visit, desa, key)
    if name is None:
        return
    place = visit.office.catalog.places.scope_name(desa)
    rows = [
        (visit.text("tombol_nama_benar"), f"d:benar:{desa}:{key}"),
        (visit.text("tombol_ganti_nama_tempat"), f"d:ganti:{desa}:{key}"),
    ]
    markup = keyboard(rows)
    visit.say("tempat_satu", markup, nama=name.name, wilayah=place, dulu=name.was or "")


async def confirm(visit: Visit, desa: str, key: str = "") -> None:
    """One name is right (`key`), or all of them are."""
    if not _may(visit, desa):
        return
    async with visit.ask() as connection:
        names = [name.name for name in await names_in(connection, visit.office, desa) if key in ("", name.key)]
        await stored.confirm(connection, desa, names, visit.me.id, visit.now)
    visit.toast("tempat_dicatat")
    await show(visit, desa)


async def add_mentioned(visit: Visit, desa: str, key: str) -> None:
    """A name that villagers used belongs to the list."""
    if not _may(visit, desa):
        return
    heard = await visit.ask_once(stored.mentioned, desa)
    name = next((name for name in heard if key_of(name) == key), None)
    if name is None:
        visit.say("tempat_tidak_ada_lagi")
    else:
        await _add(visit, desa, name)
    await show(visit, desa)


async def finish_new(visit: Visit, flow: Flow, state: State) -> None:
    answers = record(flow, state)
    desa = answers["desa"]["code"]
    if _may(visit, desa):
        await _add(visit, desa, answers["nama"]["text"])
        await show(visit, desa)


async def _add(visit: Visit, desa: str, name: str, was: str | None = None) -> None:
    """A new name, or (`was`) another one for a known place; never one that is there already."""
    name = " ".join(name.split())
    async with visit.ask() as connection:
        others = [one for one in await names_in(connection, visit.office, desa) if one.name != was]
        if any(one.key == key_of(name) for one in others):
            visit.say("tempat_sudah_ada", nama=name)
            return
        await stored.confirm(connection, desa, [name], visit.me.id, visit.now, None if was == name else was)
    visit.say("tempat_dicatat")


async def finish_rename(visit: Visit, flow: Flow, state: State) -> None:
    """Another name for a place: the one in the list stays known as what it was."""
    answers = record(flow, state)
    desa, old, name = answers["desa"]["code"], answers["dusun"]["name"], answers["nama"]["text"]
    if not _may(visit, desa):
        return
    async with visit.ask() as connection:
        known = {one.name: one for one in await names_in(connection, visit.office, desa)}
        before = known.get(old)
        is_free = not any(one.key == key_of(name) for one in known.values() if one.name != old)
        if before is not None and before.sure and is_free:
            await stored.forget(connection, desa, old)
    if before is None:
        visit.say("tempat_tidak_ada_lagi")
    else:
        await _add(visit, desa, name, was=(before.was or old) if before.sure else old)
    await show(visit, desa)


CHOICE = Journey("tempat", choose)
NEW = Journey("dusun_baru", finish_new)
RENAMING = Journey("dusun_ganti", finish_rename)
