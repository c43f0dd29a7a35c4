"""What few words tell after a call for help: that it goes on, that it has passed, or is elsewhere."""

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.core.flow.correcting.said_to_go import may_take_out
from bot.core.forms.writing import is_question, key_of
from bot.core.spelt import either
from bot.core.usulan.danger import Found
from bot.core.usulan.danger_words import PLAIN, once, spoken_in, written
from bot.work.office import Office
from bot.work.usulan.dangers import alarms, danger_told, first_aid, worse
from bot.work.usulan.dangers.passed_on import OVER, SINCE
from bot.work.usulan.dangers.placed import FORM, LONGEST
from bot.work.usulan.dangers.reader_words import wishes
from bot.work.visit import Visit

STILL = "sejam"
_LONGEST_TOLD = 60  # words, of what is over: they are glad to tell it


async def news_of(visit: Visit, text: str) -> str:
    """What these words may be after a call; empty: none of it. While an alarm of theirs lasts, or it is
    asked where, what they say is held against what others said then, too: nothing ends it of which that is told that
    goes on."""
    length = len(text.split())
    news = _said_in(visit.office, text) if length <= LONGEST else ""
    if news == SINCE or length > _LONGEST_TOLD:
        return news
    told = await alarms.lasting(visit, alarms.LONG) if danger_told.is_marked(visit) else []
    if FORM in visit.conversations or told:
        news = _as_others_say(visit.office, text, news)
    return SINCE if news == OVER and await worse.is_of_some(visit, text, told) else news


def _as_others_say(office: Office, text: str, news: str) -> str:
    words = office.catalog.danger
    if news == OVER and (denies(office, text) or is_test(office, text)):
        return OVER
    if first_aid.mourns(office, text) and not words.calls(text):
        return OVER
    if news == OVER and words.goes_on_like(text):
        return SINCE
    if news == OVER:
        return "" if words.ends_unlike(text) or is_question(text, office.catalog.world, free=False) else OVER
    return OVER if words.ends_like(text) else news


def _said_in(office: Office, text: str) -> str:
    danger_words = office.catalog.danger
    if _is_over(office, text):
        return OVER
    if danger_words.is_said_since(text):
        return SINCE
    if is_test(office, text) or _takes_back(office, text):
        return OVER
    is_still = danger_words.is_still_said(text) or _cries_on(office, text)
    return STILL if is_still and not wishes(office, text) else ""


def _is_over(office: Office, text: str) -> bool:
    """Also that nobody need come: "tidak usahmi perahunya pak"; not "belum aman"."""
    told = office.catalog.danger.in_full(text)
    unsafe, not_needed, helps = _patterns_of_end(*_words(office, "belum", "perlu", "jemput", "penolong"))
    if unsafe.search(told):
        return False
    is_said = any(one in told for name in ("sudah_pindah", "batal") for one in _words(office, name)[0].split(" | "))
    needs_nobody = not_needed.search(told) is not None and helps.search(not_needed.sub(" ", told)) is None
    is_safe = (is_said or needs_nobody) and not office.catalog.danger.is_said_since(text)
    return is_safe or office.catalog.danger.is_over(text)


@lru_cache(maxsize=2)
def _patterns_of_end(*words: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Not safe yet; somebody who need not come; whoever is sent for."""
    no, need, come, helps = (either(one.split()) for one in words)
    no_need = rf"\b(?:{no})(?:mi)?\s+(?:{need})(?:lah|mi)?(?:\s+\w+)?\s+(?:{come}|{helps})\b"
    return re.compile(rf"\b(?:{no})\s+aman\b"), re.compile(no_need), re.compile(rf"\b(?:{helps})\b")


def _words(office: Office, *names: str) -> list[str]:
    return [office.plain(f"bahaya.kata_{name}") for name in names]


def is_test(office: Office, text: str) -> bool:
    """ "Saya bilang tadi cuma tes ji"; "bukan tes ji ini pak" is none."""
    found = once(tuple(office.plain("bahaya.kata_cuma_tes").split(" | "))).search(text.lower())
    before = PLAIN.findall(text[: found.start()].lower())[-1:] if found else []
    return found is not None and set(before).isdisjoint(office.plain("bahaya.kata_ingkar").split())


def _takes_back(office: Office, text: str) -> bool:
    """ "Tidak ada bahaya, itu longsor tahun lalu"."""
    found, no = office.catalog.danger.find(text), office.plain("bahaya.kata_ingkar").split()
    if spoken_in(text).isdisjoint(no) or not all(one.mild for one in found):
        return False
    if denies(office, text) or wishes(office, text):
        return denies(office, text)  # "bukan minta tolong, itu usulan"
    is_told = bool(found) and not spoken_in(text).isdisjoint(office.plain("bahaya.kata_memang").split())
    return is_told or any(one in key_of(text) for one in office.plain("bahaya.kata_tidak_bahaya").split(" | "))


def denies(office: Office, text: str) -> bool:
    """ "Ndak darurat kak, itu cerita saja", "bukan minta tolong!! itu jawaban": and nothing in it still calls."""
    told = office.catalog.danger.in_full(text)
    no, only = _denials(*_words(office, "ingkar", "di_antara", "genting", "cuma_cerita"))
    rest = no.sub(" ", told)
    if (rest == told and not only.search(told)) or office.catalog.danger.calls(rest):
        return False
    urgent = _words(office, "genting")[0].split()
    return spoken_in(rest).isdisjoint(urgent) and not any(
        one.case.life and not one.mild for one in office.catalog.danger.find(rest)
    )


@lru_cache(maxsize=2)
def _denials(no: str, between: str, urgent: str, only: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """That it is not urgent; that it is only told, where no "no" stands before that."""
    no, between, urgent = (either(one.split()) for one in (no, between, urgent))
    told = rf"(?<!\bbukan )(?<!\bbkn )\b(?:{either(only.split(' | '))})\b"
    return re.compile(rf"\b(?:{no})(?:ji|mi|lah|kah)?\s+(?:(?:{between})\s+){{0,2}}(?:(?:{urgent})\b\s*)+"), re.compile(
        told
    )


def _cries_on(office: Office, text: str) -> bool:
    """ "Bukan usulan pak, ini darurat", "tolong cepat, apinya naik"."""
    told, said = office.catalog.danger, spoken_in(text)
    near = told.helping | told.urging | told.polite | told.around
    return not said.isdisjoint(told.helping - set(told.calling)) or (not said.isdisjoint(told.helping) and said <= near)


def negates(office: Office, text: str) -> bool:
    return not spoken_in(text).isdisjoint(office.catalog.world.spellings.places.negated)


def is_moved(office: Office, text: str) -> bool:
    """Whether it may tell that it is elsewhere."""
    return negates(office, text) and not spoken_in(text).isdisjoint(office.catalog.world.spellings.places.at)


def puts_right(office: Office, text: str) -> bool:
    """ "Eh salah pak bukan Tuncung, Boiya", "maksud saya Boiya": so long as another place is said."""
    wrong, righting, no_mistake = _words(office, "keliru", "ralat", "bukan_keliru")
    told = once(tuple(no_mistake.split(" | "))).sub(" ", text.lower())
    return not spoken_in(told).isdisjoint(wrong.split()) or once(tuple(righting.split(" | "))).search(told) is not None


def without_taken_back(office: Office, text: str, earlier: Iterable[str], found: list[Found]) -> list[Found]:
    """ "Hapus anak2 terjebak, itu saya lebih2kan": what stood there before tells of nothing new, unless it is now."""
    told = office.catalog.danger
    if not found or told.calls(written(text)) or told.is_now(once(told.lately).sub(" ", written(text))):
        return found
    is_back = may_take_out(office.catalog.world, text) or puts_right(office, text)
    stood = "\n".join(earlier).lower()
    return [one for one in found if one.case.is_asked or not (is_back and one.word and one.word in stood)]
