"""Codes and numbers that are none: nobody tries them all."""

from bot.store.database.database import Connection
from bot.store.roles import invites
from bot.work.visit import Visit


async def may_try(visit: Visit, connection: Connection, most: int, sentence: str) -> bool:
    """False, and it is said by this sentence, for whoever brought so many within an hour, of whatever kind."""
    if await invites.wrong_within_hour(connection, visit.me.id, visit.now) < most:
        return True
    visit.say(sentence)
    return False
