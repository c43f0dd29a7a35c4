"""What was wrong in a written text makes way for what is right: the whole date, the whole hour, the place with its
preposition once. Where that cannot be made cleanly nothing is made: a wrong date sent to all is worse than a text that
is written anew."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from html import escape

from bot.core.broadcasts.dated import DAY, HOUR, Dates, Expression, agrees, fits, near_days
from bot.core.spelt import either

_LONGEST = 8  # words of what is right
_NOON, _SAME_PART = 12, 2  # hours
_DOUBLED = re.compile(r"\b(\w+)\s+\1\b", re.IGNORECASE)
_DAY_PARTS = ("near", "weekday", "number", "month", "year")
Edit = tuple[int, int, str]
Pairs = Sequence[tuple[str, str]]


class UnclearError(Exception):
    """What is meant stands there, but cannot be made way for without harm."""


class OtherWeekdayError(UnclearError):
    """The day and the date would be two."""


class Exchange:
    """`before_places`: words before a place ("di", "tempatnya"); `half`: before an hour ("setengah")."""

    def __init__(self, html: str, dates: Dates, today: date, before_places: Sequence[str], half: Sequence[str]) -> None:
        self._html, self._dates, self._today = html, dates, today
        self._before_places, self._half = frozenset(before_places), frozenset(half)
        self._found = dates.within(html)
        self._changed: dict[int, Expression] = {}

    @cached_property
    def _half_spelt(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{either(self._half)})\s+(\d{{1,2}})\b", re.IGNORECASE)

    def stands(self, wrong: str) -> bool:
        """Whether what is said to be wrong stands in the text at all."""
        try:
            return bool(self._expressions(wrong) or list(self._words(self._bare(wrong))))
        except UnclearError:
            return True

    def carried_out(self, pairs: Pairs) -> str:
        """The text as it is then."""
        edits = [edit for wrong, right in pairs for edit in self._edits(wrong, right)]
        self._check_days()
        return self._applied(edits)

    def _edits(self, wrong: str, right: str) -> list[Edit]:
        found, right = self._expressions(wrong), self._half_spelt.sub(_by_the_clock, right)
        if len(found) > 1 or (found and found[0].is_ranged) or len(right.split()) > _LONGEST:
            raise UnclearError
        if not found:
            return self._of_words(wrong, right)
        one, now = found[0], self._dates.read(right, found[0].sort)
        if now is None:
            raise UnclearError
        return self._of_day(one, now, right) if one.sort == DAY else self._of_hour(one, now, wrong, right)

    def _expressions(self, wrong: str) -> list[Expression]:
        """The days and hours of which these words tell."""
        told = [one for sort in (DAY, HOUR) if (one := self._dates.read(wrong, sort)) is not None]
        found = [one for one in self._found for said in told if one.sort == said.sort and one.says(said.parts)]
        if wrong.isdecimal() and len(found) + len(self._loose(wrong)) > 1:
            raise UnclearError
        return found

    def _loose(self, wrong: str) -> list[re.Match[str]]:
        """Where it stands outside of days and hours."""
        return [at for at in _standing(wrong).finditer(self._html) if not self._inside(at.span())]

    def _inside(self, span: tuple[int, int]) -> bool:
        return any(one.span[0] < span[1] and span[0] < one.span[1] for one in self._found)

    # --- a day -------------------------------------------------------------------------------------------------------

    def _of_day(self, one: Expression, now: Expression, right: str) -> list[Edit]:
        spoken = {name: right.strip(" .,")[start:end] for name, (start, end) in now.at.items() if name in _DAY_PARTS}
        if set(one.at) <= {"near", "day"}:
            self._changed[id(one)] = Expression(DAY, now.parts, {}, one.span)
            return [(*one.span, right)]
        before = self._changed.get(id(one), one)
        self._changed[id(one)] = before.changed(now.parts)
        edits = [(*one.at[name], word) for name, word in spoken.items() if name in one.at]
        edits += list(_put_in(one, spoken))
        if "near" in one.at and "near" not in now.parts:
            edits.append(self._drop_near(one))
        return edits

    def _drop_near(self, one: Expression) -> Edit:
        """ "Besok rabu 13 januari" is no tomorrow any more."""
        rest = {name: value for name, value in self._changed[id(one)].parts.items() if name != "near"}
        self._changed[id(one)] = Expression(DAY, rest, {}, one.span)
        begin = one.at["near"][0]
        return begin, min(start for start, _ in one.at.values() if start > begin), ""

    def _check_days(self) -> None:
        """Weekday and date agree; "besok" elsewhere says the same as before."""
        days = [one for one in self._found if one.sort == DAY]
        now = {id(one): self._changed.get(id(one), one) for one in days}
        for one in days:
            if id(one) in self._changed and not agrees(now[id(one)], self._today):
                raise OtherWeekdayError
            for near in days:
                if self._meet(near, one) and not self._meet(now[id(near)], now[id(one)]):
                    raise OtherWeekdayError

    def _meet(self, near: Expression, other: Expression) -> bool:
        """Whether both name one day."""
        is_alone = set(near.parts) == {"near"} and "near" not in other.parts
        return is_alone and any(fits(other, day) for day in near_days(near, self._today))

    # --- an hour -----------------------------------------------------------------------------------------------------

    def _of_hour(self, one: Expression, now: Expression, wrong: str, right: str) -> list[Edit]:
        """The minutes and the part of the day that stand there, unless others are told."""
        said = self._dates.read(wrong, HOUR)
        told = right.strip(" .,")
        begin, end = one.at["hour"][0], one.at.get("minute", one.at["hour"])[1]
        is_full = one.parts.get("minute", "0") == "0" and "minute" not in now.parts
        if is_full:
            end = one.at["hour"][1]
        elif "minute" not in now.parts and (said is None or "minute" not in said.parts):
            raise UnclearError
        if not 0 <= int(now.parts["hour"]) <= 24:
            raise UnclearError
        edits = [(begin, end, told[now.at["hour"][0] : now.at.get("minute", now.at["hour"])[1]])]
        if "part" in now.at:
            place = one.at.get("part", (one.span[1], one.span[1]))
            edits.append((*place, ("" if "part" in one.at else " ") + told[slice(*now.at["part"])]))
        elif "part" in one.at and not _same_part(int(one.parts["hour"]), int(now.parts["hour"])):
            raise UnclearError
        return edits

    # --- other words -------------------------------------------------------------------------------------------------

    def _of_words(self, wrong: str, right: str) -> list[Edit]:
        wrong, right = _without_shared(wrong, right)
        old, new = self._bare(wrong), self._bare(right)
        if not old or not new or self._is_timed(right):
            raise UnclearError
        found = list(self._words(old))
        if not found or (old.isdecimal() and not new.split()[0].isdecimal()):
            raise UnclearError
        return [(*at.span(), self._placed(at, right, new)) for at in found]

    def _is_timed(self, right: str) -> bool:
        """A day or an hour in place of something else."""
        return not right.isdecimal() and any(self._dates.read(right, sort) is not None for sort in (DAY, HOUR))

    def _words(self, wrong: str) -> Iterator[re.Match[str]]:
        for at in _standing(wrong).finditer(self._html) if wrong else ():
            behind = self._html[at.end() : at.end() + 2]
            before = self._html[: at.start()]
            is_half = self._last(before) in self._half
            if self._inside(at.span()) or is_half or (wrong.isdecimal() and _touches_figure(before, behind)):
                raise UnclearError
            yield at

    def _bare(self, told: str) -> str:
        """Without "tempatnya", "di" before it."""
        words = told.strip(" .,").split()
        while len(words) > 1 and words[0].lower() in self._before_places:
            words = words[1:]
        return " ".join(words)

    def _placed(self, at: re.Match[str], right: str, new: str) -> str:
        """With the preposition that stands there; none is put into the midst of a name."""
        is_there = self._last(self._html[: at.start()]) in self._before_places
        if not is_there and len(right.split()) > len(new.split()):
            raise UnclearError
        return _without_following(new, self._html[at.end() :])

    def _last(self, before: str) -> str:
        return next(iter(before.lower().split()[-1:]), "").strip("(,.:;")

    # --- all of them -------------------------------------------------------------------------------------------------

    def _applied(self, edits: Sequence[Edit]) -> str:
        html, upto = self._html, len(self._html) + 1
        for begin, end, word in sorted(set(edits), reverse=True):
            if end > upto:
                raise UnclearError
            html = html[:begin] + _as_it_stood(self._html[begin:end], escape(word, quote=False)) + html[end:]
            upto = begin
        html = self._capitalized(html, edits)
        if len(_DOUBLED.findall(html)) > len(_DOUBLED.findall(self._html)):
            raise UnclearError
        return html

    def _capitalized(self, html: str, edits: Sequence[Edit]) -> str:
        """What follows a dropped word at the beginning begins as it did."""
        dropped = next((begin for begin, end, word in edits if not word and begin < end), None)
        before = min(edits, default=None)
        if dropped is None or before is None or before[0] != dropped or not self._html[dropped].isupper():
            return html
        return html[:dropped] + html[dropped].upper() + html[dropped + 1 :]


def _by_the_clock(half: re.Match[str]) -> str:
    """ "Setengah 10"."""
    return f"{(int(half[1]) - 1) % 24:02}.30"


def _without_following(new: str, behind: str) -> str:
    """ "SMP 2 Malua" before "Malua": what stands behind it stands there once."""
    words, there = new.split(), re.findall(r"\w+", behind.lower())
    sizes = (size for size in range(len(words) - 1, 0, -1) if [w.lower() for w in words[-size:]] == there[:size])
    size = next(sizes, 0)
    return " ".join(words[:-size]) if size else new


def _standing(wrong: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(escape(word, quote=False)) for word in wrong.split())
    return re.compile(rf"(?<![\w<]){words}(?!\w)", re.IGNORECASE)


def _put_in(one: Expression, spoken: dict[str, str]) -> Iterator[Edit]:
    """What the old one did not say: the weekday before the number, the number behind the weekday, the month behind."""
    if "weekday" in spoken and "weekday" not in one.at:
        begin = one.at.get("date", one.at["number"])[0]
        yield begin, begin, f"{spoken['weekday']} "
    last = next((name for name in ("year", "month", "number", "weekday") if name in one.at), "weekday")
    late = ("number", "month", "year")
    more = [spoken[name] for name in late if name in spoken and name not in one.at]
    if more:
        end = one.at[last][1]
        yield end, end, " " + " ".join(more)


def _same_part(was: int, now: int) -> bool:
    return abs(was - now) <= _SAME_PART and (was < _NOON) == (now < _NOON)


def _touches_figure(before: str, behind: str) -> bool:
    return bool(re.search(r"[\d][-–/.:,]\s?$|[-–/]$", before) or re.match(r"[-–/.:,]\d", behind))


def _without_shared(wrong: str, right: str) -> tuple[str, str]:
    """ "Bukan pak Rahman tapi pak Tahir"."""
    wrong, right = wrong.strip(" .,"), right.strip(" .,")
    while (first := wrong.partition(" "))[2] and first[0].lower() == right.partition(" ")[0].lower():
        wrong, right = first[2], right.partition(" ")[2]
    return wrong, right


def _as_it_stood(old: str, new: str) -> str:
    is_begun = old[:1].isupper() and not (old[1:2].isupper())  # "SMP 1" begins no sentence
    return new[:1].upper() + new[1:] if is_begun else new
