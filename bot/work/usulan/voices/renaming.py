"""How somebody is called whose voice it is, put right in words: while it is asked, while it is told, and after it was
sent ("ganti namanya, yang punya suara Sumang")."""

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.say import Words
from bot.core.forms.state import Answer, State
from bot.core.forms.writing import key_of
from bot.core.names import clean_name
from bot.core.usulan.who_speaks import put_right
from bot.store.people import speakers as stored
from bot.store.usulan import usulan as stored_usulan
from bot.work import conversation
from bot.work.usulan.voices import name_question, speakers
from bot.work.visit import Visit

_NAME, _LAST = "nama", 3  # usulan that somebody may speak of


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """False where no name is put right, and where nobody speaks but whose account it is."""
    told = put_right(visit.office.catalog.world, heard.text) if isinstance(heard, Typed) else ""
    if not told or not isinstance(heard, Typed):
        return False
    draft, name = conversation.open_conversation(visit), clean_name(told.title())
    if draft is None:
        return await _of_sent(visit, name)
    state = State.from_json(draft.state)
    if draft.flow == speakers.FORM and _NAME in state.answers:
        conversation.put_in(visit, state.give(_NAME, Answer({"text": name}, (heard.message,))))
        return await conversation.resume(visit, Words("suara_nama_dibetulkan", {"nama": name, "nomor": ""}))
    if draft.flow != name_question.FORM:
        return False
    if name_question.is_asked(state):
        if key_of(name) == key_of(str(state.about[name_question.NAME])):
            return False  # the name that is asked about, said once more
        name_question.ask_for_whom(visit, state, name)
        return True
    return await _of_draft(visit, state, name)


async def _of_draft(visit: Visit, state: State, name: str) -> bool:
    voice = speakers.speaker_of(state)
    if voice is None or voice["name"] == name:
        return False
    if not voice["directly"]:
        await visit.ask_once(stored.rename, voice["id"], name)
    conversation.put_in(visit, speakers.with_voice(state, {**voice, "name": name}))
    return await conversation.resume(visit, Words("suara_nama_dibetulkan", {"nama": name, "nomor": ""}))


async def _of_sent(visit: Visit, name: str) -> bool:
    """The newest that somebody else told on this telephone."""
    mine = await visit.look_up(stored_usulan.of_person, visit.me.id, _LAST)
    one = next((one for one in mine if one.speaker_id is not None), None)
    if one is None or one.speaker_id is None:
        return False
    await visit.ask_once(stored.rename, one.speaker_id, name)
    visit.say("suara_nama_dibetulkan", nama=name, nomor=visit.office.spoken_number(one))
    return True
