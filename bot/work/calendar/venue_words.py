"""Where a meeting is held, and nothing of when or whose it is, in what somebody typed."""

from collections.abc import Sequence

from bot.core.calendar.places_named import place_named
from bot.core.calendar.venue import venue_in
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer, State
from bot.core.forms.writing import key_of
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.tongue import tongue_of
from bot.work import conversation
from bot.work.calendar import as_it_was
from bot.work.visit import Visit


def venue_told(visit: Visit, text: str, scopes: Sequence[str]) -> tuple[str, str]:
    """Where the meeting is held, as far as the text tells it, and the text without it: "di kantor desa masing2" is
    "kantor desa"."""
    spellings, places = visit.office.catalog.world.spellings, visit.office.catalog.places
    tongue = tongue_of(spellings)

    def is_time(words: str) -> bool:
        when = tongue.read_when(words, visit.today)
        return isinstance(when, Understood) or (isinstance(when, Unsure) and bool(when.options))

    def is_wilayah(words: str) -> bool:
        named = place_named(words, places, scopes, spellings.places)
        return bool(named.places) and not named.rest

    venue, left = venue_in(as_it_was.without(visit, text), spellings.places, is_time, is_wilayah)
    return bare_venue(visit, venue), left


def bare_venue(visit: Visit, venue: str) -> str:
    """Without what only leads to it or ends the sentence: "juga di gedung PKK saja", "kantor desa ya pak"."""
    world, words = visit.office.catalog.world, venue.split()
    known = world.moving_venue
    ends = world.setting["semua"] | world.pointing["di_belakang"] | known["di_belakangnya"]
    while len(words) > 1 and key_of(words[-1]) in ends and not _is_whose(visit, words):
        words = words[:-1]
    leads = next((at for at, word in enumerate(words) if key_of(word) not in known["di_depannya"]), len(words))
    lead = max((at for at in range(leads) if key_of(words[at]) in known["di"]), default=-1)
    return " ".join(words[lead + 1 :] or words)


def _is_whose(visit: Visit, words: Sequence[str]) -> bool:
    """ "Rumah pak Di", "rumah bapak": the end names whose it is."""
    titles = visit.office.catalog.world.naming_voice["sapaan"]
    return key_of(words[-2]) in titles or (len(words) == 2 and (key_of(words[-1]) in titles or words[-1][0].isupper()))


async def put_bare(visit: Visit, before: State, step: Step, heard: Typed) -> bool:
    """ "Di kantor desa ya pak", where its place is asked and these words would be its name."""
    taken = "tempat" in step.state.answers and "tempat" not in before.answers
    venue = bare_venue(visit, heard.text) if taken else heard.text
    if venue == " ".join(heard.text.split()) or not taken:
        return False
    conversation.put_in(visit, before.give("tempat", Answer({"text": venue}, (heard.message,))))
    return await conversation.resume(visit)
