"""An age or a class of school that somebody tells of themselves within longer words: "kak sy fadil kls 7 smp umur 13
mau usul lampu". Whose it is stands before it; that of a child, a pupil or a tree of theirs is not their own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.forms.digits import is_digits

GROWN = 18  # years (UU 27/2022 leaves it to the law of children)
_YOUNGEST, _OLDEST, _HIGHEST = 5, 110, 12  # who writes; a class
_SENTENCE = re.compile(r"[.!?;\n]+")
_WORD = re.compile(r"[^\W\d_]+|\d+|,")
_AHEAD = 4  # words between "umur" and the number
_NAME = 2  # words of a name between oneself and one's age
_SOON = 6  # words before an age by which nobody is named
_UPPER = 4  # a class of this number or more needs no kind of school beside it
_MOST = 600  # words
_TELLING = ("umur", "umurku", "kelas", "tingkat", "tahun")

Words = Mapping[str, frozenset[str]]


def names_age(text: str, words: Words) -> bool:
    """Cheaply: whether a word of an age or of a school stands there, without which nobody tells theirs."""
    said = set(_WORD.findall(text.lower())) if words else set()
    return any(not said.isdisjoint(words[sort]) for sort in _TELLING) if said else False


def tells_youth(text: str, words: Words) -> bool:
    """`words`: by what they do (`umur_sendiri` in content/kata/tombol.toml); numbers stand in figures."""
    return any(told.is_young() for told in _sentences(text, words))


def tells_of_others(text: str, words: Words) -> bool:
    """ "Anak saya umur 13", "saya guru SD": what is told of age or school is somebody else's."""
    return any(told.is_of_others() for told in _sentences(text, words))


def _sentences(text: str, words: Words) -> list["_Told"]:
    parts = _SENTENCE.split(text.lower()) if words else []
    return [_Told(tuple(_WORD.findall(part)[:_MOST]), words) for part in parts]


@dataclass(frozen=True, slots=True)
class _Told:
    """One sentence."""

    said: Sequence[str]
    words: Words

    def is_young(self) -> bool:
        ages = [at for at in range(len(self.said)) if self._age_at(at)]
        classes = [at for at in range(len(self.said)) if self._class_at(at)]
        schools = [at for at in range(len(self.said)) if self._school_at(at)]
        several = sum(map(bool, (ages, classes, schools))) > 1  # "kelas 1 bukan kelas 2" tells no more than one class
        sure = several or any(self._is(at + 2, "tingkat") for at in classes)
        sure = sure or any(int(self.said[at + 1]) >= _UPPER for at in classes)
        found = [*ages, *classes, *schools]
        return any(self._is_own(at, sure) for at in found) or (several and self._begins_with(found))

    def is_of_others(self) -> bool:
        sorts = ("umur", "kelas", "tingkat")
        found = (
            at for at in range(len(self.said)) if self._is(at + 1, "tahun") or any(self._is(at, one) for one in sorts)
        )
        return any(self._is_of_another(at) for at in found)

    def _is_of_another(self, at: int) -> bool:
        """Somebody else stands before it, or somebody who is theirs; or it is a grown-up's age."""
        is_grown = self._is(at, "umur") and self._number(self._number_after(at), GROWN, _OLDEST)
        if is_grown or self._is_stay(at) or self._is(at + 2, "orang"):  # "kelas 7 anakku"
            return True
        before = at - 1
        while before >= 0 and not self._is(before, "diri"):
            if self._is(before, "orang"):
                return True
            before -= 1
        return self._is(before - 1, "orang") or self._is(before - 1, "siswa")

    def _is_stay(self, at: int) -> bool:
        """ "Sy baru 2 tahun tinggal di sini", "sudah 12 tahun menetap": how long, and no age of who can write."""
        years = is_digits(self.said[at]) and self._is(at + 1, "tahun")
        return years and (int(self.said[at]) < _YOUNGEST or (self._is(at - 1, "lama") and self._is(at + 2, "tinggal")))

    def _is(self, at: int, sort: str) -> bool:
        return 0 <= at < len(self.said) and self.said[at] in self.words[sort]

    def _number(self, at: int, first: int, last: int) -> bool:
        """A number from `first` to `last` that opens no range."""
        if not 0 <= at < len(self.said) or not is_digits(self.said[at]) or not first <= int(self.said[at]) <= last:
            return False
        return not any(self._is(after, "sampai") for after in (at + 1, at + 2))

    def _age_at(self, at: int) -> bool:
        """ "Umur [saya] [baru] 13"; "[saya] 13 tahun", with which nothing else goes on than who one is or wants."""
        if self._is(at, "umur") or self._is(at, "umurku"):
            return self._number(self._number_after(at), _YOUNGEST, GROWN - 1)
        if not self._number(at, _YOUNGEST, GROWN - 1) or not self._is(at + 1, "tahun"):
            return False
        return self._is(self._back(at), "diri") and ([*self.said, ","][at + 2] == "," or self._is(at + 2, "lanjut"))

    def _number_after(self, at: int) -> int:
        ahead = range(at + 1, at + 1 + _AHEAD)
        return next((one for one in ahead if not self._is(one, "iringan") and not self._is(one, "diri")), at)

    def _class_at(self, at: int) -> bool:
        return self._is(at, "kelas") and self._number(at + 1, 1, _HIGHEST)

    def _school_at(self, at: int) -> bool:
        """ "Saya [masih] [anak] SMP"."""
        before = self._back(at)
        pupil = self._is(before, "siswa")
        own = self._back(before) if pupil else before
        return self._is(at, "tingkat") and self._is(own, "diri") and (pupil or own < at - 1)

    def _back(self, at: int) -> int:
        """The word before, without what may stand between."""
        at -= 1
        while self._is(at, "iringan"):
            at -= 1
        return at

    def _is_own(self, at: int, sure: bool) -> bool:
        """Whether whoever speaks stands before it, and nobody else between."""
        if self._is(at, "umurku") or (self._is(at, "umur") and self._is(at + 1, "diri")):
            return not self._is(at - 1, "dahulu")
        names, before = 0, at - 1
        while before >= 0 and not self._is(before, "diri"):
            if self._is_no_name(before):
                return False
            names += not self._is_of_school(before)
            before -= 1
        may_be_named = sure or self._is(at, "umur")
        return before >= 0 and names <= (_NAME if may_be_named else 0) and not self._owns(before, sure)

    def _is_no_name(self, at: int) -> bool:
        return self._is_else(at) or (self._is(at, "siswa") and not self._is(self._back(at), "diri"))

    def _is_else(self, at: int) -> bool:
        return any(self._is(at, sort) for sort in ("orang", "bukan", "dahulu"))

    def _is_of_school(self, at: int) -> bool:
        known = any(self._is(at, sort) for sort in ("iringan", "siswa", "tingkat", "kelas", "umur", "tahun"))
        return known or self.said[at] == "," or is_digits(self.said[at])

    def _owns(self, at: int, sure: bool) -> bool:
        """ "Anak saya umur 13", "kopi saya umur 10": what stands before "saya" is theirs, but for what opens a
        sentence."""
        if at == 0 or self.said[at - 1] == "," or self._is(at - 1, "awal"):
            return False
        return not sure or self._is_else(at - 1) or self._is(at - 1, "siswa")

    def _begins_with(self, found: Sequence[int]) -> bool:
        """ "Kak fadil kls 7 smp umur 13 mau …": an age and a class with nobody before them."""
        first = min(found)
        others = any(
            self._is_else(at) or self._is(at, "siswa") or self._is(at, "diri") or self._points(at)
            for at in range(first)
        )
        return first < _SOON and not others

    def _points(self, at: int) -> bool:
        """ "Yg jatuh itu umur 7 kelas 1": somebody else, by what they did."""
        return self.said[at] in ("yang", "yg") and not self._is_of_school(at + 1)
