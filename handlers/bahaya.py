"""What somebody in despair or under violence decides: whether a facilitator may be told; and what those who were told
of a danger say to whoever called, by a button."""

from dataclasses import replace

from bot.core.forms.heard import words_of
from bot.work.unprompted import nothing_open
from bot.work.usulan.dangers import danger_asked, doubted, ended, reported, talk, whose
from bot.work.visit import Visit
from handlers.buttons import on_family
from handlers.guard import Act
from handlers.translate import heard_then


async def _say_to(visit: Visit, subject: str, wilayah: str, case: str, said_in: int) -> None:
    """What was said before it was known to whom."""
    heard = await heard_then(visit, said_in)
    if heard is None or not await talk.say_to(visit, f"{subject}:{wilayah}:{case}", heard):
        visit.stale()


async def _report_end(visit: Visit, wilayah: str, said_in: int) -> None:
    """What a reader told is over."""
    heard = await heard_then(visit, said_in)
    if heard is None:
        visit.stale()
    else:
        await reported.tell_end(visit, wilayah, heard)


async def _to_others(visit: Visit, said_in: int, begin: int) -> None:
    """To one of those whom the question had no room for."""
    heard = await heard_then(visit, said_in)
    if heard is None:
        visit.stale()
    else:
        await whose.ask(visit, words_of(heard), said_in, begin)


async def _to_nobody(visit: Visit, said_in: int) -> None:
    """What was said is no word to whoever called."""
    heard = await heard_then(visit, said_in)
    if heard is None:
        visit.stale()
    else:
        await nothing_open.hear(replace(visit, said_in=said_in), heard)


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
    "juga:<word>:<word>:<word>": talk.also,
    "jangan": danger_asked.refuse,
    "datang:<word>:<word>:<word>": talk.come,
    "absen:<word>:<word>:<word>": talk.stay,
    "aman:<word>:<word>:<word>": talk.safe,  # under a reader's words
    "lewat:<word>:<word>:<word>": talk.safe,  # under ours
    "kata:<word>:<word>:<word>:<id>": _say_to,
    "beres:<word>:<id>": _report_end,
    "lain:<id>:<page>": _to_others,
    "bukan:<id>": _to_nobody,
    "tolong:<id>": _confirm,
    "lapor:<word>:<word>:<id>": _report,
    "reda:<word>:<word>:<word>": ended.choose,
}

HANDLERS = [on_family("g", _ACTS)]
