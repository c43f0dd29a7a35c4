"""/sipd: the sheet for SIPD, what SIPD answers, and the kamus usulan from which is chosen there; the DU-RKP Desa."""

from telegram import Update

from bot.core.forms.heard import Sent
from bot.work import conversation
from bot.work.answering.answers import answer
from bot.work.sipd import du_rkp, incoming, kamus, out
from bot.work.unprompted import sent_in_lesson
from handlers.buttons import on_family
from handlers.context import Context
from handlers.guard import Act, on_command, on_spreadsheet
from handlers.translate import data_replied_to, heard_in

_ACTS: dict[str, Act] = {
    "awal": out.choose,
    "masuk": incoming.begin,
    "jalankan:<id>": incoming.agree,
    "batal:<id>": incoming.drop,
    "foto:<word>:<year>:<page>": out.send_photos,
    "<word>:<year>": out.send,
}
_KAMUS: dict[str, Act] = {
    "masuk": kamus.begin,
    "pakai:<id>": kamus.agree,
    "batal:<id>": kamus.drop,
}
_DU_RKP: dict[str, Act] = {
    "awal": du_rkp.choose,
    "di:<word>": du_rkp.choose_in,
    "cetak:<word>:<year>": du_rkp.send_paper,
    "<word>:<year>": du_rkp.send,
}


async def _take_answer(update: Update, context: Context) -> None:
    """Sent without the button, from somebody whose spreadsheets can be nothing else."""
    message = update.effective_message
    assert message is not None
    heard = heard_in(message)
    if await sent_in_lesson.take_spreadsheet(context.visit, heard, data_replied_to(message)):
        return
    if conversation.is_asked(context.visit, incoming.JOURNEY) and await conversation.hear(context.visit, heard, answer):
        return
    if isinstance(heard, Sent) and heard.file is not None:
        incoming.take(context.visit, heard.file.file_id)


HANDLERS = [
    on_command("sipd", out.choose),
    *(on_family(name, acts) for name, acts in (("si", _ACTS), ("ka", _KAMUS), ("du", _DU_RKP))),
    on_spreadsheet("jawaban_sipd", _take_answer),
]
