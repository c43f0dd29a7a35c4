"""Somebody calls for help, whatever is asked just then and where nothing is: whom to call comes at once, whoever is
near is told, and the words are no answer, no story and no wish."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import chain

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import in_short
from bot.core.understanding.where.told_places import Found as Place
from bot.core.understanding.where.told_places import found_in
from bot.core.understanding.wished import is_wished, wish_in
from bot.core.usulan.danger import Found
from bot.core.wilayah import hamlet_name
from bot.store.people import conversations, people
from bot.store.queues import dangers_told, notices
from bot.work import conversation
from bot.work.usulan.dangers import danger, danger_told
from bot.work.visit import Visit

_FORM = "usulan"
_STILL, _QUOTED = timedelta(days=2), 200  # so long it is still told on; characters
_OVER = "reda"
_LONGEST = 14  # words; what is longer tells a story as well


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether somebody calls for help, or tells of what they called for that it has passed, or is elsewhere."""
    if not isinstance(heard, Typed) or len(heard.text.split()) > _LONGEST:
        return False
    return await _told_on(visit, heard) or await _called(visit, heard)


async def _called(visit: Visit, heard: Typed) -> bool:
    """Where no place is known it is asked for, and who is near is told once it is answered."""
    found = [one for one in visit.office.catalog.danger.find(heard.text) if one.case.tell == "desa" and not one.mild]
    if not any(one.cried for one in found) or _wishes(visit, heard.text):
        return False
    draft = conversation.open_conversation(visit)
    answers = {key: one["value"] for key, one in draft.state["answers"].items()} if draft is not None else {}
    is_asked = draft is not None and draft.flow == _FORM
    place = answers if answers.get("kecamatan") or is_asked else visit.me.place or {}
    subject = draft.draft if draft is not None else conversation.draft_id(visit.turn.update_id)
    guessed = place is not answers
    told = {one.case.key: await danger.tell(visit, place, subject, one, heard.text, guessed=guessed) for one in found}
    asks = not any(told.values()) and not place.get("desa")
    danger.say_whom_to_call(visit, found, told, where=asks and (is_asked or draft is None))
    if asks and draft is None:
        conversation.start(visit, visit.journeys[_FORM], about={danger.CRIED: heard.text})
    elif draft is not None:
        about = {**draft.state.get("about", {}), **({danger.CRIED: heard.text} if asks and is_asked else {})}
        conversations.keep(visit.turn, replace(draft, state={**draft.state, "about": about}, touched_at=visit.now))
        await conversation.resume(visit)
    return True


def _wishes(visit: Visit, text: str) -> bool:
    """ "Tanahnya makin turun, minta talud": "tolong" alone is no wish."""
    told, world = visit.office.catalog.danger.without_calls(text), visit.office.catalog.world
    return is_wished(told, world) or bool(wish_in(told, world))


async def _told_on(visit: Visit, heard: Typed) -> bool:
    catalog = visit.office.catalog
    draft, is_over = conversation.open_conversation(visit), catalog.danger.is_over(heard.text)
    news = _OVER if is_over else "susulan" if catalog.danger.is_said_since(heard.text) else ""
    negated = catalog.world.spellings.places.negated
    if not news and (draft is not None or not any(word in negated for word in heard.text.lower().split())):
        return False
    async with visit.ask() as connection:
        lately = partial(dangers_told.since, connection, visit.now - _STILL, person_id=visit.me.id)
        said = await lately(kind=notices.DANGER_SAID)
        over = await lately(kind=notices.DANGER_OVER) if said and news else {}
    lasts = [subject for subject in said if subject not in over]
    told = [(subject, *danger_told.told_where(visit.office, subject)) for subject in lasts]
    told = [one for one in told if one[1]]
    if news:
        return bool(told) and await _pass_on(visit, heard, news, [subject for subject, *_ in told], told[0][1])
    elsewhere = found_in(heard.text, catalog.world) if told else None
    return elsewhere is not None and elsewhere.sure and await _say_where(visit, heard, elsewhere, *told[0])


async def _pass_on(visit: Visit, heard: Typed, news: str, subjects: Sequence[str], wilayah: str) -> bool:
    """`news`: that it has passed, or how it goes on; in their own words, to whoever was told."""
    async with visit.ask() as connection:
        ids = [await dangers_told.told_of(connection, one) for one in subjects]
        readers = [await people.named(connection, one) for one in dict.fromkeys(chain.from_iterable(ids))]
    place, quoted = visit.office.catalog.places.scope_name(wilayah), in_short(heard.text, _QUOTED)
    known = [one for one in readers if one is not None]
    for one in known:
        visit.tell(one.address, one.id, visit.text(f"bahaya.kabar_{news}", tempat=place, kutipan=quoted))
    for subject in subjects if news == _OVER else ():
        notices.remember(visit.turn, visit.me.id, notices.DANGER_OVER, subject)
    visit.say(f"bahaya.{news}", nama=known[0].name if known else "")
    await conversation.resume(visit)
    return True


async def _say_where(visit: Visit, heard: Typed, place: Place, subject: str, _wilayah: str, case: str) -> bool:
    """Whoever is near the right place reads it as well."""
    one = next((each for each in visit.office.catalog.danger.cases if each.key == case), None)
    if one is None:
        return False
    told = Found(one, visit.text(f"bahaya.nama_{case}"), mild=False)
    name = await danger.tell(visit, place.values, subject.partition(":")[0], told, heard.text)
    if name:
        visit.say("bahaya.pindah", nama=name, tempat=hamlet_name(place.values.get("desa") or place.values["kecamatan"]))
    return bool(name)
