"""Whoever called is elsewhere: who was told of the wrong place hears it, who is near the right one reads the call."""

import re
from collections.abc import Sequence

from bot.core.forms.writing import key_of
from bot.core.spelt import either
from bot.core.wilayah import lies_in
from bot.store.people import conversations
from bot.store.queues import dangers_told
from bot.work import conversation
from bot.work.usulan.dangers import alarms, danger, danger_told, where
from bot.work.usulan.dangers.alarms import Alarm
from bot.work.usulan.dangers.calling import is_call
from bot.work.usulan.dangers.news import negates, puts_right
from bot.work.usulan.dangers.passed_on import pass_on
from bot.work.usulan.dangers.placed import FORM, Place, bare_in, said_in
from bot.work.visit import Visit


async def take(visit: Visit, text: str, told: Sequence[Alarm]) -> bool | None:
    """ "Salah ketik, bukan bangkala, boiya dusun palli": which one it is, or only which one it is not. None: neither;
    False: an open form hears it as well."""
    place = visit.office.catalog.places.find(told[0][1])
    is_denied = place is not None and negates(visit.office, text) and key_of(place.name) in key_of(text)
    said = bare_in(visit, text) or said_in(visit, text, asked=is_denied or puts_right(visit.office, text))
    if said is not None and said.sure and is_elsewhere(said, told):
        return await tell_there(visit, said, told, text)
    if said is not None and said.sure and "dusun" in said.values and (is_denied or negates(visit.office, text)):
        await alarms.put_right(visit, told, danger_told.wilayah_of(said.values), danger_told.shown(said.values))
        return None
    if is_denied:
        await _ask_anew(visit, told[0], text)
    return is_denied or None


def is_elsewhere(said: Place, told: Sequence[Alarm]) -> bool:
    wilayah = danger_told.wilayah_of(said.values)
    return not said.sure or not any(lies_in(one[1], wilayah) for one in told)


async def _called_before(visit: Visit, told: Alarm) -> list[str]:
    """Without the place that was wrong."""
    call = await visit.look_up(dangers_told.call, told[0])
    place, spelt = visit.office.catalog.places.find(told[1]), visit.office.catalog.world.spellings.places
    fronts = either((*spelt.at, *spelt.desa, *spelt.kecamatan))
    name = rf"\b(?:(?:{fronts})\s+)*{re.escape(place.name)}\b" if place is not None else r"(?!)"
    marks = either(
        (*visit.office.plain("bahaya.kata_ke_arah").split(), *visit.office.plain("bahaya.kata_patokan").split())
    )
    river = rf"(?P<mark>\b(?:{marks})\s+\w*\s*)?{name}"  # "di sungai Mata Allo" stays
    cut = re.compile(river, re.IGNORECASE)
    said = cut.sub(lambda at: at[0] if at["mark"] else "…", call.said) if call is not None else ""
    return [one for one in said.split("\n") if one]


async def _ask_anew(visit: Visit, told: Alarm, text: str) -> None:
    """It is not there: the call stays, climbs while nobody knows where it is, and goes whole to whoever is near."""
    subject, called = conversation.draft_id(visit.turn.update_id), await _called_before(visit, told)
    words = "\n".join([*called, text])
    visit.say("bahaya.bukan_di_situ")
    await alarms.retract(visit, [told], "")
    if not danger_told.is_private(visit, told[2]):
        danger_told.await_place(visit, subject, danger.named(visit, told[2]).case, words)
    where.ask(visit, words, subject, None, told[2])


async def tell_there(visit: Visit, said: Place, told: Sequence[Alarm], text: str, *, is_edit: bool = False) -> bool:
    """Whoever is near the right place reads all that was called, the right words first, and those who were told of the
    wrong one that it was. An open usulan hears it as well: its place may be wrong, too."""
    if danger_told.is_private(visit, told[0][2]):  # nobody else may be told
        return await pass_on(visit, text, told)
    found, earlier = [danger.named(visit, told[0][2])], await _called_before(visit, told[0])
    earlier = earlier[1:] if is_edit and is_call(visit, text) else earlier  # the changed message calls itself
    quoted = danger_told.words_of("\n".join([text, *earlier]))
    await where.tell(visit, said.values, conversation.draft_id(visit.turn.update_id), found, quoted=quoted)
    visit.turn.known[alarms.MOVED] = True
    if FORM in visit.conversations:
        conversations.end(visit.turn, FORM)
    return conversation.open_conversation(visit) is None
