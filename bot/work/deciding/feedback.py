"""*Umpan balik*: once everybody whose usulan a meeting decided has been told, the task that asks for it is done."""

from bot.core.calendar.rules import TOLD
from bot.core.wilayah import DESA, is_wider
from bot.store.database.database import Connection
from bot.store.deciding import decisions
from bot.store.tasks import tasks
from bot.store.tasks.tasks import DONE, UNFINISHED, Task
from bot.work.tasks import proofs
from bot.work.visit import Visit


async def settle(visit: Visit, connection: Connection, occasion_id: int) -> Task | None:
    """Returns the task that is done by this; None while somebody is still to be told in person, or nothing asks. Above
    the desa it asks for more: that the villages and their delegates are written to."""
    if await decisions.waits_for_news(connection, occasion_id):
        return None
    found = await tasks.of_occasion(connection, occasion_id, to_change=True)
    asked = [task for task in found if _is_done_by_telling(visit, task)]
    for task in asked:
        await proofs.finish_task(visit, task, DONE)
    return asked[0] if asked else None


def _is_done_by_telling(visit: Visit, task: Task) -> bool:
    rule = visit.office.catalog.calendar.rules.get(task.rule)
    asks = rule is not None and rule.answers == TOLD and task.state in UNFINISHED
    return asks and not is_wider(task.wilayah, DESA)
