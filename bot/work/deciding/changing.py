"""Where an usulan stands is changed by tapping: what it becomes, why, who decided; then its proposer reads what the
screen has shown."""

from bot.catalog.texts import as_html
from bot.core.deciding.states import JOINED, State
from bot.store.deciding import moves
from bot.work.access import BAPPEDA
from bot.work.deciding import mistaken, moved, saving
from bot.work.deciding.chosen import TICKED, Chosen, chosen, offered, still, told, tracks
from bot.work.deciding.moved import Said
from bot.work.deciding.saving import NONE
from bot.work.deciding.spoken import Told
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.usulan import outcomes, standing
from bot.work.visit import Visit


async def begin(visit: Visit, which: int) -> None:
    """*Ubah keadaannya*, or *Ubah yang dicentang*."""
    all_of = await chosen(visit, which)
    if all_of is None:
        visit.toast("keadaan_belum_dicentang" if which == TICKED else "bukan_wilayah")
        return
    track = min(tracks(visit, all_of))
    now = standing.name(visit.office, all_of.now[all_of.found[0].id], track)
    may, undo = offered(visit, all_of), await mistaken.of(visit, all_of)
    if not may and undo is None:
        is_officer = any(grant.role == BAPPEDA for grant in visit.grants)
        visit.say("keadaan_tak_ada_pilihan", jumlah=len(all_of.found), petugas=is_officer)
        return
    keys = [(standing.name(visit.office, one.key, track), all_of.press("jadi", one.key)) for one in may]
    wrong = [mistaken.key(visit, all_of)] if undo is not None else []
    visit.say("keadaan_jadi_apa", keyboard(*in_rows(keys), wrong), kini=now, **told(all_of))


async def become(visit: Visit, which: int, seen: int, state: str) -> None:
    """It becomes this: why, where that is needed; else who decided."""
    await go_on(visit, which, seen, Told(state), NONE)


async def go_on(visit: Visit, which: int, seen: int, said: Told, own: str) -> None:
    """What is wanting of what was told is asked. `own`: how buttons call their own words for the reason."""
    pair = await still(visit, which, seen, said.state)
    if pair is None:
        return
    all_of, one = pair
    known = outcomes.reason_in(visit.office, said.why, tracks(visit, all_of)) if one.needs_reason else None
    reason = known or (own if said.why else NONE)
    if one.needs_reason and reason == NONE:
        found = visit.office.catalog.states.reasons_in(tracks(visit, all_of))
        keys = [(visit.label(outcomes.label(each.code)), all_of.press("karena", one.key, each.code)) for each in found]
        visit.say("keadaan_sebab_mana", keyboard(*in_rows(keys)), **told(all_of))
    else:
        await _ask_decider(visit, all_of, one, reason, said.decider)


async def because(visit: Visit, which: int, seen: int, state: str, reason: str) -> None:
    pair = await still(visit, which, seen, state)
    if pair is not None:
        await _ask_decider(visit, *pair, reason)


async def _ask_decider(visit: Visit, all_of: Chosen, one: State, reason: str, named: str = "") -> None:
    """Where only one may have decided, or one of them is named, it is they."""
    deciders = visit.office.catalog.states.deciders_of(one, tracks(visit, all_of))
    if len(deciders) == 1 or named in deciders:
        await _show(visit, all_of, one, reason, named if named in deciders else deciders[0])
        return
    keys: list[Key] = [(_called(visit, key), all_of.press("oleh", one.key, reason, key)) for key in deciders]
    visit.say("keadaan_siapa_memutuskan", keyboard(*in_rows(keys)))


def _called(visit: Visit, decider: str) -> str:
    return visit.office.plain(f"pemutus.{decider}")


async def decided_by(visit: Visit, which: int, seen: int, state: str, reason: str, decider: str) -> None:
    pair = await still(visit, which, seen, state)
    if pair is None:
        return
    if decider not in visit.office.catalog.states.deciders_of(pair[1], tracks(visit, pair[0])):
        visit.stale()
        return
    await _show(visit, *pair, reason, decider)


async def _show(visit: Visit, all_of: Chosen, one: State, reason: str, decider: str) -> None:
    """What the proposer will read; own words, or with which it is one, are asked for instead."""
    known = visit.office.catalog.states.reasons.get(reason)
    if one.key == JOINED:
        saving.ask(visit, saving.JOINING, all_of, one.key, NONE, decider)
    elif known is not None and known.own_words:
        saving.ask(visit, saving.REASONING, all_of, one.key, reason, decider)
    elif (why := await saving.why(visit, one, reason)) is None:
        visit.stale()
    else:
        await _show_words(visit, all_of, Said(one, *why, decider), reason)


async def _show_words(visit: Visit, all_of: Chosen, said: Said, reason: str) -> None:
    first = all_of.found[0]
    track = standing.track_of(visit.office, first.desa)
    steps = await visit.ask_once(moves.of_usulan, first.id)
    before = moved.replaced(visit.office, steps, said.state, visit.me.id, visit.now, track)
    shown = moved.text(visit.office, first, said, track, nama="…", batas="", bersama="", dulu=before)
    parts = (said.state.key, reason, said.decider or NONE)
    save = (visit.text("tombol_sahkan"), all_of.press("sah", *parts))
    cancelled = (visit.text("tombol_batal_ubah"), all_of.press("batalubah"))
    visit.say("keadaan_periksa", keyboard([save], [cancelled]), contoh=as_html(shown), **told(all_of))


async def cancel(visit: Visit, _which: int, _seen: int) -> None:
    """*Batal*: nothing was changed."""
    visit.take_buttons_away(visit.turn.message)
