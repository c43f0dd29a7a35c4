"""/suara: the voice of a lesson or of a hard question, recorded, replaced, removed."""

from bot.work.lessons.coaching import voices
from handlers.buttons import on_family
from handlers.guard import Act, on_command

_ACTS: dict[str, Act] = {
    "lihat:<word>": voices.show,
    "rekam:<word>": voices.begin,
    "hapus:<word>:<word>": voices.remove,
}

HANDLERS = [on_command("suara", voices.open_one, with_words=True), on_family("su", _ACTS)]
