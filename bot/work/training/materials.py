"""What is handed out on a day of training: sent once by whoever holds it, kept by Telegram for everybody."""

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.state import State
from bot.store.training import days as stored
from bot.work import conversation
from bot.work.saying import files
from bot.work.saying.keyboard import keyboard
from bot.work.training import days
from bot.work.visit import Journey, Visit

#: Papers of one day.
MOST = 10
_KINDS = {"photo": "photo", "document": "file", "voice": "voice"}


async def begin(visit: Visit, occasion_id: int) -> None:
    if await days.find_to_hold(visit, occasion_id) is not None:
        conversation.start(visit, SENDING, about={"latih": occasion_id})


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    day = await days.find_to_hold(visit, state.about["latih"])
    if day is None:
        visit.say("pelatihan_bahan_gagal")
        return
    told = record(flow, state)["kiriman"]
    async with visit.ask() as connection:
        room = MOST - await stored.count_materials(connection, day.occasion.id)
        things = [(_KINDS[one["what"]], one["file_id"]) for one in told][:room]
        if things:
            await stored.hand_out(connection, day.occasion.id, things, visit.me.id, visit.now)
        many = await stored.count_materials(connection, day.occasion.id)
    more = keyboard([(visit.text("tombol_pelatihan_lihat"), f"latih:lihat:{day.occasion.id}")])
    visit.say("pelatihan_bahan_disimpan", more, jumlah=many, batas=MOST, penuh=len(things) < len(told))


async def show(visit: Visit, occasion_id: int) -> None:
    """*Bahan*: for everybody who sees the day."""
    day = await days.find(visit, occasion_id)
    things = []
    if day is not None:
        things = await visit.ask_once(stored.materials, occasion_id)
    if not things:
        visit.stale()
    else:
        files.show(visit, [(kind, file_id, "") for kind, file_id in things])


async def take_back(visit: Visit, occasion_id: int) -> None:
    """*Kosongkan*: the wrong paper was sent."""
    if await days.find_to_hold(visit, occasion_id) is None:
        return
    many = await visit.ask_once(stored.take_back_materials, occasion_id)
    visit.say("pelatihan_bahan_kosong", jumlah=many)


SENDING = Journey("bahan", finish)
