"""A sheet, a page or a screen that has a command of its own, asked for in plain words by whoever may use that: of the
place that is named, else of all of one's own."""

from bot.core.forms.heard import Typed
from bot.core.wilayah import KECAMATAN, kecamatan_of, level_of
from bot.work.access import command
from bot.work.answering import questions
from bot.work.readiness import mondays, screens
from bot.work.readiness.readiness import scopes_of
from bot.work.reading.lists import sight_of
from bot.work.service import page
from bot.work.sipd import out
from bot.work.unprompted.asking.places_asked import told_in
from bot.work.usulan.usulan import planning_year
from bot.work.visit import Visit


async def sheet_for_sipd(visit: Visit, heard: Typed) -> None:
    """Of the kecamatan that is named, this planning year; else it is asked which."""
    places = told_in(visit, heard.text, sight_of(visit, command("sipd")).scopes)
    for kecamatan in dict.fromkeys(map(kecamatan_of, places)):
        await out.send(visit, kecamatan, planning_year(visit.office, visit.now))
    if not places:
        await out.choose(visit)


async def monday_page(visit: Visit, _heard: Typed) -> None:
    await mondays.send(visit)


async def questions_of_villagers(visit: Visit, _heard: Typed) -> None:
    await questions.show_list(visit, 0)


async def year(visit: Visit, _heard: Typed) -> None:
    await page.send(visit)


async def whom_to_ring(visit: Visit, heard: Typed) -> None:
    """The villages where something is to be seen to, each with a number."""
    places = told_in(visit, heard.text, scopes_of(visit.grants))
    for place in places:
        if level_of(place) == KECAMATAN:
            await screens.show_kecamatan(visit, place, 0)
        else:
            await screens.show_village(visit, place)
    if not places:
        await screens.first_screen(visit)
