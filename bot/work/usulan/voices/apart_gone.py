"""What was told of violence waits beside a draft, or was left out of it; who says that it is not to be written down
("yang soal suamiku jangan dicatat") is told that it is not, and it comes back with no later draft."""

from dataclasses import replace

from bot.core.flow.correcting.found_to_go import CLAUSE, found_in, words_in, words_named
from bot.core.flow.correcting.said_to_go import EDGES, as_deed, asks_deed
from bot.core.flow.scene import look
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.spelt import one_of
from bot.store.people import conversations
from bot.work import conversation
from bot.work.usulan.dangers.closed import APART, STORY, is_delicate, is_private, told_apart
from bot.work.usulan.reader_choice import PRIVATE
from bot.work.visit import Visit


def open_again(visit: Visit, before: State, step: Step) -> None:
    """A draft of which the story of violence was taken out is like any other."""
    draft, state = visit.conversations.get(step.state.flow), step.state
    if draft is None or step.ended or not is_private(before):
        return
    left = {key: one.value for key, one in state.answers.items()}
    if STORY in before.answers and STORY not in left and not is_delicate(visit.office, left):
        about = {**draft.state.get("about", {}), PRIVATE: False}
        conversations.keep(visit.turn, replace(draft, state={**draft.state, "about": about}))


async def heed(visit: Visit, heard: Heard) -> bool:
    """Whether that was all: what these words name stands in nothing else that was told."""
    draft, world = conversation.open_conversation(visit), visit.office.catalog.world
    if draft is None or not isinstance(heard, Typed) or APART not in draft.state.get("about", {}):
        return False
    if not asks_deed(world, heard.text) or draft.flow not in visit.office.catalog.flows:
        return False
    state = State.from_json(draft.state)
    scene = look(visit.office.catalog.flows[draft.flow], state, visit.office.world(visit.now))
    named = words_named(scene, as_deed(world, heard.text))
    clauses = [one[0] for one in CLAUSE.finditer(told_apart(state))]
    stays = [one for one in clauses if not named <= words_in(scene, one)] if named else clauses
    if len(stays) < len(clauses):
        left = "".join(stays).strip(EDGES) if visit.office.catalog.danger.find("".join(stays)) else ""
        state = replace(state, about={**state.about, APART: left})
        conversation.put_in(visit, state)
    elif clauses or one_of(world.others_names["siapa"]).search(heard.text) is None:
        return False
    if found_in(scene, heard.text) is not None:
        return False  # it stands in this one, too
    await conversation.resume(visit, Words("usulan_tertutup_tidak_ikut"))
    return True
