"""/pengabdian: a facilitator's year on one page."""

from bot.work.service import page
from handlers.buttons import on_family
from handlers.guard import on_command

HANDLERS = [on_command("pengabdian", page.send), on_family("p", {"<year>": page.send})]
