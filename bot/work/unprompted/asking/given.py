"""A sheet, a page or a screen that has a command of its own, asked for in plain words by whoever may use that: of the
place that is named, else of all of one's own."""

from dataclasses import replace
from datetime import timedelta

from bot.core.forms.heard import Typed
from bot.core.wilayah import KECAMATAN, kecamatan_of, level_of, lies_in_any
from bot.store.deciding import clarifications
from bot.store.queues import dangers_told
from bot.store.reading import readings
from bot.work.access import allowed, command
from bot.work.answering import questions
from bot.work.places.asked import named, told_in
from bot.work.readiness import mondays, screens
from bot.work.readiness.readiness import scopes_of
from bot.work.reading import lines
from bot.work.reading.lists import sight_of
from bot.work.saying.keyboard import keyboard
from bot.work.service import page
from bot.work.sipd import out
from bot.work.tasks import daily, duties
from bot.work.unprompted.asking import counted, figures
from bot.work.usulan import asked
from bot.work.usulan.dangers import danger_told
from bot.work.usulan.usulan import planning_year
from bot.work.visit import Visit

_DAYS, _MOST = 14, 15  # for how long, and how many, alerts are shown


async def sheet_for_sipd(visit: Visit, heard: Typed) -> None:
    """Of the kecamatan that is named, this planning year; else it is asked which."""
    places = told_in(visit, heard.text, sight_of(visit, command("sipd")).scopes)
    for kecamatan in dict.fromkeys(map(kecamatan_of, places)):
        await out.send(visit, kecamatan, planning_year(visit.office, visit.now))
    if not places:
        await out.choose(visit)


async def monday_page(visit: Visit, _heard: Typed) -> None:
    await mondays.send(visit)


async def page_for_chief(visit: Visit, heard: Typed) -> None:
    """How the villages stand, and what came of the usulan: the page of the week, with the figures below."""
    if allowed(command("kesiapan"), visit.grants):
        await mondays.send(visit)
    await figures.tell_all(visit, heard)


async def questions_of_villagers(visit: Visit, _heard: Typed) -> None:
    await questions.show_list(visit, 0)


async def own_questions(visit: Visit, _heard: Typed) -> None:
    """What they asked about usulan and nobody has answered."""
    office, sight = visit.office, sight_of(visit, command("periksa"))
    async with visit.look() as connection:
        waiting = await clarifications.waiting_of(connection, visit.me.id, _MOST)
        seen = {one.usulan_id: await readings.one(connection, sight, one.usulan_id) for one in waiting}
    there = [(one, found) for one in waiting if (found := seen[one.usulan_id]) is not None]
    told = [
        {
            "nomor": office.spoken_number(found),
            "siapa": await lines.speaker_name(visit, found),
            "isi": asked.question(office, one),
            "hari": office.day(one.asked_at),
        }
        for one, found in there
    ]
    which = {found.id: office.spoken_number(found) for _, found in there}
    keys = [[(visit.text("tombol_baca", nomor=number), f"u:lihat:{one}")] for one, number in which.items()]
    visit.say("tanya_kerja_pertanyaanku", keyboard(*keys) if keys else None, tanya=told)


async def year(visit: Visit, _heard: Typed) -> None:
    await page.send(visit)


async def hour_of_day(visit: Visit, _heard: Typed) -> None:
    await daily.ask(visit)


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


async def recap_of_day(visit: Visit, heard: Typed) -> None:
    """What came there, and how it stands, or what is to be done."""
    if allowed(command("periksa"), visit.grants):
        places = told_in(visit, heard.text, sight_of(visit, command("periksa")).scopes)
        await counted.tell_usulan(visit, replace(heard, text=named(visit, places)))
    await (whom_to_ring(visit, heard) if allowed(command("kesiapan"), visit.grants) else duties.show(visit))


async def alerts(visit: Visit, _heard: Typed) -> None:
    """Of what danger facilitators were told in these places, and never by whom."""
    scopes, office = sight_of(visit, command("periksa")).scopes, visit.office
    told = await visit.ask_once(dangers_told.since, visit.now - timedelta(days=_DAYS))
    found = [(at, *danger_told.told_where(office, subject)) for subject, at in told.items()]
    hidden = {one.key for one in office.catalog.danger.cases if one.is_asked}  # of these only who was told knows
    near = [one for one in found if one[1] and one[2] not in hidden and lies_in_any(one[1], scopes)][:_MOST]
    told_of = [
        {
            "waktu": f"{office.day(at)}, {office.local(at):%H.%M}",
            "tempat": office.catalog.places.scope_name(wilayah),
            "apa": visit.text(f"bahaya.nama_{case}"),
        }
        for at, wilayah, case in near
    ]
    visit.say("tanya_kerja_alarm", kabar=told_of, hari=_DAYS)
