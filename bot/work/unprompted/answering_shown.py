"""What somebody with a role types under a question of a villager that they opened, and that is nothing else: it is
asked whether it is the answer. On *Bukan* it goes the way that it would have gone."""

from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.state import State
from bot.core.forms.writing import in_short
from bot.work.access import allowed, button
from bot.work.answering import questions
from bot.work.saying.keyboard import number
from bot.work.unprompted import nothing_open
from bot.work.visit import Journey, Visit

FORM = "jawab_ini"
_OPENS = "q:jawab:"
#: What an answer may begin with.
_ANSWERS = frozenset({"ya", "tidak", "tidak_ada", "tidak_tahu", "basa_basi", "salam", "terima_kasih", "nanti"})
_FEWEST, _SHOWN = 3, 200  # words of an answer; characters


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    if not isinstance(heard, Typed) or not allowed(button("q"), visit.grants) or not _may_answer(visit, heard.text):
        return False
    found = {data for letter in await visit.letters() for _, data in letter.keys if data.startswith(_OPENS)}
    which = number(found.pop().removeprefix(_OPENS)) if len(found) == 1 else None
    one = await questions.open_one(visit, which) if which is not None else None
    if one is None or nothing_open.is_plain(visit, heard):
        return False
    about = {"pertanyaan": one.id, "dari_siapa": one.name, "isi": in_short(heard.text, _SHOWN)}
    nothing_open.ask(visit, JOURNEY, heard, **about)
    return True


def _may_answer(visit: Visit, text: str) -> bool:
    """A sentence that does nothing here."""
    done = {act.name for act in visit.acts(text, "work").done}
    return len(text.split()) >= _FEWEST and "?" not in text and done <= _ANSWERS


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    about = state.about
    if state.answers["ini"].value["value"] == "ya":
        words = [one.text for one in nothing_open.words_put_by(about) if isinstance(one, Typed)]
        await questions.send_answer(visit, int(about["pertanyaan"]), "\n".join(words))
    else:
        await nothing_open.go_on(visit, about)


_LEAD = nothing_open.naming(FORM, "dari_siapa", "isi")
JOURNEY = Journey(FORM, finish, heed=nothing_open.more, opening=_LEAD)
