"""Days of training: the invitation's answers, the card of the day, and what belongs to it."""

from functools import partial

from bot.work.training import attending, closing, days, inviting, materials, results
from handlers.buttons import on_family
from handlers.guard import Act

_ACTS: dict[str, Act] = {
    "daftar": days.show_list,
    "lihat:<id>": days.show,
    "ya:<id>": partial(inviting.answer, comes=True),
    "tidak:<id>": partial(inviting.answer, comes=False),
    "bahan:<id>": materials.show,
    "kirim:<id>": materials.begin,
    "kosong:<id>": materials.take_back,
    "poster:<id>": attending.send_poster,
    "tes:<word>:<id>": attending.take_test,
    "tutup:<id>": closing.open_last_test,
    "tutup_ya:<id>": partial(closing.open_last_test, surely=True),
    "hasil:<id>": results.show,
    "tabel:<id>": results.send_table,
}

HANDLERS = [on_family("latih", _ACTS)]
