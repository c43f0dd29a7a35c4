"""A number that a meeting does not decide on: whoever names it is told why it stands in no list of it."""

from collections.abc import Mapping
from typing import Any

from bot.core.records import WITHDRAWN, Usulan
from bot.core.wilayah import KECAMATAN, is_wider, kecamatan_of, lies_in
from bot.store.deciding import decisions, moves
from bot.store.reading import readings
from bot.store.usulan import usulan
from bot.work.access import button
from bot.work.hall.decided import forum_list
from bot.work.hall.decided.results_told import Result
from bot.work.hall.meeting import FAMILY, Hall
from bot.work.reading.lists import sight_of
from bot.work.saying.naming import occasion_name
from bot.work.usulan import standing
from bot.work.usulan.usulan import place


async def say(hall: Hall, result: Result) -> None:
    visit, several = hall.visit, forum_list.is_one(hall.occasion) and not result.kecamatan
    name, why = occasion_name(visit.office, hall.occasion), await _why(hall, result)
    told: dict[str, Any] = {"nomor": result.serial, "pertemuan": name, "sebut_kecamatan": several, **why}
    visit.say("hasil_nomor_tidak_ada", None, **told)


async def _why(hall: Hall, result: Result) -> Mapping[str, str]:
    """`sebab`: empty where nobody knows, or it is not theirs to know."""
    one = await _named(hall, result)
    if one is None:
        return {"sebab": ""}
    visit, tempat = hall.visit, place(one.answers)
    if one.status == WITHDRAWN:
        return {"sebab": "ditarik", "di": tempat}
    if visit.office.cycle_of(one.spoken_at) != hall.occasion.cycle:
        return {"sebab": "tahun", "di": tempat}
    if not lies_in(one.desa, hall.occasion.wilayah):
        return {"sebab": "luar", "di": tempat}
    async with visit.look() as connection:
        state, times = (await moves.standing(connection, [one.id]))[one.id]
        decided = (await decisions.newest_of(connection, [one.id])).get(one.id)
    if times:
        track = standing.track_of(visit.office, one.desa)
        return {"sebab": "keadaan", "di": tempat, "keadaan": standing.name(visit.office, state, track)}
    return {"sebab": "belum_dikabari" if decided is not None else "belum_ada_hasil", "di": tempat}


async def _named(hall: Hall, result: Result) -> Usulan | None:
    """The newest of that number that this person may see."""
    wilayah, serial = hall.occasion.wilayah, result.serial
    kecamatan = result.kecamatan or ("" if is_wider(wilayah, KECAMATAN) else kecamatan_of(wilayah))
    if not kecamatan or serial is None:
        return None
    async with hall.visit.look() as connection:
        found = await usulan.of(connection, kecamatan, serial, withdrawn=True)
        one = next(iter(found), None)
        is_seen = one is not None and await readings.one(connection, sight_of(hall.visit, button(FAMILY)), one.id)
    return one if is_seen or (one is not None and one.status == WITHDRAWN) else None
