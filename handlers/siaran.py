"""/siaran: announcements. Family `a` is their authors', `e` their recipients'."""

from typing import Any

from telegram.ext import BaseHandler

from bot.work.broadcasts import files, history, readers, replies, results, steering
from handlers.buttons import Act, on_family

_AUTHORS: dict[str, Act] = {
    "jeda:<id>": steering.pause,
    "teruskan:<id>": steering.resume,
    "hentikan:<id>": steering.stop,
    "urung:<id>": steering.undo,
    "tarik:<id>": steering.ask_withdraw,
    "tarik_ya:<id>": steering.withdraw,
    "ralat:<id>": steering.ask_mend,
    "ulang:<id>:<word>": steering.send_again,
    "ingatkan:<id>": steering.remind,
    "hasil:<id>": results.show,
    "desa:<id>:<page>": results.show_places,
    "peran:<id>": results.show_roles,
    "belum:<id>:<page>": results.show_unconfirmed,
    "jelas:<id>:<page>": results.show_unsure,
    "excel:<id>": files.send_table,
    "excel:<id>:<word>": files.send_table,
    "gambar:<id>": files.send_picture,
    "papan:<id>": files.send_page,
    "wa:<id>": files.forward,
    "riwayat:<id>:<page>": history.show,
    "lama:<id>:<page>": history.show_old_words,
    "jawab:<id>": replies.begin_answer,
}
_RECIPIENTS: dict[str, Act] = {
    "paham:<id>": readers.understood,
    "jawab:<id>:<page>": readers.answer,
}


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_family("a", _AUTHORS), on_family("e", _RECIPIENTS)]
