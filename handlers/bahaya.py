"""What somebody in despair or under violence decides: whether a facilitator may be told; and what those who were told
of a danger say to whoever called, by a button."""

from bot.work.usulan.dangers import danger_asked, doubted, ended, reported, talk
from bot.work.visit import Visit
from handlers.buttons import on_family
from handlers.guard import Act
from handlers.translate import heard_then


async def _say_to(visit: Visit, subject: str, wilayah: str, case: str, said_in: int) -> None:
    """What was said before it was known to whom."""
    heard = await heard_then(visit, said_in)
    if heard is None or not await talk.say_to(visit, f"{subject}:{wilayah}:{case}", heard):
        visit.stale()


async def _confirm(visit: Visit, said_in: int) -> None:
    """That what was said calls for help."""
    heard = await heard_then(visit, said_in)
    if heard is None:
        visit.stale()
    else:
        await doubted.confirm(visit, heard)


async def _report(visit: Visit, wilayah: str, case: str, said_in: int) -> None:
    """What a reader told of others."""
    heard = await heard_then(visit, said_in)
    if heard is None:
        visit.stale()
    else:
        await reported.tell(visit, wilayah, case, said_in, heard)


_ACTS: dict[str, Act] = {
    "ya:<word>:<word>:<word>": danger_asked.agree,
    "jangan": danger_asked.refuse,
    "datang:<word>:<word>:<word>": talk.come,
    "absen:<word>:<word>:<word>": talk.stay,
    "aman:<word>:<word>:<word>": talk.safe,  # under a reader's words
    "lewat:<word>:<word>:<word>": talk.safe,  # under ours
    "kata:<word>:<word>:<word>:<id>": _say_to,
    "tolong:<id>": _confirm,
    "lapor:<word>:<word>:<id>": _report,
    "reda:<word>:<word>:<word>": ended.choose,
}

HANDLERS = [on_family("g", _ACTS)]
