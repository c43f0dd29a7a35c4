"""Whoever wrote something down for somebody else puts it right in words after sending: an answer, and who saw that it
was agreed to."""

from collections.abc import Sequence

from bot.core.flow.correcting import named_anew
from bot.core.flow.correcting.sent_corrections import changes_told
from bot.core.forms.heard import Heard, Typed
from bot.core.names import clean_name
from bot.core.records import Usulan
from bot.core.understanding.witnesses import named_in
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work.access import allowed, command
from bot.work.answering import changing, topics
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.usulan.voices import titip
from bot.work.visit import Visit

_LAST = 5


async def put_right(visit: Visit, heard: Heard) -> bool:
    """False where nothing of the kind is said, or nothing that they wrote down lately is meant."""
    if not isinstance(heard, Typed) or not allowed(command(titip.FORM), visit.grants):
        return False
    flows = visit.office.catalog.flows
    is_named = any(named_anew.is_named(flows[form], heard.text) for form in (titip.FORM, USULAN))
    if not is_named and not changing.wrong_in(visit, heard):
        return False
    found = await visit.look_up(stored.typed_by, visit.me.id, visit.now - topics.LATELY, _LAST)
    return await _put_witness_right(visit, found, heard) or await changing.propose_in(visit, found, heard)


async def _put_witness_right(visit: Visit, found: Sequence[Usulan], heard: Typed) -> bool:
    """In the newest of which somebody was the witness."""
    one = next((one for one in found if (one.agreed or {}).get(titip.AS_WITNESS)), None)
    if one is None:
        return False
    flow, before = titip.witnessed(visit.office.catalog.flows[titip.FORM], one)
    told = changes_told(flow, before, heard, visit.office.world(visit.now))
    if titip.WITNESS not in told:
        return False
    named = named_in(heard.text, visit.office.catalog.world.in_the_field) or told[titip.WITNESS]["text"]
    old, new = (one.agreed or {})[titip.AS_WITNESS], clean_name(named)
    if titip.is_me(visit, new):
        visit.say("titip_saksi_sendiri")
        return True
    await visit.ask_once(stored.agree, one.id, {**(one.agreed or {}), titip.AS_WITNESS: new})
    events.note(visit.turn, one.id, events.WITNESS, dari=old, jadi=new)
    visit.say("titip_saksi_dibetulkan", nomor=visit.office.spoken_number(one), lama=old, baru=new)
    return True
