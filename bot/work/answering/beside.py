"""Words about an usulan that was sent, while another one is being told: they change nothing of the other. What fits
neither is asked about."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.flow.correcting.numbers.number_gone import withdrawn
from bot.core.flow.correcting.numbers.reckoned import may_reckon, meant
from bot.core.flow.correcting.said_to_go import may_take_out
from bot.core.flow.correcting.sent_corrections import stands_in_draft
from bot.core.flow.correcting.taking_out import goes
from bot.core.flow.scene import FIRST, Scene, kind_of, look
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.state import State
from bot.core.forms.writing import in_short, key_of
from bot.core.records import Usulan
from bot.core.spelt import one_of
from bot.core.understanding.amounts.undone import as_exchanged
from bot.store.people import conversations
from bot.work import conversation
from bot.work.answering import changing, correcting, to_the_last, topics
from bot.work.saying.keyboard import keyboard
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit

_LONGEST, _PLACE = 24, "wilayah"  # words; what is longer tells a story
_SHOWN = 200  # characters
#: What may ask while an usulan is being told: it, or whether a sent one is to be changed.
_OPEN = frozenset({USULAN, correcting.FORM})


async def put_right(visit: Visit, heard: Heard) -> bool:
    """False where they are about what is being told, or put nothing right."""
    scene = _told_now(visit)
    if scene is None or not isinstance(heard, Typed) or len(heard.text.split()) > _LONGEST:
        return False
    if await changing.put_named_right(visit, heard):
        return True
    if _is_of_its_place(scene, heard.text):
        return False
    if scene.state.pending.get("first") and await _of_sent_before(visit, scene, heard):
        return True
    if _may_name(visit, scene, heard) and await changing.put_topic_right(visit, heard, _words(scene)):
        return True
    if await _of_sent_alone(visit, scene, heard):
        return True
    said, heard = heard, correcting.plainly(visit, heard)
    wrong = changing.wrong_in(visit, heard)
    if not wrong or stands_in_draft(scene, heard):
        return False
    lately = await topics.lately(visit)
    return await changing.put_wrong_right(visit, lately, heard) or _ask_which(visit, scene, lately, said, wrong)


async def _of_sent_before(visit: Visit, scene: Scene, heard: Typed) -> bool:
    """ "Itu pembetulan, usulan yg kemarin 55 KK bukan 50", below words of which it is asked whether they are a story.
    Where they deny the same figure they were no story."""
    world = visit.office.catalog.world
    sent = one_of(world.added["terkirim"])
    if not sent.search(heard.text):
        return False
    told = correcting.plainly(visit, replace(heard, text=sent.sub(" ", heard.text).strip(" ,.:")))
    told = replace(told, text=one_of(world.added["pembetulan"]).sub(" ", told.text).strip(" ,.:"))
    found = await to_the_last.denied_by(visit, told)
    if not found or not await changing.put_right_in(visit, found[0], told):
        return False
    if changing.wrong_in(visit, replace(heard, text=_first_words(scene))).startswith(changing.wrong_in(visit, told)):
        conversations.end(visit.turn, USULAN)
    return True


def _first_words(scene: Scene) -> str:
    told = (answer["value"] for answer in scene.state.pending["first"]["answers"].values())
    return "\n".join(str(value.get("text", "")) for value in told if isinstance(value, dict))


def _is_of_its_place(scene: Scene, text: str) -> bool:
    """ "Bukan di Salu Bandiki, di Jambu", where the place of what is being told is asked."""
    given = scene.state.pending.get("given") or {}
    asked = look(scene.flow, scene.state.release("given"), scene.world).asked
    if asked is None or asked.kind != _PLACE:
        return False
    told = {**scene.values, **given}
    names = [str(one.get("name", "")) for one in given.values() if isinstance(one, dict)]
    names += scene.world.places.dusun(told["desa"]["code"]) if "desa" in told else []
    said = f" {key_of(text)} "
    return any(name and f" {key_of(name)} " in said for name in names)


async def _of_sent_alone(visit: Visit, scene: Scene, heard: Typed) -> bool:
    """What is to go, or is reckoned, of one that was sent, and stands not in what is being told."""
    may_go = may_take_out(scene.world, heard.text) and not (goes(scene, heard.text) or withdrawn(scene, heard.text))
    reckons = not may_go and may_reckon(scene.world, heard.text) and not meant(scene, heard.text)
    if not (may_go or reckons):
        return False
    return await changing.propose_in(visit, await topics.lately(visit), heard)


def _told_now(visit: Visit) -> Scene | None:
    draft, asks = visit.conversations.get(USULAN), conversation.open_conversation(visit)
    if draft is None or asks is None or asks.flow not in _OPEN:
        return None
    return look(visit.office.catalog.flows[USULAN], State.from_json(draft.state), visit.office.world(visit.now))


def _may_name(visit: Visit, scene: Scene, heard: Typed) -> bool:
    """Before its story is told, only what puts something right for sure is about another one."""
    ear = visit.office.catalog.ear
    is_sure = ear is not None and ear.corrects(heard.text) == "sure"
    return scene.target != FIRST and (is_sure or bool(_words(scene)))


def _tells_story(scene: Scene) -> bool:
    return scene.target == FIRST or (scene.asked is not None and kind_of(scene.asked).story)


def _words(scene: Scene) -> str:
    told = (value.get("text") for value in scene.values.values() if isinstance(value, dict))
    return "\n".join(text for text in told if isinstance(text, str))


def _ask_which(visit: Visit, scene: Scene, lately: Sequence[Usulan], heard: Typed, wrong: str) -> bool:
    """A number that nobody told: it is put into neither. A story may say what a thing is not."""
    tells = _tells_story(scene) and as_exchanged(heard.text, scene.world) == heard.text
    if not lately or tells or not any(letter.isdecimal() for letter in wrong):
        return False
    rows = [[(visit.office.spoken_number(one), f"l:ralat:{one.id}")] for one in lately]
    now = [(visit.text("tombol_yang_sedang_ditulis"), "m:lanjut")]
    visit.say("ubah_usulan_mana", keyboard(*rows, now), kata=in_short(heard.text, _SHOWN), salah=wrong)
    return True
