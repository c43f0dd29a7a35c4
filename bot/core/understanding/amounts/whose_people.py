"""What has to be settled among the words for people before they are counted: whose number is whose, and what counts
nobody."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.core.spelt import Spellings
from bot.core.understanding.amounts.tokens import Token

_WORKER = re.compile(r"pe(?:m|n|ng|ny|l|r)?[a-z]{3,}(?<!an)(?<!an\wa)")
MOTHERS = "ibu"
_COUNTED = frozenset({"person", "part", "family", "poor", "male", "female"})


def is_rate(tokens: Sequence[Token]) -> bool:
    """ "20 orang per hari" is a rate; "60 orang lewat tiap pagi" tells when they are there."""
    numbers = [at for at, token in enumerate(tokens) if token.number]
    return any(token.kind == "often" and token.name for token in tokens[numbers[0] :])


def with_workers(tokens: Sequence[Token]) -> list[Token]:
    """ "40 pemetik", "12 pengojek": whoever does something is a person."""
    before = [Token(""), *tokens[:-1]]
    counted = (one.kind == "num" and token.kind == "other" for one, token in zip(before, tokens, strict=True))
    return [
        replace(token, kind="person") if number and _WORKER.fullmatch(token.text.lower()) else token
        for number, token in zip(counted, tokens, strict=True)
    ]


def groups_apart(tokens: Sequence[Token], groups: frozenset[str]) -> list[Token]:
    """ "15 orang, satu kelompok tani", "20 KK, dua kelompok tani": in how many groups they are, where they are counted
    themselves. Of several groups that are told first, or of one of them, the people may be those of each."""
    named = [at for at, token in enumerate(tokens) if token.text.lower().partition(" ")[0] in groups]
    pairs = [(at, one) for at, (one, two) in enumerate(pairwise(tokens), 1) if one.number and two.kind in _COUNTED]
    told = [(at, one.number.readings) for at, one in pairs if at in named and one.number]
    people = [at for at, _ in pairs if at not in named]
    if len(named) != 1 or len(told) != 1 or not people or (max(told[0][1]) != 1 and people[0] > told[0][0]):
        return [*tokens]
    return [replace(token, kind="place", name="area") if at == told[0][0] else token for at, token in enumerate(tokens)]


def with_mothers(tokens: Sequence[Token], mothers: frozenset[str]) -> Sequence[Token]:
    """ "60 ibu-ibu sama 30 balita": both are groups, and the second no men. Beside men, or alone, mothers are women."""
    kinds = {token.kind for token in tokens}
    if "part" not in kinds or kinds & {"male", "rest"}:
        return tokens
    around = zip([Token(""), *tokens[:-1]], tokens, [*tokens[1:], Token("")], strict=True)
    return [
        replace(token, kind="part", name=MOTHERS) if _are_mothers(before, token, behind, mothers) else token
        for before, token, behind in around
    ]


def _are_mothers(before: Token, token: Token, behind: Token, mothers: frozenset[str]) -> bool:
    counted = before.kind == "num" or (behind.kind == "num" and token.kind == "female")
    return counted and token.kind in ("female", "address") and token.text.lower() in mothers


def is_times(tokens: Sequence[Token]) -> bool:
    """ "Satu RT isinya 28 KK, ada 2 RT": how many there are in all was not told."""
    several = {
        two.text for one, two in pairwise(tokens) if two.kind == "place" and one.number and one.number.readings[0] > 1
    }
    return any(token.kind == "all" and token.text.rpartition(" ")[2] in several for token in tokens)


def with_aided(tokens: Sequence[Token]) -> list[Token]:
    """ "Yang dapat PKH delapan" are the poor, where no others are told: of "yang susah 9 KK, yang dapat PKH lain lagi"
    they are none of these."""
    kind = "other" if any(token.kind in ("poor", "family") for token in tokens) else "poor"
    return [replace(token, kind=kind) if token.kind == "aided" else token for token in tokens]


def families_apart(tokens: Sequence[Token], which: Spellings) -> list[Token]:
    """ "45 KK yang miskin 17": the families are those of the number before them; of "55 jiwa yang miskin 6 KK" the poor
    are those behind."""
    told = list(tokens)
    for at in range(len(told) - 2, 0, -1):
        if told[at].kind != "poor" or not told[at + 1].number:
            continue
        words = told[at].text.split()
        if len(words) > 2 and not words[0][0].isupper() and told[at - 1].number:
            told[at : at + 1] = [Token("family"), Token("sep"), replace(told[at], text=" ".join(words[1:]))]
        elif words[0].lower() in which and at > 1 and told[at - 2].number and told[at - 1].kind == "person":
            told.insert(at, Token("sep"))
    return told


def without_self(tokens: Sequence[Token]) -> list[Token]:
    """The speaker is counted besides only right before a number: "2 orang, saya sama mamakku" are two."""
    behind = [*(token.kind for token in tokens[1:]), ""]
    return [
        Token("other", token.text) if token.kind == "self" and kind != "num" else token
        for token, kind in zip(tokens, behind, strict=True)
    ]
