"""How many codes somebody makes within an hour: a stolen telephone is not to fill an office with strangers."""

from datetime import datetime, timedelta

from bot.store.database.database import Connection
from bot.store.roles import invites
from bot.work.visit import Visit

#: One by one; more come by a list.
_AN_HOUR = 30
#: How many people one list may hold, and all lists of an hour together.
MOST_IN_A_LIST = 2000
_HOUR = timedelta(hours=1)


async def may_make_one(visit: Visit, connection: Connection) -> bool:
    """False when that was said: there were enough in this hour."""
    made = await invites.made_since(connection, visit.me.id, visit.now - _HOUR, by_list=False)
    if made >= _AN_HOUR:
        visit.say("undangan_terlalu_sering", batas=_AN_HOUR)
    return made < _AN_HOUR


async def left_by_list(connection: Connection, person_id: int, now: datetime) -> int:
    """How many people the lists of somebody may still hold in this hour."""
    made = await invites.made_since(connection, person_id, now - _HOUR, by_list=True)
    return max(MOST_IN_A_LIST - made, 0)
