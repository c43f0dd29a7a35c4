""" "Pakai lagi pengumuman pindah tempat itu utk curio, minggu depan senin jam 8, tempatnya aula kantor camat": one that
was sent, for others and with what is new in it. It is shown as a sample; what could not be put in is told."""

import re
from itertools import pairwise
from typing import Any

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import is_question, key_of
from bot.core.understanding.times.days import show_day
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import SENT_STATES, STOPPED, WITHDRAWN, Broadcast
from bot.work.access import allowed, command
from bot.work.broadcasts import meant
from bot.work.broadcasts.writing import addressed, composing, readdressed, rewording, timed
from bot.work.broadcasts.writing.composed import later
from bot.work.visit import Visit

_LONGEST, _LOOKED_AT, _LED, _TURNED = 40, 12, 6, 4  # words; announcements; words before "lagi", of a time
_CLAUSE = re.compile(r"(?<=[,.;])\s+")
_USABLE = (*SENT_STATES, STOPPED, WITHDRAWN)


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """False where nobody is named for whom it is to be, or which one it is is not clear."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    if not _is_said(visit, heard.text):
        return await _sends_named(visit, heard.text)
    first, *others = _CLAUSE.split(heard.text)
    at = _address_at(visit, first)
    topic, whom = (first[:at], first[at:]) if at else (first, "")
    whom, others = _without_time(visit, whom, others)
    one, known = await _meant(visit, topic), addressed.named_by(visit, whom) if whom else {}
    if one is None or not (known or others):
        return False
    await _show(visit, one, known, others)
    return True


def _without_time(visit: Visit, whom: str, others: list[str]) -> tuple[str, list[str]]:
    """ "Utk curio minggu depan, hari senin jam 8": the time is a part of its own, as behind a comma."""
    words = whom.split()
    is_time = [timed.tells_time(visit, word) for word in words]
    end = next((at for at in range(len(words), 0, -1) if not is_time[at - 1]), 0)
    when = " ".join(words[end:])
    if when and others and all(timed.tells_time(visit, word) for word in others[0].split()):
        when, others = f"{when} {others[0]}", others[1:]
    return " ".join(words[:end]), [when, *others] if when else others


async def _sends_named(visit: Visit, text: str) -> bool:
    """ "Yg blangko tadi kirim ke fasilitator curio", "kirim surat yg ditarik itu ke curio": one that is named by its
    words alone, or as taken back, and is no sample any more."""
    world, at = visit.office.catalog.world, _address_at(visit, text)
    spoken = key_of(text[:at]).split()
    is_order = len(spoken) <= _LED and not world.of_news["kirim"].isdisjoint(spoken)
    if not is_order or is_question(text, world, free=False):
        return False
    known, told = addressed.named_by(visit, text[at:]), world.announced
    beside = told["ulang"] | told["kiriman"] | told["ini"] | told["yang"] | world.withdrawing | world.beside_halting
    rest = {*spoken} - beside - world.of_news["kirim"] - world.oneself - world.stopping["tarik_saja"]
    own = await visit.look_up(broadcasts.listed, visit.me.id, (), _LOOKED_AT, 0)
    is_back = not world.stopping["tarik_saja"].isdisjoint(spoken)
    there = [one for one in own if one.author_id == visit.me.id and (one.state == WITHDRAWN or not is_back)]
    found = [one for one in there if (rest or is_back) and meant.has_all(visit, one, rest)]
    if not known or not found or found[0].state not in _USABLE or found[0].thinned_at is not None:
        return False
    await _show(visit, found[0], known, [])
    return True


def _is_said(visit: Visit, text: str) -> bool:
    world, spoken = visit.office.catalog.world, key_of(text).split()
    known, led = world.of_results, spoken[:_LED]
    is_again = not known["pakai"].isdisjoint(led) and not known["lagi"].isdisjoint(led)
    at = next((n for n, (a, b) in enumerate(pairwise(spoken)) if a in known["dipakai"] and b in known["lagi"]), 0)
    if at:  # "pengumuman rapat yang malua kemarin mau saya pakai lagi untuk curio"
        is_again = is_again or at < len(spoken) - len(key_of(text[_address_at(visit, text) :]).split())
    return is_again and len(spoken) <= _LONGEST and not is_question(text, world, free=False)


def _address_at(visit: Visit, text: str) -> int:
    """Where the last word begins behind which somebody is named; 0 for none."""
    words = list(re.finditer(r"\S+", text))
    found = (one.start() for one in reversed(words) if key_of(one[0]) in visit.office.catalog.world.addressing)
    return next((at for at in found if addressed.in_words(visit, text[at:])), 0)


async def _meant(visit: Visit, topic: str) -> Broadcast | None:
    """The one that is named, else what stands opened, else the newest."""
    own = await visit.look_up(broadcasts.listed, visit.me.id, (), _LOOKED_AT, 0)
    there = [one for one in own if one.state in _USABLE and one.thinned_at is None and one.author_id == visit.me.id]
    opened = await meant.opened_one(visit)
    named = meant.named(visit, topic, there)
    return next((one for one in named or there if one.id == opened), next(iter(named or there), None))


async def _show(visit: Visit, one: Broadcast, known: dict[str, object], others: list[str]) -> None:
    html, left, when = one.message.html, list[str](), dict[str, Any]()
    for clause in (part.strip(" ,.;") for part in others):
        if (at := timed.told_in(visit, clause, sorts=("kirim", "suruh"))) is not None:  # "kirim senin depan jam 8"
            when = later(visit.office, at)
            continue
        html, is_done = _put_in(visit, html, clause)
        if not is_done and (at := timed.told_in(visit, clause, sorts=())) is not None:
            when, is_done = later(visit.office, at), True  # no hour stands in its text: that of sending
        left += [] if is_done or not clause else [clause]
    if left:
        visit.say("siaran_belum_diubah", kata=", ".join(left))
    await composing.draft_of(visit, one, readdressed.answers_with(visit, one, known), html, **when)


def _put_in(visit: Visit, html: str, clause: str) -> tuple[str, bool]:
    """A day and an hour each take the place of the only one that stands there; else what the clause puts right."""
    words = [word for word in clause.split() if key_of(word) not in visit.office.catalog.world.of_news["iringan"]]
    if not words or not all(timed.tells_time(visit, word) for word in words):
        found = rewording.put_right(visit, html, clause, is_meant=True, is_written=True)
        return (found.html, True) if found is not None and found.html else (html, False)
    turned = (" ".join([*words[at:], *words[:at]]) for at in range(min(len(words), _TURNED)))  # "minggu depan senin"
    when = next((at for each in turned if (at := timed.told_in(visit, each, sorts=())) is not None), None)
    for told in (show_day(when.date()), f"jam {when:%H.%M}") if when is not None else ():
        one = rewording.of_its_only(visit, html, told)
        if one is None:
            return html, False
        html = one.html
    return html, when is not None
