"""A long answer of what was sent is told again by a few words: one thing in it is put right where it stands; else it is
asked whether they take its place or stand beside it. The last wording can be brought back."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.core.flow.correcting import wrong_words
from bot.core.flow.interpreter import record
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.records import Usulan
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.answering import correcting
from bot.work.visit import Journey, Visit

FORM = "ganti_atau_tambah"
_LONG, _MOST, _AT_AN_END = 10, 24, 2  # words: of a text that is not lost unasked; of an addition; where "juga" stands
_BRINGS, _PART = 10, 3  # words of such a wish; of three words one at least stood there before
_REPLACE, _ADD = "ganti", "tambah"
_PEOPLE = ("total", "families", "houses")


async def take(visit: Visit, usulan: Usulan, key: str, new: Any) -> None:
    old = usulan.answers.get(key)
    if not (isinstance(old, dict) and isinstance(new, dict) and old.get("text") and new.keys() == {"text"}):
        await correcting.take(visit, usulan, {key: new})
        return
    if (right := wrong_words.mended({"": old}, new["text"], visit.office.catalog.world)) is not None:
        new = right.told[""]
    elif _adds(visit, new["text"]):
        new = _joined(old, new)
    elif _loses(old["text"], new["text"]):
        told = correcting.difference(visit.office, key, old, new, usulan.answers)
        conversation.start(visit, JOURNEY, about={"usulan": usulan.id, "kunci": key, "baru": new, "beda": told})
        return
    await correcting.take(visit, usulan, {key: new})


def _adds(visit: Visit, text: str) -> bool:
    """ "Gorong-gorong juga"."""
    ear, words = visit.office.catalog.ear, key_of(text).split()
    is_more = not visit.office.catalog.world.added["juga"].isdisjoint({*words[:_AT_AN_END], *words[-_AT_AN_END:]})
    return len(words) <= _MOST and (is_more or (ear is not None and ear.adds(text)))


def _loses(old: str, new: str) -> bool:
    """Whether a long text would make way for one that is much shorter, or tells of something else."""
    before, after = key_of(old).split(), key_of(new).split()
    shared = sum(word in before for word in after)
    return len(before) >= _LONG and (len(after) * 2 < len(before) or shared * _PART < len(after))


def _joined(old: dict[str, Any], new: dict[str, Any]) -> dict[str, str]:
    return {"text": f"{old['text'].rstrip('.')}, {new['text']}"}


def with_unit(old: Any, new: Any) -> Any:
    """ "21" in the place of "18 KK": the same is counted."""
    units = [one for one in _PEOPLE if isinstance(old, dict) and one in old]
    return {units[0]: new["total"]} if len(units) == 1 and isinstance(new, dict) and new.keys() == {"total"} else new


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    about, chosen = state.about, record(flow, state)["cara"]["value"]
    usulan = await visit.ask_once(stored.to_change, about["usulan"])
    if usulan is None or not await correcting.may_change(visit, usulan):
        visit.say("lengkapi_tidak_bisa")
    elif chosen not in (_REPLACE, _ADD):
        visit.say("ubah_tetap", nomor=visit.office.spoken_number(usulan))
    else:
        old = usulan.answers.get(about["kunci"]) or {"text": ""}
        new = _joined(old, about["baru"]) if chosen == _ADD else about["baru"]
        await correcting.carry_out(visit, usulan, {about["kunci"]: new})
    await conversation.resume(visit)


async def bring_back(visit: Visit, heard: Typed, lately: Callable[[Visit], Awaitable[list[Usulan]]]) -> bool:
    """ "Kembalikan yang tadi": the last wording, after a yes; False where it is not asked for, or none was changed."""
    said = key_of(heard.text).split()
    if len(said) > _BRINGS or visit.office.catalog.world.brought_back["kata"].isdisjoint(said):
        return False
    for usulan in await lately(visit):
        before = await visit.look_up(events.last_wording, usulan.id)
        if before is not None and before[1] != usulan.answers.get(before[0]):
            correcting.propose(visit, usulan, {before[0]: before[1]})
            return True
    return False


_WITH_BOTH = correcting.below("ubah_ganti_atau_tambah", "beda")
JOURNEY = Journey(FORM, finish, look=correcting.looked_at(_WITH_BOTH), opening=_WITH_BOTH)
