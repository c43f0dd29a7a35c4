"""What an officer may mean of an announcement where no reader understands them: the likeliest acts, as buttons with
what could be read of their words. Nothing is done by it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.core.broadcasts.shapes import DELEGATE
from bot.core.forms.say import Words
from bot.core.forms.writing import in_short, key_of
from bot.core.listening.guessing import Guess
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.wilayah import KABUPATEN
from bot.store.broadcasts.broadcasts import (
    ASKED,
    DONE,
    DRAFT,
    MISSED,
    PAUSED,
    RUNNING,
    STOPPED,
    WAITING,
    WITHDRAWN,
    Broadcast,
)
from bot.work.broadcasts.under_way import steering, wording
from bot.work.broadcasts.under_way.steering import to_steer
from bot.work.broadcasts.writing import addressed, composing, hearing, readdressed
from bot.work.broadcasts.writing.composed import FORM, answers_of, audience_of
from bot.work.broadcasts.writing.fitting import fitted
from bot.work.broadcasts.writing.readdressed import answers_with
from bot.work.broadcasts.writing.timed import shifted, told_in
from bot.work.people.first_words import told_in as told_again
from bot.work.saying.keyboard import Key
from bot.work.visit import Visit

#: So sure that nobody else is asked what it means, while its buttons stand lowest.
SURE = 0.6
_ADDED = 200  # characters of words that would be added
_DISCARDS = "buang:"  # offered to nobody who may have meant less
_TO_CHANGE = ("ganti_isi", "tambah_kalimat", "buang_kalimat", "tambah_foto")
_WHOM = ("ganti_penerima", "tambah_penerima")
_TO_SEE = ("kapan", "siapa_dapat", "sudah_sampai", "lihat_isi")
_OF_SAMPLE = {
    **dict.fromkeys(_TO_CHANGE, "tulisan:{}"),
    **dict.fromkeys((*_WHOM, "kurangi_penerima", "jam_kirim"), "ubah:{}"),
    **dict.fromkeys(_TO_SEE, "contoh:{}"),
    "kirim": "kirim:{}",
    "minta_kedua": "kirim:{}",
    "penting": "penting:{}",
    "batalkan": "buang:{}",
}
_OF_PLANNED = {
    **dict.fromkeys((*_TO_CHANGE, *_WHOM, "kurangi_penerima", "penting"), "tahan:{}"),
    **dict.fromkeys(_TO_SEE, "lihat:{}"),
    "jam_kirim": "jam:{}",
    "kirim": "kini:{}",
    "lanjutkan": "kini:{}",
    "batalkan": "urung:{}",
    "tahan": "urung:{}",
}
_OF_SENT = {
    **dict.fromkeys(_TO_CHANGE, "ralat:{}"),
    **dict.fromkeys(("tarik", "tarik_satu", "ganti_penerima", "kurangi_penerima", "batalkan"), "tarik:{}"),
    **dict.fromkeys(("siapa_dapat", "sudah_sampai"), "desa:{}:0"),
    **dict.fromkeys(("balasan", "jawab"), "balasan:{}"),
    "tambah_penerima": "tambah:{}",
    "siapa_belum": "belum:{}:0",
    "hasil": "hasil:{}",
    "kapan": "hasil:{}",
    "teruskan_wa": "wa:{}",
    "cetak": "papan:{}",
    "pakai_lagi": "pakai:{}",
    "lihat_isi": "lihat:{}",
}
_OF_DONE = {**_OF_SENT, "ingatkan": "ingatkan:{}"}
_OF_OVER = {"pakai_lagi": "pakai:{}", "lihat_isi": "lihat:{}"}
#: By what the button does more than was said: it is called after that, but where its act says so.
_DOES, _SAYS_SO = {"tahan": "tahan_ubah", "tarik": "tarik", "buang": "buang", "hasil": "hasil"}, {"tarik_satu"}
#: How it stands, what may be meant -> the button that does it.
BUTTONS: Mapping[str, Mapping[str, str]] = {
    DRAFT: _OF_SAMPLE,
    ASKED: _OF_SAMPLE,
    WAITING: _OF_PLANNED,
    RUNNING: {**_OF_DONE, "tahan": "jeda:{}"},
    PAUSED: {**_OF_SENT, "lanjutkan": "teruskan:{}", "kirim": "teruskan:{}"},
    DONE: _OF_DONE,
    STOPPED: _OF_DONE,
    MISSED: _OF_OVER,
    WITHDRAWN: {**_OF_OVER, "hasil": "hasil:{}"},
}


def acts(visit: Visit, one: Broadcast, text: str) -> Sequence[Guess]:
    """What may be meant of one that stands so, the likeliest first."""
    guesser = visit.office.catalog.world.guesser
    known = BUTTONS[one.state] if one.thinned_at is None else _OF_OVER
    found = guesser.guess(text, known.keys()) if guesser is not None else ()
    return [one for one in found if one.share >= SURE or not known[one.act].startswith(_DISCARDS)]


def is_sure(visit: Visit, one: Broadcast, text: str) -> bool:
    found = acts(visit, one, text)
    return bool(found) and found[0].share >= SURE


def offer(visit: Visit, one: Broadcast, text: str) -> list[tuple[Key, str]]:
    """A button for each act, and what it does in full: with the hour, or those who are to get it, where they are
    told."""
    keys = (_key(visit, one, text, guess.act) for guess in acts(visit, one, text))
    return list({key[1]: (key, full) for key, full in reversed([*keys])}.values())[::-1]


def _key(visit: Visit, one: Broadcast, text: str, act: str) -> tuple[Key, str]:
    buttons = BUTTONS[one.state] if one.thinned_at is None else _OF_OVER
    told = _TOLD[act](visit, one, text) if act in _TOLD else None
    values, data = told or ({}, buttons[act].format(one.id))
    name = f"siaran_niat_{_DOES.get(data.partition(':')[0], act) if act not in _SAYS_SO else act}"
    values = {"pada": "", "untuk": "", **values}
    full, label = (visit.office.catalog.label(Words(name, each)) for each in (values, {**values, "untuk": ""}))
    return (label, f"a:{data}"), full


# --- what could be read of the words ---------------------------------------------------------------------------------


def _hour(visit: Visit, one: Broadcast, text: str) -> tuple[dict[str, Any], str] | None:
    was = visit.office.local(one.starts_at or one.next_at or visit.now)
    at = shifted(visit, text, was) or hour_in(visit, text, was.date())
    if at is None:
        return None
    return {"pada": wording.moment(visit.office, at)}, f"jam_ya:{one.id}:{round(at.timestamp())}"


def hour_in(visit: Visit, text: str, day: date) -> datetime | None:
    """The hour ahead that is told anywhere in it."""
    spelt = visit.office.catalog.world.spellings
    words = [word for word in text.replace("?", " ").split() if speaks_of_time(spelt, key_of(word))]
    return told_in(visit, " ".join(words), day, sorts=()) if words else None


def _others(visit: Visit, one: Broadcast, text: str) -> tuple[dict[str, Any], str] | None:
    return _whom(visit, one, text, "ganti") if one.state in (DRAFT, WAITING) else None


def _more(visit: Visit, one: Broadcast, text: str) -> tuple[dict[str, Any], str] | None:
    return _whom(visit, one, text, "tambah") if one.state in (DRAFT, WAITING) else None


def _whom(visit: Visit, one: Broadcast, text: str, how: str) -> tuple[dict[str, Any], str] | None:
    known = whom_in(visit, one, text, how)
    if not known:
        return None
    flow = fitted(visit, visit.office.catalog.flows[FORM])
    untuk = wording.whom(visit.office, audience_of(visit.office, flow, answers_with(visit, one, known)))
    return {"untuk": untuk}, f"untuk:{one.id}:{how}:{visit.turn.update_id}"


def whom_in(visit: Visit, one: Broadcast, text: str, how: str) -> dict[str, Any]:
    """The answers by which it goes to others, or to more; empty where a word denies some of them."""
    said = hearing.said(visit, text)
    if said is not None and said.whom and how == "ganti":
        return addressed.named_by(visit, said.whom)
    world, spoken = visit.office.catalog.world, key_of(text).split()
    if not world.of_news["menyangkal"].isdisjoint(spoken):
        return {}
    known = addressed.in_words(visit, text)
    if how == "tambah":
        old = answers_of(visit.office, one)
        if known.get("tingkat", {}).get("value") not in (None, old["tingkat"]["value"], KABUPATEN):
            return {}
        known = {key: _joined(old.get(key), value) for key, value in known.items() if key != DELEGATE}
    return known


def _joined(old: Any, new: Any) -> Any:
    """A list of choices grows by those that it lacks."""
    if not isinstance(old, list) or not isinstance(new, list):
        return new
    return [*old, *(one for one in new if one["value"] not in {each["value"] for each in old})]


def _addition(visit: Visit, one: Broadcast, text: str) -> tuple[dict[str, Any], str]:
    return {"untuk": in_short(hearing.to_add(visit, text), _ADDED)}, f"tambahi:{one.id}:{visit.turn.update_id}"


_TOLD: Mapping[str, Callable[[Visit, Broadcast, str], tuple[dict[str, Any], str] | None]] = {
    "jam_kirim": _hour,
    "ganti_penerima": _others,
    "tambah_penerima": _more,
    "tambah_kalimat": _addition,
}


# --- pressed ---------------------------------------------------------------------------------------------------------


async def hold_to_change(visit: Visit, broadcast_id: int) -> None:
    """It is held first: nothing changes that is about to leave."""
    await steering.undo(visit, broadcast_id)
    await composing.change(visit, broadcast_id)


async def readdress(visit: Visit, broadcast_id: int, how: str, update_id: int) -> None:
    """For whom it is to be, as these words had told; one that is planned is held first."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [DRAFT, WAITING])
    said = await told_again(visit, update_id) if one is not None else None
    known = whom_in(visit, one, str(said.get("text", "")), how) if one is not None and said else {}
    if one is None or not known:
        visit.stale()
        return
    if one.state == WAITING:
        await steering.undo(visit, one.id)
    await readdressed.put(visit, one.id, known)
