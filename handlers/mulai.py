"""/mulai (also /usulan): to consent, to a draft left open, or straight to a new usulan; Telegram's own /start is the
same for whoever has no work here; a code after it is an invitation."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any

from bot.core.forms.heard import Heard, Sent, Typed, words_of
from bot.core.understanding.in_writing import IN_WRITING
from bot.store.people import consents
from bot.work import conversation, home
from bot.work.access import allowed, command
from bot.work.answering import needs, to_the_last, unasked
from bot.work.answering.answers import answer
from bot.work.answering.in_need import asked_first, child_alone, unplaced
from bot.work.lessons import certificates, verifying
from bot.work.people import ages, consent, first_words, people
from bot.work.places import posters
from bot.work.roles import claims, invitations
from bot.work.saying import groups
from bot.work.saying.keyboard import keyboard, press
from bot.work.saying.left_off import where_left
from bot.work.training import attending
from bot.work.unprompted import offering
from bot.work.unprompted.after import after_question
from bot.work.usulan import next_part
from bot.work.usulan.dangers import apart, cries, doubted
from bot.work.usulan.usulan import begin, show_together
from bot.work.usulan.voices import named_voice, which_voice
from bot.work.visit import Visit
from handlers import titip
from handlers.buttons import on_family
from handlers.guard import Act, on_command
from handlers.translate import heard_again, heard_then

#: What the link of something printed leads to, by how it begins.
_LINKS: Mapping[str, Callable[[Visit, str], Awaitable[None]]] = {
    certificates.FRONT: verifying.check,
    attending.FRONT: attending.arrive,
}


async def _mulai(visit: Visit, code: str) -> None:
    front = next((front for front in _LINKS if code.startswith(front)), None)
    if front is not None:
        await _LINKS[front](visit, code.removeprefix(front))
    elif posters.is_payload(code):
        await posters.arrive(visit, code)
        welcome(visit)
    elif groups.is_payload(code) and (name := groups.wanted(code)):
        visit.say("dari_grup", perintah=name)
    elif code and not groups.is_payload(code):
        await invitations.redeem(visit, code)
    else:
        welcome(visit)
        if not people.has_consented(visit) and visit.grants:
            await first_words.note_asked(visit)


async def _start(visit: Visit, code: str) -> None:
    """Telegram's own button, pressed by whoever opens the chat: somebody with work here is shown it, and begins no
    usulan by that."""
    if code or not home.has_work(visit) or conversation.open_conversation(visit) is not None:
        await _mulai(visit, code)
    else:
        await home.show(visit)


def welcome(visit: Visit) -> None:
    """The first thing on offer, by how far the person has come."""
    if not people.has_consented(visit):
        consent.ask(visit)
    elif (draft := conversation.open_conversation(visit)) is not None:
        is_late = conversation.is_long_ago(visit, draft)
        where = where_left(visit.office, draft) if is_late else {"tempat": "", "awal": ""}
        conversation.touch(visit, draft)
        buttons = keyboard(
            [(visit.text("tombol_lanjutkan"), "m:lanjut")], [(visit.text("tombol_mulai_baru"), "m:baru")]
        )
        visit.say("ada_draf", buttons, nama=visit.me.name, **where)
    else:
        begin(visit)


async def _agree(visit: Visit) -> None:
    """*Setuju*, unless they told that they are too young to agree alone; whoever holds a role told it of another."""
    told = [] if people.has_consented(visit) else await first_words.look_at(visit)
    is_young = not visit.grants and ages.tell_of_youth(visit.office, filter(None, map(_heard, told)))
    hurt = (apart.is_hurt(visit.office, words_of(heard)) for heard in map(_heard, told) if heard is not None)
    if is_young and any(hurt):
        visit.say("bahaya.adik")  # it may be their parents who do it
    elif people.awaits_guardian(visit) or is_young:
        consent.ask_guardian(visit)
        consent.await_guardian(visit)
    else:
        await _go_in(visit, consents.YES)


async def _agree_for_child(visit: Visit) -> None:
    """*Saya yang mendampingi*; what was closed for want of it is open again."""
    if await child_alone.is_alone(visit):
        consent.say_alone(visit, "izin_anak_sendiri")
        return
    await _go_in(visit, consents.OF_GUARDIAN)
    await child_alone.open_again(visit)


async def _go_in(visit: Visit, answer: str) -> None:
    """The form begins, with what was said before as its first answers."""
    if people.has_consented(visit):
        _agree_again(visit)
        return
    was_held = people.awaits_guardian(visit)
    consent.agree(visit, answer)
    visit.toast("izin_terima_kasih")
    await claims.take_what_waited(visit)
    if not await cries.goes_first(visit):
        await _take_over(visit, was_held=was_held)


async def _take_over(visit: Visit, *, was_held: bool = False) -> None:
    """What was said before waits no more."""
    read = [(_heard(raw), raw["asked"]) for raw in await first_words.take(visit)]
    told = [(heard, asked) for heard, asked in read if heard is not None and not child_alone.is_said(visit, heard)]
    open_words, about = apart.openly(visit.office, [heard for heard, _ in told])
    spoken = needs.without_needs(visit.office, open_words)
    about |= {IN_WRITING: True} if len(spoken) < len(open_words) else {}
    is_open = conversation.open_conversation(visit) is not None
    wanted = next((one for one, is_asked in told if is_asked and one not in open_words), None)
    if wanted is not None:
        await apart.bring(visit, wanted)
    elif told and not is_open:
        begin(visit, spoken, about=about, alone=unasked.only_tells(visit, spoken))
        any(named_voice.notice_for_whom(visit, one) for one in spoken)
        await asked_first.hand_on_unanswered(visit)
    elif not told and not is_open and await asked_first.only_asked(visit):
        await asked_first.go_on_asking(visit)
    elif not (was_held and await _go_on_with(visit, spoken)):
        welcome(visit)


def _agree_again(visit: Visit) -> None:
    """The button of an old screen: what was begun goes on, and nothing new begins by it."""
    if conversation.open_conversation(visit) is None:
        visit.say("izin_sudah", keyboard([(visit.text("tombol_mulai_baru"), "m:baru")]))
    else:
        welcome(visit)


async def _go_on_with(visit: Visit, spoken: Sequence[Heard]) -> bool:
    """The draft that stood still while a grown-up was asked; False when there is none."""
    if await show_together(visit, spoken):
        return True
    for heard in spoken:
        await conversation.hear(visit, heard, answer)
    return bool(spoken) or await conversation.resume(visit)


def _heard(raw: Any) -> Typed | Sent | None:
    """A message that waited unread, read now."""
    return heard_again(raw["message"]) if "message" in raw else None


async def _go_on(visit: Visit) -> None:
    """*Lanjutkan* a draft that was left open."""
    if people.awaits_guardian(visit) or not (
        await which_voice.go_on(visit, answer) or await conversation.resume(visit) or await after_question.resume(visit)
    ):
        welcome(visit)


async def _go_on_there(visit: Visit, draft: str) -> None:
    """The same for the form under which the button stood, whatever was touched since."""
    there = next((one for one in visit.conversations.values() if one.draft == draft), None)
    if there is None:
        visit.stale()
        return
    conversation.touch(visit, there)
    await _go_on(visit)


async def _begin_anew(visit: Visit) -> None:
    """*Mulai yang baru*, also after a receipt, and after a danger before which something was told."""
    if people.has_consented(visit) and await first_words.are_awaited(visit):
        await _take_over(visit)
    elif people.has_consented(visit):
        conversation.cancel(visit)
        begin(visit)
    else:
        welcome(visit)


async def _bring(visit: Visit, said_in: int) -> None:
    """*Jadikan usulan*, under words that nobody understood: this button answers them, and they are the story."""
    heard = await _above(visit, said_in)
    is_hurt = heard is not None and not apart.openly(visit.office, [heard])[0]
    if heard is None:
        visit.stale()
    elif not people.has_consented(visit):
        await first_words.keep_alone(visit, said_in)
        await doubted.let_go(visit, press("g", "tolong", said_in))
        consent.ask(visit)
    elif is_hurt:
        await apart.bring(visit, heard)
    elif "usulan" in visit.conversations:
        welcome(visit)
    else:
        begin(visit, [heard])


async def _announce(visit: Visit, said_in: int) -> None:
    """*Jadikan siaran*, under the same words: they are its message."""
    heard = await _above(visit, said_in)
    if heard is None or not allowed(command("siaran"), visit.grants):
        visit.stale()
    else:
        await offering.begin(visit, heard)


async def _put_in(visit: Visit, said_in: int, draft: str) -> None:
    """*Memang untuk isian ini*: words that name another usulan than the one the form is about."""
    heard, asks = await _above(visit, said_in), conversation.open_conversation(visit)
    if heard is None or asks is None or asks.draft != draft or not await conversation.hear(visit, heard, answer):
        visit.stale()


async def _above(visit: Visit, said_in: int) -> Typed | Sent | None:
    """The message that the button answers; where it is said in words, or stands under an answer that does not show it
    again, by the update that brought it."""
    told = visit.turn.raw.get("callback_query", {}).get("message", {}).get("reply_to_message")
    return heard_again(told) if told else await heard_then(visit, said_in)


#: The answers to the consent screen.
_CONSENT: dict[str, Act] = {
    "setuju": _agree,
    # *Saya yang mendampingi*: a parent, a guardian or a teacher agrees, and the child tells.
    "wali": _agree_for_child,
    "ada": child_alone.come,
    "dewasa": partial(_go_in, answer=consents.YES),  # what sounded like a child was none
    "tidak": unasked.refuse,
    "dengar": consent.play,
    "lengkap": consent.explain,
}
_NEXT: dict[str, Act] = {
    "lanjut": _go_on,
    "lanjut:<word>": _go_on_there,
    "baru": _begin_anew,
    "carikan": unplaced.ask_office,
    "tempat:<word>": partial(unplaced.choose, reply=answer),
    "titip": titip.begin_anew,
    "cerita:<id>": _bring,
    "siaran:<id>": _announce,
    "masuk:<id>:<word>": _put_in,
    "tambahan:<id>": to_the_last.add,
    "berikut:<id>:<page>": next_part.begin,  # of several things that were told in one
    "lewat:<id>:<page>": next_part.refuse,
}

HANDLERS = [
    *(on_command(name, _mulai, with_words=True) for name in ("mulai", "usulan")),
    on_command("start", _start, with_words=True),
    on_family("c", _CONSENT),
    on_family("m", _NEXT),
]
