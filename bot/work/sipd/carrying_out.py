"""SIPD's answers are carried out, a slice in a transaction: whoever dies between two slices loses nothing, and does
nothing twice."""

from collections.abc import Sequence
from typing import Any

from bot.core.records import Usulan
from bot.store.deciding import moves
from bot.store.deciding.moves import Change
from bot.store.queues import news, outbox
from bot.store.roles import lists as stored
from bot.store.sipd import answers
from bot.work.deciding.moved import MOVED
from bot.work.roles.lists import Sender
from bot.work.round import Round
from bot.work.saying.letters import text_row
from bot.work.sipd.incoming import sight_of_sender
from bot.work.sipd.judging import Plan
from bot.work.usulan import seasons

#: Usulan that one transaction changes: others wait for it as briefly as for any other.
SLICE = 250
_LEASE = 180.0  # seconds until somebody else may go on
_NAMED = 10  # numbers that a screen names


async def carry_on(tour: Round, sender: Sender, list_id: int) -> bool:
    """The next slice of what was agreed to; with the last one, the answer. False when there is nothing left."""
    rest = await stored.rest_of(tour.connection, list_id)
    if rest is None:
        return False
    plans = [Plan(*one) for one in rest["plans"]]
    now, later = plans[:SLICE], plans[SLICE:]
    done = set(await _move(tour, sender, now))
    rest["late"] += [one.name for one in now if one.usulan_id not in done]
    rest["alone"] += len(await moves.without_telephone(tour.connection, list(done)))
    rest |= {"done": rest["done"] + len(done), "plans": [list(one) for one in rest["plans"][SLICE:]]}
    rest |= await _number(tour, sender, rest)
    if later or rest["numbers"]:
        await stored.keep_rest(tour.connection, list_id, rest, tour.real + _LEASE)
        return True
    await stored.finish(tour.connection, list_id, "read")
    await outbox.promise(tour.connection, [_answer(tour, sender, rest)])
    return False


async def _number(tour: Round, sender: Sender, rest: dict[str, Any]) -> dict[str, Any]:
    """SIPD's own numbers, a slice of them; nobody is told of a number."""
    now, later = dict(rest["numbers"][:SLICE]), rest["numbers"][SLICE:]
    done = await answers.number(tour.connection, sight_of_sender(tour, sender), now, sender.person_id, tour.now)
    return {"numbers": later, "numbered": rest["numbered"] + done}


async def _move(tour: Round, sender: Sender, plans: Sequence[Plan]) -> list[int]:
    """Those that moved: as they were seen, and the sender still may. One news for all who brought them."""
    found = await answers.by_id(tour.connection, sight_of_sender(tour, sender), [one.usulan_id for one in plans])
    may = [one for one in plans if one.usulan_id in found and one.state in tour.office.catalog.states.states]
    changes = {one.usulan_id: _change(tour, found[one.usulan_id], one) for one in may}
    seen = {one.usulan_id: one.seen for one in may}
    batch, done = await moves.make_each(tour.connection, changes, seen, sender.person_id, tour.now)
    if done:
        await news.put_out(tour.connection, MOVED, batch, tour.now, None)
    return done


def _change(tour: Round, usulan: Usulan, one: Plan) -> Change:
    state = tour.office.catalog.states.of(one.state)
    later = {usulan.id: seasons.next_look(tour.office, usulan, state, tour.now)}
    return Change(state.key, state.stage, state.locks, one.reason, one.note, one.decider, seasons=later)


def _answer(tour: Round, sender: Sender, rest: dict[str, Any]) -> dict[str, Any]:
    late = rest["late"]
    told = {
        "jumlah": rest["done"],
        "bernomor": rest["numbered"],
        "langsung": rest["alone"],
        "didahului": len(late),
        "nomor": late[:_NAMED],
    }
    text = tour.text("sipd_selesai", sisa=max(len(late) - _NAMED, 0), **told)
    return text_row(text, chat=sender.address, real=tour.real, person_id=sender.person_id)
