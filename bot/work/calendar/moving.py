"""Moving and cancelling a date from its card: asked once more with what there is to think of, then done for everybody
concerned."""

from datetime import datetime

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.state import State
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion, Taken
from bot.store.turn import Turn
from bot.work.calendar import announcing
from bot.work.calendar.permitted import may_set
from bot.work.calendar.wishes import Wish, findings, local_time
from bot.work.office import Office
from bot.work.saying import replies
from bot.work.saying.naming import date_of, occasion_name, place_name, whole_date
from bot.work.tasks import planning

FORM, DAY_FORM, CANCEL_FORM = "jadwal_pindah", "jadwal_pindah_hari", "jadwal_batal"
#: Where the form keeps which occasion it is about: known from the start, never asked.
OCCASION = "acara"
_CODE = "%Y%m%d%H%M"


async def to_change(turn: Turn, office: Office, occasion_id: int) -> Occasion | None:
    """The occasion, when it stands and this person may change it; else a word why not."""
    async with turn.ask() as connection:
        one = await occasions.one_to_change(connection, occasion_id)
    if one is None or one.kind not in office.catalog.agenda.kinds:
        replies.say(turn, office, "jadwal_tidak_ada")
        return None
    if not may_set(office, turn.grants, one.kind, one.wilayah):
        replies.say(turn, office, "jadwal_bukan_wewenang")
        return None
    return one


def form_for(office: Office, one: Occasion) -> str:
    return DAY_FORM if office.catalog.agenda.kinds[one.kind].stage else FORM


async def finish_form(turn: Turn, office: Office, flow: Flow, state: State) -> None:
    """A new day is told: what there is to think of comes before it counts."""
    one = await to_change(turn, office, _occasion_in(state))
    if one is not None:
        await offer(turn, office, one, local_time(office, record(flow, state)["waktu"]))


def _occasion_in(state: State) -> int:
    told = state.answers.get(OCCASION)
    return int(told.value["id"]) if told is not None else 0


async def offer(turn: Turn, office: Office, one: Occasion, to: datetime, *, stands: bool = False) -> None:
    """Ask whether it is to move there. `stands`: somebody wanted to set it and finds that it is set."""
    kind = office.catalog.agenda.kinds[one.kind]
    markup = replies.buttons(
        [(office.catalog.text("tombol_jadwal_pindahkan"), f"j:pindah:{one.id}:{to.strftime(_CODE)}")],
        [
            (office.catalog.text("tombol_jadwal_hari_lain"), f"j:ubah:{one.id}"),
            (office.catalog.text("tombol_jadwal_biarkan"), f"j:lihat:{one.id}"),
        ],
    )
    replies.say(
        turn,
        office,
        "jadwal_pindahkah",
        markup,
        ada=stands,
        nama=occasion_name(office, one),
        wilayah=place_name(office, one.wilayah),
        dari=date_of(office, one),
        ke=whole_date(office, one.kind, to),
        catatan=await findings(turn, office, Wish(kind, one.wilayah, to, one.about), moved=one.id),
    )


async def move(turn: Turn, office: Office, occasion_id: int, code: str) -> None:
    """*Pindahkan*: the date moves, and what is not finished moves with it."""
    to = _told_in(office, code)
    one = await to_change(turn, office, occasion_id)
    if one is None or to is None or turn.person is None:
        return
    if to == one.starts_at:
        replies.say(turn, office, "jadwal_tetap", hari=date_of(office, one))
        return
    async with turn.ask() as connection:
        try:
            planned = await planning.move(connection, office, one, to, turn.now, turn.person.id)
        except Taken:
            replies.say(turn, office, "jadwal_terisi", nama=occasion_name(office, one))
            return
        await announcing.say_moved(turn, office, connection, planned, one.starts_at)


def _told_in(office: Office, code: str) -> datetime | None:
    """The time in a button's data; None when it is none."""
    try:
        return datetime.strptime(code, _CODE).replace(tzinfo=office.zone)
    except ValueError:
        return None


async def finish_cancel(turn: Turn, office: Office, flow: Flow, state: State) -> None:
    """The reason is told: what is not finished is closed with it."""
    one = await to_change(turn, office, _occasion_in(state))
    if one is None or turn.person is None:
        return
    why = " ".join(record(flow, state)["alasan"]["text"].split())
    async with turn.ask() as connection:
        planned = await planning.cancel(connection, office, one, why, turn.now, turn.person.id)
        if planned is not None:
            await announcing.say_cancelled(turn, office, connection, planned, why)
