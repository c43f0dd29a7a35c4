"""Of several that may come again, those that were not pressed stay to be pressed."""

from datetime import datetime

from sqlalchemy import insert, select, update

from bot.store.database.ids import new_id
from bot.store.tables import usulan
from tests.deciding.asking import Asking
from tests.support.client import labels
from tests.support.desk import ZONE
from tests.support.sentences import says


async def test_one_press_leaves_the_other_button(quick: Asking) -> None:
    async with quick.town.database.write() as connection:
        await connection.execute(update(usulan).values(state="ditolak", status="hasil", moved=1))
        row = dict((await connection.execute(select(usulan))).one()._mapping)
        await connection.execute(insert(usulan).values(row | {"id": new_id(), "serial": 2, "code": "ENR-27-MAI-0002"}))
        await connection.execute(update(usulan).values(season_at=datetime(2027, 4, 5, 9, tzinfo=ZONE)))
    await quick.telegram.move_clock(to=datetime(2027, 4, 5, 10, tzinfo=ZONE))
    await quick.town.until("SELECT count(*) FROM usulan WHERE season_at IS NOT NULL", 0)
    asked = await quick.ask(quick.sitti, "bawa lagi usulanku", says("bawa_lagi_yang_mana"))
    first, second = labels(asked)
    await quick.press(quick.sitti, first, says("bawa_lagi_dicatat"))
    shown = {one["message_id"]: labels(one) for one in quick.telegram.messages(quick.sitti.id)}
    assert shown[asked["message_id"]] == [second]
    await quick.press(quick.sitti, second, says("bawa_lagi_dicatat"))
    shown = {one["message_id"]: labels(one) for one in quick.telegram.messages(quick.sitti.id)}
    assert shown[asked["message_id"]] == []
    assert await quick.town.rows("SELECT count(*) FROM usulan") == [(4,)]
