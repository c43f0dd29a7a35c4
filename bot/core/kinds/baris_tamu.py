"""People in one line each: a name, then their group, for whom they speak; "perwakilan ibu-ibu" is nobody's name, and
keeps nobody else out."""

from dataclasses import dataclass

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Reading, Refused, Took
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, measure, not_this
from bot.core.hall.guests import guests_of
from bot.core.understanding.name_words import exchanges

_LONGEST = 1500


@dataclass(frozen=True, slots=True)
class Params:
    """`most`: how many people."""

    most: int = 20


def read(ask: Ask, heard: Heard) -> Reading:
    if not isinstance(heard, Typed):
        return Refused(not_this(heard))
    text = clean(heard.text)
    if (fault := measure(text, 2, _LONGEST)) is not None:
        return fault
    if exchanges(ask.world, text):
        return Refused(Words("nama_orang.tukar", {"kata": text[:60]}))
    found, refused = guests_of(ask.world.spellings.guests).read_list(text)
    if refused and not found:
        return Refused(Words("rapat_tanpa_nama", {"siapa": refused[0].line[:60]}))
    if not 0 < len(found) <= ask.question.params.most:
        return Refused(Words("rapat_terlalu_banyak_baris", {"batas": ask.question.params.most}))
    return Took({"text": text})
