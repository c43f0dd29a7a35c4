"""What may be told of: a danger or a complaint, its words, and whom to call; and what was found of it."""

from dataclasses import dataclass
from typing import Literal

from bot.core.usulan.danger_words import NOTHING, Phrases

#: A facilitator of the desa at once; one of the kecamatan when the person says yes; nobody.
Tell = Literal["desa", "tanya", "tidak"]


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call, as people read it."""

    name: str
    number: str


@dataclass(frozen=True)
class Case:
    """`words` mean it ("lampu … mati": up to four words may stand between); `usual` are words of every day that mean it
    only when it happens now; `never` are phrases in which a word means something else. `life`: somebody may die.
    `fades`: denied, remembered or usual it is mild, which violence and complaints are not. `tell`: whether a
    facilitator is told. `private`: nobody near is to read or hear of it. `on`: words that go on with it, once told;
    `plain`: words beside which a usual one that is not happening now is no danger at all (a blocked drain). `past`:
    words that go on with what a sentence before told of another year; `ranks`: right behind them it is one of several
    things that are told of in a row. `frames`: classes of words that call for help together, the first of which is
    looked for, and `hints`: those that may; `bare`: classes that may with nothing beside them; `things`: classes that
    are left out of it; `of_others`: what somebody else does, which is none of this. `hushes`: beside it nothing rings
    that is put together, since nobody is to be told. `told`: words and usual ones; `cried`: how people call for help,
    `now` those of them that do so only beside a word for now or a call to hurry, `soon` beside a sign of it; supposed,
    denied or usual they are none.
    """

    key: str
    words: tuple[str, ...]
    usual: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    life: bool = False
    fades: bool = False
    tell: Tell = "tidak"
    private: bool = False
    on: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    frames: tuple[tuple[str, ...], ...] = ()
    hints: tuple[tuple[str, ...], ...] = ()
    of_others: tuple[str, ...] = ()
    hushes: bool = False
    bare: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    told: Phrases = NOTHING
    cried: Phrases = NOTHING
    now: Phrases = NOTHING
    soon: Phrases = NOTHING

    @property
    def of_danger(self) -> tuple[Phrases, ...]:
        return (self.told, self.cried, self.now, self.soon)

    @property
    def is_told(self) -> bool:
        """Whether facilitators are told at once."""
        return self.tell == "desa"

    @property
    def is_asked(self) -> bool:
        """Whether a facilitator is told only after a yes."""
        return self.tell == "tanya"


@dataclass(frozen=True, slots=True)
class Found:
    """`mild`: it is not happening now. `cried`: in words by which nobody tells a story or a wish. `doubtful`: it is to
    be asked whether it is so. `taught`: examples of whole messages tell it as well, and are `sure` of it."""

    case: Case
    word: str
    mild: bool
    cried: bool = False
    doubtful: bool = False
    taught: bool = False
    sure: bool = False
