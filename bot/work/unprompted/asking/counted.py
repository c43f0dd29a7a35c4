"""How many usulan came, and who works where: asked in plain words by whoever looks after a wilayah. A place that is
named is that one, else it is all of their own."""

from datetime import datetime, time, timedelta
from typing import Any

from bot.core.forms.heard import Typed
from bot.core.kinds.telepon import spelt
from bot.core.wilayah import kecamatan_of
from bot.store.answering import questions
from bot.store.people import people, phones
from bot.store.reading import tallies
from bot.work.access import DELEGASI, FASILITATOR_DESA, FASILITATOR_KECAMATAN, command
from bot.work.places.asked import inside, named, told_in
from bot.work.readiness.readiness import scopes_of, villages_in
from bot.work.reading import finding
from bot.work.reading.lists import sight_of
from bot.work.saying.naming import place_name
from bot.work.unprompted.asking import figures, sifted
from bot.work.usulan.usulan import planning_year
from bot.work.visit import Visit

#: So many people on a screen; of more than that it is asked which kecamatan.
_SHOWN, _TOPICS = 15, 2  # people; words
_ROLES = {"fasilitator": (FASILITATOR_KECAMATAN, FASILITATOR_DESA), "delegasi": (DELEGASI,)}


async def tell_usulan(visit: Visit, heard: Typed) -> None:
    """All of this planning year, of this month and of this week; of another year, or of each kecamatan, what came of
    them."""
    if figures.is_of_more(visit, heard.text):
        await figures.tell(visit, heard)
        return
    who, local = sight_of(visit, command("periksa")), visit.office.local(visit.now)
    left = sifted.words_left(visit, heard.text)
    topic = finding.topic_in(visit, heard.text)
    topics = [topic] if topic else await sifted.that_are_told(visit, left, _TOPICS)
    if topics:
        places = map(visit.office.catalog.places.find, told_in(visit, heard.text, who.scopes))
        sought = [*topics, *(place.name for place in places if place is not None)]
        await finding.show(visit, 0, " ".join(sought))
        sifted.say_not_held(visit, [word for word in left if word not in topics])
        return
    where, year = inside(visit, heard.text, who.scopes), planning_year(visit.office, visit.now)
    today = datetime.combine(local.date(), time(), visit.office.zone)
    since = (today.replace(day=1), today - timedelta(days=today.weekday()))
    found = await visit.look_up(tallies.of_year, who, where, year, since)
    month, week = found.lately
    told: dict[str, Any] = {"bulan_ini": month, "minggu_ini": week, "dibaca": found.read, "hasil": found.decided}
    visit.say("tanya_kerja_jumlah", jumlah=found.all, tahun=year, wilayah=named(visit, where), **told)
    sifted.say_not_held(visit, left if found.all else [])


async def tell_answered(visit: Visit, heard: Typed) -> None:
    """What came of them: how many are decided, told and clear; and of the questions how many are answered."""
    who, year = sight_of(visit, command("periksa")), planning_year(visit.office, visit.now)
    where = inside(visit, heard.text, who.scopes)
    async with visit.look() as connection:
        found = await tallies.of_year(connection, who, where, year, ())
        asked, answered = await questions.asked_and_answered(connection, who, where)
    visit.say(
        "tanya_kerja_dijawab",
        tahun=year,
        wilayah=named(visit, where),
        jumlah=found.all,
        dibaca=found.read,
        hasil=found.decided,
        dikabari=found.told,
        jelas=found.clear,
        ditanya=asked,
        dijawab=answered,
    )


async def tell_without(visit: Visit, heard: Typed) -> None:
    """Villages that have no facilitator of their own: by name within those kecamatan that are named, else how many."""
    where = inside(visit, heard.text, scopes_of(visit.grants))
    held = await visit.look_up(people.holders, (FASILITATOR_DESA,), [], visit.now, inside=where)
    has = {one.scope for one in held}
    without = [code for code in villages_in(visit.office, where) if code not in has]
    by: dict[str, list[str]] = {}
    for code in without:
        by.setdefault(kecamatan_of(code), []).append(code)
    of_each = len(by) <= len(where)
    each = [
        {"nama": place_name(visit.office, code), "jumlah": len(found), "desa": named(visit, found) if of_each else ""}
        for code, found in sorted(by.items())
    ]
    visit.say("tanya_kerja_tanpa_fasilitator", wilayah=named(visit, where), jumlah=len(without), kecamatan=each)


async def tell_people(visit: Visit, heard: Typed, what: str = "fasilitator") -> None:
    """The facilitators or delegates of a wilayah, each with their village, and a number where they gave one."""
    where = inside(visit, heard.text, scopes_of(visit.grants) or sight_of(visit, command("periksa")).scopes)
    async with visit.look() as connection:
        found = await people.holders(connection, _ROLES[what], [], visit.now, inside=where)
        numbers = await phones.of(connection, {one.id for one in found[:_SHOWN]})
    shown = [
        {"nama": one.name, "wilayah": place_name(visit.office, one.scope), "nomor": spelt(numbers.get(one.id, ""))}
        for one in sorted(found, key=lambda one: one.scope)[:_SHOWN]
    ]
    visit.say(f"tanya_kerja_{what}", wilayah=named(visit, where), orang=shown, lain=len(found) - len(shown))
