"""Whether what was sent may be taken back is asked. "Bolehkah saya cabut usulanku?" wants it, and is asked for its yes;
"bisa ji dihapus kalau iparku marah?" is told in short how, with the button that asks."""

from bot.core.flow.correcting.gone_from_sent import names_something
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.records import WITHDRAWN
from bot.core.spelt import one_of
from bot.core.usulan.whose_name import beside_case
from bot.work.answering import correcting, naming
from bot.work.answering.gone import taking_back
from bot.work.people.people import has_consented
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit

_LONGEST, _MOST = 12, 3  # words; usulan


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Nothing is taken back by words alone."""
    world = visit.office.catalog.world
    if not isinstance(heard, Typed) or not _may_ask(world, heard.text) or not has_consented(visit):
        return False
    said = key_of(heard.text)
    asked = beside_case(world, said)
    is_supposed = asked is not None
    meant = is_meant(world, said if asked is None else asked, is_supposed=is_supposed)
    if not meant or naming.may_name(visit.office, heard.text):
        return False
    return await (_tell_how(visit) if is_supposed else taking_back.offer(visit, heard))


def _may_ask(world: World, text: str) -> bool:
    words = key_of(text).split()
    return bool(world.taking_back) and len(words) <= _LONGEST and not world.taking_back["boleh"].isdisjoint(words)


def is_meant(world: World, front: str, *, is_supposed: bool) -> bool:
    """That it is to go, and nothing else that is named: neither a name nor a photo. Without a case it says what."""
    words = world.taking_back
    deeds = words["kata"] - words["sebelum_angka"]
    if one_of(words["boleh"]).search(front) is None or one_of(deeds).search(front) is None:
        return False
    said = one_of(words["boleh"] | words["menunjuk"]).sub(" ", front)
    return (is_supposed or one_of(words["apa"]).search(front) is not None) and not names_something(world, said)


async def _tell_how(visit: Visit) -> bool:
    sent = await taking_back.of_mine(visit)
    mine = [one for one in sent if one.status != WITHDRAWN and one.locked_at is None][:_MOST]
    if not mine:
        return False
    rows = [[(correcting.label_of(visit, one), f"l:tarik:{one.id}")] for one in mine]
    visit.say("tarik_usulan_bisa", keyboard(*rows), nomor=visit.office.spoken_number(mine[0]), banyak=len(mine))
    return True
