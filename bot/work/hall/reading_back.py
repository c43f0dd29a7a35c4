"""Usulan are read back one by one: "Benar begini?" What is wrong is noted and stays in the list until it is right."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.records import Usulan
from bot.store.calendar.occasions import Occasion
from bot.store.database.database import Connection
from bot.store.deciding import moves
from bot.store.hall import read_backs as stored
from bot.store.hall.read_backs import ReadBack
from bot.store.reading import readings, wordings
from bot.store.reading.readings import Sight
from bot.work.access import button
from bot.work.hall import drafts
from bot.work.hall.args import number
from bot.work.hall.meeting import FAMILY, Hall
from bot.work.office import Office
from bot.work.reading import delicate
from bot.work.reading.lists import sight_of
from bot.work.saying.keyboard import Key
from bot.work.usulan import standing
from bot.work.usulan.usulan import place
from bot.work.visit import Journey, Visit

_YEAR = timedelta(days=550)  # a plan is fed from April of one year to March of the next
_KEPT = 10  # numbers of usulan that are not read aloud, as many as are told
_LONGEST = 900  # characters of a story that are read aloud from a telephone


Query = Callable[..., Awaitable[list[Usulan]]]


async def to_read(hall: Hall) -> tuple[list[Usulan], list[Usulan]]:
    """What is read aloud in this meeting; and what is not for a hall, since it tells of violence and the like, or was
    told to one reader alone."""
    here = await of_meeting(hall)
    kept = await hall.visit.ask_once(delicate.among, hall.visit.office, here)
    apart = [u for u in here if u.id in kept] + await _found(hall, stored.kept_back)
    return [u for u in here if u.id not in kept], apart


async def of_meeting(hall: Hall) -> list[Usulan]:
    """All that this meeting is about, and that nobody outside it has ended: its result would turn that unawares."""
    found, ended = await _with_ended(hall)
    return [one for one in found if one.id not in ended]


async def _with_ended(hall: Hall) -> tuple[list[Usulan], dict[int, str]]:
    found = await _found(hall, stored.to_read)
    ending = hall.visit.office.catalog.states.ending()
    async with hall.visit.ask() as connection:
        ids = [one.id for one in found]
        return found, await moves.ended_elsewhere(connection, ids, ending, hall.occasion.wilayah)


async def theirs_alone(hall: Hall) -> list[str]:
    """What they alone read has its result where it is read, and no place in a hall."""
    _, apart = await to_read(hall)
    return [hall.visit.office.spoken_number(one) for one in apart if one.reader_id == hall.visit.me.id]


async def ended_note(hall: Hall) -> str:
    """Below a screen or a paper: which usulan from here are left out, since somebody outside it has ended them."""
    found, ended = await _with_ended(hall)
    office, told = hall.visit.office, list[dict[str, str]]()
    for one in (one for one in found if one.id in ended):
        state = standing.name(office, ended[one.id], standing.track_of(office, one.desa))
        told.append({"nomor": office.spoken_number(one), "keadaan": state})
    if not told:
        return ""
    return "\n\n" + hall.visit.text("hasil_sudah_diputuskan", usulan=told[:_KEPT], sisa=max(len(told) - _KEPT, 0))


async def _found(hall: Hall, query: Query) -> list[Usulan]:
    who = sight_of(hall.visit, button(FAMILY))
    return await hall.visit.ask_once(seen_by, hall.visit.office, hall.occasion, who, query)


async def seen_by(
    connection: Connection, office: Office, one: Occasion, who: Sight, query: Query = stored.to_read
) -> list[Usulan]:
    """All that a meeting is about, as far as this reader may see it."""
    found = await query(connection, who, one.wilayah, one.starts_at - _YEAR, one.starts_at + _YEAR)
    return [u for u in found if office.cycle_of(u.spoken_at) == one.cycle and _is_of(one.about, u)]


def _is_of(about: str, one: Usulan) -> bool:
    """A meeting of one dusun reads what came from there; any other reads everything."""
    dusun = (one.answers.get("dusun") or {}).get("name", "")
    return not about or not dusun or about.casefold() == str(dusun).casefold()


async def elsewhere(hall: Hall) -> int:
    """How many from here another reader alone has, as their proposers chose. Of one dusun nothing is told: so few tell
    who they are of."""
    one, who = hall.occasion, sight_of(hall.visit, button(FAMILY))
    if one.about:
        return 0
    spoken = await hall.visit.ask_once(
        stored.read_elsewhere, who, one.wilayah, one.starts_at - _YEAR, one.starts_at + _YEAR
    )
    return sum(1 for at in spoken if hall.visit.office.cycle_of(at) == one.cycle)


async def show(hall: Hall, args: list[str]) -> None:
    """The usulan that a button meant, else the next one that nobody read back, else one that has to be corrected."""
    listed, apart = await to_read(hall)
    known = await hall.visit.ask_once(stored.of_occasion, hall.id)
    right = sum(1 for one in listed if one.id in known and known[one.id].is_right)
    wrong = sum(1 for one in listed if one.id in known and not known[one.id].is_right)
    counts = {"semua": len(listed), "benar": right, "betulkan": wrong}
    kept = {"khusus": len(apart), "nomor_khusus": [hall.visit.office.spoken_number(one) for one in apart[:_KEPT]]}
    one = _wanted(listed, known, number(args))
    if one is None:
        again = [hall.key(Words("rapat_tombol_ulangi"), "baca", listed[0].id)] if listed else []
        hall.show(
            hall.visit.text("rapat_baca_selesai", di_kecamatan=await elsewhere(hall), **counts, **kept)
            + await ended_note(hall),
            again,
            [hall.back()],
        )
        return
    text = hall.visit.text("rapat_baca", **counts, **kept, **await _aloud(hall, one, listed, known.get(one.id)))
    hall.show(text + await ended_note(hall), *_keys(hall, one, listed), [hall.back()])


def _wanted(listed: Sequence[Usulan], known: Mapping[int, ReadBack], wanted: int) -> Usulan | None:
    meant = next((one for one in listed if one.id == wanted), None)
    fresh = next((one for one in listed if one.id not in known), None)
    wrong = next((one for one in listed if one.id in known and not known[one.id].is_right), None)
    return meant or fresh or wrong


async def _aloud(hall: Hall, one: Usulan, listed: Sequence[Usulan], said: ReadBack | None) -> dict[str, Any]:
    """As it is read aloud: what and where, never who."""
    return {
        "ke": listed.index(one) + 1,
        "nomor": hall.visit.office.spoken_number(one),
        "tempat": place(one.answers),
        "tadi": "" if said is None else "benar" if said.is_right else "betulkan",
        "catatan": (said.note or "") if said else "",
    } | {key: cut(text) for key, text in (await spoken_words(hall, [one]))[one.id].items()}


async def spoken_words(hall: Hall, found: Sequence[Usulan]) -> Mapping[int, Mapping[str, str]]:
    """What each tells and asks for."""
    return await hall.visit.ask_once(wordings.texts, found, ("cerita", "harapan"))


def cut(text: str, longest: int = _LONGEST) -> str:
    """At a word, with a sign that more was told."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0].rstrip(" .,;:") + "…"


def _keys(hall: Hall, one: Usulan, listed: Sequence[Usulan]) -> list[list[Key]]:
    at = listed.index(one)
    turn_to = [hall.key(Words("rapat_tombol_mundur"), "baca", listed[at - 1].id)] if at else []
    if at + 1 < len(listed):
        turn_to.append(hall.key(Words("rapat_tombol_lewati"), "baca", listed[at + 1].id))
    answers = [
        hall.key(Words("rapat_tombol_benar"), "benar", one.id),
        hall.key(Words("rapat_tombol_betulkan"), "betulkan", one.id),
    ]
    return [answers, turn_to]


async def say_right(hall: Hall, args: list[str]) -> None:
    """It is right so; then the next one that nobody read back."""
    one = await _readable(hall, number(args))
    if one is not None:
        await hall.visit.ask_once(stored.mark, hall.id, ReadBack(one.id, True, None), hall.visit.now, hall.visit.me.id)
        hall.visit.toast("rapat_dicatat")
        await show(hall, [])


async def say_wrong(hall: Hall, args: list[str]) -> None:
    """What has to be corrected is asked for."""
    one = await _readable(hall, number(args))
    if one is not None:
        drafts.ask(hall, JOURNEY, usulan=one.id)


async def _readable(hall: Hall, usulan_id: int) -> Usulan | None:
    """An usulan of this meeting that this person may see."""
    one = await hall.visit.ask_once(readings.one, sight_of(hall.visit, button(FAMILY)), usulan_id)
    if one is None or not (one.desa + ".").startswith(hall.occasion.wilayah + "."):
        hall.visit.toast("bukan_wilayah")
        return None
    return one


async def finish_correction(visit: Visit, flow: Flow, state: State) -> None:
    """The note is kept beside the usulan, whose own words stay as they were spoken."""
    hall = await drafts.enter_again(visit, state)
    one = await _readable(hall, int(state.about["usulan"])) if hall is not None else None
    if hall is None or one is None:
        return
    note = record(flow, state)["catatan"]["text"]
    await visit.ask_once(stored.mark, hall.id, ReadBack(one.id, False, note), visit.now, hall.visit.me.id)
    visit.say("rapat_betulkan_dicatat", nomor=visit.office.spoken_number(one))
    await show(hall, [])


JOURNEY = Journey("rapat_betulkan", finish_correction)
