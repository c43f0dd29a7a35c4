"""An announcement put right in words while it is written: "eh salah, bukan rabu tapi kamis". Its text changes at once,
old and new are shown; what cannot be changed cleanly is written anew."""

from dataclasses import dataclass, replace

from bot.catalog.texts import as_html
from bot.core.broadcasts.dated import Dates
from bot.core.broadcasts.exchanging import Exchange, UnclearError
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer, State
from bot.store.people import conversations
from bot.work import conversation
from bot.work.visit import Visit

_LONGEST = 24  # words
WORDS, _WISH = "pesan", "diminta"
#: What a form is about: the words that are to be written anew, as its answer has them.
OLD = "lama"


@dataclass(frozen=True, slots=True)
class Reworded:
    """`html`: as it is now; empty where what is wrong stands there but cannot be put right without harm."""

    html: str
    wrong: str
    right: str


def put_right(visit: Visit, html: str, text: str) -> Reworded | None:
    """None where these words put nothing of it right."""
    ear, words = visit.office.catalog.ear, visit.office.catalog.world.spellings
    if ear is None or "?" in text or len(text.split()) > _LONGEST or not ear.corrects(text):
        return None
    pairs = ear.pairs(text) or ((ear.denied(text), ""),)
    before_places = (*words.places.at, *visit.office.catalog.world.addressing)
    dates = Dates(words.days, words.hours)
    exchange = Exchange(html, dates, visit.today, before_places, words.hours.half)
    if not any(wrong and exchange.stands(wrong) for wrong, _ in pairs):
        return None
    wrong, right = (", ".join(one.strip(" .,") for one in told) for told in zip(*pairs, strict=True))
    try:
        return Reworded(exchange.carried_out(pairs), wrong, right)
    except UnclearError:
        return Reworded("", wrong, right)


# --- while it is written ---------------------------------------------------------------------------------------------


async def heed(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """The words that were told already; the question that stands open is asked again."""
    draft = visit.conversations.get(before.flow)
    if not isinstance(heard, Typed) or draft is None:
        return False
    for key, part in ((WORDS, "html"), (_WISH, "text")):
        told = _told(before, key)
        found = put_right(visit, str(told.value.get(part, "")), heard.text) if told and told.value else None
        if told is None or found is None:
            continue
        if found.html:
            state = before.give(key, Answer({**told.value, part: found.html}, (*told.messages, heard.message)))
            say_changed(visit, found)
        else:
            state = before.forget([key])
            say_unclear(visit, str(told.value[part]))
        conversations.keep(visit.turn, replace(draft, state=state.to_json(), touched_at=visit.now))
        await conversation.resume(visit)
        return True
    return False


def _told(state: State, key: str) -> Answer | None:
    """What was told, also where it is to be written anew: a correction is not the whole text."""
    old = Answer(state.about[OLD]) if key == WORDS and state.about.get(OLD) else None
    return state.answers.get(key) or state.before.get(key) or old


def say_changed(visit: Visit, found: Reworded) -> None:
    visit.say("siaran_kata_diubah", lama=found.wrong, baru=found.right, isi=as_html(found.html))


def say_unclear(visit: Visit, html: str) -> None:
    """Nothing is changed: it is written anew, with the old words before their eyes."""
    visit.say("siaran_tulis_ulang", isi=as_html(html))
