"""An order to us in an officer's words, and what is to be announced by it: whom it is for, when it is to leave, whether
it can wait; before the message, or behind it. What is said to us is none of the message."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from bot.core.broadcasts.said import SEND
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import begun_with, key_of
from bot.core.spelt import either
from bot.work.broadcasts.writing import addressed, hearing, parts, timed
from bot.work.broadcasts.writing.composed import later
from bot.work.visit import Visit

_CLOSING = (":", ";")
_HEAD_ENDS = re.compile(r"[:!]\s+|(?<=\w{4})\.\s+|\s*\n\s*")  # "Kec. Malua" goes on
_CLAUSE = re.compile(r"(?<=[.,;!])\s+|\s*\n\s*")
_TAIL, _HEAD, _FEWEST = 16, 16, 3  # words of an order behind the message, and before its colon; of the message then
_TURNED = 10  # words before "dikabari"


@dataclass(frozen=True, slots=True)
class Ordered:
    """`begins`: the words by which it is ordered, as they stand there; empty where nobody orders anything.
    `is_closed`: by a colon before the message; `is_last`: it stands behind it."""

    known: dict[str, Any]
    message: str
    begins: str = ""
    is_closed: bool = False
    is_last: bool = False


def read(visit: Visit, text: str) -> Ordered:
    """ "Umumkan ke fasilitator malua: rapat besok", "rapat besok jam 9. kasih tau semua orang malua"."""
    begins = beginning(visit, text)
    known, message = _in_front(visit, text)
    lead, _, rest = message.partition(". ")
    if begins and rest and of_what_was_sent(visit, lead):  # "…: tolong kirim surat ini ke semua. Batas input …"
        message = rest.strip()
    is_closed = text.removesuffix(message).rstrip().endswith(_CLOSING)
    hurried = next(_hurries_behind(visit, message), None) if begins else None
    if hurried is not None:
        known, message = known | parts.urgent(visit), message[:hurried].rstrip(" ,;\n")
    sent = next(_leaves_behind(visit, message), None) if begins and "kapan" not in known else None
    if sent is not None:
        known, message = known | sent[1], message[: sent[0]].rstrip(" ,;\n")
    tail = next(_orders_behind(visit, message, is_alone=not begins), None)
    if tail is None:
        return Ordered(known, message, begins, is_closed)
    at, more, ends = tail
    return Ordered(more | known, message[:at].rstrip(" ,;\n"), begins or ends, is_closed, is_last=not begins)


def typed(heard: Typed, message: str) -> Typed:
    """These words alone, with what is bold in them, and no question to us."""
    before, _, behind = heard.text.partition(message) if message else (heard.text, "", "")
    html = heard.html
    fits = html.startswith(before) and html.endswith(behind)
    html = html.removeprefix(before).removesuffix(behind) if fits else html if message == heard.text else ""
    return replace(heard, text=message, html=html, forwarded=True)


# --- before it -------------------------------------------------------------------------------------------------------


def beginning(visit: Visit, text: str) -> str:
    """ "Umumkan:", as it stands there, also behind when; empty where nobody says so. "Kasih tau" does where who is to
    know stands behind it."""
    return _begun(visit, order_in(visit, text))


def _begun(visit: Visit, order: str) -> str:
    world = visit.office.catalog.world
    if found := begun_with(order, world.announcing):
        return found
    if _named_first(visit, order):
        return order.removesuffix(turned(visit, order)[1])
    found = begun_with(order, world.announced["awal_kepada"])
    behind = _addressed(visit, order.removeprefix(found)) if found else ""
    known, message = addressed.read(visit, behind) if behind else ({}, "")
    is_closed = "tingkat" in known and behind.removesuffix(message).rstrip().endswith((",", *_CLOSING))
    if "peran" in known or is_closed:  # "kasi tau yg di malua saja, besok …"
        return found
    found = of_what_was_sent(visit, order) or begun_with(order, world.addressing)
    return found if found and _head(visit, order.removeprefix(found)) is not None else ""


def _named_first(visit: Visit, order: str) -> str:
    """Who is to know, where they stand before it: "semua fasilitator tolong dikabari …"."""
    whom, _ = turned(visit, order)
    return whom if whom and addressed.whole(visit, whom).get("peran") else ""


def turned(visit: Visit, text: str) -> tuple[str, str]:
    """ "Semua warga tolong dikabari ya, …": the words that stand before it, without what is polite, and what is told
    behind it; nothing where nobody is to be told anything so."""
    told = visit.office.catalog.world.announced
    found = re.search(rf"\s(?:{either(told['dikabari'])})\b[\s:;,.\-]*", text, re.IGNORECASE)
    before = text[: found.start()].split() if found is not None else []
    if found is None or not before or len(before) > _TURNED:
        return "", text
    whom, rest = " ".join(word for word in before if key_of(word) not in told["mau"]), text[found.end() :]
    while idle := begun_with(rest, told["di_belakang"]):
        rest = rest[len(idle) :]
    return whom, rest


def of_what_was_sent(visit: Visit, text: str) -> str:
    """ "Tolong kirim surat ini", as it stands there; empty where nothing of that sort is said."""
    told, words = visit.office.catalog.world.announced, text.split()
    spoken = [key_of(word) for word in words]
    at = next((at for at, word in enumerate(spoken) if word not in told["mau"]), len(spoken))
    sorts = ("kirim", "kiriman", "ini")
    is_said = len(spoken) > at + len(sorts) and all(spoken[at + n] in told[sort] for n, sort in enumerate(sorts))
    return text.removesuffix(text.split(maxsplit=at + len(sorts))[-1]) if is_said else ""


def _head(visit: Visit, text: str) -> tuple[dict[str, Any], str] | None:
    """For whom, when and how urgently, up to the colon or the end of the sentence: "untuk fasilitator curio, penting,
    hari ini: …"; None where anything else is said there, or nobody named."""
    found = _HEAD_ENDS.search(text)
    if found is None or len(text[: found.start()].split()) > _HEAD or not text[found.end() :].strip():
        return None
    told = parts.read(visit, text[: found.start()])
    return (told.known, text[found.end() :].strip()) if "peran" in told.known and not told.unread else None


def _addressed(visit: Visit, rest: str) -> str:
    """With "ke" before those who are named, also behind when: "besok jam 8 ke fasilitator malua …"."""
    world, when = visit.office.catalog.world, timed.before(visit, rest)
    if when is not None and not when.closed:
        rest = when.rest
    rest = _without_haste(visit, rest)
    words = rest.split(maxsplit=1)
    is_there = bool(words) and key_of(words[0]) in world.addressing
    return rest if is_there or not words else f"{min(world.addressing, key=len)} {rest}"


def order_in(visit: Visit, text: str) -> str:
    """Without the hour that stands before it: "besok pagi jam 8 umumkan …"; and without a wish: "bukan, saya mau …"."""
    world = visit.office.catalog.world
    if _begun(visit, text):
        return text
    when, words = timed.before(visit, text), text.split()
    before = world.announced["mau"] | world.announced["mendesak"]
    wished = next((at for at, word in enumerate(words) if key_of(word) not in before), 0)
    rests = (when.rest if when is not None else "", text.split(maxsplit=wished)[-1] if wished else "")
    return next((rest for rest in rests if rest and _begun(visit, rest)), text)


def _in_front(visit: Visit, text: str) -> tuple[dict[str, Any], str]:
    """For whom and for which hour it is, as far as that stands before the message; and the message."""
    haste = parts.urgent(visit) if _is_pressing(visit, text) else {}
    begun = beginning(visit, text)
    first = timed.before(visit, text) if not _begun(visit, text) else None
    if begun and (head := _head(visit, order_in(visit, text).removeprefix(begun))) is not None:
        return (later(visit.office, first.at) if first is not None else {}) | head[0] | haste, head[1]
    rest = behind(visit, text)
    between = timed.before(visit, rest)
    if between is not None and begun_with(between.rest, tuple(visit.office.catalog.world.addressing)):
        first, rest = between, between.rest
    known, message = addressed.read(visit, rest)
    message = message if known or text.endswith(message) else message.split(maxsplit=1)[-1]  # a "ke" of ours
    is_closed = rest.removesuffix(message).rstrip().endswith(_CLOSING)  # what stands there is the message
    then = None if is_closed else timed.before(visit, message)
    if then is not None and (then.closed or not then.rest):
        first, message = then, then.rest
    lead = message.split(maxsplit=1)
    if known and len(lead) > 1 and key_of(lead[0]) in visit.office.catalog.world.announced["bahwa"]:
        message = lead[1]
    known |= later(visit.office, first.at) if first is not None else {}
    return known | haste, message


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


def behind(visit: Visit, text: str) -> str:
    """With the words by which the beginning says for whom already: "kabari semua", "sampaikan ke"."""
    said, world = beginning(visit, text), visit.office.catalog.world
    if not said:
        return text
    if first := _named_first(visit, order_in(visit, text)):
        return f"{min(world.addressing, key=len)} {first}: {order_in(visit, text).removeprefix(said)}"
    rest = _without_haste(visit, order_in(visit, text).removeprefix(said))
    spoken = key_of(said).split()
    at = next((at for at, word in enumerate(spoken) if at and word in world.addressing), None)
    if at is not None:
        return f"{' '.join(spoken[at:])} {rest}"
    at = next((at for at, word in enumerate(spoken) if at and addressed.names_somebody(visit, word)), None)
    if at is None and not begun_with(said, world.announcing):
        when = timed.before(visit, rest)
        return rest if when is not None and not when.closed else _addressed(visit, rest)
    return rest if at is None else f"{min(world.addressing, key=len)} {' '.join(spoken[at:])} {rest}"


# --- behind it -------------------------------------------------------------------------------------------------------


def _hurries_behind(visit: Visit, message: str) -> Iterator[int]:
    """Where the last clauses begin that say nothing but that it cannot wait: "penting, jangan tunggu besok"; "penting"
    alone may be said to those who get it."""
    waits = visit.office.catalog.world.of_news["tunda"]
    for clause in _CLAUSE.finditer(message):
        behind = message[clause.end() :]
        if len(behind.split()) <= _TAIL and not waits.isdisjoint(map(key_of, behind.split())):
            said = hearing.said(visit, behind)
            if said is not None and (said.is_urgent or (said.act == SEND and said.is_now and not said.rest)):
                yield clause.end()


def _leaves_behind(visit: Visit, message: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Where the last words begin that tell when it is to leave, and when: "…, dikirimnya besok jam 7". "Kirim besok jam
    7" may be what its readers are to do, unless they are called to an hour themselves: "rapat jumat jam 9, …"."""
    clock = visit.office.catalog.world.spellings.hours.clock
    for clause in _CLAUSE.finditer(message):
        last, calls = message[clause.end() :], not set(clock).isdisjoint(key_of(message[: clause.start()]).split())
        known = timed.leaving(visit, last, sorts=("kirim", "suruh") if calls else ("kirim",))
        if known is not None:
            yield clause.start(), known


def _orders_behind(visit: Visit, message: str, *, is_alone: bool) -> Iterator[tuple[int, dict[str, Any], str]]:
    """Where the last words of a message begin that are said to us, what they tell, and by which words. `is_alone`:
    nothing was ordered before it, so that they say for whom it is. In the midst of a sentence only what surely orders
    does: "rapat besok jam 9 kasih tau semua fasilitator malua"."""
    clauses = {found.end() for found in _CLAUSE.finditer(message)}
    words = [found.start() for found in re.finditer(r"\S+", message)]
    sure = visit.office.catalog.world.announced["pasti"]
    for number, at in enumerate(words):
        if number < (_FEWEST if is_alone else 1) or len(words) - number > _TAIL:
            continue
        begins, known = _alone(visit, message[at:])
        is_sure = at in clauses or " " in begins.strip(" :,.;-") or key_of(begins) in sure
        if begins and known and is_sure:
            yield at, known, begins


def _alone(visit: Visit, clause: str) -> tuple[str, dict[str, Any]]:
    """ "Kasih tau semua orang malua saja", "tolong disampaikan ke semua fasilitator ya": an order and nothing else."""
    told, words = visit.office.catalog.world, clause.split()
    first = next((n for n, word in enumerate(words) if key_of(word) not in told.announced["mau"]), len(words))
    said = " ".join(words[first:])
    begins = _begun(visit, said)
    if not begins:
        return "", {}
    meant = parts.read(visit, behind(visit, said))
    return (begins, meant.known) if not meant.unread and meant.known else ("", {})


def told_below(visit: Visit, heard: Sent) -> tuple[dict[str, Any], Sent]:
    """Of what stands under a picture or a file: "tabe kirimkan surat ini ke semua fasilitator\\nBatas input …", "…
    tolong sampaikan ke semua fasilitator ya"; without such a word it may be both."""
    caption = heard.caption or ""
    if whole := _alone(visit, caption)[1]:
        return whole, replace(heard, caption="", html="")
    found = read(visit, caption)
    if not found.begins or not found.known:
        return addressed.at_last(visit, caption), heard
    words = typed(Typed(caption, heard.message, html=heard.html), found.message)
    return found.known, replace(heard, caption=words.text, html=words.html)
