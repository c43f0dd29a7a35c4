"""What stands on the Monday's page, as a message to forward and as a sheet to print."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.core.places.spelling import fold
from bot.core.readiness.readiness import ANSWERED, LATE, QUESTIONS
from bot.core.readiness.trouble import RUNG_UP
from bot.core.understanding.times.days import show_day
from bot.work.office import Office
from bot.work.readiness import words
from bot.work.readiness.files import by_kecamatan
from bot.work.readiness.readiness import Contact, Village, counted, troubled, without_facilitator
from bot.work.saying.whatsapp import LONGEST


@dataclass(frozen=True, slots=True)
class Owing:
    """Something that the office owes, and how many tasks wait for it."""

    what: str
    waiting: int


@dataclass(frozen=True, slots=True)
class Page:
    """`before`: the same villages as they stood a week ago. `late`: how many promises are late there. `lapsed`: how
    many tasks ended this week that nobody did, by wilayah, the most first."""

    scope: str
    day: date
    villages: Sequence[Village]
    before: Sequence[Village]
    owed: Sequence[Owing]
    late: int = 0
    lapsed: Mapping[str, int] = field(default_factory=dict)

    def changes(self) -> dict[str, tuple[int, int]]:
        """By question: how many can say yes, and by how many more or less than a week ago."""
        was = counted(self.before)
        return {question: (number, number - was[question]) for question, number in counted(self.villages).items()}


@dataclass(frozen=True, slots=True)
class Text:
    """The same words for Telegram and for whatever they are forwarded to."""

    html: str
    plain: str


_MOST = 3  # on paper: places where tasks ended undone
_OWED, _NAME = 5, 40  # on paper: lines, and characters of whom to ring
#: How many villages, and things that the office owes, are named in a message: the first that fits.
_SHORTER = ((RUNG_UP, 2), (RUNG_UP, 1), (4, 1), (3, 1), (2, 1), (1, 1), (1, 0))


def message(office: Office, page: Page) -> Text:
    """At most 700 characters: where names are long, fewer villages are named."""
    told = Text("", "")
    for villages, owed in _SHORTER:
        told = _text(office, page, villages, owed)
        if len(told.plain) <= LONGEST:
            break
    return told


def _text(office: Office, page: Page, villages: int, owed: int) -> Text:
    figures: dict[str, Any] = {}
    for question, (count, change) in page.changes().items():
        figures |= {question: count, f"beda_{question}": _signed(change) or _plain(office, "beda_tetap")}
    values = {
        "wilayah": office.catalog.places.scope_name(page.scope),
        "hari": show_day(page.day),
        "jumlah": len(page.villages),
        "a": figures,
        "desa": [_line(office, page, one) for one in troubled(page.villages)[:villages]],
        "ditunggu": ", ".join(owing_words(office, one) for one in page.owed[:owed]),
        "bappeda": office.bappeda,
        "belum_dibaca": words.unread_words(office, page.villages),
        "tanpa": without_facilitator(page.villages),
        "belum_hari": len(words.without_day(page.villages)),
        "janji": _late(office, page),
        "tak_selesai": _lapsed(office, page),
    }
    return Text(office.catalog.text("senin_pesan", **values), office.plain("senin_pesan", **values))


def _late(office: Office, page: Page) -> str:
    return office.plain("janji_senin", jumlah=page.late) if page.late else ""


def _lapsed(office: Office, page: Page, most: int = 1) -> str:
    """What left the lists without a word: how many, and where most of them."""
    places = ", ".join(f"{_name(office, code)} {number}" for code, number in [*page.lapsed.items()][:most])
    told = {"jumlah": sum(page.lapsed.values()), "tempat": places, "lain": len(page.lapsed) > most}
    return _plain(office, "tak_selesai", **told) if page.lapsed else ""


def _line(office: Office, page: Page, one: Village) -> dict[str, str]:
    name = words.name_within(office, one, page.villages)
    return {"nama": name, "sebab": _why(office, one), "siapa": _whom(office, one)}


def _why(office: Office, one: Village) -> str:
    if one.concern is None:
        return ""
    return _plain(office, f"sebab_{one.concern.answer.question}", hari=one.concern.days)


def _whom(office: Office, one: Village) -> str:
    told = (
        _plain(office, "siapa", nama=one.contact.name)
        if one.contact.role
        else _plain(office, "siapa_kantor", kantor=office.catalog.places.scope_name(one.code))
    )
    return " ".join(filter(None, (told, words.number_of(one))))


def owing_words(office: Office, one: Owing) -> str:
    name = "ditunggu" if one.waiting else "ditunggu_saja"
    return _plain(office, name, apa=one.what, jumlah=one.waiting)


def _plain(office: Office, name: str, **values: Any) -> str:
    return office.plain(f"senin_{name}", **values)


def _signed(number: int) -> str:
    """ "+6", "−2" with the sign of arithmetic; nothing where nothing changed."""
    return f"{number:+d}".replace("-", "−") if number else ""


def page_to_print(office: Office, page: Page) -> dict[str, Any]:
    """A4, one page."""
    place = office.catalog.places.scope_name(page.scope)
    filename = _plain(office, "berkas", nama=fold(place)[:30], hari=page.day.isoformat())
    return {"report": "document", "args": {"template": "senin", "filename": filename, "data": _data(office, page)}}


def _data(office: Office, page: Page) -> dict[str, Any]:
    def plain(name: str, **values: Any) -> str:
        return _plain(office, name, **values)

    return {
        "agency": office.bappeda,
        "title": plain("judul"),
        "subtitle": _subtitle(office, page),
        "day": show_day(page.day),
        "footer": plain("kaki"),
        "figures": [
            {"value": str(count), "label": plain(f"angka_{question}"), "note": plain("dulu", jumlah=count - change)}
            for question, (count, change) in page.changes().items()
        ],
        "of": plain("dari", jumlah=len(page.villages)),
        "ring": _ring(office, page, plain),
        "owed": _owed(office, page, plain),
        "places": _places(office, page, plain),
    }


def _subtitle(office: Office, page: Page) -> str:
    place = office.catalog.places.scope_name(page.scope)
    alone = _plain(office, "tanpa", jumlah=without_facilitator(page.villages), dari=len(page.villages))
    told = (place, words.unread_words(office, page.villages), alone, _late(office, page), _lapsed(office, page, _MOST))
    return " · ".join(filter(None, told))


_Plain = Callable[..., str]


def _ring(office: Office, page: Page, plain: _Plain) -> dict[str, Any]:
    shown = [replace(one, contact=_cut(one.contact)) for one in troubled(page.villages)[:RUNG_UP]]
    rows = [
        [
            str(rank),
            words.name_within(office, one, page.villages),
            words.why(office, one),
            _whom(office, one) if words.number_of(one) else words.whom(office, one),
        ]
        for rank, one in enumerate(shown, 1)
    ]
    head = [plain(f"kolom_{name}") for name in ("no", "desa", "sebab", "siapa")]
    return {
        "title": plain("hubungi"),
        "head": head,
        "rows": rows,
        "none": plain("tak_ada", belum_hari=len(words.without_day(page.villages))),
    }


def _cut(one: Contact) -> Contact:
    """Few names are as long; with them a row would need a line more."""
    name = one.name if len(one.name) <= _NAME else f"{one.name[: _NAME - 1].rstrip()}…"
    return replace(one, name=name)


def _owed(office: Office, page: Page, plain: _Plain) -> dict[str, Any]:
    lines = [owing_words(office, one) for one in page.owed[:_OWED]]
    if len(page.owed) > _OWED:
        lines.append(plain("utang_lain", jumlah=len(page.owed) - _OWED))
    return {"title": plain("utang", bappeda=office.bappeda), "lines": lines, "none": plain("utang_tak_ada")}


def _places(office: Office, page: Page, plain: _Plain) -> dict[str, Any]:
    """For the kabupaten a row for each kecamatan, for a kecamatan a row for each village."""
    head = [words.plain(office, f"kepala_{question}") for question in QUESTIONS]
    above = by_kecamatan(page.villages)
    if len(above) > 1:
        rows = [[_name(office, code), *_counts(found)] for code, found in above.items()]
        return {"title": plain("kecamatan"), "head": [plain("kolom_kecamatan"), *head], "rows": rows, "legend": []}
    rows = [[one.name, *_signs(one, plain)] for one in page.villages]
    legend = [f"{plain(f'tanda_{sign}')} {words.plain(office, f'arti_{sign}')}" for sign in words.SIGNS]
    told = {"title": plain("desa"), "head": [plain("kolom_desa"), *head], "rows": rows, "legend": legend}
    return told | {"alarm": plain(f"tanda_{LATE}")}


def _name(office: Office, code: str) -> str:
    place = office.catalog.places.find(code)
    return place.name if place else code


def _counts(found: Sequence[Village]) -> list[str]:
    yes = counted(found)
    return [f"{yes[question]} / {len(found)}" for question in QUESTIONS]


def _signs(one: Village, plain: _Plain) -> list[str]:
    """The day of the musrenbang stands beside its sign."""
    first, *rest = one.standing.answers
    day = words.short_day(first.on) if first.status in ANSWERED else ""
    return [f"{plain(f'tanda_{first.status}')} {day}".strip(), *(plain(f"tanda_{each.status}") for each in rest)]
