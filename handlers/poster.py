"""/poster: a page to print for a dusun or a posyandu."""

from bot.work import conversation
from bot.work.access import command
from bot.work.places import posters
from bot.work.places.own import home
from bot.work.visit import Visit
from handlers.guard import on_command


def _begin(visit: Visit) -> None:
    conversation.start(visit, posters.JOURNEY, home(visit.office, visit.grants, command("poster").roles))


HANDLERS = [on_command("poster", _begin)]
