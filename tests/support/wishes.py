"""Whoever presses *Pindahkan* was asked before: a test that presses it at once has asked for them."""

from datetime import datetime

from sqlalchemy import select

from bot.store.calendar import occasions
from bot.store.database.database import Database
from bot.store.tables import people
from tests.support.witness import ZONE

MOVES = "j:pindah:"


async def ask_to_move(database: Database, address: int, data: str, now: datetime) -> None:
    """`data`: of the button."""
    occasion, code = data.removeprefix(MOVES).split(":")
    to = datetime.strptime(code, "%Y%m%d%H%M").replace(tzinfo=ZONE)
    async with database.write() as connection:
        who = (await connection.execute(select(people.c.id).where(people.c.address == address))).scalar_one()
        wish = {"to": to.isoformat(), "why": ""}
        await occasions.log(connection, int(occasion), occasions.WISHED, now, who, wish)
