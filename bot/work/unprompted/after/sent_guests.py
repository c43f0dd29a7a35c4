"""A list of names, pasted or sent as a spreadsheet before anything asked for it, while the screen of a meeting stands
there or on its day: it is asked whether they are its guests. On *Bukan* it goes the way that it would have gone."""

from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.state import State
from bot.core.hall.guests import guests_of
from bot.work import conversation
from bot.work.access import allowed, button, file
from bot.work.hall import by_words, hub
from bot.work.hall.args import number
from bot.work.hall.invited import guest_lists
from bot.work.hall.meeting import FAMILY, enter
from bot.work.roles import lists
from bot.work.saying.naming import occasion_name
from bot.work.unprompted import nothing_open
from bot.work.visit import Journey, Visit

#: Words in what telephones call a spreadsheet.
_SHEETS = ("spreadsheet", "excel", "csv")
_FEWEST, _FEWEST_ADDRESSED = 3, 2  # people in a list that nobody asked for


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it is asked about."""
    return _may_be_guests(visit, heard) and await offer(visit, heard)


async def offer(visit: Visit, heard: Typed | Sent) -> bool:
    """What is a list already: whether there is a meeting whose guests they may be."""
    if not allowed(button(FAMILY), visit.grants) or nothing_open.is_plain(visit, heard):
        return False
    which = await _meeting(visit)
    hall = await enter(visit, which) if which else None
    if hall is None:
        return False
    about = {"occasion": hall.id, "pertemuan": occasion_name(visit.office, hall.occasion)}
    nothing_open.ask(visit, JOURNEY, heard, **about)
    return True


def _may_be_guests(visit: Visit, heard: Typed | Sent) -> bool:
    if isinstance(heard, Sent):
        return heard.file is not None and any(word in heard.file.mime for word in _SHEETS)
    lines = [line for line in heard.text.splitlines() if line.strip()]
    if len(lines) < _FEWEST or "?" in heard.text:
        return False
    found, refused = guests_of(visit.office.catalog.world.spellings.guests).read_list(heard.text)
    addressed = sum(one.is_woman is not None for one in found)
    return addressed >= _FEWEST_ADDRESSED and len(found) >= max(_FEWEST, 2 * len(refused))


async def _meeting(visit: Visit) -> int:
    """The one whose screen stands there, else the only one of this day."""
    shown = {number(data.split(":"), 2) for _, data in await by_words.keys_shown(visit)} - {0}
    found = shown or {one.id for one in await hub.of_today(visit)}
    return found.pop() if len(found) == 1 else 0


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    first, *rest = nothing_open.words_put_by(state.about)
    if state.answers["ini"].value["value"] == "ya":
        about = {"occasion": state.about["occasion"]}
        await conversation.start_with_answer(visit, guest_lists.JOURNEY, {}, about, first)
        await nothing_open.go_on(visit, state.about, rest)
    elif isinstance(first, Sent) and allowed(file("daftar"), visit.grants):
        lists.take(visit, first.file)
        await nothing_open.go_on(visit, state.about, rest)
    else:
        await nothing_open.go_on(visit, state.about)


FORM = "tamu_ini"
JOURNEY = Journey(FORM, finish, heed=nothing_open.more, opening=nothing_open.naming(FORM, "pertemuan"))
