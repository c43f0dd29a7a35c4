"""Whoever must not be written to on this telephone ("jangan kirim pesan ke hp ini, nanti suami saya baca"): from then
on nothing of what they brought comes to it, and whoever reads it brings the news."""

import re
from dataclasses import replace
from functools import lru_cache

from bot.core.flow.correcting.found_to_go import CLAUSE
from bot.core.flow.correcting.said_to_go import EDGES
from bot.core.flow.heard.first_words import meant
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.names import clean_name
from bot.core.spelt import either, one_of
from bot.core.stories.several import names_thing
from bot.core.understanding.where.hamlets import is_complaint
from bot.store.database.ids import new_id
from bot.store.deciding import clarifications
from bot.store.people import conversations, own_data
from bot.store.people import speakers as stored
from bot.store.usulan import again, usulan
from bot.work import conversation
from bot.work.saying.keyboard import Key, keyboard
from bot.work.usulan.dangers import danger
from bot.work.usulan.dangers.danger_told import has_agreed, is_marked
from bot.work.usulan.voices.speakers import FORM, is_kept_away, speaker_of, with_voice
from bot.work.visit import Journey, Visit

#: By this name the draft of an usulan keeps that no news of it comes to this telephone.
_ABOUT = "jangan_ke_hp"
#: By this one an usulan keeps by what way they may be reached, in words.
BY = "lewat"
_WAYS = ("musyawarah", "orang", "rumah")
_USULAN, _ASKED = "usulan", "klarifikasi"
_STOPS, _HUSHES = 4, 8  # words; what is longer tells something


async def heed(visit: Visit, heard: Typed | Sent) -> Typed | Sent | None:
    """What else these words tell; None where that was all."""
    if not isinstance(heard, Typed) or visit.grants or not has_agreed(visit) or is_marked(visit):
        return heard
    asks, stops = asks_for_silence(visit, heard.text), _stops_now(visit, heard.text)
    draft = conversation.open_conversation(visit)
    if stops:
        no, send = (visit.office.plain(f"kata_{name}").split(" | ") for name in ("jangan_kabar", "mengabari"))
        never = re.search(rf"\b(?:{either(no)})\s+(?:{either(send)})\b", heard.text.lower())
        await _hush(visit, for_good=asks or never is not None)
        return None
    if asks and (draft is None or draft.flow != FORM):  # there it is an answer
        await keep(visit)
        left = _told_beside(visit, heard.text)
        return replace(heard, text=left) if left else None
    if asks or len(heard.text.split()) > _STOPS or (draft is not None and not draft.flow.startswith(_ASKED)):
        return heard
    return None if _offers(visit, key_of(heard.text)) else heard


def _told_beside(visit: Visit, text: str) -> str:
    """ "Jgn ada pesan masuk di hp ini, suami periksa. sumur jambu kering": the clauses that tell of something else."""
    office, comes = visit.office, one_of(frozenset(visit.office.plain("kata_pesan_masuk").split(" | ")))
    world, told = office.catalog.world, list[str]()
    for clause in CLAUSE.findall(text):
        tells = names_thing(clause, world.spellings.stories) or bool(danger.called(office, clause))
        tells = tells or any(is_complaint(word, world) for word in key_of(clause).split())
        told += [clause] if tells and comes.search(clause) is None and not asks_for_silence(visit, clause) else []
    return "".join(told).strip(EDGES)


def _offers(visit: Visit, said: str) -> bool:
    """ "Berhenti", "hapus saja semuanya", while nothing else is open: words alone do neither."""
    stops, erases = (visit.office.plain(f"kata_{name}").split(" | ") for name in ("henti_kabar", "hapus_semua"))
    if said not in {*stops, *erases}:
        return False
    acts = {"tombol_hapus": "hapus", "tombol_tidak_jadi": "batal"}
    acts = acts if said in erases else {"tombol_jangan_ke_hp": "diam", **acts}
    visit.say("berhenti_mana", keyboard(*([(visit.text(label), f"o:{act}")] for label, act in acts.items())))
    return True


def asks_for_silence(visit: Visit, text: str) -> bool:
    sorts = ("jangan_kabar", "mengabari", "ke_hp", "pesan_masuk", "buka_sendiri")
    words = (visit.office.plain(f"kata_{name}") for name in sorts)
    return _silence(*words).search(text.lower()) is not None


@lru_cache(maxsize=2)
def _silence(no: str, send: str, here: str, comes: str, opens: str) -> re.Pattern[str]:
    """ "Jangan kirim pesan ke hp ini", "suami marah kalau ada pesan masuk, stop kirim", "jangan kirim2 pesan, nanti sy
    yg buka"."""
    no, send, here, comes, opens = (either(one.split(" | ")) for one in (no, send, here, comes, opens))
    asks = rf"\b(?:{no})\s+(?:\w+\s+)?(?:{send})\b"
    return re.compile(
        rf"{asks}[^.;!?\n]*?\b(?:{here})\b|\b(?:{comes})\b[^;\n]*{asks}|{asks}[^;\n]*\b(?:{comes}|{opens})\b|\b(?:{no})\s+(?:{comes})\b"
    )


def _stops_now(visit: Visit, text: str) -> bool:
    """ "Stop dulu suamiku datang": whoever may see it is beside them."""
    words = (visit.office.plain(f"kata_{name}").split(" | ") for name in ("stop_dulu", "orang_datang"))
    return len(text.split()) <= _HUSHES and all(one_of(frozenset(one)).search(text) for one in words)


async def _hush(visit: Visit, *, for_good: bool) -> None:
    """One word that tells nothing; the draft stays, and nobody is reminded of it. `for_good`: nothing else comes."""
    if for_good:
        await _keep_off(visit)
    async with visit.ask() as connection:
        await own_data.quiet(connection, visit.me.id, visit.me.address)
    draft = conversation.open_conversation(visit)
    if draft is not None and not for_good:
        conversations.keep(visit.turn, replace(draft, nudge_at=None))
    visit.say("diam_dulu")


async def keep(visit: Visit) -> None:
    """What was sent stays theirs, to be erased at /dataku; this telephone shows nothing of it."""
    draft, mine = await _keep_off(visit)
    ways = [[(visit.text(f"tombol_jalan_{way}"), f"o:jalan.{way}")] for way in _WAYS] if draft or mine else []
    visit.say("jangan_ke_hp", keyboard(*ways, *_on(visit)), draf=draft, ada=mine)


async def _keep_off(visit: Visit) -> tuple[bool, bool]:
    """Whether there is a draft, and anything that was sent."""
    me = visit.me
    async with visit.ask() as connection:
        mine = await usulan.of_person(connection, me.id)
        for one in await clarifications.waiting(connection, [one.id for one in mine]):
            await again.bring_in_person(connection, one.usulan_id)  # whoever asked has not read it by that
        await stored.keep_off(connection, me.id, me.name, visit.now)
        await own_data.quiet(connection, me.id, me.address)
    for flow in [flow for flow in visit.conversations if flow.startswith(_ASKED)]:
        conversations.end(visit.turn, flow)
    draft = visit.conversations.get(_USULAN)
    if draft is not None:
        told = _kept(State.from_json(draft.state)).to_json()
        conversations.keep(visit.turn, replace(draft, state=told, nudge_at=None))
    return draft is not None, bool(mine)


def _on(visit: Visit) -> list[list[Key]]:
    return [[(visit.text("tombol_lanjutkan"), "m:lanjut")]] if _USULAN in visit.conversations else []


async def agree(visit: Visit, way: str) -> None:
    """*Di musyawarah saja*, or whatever else is safe: for what was sent, and for what is being told."""
    async with visit.ask() as connection:
        mine = await usulan.kept_off(connection, visit.me.id)
        for one in mine:
            await usulan.agree(connection, one.id, {**(one.agreed or {}), BY: way})
    draft = visit.conversations.get(_USULAN)
    state = State.from_json(draft.state) if draft is not None else None
    if draft is not None and state is not None and (_ABOUT in state.about or is_kept_away(state.about)):
        told = replace(state, about={**state.about, _ABOUT: way}).to_json()
        conversations.keep(visit.turn, replace(draft, state=told, nudge_at=None))
    elif not mine:
        visit.stale()
        return
    visit.say("jalan_dicatat", keyboard(*_on(visit)), jalan=way)


async def agree_by(visit: Visit, where: str) -> None:
    await agree(visit, visit.text(f"jalan_{where}"))


def ask_by_whom(visit: Visit) -> None:
    conversation.start(visit, JOURNEY)


async def _named(visit: Visit, _flow: Flow, state: State) -> None:
    told = clean_name(state.answers["siapa"].value["text"])
    begins = told.lower().startswith(visit.text("jalan_lewat"))
    await agree(visit, told if begins else f"{visit.text('jalan_lewat')} {told}")


JOURNEY = Journey("lewat_siapa", _named)


def _kept(state: State) -> State:
    speaker = speaker_of(state)
    if speaker is not None:
        return with_voice(state, {**speaker, "directly": True})
    return replace(meant(state), about={**state.about, _ABOUT: True})


def voice(visit: Visit, state: State) -> int | None:
    """Under what an usulan stands of which no news comes to this telephone; None where it does."""
    if not state.about.get(_ABOUT):
        return None
    name = visit.me.name
    return stored.add(visit.turn, name, account_id=None, tell_directly=True, guardian=None, speaker_id=new_id()).id


def way(state: State) -> dict[str, str]:
    """What they agreed to, by its name in the usulan."""
    told = state.about.get(_ABOUT)
    return {BY: told} if isinstance(told, str) else {}


def thank(visit: Visit, number: str, reader: str, state: State) -> bool:
    """The receipt, which says so."""
    way_agreed = way(state).get(BY, "")
    visit.say("suara_terima_langsung", nomor=number, pembaca=reader, bappeda=visit.office.bappeda, jalan=way_agreed)
    return True
