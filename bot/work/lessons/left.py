"""What of their lessons somebody has not finished: each is a tap away, also what was sent weeks ago."""

from bot.core.lessons.lessons import Lesson
from bot.work.lessons.reading import begun_in, standing
from bot.work.lessons.standing import Standing
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.saying.paging import page_of, turning
from bot.work.visit import Visit

_ON_A_PAGE = 8


def left_keys(visit: Visit, stands: Standing) -> list[Key]:
    """*Belum selesai*; none where nothing is."""
    left = stands.unfinished
    return [(visit.text("tombol_belajar_sisa", jumlah=len(left)), "x:sisa:0")] if left else []


def lying(stands: Standing) -> list[Lesson]:
    """What was brought to them, or opened, and not finished."""
    return [one for one in stands.unfinished if one.key in stands.seen]


async def show(visit: Visit, number: int = 0) -> None:
    """What was brought to them or opened comes first and is marked; the rest follows in its order."""
    stands = await standing(visit)
    if stands is None:
        visit.say("belajar_belum_ada", keyboard([(visit.text("tombol_belajar"), "x:awal")]))
        return
    begun, on = (
        begun_in(stands),
        page_of(
            [*lying(stands), *(one for one in stands.unfinished if one.key not in stands.seen)], number, _ON_A_PAGE
        ),
    )
    keys = [
        (visit.text("tombol_belajar_tunggu", judul=one.title, datang=one.key in stands.seen), _opens(one.key, begun))
        for one in on.shown
    ]
    rows = [*in_rows(keys, 1), turning(visit.office, on, lambda other: f"x:sisa:{other}")]
    back = [(visit.text("tombol_belajar"), "x:awal")]
    told = {"selesai": stands.read, "semua": len(stands.lessons), "sisa": on.total, "datang": len(lying(stands))}
    visit.say("belajar_sisa", keyboard(*rows, back), **told)


def _opens(key: str, begun: tuple[str, int] | None) -> str:
    """Where it was left."""
    page = begun[1] if begun is not None and begun[0] == key else 1
    return f"x:baca:{key}:{page}"
