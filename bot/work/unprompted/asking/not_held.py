"""Which villages have not held a meeting of theirs yet, those with a day for it apart: asked in plain words."""

from datetime import timedelta

from bot.core.forms.heard import Typed
from bot.core.wilayah import DESA, KELURAHAN
from bot.store.calendar import occasions
from bot.work.calendar.pages import plan_begins
from bot.work.calendar.permitted import every
from bot.work.calendar.typed import kinds_in
from bot.work.places.asked import inside, named
from bot.work.readiness.readiness import scopes_of
from bot.work.readiness.urged_undated import below_list
from bot.work.saying.keyboard import Key, keyboard
from bot.work.saying.naming import date_of, place_name
from bot.work.tasks.planning import targets
from bot.work.unprompted.asking import urged_undone
from bot.work.visit import Visit

_NAMED, _YEARS = 30, timedelta(days=730)


async def tell(visit: Visit, heard: Typed, above: str = "") -> None:
    """Of the kind that is named, or `above`, or any, in this planning year; where a kecamatan is named, there."""
    office, where = visit.office, inside(visit, heard.text, scopes_of(visit.grants))
    held_in = [each for each in every(office) if not {DESA, KELURAHAN}.isdisjoint(each.lists)]
    kinds = [each for each in held_in if each.key in kinds_in(held_in, heard.text)]
    kinds = [each for each in every(office) if each.key == above] or kinds or held_in
    lists, names = {name for each in kinds for name in each.lists}, [each.key for each in kinds]
    villages = {code for name in lists for scope in where for code in targets(office, scope, name)}
    since = plan_begins(office, visit.now)
    found = await visit.look_up(occasions.between, where, since, since + _YEARS, names) if names else []
    held = {one.wilayah for one in found if one.starts_at <= visit.now}
    ahead = [one for one in found if one.wilayah in villages - held]
    undated = sorted(villages - held - {one.wilayah for one in ahead})
    dated = [{"nama": place_name(office, one.wilayah), "hari": date_of(office, one)} for one in ahead[:_NAMED]]
    visit.say(
        "tanya_kerja_belum_rapat",
        keyboard(*_ways(visit, heard)),
        apa=[each.name for each in kinds],
        wilayah=named(visit, where),
        semua=len(villages),
        jumlah=len(villages - held),
        sudah=[place_name(office, code) for code in sorted(villages & held)[:_NAMED]],
        bertanggal=dated,
        tanpa=[place_name(office, code) for code in undated[:_NAMED]],
        lain=max(len(undated) - _NAMED, 0) + max(len(ahead) - _NAMED, 0),
    )


def _ways(visit: Visit, heard: Typed) -> list[list[Key]]:
    """Also to a reminder, where it is a task as well."""
    remind = [[below_list(visit, urged_undone.UNDONE)]] if urged_undone.rules_in(visit, heard.text) else []
    return [*remind, [(visit.text("tombol_menu_kesiapan"), "r:awal")]]
