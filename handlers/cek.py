"""/cek: whether a certificate is one of ours; for the office, which ones wait to be given."""

from functools import partial

from bot.work.lessons import certificates, verifying
from handlers.buttons import on_family
from handlers.guard import Act, on_command

_ACTS: dict[str, Act] = {
    "daftar:<page>": certificates.list_waiting,
    "beri:<id>": certificates.give,
    "cabut:<id>": certificates.ask_to_revoke,
    "cabutya:<id>": partial(certificates.set_valid, valid=False),
    "pulih:<id>": partial(certificates.set_valid, valid=True),
}

HANDLERS = [on_command("cek", verifying.check, with_words=True), on_family("ser", _ACTS)]
