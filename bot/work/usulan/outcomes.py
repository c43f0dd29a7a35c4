"""What was decided of usulan, in words: the reasons that the content knows, and where each stands in one line."""

from collections.abc import Iterable, Mapping, Sequence

from bot.catalog.texts import as_html
from bot.core.deciding.states import FIRST, KELURAHAN
from bot.core.forms.say import Words
from bot.core.places.spelling import fold
from bot.core.records import Usulan
from bot.store.database.database import Connection
from bot.store.deciding import decisions, moves
from bot.store.deciding.decisions import Decided
from bot.store.deciding.moves import Move
from bot.store.usulan import usulan as stored
from bot.work.office import Office
from bot.work.saying.naming import kind_name, place_name
from bot.work.usulan import standing
from bot.work.visit import Visit

_FAMILY = "alasan."


def codes(office: Office, tracks: Iterable[str]) -> Sequence[str]:
    """Those with a button of their own, in the order in which they are offered; true on all of these tracks."""
    return [one.code for one in office.catalog.states.reasons_in(tracks) if not one.own_words]


def label(code: str) -> Words:
    """For whoever writes it down."""
    return Words(f"{_FAMILY}{code}.tombol")


def reason_in(office: Office, told: str, tracks: Iterable[str]) -> str | None:
    """The one that the content knows, by its code, its button, what is read of it, or what people say for it."""
    wanted, tracks = fold(told.strip(" .!")), list(tracks)
    for one in office.catalog.states.reasons_in(tracks):
        if wanted and not one.own_words and wanted in {*_shown(office, one.code, min(tracks)), *map(fold, one.also)}:
            return one.code
    return None


def is_said_as_shown(office: Office, code: str, told: str, track: str) -> bool:
    """Whether it is told by its code, its button or what is read of it, and not in words of their own."""
    return fold(told.strip(" .!")) in _shown(office, code, track)


def _shown(office: Office, code: str, track: str) -> set[str]:
    return {*map(fold, (code, office.catalog.label(label(code)), words(office, code, "teks", track)))}


def words(office: Office, code: str | None, part: str, track: str) -> str:
    """`part`: "teks" or "langkah"; empty where there is none."""
    name = standing.own(office, f"{_FAMILY}{code}.{part}", track)
    return office.catalog.text(name) if code and name in office.catalog.texts else ""


async def of_usulan(visit: Visit, which: Sequence[int]) -> dict[int, str]:
    """What became of each, in one line; those of which nothing was said are left out."""
    return await visit.ask_once(look_up, visit.office, which)


async def look_up(connection: Connection, office: Office, which: Sequence[int], *, own: bool = False) -> dict[int, str]:
    """The same, for whoever has the database open. `own`: to readers alone, with the reason in their own words."""
    mains = await moves.mains_of(connection, which)
    each = sorted({*which, *mains.values()})
    decided, moved = await decisions.newest_of(connection, each), await moves.newest_of(connection, each)
    desa = await stored.desa_of(connection, list(moved))
    said = {usulan_id: _in_short(office, one, own) for usulan_id, one in decided.items()}
    standing_so = {key: move for key, move in moved.items() if move.state != FIRST}  # a mistake was taken back
    later = {key: move for key, move in standing_so.items() if _is_later(move, decided.get(key))}
    said |= {key: _moved_in_short(office, move, desa[key], own) for key, move in later.items()}
    speaking = {one: main for one, main in mains.items() if _has_moved_since(moved.get(main), moved.get(one))}
    return {one: said[speaking.get(one, one)] for one in which if speaking.get(one, one) in said}


def _has_moved_since(main: Move | None, joined: Move | None) -> bool:
    """Of what is one with another, only how it came to that is its own."""
    return main is not None and (joined is None or main.id > joined.id)


def _is_later(move: Move, decided: Decided | None) -> bool:
    """What a meeting decided is told by the decision itself, also where the usulan stood so already."""
    return decided is None or (move.occasion_id is None and move.at > decided.held_at)


def _in_short(office: Office, one: Decided, own: bool) -> str:
    track = standing.track_of(office, one.wilayah)
    by = f"{kind_name(office, one.kind, in_kelurahan=track == KELURAHAN)}, {place_name(office, one.wilayah)}"
    why = (own and one.decision.note) or words(office, one.decision.reason, "teks", track)
    told = {"hasil": one.decision.outcome, "oleh": by, "hari": office.day(one.held_at)}
    kind = result(office, one.decision.outcome, track)
    return office.catalog.text("hasil_ringkas", **told, kata=kind, sebab=as_html(why))


def result(office: Office, outcome: str, track: str) -> str:
    """What a meeting decided, in two words: in a kelurahan nothing is the desa's."""
    return office.catalog.text(standing.own(office, f"hasil_kata_{outcome}", track))


def _moved_in_short(office: Office, move: Move, desa: str, own: bool) -> str:
    """What anybody may know has no own words."""
    track = standing.track_of(office, desa)
    why = (own and move.note) or words(office, move.reason, "teks", track)
    by = standing.decided_by(office, move.decider)
    told = {"nama": standing.name(office, move.state, track), "hari": office.day(move.at)}
    return office.catalog.text("keadaan_ringkas", oleh=by, sebab=as_html(why), **told)


def tracks_in(office: Office, found: Iterable[Usulan]) -> Mapping[int, str]:
    """By usulan."""
    return {one.id: standing.track_of(office, one.desa) for one in found}
