"""The part of a correction that holds the value: "bukan 5 tapi 8 rumah" -> "8 rumah"."""

import re
from collections.abc import Sequence

from bot.core.listening.folding import Folding, Token, line
from bot.core.listening.patterns import compiled
from bot.core.listening.rules import Correcting

_EDGES = " \n\t,.;:!-–—\"'=>"
_AT = frozenset({"di", "ke", "dari"})
_COMMA = re.compile(r"[,;.:?](?:\s+|$)|\n\s*")


class Corrector:
    def __init__(self, words: Correcting, folding: Folding) -> None:
        self._folding = folding
        self._openers = compiled(sorted(words.openers, key=len, reverse=True), folding)
        self._buts = compiled(sorted(words.buts, key=len, reverse=True), folding)
        self._nots = compiled(words.nots, folding)
        self._breaks = frozenset(map(folding.word, words.breaks))
        self._written = compiled(sorted(words.written, key=len, reverse=True), folding)
        self._own = {folding.word(one) for one in words.written if folding.word(one) != one}
        self._reasons = compiled(words.reasons, folding)
        self._wrongs = compiled([f"{one} $" for one in words.wrongs], folding)

    def corrected(self, text: str) -> str:
        """What is left without the words that announce it and without the value that was wrong; all of it when nothing
        would be."""
        turned = self._turned(text)
        if turned is not None:
            return self._without_tail(turned[1].strip(_EDGES))
        tokens = self._without_openers(self._folding.tokens(text))
        if not tokens:
            return text.strip(_EDGES)
        told = self._behind_but(text, tokens) or self._without_denied(text, tokens)
        return self._without_tail(self._without_reason(told).strip(_EDGES)) or text.strip(_EDGES)

    def denied(self, text: str) -> str:
        """What follows "bukan" until the part ends; empty when nothing is denied."""
        turned = self._turned(text)
        if turned is not None:
            return turned[0]
        for denies, part in ((one, part) for one in (self._not, self._mistaken) for part in _COMMA.split(text)):
            tokens = self._folding.tokens(part)
            found = denies(part, tokens)
            if found is None:
                continue
            rest = tokens[found[1] :]
            but = self._buts.search(line(rest))
            last = self._before_address(rest[: line(rest)[: but.start()].count(" ")] if but else rest)
            if last:
                return part[last[0].start : last[-1].end]
        return self._before_wrong(text)

    def announces(self, text: str) -> bool:
        """Whether it begins or ends with words by which something is put right: "eh maaf, …", "…, maksudku"; or turns
        round in the middle."""
        if self._turned(text) is not None:
            return True
        tokens = [token for token in self._folding.tokens(text) if token.word not in self._folding.address]
        ends = any(tokens[-n:] and self._openers.fullmatch(line(tokens[-n:])) for n in (1, 2))
        return ends or bool(tokens and self._openers.match(line(tokens)))

    def pairs(self, text: str) -> tuple[tuple[str, str], ...]:
        """Each value that was wrong, with the right one; empty where one of them lacks the other."""
        parts = [self._folding.tokens(part) for part in _COMMA.split(text)]
        marks = [sum(1 for _ in self._nots.finditer(line(tokens))) for tokens in parts]
        if not any(marks):
            marks = [int(self._tells_wrong(tokens)) for tokens in parts]
        if max(marks) > 1:
            return ()
        groups: list[list[str]] = [[]]
        denied = 0
        for part, mark in zip(_COMMA.split(text), marks, strict=True):
            denied += mark
            if denied > len(groups):
                groups.append([])
            groups[-1].append(part)
        told = [", ".join(filter(str.strip, group)) for group in groups]
        found = tuple((self.denied(one), self.corrected(one)) for one in told)
        is_whole = all(wrong and right and not self.denied(right) for wrong, right in found)
        return found if is_whole else ()

    def _turned(self, text: str) -> tuple[str, str] | None:
        """ "5 km eh bukan, 600 meter": what stands before the break is wrong, what stands behind it right. Of what is
        wrong the part from its last number on, or its last word; all of the place where places are told."""
        tokens = self._folding.tokens(text)
        for at in range(1, len(tokens) - 2):
            if tokens[at].word not in self._breaks or self._nots.fullmatch(line(tokens[at + 1 : at + 2])) is None:
                continue
            right = self._without_openers(tokens[at + 2 :])
            counted = (one for one in range(at - 1, -1, -1) if text[tokens[one].start].isdecimal())
            alike = (one + 1 for one in range(at - 2, -1, -1) if right and tokens[one].word == right[0].word in _AT)
            first = tokens[next(alike, None) or next(counted, at - 1)]
            return (text[first.start : tokens[at - 1].end], text[right[0].start :]) if right else None
        return None

    def _not(self, _part: str, tokens: Sequence[Token]) -> tuple[int, int] | None:
        """From where to where something is denied."""
        found = self._nots.search(line(tokens))
        return _counted(line(tokens), found) if found else None

    def _mistaken(self, part: str, tokens: Sequence[Token]) -> tuple[int, int] | None:
        """ "Kutulis 200": by oneself; "tulis 200" asks for it, and "salah tulis" tells nothing of what follows."""
        joined = line(tokens)
        for found in self._written.finditer(joined):
            first, behind = _counted(joined, found)
            own = found[0] not in self._own or part[tokens[first].start : tokens[first].end].lower() != found[0]
            if own and not (first and self._wrongs.fullmatch(tokens[first - 1].word)):
                return first, behind
        return None

    def _tells_wrong(self, tokens: Sequence[Token]) -> bool:
        """ "Rabu salah"; of "eh salah" nothing is wrong."""
        found = self._wrongs.search(line(tokens))
        before = tokens[: line(tokens)[: found.start()].count(" ")] if found else ()
        return bool(self._without_openers(before))

    def _before_wrong(self, text: str) -> str:
        """ "45 salah, …", "eh itu yang 45 salah pak, …": from the number on, where there is one."""
        for part in _COMMA.split(text):
            tokens = self._without_address(part)
            found = self._wrongs.search(line(tokens))
            before = line(tokens)[: found.start()].count(" ") if found else 0
            if self._without_openers(tokens[:before]):
                last = before - 1
                first = next((one for one in tokens[: last + 1] if part[one.start].isdecimal()), tokens[0])
                return part[first.start : tokens[last].end]
        return ""

    def _without_address(self, part: str) -> Sequence[Token]:
        """ "200 meter keliru pak": whom one speaks to stands at the end."""
        return self._before_address(self._folding.tokens(part))

    def _before_address(self, tokens: Sequence[Token]) -> Sequence[Token]:
        while tokens and tokens[-1].word in self._folding.address:
            tokens = tokens[:-1]
        return tokens

    def _without_reason(self, told: str) -> str:
        """ "Masuk air, karena ini saluran ke sawah"."""
        tokens = self._folding.tokens(told)
        found = self._reasons.search(line(tokens))
        first = line(tokens)[: found.start()].count(" ") if found else 0
        return told[: tokens[first - 1].end] if first else told

    def _without_tail(self, told: str) -> str:
        """ "12, maksudku"."""
        tokens = self._folding.tokens(told)
        while count := next((n for n in (3, 2, 1) if tokens[-n:] and self._openers.fullmatch(line(tokens[-n:]))), 0):
            tokens = tokens[:-count]
        return told[: tokens[-1].end if tokens else 0]

    def _without_openers(self, tokens: Sequence[Token]) -> Sequence[Token]:
        while tokens:
            count = _count(self._openers.match(line(tokens))) or int(tokens[0].word in self._folding.address)
            if not count:
                return tokens
            tokens = tokens[count:]
        return tokens

    def _behind_but(self, text: str, tokens: Sequence[Token]) -> str:
        """The right value stands behind the last of these words: "bukan 5 tapi 8", "dari 5 jadi 8"; of "tidak jadi 5"
        none does."""
        joined = line(tokens)
        others = [found for words in (self._written, self._nots) for found in words.finditer(joined) if " " in found[0]]
        taken = [found.span() for found in others]
        found = [m for m in self._buts.finditer(joined) if not any(at <= m.start() < end for at, end in taken)]
        found = [m for m in found if not self._ends_part(text, tokens, m)]
        if not found:
            return ""
        rest = self._without_openers(tokens[joined[: found[-1].end()].count(" ") + 1 :])
        return self._without_denied(text, rest) if rest else ""

    def _ends_part(self, text: str, tokens: Sequence[Token], but: re.Match[str]) -> bool:
        """ "800 meter ternyata, dari pertigaan": what is right stands before it."""
        first, behind = _counted(line(tokens), but)
        part = _COMMA.split(text[tokens[0].start : tokens[first].start])[-1]
        ends = behind >= len(tokens) or _COMMA.match(text[tokens[behind - 1].end : tokens[behind].start]) is not None
        return ends and bool(part.strip()) and not self._is_denied(part)

    def _without_denied(self, text: str, tokens: Sequence[Token]) -> str:
        """Parts between commas, without those that are denied: "Tanete, bukan Buntu", "bukan 5, 8"."""
        told = text[tokens[0].start :]
        parts = [part for part in _COMMA.split(told) if part.strip()]
        kept = [part for part in parts if not self._is_denied(part)]
        if not kept:
            return ""
        right = [self._before(part) for part in kept]
        return told if right == parts else ", ".join(part.strip() for part in right if part.strip())

    def _before(self, part: str) -> str:
        """What stands before a denial in the same part: "8 bukan 5"."""
        tokens = self._folding.tokens(part)
        denied = self._not(part, tokens) or self._mistaken(part, tokens)
        return part if denied is None else part[: tokens[denied[0]].start]

    def _is_denied(self, part: str) -> bool:
        tokens = self._without_address(part)
        told, mistaken = line(tokens), self._mistaken(part, tokens)
        begins = self._nots.match(told) is not None or (mistaken is not None and mistaken[0] == 0)
        return begins or self._wrongs.search(told) is not None


def _counted(joined: str, found: re.Match[str]) -> tuple[int, int]:
    """The tokens that it covers."""
    return joined[: found.start()].count(" "), joined[: found.end()].count(" ") + 1


def _count(found: re.Match[str] | None) -> int:
    return found[0].count(" ") + 1 if found else 0
