"""What was decided last of the usulan that somebody reads: "keputusan terakhir apa", "usulan mana yang baru
diputuskan"."""

from bot.catalog.texts import as_html
from bot.core.forms.heard import Typed
from bot.core.forms.writing import in_short
from bot.store.reading import tallies
from bot.work.access import command
from bot.work.places.asked import inside, named
from bot.work.reading import lines
from bot.work.reading.lists import sight_of
from bot.work.saying.keyboard import in_rows, keyboard
from bot.work.usulan import outcomes
from bot.work.usulan.usulan import place, summary
from bot.work.visit import Visit

_SHOWN, _WISH = 5, 60  # usulan; characters of each


async def tell(visit: Visit, heard: Typed) -> None:
    """The newest first; of the place that is named, else of all that they read."""
    who = sight_of(visit, command("periksa"))
    where = inside(visit, heard.text, who.scopes)
    found = await visit.look_up(tallies.decided_lately, who, where, _SHOWN)
    said = await outcomes.of_usulan(visit, [one.id for one, _ in found])
    told = [
        {
            "hari": visit.office.day(at),
            "nomor": lines.number(visit, one),
            "tempat": place(one.answers),
            "ringkas": in_short(summary(visit.office, one.answers), _WISH),
            "hasil": as_html(said[one.id]),
        }
        for one, at in found
        if one.id in said
    ]
    keys = lines.keys(visit, [one for one, _ in found if one.id in said])
    visit.say(
        "tanya_kerja_keputusan", keyboard(*in_rows(keys)) if keys else None, wilayah=named(visit, where), usulan=told
    )
