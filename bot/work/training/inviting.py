"""The invitation to a day of training: what the calendar tells of its date, with two buttons; and the answers."""

from bot.core.wilayah import lies_in
from bot.store.calendar import occasions
from bot.store.grants import grants_of
from bot.store.queues import notices
from bot.store.queues.notices import SEATS, Notice
from bot.store.training import seats
from bot.store.training.seats import NO, YES
from bot.work.calendar import announcing
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.told import Told
from bot.work.training import days
from bot.work.visit import Visit


async def compose(tour: Round, notice: Notice) -> Told | None:
    """A date that was set: of a training, an invitation to those who are invited; of anything else, the date."""
    as_a_date = await announcing.about_new_date(tour, notice)
    one = await occasions.one(tour.connection, int(notice.subject))
    if as_a_date is None or one is None or one.kind != days.KIND:
        return as_a_date
    grants = (await grants_of(tour.connection, [notice.person_id], tour.now)).get(notice.person_id, ())
    if not any(grant.role in days.INVITED and lies_in(grant.scope, one.wilayah) for grant in grants):
        return as_a_date
    told = days.told(tour.office, one) | {"orang": notice.name, "bappeda": tour.office.bappeda}
    return Told(tour.text("pelatihan_undangan", **told), keyboard(days.answer_keys(tour.office, one)))


async def answer(visit: Visit, occasion_id: int, *, comes: bool) -> None:
    """*Saya datang*, *Belum bisa*: the last answer counts, until the day is over."""
    day = await days.find(visit, occasion_id)
    scope = scope_in(visit, day.occasion.wilayah) if day is not None else None
    if day is None or scope is None or day.occasion.cancelled_at is not None:
        visit.stale()
        return
    if visit.office.local(day.occasion.starts_at).date() < visit.today:
        visit.say("pelatihan_lewat")
        return
    await visit.ask_once(seats.answer, day.occasion.id, visit.me.id, scope, YES if comes else NO, visit.now)
    if day.occasion.made_by not in (None, visit.me.id):
        notices.tell(visit.turn, day.occasion.made_by, SEATS, str(day.occasion.id))
    more = keyboard([(visit.text("tombol_pelatihan_lihat"), f"latih:lihat:{day.occasion.id}")])
    visit.say("pelatihan_jawaban", more, datang=comes, **days.told(visit.office, day.occasion))


def scope_in(visit: Visit, wilayah: str) -> str | None:
    """From where they come, within the wilayah of the training: the smallest that they look after; None for nowhere."""
    found = [grant.scope for grant in visit.grants if grant.role in days.INVITED and lies_in(grant.scope, wilayah)]
    return max(sorted(found), key=len, default=None)
