"""The end of a day of training: one tap opens the last test, and whoever came and may take it is told by the clock."""

from collections.abc import Sequence

from bot.core.lessons.exams import AFTER
from bot.store.calendar import occasions
from bot.store.people.people import Addressee
from bot.store.queues import news
from bot.store.queues.news import News
from bot.store.training import days as stored
from bot.store.training import seats
from bot.work.round import Round
from bot.work.saying import letters
from bot.work.saying.keyboard import keyboard
from bot.work.training import days
from bot.work.visit import Visit

#: News of the last test, for whoever may take it.
OPENED = "pelatihan_tes_akhir"


async def open_last_test(visit: Visit, occasion_id: int, *, surely: bool = False) -> None:
    """*Buka tes akhir*: one row of news; on the day itself, and once. Where nobody has come yet it is asked first:
    whoever comes later is offered the last test only."""
    day = await days.find_to_hold(visit, occasion_id)
    if day is None or not days.is_today(visit, day.occasion):
        visit.stale()
        return
    async with visit.look() as connection:
        came = (await days.count(visit, connection, day.occasion))["hadir"]
    if not came and not surely:
        yes = (visit.text("tombol_pelatihan_tutup_ya"), f"latih:tutup_ya:{occasion_id}")
        back = (visit.text("tombol_pelatihan_lihat"), f"latih:lihat:{occasion_id}")
        visit.say("pelatihan_tutup_kosong", keyboard([yes, back]))
        return
    async with visit.ask() as connection:
        await days.prepared(visit, connection, day.occasion)
        is_first = await stored.close(connection, occasion_id, visit.now)
        told = await seats.count_to_be_tested(connection, days.tested(day.occasion, visit.now))
        if is_first:
            await news.put_out(connection, OPENED, occasion_id, visit.now, None)
    if is_first:
        visit.say("pelatihan_ditutup", jumlah=told)
    else:
        visit.stale()


async def whom(tour: Round, one: News, most: int) -> Sequence[Addressee]:
    """Who came and may take it."""
    occasion = await occasions.one(tour.connection, one.subject)
    if occasion is None:
        return []
    tested = days.tested(occasion, tour.now)
    return await seats.to_be_tested(tour.connection, tested, after=one.told_up_to, most=most)


async def tell(tour: Round, one: News, told: Sequence[Addressee]) -> None:
    occasion = await occasions.one(tour.connection, one.subject)
    if occasion is None:
        return
    opens = keyboard([(tour.text("tombol_tes_akhir"), f"latih:tes:{AFTER}:{occasion.id}")])
    name = days.told(tour.office, occasion)["nama"]
    texts = [(person, tour.text("pelatihan_tes_dibuka", orang=person.name, nama=name), opens) for person in told]
    await letters.promise_with_buttons(tour, texts)
