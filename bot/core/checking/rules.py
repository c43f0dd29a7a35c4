"""Who may look, how closely, and what may be said in the end."""

from bot.core.checking.items import FULL, SHORT
from bot.core.records import Usulan

#: It is as told; it is so with changes; it is not so.
RIGHT, CHANGED, WRONG = "sesuai", "berubah", "tidak"
RESULTS = (RIGHT, CHANGED, WRONG)


def may_check(person_id: int, usulan: Usulan) -> bool:
    """Neither who brought it nor who wrote it down: they know already what they told."""
    return person_id not in (usulan.person_id, usulan.typed_by)


def depth_of(*, near_the_line: bool, by_hand: bool) -> str:
    """The full sheet where a little more or less money decides, or where somebody chose it."""
    return FULL if near_the_line or by_hand else SHORT


def results(*, differs: bool) -> tuple[str, ...]:
    """What may be said: nothing is "as told" that differs from what was told."""
    return (CHANGED, WRONG) if differs else RESULTS


def needs_reason(result: str) -> bool:
    return result != RIGHT
