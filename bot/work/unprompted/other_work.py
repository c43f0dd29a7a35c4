"""What somebody wants to do with an usulan, or what a meeting decided of one, said while a form asks something; or
words that name another usulan than the one the form is about: they are no answer, and nothing of them is kept. They may
do that first, and the form waits."""

from bot.core.flow.scene import kind_of
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import in_short
from bot.core.records import Conversation, Usulan
from bot.store.usulan import usulan as stored
from bot.work import conversation, home
from bot.work.access import allowed, button
from bot.work.answering import correcting, naming
from bot.work.checking import filling
from bot.work.deciding import saving
from bot.work.hall.decided import results, results_said
from bot.work.lessons import scenes
from bot.work.reading import finding, named
from bot.work.saying.keyboard import keyboard, press
from bot.work.unprompted import passing
from bot.work.unprompted.passing import ABOUT_WORDS
from bot.work.usulan import kabar, usulan
from bot.work.usulan.voices import titip
from bot.work.visit import Visit

#: Forms that take such words themselves.
_THEIR_OWN = frozenset({*ABOUT_WORDS, correcting.FORM, finding.FORM, results.JOURNEY.form})
#: Forms that ask for a number, or hear of another usulan themselves.
_NUMBERED = frozenset({correcting.FORM, finding.FORM, saving.JOINING.form})
#: Forms about no usulan yet: whoever has work here seldom tells of another in so few words.
_TOLD_ANEW, _LONGEST = frozenset({titip.FORM, usulan.FORM}), 16
#: How the forms begin that write announcements, and that of a scene to practise.
HEAR_THEMSELVES = ("siaran", scenes.JOURNEY.form)
_FEWEST, _SHOWN = 3, 40  # words of a sentence; characters of what was typed, on its button


async def hold(visit: Visit, heard: Heard) -> bool:
    """Whether the form is left to hear it. The form that looks for usulan takes their numbers itself."""
    draft = conversation.open_conversation(visit)
    if draft is None or draft.flow in _THEIR_OWN or not isinstance(heard, Typed):
        return False
    data = await finding.meant(visit, heard)
    if data is None and (data := await results_said.meant(visit, heard)) and results_said.tells_several(visit, heard):
        passing.offer_again(visit, draft)
        return await results_said.take(visit, heard)
    if data is None or draft.flow == filling.JOURNEY.form:  # to look at another holds no check up
        return False
    first = (in_short(" ".join(heard.text.split()), _SHOWN), data)
    markup = keyboard([first], [passing.way_back(visit, draft)])
    visit.say("isian_masih_terbuka", markup, formulir=visit.text(f"form.{draft.flow}.judul"))
    return True


def hears_itself(draft: Conversation) -> bool:
    """Forms that take any words, and those that know what else may be said in them."""
    return draft.flow in _TOLD_ANEW | _THEIR_OWN or draft.flow.startswith(HEAR_THEMSELVES)


def may_be_of_other(visit: Visit, heard: Heard) -> Conversation | None:
    """The form for work that asks for certain answers, where a sentence is none of them; an announcement, and what
    one does to practise, hear for themselves. What waits for a file is passed by already."""
    draft, (asked, is_own_story) = conversation.open_conversation(visit), conversation.asked(visit)
    kind = kind_of(asked) if asked is not None else None
    if draft is None or not isinstance(heard, Typed) or not home.has_work(visit) or is_own_story:
        return None
    if draft.flow in _THEIR_OWN or draft.flow.startswith(HEAR_THEMSELVES) or (kind and (kind.free or kind.takes)):
        return None
    return draft if len(heard.text.split()) >= _FEWEST else None


# --- another usulan than the one that is open ------------------------------------------------------------------------


async def of_another(visit: Visit, heard: Heard) -> Usulan | None:
    """The one that is named first; None where the open form is about it, or is left to hear whatever is named."""
    draft = conversation.open_conversation(visit)
    if draft is None or not isinstance(heard, Typed) or draft.flow in _NUMBERED:
        return None
    open_one = draft.state.get("about", {}).get("usulan")
    is_told_anew = draft.flow in _TOLD_ANEW and home.has_work(visit) and len(heard.text.split()) <= _LONGEST
    if not (open_one or is_told_anew) or not naming.may_name(visit.office, heard.text):
        return None
    if visit.office.catalog.danger.is_urgent(heard.text):  # the form answers it first
        return None
    number = next(iter(named.listed(visit, heard.text)), None) or await _beside(visit, heard.text, open_one)
    same = await visit.look_up(stored.of, number.kecamatan, number.serial) if number is not None else []
    found = [one for one in same if number is not None and number.year in (None, one.year)]
    return found[0] if found and open_one not in {one.id for one in found} else None


async def _beside(visit: Visit, text: str, open_one: int | None) -> kabar.Number | None:
    """ "Kalau yang nomor 3 …": in the kecamatan of the one that is open."""
    serial = naming.bare_serial(visit.office, text) if open_one and home.has_work(visit) else None
    one = await visit.look_up(stored.by_id, open_one) if open_one and serial is not None else None
    return kabar.Number(one.kecamatan, serial) if one is not None and serial is not None else None


def ask_whose(visit: Visit, draft: Conversation, other: Usulan) -> None:
    """What nobody else takes: whether it is meant for the form that is open all the same."""
    number = visit.office.spoken_number(other)
    reads = [(visit.text("tombol_baca", nomor=number), f"u:lihat:{other.id}")]
    keys = [(visit.text("tombol_masuk_isian"), press("m", "masuk", visit.heard_in, draft.draft))]
    goes_on = [passing.way_back(visit, draft)]
    markup = keyboard(reads if allowed(button("u"), visit.grants) else [], keys, goes_on)
    visit.say("isian_nomor_lain", markup, nomor=number)
