"""What people said to the consent screen; only ever added to."""

from bot.store.database.ids import new_id
from bot.store.turn import Turn

#: The consent screen people see today; a change of its meaning gets a new version.
VERSION = "1"
YES, NO, TAKEN_BACK = "ya", "tidak", "ditarik"
#: A yes of whoever looks after a child, on the child's own telephone.
OF_GUARDIAN = "wali"


def note(turn: Turn, answer: str, speaker_id: int | None = None, *, of_nobody: bool = False) -> None:
    """A yes or no, with the version of the words it answers. `speaker_id`: whose, when not the account's own;
    `of_nobody`: and the account through which it was said is to know nothing of it."""
    who = {"person_id": 0 if of_nobody else turn.speaker.id, "speaker_id": speaker_id}
    turn.put("consent", id=new_id(), **who, version=VERSION, at=turn.now, answer=answer)
