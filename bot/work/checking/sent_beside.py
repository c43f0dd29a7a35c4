"""A photo or a point that is sent while something else of a check is asked: it belongs to its own item, is said back,
and the question stands."""

from bot.core.checking.items import PHOTOS, PLACE
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.state import State
from bot.store.checking import findings
from bot.work import conversation
from bot.work.checking import in_words, keeping, which
from bot.work.checking.permitted import writable
from bot.work.visit import Visit

#: The question of an item that takes what is sent.
_SENT_AS = {PHOTOS: "foto", PLACE: "titik"}


async def take(visit: Visit, before: State, heard: Sent) -> bool:
    """False where it answers what is asked."""
    item = PLACE if heard.point else PHOTOS if in_words.is_picture(heard) else ""
    asked = before.about["uji"]
    named, _ = await which.told(visit, Typed(heard.caption or "", 0), asked)
    if item == before.about["bagian"] and named in (None, asked):
        return item == PHOTOS and await _say_same(visit, before, heard)
    return bool(item) and await _keep(visit, before, named or asked, item, heard)


async def _keep(visit: Visit, before: State, check: int, item: str, heard: Sent) -> bool:
    """What belongs to another item is kept there; under words that name another check, in that one."""
    key = _SENT_AS[item]
    value, pair = in_words.read(visit, key, heard), await writable(visit, check)
    if value is None or pair is None:
        return False
    one, found = pair
    there = (await visit.ask_once(findings.of_check, one.id)).get(item)
    number = visit.office.spoken_number(found)
    about = {**before.about, "bagian": item, "lihat": keeping.seen(there), "nomor": number}
    stays = dict(there.value) if there is not None and item != PHOTOS else {}
    await keeping.keep(visit, one, found, about, stays | {key: value})
    visit.say("uji_foto_terpisah", nomor=number, titik=item == PLACE)
    return await conversation.resume(visit)


async def _say_same(visit: Visit, before: State, heard: Heard) -> bool:
    """The very picture that was sent already counts once, and this is said at once."""
    file = heard.file if isinstance(heard, Sent) else None
    sent = before.answers[PHOTOS].value if PHOTOS in before.answers else ()
    if file is None or file.unique_id not in {photo["unique_id"] for photo in sent}:
        return False
    visit.say("uji_foto_sama", jumlah=len(sent))
    return await conversation.resume(visit)
