"""An officer who forwards something, sends a letter, or says that they want to announce: it is offered as the beginning
of an announcement. The words wait in the offer itself; on *Bukan* they go the way that they would have gone."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from bot.core.flow.interpreter import Flow
from bot.core.flow.scene import kind_of
from bot.core.forms.heard import Heard, Sent, Typed, to_json
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.forms.writing import is_question, key_of
from bot.core.kinds.pesan import TAKES
from bot.store.people import conversations
from bot.work import conversation
from bot.work.access import allowed, command
from bot.work.broadcasts.writing import addressed, composing, ordered, parts, readdressing, set_aside
from bot.work.unprompted import nothing_open
from bot.work.visit import Journey, Visit

_LOST, _FEWEST = 5, 3  # words of what nobody understood; behind "umumkan", which are the announcement itself
_CAPTION, _LETTER = 5, 12  # words of a letter under its picture, and of one that is typed, at least
#: By what is pressed: every question of it, or only those that cannot be left out.
_OPENS: Mapping[str, Callable[..., Awaitable[None]]] = {"ya": composing.open_form, "contoh": composing.open_sample}
_FORMS = "siaran"  # so the forms of announcements begin
_MORE = 6  # words that are more than an answer
_ADDRESS = 8  # words that only say for whom: "ke semua fasilitator desa di Maiwa dan Bungin"


async def offer(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it was offered: what only a villager would send here goes on as ever. Whoever only says that they want to
    announce is asked for the words at once."""
    if not allowed(command("siaran"), visit.grants) or not (
        _is_a_letter(visit, heard) or _wants_to_announce(visit, heard)
    ):
        return False
    if isinstance(heard, Typed) and not heard.forwarded and not _is_whole(visit, heard.text):
        await _open_empty(visit, ordered.read(visit, heard.text))
    elif set_aside.beginning(visit) is None and _is_sure(visit, heard):
        await begin(visit, heard, composing.open_sample)
    elif (left := set_aside.beginning(visit)) is not None:
        words, is_kept = left
        lead = replace(JOURNEY, opening=nothing_open.naming("siaran_masih_ada", "awal", "disimpan"))
        nothing_open.ask(visit, lead, heard, awal=words, disimpan=is_kept)
    else:
        nothing_open.ask(visit, JOURNEY, heard)
    return True


async def _open_empty(visit: Visit, found: ordered.Ordered) -> None:
    """ "Ingatkan fasilitator yang belum kirim laporan": for whom is known, and so it is said."""
    words = found.message.split()
    is_condition = bool(words) and key_of(words[0]) in visit.office.catalog.world.announced["yang"]
    readdressing.say_whom(visit, found.known, found.message if is_condition else "")
    await composing.open_form(visit, found.known)


def _is_sure(visit: Visit, heard: Typed | Sent) -> bool:
    """An order that stands in front, to whom, where, and what: nothing is left to ask before its sample is looked at.
    Behind a word that only perhaps announces ("kirim ke …"), or before a question to us, it has to be closed. Of a file
    that is more than one, what belongs to it has not come yet."""
    if heard.forwarded:
        return False
    if isinstance(heard, Sent):
        return not heard.album and {"peran", "tingkat"} <= ordered.told_below(visit, heard)[0].keys()
    found, world = _ordered(visit, heard.text, closed=True), visit.office.catalog.world
    order = ordered.order_in(visit, heard.text)
    first = next((word for word in map(key_of, order.split()) if word not in world.announced["mau"]), "")
    is_order = found.is_last or first.strip(":") in world.announced["pasti"]
    is_order = is_order and not found.message.rstrip().endswith("?")
    is_known = found.is_closed or not addressed.condition_unknown(visit, found.message)[0]
    is_whole = is_known and len(found.message.split()) >= _FEWEST and {"peran", "tingkat"} <= found.known.keys()
    return is_whole and (found.is_closed or is_order)


def _ordered(visit: Visit, text: str, *, closed: bool = False) -> ordered.Ordered:
    """ "Umumkan ke semua fasilitator: …", of all of their own wilayah: how many that are stands on the card. `closed`:
    only where a colon ends whom it is for."""
    found = ordered.read(visit, text)
    if found.is_last or (closed and not found.is_closed) or "peran" not in found.known or "tingkat" in found.known:
        return found
    whom = ordered.behind(visit, text).removesuffix(found.message).strip(" :;,")
    return replace(found, known={**readdressing.all_of_own(visit, whom), **found.known})


def tells_of_move(visit: Visit, text: str) -> bool:
    """ "Untuk Malua rapat rabu pindah ke SMP 2": to those who are named first, or in the calendar."""
    if not allowed(command("siaran"), visit.grants):
        return False
    words, begins = text.split(), visit.office.catalog.world.announced["mau"]
    at = next((at for at, word in enumerate(words) if key_of(word) not in begins), 0)
    said = " ".join(words[at:])
    ways = (addressed.read(visit, one) for one in (said, ordered.behind(visit, said)))
    known, message = next((way for way in ways if way[0]), ({}, ""))
    is_told = bool(known) and len(message.split()) >= _FEWEST and "?" not in text
    return is_told and any(act.name == "kerja_pindah" for act in visit.acts(text, "work").done)


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
    found = ordered.read(visit, heard.text) if _wants_to_announce(visit, heard) else None
    return found is not None and bool(found.known and found.message)


def interrupts(visit: Visit, heard: Typed) -> bool:
    """An order to many, with what it says, while a form of something else is open; where that asks for words, only one
    that begins with whom and where it is for."""
    draft = conversation.open_conversation(visit)
    if draft is None or draft.flow.startswith(_FORMS) or not names_recipients(visit, heard):
        return False
    asked, _ = conversation.asked(visit)
    kind, found = kind_of(asked) if asked is not None else None, ordered.read(visit, heard.text)
    takes_words = kind is None or kind.free or kind.verbatim or kind.story
    return "peran" in found.known and (not takes_words or (not found.is_last and "tingkat" in found.known))


def orders_letter(visit: Visit, heard: Sent) -> bool:
    """A file with an order below it to whom it is to go, while a form of something else is open."""
    draft = conversation.open_conversation(visit)
    is_other = draft is not None and not draft.flow.startswith(_FORMS)
    is_letter = is_other and heard.what == "document" and allowed(command("siaran"), visit.grants)
    return is_letter and bool(ordered.told_below(visit, heard)[0])


def wants_another(visit: Visit, heard: Heard) -> bool:
    """ "Bukan, saya mau kirim pengumuman", by its name: where a form of something else is open."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    said = key_of(ordered.read(visit, heard.text).begins).split()
    return not visit.office.catalog.world.announcements.isdisjoint(said) and _wants_to_announce(visit, heard)


def _is_a_letter(visit: Visit, heard: Typed | Sent) -> bool:
    if isinstance(heard, Typed):
        return heard.forwarded or ("?" not in heard.text and _reads_as_letter(visit, heard.text, _LETTER))
    if heard.file is None or heard.what not in TAKES:
        return False
    if ordered.told_below(visit, heard)[0]:
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
    """A question is none, whatever it begins with, but one that is to be asked of many, or of those who are named, or
    stands behind a colon."""
    if not isinstance(heard, Typed):
        return False
    found = ordered.read(visit, heard.text)
    said = key_of(found.begins).split()
    if not said or not heard.text.rstrip().endswith("?"):
        return bool(said)
    asks = not visit.office.catalog.world.announced["tanya"].isdisjoint(said)
    return asks or ":" in heard.text or bool(found.known.get("peran"))


async def hear_more(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """The other pictures of an album wait with the first; of another file it is asked instead."""
    first, draft = before.about["kata"][0], visit.conversations.get(FORM)
    if not isinstance(heard, Sent) or draft is None or heard.file is None:
        return False
    if not heard.album or heard.album != first.get("album"):
        nothing_open.ask(visit, replace(JOURNEY, opening=nothing_open.naming("siaran_yang_baru")), heard)
        return True
    about = {**before.about, "kata": [*before.about["kata"], to_json(heard)]}
    conversations.keep(visit.turn, replace(draft, state=replace(before, about=about).to_json()))
    return True


async def joins(visit: Visit, heard: Typed | Sent) -> bool:
    """What is typed while it is asked whether something is to be announced, and says for whom ("itu surat utk
    fasilitator desa di malua ya. Kumpul paling lambat jumat", "umumkan ke semua fasilitator: …"), or is more than an
    answer: it belongs to that, and is the yes."""
    draft = visit.conversations.get(FORM)
    if not isinstance(heard, Typed) or draft is None or conversation.open_conversation(visit) is not draft:
        return False
    first = nothing_open.words_put_by(draft.state["about"])[0]
    known, message = _for_whom(visit, heard.text)
    is_of_file = isinstance(first, Sent) and (known or len(message.split()) >= _MORE)
    if not (is_of_file or (known and not message)) or (not known and await conversation.takes(visit, heard)):
        return False
    conversations.end(visit.turn, FORM)
    if isinstance(first, Sent) and message:
        first = replace(first, caption="\n".join(part for part in (first.caption, message) if part), html="")
    await begin(visit, first, composing.open_sample if "peran" in known else composing.open_form, known)
    return True


def _for_whom(visit: Visit, text: str) -> tuple[dict[str, Any], str]:
    """Who is told of by an order, or by the first sentence alone; and what else is said."""
    found, world = ordered.read(visit, text), visit.office.catalog.world
    if found.begins and found.known:
        return found.known, found.message
    first, _, rest = text.partition(". ")
    told, beside = parts.read(visit, first), world.announced["kiriman"] | world.announced["ini"]
    is_whom = told.known.keys() & {"peran", "tingkat"} and beside.issuperset(map(key_of, told.unread))
    return (told.known, rest.strip()) if is_whom else ({}, text)


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    said = state.answers["jadi"].value["value"]
    if said in _OPENS:
        await begin(visit, nothing_open.words_put_by(state.about)[0], _OPENS[said])
    else:
        await nothing_open.go_on(visit, state.about)


async def begin(
    visit: Visit,
    heard: Typed | Sent,
    opens: Callable[..., Awaitable[None]] = composing.open_form,
    also: Mapping[str, Any] = MappingProxyType({}),
) -> None:
    """With these words as its message, for whom they say before it, or what was told since (`also`). One that is half
    written is kept."""
    await set_aside.keep(visit)
    if isinstance(heard, Typed) and not heard.forwarded:
        is_shown_next = opens is composing.open_sample  # else each question is asked
        found = _ordered(visit, heard.text) if is_shown_next else ordered.read(visit, heard.text)
        known, message = found.known, found.message
        is_told = not known or found.is_closed or found.is_last
        condition, message = ("", message) if is_told else addressed.condition_unknown(visit, message)
        if condition:
            visit.say("siaran_syarat_tak_dikenal", syarat=condition, bisa=addressed.conditions(visit))
        await opens(visit, {**known, **also}, heard=ordered.typed(heard, message))  # to be passed on: no question to us
    else:
        known, heard = ordered.told_below(visit, heard) if isinstance(heard, Sent) else ({}, heard)
        await opens(visit, {**known, **also}, heard=heard)


def behind_what_was_sent(visit: Visit, text: str) -> str:
    """What stands behind "tolong kirim surat ini" ("ke fasilitator anggeraja rapat kamis"); empty where nothing of that
    sort is said."""
    order = ordered.of_what_was_sent(visit, text) if allowed(command("siaran"), visit.grants) else ""
    return text.removeprefix(order) if order else ""


async def begin_with(visit: Visit, sent: Sent, behind: str) -> None:
    """What was sent before, for whom these words say; the rest of them stands below it."""
    await set_aside.keep(visit)
    known, message = addressed.read(visit, behind)
    html = "" if message else sent.html
    await composing.open_form(visit, known, heard=replace(sent, caption=message or sent.caption, html=html))


def _is_whole(visit: Visit, text: str) -> bool:
    """Whether there is a message, and not only for whom it is to be."""
    found = ordered.read(visit, text)
    if found.is_last or (found.is_closed and found.known):
        return len(found.message.split()) > 1
    words = ordered.behind(visit, text)
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
