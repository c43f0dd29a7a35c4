"""What a villager says of an usulan that they brought, and that is no other story: they moved away, or want to ask
something in a sentence of their own. It is answered, or handed on to whoever reads there."""

import re

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import begun_with
from bot.core.records import WITHDRAWN
from bot.core.understanding.hamlets import tells_something
from bot.work import home
from bot.work.answering import own_readers, questions
from bot.work.answering.reader_facts import names
from bot.work.people.people import has_consented
from bot.work.unprompted import nothing_open
from bot.work.usulan import usulan
from bot.work.visit import Visit

_ONLY_MOVES = 9  # words that say no more than that
_FEWEST = 3  # words of a question behind "mau tanya"


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    if not isinstance(heard, Typed) or not has_consented(visit) or home.has_work(visit):
        return False
    moves, asks = _moves_away(visit, heard.text), _asks(visit, heard.text)
    nods = not moves and _nods(visit, heard.text)
    if not (moves or nods or asks) or nothing_open.is_plain(visit, heard):
        return False
    mine = [one for one in await usulan.mine(visit) if one.status != WITHDRAWN]
    if mine and moves:
        told = [usulan.number_of(visit.office, one, visit.now) for one in mine]
        readers = next((each.readers for each in await own_readers.matters(visit) if each.number == told[0]), ())
        visit.say("usulan_pindah", nama=visit.me.name, nomor=told, pembaca=names(readers))
    elif mine and nods:
        visit.say("usulan_pindah_iya", nama=visit.me.name)
    elif mine:
        await questions.say_handed(visit, heard.text, mine[0].desa)
    return bool(mine)


def _moves_away(visit: Visit, text: str) -> bool:
    """ "Saya sudah pindah ke Makassar, usulan saya bagaimana", "saya sudah pindah ke desa Boiya ikut suami"."""
    known, spoken = visit.office.catalog.world.own_matters, {*re.findall(r"[\w]+", text.lower())}
    moves = all(not known[part].isdisjoint(spoken) for part in ("pindah", "sendiri"))
    is_all = len(spoken) <= _ONLY_MOVES and not tells_something(text, visit.office.catalog.world)
    return moves and (is_all or not known["usulan"].isdisjoint(spoken))


def _nods(visit: Visit, text: str) -> bool:
    """ "Iya betul pindah ma": that they moved, and nothing else."""
    known, spoken = visit.office.catalog.world.own_matters, {*re.findall(r"[\w]+", text.lower())}
    return not known["pindah"].isdisjoint(spoken) and spoken <= known["pindah"] | known["membenarkan"]


def _asks(visit: Visit, text: str) -> bool:
    """ "Mau tanya kenapa bukan mendesak, anak-anak butuh lapangan": what no answer of ours knows."""
    lead = begun_with(text, visit.office.catalog.world.own_matters["tanya"])
    return bool(lead) and len(text.split()) - len(lead.split()) >= _FEWEST and not visit.acts(text, "idle").done
