"""Thanks below what a reader wrote to a villager ("makasih, saya tunggu") reach that reader; below anything else they
are only answered."""

from bot.core.forms.digits import whole
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import in_short
from bot.core.understanding.where.hamlets import tells_something
from bot.store.answering import questions
from bot.store.people import people
from bot.work import home
from bot.work.answering.questions import ANSWERED
from bot.work.deciding import word_to_proposer
from bot.work.people.people import has_consented
from bot.work.visit import Visit

_THANKS, _BESIDE = "terima_kasih", frozenset({"terima_kasih", "ya", "basa_basi", "salam", "nanti"})
_LONGEST, _SHOWN = 12, 120  # words; characters of the question


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    if (
        not isinstance(heard, Typed)
        or not has_consented(visit)
        or home.has_work(visit)
        or not _only_thanks(visit, heard)
    ):
        return False
    letter = await visit.stands((word_to_proposer.LETTER, ANSWERED))
    keys = [data for _, data in letter.keys] if letter is not None else []
    answered = next((whole(data.removeprefix(ANSWERED)) for data in keys if data.startswith(ANSWERED)), None)
    if answered is not None:
        return await _tell(visit, answered, heard.text)
    return await word_to_proposer.take_answer(visit, keys, heard)


def _only_thanks(visit: Visit, heard: Typed) -> bool:
    if len(heard.text.split()) > _LONGEST or "?" in heard.text:
        return False
    acts = {act.name for act in visit.acts(heard.text, "idle").done}
    return _THANKS in acts and acts <= _BESIDE and not tells_something(heard.text, visit.office.catalog.world)


async def _tell(visit: Visit, question_id: int, words: str) -> bool:
    """To whoever answered; False where nobody is left who did."""
    one = await visit.ask_once(questions.answered, question_id, visit.me.id)
    reader = await visit.ask_once(people.named, one.answered_by) if one is not None else None
    if one is None or reader is None:
        return False
    by_whom = visit.text("tanpa_nama") if one.unnamed or visit.me.unnamed else visit.me.name
    told = {"nama": reader.name, "siapa": by_whom, "tanya": in_short(one.words, _SHOWN), "isi": words}
    visit.tell(reader.address, reader.id, visit.text("pertanyaan_dibalas", **told))
    visit.say("pertanyaan_dibalas_terkirim", nama=visit.me.name, siapa=reader.name)
    return True
