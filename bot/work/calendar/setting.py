"""Setting a date: the form with what there is to think of, and what follows from *Simpan*."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow.interpreter import Flow, advance, record
from bot.core.flow.scene import REVIEW, look
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer, State
from bot.core.forms.world import World
from bot.core.forms.writing import in_short
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.wilayah import DESA, KECAMATAN
from bot.store.calendar.occasions import Occasion, Taken
from bot.store.people import conversations
from bot.work import conversation
from bot.work.calendar import announcing, at_once, beside_one, elsewhere, moving, reasons, several, stated
from bot.work.calendar.corrected import corrected, is_dropped, is_shown
from bot.work.calendar.permitted import FORM, at_home, fitted, may_set, meetings, world_of
from bot.work.calendar.turned import put_straight
from bot.work.calendar.typed import kinds_in, names_meeting, read_typed
from bot.work.calendar.venue_words import put_bare, venue_told
from bot.work.calendar.wishes import Wish, findings, standing, wish_of
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import date_of
from bot.work.tasks import planning
from bot.work.visit import Journey, Take, Visit

#: Answers that somebody may have given before they tell all of it in one line.
_PLACES = frozenset({"tingkat", KECAMATAN, DESA})
_DAYS = frozenset({"waktu", "tanggal"})
#: A day that was told where something else is still asked, and the message that told it.
_LATER = "hari"
#: Another meeting that was told meanwhile, with its message.
_OTHER, _SHOWN = "lain", 100
#: Words that may be the place, or the name of another meeting.
_DOUBTED = "tempat_ragu"


async def world_for(visit: Visit, known: Mapping[str, Any]) -> World:
    """What the form looks at when it begins with these answers."""
    return await _thought_over(visit, world_of(visit.office, visit.grants, visit.now), known)


async def _thought_over(visit: Visit, world: World, answers: Mapping[str, Any]) -> World:
    wish = wish_of(visit.office, answers)
    return world if wish is None else world.but(findings=tuple(await findings(visit, wish)))


async def ask(
    visit: Visit,
    known: Mapping[str, Any] | None = None,
    heard: Typed | None = None,
    later: Typed | None = None,
    before: State | None = None,
    others: Typed | None = None,
) -> None:
    """From the first question on that is not answered yet. `later`: the answer to "which day?", once that is asked.
    `before`: what is asked anew; the other meeting that waits in it waits on. `others`: told with it."""
    known = at_home(visit.office, visit.grants) if known is None else known
    about = {_OTHER: before.about[_OTHER]} if before is not None and _OTHER in before.about else {}
    about |= {_OTHER: [others.text, others.message]} if others is not None else {}
    about |= {_LATER: [later.text, later.message]} if later is not None else {}
    conversation.start(visit, JOURNEY, known, world=await world_for(visit, known), heard=heard, about=about)


async def begin(visit: Visit, heard: Typed, answered: Mapping[str, Any] | None = None, *, sure: bool = False) -> bool:
    """What was said in one line is not asked again. False when it names no meeting, unless it is `sure` that one is to
    be set: then it is asked which. Another village is not taken for one's own. Of several the first; the others follow
    when it is saved."""
    dates, others = several.dates_in(visit, heard.text), None
    whole = [at_once.read_whole(visit, one) for one in dates]
    if dates and all(at_once.is_whole(visit, one) for one in whole):
        conversations.end(visit.turn, FORM)
        await at_once.offer(visit, whole)
        return True
    if dates:
        visit.say("jadwal_beberapa", jumlah=len(dates))
        heard, others = replace(heard, text=dates[0]), replace(heard, text="\n".join(dates[1:]))
    told = read_typed(visit, heard.text, answered, sure=sure)
    if told.elsewhere:
        visit.say("jadwal_bukan_wewenang")
        return True
    if told.known:
        now, later = (replace(heard, text=words) if words else None for words in (told.rest, told.later))
        await ask(visit, told.known, now, later, others=others)
    return bool(told.known)


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """Whoever tells all of it where only the first of it is asked is understood as behind `/jadwal`; a place that is
    told with the day is not asked for again."""
    answered = {key: answer.value for key, answer in before.answers.items()}
    if not isinstance(heard, Typed):
        return False
    if _OTHER not in before.about and await beside_one.are_several(visit, answered, heard):
        return True
    if _is_another(visit, answered, heard):
        return await _put_by(visit, before, replace(heard, text=at_once.in_full(visit, answered, heard.text)))
    if await _may_be_another(visit, before, heard) or await beside_one.is_for_more(visit, answered, heard):
        return True
    if await _puts_right(visit, before, answered, heard):
        return True
    if not before.answers.keys() <= _PLACES:
        if "macam" in answered:
            is_put = await _takes_place(visit, before, answered, heard)
            return is_put or await put_bare(visit, before, step, heard)
        return step.state.answers == before.answers and await _takes_kind(visit, before, answered, heard)
    told = read_typed(visit, heard.text, answered)
    tells_more = told.elsewhere or bool(told.rest or told.later) or not told.known.keys() <= _PLACES | {"macam"}
    return tells_more and await begin(visit, heard, answered)


def _is_another(visit: Visit, answered: Mapping[str, Any], heard: Typed) -> bool:
    """A whole sentence about another meeting, or one of another place, and its day: "baraka tgl 11 februari jam 9
    juga"."""
    if "macam" not in answered or not stated.is_date(visit, at_once.in_full(visit, answered, heard.text)):
        return False
    text = at_once.in_full(visit, answered, heard.text)
    told = read_typed(visit, text).known
    kinds = kinds_in(meetings(visit.office, visit.grants), text)
    elsewhere = any(told[key] != answered[key] for key in (KECAMATAN, DESA) if key in told and key in answered)
    return elsewhere or bool(kinds and answered["macam"]["value"] not in kinds)


async def _may_be_another(visit: Visit, before: State, heard: Typed) -> bool:
    """The name of a meeting where it is asked where this one is held: said once more, or with *Itu tempatnya*, it is
    the place after all."""
    scene = look(JOURNEY.fit(visit, visit.office.catalog.flows[FORM]), before, visit.office.world(visit.now))
    asks_place = scene.asked is not None and scene.asked.key == "tempat"
    is_again = before.about.get(_DOUBTED, [""])[0] == heard.text
    if not asks_place or is_again or not names_meeting(visit, heard.text):
        return False
    conversation.put_in(visit, replace(before, about={**before.about, _DOUBTED: [heard.text, heard.message]}))
    keys = [(visit.text(f"tombol_jadwal_{verb}"), f"j:{verb}") for verb in ("itu_tempatnya", "itu_pertemuan")]
    visit.say("jadwal_tempat_atau_pertemuan", keyboard(*([key] for key in keys)), kata=in_short(heard.text, _SHOWN))
    return True


def _doubted(visit: Visit) -> tuple[State, Typed] | None:
    draft = visit.conversations.get(FORM)
    state = State.from_json(draft.state) if draft is not None else None
    told = state.about.get(_DOUBTED) if state is not None else None
    return (state, Typed(*told)) if state is not None and told else None


async def is_place(visit: Visit) -> None:
    """*Itu tempatnya*."""
    found = _doubted(visit)
    if found is None:
        visit.stale()
        return
    state, heard = found
    conversation.put_in(visit, state.give("tempat", Answer({"text": " ".join(heard.text.split())}, (heard.message,))))
    await conversation.resume(visit)


async def is_meeting(visit: Visit) -> None:
    """*Pertemuan lain*: it has its turn when this one is saved."""
    found = _doubted(visit)
    if found is None or not await _put_by(visit, *found):
        visit.stale()


async def _put_by(visit: Visit, before: State, heard: Typed) -> bool:
    """It begins when this one is saved, behind those that wait already; this one is asked on."""
    waiting = before.about.get(_OTHER, [""])[0]
    text = f"{waiting}\n{heard.text}".strip()
    conversation.put_in(visit, replace(before, about={**before.about, _OTHER: [text, heard.message]}))
    visit.say("jadwal_pertemuan_lain", kata=in_short(heard.text, _SHOWN))
    return await conversation.resume(visit)


async def _puts_right(visit: Visit, before: State, answered: dict[str, Any], heard: Typed) -> bool:
    """Words in place of the buttons under what is shown; where the last of it is still asked, only what says that
    something was wrong."""
    ear, shown = visit.office.catalog.world.ear, is_shown(visit, before)
    if shown and is_dropped(visit, heard):
        conversation.cancel(visit)
        visit.say("jadwal_tidak_jadi")
        await begin_other(visit, before)
        return True
    says_wrong = "macam" in answered and (
        (ear is not None and bool(ear.corrects(heard.text)))
        or (not answered.keys().isdisjoint(_DAYS) and reasons.tells_day_alone(visit, heard.text))
    )
    told = corrected(visit, answered, heard.text) if shown or says_wrong else None
    if told is None or not (shown or told.names & {KECAMATAN, DESA, *_DAYS}):
        return False
    known: dict[str, Any] = {**dict.fromkeys(before.skipped), **told.known}
    await ask(visit, known, replace(heard, text=told.again) if told.again else None, before=before)
    return True


async def _takes_kind(visit: Visit, before: State, answered: Mapping[str, Any], heard: Typed) -> bool:
    """ "Musrenbang desa ji, kan sudah kubilang", where the day was told and it is asked of which meeting."""
    told = read_typed(visit, heard.text, answered)
    if "macam" in told.known:
        later = before.about.get(_LATER)
        await ask(visit, told.known, Typed(*later) if later else None, before=before)
    return "macam" in told.known


async def _takes_place(visit: Visit, before: State, answered: Mapping[str, Any], heard: Typed) -> bool:
    """Where the day of a meeting is asked; where its place is asked, with another day beside it."""
    if "tempat" in answered:
        return False
    straight = put_straight(visit, heard.text)
    venue, rest = venue_told(visit, straight, [visit.office.catalog.places.kabupaten.code])
    if venue and not rest and straight != heard.text:  # it turned round in its middle
        await ask(visit, {**answered, "tempat": {"text": venue}}, before=before)
        return True
    spellings, is_told = visit.office.catalog.world.spellings, not answered.keys().isdisjoint(_DAYS)
    if not venue or not rest or (is_told and not all(speaks_of_time(spellings, word) for word in rest.split())):
        return False
    if not is_told and await beside_one.takes_hour(visit, before, replace(heard, text=rest), venue):
        return True
    known = {key: value for key, value in answered.items() if key not in _DAYS}
    await ask(visit, {**known, "tempat": {"text": venue}}, replace(heard, text=rest), before=before)
    return True


async def look_around(visit: Visit, flow: Flow, state: State, step: Take) -> Step:
    """A step of the form, and the one that follows from a day which was told before it was asked for; before the review
    card, what there is to think of is looked up."""
    world = world_of(visit.office, visit.grants, visit.now)
    done = _with_day(flow, step(world), world)
    scene = look(flow, done.state, world)
    if done.ended or scene.target != REVIEW:
        return done
    world = await _thought_over(visit, world, scene.values)
    return _with_day(flow, step(world), world)


def _with_day(flow: Flow, done: Step, world: World) -> Step:
    told = done.state.about.get(_LATER)
    if not told or done.ended or look(flow, done.state, world).target not in _DAYS:
        return done
    about = {key: value for key, value in done.state.about.items() if key != _LATER}
    return advance(flow, replace(done.state, about=about), Typed(*told), world)


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """*Simpan*: the date stands, with its tasks; where one stands already it is offered to be moved."""
    wish = wish_of(visit.office, record(flow, state))
    if wish is None or not may_set(visit.office, visit.grants, wish.kind.key, wish.wilayah):
        visit.say("jadwal_bukan_wewenang")
        return
    there = await standing(visit, wish)
    if there is None:
        one = planning.new_occasion(
            visit.office, wish.kind.key, wish.wilayah, wish.at, visit.now, visit.me.id, wish.about, wish.place
        )
        async with visit.ask() as connection:
            try:
                planned = await planning.hold(visit.round(connection), one)
            except Taken:
                there = await standing(visit, wish)
            else:
                await announcing.say_set(visit, connection, planned)
                return
    if there is not None:
        await _change(visit, there, wish)


async def _change(visit: Visit, there: Occasion, wish: Wish) -> None:
    """Another day is asked about, on the same day another place; of both the day comes first."""
    is_elsewhere = bool(wish.place) and wish.place != there.place
    if there.starts_at != wish.at:
        if is_elsewhere:
            visit.say("jadwal_tempat_sesudahnya", tempat=wish.place)
        await moving.ask_why(visit, there, wish.at, stands=True)
    elif is_elsewhere:
        await elsewhere.offer(visit, there, wish.place)
    else:
        visit.say("jadwal_tetap", hari=date_of(visit.office, there))


async def finish_and_go_on(visit: Visit, flow: Flow, state: State) -> None:
    """Then the meeting that was told meanwhile."""
    await finish(visit, flow, state)
    await begin_other(visit, state)


async def begin_other(visit: Visit, state: State) -> None:
    """It is none of what was saved, or given up."""
    other = state.about.get(_OTHER)
    if other is not None:
        await begin(visit, Typed(*other))


JOURNEY = Journey(FORM, finish_and_go_on, fit=fitted, look=look_around, heed=heed, dropped=begin_other, nudged=True)
