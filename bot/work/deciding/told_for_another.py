"""What somebody without a telephone answered, brought by whoever asked them: as a reply to the message that says that
it is to be asked, or "kata Hawa 6 x 7 meter", "hawa bilang tanahnya sendiri"."""

from dataclasses import replace

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with, key_of
from bot.core.records import Usulan
from bot.store.deciding import clarifications, moves
from bot.work.access import allowed, button
from bot.work.deciding import replied
from bot.work.reading import named
from bot.work.visit import Visit

_LONGEST_NAME = 3  # words before "bilang"


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it was taken as the answer of somebody who is asked in person."""
    if not isinstance(heard, Typed) or not allowed(button("u"), visit.grants):
        return False
    if (told := _told(visit, heard.text)) is None:
        return False
    found, answer = await named.of_person(visit, told, _is_asked) or ([], "")
    async with visit.look() as connection:
        alone = await moves.without_telephone(connection, [one.id for one in found]) if found else ()
        waiting = await clarifications.waiting(connection, [one.id for one in found if one.id in alone])
    if not waiting or not answer:
        return False
    return await replied.hear(visit, waiting[-1].id, replace(heard, text=answer), together=True)


def _is_asked(one: Usulan) -> bool:
    return one.status == clarifications.STAGE


def _told(visit: Visit, text: str) -> str | None:
    """From their name on, without what leads to what they said; None where nobody is quoted."""
    words = visit.office.catalog.world.asking_proposers
    if begun := begun_with(text, words["kata_orang"]):
        return text[len(begun) :]
    spoken = text.split()
    at = next((at for at, word in enumerate(spoken[: _LONGEST_NAME + 1]) if key_of(word) in words["bilang"]), 0)
    return " ".join([*spoken[:at], *spoken[at + 1 :]]) if at else None
