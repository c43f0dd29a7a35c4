"""/titip: an usulan for somebody without a telephone."""

from typing import Any

from bot.work.access import allowed, command
from bot.work.answering.answers import answer
from bot.work.places.own import home
from bot.work.usulan.voices import titip, which_voice
from bot.work.visit import Visit
from handlers.guard import on_command


def _begin(visit: Visit) -> None:
    titip.begin(visit, _known(visit))


async def begin_anew(visit: Visit) -> None:
    """*Mulai yang baru*, in the place of one that was left half filled."""
    if allowed(command("titip"), visit.grants):
        await which_voice.begin_anew(visit, _known(visit), answer)
    else:
        visit.stale()


def _known(visit: Visit) -> dict[str, Any]:
    return home(visit.office, visit.grants, command("titip").roles)


HANDLERS = [on_command("titip", _begin)]
