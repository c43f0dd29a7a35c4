"""What somebody needs who does not hear, said while no usulan of theirs is open: handed on, or noted at the last."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.forms.heard import Heard, Sent, Typed, words_of
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.stories.several import names_thing
from bot.core.understanding.in_writing import asks_for_signs, asks_in_writing, before_story, beside_it, tells_of_it
from bot.core.understanding.where.hamlets import tells_something
from bot.work import conversation
from bot.work.answering import correcting, own_name, topics
from bot.work.answering.answers import answer
from bot.work.office import Office
from bot.work.people import first_words
from bot.work.people.people import has_consented
from bot.work.usulan.usulan import FORM
from bot.work.visit import Visit

_BESIDES = "juga"
_IN_WRITING, _SIGNS = "tulis_saja", "juru_isyarat"


async def tell(visit: Visit, heard: Heard) -> bool:
    """False where that is not said, or a form is there to hear it."""
    if not isinstance(heard, Typed) or not has_consented(visit) or FORM in visit.conversations:
        return False
    world = visit.office.catalog.world
    signs = asks_for_signs(heard.text, world)
    if not (signs or _asks(heard.text, world)) or conversation.asks_for_any_words(visit):
        return False
    await answer(visit, _SIGNS if signs else _IN_WRITING, heard.text)
    if not signs:
        await _note(visit, heard.text.strip())
    return True


def _asks(text: str, world: World) -> bool:
    """ "Kalau Rahmi mau tanya, jangan telpon ya sy tidak dengar": whatever else is said tells of nothing."""
    if "?" in text or not tells_of_it(text, world):
        return asks_in_writing(text, world)
    beside = (one for one in beside_it(text, world) if key_of(one).partition(" ")[0] not in world.agreeing["tahan"])
    return not any(tells_something(one, world) or names_thing(one, world.spellings.stories) for one in beside)


async def _note(visit: Visit, words: str) -> None:
    """Beside what was sent last, for whoever brings the news of it."""
    for one in (await topics.lately(visit))[:1]:
        before = one.answers.get(_BESIDES) or {}
        earlier = str(before.get("text", ""))
        if words not in earlier.split("\n"):
            await correcting.carry_out(visit, one, {_BESIDES: {**before, "text": f"{earlier}\n{words}".strip()}})


# --- said before the yes ------------------------------------------------------------------------------------------


async def answers_the_deaf(visit: Visit, heard: Heard) -> bool:
    """That they do not hear is noted, so that nobody tells them to speak once they agreed."""
    world, text = visit.office.catalog.world, heard.text if isinstance(heard, Typed) else ""
    asks = asks_in_writing(text, world)
    if asks:
        await first_words.keep(visit)
    return (asks or asks_for_signs(text, world)) and await answer(visit, _IN_WRITING if asks else _SIGNS, text)


async def heard_beside(visit: Visit, heard: Heard) -> Heard:
    """What they tell, once it is answered that they do not hear."""
    said, left = before_story(heard.text, visit.office.catalog.world) if isinstance(heard, Typed) else ("", "")
    if left:
        await answer(visit, _IN_WRITING, said)
    return replace(heard, text=left) if isinstance(heard, Typed) and left else heard


def without_needs(office: Office, spoken: Sequence[Heard]) -> list[Heard]:
    """What was told, but for that somebody does not hear, or is not to be named: it was answered, and is no story."""
    world = office.catalog.world
    told = [heard for heard in spoken if not isinstance(heard, Typed) or not asks_in_writing(heard.text, world)]
    plain = ((one, own_name.without_wish(office, one)) for one in told if isinstance(one, Typed | Sent))
    return [left for one, left in plain if words_of(left) or not words_of(one)]
