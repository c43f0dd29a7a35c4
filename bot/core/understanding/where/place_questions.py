"""What to ask back where a place is not sure: which of several, whether a name is new, where an RT lies."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.forms.questions import Offer, Unsure
from bot.core.forms.say import Words
from bot.core.places.chains import Chain
from bot.core.places.gazetteer import DESA, DUSUN, KECAMATAN
from bot.core.understanding.rt_rw import UNTOLD
from bot.core.understanding.where.hamlets import may_be_name
from bot.core.understanding.where.said import Asked, Said
from bot.core.understanding.where.spots import Spot, hamlet, offer_of
from bot.core.wilayah import hamlet_name, kecamatan_of, lies_in

_MOST_BUTTONS = 6  # what fits on one page above the usual ones
_LONGEST_CODE = 30
NEW = "+"  # a button for a name that is on no list


def which(said: Said, spots: Sequence[Spot], *, listed: bool = False) -> Unsure:
    """Buttons for what may have been meant; a dusun may also be one that we do not know. `listed`: it may not, for it
    would lie in the desa that is open, and another one was named."""
    asked = said.asked
    spots = list(dict.fromkeys(spots))
    if len(spots) > _MOST_BUTTONS and asked.level == KECAMATAN:
        spots = list(dict.fromkeys(Spot(kecamatan_of(spot.code)) for spot in spots))
    offers = [_offer(asked, spot) for spot in spots[: _MOST_BUTTONS - 1]]
    if asked.level == DUSUN and not listed and not said.all_explained:
        offers += _new_button(said)
    why = "mesin.tempat_ini" if len(offers) == 1 else "mesin.tempat_yang_mana"
    return Unsure(Words(why, {"nama": said.name, "di": asked.around}), tuple(offers))


def _offer(asked: Asked, spot: Spot) -> Offer:
    offer = offer_of(asked.places, spot)
    if asked.level == DUSUN and asked.answers(spot):
        return replace(offer, label=hamlet_name(hamlet(spot.dusun, True, spot.told)))
    return offer


def _new_button(said: Said) -> list[Offer]:
    name = said.new_name or said.heard.named(DUSUN, None) or said.heard.core()
    code = f"{NEW}{name}"
    fits = code.isascii() and len(code) <= _LONGEST_CODE and said.told == UNTOLD
    return [Offer(code, name)] if fits and may_be_name(name, said.asked.ask.world) else []


def which_numbers(said: Said, spot: Spot) -> Unsure:
    """ "1/2": RT 1 of RW 2, or neither?"""
    numbered = replace(spot, told=said.told)
    shown = [hamlet_name(hamlet(one.dusun, True, one.told)) for one in (numbered, spot)]
    offers = [
        replace(offer_of(said.asked.places, one), label=label)
        for one, label in zip((numbered, spot), shown, strict=True)
    ]
    return Unsure(Words("mesin.rt_rw_benar", {"nama": shown[0]}), tuple(offers))


def partly(known: str, name: str) -> Words:
    return Words("mesin.tempat_sebagian", {"ada": known, "nama": name})


def as_new_name(said: Said, name: str) -> Unsure | None:
    called = bool(name) and said.heard.named(DUSUN, None) == name  # "dusun 3" names one, "3" alone does not
    if not may_be_name(name, said.asked.ask.world, called):
        return None
    value = hamlet(name, False, said.told)
    return Unsure(Words("mesin.nama_baru", {"nama": hamlet_name(value)}), value=value)


def called_as_a_desa(said: Said, best: Chain) -> Unsure | None:
    """ "Lembang", where the dusun is asked for: a desa of another kecamatan is called so, too, but nobody means it."""
    alone = len(best.hits) == 1 and best.exact and not best.bound and not said.heard.left(best)
    is_far = (
        said.asked.level == DUSUN
        and best.deepest.level == DESA
        and not lies_in(best.deepest.code, kecamatan_of(said.asked.within))
    )
    return as_new_name(said, said.name) if alone and is_far else None


def which_hamlet(said: Said, desa: str) -> Unsure | None:
    """RT and RW alone: they lie in one of the dusun, which has to be chosen."""
    names = said.asked.places.dusun(desa)
    spots = [Spot(desa, name, said.told) for name in names]
    if not spots:
        return None
    offers = tuple(replace(offer_of(said.asked.places, spot), label=spot.dusun) for spot in spots)
    shown = hamlet_name(hamlet("", True, said.told)).strip(", ")
    return Unsure(Words("mesin.rt_rw_di_mana" if said.sure else "mesin.rt_rw_ragu", {"nomor": shown}), offers)
