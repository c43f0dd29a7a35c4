"""What whoever is threatened tells on waits for a yes, then goes to those who were told; no form has part of it."""

from bot.core.forms.heard import Heard, Typed
from bot.core.wilayah import KECAMATAN
from bot.work import conversation
from bot.work.usulan.dangers import agreeing, alarms, danger, danger_asked, danger_told, other_person, reader_words
from bot.work.usulan.dangers.alarms import Alarm
from bot.work.usulan.dangers.calling import is_call
from bot.work.usulan.dangers.news import news_of
from bot.work.usulan.dangers.passed_on import OVER, SINCE, pass_on
from bot.work.usulan.dangers.placed import said_in
from bot.work.visit import Visit

#: By this a turn knows that the offer was refused just now.
REFUSED = "offer refused"
_LONGEST = 25  # words
_OFFER = "g:jangan"
_PHONE = ("hp", "diam")


async def take(visit: Visit, heard: Heard) -> bool:
    """After a yes whatever they write, and right below the offer whatever is no question; where a form asks whatever it
    does not take, and what goes on."""
    if not isinstance(heard, Typed) or visit.grants or not danger_told.is_marked(visit) or REFUSED in visit.turn.known:
        return False
    if await told_of(visit):
        return await _goes_to(visit, heard.text)
    if len(heard.text.split()) > _LONGEST or other_person.hurt_in(visit.office, heard.text):
        return False  # whoever is wounded now waits for no yes
    last, told = next(iter(await visit.letters()), None), visit.office.catalog.danger
    if last is None or not last.carries(_OFFER):
        return False
    words = await danger_asked.waiting_words(visit)
    if "?" in heard.text and await danger_asked.offer_other(visit, danger_asked.case_of(visit, words), heard.text):
        return True
    if not words or heard.text.rstrip().endswith("?"):
        return False
    is_on = told.goes_on(heard.text) or said_in(visit, heard.text) is not None
    if not (is_on or not danger_told.has_agreed(visit)) and (
        conversation.asks_for_any_words(visit) or await conversation.takes(visit, heard)
    ):
        return False
    case = danger_asked.case_of(visit, words)
    if case == danger_told.VIOLENCE and await news_of(visit, heard.text) == OVER:
        visit.say("bahaya.sudah_pergi", hubungi=danger.whom_to_call(visit))
        return True
    await go_on(visit, case, heard.text)
    return True


async def _goes_to(visit: Visit, text: str) -> bool:
    """After a yes all that they write, until it is over; but what calls of something else, or of a telephone."""
    ear, catalog = visit.office.catalog.ear, visit.office.catalog
    is_of_phone = (ear is not None and ear.traced(text)) or catalog.danger.at_home_in(text)[0] in _PHONE
    if is_of_phone or is_call(visit, text) or reader_words.is_of_usulan(visit.office, text):
        return False
    is_plain = conversation.open_conversation(visit) is not None
    return await pass_violence_on(visit, text, is_over=await news_of(visit, text) == OVER, is_plain=is_plain)


async def offer_again(visit: Visit, heard: Typed) -> Typed | None:
    """That their name is to stand nowhere is a yes only beside one ("iya boleh, tapi jangan bilang namaku")."""
    if agreeing.agrees(visit, heard.text):
        return heard
    await go_on(visit, danger_asked.case_of(visit, await danger_asked.waiting_words(visit)), heard.text)
    return None


async def is_offered(visit: Visit) -> bool:
    """Whether it is asked right above whether somebody may be told."""
    last = next(iter(await visit.letters()), None)
    return last is not None and last.carries(_OFFER)


async def go_on(visit: Visit, case: str, text: str) -> None:
    """It waits with the rest, and the offer is made again."""
    own = visit.conversations.get("usulan")
    answered = own.state["answers"].get(KECAMATAN) if own is not None else None
    known = answered["value"] if answered else (visit.me.place or {}).get(KECAMATAN)
    place = {KECAMATAN: known} if known else {}
    await danger_asked.ask(visit, case, place, "", text=text, apart=True, waits=True)


async def told_of(visit: Visit) -> list[Alarm]:
    """The violence of which somebody was told after a yes."""
    return [one for one in await alarms.called(visit) if danger_told.is_private(visit, one[2])]


async def pass_violence_on(visit: Visit, text: str, *, is_over: bool, is_plain: bool = False) -> bool:
    """To those who were told; False where nobody was."""
    told = await told_of(visit)
    return bool(told) and await pass_on(visit, text, told, OVER if is_over else SINCE, is_plain=is_plain)
