"""What is said of a lesson or a question that stands open: "lanjut", "nanti saja", "b", "jawabannya c", the words of an
answer. It stands open until it is answered or another one is, whatever the bot said in between; only where something
else was just asked the words belong to that."""

from collections.abc import Sequence

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.lessons.finding import chosen_by_words
from bot.store.lessons import quizzes
from bot.store.lessons.quizzes import Asked
from bot.store.queues import said
from bot.store.queues.said import Said
from bot.work.access import allowed, button
from bot.work.lessons import exams, quiz
from bot.work.saying.keyboard import number as number_in
from bot.work.visit import Visit

FAMILY = "x"
_UNKNOWN = "tidak_tahu"
_LONGEST, _OWN_WORDS = 6, 15  # words of a wish or a letter, and of an answer's own words
#: What each of these may mean, the likeliest first: by the verb of a button that stands there.
_ON, _LATER, _READ = "lanjut", "nanti", "sudah"
_VERBS = {
    _ON: ("tes.mulai", "baca", "kuis", "sekarang", "ulang", "adegan"),
    _READ: ("baca", "kuis"),  # "ok", "sudah": said of many things, and of a lesson only where it stands there
    _LATER: ("nanti", "tes.lewat"),
}
#: Buttons that are the answers to a question, in their order.
_ANSWERS = ("jawab", "tes.jawab", "main")
_SCENE = "adegan"  # or, where none is asked, the practice that is chosen
_LETTERS = "abcdefghij"
_ASKED = (f"{FAMILY}:jawab:", f"{FAMILY}:tes.jawab:")
#: With which buttons a lesson, a question or the way to one stands there.
_STANDS = tuple(
    f"{FAMILY}:{verb}" for verb in ("baca:", "kuis:", "sekarang", "ulang", "adegan:", "jawab:", "tes.", "main:")
)
_LOOKED_AT = 16  # letters in which it is looked for
#: What comes in between and asks nothing that "lanjut" could be the answer to: news, tasks, the way on from nowhere.
_PASSING = ("x:", "m:", "rumah:")
_BETWEEN = (*_PASSING, "e:", "t:", "latih:")
_MENU = ("m:cerita:", "rumah:")


async def meant(visit: Visit, heard: Heard) -> str | None:
    """The data of the button that is meant; None where none is."""
    spoken, stands = await stands_open(visit, heard)
    if stands is None:
        return None
    keys = [key for key in stands.keys if key[1].startswith(f"{FAMILY}:")]
    option = place_named(visit, spoken)
    answers = [data for _, data in keys if _verb(data) in _ANSWERS]
    answers = answers or [data for _, data in keys if _verb(data) == _SCENE]
    if option is not None:
        return answers[option] if option < len(answers) else None
    wanted = _wish(visit, spoken)
    if wanted is None:
        return await _by_own_words(visit, spoken, answers)
    found = (data for verb in _VERBS[wanted] for _, data in keys if _verb(data) == verb)
    return next(found, f"{FAMILY}:nanti" if wanted == _LATER and keys and await _is_lowest(visit, stands) else None)


async def answer(visit: Visit, heard: Heard) -> bool:
    """A letter, a number or an answer's own words, where Telegram's own quiz is what stands open: it counts as if it
    was tapped."""
    spoken, stands = await stands_open(visit, heard)
    if stands is None or not isinstance(heard, Typed):
        return False
    if not stands.is_poll:
        return stands.carries(_ASKED) and await _go_on_unanswered(visit, heard, spoken)
    if stands.message_id is None:
        return False
    asked = await visit.look_up(quizzes.asked_in, visit.me.id, stands.message_id)
    if asked is None:
        return False
    option, wish = place_named(visit, spoken), _wish(visit, spoken)
    if option is None and wish is None:
        option = chosen_by_words(offered(visit, asked), spoken)
        if option is None:
            return await _go_on_unanswered(visit, heard, spoken)
    if option is None or asked.place(option) is None:
        visit.say("belajar_nanti" if wish == _LATER else "kuis_jawab_dulu")
    else:
        await quiz.press(visit, asked.id, option)
    return True


async def _go_on_unanswered(visit: Visit, heard: Typed, spoken: str) -> bool:
    """Whoever does not know may guess; whoever wants to go on, or asks how many are left, is asked once more."""
    if any(act.name == _UNKNOWN for act in visit.acts(heard.text, "closed").done):
        visit.say("kuis_tebak")
        return True
    learning, words = visit.office.catalog.world.learning, {*spoken.split()}
    counts = not words.isdisjoint(learning["berapa"]) and not words.isdisjoint(learning["soal"])
    if not counts and _wish(visit, spoken) is None:
        return False
    if not await exams.ask_again(visit):
        visit.say("kuis_jawab_dulu")
    return True


async def stands_open(visit: Visit, heard: Heard) -> tuple[str, Said | None]:
    """What was said, and the letter of the lesson that it may be about."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return "", None
    spoken = key_of(heard.text)
    option, wish = place_named(visit, spoken), _wish(visit, spoken)
    is_short = option is not None or wish is not None
    if not spoken or "?" in heard.text or (not is_short and not 1 < len(spoken.split()) <= _OWN_WORDS):
        return spoken, None
    last = next(iter(await visit.letters()), None)
    if last is None or last.is_poll or last.carries(_STANDS):
        return spoken, last
    if _takes(last, spoken, option, wish):  # "lanjut" is no news' own word
        return spoken, await visit.stands(_STANDS) if wish == _ON and spoken not in _labels(last) else None
    return spoken, await visit.look_up(said.carrying_or_poll, visit.turn.lane, _STANDS, _LOOKED_AT)


def _takes(letter: Said, spoken: str, option: int | None, wish: str | None) -> bool:
    """Whether what was said may be meant for this letter instead. A letter or a number is none of its buttons where
    these bear none; a menu, as it answers what was not understood, asks nothing."""
    labels = _labels(letter)
    if spoken in labels:
        return True
    if option is not None:
        return any(str(option + 1) in label.split() for label in labels)
    passing = _PASSING if wish == _READ else _BETWEEN
    return not letter.carries(_MENU) and any(not data.startswith(passing) for _, data in letter.keys)


def _labels(letter: Said) -> list[str]:
    return [key_of(label) for label, _ in letter.keys]


async def _is_lowest(visit: Visit, stands: Said) -> bool:
    return stands == next(iter(await visit.letters()), None)


def _wish(visit: Visit, spoken: str) -> str | None:
    """By the whole of it, else by what is left without the small words around it."""
    learning = visit.office.catalog.world.learning
    beside = learning["sisipan"]
    rest = " ".join(word for word in spoken.split() if word not in beside)
    if len(spoken.split()) > _LONGEST:
        return None
    return next((name for name in _VERBS for words in (learning[name],) if spoken in words or rest in words), None)


def _verb(data: str) -> str:
    return data.split(":")[1]


def place_named(visit: Visit, spoken: str) -> int | None:
    """The place of the answer, from 0; None where the words name none, or more than that."""
    beside = visit.office.catalog.world.learning["iringan"]
    rest = [word for word in spoken.split() if word not in beside]
    return place_of(visit, rest[0]) if len(rest) == 1 and len(spoken.split()) <= _LONGEST else None


def place_of(visit: Visit, word: str) -> int | None:
    """The same of one word."""
    place = visit.office.catalog.world.positions.get(word, "")
    if place.isdecimal():  # "yang kedua kayaknya"
        return int(place) - 1
    if word.isdecimal() and 0 < int(word) <= len(_LETTERS):
        return int(word) - 1
    return _LETTERS.index(word) if len(word) == 1 and word in _LETTERS else None


# --- an answer in its own words --------------------------------------------------------------------------------------


def offered(visit: Visit, asked: Asked) -> Sequence[str]:
    """The answers in the order in which they were offered."""
    question = visit.office.catalog.curriculum.question(asked.lesson, asked.question)
    if question is None or question.wording != asked.wording:
        return ()
    return [question.answers[int(place)].text for place in asked.shown]


async def _by_own_words(visit: Visit, spoken: str, answers: Sequence[str]) -> str | None:
    """The button of that answer, where a question of a lesson came with buttons."""
    quiz_id = number_in(answers[0].split(":")[2]) if answers and _verb(answers[0]) == "jawab" else None
    if quiz_id is None:
        return None
    asked = await visit.look_up(quizzes.one, visit.me.id, quiz_id)
    option = chosen_by_words(offered(visit, asked), spoken) if asked is not None else None
    return answers[option] if option is not None and option < len(answers) else None
