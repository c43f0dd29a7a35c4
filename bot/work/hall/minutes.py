"""*Berita acara*: what a meeting came to, from its own rows, to be printed and signed: when and where, who came, what
becomes of each usulan and why, and room for who carries them on. No proposer is named."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.forms.say import Words
from bot.core.lessons.nameless import names_of
from bot.core.records import Usulan
from bot.core.usulan.titles import titled
from bot.store.deciding import decisions as stored
from bot.store.deciding.decisions import NOT_YET, ONWARD, OUTCOMES, OWN, RESERVE, Decision
from bot.store.hall import attendance
from bot.store.hall.attendance import Attendance
from bot.work.hall import letterheads, reading_back
from bot.work.hall.decided import results
from bot.work.hall.meeting import Hall, kind_words, place_of
from bot.work.reading import delicate
from bot.work.saying.naming import date_of, occasion_name, place_name
from bot.work.usulan import outcomes, standing
from bot.work.usulan.usulan import place

_ORDER = (ONWARD, OWN, RESERVE, NOT_YET)
#: Characters of a wish, and lines for those who carry usulan on.
_WISH, _DELEGATES = 240, 5


async def page(hall: Hall) -> dict[str, Any]:
    """What stands on it; what nobody has written down yet is left to the hand."""
    async with hall.visit.ask() as connection:
        known = await stored.of_occasion(connection, hall.id)
        came = await attendance.attended(connection, hall.id)
    ranks = {which: one.rank or len(known) + 1 for which, one in known.items()}
    listed = sorted(await results.named(hall, ids=[*known]), key=lambda one: ranks.get(one.id, 0))
    kept = await hall.visit.ask_once(delicate.among, hall.visit.office, listed)
    words = await reading_back.spoken_words(hall, [one for one in listed if one.id not in kept])
    rows = {one.id: _row(hall, one, known.get(one.id), words.get(one.id)) for one in listed}
    by_outcome = {outcome: [one.id for one in listed if _outcome(known, one) == outcome] for outcome in (*_ORDER, "")}
    parts = [
        {"title": _word(hall, outcome, found), "rows": [[str(at), *rows[one]] for at, one in enumerate(found, 1)]}
        for outcome, found in by_outcome.items()
        if found
    ]
    return {
        "opening": hall.visit.label(Words("berita_acara.pembuka", _opening(hall))),
        "came": _came(hall, came),
        "part_came": _label(hall, "hadir"),
        "head": [_label(hall, one) for one in ("no", "nomor", "isi", "lokasi", "keterangan")],
        "parts": parts,
        "delegates": {
            "title": _label(hall, "delegasi"),
            "head": [_label(hall, one) for one in ("no", "nama", "lp", "alamat", "unsur")],
            "rows": [[str(at), "", "", "", ""] for at in range(1, _DELEGATES + 1)],
        },
        "closing": _label(hall, "penutup"),
        "signing": await _signing(hall),
        "footer": _label(hall, "kaki"),
    }


def _label(hall: Hall, name: str, **told: Any) -> str:
    return hall.visit.label(Words(f"berita_acara.{name}", told))


def _outcome(known: Mapping[int, Decision], one: Usulan) -> str:
    return known[one.id].outcome if one.id in known and known[one.id].outcome in OUTCOMES else ""


def _word(hall: Hall, outcome: str, found: Sequence[int]) -> str:
    track = standing.track_of(hall.visit.office, hall.occasion.wilayah)
    told = outcomes.result(hall.visit.office, outcome, track) if outcome else _label(hall, "belum_dicatat")
    return _label(hall, "hasil", hasil=told, jumlah=len(found))


def _row(hall: Hall, one: Usulan, said: Decision | None, words: Mapping[str, str] | None) -> list[str]:
    """Its number, what it is about and asks for, where, and why; of what is not for a hall only the number."""
    office = hall.visit.office
    if words is None:
        return [office.spoken_number(one), _label(hall, "tertutup"), "", ""]
    told = one.answers | {key: {"text": text} for key, text in words.items() if text}
    names = names_of(office.catalog.world.spellings.names)
    wish = reading_back.cut(names.cover(titled(told, office.catalog.world, _WISH), ()), _WISH) or _label(hall, "suara")
    track = standing.track_of(office, one.desa)
    why = (said.note or outcomes.words(office, said.reason, "teks", track)) if said else ""
    return [office.spoken_number(one), wish, place(one.answers), why]


def _opening(hall: Hall) -> dict[str, Any]:
    return {
        "pertemuan": occasion_name(hall.visit.office, hall.occasion),
        "wilayah": place_name(hall.visit.office, hall.occasion.wilayah),
        "waktu": date_of(hall.visit.office, hall.occasion),
        "tempat": place_of(hall.visit.office, hall.occasion),
    }


def _came(hall: Hall, came: Attendance | None) -> list[dict[str, str]]:
    """How many, as they were counted; boxes to fill by hand where nobody counted."""
    women, men = (came.women, came.men) if came is not None else (None, None)
    counted = women is not None and men is not None
    told = {"jumlah": str((women or 0) + (men or 0)), "perempuan": str(women), "laki": str(men)}
    rows = [{"label": _label(hall, name), "value": value if counted else ""} for name, value in told.items()]
    groups = came.elements.items() if came is not None else ()
    return [*rows, *({"label": kind_words(hall.visit.office, key), "value": str(many)} for key, many in groups)]


async def _signing(hall: Hall) -> list[dict[str, str]]:
    official = await letterheads.signing(hall)
    above = [{"role": f"{official['above']}\n{official['role']}", "name": official["name"]}] if official else []
    return [*({"role": _label(hall, one), "name": ""} for one in ("pimpinan", "notulis", "wakil")), *above]
