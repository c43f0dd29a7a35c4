"""Somebody is to be no facilitator any more, or their telephone is lost, said in words: their card is shown, with what
can be done, or the question of the very act that was named. Nothing happens without a yes to that question."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.records import Grant
from bot.store.database.database import Connection
from bot.store.people import blocking as blocks
from bot.store.people import people
from bot.store.people.people import Holder
from bot.store.roles import handover as stored
from bot.store.roles import invites
from bot.work.access import allowed, button, command, roles_to_give
from bot.work.codes.handing_out import tasks
from bot.work.roles import blocking, by_name, handover, replacing
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit

#: What may be said of somebody, and the button that leads to it.
_CARD, _CUT, _BLOCK, _REPLACE = "kartu", "cabut", "blokir", "ganti"
_BUTTONS = {_CARD: "s:kartu:", _CUT: "s:cabutperan:", _BLOCK: "b:orang:", _REPLACE: "s:orang:"}
_LONGEST, _BEGIN, _LISTED = 14, 3, 8  # words; people


def is_ordered(visit: Visit, heard: Heard) -> bool:
    """ "Berhentikan bu ani", "blokir hp darwis", by whoever may give such a role."""
    begin, words = set(_spoken(visit, heard)[:_BEGIN]), visit.office.catalog.world.ending
    return not begin.isdisjoint(words["berhentikan"] | words["blokir"])


def _ends_oneself(visit: Visit, heard: Heard) -> bool:
    """ "Saya mau pensiun, penggantiku pak Ilham": nobody else is meant, whoever is named."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(command("serahkan"), visit.grants):
        return False
    words, spoken = visit.office.catalog.world.ending, key_of(heard.text).replace(",", " ").split()
    if not words["penggantiku"].isdisjoint(spoken):
        return True
    if not spoken or spoken[0] not in words["diri"] or len(spoken) > _LONGEST:
        return False
    ends = words["selesai"] | words["diganti"] | (words["lagi"] & {*spoken} and words["bukan"])
    has_office = not words["tugas"].isdisjoint(spoken) and not ends.isdisjoint(spoken)
    return has_office or not words["pensiun"].isdisjoint(spoken[:_BEGIN])


def _follower(visit: Visit, heard: Heard) -> str:
    """ "Serahkan tugas2 saya ke ibu Ani", "tugas saya dipegang ibu Ani": to whom all of one's own goes; empty where
    nothing of it is said."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(command("serahkan"), visit.grants):
        return ""
    spoken, known = key_of(heard.text).replace(",", " ").split(), visit.office.catalog.world.handing_tasks
    words = visit.office.catalog.world.ending
    given, away = words["alihkan"] | words["pegang"] | known["kasi"], visit.office.catalog.world.away
    follows = next(
        (n for n, pair in enumerate(pairwise(spoken)) if pair[0] in words["diri"] and pair[1] in words["diganti"]), None
    )
    if follows is not None and away["kata"].isdisjoint(spoken):  # "saya diganti ibu Salma"
        return replacing.name_of(visit, replacing.bare(visit, spoken[follows + 2 :]))
    leaves = bool(words["pergi"] & {*spoken[:_BEGIN]})  # "saya pindah ke makassar, tugas … serahkan ke ibu Salma"
    if (name := _instead(visit, spoken)) and away["kata"].isdisjoint(spoken):
        return name
    at = next((n for n, word in enumerate(spoken) if word in given and (not leaves or n >= _BEGIN)), len(spoken))
    is_held = spoken[at : at + 1] and spoken[at] in words["pegang"]
    to = at if is_held else next((n for n in range(at, len(spoken)) if spoken[n] in known["ke"]), len(spoken))
    is_all = (is_held or leaves or not known["semua"].isdisjoint(spoken)) and not known["pekerjaan"].isdisjoint(spoken)
    if not is_all or words["diri"].isdisjoint(spoken[:to]) or (not is_held and words["bukan"] & {*spoken}):
        return ""
    new = takewhile(lambda word: word not in words["diri"] | away["sampai"], spoken[to + 1 :])  # "… sampai tgl 20"
    return replacing.name_of(visit, replacing.bare(visit, [*new]) or spoken[to + 1 : to + 2])


def _instead(visit: Visit, spoken: Sequence[str]) -> str:
    """ "Tolong Rahmi gantikan saya semua": whose name stands before it; empty where only something of it is meant."""
    words = visit.office.catalog.world.ending
    at = next(
        (n for n, pair in enumerate(pairwise(spoken)) if pair[0] in words["ganti"] and pair[1] in words["diri"]), 0
    )
    rest = replacing.bare(visit, spoken[at + 2 :])
    is_all = at > 0 and visit.office.catalog.world.handing_tasks["semua"].issuperset(rest)
    return replacing.name_of(visit, replacing.bare(visit, spoken[:at])) if is_all else ""


def _is_told(visit: Visit, heard: Heard) -> bool:
    """ "Pak Rahman bukan fasilitator lagi", "bu Nur berhenti dari fasilitator desa", "pak darwis ganti nomor"."""
    spoken, words = _spoken(visit, heard), visit.office.catalog.world.ending
    if any(f" {phrase} " in f" {' '.join(spoken)} " for phrase in words["kartu"]):
        return True
    at = next((at for at, word in enumerate(spoken) if word in words["selesai"]), 0)
    if at and not (words["tugas"].isdisjoint(spoken) and words["pensiun"].isdisjoint(spoken)):
        return True
    return all(not words[name].isdisjoint(spoken) for name in ("bukan", "lagi", "tugas"))


def _spoken(visit: Visit, heard: Heard) -> list[str]:
    """Empty where it is of oneself, a question, or too long for it."""
    if not isinstance(heard, Typed) or "?" in heard.text or not (visit.grants and roles_to_give(visit.grants)):
        return []
    spoken = [word.strip(".,;:!") for word in key_of(heard.text).split()]
    is_of_another = spoken and spoken[0] not in visit.office.catalog.world.ending["diri"]
    return spoken if is_of_another and 1 < len(spoken) <= _LONGEST else []


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether somebody is meant, and shown; of several it is asked who."""
    if _ends_oneself(visit, heard):
        handover.offer(visit)
        return True
    if isinstance(heard, Typed) and await _is_replaced(visit, heard):
        return True
    if to := _follower(visit, heard):
        await handover.look_at_oneself(visit, to)
        return True
    act = _act(visit, heard)
    if not isinstance(heard, Typed) or not act:
        return False
    found, is_ordered_now = await by_name.found(visit, heard.text), is_ordered(visit, heard)
    if len(found) == 1:
        await _ask_of(visit, heard, act, found[0].id)
    elif found:
        _ask_who(visit, found, _BUTTONS[act])
    elif is_ordered_now:
        _tell_not_found(visit)
    return bool(found) or is_ordered_now


async def _is_replaced(visit: Visit, heard: Typed) -> bool:
    """What moves is shown, and nothing moves yet."""
    one = replacing.told(visit, _spoken(visit, heard))
    found = await replacing.found(visit, one) if one is not None else []
    if one is None or not (found or replacing.names_office(visit, one)):
        return False
    if len(found) == 1:
        await handover.look_at_somebody(visit, found[0].id, one.new)
    elif found:
        _ask_who(visit, found, _BUTTONS[_REPLACE])
    else:
        _tell_not_found(visit)
    return True


def _ask_who(visit: Visit, found: Sequence[Holder], begins: str) -> None:
    visit.say("berhenti_siapa", keyboard(*([(one.name, f"{begins}{one.id}")] for one in found[:_LISTED])))


def _tell_not_found(visit: Visit) -> None:
    visit.say("berhenti_tidak_ketemu", keyboard([(visit.text("tombol_serahkan_orang"), "s:pilih")]))


async def is_of_somebody(visit: Visit, heard: Heard) -> bool:
    """Whether such words name one whom this person knows here: then they are no answer to anything."""
    one = replacing.told(visit, _spoken(visit, heard))
    if one is not None and await replacing.found(visit, one):
        return True
    return isinstance(heard, Typed) and bool(_act(visit, heard)) and bool(await by_name.found(visit, heard.text))


def _act(visit: Visit, heard: Heard) -> str:
    """What is to be done; empty where nothing of it was said."""
    spoken, words = _spoken(visit, heard), visit.office.catalog.world.ending
    if not spoken:
        return ""
    if not words["blokir"].isdisjoint(spoken) and allowed(button("b"), visit.grants):
        return _BLOCK if words["buka"].isdisjoint(spoken) else _CARD
    cuts = words["cabut"] & set(spoken[:_BEGIN])
    if cuts and words["cabut_lain"].isdisjoint(spoken):
        return _CUT
    return _CARD if is_ordered(visit, heard) or _is_told(visit, heard) else ""


async def _ask_of(visit: Visit, heard: Typed, act: str, person_id: int) -> None:
    """The question of the act that was named, and no other."""
    if act == _BLOCK:
        spoken, words = set(_spoken(visit, heard)), visit.office.catalog.world.ending
        why = next((one for one in blocking.REASONS if not words[one].isdisjoint(spoken)), "")
        await blocking.ask(visit, person_id, why)
    else:
        await (ask if act == _CUT else show_card)(visit, person_id)


async def show_card(visit: Visit, person_id: int) -> None:
    """Who they are, and three ways: a successor, no successor, a telephone that is lost."""
    async with visit.ask() as connection:
        name, mine = await handover.replaceable(visit, connection, person_id)
        block = await blocks.block_of(connection, person_id)
    if not mine:
        return
    since = visit.office.day(block.at) if block is not None else ""
    rows = [
        [(visit.text("tombol_berhenti_ganti"), f"s:orang:{person_id}")],
        [(visit.text("tombol_berhenti_cabut"), f"s:cabutperan:{person_id}")],
    ]
    if allowed(button("b"), visit.grants) and block is None:
        rows.append([(visit.text("tombol_berhenti_blokir"), f"b:orang:{person_id}")])
    if block is not None:
        rows[0] = [(visit.text("tombol_blokir_pengganti"), f"s:orang:{person_id}")]
    rows.append([(visit.text("tombol_tidak_jadi"), "o:batal")])
    visit.say("berhenti_kartu", keyboard(*rows), nama=name, tugas=tasks(visit.office, mine), diblokir=since)


async def ask(visit: Visit, person_id: int) -> None:
    """*Cabut tugasnya*: once more, with what then has nobody."""
    async with visit.ask() as connection:
        name, mine = await handover.replaceable(visit, connection, person_id)
        others = await _beside(visit, connection, person_id, mine)
    if mine:
        keys = (("ya", "cabutya"), ("ganti", "orang"))
        rows = [[(visit.text(f"tombol_berhenti_{label}"), f"s:{act}:{person_id}")] for label, act in keys]
        no = [(visit.text("tombol_tidak_jadi"), "o:batal")]
        visit.say("berhenti_yakin", keyboard(*rows, no), nama=name, tugas=tasks(visit.office, mine), lain=others)


async def _beside(visit: Visit, connection: Connection, person_id: int, grants: Sequence[Grant]) -> list[str]:
    """Who else holds each of these in that very place; nobody where one of them would have nobody."""
    held = [await people.holders(connection, [one.role], [one.scope], visit.now) for one in grants]
    names = [[one.name for one in each if one.id != person_id] for each in held]
    return list(dict.fromkeys(name for each in names for name in each)) if all(names) else []


async def carry_out(visit: Visit, person_id: int) -> None:
    """What of theirs this person may give ends now; they hear of it, and codes that they made are worth nothing."""
    async with visit.ask() as connection:
        name, mine = await handover.replaceable(visit, connection, person_id)
        held = await stored.held_by(connection, person_id, visit.now)
        gone = [one for one in held if Grant(one.role, one.scope) in mine]
        ended = set(await stored.end(connection, [one.id for one in gone], visit.now))
        if not ended:
            return
        await invites.revoke_all_of(connection, person_id, visit.now)
        others = await _beside(visit, connection, person_id, mine)
        person = await people.named(connection, person_id)
    listed = tasks(visit.office, mine)
    if person is not None:
        visit.tell(person.address, person.id, visit.text("berhenti_kabar", nama=name, tugas=listed, oleh=visit.me.name))
        left = tuple(Grant(one.role, one.scope) for one in held if one.id not in ended)
        handover.set_menu(visit, person.address, left)
    visit.say("berhenti_jadi", nama=name, tugas=listed, lain=others)
