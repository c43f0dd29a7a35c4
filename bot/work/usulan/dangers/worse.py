"""Whether whoever called tells that it is worse, or anew: who is next has to know then, whoever has answered."""

from bot.core.usulan.danger_words import spoken_in
from bot.work.office import Office
from bot.work.usulan.dangers.placed import LONGEST


def is_worse(office: Office, text: str, *, anew: bool = False) -> bool:
    """ "Airnya di leher", "ibu juga pingsan"; not "cepat ki", nor a story, nor that it is over. `anew`: all was safe,
    and what only goes on ("tidak ada sinyal") rings nobody."""
    told = office.catalog.danger
    if len(text.split()) > LONGEST or told.is_supposed(text) or not told.is_plain(text):
        return False
    again = any(one in told.in_full(text) for one in office.plain("bahaya.kata_lagi").split(" | "))
    is_seen = again or not spoken_in(text).isdisjoint(office.plain("bahaya.kata_parah").split())
    if told.is_over(text):
        return is_seen and told.goes_on_like(text)  # "sudah diangkat tapi tidak bernapas"
    if not (spoken_in(text).isdisjoint(office.plain("bahaya.kata_selamat").split()) or told.ends_unlike(text)):
        return False  # "terbakar semua, tapi orang selamat"
    goes_on = told.is_said_since(text) or (told.is_still_said(text) and not told.hurries(text))
    is_danger = any(one.case.life and not one.mild for one in told.find(text)) or bool(told.doubted(text))
    return is_seen or is_danger or (goes_on and not anew)
