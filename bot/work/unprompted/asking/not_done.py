"""Which usulan of an earlier year are not carried out: asked in plain words by whoever reads them, answered with a list
and what was said of each."""

from bot.catalog.texts import as_html
from bot.core.forms.heard import Typed
from bot.core.forms.writing import in_short
from bot.store.reading import tallies
from bot.work.access import command
from bot.work.places.asked import inside, named
from bot.work.reading import lines
from bot.work.reading.lists import sight_of
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.unprompted.asking import figures
from bot.work.usulan import outcomes
from bot.work.usulan.usulan import place, planning_year, summary
from bot.work.visit import Visit

_SHOWN, _WISH = 10, 60  # usulan; characters of each
_DONE = ("dikerjakan", "selesai")


async def tell(visit: Visit, heard: Typed) -> None:
    """Of the year that is named, else of the one before this."""
    who, now = sight_of(visit, command("periksa")), planning_year(visit.office, visit.now)
    where, year = inside(visit, heard.text, who.scopes), figures.year_named(visit, heard.text, now) or now - 1
    number, found = await visit.look_up(tallies.not_in, who, where, year, _DONE, _SHOWN)
    said = await outcomes.of_usulan(visit, [one.id for one in found])
    told = [
        {
            "nomor": lines.number(visit, one),
            "tempat": place(one.answers),
            "ringkas": in_short(summary(visit.office, one.answers), _WISH),
            "hasil": as_html(said.get(one.id, "")),
        }
        for one in found
    ]
    keys: list[Key] = lines.keys(visit, found)
    table = [(visit.text("tombol_tabel_usulan"), "u:tabel")] if number else []
    visit.say(
        "tanya_kerja_belum_dikerjakan",
        keyboard(*in_rows(keys), table),
        wilayah=named(visit, where),
        tahun=year,
        jumlah=number,
        usulan=told,
        lain=number - len(told),
    )
