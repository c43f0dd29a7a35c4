"""/tanya: hard questions of people, and what a facilitator can say to them."""

from bot.core.lessons.finding import find_hard
from bot.work.lessons.coaching import voices
from bot.work.saying.keyboard import in_rows, keyboard
from bot.work.saying.paging import page_of, turning
from bot.work.visit import Visit

_ON_A_PAGE = 8


async def find(visit: Visit, typed: str) -> None:
    """By words: one that fits alone is told at once."""
    if not typed.strip():
        list_all(visit, 0)
        return
    found = find_hard(visit.office.catalog.curriculum.hard.values(), typed)
    if len(found) == 1:
        await show(visit, found[0].key)
        return
    keys = [(str(at), f"x:tanya:{one.key}") for at, one in enumerate(found, 1)]
    rest = [(visit.text("tombol_belajar_ditanya"), "x:ditanya:0")]
    visit.say("ditanya_cocok", keyboard(*in_rows(keys, 5), rest), kata=typed, tanya=[one.text for one in found])


def list_all(visit: Visit, number: int) -> None:
    hard = find_hard(visit.office.catalog.curriculum.hard.values(), "")
    on = page_of(hard, number, _ON_A_PAGE)
    numbered = list(enumerate(on.shown, on.start + 1))
    keys = [(str(at), f"x:tanya:{one.key}") for at, one in numbered]
    rows = [*in_rows(keys, 4), turning(visit.office, on, lambda other: f"x:ditanya:{other}")]
    visit.say("ditanya_daftar", keyboard(*rows), tanya=[{"ke": at, "isi": one.text} for at, one in numbered])


async def show(visit: Visit, key: str) -> None:
    one = visit.office.catalog.curriculum.hard.get(key)
    if one is None:
        visit.stale()
        return
    rest = [(visit.text("tombol_belajar_ditanya"), "x:ditanya:0")]
    aloud = await voices.keys_of(visit, key)
    visit.say("ditanya_satu", keyboard(*in_rows(aloud, 2), rest), tanya=one.text, jawab=one.answer, ingat=one.mind)
