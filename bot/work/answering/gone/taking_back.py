"""One usulan is taken back in words by whoever brought it ("hapus usulan bungin 1", "tidak jadi usulannya"): after one
yes nobody reads it any more. What a meeting has taken up stays, and the wish is handed on."""

import re
from collections.abc import Sequence

from bot.core.flow.correcting.gone_from_sent import is_part, names_something
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.questions import Flow
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.forms.world import World
from bot.core.forms.writing import is_question, key_of
from bot.core.records import WITHDRAWN, Usulan
from bot.core.spelt import either, one_of
from bot.store.people import conversations
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.answering import correcting, naming, questions
from bot.work.answering.correcting import FORM as CORRECTION
from bot.work.answering.correcting import subject
from bot.work.office import Office
from bot.work.people.people import has_consented
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import withdrawn
from bot.work.visit import Journey, Visit

FORM = withdrawn.FORM
_LONGEST = 9  # words
_LOOKED_THROUGH = 10
_GOES_AHEAD = "jadi"
_WORDS = "kata"  # by this name the draft keeps what asked for it


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it is asked about; nothing is taken back by words alone."""
    if not isinstance(heard, Typed) or not has_consented(visit):
        return False
    if not _stays(visit.office.catalog.world, heard.text) and not _is_meant(visit.office, heard.text):
        return False
    return await _take_of(visit, heard, await of_mine(visit))


async def offer(visit: Visit, heard: Typed) -> bool:
    """To whoever says in words of their own that it is not to be."""
    return conversation.open_conversation(visit) is None and await _take_of(visit, heard, await of_mine(visit))


async def take_beside(visit: Visit, heard: Typed | Sent) -> bool:
    """The number of one of theirs is named while something else is asked: that waits."""
    if not isinstance(heard, Typed) or not has_consented(visit) or not naming.may_name(visit.office, heard.text):
        return False
    asks = conversation.open_conversation(visit)  # who is asked whether it goes answers that
    if (asks is not None and asks.flow == FORM) or not _is_meant(visit.office, heard.text):
        return False
    newest = await of_mine(visit)
    return naming.named_in(visit.office, heard.text, newest) is not None and await _take_of(visit, heard, newest)


async def of_mine(visit: Visit) -> list[Usulan]:
    return await visit.look_up(stored.of_person, visit.me.id, _LOOKED_THROUGH)


async def _take_of(visit: Visit, heard: Typed, newest: Sequence[Usulan]) -> bool:
    mine = [one for one in newest if one.status != WITHDRAWN]
    if not mine:
        return False
    if _stays(visit.office.catalog.world, heard.text):
        visit.say("tarik_usulan_tidak_jadi", nomor=visit.office.spoken_number(mine[0]))
        return True
    named = naming.named_in(visit.office, heard.text, mine)
    if named is None and naming.may_name(visit.office, heard.text):
        visit.say("tarik_usulan_bukan", punya=[visit.office.spoken_number(one) for one in mine])
    elif named is not None or len(mine) == 1:
        _ask(visit, named.one if named is not None else mine[0], heard.text)
    else:
        rows = [[(correcting.label_of(visit, one), f"l:tarik:{one.id}")] for one in mine]
        visit.say("tarik_usulan_yang", keyboard(*rows))
    return True


def _stays(world: World, text: str) -> bool:
    """ "Jangan hapus usulan sy", and nothing else."""
    words, said = world.taking_back, key_of(text)
    if not words or len(said.split()) > _LONGEST or one_of(words["kata"]).search(said) is None:
        return False
    denied = re.compile(rf"\b(?:{either(words['bukan'])})\s+(?:{either(words['kata'])})\s+(?:{either(words['apa'])})\b")
    return denied.search(said) is not None and not names_something(world, one_of(words["bukan"]).sub(" ", said))


def _is_meant(office: Office, text: str) -> bool:
    """That something is not to be, and an usulan; "jangan hapus usulan saya" and what is asked are neither."""
    world = office.catalog.world
    said, words = key_of(text), world.taking_back
    if words and naming.may_name(office, text) and _is_bare(world, key_of(naming.without_numbers(office, text))):
        return not _asks(world, text)
    if not words or len(said.split()) > _LONGEST or _asks(world, text) or is_part(world, text):
        return False
    taken = one_of(words["kata"]).search(said)
    of_it = one_of(words["apa"]).search(said)
    before = said[: taken.start()].split()[-1:] if taken else []
    if taken is None or of_it is None or set(before) & words["bukan"]:
        return False
    goes = taken[0] in world.taking_out["kata"]
    return not goes or not names_something(world, said[taken.end() : of_it.start()])  # "hapus nomorku usulan itu"


def _asks(world: World, text: str) -> bool:
    """Wherever the word that asks stands: "kalau mau batalkan usulan bagaimana caranya" takes nothing back."""
    said = f" {key_of(text)} "
    for none in world.not_asking | world.taking_back["bukan_tanya"]:  # "hapus mi, tidak apa apa"
        said = said.replace(f" {none} ", " ")
    return is_question(text, world, free=False) or any(f" {word}" in said for word in world.asking)


def _is_bare(world: World, said: str) -> bool:
    """ "Batalkan Maiwa 2", "Maiwa 2 tidak jadi karena …": nothing is said but that it is not to be, and why."""
    words, beside = world.taking_back, world.taking_out
    said = one_of(beside["sebab"] & beside["sambung"]).split(said, maxsplit=1)[0]  # "krn sudah dibangun"
    taken = one_of(words["kata"]).search(said)
    before = said[: taken.start()].split()[-1:] if taken else []
    puts_right = not words["keliru"].isdisjoint(said.split())  # "hapus Maiwa 1 yang salah"
    denies = puts_right or not words["bukan"].isdisjoint(before)
    return taken is not None and not denies and not names_something(world, said)


async def begin(visit: Visit, usulan_id: int) -> None:
    """Chosen out of several."""
    found = await _own(visit, usulan_id)
    if found is None:
        visit.stale()
    else:
        _ask(visit, found)


def _ask(visit: Visit, one: Usulan, words: str = "") -> None:
    """`words`: that asked for it; the same once more are a yes."""
    conversations.end(visit.turn, CORRECTION)  # nothing of it is to be changed any more
    number = visit.office.spoken_number(one)
    about = {"usulan": one.id, "nomor": number, "perihal": subject(visit.office, one), _WORDS: key_of(words)}
    conversation.start(visit, JOURNEY, about=about)


def _with_number(step: Step) -> Step:
    about = step.state.about
    return step.led_by(Words("tarik_usulan_ini", {name: about[name] for name in ("nomor", "perihal")}))


async def _own(visit: Visit, usulan_id: int) -> Usulan | None:
    async with visit.ask() as connection:
        is_mine = await stored.is_of(connection, visit.me.id, usulan_id)
        found = await stored.to_change(connection, usulan_id) if is_mine else None
    return found if found is not None and found.status != WITHDRAWN else None


async def _heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """Whoever says it once more has said yes; "tidak jadi usulannya" may mean the usulan, or taking it back. What names
    something else is no yes."""
    if not isinstance(heard, Typed):
        return False
    if not _is_meant(visit.office, heard.text):
        is_yes = step.ended == "sent" and step.state.answers["tarik"].value["value"] == "ya"
        return is_yes and not _is_clear(visit.office.catalog.world, heard.text) and await conversation.resume(visit)
    found = await _own(visit, before.about["usulan"])
    is_same = key_of(heard.text) == before.about.get(_WORDS)
    if found is not None and _GOES_AHEAD in key_of(heard.text).split() and not is_same:
        _ask(visit, found, heard.text)
    else:
        conversations.end(visit.turn, FORM)
        await _take_back(visit, before, found)
        await conversation.resume(visit)
    return True


def _is_clear(world: World, text: str) -> bool:
    """ "Iya tarik, sudah dibangun" says why; "ya hapus nomorku saja" does not mean the usulan."""
    said = key_of(text).split()
    leads = said[0] in world.agreeing["ya"] and world.taking_out["kata"].isdisjoint(said)
    return leads or not names_something(world, text)


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    if state.answers["tarik"].value["value"] == "ya":
        await _take_back(visit, state, await _own(visit, state.about["usulan"]))
    else:
        visit.say("tarik_usulan_tidak_jadi", nomor=state.about["nomor"])
    await conversation.resume(visit)


async def _take_back(visit: Visit, state: State, found: Usulan | None) -> None:
    number = state.about["nomor"]
    if found is None:
        visit.say("lengkapi_tidak_bisa")
    elif found.locked_at is not None:
        wish = visit.office.plain("tarik_usulan_titipan", nomor=number)
        handed = await questions.hand_on(visit, wish, found.desa)
        visit.say("tarik_usulan_terkunci", nomor=number, kepada=handed.to)
    else:
        await visit.ask_once(stored.take_back, found.id)
        withdrawn.note(visit, found.id, found.read_by)
        visit.say("tarik_usulan_selesai", nomor=number)


JOURNEY = Journey(FORM, finish, heed=_heed, opening=_with_number)
