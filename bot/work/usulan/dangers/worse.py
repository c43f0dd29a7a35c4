"""Whether whoever called tells that it is worse, or anew: who is next has to know then, whoever has answered."""

from bot.core.usulan.danger import Danger
from bot.core.usulan.danger_words import spoken_in
from bot.work.office import Office
from bot.work.usulan.dangers.placed import LONGEST


def is_worse(office: Office, text: str, *, anew: bool = False) -> bool:
    """ "Airnya di leher", "ibu juga pingsan"; not "cepat ki", nor a story, nor that it is over. `anew`: all was safe,
    and what only goes on ("tidak ada sinyal") rings nobody."""
    told = office.catalog.danger
    urges = spoken_in(text) <= told.urging | told.polite | told.helping
    if urges or len(text.split()) > LONGEST or told.is_supposed(text) or not told.is_plain(text):
        return False
    again = any(one in told.in_full(text) for one in office.plain("bahaya.kata_lagi").split(" | "))
    is_seen = again or not spoken_in(text).isdisjoint(office.plain("bahaya.kata_parah").split())
    if told.is_over(text):
        return is_seen and told.goes_on_like(text)  # "sudah diangkat tapi tidak bernapas"
    if anew and not again and told.ends_like(text):
        return False  # "semua sudah keluar hidup2, satu dibawa ke RS"
    if not (spoken_in(text).isdisjoint(office.plain("bahaya.kata_selamat").split()) or told.ends_unlike(text)):
        return False  # "terbakar semua, tapi orang selamat"
    return is_seen or _is_danger(told, text) or (_goes_on(told, text) and not anew)


def _is_danger(told: Danger, text: str) -> bool:
    is_called = any(one.case.life and not one.mild for one in told.find(text))
    return is_called or (not told.hurries(text) and bool(told.doubted(text)))


def _goes_on(told: Danger, text: str) -> bool:
    return told.is_said_since(text) or (told.is_still_said(text) and not told.hurries(text))
