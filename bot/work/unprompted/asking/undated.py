"""Who has not set the day of the musrenbang: asked in plain words, answered with names and whom to ring, and never with
one that has its day."""

import re

from bot.core.forms.heard import Typed
from bot.core.readiness.readiness import ANSWERED, DATED
from bot.work.access import FASILITATOR_DESA
from bot.work.places.asked import asks_which_kecamatan, inside, named
from bot.work.readiness import readiness, screens, words
from bot.work.readiness.urged_undated import below_list
from bot.work.saying.keyboard import keyboard
from bot.work.unprompted.asking import not_held
from bot.work.visit import Visit

_SHOWN, _NAMED = 15, 30  # with whom to ring; in all


async def tell(visit: Visit, heard: Typed) -> None:
    """Where a kecamatan is named, there. What is more than a screen holds, and a list that is to be sent, is a file."""
    if asks_which_kecamatan(visit, heard.text):
        await not_held.tell(visit, heard, readiness.ABOVE)
        return
    where = inside(visit, heard.text, readiness.scopes_of(visit.grants))
    villages = [one for code in where for one in await readiness.seen(visit, code)]
    found = [one for one in villages if one.standing.of(DATED).status not in ANSWERED]
    own = [one for one in found if one.contact.role == FASILITATOR_DESA][:_SHOWN]
    others = [one for one in found if one not in own][: _NAMED - len(own)]
    remind = [[below_list(visit, "tanggal")]] if found else []
    visit.say(
        "tanya_kerja_tanpa_tanggal",
        keyboard(*remind, [(visit.text("tombol_menu_kesiapan"), "r:awal")]),
        wilayah=named(visit, where),
        semua=len(villages),
        jumlah=len(found),
        desa=[
            {"nama": words.name_within(visit.office, one, villages), "siapa": words.whom_with_number(visit.office, one)}
            for one in own
        ],
        kantor=[words.name_within(visit.office, one, villages) for one in others],
        lain=len(found) - len(own) - len(others),
    )
    is_file = not visit.office.catalog.world.asked_of_work["kirimkan"].isdisjoint(
        re.findall(r"\w+", heard.text.lower())
    )
    if found and (is_file or len(found) > _NAMED):
        screens.send_list(visit, found, named(visit, where))
