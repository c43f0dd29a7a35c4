"""Why something is said stands behind it: "batalkan siaran itu karena pak camat tidak ada", "iya pindahkan, aula tidak
bisa dipakai". A "not" in the reason denies nothing of what is said before it. Pure."""

import re

from bot.core.forms.world import World
from bot.core.forms.writing import key_of

_WORD, _PAUSE = re.compile(r"\S+"), re.compile(r"[,.;\n]+\s+")
_FIGURE = re.compile(r"\d|\?")
_FEWEST, _LONGEST = 2, 14  # words of a reason


def before_reason(text: str, world: World) -> str:
    """What stands before "karena"; all of it where no reason is announced, or it stands in front."""
    because = world.reasons["karena"]
    if because.isdisjoint(key_of(text).split()):
        return text
    words = list(_WORD.finditer(text))
    at = next((one.start() for one in words[1:] if key_of(one[0].strip(",.;")) in because), len(text))
    return text[:at].rstrip(" ,.;")


def agreed_before(text: str, world: World, *, paused: bool = False) -> str:
    """What a yes in front says, without why; empty where no reason stands behind it. `paused`: a pause is enough for
    that, where what stands behind it says that something cannot be, and tells neither a figure, a day nor a choice."""
    words = key_of(text).split()
    if not words or words[0].strip(",.;") not in world.agreeing["ya"] or "?" in text:
        return ""
    if (head := before_reason(text, world)) != text:
        return head
    told = _PAUSE.split(text, maxsplit=1) if paused else []
    why = re.findall(r"[^\W_]+", key_of(told[1])) if len(told) > 1 else []
    holds, common = world.agreeing["tahan"] | world.withdrawing, world.spellings.common
    days = {name for names in world.spellings.days.weekdays.values() for name in names}
    chooses = {*common.contrasts["tapi"], *common.contrasts["cuma"], *common.which} | days
    is_told = _FEWEST <= len(why) <= _LONGEST and why[0] not in holds and not _FIGURE.search(told[1])
    is_why = is_told and not world.away["tidak"].isdisjoint(why) and chooses.isdisjoint(why)
    return told[0] if is_why else ""
