"""Work of one's own, plainly named while one writes down what a villager tells, or an usulan of one's own: that usulan
has none of it."""

from bot.core.flow.scene import kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.writing import key_of
from bot.core.records import Conversation
from bot.core.spelt import one_of
from bot.work import conversation, home
from bot.work.calendar import moved_by_words, several, stated
from bot.work.calendar.permitted import meetings
from bot.work.calendar.typed import kinds_in
from bot.work.deciding import asking_by_words, told_by_words, word_to_proposer
from bot.work.hall import came
from bot.work.hall.decided import untold
from bot.work.tasks import by_words
from bot.work.unprompted import asked_lines, inviting_guests, of_a_task, work
from bot.work.unprompted.absent import leave, not_coming
from bot.work.usulan import usulan
from bot.work.usulan.dangers.reader_words import is_own_absence
from bot.work.usulan.voices import titip
from bot.work.visit import Visit

_TELLING = frozenset({titip.JOURNEY.form, usulan.FORM})
_FEWEST, _LONGEST, _DATED = 3, 12, 25  # words; "yang tadi" chooses, and whoever tells a story says more


async def is_said(visit: Visit, heard: Typed, draft: Conversation) -> bool:
    """Below one of these forms; or that they are away, where only a choice or a yes is asked for."""
    if draft.flow not in _TELLING:
        return home.has_work(visit) and draft.flow != leave.JOURNEY.form and _says_away(visit, heard.text)
    return home.has_work(visit) and await names_work(visit, heard)


def _says_away(visit: Visit, text: str) -> bool:
    """ "Minggu depan saya sakit, tidak bisa pegang tugas" is no no to the dates that wait; words may be why."""
    (asked, is_own_story), world = conversation.asked(visit), visit.office.catalog.world
    kind = kind_of(asked) if asked is not None else None
    takes_words = is_own_story or (kind is not None and (kind.free or kind.verbatim or kind.story))
    called_off = one_of(world.reasons["frasa"] | world.reasons["kata"]).search(key_of(text)) is not None
    return not takes_words and not called_off and "?" not in text and is_own_absence(visit.office, text)


async def names_work(visit: Visit, heard: Typed) -> bool:
    """What is read, asked, told or done by name; a meeting and its day; how many came, where one was held of late."""
    words = len(heard.text.split())
    if not _FEWEST <= words <= _DATED:
        return False
    if stated.is_date(visit, heard.text) or several.dates_in(visit, heard.text):
        return True
    if not_coming.is_said(visit, heard.text) or inviting_guests.is_plain(visit, heard.text):
        return True
    if words > _LONGEST:
        return False
    if work.named_surely(visit, heard) or untold.is_said(visit, heard.text) or told_by_words.begins(visit, heard.text):
        return True
    if await of_a_task.hands_over(visit, heard) or await by_words.names_done(visit, heard):
        return True
    if await asking_by_words.is_said(visit, heard.text) or await word_to_proposer.is_said(visit, heard.text):
        return True
    if asked_lines.asked(visit, key_of(heard.text).split()) == asked_lines.BY_DUSUN:
        return True
    says_came = not visit.office.catalog.world.guests_said["datang"].isdisjoint(key_of(heard.text).split())
    return says_came and await came.is_told(visit, heard)


async def names_other_work(visit: Visit, heard: Typed) -> bool:
    """The same below a choice, of which also a meeting with another day is none: "kades minta musrenbangnya jumat saja
    tgl 11"."""
    return _moves_meeting(visit, heard.text) or await names_work(visit, heard)


def _moves_meeting(visit: Visit, text: str) -> bool:
    if not _FEWEST <= len(text.split()) <= _DATED or stated.asks(visit, text):
        return False
    possible = meetings(visit.office, visit.grants)
    if not possible or not (moved_by_words.says_other_day(visit, text) or kinds_in(possible, text)):
        return False
    day = moved_by_words.day_named(visit, stated.without_names(visit, text))
    return day is not None and day >= visit.today


def is_asked(visit: Visit, text: str) -> bool:
    """ "Laporan hari ini", where a name is asked for."""
    return bool(asked_lines.asked(visit, key_of(text).split()))


def asks(visit: Visit, heard: Typed) -> bool:
    """ "Apa tugas saya", "siapa yang belum baca usulan": also where any words would be an answer this is none."""
    return work.named_surely(visit, heard) or is_asked(visit, heard.text)
