"""That their own name is to stand nowhere, or may, and what is said to the office alone, beside whatever else is said,
wherever that is: in the story, below a photo, beside what endangers somebody, before any consent. It holds at once; the
rest goes where it belongs."""

from dataclasses import replace

from bot.core.flow.heard.first_words import FEWEST_WORDS
from bot.core.forms.digits import TO_CALL
from bot.core.forms.heard import Sent, Typed, words_of
from bot.core.listening.rules import WORK
from bot.core.spelt import one_of
from bot.core.usulan.own_wish import Wish, read
from bot.core.usulan.said_to_office import OWN_NUMBER, heard_in
from bot.work import conversation
from bot.work.answering.acts import QUESTION
from bot.work.answering.answers import answer, put_name_on, undo_name_off
from bot.work.office import Office
from bot.work.people import consent, first_words
from bot.work.people.people import has_consented
from bot.work.usulan.dangers import danger_told, told_on, where
from bot.work.usulan.dangers.agreeing import is_only_condition
from bot.work.usulan.dangers.closed import texts
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.usulan.voices import titip, unnamed
from bot.work.visit import Visit

_ACT, _WHOM_TO_CALL, _PHONED = "jangan_nama", "nomor_darurat", "ditelepon"
#: What is to be erased, or asked of us, is heard as it was said.
_OTHERWISE = frozenset({"hapus_data", "jangan_tulis"})


async def heed(visit: Visit, heard: Typed | Sent) -> Typed | Sent | None:
    """What else is said; None where nothing is."""
    left = await _heed_wish(visit, heard)
    return await _answer_at_once(visit, left) if isinstance(left, Typed) and not left.edited else left


async def _heed_wish(visit: Visit, heard: Typed | Sent) -> Typed | Sent | None:
    wish = read(visit.office.catalog.world, words_of(heard))
    if wish is None or _is_at_work(visit) or _agrees(visit, heard):
        return heard
    acts = {act.name for act in visit.acts(heard.text, "idle").done} if isinstance(heard, Typed) else set()
    is_asked = acts == {_ACT} and _speaks_of_name(visit.office, heard)
    is_alone = is_asked and wish.hides and not wish.left and has_consented(visit)
    if acts & _OTHERWISE or (is_alone and not _tells_a_story(visit)):
        return heard
    if is_alone:  # a form would hear "namaku jangan dibaca" as who is to read it
        await answer(visit, _ACT, words_of(heard))
        await _go_on(visit)
        return None
    if not wish.hides and wish.left and not visit.me.unnamed:
        return heard
    await _carry_out(visit, wish, words_of(heard))
    asks = any(act.startswith(QUESTION) for act in acts)  # what is nothing but the wish asks for nothing more
    left = heard if asks and wish.left else without_wish(visit.office, heard)
    is_calling = danger_told.is_marked(visit) or where.awaits(conversation.open_conversation(visit))
    fewest = 1 if is_calling or has_consented(visit) else FEWEST_WORDS
    if not isinstance(left, Typed) or len(left.text.split()) >= fewest:
        return left  # a yes to the consent beside it is pressed, and where somebody calls from counts
    if isinstance(heard, Typed) and is_calling and await told_on.is_offered(visit):
        return await told_on.offer_again(visit, heard)
    if not (is_calling or has_consented(visit)):
        await first_words.keep(visit)
    await (conversation.resume(visit) if is_calling else _go_on(visit))
    return None


def _speaks_of_name(office: Office, heard: Typed | Sent) -> bool:
    """A form hears "jangan sampai orang lain tau ini dari saya" as who is not to read it."""
    words = office.catalog.world.own_name
    return one_of(words["nama"] | words["polos"] | words["namanya"]).search(words_of(heard)) is not None


def _agrees(visit: Visit, heard: Typed | Sent) -> bool:
    """ "Jangan bilang siapa2 kalau saya yang lapor, tapi cepatmi": how somebody is to be told is a yes to that."""
    return danger_told.is_marked(visit) and isinstance(heard, Typed) and is_only_condition(visit, heard.text)


async def _answer_at_once(visit: Visit, heard: Typed) -> Typed | None:
    """By what is true of them. It is no part of what is told, and asks for no consent; danger is answered before."""
    catalog = visit.office.catalog
    said = heard_in(catalog.world, heard.text)
    if said is None or heard.forwarded or any(not one.mild for one in catalog.danger.find(heard.text)):
        return heard
    if _is_at_work(visit) and (said[0] != _WHOM_TO_CALL or _is_of_work(visit, heard.text)):
        return heard
    is_text = conversation.asks_for_any_words(visit) and not conversation.is_asked(visit, visit.journeys[USULAN])
    if is_text or (catalog.ear is not None and catalog.ear.traced(heard.text)):
        return heard
    if (said[0] == OWN_NUMBER and _has_number(visit)) or (said[0] == _PHONED and danger_told.is_marked(visit)):
        return heard  # whom a call for help reaches may well phone
    act, left = said
    await answer(visit, act, heard.text)
    if left:
        return replace(heard, text=left, html="")
    await _go_on(visit)
    return None


def _has_number(visit: Visit) -> bool:
    """Whether one stands in what is being told, and would be read by others: it is to go, and no promise is made."""
    draft = conversation.open_conversation(visit)
    state = draft.state if draft is not None else {}
    told = {**state.get("answers", {}), **state.get("pending", {}).get("first", {}).get("answers", {})}
    return TO_CALL.search("\n".join(texts({key: one["value"] for key, one in told.items()}))) is not None


def _is_of_work(visit: Visit, text: str) -> bool:
    """ "Telepon siapa dulu yang belum siap?" """
    return any(act.name.startswith(WORK) for act in visit.acts(text, "work").done)


async def _go_on(visit: Visit) -> None:
    """Whoever has a role is asked for no consent of a villager."""
    if has_consented(visit):
        await conversation.resume(visit)
    elif not _is_at_work(visit):
        await consent.go_on(visit)


def without_wish(office: Office, heard: Typed | Sent) -> Typed | Sent:
    """Why it is to stand nowhere is heard where it endangers somebody."""
    text = words_of(heard)
    wish = read(office.catalog.world, text)
    if wish is None:
        return heard
    danger = office.catalog.danger
    left = wish.whole if danger.find(text) and not danger.find(wish.left) else wish.left
    if isinstance(heard, Typed):
        return replace(heard, text=left, html="")
    return replace(heard, caption=left or None, html="")


async def _carry_out(visit: Visit, wish: Wish, words: str) -> None:
    if not wish.hides:
        await put_name_on(visit)
        return
    await unnamed.mark(visit, unnamed=True, words=words)
    visit.say("nama_sendiri_tidak_disebut", undo_name_off(visit), bappeda=visit.office.bappeda)


def _is_at_work(visit: Visit) -> bool:
    """Whoever has a role speaks of themselves in what is a villager's alone."""
    return bool(visit.grants) and not _tells_a_story(visit)


def _tells_a_story(visit: Visit) -> bool:
    draft = conversation.open_conversation(visit)
    return draft is not None and draft.flow in (USULAN, titip.FORM)
