"""What whoever made a day of training hears of it: who comes and who cannot, the evening before, and afterwards whether
everybody was counted."""

from collections.abc import Sequence

from bot.core.calendar.rules import TRAINING
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.queues.notices import EVE, SEATS, Notice
from bot.store.training import seats
from bot.store.training.seats import NO, YES, Seat
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.told import Told
from bot.work.tasks import eves
from bot.work.training import days
from bot.work.training.days import names_of


async def is_of_training(tour: Round, notice: Notice) -> bool:
    one = await _occasion(tour, notice)
    return one is not None and one.kind == TRAINING


async def _occasion(tour: Round, notice: Notice) -> Occasion | None:
    return await occasions.one(tour.connection, int(notice.subject.partition(":")[0]))


async def compose(tour: Round, notice: Notice) -> Told | None:
    """To nobody but whoever made it, while it stands."""
    one = await _occasion(tour, notice)
    if one is None or one.kind != TRAINING:
        return None
    if one.cancelled_at is not None or one.made_by != notice.person_id:
        return None
    found = await seats.listed(tour.connection, one.id)
    if notice.kind == SEATS:
        return _who_comes(tour, notice, one, found) if one.starts_at > tour.now else None
    if notice.subject != eves.subject_of(tour.office, one):
        return None
    if notice.kind == EVE:
        is_eve = (tour.office.local(one.starts_at).date() - tour.today).days == 1
        return _eve(tour, notice, one, found) if is_eve else None
    return _afterwards(tour, notice, one, found) if one.starts_at <= tour.now else None


def _who_comes(tour: Round, notice: Notice, one: Occasion, found: Sequence[Seat]) -> Told | None:
    answered = [seat for seat in found if seat.answer is not None]
    return _told(tour, "pelatihan_jawaban_masuk", notice, one, found) if answered else None


def _eve(tour: Round, notice: Notice, one: Occasion, found: Sequence[Seat]) -> Told:
    poster = (tour.text("tombol_pelatihan_poster"), f"latih:poster:{one.id}")
    return _told(tour, "pelatihan_besok", notice, one, found, poster)


def _afterwards(tour: Round, notice: Notice, one: Occasion, found: Sequence[Seat]) -> Told:
    """Thanked for leading it; who came is told, and where to see who did not."""
    result = (tour.text("tombol_pelatihan_hasil"), f"latih:hasil:{one.id}")
    return _told(tour, "pelatihan_sesudah", notice, one, found, result)


def _told(tour: Round, name: str, notice: Notice, one: Occasion, found: Sequence[Seat], *keys: tuple[str, str]) -> Told:
    yes, no = ([seat for seat in found if seat.answer == answer] for answer in (YES, NO))
    came = [seat for seat in found if seat.came_at is not None]
    told = days.told(tour.office, one) | {"orang": notice.name, "ya": len(yes), "tidak": len(no), "hadir": len(came)}
    told["lewat"] = tour.office.local(one.starts_at).date() < tour.today
    told |= {"nama_ya": names_of(yes), "nama_tidak": names_of(no), "nama_hadir": names_of(came)}
    see = (tour.text("tombol_pelatihan_lihat"), f"latih:lihat:{one.id}")
    return Told(tour.text(name, **told), keyboard([*keys, see]))
