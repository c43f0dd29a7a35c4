"""What an officer says about an announcement, in one reading of the sentence: what is to be done, and with which words.
Which announcement is meant, and whether it can be done there, is not looked at here."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.core.broadcasts import choosing
from bot.core.broadcasts.asking import asks
from bot.core.broadcasts.dated import HOUR, Dates, Expression
from bot.core.broadcasts.said import (
    ADD,
    BUTTON,
    CHOICES,
    CORRECT,
    HASTE,
    REFUSE,
    SECOND,
    SEND,
    TEXT,
    TIME,
    WHOM,
    WORDS,
    Said,
)
from bot.core.forms.world import World
from bot.core.forms.writing import bare, key_of
from bot.core.understanding.times.moments import speaks_of_time

_PARTS = re.compile(r"(?<=[,.;])(?=\s+\S)")
_LONGEST, _SIDE = 30, 10  # words of what is no text; of what is wrong, and of what is right
_FEWEST = 2  # words that are added
_NAMED = 8  # words beside the name of who is to look


@dataclass(frozen=True, slots=True)
class Reader:
    """`address`: every word by which an audience may be named."""

    world: World
    address: frozenset[str]

    def read(self, text: str) -> Said | None:
        """None where it says nothing of that sort."""
        words = text.split()
        if not words or not self._known:
            return None
        whole = self._whole_text(words) or self._added(words)
        if whole is not None:
            return whole
        if (choices := choosing.told(text, self.world)) is not None:
            return Said(CHOICES, choices=choices)
        if asks(text, self.world) or len(words) > _LONGEST:
            return None
        correcting = [word for word in words if key_of(word) not in self._of("ralat")]
        if len(correcting) < len(words):
            inner = self._put_right(" ".join(correcting)) if correcting else None
            return replace(inner, act=CORRECT) if inner is not None else Said(CORRECT, rest=" ".join(correcting))
        for take in (self._refuses, self._second, self._sends, self._haste, self._wrong_place, self._looks_first):
            if (found := take(words)) is not None:
                return found
        return self._put_right(text)

    # --- words -------------------------------------------------------------------------------------------------------

    @property
    def _known(self) -> Mapping[str, frozenset[str]]:
        return self.world.of_news

    def _of(self, *sorts: str) -> frozenset[str]:
        return frozenset[str]().union(*(self._known[sort] for sort in sorts))

    def _bare(self, words: Sequence[str]) -> list[str]:
        return bare(words, self._of("iringan") | self.world.oneself)

    def _is_time(self, words: Iterable[str]) -> bool:
        return all(speaks_of_time(self.world.spellings, key_of(word)) for word in words)

    def _expressions(self, text: str) -> list[Expression]:
        spelt = self.world.spellings
        return Dates(spelt.days, spelt.hours).within(text)

    # --- the text ----------------------------------------------------------------------------------------------------

    def _whole_text(self, words: Sequence[str]) -> Said | None:
        """ "Pesannya ganti jadi …", "ubah isinya menjadi …", "pesannya: …"; and "ubah pesan" alone."""
        end, is_closed = self._lead(words)
        led = {key_of(word) for word in words[:end]}
        if led.isdisjoint(self._known["tulisan"]) or (led <= self._known["tulisan"] and not is_closed):
            return None
        rest = words[end:]
        changes = not led.isdisjoint(self._known["ganti"])
        if not rest:
            return Said(BUTTON) if changes else None
        is_whole = is_closed or not led.isdisjoint(self._known["jadi"])
        return Said(TEXT, text=" ".join(rest)) if is_whole and not self._is_time(self._bare(rest)) else None

    def _added(self, words: Sequence[str]) -> Said | None:
        """ "Tambahkan: bawa berita acara yang asli"; whom it is for, or a button, is none of its words."""
        known = self._of("tambah", "tulisan", "iringan") | self.world.announcements
        end = next((at for at, word in enumerate(words) if key_of(word) not in known), len(words))
        led, rest = [key_of(word) for word in words[:end]], words[end:]
        if self._known["tambah"].isdisjoint(led) or len(rest) < _FEWEST or "?" in rest[-1]:
            return None
        others = self._of("tujuan", "orang", "tombol") | self.address
        is_other = words[end - 1][-1] not in ":," and key_of(rest[0]) in others
        return None if is_other else Said(ADD, text=" ".join(rest))

    def _lead(self, words: Sequence[str]) -> tuple[int, bool]:
        """Where the words end that only say that the text changes, and whether a colon ends them."""
        known = self._of("tulisan", "ganti", "jadi", "iringan")
        for at, word in enumerate(words):
            if key_of(word) not in known:
                return at, False
            if word[-1] in ":;" or (word[-1] == "," and len(words) - at > _FEWEST):
                return at + 1, not self._known["tulisan"].isdisjoint(map(key_of, words[: at + 1]))
        return len(words), False

    # --- what is right in place of what is wrong ---------------------------------------------------------------------

    def _put_right(self, text: str) -> Said | None:
        return self._denied(text) or self._exchanged(text) or self._timed(text)

    def _denied(self, text: str) -> Said | None:
        """ "Bukan jam 9 tapi jam 10", "kecamatannya curio, bukan malua"."""
        ear = self.world.ear
        if ear is None or not ear.corrects(text):
            return None
        found = ((self._meant(wrong), self._meant(right)) for wrong, right in ear.pairs(text))
        pairs = tuple(pair for pair in found if all(pair))
        if not pairs:
            return None
        if len(pairs) == 1 and (narrowed := self._narrowed(*pairs[0], text)) is not None:
            return narrowed
        if len(pairs) == 1 and (whom := self._whom(pairs[0][1].split())):
            is_of_whom = key_of(text.split(maxsplit=1)[0]) in self._of("tujuan") or self._whom(pairs[0][0].split())
            return Said(WHOM, whom=whom) if is_of_whom else Said(WORDS, pairs=pairs)
        return Said(WORDS, pairs=pairs)

    def _meant(self, side: str) -> str:
        """Without what only points, or is said to us: "itu kantor desa", "smp 2 bu, tolong dibetulkan untuk semua"."""
        parts, ours = _PARTS.split(side), self._of("iringan", "penunjuk", "ganti")
        end = next((at for at, one in enumerate(parts) if at and key_of(one.split(maxsplit=1)[0]) in ours), len(parts))
        words = self._bare("".join(parts[:end]).split())
        at = next((at for at, word in enumerate(words) if key_of(word) not in self._known["penunjuk"]), 0)
        return " ".join(words[at:]).rstrip(",;.")

    def _narrowed(self, wrong: str, right: str, text: str) -> Said | None:
        """ "Rapat persiapan jam 9 bukan jam 8": the hour alone. "Bukan begitu, …" denies nothing that stands there."""
        before, now = self._expressions(wrong), self._expressions(right)
        same = [one for one in now if before and one.sort == before[0].sort]
        if len(before) == 1 and len(same) == 1 and self._is_time(wrong.split()):
            found = right[slice(*same[0].span)]
            rest = [word for word in right.replace(found, " ").split() if not self._is_time([word])]
            return Said(WORDS, pairs=((wrong, found),), when=found, rest=" ".join(self._bare(rest)))
        behind = text.partition(",")[2]
        return self._exchanged(behind) if behind and key_of(wrong) in self._known["begitu"] else None

    def _exchanged(self, text: str) -> Said | None:
        """ "Jam 9 ganti jam 10", "ganti tgl 15 jadi tgl 16", "malua ganti curio": around the words that change it."""
        words = [word for word in text.split() if key_of(word) not in self._known["tulisan"]]
        spoken = [key_of(word) for word in words]
        changing = self._of("ganti", "jadi")
        first = next((at for at, word in enumerate(spoken) if word not in self._of("iringan", "ganti")), len(words))
        turns = [at for at, word in enumerate(spoken) if at > first and word in changing]
        if not turns:
            turns = [at for at, word in enumerate(spoken) if at > first and word in self._known["antara"]]
            if not self._is_time(w for w in words[first:] if key_of(w) not in self._of("antara", "iringan")):
                turns = []
        if not turns:
            return None
        end = turns[0]
        while end + 1 < len(words) and spoken[end + 1] in changing | self._of("iringan", "antara"):
            end += 1
        return self._of_sides(self._bare(words[first : turns[0]]), self._bare(words[end + 1 :]))

    def _of_sides(self, left: Sequence[str], right: Sequence[str]) -> Said | None:
        if not left or not 0 < len(right) <= _SIDE:
            return None
        if self._is_time(right):
            return self._of_times(left, " ".join(right))
        if (whom := self._whom(right)) and (self._whom(left) or self._of("tujuan").issuperset(map(key_of, left))):
            return Said(WHOM, whom=whom)
        is_hour = any(one.sort == HOUR for one in self._expressions(" ".join(right)))
        return Said(WORDS, pairs=((" ".join(left), " ".join(right)),)) if len(left) <= _SIDE and not is_hour else None

    def _of_times(self, left: Sequence[str], right: str) -> Said | None:
        """The same sort on both sides is put right; "yang malua besok ganti jam 10" is another hour of that one."""
        now, before = self._expressions(right), " ".join(left)
        same = [one for one in self._expressions(before) if now and one.sort == now[0].sort]
        rest = [word for word in left if not self._is_time([word])]
        if len(same) == 1:
            wrong = before[slice(*same[0].span)]
            return Said(WORDS, pairs=((wrong, right),), when=right, rest=" ".join(self._bare(rest)))
        return self._timed(f"{before} {right}")

    def _timed(self, text: str) -> Said | None:
        """ "Oh iya jamnya jam 10", "yang malua besok jam 10 saja"."""
        words = text.split()
        numbered = {at for at, word in enumerate(words[:-1]) if key_of(word) in self.world.sent_at["nomor"]}
        numbered |= {at + 1 for at in numbered}
        told = [word for at, word in enumerate(words) if at not in numbered and self._is_time([word])]
        rest = [word for at, word in enumerate(words) if at not in numbered and not self._is_time([word])]
        if not any(char.isdecimal() for char in " ".join(told)) and not self._expressions(" ".join(told)):
            return None
        return self._time(told, rest)

    def _time(self, told: Sequence[str], rest: Sequence[str]) -> Said | None:
        sending = self.world.sent_at["kirim"] | self.world.sent_at["suruh"]
        beside = self._of("iringan", "ganti", "jadi", "antara", "keliru") | sending | self.world.sent_at["iringan"]
        spoken = [key_of(word) for word in rest]
        left = [word for word in rest if key_of(word) not in beside]
        when = " ".join(told).strip(" ,.;")
        named = next((word for word in spoken if word in self._of("hari", "pukul")), "")
        if named and when.isdecimal():  # "jamnya 10", "tanggalnya harusnya 9"
            when = f"{min(self._known['hari' if named in self._known['hari'] else 'pukul'], key=len)} {when}"
        if when.isdecimal():  # "1", of a list
            return None
        is_sending = not sending.isdisjoint(spoken)
        return Said(TIME, when=when, rest=" ".join(left), is_sending=is_sending)

    # --- whom --------------------------------------------------------------------------------------------------------

    def _whom(self, words: Sequence[str]) -> str:
        """The words of an audience, where they are nothing else."""
        polite = self._of("iringan", "mestinya", "tujuan") | self.world.oneself
        told = [key_of(word) for word in words if key_of(word) not in polite]
        return " ".join(told) if told and self.address.issuperset(told) else ""

    def _wrong_place(self, words: Sequence[str]) -> Said | None:
        """ "Salah kecamatan, ganti curio", "kecamatannya curio saja", "kirim ke anggeraja saja", "harusnya malua"."""
        said = key_of(" ".join(words))
        wrong = next((phrase for phrase in sorted(self._known["salah"]) if f" {phrase}" in f" {said}"), "")
        spoken = [key_of(word) for word in words]
        at = next((at for at, word in enumerate(spoken) if word in self.world.addressing), 0)
        beside = self.world.announced["ulang"] | self.world.oneself
        sends = (at > 0 and beside.issuperset(spoken[:at])) or spoken[0] in self.world.addressing
        bare = [key_of(word) for word in self._bare(words)]
        names = not self.world.stopping["mestinya"].isdisjoint(spoken) or {*bare[:1]} & self._known["tujuan"]
        if not (wrong or sends or names):
            return None
        rest = re.sub(rf"\b{wrong}\b[\s,.;]*", "", said).split() if wrong else spoken[at:] if sends else spoken
        beside = self._of("ganti", "jadi", "antara", "keliru") | self.world.withdrawing | {*self.world.halting}
        left = [word for word in rest if key_of(word) not in beside]
        if "bukan" in left:
            return None
        whom = self._whom(left)
        return Said(WHOM, whom=whom) if whom else None

    # --- the few words -----------------------------------------------------------------------------------------------

    def _refuses(self, words: Sequence[str]) -> Said | None:
        said = " ".join(map(key_of, self._bare(words)))
        return Said(REFUSE) if said in self._known["tidak"] else None

    def _second(self, words: Sequence[str]) -> Said | None:
        """ "Minta bu rahmi", "minta petugas kedua"."""
        spoken = [key_of(word) for word in self._bare(words)]
        if not spoken or spoken[0] not in self._known["minta"] or len(spoken) > 6:
            return None
        polite = self._of("kedua", "iringan", "kirim", "orang") | self.world.oneself
        person = " ".join(word for word in spoken[1:] if word not in polite)
        return Said(SECOND, person=person) if person or not self._known["kedua"].isdisjoint(spoken) else None

    def _looks_first(self, words: Sequence[str]) -> Said | None:
        """ "Kirim ke pak Ridwan dulu", "pak Ridwan lihat lagi": who that is, is known where it is heard."""
        spoken = [key_of(word) for word in self._bare(words)]
        sends = any(a in self._known["kirim"] and b in self.world.addressing for a, b in pairwise(spoken))
        if len(spoken) > _NAMED or not (sends or not self._of("lihat", "minta").isdisjoint(spoken)):
            return None
        beside = self._of("minta", "lihat", "kirim", "orang", "iringan") | self.world.addressing | self.world.oneself
        person = " ".join(word for word in spoken if word not in beside)
        return Said(SECOND, person=person) if person else None

    def _sends(self, words: Sequence[str]) -> Said | None:
        """ "Kirim 2 orang", "kirim sekarang juga"."""
        spoken = [key_of(word) for word in words]
        is_now = not self._known["sekarang"].isdisjoint(spoken)
        beside = ("tunda",) if is_now and self._is_not_put_off(spoken) else ()
        known = self._of("kirim", "sekarang", "orang", "iringan", *beside) | self.world.oneself
        numbers = [int(word) for word in spoken if word.isdecimal()]
        rest = [word for word in spoken if word not in known and not word.isdecimal()]
        is_said = not self._known["kirim"].isdisjoint(spoken) and len(numbers) <= 1
        if not is_said or (rest and (not is_now or spoken[-1] in rest or not self._of("penting").isdisjoint(rest))):
            return None
        return Said(SEND, number=next(iter(numbers), None), is_now=is_now, rest=" ".join(rest))

    def _is_not_put_off(self, spoken: Sequence[str]) -> bool:
        """ "Jangan tunggu besok", and no "jangan kirim"."""
        return self._known["tunda"].issuperset(b for a, b in pairwise(spoken) if a in self._known["menyangkal"])

    def _haste(self, words: Sequence[str]) -> Said | None:
        spoken = [key_of(word) for word in self._bare(words)]
        urgent, usual = (not self._known[sort].isdisjoint(spoken) for sort in ("penting", "biasa"))
        told = "begitu" if self._known["kirim"].isdisjoint(spoken) else "menunggu"
        beside = ("tunda", "kirim", "sekarang", "begitu", "orang", told) if urgent else ()
        known = self._of("penting", "biasa", "iringan", "ganti", "jadi", *beside) | self.world.oneself
        left = [word for word in spoken if not word.isdecimal() and word not in known]
        return Said(HASTE, is_urgent=urgent) if urgent != usual and not left else None
