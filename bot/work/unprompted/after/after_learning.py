"""What is written, spoken or sent straight under a greeting answers it. What comes as the next thing after *Apa yang
terjadi?*, or plainly tells of having tried something out, is offered as that story; it waits in the question."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Heard, Sent, Typed, words_of
from bot.core.forms.say import Button, Step
from bot.core.forms.state import State
from bot.core.lessons.lessons import Lesson
from bot.core.listening.rules import QUESTION
from bot.store.people import conversations
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.lessons import stories
from bot.work.lessons.coaching import greetings
from bot.work.saying import files
from bot.work.saying.files import Kept
from bot.work.unprompted import nothing_open, work
from bot.work.visit import Journey, Visit

_ASKED, _LATER = "x:coba:", "lalu"
_OF_NATURE = frozenset({"bencana", "kebakaran"})
_BARE = re.compile(r"^(?:di|ku|me|mem|men)(?=\w{5})")
_PLAINLY, _CHOICES = 2, 6  # so many more words of its title name another lesson; lessons to choose from
_FEWEST, _TELLS, _STEM = 3, 4, 5  # words of a story under its question, and of one that nobody asked for; letters


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it was handed on, or asked about."""
    if not allowed(button("x"), visit.grants) or _is_plain(visit, heard):
        return False
    if isinstance(heard, Sent) and files.kept(heard) is None:
        return False
    if not work.named_surely(visit, heard) and await greetings.hear_under(visit, heard):
        return True
    return await _offer(visit, heard, await _asked_of(visit))


async def offer(visit: Visit, key: str, heard: Typed | Sent) -> bool:
    """Whether it is asked about as what came of that practice, of which it was asked."""
    return await _offer(visit, heard, visit.office.catalog.curriculum.lessons.get(key))


async def _offer(visit: Visit, heard: Typed | Sent, asked: Lesson | None) -> bool:
    if asked is not None and isinstance(heard, Typed) and stories.says_not_yet(visit, heard.text):
        stories.not_yet(visit, asked.key)
        return True
    lesson = await _lesson(visit, heard, asked)
    if lesson is None:
        return False
    about: dict[str, Any] = {"pelajaran": lesson.key, "judul": lesson.title, _LATER: _put_off(visit)}
    conversations.end(visit.turn, WHICH.form)
    nothing_open.ask(visit, JOURNEY, heard, **about)
    return True


def _put_off(visit: Visit) -> list[dict[str, Any]]:
    """What it was asked about without an answer: another story comes first, and then these, so that none is lost."""
    drafts = [visit.conversations[name] for name in (FORM, WHICH.form) if name in visit.conversations]
    asked = [dict(State.from_json(one.state).about) for one in drafts]
    return [one for about in asked for one in ({**about, _LATER: []}, *about.get(_LATER, ()))]


def _go_on_with_others(visit: Visit, about: Mapping[str, Any]) -> None:
    if about.get(_LATER):
        first, *rest = about[_LATER]
        conversation.start(visit, JOURNEY, about={**first, _LATER: rest})


def _is_plain(visit: Visit, heard: Typed | Sent) -> bool:
    """Danger is answered before anything is asked; in what somebody tells of a practice only that which happens to
    people, since lessons tell of landslides."""
    if not nothing_open.is_plain(visit, heard):
        return False
    text = words_of(heard)
    if not _tells_of_trying(visit, text):
        return True
    found = visit.office.catalog.danger.find(text)
    return not found or any(one.case.private or one.case.key not in _OF_NATURE for one in found)


async def _asked_of(visit: Visit) -> Lesson | None:
    """Of which practice it was asked what came of it."""
    asked = [data for one in await visit.letters() for _, data in one.keys if data.startswith(_ASKED)]
    return visit.office.catalog.curriculum.lessons.get(asked[0].removeprefix(_ASKED)) if asked else None


async def _lesson(visit: Visit, heard: Typed | Sent, asked: Lesson | None) -> Lesson | None:
    """The lesson of which it tells: the one that was asked about, unless another one is plainly named."""
    text = words_of(heard)
    if not text:
        return asked
    too_short = isinstance(heard, Typed) and len(text.split()) < _FEWEST
    if too_short or _asks(visit, text) or (asked is None and not _is_story(visit, text)):
        return None
    found = await stories.practised(visit)
    best = max(found, key=lambda one: _named_in(visit, one, text), default=None)  # of equals the newest
    if asked is None or best is None:
        return asked or best
    return best if _named_in(visit, best, text) >= _PLAINLY + _named_in(visit, asked, text) else asked


def _asks(visit: Visit, text: str) -> bool:
    """What plainly tells of having tried is no question, also where it tells what was asked."""
    acts = () if _is_story(visit, text) else visit.acts(text, "work").done
    return "?" in text or any(act.name.startswith(QUESTION) for act in acts)


def _is_story(visit: Visit, text: str) -> bool:
    enough = len(text.split()) >= _TELLS and not stories.says_not_yet(visit, text)
    return enough and _tells_of_trying(visit, text)


def _tells_of_trying(visit: Visit, text: str) -> bool:
    learning, spoken = visit.office.catalog.world.learning, set(re.findall(r"\w+", text.lower()))
    is_over = not spoken.isdisjoint(learning["telah"])
    return is_over and not spoken.isdisjoint(learning["mencoba"])


def _named_in(visit: Visit, lesson: Lesson, text: str) -> int:
    """How many words of its title are said; those that many titles have, and a no, name none."""
    small = visit.office.catalog.world.learning["bukan_penunjuk"]
    return len(_stems(text, small) & _stems(lesson.title, small))


def _stems(text: str, small: Container[str]) -> set[str]:
    words = (word for word in re.findall(r"\w+", text.lower()) if len(word) >= _STEM and word not in small)
    return {_BARE.sub("", word)[:_STEM] for word in words}


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    """A no keeps the words: of which practice they tell is asked, where there is another."""
    about = state.about
    if state.answers["ini"].value["value"] == "ya":
        await _keep(visit, about, about["pelajaran"])
        _go_on_with_others(visit, about)
        return
    others = [lesson for lesson in await stories.practised(visit) if lesson.key != about["pelajaran"]]
    if not others:
        await nothing_open.go_on(visit, about)
        _go_on_with_others(visit, about)
        return
    offered = [[lesson.key, lesson.title] for lesson in others[:_CHOICES]]
    conversation.start(visit, WHICH, about={**about, "pilihan": offered})


async def _keep(visit: Visit, about: Mapping[str, Any], key: str) -> None:
    words = nothing_open.words_put_by(about)
    await stories.keep_told(visit, key, *told_in(words))


# --- of which practice -----------------------------------------------------------------------------------------------


def _offering(step: Step) -> Step:
    """The titles stand above what the form itself offers."""
    rows = tuple((Button(title, f"x:ceritaku:{key}"),) for key, title in step.state.about["pilihan"])
    return replace(step, say=tuple(replace(say, buttons=(*rows, *say.buttons)) for say in step.say))


async def choose(visit: Visit, key: str) -> None:
    """A title was pressed."""
    draft = visit.conversations.get(WHICH.form)
    about = State.from_json(draft.state).about if draft is not None else {}
    if key not in [one for one, _ in about.get("pilihan", ())]:
        visit.stale()
        return
    conversations.end(visit.turn, WHICH.form)
    await _keep(visit, about, key)
    _go_on_with_others(visit, about)


async def _heed_which(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """A title may be typed, too."""
    if isinstance(heard, Typed) and not step.ended:
        lessons = visit.office.catalog.curriculum.lessons
        found = [lessons[key] for key, _ in before.about["pilihan"] if key in lessons]
        best = max(found, key=lambda one: _named_in(visit, one, heard.text), default=None)
        if best is not None and _named_in(visit, best, heard.text):
            await choose(visit, best.key)
            return True
    return await nothing_open.more(visit, before, heard, step)


async def finish_which(visit: Visit, _flow: Flow, state: State) -> None:
    await nothing_open.go_on(visit, state.about)
    _go_on_with_others(visit, state.about)


def told_in(words: Sequence[Typed | Sent]) -> tuple[str, Kept | None]:
    """What is written of it, also under what was sent, and the first file."""
    sent = (file for one in words if (file := files.kept(one)) is not None)
    return "\n".join(filter(None, map(words_of, words))), next(sent, None)


FORM = "cerita_ini"
WHICH = Journey("cerita_mana", finish_which, heed=_heed_which, opening=_offering)
JOURNEY = Journey(FORM, finish, heed=nothing_open.more, opening=nothing_open.naming(FORM, "judul"), nudged=True)
