"""Which words call for help, and are no answer, no story and no wish."""

from collections.abc import Sequence

from bot.core.usulan.danger import Found
from bot.core.usulan.danger_marks import CLAUSE_END
from bot.core.usulan.danger_words import once, written
from bot.work.office import Office
from bot.work.usulan.dangers import alarms, danger, danger_told
from bot.work.usulan.dangers.news import is_test
from bot.work.usulan.dangers.placed import named_in
from bot.work.usulan.dangers.reader_words import wishes
from bot.work.visit import Visit

LONGEST = 60  # words; who is in danger tells no more
_PEOPLE = "orang"  # a class of words


def is_call(visit: Visit, text: str) -> bool:
    """Before the consent also few words of a danger now, and of nothing that is wished: no form would answer them."""
    if is_test(visit.office, text):
        return False
    if is_cry(visit.office, text):
        return True
    few = (
        []
        if visit.grants or danger_told.has_agreed(visit) or alarms.is_story(text)
        else danger.called(visit.office, text)
    )
    return bool(few) and not _only_wishes(visit.office, text, few)


def _only_wishes(office: Office, text: str, cried: Sequence[Found]) -> bool:
    """ "Longsor timbun rumah" asks for no works, where the examples are sure of it; nor does "3 orang tertimbun waktu
    gali sumur", where somebody is hit and nothing is asked for."""
    return not (any(one.sure for one in cried) or _are_hit(office, text, cried)) and wishes(office, text, cried)


def _are_hit(office: Office, text: str, cried: Sequence[Found]) -> bool:
    told = office.catalog.danger
    lower = told.in_full(written(text))
    people = told.frames.pattern(_PEOPLE)
    words = [one.word for one in cried if one.cried and one.word]
    is_hit = any(people.search(part) for part in CLAUSE_END.split(lower) for word in words if word in part)
    return is_hit and told.is_plain(lower) and once(told.asking).search(lower) is None


def is_cry(office: Office, text: str) -> bool:
    """In words by which nobody tells a story or a wish."""
    if len(text.split()) > LONGEST or (alarms.is_story(text) and not office.catalog.danger.is_pressing(text)):
        return False
    called = danger.called(office, text)
    is_call = bool(called) and _calls_here(office, text)
    cried = [*office.catalog.danger.in_call(text), *(one for one in called if one.cried or is_call)]
    return bool(cried) and not _only_wishes(office, text, cried)


def _calls_here(office: Office, text: str) -> bool:
    """A danger told with a call, or with now and where: "longsor menutup rumah di desa tuncung, tolong"."""
    lower, told = written(text), office.catalog.danger
    calls = told.calls(lower)
    is_now = calls or told.is_now(once(told.lately).sub(" ", lower))
    return told.is_plain(lower) and (
        (calls and not alarms.is_story(text)) or (is_now and named_in(office, text) is not None)
    )
