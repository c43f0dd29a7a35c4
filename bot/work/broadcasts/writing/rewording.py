"""An announcement put right in words while it is written: "eh salah, bukan rabu tapi kamis". Its text changes at once,
old and new are shown; what cannot be changed cleanly is written anew."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.catalog.markup import visible
from bot.catalog.texts import as_html
from bot.core.broadcasts import standing
from bot.core.broadcasts.dated import Dates
from bot.core.broadcasts.deadlines import deadline_in, names_it
from bot.core.broadcasts.exchanging import Exchange, OtherWeekdayError, UnclearError
from bot.core.broadcasts.said import CORRECT, TIME
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer, State
from bot.core.forms.writing import key_of
from bot.core.spelt import either
from bot.core.understanding.times.days import show_day
from bot.core.understanding.times.moments import speaks_of_time
from bot.store.people import conversations
from bot.work import conversation
from bot.work.broadcasts.writing import hearing
from bot.work.visit import Visit

_LONGEST = 24  # words
_LEFT_OUT = {"part", "weekday", "minute", "year"}  # of a time; what is left out stays
WORDS, _WISH, _UNTIL = "pesan", "diminta", "batas"
#: What a form is about: the words that are to be written anew, as its answer has them.
OLD = "lama"


@dataclass(frozen=True, slots=True)
class Reworded:
    """`html`: as it is now; empty where what is wrong stands there but cannot be put right without harm, `is_weekday`:
    since the date is another weekday then. `left`: what was to be another, too, and is not."""

    html: str
    wrong: str
    right: str
    is_weekday: bool = False
    left: str = ""


def put_right(
    visit: Visit, html: str, text: str, *, is_meant: bool = False, is_written: bool = False
) -> Reworded | None:
    """None where these words put nothing of it right. `is_meant`: they are about this text; `is_written`: no text is
    asked for, so that an hour alone is that of this one. Of several things each is put right, or told to be left."""
    text = _without_what_stays(visit, text)
    if (found := _of_deadline(visit, html, text)) is not None:
        return found
    clauses = standing.clauses(text, visit.office.catalog.world) if len(text.split()) <= _LONGEST else []
    if clauses and (found := _several(visit, html, clauses)) is not None:
        return found
    one = _put_right(visit, html, text, is_meant=is_meant, is_written=is_written)
    return one or (_standing(visit, html, text) if is_meant and "?" not in text else None)


def _of_deadline(visit: Visit, html: str, text: str) -> Reworded | None:
    """ "Batasnya 15 januari": of several days that stand there the one by which it is to be done; its weekday goes with
    it."""
    world = visit.office.catalog.world
    asked, _ = conversation.asked(visit)
    is_it = names_it(text, world) and not (asked is not None and asked.key == _UNTIL)
    there, now = (deadline_in(each, world, visit.today) if is_it else None for each in (html, text))
    if there is None or now is None:
        return None
    wrong, right = html[slice(*there.told.span)], text[slice(*now.told.span)]
    if "weekday" in there.told.parts and "weekday" not in now.told.parts:
        right = f"{show_day(now.day).partition(',')[0]} {right}"
    try:
        return Reworded(_exchange(visit, html).carried_out([(wrong, right)]), wrong, right)
    except UnclearError as why:
        return Reworded("", wrong, right, isinstance(why, OtherWeekdayError))


def _without_what_stays(visit: Visit, text: str) -> str:
    """ "Ganti daptar jadi daftar, yang lain tetap"."""
    stays = either(visit.office.catalog.world.of_news["tetap"])
    return re.sub(rf"[\s,.;]*\b(?:{stays})\W*$", "", text, flags=re.IGNORECASE)


def _several(visit: Visit, html: str, clauses: Sequence[str]) -> Reworded | None:
    done, left = list[Reworded](), list[str]()
    for part in clauses:
        found = _put_right(visit, html, part, is_meant=True, is_written=True) or _standing(visit, html, part)
        if found is not None and found.html:
            done, html = [*done, found], found.html
        else:
            left.append(part)
    wrong, right = (
        (", ".join(told) for told in zip(*((one.wrong, one.right) for one in done), strict=True)) if done else ("", "")
    )
    return Reworded(html, wrong, right, left=", ".join(left)) if done else None


def _standing(visit: Visit, html: str, text: str) -> Reworded | None:
    """What stands there and is meant, though nothing is denied: "smp 1 jadi smp 2"."""
    exchange = _exchange(visit, html)
    pair = standing.pair_of(text, visible(html), visit.office.catalog.world, exchange.stands)
    if pair is None or not exchange.stands(pair[0]):
        return None
    try:
        return Reworded(exchange.carried_out([pair]), *pair)
    except UnclearError as why:
        return Reworded("", *pair, isinstance(why, OtherWeekdayError))


def exchanges(visit: Visit, html: str, text: str) -> bool:
    """ "Di tulisannya, daftar usulan jadi daftar hadir" is no text: what stands there is another of its kind now."""
    found = _standing(visit, html, text)
    alike = {*key_of(found.wrong).split()} & {*key_of(found.right).split()} if found is not None else set()
    return bool(alike) and found is not None and key_of(text).startswith(key_of(found.wrong))


def _put_right(visit: Visit, html: str, text: str, *, is_meant: bool, is_written: bool) -> Reworded | None:
    said, ear = hearing.said(visit, text), visit.office.catalog.ear
    tells_only = said is not None and not said.pairs and bool(said.when) and said.act in {TIME, CORRECT}
    if said is not None and tells_only and is_written and not said.is_sending:
        return of_its_only(visit, html, said.when)
    pairs = said.pairs if said is not None else ()
    if not pairs and (ear is None or "?" in text or len(text.split()) > _LONGEST or not ear.corrects(text)):
        return None
    pairs = pairs or ((ear.denied(text) if ear is not None else "", ""),)
    exchange = _exchange(visit, html)
    if not any(wrong and exchange.stands(wrong) for wrong, _ in pairs):
        is_elsewhere = any(letter.isdecimal() for wrong, _ in pairs for letter in wrong)
        return of_its_only(visit, html, text) if is_meant and not is_elsewhere else None
    wrong, right = (", ".join(one.strip(" .,") for one in told) for told in zip(*pairs, strict=True))
    try:
        return Reworded(exchange.carried_out(pairs), wrong, right)
    except UnclearError as why:
        is_weekday = isinstance(why, OtherWeekdayError)
        return of_its_only(visit, html, text) or Reworded("", wrong, right, is_weekday)


def _exchange(visit: Visit, html: str) -> Exchange:
    words = visit.office.catalog.world.spellings
    before_places = (*words.places.at, *visit.office.catalog.world.addressing)
    return Exchange(html, Dates(words.days, words.hours), visit.today, before_places, words.hours.half)


def of_its_only(visit: Visit, html: str, text: str) -> Reworded | None:
    """Only the right hour or date is told, "jamnya 8.30", "betulkan jadi 15 januari 2027": it takes the place of the
    only one that stands there."""
    words = visit.office.catalog.world.spellings
    dates = Dates(words.days, words.hours)
    told_in = re.sub(rf"\b({either(words.hours.clock)})nya\b", r"\1", text, flags=re.IGNORECASE)
    told = dates.within(told_in)
    there = [one for one in dates.within(html) if told and one.sort == told[0].sort]
    if len(told) != 1 or len(there) != 1 or not told[0].parts.keys() >= there[0].parts.keys() - _LEFT_OUT:
        return None
    wrong, right = html[slice(*there[0].span)], told_in[slice(*told[0].span)]
    try:
        return Reworded(_exchange(visit, html).carried_out([(wrong, right)]), wrong, right)
    except UnclearError:
        return None


def tells_several(visit: Visit, html: str, when: str) -> bool:
    """Whether more than one day or hour stands there, and one of them is told."""
    words = visit.office.catalog.world.spellings
    dates = Dates(words.days, words.hours)
    sorts = {one.sort for one in dates.within(when)}
    return len([one for one in dates.within(html) if one.sort in sorts]) > 1


def names_announcement(visit: Visit, text: str) -> bool:
    return not visit.office.catalog.world.announcements.isdisjoint(words_of(text))


def is_whole(html: str, text: str) -> bool:
    """Whether it has so much of the old words that it can only be the text as it is to be."""
    old = words_of(html)
    return bool(old) and 2 * len(old & words_of(text)) >= len(old)


def is_written_out(visit: Visit, html: str, text: str) -> bool:
    """Whether it is the text as it is to be, also with a "bukan" in it: it names what the old one begins with, and says
    of nothing that it is to change."""
    world = visit.office.catalog.world
    spoken = key_of(visible(html)).split()
    first = next((word for word in spoken if not speaks_of_time(world.spellings, word)), "")
    orders = {*world.of_news["keliru"], *world.of_news["ganti"], *world.stopping["mestinya"], "tapi"} - {*spoken}
    told = key_of(text).split()
    return is_whole(html, text) and first in told and told[0] != "bukan" and orders.isdisjoint(told)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", visible(text).lower()))


# --- while it is written ---------------------------------------------------------------------------------------------


async def heed(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """The words that were told already; the question that stands open is asked again."""
    draft = visit.conversations.get(before.flow)
    if not isinstance(heard, Typed) or draft is None:
        return False
    is_meant = bool(before.about.get(OLD)) or names_announcement(visit, heard.text)
    for key, part in ((WORDS, "html"), (_WISH, "text")):
        told = _told(before, key)
        html = str(told.value.get(part, "")) if told and told.value else ""
        found = put_right(visit, html, heard.text, is_meant=is_meant and key == WORDS) if html else None
        quotes = visit.office.catalog.world.of_news["menyangkal"] & words_of(heard.text) <= words_of(html)
        is_new = key == WORDS and (quotes or key not in before.answers) and is_written_out(visit, html, heard.text)
        if told is None or found is None or is_new:
            continue
        if found.html:
            state = before.give(key, Answer({**told.value, part: found.html}, (*told.messages, heard.message)))
            if found.html != html:
                say_changed(visit, found)
        else:
            state = before.forget([key])
            say_unclear(visit, str(told.value[part]), found)
        conversations.keep(visit.turn, replace(draft, state=state.to_json(), touched_at=visit.now))
        await conversation.resume(visit)
        return True
    return False


async def empty(visit: Visit, before: State, heard: Heard) -> bool:
    """ "Yang diminta dikosongkan saja": what may be left out is, by the words that leave it out where it is asked."""
    flow = visit.office.catalog.flows[before.flow]
    said = key_of(heard.text) if isinstance(heard, Typed) and before.flow in visit.conversations else ""
    for question in flow.questions:
        if not question.skips or question.key not in before.answers or not said:
            continue
        name = key_of(visit.text(f"form.{question.form or flow.key}.{question.key}.judul"))
        if name in said and said.replace(name, "", 1).strip() in question.skips:
            conversation.put_in(visit, before.skip(question.key))
            return await conversation.resume(visit)
    return False


def _told(state: State, key: str) -> Answer | None:
    """What was told, also where it is to be written anew: a correction is not the whole text."""
    old = Answer(state.about[OLD]) if key == WORDS and state.about.get(OLD) else None
    return state.answers.get(key) or state.before.get(key) or old


def say_changed(visit: Visit, found: Reworded) -> None:
    visit.say("siaran_kata_diubah", lama=found.wrong, baru=found.right, isi=as_html(found.html))
    say_left(visit, found)


def say_left(visit: Visit, found: Reworded) -> None:
    if found.left:
        visit.say("siaran_belum_diubah", kata=found.left)


def say_unclear(visit: Visit, html: str, found: Reworded | None = None) -> None:
    """Nothing is changed: it is written anew, with the old words before their eyes."""
    visit.say("siaran_tulis_ulang", isi=as_html(html), hari=found is not None and found.is_weekday)
