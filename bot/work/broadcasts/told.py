"""What an officer says of an announcement once it is written: which one is meant, how it stands, and what is done
there. What stands open, or was spoken of last, is meant before any other."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from html import escape

from bot.core.broadcasts import choosing
from bot.core.broadcasts.said import (
    ADD,
    BUTTON,
    CHOICES,
    CORRECT,
    DROP,
    HASTE,
    REFUSE,
    SECOND,
    SEND,
    TEXT,
    TIME,
    WHOM,
    WORDS,
    Said,
)
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.kinds.pesan import html_of
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import DRAFT, RUNNING, Broadcast
from bot.work.broadcasts import amending, meant, mending, pages, replanning, which
from bot.work.broadcasts.under_way import hurrying, left_lying, steering
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.broadcasts.under_way.steering import to_steer
from bot.work.broadcasts.which import BACK, CONTEXTS, OUT, PLANNED, SAMPLE
from bot.work.broadcasts.writing import (
    addressed,
    agreeing,
    composing,
    hearing,
    parts,
    preview,
    readdressed,
    readdressing,
    rewording,
)
from bot.work.broadcasts.writing.composed import answers_of, origin_of
from bot.work.visit import Visit

Act = Callable[[Visit, Broadcast, Said, Typed], Awaitable[bool]]


async def take(visit: Visit, heard: Heard) -> bool:
    """False where it says nothing of that sort, and where none is there of which it can be said."""
    said = hearing.likely(visit, heard.text) if isinstance(heard, Typed) else None
    if said is None or not isinstance(heard, Typed):
        return False
    if said.act == REFUSE:
        return await _keep(visit)
    found = await which.those(visit, said, heard.text)
    if said.act == TIME and replanning.ask_which(visit, said, found):
        return True
    for lying in found:
        async with visit.look() as connection:
            one = await left_lying.as_meant(visit.round(connection), lying)
        if said.act == TEXT and rewording.exchanges(visit, one.message.html, said.text):
            said, heard = replace(said, act=WORDS), replace(heard, text=said.text)
        act = _TABLE.get((CONTEXTS[one.state], said.act))
        if act is not None and await act(visit, one, said, heard):
            return True
    return False


# --- of a sample -----------------------------------------------------------------------------------------------------


async def _write(visit: Visit, one: Broadcast, said: Said, heard: Typed) -> bool:
    """ "Pesannya ganti jadi …": with what is bold in it."""
    html = heard.html[heard.html.find(escape(said.text, quote=False)) :] if said.text in heard.html else ""
    await amending.put(visit, one, html_of(html, said.text))
    return True


async def _write_anew(visit: Visit, one: Broadcast, _said: Said, _heard: Typed) -> bool:
    await composing.rewrite(visit, one.id)
    return True


async def _reword(visit: Visit, one: Broadcast, said: Said, heard: Typed) -> bool:
    """What is wrong stands there; nothing is changed that is not clear."""
    found = rewording.put_right(visit, one.message.html, heard.text, is_meant=True, is_written=True)
    if found is None:
        return False
    if found.html:
        rewording.say_changed(visit, found)
        await amending.put(visit, one, found.html)
        return True
    rewording.say_unclear(visit, one.message.html, found)
    return await _write_anew(visit, one, said, heard)


async def _retime(visit: Visit, one: Broadcast, said: Said, heard: Typed) -> bool:
    """The hour that stands in its text, where there is one; else that of sending."""
    if not said.is_sending:
        if await _reword(visit, one, said, heard):
            return True
        if rewording.tells_several(visit, one.message.html, said.when):
            rewording.say_unclear(visit, one.message.html)
            return await _write_anew(visit, one, said, heard)
    return await replanning.retime(visit, one, said, heard.text)


async def _readdress(visit: Visit, one: Broadcast, said: Said, _heard: Typed) -> bool:
    known = addressed.named_by(visit, said.whom)
    return bool(known) and await readdressed.put(visit, one.id, known)


async def _send(visit: Visit, one: Broadcast, said: Said, heard: Typed) -> bool:
    """With the number of recipients in one sentence."""
    if one.state != DRAFT:
        return False
    if said.is_now and one.starts_at is not None:
        await visit.ask_once(broadcasts.change, one.id, starts_at=None)
        if left_lying.dated(visit.office, one, visit.today) != one:  # its card told other days
            await preview.show(visit, one.id)
            return True
        one = replace(one, starts_at=None)
    if said.is_now and await agreeing.is_held(visit, one):
        return True
    await agreeing.send(visit, one.id, heard if said.number is not None else None)
    return True


async def _send_now(visit: Visit, one: Broadcast, said: Said, _heard: Typed) -> bool:
    """What is planned: "kirim sekarang juga, jangan tunggu besok"."""
    if said.is_now:
        await replanning.send_now(visit, one.id)
    return said.is_now


async def _ask_second(visit: Visit, one: Broadcast, said: Said, _heard: Typed) -> bool:
    """By their name, or by what they are."""
    async with visit.look() as connection:
        officers = await preview.second_officers(visit, connection, one)
    names = {part for officer in officers for part in key_of(officer.name).split()}
    if one.state != DRAFT or not set(said.person.split()) <= names:
        return False
    await agreeing.send(visit, one.id)
    return True


async def _write_out(visit: Visit, one: Broadcast, said: Said, _heard: Typed) -> bool:
    """The whole of it, of one that is out: a correction, read once more before it goes anywhere."""
    mending.offer(visit, one, {rewording.WORDS: {"html": html_of("", said.text), "media": None}})
    return True


async def _choose(visit: Visit, one: Broadcast, said: Said, _heard: Typed) -> bool:
    found = choosing.completed(said.choices, visit.office.catalog.world, one.message.choices)
    if one.state != DRAFT and (not found or found == one.message.choices):
        return False
    await mending.put_choices(visit, one, found if one.state != DRAFT else said.choices)
    return True


async def hasten(visit: Visit, broadcast_id: int) -> None:
    """*Penting*: it is asked why it cannot wait."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [DRAFT])
        one = one and await left_lying.say_dated(visit, connection, one)
    if one is None or one.author_id != visit.me.id:
        return
    told = {key: value for key, value in answers_of(visit.office, one).items() if key != "alasan"}
    await composing.open_form(
        visit, told | parts.urgent(visit), origin_of(one) | {"siaran": one.id, "beside": one.beside}
    )


async def _hurry(visit: Visit, one: Broadcast, said: Said, _heard: Typed) -> bool:
    """ "Yang 3 orang itu kirim sekarang saja, ini penting"."""
    return (said.is_now or said.is_urgent) and await hurrying.ask(visit, one)


async def _haste(visit: Visit, one: Broadcast, said: Said, _heard: Typed) -> bool:
    if said.is_urgent:
        await hasten(visit, one.id)
        return True
    await visit.ask_once(broadcasts.change, one.id, urgent_why=None)
    await preview.show(visit, one.id)
    return True


# --- of what is planned, or out --------------------------------------------------------------------------------------


async def _hold(visit: Visit, one: Broadcast, said: Said, heard: Typed) -> bool:
    """Other words for one that is planned: it is held, and shown with them before it is sent again."""
    return one.author_id == visit.me.id and await _write(visit, one, said, heard)


async def _show(visit: Visit, one: Broadcast, _said: Said, heard: Typed) -> bool:
    """It is held before its words change."""
    if rewording.put_right(visit, one.message.html, heard.text, is_meant=True, is_written=True) is None:
        return False
    visit.say("siaran_yang_ini", awal=beginning_of(one))
    await pages.show_one(visit, one.id)
    return True


async def _retime_planned(visit: Visit, one: Broadcast, said: Said, heard: Typed) -> bool:
    return await replanning.retime(visit, one, said, heard.text)


async def _mend(visit: Visit, one: Broadcast, _said: Said, heard: Typed) -> bool:
    found = rewording.put_right(visit, one.message.html, heard.text, is_meant=True, is_written=True)
    if found is None:
        return False
    if found.html:
        visit.say("siaran_ralatkah", lama=found.wrong, baru=found.right, berjalan=one.state == RUNNING)
        rewording.say_left(visit, found)
        mending.offer(visit, one, {rewording.WORDS: {"html": found.html, "media": None}})
    else:
        rewording.say_unclear(visit, one.message.html, found)
        mending.offer(visit, one, None)
    return True


async def _write_to_others(visit: Visit, one: Broadcast, said: Said, _heard: Typed) -> bool:
    """ "Harusnya malua", once it was taken back: its words, for those; nothing leaves before it is looked at."""
    known = addressed.named_by(visit, said.whom)
    if known:
        told = readdressed.answers_with(visit, one, known)
        await composing.use_again(visit, one.id, {key: told[key] for key in readdressing.WHOM if key in told})
    return bool(known)


async def _keep(visit: Visit) -> bool:
    """ "Tidak", where it was asked whether one is to be taken back, or to leave at another hour."""
    if await replanning.is_asked(visit):
        await replanning.leave(visit, 0)
        return True
    asked = await meant.asked_about(visit)
    if asked is not None:
        await steering.keep(visit, asked)
    return asked is not None


#: How it stands, what is said -> what is done; False where it cannot be meant of that one.
_TABLE: Mapping[tuple[str, str], Act] = {
    (SAMPLE, TEXT): _write,
    (SAMPLE, BUTTON): _write_anew,
    (SAMPLE, WORDS): _reword,
    (SAMPLE, CORRECT): _reword,
    (SAMPLE, TIME): _retime,
    (SAMPLE, WHOM): _readdress,
    (SAMPLE, SEND): _send,
    (SAMPLE, SECOND): _ask_second,
    (SAMPLE, HASTE): _haste,
    (SAMPLE, CHOICES): _choose,
    (OUT, CHOICES): _choose,
    **{
        (state, act): does
        for state in (SAMPLE, PLANNED, OUT)
        for act, does in ((ADD, amending.add), (DROP, amending.leave_out))
    },
    (PLANNED, SEND): _send_now,
    (OUT, TEXT): _write_out,
    (PLANNED, TEXT): _hold,
    (PLANNED, WORDS): _show,
    (PLANNED, CORRECT): _show,
    (BACK, WHOM): _write_to_others,
    (PLANNED, TIME): _retime_planned,
    (OUT, SEND): _hurry,
    (OUT, HASTE): _hurry,
    (OUT, TIME): _mend,
    (OUT, WORDS): _mend,
    (OUT, CORRECT): _mend,
}
