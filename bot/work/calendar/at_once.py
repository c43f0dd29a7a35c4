"""Several dates that were told in one message, each with its place, day and hour: all are shown, and one yes sets
them. One that is put right is shown again with the others."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.kinds.waktu import known as known_time
from bot.core.spelt import either, one_of
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.tongue import tongue_of
from bot.core.wilayah import DESA, KECAMATAN
from bot.store.calendar.occasions import Occasion, Taken
from bot.store.queues import news
from bot.work import conversation
from bot.work.calendar import announcing, clauses, several, stated
from bot.work.calendar.corrected import by_day, corrected, put_right
from bot.work.calendar.permitted import may_set
from bot.work.calendar.typed import called_in, read_typed
from bot.work.calendar.wishes import Wish, findings, standing, wish_of
from bot.work.saying.naming import date_of, kind_name, place_name, whole_date
from bot.work.tasks import planning
from bot.work.visit import Journey, Visit

FORM = "jadwal_sekaligus"
_THOUGHTS = 4  # what there is to think of, of all of them together
Known = Mapping[str, Any]  # answers of the form of a date


def is_whole(visit: Visit, known: Known) -> bool:
    """Whether nothing would be asked but where it is held."""
    wish, level = wish_of(visit.office, known), known.get("tingkat", {}).get("value")
    needs = {DESA: {DESA}, KECAMATAN: {KECAMATAN}}.get(level, set())
    return wish is not None and level is not None and needs <= known.keys() and (not wish.kind.named or "nama" in known)


def read_whole(visit: Visit, text: str) -> Known:
    """As `read_typed`; of a day that may mean several the one that is likely: it is shown before it counts."""
    told = read_typed(visit, text)
    kind = visit.office.catalog.calendar.kinds.get(told.known.get("macam", {}).get("value", ""))
    rest = told.rest or told.later
    if kind is None or not rest:
        return told.known
    found = by_day(tongue_of(visit.office.catalog.world.spellings).read_when(rest, visit.today))
    options = found.options if isinstance(found, Unsure) else ()
    when = found.value if isinstance(found, Understood) else options[0].value if len(options) == 1 else None
    read = known_time(when, not kind.stage, visit.today) if when is not None else None
    return {**told.known, "tanggal" if kind.stage else "waktu": read} if read is not None else told.known


async def offer(visit: Visit, told: Sequence[Known], first: Sequence[Known] = (), missed: Sequence[str] = ()) -> None:
    """What stands already is named, and stays as it is. `first`: as they were told; a day that is another now stands
    beside it. `missed`: what was said besides, and not understood."""
    wishes = [(wish, await standing(visit, wish)) for wish in _wishes(visit, told)]
    lines = [_line(visit, wish, there) for wish, there in wishes]
    for line, (wish, _), before in zip(lines, wishes, _wishes(visit, first), strict=False):
        if before.at.date() != wish.at.date():
            line["dulu"] = whole_date(visit.office, before.kind.key, before.at)
    of_which: dict[str, list[int]] = {}
    for number, (wish, there) in enumerate(wishes, 1):
        for one in await findings(visit, wish) if there is None else ():
            of_which.setdefault(visit.label(one), []).append(number)
    of_each = {told: numbers if len(numbers) < len(wishes) else [] for told, numbers in of_which.items()}
    thoughts = [{"isi": told, "nomor": numbers} for told, numbers in of_each.items()][:_THOUGHTS]
    shown = Words(FORM, {"acara": lines, "catatan": thoughts, "jumlah": len(lines), "tak": [*dict.fromkeys(missed)]})
    journey = replace(JOURNEY, opening=lambda step: step.led_by(shown))
    conversation.start(visit, journey, about={"tanggal": [*map(dict, told)], "semula": [*map(dict, first or told)]})


def _wishes(visit: Visit, told: Sequence[Known]) -> list[Wish]:
    return [wish for one in told if (wish := wish_of(visit.office, one)) is not None]


def _line(visit: Visit, wish: Wish, there: Occasion | None = None) -> dict[str, str]:
    name = kind_name(visit.office, wish.kind.key, in_kelurahan=visit.office.catalog.places.is_kelurahan(wish.wilayah))
    return {
        "nama": f"{name}: {wish.about}" if wish.about else name,
        "wilayah": place_name(visit.office, wish.wilayah),
        "hari": whole_date(visit.office, wish.kind.key, wish.at),
        "tempat": wish.place,
        "ada": date_of(visit.office, there) if there is not None else "",
        "dulu": "",
    }


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """ "Enrekang jam 10 saja" changes that one; "alla 12 februari jam 9 juga" is one more. "Salah semua itu" throws
    nothing away."""
    told = list(before.about["tanggal"])
    if not isinstance(heard, Typed) or stated.asks(visit, heard.text):
        return False
    text, others = clauses.of_others(told, heard.text, lambda words: stated.begins_with_place(visit, words))
    text, of_all = _of_all(visit, told, text)
    apart, (at, text) = clauses.clauses_of(told, text), _which(visit, told, text)
    said = [*(apart or ([(at, text)] if at is not None else [])), *((n, of_all) for n in range(len(told)) if of_all)]
    right, missed = _put_right(visit, told, said) if said else _with_more(visit, told, [text])
    right, lost = _with_more(visit, right, others)
    is_wrong = text != put_right(visit, text) and bool(stated.places_in(visit, text))  # "salah, baraka banjir"
    is_wrong = is_wrong or (step.ended == "sent" and _only_denies(visit, heard.text))
    if not is_wrong and len(missed) == max(len(said), 1) and len(lost) == len(others):
        return False
    await offer(visit, right, before.about.get("semula", told), [*missed, *lost])
    return True


def is_of_shown(visit: Visit, text: str) -> bool:
    """Whether it names one of the dates that are shown, and wait for a yes."""
    draft = conversation.open_conversation(visit)
    told = draft.state.get("about", {}).get("tanggal", []) if draft is not None and draft.flow == FORM else []
    return bool(told) and (clauses.which(told, text) is not None or bool(clauses.clauses_of(told, text)))


def _only_denies(visit: Visit, text: str) -> bool:
    """ "Salah semua itu": that something is wrong, and not that nothing is to be set."""
    world = visit.office.catalog.world
    drops = world.taking_back["kata"] | {word for word in world.opened_wrongly["kata"] if " " in word}  # "bukan itu"
    return one_of(world.taking_back["keliru"]).search(text) is not None and one_of(drops).search(text) is None


def _with_more(visit: Visit, told: Sequence[Known], texts: Sequence[str]) -> tuple[list[Known], list[str]]:
    """And those that are told besides; what is none is missed."""
    right, missed = list(told), list[str]()
    for text in texts:
        whole = in_full(visit, told[0], put_right(visit, text))
        more = [read_whole(visit, one) for one in several.dates_in(visit, whole) or [whole]]
        is_more = all(is_whole(visit, one) for one in more)
        right += more if is_more else []
        missed += [] if is_more else [text]
    return right, missed


def in_full(visit: Visit, like: Known, text: str) -> str:
    """With the name of the meeting before it, where it names none."""
    return text if read_typed(visit, text).known else f"{like['macam']['label']} {text}"


def _of_all(visit: Visit, told: Sequence[Known], text: str) -> tuple[str, str]:
    """What is said of each, and the last part of it that is said of all: "tempatnya di kantor camat masing2",
    "ketiganya musdes, bukan musrenbang"; another name for the meeting alone holds for all."""
    each, _, last = text.rpartition(",")
    words, all_words = last.split(), visit.office.catalog.world.setting["semua"]
    left = [word for word in words if word.strip(".").lower() not in all_words]
    if len(left) < len(words) and not _is_of_one(visit, told, last):
        return each, " ".join(left)
    is_of_all = not all_words.isdisjoint(text.lower().split()) or bool(called_in(visit, text)[0])
    if not is_of_all or any(map(str.isdecimal, text)) or _is_of_one(visit, told, text):
        return text, ""
    return "", " ".join(word for word in text.split() if word.lower() not in all_words)


def _is_of_one(visit: Visit, told: Sequence[Known], text: str) -> bool:
    return clauses.which(told, text) is not None or bool(stated.places_in(visit, text))


def _which(visit: Visit, told: Sequence[Known], text: str) -> tuple[int | None, str]:
    """The one that is named, by its place or its number on the card, and what is said of it."""
    led = either(visit.office.catalog.world.numbers)
    numbered = re.match(rf"\W*(?:\w+\W+){{0,2}}?(?:{led})\.?\s*(\d{{1,2}})\b\W*(?=\w)", text, re.IGNORECASE)
    if numbered is None or not 0 < int(numbered[1]) <= len(told):
        return clauses.which(told, text), text
    return int(numbered[1]) - 1, text[numbered.end() :]


def _put_right(visit: Visit, told: Sequence[Known], said: Sequence[tuple[int, str]]) -> tuple[list[Known], list[str]]:
    """All of them with what is said of each, and what is not understood."""
    new, missed = list(told), list[str]()
    for at, text in said:
        right = corrected(visit, new[at], clauses.without_dusun(new[at], text))
        if right is None or not is_whole(visit, right.known):
            missed.append(text)
        else:
            new[at] = right.known
    return new, missed


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    if state.answers["simpan"].value["value"] != "ya":
        visit.say("jadwal_tidak_jadi")
        return
    wishes = _wishes(visit, state.about["tanggal"])
    allowed = [wish for wish in wishes if may_set(visit.office, visit.grants, wish.kind.key, wish.wilayah)]
    held = [wish for wish in allowed if await _hold(visit, wish)]
    left = [_line(visit, wish) for wish in wishes if wish not in held]
    visit.say("jadwal_sekaligus_disimpan", jumlah=len(held), acara=[_line(visit, wish) for wish in held], sudah=left)


async def _hold(visit: Visit, wish: Wish) -> bool:
    """False where one stands already; everybody concerned learns of a new one by the clock."""
    if await standing(visit, wish) is not None:
        return False
    one = planning.new_occasion(
        visit.office, wish.kind.key, wish.wilayah, wish.at, visit.now, visit.me.id, wish.about, wish.place
    )
    async with visit.ask() as connection:
        try:
            await planning.hold(visit.round(connection), one)
        except Taken:
            return False
        await news.put_out(connection, announcing.SET, one.id, visit.now, visit.me.id)
    return True


JOURNEY = Journey(FORM, finish, heed=heed, nudged=True)
