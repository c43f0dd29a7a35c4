"""Consent: the one screen, its answers with the version of its words, and what was said before it."""

from dataclasses import replace
from typing import Any

from bot.core.names import as_young
from bot.store.people import consents, conversations, waiting
from bot.store.queues import said
from bot.work.office import Office
from bot.work.people import first_words, people
from bot.work.saying import files
from bot.work.saying.keyboard import keyboard
from bot.work.visit import ALBUM_WAIT, Visit

_LETTERS = 100  # ours, among which it is looked for
REFUSED, _MORE = "c:tidak", "c:lengkap"  # data of the buttons


def ask(visit: Visit) -> None:
    """The consent screen; of somebody too young to agree alone, a grown-up's."""
    if people.awaits_guardian(visit):
        ask_guardian(visit)
        return
    visit.send(_screen(visit), _buttons(visit.office))


def ask_for_kept(visit: Visit) -> bool:
    """Of a call that was said to be an usulan, and waits for that yes since now; True, since it was heard."""
    if waiting.is_kept_in(visit.turn):
        ask(visit)
    return True


def _screen(visit: Visit) -> str:
    name = visit.me.name
    return visit.text("izin", bappeda=visit.office.bappeda, nama=name, sampai=_until(visit))


async def go_on(visit: Visit, sentence: str = "izin_menunggu") -> None:
    """After something else was answered: the whole screen for whoever has not seen it, else one line and its buttons. A
    yes that was typed counts when it is pressed, since then it was asked for what it is given."""
    if people.awaits_guardian(visit) or not await _was_shown(visit):
        ask(visit)
    else:
        visit.say(sentence, _buttons(visit.office))


async def _was_shown(visit: Visit) -> bool:
    """Whether they have the screen before them: nobody agrees to what they could not read."""
    what_is_kept = _screen(visit).split("\n\n")[1]
    return not visit.turn.newcomer and await visit.look_up(said.says_one, visit.turn.lane, what_is_kept, _LETTERS)


def _buttons(office: Office) -> dict[str, Any]:
    text = office.catalog.text
    more = [(text("tombol_selengkapnya"), _MORE)]
    if office.recording is not None:
        more.insert(0, (text("tombol_dengarkan"), "c:dengar"))
    return keyboard([(text("tombol_setuju"), "c:setuju"), (text("tombol_tidak"), REFUSED)], more)


def _until(visit: Visit) -> str:
    """The year with whose end names and numbers go, by the office's own times."""
    return str(visit.office.catalog.retention.last_year(visit.now, visit.office.zone))


def explain(visit: Visit) -> None:
    days = visit.office.catalog.retention.voice
    visit.say("izin_lengkap", bappeda=visit.office.bappeda, sampai=_until(visit), hari_suara=days)


def play(visit: Visit) -> None:
    """What the screen says, read aloud by somebody of the office."""
    if visit.office.recording is None:
        visit.stale()
        return
    files.make(visit, "recording", {"path": str(visit.office.recording)}, kind="voice")


def agree(visit: Visit, answer: str = consents.YES) -> None:
    """*Setuju*: from now on what the person says is read. `answer`: whose yes it was."""
    me = replace(visit.me, consent_version=consents.VERSION, consented_at=visit.now)
    if answer == consents.OF_GUARDIAN:  # for the child, who is spoken to as one from now on
        me = replace(me, name=as_young(me.name), named_by_self=True)
    visit.turn.remember(me)
    consents.note(visit.turn, answer)


def ask_guardian(visit: Visit) -> None:
    """Whoever told that they are young: somebody grown up beside them agrees, or writes it down for them."""
    visit.say("izin_anak", _of_guardian(visit), sudah=people.awaits_guardian(visit))


def _of_guardian(visit: Visit, *, more: bool = True) -> dict[str, Any]:
    text = visit.text
    keys = [(text("tombol_setuju_wali"), "c:wali")], [(text("tombol_sudah_dewasa"), "c:dewasa")]
    other = [(text("tombol_selengkapnya"), _MORE)] if more else []
    return keyboard(*keys, [(text("tombol_tidak"), REFUSED), *other])


def ask_guardian_to_press(visit: Visit) -> None:
    """A grown-up's yes that was typed: it counts when it is pressed, like anybody's."""
    visit.say("izin_wali_tekan", _of_guardian(visit))


def say_alone(visit: Visit, sentence: str, **told: Any) -> None:
    """To a child who says that nobody grown up is there: the button of a grown-up is not on offer until one is."""
    keys = [(visit.text("tombol_ada_dewasa"), "c:ada")], [(visit.text("tombol_tidak"), REFUSED)]
    visit.say(sentence, keyboard(*keys), **told)


def await_guardian(visit: Visit) -> None:
    """What they say from now on waits for a grown-up's yes, and no other is asked for."""
    visit.turn.remember(replace(visit.me, consent_version=consents.AWAITS_GUARDIAN))


def wait_for_guardian(visit: Visit) -> None:
    """Somebody who agreed alone tells that they are under 18: their yes counts no more, and what they have told stands
    still until a grown-up agrees."""
    await_guardian(visit)
    consents.note(visit.turn, consents.AWAITS_GUARDIAN)
    for draft in list(visit.conversations.values()):
        conversations.keep(visit.turn, replace(draft, nudge_at=None))  # nobody urges a child to go on


async def hear_before(visit: Visit, album: str | None, *, is_file: bool = False) -> None:
    """Somebody speaks before they were asked: it waits unread, and they are asked now. The parts of an album get one
    answer."""
    is_first = await first_words.keep(visit)
    if people.awaits_guardian(visit):
        letter = await visit.stands("c:")
        again = letter is not None and not letter.carries(_MORE)
        visit.say("izin_anak_menunggu", _of_guardian(visit, more=False), lagi=again)
        return
    slot = f"album:{visit.turn.lane}:{album}" if album else None
    text = visit.text("kata_berikutnya")
    if is_first or slot:
        stands = not slot and not visit.turn.newcomer and await first_words.stands(visit)
        text = visit.text("kata_pertama_berkas" if is_file else "kata_pertama", nama=visit.me.name, lagi=stands)
        text = text if stands else f"{text}\n\n{_screen(visit)}"
    visit.send(text, _buttons(visit.office), slot=slot, delay=ALBUM_WAIT if slot else 0.0)
