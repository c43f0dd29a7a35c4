"""An usulan is corrected by editing the message that told it. Once it was read this needs a yes, and the reader learns
the difference; once the meeting has it nothing changes, and the wish is handed on to a facilitator."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.flow.correcting.sent_corrections import changes_told, facts_told
from bot.core.flow.interpreter import correct as correct_answer
from bot.core.flow.told.apologized import said_plainly
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.questions import Flow
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.forms.writing import in_short
from bot.core.records import Usulan
from bot.core.understanding.amounts.undone import as_denied, as_exchanged, not_to_be
from bot.core.understanding.where.hamlets import tells_something
from bot.store.people import conversations
from bot.store.queues import notices
from bot.store.queues.notices import CHANGED, Notice
from bot.store.reading import readings
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.access import button
from bot.work.answering import pictures, questions, topics
from bot.work.office import Office
from bot.work.reading.lists import readable
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.told import Told
from bot.work.usulan import asked, checked, withdrawn
from bot.work.usulan.dangers import danger
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.usulan.voices import unnamed
from bot.work.visit import Journey, Look, Opening, Take, Visit

FORM = "ralat"
_WORD = re.compile(r"\w+")
_LONGEST = 400  # characters of an answer in a comparison
_SUBJECT = 60  # characters
_ASIDE, _BESIDE = 10, 5  # words: about this usulan, and about nothing
_HANDED_ON = 900  # of a wish: a question is kept with a little more
#: Whoever corrects one thing soon corrects another; the reader gets one message of both.
_GATHERED = timedelta(hours=1)

#: By question: the new answer.
Changes = Mapping[str, Any]


async def correct(visit: Visit, message_id: int, heard: Typed | Sent) -> bool:
    """A message that had answered an usulan was edited; False when it had not."""
    async with visit.ask() as connection:
        said = await stored.said_in(connection, visit.me.id, message_id)
        usulan = await stored.to_change(connection, said[0].id) if said is not None else None
    if said is None or usulan is None or not await may_change(visit, usulan):
        return False
    (_, question), catalog = said, visit.office.catalog
    correction = correct_answer(catalog.flows[USULAN], usulan.answers, question, heard, catalog.world)
    if correction.say is not None:
        visit.say_all((correction.say,))
    elif correction.value != usulan.answers.get(question):  # the messenger tells edits that changed no word, too
        await take(visit, usulan, {question: correction.value})
    return True


async def may_change(visit: Visit, usulan: Usulan) -> bool:
    """One's own, what one wrote down for somebody, and what one completed with the person while one still reads it."""
    if visit.me.id in (usulan.person_id, usulan.typed_by):
        return True
    return await readable(visit, usulan.id) is not None


async def take(visit: Visit, usulan: Usulan, changes: Changes) -> None:
    changes = await unnamed.told_since(visit, usulan, changes)
    if usulan.locked_at is not None:
        await _hand_on(visit, usulan, changes)
    elif usulan.read_at is not None:
        propose(visit, usulan, changes)
    else:
        await _change(visit, usulan, changes)


# --- at once ---------------------------------------------------------------------------------------------------------


async def _change(visit: Visit, usulan: Usulan, changes: Changes) -> None:
    """The answer changes, and the old one stays in the history; of what only goes, that it went. What was seen on the
    spot otherwise is handed on."""
    if seen := await checked.otherwise(visit, usulan, changes):
        await _hand_on(visit, usulan, {key: changes[key] for key in seen}, seen)
        changes = {key: value for key, value in changes.items() if key not in seen}
    if not changes:
        return
    gone = all(_only_goes(usulan.answers.get(key), value) for key, value in changes.items())
    answers = {key: value for key, value in {**usulan.answers, **changes}.items() if value is not None}
    await danger.heed_correction(visit, usulan.id, answers, usulan.answers)
    await pictures.take_away(visit, usulan, changes)
    await visit.ask_once(stored.correct, usulan.id, answers)
    await asked.settle_by_the_way(visit, usulan.id, list(changes))
    noted = [
        events.note(visit.turn, usulan.id, events.CORRECTED, tanya=key, **({} if gone else _both(usulan, key, value)))
        for key, value in changes.items()
    ]
    compared = _compared(visit.office, usulan, changes)
    visit.say("ralat_dicatat", nomor=visit.office.spoken_number(usulan), ubahan=compared, riwayat=not gone)
    await _tell_reader(visit, usulan, noted[0])


def _both(usulan: Usulan, key: str, value: Any) -> dict[str, Any]:
    return {"dari": usulan.answers.get(key), "jadi": value}


def _only_goes(old: Any, new: Any) -> bool:
    """Whether somebody took a part out of what they had told, and put nothing in its place."""
    if isinstance(old, list) and (new is None or "file_id" in old[0]):
        return True  # photos, all or the last
    before, after = (str(one.get("text", "")) if isinstance(one, dict) else "" for one in (old, new))
    kept = set(_WORD.findall(after)) <= set(_WORD.findall(before))
    return bool(before) and len(after) < len(before) and kept and (new is None or isinstance(new, dict))


def _compared(office: Office, usulan: Usulan, changes: Changes) -> list[dict[str, str]]:
    return [difference(office, key, usulan.answers.get(key), value, usulan.answers) for key, value in changes.items()]


def difference(office: Office, key: str, old: Any, new: Any, answers: Mapping[str, Any]) -> dict[str, str]:
    """One answer as it was and as it is, in plain words."""
    question = office.catalog.flows[USULAN].question(key)
    title = question.title if question is not None else key
    return {"judul": title, "lama": _shown(office, key, old, answers), "baru": _shown(office, key, new, answers)}


def _shown(office: Office, key: str, value: Any, answers: Mapping[str, Any], longest: int = _LONGEST) -> str:
    shown = office.shown(USULAN, key, value, {**answers, key: value})
    return in_short(shown, longest) if shown else office.plain("ralat_belum_diisi")


# --- after it was read -----------------------------------------------------------------------------------------------


def propose(visit: Visit, usulan: Usulan, changes: Changes) -> None:
    """Nothing changes before the yes; what waits for it already waits with it. What was said in words may be read
    otherwise than it was meant."""
    waiting = visit.conversations.get(FORM)
    about = State.from_json(waiting.state).about if waiting is not None else {}
    earlier = about["ubah"] if about.get("usulan") == usulan.id else {}
    together = {**earlier, **changes}
    told: dict[str, Any] = {"nomor": visit.office.spoken_number(usulan), "dibaca": usulan.read_at is not None}
    told["perihal"] = subject(visit.office, usulan)
    told["ubahan"] = _compared(visit.office, usulan, together)
    conversations.end(visit.turn, withdrawn.FORM)  # what is put right is to stay
    conversation.start(visit, JOURNEY, about={"usulan": usulan.id, "ubah": together, "bandingkan": told})


def subject(office: Office, usulan: Usulan) -> str:
    """The first words of its story, by which people know it. Not of violence: whoever else looks at this telephone
    reads them, too."""
    words = " ".join(str((usulan.answers.get("cerita") or {}).get("text") or "").split())
    is_private = any(one.case.private for one in office.catalog.danger.find(words))
    return "" if is_private else in_short(words, _SUBJECT)


def label_of(visit: Visit, one: Usulan) -> str:
    return in_short(f"{visit.office.spoken_number(one)}: {subject(visit.office, one)}".rstrip(": "), _SUBJECT)


def below(sentence: str, about: str) -> Opening:
    """The question stands below the old words and the new ones, however often it is asked."""

    def opening(step: Step) -> Step:
        lead = Words(sentence, step.state.about[about])
        return replace(
            step, say=tuple(replace(say, lead=lead) if say.question and not say.lead else say for say in step.say)
        )

    return opening


def looked_at(opening: Opening) -> Look:
    async def look(visit: Visit, _flow: Flow, _state: State, take: Take) -> Step:
        return opening(take(visit.office.world(visit.now)))

    return look


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """A picture belongs to the usulan, and the question stands again below the old words and the new ones. What is put
    right while it is asked goes with what waits: "bukan 30 tapi 20" is no *Tidak*, also where it is not clear what it
    belongs to."""
    if isinstance(heard, Typed) and await goes_with(visit, before, heard):
        return True
    ear = visit.office.catalog.ear
    if isinstance(heard, Typed) and step.ended and ear is not None and ear.denied(heard.text):
        visit.say("ralat_belum_jelas", kata=in_short(heard.text, _SUBJECT))
        return await conversation.resume(visit)
    lead = Words("ralat_bandingkan", before.about["bandingkan"])
    return await pictures.keep(visit, before.about["usulan"], heard, step, lead)


async def goes_with(visit: Visit, before: State, heard: Typed) -> bool:
    """Whether these words put right, or add, something more of the usulan that is asked about."""
    flow, world = visit.office.catalog.flows[USULAN], visit.office.world(visit.now)
    usulan = await visit.ask_once(stored.to_change, before.about["usulan"])
    if usulan is None:
        return False
    now, heard = {**usulan.answers, **before.about["ubah"]}, plainly(visit, heard)
    changes = changes_told(flow, now, heard, world) or facts_told(flow, now, heard, world)
    if changes:
        propose(visit, usulan, changes)
    return bool(changes)


async def stays(visit: Visit, heard: Typed) -> bool:
    """What is said beside a correction that waits for its yes, and begins nothing of its own ("pake motor sy ukur"):
    it is asked again, so that a yes means it."""
    draft, world = visit.conversations.get(FORM), visit.office.catalog.world
    if draft is None or (words := len(heard.text.split())) > _ASIDE:
        return False
    usulan = await visit.ask_once(stored.to_change, State.from_json(draft.state).about["usulan"])
    is_of_it = usulan is not None and topics.speaks_of(world, heard.text, usulan)
    if not is_of_it and (words > _BESIDE or tells_something(heard.text, world)):
        return False
    visit.say("ralat_masih_menunggu", kata=in_short(heard.text, _SUBJECT))
    return await conversation.resume(visit)


def plainly(visit: Visit, heard: Typed) -> Typed:
    """ "Tidak jadi 28, 32 rumah", "ganti 5 jadi 6": in the words that put something right."""
    world = visit.office.catalog.world
    return replace(heard, text=as_exchanged(as_denied(not_to_be(said_plainly(heard.text, world), world), world), world))


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    """After the yes it is as if it were edited now: the meeting may have taken it up. What was being told goes on."""
    usulan = await visit.ask_once(stored.to_change, state.about["usulan"])
    if usulan is None or not await may_change(visit, usulan):
        visit.say("lengkapi_tidak_bisa")
    elif state.answers["betul"].value["value"] != "ya":
        visit.say("ralat_tidak_jadi", menu_key(visit, usulan), nomor=visit.office.spoken_number(usulan))
    else:
        await carry_out(visit, usulan, state.about["ubah"])
    await conversation.resume(visit)


async def carry_out(visit: Visit, usulan: Usulan, changes: Changes) -> None:
    """After a yes."""
    changes = await unnamed.told_since(visit, usulan, changes)
    await (_change if usulan.locked_at is None else _hand_on)(visit, usulan, changes)


def menu_key(visit: Visit, usulan: Usulan) -> dict[str, Any]:
    """Where any answer of it is chosen and changed."""
    return keyboard([(visit.text("tombol_pilih_ubahan"), f"l:ralat:{usulan.id}")])


async def _tell_reader(visit: Visit, usulan: Usulan, first: int) -> None:
    """Whoever read other words learns of it; what they have not been told yet will tell of this, too."""
    reader = usulan.read_by
    if reader is None or reader == visit.me.id:
        return
    async with visit.ask() as connection:
        waiting = await notices.waiting(connection, reader, CHANGED)
        if usulan.id in await events.usulan_of(connection, list(map(int, waiting))):
            return
    notices.tell(visit.turn, reader, CHANGED, str(first), at=visit.now + _GATHERED)


async def compose(tour: Round, notice: Notice) -> Told | None:
    """All that was changed since, old and new; nothing when it was changed back, or is not theirs to read any more."""
    first = int(notice.subject)
    usulan_id = next(iter(await events.usulan_of(tour.connection, [first])), 0)
    who = await readings.sight_now(tour.connection, notice.person_id, button("u").roles, tour.now)
    usulan = await readings.one(tour.connection, who, usulan_id)
    changed = await events.corrections(tour.connection, usulan_id, first)
    if usulan is None or not changed:
        return None
    told = [difference(tour.office, key, old, new, usulan.answers) for key, (old, new) in changed.items()]
    return Told(tour.text("ralat_kabar", nama=notice.name, nomor=tour.office.spoken_number(usulan), ubahan=told))


# --- after the meeting took it up, or somebody measured it ----------------------------------------------------------


async def _hand_on(visit: Visit, usulan: Usulan, changes: Changes, seen: Changes | None = None) -> None:
    """Whoever reads there is asked; that it was handed on is said only when it was. `seen`: what a check found."""
    number = visit.office.spoken_number(usulan)
    for (key, value), told in zip(changes.items(), _compared(visit.office, usulan, changes), strict=True):
        found = checked.shown(visit.office, USULAN, key, seen[key], usulan.answers) if seen else ""
        about: dict[str, Any] = {"nomor": number, "judul": told["judul"], "dilihat": found}
        whole = _shown(visit.office, key, value, usulan.answers, _HANDED_ON)
        handed = await questions.hand_on(visit, visit.office.plain("ralat_titipan", baru=whole, **about), usulan.desa)
        visit.say("ralat_terkunci", kepada=handed.to, baru=told["baru"], **about)


_WITH_BOTH = below("ralat_bandingkan", "bandingkan")
JOURNEY = Journey(FORM, finish, look=looked_at(_WITH_BOTH), heed=heed, opening=_WITH_BOTH)
