"""The sheet of a check on the telephone: what was told, every item with what was found, what contradicts; and the list
of those that wait for somebody."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.core.checking.items import ITEMS, Findings, is_whole, lacking, open_in
from bot.core.checking.rules import may_check
from bot.core.forms.heard import Typed
from bot.core.forms.say import Words
from bot.core.records import Usulan
from bot.store.checking import checks, findings
from bot.store.checking.checks import Check
from bot.store.checking.findings import Finding
from bot.store.people import people
from bot.store.usulan import usulan as stored
from bot.work.access import button, may_act
from bot.work.checking.permitted import FAMILY, goes_on, opened
from bot.work.office import Office
from bot.work.reading.lists import sight_of
from bot.work.saying.keyboard import Key, in_rows, keyboard, press
from bot.work.usulan import checked
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.usulan.usulan import place, summary
from bot.work.visit import Visit

#: Whoever is to go is reminded so long after it was given to them.
REMINDED_AFTER = (timedelta(days=3), timedelta(days=6))
_LISTED = 8
#: What was told of these stands above the sheet, to be compared.
_TOLD = ("patokan", "ukuran", "jumlah", "kurang_mampu")


async def show(visit: Visit, check_id: int) -> None:
    """Every item opens by itself, in any order, today or later."""
    pair = await opened(visit, check_id)
    if pair is None:
        visit.stale()
        return
    one, found = pair
    known = await visit.ask_once(findings.of_check, one.id)
    may_write = goes_on(one, found) and may_check(visit.me.id, found)
    done = not lacking(one.depth, checked.values(known))
    keys = keyboard(*_keys(visit, one, known, done=done)) if may_write else None
    visit.say("uji_lembar", keys, **_told(visit.office, one, found, known))


def _told(office: Office, one: Check, found: Usulan, known: Mapping[str, Finding]) -> dict[str, Any]:
    values = checked.values(known)
    return {
        "nomor": office.spoken_number(found),
        "tempat": place(found.answers),
        "ringkas": summary(office, found.answers),
        "batas": office.day(one.due_at),
        "hasil": one.result or "",
        "tutup": not goes_on(one, found),
        "cerita": told_of(office, found),
        "bagian": checked.lines(office, one.depth, known),
        "beda": checked.warnings(office, found.answers, values),
        "kurang": lacks_in_words(office, lacking(one.depth, values), values) if known else [],
    }


def told_of(office: Office, found: Usulan) -> list[dict[str, str]]:
    """What the proposer told, as far as it can be measured or seen."""
    flow = office.catalog.flows[USULAN]
    lines = []
    for key in _TOLD:
        question = flow.question(key)
        told = checked.shown(office, USULAN, key, found.answers.get(key), found.answers)
        lines += [{"judul": question.title, "isi": told}] if told and question is not None else []
    return lines


def lacks_in_words(office: Office, lacks: list[str], known: Findings) -> list[str]:
    """An item by its title, of one that is begun with what is still asked there; a rule by its own sentence."""
    names = office.catalog.texts
    return [
        office.catalog.label(Words(name)) if (name := f"uji_kurang.{one}") in names else _item_lacks(office, one, known)
        for one in lacks
    ]


def _item_lacks(office: Office, item: str, known: Findings) -> str:
    flow, title = office.catalog.flows[checked.FORM], checked.title(office, item)
    left = [one.title.lower() for key in open_in(item, known) if (one := flow.question(key)) is not None]
    return f"{title} ({', '.join(left)})" if known.get(item) and left else title


def _keys(visit: Visit, one: Check, known: Mapping[str, Finding], *, done: bool) -> list[Any]:
    keys: list[Key] = []
    for item in ITEMS[one.depth]:
        whole = is_whole(item, checked.values(known))
        mark = Words("uji_tombol_bagian", {"judul": checked.title(visit.office, item), "ada": whole})
        keys.append((visit.label(mark), press(FAMILY, "isi", one.id, item)))
    paper = (visit.text("uji_tombol_cetak"), press(FAMILY, "cetak", one.id))
    end = [(visit.text("uji_tombol_hasil"), press(FAMILY, "hasil", one.id))] if done else []
    away = (visit.text("uji_tombol_tidak_bisa"), press(FAMILY, "tidak", one.id))
    return [end, *in_rows(keys), [paper, away] if one.given_to == visit.me.id else [paper]]


async def mention(visit: Visit) -> None:
    """Beside somebody's tasks: what they are to look at, each with its button; nothing when there is none."""
    given = await visit.ask_once(checks.waiting_for, visit.me.id, _LISTED)
    waiting = [pair for pair in given if may_act(button(FAMILY), visit.grants, pair[1].desa)]
    if waiting:
        _list(visit, waiting)


async def show_open(visit: Visit, _heard: Typed) -> None:
    """All that nobody has ended yet of the usulan that this person reads, or is to look at, each with who goes."""
    seen = await visit.look_up(checks.open_of, sight_of(visit, button("u")), _LISTED)
    mine = await visit.ask_once(checks.waiting_for, visit.me.id, _LISTED)
    waiting = [*seen, *(pair for pair in mine if pair[0].id not in {one.id for one, _ in seen})]
    names = await visit.look_up(people.names, [one.given_to for one, _ in waiting if one.given_to is not None])
    _list(visit, waiting, names)


def _list(visit: Visit, waiting: Sequence[tuple[Check, Usulan]], names: Mapping[int, str] | None = None) -> None:
    """`names`: who goes, where it is not the one who reads this alone."""
    lines = [
        {
            "nomor": visit.office.spoken_number(found),
            "tempat": place(found.answers),
            "batas": visit.office.day(one.due_at),
            "siapa": (names or {}).get(one.given_to or 0, ""),
        }
        | {"telat": one.due_at < visit.now}
        for one, found in waiting
    ]
    keys = [
        [(visit.label(Words("uji_tombol_buka_nomor", {"nomor": line["nomor"]})), press(FAMILY, "buka", one.id))]
        for line, (one, _) in zip(lines, waiting, strict=True)
    ]
    visit.say("uji_menunggu", keyboard(*keys), uji=lines, semua=names is not None)


async def number_of(visit: Visit, one: Check) -> str:
    found = await visit.ask_once(stored.by_id, one.usulan_id)
    return visit.office.spoken_number(found) if found is not None else ""
