"""What somebody in despair or under violence decides: whether a facilitator may be told."""

from bot.work.usulan.dangers import danger_asked
from handlers.buttons import on_family
from handlers.guard import Act

_ACTS: dict[str, Act] = {
    "ya:<word>:<word>:<word>": danger_asked.agree,
    "jangan": danger_asked.refuse,
}

HANDLERS = [on_family("g", _ACTS)]
