"""What people said to the consent screen; only ever added to."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.ids import new_id
from bot.store.tables import consents
from bot.store.turn import Turn

#: The consent screen people see today; a change of its meaning gets a new version.
VERSION = "1"
YES, NO, TAKEN_BACK = "ya", "tidak", "ditarik"
#: A yes of whoever looks after a child, on the child's own telephone.
OF_GUARDIAN = "wali"
#: Somebody who had agreed alone told that they are under 18; also in the place of the version, until a grown-up agrees.
AWAITS_GUARDIAN = "anak"


def note(turn: Turn, answer: str, speaker_id: int | None = None, *, of_nobody: bool = False) -> None:
    """A yes or no, with the version of the words it answers. `speaker_id`: whose, when not the account's own;
    `of_nobody`: and the account through which it was said is to know nothing of it."""
    who = {"person_id": 0 if of_nobody else turn.speaker.id, "speaker_id": speaker_id}
    turn.put("consent", id=new_id(), **who, version=VERSION, at=turn.now, answer=answer)


async def last(connection: AsyncConnection, person_id: int) -> str | None:
    """What this account answered last for itself; None before its first answer."""
    c = consents.c
    query = select(c.answer).where(c.person_id == person_id, c.speaker_id.is_(None)).order_by(c.id.desc()).limit(1)
    return (await connection.execute(query)).scalar_one_or_none()
