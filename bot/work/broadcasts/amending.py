"""The text of an announcement with one sentence more or less, by an officer's words: shown as it will be, and where it
is out, as a correction."""

from dataclasses import replace
from datetime import date

from bot.catalog.texts import as_html
from bot.core.broadcasts import choosing, leaving_out
from bot.core.broadcasts.said import ADD, Said
from bot.core.broadcasts.shapes import Message
from bot.core.forms.heard import Typed
from bot.core.kinds.pesan import html_of
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import DRAFT, SENT_STATES, WAITING, Broadcast
from bot.work.broadcasts import mending
from bot.work.broadcasts.under_way import left_lying, steering
from bot.work.broadcasts.under_way.steering import to_steer
from bot.work.broadcasts.writing import hearing, preview, rewording
from bot.work.people.first_words import told_in as told_again
from bot.work.visit import Visit


async def put(visit: Visit, one: Broadcast, html: str) -> None:
    """Nobody agreed to these words; what is planned is held."""
    await _write(visit, one, replace(one.message, html=html))


async def _write(visit: Visit, one: Broadcast, message: Message) -> None:
    if one.state == WAITING:
        await steering.undo(visit, one.id)
    async with visit.ask() as connection:
        await broadcasts.change(connection, one.id, message=message, state=DRAFT, next_at=None)
        await left_lying.note(visit.round(connection), one, message, visit.me.id)
    await preview.show(visit, one.id)


async def write_dates(visit: Visit, broadcast_id: int, day: int) -> None:
    """*Tulis tanggalnya*: that which is meant on `day` in place of "besok"."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [DRAFT])
    days = {each.toordinal() for each in preview.days_of(visit, one)} if one is not None else set()
    if one is None or one.author_id != visit.me.id or day not in days:
        visit.stale()
        return
    await _write(visit, one, left_lying.dated(visit.office, one, date.fromordinal(day)).message)


async def add(visit: Visit, one: Broadcast, said: Said, _heard: Typed) -> bool:
    """One more sentence below it; of one that is out as a correction, which takes no *Sudah paham* away."""
    html = f"{one.message.html}\n{html_of('', said.text)}"
    if one.state in SENT_STATES:
        mending.offer(visit, one, {rewording.WORDS: {"html": html, "media": None}})
    else:
        await put(visit, one, html)
    return True


async def leave_out(visit: Visit, one: Broadcast, said: Said, _heard: Typed) -> bool:
    """False where that part does not stand there, or nothing would be left."""
    left = choosing.without(one.message.choices, said.text, visit.office.catalog.world)
    if left != one.message.choices:
        await mending.put_choices(visit, one, left)
        return True
    found = leaving_out.without(one.message.html, said.text, visit.office.catalog.world)
    if found is None:
        return False
    if one.state in SENT_STATES:
        mending.offer(visit, one, {rewording.WORDS: {"html": found[1], "media": None}})
        return True
    visit.say("siaran_bagian_dibuang", isi=as_html(found[0]))
    await put(visit, one, found[1])
    return True


async def add_told(visit: Visit, broadcast_id: int, update_id: int) -> None:
    """*Tambahkan*: these words, as they were told."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [DRAFT, WAITING, *SENT_STATES])
        one = one and await left_lying.as_meant(visit.round(connection), one)
    told = await told_again(visit, update_id) if one is not None else None
    if one is None or not told or one.author_id != visit.me.id:
        visit.stale()
        return
    words = Typed(str(told.get("text", "")), 0)
    said = hearing.said(visit, words.text)
    if said is None or said.act != ADD:
        said = Said(ADD, text=hearing.to_add(visit, words.text))
    await add(visit, one, said, words)
