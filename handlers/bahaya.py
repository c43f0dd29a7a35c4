"""What somebody in despair or under violence decides: whether a facilitator may be told; and what those who were told
of a danger say to whoever called, by a button."""

from bot.core.forms.heard import Heard, Sent, Typed, words_of
from bot.work.unprompted import nothing_open
from bot.work.usulan.dangers import answered, danger_asked, doubted, ended, reported, talk, whose
from bot.work.visit import Visit
from handlers.buttons import on_family
from handlers.guard import Act
from handlers.translate import with_words


async def _say_to(visit: Visit, subject: str, wilayah: str, case: str, heard: Typed | Sent) -> bool:
    """What was said before it was known to whom."""
    return await talk.say_to_chosen(visit, heard, f"{subject}:{wilayah}:{case}")


async def _to_nobody(visit: Visit, heard: Heard) -> None:
    """What was said is no word to whoever called."""
    await nothing_open.hear(visit, heard)
    await whose.sorted_out(visit, visit.heard_in)


async def _to_others(visit: Visit, begin: int, heard: Heard) -> None:
    """To one of those whom the question had no room for."""
    await whose.ask(visit, words_of(heard), visit.heard_in, begin)


async def _report(visit: Visit, wilayah: str, case: str, heard: Heard) -> None:
    """What a reader told of others."""
    await reported.tell(visit, wilayah, case, visit.heard_in, heard)


_ACTS: dict[str, Act] = {
    "ya:<word>:<word>:<word>": danger_asked.agree,
    "juga:<word>:<word>:<word>": answered.also,
    "jangan": danger_asked.refuse,
    "datang:<word>:<word>:<word>": answered.come,
    "absen:<word>:<word>:<word>": answered.stay,
    "aman:<word>:<word>:<word>": answered.safe,  # under a reader's words
    "lewat:<word>:<word>:<word>": answered.safe,  # under ours
    "kata:<word>:<word>:<word>:<id>": with_words(_say_to),
    "beres:<word>:<id>": with_words(reported.tell_end),  # what a reader told is over
    "lain:<page>:<id>": with_words(_to_others),
    "bukan:<id>": with_words(_to_nobody),
    "semua:<id>": with_words(talk.say_to_chosen),
    "tolong:<id>": with_words(doubted.confirm),  # that what was said calls for help
    "lapor:<word>:<word>:<id>": with_words(_report),
    "reda:<word>:<word>:<word>:<id>": with_words(ended.choose),
}

HANDLERS = [on_family("g", _ACTS)]
