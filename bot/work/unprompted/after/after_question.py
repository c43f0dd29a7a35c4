"""What a villager tells while something is asked of their usulan and nothing is open: people answer without a button
and without a reply. It is asked whether it is the answer; on *Bukan* it goes the way that it would have gone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.correcting.said_to_go import hides_that, is_withdrawn, may_take_out
from bot.core.flow.correcting.sent_corrections import changes_told, facts_told, may_tell_facts
from bot.core.flow.heard.first_words import told_beside
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.forms.writing import is_question, key_of
from bot.core.hall.guest_lines import is_marked
from bot.core.records import WITHDRAWN, Conversation, Usulan
from bot.core.understanding.choosing import CLAUSE
from bot.core.understanding.declining import declines, has_no_photo, is_not_known
from bot.core.understanding.where.hamlets import tells_something
from bot.store.deciding import clarifications
from bot.store.deciding.clarifications import Clarification
from bot.store.people import conversations, people
from bot.store.queues.notices import CLARIFY, SILENT, Notice
from bot.store.usulan import usulan as stored
from bot.work import conversation, home
from bot.work.answering import topics
from bot.work.answering.acts import QUESTION
from bot.work.answering.answers import answer
from bot.work.answering.correcting import plainly
from bot.work.deciding import clarified, replied, silence
from bot.work.people.people import has_consented
from bot.work.round import Round
from bot.work.saying.told import Told
from bot.work.unprompted import nothing_open, own_matters
from bot.work.unprompted.after import pointed_back
from bot.work.usulan import asked
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit

FORM, _LEAVE = "klarifikasi_ini", "lewati"
#: What people say with one word may be the answer.
_ANSWERS = frozenset({"ya", "tidak", "tidak_ada", "tidak_tahu"})
_FREE = ("cerita", "harapan")  # questions to which something that is wanted may be the answer
_BARE, _FEWEST = 2, 3  # words of a yes or a no; of what tells something in front of a question


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it is asked about. What only greets, thanks or asks is no answer; danger is heard before."""
    told = _told(visit, heard) if visit.turn.is_asked and has_consented(visit) else None
    points = visit.turn.is_asked and has_consented(visit) and pointed_back.may_be(visit, heard)
    if told is None and not points:
        return False
    pair = await listening(visit)
    if points and pair is not None and pointed_back.is_said(visit, heard, pair[0], await asker(visit, pair[0])):
        if (before := await pointed_back.taken_out(visit, *pair)) is not None:
            await _ask(visit, *pair, before)
        return True
    if told is None or pair is None or _is_of_its_own(visit, *pair, told):
        return False
    told = await _without_question(visit, heard, told) if pair[0].waits else told
    if not await _waits_already(visit, pair[0], told):
        await _ask(visit, *pair, told)
    return True


async def _without_question(visit: Visit, heard: Typed | Sent, told: Typed | Sent) -> Typed | Sent:
    """ "Kira2 1 kilo, sa juga mau tanya kapan dikerjakan": what they ask is answered, and is no part of the answer."""
    acts = visit.acts(heard.text, "idle") if isinstance(heard, Typed) else None
    asked = [act.name for act in acts.done if act.name.startswith(QUESTION)] if acts is not None else []
    is_answered = [await answer(visit, name, heard.text) for name in asked if isinstance(heard, Typed)]
    if acts is None or not any(is_answered) or not acts.left or told is not heard or not isinstance(told, Typed):
        return told
    return replace(told, text=acts.left)


async def passes(visit: Visit, draft: Conversation, heard: Typed) -> bool:
    """Whether these words wait with no others for that yes: they put right what was sent."""
    if draft.flow != FORM or len(heard.text.split()) <= _BARE:
        return False
    if await own_matters.asks_how_far(visit, heard):
        return True
    pair = await listening(visit)
    return pair is not None and pair[0].waits and _is_of_its_own(visit, *pair, heard)


def _is_of_its_own(visit: Visit, one: Clarification, found: Usulan, heard: Typed | Sent) -> bool:
    """What puts something else right is no answer; to what was answered already, nor is a question, another story, a
    part that is to go, or any number that was not asked for."""
    if not isinstance(heard, Typed):
        return False
    if topics.wishes_anew(visit, heard.text, topics.story_of(found), may_want=one.field not in (*_FREE, None)):
        return True
    world, flow = visit.office.world(visit.now), visit.office.catalog.flows[USULAN]
    mark = world.ear.corrects(heard.text) if world.ear is not None else ""
    if one.waits:
        changes = changes_told(flow, found.answers, plainly(visit, heard), world) if mark else {}
        return bool(changes) and one.field not in changes
    if mark or is_question(heard.text, world, free=False) or may_take_out(world, heard.text):
        return True
    if is_withdrawn(world, heard.text) or hides_that(world, heard.text, "jangan"):
        return True
    if may_tell_facts(heard.text, world):
        others = {key: value for key, value in found.answers.items() if key != one.field}
        is_it = one.field in facts_told(flow, others, heard, world) or replied.told_in_field(visit, one, found, heard)
        return not is_it
    return tells_something(heard.text, world) and not topics.speaks_of(world, heard.text, found)


async def _waits_already(visit: Visit, one: Clarification, heard: Typed | Sent) -> bool:
    """Further words wait with those of which it is asked, and take nobody's place."""
    draft = visit.conversations.get(FORM)
    before = State.from_json(draft.state) if draft is not None else None
    is_of_it = before is not None and before.about.get("klarifikasi") == one.id
    return before is not None and is_of_it and await nothing_open.wait_too(visit, before, heard)


async def asker(visit: Visit, one: Clarification) -> str:
    return await visit.look_up(people.name_of, one.asked_by) if one.asked_by is not None else ""


async def take_decline(visit: Visit, heard: Typed | Sent, replied_to: Mapping[str, Any] | None) -> bool:
    """Whether they do not want to say it, or know it: it is let be, and is no story and no fear of somebody at home.
    `replied_to`: the message to which it is a reply."""
    if not visit.turn.is_asked or not isinstance(heard, Typed) or heard.forwarded or not has_consented(visit):
        return False
    catalog, draft = visit.office.catalog, conversation.open_conversation(visit)
    form = draft.flow if draft is not None and draft.flow in (clarified.FORM, FORM) else ""
    leaves = catalog.world.words.get(key_of(heard.text)) == _LEAVE
    is_one = (leaves and (replied_to is not None or form == clarified.FORM)) or declines(heard.text, catalog.world)
    unknown = not is_one and form == clarified.FORM and is_not_known(heard.text, catalog.world)
    unknown = unknown and (len(heard.text.split()) > _BARE + 1 or not await conversation.takes(visit, heard))
    no_photo = leaves or has_no_photo(heard.text, catalog.world)
    if not (is_one or unknown or no_photo) or catalog.danger.find(heard.text):
        return False
    about = draft.state["about"] if draft is not None and form else {}
    which = about.get("klarifikasi")
    if replied_to is not None:
        which, _ = await replied.asked_in(visit, replied_to)
    elif draft is None and (found := await listening(visit)) is not None:
        which = found[0].id
    pair = await clarified.answerable(visit, which, together=about.get("bersama", False)) if which else None
    if pair is None or pair[1].status == WITHDRAWN or not pair[0].waits:
        return False
    no_photo = no_photo and pair[0].field == clarified.PHOTO
    if not (is_one or unknown or no_photo):
        return False
    await clarified.keep_told(visit, *pair, heard.text, declined=not (unknown or no_photo))
    if form:
        conversations.end(visit.turn, form)
    if form == FORM:
        await nothing_open.go_on(visit, about)  # what waited was no answer
    else:
        await conversation.resume(visit)
    return True


async def resume(visit: Visit) -> bool:
    """*Lanjutkan*, while nothing is open but what was asked of them; False where nothing is."""
    pair = await listening(visit) if has_consented(visit) else None
    if pair is None or not pair[0].waits:
        return False
    await clarified.begin(visit, pair[0].id)
    return True


async def still_listens(visit: Visit, draft: Conversation) -> bool:
    """Whether whoever asked still waits for what is held there."""
    pair = await listening(visit)
    return pair is not None and pair[0].id == draft.state["about"].get("klarifikasi")


async def listening(visit: Visit) -> tuple[Clarification, Usulan] | None:
    async with visit.look() as connection:
        one = await clarifications.listening_of(connection, visit.me.id, visit.now)
        found = await stored.by_id(connection, one.usulan_id) if one is not None else None
    return None if one is None or found is None else (one, found)


async def _ask(visit: Visit, one: Clarification, found: Usulan, heard: Typed | Sent) -> None:
    number, question = visit.office.spoken_number(found), asked.question(visit.office, one)
    about = {"klarifikasi": one.id, "usulan": found.id, "nomor": number, "isi": question, "lagi": not one.waits}
    about |= {"penanya": await asker(visit, one), "isian": USULAN in visit.conversations}
    nothing_open.ask(visit, JOURNEY, heard, **about)


def _told(visit: Visit, heard: Typed | Sent) -> Typed | Sent | None:
    """What may be an answer: of a grumble or a question what stands beside it, "kenapa mi tanya lagi, adami 40 orang";
    None where nothing may."""
    if not _only_does(visit, heard):
        return heard
    if not isinstance(heard, Typed) or home.has_work(visit) or nothing_open.is_plain(visit, heard, over=True):
        return None
    asking, parts = visit.office.catalog.world.asking, CLAUSE.findall(heard.text)
    told = [part for part in parts if "?" not in part and not key_of(part).startswith(asking)]
    figures = [part for part in told if any(map(str.isdecimal, part)) or _may_tell(visit, part)]
    return replace(heard, text="".join(figures).strip(" ,;.")) if figures else None


def _may_tell(visit: Visit, part: str) -> bool:
    """ "Dekat masjid tua", in front of a question: it does nothing, and names no usulan of which it is asked."""
    spoken, acts = key_of(part).split(), visit.acts(part, "idle")
    names_it = visit.office.catalog.world.own_matters["usulan"]
    return len(spoken) >= _FEWEST and not (acts.done or acts.maybe) and names_it.isdisjoint(spoken)


def _only_does(visit: Visit, heard: Typed | Sent) -> bool:
    if nothing_open.is_plain(visit, heard, over=True):
        return True
    if isinstance(heard, Sent):
        return heard.what not in nothing_open.WAITING
    if home.has_work(visit) and (_is_list(heard.text) or visit.acts(heard.text, "work").done):
        return True
    acts = visit.acts(heard.text, "idle")
    return not _ANSWERS.issuperset(act.name for act in acts.done) and not told_beside(
        acts, heard.text, visit.office.catalog.world
    )


def _is_list(text: str) -> bool:
    """Of somebody with work here: guests, results, what is to be announced."""
    return sum(map(is_marked, text.split("\n"))) > 1


async def _answered(visit: Visit, about: Mapping[str, Any]) -> Sequence[Typed | Sent]:
    """What is left of it, or comes too late, goes the way that it would have gone."""
    which, then = about["klarifikasi"], replace(visit, said_in=about["dari"])
    words = await _together(visit, which, nothing_open.words_put_by(about))
    is_first = not about["lagi"]
    unheld = await replied.not_held(then, which, words[0]) if is_first else []
    if is_first and (await replied.is_over(then, which) or not await replied.hear(then, which, words[0])):
        return nothing_open.words_put_by(about)
    return [one for one in (*unheld, *words[is_first:]) if not await replied.goes_with(then, which, one)]


async def _together(visit: Visit, which: int, words: Sequence[Typed | Sent]) -> Sequence[Typed | Sent]:
    """People send an answer in pieces: all that was typed is one text; under what was sent where that is the answer,
    before it where it goes along."""
    one = await visit.look_up(clarifications.by_id, which)
    typed = [one for one in words if isinstance(one, Typed)]
    whole = [replace(typed[0], text="\n".join(one.text for one in typed))] if typed else []
    sent = [one for one in words if isinstance(one, Sent)]
    answers = {"voice", *(replied.takes(visit, one) if one is not None else ())}
    if not sent or not whole or sent[0].what not in answers:
        return [*whole, *sent]
    if sent[0].what == "location":
        return [*sent, *whole]
    return [replace(sent[0], caption="\n".join(filter(None, (sent[0].caption, whole[0].text)))), *sent[1:]]


async def more(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """Words that came before another question was asked are about the first; what is said now is about that one."""
    if not nothing_open.goes_on(heard, step):
        return False
    pair, draft = await listening(visit), visit.conversations.get(FORM)
    is_next = pair is not None and draft is not None and pair[0].asked_at > draft.touched_at
    if pair is None or not is_next or pair[0].id == before.about["klarifikasi"]:
        return await nothing_open.more(visit, before, heard, step)
    conversations.end(visit.turn, FORM)
    await nothing_open.go_on(visit, before.about, await _answered(visit, before.about))
    await _ask(visit, *pair, heard)
    return True


# --- while it waits for a yes ----------------------------------------------------------------------------------------


async def remind(tour: Round, notice: Notice) -> Told | None:
    """What they said since it was asked is not asked for again: it is asked whether that is it."""
    draft = await _waiting(tour, notice.person_id, int(notice.subject))
    if draft is None:
        return await silence.remind(tour, notice)
    return nothing_open.told_again(tour, notice.name, draft, JOURNEY) if await silence.is_open(tour, notice) else None


async def tell_silence(tour: Round, notice: Notice) -> Told | None:
    """Whoever asked hears that something came, and not what: perhaps it was meant for somebody else."""
    found = await silence.of(tour, notice)
    who = found[1].person_id if found is not None else None
    is_unsure = found is not None and who is not None and await _waiting(tour, who, found[0].id) is not None
    return await silence.tell_silence(tour, notice, is_unsure=is_unsure)


async def _waiting(tour: Round, person_id: int, which: int) -> Conversation | None:
    """The words of the one who was asked, while they wait for a yes."""
    draft = await conversations.of_person(tour.connection, person_id, FORM)
    return draft if draft is not None and draft.state["about"].get("klarifikasi") == which else None


KINDS = {CLARIFY: remind, SILENT: tell_silence}
JOURNEY = nothing_open.whether(FORM, _answered, "nomor", "isi", "lagi", "penanya", "isian", heed=more)
