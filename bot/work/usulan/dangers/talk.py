"""Whoever called for help and those who were told read each other's words, but no number, nor the caller's name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core.forms.heard import Heard, Sent, Typed, words_of
from bot.store.people import waiting
from bot.store.queues import notices
from bot.work import conversation
from bot.work.usulan.dangers import alarms, answered, danger_told, ended, pointed, reader_words, reported, whose
from bot.work.usulan.dangers.calling import is_cry
from bot.work.usulan.dangers.news import STILL, is_moved, news_of, puts_right
from bot.work.usulan.dangers.passed_on import AFTER, OVER, pass_on
from bot.work.usulan.dangers.placed import said_in
from bot.work.usulan.dangers.worse import is_worse
from bot.work.visit import Visit

_ANSWERED, _TO_READERS, _UNDER_OURS, _WHOSE = "g:absen:", "g:aman:", "g:lewat:", "g:kata:"
_TO_CALLER = ("g:datang:", _ANSWERED, _WHOSE)
_LONGEST, _SHORT = 40, 14  # words; words that may be anything


async def take(visit: Visit, heard: Heard, under: Sequence[str] | None = None, *, surely: bool = True) -> bool:
    """Whether it answers a letter about danger: `under` are the buttons of the one that is replied to; else it is typed
    right below. `surely`: nobody else has looked at these words yet."""
    if isinstance(heard, Sent):
        is_report = surely and under is None and await reported.take_surely(visit, heard)
        return is_report or (bool(visit.grants) and await _show_caller(visit, heard, under))
    if not isinstance(heard, Typed) or len(heard.text.split()) > _LONGEST:
        return False
    if surely and under is None and await reported.take_surely(visit, heard):
        return True
    if under is None and not _may_answer(visit, heard.text):
        return False
    if surely and visit.grants and await _tells_end(visit, heard, under):
        return True
    above = _carried(under) if under is not None else await _right_above(visit)
    data = above or await _newest(visit, heard.text, any_words=not surely)
    if under is None and data.startswith(_TO_CALLER) and reader_words.reports(visit.office, heard.text):
        return await reported.take(visit, heard)
    if not data or not (under is not None or await _is_meant(visit, heard, data, surely=surely)):
        return False
    about = data.split(":", 2)[2]
    points = not surely and await _points(visit, heard)
    if not (above or surely or points):  # nobody else has understood them
        await whose.ask(visit, heard.text, visit.turn.update_id)
        return True
    if data.startswith(_TO_CALLER):
        return await _say_to_meant(visit, about, heard, data, under)
    return await _say_to_readers(visit, about, heard, is_ours=data.startswith(_UNDER_OURS))


async def _tells_end(visit: Visit, heard: Typed, under: Sequence[str] | None) -> bool:
    """Of a call that is open, or of what they report."""
    if await ended.take(visit, heard.text, _carried(under or ())):
        return True
    is_open = under is not None or conversation.open_conversation(visit) is not None or await whose.standing(visit)
    return not is_open and await reported.take_end(visit, heard)


def _may_answer(visit: Visit, text: str) -> bool:
    """Right below a letter, or later: no word of a reader's about their other work, unless it keeps them away."""
    if visit.grants:
        return not reader_words.is_other_work(visit.office, text) or reader_words.cannot_come(visit.office, text)
    return danger_told.is_marked(visit)


async def _say_to_readers(visit: Visit, about: str, heard: Typed, *, is_ours: bool) -> bool:
    """`is_ours`: below what we said ourselves, where after an hour it may be of something else."""
    told = await alarms.mine(visit, about, alarms.HOUR if is_ours else alarms.LONG)
    if told and visit.grants and await reported.take_elsewhere(visit, heard, told[0]):
        return True
    if not told:
        past = [one for one in await alarms.passed(visit) if one[0] == about]
        if is_worse(visit.office, heard.text, anew=True):
            return False  # a call of its own
        return bool(past) and await pass_on(visit, heard.text, past, AFTER)
    news = await news_of(visit, heard.text)
    if news == OVER:
        return await pass_on(visit, heard.text, await alarms.lasting(visit, alarms.LONG), OVER)
    is_plain = not news and conversation.open_conversation(visit) is not None
    return await pass_on(visit, heard.text, told, urges=news == STILL, is_plain=is_plain)


async def _show_caller(visit: Visit, heard: Sent, under: Sequence[str] | None) -> bool:
    """A voice or a picture below such a letter, where no form may ask for one."""
    if not alarms.can_show(heard) or (under is None and conversation.open_conversation(visit) is not None):
        return False
    if under is None and reader_words.is_other_work(visit.office, heard.caption or ""):
        return False
    data = _carried(under) if under is not None else await _right_above(visit)
    return data.startswith(_TO_CALLER) and await _say_to_meant(visit, data.split(":", 2)[2], heard, data, under)


async def _say_to_meant(visit: Visit, about: str, heard: Typed | Sent, data: str, under: Sequence[str] | None) -> bool:
    if data.startswith(_WHOSE):
        return await _sort_out(visit, about, heard)
    if under is not None:
        return await answered.say_to(visit, about, heard)
    found = await whose.meant(visit, words_of(heard), about, answered=data.startswith(_ANSWERED))
    return not found or await say_to_all(visit, found, heard)


async def _sort_out(visit: Visit, asked: str, heard: Typed | Sent) -> bool:
    """ "Yang dinding": for whom is what it was asked about; other words stand for themselves, and it waits on."""
    about, _, shown = asked.rpartition(":")
    found = await whose.meant(visit, words_of(heard), about, answered=False)
    rest = await whose.besides(visit, words_of(heard), next(iter(found))) if found else None
    update = 0
    if rest is not None and isinstance(heard, Typed):
        update = await whose.asked_before(visit, heard.text, int(shown))
        whole = "; ".join(filter(None, (await visit.look_up(waiting.words_in, update, visit.turn.lane), rest)))
        heard = replace(heard, text=whole, html="")
    told = bool(found) and await say_to_all(visit, found, heard)
    if told:
        await whose.sorted_out(visit, update)
    return told or not found


async def say_to_chosen(visit: Visit, heard: Typed | Sent, about: str = "") -> bool:
    """By the button of who it is for; without one *Semuanya*."""
    found = [about] if about else [one[0] for one in await whose.standing(visit)]
    told = await say_to_all(visit, dict.fromkeys(found, words_of(heard)), heard)
    await whose.sorted_out(visit, visit.heard_in)
    return told


async def say_to_all(visit: Visit, found: Mapping[str, str], heard: Typed | Sent) -> bool:
    """`found`: with the words that tell what is done there; all of them are read everywhere."""
    if len(found) == 1:
        return await answered.say_to(visit, next(iter(found)), heard)
    if isinstance(heard, Typed):
        heard = replace(heard, text=await whose.without_names(visit, heard.text, [*found]), html="")
    told = [one for one, part in found.items() if await answered.say_to(visit, one, heard, part=part)]
    if told:
        names = "; ".join([await whose.name_of(visit, one) for one in told])
        visit.say("bahaya.disampaikan_semua", danger_told.keys_to_caller(visit, told[0]), jumlah=len(told), siapa=names)
        await conversation.resume(visit)
    return bool(told)


async def _right_above(visit: Visit) -> str:
    """What a reader was told of longer ago is answered below its own letter: their work since is nobody's business."""
    data = next((data for one in await visit.letters() if (data := _carried([key for _, key in one.keys]))), "")
    if not data.startswith(_TO_CALLER):
        return data
    about = data.split(":", 2)[2]
    return data if any(about.startswith(subject) for subject, *_ in await alarms.fresh(visit)) else ""


async def _newest(visit: Visit, text: str, *, any_words: bool) -> str:
    """For a reader the alarm that came last, whatever else was said since, where the words may be meant for it."""
    may_be = bool(visit.grants) and (any_words or bool(reader_words.meant(visit.office, text)))
    told = await alarms.lasting(visit, alarms.HOUR, notices.DANGER) if may_be else []
    return f"{_TO_CALLER[0]}{told[0][0]}" if told else ""


def _carried(keys: Sequence[str]) -> str:
    return next((data for data in keys if data.startswith((*_TO_CALLER, _TO_READERS, _UNDER_OURS))), "")


async def _is_meant(visit: Visit, heard: Typed, data: str, *, surely: bool) -> bool:
    """What a reader says to somebody in danger; and an answer to that, where a form asks for something else."""
    if not surely:
        return _may_be_meant(visit, heard)
    is_open, is_short = conversation.open_conversation(visit) is not None, len(heard.text.split()) <= _SHORT
    if data.startswith(_TO_CALLER):
        below = await _right_above(visit) == data
        is_free = not is_open or (is_short and (below or await _promises_beside(visit, heard)))
        meant = reader_words.meant(visit.office, heard.text, below=below)
        return is_free and (bool(meant) or await _points(visit, heard))
    is_there = puts_right(visit.office, heard.text) and said_in(visit, heard.text, asked=True) is not None
    if is_there or is_cry(visit.office, heard.text) or is_moved(visit.office, heard.text):
        return False
    if data.startswith(_TO_READERS):  # "jawab saja di bawah ini"
        return True
    if not is_open or not is_short:
        return False
    return conversation.asks_for_any_words(visit) or not await conversation.takes(visit, heard)


async def _promises_beside(visit: Visit, heard: Typed) -> bool:
    """ "Siap meluncur", "belum bisa ke sana", while a form asks for anything but a story, or a choice that this is."""
    question, _ = conversation.asked(visit)
    if reader_words.meant(visit.office, heard.text) not in reader_words.DEEDS or conversation.asks_for_any_words(visit):
        return False
    chooses = question is None or hasattr(question.params, "options")
    return not (chooses and await conversation.takes(visit, heard))


async def _points(visit: Visit, heard: Typed) -> bool:
    """ "Ke mobil dulu ka, baru ke ular": to one of several who wait."""
    is_of_work = reader_words.is_of_office(visit.office, heard.text) or len(heard.text.split()) > _SHORT
    may_point = not is_of_work and pointed.marked(visit.office, heard.text)  # a name may be anybody's
    return bool(may_point and await whose.pointed_at(visit, heard.text, await whose.standing(visit)))


def _may_be_meant(visit: Visit, heard: Typed) -> bool:
    """With nothing else that hears it: no act, and no story of what was or may come."""
    danger, is_short = visit.office.catalog.danger, len(heard.text.split()) <= _SHORT
    tells = any(one.mild for one in danger.find(heard.text)) or danger.is_supposed(heard.text)
    return is_short and not tells and not visit.acts(heard.text, "idle").done
