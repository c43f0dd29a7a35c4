"""What somebody in despair or under violence decides: whether a facilitator may be told; and what those who were told
of a danger say to whoever called, by a button."""

from bot.work.usulan.dangers import danger_asked, ended, talk
from handlers.buttons import on_family
from handlers.guard import Act

_ACTS: dict[str, Act] = {
    "ya:<word>:<word>:<word>": danger_asked.agree,
    "jangan": danger_asked.refuse,
    "datang:<word>:<word>:<word>": talk.come,
    "absen:<word>:<word>:<word>": talk.stay,
    "aman:<word>:<word>:<word>": talk.safe,  # under a reader's words
    "lewat:<word>:<word>:<word>": talk.safe,  # under ours
    "reda:<word>:<word>:<word>": ended.choose,
}

HANDLERS = [on_family("g", _ACTS)]
