"""What recipients write back to an announcement reaches its author, who answers; the answer goes back as a reply."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.questions import Flow
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.forms.writing import in_short
from bot.core.wilayah import chain
from bot.store.broadcasts import broadcasts, receipts
from bot.store.broadcasts.broadcasts import Broadcast
from bot.store.broadcasts.receipts import Reply
from bot.store.database.database import Connection
from bot.store.grants import grants_of
from bot.store.people import conversations, people
from bot.store.people.people import Addressee
from bot.store.queues import said
from bot.store.queues.said import Said
from bot.work import conversation
from bot.work.access import BAPPEDA, allowed, button, may_act
from bot.work.broadcasts import meant
from bot.work.broadcasts.answers import passed_on, received
from bot.work.broadcasts.under_way import enclosed, steering
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.people.people import has_consented
from bot.work.saying.keyboard import keyboard, number
from bot.work.saying.naming import place_name
from bot.work.usulan.dangers import danger
from bot.work.visit import Journey, Visit

_CAPTION = 500  # characters of what was written under a file
_SHORT = 120
#: The button under an answer that went out.
BACK = "a:balik:"
#: An answer that is written, and of which it is asked whom it is for.
HELD = "siaran_jawab_untuk"
#: Telegram lets a bot delete its messages for two days.
_DELETABLE = timedelta(hours=47)


async def take(visit: Visit, replied_to: int, buttons: Iterable[str], heard: Typed | Sent) -> bool:
    """A message that answers one of ours (`buttons`: the data under that one): passed on when that was a copy of an
    announcement, or what a recipient had written back. False when it was something else."""
    told = [*buttons]
    data = [each.split(":") for each in told]
    reply_id = _numbered(data, "a", "jawab")
    if reply_id is not None and isinstance(heard, Typed):
        await answer(visit, reply_id, heard.text)
        return True
    one = await _replied_to(visit, replied_to, _numbered(data, "e", "paham", "jawab", "pilih"))
    if one is None and len(ids := meant.shown_in(told)) == 1 and allowed(button("a"), visit.grants):
        visit.answers(Said(replied_to, (("", f"a:lihat:{ids.pop()}"),)))  # news of one of theirs
    if one is None or not (has_consented(visit) or visit.grants):
        return False
    await hand_on(visit, one, heard)
    return True


async def hand_on(visit: Visit, one: Broadcast, heard: Typed | Sent, was: Reply | None = None) -> None:
    """What a recipient says about an announcement, unless it has to be answered by somebody else first. `was`: as they
    had written it before they edited it."""
    if not await _needs_somebody_else(visit, heard):
        await _pass_on(visit, one, heard, was)


def _numbered(data: Iterable[list[str]], family: str, *verbs: str) -> int | None:
    """The id that such a button carries."""
    return next(
        (number(parts[2]) for parts in data if len(parts) > 2 and parts[0] == family and parts[1] in verbs), None
    )


async def _replied_to(visit: Visit, message_id: int, told: int | None) -> Broadcast | None:
    """A copy is known by its message; a reminder, or a copy whose number nobody knows, by its button."""
    async with visit.ask() as connection:
        found = await receipts.copy_at(connection, visit.turn.lane, message_id)
        if found is None and told is not None and await receipts.of(connection, told, visit.me.id) is not None:
            found = told
        return await broadcasts.one(connection, found) if found is not None else None


async def _needs_somebody_else(visit: Visit, heard: Typed | Sent) -> bool:
    """Words of danger are answered first; what is nobody else's business is not passed on."""
    found = visit.office.catalog.danger.find(enclosed.words_of(heard))
    if not found or visit.turn.lane <= 0:
        return False
    return await danger.heed_alone(visit, heard) or any(one.case.private for one in found)


# --- to the author ---------------------------------------------------------------------------------------------------


async def _pass_on(visit: Visit, one: Broadcast, heard: Typed | Sent, was: Reply | None = None) -> None:
    if isinstance(heard, Sent) and not enclosed.can_be_sent(heard):
        _say(visit, "siaran_balasan_tulisan")
        return
    async with visit.ask() as connection:
        to = await _receiver(visit, connection, one)
        if to is None:
            _say(visit, "siaran_balasan_tak_ada")
            return
        where = heard.message if visit.turn.lane > 0 else 0  # in a group nothing is answered
        words = enclosed.kept(visit, heard)
        if was is not None and was.answer is None:
            reply_id = await receipts.reword(connection, was.id, words)
        else:  # what was answered stays as it was, and this waits for an answer
            reply_id = await receipts.keep_reply(connection, one.id, visit.me.id, where, words, visit.now)
        chosen = await received.count_choice(visit, connection, one, words)
    _tell(visit, to, heard, _told(visit, one, heard) | {"diubah": was is not None}, reply_id)
    _say(visit, "siaran_balasan_diteruskan", kepada=to.name)
    if visit.turn.lane > 0:
        received.say_choice(visit, one, words, chosen)


async def _receiver(visit: Visit, connection: Connection, one: Broadcast) -> Addressee | None:
    """Its author while they can answer; else an officer of the wilayah."""
    authors = [one.author_id] if one.author_id is not None else []
    grants = await grants_of(connection, authors, visit.now)
    able = [person for person in authors if may_act(button("a"), grants.get(person, ()), one.scope)]
    if reached := await people.reachable(connection, able):
        return reached[0]
    holders = await people.holders(connection, (BAPPEDA,), list(chain(one.scope)), visit.now)
    others = [holder.id for holder in holders if holder.id != visit.me.id]
    active = await grants_of(connection, others, visit.now)
    return next(iter(await people.reachable(connection, active)), None)


def _told(visit: Visit, one: Broadcast, heard: Typed | Sent) -> dict[str, Any]:
    """Who writes, as what, from where, and about which announcement."""
    grant = max(visit.grants, key=lambda grant: len(grant.scope), default=None)
    place = grant.scope if grant is not None else (visit.me.place or {}).get("desa", {}).get("code", "")
    words = enclosed.words_of(heard)
    return {
        "awal": beginning_of(one),
        "hari": visit.office.day(one.began_at or one.made_at),
        "dari": visit.me.name,
        "peran": Words(f"siaran_untuk_{grant.role}") if grant is not None else "",
        "tempat": place_name(visit.office, place) if place else "",
        "isi": words if isinstance(heard, Typed) else words[:_CAPTION],
    }


def _tell(visit: Visit, to: Addressee, heard: Typed | Sent, told: Mapping[str, Any], reply_id: int) -> None:
    markup = {"reply_markup": keyboard([(visit.text("tombol_siaran_jawab"), f"a:jawab:{reply_id}")])}
    text = visit.text("siaran_balasan", **told)
    if isinstance(heard, Sent):
        enclosed.send(visit, to, heard, caption=text, parse_mode="HTML", **markup)
        return
    *first, last = visit.office.catalog.split(text)
    for part in first:
        visit.tell(to.address, to.id, part)
    visit.tell(to.address, to.id, last, more=markup)


def _say(visit: Visit, sentence: str, **values: Any) -> None:
    """To who wrote: in a chat of their own, also when they wrote in a group."""
    if visit.turn.lane > 0:
        visit.say(sentence, **values)
    elif visit.me.unreachable_since is None:
        visit.tell(visit.me.address, visit.me.id, visit.text(sentence, **values))


# --- and back --------------------------------------------------------------------------------------------------------


async def _readable(visit: Visit, reply_id: int) -> tuple[Reply, Broadcast] | None:
    """For the author of the announcement, and for an officer of the wilayah; else a word why not."""
    async with visit.ask() as connection:
        reply = await receipts.reply(connection, reply_id)
        one = await broadcasts.one(connection, reply.broadcast_id) if reply is not None else None
    if reply is None or one is None or not steering.may_steer(visit, one):
        return None
    return reply, one


async def waiting(visit: Visit, reply_id: int) -> Reply | None:
    """That one, while nobody answered it and they may."""
    found = await _readable(visit, reply_id)
    return found[0] if found is not None and found[0].answer is None else None


async def begin_answer(visit: Visit, reply_id: int) -> None:
    """*Jawab*."""
    found = await _readable(visit, reply_id)
    if found is None:
        visit.toast("siaran_bukan_wilayah")
    elif found[0].answer is not None:
        visit.say("siaran_balasan_sudah", dari=found[0].name, jawaban=found[0].answer)
    elif (held := visit.conversations.get(HELD)) is not None:  # it was written before it was asked whom it is for
        conversations.end(visit.turn, HELD)
        await answer(visit, reply_id, held.state["about"]["jawaban"])
    else:
        quoted = in_short(found[0].words, _SHORT)
        conversation.start(visit, ANSWERING, about={"balasan": reply_id, "dari": found[0].name, "tulis": quoted})


async def finish_answer(visit: Visit, _flow: Flow, state: State) -> None:
    """What was being told before goes on."""
    await answer(visit, state.about["balasan"], state.answers["jawaban"].value["text"])
    await conversation.resume(visit)


async def answer(visit: Visit, reply_id: int, words: str) -> None:
    """The first answer goes back, in the name of who gave it; what it says of everybody else is shown to its author."""
    found = await _readable(visit, reply_id)
    if found is None:
        visit.say("siaran_balasan_bukan")
        return
    reply, one = found
    if reply.person_id is None or reply.address is None:
        visit.say("siaran_balasan_pergi")
        return
    words, is_for_all = passed_on.split(visit, words, passed_on.told_with(visit, reply, one))
    async with visit.ask() as connection:
        is_first = await receipts.answer_reply(connection, reply_id, words, visit.me.id, visit.now)
        now = await receipts.reply(connection, reply_id)
    if not is_first:
        visit.say("siaran_balasan_sudah", dari=reply.name, jawaban=(now and now.answer) or "")
        return
    rows = _send_back(visit, reply, one, words)
    edited = visit.turn.raw.get("edited_message")
    written_in = (edited or visit.turn.raw.get("message") or {}).get("message_id", 0)
    back = keyboard([(visit.text("tombol_siaran_jawaban_tarik"), f"{BACK}{reply.id}:{rows[0]}:{written_in}")])
    visit.say("siaran_balasan_dijawab", back if len(rows) == 1 else None, dari=reply.name, baru=edited is not None)
    if is_for_all:
        await passed_on.show(visit, reply, one, words)


def _send_back(visit: Visit, reply: Reply, one: Broadcast, words: str) -> list[int]:
    """As a reply to what they wrote, so that they see what it answers. Returns the promises."""
    assert reply.address is not None
    told = {"oleh": visit.me.name, "awal": beginning_of(one), "isi": words, "tulis": in_short(reply.words, _SHORT)}
    quoted = {"message_id": reply.message_id, "allow_sending_without_reply": True}
    more = {"reply_parameters": quoted} if reply.message_id else {}
    *first, last = visit.office.catalog.split(visit.text("siaran_jawaban", **told))
    return [visit.tell(reply.address, reply.person_id, part, more=more) for part in (*first, last)]


async def answer_anew(visit: Visit, reply_id: int, row: int, words: str) -> None:
    """It was edited: it comes in the place of the one that `row` brought."""
    if await take_back(visit, reply_id, row, is_told=False) is not None:
        await answer(visit, reply_id, words)


async def take_back(visit: Visit, reply_id: int, row: int, *, is_told: bool = True) -> tuple[Reply, str] | None:
    """An answer that went to the wrong one goes from their telephone, and they are told. `row`: the letter that brought
    it. Returns what was answered, and how; None with a word why it cannot be."""
    found = await _readable(visit, reply_id)
    reply, one = found if found is not None else (None, None)
    words = None
    if reply is not None and reply.address is not None:
        async with visit.ask() as connection:
            if await said.is_to(connection, row, reply.address):
                words = await receipts.take_back_answer(connection, reply_id, visit.me.id, visit.now - _DELETABLE)
    if reply is None or one is None or reply.address is None or words is None:
        visit.say("siaran_jawaban_tetap")
        return None
    delete, to = {"chat_id": reply.address}, reply.person_id
    visit.turn.send("deleteMessage", delete, chat=reply.address, person_id=to, refers_to=row)
    if is_told:
        text = visit.text("siaran_jawaban_ditarik", oleh=visit.me.name, awal=beginning_of(one))
        visit.tell(reply.address, reply.person_id, text)
    return reply, words


def _naming(step: Step) -> Step:
    """To whom, and what they wrote, stand above the question."""
    return step.led_by(Words("siaran_jawab_siapa", {name: step.state.about[name] for name in ("dari", "tulis")}))


ANSWERING = Journey("siaran_jawab", finish_answer, opening=_naming)
