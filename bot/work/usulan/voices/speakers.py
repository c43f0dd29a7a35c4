"""One account, several voices: whose story this is, whether they agreed, and whether news may come to this
telephone."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.heard.another import telling
from bot.core.flow.heard.first_words import hear_first, meant
from bot.core.flow.scene import kind_of
from bot.core.forms.heard import FileRef, Heard, Sent, Typed
from bot.core.forms.questions import Flow
from bot.core.forms.say import Button, Step, Words
from bot.core.forms.state import Answer, State
from bot.core.forms.writing import key_of
from bot.core.kinds.juga import VOICES
from bot.core.names import clean_name
from bot.core.records import Conversation
from bot.core.wilayah import KECAMATAN
from bot.store.database.ids import new_id
from bot.store.people import consents, conversations
from bot.store.people import speakers as stored
from bot.store.people.speakers import Speaker
from bot.work import conversation
from bot.work.access import allowed, button, command
from bot.work.places.own import home
from bot.work.saying.keyboard import keyboard
from bot.work.usulan.voices import agreed_in_words
from bot.work.usulan.voices.stories_beside import kept, waiting
from bot.work.visit import Journey, Visit

FORM = "suara"
_LONGEST = 5  # words that say no more than for whom
_WORD = re.compile(r"\w+")
#: By this name the draft of an usulan keeps whose voice it is.
_ABOUT = "suara"
_USULAN = "usulan"
_NEWS, _DIRECTLY = "kabar", "langsung"
#: By this one, what was told of it before they agreed; so many words tell something.
_TOLD = "bercerita"
_TELLS, _GOES_ON = 3, 2  # words that tell something, and that go on with it
_STORY, _BESIDES = "cerita", "juga"
#: What is told beside a story, and says nothing where that is another one.
_OF_A_STORY = (_BESIDES, "jumlah", "kurang_mampu", "ukuran")


def with_offer(step: Step) -> Step:
    """The first question of an usulan carries one button more: the common case needs no question at all."""
    row = (Button(Words("tombol_orang_lain"), "v:siapa"),)
    return replace(step, say=tuple(replace(say, buttons=(*say.buttons, row)) for say in step.say))


def speaker_of(state: State) -> dict[str, Any] | None:
    """{"id", "name", "directly"} of whose voice a draft is; None: the person's own."""
    return state.about.get(_ABOUT)


def with_voice(state: State, voice: Mapping[str, Any]) -> State:
    return replace(meant(state), about={**state.about, _ABOUT: voice})


def is_kept_away(about: Mapping[str, Any]) -> bool:
    """Whether what a draft is about is the voice of somebody who said *Jangan lewat HP ini*."""
    return bool(about.get(_ABOUT, {}).get("directly"))


def is_brought(visit: Visit) -> bool:
    """News of others does not end at the telephone of somebody who reads usulan: they bring it, and say so."""
    return allowed(button("u"), visit.grants)


def begin(visit: Visit, known: Mapping[str, Any] | None = None) -> None:
    """Whose story it is; where the news is brought, nobody is asked for it."""
    draft = visit.conversations.get(_USULAN)
    if draft is not None:
        conversations.keep(visit.turn, replace(draft, state=meant(State.from_json(draft.state)).to_json()))
    by_hand = {_NEWS: {"value": _DIRECTLY}} if is_brought(visit) else {}
    conversation.start(visit, JOURNEY, {**(known or {}), **by_hand})


def keep_away(visit: Visit, speaker: Mapping[str, Any]) -> None:
    """*Jangan lewat HP ini*: nobody's account, so that this telephone shows, changes and withdraws nothing of hers."""
    told = {"account_id": None, "tell_directly": True, "guardian": speaker["guardian"]}
    stored.add(visit.turn, speaker["name"], speaker_id=speaker["id"], **told)


def is_for_another(visit: Visit, heard: Heard) -> bool:
    """The words of *Untuk orang lain*, typed: alone, or behind a yes or a no, while the person's own usulan is open."""
    if not isinstance(heard, Typed) or _USULAN not in visit.conversations:
        return False
    world = visit.office.catalog.world
    label, said = key_of(visit.text("tombol_orang_lain")).split(), _WORD.findall(key_of(heard.text))
    before = {word for word in said[: -len(label)] if world.words.get(word) != "ya"}
    return said[-len(label) :] == label and before <= world.wrong | world.oneself


async def take_named(visit: Visit, heard: Heard) -> bool:
    """ "Untuk Pak Sampe", where no words are an answer and nothing was told: the same, with whose it is."""
    name = _named(visit, heard.text) if isinstance(heard, Typed) and _USULAN in visit.conversations else ""
    asked, _ = conversation.asked(visit) if name else (None, False)
    draft = visit.conversations.get(_USULAN)
    if not name or draft is None or (asked is not None and kind_of(asked).free) or _STORY in draft.state["answers"]:
        return False
    known = await visit.ask_once(stored.of_account, visit.me.id)
    found = next((one for one in known if key_of(one.name) == key_of(name)), None)
    if found is not None:
        await _use(visit, draft, found)
    else:
        begin(visit, {"nama": {"text": name}})
    return True


def _named(visit: Visit, text: str) -> str:
    """With their title: "desa Boiya" is nobody."""
    told, words = visit.office.catalog.world.naming_voice, text.split()
    spoken = [key_of(word) for word in words]
    at = next((at for at, word in enumerate(spoken) if word not in told["untuk"]), len(spoken))
    is_told = 0 < at <= len(spoken) - 2 and len(spoken) <= _LONGEST and spoken[at] in told["sapaan"] | told["tua"]
    return clean_name(" ".join(words[at : at + 2])).title() if is_told else ""


async def ask_whose(visit: Visit) -> None:
    """*Untuk orang lain*: those who spoke through this account before, or somebody new."""
    if _USULAN not in visit.conversations:
        visit.stale()
        return
    known = await visit.ask_once(stored.of_account, visit.me.id)
    if not known:
        begin(visit)
        return
    text = visit.text
    rows = [[(text("tombol_saya_sendiri"), "v:saya")], *([(one.name, f"v:{one.id}")] for one in known)]
    visit.say("suara_siapa", keyboard(*rows, [(text("tombol_orang_baru"), "v:baru")]))


async def choose(visit: Visit, what: str) -> bool:
    """A button of *Ini suara siapa?*; False for one that means nothing here."""
    draft = visit.conversations.get(_USULAN)
    if draft is None:
        return False
    if what == "baru":
        begin(visit)
        return True
    known = await visit.ask_once(stored.of_account, visit.me.id)
    found = next((one for one in known if str(one.id) == what), None)
    if found is None and what != "saya":
        return False
    await _use(visit, draft, found)
    return True


async def _use(
    visit: Visit,
    draft: Conversation,
    speaker: Speaker | None,
    told: Sequence[Typed] = (),
) -> None:
    """The draft is this speaker's from now on; its question is asked again. `told`: the story so far."""
    state = State.from_json(draft.state)
    if speaker is None:
        state = replace(state, about={key: value for key, value in state.about.items() if key != _ABOUT})
        visit.say("suara_saya")
    else:
        value: dict[str, Any] = {"id": speaker.id, "name": speaker.name, "directly": speaker.tell_directly}
        value["guardian"] = speaker.guardian
        state = with_voice(_without_words_before(state) if speaker_of(state) is None else state, value)
        state = _near_who_brings_it(visit, state)
        visit.say("suara_dipakai", nama=speaker.name, langsung=speaker.tell_directly)
    if told:
        flow = visit.office.catalog.flows[_USULAN]
        state = hear_first(flow, state, [*_told_first(state), *told], visit.office.world(visit.now))
    conversations.keep(visit.turn, replace(draft, state=state.to_json(), touched_at=visit.now))
    await conversation.resume(visit)


def _near_who_brings_it(visit: Visit, state: State) -> State:
    """Whoever works in one place brings what is from there, unless another is told."""
    place = {} if KECAMATAN in state.answers else home(visit.office, visit.grants, command("titip").roles)
    for key, value in place.items():
        state = state.give(key, Answer(value))
    return state


def _told_first(state: State) -> list[Typed]:
    """The story that it is of, and that was asked about when they were named."""
    first = state.pending.get("first", {}).get("answers", {}).get(_STORY)
    text = first["value"].get("text") if first else ""
    return [Typed(text, first["messages"][0])] if text else []


def _without_words_before(state: State) -> State:
    """What was said before it was known whose story this is, and is none of it, waits beside."""
    if _STORY in state.answers:
        return state
    unsure, besides = state.pending.get("unsure"), state.answers.get(_BESIDES)
    value, message = (besides.value, (0, *besides.messages)[-1]) if besides is not None else ({}, 0)
    said: list[Typed | Sent] = [Typed(value["text"], message)] if value.get("text") else []
    said += [Sent("voice", message, FileRef.from_json(voice)) for voice in value.get(VOICES, ())]
    said += [Typed(unsure["words"], unsure["message"])] if unsure else []
    state = state.drop(_OF_A_STORY).release("unsure", "confirm")
    return kept(state, said) if said else state


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    """Somebody new, if they agreed, or their parent did: a child's story is not kept on somebody else's word."""
    answers = {key: answer.value for key, answer in state.answers.items()}
    is_child = answers["umur"]["value"] == "anak"
    agreed = answers["setuju_wali" if is_child else "setuju"]["value"] == "ya"
    draft = visit.conversations.get(_USULAN)
    if not agreed or draft is None:
        await _refuse(visit, is_child, draft)
        return
    directly = answers[_NEWS]["value"] == _DIRECTLY
    guardian = clean_name(answers["wali"]["text"]) if is_child else None
    name = clean_name(answers["nama"]["text"])
    if directly:  # kept with the usulan, and by no account
        speaker = Speaker(new_id(), name, tell_directly=True, guardian=guardian)
    else:
        speaker = stored.add(visit.turn, name, account_id=visit.me.id, tell_directly=False, guardian=guardian)
    consents.note(visit.turn, consents.YES, speaker.id, of_nobody=directly)
    told = [Typed(*each) for each in state.about.get(_TOLD, ())]
    await _use(visit, draft, speaker, told)


async def _hear_story(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """What is told while it is asked whose story it is waits for the answers, and this is said once; without a yes
    nothing of it stays."""
    draft = visit.conversations.get(FORM)
    if draft is None or not isinstance(heard, Typed) or step.changed or step.ended:
        return False
    asked, _ = conversation.asked(visit)
    if asked is not None and await agreed_in_words.show_to_the_deaf(visit, asked.key, before, heard.text):
        return True
    waits = before.about.get(_TOLD, ())
    if (
        step.wishes
        or len(heard.text.split()) < (_GOES_ON if waits else _TELLS)
        or "cancel" in step.state.pending
        or "?" in heard.text
    ):
        return False
    speaks_of_it = not visit.office.catalog.world.consenting["kata"].isdisjoint(_WORD.findall(key_of(heard.text)))
    if speaks_of_it or visit.acts(heard.text, "yes_no").done or visit.office.catalog.danger.find(heard.text):
        return False
    if not waits and len(telling(heard.text, visit.office.catalog.world)) < _TELLS:
        return False  # "iya itu ceritanya", "sebentar ya kak"
    told = [*waits, [heard.text, heard.message]]
    state = replace(before, about={**before.about, _TOLD: told})
    conversations.keep(visit.turn, replace(draft, state=state.to_json(), touched_at=visit.now))
    if not waits:
        visit.say("suara_cerita_menunggu")
    return await conversation.resume(visit)


async def _refuse(visit: Visit, is_child: bool, draft: Conversation | None) -> None:
    """Whoever does not agree is not written down; what was begun for them is closed, but for what others told."""
    visit.conversations.pop(FORM, None)
    conversation.cancel(visit)
    visit.say("suara_perlu_wali" if is_child else "suara_belum_setuju")
    if draft is not None:
        others = State(_USULAN, draft.draft, about=waiting(State.from_json(draft.state)))
        await visit.journeys[_USULAN].dropped(visit, others)


JOURNEY = Journey(FORM, finish, heed=_hear_story)
