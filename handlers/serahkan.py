"""/serahkan: a successor takes everything over, also when the old phone is gone."""

from bot.work import conversation
from bot.work.access import role, roles_to_give
from bot.work.places.own import home
from bot.work.roles import ending, handover
from bot.work.roles.territory import only_role
from bot.work.unprompted.absent import standing_in
from bot.work.visit import Visit
from handlers.buttons import on_family
from handlers.guard import Act, on_command


async def _choose(visit: Visit) -> None:
    """Which role, in which wilayah; the people are listed after that."""
    if not roles_to_give(visit.grants):
        visit.stale()
        return
    givers = {giver for one in roles_to_give(visit.grants) for giver in role(one.name).given_by}
    known = only_role(visit.grants, visit.office) | home(visit.office, visit.grants, tuple(givers))
    await conversation.start_or_finish(visit, handover.JOURNEY, known)


_ACTS: dict[str, Act] = {
    "saya": handover.look_at_oneself,
    "ya": handover.for_oneself,
    "pilih": _choose,
    "wakil:<id>:<word>:<id>": standing_in.agree,
    "orang:<id>": handover.look_at_somebody,
    "kode:<id>": handover.for_somebody,
    "cabut:<id>": handover.revoke_code,
    "kartu:<id>": ending.show_card,
    "cabutperan:<id>": ending.ask,
    "cabutya:<id>": ending.carry_out,
}

HANDLERS = [on_command("serahkan", handover.offer), on_family("s", _ACTS)]
