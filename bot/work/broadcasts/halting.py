"""An officer says in words that an announcement must stop. What can still be held is held at once, and only that is
meant where there is any; what is out is asked about before it is taken back; of the rest the buttons are shown."""

import re
from collections.abc import Collection, Sequence
from datetime import timedelta
from itertools import pairwise

from bot.core.broadcasts.asking import asks
from bot.core.broadcasts.dated import Dates, near_days
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.reasoned import before_reason
from bot.core.forms.writing import key_of
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import PAUSED, RUNNING, SENT_STATES, WAITING, WITHDRAWN, Broadcast
from bot.work.access import allowed, command
from bot.work.answering import naming
from bot.work.broadcasts import meant, pages
from bot.work.broadcasts.under_way import steering, wording
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.broadcasts.writing import composing, hearing, ordered, readdressed, timed
from bot.work.broadcasts.writing.composed import FORM, audience_of
from bot.work.broadcasts.writing.fitting import fitted
from bot.work.broadcasts.writing.guessed import hour_in
from bot.work.people.first_words import told_in as told_again
from bot.work.saying.keyboard import Key, keyboard
from bot.work.visit import Visit

_LONGEST, _HASTY = 12, 6  # words; of whoever only wants it not to leave yet
#: What leaves within this time is held without a question.
_SOON, _A_MINUTE = timedelta(minutes=5), timedelta(minutes=1)
_LIVE = (WAITING, RUNNING, PAUSED)
_CLAUSE, _FIRST = re.compile(r"[,.;\n]+"), "dulu"
#: What holds one, by its state; the others are opened.
_HOLDS, _HELD = {WAITING: "urung", RUNNING: "jeda"}, "a:teruskan:"


async def heed(visit: Visit, heard: Typed | Sent) -> bool:
    """False when it is something else, or when there is nothing to stop."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    if not is_to_stop(visit, heard):
        return await _hold_back(visit, heard.text) or await _chooses_another(visit, heard.text)
    there = meant.near(visit, heard.text, await meant.those_out(visit), await meant.opened_one(visit))
    pool = _still_held(visit, heard.text, there) or there
    is_last = any(_says(visit, heard.text, sort) for sort in ("salah_alamat", "barusan"))
    gone = [] if meant.named(visit, heard.text, pool) else await meant.taken_back(visit, heard.text)
    found = gone[:1] or await meant.found(visit, heard.text, pool, is_last=is_last and len(pool) == len(there))
    if found and _takes_it_back(visit, heard.text):
        await steering.keep(visit, found[0].id)
        return True
    if len(found) > 1:
        visit.say("siaran_yang_mana", keyboard(*_to_choose(visit, found, is_live=len(pool) < len(there))))
    elif found:
        await _stop(visit, found[0], heard.text)
    return bool(found)


async def heed_order(visit: Visit, heard: Typed) -> bool:
    """ "Batalkan yang jam 8", "tidak jadi yang bawa laptop itu, batalkan": no hour and no words change by that."""
    world, spoken = visit.office.catalog.world, key_of(heard.text).split()
    denies, turns = world.of_news["menyangkal"], world.of_news["ganti"] | {"bukan", "tapi"}
    turns |= {word for a, word in pairwise(("", *spoken)) if word in world.of_news["jadi"] and a not in denies}
    is_order = (
        len(spoken) > 1 and turns.isdisjoint(spoken) and not world.withdrawing.isdisjoint(spoken[:: len(spoken) - 1])
    )
    return is_order and await heed(visit, heard)


async def turns_round(visit: Visit, heard: Typed) -> bool:
    """ "Tarik yg blangko, kirim ke curio saja": it orders no new one, with "tarik yg blangko" as its text."""
    is_it = allowed(command("siaran"), visit.grants) and _says(visit, heard.text, "tarik_saja")
    is_new = is_it and ordered.beginning(visit, heard.text)
    return is_it and not is_new and bool(readdressed.meant_in(visit, heard.text)) and await heed(visit, heard)


async def _hold_back(visit: Visit, text: str) -> bool:
    """ "Tunggu dulu", "cancel": enough in the minute before one leaves, right below what says so."""
    if len(text.split()) > _HASTY or not _says(visit, text, "segera"):
        return False
    opened = await meant.opened_one(visit)
    leaving = (one for one in await meant.those_out(visit) if one.state == WAITING and _leaves_soon(visit, one))
    one = next((one for one in leaving if one.id == opened), None)
    if one is not None:
        await _undo(visit, one, text)
    return one is not None


async def _undo(visit: Visit, one: Broadcast, text: str) -> None:
    """ "Salah kecamatan, harusnya Anggeraja": and it goes to those."""
    await steering.undo(visit, one.id)
    if known := readdressed.meant_in(visit, text):
        await readdressed.put(visit, one.id, known)


def is_to_stop(visit: Visit, heard: Typed) -> bool:
    text, words, known = heard.text, key_of(heard.text), visit.office.catalog.world.halting
    is_of_phone = not visit.office.catalog.world.ending["blokir"].isdisjoint(words.split())
    is_short = len(words.split()) <= _LONGEST or bool(
        _says(visit, text, "tarik_saja") and readdressed.meant_in(visit, text)
    )
    known = (*known, *visit.office.catalog.world.stopping["tak_usah_kirim"], *_of_them(visit, words))
    is_other = is_of_phone or naming.may_name(visit.office, text)  # "batalkan RKPD Maiwa 1": of an usulan
    return bool(known) and not is_other and is_short and meant.holds(words, known)


def _of_them(visit: Visit, words: str) -> frozenset[str]:
    """ "Siaran … dibatalkan": where an announcement is spoken of; a meeting may be off without any."""
    world = visit.office.catalog.world
    return world.stopping["pasif"] if not world.announcements.isdisjoint(words.split()) else frozenset()


def _still_held(visit: Visit, text: str, there: Sequence[Broadcast]) -> list[Broadcast]:
    """What can still be cancelled, where that is what is wanted: what leaves at the hour that is told; empty where one
    that is out is named, or went to the wrong ones and nothing leaves just now."""
    if not _says(visit, text, "urung") or _says(visit, text, "tarik_saja"):
        return []
    if planned := [one for one in there if one.state == WAITING and _leaves_at(visit, one, text)]:
        return planned
    named, is_wrong = meant.named(visit, text, there), _says(visit, text, "salah_alamat")
    live = [one for one in there if one.state in _LIVE and (not is_wrong or _leaves_soon(visit, one))]
    return live if not named or any(one.state in _LIVE for one in named) else []


def _takes_it_back(visit: Visit, text: str) -> bool:
    """ "Batal eh jangan, biar mi", "jangan ditarik", and of no sending. "Batalkan, camatnya tidak ada" only says why: a
    "not" is of the order before the word that stops it, or behind it with nothing else in the same clause."""
    world, order = visit.office.catalog.world, before_reason(text, visit.office.catalog.world)
    sends, spoken = world.of_news["kirim"] | world.sent_at["kirim"] | {"jadi"}, key_of(order).split()
    denies = world.stopping["biarkan"]
    last = max((at for at, word in enumerate(spoken) if word in denies), default=None)
    if last is None or not sends.isdisjoint(spoken[last:]):
        return False
    stops, is_stopped = world.withdrawing | {*world.halting} | world.stopping["urung"], False
    for clause in _CLAUSE.split(order):
        words = re.findall(r"[\w-]+", key_of(clause))
        if any(
            _is_left(visit, words[at + 1 :], stops, is_stopped=is_stopped or not stops.isdisjoint(words[:at]))
            for at, word in enumerate(words)
            if word in denies
        ):
            return True
        is_stopped = is_stopped or not stops.isdisjoint(words)
    return False


def _is_left(visit: Visit, behind: Sequence[str], stops: Collection[str], *, is_stopped: bool) -> bool:
    """`behind`: the "not", in its clause. "Jangan dulu" alone holds it back, and leaves nothing."""
    world = visit.office.catalog.world
    small = world.of_news["iringan"] | world.stopping["biarkan"] | world.stopping["sebut"] | world.oneself
    at = next((at for at, word in enumerate(behind) if word in stops), None)
    if at is not None:
        return small.issuperset(behind[:at])
    return is_stopped and small.issuperset(behind) and _FIRST not in behind


def _says(visit: Visit, text: str, sort: str) -> bool:
    return meant.holds(key_of(text), visit.office.catalog.world.stopping[sort])


def _to_choose(visit: Visit, found: Sequence[Broadcast], *, is_live: bool) -> list[list[tuple[str, str]]]:
    verbs = _HOLDS if is_live else {}
    return [row for one in found for row in meant.keys(visit, [one], verbs.get(one.state, "lihat"))]


async def _stop(visit: Visit, one: Broadcast, text: str) -> None:
    undoes, withdraws = _says(visit, text, "urung"), _says(visit, text, "tarik_saja")
    is_opened = one.id == await meant.opened_one(visit)
    is_asked = asks(text, visit.office.catalog.world)
    if one.state == WAITING and (undoes or withdraws):
        is_sure = (
            _leaves_soon(visit, one)
            or await _is_agreed(visit, one, text)
            or (not is_asked and _says_only_that(visit, one, text, is_opened=is_opened))
        )
        await (_undo(visit, one, text) if is_sure else steering.ask_undo(visit, one.id))
    elif one.state == RUNNING and undoes and not withdraws and not is_asked:
        await steering.pause(visit, one.id)
    elif one.state in SENT_STATES and (withdraws or is_opened or _says(visit, text, "salah_alamat")):
        await steering.ask_withdraw(visit, one.id, *_then(visit, one, text))
    else:
        visit.say("siaran_yang_ini", awal=beginning_of(one))
        await pages.show_one(visit, one.id)


async def _is_agreed(visit: Visit, one: Broadcast, text: str) -> bool:
    """ "Batalkan karena camatnya tidak bisa", where that was just asked of this one."""
    known = visit.office.catalog.world
    words = re.findall(r"\w+", key_of(before_reason(text, known)))
    at = next((at for at, word in enumerate(words) if word in known.withdrawing), None)
    is_order = at is not None and known.stopping["biarkan"].isdisjoint(words[:at])  # "tidak jadi batalkan karena …"
    is_order = is_order or _says(visit, text, "tak_usah_kirim")
    return is_order and not asks(text, known) and await meant.asked_about(visit) == one.id


def _then(visit: Visit, one: Broadcast, text: str) -> list[Key]:
    """ "Tarik lalu kirim ke curio": to whom it is to go instead."""
    known = readdressed.meant_in(visit, text)
    if not known:
        return []
    flow = fitted(visit, visit.office.catalog.flows[FORM])
    untuk = wording.whom(visit.office, audience_of(visit.office, flow, readdressed.answers_with(visit, one, known)))
    return [(visit.text("tombol_siaran_tarik_ke", untuk=untuk), f"a:tarik_ke:{one.id}:{visit.turn.update_id}")]


async def withdraw_and_show(visit: Visit, broadcast_id: int, update_id: int) -> None:
    """*Tarik, lalu contohnya untuk …*, as these words had told."""
    await steering.withdraw(visit, broadcast_id)
    said = await told_again(visit, update_id)
    one = await visit.look_up(broadcasts.one, broadcast_id)
    if one is not None and one.state == WITHDRAWN and one.author_id == visit.me.id:
        known = readdressed.meant_in(visit, str(said.get("text", ""))) if said else {}
        await composing.draft_of(visit, one, readdressed.answers_with(visit, one, known), one.message.html)


def _says_only_that(visit: Visit, one: Broadcast, text: str, *, is_opened: bool) -> bool:
    """Of one that leaves much later: which it is, and nothing else. "Batal besok" may be the meeting."""
    world = visit.office.catalog.world
    if timed.tells_time(visit, text) or not (is_opened or meant.named(visit, text, [one])):
        return False
    said = hearing.said(visit, text)
    beside = world.beside_halting | world.oneself | world.of_news["iringan"] | set(" ".join(world.halting).split())
    return (said is not None and bool(said.whom)) or meant.words_in(text) <= beside | meant.topic_of(visit, one)


def _leaves_at(visit: Visit, one: Broadcast, text: str) -> bool:
    """ "Batalkan yang besok jam 8", "yang besok pagi tidak usah, batalkan"."""
    if (at := one.starts_at or one.next_at) is None:
        return False
    day, spelt = visit.office.local(at).date(), visit.office.catalog.world.spellings
    if (told := hour_in(visit, text, day)) is not None:
        return abs(told - at) < _A_MINUTE
    return any(day in near_days(each, visit.today) for each in Dates(spelt.days, spelt.hours).within(text))


def _leaves_soon(visit: Visit, one: Broadcast) -> bool:
    return one.next_at is not None and one.next_at <= visit.now + _SOON


async def _chooses_another(visit: Visit, text: str) -> bool:
    """ "Bukan yang itu, yang bedah rumah", where it was asked whether one is to be taken back, or one was held."""
    asked, said = await meant.asked_about(visit), hearing.said(visit, text)
    if asked is None and await visit.stands(_HELD) is not None:
        asked = await meant.opened_one(visit)
    found = await meant.others_named(visit, text, asked) if asked is not None and not (said and said.when) else []
    if len(found) == 1:
        await steering.ask_withdraw(visit, found[0].id)
    elif found:
        visit.say("siaran_yang_mana", keyboard(*meant.keys(visit, found, "tarik")))
    return bool(found)
