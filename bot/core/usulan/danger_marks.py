"""What stands around a word of danger: when it is, whether it is at all, and what is said on after a call."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from bot.core.usulan.danger_frames import Frames
from bot.core.usulan.danger_words import PLAIN, behind, by_rarest, few_of, once, placed

_NOW = r"(?:sekarang|skrg|skrang|skg)"
SENTENCE_END = re.compile(rf"[.!?;\n]+|,\s*(?=(?:tapi|tetapi|namun|padahal|{_NOW})\b)|\s(?=dan\s+{_NOW}\b)")
CLAUSE_END = re.compile(r"[.!?,;\n]+")
#: A year beside a danger, in the same clause or before it, tells when it was.
YEAR = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?![\w.,]*\d)")
#: Where the word of danger stands in what is looked at.
HERE = "\0"
_DATE = 3  # words of a date before a comma


@dataclass(frozen=True)
class Marks:
    """`now`: words that say it happens now, unless they stand in one of `aside` ("sampai sekarang", "tadi sy bilang");
    `lately`: those of `now` that also tell of what has passed; `mild`: words that say it does not happen, unless they
    stand in one of `firm` ("bukan latihan"); `orders`: others are not to do something; `unreal`: nothing that is put
    together from classes of words is meant ("simulasi", "kebakaran jenggot"); `before` and `after`: words which do so
    only when they stand right beside it ("rawan longsor", "longsor tahun lalu"); `when`: words before it by which it is
    told of what was; `lasting`: what is told behind one of these came of it. Between one of `waiting` and one of `then`
    it is only supposed; `supposed`: those of `mild` that tell of a habit, the past, or what may come; `no`: within a
    word of danger they deny it. `calling`: to people, for no works; `over`: the danger has passed; `calm`: those of
    them by which nobody is in it any more, unless some are (`remaining`); `retold`: what was said of it is put right;
    `since`: what is said on while it lasts; `signs`: that what was about to happen does; `works`: what is to be done
    about it, which right behind one of `asking` is wished, as what is `built` is; `still`: what is of it only right
    after it was told, and so are `urging` words with nothing but `polite` ones around them; `helping`: those of them
    beside which any word of danger calls for somebody, where all the rest is such words, those `around`, and what
    stands behind one of `fronts`, or where somebody cannot get away (`caught`). `replying`: what a reader says to
    whoever called; `at_home`: what tells on of violence. `spelt`: full words of all these by a shorter one. `places`:
    names, which say nothing of when it is. Of what is put together of classes of words (`frames`): `just_past` and
    `unreal` make it doubtful, `meant` sure; behind one of `coming` or `inquiring` it is none, nor where it is about
    papers (`business`) or something is asked for but `helpers`; `ends` tell that it has passed, but for `no_end`."""

    now: tuple[str, ...] = ()
    mild: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    supposed: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    lately: tuple[str, ...] = ()
    firm: tuple[str, ...] = ()
    unreal: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    just_past: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    business: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    inquiring: tuple[str, ...] = ()
    helpers: frozenset[str] = frozenset()
    ends: tuple[tuple[str, ...], ...] = ()
    no_end: tuple[str, ...] = ()
    frames: Frames = field(default_factory=Frames)
    when: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()
    no: frozenset[str] = frozenset()
    calling: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    calm: tuple[str, ...] = ()
    remaining: tuple[str, ...] = ()
    retold: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    built: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    caught: tuple[str, ...] = ()
    helping: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    fronts: tuple[str, ...] = ()
    urging: frozenset[str] = frozenset()
    slow: frozenset[str] = frozenset()
    polite: frozenset[str] = frozenset()
    replying: tuple[str, ...] = ()
    at_home: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spelt: Mapping[str, str] = field(default_factory=dict)
    places: tuple[str, ...] = ()

    def without_places(self, text: str) -> str:
        """Where it is takes no alarm away: "banjir (di desa Bonto kecamatan Malua) sudah masuk rumah"."""
        names = few_of(by_rarest(self.places), text)
        return text if names.search(text) is None else placed(self.fronts, names.pattern).sub("", text)

    def without_calls(self, text: str) -> str:
        return once(self.calling).sub(" ", text.lower())

    def is_over(self, text: str) -> bool:
        """Whether somebody tells that it has passed: "air sdh turun, sudah mengungsi"; what is denied has not."""
        told = self.in_full(text)
        left = once(self.over).sub(" ", told)  # "tidak usah perahu, kirim ambulans", and not "jangan kirim perahu"
        if once(self.remaining).search(left) and once(self._since_caught).search(left):
            return False
        return self._has_passed(self.over, told) or self._has_ended(told)

    def _has_ended(self, told: str) -> bool:
        """ "Adekku sudah bisa ditarik keluar", where nobody calls."""
        if self.calls(told) or self.is_supposed(told):
            return False
        told = once(self.no_end).sub(" ", told)
        ends = (self.frames.told(one, told) for one in self.ends)
        return any(at is not None and self.no.isdisjoint(PLAIN.findall(at[0])) for at in ends)

    def _has_passed(self, words: tuple[str, ...], told: str) -> bool:
        at = once(words).search(told)
        no = once(self._not_since)  # "air belum surut", and not "tidak ada bahaya"
        if at is None or (at[1] not in words and no.search(at[0])):
            return False
        *_, answer, near = ("", *CLAUSE_END.split(told[: at.start()]))  # "tidak, itu Januari lalu" answers a question
        front = near if answer.strip() in self.no.intersection(self.mild) else told[: at.start()]
        return behind((*self.mild, *sorted(self.no))).search(front) is None

    def is_said_since(self, text: str) -> bool:
        """Whether somebody who called for help may tell on, or ask who comes: "cucuku belum keluar", "siapa datang"."""
        return once(self.since).search(self.in_full(text)) is not None

    def is_still_said(self, text: str) -> bool:
        """Whether it is of the danger that was told just before ("cepat kodong", "sudah masuk rumah"), and of nothing
        that was or may come."""
        said = set(PLAIN.findall(text.lower()))
        urges = not said.isdisjoint(self.urging) and said <= self.urging | self.polite
        return urges or (once(self.still).search(self.in_full(text)) is not None and not self.is_supposed(text))

    def is_supposed(self, text: str) -> bool:
        """Whether it tells of a habit, of the past, or of what may come."""
        return once(self.supposed).search(self.without_orders(text.lower())) is not None

    @cached_property
    def _since_caught(self) -> tuple[str, ...]:
        return (*self.since, *self.caught)

    @cached_property
    def _not_since(self) -> tuple[str, ...]:
        return (*self.since, *self.mild)

    @cached_property
    def in_full(self) -> Callable[[str], str]:
        """In small letters, in the usual spelling; a message is looked at by many."""
        return lru_cache(maxsize=64)(self._in_full)

    def _in_full(self, text: str) -> str:
        return PLAIN.sub(lambda word: self.spelt.get(word[0], word[0]), text.lower())

    def is_reply(self, text: str) -> bool:
        """Whether somebody who was told of it speaks to whoever called: "sy kesana sekarang", "tunggu pak"."""
        return once(self.replying).search(text.lower()) is not None

    def at_home_in(self, text: str) -> tuple[str, str]:
        """What of violence that was told before these words tell on, and the rest of them; empty: nothing."""
        told = self.in_full(text)
        what = next((key for key, words in self.at_home.items() if once(words).search(told)), "")
        return what, once(self.at_home.get(what, ())).sub(" ", told)

    def is_now(self, text: str) -> bool:
        return once(self.now).search(once(self.aside).sub(" ", text)) is not None

    def calls(self, text: str) -> bool:
        return not self.helping.isdisjoint(PLAIN.findall(text))

    def is_told_of(self, text: str) -> bool:
        """Whether all that is said of it has passed, or is only put right: "tadi sy bilang 65 KK mengungsi"."""
        if self.calls(text) or self.is_said_since(text) or self.is_now(once(self.lately).sub(" ", text)):
            return False
        told = self.in_full(text)
        return once(self.retold).search(told) is not None or self._has_passed(self.calm, told)

    def came_of_it(self, front: str, rest: str) -> bool:
        """Whether only what came of it is told on, in another clause: "longsor menutup irigasi, sampai sekarang
        kering"; not where somebody calls, or what goes on is told."""
        told = f"{front} {rest}"
        if self.lasts(rest) or once(self.lasting).search(told) is None:
            return False
        return not (self.calls(told) or self.is_said_since(told))

    def lasts(self, rest: str) -> bool:
        """Whether it lasts till now, right behind its word: "banjir sampai sekarang"."""
        return once(self.lasting).match(rest.strip()) is not None and once(self.works).search(rest) is None

    def is_left(self, told: str) -> bool:
        """Whether nothing was mended till now: it was long ago."""
        return once(self.lasting).search(told) is not None and once(self.works).search(told) is not None

    def asks_for_work(self, told: str) -> bool:
        """ "Banjir masuk rumah kami, minta drainase"."""
        return any(behind(self.asking).search(told[: at.start()]) for at in once(self.built).finditer(told))

    def hurries(self, text: str) -> bool:
        """Whether one of its clauses does nothing but that."""
        said = (set(PLAIN.findall(clause)) for clause in CLAUSE_END.split(text))
        return any(clause & self.urging - self.slow and clause <= self.urging | self.polite for clause in said)

    def is_plain(self, text: str) -> bool:
        """No habit, no past, nothing that may come, and nothing that is to be built or mended."""
        return not self.is_supposed(text) and once(self.works).search(text) is None

    def only_follows(self, front: str, rest: str) -> bool:
        """ "Baru" is no sign of now where it is what would follow."""
        waits = once(self.waiting).search(front) is not None and once(self.now).search(front) is None
        return waits and once(self.then).search(rest) is not None

    def is_work(self, text: str) -> bool:
        """Whether something is wished but help, or it is about papers."""
        text = self.frames.without("tak_daya", once(self.firm).sub(" ", text))
        if once(self.business).search(text) is not None:
            return True
        calling = behind(tuple(sorted(self.helping)))
        if any(calling.search(text[: at.start()]) for at in once(self.works).finditer(text)):
            return True
        return any(self._asks_for_other(text[at.end() :]) for at in once(self.asking).finditer(text))

    def _asks_for_other(self, rest: str) -> bool:
        word = PLAIN.search(rest)
        return word is not None and word[0] not in self.helpers and word[0] not in self.polite

    def is_shaken(self, text: str, *, since: bool = False) -> bool:
        """Whether it is a habit, the past, a fear, or denied; "kakiku tidak bisa gerak" denies no landslide. `since`:
        told after it, where a fear is of it."""
        left = self.frames.without("tak_daya", self.without_orders(text))
        left = " ".join(one for one in CLAUSE_END.split(left) if one.strip() not in self.no)  # "bukan, kami terjebak"
        left = once(self.works).sub(" ", left)
        if since:
            return self.is_supposed(left) or not self.no.isdisjoint(PLAIN.findall(left))
        return once(self.mild).search(left) is not None

    def denies(self, text: str) -> bool:
        return once(self.mild).search(self.without_orders(text)) is not None

    def without_orders(self, text: str) -> str:
        """ "Jgn lewat jembatan, anak2 terjebak": what others are not to do denies nothing, but in the clause of it."""
        no, denied = once(self.orders), once(self.mild)
        told = CLAUSE_END.split(once(self.firm).sub(" ", text))
        return ",".join(one for one in told if HERE in one or not no.search(one) or denied.search(no.sub(" ", one)))

    def is_denied_within(self, word: str) -> bool:
        """ "Tanggulnya bukan jebol", where the word of danger is "tanggul … jebol"."""
        return not self.no.isdisjoint(PLAIN.findall(word)[1:-1])


def is_dated(front: str, rest: str) -> bool:
    """Whether its own clause names a year, or a date before it: "longsor besar, sudah lapor 2025" does not."""
    told, comma, clause = front.rpartition(",")
    date = told if comma and len(told.split()) <= _DATE else ""
    return YEAR.search(f"{date} {clause} {rest.partition(',')[0]}") is not None
