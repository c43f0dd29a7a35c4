"""/sipd: the sheet for SIPD, what SIPD answers, and the kamus usulan from which is chosen there; the DU-RKP Desa."""

from bot.core.forms.heard import Sent, Typed
from bot.work import conversation
from bot.work.answering.answers import answer
from bot.work.sipd import du_rkp, incoming, kamus, out
from bot.work.visit import Visit
from handlers.buttons import on_family
from handlers.guard import Act, on_command, on_spreadsheet

_ACTS: dict[str, Act] = {
    "awal": out.choose,
    "masuk": lambda visit: conversation.start(visit, incoming.JOURNEY),
    "jalankan:<id>": incoming.agree,
    "batal:<id>": incoming.drop,
    "foto:<word>:<year>:<page>": out.send_photos,
    "<word>:<year>": out.send,
}
_KAMUS: dict[str, Act] = {
    "masuk": lambda visit: conversation.start(visit, kamus.JOURNEY),
    "pakai:<id>": kamus.agree,
    "batal:<id>": kamus.drop,
}
_DU_RKP: dict[str, Act] = {
    "awal": du_rkp.choose,
    "di:<word>": du_rkp.choose_in,
    "cetak:<word>:<year>": du_rkp.send_paper,
    "<word>:<year>": du_rkp.send,
}


async def _take_answer(visit: Visit, heard: Typed | Sent) -> None:
    """Sent without the button, from somebody whose spreadsheets can be nothing else."""
    if conversation.is_asked(visit, incoming.JOURNEY) and await conversation.hear(visit, heard, answer):
        return
    if isinstance(heard, Sent) and heard.file is not None:
        incoming.take(visit, heard.file.file_id)


HANDLERS = [
    on_command("sipd", out.choose),
    *(on_family(name, acts) for name, acts in (("si", _ACTS), ("ka", _KAMUS), ("du", _DU_RKP))),
    on_spreadsheet("jawaban_sipd", _take_answer),
]
