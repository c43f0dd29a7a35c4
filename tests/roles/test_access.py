"""The door: every role at every command, button, file and route, in its own wilayah and in another's."""

from collections.abc import Iterator
from typing import Any

import pytest
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, MessageHandler

import handlers
from bot.app import office_of
from bot.config import Settings
from bot.core.records import Grant
from bot.edges.calendars import Calendars
from bot.edges.clock import Clock
from bot.edges.health import Alarms
from bot.edges.watch import Watch
from bot.edges.web import Health, serve_calendars, serve_health
from bot.store.database.database import Database
from bot.work import access
from bot.work.access import BUTTONS, COMMANDS, FILES, ROLES, ROUTES, Entry, allowed, may_act, may_give
from bot.work.hall.acts import CHANGES, LOOKS
from tests.roles.conftest import DESA, OTHER_DESA, OTHER_KECAMATAN, SCOPES, Office
from tests.support.sentences import says
from tests.support.town import catalog_of

EVERYBODY = frozenset({"warga", *ROLES})
READERS = frozenset({"fasilitator_desa", "fasilitator_kecamatan", "bappeda"})
EXPORTERS = frozenset({"operator", "fasilitator_kecamatan", "bappeda"})

#: Said a second time, apart from the table in the code: who may use what.
WANTED: dict[str, frozenset[str]] = {
    **dict.fromkeys(("/mulai", "/usulan", "/start", "/usulanku", "/kabar"), EVERYBODY),
    **dict.fromkeys(("/dataku", "/bantuan", "/batal", "/cek"), EVERYBODY),
    **dict.fromkeys(("/sipd", "si:"), EXPORTERS),
    "du:": frozenset({"fasilitator_desa", "fasilitator_kecamatan", "operator", "bappeda"}),
    "cek:": READERS | {"pendamping", "delegasi"},
    "wakil:": frozenset({"delegasi"}),
    **dict.fromkeys(("ser:", "ka:"), frozenset({"bappeda"})),
    **dict.fromkeys(("/suara", "su:"), frozenset({"pelatih"})),
    "latih:": frozenset(ROLES) - {"petugas_it"},
    "/tugas": frozenset(ROLES) - {"petugas_it"},
    "/menu": frozenset(ROLES) - {"petugas_it"},
    "/panduan": frozenset(ROLES) - {"petugas_it"},
    "/periksa": READERS,
    "/titip": frozenset({"delegasi", "fasilitator_desa", "fasilitator_kecamatan"}),
    "/undang": READERS,
    "/serahkan": frozenset(ROLES),
    "/jadwal": frozenset(ROLES) - {"petugas_it"},
    "/tempat": READERS,
    "/poster": READERS | {"delegasi", "pendamping", "camat"},
    "/rapat": READERS,
    "/pengabdian": EVERYBODY,
    "/belajar": frozenset(ROLES) - {"petugas_it"},
    "/hemat": frozenset(ROLES) - {"petugas_it"},
    "/kemajuan": frozenset({"pelatih", "pendamping", "camat", "bappeda"}),
    "/tanya": (READERS - {"bappeda"}) | {"delegasi", "pelatih", "pendamping"},
    "/kesiapan": READERS | {"pendamping", "camat"},
    "/siaran": READERS - {"fasilitator_desa"} | {"camat"},
    "/grup": READERS | {"camat"},
    "a:": READERS - {"fasilitator_desa"} | {"camat"},
    **{f"{name}:": EVERYBODY for name in ["c", "e", "f", "m", "o", "v", "w", "g", "k", "l", "n", "gr"]},
    "u:": READERS,
    "q:": READERS,
    "i:": READERS,
    "s:": frozenset(ROLES),
    "b:": READERS - {"fasilitator_desa"},
    "d:": READERS,
    "j:": frozenset(ROLES) - {"petugas_it"},
    "t:": frozenset(ROLES) - {"petugas_it"},
    "z:": frozenset({"pelatih", "pendamping", "camat", "bappeda"}),
    "x:": frozenset(ROLES) - {"petugas_it"},
    "rumah:": frozenset(ROLES) - {"petugas_it"},
    "y:": frozenset({"bappeda"}),
    "h:": READERS,
    "p:": EVERYBODY,
    "r:": READERS | {"pendamping", "camat"},
    "daftar": READERS,
    "jawaban_sipd": frozenset({"operator"}),
}
#: Who may invite to what, said a second time.
GIVERS = {
    "delegasi": READERS,
    "fasilitator_desa": frozenset({"fasilitator_kecamatan", "bappeda"}),
    **dict.fromkeys(
        ("fasilitator_kecamatan", "pendamping", "operator", "camat", "pelatih", "bappeda", "petugas_it"),
        frozenset({"bappeda"}),
    ),
}
#: Handlers that stand outside the table, and why.
OUTSIDE = {
    "_membership": "the bot was blocked or let in: nobody asked for anything",
    "_in_group": "one line for everybody",
    "_poll_answer": "an answer to a question that only learners are asked; of others it counts for nothing",
    "_old_button": "says that the button is no more",
    "_unknown_command": "says that the command is unknown",
    "_hear": "what is said belongs to the conversation that is open, or is answered with the way",
    "_hear_edit": "corrects only what the same person said",
    "_joined": "who reads in a group that is tied",
    "_parted": "who reads there no more",
    "_moved": "a group that became a supergroup",
    "_replied": "what is replied to a copy in a group goes to its author",
}
#: Buttons that touch a wilayah, with data for one that is not theirs; the rest of the family is one's own affairs.
ELSEWHERE = {
    "a": (
        *(
            f"a:{verb}:1"
            for verb in ("lihat", "contoh", "ubah", "pakai", "tambah", "kirim", "setuju", "buang", "tarik")
        ),
        *(f"a:{verb}:1" for verb in ("hasil", "excel", "papan", "jawab", "ralat", "tarik_ya", "jeda", "hentikan")),
        *("a:belum:1:0", "a:riwayat:1:0"),
    ),
    "h": tuple(f"h:{verb}:1" for verb in sorted({**LOOKS, **CHANGES})),
    "t": ("t:lihat:1", "t:sudah:1", "t:ambil:1", "t:serah:1", "t:ke:1:2", "t:terima:1", "t:bukti:1", "t:riwayat:1"),
    "z": (f"z:kec:{OTHER_KECAMATAN}:0", "z:sapa:1"),
    "x": ("x:dengar:1", "x:bagi:1", "x:jangan:1", "x:jawab:1:0", "x:balas:1", "x:simak:1", "x:terbit:1"),
    "latih": tuple(f"latih:{verb}:1" for verb in ("lihat", "ya", "kirim", "poster", "tutup", "hasil", "tabel")),
    "cek": ("cek:buka:1", "cek:isi:1:lokasi", "cek:cetak:1", "cek:hasil:1", "cek:putus:1:sesuai", "cek:tidak:1"),
    "wakil": ("wakil:buka:1", "wakil:lapor:1", "wakil:hasil:1:disampaikan"),
    "si": (f"si:{OTHER_KECAMATAN}:2027",),
    "du": (f"du:{OTHER_DESA}:2027", f"du:cetak:{OTHER_DESA}:2027"),
    "r": (f"r:kec:{OTHER_KECAMATAN}:0", f"r:desa:{OTHER_DESA}:0", "r:tugas:1"),
    "u": ("u:lihat:1", "u:baca:1", "u:kabari:1", "u:tulis:1:cerita"),
    "q": ("q:lihat:1", "q:jawab:1"),
    "i": ("i:cabut:1",),
    "rumah": ("rumah:rapat:1", "rumah:buka:1"),
    "s": ("s:orang:1", "s:kode:1", "s:cabut:1"),
    "b": ("b:orang:1", "b:tahan:1:hilang", "b:sejak:1", "b:baca:1", "b:kabari:1", "b:tugas:1"),
    "j": ("j:lihat:1", "j:ubah:1", "j:pindah:1:202701140900", "j:batal:1"),
    "d": tuple(f"d:{what}:{OTHER_DESA}:x" for what in ("lihat", "satu", "benar", "semua", "sebut", "tambah", "ganti")),
}

#: What the office decides for all of the kabupaten at once.
EVERYWHERE = {"y", "ser", "su", "ka"}


def named(entry: Entry) -> str:
    if entry in COMMANDS:
        return f"/{entry.name}"
    return f"{entry.name}:" if entry in BUTTONS else entry.name


def table() -> list[Entry]:
    return [*COMMANDS, *BUTTONS, *FILES]


def registered() -> Iterator[tuple[BaseHandler[Any, Any, Any], Entry | None]]:
    for handler in handlers.all_handlers():
        yield handler, getattr(handler.callback, "entry", None)


def test_every_handler_is_let_in_by_the_table() -> None:
    unlisted = [
        h.callback.__name__ for h, entry in registered() if entry is None and h.callback.__name__ not in OUTSIDE
    ]
    assert unlisted == []


def test_the_entry_of_a_handler_is_what_it_answers() -> None:
    for handler, entry in registered():
        if isinstance(handler, CommandHandler):
            assert entry in COMMANDS
            assert handler.commands == {entry.name}
        elif isinstance(handler, CallbackQueryHandler) and entry is not None:
            assert entry in BUTTONS
            assert getattr(handler.pattern, "pattern", "") == f"^{entry.name}:"
        elif isinstance(handler, MessageHandler) and entry is not None:
            assert entry in FILES


def test_every_row_of_the_table_has_a_handler() -> None:
    assert {named(entry) for entry in table()} == {named(entry) for _, entry in registered() if entry is not None}


def test_this_test_knows_every_row_of_the_table() -> None:
    assert {named(entry) for entry in table()} == set(WANTED)
    assert set(GIVERS) == set(ROLES) == set(SCOPES)


@pytest.mark.parametrize("role", sorted(EVERYBODY))
@pytest.mark.parametrize("entry", table(), ids=named)
def test_a_role_may_use_what_it_is_meant_to(entry: Entry, role: str) -> None:
    grants = () if role == "warga" else (Grant(role, SCOPES[role]),)
    assert allowed(entry, grants) is (role in WANTED[named(entry)])


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("entry", [one for one in table() if access.WARGA not in one.roles], ids=named)
def test_a_role_acts_in_its_own_wilayah_and_in_no_other(entry: Entry, role: str) -> None:
    grants = (Grant(role, SCOPES[role]),)
    everywhere = SCOPES[role].count(".") == 1
    wanted = role in WANTED[named(entry)]
    assert may_act(entry, grants, DESA) is wanted
    assert may_act(entry, grants, OTHER_DESA) is (wanted and everywhere)


@pytest.mark.parametrize("giver", ROLES)
@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_given_by_those_above_it_within_their_wilayah(role: str, giver: str) -> None:
    grants = (Grant(giver, SCOPES[giver]),)
    inside = SCOPES[role].startswith(SCOPES[giver])
    assert may_give(role, grants, SCOPES[role]) is (giver in GIVERS[role] and inside)
    elsewhere = {3: OTHER_DESA, 2: "73.16.02", 1: "73.15"}[SCOPES[role].count(".")]
    assert may_give(role, grants, elsewhere) is (giver in GIVERS[role] and giver == "bappeda" and elsewhere != "73.15")


def test_a_neighbour_whose_code_begins_alike_is_another_wilayah() -> None:
    assert not Grant("fasilitator_desa", "73.16.01.200").covers("73.16.01.2002")


async def test_every_route_of_the_web_server_is_in_the_table(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    office, clock = office_of(Settings(_env_file=None), catalog_of()), Clock(movable=False)
    paths = set()
    for runner in (
        await serve_health("127.0.0.1", 0, Health(database, Alarms()), dict),
        await serve_calendars("127.0.0.1", 0, Calendars(database, office, clock), Watch()),
    ):
        paths |= {resource.canonical for resource in runner.app.router.resources()}
        await runner.cleanup()
    await database.close()
    assert paths == {entry.name for entry in ROUTES}


@pytest.mark.parametrize("role", sorted(EVERYBODY))
async def test_at_the_front_door_too(office: Office, role: str) -> None:
    """Every command typed and every family of buttons pressed by somebody with this role alone."""
    simulator = office.town.simulator
    person = simulator.add_person("Nur") if role == "warga" else await office.join("Nur", role)
    for entry in COMMANDS:
        await simulator.move_clock(by=11)  # nobody types all this at once
        told = await office.answers(person, f"/{entry.name}")
        assert told, f"/{entry.name}"
        refused = any(each in says("perintah_bukan_untuk_ini") for each in told)
        assert refused is (role not in WANTED[named(entry)]), f"/{entry.name}"
    for entry in BUTTONS:
        toast = await office.toast(person, f"{entry.name}:", 1)
        assert (toast in says("tombol_bukan_untuk_ini")) is (role not in WANTED[named(entry)]), f"{entry.name}:"


def test_every_family_of_buttons_that_is_not_everybodys_is_tried_in_another_wilayah() -> None:
    touching = {entry.name for entry in BUTTONS if access.WARGA not in entry.roles} - EVERYWHERE
    assert set(ELSEWHERE) == touching


@pytest.mark.parametrize("role", ["fasilitator_desa", "fasilitator_kecamatan"])
async def test_a_button_for_another_wilayah_shows_and_changes_nothing(office: Office, role: str) -> None:
    person = await office.join("Nur", role)
    await office.town.until("SELECT count(*) FROM grants WHERE settle_at < until", 0)  # a role that has just begun
    tables = ("usulan", "hamlets", "invites", "grants", "events", "conversations", "tasks", "occasions", "switches")
    before = [await office.town.rows(f"SELECT * FROM {name}") for name in tables]
    for family in ELSEWHERE.values():
        for data in family:
            await office.toast(person, data, 1)
    await office.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    assert [await office.town.rows(f"SELECT * FROM {name}") for name in tables] == before
    assert not any("Galonta" in text for text in office.texts(person))


async def test_in_a_group_every_command_gets_one_line_and_a_link_and_nothing_of_anybody(office: Office) -> None:
    simulator = office.town.simulator
    person = await office.join("Nur", "bappeda")
    group = simulator.add_group("Dusun", [person])
    private = [entry for entry in COMMANDS if entry.name != "grup"]
    for entry in private:
        await simulator.move_clock(by=11)  # nobody types all this at once
        await simulator.say(person, f"/{entry.name}", group)
        told = await simulator.wait_for(group, says("di_grup"))
        assert told["reply_markup"]["inline_keyboard"][0][0]["url"].endswith(f"?start=g-{entry.name}")
    assert len(simulator.said(group)) == len(private)
    assert "Nur" not in "".join(simulator.said(group))


async def test_in_a_group_a_command_for_another_bot_is_left_to_it(office: Office) -> None:
    simulator = office.town.simulator
    person = simulator.add_person("Nur")
    group = simulator.add_group("Dusun", [person])
    for text in ("/mulai@BotLain", "/cuaca", "/mulai@KawanMusrenbangBot"):
        await simulator.say(person, text, group)
    await simulator.wait_for(group, says("di_grup"))
    assert len(simulator.said(group)) == 1


async def test_a_button_pressed_in_a_group_says_nothing_there(office: Office) -> None:
    simulator = office.town.simulator
    person = await office.join("Nur", "bappeda")
    group = simulator.add_group("Dusun", [person])
    await simulator.answer_to(await simulator.press_data(person, 1, "i:belum", group))
    assert simulator.said(group) == []


async def test_the_link_from_a_group_leads_on_to_the_same_command(office: Office) -> None:
    person = await office.join("Nur", "bappeda")
    await office.town.simulator.begin(person, "g-periksa")
    await office.hears(person, "/periksa")
