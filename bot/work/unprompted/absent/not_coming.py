"""Somebody with work here says that they cannot come: whoever is above them hears it in their words, and they hear who
knows it. Which meeting it is stands in the words, or is the only one ahead; else it is asked."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta
from typing import Any

from bot.core.flow import rest
from bot.core.flow.scene import kind_of, look
from bot.core.forms.heard import Heard, Typed, words_of
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.records import Conversation
from bot.core.understanding.results import Understood
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.understanding.tongue import tongue_of
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.tasks.duties import MINE
from bot.work import conversation, home
from bot.work.access import allowed, button
from bot.work.answering.answers import answer
from bot.work.calendar import pages, reasons
from bot.work.calendar.permitted import may_set, meetings
from bot.work.calendar.typed import kinds_in
from bot.work.saying.keyboard import keyboard, press
from bot.work.saying.naming import date_of, occasion_name, place_name
from bot.work.tasks import duties, handing
from bot.work.unprompted.absent import above
from bot.work.usulan import usulan
from bot.work.usulan.voices import titip
from bot.work.visit import Visit

_LONGEST, _SOON, _AHEAD = 25, timedelta(days=14), timedelta(days=60)  # words
_TELLING = frozenset({titip.FORM, usulan.FORM})
_NEAR = 2  # words between a no and what it denies
_CHOICES, _TASKS, _LOOKED_AT = 3, 3, 40


async def take(visit: Visit, heard: Heard) -> bool:
    """ "Sa minta maaf tdk bisa hadir musdes tgl 27, ada hajatan"; of whom is invited it is written down elsewhere."""
    if not isinstance(heard, Typed) or not is_said(visit, heard.text):
        return False
    found, is_sure = await _meant(visit, heard.text)
    one, told = found[0] if found else None, _telling(visit)
    if one is not None and is_sure and told is None and await above.of(visit, one.wilayah):
        await _tell(visit, one, heard)
        return True
    options: Sequence[Occasion | None] = found[:_CHOICES] or [None]
    keys = [_choice(visit, each) for each in options if await above.of(visit, _where(visit, each))]
    if told is not None:
        keys.append([(visit.text("tombol.bukan_itu"), press("j", "cerita", told.draft, visit.heard_in))])
    names = ("tombol_menu_jadwal", "j:daftar:0"), ("tombol_menu_tugas", "t:daftar:saya:0")
    keys += [[(visit.text(label, jumlah=0, judul=""), data)] for label, data in names]
    visit.say("tidak_bisa_hadir", keyboard(*keys), **_told(visit, one))
    return True


def _telling(visit: Visit) -> Conversation | None:
    """The open form, where it takes a story: there somebody may speak for whom it is written down."""
    draft = conversation.open_conversation(visit)
    return draft if draft is not None and draft.flow in _TELLING else None


async def go_on_telling(visit: Visit, which: str, heard: Heard) -> None:
    """*Bukan, itu bagian cerita*: where the story is asked for it is that, elsewhere it is kept beside. `which`: the
    form in which it was said; what is told of somebody else by now is not theirs."""
    draft, (asked, _) = _telling(visit), conversation.asked(visit)
    if draft is None or draft.draft != which or not isinstance(heard, Typed):
        visit.stale()
        return
    await visit.settle(f"j:cerita:{which}:")
    if asked is not None and kind_of(asked).story:
        await conversation.hear(visit, heard, answer)
        return
    flow = visit.journeys[draft.flow].fit(visit, visit.office.catalog.flows[draft.flow])
    scene = look(flow, State.from_json(draft.state), visit.office.world(visit.now))
    conversation.put_in(visit, rest.keep(scene, heard.text, heard.message))
    await conversation.resume(visit, Words("mesin.disimpan_juga"))


def _choice(visit: Visit, one: Occasion | None) -> list[tuple[str, str]]:
    label = visit.text("tombol_kabari_absen", **_told(visit, one))
    return [(label, press("j", "absen", one.id if one else 0, visit.heard_in))]


def _where(visit: Visit, one: Occasion | None) -> str:
    return one.wilayah if one is not None else above.own_place(visit)


async def tell_chosen(visit: Visit, occasion_id: int, heard: Heard) -> None:
    """*Kabari: …*, below the words that named none; 0: of none that stands in the calendar."""
    one = await visit.ask_once(occasions.one, occasion_id) if occasion_id else None
    is_over = one is None or one.starts_at < visit.now or not pages.sees(visit.grants, one.wilayah)
    if occasion_id and is_over:
        visit.stale()
    else:
        await visit.settle("j:absen:")
        await _tell(visit, one, heard)


async def _tell(visit: Visit, one: Occasion | None, heard: Heard) -> None:
    text, told, where = words_of(heard), _told(visit, one), _where(visit, one)
    own = await visit.ask_once(duties.own, visit.office, MINE, visit.me.id, visit.today, _LOOKED_AT)
    mine = [duty for duty in own if one is not None and duty.task.occasion_id == one.id]
    more = {"pertemuan": told["nama"], "hari": told["hari"], "tempat": place_name(visit.office, where)}
    known = await above.tell(visit, where, "tidak_hadir_kabar", text, tugas=len(mine), **more)
    rows = await handing.keys_for(visit, mine[:_TASKS], text)
    visit.say("tidak_hadir_dikabari", keyboard(*rows) if rows else None, siapa=known, tugas=len(mine), **told)


def is_said(visit: Visit, text: str) -> bool:
    """Of themselves, and of what is still to be: a no, and right behind it that they come."""
    said, spoken = visit.office.catalog.world.guests_said, re.findall(r"\w+", text.lower())
    if len(spoken) > _LONGEST or not allowed(button("j"), visit.grants):
        return False
    denied = _denied(spoken, said["tidak"], said["datang"])
    if denied is None or visit.office.catalog.danger.is_urgent(text):
        return False
    at, end = denied
    is_of_day = not reasons.acts_in(visit).isdisjoint(spoken)  # "… diundur saja jadi lusa"
    is_over = not said["lewat"].isdisjoint(spoken[: end + 1])
    if is_of_day or is_over or (text.rstrip().endswith("?") and _asks_first(text, at)):
        return False
    return not said["sendiri"].isdisjoint(spoken[at:end]) or _is_own(visit, spoken[:at])


def _asks_first(text: str, at: int) -> bool:
    """Whether the question is whether they come; "tdk bisa datang, siapa ganti?" asks behind it."""
    asked = re.split(r"[,.;!\n]", text)[-1]
    return len(text.split()) - len(asked.split()) <= at


def _is_own(visit: Visit, before: Sequence[str]) -> bool:
    """Nobody else stands between them and the no; where they do not name themselves nothing but polite words and the
    day does."""
    world, said = visit.office.catalog.world, visit.office.catalog.world.guests_said
    own = max((n for n, word in enumerate(before) if word in said["sendiri"]), default=None)
    if own is not None:
        return said["orang_lain"].isdisjoint(before[own + 1 :])
    return all(word in said["sopan"] or speaks_of_time(world.spellings, word) for word in before)


async def _meant(visit: Visit, text: str) -> tuple[list[Occasion], bool]:
    """The meetings ahead that may be meant, the next first, and whether there is no doubt."""
    begins = pages.day_begins(visit.office, visit.now)
    ahead = await home.meetings(visit, begins, begins + _AHEAD)
    timed = reasons.only_day(visit, " ".join(re.findall(r"[\w./-]+", text)))
    found = tongue_of(visit.office.catalog.world.spellings).read_when(timed, visit.today) if timed else None
    day = found.value.day if isinstance(found, Understood) else None
    kinds = kinds_in(meetings(visit.office, visit.grants), text)
    near = [one for one in ahead if one.starts_at < begins + _SOON]
    named = [one for one in ahead if one.kind in kinds] if kinds else near
    on_day = [one for one in ahead if visit.office.local(one.starts_at).date() == day] if day else named
    fitting = [one for one in named if one in on_day] if kinds else on_day
    return fitting or named or near, len(fitting) == 1


def _told(visit: Visit, one: Occasion | None) -> dict[str, Any]:
    """`pindah`: its day is theirs to move."""
    if one is None:
        return {"nama": "", "hari": "", "pindah": False}
    is_theirs = may_set(visit.office, visit.grants, one.kind, one.wilayah)
    return {"nama": occasion_name(visit.office, one), "hari": date_of(visit.office, one), "pindah": is_theirs}


def _denied(spoken: Sequence[str], no: AbstractSet[str], coming: AbstractSet[str]) -> tuple[int, int] | None:
    """Where the no stands, and right behind it that they come; "tidak apa2 saya hadir" is none."""
    for at in (number for number, word in enumerate(spoken) if word in no):
        behind = spoken[at : at + _NEAR + 2]
        end = next((number for number, word in enumerate(behind) if word in coming), None)
        if end is not None and all(map(str.isalpha, behind[:end])):
            return at, at + end
    return None
