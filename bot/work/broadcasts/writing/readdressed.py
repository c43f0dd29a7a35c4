"""A draft that stands there goes to others, in words: "kirim ulang ke anggeraja", "ubah kecamatannya jadi anggeraja",
"bukan alla tapi anggeraja". It is shown as they will get it; nothing leaves by that."""

from collections.abc import Mapping
from typing import Any

from bot.core.forms.writing import key_of
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import DRAFT, Broadcast
from bot.work.broadcasts.under_way import wording
from bot.work.broadcasts.writing import addressed, agreeing, preview
from bot.work.broadcasts.writing.composed import FORM, answers_of, audience_of
from bot.work.broadcasts.writing.fitting import fitted
from bot.work.broadcasts.writing.readdressing import PLACE
from bot.work.visit import Visit


async def put(visit: Visit, broadcast_id: int, known: Mapping[str, Any]) -> bool:
    """Who is told of without a place is meant in the place that was told."""
    async with visit.ask() as connection:
        one = await broadcasts.one_to_change(connection, broadcast_id)
        if one is None or one.state != DRAFT or one.author_id != visit.me.id:
            return False
        flow = fitted(visit, visit.office.catalog.flows[FORM])
        audience = audience_of(visit.office, flow, answers_with(visit, one, known))
        if not agreeing.may_announce(visit, audience):
            visit.say("siaran_bukan_wewenang")
            return True
        await broadcasts.change(connection, one.id, audience=audience, scope=audience.scope)
        await broadcasts.note(connection, one.id, "changed", visit.me.id, visit.now, before=one.message.html)
    visit.say("siaran_penerima_dicatat", untuk=wording.whom(visit.office, audience))
    await preview.show(visit, one.id)
    return True


def answers_with(visit: Visit, one: Broadcast, known: Mapping[str, Any]) -> dict[str, Any]:
    gone = PLACE if "tingkat" in known else ()
    old = {key: value for key, value in answers_of(visit.office, one).items() if key not in gone}
    return old | dict(known)


def meant_in(visit: Visit, text: str) -> dict[str, Any]:
    """Who or where is right, told behind the last word that leads to it: "harusnya ke curio bukan malua. tarik lalu
    kirim ke curio". "Yang ke curio" only names it."""
    world = visit.office.catalog.world
    leads, words = world.addressing | world.stopping["mestinya"], text.split()
    spoken = [key_of(word) for word in words]
    named = world.announced["yang"]
    for at in (at for at in range(len(words) - 1, -1, -1) if spoken[at] in leads and spoken[at - 1] not in named):
        ends = (n for n in range(at + 1, len(words)) if spoken[n] in world.of_news["menyangkal"] | leads)
        if known := addressed.in_words(visit, " ".join(words[at + 1 : next(ends, len(words))])):
            return known
    return {}
