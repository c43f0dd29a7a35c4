"""/cek: whether a certificate is one of ours; for the office, which ones wait to be given."""

from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.lessons import certificates, verifying
from handlers.buttons import Act, on_family
from handlers.context import Context
from handlers.guard import on_command


async def _check(update: Update, context: Context) -> None:
    await verifying.check(context.visit, " ".join(context.args or ()))


_ACTS: dict[str, Act] = {
    "daftar:<page>": certificates.list_waiting,
    "beri:<id>": certificates.give,
    "cabut:<id>": certificates.ask_to_revoke,
    "cabutya:<id>": partial(certificates.set_valid, valid=False),
    "pulih:<id>": partial(certificates.set_valid, valid=True),
}


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("cek", _check), on_family("ser", _ACTS)]
