"""An invitation that was made just now, said to be wrong: "salah, desa Tapong bukan Salodua". A code that somebody may
hold already is no text to be changed: the invitation is shown, with the button that takes it back. "Batalkan itu" takes
it back at once."""

import re

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.wilayah import level_of
from bot.store.queues import said
from bot.store.roles import invites
from bot.store.roles.invites import Invite
from bot.work import conversation
from bot.work.access import allowed, command, may_give, role
from bot.work.codes.handing_out import role_name
from bot.work.roles import ending, invitations, inviting
from bot.work.roles.territory import ROLE, narrowed
from bot.work.saying.keyboard import keyboard, number, press
from bot.work.saying.naming import place_name
from bot.work.visit import Visit

_LONGEST, _LABEL = 14, 60  # words; characters on a button
_TAKES_BACK, _FORM = "i:cabut:", "f:"
_CLAUSES, _SHORTEST = re.compile(r"[.,;!]+"), 3  # letters of a name


async def put_right(visit: Visit, heard: Heard) -> bool:
    """Whether these words are about the invitation that stands lowest; nothing else is changed by them then."""
    ear = visit.office.catalog.ear
    if not isinstance(heard, Typed) or ear is None or not allowed(command("undang"), visit.grants):
        return False
    if len(heard.text.split()) > _LONGEST or not ear.corrects(heard.text):
        return False
    if key_of(heard.text).partition(" ")[0] in visit.office.catalog.world.inviting["undang"]:
        return False  # "tambahkan pak amir …" is one more
    shown = None if await ending.is_of_somebody(visit, heard) else await _shown(visit)
    if shown is None:
        return False  # "bu salma berhenti …, diganti bu wati" is of her
    one = await visit.ask_once(invites.open_one, shown)
    if one is None or not _is_meant(visit, one, ear.denied(heard.text)):
        return False
    right = ear.corrected(heard.text)
    others = await _named(visit, right)
    one = others[0] if len(others) == 1 else one  # "bukan Gafur, yang Satriani"
    _show(visit, one, _meant(visit, one, right))
    return True


async def take_back(visit: Visit, heard: Heard) -> bool:
    """ "Batalkan itu", right below an invitation; "cabut undangan Satriani", of the open one by that name."""
    world, text = visit.office.catalog.world, heard.text if isinstance(heard, Typed) else "?"
    gone, about = world.cancelling | world.ending["cabut"], world.inviting["diundang"]
    each = [{*key_of(clause).split()} for clause in _CLAUSES.split(text)]
    if gone.isdisjoint(set[str]().union(*each)) or "?" in text or not allowed(command("undang"), visit.grants):
        return False
    points = about | world.announced["ini"] | world.topics["yang"] | world.inviting["penuh"] | world.oneself
    if any(words & points and words & gone and words <= gone | points for words in each):
        shown = await _shown(visit)
        return shown is not None and await invitations.revoke(visit, shown)
    found = await _named(visit, text) if any(words & about and words & gone for words in each) else []
    return len(found) == 1 and await invitations.revoke(visit, found[0].id)


async def _named(visit: Visit, text: str) -> list[Invite]:
    """Of one's own that are open, those whose name the words tell."""
    spoken = {word for word in re.findall(r"\w+", key_of(text)) if len(word) >= _SHORTEST}
    spoken -= visit.office.catalog.world.oneself
    mine = await visit.look_up(invites.made_by, visit.me.id, visit.now)
    return [one for one in mine if spoken & {*key_of(one.label or "").split()}]


async def _shown(visit: Visit) -> int | None:
    """The one that was handed out last, with no question of a form below it."""
    letter = await visit.look_up(said.carrying, visit.turn.lane, (_TAKES_BACK, _FORM))
    keys = letter.keys if letter is not None else ()
    return next((number(data.removeprefix(_TAKES_BACK)) for _, data in keys if data.startswith(_TAKES_BACK)), None)


def _is_meant(visit: Visit, one: Invite, wrong: str) -> bool:
    """What is said to be wrong stands in it; who only says that it is wrong means it."""
    told = (one.label or "", role_name(visit.office, one.role, one.scope), place_name(visit.office, one.scope))
    return set(key_of(wrong).split()) <= set(key_of(" ".join(told)).split())


def _meant(visit: Visit, one: Invite, right: str) -> tuple[str, str] | None:
    """(role, wilayah) as it should have been; None where the words name neither, or what they may not give."""
    flow = narrowed(visit, visit.office.catalog.flows[invitations.JOURNEY.form])
    named = inviting.role_in(flow, right).get(ROLE, {}).get("value", one.role)
    place = inviting.place_in(visit, right).get(role(named).level, {}).get("code", one.scope)
    is_other = (named, place) != (one.role, one.scope) and role(named).level == level_of(place)
    return (named, place) if is_other and may_give(named, visit.grants, place) else None


async def make_anew(visit: Visit, invite_id: int, named: str, code: str) -> None:
    """The old one is worth nothing any more, and the right one is made."""
    flow = narrowed(visit, visit.office.catalog.flows[invitations.JOURNEY.form])
    known = inviting.role_answer(flow, named)
    if not known or not may_give(named, visit.grants, code):
        visit.stale()
        return
    one = await visit.look_up(invites.open_one, invite_id)
    if one is None:
        visit.say("undangan_tidak_ada")
        return
    if not await invitations.revoke(visit, invite_id):
        return
    name = {inviting.NAME: {"text": one.label} if one.label else None}
    await conversation.start_or_finish(visit, invitations.JOURNEY, known | inviting.place_answers(visit, code) | name)


def _show(visit: Visit, one: Invite, meant: tuple[str, str] | None) -> None:
    named = role_name(visit.office, one.role, one.scope)
    rows = [[(visit.text("tombol_cabut"), f"{_TAKES_BACK}{one.id}")]]
    if meant is not None:
        anew = {"peran": role_name(visit.office, *meant), "wilayah": visit.office.catalog.places.scope_name(meant[1])}
        label = visit.office.plain("tombol_undangan_ganti", **anew)
        rows.insert(0, [(label[:_LABEL], press("i", "ganti", one.id, *meant))])
    if conversation.open_conversation(visit) is not None:
        rows.append([(visit.text("tombol_lanjutkan_tadi"), "m:lanjut")])
    visit.say(
        "undangan_salahkah",
        keyboard(*rows),
        betul=meant is not None,
        nama=one.label or "",
        peran=named,
        wilayah=place_name(visit.office, one.scope),
    )
