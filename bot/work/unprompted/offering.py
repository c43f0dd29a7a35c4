"""An officer who forwards something, sends a letter, or says that they want to announce: it is offered as the beginning
of an announcement. The words wait in the offer itself; on *Bukan* they go the way that they would have gone."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.forms.writing import begun_with, is_question, key_of
from bot.core.kinds.pesan import TAKES
from bot.store.people import conversations
from bot.work.access import allowed, command
from bot.work.broadcasts import addressed, composing, set_aside, timed
from bot.work.broadcasts.composed import later
from bot.work.unprompted import nothing_open
from bot.work.visit import Journey, Visit

_LOST, _FEWEST = 5, 3  # words of what nobody understood; behind "umumkan", which are the announcement itself
_CAPTION, _LETTER = 5, 12  # words of a letter under its picture, and of one that is typed, at least
_CLOSING = (":", ";")
#: By what is pressed: every question of it, or only those that cannot be left out.
_OPENS: Mapping[str, Callable[..., Awaitable[None]]] = {"ya": composing.open_form, "contoh": composing.open_sample}
_ADDRESS = 8  # words that only say for whom: "ke semua fasilitator desa di Maiwa dan Bungin"


async def offer(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it was offered: what only a villager would send here goes on as ever. Whoever only says that they want to
    announce is asked for the words at once."""
    if not allowed(command("siaran"), visit.grants) or not (
        _is_a_letter(visit, heard) or _wants_to_announce(visit, heard)
    ):
        return False
    if isinstance(heard, Typed) and not heard.forwarded and not _is_whole(visit, _behind(visit, heard)):
        known, _ = _told(visit, heard)
        await composing.open_form(visit, known)
    elif isinstance(heard, Typed) and set_aside.beginning(visit) is None and _is_sure(visit, heard):
        await begin(visit, heard, composing.open_sample)
    elif (left := set_aside.beginning(visit)) is not None:
        words, is_kept = left
        lead = replace(JOURNEY, opening=nothing_open.naming("siaran_masih_ada", "awal", "disimpan"))
        nothing_open.ask(visit, lead, heard, awal=words, disimpan=is_kept)
    else:
        nothing_open.ask(visit, JOURNEY, heard)
    return True


def _is_sure(visit: Visit, heard: Typed) -> bool:
    """An order that stands in front, to whom, where, and what: nothing is left to ask before its sample is looked at.
    Behind a word that only perhaps announces ("kirim ke …"), or before a question to us, it has to be closed."""
    if heard.forwarded:
        return False
    known, message = _told(visit, heard)
    world, order = visit.office.catalog.world, _order(visit, heard.text)
    first = next((word for word in map(key_of, order.split()) if word not in world.announced["mau"]), "")
    is_closed = heard.text.removesuffix(message).rstrip().endswith(_CLOSING)
    is_order = first.strip(":") in world.announced["pasti"] and not message.rstrip().endswith("?")
    is_known = is_closed or not addressed.condition_unknown(visit, message)[0]
    is_whole = is_known and len(message.split()) >= _FEWEST and {"peran", "tingkat"} <= known.keys()
    return is_whole and (is_closed or is_order)


async def offer_lost(visit: Visit, heard: Typed | Sent) -> bool:
    """What nobody understands, and names those who are to know it: "fasilitator Cendana harus tahu bahwa …"."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    asks = is_question(heard.text, visit.office.catalog.world, free=False)
    is_long = len(heard.text.split()) >= _LOST
    if asks or not is_long or visit.acts(heard.text, "work").done or not addressed.names_role(visit, heard.text):
        return False
    nothing_open.ask(visit, JOURNEY, heard)
    return True


def names_recipients(visit: Visit, heard: Heard) -> bool:
    """ "Umumkan ke fasilitator kecamatan: bawa laptop": it can be no answer to what a form asks."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    if not _wants_to_announce(visit, heard):
        return False
    known, message = _told(visit, heard)
    return bool(known and message)


def wants_another(visit: Visit, heard: Heard) -> bool:
    """ "Bukan, saya mau kirim pengumuman", by its name: where a form of something else is open."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    said = key_of(_beginning(visit, heard.text)).split()
    return not visit.office.catalog.world.announcements.isdisjoint(said) and _wants_to_announce(visit, heard)


def _is_a_letter(visit: Visit, heard: Typed | Sent) -> bool:
    if isinstance(heard, Typed):
        return heard.forwarded or ("?" not in heard.text and _reads_as_letter(visit, heard.text, _LETTER))
    if heard.file is None or heard.what not in TAKES:
        return False
    if _told_below(visit, heard)[0]:
        return True
    return heard.what == "document" or heard.forwarded or _reads_as_letter(visit, heard.caption or "", _CAPTION)


def _reads_as_letter(visit: Visit, text: str, fewest: int) -> bool:
    """ "Yth. Bapak/Ibu Fasilitator …", "surat undangan untuk semua fasilitator": as an office writes to many, and
    nobody who tells of a need. `fewest`: words without such a beginning."""
    told, spoken = visit.office.catalog.world.letters, re.findall(r"\w+", text.lower())
    said = f" {' '.join(spoken)} "
    begins, names, whom = (any(f" {word} " in said for word in told[sort]) for sort in ("pasti", "surat", "kepada"))
    return len(spoken) >= (_CAPTION if begins else fewest) and (begins or (names and whom))


def _wants_to_announce(visit: Visit, heard: Typed | Sent) -> bool:
    """A question is none, whatever it begins with, but one that is to be asked of many, or of those who are named."""
    said = key_of(_beginning(visit, heard.text)).split() if isinstance(heard, Typed) else []
    if not said or not isinstance(heard, Typed) or not heard.text.rstrip().endswith("?"):
        return bool(said)
    asks = not visit.office.catalog.world.announced["tanya"].isdisjoint(said)
    return asks or bool(_told(visit, heard)[0].get("peran"))


def _beginning(visit: Visit, text: str) -> str:
    """ "Umumkan:", as it stands there, also behind when; empty where nobody says so. "Kasih tau" does where who is to
    know stands behind it."""
    return _begun(visit, _order(visit, text))


def _begun(visit: Visit, order: str) -> str:
    world = visit.office.catalog.world
    if found := begun_with(order, world.announcing):
        return found
    found = begun_with(order, world.announced["awal_kepada"])
    behind = _addressed(visit, order.removeprefix(found)) if found else ""
    return found if behind and "peran" in addressed.read(visit, behind)[0] else ""


def _addressed(visit: Visit, rest: str) -> str:
    """With "ke" before those who are named, also behind when: "besok jam 8 ke fasilitator malua …"."""
    world, when = visit.office.catalog.world, timed.before(visit, rest)
    if when is not None and not when.closed:
        rest = when.rest
    rest = _without_haste(visit, rest)
    words = rest.split(maxsplit=1)
    is_there = bool(words) and key_of(words[0]) in world.addressing
    return rest if is_there or not words else f"{min(world.addressing, key=len)} {rest}"


def _order(visit: Visit, text: str) -> str:
    """Without the hour that stands before it: "besok pagi jam 8 umumkan …"; and without a wish: "bukan, saya mau …"."""
    world = visit.office.catalog.world
    if _begun(visit, text):
        return text
    when, words = timed.before(visit, text), text.split()
    before = world.announced["mau"] | world.announced["mendesak"]
    wished = next((at for at, word in enumerate(words) if key_of(word) not in before), 0)
    rests = (when.rest if when is not None else "", text.split(maxsplit=wished)[-1] if wished else "")
    return next((rest for rest in rests if rest and _begun(visit, rest)), text)


def _told(visit: Visit, heard: Typed) -> tuple[dict[str, Any], str]:
    """For whom and for which hour it is, as far as that stands before the message; and the message."""
    first = timed.before(visit, heard.text) if not _begun(visit, heard.text) else None
    behind = _behind(visit, heard)
    between = timed.before(visit, behind)
    if between is not None and begun_with(between.rest, tuple(visit.office.catalog.world.addressing)):
        first, behind = between, between.rest
    known, message = addressed.read(visit, behind)
    message = message if known or heard.text.endswith(message) else message.split(maxsplit=1)[-1]  # a "ke" of ours
    is_closed = behind.removesuffix(message).rstrip().endswith(_CLOSING)  # what stands there is the message
    then = None if is_closed else timed.before(visit, message)
    if then is not None and (then.closed or not then.rest):
        first, message = then, then.rest
    lead = message.split(maxsplit=1)
    if known and len(lead) > 1 and key_of(lead[0]) in visit.office.catalog.world.announced["bahwa"]:
        message = lead[1]
    known |= later(visit.office, first.at) if first is not None else {}
    return known | (composing.urgent(visit) if _is_pressing(visit, heard.text) else {}), message


def _is_pressing(visit: Visit, text: str) -> bool:
    """ "Darurat, kasih tau …": said before anything else but what is polite."""
    told = visit.office.catalog.world.announced
    words = (key_of(word) for word in text.split())
    return next((word for word in words if word not in told["mau"]), "") in told["mendesak"]


def _without_haste(visit: Visit, rest: str) -> str:
    """ "Umumkan sekarang ke …": at once is as it is always sent."""
    words, hastes = rest.split(), visit.office.catalog.world.announced["sekarang"]
    at = next((at for at, word in enumerate(words) if key_of(word) not in hastes), 0)
    return rest.split(maxsplit=at)[-1] if at else rest


def _behind(visit: Visit, heard: Typed) -> str:
    """With the words by which the beginning says for whom already: "kabari semua", "sampaikan ke"."""
    said, world = _beginning(visit, heard.text), visit.office.catalog.world
    rest = _without_haste(visit, _order(visit, heard.text).removeprefix(said))
    spoken = key_of(said).split()
    at = next((at for at, word in enumerate(spoken) if at and word in world.addressing), None)
    if at is not None:
        return f"{' '.join(spoken[at:])} {rest}"
    at = next((at for at, word in enumerate(spoken) if at and addressed.names_somebody(visit, word)), None)
    if at is None and not begun_with(said, world.announcing):
        when = timed.before(visit, rest)
        return rest if when is not None and not when.closed else _addressed(visit, rest)
    return rest if at is None else f"{min(world.addressing, key=len)} {' '.join(spoken[at:])} {rest}"


async def hear_more(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """The other pictures of an album wait with the first; of another file it is asked instead."""
    first, draft = before.about["kata"][0], visit.conversations.get(FORM)
    if not isinstance(heard, Sent) or draft is None or heard.file is None:
        return False
    if not heard.album or heard.album != first.get("album"):
        nothing_open.ask(visit, replace(JOURNEY, opening=nothing_open.naming("siaran_yang_baru")), heard)
        return True
    about = {**before.about, "kata": [*before.about["kata"], nothing_open.to_json(heard)]}
    conversations.keep(visit.turn, replace(draft, state=replace(before, about=about).to_json()))
    return True


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    said = state.answers["jadi"].value["value"]
    if said in _OPENS:
        await begin(visit, nothing_open.words_put_by(state.about)[0], _OPENS[said])
    else:
        await nothing_open.go_on(visit, state.about)


async def begin(visit: Visit, heard: Typed | Sent, opens: Callable[..., Awaitable[None]] = composing.open_form) -> None:
    """With these words as its message, for whom they say before it. One that is half written is kept."""
    await set_aside.keep(visit)
    if isinstance(heard, Typed) and not heard.forwarded:
        known, message = _told(visit, heard)
        is_closed = heard.text.removesuffix(message).rstrip().endswith(_CLOSING)
        condition, message = addressed.condition_unknown(visit, message) if known and not is_closed else ("", message)
        if condition:
            visit.say("siaran_syarat_tak_dikenal", syarat=condition, bisa=addressed.conditions(visit))
        before = heard.text.removesuffix(message)
        html = heard.html.removeprefix(before) if heard.html.startswith(before) else heard.html
        agreed = replace(heard, text=message, html=html, forwarded=True)  # to be passed on: no question to us
        await opens(visit, known, heard=agreed)
    else:
        known, heard = _told_below(visit, heard) if isinstance(heard, Sent) else ({}, heard)
        await opens(visit, known, heard=heard)


def behind_what_was_sent(visit: Visit, text: str) -> str:
    """What stands behind "tolong kirim surat ini" ("ke fasilitator anggeraja rapat kamis"); empty where nothing of that
    sort is said."""
    told, words = visit.office.catalog.world.announced, text.split()
    spoken = [key_of(word) for word in words]
    at = next((at for at, word in enumerate(spoken) if word not in told["mau"]), len(spoken))
    sorts = ("kirim", "kiriman", "ini")
    is_said = len(spoken) > at + len(sorts) and all(spoken[at + n] in told[sort] for n, sort in enumerate(sorts))
    return text.split(maxsplit=at + len(sorts))[-1] if is_said and allowed(command("siaran"), visit.grants) else ""


async def begin_with(visit: Visit, sent: Sent, behind: str) -> None:
    """What was sent before, for whom these words say; the rest of them stands below it."""
    await set_aside.keep(visit)
    known, message = addressed.read(visit, behind)
    html = "" if message else sent.html
    await composing.open_form(visit, known, heard=replace(sent, caption=message or sent.caption, html=html))


def _told_below(visit: Visit, heard: Sent) -> tuple[dict[str, Any], Sent]:
    """ "… tolong sampaikan ke semua fasilitator ya" at the end of a caption says for whom, and is no message; without
    such a word it may be both."""
    caption, told = heard.caption or "", visit.office.catalog.world
    for at in range(len(caption.split())):
        order = caption.split(maxsplit=at)[-1] if at else caption
        words = order.split()
        first = next((n for n, word in enumerate(words) if key_of(word) not in told.announced["mau"]), len(words))
        last = next((n for n in range(len(words), first, -1) if key_of(words[n - 1]) not in told.of_news["iringan"]), 0)
        said = " ".join(words[first:last])
        known = addressed.whole(visit, _behind(visit, Typed(said, heard.message))) if _begun(visit, said) else {}
        if known and heard.html.endswith(order if heard.html else ""):
            return known, replace(heard, caption=caption.removesuffix(order), html=heard.html.removesuffix(order))
    return addressed.at_last(visit, caption), heard


def _is_whole(visit: Visit, words: str) -> bool:
    """Whether there is a message, and not only for whom it is to be."""
    told = words.split()
    if not told or told[0].lower() not in visit.office.catalog.world.addressing:
        return len(told) >= _FEWEST
    if len(told) > _ADDRESS or any(mark in words for mark in ".,:;\n"):
        return True
    known, message = addressed.read(visit, words)
    behind = message.split()
    names = not visit.office.catalog.world.announced["yang"].isdisjoint(map(key_of, behind[:1]))
    is_told = len(behind) >= _FEWEST and not names and bool(known)
    return is_told or (addressed.CONDITION in known and bool(message))


FORM = "siaran_tawaran"
JOURNEY = Journey(FORM, finish, heed=hear_more, nudged=True)
