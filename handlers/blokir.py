"""Buttons about a telephone that is lost: found by way of /serahkan, cut off, looked into, taken back."""

from bot.work import conversation
from bot.work.access import button
from bot.work.places.own import home
from bot.work.roles import blocking, deeds
from bot.work.roles.territory import only_role
from bot.work.visit import Visit
from handlers.buttons import on_family
from handlers.guard import Act


async def _choose(visit: Visit) -> None:
    """Which role, in which wilayah; the people are listed after that."""
    mine = tuple(grant for grant in visit.grants if grant.role in button("b").roles)
    known = only_role(mine, visit.office) | home(visit.office, mine, button("b").roles)
    await conversation.start_or_finish(visit, blocking.JOURNEY, known)


_ACTS: dict[str, Act] = {
    "pilih": _choose,
    "orang:<id>": blocking.ask,
    "tahan:<id>:<word>": blocking.block,
    "sejak:<id>": deeds.ask_since,
    "baca:<id>": deeds.unread,
    "kabari:<id>": deeds.untell,
    "tugas:<id>": deeds.untick,
}

HANDLERS = [on_family("b", _ACTS)]
