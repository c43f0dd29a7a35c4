"""What became of the copies of an announcement, in the words of a report: every row counts once."""

from collections.abc import Iterable
from dataclasses import dataclass, field

#: How a row ended, by the name of its heading. What stands here nowhere failed.
HEADINGS = {
    "sent": "sampai",
    "blocked": "blokir",
    "unreachable": "jauh",
    "unsure": "belum_jelas",
    "late": "lewat",
    "left": "pindah",
    "stopped": "henti",
    "withdrawn": "tarik",
    "": "menunggu",
}
FAILED = "gagal"
#: Nothing was sent to these, each for its reason.
UNSENT = ("lewat", "pindah", "henti", "tarik")


@dataclass(frozen=True, slots=True)
class Sums:
    """`total` rows; `ended`: how many under each heading; `understood`; of the others who have it, how many wrote back
    (`replied`), and how many did neither (`silent`)."""

    total: int = 0
    understood: int = 0
    replied: int = 0
    silent: int = 0
    ended: dict[str, int] = field(default_factory=dict)

    def plus(self, outcome: str, number: int, understood: int, replied: int) -> "Sums":
        heading = HEADINGS.get(outcome, FAILED)
        return Sums(
            self.total + number,
            self.understood + understood,
            self.replied + replied,
            self.silent + (number - understood - replied if outcome == "sent" else 0),
            {**self.ended, heading: self.ended.get(heading, 0) + number},
        )

    @property
    def arrived(self) -> int:
        return self.ended.get("sampai", 0)

    @property
    def beside(self) -> int:
        """Neither answered nor silent: whoever has it not, or of whom nobody knows."""
        return self.total - self.understood - self.replied - self.silent

    def to_say(self) -> dict[str, int]:
        """By the names that sentences use."""
        counts = {name: self.ended.get(name, 0) for name in (*HEADINGS.values(), FAILED)}
        unsent = sum(counts[name] for name in UNSENT)
        answered = {"paham": self.understood, "balas": self.replied, "belum": self.silent}
        return counts | answered | {"semua": self.total, "tak_dikirim": unsent}


def summed(rows: Iterable[tuple[str, int, int, int]]) -> Sums:
    """`rows`: (outcome, how many, how many of them understood, how many others wrote back)."""
    sums = Sums()
    for row in rows:
        sums = sums.plus(*row)
    return sums
