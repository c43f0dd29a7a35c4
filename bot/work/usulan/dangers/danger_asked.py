"""After despair or violence: whether a facilitator of the kecamatan may be told, and a way on for whenever the person
wants. Only a yes tells anybody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import in_short, key_of
from bot.core.usulan.danger import Case
from bot.core.usulan.danger_words import once, spoken_in, written
from bot.core.wilayah import KABUPATEN, KECAMATAN, hamlet_name, level_of
from bot.store.people import waiting
from bot.store.queues import dangers_told, notices
from bot.work import conversation
from bot.work.office import Office
from bot.work.saying.keyboard import Key, keyboard, press
from bot.work.usulan.dangers.agreeing import ANSWERS, NO, YES, agrees, answered, has_condition, is_put_off
from bot.work.usulan.dangers.alarms import HOUR, called
from bot.work.usulan.dangers.closed import APART
from bot.work.usulan.dangers.danger_told import VIOLENCE, Alert, has_agreed, is_marked, is_private, nearest, tell
from bot.work.usulan.dangers.placed import said_in
from bot.work.usulan.reader_choice import PRIVATE, READERS
from bot.work.visit import Visit

_QUOTED = 400  # characters
_SHORT = 60  # characters: likewise
_ROLES = READERS[1:]  # violence is told of so widely that nobody is found out


async def ask(
    visit: Visit,
    case: str,
    answers: Mapping[str, Any],
    subject: str,
    *,
    text: str,
    apart: bool = False,
    waits: bool = False,
    among: Any = None,
) -> None:
    """`subject`: for what a facilitator is told once. Where there is nobody to tell, only the way on is said. `text`:
    what was said; of whoever is threatened now it waits for a yes as well, and where they are is asked. `apart`: the
    words became nothing, unless they say that they are to be told. `waits`: it goes on with what waits, and may be that
    yes. `among`: whoever reads for all of this is asked about, wherever they are."""
    place, is_now = answers.get(KECAMATAN), waits or is_pressing(visit.office, text)
    place = among or await _other_reader_of(visit, waits=waits) or _named(visit, [text]) or place
    is_now |= case != VIOLENCE and not has_agreed(visit)
    words = [*await waiting_words(visit), text] if is_now else []
    if is_now:
        subject = conversation.draft_id(visit.heard_in)
        place = place or await _said_lately(visit, words)
        _let_wait(visit)
    wilayah, asked = str(place["code"]) if place else "", _asked_case(visit, case)
    offered = bool(answers.get(KECAMATAN) or _named(visit, words[:-1]))
    if waits and wilayah and asked is not None and any(agrees(visit, one, offered=offered) for one in words[1:][-2:]):
        await _tell(visit, asked, wilayah, subject, words)
        return
    readers = await nearest(visit, wilayah, _ROLES) if wilayah else []
    if readers:
        notices.remember(visit.turn, visit.me.id, notices.DANGER_ASKED, _about(wilayah, subject))
        kantor = level_of(wilayah) == KABUPATEN
        may_we = visit.text("bahaya.boleh_kabari", nama=readers[0][1], sekarang=is_now, kantor=kantor)
        _put(visit, may_we, [(visit.text("bahaya.tombol_ya"), press("g", "ya", case, wilayah, subject))], apart=apart)
    elif is_now and not wilayah:
        _put(visit, visit.text("bahaya.boleh_di_mana"), [], apart=apart)
    else:
        show_way_on(visit, apart=apart)


async def _said_lately(visit: Visit, words: Sequence[str]) -> Any:
    begins = visit.turn.real - HOUR.total_seconds()
    lately = await visit.look_up(waiting.typed_since, begins, visit.turn.lane, visit.turn.update_id)
    return _named(visit, [*lately, *words])


def _let_wait(visit: Visit) -> None:
    """These words wait for a yes, and it is known that they called."""
    notices.remember(visit.turn, visit.me.id, notices.DANGER_WAITS, str(visit.heard_in))
    visit.turn.remember(replace(visit.me, called_at=visit.now))


def _put(visit: Visit, may_we: str, yes: list[Key], *, apart: bool) -> None:
    keys = [[*yes, (visit.text("bahaya.tombol_jangan"), "g:jangan")], *_ways_on(visit, apart=apart)]
    visit.send(f"{may_we}\n\n{visit.text('bahaya.lanjut', terpisah=apart)}", keyboard(*keys))


async def offer_other(visit: Visit, case: str, text: str) -> bool:
    """ "Siapa itu Rustam? dia iparnya pacarku": who that is, and somebody else is offered."""
    offered = await visit.stands(YES)
    data = next((one for _, one in (offered.keys if offered is not None else ()) if one.startswith(YES)), "")
    wilayah, kabupaten = data.split(":")[3:4], visit.office.catalog.places.kabupaten
    readers = await nearest(visit, wilayah[0], _ROLES) if wilayah and wilayah[0] != kabupaten.code else []
    if not readers or spoken_in(readers[0][1]).isdisjoint(spoken_in(text)):
        return False
    others = [one for one in await nearest(visit, kabupaten.code, _ROLES) if one[0] != readers[0][0]]
    visit.say("bahaya.siapa_dia", nama=readers[0][1], tempat=visit.office.catalog.places.scope_name(wilayah[0]))
    if others:
        about = _about(kabupaten.code, conversation.draft_id(visit.heard_in))
        notices.remember(visit.turn, visit.me.id, notices.DANGER_ASKED, about)
    place = {"code": kabupaten.code, "name": kabupaten.name} if others else {"code": wilayah[0]}
    await ask(visit, case, {KECAMATAN: place}, "", text=text, apart=True, waits=True, among=place)
    return True


def _named(visit: Visit, words: Sequence[str]) -> Any:
    """The kecamatan that was said last."""
    places = (said_in(visit, one) for one in reversed(words))
    named = (one.values for one in places if one is not None and one.sure)
    return next((values[KECAMATAN] for values in named if KECAMATAN in values), None)


async def _other_reader_of(visit: Visit, *, waits: bool) -> Any:
    """Where somebody else was asked about than whoever reads there, it stays so."""
    async with visit.look() as connection:
        begins, me, kabupaten = visit.now - HOUR, visit.me.id, visit.office.catalog.places.kabupaten
        asked = await dangers_told.since(connection, begins, person_id=me, kind=notices.DANGER_ASKED) if waits else []
    is_other = any(one.startswith(f"{kabupaten.code}:") for one in asked)
    return {"code": kabupaten.code, "name": kabupaten.name} if is_other else None


def is_pressing(office: Office, text: str) -> bool:
    """Whether somebody is threatened now: they call, say so, or tell of a weapon or of who is before the door."""
    threats, danger, lower = office.plain("bahaya.kata_terancam").split(), office.catalog.danger, written(text)
    is_on = any(one in lower for one in office.plain("bahaya.kata_sedang_terjadi").split(" | "))
    is_now = is_on or danger.is_now(once(danger.lately).sub(" ", lower))
    return is_now or danger.calls(lower) or not spoken_in(text).isdisjoint(threats)


async def waiting_words(visit: Visit) -> list[str]:
    """What was said in the last hour and waits for a yes, in its own messages: the oldest first."""
    begins, me = visit.now - HOUR, visit.me.id
    async with visit.look() as connection:
        told = await dangers_told.since(connection, begins, person_id=me, kind=notices.DANGER_WAITS)
        said = [await waiting.words_in(connection, int(one), visit.turn.lane) for one in reversed(told)]
    return [one for one in said if one]


def show_way_on(visit: Visit, *, apart: bool) -> None:
    """Nothing of consent or forms: only that they may go on, and that these words may be told where they want it."""
    visit.say("bahaya.lanjut", keyboard(*_ways_on(visit, apart=apart)), terpisah=apart)


def _ways_on(visit: Visit, *, apart: bool) -> list[list[Key]]:
    bring = [[(visit.text("bahaya.tombol_sampaikan"), f"m:cerita:{visit.heard_in}")]] if apart else []
    return [[(visit.text("tombol_lanjutkan"), "m:lanjut")], *bring]


async def meant(visit: Visit, heard: Heard) -> str | None:
    """The data of the button, where nothing but a yes or a no is typed under the question whether somebody may know."""
    if not isinstance(heard, Typed):
        return None
    is_open = is_marked(visit)
    is_open |= any({PRIVATE, APART} & draft.state.get("about", {}).keys() for draft in visit.conversations.values())
    answer = "cerita" if _is_to_be_told(visit, heard.text) else answered(visit, heard.text) if is_open else None
    if answer is None and is_open and agrees(visit, heard.text) and not await waiting_words(visit):
        answer = "ya"  # else the words beside it are told as well
    if answer is None and not is_put_off(visit, heard.text):
        return None
    last = next(iter(await visit.letters()), None)
    if answer is None and last is not None and last.carries(NO):
        answer = "tidak"
    if answer == "ya" and has_condition(visit, heard.text) and await waiting_words(visit):
        return None  # it is told with the rest
    if answer not in ANSWERS:
        return None
    keys = [data for _, data in (last.keys if last is not None else ())]
    if answer == "tidak" and any(data.startswith(YES) for data in keys):
        return NO  # also where they had said so before
    found = next((data for data in keys if data.startswith(ANSWERS[answer])), None)
    return found or (await _offered_before(visit) if answer == "ya" else None)


async def _offered_before(visit: Visit) -> str | None:
    """The yes to what was offered within the hour and neither refused nor taken; a form that asks hears its own yes."""
    if has_agreed(visit) and conversation.open_conversation(visit) is not None:
        return None
    words = await waiting_words(visit)
    if not words or any(is_private(visit, case) for *_, case in await called(visit)):
        return None
    async with visit.look() as connection:
        begins, me = visit.now - HOUR, visit.me.id
        asked = await dangers_told.since(connection, begins, person_id=me, kind=notices.DANGER_ASKED)
    wilayah, _, subject = next(iter(asked), "").partition(":")
    return press("g", "ya", case_of(visit, words), wilayah, subject) if subject else None


def case_of(visit: Visit, words: Sequence[str]) -> str:
    """What is told of in them; violence, where they tell it no more."""
    found = (one.case.key for text in words for one in visit.office.catalog.danger.find(text) if one.case.is_asked)
    return next(found, VIOLENCE)


async def is_beside_call(visit: Visit, text: str) -> bool:
    """ "Sy di Boiya, jgn bilang suamiku": who is not to know, said with where they are or with a yes."""
    if not is_marked(visit):
        return False
    said, last = said_in(visit, text), next(iter(await visit.letters()), None)
    is_yes = answered(visit, text) == "ya" or (last is not None and last.carries(NO) and agrees(visit, text))
    return (said is not None and said.sure) or is_yes


def _is_to_be_told(visit: Visit, text: str) -> bool:
    """ "Mau saya sampaikan", "itu usulan saya": nothing but that."""
    deeds, around = (set(visit.text(f"bahaya.kata_{name}").split()) for name in ("sampaikan", "sekitar"))
    said = key_of(text).split() if len(text) < _SHORT else []
    return bool(deeds.intersection(said)) and deeds | around >= set(said)


async def agree(visit: Visit, case: str, wilayah: str, subject: str) -> None:
    """*Ya, kabari*: whoever was asked about this place says yes; a button of anybody else is worth nothing."""
    asked = _asked_case(visit, case)
    known = await visit.ask_once(notices.was_told, visit.me.id, notices.DANGER_ASKED, _about(wilayah, subject))
    if asked is None or not known:
        visit.stale()
        return
    asks = str(int(subject, 36))
    has_words = await visit.ask_once(notices.was_told, visit.me.id, notices.DANGER_WAITS, asks)  # as it was offered
    await _tell(visit, asked, wilayah, subject, await waiting_words(visit) if has_words else [])


def _asked_case(visit: Visit, key: str) -> Case | None:
    return next((one for one in visit.office.catalog.danger.cases if one.key == key and one.is_asked), None)


async def _tell(visit: Visit, asked: Case, wilayah: str, subject: str, said: Sequence[str]) -> None:
    """Who was named, and nobody else."""
    told_more = [one for one in said if visit.office.catalog.world.words.get(key_of(one)) != "ya"]
    name, words = visit.office.catalog.places.scope_name(wilayah), "; ".join(told_more)
    name = ", ".join([*_told_place(visit), name]) if words else name
    alert = Alert(asked, f"{subject}:{wilayah}", name, "", in_short(words, _QUOTED), calls=bool(words), said=words)
    told = await tell(visit, (await nearest(visit, wilayah, _ROLES))[:1], alert)
    if told:
        visit.turn.remember(replace(visit.me, called_at=visit.now))
    visit.say("bahaya.ya" if told else "bahaya.ya_tidak_ada", nama=told, sekarang=bool(words))


def _told_place(visit: Visit) -> list[str]:
    """What a form knows of where they are: whoever is to come has to find them."""
    draft = visit.conversations.get("usulan")
    answers = draft.state["answers"] if draft is not None else {}
    return [hamlet_name(answers[key]["value"]) for key in ("dusun", "desa") if key in answers]


async def refuse(visit: Visit) -> None:
    """*Jangan*: nobody is told, unless they think better of it."""
    async with visit.look() as connection:
        begins, me = visit.now - HOUR, visit.me.id
        asked = await dangers_told.since(connection, begins, person_id=me, kind=notices.DANGER_ASKED)
    for one in asked:
        dangers_told.take_back(visit.turn, notices.DANGER_ASKED, one)
    offered = await visit.stands(YES)
    yes = [data for _, data in (offered.keys if offered is not None else ()) if data.startswith(YES)]
    keys = keyboard(*[[(visit.text("bahaya.tombol_ya"), one)] for one in yes[:1]]) if yes else None
    visit.say("bahaya.jangan", keys)


def _about(wilayah: str, subject: str) -> str:
    """Says where and when, and not what of: what a person suffers stands in no list."""
    return f"{wilayah}:{subject}"
