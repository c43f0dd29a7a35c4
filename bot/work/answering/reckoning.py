"""A number of what was sent is put right by reckoning: "45 KK itu kurangi dua". It is shown, old and new, before one
yes; where it is not plain what comes of it, the number is asked for."""

from bot.core.flow.correcting.numbers.reckoned import may_reckon, meant
from bot.core.flow.correcting.sent_corrections import as_sent
from bot.core.forms.heard import Sent, Typed
from bot.work.answering import changing, topics
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """False where nothing is reckoned, or nothing was sent of which it may be said."""
    catalog = visit.office.catalog
    if not isinstance(heard, Typed) or not may_reckon(catalog.world, heard.text):
        return False
    mine = await topics.lately(visit)
    if not mine or await changing.propose_in(visit, mine, heard):
        return bool(mine)
    scene = as_sent(catalog.flows[USULAN], mine[0].answers, visit.office.world(visit.now))
    question = meant(scene, heard.text)
    if question is not None:
        await changing.begin(visit, mine[0].id, question.key)
    return question is not None
