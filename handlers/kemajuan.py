"""/kemajuan: how far learners are, for those who look after a wilayah."""

from bot.work.lessons import overview
from bot.work.lessons.coaching import greetings
from handlers.buttons import on_family
from handlers.guard import Act, on_command

_ACTS: dict[str, Act] = {
    "awal": overview.show,
    "kec:<word>:<page>": overview.show_people,
    "soal": overview.show_hardest,
    "tabel": overview.send_table,
    "gambar": overview.send_picture,
    "sapa:<id>": greetings.greet,
    "sapa_semua": greetings.greet_all,
}

HANDLERS = [on_command("kemajuan", overview.show), on_family("z", _ACTS)]
