"""/siaran: announcements. Family `a` is their authors', `e` their recipients'."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.broadcasts import agreeing, composing, pages, preview, received, steering
from handlers.buttons import Act, on_family
from handlers.context import Context
from handlers.guard import on_command


async def _show(_update: Update, context: Context) -> None:
    await pages.show(context.visit)


_AUTHORS: dict[str, Act] = {
    "daftar:<page>": pages.show,
    "lihat:<id>": pages.show_one,
    "baru": composing.write,
    "lanjut": composing.go_on,
    "bahan:<page>": pages.show_templates,
    "tulis:<word>": composing.write_from,
    "ubah:<id>": composing.change,
    "pakai:<id>": composing.use_again,
    "tambah:<id>": composing.add_recipients,
    "contoh:<id>": preview.show,
    "coba": preview.explain_trial,
    "kirim:<id>": agreeing.send,
    "sendiri:<id>": agreeing.send_alone,
    "setuju:<id>": agreeing.agree,
    "kembali:<id>": agreeing.give_back,
    "buang:<id>": agreeing.drop,
    "jeda:<id>": steering.pause,
    "teruskan:<id>": steering.resume,
    "hentikan:<id>": steering.stop,
    "urung:<id>": steering.undo,
    "tarik:<id>": steering.ask_withdraw,
    "tarik_ya:<id>": steering.withdraw,
    "ralat:<id>": steering.ask_mend,
    "ulang:<id>:<word>": steering.send_again,
    "ingatkan:<id>": steering.remind,
}
_RECIPIENTS: dict[str, Act] = {
    "paham:<id>": received.understood,
    "jawab:<id>:<page>": received.answer,
}


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("siaran", _show), on_family("a", _AUTHORS), on_family("e", _RECIPIENTS)]
