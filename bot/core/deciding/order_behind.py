"""A reason for what was decided: without an order behind it ("karena dana tidak cukup, tolong kabari pengusulnya"), and
put right afterwards."""

import re
from collections.abc import Sequence

from bot.core.forms.world import World
from bot.core.forms.writing import key_of

_ENDS = re.compile(r"[.,;:!\n]$")
_CLAUSE = re.compile(r"[^.,;!\n]*[.,;!\n]*")
_TWO = 2  # words of one verb: "kasih tahu"


def is_telling(text: str, world: World) -> bool:
    """ "Kabari mereka semua", "kasi tau hasilnya ke pengusul": that they are told, and nothing besides."""
    spoken, words = key_of(text), world.telling_results
    lead = next((verb for verb in words["kata"] if f" {spoken} ".find(f" {verb} ") >= 0), None)
    rest = f" {spoken} ".replace(f" {lead} ", " ", 1).split() if lead else []
    if not world.numbering["hasil"].isdisjoint(rest):  # "hasil musrenbang desa"; alone it is who is written to
        rest = [word for word in rest if word not in words["tingkat"]]
    return bool(rest) and words["iringan"].issuperset(rest) and not words["mereka"].isdisjoint(rest)


def without_order(text: str, world: World) -> str:
    """Without any that ends a clause; a text that begins with one stays as it is."""
    spoken = [(one.start(), key_of(one[0])) for one in re.finditer(r"\S+", text)]
    words, told = [word for _, word in spoken], world.telling_results
    first = next((at for at, word in enumerate(words) if word not in told["mohon"]), len(words))
    for at in range(first + 1, len(words)):
        begins, joins = spoken[at][0], words[at - 1] in told["sambung"]
        clause = _CLAUSE.match(text, begins)
        head, end = text[:begins].strip(), clause.end() if clause else len(text)
        if _is_order(text[begins:end], words, at, world, is_apart=joins or bool(_ENDS.search(head))):
            kept, rest = text[: spoken[at - joins][0]].strip(), text[end:].strip()
            return without_order(f"{kept} {rest}" if rest else kept.strip(",;: "), world)
    return text


def _is_order(text: str, words: Sequence[str], at: int, world: World, *, is_apart: bool) -> bool:
    """Whether one begins here: that they are told, or that it is written down. Of what was never said, "belum kabari
    pengusulnya", it is none."""
    told = world.telling_results
    if words[at - 1] in told["belum"]:
        return False
    behind = at
    while behind < len(words) and words[behind] in told["mohon"]:
        behind += 1
    is_asked = behind > at
    verbs = {" ".join(words[behind : behind + many]) for many in (1, _TWO)}
    orders = told["perintah"] | (told["perintah_sopan"] if is_asked else frozenset())
    if (is_asked or is_apart) and not verbs.isdisjoint(orders):
        return True
    return is_telling(text, world)


def reason_anew(text: str, world: World) -> str | None:
    """ "Alasan Maiwa 2 salah, yang betul dana tidak cukup": what it is to be, empty where only that it is wrong; None
    where nothing is put right of a reason."""
    words, spoken = world.telling_results, text.split()
    told = [key_of(word) for word in spoken]
    of_reason = next((at for at, word in enumerate(told) if word in words["alasan"]), None)
    if of_reason is None or (":" not in text and words["betulkan"].isdisjoint(told)):
        return None
    number = next((at for at, word in enumerate(told) if word.isdecimal()), of_reason)
    begins = max(of_reason, number) + 1
    colon = next((at + 1 for at in range(begins - 1, len(spoken)) if spoken[at].endswith(":")), None)
    marked = next((at + 1 for at in range(begins, len(told)) if told[at] in words["jadi"]), colon or begins)
    at = min(marked, colon) if colon is not None else marked
    while at < len(told) and told[at] in words["jadi"] | words["betulkan"] | words["di_depan"]:
        at += 1
    return without_order(" ".join(spoken[at:]), world).strip(" .,;")
