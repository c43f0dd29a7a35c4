"""Work of one's own, plainly named while one writes down what a villager tells: that usulan has none of it."""

from bot.core.forms.heard import Typed
from bot.core.forms.writing import key_of
from bot.core.records import Conversation
from bot.work import home
from bot.work.deciding import asking_by_words, told_by_words
from bot.work.hall import by_words as in_hall
from bot.work.hall import hub, untold
from bot.work.tasks import by_words
from bot.work.unprompted import work
from bot.work.usulan import titip
from bot.work.visit import Visit

#: Forms in which any words may be told by somebody else.
_TOLD_BY_OTHERS = frozenset({titip.JOURNEY.form})
_FEWEST, _LONGEST = 3, 12  # words; "yang tadi" chooses, and whoever tells a story says more


async def is_said(visit: Visit, heard: Typed, draft: Conversation) -> bool:
    """What is read, asked, told or done by name; how many came, where a meeting was held of late."""
    words = len(heard.text.split())
    if draft.flow not in _TOLD_BY_OTHERS or not home.has_work(visit) or not _FEWEST <= words <= _LONGEST:
        return False
    if work.named_surely(visit, heard) or untold.is_said(visit, heard.text) or told_by_words.begins(visit, heard.text):
        return True
    if await by_words.names_done(visit, heard) or await asking_by_words.is_said(visit, heard.text):
        return True
    came = visit.office.catalog.world.guests_said["datang"].isdisjoint(key_of(heard.text).split())
    return not came and in_hall.is_count(visit, heard) and bool(await hub.of_last_day(visit))
