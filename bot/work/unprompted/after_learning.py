"""What is written or spoken straight under a greeting answers it. What comes as the next thing after *Apa yang
terjadi?*, or plainly tells of having tried something out, is offered as that story; it waits in the question."""

import re
from collections.abc import Mapping, Sequence

from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.state import State
from bot.core.lessons.lessons import Lesson
from bot.core.listening.rules import QUESTION
from bot.store.lessons import progress, tried
from bot.store.lessons.progress import Progress
from bot.work.access import allowed, button
from bot.work.lessons import greetings, stories
from bot.work.unprompted import nothing_open, work
from bot.work.visit import Journey, Visit

_ASKED = "x:coba:"
_FEWEST, _TELLS, _STEM = 3, 4, 5  # words of a story under its question, and of one that nobody asked for; letters


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it was handed on, or asked about."""
    if not allowed(button("x"), visit.grants) or nothing_open.is_plain(visit, heard):
        return False
    if isinstance(heard, Sent) and heard.what != "voice":
        return False
    if not work.named_surely(visit, heard) and await greetings.hear_under(visit, heard):
        return True
    lesson = await _lesson(visit, heard)
    if lesson is None:
        return False
    nothing_open.ask(visit, JOURNEY, heard, pelajaran=lesson.key, judul=lesson.title)
    return True


async def _lesson(visit: Visit, heard: Typed | Sent) -> Lesson | None:
    """The lesson of which it tells."""
    asked = [data for one in await visit.letters() for _, data in one.keys if data.startswith(_ASKED)]
    words = len(heard.text.split()) if isinstance(heard, Typed) else _FEWEST
    if asked and words >= _FEWEST and not _asks(visit, heard):
        return visit.office.catalog.curriculum.lessons.get(asked[0].removeprefix(_ASKED))
    if isinstance(heard, Typed) and words >= _TELLS and not _asks(visit, heard) and _tells_of_trying(visit, heard.text):
        return await _practised(visit, heard.text)
    return None


def _asks(visit: Visit, heard: Typed | Sent) -> bool:
    if not isinstance(heard, Typed):
        return False
    acts = visit.acts(heard.text, "work").done
    return "?" in heard.text or any(act.name.startswith(QUESTION) for act in acts)


def _tells_of_trying(visit: Visit, text: str) -> bool:
    learning, spoken = visit.office.catalog.world.learning, set(re.findall(r"\w+", text.lower()))
    is_over = not spoken.isdisjoint(learning.get("telah", ()))
    return is_over and not spoken.isdisjoint(learning.get("mencoba", ()))


async def _practised(visit: Visit, text: str) -> Lesson | None:
    """Of those that were read to their practice and not told of: the one whose words are said, else the newest."""
    async with visit.look() as connection:
        seen = (await progress.of_people(connection, [visit.me.id])).get(visit.me.id, {})
        told = (await tried.lessons_told(connection, [visit.me.id])).get(visit.me.id, set())
    lessons = visit.office.catalog.curriculum.lessons
    found = [lessons[key] for key in seen if key in lessons and key not in told and lessons[key].practice]
    found = [lesson for lesson in found if seen[lesson.key].page >= len(lesson.messages)]
    said = _stems(text)
    return max(found, key=lambda one: (len(said & _stems(one.title)), _opened(seen, one)), default=None)


def _opened(seen: Mapping[str, Progress], lesson: Lesson) -> float:
    at = seen[lesson.key].opened_at
    return at.timestamp() if at is not None else 0.0


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"\w+", text.lower()) if len(word) >= _STEM}


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    about, words = state.about, nothing_open.words_put_by(state.about)
    if state.answers["ini"].value["value"] != "ya":
        await nothing_open.go_on(visit, about)
        return
    voices = [one.file.file_id for one in words if isinstance(one, Sent) and one.what == "voice" and one.file]
    await stories.keep_told(visit, about["pelajaran"], _text(words), next(iter(voices), None))


def _text(words: Sequence[Typed | Sent]) -> str:
    return "\n".join(one.text for one in words if isinstance(one, Typed))


FORM = "cerita_ini"
JOURNEY = Journey(FORM, finish, heed=nothing_open.more, opening=nothing_open.naming(FORM, "judul"), nudged=True)
