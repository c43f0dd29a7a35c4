"""What is said under a lesson or a question of one: "lanjut", "nanti saja", "b", "jawabannya c". Only where that is
what was said last."""

from collections.abc import Sequence

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.store.lessons import quizzes
from bot.store.queues.said import Said
from bot.work.access import allowed, button
from bot.work.lessons import quiz
from bot.work.saying.keyboard import Key
from bot.work.visit import Visit

FAMILY = "x"
_LONGEST = 5  # words
#: What each of these may mean, the likeliest first: by the verb of a button that stands there.
_LATER = "nanti"
_VERBS = {"lanjut": ("tes.mulai", "baca", "kuis", "sekarang", "ulang", "adegan"), _LATER: ("nanti", "tes.lewat")}
#: Buttons that are the answers to a question, in their order.
_ANSWERS = ("jawab", "tes.jawab", "main")
_LETTERS = "abcdefghij"


async def meant(visit: Visit, heard: Heard) -> str | None:
    """The data of the button that is meant; None where none is."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return None
    spoken, keys = key_of(heard.text), _keys(next(iter(await visit.letters()), None))
    if not keys or not 0 < len(spoken.split()) <= _LONGEST:
        return None
    option = _option(visit, spoken)
    answers = [data for _, data in keys if _verb(data) in _ANSWERS]
    if option is not None:
        return answers[option] if option < len(answers) else None
    wanted = _wish(visit, spoken)
    found = (data for verb in _VERBS.get(wanted or "", ()) for _, data in keys if _verb(data) == verb)
    return next(found, f"{FAMILY}:nanti" if wanted == _LATER else None)


async def answer(visit: Visit, heard: Heard) -> bool:
    """A letter or a number, where Telegram's own quiz is what was asked last: it counts as if it was tapped."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return False
    option, last = _option(visit, key_of(heard.text)), next(iter(await visit.letters()), None)
    wish = _wish(visit, key_of(heard.text))
    if (option is None and wish is None) or last is None or last.message_id is None:
        return False
    async with visit.look() as connection:
        asked = await quizzes.asked_in(connection, visit.me.id, last.message_id)
    if asked is None:
        return False
    if option is None or asked.place(option) is None:
        visit.say("belajar_nanti" if wish == _LATER else "kuis_jawab_dulu")
    else:
        await quiz.press(visit, asked.id, option)
    return True


def _wish(visit: Visit, spoken: str) -> str | None:
    learning = visit.office.catalog.world.learning
    return next((name for name in _VERBS if spoken in learning.get(name, ())), None)


def _keys(last: Said | None) -> Sequence[Key]:
    return [key for key in last.keys if key[1].startswith(f"{FAMILY}:")] if last is not None else []


def _verb(data: str) -> str:
    return data.split(":")[1]


def _option(visit: Visit, spoken: str) -> int | None:
    """The place of the answer, from 0; None where the words name none, or more than that."""
    beside = visit.office.catalog.world.learning.get("iringan", frozenset())
    rest = [word for word in spoken.split() if word not in beside]
    if len(rest) != 1 or len(spoken.split()) > _LONGEST:
        return None
    place = visit.office.catalog.world.positions.get(rest[0], "")
    if place.isdecimal():  # "yang kedua kayaknya"
        return int(place) - 1
    if rest[0].isdecimal() and 0 < int(rest[0]) <= len(_LETTERS):
        return int(rest[0]) - 1
    return _LETTERS.index(rest[0]) if len(rest[0]) == 1 and rest[0] in _LETTERS else None
