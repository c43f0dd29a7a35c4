"""What may be a call for help: whom to call is said at once, and it is asked whether it is one; it becomes no answer,
story or wish before that."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.correcting.said_to_go import may_take_out
from bot.core.forms.heard import Heard, Typed, words_of
from bot.core.forms.writing import key_of
from bot.core.usulan.danger import Found
from bot.work import conversation
from bot.work.office import Office
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import alarms, cries
from bot.work.usulan.dangers.news import denies
from bot.work.usulan.dangers.passed_on import pass_on
from bot.work.usulan.dangers.placed import said_in
from bot.work.visit import Visit

_YES, _FORM, _STORY = "g:tolong:", "m:masuk:", "m:cerita:"


async def ask(visit: Visit, heard: Heard) -> bool:
    """Whoever has a role here reports. While an alarm lasts these words go to whoever was told."""
    if not isinstance(heard, Typed) or visit.grants:
        return False
    text, is_answer = heard.text, conversation.open_conversation(visit) is not None
    found = _found_in(visit.office, text)
    if not found or (is_answer and not visit.office.catalog.danger.doubted(text)):
        return False
    if is_answer and may_take_out(visit.office.catalog.world, text) and not visit.office.catalog.danger.calls(text):
        return False  # "yang anak2 terjebak itu hapus"
    if told := await alarms.lasting(visit):
        return await pass_on(visit, text, told)
    call = [{"nama": one.name, "nomor": one.number} for one in found[0].case.contacts]
    visit.say("bahaya.ragu", _keys(visit), hubungi=call)
    return True


def _found_in(office: Office, text: str) -> Sequence[Found]:
    """Nothing where it is one; where nothing else is asked also few words alone."""
    words = office.catalog.danger
    is_known = any(one.case.life and not one.mild for one in words.find(text))
    return () if is_known else words.doubted(text) or words.alone(text)


def _keys(visit: Visit) -> dict[str, Any]:
    draft, update = conversation.open_conversation(visit), visit.turn.update_id
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


async def confirm(visit: Visit, told: Heard) -> None:
    """*Ya, minta tolong*: it is a call."""
    words = words_of(told)
    found = [replace(one, doubtful=False) for one in _found_in(visit.office, words)]
    if found:
        await cries.call(visit, words, said_in(visit, words), found[:1])
    else:
        visit.stale()
