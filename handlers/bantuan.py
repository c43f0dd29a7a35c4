"""/bantuan: what the bot can do for this person, from the access table."""

from bot.work.guide import tell_help
from handlers.guard import on_command

HANDLERS = [on_command("bantuan", tell_help)]
