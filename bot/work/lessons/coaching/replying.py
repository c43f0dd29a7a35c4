"""*Balas* of an experience: what the trainer says to whoever told it reaches them with their own words, and can be
answered."""

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.forms.writing import in_short
from bot.store.people import people
from bot.work import conversation
from bot.work.lessons import stories
from bot.work.lessons.coaching import greetings
from bot.work.lessons.enclosing import enclosing
from bot.work.saying import files
from bot.work.saying.files import Kept
from bot.work.visit import Journey, Visit

_SHOWN = 300  # characters of what was told


async def begin(visit: Visit, tried_id: int) -> None:
    one = await stories.readable(visit, tried_id)
    if one is None:
        visit.stale()
        return
    about = {"cerita": one.id, "nama": one.name, "isi": in_short(one.words, _SHOWN)}
    conversation.start(visit, JOURNEY, about=about)


def _naming(step: Step) -> Step:
    """Whose it is, and what was told, stand above the question."""
    about = step.state.about
    return step.led_by(Words("tanggapi_kepada", {"nama": about["nama"], "isi": about["isi"]}))


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    await _reply(visit, state, record(flow, state)["balasan"]["text"], None)


async def _reply(visit: Visit, state: State, said: str, file: Kept | None) -> None:
    one = await stories.readable(visit, state.about["cerita"])
    whom = await visit.look_up(people.named, one.person_id) if one is not None else None
    if one is None or whom is None:
        visit.say("sapa_tak_sampai", nama=state.about["nama"])
        return
    told = {"oleh": visit.me.name, "cerita": in_short(one.words, _SHOWN), "isi": said}
    greetings.write(visit, whom, visit.text("tanggapi_kabar", nama=whom.name, **told))
    if file is not None:
        files.hand_on(visit, file, whom.address, whom.id)
    visit.say("sapa_balasan_dikirim", nama=whom.name)


JOURNEY = Journey("tanggapi_cerita", finish, heed=enclosing(_reply, with_words=True), opening=_naming)
