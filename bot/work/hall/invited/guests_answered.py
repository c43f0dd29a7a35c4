"""Guests who say whether they come, and who came, told by name in one line: "bu ina, pak made sama imam mau datang. pak
budi tdk bisa", on the day "yang datang: bu sitti sama anto". What is said of somebody who is on no list is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.core.forms.heard import Heard, Typed, words_of
from bot.core.forms.say import Words
from bot.core.forms.writing import key_of
from bot.core.places.spelling import fold
from bot.store.calendar.occasions import Occasion
from bot.store.hall import hall as stored
from bot.store.hall.hall import CONFIRMED, EXPECTED, GUEST, UNABLE, Invitee
from bot.work.access import allowed, button
from bot.work.calendar import stated
from bot.work.calendar.permitted import meetings
from bot.work.calendar.typed import kinds_in, names_of
from bot.work.hall import attendance, by_words, hub
from bot.work.hall.invited import guests
from bot.work.hall.meeting import FAMILY, Hall, enter, on_a_button
from bot.work.saying.keyboard import in_rows, keyboard
from bot.work.visit import Visit

AHEAD = timedelta(days=200)  # people are invited to meetings that are months off
_LONGEST, _SHORT, _NAMED, _LONGEST_NAME = 40, 16, 6, 5  # words; buttons; words of a name
_PARTS = re.compile(r"[,.;:\n]|[^\s,.;:\n]+")


@dataclass(frozen=True, slots=True)
class _Said:
    """`names`: in words, each of one guest; `comes`: whether they do; `later`: it is still to be."""

    names: tuple[str, ...]
    comes: bool
    later: bool


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether guests of a meeting were named, and what they said is written down; figures beside them go on to be
    counted."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button(FAMILY), visit.grants):
        return False
    said = list(_said(visit, heard.text)) if len(heard.text.split()) <= _LONGEST else []
    told = visit.office.catalog.world.guests_said["dikabari"]
    was_told = not said and not told.isdisjoint(heard.text.lower().split())
    hall = await meeting(visit, of=heard.text) if said or was_told else None
    if hall is None:
        return False
    listed = await on_list(hall)
    if was_told:
        words, spoken = visit.office.catalog.world, heard.text.lower().split()
        invited = words.inviting["diundang"]  # "siapa yang diundang" alone asks for the list
        sorts = (invited, words.guests_said["siapa"], told - invited)
        of_guests = not any(sort.isdisjoint(spoken) for sort in sorts)
        return await _ask_what_they_said(hall, named_in(visit, listed, heard.text), of_guests=of_guests)
    found = [(one, called(visit, listed, name)) for one in said for name in one.names]
    known = [(one, fitting[0]) for one, fitting in found if len(fitting) == 1]
    if known:
        unknown = [name for one in said for name in one.names if len(called(visit, listed, name)) != 1]
        await _keep(hall, known, unknown)
    is_count = by_words.is_count(visit, heard)
    if known and not is_count and _has_begun(hall) and any(letter.isdecimal() for letter in heard.text):
        visit.say("rapat_angka_tersisa")  # "… sama 20 orang lain": how many women and men is not told
        await attendance.ask_numbers(hall, [])
    return bool(known) and not is_count


async def take_all(visit: Visit, heard: Heard) -> bool:
    """With another screen there: only where each who is named is a guest, and nothing else is told."""
    runs = list(_runs(visit, heard.text)) if isinstance(heard, Typed) and len(heard.text.split()) <= _SHORT else []
    names = [name for run in runs if isinstance(run, tuple) for name in run]
    is_told = bool(names) and isinstance(runs[0], tuple) and isinstance(runs[-1], _Said)
    if not is_told or not allowed(button(FAMILY), visit.grants) or names_other_things(visit, words_of(heard)):
        return False
    hall = await meeting(visit, of=" ".join(names))
    listed = await on_list(hall) if hall is not None else []
    return all(len(called(visit, listed, name)) == 1 for name in names) and await take(visit, heard)


async def meeting(visit: Visit, text: str = "", of: str = "") -> Hall | None:
    """The one of this day, else the next one, else that which was last, before those that have no list the one on which
    somebody was written down last; of those that are named where any is, and before them the first on whose list
    somebody of these words stands."""
    near = await hub.near(visit, AHEAD)
    places, kinds = stated.places_in(visit, text), kinds_in(meetings(visit.office, visit.grants), text)
    near = [one for one in near if one.wilayah in places] or near
    near = [one for one in near if one.kind in kinds] or near
    days = [(visit.office.local(one.starts_at).date() - visit.today).days for one in near]
    ordered: list[Occasion] = [one for one, day in zip(near, days, strict=True) if day >= 0] or near[::-1]
    for one in ordered if of and len(ordered) > 1 else ():
        hall = await enter(visit, one.id, to_change=True)
        if hall is not None and named_in(visit, await on_list(hall), of):
            return hall
    return await enter(visit, (await likeliest(visit, ordered)).id, to_change=True) if ordered else None


async def likeliest(visit: Visit, found: Sequence[Occasion]) -> Occasion:
    """Today's that has a list, else the one whose list was written on last; where none has any, the first."""
    written = await visit.ask_once(stored.last_written, [one.id for one in found]) if len(found) > 1 else {}
    listed = [one for one in found if one.id in written]
    today = [one for one in listed if visit.office.local(one.starts_at).date() == visit.today]
    return max(today or listed, key=lambda one: written[one.id], default=found[0])


async def on_list(hall: Hall) -> list[Invitee]:
    async with hall.visit.look() as connection:
        return [one for one in await stored.guests(connection, hall.id) if one.state in (*EXPECTED, UNABLE, GUEST)]


async def _ask_what_they_said(hall: Hall, found: Sequence[Invitee], *, of_guests: bool) -> bool:
    """Before the meeting, of whoever was told of it: what is written down is whether they come. `of_guests`: guests are
    spoken of, so that "siapa tamu yang belum dikasi tahu" is about all of them."""
    if hall.occasion.starts_at <= hall.visit.now or not (found or of_guests):
        return False
    if len(found) == 1:
        await guests.show_one(hall, [str(found[0].id)])
    else:
        await guests.tell_answers(hall, found)
    return True


async def _keep(hall: Hall, known: Sequence[tuple[_Said, Invitee]], unknown: Sequence[str]) -> None:
    """Before the day, or where it is only meant, it is an answer; else it is who was there."""
    has_begun = _has_begun(hall)
    async with hall.visit.ask() as connection:
        for said, one in known:
            if has_begun and not said.later:
                await stored.set_came(connection, (hall.id, one.id), came=said.comes)
            else:
                state = CONFIRMED if said.comes else UNABLE
                await stored.set_state(connection, (hall.id, one.id), state, (*EXPECTED, UNABLE))
    here = any(has_begun and not said.later for said, _ in known)
    come, stay = ([one.name for said, one in known if said.comes is comes] for comes in (True, False))
    keys = [hall.key(on_a_button(one.name), "orang", one.id) for _, one in known]
    listed = hall.key(Words("rapat_tombol_lihat_daftar"), "ketuk" if here else "tamu", 0)
    text = hall.visit.text("rapat_tamu_kabar", ya=come, tidak=stay, lain=unknown, hadir=here)
    hall.visit.send(text, keyboard(*in_rows(keys[:_NAMED]), [listed]))


def _has_begun(hall: Hall) -> bool:
    return hall.visit.office.local(hall.occasion.starts_at).date() <= hall.visit.today


def without_meeting(visit: Visit, text: str) -> str:
    """Without "ke undangan", "di musrenbang desa boiya" at its end."""
    inviting, words = visit.office.catalog.world.inviting, text.split()
    known = names_of(meetings(visit.office, visit.grants))
    beside = inviting["diundang"] | inviting["iringan_coret"] | inviting["ke_acara"]
    leads = (at for at in range(len(words) - 1, 0, -1) if key_of(words[at]) in inviting["ke_acara"])
    for at in leads:
        rest = stated.named(visit, " ".join(words[at + 1 :])).rest.split()
        if all(fold(word) in known or key_of(word) in beside for word in rest):
            words = words[:at]
    return " ".join(words)


def called(visit: Visit, listed: Sequence[Invitee], name: str) -> list[Invitee]:
    """Whom these words name: without how they are addressed, where that leaves a name."""
    titles = titles_of(visit)
    spoken = {fold(word) for word in name.split()}
    bare = spoken - titles or spoken
    named = [one for one in listed if bare <= {fold(word) for word in one.name.split()}]
    exact = [one for one in named if spoken <= {fold(word) for word in one.name.split()}]
    return exact if len(exact) == 1 else named


def titles_of(visit: Visit) -> set[str]:
    """How people are addressed, folded: "bu", "ibu", "daeng"."""
    names = visit.office.catalog.world.spellings.names
    return {fold(word) for word in (*names.address, *names.loose)}


def names_other_things(visit: Visit, text: str) -> bool:
    """ "Hapus usulan pak hasan", "ganti grup …": no guest is meant, whoever is called so."""
    inviting = visit.office.catalog.world.inviting
    sorts = ("coret", "tidak_jadi", "diundang", "iringan_coret", "bukan_nama_itu", "ganti_nama")
    orders = inviting["perintah"].difference(*(inviting[sort] for sort in sorts))
    return any(word.isdecimal() or word in orders for word in re.findall(r"\w+", text.lower()))


def named_in(visit: Visit, listed: Sequence[Invitee], text: str) -> list[Invitee]:
    """Who is named somewhere in a sentence; of namesakes those of whom it tells what they are, too."""
    titles = titles_of(visit)
    spoken = {fold(word) for word in re.findall(r"[\w'’]+", text)}
    each = [(one, {fold(word) for word in one.name.split()} - titles) for one in listed]
    named = [one for one, bare in each if bare and bare <= spoken]
    apart = [one for one in named if not spoken.isdisjoint(map(fold, one.speaks_for.split()))]
    return apart or named


def _said(visit: Visit, text: str) -> Iterator[_Said]:
    """Names and what is said of them, in turns; which stands first at the beginning stands first everywhere."""
    runs = list(_runs(visit, text))
    if len(runs) > 1 and isinstance(runs[0], _Said):  # "yang datang: bu sitti, anto"
        pairs = [(names, said) for said, names in zip(runs[::2], runs[1::2], strict=False)]
    else:
        pairs = list(zip(runs[::2], runs[1::2], strict=False))
    for names, said in pairs:
        if isinstance(said, _Said) and isinstance(names, tuple):
            yield _Said(names, said.comes, said.later)


def _runs(visit: Visit, text: str) -> Iterator["_Said | tuple[str, ...]"]:
    """By turns the names, and what is said beside them."""
    known = visit.office.catalog.world.guests_said
    beside = known["datang"] | known["akan"] | known["tidak"]
    names: list[list[str]] = [[]]
    said: list[str] = []
    for part in _PARTS.findall(text):
        word = part.lower()
        if word in beside:
            if told := _names(names):
                yield told
            names = [[]]
            said.append(word)
        elif part in ",.;:\n" or word in known["dan"]:
            names.append([])
        elif word not in known["iringan"]:
            if said:
                yield _read(visit, said)
            said = []
            names[-1].append(part)
    if said:
        yield _read(visit, said)
    elif told := _names(names):
        yield told


def _names(told: Sequence[Sequence[str]]) -> tuple[str, ...]:
    spoken = (" ".join(words) for words in told if 0 < len(words) <= _LONGEST_NAME)
    return tuple(name for name in spoken if not any(letter.isdecimal() for letter in name))


def _read(visit: Visit, said: Sequence[str]) -> _Said:
    known = visit.office.catalog.world.guests_said
    return _Said((), known["tidak"].isdisjoint(said), not known["akan"].isdisjoint(said))
