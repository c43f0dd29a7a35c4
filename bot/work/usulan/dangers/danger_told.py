"""Facilitators are told of a danger: at once, once each, and never of whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import chain as in_turn
from typing import Any

from bot.core.usulan.danger import Case, Contact
from bot.core.wilayah import KECAMATAN, chain, hamlet_name
from bot.store.people import away, consents, people
from bot.store.queues import dangers_told, notices
from bot.store.queues.notices import DANGER, DANGER_SAID
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import other_person
from bot.work.usulan.dangers.unsigned import quoted
from bot.work.visit import Visit

MOST = 3  # facilitators of one place; more would be a rumour
_MARKED = timedelta(days=2)
#: So long whoever called waits for an answer of those who were told, before it goes to who reads above.
PATIENCE = timedelta(minutes=10)
#: And so long until they say where they are.
_UNPLACED = timedelta(minutes=5)
#: By this a turn knows who read of it already, as of a wider place.
KNOW = "alarm known"
VIOLENCE, HURT = "kekerasan", "korban"
_SUBJECT = 32  # characters a notice has room for

#: Whoever is told: the id, and the name as the person reads it.
Reader = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Alert:
    """What a facilitator reads, once for a `subject`: the place, which may be `guessed`, and the word; `quoted`: what
    was called, `said`: with what was said since. `calls`: whoever said it waits for somebody."""

    case: Case
    subject: str
    place: str
    word: str = ""
    quoted: str = ""
    calls: bool = False
    guessed: bool = False
    said: str = ""


async def nearest(visit: Visit, wilayah: str, roles: Sequence[str]) -> list[Reader]:
    """Who holds the first of these roles that anybody holds here, and where they are all on leave who holds the next
    one, first; never the one who speaks."""
    found = await visit.ask_once(people.holders, roles, list(chain(wilayah)), visit.now)
    by_role = [[one for one in found if one.role == role and one.id != visit.me.id] for role in roles]
    held = [holders for holders in by_role if holders]
    everybody = [one.id for one in in_turn.from_iterable(held)]
    gone = await visit.ask_once(away.of_people, everybody, visit.today) if held else {}
    here = next((at for at, holders in enumerate(held) if any(one.id not in gone for one in holders)), 0)
    told = sorted((one for holders in held[: here + 1] for one in holders), key=lambda one: one.id in gone)
    return [(one.id, one.name) for one in told][:MOST]


async def tell(visit: Visit, readers: Sequence[Reader], alert: Alert) -> str:
    """Each once. Returns the name of the first who knows; empty when there is none."""
    if visit.grants:
        alert = replace(alert, place=visit.text("bahaya.tempat_petugas", tempat=alert.place, nama=visit.me.name))
    alert = replace(alert, quoted=quoted(visit, alert.quoted), said=quoted(visit, alert.said))
    case, word = alert.case, alert.word or (visit.text(f"bahaya.nama_{alert.case.key}") if alert.case.is_told else "")
    told = {"tempat": alert.place, "kata": word, "kutipan": alert.quoted, "kira": alert.guessed}
    told["lain"] = other_person.tells_of_other(visit.office, alert.said)
    text = visit.text(f"bahaya.kabar_{case.key}", **told, nomor=bool(case.contacts))
    text = text if case.key == VIOLENCE else beside(visit, case.key, text, alert.said)
    about = f"{alert.subject}:{case.key}"[-_SUBJECT:]
    more = {"reply_markup": keys_to_caller(visit, about)}
    knowing = [name for person_id, name in readers if await tell_once(visit, person_id, about, text, more)]
    if knowing:
        notices.remember(visit.turn, visit.me.id, DANGER_SAID, about)
    if knowing and alert.calls:
        until = visit.now + PATIENCE
        dangers_told.await_answer(visit.turn, about, until, place=alert.place, said=alert.said, once=not visit.grants)
    return knowing[0] if knowing else ""


def await_place(visit: Visit, subject: str, case: Case, text: str) -> None:
    """Nobody knows yet where it is: unless they say it soon, who reads for all of the kabupaten is told."""
    kabupaten = visit.office.catalog.places.kabupaten.code
    place, about = only_about(visit, kabupaten), f"{subject}:{kabupaten}:{case.key}"
    dangers_told.await_answer(visit.turn, about, visit.now + _UNPLACED, place=place, said=quoted(visit, text))


def numbers(contacts: Iterable[Contact]) -> list[dict[str, str]]:
    """Whom to call, as the sentences show it."""
    return [{"nama": one.name, "nomor": one.number} for one in contacts]


def has_agreed(visit: Visit) -> bool:
    return visit.me.consent_version == consents.VERSION


def keys_to_caller(visit: Visit | Round, about: str, *, answered: bool = False) -> dict[str, Any]:
    """What a reader says to whoever called, as what they type below. `answered`: the order tells that they did so."""
    keys = [(visit.text(f"bahaya.tombol_{name}"), press("g", name, about)) for name in ("datang", "absen")]
    return keyboard(keys[::-1] if answered else keys)


def keys_to_readers(visit: Visit | Round, about: str, verb: str = "lewat") -> dict[str, Any]:
    """That it has passed; what the caller types below it goes to the readers. `verb`: whose words it stands under."""
    return keyboard([(visit.text("bahaya.tombol_aman"), press("g", verb, about))])


async def tell_once(visit: Visit, person_id: int, about: str, text: str, more: dict[str, Any] | None) -> bool:
    """Whether they know it, now or since before."""
    async with visit.ask() as connection:
        known = await notices.was_told(connection, person_id, DANGER, about)
        known = known or person_id in visit.turn.known.get(KNOW, ())
        where = None if known else await people.named(connection, person_id)
    if where is not None:
        notices.remember(visit.turn, person_id, DANGER, about)
        visit.tell(where.address, person_id, text, loud=True, more=more)
    return known or where is not None


def mark(visit: Visit, place: Mapping[str, Any]) -> None:
    """Of whoever called it stands when somebody was told of them, so that nobody else's words are looked at twice."""
    kept = {key: place[key] for key in (KECAMATAN, "desa", "dusun") if key in place}
    known = visit.me.place or (kept if has_agreed(visit) else None)
    visit.turn.remember(replace(visit.me, place=known, called_at=visit.now))


def is_marked(visit: Visit) -> bool:
    at = visit.me.called_at
    return at is not None and visit.now - at < _MARKED


def words_of(said: str) -> str:
    """What was called, and said since, as one reads it."""
    return "; ".join(filter(None, said.split("\n")))


def is_private(visit: Visit, case: str) -> bool:
    """Whether nobody is told of such a danger without a yes."""
    return any(one.key == case and one.is_asked for one in visit.office.catalog.danger.cases)


def beside(visit: Visit | Round, case: str, letter: str, said: str = "") -> str:
    """Nobody goes alone to where there is violence: every letter about it says so. `said`: what was called."""
    is_of_it = case == VIOLENCE or other_person.is_of_violence(visit.office, said)
    return f"{letter} {visit.text('bahaya.lewat_polisi')}" if is_of_it else letter


def only_about(visit: Visit | Round, wilayah: str) -> str:
    """This place, where nothing nearer is known."""
    return visit.text("bahaya.tempat_kira", tempat=visit.office.catalog.places.scope_name(wilayah))


def wilayah_of(place: Mapping[str, Any]) -> str:
    """The narrowest that is known; empty where none is."""
    return next((str(place[key]["code"]) for key in ("desa", KECAMATAN) if place.get(key)), "")


def shown(place: Mapping[str, Any]) -> str:
    """The dusun and the desa, as far as they are known."""
    return ", ".join(hamlet_name(place[key]) for key in ("dusun", "desa") if place.get(key))


def told_where(office: Office, subject: str) -> tuple[str, str]:
    """The wilayah and the case of a danger that was told; empty where it has no place."""
    _, wilayah, case = ["", "", *subject.rsplit(":", 2)][-3:]
    return (wilayah, case) if office.catalog.places.find(wilayah) else ("", "")
