"""A Telegram group is tied to a wilayah: somebody with a role there asks, an admin of the group agrees. Who administers
it Telegram is asked as for everything else, by a letter, whose answer stands in the outbox when somebody presses."""

from typing import Any

from bot.core.places.spelling import fold
from bot.core.wilayah import lies_in_any
from bot.store.broadcasts import groups
from bot.work.access import command, may_act
from bot.work.saying.keyboard import Key, keyboard
from bot.work.saying.naming import place_name
from bot.work.visit import Visit

_LISTED = 30


def _scopes(visit: Visit) -> list[str]:
    """Where this person may tie a group, the widest first."""
    roles = command("grup").roles
    return sorted({grant.scope for grant in visit.grants if grant.role in roles}, key=lambda code: (len(code), code))


async def explain(visit: Visit) -> None:
    """/grup in a private chat: how it is done, and which groups are tied."""
    found = await visit.ask_once(groups.tied, _scopes(visit), _LISTED)
    lines = [{"judul": one.title, "tempat": place_name(visit.office, one.wilayah)} for one in found]
    visit.say("grup_cara", grup=lines, bot=visit.office.username)


async def ask(visit: Visit, title: str, named: str) -> None:
    """/grup in a group, perhaps with the name of a kecamatan or desa."""
    group = await visit.ask_once(groups.one, visit.turn.lane)
    if group is not None and group.is_tied:
        mine = may_act(command("grup"), visit.grants, group.wilayah)
        visit.say("grup_sudah", _one(visit, "lepas") if mine else None, tempat=place_name(visit.office, group.wilayah))
        return
    wilayah = _wilayah(visit, named)
    if not wilayah:
        visit.say("grup_tempat_mana", sebut=named)
        return
    await visit.ask_once(groups.ask, visit.turn.lane, title, wilayah, visit.me.id, visit.now)
    _ask_who_administers(visit)  # before the question, so that it is known when somebody presses
    visit.say("grup_minta", _one(visit, "setuju"), tempat=place_name(visit.office, wilayah))


def _one(visit: Visit, verb: str) -> dict[str, Any]:
    key: Key = (visit.text(f"tombol_grup_{verb}"), f"gr:{verb}")
    return keyboard([key])


def _ask_who_administers(visit: Visit) -> None:
    visit.call("getChatAdministrators", slot=groups.slot_of(visit.turn.lane))


def _wilayah(visit: Visit, named: str) -> str:
    """What is named within one's own; one's own where nothing is named; of two of one name the wider. Empty when there
    is none."""
    scopes, places = _scopes(visit), visit.office.catalog.places
    if not named.strip():
        return scopes[0]
    kecamatan = places.children(places.kabupaten.code)
    every = [places.kabupaten, *kecamatan, *(desa for one in kecamatan for desa in places.children(one.code))]
    wanted = fold(named)
    found = [one.code for one in every if wanted in (fold(one.name), fold(place_name(visit.office, one.code)))]
    return next((code for code in found if lies_in_any(code, scopes)), "")


# --- buttons in the group --------------------------------------------------------------------------------------------


async def agree(visit: Visit) -> None:
    """*Setuju*: counts from an admin alone, whom we need not know otherwise."""
    chat = visit.turn.lane
    async with visit.ask() as connection:
        group = await groups.one(connection, chat) if chat < 0 else None
        admins = await groups.admins(connection, chat)
        waits = await groups.is_being_asked(connection, chat)
    if group is None or group.left_at is not None or group.agreed_at is not None:
        visit.stale()
    elif admins is None:
        visit.toast("grup_tunggu")
        if not waits:
            _ask_who_administers(visit)
    elif visit.turn.raw["callback_query"]["from"]["id"] not in admins:
        visit.toast("grup_hanya_admin")
    else:
        async with visit.ask() as connection:
            await groups.agree(connection, chat, visit.now)
            await groups.forget_admins(connection, chat)
        visit.toast("grup_terima_kasih")
        _change(visit, "grup_terikat", tempat=place_name(visit.office, group.wilayah))


async def release(visit: Visit) -> None:
    """*Lepaskan*, by somebody with a role there."""
    chat = visit.turn.lane
    group = await visit.ask_once(groups.one, chat) if chat < 0 else None
    if group is None or not group.is_tied:
        visit.stale()
    elif not may_act(command("grup"), visit.grants, group.wilayah):
        visit.toast("grup_bukan_untuk_ini")
    else:
        await leave(visit)
        _change(visit, "grup_dilepas", tempat=place_name(visit.office, group.wilayah))


def _change(visit: Visit, sentence: str, **values: Any) -> None:
    """In the place of the question, so that nothing more is said there."""
    if visit.turn.message is not None:
        visit.show(visit.text(sentence, **values), on=visit.turn.message)


# --- what Telegram tells of a group ----------------------------------------------------------------------------------


async def leave(visit: Visit) -> None:
    """The bot was taken out, or the group is released."""
    await visit.ask_once(groups.leave, visit.turn.lane, visit.now)


async def joined(visit: Visit, accounts: list[int]) -> None:
    await visit.ask_once(groups.join, visit.turn.lane, accounts, visit.now)


async def parted(visit: Visit, account: int) -> None:
    await visit.ask_once(groups.part, visit.turn.lane, account)


async def moved(visit: Visit, new: int) -> None:
    """It became a supergroup."""
    await visit.ask_once(groups.move, visit.turn.lane, new)
