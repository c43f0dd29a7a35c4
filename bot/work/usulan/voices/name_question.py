"""Whose name it is that somebody said for themselves: their own, or that of somebody who borrows this telephone. Until
that is told nobody is renamed, and nothing is sent under the name that was contradicted."""

from collections.abc import Mapping
from dataclasses import replace

from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.names import clean_name, renamed
from bot.core.understanding.name_words import is_nameless
from bot.core.usulan.who_speaks import Whose, settled
from bot.store.people import speakers as stored
from bot.work import conversation
from bot.work.saying.keyboard import keyboard
from bot.work.usulan.voices import speakers, unnamed
from bot.work.visit import Visit

FORM = "usulan"
#: By these names the draft keeps the name that was said, and that it was told whose it is.
NAME, _TOLD = "disebut", "disebut_jelas"
#: It is asked whether they borrow it: something bears the name of this account already.
_TWO = "disebut_dua"
_TYPED = "diketikkan"  # that name is of somebody for whom it is typed
_SEND = "kirim"
_WHOSE: tuple[Whose, ...] = ("nama", "pinjam", "biar")
_KEYS: Mapping[Whose, str] = {
    "nama": "tombol_nama_saya",
    "ganti": "tombol_hp_sekarang",
    "pinjam": "tombol_pinjam_hp",
    "biar": "tombol_biarkan",
}


#: Where they said that they type for that name.
_LABELS_TYPED: Mapping[Whose, str] = {"pinjam": "tombol_untuk_nama", "biar": "tombol_biarkan"}


def open_draft(visit: Visit) -> State | None:
    """The usulan that is told just now."""
    draft = conversation.open_conversation(visit)
    return State.from_json(draft.state) if draft is not None and draft.flow == FORM else None


def is_asked(state: State) -> bool:
    """Whether it is open whose name was said."""
    name = state.about.get(NAME)
    is_told = name == state.about.get(_TOLD) or speakers.speaker_of(state) is not None
    return bool(name) and not is_told and not unnamed.in_draft(state)


def ask(visit: Visit, state: State, name: str, *, sending: bool = False) -> None:
    """`sending`: they want to send it."""
    conversation.put_in(visit, replace(state, about={**state.about, NAME: name}))
    is_typed = state.about.get(_TYPED) == name
    markup = keyboard(*([key] for key in _keys(visit, name, ("pinjam", "biar") if is_typed else _WHOSE)))
    visit.say("suara_nama_ini", markup, nama=name, hp=visit.me.name, kirim=sending, diketikkan=is_typed)


def ask_for_whom(visit: Visit, state: State, name: str) -> None:
    """They say that they type for somebody: the same as *Untuk orang lain*, with whose it is."""
    ask(visit, replace(state, about={**state.about, _TYPED: name}), name)


def _keys(visit: Visit, name: str, which: tuple[Whose, ...]) -> list[tuple[str, str]]:
    labels = _LABELS_TYPED if len(which) < len(_WHOSE) else _KEYS
    return [(visit.text(labels[one], nama=name), f"v:{one}") for one in which]


async def hear(visit: Visit, state: State, heard: Typed) -> bool:
    """An answer to it in their own words; who wants to send is asked again. False for anything else."""
    world, name = visit.office.catalog.world, str(state.about[NAME])
    is_typed = state.about.get(_TYPED) == name
    buttons = _LABELS_TYPED if is_typed else _KEYS
    labels: dict[str, Whose] = {key_of(visit.text(label, nama=name)): whose for whose, label in buttons.items()}
    labels[key_of(name)] = "pinjam" if is_typed else "nama"  # said once more, and nothing else
    whose = settled(world, heard.text, f"{name} {visit.me.name}", labels)
    if is_typed and whose in ("nama", "ganti"):  # it is they themselves who speak
        whose = "biar"
    if whose is not None:
        return await choose(visit, "nama" if whose == "ganti" and _TWO not in state.about else whose)
    if world.words.get(key_of(heard.text)) != _SEND:
        return False
    ask(visit, state, name, sending=True)
    return True


def holds_up(visit: Visit, before: State, step: Step) -> bool:
    """Instead of sending it, it is asked once more."""
    if step.ended != "sent" or not is_asked(before):
        return False
    ask(visit, before, str(before.about[NAME]), sending=True)
    return True


async def choose(visit: Visit, what: str) -> bool:
    """*Nama saya*, *Orang lain, pinjam HP ini*, *Biarkan*, *HP ini sekarang HP …*; False for another button, or where
    no name is asked about any more."""
    draft = visit.conversations.get(FORM)
    state = State.from_json(draft.state) if draft is not None else None
    if state is None or not state.about.get(NAME) or what not in _KEYS:
        return False
    name = str(state.about[NAME])
    if what == "pinjam":
        is_named = not is_nameless(visit.office.catalog.world, name)
        speakers.begin(visit, {"nama": {"text": name}} if is_named else None)
    elif what == "nama" and await _is_taken(visit):
        await _ask_which(visit, state, name)
    else:
        if what != "biar":
            await _rename(visit, name)
        conversation.put_in(visit, replace(state, about={**state.about, _TOLD: name}))
        await conversation.resume(visit)
    return True


async def _is_taken(visit: Visit) -> bool:
    """Whether something bears the name of this account: an usulan that was sent, or a role."""
    return bool(visit.grants) or await visit.look_up(stored.has_sent, visit.me.id)


async def _ask_which(visit: Visit, state: State, name: str) -> None:
    sent = await visit.look_up(stored.has_sent, visit.me.id)
    conversation.put_in(visit, replace(state, about={**state.about, _TWO: True}))
    markup = keyboard(*([key] for key in _keys(visit, name, ("pinjam", "ganti", "biar"))))
    visit.say("suara_nama_dua", markup, nama=name, hp=visit.me.name, terkirim=sent)


async def _rename(visit: Visit, name: str) -> None:
    await visit.ask_once(stored.keep_name, visit.me.id, visit.me.name, visit.now)
    visit.turn.remember(replace(visit.me, name=renamed(visit.me.name, clean_name(name)), named_by_self=True))
    visit.say("nama_diganti", nama=name)
