"""/siaran: announcements. Family `a` is their authors', `e` their recipients'."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.broadcasts import (
    agreeing,
    answered,
    composing,
    files,
    following,
    history,
    mending,
    pages,
    preview,
    readdressing,
    readers,
    replanning,
    replies,
    results,
    steering,
    told,
)
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
    "syarat:<id>:<word>": preview.narrow,
    "coba": preview.explain_trial,
    "kirim:<id>": agreeing.send,
    "penting:<id>": told.hasten,
    "sendiri:<id>": agreeing.send_alone,
    "setuju:<id>": agreeing.agree,
    "kembali:<id>": agreeing.give_back,
    "buang:<id>": agreeing.drop,
    "jeda:<id>": steering.pause,
    "teruskan:<id>": steering.resume,
    "hentikan:<id>": steering.stop,
    "urung:<id>": steering.undo,
    "jam:<id>": replanning.ask,
    "jam_ya:<id>:<id>": replanning.put_at,
    "jam_tidak:<id>": replanning.leave,
    "tarik:<id>": steering.ask_withdraw,
    "tarik_ya:<id>": steering.withdraw,
    "ralat:<id>": mending.ask,
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
    "ikut:<id>:<id>": following.follow,
    "biar:<id>:<id>": following.leave,
    "jawab:<id>": replies.begin_answer,
    "balik:<id>:<id>": answered.take_back,
    "penerima:<word>": readdressing.decide,
}
_RECIPIENTS: dict[str, Act] = {
    "paham:<id>": readers.understood,
    "jawab:<id>:<page>": readers.answer,
}


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("siaran", _show), on_family("a", _AUTHORS), on_family("e", _RECIPIENTS)]
