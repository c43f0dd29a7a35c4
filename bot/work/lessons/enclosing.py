"""A picture, an Excel, a Word or a PDF in the place of words: it is the answer, with what is written under it."""

from collections.abc import Awaitable, Callable, Iterable

from bot.core.forms.heard import Heard, Sent
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.store.lessons.asked import LessonQuestion
from bot.store.lessons.tried import Tried
from bot.store.people import conversations
from bot.work.office import Office
from bot.work.saying import files
from bot.work.saying.files import Kept
from bot.work.saying.keyboard import Key
from bot.work.visit import Heed, Visit

#: What becomes of it: the form as it stood, the words under it, the file.
TakeFile = Callable[[Visit, State, str, Kept], Awaitable[None]]


async def _let_pass(_visit: Visit, _before: State, _heard: Heard, _step: Step) -> bool:
    return False


def enclosing(take: TakeFile, heed: Heed = _let_pass, *, with_words: bool = False) -> Heed:
    """`with_words`: only where something is written under it; else the form asks for words. `heed`: what is looked at
    where no file is."""

    async def take_file(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
        file = files.enclosed(heard)
        if file is None or not isinstance(heard, Sent) or (with_words and not heard.caption):
            return await heed(visit, before, heard, step)
        conversations.end(visit.turn, before.flow)
        await take(visit, before, heard.caption or "", file)
        return True

    return take_file


# --- kept and shown --------------------------------------------------------------------------------------------------


def columns_of(file: Kept | None) -> dict[str, str | None]:
    """Of a row that may hold a file."""
    return {"file_id": file.file_id if file else None, "file_kind": file.kind if file else None}


def hear_keys(office: Office, verb: str, numbered: Iterable[tuple[int, Tried | LessonQuestion]]) -> list[Key]:
    """A button for each that holds a file: to hear a voice, to see what else there is."""
    names = {"voice": "tombol_cerita_dengar"}
    held = [(at, one) for at, one in numbered if one.file_id]
    return [
        (office.catalog.text(names.get(one.file_kind or "", "tombol_cerita_lihat"), ke=at), f"x:{verb}:{one.id}")
        for at, one in held
    ]


def show_file(visit: Visit, one: Tried | LessonQuestion | None) -> None:
    if one is None or one.file_id is None:
        visit.stale()
    else:
        files.show(visit, [(one.file_kind or "voice", one.file_id, "")])
