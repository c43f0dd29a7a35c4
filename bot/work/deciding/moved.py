"""An usulan has moved: whoever brought it, and whoever brought the same, is told once, in plain words: why, by whom,
what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.catalog.texts import as_html
from bot.core.deciding.states import State
from bot.core.records import Usulan
from bot.store.calendar import occasions
from bot.store.deciding import moves
from bot.store.deciding.moves import Move
from bot.store.monitoring import photos
from bot.store.people import speakers
from bot.store.people.people import Addressee
from bot.store.queues.news import News
from bot.store.usulan import usulan as stored
from bot.work.answering import questions
from bot.work.deciding import in_person
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying import letters
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import date_of, occasion_name, place_name
from bot.work.usulan import finished, outcomes, promised, standing
from bot.work.usulan.usulan import number_of, quoted
from bot.work.visit import Visit

#: The news that usulan have moved; its subject is the act.
MOVED = "keadaan"
#: In its detail: only who brought the same is told; the others were told by the meeting.
BESIDE = "sebelah"
#: Likewise: what was told before was wrong.
RIGHT = "pembetulan"
_PUT_RIGHT = timedelta(days=7)  # later it is another word


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a move, and nothing of whom."""

    state: State
    reason: str | None
    note: str | None
    decider: str | None


def of_move(office: Office, move: Move) -> Said:
    return Said(office.catalog.states.of(move.state), move.reason, move.note, move.decider)


def words(office: Office, said: Said, track: str) -> dict[str, str]:
    """For the sentence that tells it: a reason has its own next step, which comes before the state's."""
    why, step = (outcomes.words(office, said.reason, part, track) for part in ("teks", "langkah"))
    return {
        "isi": standing.said(office, said.state, "kabar", track),
        "sebab": as_html(why),
        "catatan": said.note or "",
        "oleh": standing.decided_by(office, said.decider),
        "langkah": as_html(step) if step else standing.said(office, said.state, "langkah", track),
    }


async def whom(tour: Round, one: News, most: int) -> Sequence[Addressee]:
    if not one.told_up_to:
        await in_person.bring(tour, one.subject)
    alone = bool(one.detail.get(BESIDE))
    return await moves.to_tell(tour.connection, one.subject, one.told_up_to, most, joined_only=alone)


async def tell(tour: Round, one: News, told: Sequence[Addressee]) -> None:
    """One message for each change of an usulan of theirs."""
    by_id = {person.id: person for person in told}
    alone = bool(one.detail.get(BESIDE))
    found = await moves.theirs(tour.connection, one.subject, list(by_id), joined_only=alone)
    known = [(usulan, of_move(tour.office, move).state.ends) for usulan, move in found]
    until = await promised.word_given(tour, known)
    texts = []
    for usulan, move in found:
        said = of_move(tour.office, move)
        person, day = by_id[usulan.person_id or 0], "" if said.state.ends else tour.office.day(until)
        told_so = _mended if one.detail.get(RIGHT) else _text
        texts.append((person, await told_so(tour, usulan, move, person.name, day), _keys(tour, usulan, move)))
    await letters.promise_with_buttons(tour, texts)
    await moves.mark_told(tour.connection, [move.id for _, move in found], tour.now)


async def _text(tour: Round, usulan: Usulan, move: Move, name: str, until: str) -> str:
    main = usulan if usulan.id == move.usulan_id else await stored.by_id(tour.connection, move.usulan_id)
    together = "" if main is None or main.id == usulan.id else number_of(tour.office, main, tour.now)
    said, track = of_move(tour.office, move), standing.track_of(tour.office, usulan.desa)
    by = await _met(tour, move)
    by |= {"nomor": number_of(tour.office, usulan, tour.now)}
    steps = [one for one in await moves.of_usulan(tour.connection, move.usulan_id) if one.id < move.id]
    by |= {"dulu": replaced(tour.office, steps, said.state, move.by, move.at, track)}
    by |= {"untuk": (await speakers.names_of(tour.connection, [usulan.speaker_id])).get(usulan.speaker_id, "")}
    return text(tour.office, usulan, said, track, nama=name, batas=until, bersama=together, **by)


def replaced(office: Office, steps: Sequence[Move], after: State, by: int | None, at: datetime, track: str) -> str:
    """What was told last, where the same person says otherwise soon behind it, and it is no step onwards: the letter
    puts it right. `steps`: those before it."""
    last = steps[-1] if steps else None
    before = office.catalog.states.of(last.state) if last is not None else after
    is_onwards = after.step > before.step and not before.ends
    if last is None or before == after or is_onwards or last.told_at is None:
        return ""
    is_theirs = last.by == by and last.decider is not None and at - last.at <= _PUT_RIGHT
    return standing.name(office, last.state, track) if is_theirs else ""


async def _mended(tour: Round, usulan: Usulan, move: Move, name: str, until: str) -> str:
    voice = (await speakers.names_of(tour.connection, [usulan.speaker_id])).get(usulan.speaker_id, "")
    wrong = replace(move, before=move.state, state=move.before)
    return put_right(tour.office, usulan, wrong, nama=name, untuk=voice, batas=until)


def put_right(office: Office, usulan: Usulan, wrong: Move, **about: str) -> str:
    """What the proposer reads where this step was a mistake. `about`: nama, untuk, batas."""
    track, number = standing.track_of(office, usulan.desa), office.spoken_number(usulan)
    names = {"keliru": standing.name(office, wrong.state, track), "benar": standing.name(office, wrong.before, track)}
    told = {"nomor": number, "ringkas": quoted(office, usulan.answers)}
    return office.catalog.text("keadaan_kabar_keliru", **told, **names, **about)


async def _met(tour: Round, move: Move) -> dict[str, str]:
    """The meeting that decided, where one did."""
    one = await occasions.one(tour.connection, move.occasion_id) if move.occasion_id is not None else None
    if one is None:
        return {}
    named = f"{occasion_name(tour.office, one)}, {place_name(tour.office, one.wilayah)}, {date_of(tour.office, one)}"
    return {"oleh": named}


def text(office: Office, usulan: Usulan, said: Said, track: str, **about: str) -> str:
    """What the proposer reads. `about`: nama, batas (day of the next word), bersama (with which it is one), oleh;
    nomor where it bears its year. Whoever brought what was made is asked for a photo besides."""
    number = office.spoken_number(usulan)
    told = {"nomor": number, "ringkas": quoted(office, usulan.answers)} | words(office, said, track)
    whole = office.catalog.text("keadaan_kabar", **({"untuk": "", "dulu": ""} | told | about))
    if not said.state.asks_photo or about.get("bersama"):
        return whole
    return f"{whole}\n\n{office.catalog.text('foto_sesudah_minta')}"


def _keys(tour: Round, usulan: Usulan, move: Move) -> dict[str, Any]:
    clear, ask = (tour.text("hasil_tombol_jelas"), f"k:paham:{move.id}"), f"k:nanya:{move.id}"
    asks = usulan.id == move.usulan_id and of_move(tour.office, move).state.asks_photo
    photo = [finished.key(tour.office, usulan.id)] if asks else []
    return keyboard([clear, (tour.text("hasil_tombol_tanya"), ask)], photo)


# --- answered --------------------------------------------------------------------------------------------------------


async def say_clear(visit: Visit, move_id: int) -> None:
    """*Sudah jelas*."""
    usulan = await visit.ask_once(moves.answer, move_id, visit.me.id, "jelas")
    if usulan is None:
        visit.stale()
        return
    visit.toast("hasil_terima_kasih", nama=visit.me.name)
    if visit.turn.message is not None:
        photo = await visit.ask_once(photos.of_usulan, usulan.id)
        rest = [finished.key(visit.office, usulan.id)] if photo is not None and photo.is_missing else []
        visit.call("editMessageReplyMarkup", message_id=visit.turn.message, reply_markup=keyboard(rest))


async def ask_more(visit: Visit, move_id: int) -> None:
    """*Mau tanya*: the question goes to who reads there, as theirs."""
    usulan = await visit.ask_once(moves.answer, move_id, visit.me.id, "tanya")
    if usulan is None:
        visit.stale()
    else:
        questions.begin(visit, usulan.desa, visit.office.spoken_number(usulan))
