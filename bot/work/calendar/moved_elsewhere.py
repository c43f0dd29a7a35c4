"""A meeting comes on another day and in another place, told in one sentence: the place is no part of the reason, and it
is asked about when the day has moved."""

from bot.core.forms.writing import key_of
from bot.core.understanding.times.moments import speaks_of_time
from bot.work.calendar import changeable, elsewhere
from bot.work.calendar.venue_words import bare_venue
from bot.work.visit import Visit

_LONGEST = 5  # words of a place


def apart(visit: Visit, text: str) -> tuple[str, str]:
    """ "… jumat jam 2 siang di masjid raya", "…, tempatnya di masjid raya": the hall at the end, behind the hour or the
    word for a place, and the sentence without it; a day without a hall stays as it is."""
    words = text.rstrip(" .!").split()
    spoken = [key_of(word).strip(",.;:") for word in words]
    spellings, known = visit.office.catalog.world.spellings, visit.office.catalog.world.moving_venue
    halls = {*spellings.places.halls}
    at = next((n for n in range(len(words) - 1, 1, -1) if spoken[n] in halls), 0)
    if not at or len(words) - at > _LONGEST or any(speaks_of_time(spellings, word) for word in spoken[at:]):
        return "", text
    begin = at - 1 if spoken[at - 1] in known["ke"] - known["tempat"] else at
    while begin > 1 and spoken[begin - 1] in known["tempat"]:
        begin -= 1
    is_behind_time = speaks_of_time(spellings, spoken[begin - 1]) or spoken[begin] in known["tempat"]
    is_end = not any(word.endswith((",", ";")) for word in words[at:])
    if not is_behind_time or not is_end:
        return "", text
    return bare_venue(visit, " ".join(words[at:])), " ".join(words[:begin]).rstrip(" ,;")


async def offer(visit: Visit, occasion_id: int, venue: str) -> None:
    """The day has moved: now the place."""
    one = await changeable.to_change(visit, occasion_id) if venue else None
    if one is not None and one.place != venue:
        await elsewhere.offer(visit, one, venue)
