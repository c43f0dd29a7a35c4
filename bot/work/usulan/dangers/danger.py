"""Danger and complaints: whoever tells of one is answered first with whom to call.

Whatever endangers others now is told to a facilitator at once, who learns the place and the word, never the name or the
story: it may not be sent yet, and be about somebody near. The words are read only where they call, or the place is a
guess. Despair and violence are told of only when the person says yes, and complaints to nobody.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.core.forms.heard import Heard, Pressed, Typed, words_of
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.forms.writing import in_short
from bot.core.records import Conversation
from bot.core.usulan.danger import Contact, Found
from bot.store.people import conversations
from bot.work import conversation
from bot.work.office import Office
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.dangers import alarms, apart, closed, danger_asked, danger_told, first_aid, other_person
from bot.work.usulan.dangers.closed import texts, told_apart
from bot.work.usulan.dangers.news import without_taken_back
from bot.work.usulan.dangers.placed import LONGEST, named_in
from bot.work.usulan.reader_choice import READERS
from bot.work.visit import Visit

#: By this name a draft keeps of which dangers and complaints it was said whom to call.
_WARNED = "diingatkan"
_QUOTED = 400  # characters of what somebody called: all of it


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """What was said in a draft, before its own answer is said; the answer is taken all the same. A facilitator is told
    as soon as the place is known. True: it was despair or violence, after which nothing is asked."""
    answers = {key: answer.value for key, answer in step.state.answers.items()}
    earlier = [*texts({key: answer.value for key, answer in before.answers.items()}), told_apart(before)]
    fresh = without_taken_back(visit.office, words_of(heard), earlier, _new(visit.office, words_of(heard), earlier))
    fresh = await alarms.still(visit, fresh) if visit.turn.query_id is not None else fresh  # "bukan darurat, usulan"
    found, waiting = _unwarned(before, fresh or _agreed_to(visit, heard, step)), _waiting(step.state.to_json())
    late = await _late(visit, before, step, [*texts(answers), *waiting])
    late = [one for one in late if one.case.key not in {each.case.key for each in found}]  # each once
    told = {one.case.key: await tell(visit, answers, before.draft, one, words_of(heard)) for one in [*found, *late]}
    is_apart = _is_hurt(found) and not apart.was_asked_for(visit, before)
    kept, where = bool(step.changed) and not is_apart, _nobody_knows_where(visit, answers, told)
    say_whom_to_call(visit, found, told, kept=kept, where=where, text=words_of(heard))
    if late and waiting:
        await _say_who_knows(visit, answers, next(filter(None, told.values()), ""), late[0])
    if _is_hurt(found) or ("desa" not in before.answers and _is_hurt(late)):
        await danger_asked.ask(
            visit, _first_hurt([*found, *late]), answers, before.draft, text=words_of(heard), apart=is_apart
        )
    if is_apart:
        await apart.leave_out(visit, before, heard, step.state.answers)
    elif _is_hurt(found):
        closed.keep(visit, before, heard, step, private=any(one.case.private for one in found))
    if _is_hurt(found):
        return True
    _warn(visit, step, found)
    if closed.is_story(step) and _is_hurt(_urgent(visit.office, texts({"cerita": answers["cerita"]}))):
        closed.mark(visit, step)
    return await _heed_more(visit, before, heard, step)


async def _late(visit: Visit, before: State, step: Step, told: Iterable[str]) -> list[Found]:
    """What was said before its place was known. Those who were told of another place hear that it was a mistake."""
    is_new = "desa" in step.changed and alarms.MOVED not in visit.turn.known
    late = await alarms.still(visit, _urgent(visit.office, told)) if is_new else []
    if late and "desa" in before.answers:
        place = {key: answer.value for key, answer in step.state.answers.items()}
        await alarms.retract(visit, await alarms.lasting(visit), danger_told.wilayah_of(place))
    return late


async def _say_who_knows(visit: Visit, place: Mapping[str, Any], name: str, one: Found) -> None:
    """Whoever told of it before their place was known hears it."""
    wilayah = danger_told.wilayah_of(place)
    near = await danger_told.nearest(visit, wilayah, READERS)
    name = await alarms.who_knows(visit, wilayah, one.case.key, name, near)
    visit.say("bahaya.pindah", nama=name, tempat=visit.office.catalog.places.scope_name(wilayah))


def _waiting(state: Mapping[str, Any]) -> list[str]:
    """What was said before the first question, while it is asked whether that is the story."""
    first = state.get("pending", {}).get("first", {}).get("answers", {})
    return texts({key: one["value"] for key, one in first.items()})


def tells_no_more(office: Office, draft: Conversation) -> bool:
    """Whether it holds nothing but a few words of what may cost lives: nobody is asked after that."""
    told = [*texts({key: one["value"] for key, one in draft.state.get("answers", {}).items()}), *_waiting(draft.state)]
    return bool(told) and all(office.catalog.danger.is_urgent(one) and len(one.split()) <= LONGEST for one in told)


def is_urgent_in(visit: Visit, draft: Conversation) -> bool:
    """Whether this draft was answered for what may cost lives now."""
    warned = draft.state.get("about", {}).get(_WARNED, ())
    return any(one.life and one.key in warned for one in visit.office.catalog.danger.cases)


def named(visit: Visit, key: str) -> Found:
    """That danger, of which only the kind is known."""
    case = next(one for one in visit.office.catalog.danger.cases if one.key == key)
    return Found(case, visit.text(f"bahaya.nama_{key}"), mild=False)


def called(office: Office, text: str) -> list[Found]:
    """Of what facilitators are told at once."""
    told = [one for one in _urgent(office, [text]) if one.case.is_told] or [*office.catalog.danger.in_call(text)]
    return told or other_person.hurt_in(office, text)


def _agreed_to(visit: Visit, heard: Heard, step: Step) -> list[Found]:
    """What is complained of in words before the consent, which a yes made the story: of a danger it was told then."""
    if not isinstance(heard, Pressed) or not closed.is_story(step):
        return []
    story = str(step.state.answers[closed.STORY].value.get("text", ""))
    return [one for one in _new(visit.office, story, ()) if not (one.case.life or one.case.is_asked)]


async def _heed_more(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """What tells on of violence is where the rest of it is: in the usulan, or nowhere; something else is none of it."""
    if isinstance(heard, Typed) and before.flow in visit.conversations and closed.tells_of_other(visit, before, heard):
        closed.part(visit, before, heard)
        return await conversation.resume(visit, Words("bahaya.dipisah"))
    if not apart.goes_on(visit, before, heard, step):
        goes_on = closed.goes_on(visit, before, heard, step)
        return goes_on and await conversation.resume(visit, Words("bahaya.ditambahkan"))
    if apart.asks_for_story(visit, before):
        closed.mark(visit, step)
        return False
    danger_asked.show_way_on(visit, apart=True)
    await apart.leave_out(visit, before, heard, step.state.answers)
    return True


def _unwarned(before: State, found: Iterable[Found]) -> list[Found]:
    """Without what this draft was answered for, also where the words of it are nowhere kept."""
    warned = set(before.about.get(_WARNED, ()))
    return [one for one in found if one.case.is_asked or not {one.case.key, _mark(one)} & warned]


def _mark(one: Found) -> str:
    return f"{one.case.key}_pelan" if one.mild else one.case.key


def _warn(visit: Visit, step: Step, found: Iterable[Found]) -> None:
    draft, new = visit.conversations.get(step.state.flow), list(map(_mark, found))
    if draft is None or not new:
        return
    about = draft.state.get("about", {})
    told = {**draft.state, "about": {**about, _WARNED: [*about.get(_WARNED, ()), *new]}}
    conversations.keep(visit.turn, replace(draft, state=told))


async def heed_alone(visit: Visit, heard: Heard) -> bool:
    """What was said to nobody's question: the place is the one of last time, if there was one; who is told of others
    reports, and rings nobody. True as in `heed`."""
    found, reports = _new(visit.office, words_of(heard), ()), any(one.role in READERS for one in visit.grants)
    place, subject = visit.me.place or {}, conversation.draft_id(visit.turn.update_id)
    rings = [] if reports else found
    told = {one.case.key: await tell(visit, place, subject, one, words_of(heard), guessed=True) for one in rings}
    say_whom_to_call(visit, found, told, where=_nobody_knows_where(visit, place, told), text=words_of(heard))
    if _is_hurt(found):
        await danger_asked.ask(visit, _first_hurt(found), place, subject, text=words_of(heard), apart=True)
    return _is_hurt(found)


def _nobody_knows_where(visit: Visit, place: Mapping[str, Any], told: Mapping[str, str]) -> bool:
    """Whether a villager is to hear that nobody knows yet, since the place is not known."""
    return not (visit.grants or danger_told.wilayah_of(place) or any(told.values()))


def answer_hurt(visit: Visit, text: str) -> None:
    """Beside a call: whoever "took poison" hears, too, who listens."""
    found = [one for one in _urgent(visit.office, [text]) if one.case.is_asked]
    if found and not other_person.tells_of_other(visit.office, text):
        say_whom_to_call(visit, found[:1], {})
        danger_asked.show_way_on(visit, apart=True)


def answer_first_words(visit: Visit, heard: Heard) -> str:
    """What was said before any consent: only whom to call where somebody may die. Returns of what violence or despair
    it was; empty where it was none."""
    found = [one for one in _new(visit.office, words_of(heard), ()) if one.case.life and not one.mild]
    keys, yes = None, press("g", "tolong", visit.turn.update_id)
    if any(one.case.is_told for one in found):
        keys = keyboard([(visit.text("bahaya.tombol_tolong"), yes)])
        visit.turn.remember(replace(visit.me, called_at=visit.now))
    say_whom_to_call(visit, found, {}, keys=keys, text=words_of(heard))
    return _first_hurt(found) if _is_hurt(found) else ""


async def heed_correction(visit: Visit, usulan_id: int, answers: Mapping[str, Any], before: Mapping[str, Any]) -> None:
    """What an usulan tells of since it was corrected."""
    found = _new(visit.office, "\n".join(texts(answers)), texts(before))
    told = {one.case.key: await tell(visit, answers, str(usulan_id), one) for one in found}
    say_whom_to_call(visit, found, told)
    if _is_hurt(found):
        await danger_asked.ask(visit, _first_hurt(found), answers, f"u{visit.turn.update_id}", text="")


def _is_hurt(found: Iterable[Found]) -> bool:
    """Whether somebody tells of despair or violence: what they need now is no question of a form."""
    return any(one.case.is_asked and not one.mild for one in found)


def _first_hurt(found: Iterable[Found]) -> str:
    return next(one.case.key for one in found if one.case.is_asked and not one.mild)


def who_helps(office: Office, answers: Mapping[str, Any]) -> tuple[Contact, ...]:
    """Whom to call about what nobody near is to know; where its words are no longer there, whoever helps with any."""
    found = [one.case for one in office.catalog.danger.find("\n".join(texts(answers))) if one.case.private]
    cases = found or [case for case in office.catalog.danger.cases if case.private and case.is_asked]
    return tuple(dict.fromkeys(contact for case in cases for contact in case.contacts))


def whom_to_call(visit: Visit) -> list[dict[str, str]]:
    """Whoever helps with any of it."""
    return danger_told.numbers(who_helps(visit.office, {}))


def _new(office: Office, text: str, earlier: Iterable[str]) -> list[Found]:
    """What was not told of before; of what is not happening now only one thing, and nothing beside a danger."""
    found = office.catalog.danger.find(text)
    known = {(one.case.key, one.mild) for words in earlier if found for one in office.catalog.danger.find(words)}
    fresh = [one for one in found if not {(one.case.key, False), (one.case.key, one.mild)} & known]
    return [one for one in fresh if not one.mild] or fresh[:1]


def _urgent(office: Office, texts: Iterable[str]) -> list[Found]:
    return [one for one in office.catalog.danger.find("\n".join(texts)) if not one.mild]


def say_whom_to_call(
    visit: Visit,
    found: Iterable[Found],
    told: Mapping[str, str],
    *,
    kept: bool = False,
    where: bool = False,
    keys: dict[str, Any] | None = None,
    text: str = "",
) -> None:
    """`kept`: the words went into a draft, so that it may be said. `where`: the place is asked for, nobody knows.
    `text`: what was said."""
    for one in found:
        hurt = first_aid.of(visit.office, text or one.word)
        call = danger_told.numbers(one.case.contacts)
        if one.mild:
            visit.say(f"bahaya.{one.case.key}_pelan", hubungi=call, meninggal=hurt["meninggal"])
        else:
            knowing = told.get(one.case.key, "")
            more: dict[str, Any] = {"hubungi": call, "dicatat": kept, "dikabari": knowing, "di_mana": where}
            more["terjebak"] = first_aid.is_caught(visit.office, text or one.word)
            more["lain"] = other_person.tells_of_other(visit.office, text)
            visit.say(f"bahaya.{one.case.key}", keys, **more, **hurt)


async def tell(
    visit: Visit,
    answers: Mapping[str, Any],
    subject: str,
    one: Found,
    text: str = "",
    *,
    guessed: bool = False,
    calls: bool = False,
    quoted: str = "",
) -> str:
    """Tell the nearest facilitators of what endangers others now. Returns the name of the first; empty when there is
    none. The place that is said in the `text` itself goes before the one of the answers, which may be `guessed`.
    `calls`: they wait for somebody, also where these words do not say so."""
    if one.mild or one.case.tell != "desa":
        return ""
    said = named_in(visit.office, text) if text else None
    if said is not None and said.sure:
        answers, guessed = said.values, False
    wilayah = danger_told.wilayah_of(answers)
    if not wilayah or await alarms.is_told(visit, wilayah, one.case.key):
        return ""
    words = (quoted if calls else "") or (text if guessed or calls else "")
    nearly = visit.office.catalog.places.scope_name(wilayah) if words else danger_told.only_about(visit, wilayah)
    alert = danger_told.Alert(
        one.case,
        f"{subject}:{wilayah}",
        danger_told.shown(answers) if answers.get("dusun") else nearly,
        one.word,
        in_short(danger_told.words_of(words), _QUOTED),
        one.cried or calls,
        guessed,
        words,
    )
    near, knew = await danger_told.nearest(visit, wilayah, READERS), await alarms.knew(visit, wilayah)
    name = await danger_told.tell(visit, list(dict.fromkeys([*near, *(knew if said is None else ())])), alert)
    if name:
        danger_told.mark(visit, answers)
    return name
