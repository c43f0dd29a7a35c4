"""Something is to go out of what was told, and it is not clear what: the clauses that may be meant are shown, each with
a button."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.core.flow.asking import ask
from bot.core.flow.scene import Scene
from bot.core.forms.layout import data_of
from bot.core.forms.say import Button, Say, Step, Words
from bot.core.forms.writing import in_short

LEAVE, ALL = "~hapus", "~bagian"  # data of a button: this answer, or what was shown, is to be left out
# By these names waits what was shown; that it was answered, and that something else was said since.
MARKED, TAKEN, PASSED = "bagian", "bagian_dipilih", "bagian_lewat"
EACH = "bagian_satu"  # they are offered one by one, and a yes chooses none; whether anything was named
_MOST, _LABEL = 6, 40  # clauses; letters of a button
_EDGES = " ,.;\n"


class Span(NamedTuple):
    """A clause: in the answer to which question, from where to where."""

    key: str
    start: int
    end: int

    def text(self, told: Scene) -> str:
        return str(told.values[self.key]["text"])[self.start : self.end].strip(_EDGES)


def show(
    scene: Scene, told: Scene, places: Sequence[Span], *, is_found: bool = True, is_named: bool = True, left: str = ""
) -> Step:
    """`told`: where they stand. `is_found`: they hold the words that name what is to go; `is_named`: any do. `left`:
    what is told without them."""
    is_found = is_found and is_named
    marked = [[*one, one.text(told)] for one in places[-_MOST:]]
    if not marked:
        nothing = "mesin.hapus_tidak_tertulis" if is_named else "mesin.hapus_kosong"
        return Step(scene.state, (ask(scene, Words(nothing)),))
    state, texts = scene.state.release(TAKEN, PASSED, EACH).hold(**{MARKED: marked}), [str(one[-1]) for one in marked]
    labels = [Words("tombol.keluarkan_ini", {"isi": in_short(text, _LABEL)}) for text in texts]
    named = list(zip(labels, (f"{ALL}{at}" for at in range(len(texts))), strict=True)) if len(texts) > 1 else []
    if is_found or not named:
        named.append((Words("tombol.hapus_semuanya" if len(texts) > 1 else "tombol.hapus_semua_itu"), ALL))
    else:
        state = state.hold(**{EACH: is_named})
    named.append((Words("tombol.tidak_jadi_hapus"), ""))
    rows = tuple((Button(label, data_of(state.draft, scene.target, f"{LEAVE}.{one}")),) for label, one in named)
    about = {"isi": list(dict.fromkeys(texts)), "ketemu": is_found, "disebut": is_named, "jadi": left}
    return Step(state, (Say("mesin.hapus_yang_ini", about, buttons=rows, question=scene.target),))


def chosen(told: Scene, which: str) -> list[Span]:
    """Those of them that still stand there, the one of this number or all."""
    shown, at = told.state.pending.get(MARKED, ()), which.removeprefix(ALL)
    marked = [one for number, one in enumerate(shown) if at in ("", str(number))]
    return [span for *where, text in marked if (span := Span(*where)).key in told.values and span.text(told) == text]
