"""What somebody needs who does not hear, said while no usulan of theirs is open: handed on, or noted at the last."""

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.stories.several import names_thing
from bot.core.understanding.in_writing import asks_for_signs, asks_in_writing, beside_it, tells_of_it
from bot.core.understanding.where.hamlets import tells_something
from bot.work import conversation
from bot.work.answering import correcting, topics
from bot.work.answering.answers import answer
from bot.work.people.people import has_consented
from bot.work.usulan.usulan import FORM
from bot.work.visit import Visit

_BESIDES = "juga"


async def tell(visit: Visit, heard: Heard) -> bool:
    """False where that is not said, or a form is there to hear it."""
    if not isinstance(heard, Typed) or not has_consented(visit) or FORM in visit.conversations:
        return False
    world = visit.office.catalog.world
    signs = asks_for_signs(heard.text, world)
    if not (signs or _asks(heard.text, world)) or conversation.asks_for_any_words(visit):
        return False
    await answer(visit, "juru_isyarat" if signs else "tulis_saja", heard.text)
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
