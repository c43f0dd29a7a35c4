"""/panduan: one page for each of one's roles, to print and to forward."""

from bot.work import guide
from handlers.guard import on_command

HANDLERS = [on_command("panduan", guide.send)]
