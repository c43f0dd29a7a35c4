"""/menu: the few buttons of somebody with a role, in the order of their use."""

from bot.work import guide, home
from bot.work.unprompted import asking_to_announce
from handlers.buttons import on_family
from handlers.guard import Act, on_command

_ACTS: dict[str, Act] = {
    "menu": home.show,
    "rapat": home.open_hall,
    "undang": home.invite,
    "bantuan": guide.tell_help,
    "panduan": guide.send,
    "layar:<word>": guide.explain,
    "minta:<id>": asking_to_announce.ask_for_it,
    "tarik": home.take_back,
}

HANDLERS = [on_command("menu", home.show), on_family("rumah", _ACTS)]
