"""What tells one of several meetings of a kind from the others: a dusun of the list, or any name."""

from collections.abc import Sequence

from bot.core.forms.heard import Heard, Pressed, Sent, Typed
from bot.core.forms.offers import choose
from bot.core.forms.questions import Ask, Offer, Reading, Refused, Took, Unsure
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, is_bare, key_of, measure, not_this
from bot.core.kinds.pertemuan import where
from bot.core.places.spelling import fold

LONGEST = 40


def read(ask: Ask, heard: Heard) -> Reading:
    if isinstance(heard, Sent):
        return Refused(not_this(heard))
    chosen = choose(offers(ask), heard)
    if isinstance(chosen, tuple):
        return Took({"text": chosen[0].label}, guessed=chosen[1])
    if isinstance(heard, Pressed) or isinstance(chosen, Unsure):
        return chosen
    is_control = key_of(heard.text) in ask.world.words or is_bare(heard.text, ask.world)
    return Refused(Words("mesin.nama_bukan_tombol")) if is_control else _name(heard)


def _name(heard: Typed) -> Reading:
    name = clean(heard.text).replace("\n", " ")
    wrong = measure(name, 2, LONGEST)
    if wrong or not any(c.isalpha() for c in name):
        return wrong or Refused(Words("mesin.tempat_tidak_ada"))
    return Took({"text": name})


def offers(ask: Ask) -> Sequence[Offer]:
    names = ask.world.places.dusun(where(ask))
    return [Offer(value, name) for name in names if (value := fold(name)[:24])]
