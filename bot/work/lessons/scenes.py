"""*Latihan memandu*: a meeting that never was. What one does is tapped or typed; its people answer, and at the end
stands what was heard and what was overlooked. Every message says that it is practice."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Heard, Pressed, Typed
from bot.core.forms.say import Say, Step
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.lessons.finding import recognise
from bot.core.lessons.lessons import Choice, Moment, Scene
from bot.core.records import Conversation
from bot.store.lessons import tried
from bot.store.people import conversations
from bot.work import conversation
from bot.work.lessons import by_words
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.visit import Journey, Take, Visit

FORM = "latihan"
_LEAVE, _HELP = "batal", "bantuan"
#: After so long what is typed is no longer meant for the practice; its buttons still are.
_LASTS = timedelta(hours=1)
_FULL, _NONE = 2, 0  # how much was heard


async def list_all(visit: Visit) -> None:
    """All scenes, those that were played marked."""
    played = await visit.ask_once(tried.scenes_played, visit.me.id)
    scenes = visit.office.catalog.curriculum.scenes.values()
    keys = [
        (visit.text("tombol_belajar_satu", judul=one.title, selesai=one.key in played), f"x:adegan:{one.key}")
        for one in scenes
    ]
    visit.say("latihan_daftar", keyboard(*in_rows(keys, 1)))


def begin(visit: Visit, key: str) -> None:
    scene = visit.office.catalog.curriculum.scenes.get(key)
    if scene is None:
        visit.stale()
        return
    _keep(visit, scene, scene.moments[0].key, [])
    _tell(visit, scene, scene.moments[0], before="", begins=True)


def _keep(visit: Visit, scene: Scene, moment: str, way: list[list[Any]]) -> None:
    about = {"adegan": scene.key, "babak": moment, "jalan": way}
    state = State(FORM, conversation.draft_id(visit.turn.update_id), about=about)
    conversations.keep(visit.turn, Conversation(FORM, state.draft, state.to_json(), visit.now))


def _tell(visit: Visit, scene: Scene, moment: Moment, *, before: str, begins: bool = False) -> None:
    """What happened, what happens now, and what one may do."""
    options = [choice.text for choice in moment.choices]
    values = {"judul": scene.title, "tempat": scene.place if begins else "", "sebelum": before, "cerita": moment.story}
    visit.say("latihan_babak", keyboard(_keys(scene, moment, range(len(options)))), pilihan=options, **values)


def _keys(scene: Scene, moment: Moment, places: Sequence[int]) -> list[Key]:
    at = scene.moments.index(moment)
    return [(str(place + 1), f"x:main:{scene.key}:{at}:{place}") for place in places]


def _where(visit: Visit, state: State) -> tuple[Scene, Moment] | None:
    """The moment in which somebody stands; None when an editor took it away."""
    scene = visit.office.catalog.curriculum.scenes.get(state.about.get("adegan", ""))
    moment = scene.moment(state.about.get("babak", "")) if scene is not None else None
    return (scene, moment) if scene is not None and moment is not None else None


def _open(visit: Visit) -> State | None:
    found = visit.conversations.get(FORM)
    return State.from_json(found.state) if found is not None else None


async def press(visit: Visit, key: str, at: int, place: int) -> None:
    """A choice by its button, which counts only in the moment that stands open."""
    state = _open(visit)
    where = _where(visit, state) if state is not None else None
    if state is None or where is None:
        visit.stale()
        return
    scene, moment = where
    if scene.key != key or scene.moments.index(moment) != at or place >= len(moment.choices):
        visit.stale()
    else:
        await _play(visit, state, scene, moment, place)


async def heed(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """Whatever is typed is what one does; a voice cannot be understood here, and nothing of it is kept."""
    where = _where(visit, before)
    control = _control(visit, heard)
    if where is None or isinstance(heard, Pressed) or control == _HELP:
        return False
    if control == _LEAVE:
        leave(visit)
        return True
    scene, moment = where
    places = _meant(visit, moment, heard) if isinstance(heard, Typed) else []
    if len(places) == 1:
        await _play(visit, before, scene, moment, places[0])
        return True
    shown = places or range(len(moment.choices))
    options = [{"ke": place + 1, "isi": moment.choices[place].text} for place in shown]
    values = {"judul": scene.title, "diketik": isinstance(heard, Typed), "mirip": bool(places)}
    leaving = [(visit.text("tombol_latihan_keluar"), "x:keluar")]
    visit.say("latihan_yang_mana", keyboard(_keys(scene, moment, shown), leaving), pilihan=options, **values)
    return True


def _meant(visit: Visit, moment: Moment, heard: Typed) -> list[int]:
    """By its number or letter ("yang kedua", "b"), else by what is told of it."""
    place = by_words.place_named(visit, key_of(heard.text))
    named = place is not None and place < len(moment.choices)
    return [place] if named and place is not None else recognise(moment.choices, heard.text)


def _control(visit: Visit, heard: Heard) -> str | None:
    """The very word that ends every form, alone or with the practice's name ("berhenti latihan"). No other act is heard
    here: "saya hentikan dulu" is what one does."""
    if not isinstance(heard, Typed):
        return None
    words, own = visit.office.catalog.world.words, visit.office.catalog.world.learning["latihan"]
    said = " ".join(word for word in key_of(heard.text).split() if word not in own)
    return words.get(said)


def leave(visit: Visit) -> None:
    """*Keluar dari latihan*: nothing of it is kept."""
    conversations.end(visit.turn, FORM)
    visit.say("latihan_ditinggal")


async def _play(visit: Visit, state: State, scene: Scene, moment: Moment, place: int) -> None:
    choice = moment.choices[place]
    way = [*state.about.get("jalan", []), [moment.key, place]]
    following = scene.moment(choice.to) if choice.to else None
    if following is not None:
        _keep(visit, scene, following.key, way)
        _tell(visit, scene, following, before=choice.outcome)
        return
    conversations.end(visit.turn, FORM)
    await _end(visit, scene, choice, _taken(scene, way))


def _taken(scene: Scene, way: Sequence[Sequence[Any]]) -> list[Choice]:
    moments = ((scene.moment(key), place) for key, place in way)
    return [one.choices[place] for one, place in moments if one is not None and place < len(one.choices)]


async def _end(visit: Visit, scene: Scene, last: Choice, taken: Sequence[Choice]) -> None:
    heard = sum(choice.heard for choice in taken)
    await visit.ask_once(tried.keep_scene, visit.me.id, scene.key, heard, _FULL * len(taken), visit.now)
    values = {
        "judul": scene.title,
        "inti": scene.gist,
        "sebelum": last.outcome,
        "didengar": [choice.note for choice in taken if choice.heard == _FULL],
        "setengah": [choice.note for choice in taken if _NONE < choice.heard < _FULL],
        "terlewat": [choice.note for choice in taken if choice.heard == _NONE],
    }
    again = (visit.text("tombol_latihan_lagi"), f"x:adegan:{scene.key}")
    visit.say("latihan_selesai", keyboard([again, (visit.text("tombol_belajar_latihan"), "x:latihan")]), **values)


async def _look(visit: Visit, _flow: Flow, state: State, take: Take) -> Step:
    """Where somebody comes back to, the scene stands again in the place of the form's own question."""
    step, where = take(visit.office.world(visit.now)), _where(visit, state)
    if where is None or step.ended or step.state.pending:
        return step
    scene, moment = where
    options = [choice.text for choice in moment.choices]
    values = {"judul": scene.title, "tempat": scene.place, "sebelum": "", "cerita": moment.story, "pilihan": options}
    return replace(step, say=(Say("latihan_babak", values),))


async def _finish(visit: Visit, _flow: Flow, _state: State) -> None:
    """Nothing ends here: what was said was heard before it became an answer."""
    visit.say("draf_dibatalkan", bekerja=True)


JOURNEY = Journey(FORM, _finish, look=_look, heed=heed, lasts=_LASTS)
