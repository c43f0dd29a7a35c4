"""Who may do what: the one table from which menus, help and the access tests come.

A role holds within a wilayah; a person may act on every row whose code starts with the scope of the grant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.core.records import Grant
from bot.core.wilayah import DESA, KABUPATEN, KECAMATAN

WARGA = "warga"  # everybody
DELEGASI = "delegasi"  # chosen by their desa to speak for it at the kecamatan
FASILITATOR_DESA = "fasilitator_desa"
FASILITATOR_KECAMATAN = "fasilitator_kecamatan"
PELATIH = "pelatih"  # teaches facilitators
PENDAMPING = "pendamping"  # of the ministry, beside the villages of a kecamatan
OPERATOR = "operator"  # types what was agreed into SIPD
CAMAT = "camat"
BAPPEDA = "bappeda"
PETUGAS_IT = "petugas_it"  # keeps the machine running, reads nobody's usulan


@dataclass(frozen=True, slots=True)
class Role:
    """A role that an invitation may give.

    `level`: the kind of wilayah it holds in. `given_by`: who may invite to it within their own wilayah. `years`: it
    ends with the year in which it was given (0), or so many later; None = it holds until it is handed over.
    """

    name: str
    level: str
    given_by: tuple[str, ...]
    years: int | None


_ROLES = (
    Role(DELEGASI, DESA, (FASILITATOR_DESA, FASILITATOR_KECAMATAN, BAPPEDA), 1),
    Role(FASILITATOR_DESA, DESA, (FASILITATOR_KECAMATAN, BAPPEDA), 2),
    Role(FASILITATOR_KECAMATAN, KECAMATAN, (BAPPEDA,), 2),
    Role(PENDAMPING, KECAMATAN, (BAPPEDA,), 2),
    Role(OPERATOR, DESA, (BAPPEDA,), 2),
    Role(CAMAT, KECAMATAN, (BAPPEDA,), None),
    Role(PELATIH, KABUPATEN, (BAPPEDA,), 2),
    Role(BAPPEDA, KABUPATEN, (BAPPEDA,), None),
    Role(PETUGAS_IT, KABUPATEN, (BAPPEDA,), None),
)
#: Roles that an invitation may give; everybody is `warga` without one.
ROLES = tuple(role.name for role in _ROLES)

_READERS = (FASILITATOR_DESA, FASILITATOR_KECAMATAN, BAPPEDA)
_BRINGERS = (FASILITATOR_DESA, FASILITATOR_KECAMATAN, DELEGASI)  # for somebody without a telephone
_INVITERS = tuple(sorted({giver for role in _ROLES for giver in role.given_by}))
_POSTERS = (*_READERS, DELEGASI, PENDAMPING, CAMAT)
_OVERSEERS = (*_READERS, PENDAMPING, CAMAT)  # look at how ready the villages are

_BLOCKERS = (FASILITATOR_KECAMATAN, BAPPEDA)  # of a telephone that is lost

_ANNOUNCERS = (FASILITATOR_KECAMATAN, CAMAT, BAPPEDA)  # within their own wilayah

_GROUPERS = (FASILITATOR_DESA, *_ANNOUNCERS)  # tie a Telegram group to their wilayah

_FACILITATORS = (FASILITATOR_DESA, FASILITATOR_KECAMATAN)
#: Take the tests of the lessons, and get a certificate.
EXAMINED = (DELEGASI, *_FACILITATORS, PENDAMPING)
_ASKED = (DELEGASI, *_FACILITATORS, PELATIH, PENDAMPING)  # hard questions, by people
_TEACHING = (PELATIH, PENDAMPING, CAMAT, BAPPEDA)  # look after those who learn
_EXPORTERS = (OPERATOR, FASILITATOR_KECAMATAN, BAPPEDA)  # take usulan along into the office's own system
_PETITIONERS = (FASILITATOR_DESA, FASILITATOR_KECAMATAN, OPERATOR, BAPPEDA)  # what a desa asks of the kabupaten
_CHECKERS = (*_READERS, PENDAMPING, DELEGASI)  # go and look at what an usulan tells
_DUTIFUL = tuple(name for name in ROLES if name != PETUGAS_IT)  # have meetings and tasks


@dataclass(frozen=True, slots=True)
class Entry:
    """A command (`/name`) or a family of buttons (data begins with `name:`) and the roles that may use it.
    `in_groups`: it may also be pressed in a group, by anybody, and says nothing there. `shown`: in whose menu it
    stands, where others may use it, too."""

    name: str
    roles: tuple[str, ...]
    menu: bool = True  # shown in the menu of those who may use it
    in_groups: bool = False
    shown: tuple[str, ...] = ()


COMMANDS = (
    Entry("mulai", (WARGA,)),
    Entry("usulan", (WARGA,), menu=False),  # as people call it
    Entry("menu", _DUTIFUL),
    Entry("usulanku", (WARGA,)),
    Entry("kabar", (WARGA,)),
    Entry("tugas", _DUTIFUL),
    Entry("periksa", _READERS),
    Entry("sipd", _EXPORTERS),
    Entry("titip", _BRINGERS),
    Entry("undang", _INVITERS),
    Entry("serahkan", ROLES),
    Entry("jadwal", _DUTIFUL),
    Entry("tempat", _READERS),
    Entry("poster", _POSTERS),
    Entry("kesiapan", _OVERSEERS),
    Entry("siaran", _ANNOUNCERS),
    Entry("grup", _GROUPERS),
    Entry("pengabdian", (WARGA,), shown=_FACILITATORS),  # a year that was served stays one's own
    Entry("belajar", _DUTIFUL),
    Entry("hemat", _DUTIFUL, menu=False),  # lessons without pictures
    Entry("tanya", _ASKED),
    Entry("kemajuan", _TEACHING),
    Entry("suara", (PELATIH,)),
    Entry("rapat", _READERS),
    Entry("panduan", _DUTIFUL),
    Entry("dataku", (WARGA,)),
    Entry("bantuan", (WARGA,)),
    Entry("batal", (WARGA,)),
    Entry("cek", (WARGA,), menu=False),  # as it is printed on a certificate
    Entry("start", (WARGA,), menu=False),  # what Telegram's own button sends
)
#: What each role uses, the most used first; for somebody of several roles the first of these counts. What is not named
#: comes after it, and what everybody may do at the end.
OFTEN: Mapping[str, tuple[str, ...]] = {
    BAPPEDA: ("menu", "kesiapan", "jadwal", "tugas", "siaran", "periksa", "undang", "rapat", "kemajuan"),
    FASILITATOR_KECAMATAN: ("menu", "tugas", "periksa", "kesiapan", "jadwal", "undang", "rapat", "siaran"),
    FASILITATOR_DESA: ("menu", "tugas", "jadwal", "periksa", "rapat", "titip", "undang", "belajar"),
    CAMAT: ("menu", "kesiapan", "jadwal", "tugas", "siaran"),
    PENDAMPING: ("menu", "kesiapan", "jadwal", "tugas", "kemajuan", "tanya"),
    PELATIH: ("menu", "kemajuan", "tanya", "belajar", "jadwal", "tugas"),
    OPERATOR: ("menu", "sipd", "tugas", "jadwal", "belajar"),
    DELEGASI: ("menu", "tugas", "jadwal", "titip", "tanya"),
}
BUTTONS = (
    Entry("c", (WARGA,)),  # consent
    Entry("f", (WARGA,)),  # an open form
    Entry("m", (WARGA,)),  # what to do next
    Entry("o", (WARGA,)),  # one's own data
    Entry("v", (WARGA,)),  # whose voice it is
    Entry("k", (WARGA,)),  # how far an usulan is
    Entry("w", (WARGA,)),  # whether one's voice was written down rightly
    Entry("l", (WARGA,)),  # what one's own usulan still lacks
    Entry("n", (WARGA,)),  # whether one's name is told; what to ask a facilitator
    Entry("g", (WARGA,)),  # whether a facilitator may be told of what one suffers
    Entry("u", _READERS),  # an usulan to read
    Entry("cek", _CHECKERS),  # a check in the field
    Entry("wakil", (DELEGASI,)),  # what a delegate speaks for
    Entry("si", _EXPORTERS),  # a sheet of usulan
    Entry("ka", (BAPPEDA,)),  # the kamus usulan
    Entry("du", _PETITIONERS),  # what a desa asks of the kabupaten: never of a kelurahan
    Entry("q", _READERS),  # what somebody asks
    Entry("i", _INVITERS),  # invitations
    Entry("s", ROLES),  # handing over
    Entry("b", _BLOCKERS),  # a lost telephone, and what was done with it
    Entry("d", _READERS),  # the dusun of a desa
    Entry("j", _DUTIFUL),  # dates, and one's own calendar program
    Entry("t", _DUTIFUL),  # a task
    Entry("y", (BAPPEDA,)),  # which tasks are used
    Entry("h", _READERS),  # a meeting and its hall
    Entry("p", (WARGA,)),  # a year of one's own
    Entry("a", _ANNOUNCERS),  # an announcement of one's own
    Entry("e", (WARGA,), in_groups=True),  # an announcement that one got
    Entry("gr", (WARGA,), in_groups=True),  # whether a group hears announcements
    Entry("z", _TEACHING),  # how far others have come with lessons
    Entry("latih", _DUTIFUL),  # a day of training
    Entry("su", (PELATIH,)),  # voices that are played with the lessons
    Entry("ser", (BAPPEDA,)),  # certificates to give, and to take back
    Entry("x", _DUTIFUL),  # lessons and what belongs to them
    Entry("rumah", _DUTIFUL),  # the few things that somebody with a role does most
    Entry("r", _OVERSEERS),  # how ready a village is, its tasks and their proof
)
#: Kinds of files that the bot takes from some people and from nobody else.
FILES = (
    Entry("daftar", _INVITERS),  # a list of people to invite, as a spreadsheet
    Entry("jawaban_sipd", (OPERATOR,)),  # from whoever invites nobody
)
#: Addresses of the web server: figures without a name in them, for whoever watches over the machine; and dates.
ROUTES = (
    Entry("/healthz", (WARGA,)),
    Entry("/metrics", (WARGA,)),
    Entry("/kalender/{token}.ics", (WARGA,)),  # whoever holds the address: the dates of who made it, as their roles are
)


def allowed(entry: Entry, grants: Sequence[Grant]) -> bool:
    """Whether somebody with these grants may use it at all; the wilayah is asked with `may_act`."""
    # asked a hundred times of every message, of most people without any grant
    return WARGA in entry.roles or (bool(grants) and any(grant.role in entry.roles for grant in grants))


def may_act(entry: Entry, grants: Sequence[Grant], wilayah: str) -> bool:
    """Whether one of the grants gives this in that wilayah."""
    return any(grant.role in entry.roles and grant.covers(wilayah) for grant in grants)


def menu_of(grants: Sequence[Grant]) -> list[Entry]:
    """In the order of use."""
    held = {grant.role for grant in grants}
    found = [one for one in COMMANDS if one.menu and allowed(one, grants) and (not one.shown or held & {*one.shown})]
    first = next((names for role, names in OFTEN.items() if role in held), None)
    if first is None:
        return found
    place = {name: at for at, name in enumerate(first)}
    return sorted(found, key=lambda entry: (WARGA in entry.roles, place.get(entry.name, len(place))))


_COMMAND, _BUTTON, _FILE = ({one.name: one for one in table} for table in (COMMANDS, BUTTONS, FILES))


def command(name: str) -> Entry:
    return _COMMAND[name]


def button(name: str) -> Entry:
    return _BUTTON[name]


def file(name: str) -> Entry:
    return _FILE[name]


def role(name: str) -> Role:
    """KeyError for a role that is not in the table."""
    for one in _ROLES:
        if one.name == name:
            return one
    raise KeyError(name)


def roles_to_give(grants: Sequence[Grant]) -> list[Role]:
    """Every role that one of these grants may invite to, somewhere."""
    held = {grant.role for grant in grants}
    return [one for one in _ROLES if held & set(one.given_by)]


def may_give(name: str, grants: Sequence[Grant], wilayah: str) -> bool:
    """Whether somebody with these grants may invite to this role in that wilayah."""
    givers = role(name).given_by
    return any(grant.role in givers and grant.covers(wilayah) for grant in grants)


def may_block(theirs: Sequence[Grant], grants: Sequence[Grant]) -> bool:
    """Whether somebody with these grants may cut off the account of whoever holds `theirs`: all of which they could
    give themselves, so never upwards."""
    mine = [grant for grant in grants if grant.role in _BLOCKERS]
    return bool(theirs) and all(may_give(one.role, mine, one.scope) for one in theirs)


def ends_at(name: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """When a role given now ends: with the last day of a year, by the kabupaten's own calendar; None = never by
    itself."""
    years = role(name).years
    if years is None:
        return None
    return datetime(now.astimezone(zone).year + years + 1, 1, 1, tzinfo=zone).astimezone(UTC)
