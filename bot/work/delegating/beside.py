"""All that is to be done by somebody: their tasks, and beside them what they look at and speak for."""

from bot.work.access import allowed, command
from bot.work.checking import sheet
from bot.work.delegating import speaking
from bot.work.tasks import duties
from bot.work.visit import Visit


async def show(visit: Visit) -> None:
    """Of whoever has tasks; what belongs to a role that somebody holds no more is not mentioned."""
    await duties.show(visit)
    if allowed(command("tugas"), visit.grants):
        await sheet.mention(visit)
        await speaking.mention(visit)
