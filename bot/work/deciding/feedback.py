"""*Umpan balik*: once everybody whose usulan a meeting decided has been told, the task that asks for it is done."""

from bot.core.calendar.rules import TOLD
from bot.store.database.database import Connection
from bot.store.deciding import decisions
from bot.store.tasks import tasks
from bot.store.tasks.tasks import DONE, UNFINISHED, Task
from bot.work.tasks import closing
from bot.work.visit import Visit


async def settle(visit: Visit, connection: Connection, occasion_id: int) -> Task | None:
    """Returns the task that is done by this; None while somebody is still to be told in person, or nothing asks."""
    if await decisions.waits_for_news(connection, occasion_id):
        return None
    rules = visit.office.catalog.calendar.rules
    asked = [
        task
        for task in await tasks.of_occasion(connection, occasion_id, to_change=True)
        if task.state in UNFINISHED and task.rule in rules and rules[task.rule].answers == TOLD
    ]
    for task in asked:
        await closing.close(visit.round(connection), task, DONE, visit.me.id)
    return asked[0] if asked else None
