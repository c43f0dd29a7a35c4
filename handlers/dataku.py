"""/dataku: one's own data, and whose voice a story is."""

from functools import partial

from bot.work import conversation
from bot.work.answering.answers import answer
from bot.work.people import genders, own_copy, phones, rights
from bot.work.usulan.voices import kept_off, named_voice, speakers
from bot.work.visit import Visit
from handlers.buttons import on_family
from handlers.guard import Act, on_command


async def _choose_whose(visit: Visit, who: str) -> None:
    if not await named_voice.choose(visit, who, answer) and not await speakers.choose(visit, who):
        visit.stale()


#: What may be done with one's own data.
_OWN: dict[str, Act] = {
    "nama": lambda visit: conversation.start(visit, rights.NAME),
    "unduh": own_copy.send,
    "telepon": phones.show,
    "telepon.baru": phones.ask,
    "telepon.hapus": phones.take_away,
    "telepon.hapus.kantor": phones.take_office_away,
    "jenis": genders.ask,
    "jenis.perempuan": partial(genders.tell, is_woman=True),
    "jenis.laki": partial(genders.tell, is_woman=False),
    "jenis.hapus": genders.take_away,
    "tarik": rights.ask_withdrawal,
    "tarik.usulan": partial(rights.withdraw, with_usulan=True),
    "tarik.jalan": partial(rights.withdraw, with_usulan=False),
    "hapus": rights.ask_erasure,
    "hapus.tetap": partial(rights.erase, with_words=False),
    "hapus.semua": partial(rights.erase, with_words=True),
    "diam": kept_off.keep,
    "jalan.musyawarah": partial(kept_off.agree_by, where="musyawarah"),
    "jalan.rumah": partial(kept_off.agree_by, where="rumah"),
    "jalan.orang": kept_off.ask_by_whom,
    "batal": rights.leave_as_it_is,
}
#: Whose voice it is.
_WHOSE: dict[str, Act] = {"siapa": speakers.ask_whose, "<word>": _choose_whose}

HANDLERS = [on_command("dataku", rights.show), on_family("o", _OWN), on_family("v", _WHOSE)]
