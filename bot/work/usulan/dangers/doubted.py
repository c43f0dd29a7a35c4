"""What may be a call for help: whom to call is said at once, and it is asked whether it is one; it becomes no answer,
story or wish before that."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.correcting.said_to_go import may_take_out
from bot.core.forms.heard import Heard, Typed, words_of
from bot.core.forms.writing import key_of
from bot.core.understanding.wished import is_wished
from bot.core.usulan.danger import Found
from bot.core.usulan.danger_words import spoken_in
from bot.store.people import waiting
from bot.store.queues import said
from bot.work import conversation
from bot.work.office import Office
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import alarms, cries, danger, danger_told, where
from bot.work.usulan.dangers.calling import is_call
from bot.work.usulan.dangers.news import denies, is_test
from bot.work.usulan.dangers.passed_on import pass_on
from bot.work.usulan.dangers.placed import said_in
from bot.work.usulan.dangers.worse import is_worse
from bot.work.visit import Visit

_YES, _FORM, _STORY = "g:tolong:", "m:masuk:", "m:cerita:"


async def ask(visit: Visit, heard: Heard) -> bool:
    """Whoever has a role here reports. While an alarm lasts these words go to whoever was told."""
    if not isinstance(heard, Typed) or visit.grants:
        return False
    text, draft = heard.text, conversation.open_conversation(visit)
    found, is_answer = _found_in(visit.office, text), draft is not None
    if not found or where.awaits(draft) or (is_answer and not visit.office.catalog.danger.doubted(text)):
        return False  # where it is asked they have called already
    if _puts_right(visit.office, text, found, is_answer=is_answer):
        return False
    if told := await alarms.lasting(visit):
        return await pass_on(visit, text, told)
    _ask(visit, found[0], visit.turn.update_id)
    return True


def _puts_right(office: Office, text: str, found: Sequence[Found], *, is_answer: bool) -> bool:
    """ "Yang anak2 terjebak itu hapus", while a form asks; and "bukan dua belas meter tapi empat belas", of which only
    examples sound like danger and no word of it."""
    world, ear = office.catalog.world, office.catalog.world.ear
    if office.catalog.danger.calls(text):
        return False
    is_guessed = not any(one.word for one in found)
    if may_take_out(world, text):
        return is_answer or is_guessed
    return is_guessed and ear is not None and ear.corrects(text) == "sure" and bool(ear.denied(text))


def _ask(visit: Visit, one: Found, update: int) -> None:
    visit.turn.remember(replace(visit.me, called_at=visit.now))  # what they say next may be of it
    visit.say("bahaya.ragu", _keys(visit, update), hubungi=danger_told.numbers(one.case.contacts))


def _found_in(office: Office, text: str) -> Sequence[Found]:
    """Nothing where it is one; where nothing else is asked also few words alone."""
    words = office.catalog.danger
    is_known = not is_test(office, text) and any(one.case.life and not one.mild for one in words.find(text))
    return () if is_known else words.doubted(text) or words.alone(text)


def _of_first(office: Office, text: str) -> list[Found]:
    return [*_found_in(office, text)] or danger.called(office, text)


def _keys(visit: Visit, update: int) -> dict[str, Any]:
    draft = conversation.open_conversation(visit)
    yes = (visit.text("bahaya.tombol_tolong"), press("g", "tolong", update))
    if draft is not None:
        return keyboard([yes], [(visit.text("tombol.ini_jawaban"), press("m", "masuk", update, draft.draft))])
    return keyboard([yes], [(visit.text("bahaya.tombol_bukan_tolong"), press("m", "cerita", update))])


async def meant(visit: Visit, heard: Heard) -> str | None:
    """The data of the button, where a yes or a no is typed right below it."""
    words = visit.office.catalog.world.words
    answer = words.get(key_of(heard.text)) if isinstance(heard, Typed) else None
    if answer is None and isinstance(heard, Typed) and denies(visit.office, heard.text):
        answer = "tidak"
    fronts = {"ya": (_YES,), "tidak": (_FORM, _STORY)}
    last = next(iter(await visit.letters()), None) if answer in fronts else None
    keys = [data for _, data in (last.keys if last is not None else ())]
    if answer not in fronts or not any(one.startswith(_YES) for one in keys):
        return None
    return next((one for one in keys if one.startswith(fronts[answer])), None)


async def _card_above(visit: Visit) -> said.Said | None:
    """Before the consent, which stands below it, within the hour."""
    at = visit.me.called_at
    if danger_told.has_agreed(visit) or visit.conversations or at is None or visit.now - at > alarms.HOUR:
        return None
    if await alarms.lasting(visit) or await alarms.passed(visit):
        return None
    return await visit.look_up(said.carrying, visit.turn.lane, _YES)


async def goes_on(visit: Visit, heard: Heard) -> bool:
    """ "Iya cepat pak", "kilo 3 jalan poros Boiya", right below it: a yes in any words, where, or more of it makes a
    call of the first words and these; before the consent whatever is no plain no is asked about again."""
    if not isinstance(heard, Typed) or visit.grants or not danger_told.is_marked(visit):
        return False
    last, card = next(iter(await visit.letters()), None), await _card_above(visit)
    yes = next((data for one in (last, card) if one is not None for _, data in one.keys if data.startswith(_YES)), "")
    is_below_consent = last is not None and not last.carries(_YES)
    if not yes or _denies(visit, heard.text):
        await let_go(visit, yes or _YES)
        return False
    if is_below_consent and visit.office.catalog.world.words.get(key_of(heard.text)):
        return False  # a yes to the consent
    first = await visit.look_up(waiting.words_in, int(yes.removeprefix(_YES)), visit.turn.lane)
    found = danger.called(visit.office, heard.text) or _of_first(visit.office, first)
    if not found or (not (is_on := _is_on(visit, heard.text)) and danger_told.has_agreed(visit)):
        return False
    if not is_on or _hopes(visit, heard.text):
        _ask(visit, found[0], int(yes.removeprefix(_YES)))
        return True
    told = visit.office.catalog.danger
    only_agrees = spoken_in(heard.text) <= told.polite | told.urging | visit.office.catalog.world.nodding
    words = first if only_agrees else f"{first}; {heard.text}"
    places = [said_in(visit, heard.text, asked=True), said_in(visit, first)]
    place = next((one for one in places if one is not None and one.sure), places[0] or places[1])
    await cries.call(visit, words, place, [replace(found[0], doubtful=False)])
    return True


async def let_go(visit: Visit, card: str) -> None:
    """It was none: "di tuncung" is no answer to this card any more."""
    shown = await visit.look_up(said.carrying, visit.turn.lane, card)
    if card != _YES and shown is not None:
        visit.turn.remember(replace(visit.me, called_at=None))


def _denies(visit: Visit, text: str) -> bool:
    """A no ahead, and nothing of danger behind it ("tidak bisa napas"); or that it is over."""
    told, said = visit.office.catalog.danger, key_of(text).split()
    if told.is_over(text) or denies(visit.office, text):
        return True
    no = {*visit.office.plain("bahaya.kata_ingkar").split(), *visit.office.catalog.world.spellings.places.negated}
    is_no = bool(said) and (said[0] in no or visit.office.catalog.world.words.get(said[0]) == "tidak")
    return is_no and not (_tells_danger(visit, told.without_calls(text)) or said_in(visit, text, asked=True))


def _is_on(visit: Visit, text: str) -> bool:
    told, said = visit.office.catalog.danger, key_of(text).split()
    agrees = visit.office.catalog.world.words.get(said[0]) == "ya" if said else False
    is_said = agrees or not spoken_in(text).isdisjoint(told.urging) or _tells_danger(visit, text)
    return is_said or said_in(visit, text, asked=True) is not None


def _hopes(visit: Visit, text: str) -> bool:
    """ "Ya dikeruk itu", while it is asked what is hoped for: it may be either, and nobody is rung by it."""
    asked, _ = conversation.asked(visit)
    is_asked = asked is not None and getattr(asked.params, "wish", False)
    told = visit.office.catalog.danger
    return bool(is_asked) and is_wished(text, visit.office.catalog.world) and spoken_in(text).isdisjoint(told.urging)


def _tells_danger(visit: Visit, text: str) -> bool:
    lasts = is_worse(visit.office, text) or visit.office.catalog.danger.is_said_since(text)
    return lasts or bool(_found_in(visit.office, text)) or is_call(visit, text)


async def confirm(visit: Visit, told: Heard) -> None:
    """*Ya, minta tolong*: it is a call."""
    words = words_of(told)
    found = [replace(one, doubtful=False) for one in _of_first(visit.office, words)]
    if found:
        await cries.call(visit, words, said_in(visit, words), found[:1])
    else:
        visit.stale()
