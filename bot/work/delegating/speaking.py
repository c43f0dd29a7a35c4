"""What a delegate has: one page for each usulan they speak for (what to say in two minutes, three hard questions with
what is known of the answer, never who brought it); and *Lapor balik*, one tap and a sentence, which goes to whoever
did."""

from typing import Any

from bot.core.flow.interpreter import record
from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.core.forms.writing import in_short
from bot.core.records import WITHDRAWN, Usulan
from bot.core.understanding.answers import is_unknown
from bot.store.deciding import clarifications
from bot.store.delegating import errands
from bot.store.delegating.errands import Errand
from bot.store.people import people, speakers
from bot.store.reading import wordings
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.store.usulan.media import AFTER
from bot.work import conversation
from bot.work.access import button, may_act
from bot.work.delegating.giving import FAMILY
from bot.work.office import Office
from bot.work.saying import files
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan import checked
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.usulan.usulan import place, quoted
from bot.work.visit import Journey, Visit

FORM = "lapor_delegasi"
#: It was spoken of; it was asked after; there was no time for it.
OUTCOMES = ("disampaikan", "ditanya", "belum")
_REPORTED = "utusan_lapor"
_LISTED = 8


async def _mine(visit: Visit, errand_id: int) -> tuple[Errand, Usulan] | None:
    """What this delegate still speaks for; the usulan is held, so that nobody takes it back meanwhile."""
    async with visit.ask() as connection:
        one = await errands.by_id(connection, errand_id)
        found = await stored.to_change(connection, one.usulan_id) if one is not None else None
        one = await errands.by_id(connection, errand_id)
    if one is None or found is None or one.person_id != visit.me.id or not one.is_open or found.status == WITHDRAWN:
        return None
    return one, found


async def show(visit: Visit, errand_id: int) -> None:
    """The page, then the pictures of the place; no voice, and no name."""
    pair = await _mine(visit, errand_id)
    if pair is None:
        visit.stale()
        return
    one, found = pair
    report = keyboard([(visit.text("utus_tombol_lapor"), press(FAMILY, "lapor", one.id))])
    say(visit, await told_of(visit, found), report)
    media = await visit.ask_once(stored.media_of, found.id)
    seen = [
        (one.kind, one.file_id, "") for one in media if one.kind != "voice" and one.file_id and one.question != AFTER
    ]
    files.show(visit, seen)


async def choose(visit: Visit, errand_id: int) -> None:
    """*Lapor balik*: the one tap."""
    pair = await _mine(visit, errand_id)
    if pair is None:
        visit.stale()
        return
    keys = [[(visit.text(f"utus_hasil_{word}"), press(FAMILY, "hasil", errand_id, word))] for word in OUTCOMES]
    visit.say("utus_lapor_mana", keyboard(*keys), nomor=visit.office.spoken_number(pair[1]))


async def begin(visit: Visit, errand_id: int, word: str) -> None:
    """The sentence."""
    pair = await _mine(visit, errand_id)
    if pair is None or word not in OUTCOMES:
        visit.stale()
    else:
        conversation.start(visit, JOURNEY, about={"utusan": errand_id, "hasil": word})


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """A letter to whoever brought it; who has no telephone stands on the list of those who are told in person."""
    pair = await _mine(visit, state.about["utusan"])
    if pair is None:
        visit.say("utus_lapor_lewat")
        return
    one, found = pair
    said, word = " ".join(record(flow, state)["kata"]["text"].split()), state.about["hasil"]
    async with visit.ask() as connection:
        await errands.close(connection, one.id, errands.REPORTED, visit.now, outcome=word, words=said)
        proposer = await speakers.whom_to_tell(connection, found.id)
        if proposer is None:
            await clarifications.bring_in_person(connection, found.id, one.given_by or visit.me.id, visit.now)
    events.note(visit.turn, found.id, _REPORTED, utusan=one.id, hasil=word)
    told = {"nomor": visit.office.spoken_number(found), "hasil": word, "kata": said}
    if proposer is not None:
        text = visit.text(
            "utus_kabar", nama=proposer[1], siapa=visit.me.name, ringkas=quoted(visit.office, found.answers), **told
        )
        visit.tell(proposer[0], found.person_id, text)
    await _tell_giver(visit, one, told, alone=proposer is None)
    visit.say("utus_lapor_dicatat", nomor=told["nomor"], langsung=proposer is None)


async def _tell_giver(visit: Visit, one: Errand, told: dict[str, str], *, alone: bool) -> None:
    giver = await visit.ask_once(people.named, one.given_by)
    if giver is not None and giver.id != visit.me.id:
        text = visit.text("utus_kabar_pemberi", nama=giver.name, siapa=visit.me.name, langsung=alone, **told)
        keys = keyboard([(visit.text("tombol_baca", nomor=told["nomor"]), press("u", "lihat", one.usulan_id))])
        visit.tell(giver.address, giver.id, text, more={"reply_markup": keys})


async def mention(visit: Visit) -> None:
    """Beside a delegate's tasks: what they speak for; nothing when there is none."""
    given = await visit.ask_once(errands.open_of, visit.me.id, _LISTED)
    found = [pair for pair in given if may_act(button(FAMILY), visit.grants, pair[1].desa)]
    if not found:
        return
    lines = [{"nomor": visit.office.spoken_number(usulan), "tempat": place(usulan.answers)} for _, usulan in found]
    keys = [
        [(visit.office.plain("utus_tombol_buka_nomor", nomor=line["nomor"]), press(FAMILY, "buka", one.id))]
        for line, (one, _) in zip(lines, found, strict=True)
    ]
    visit.say("utus_daftar", keyboard(*keys), usulan=lines)


JOURNEY = Journey(FORM, finish)


#: What people ask in a forum; those that nobody can answer yet come first.
_ASKED = ("alasan", "ukuran", "status_lahan", "kurang_mampu", "sumbangan", "jumlah")
_QUESTIONS = 3
_LONG, _SHORT = 500, 220  # characters of a story, and of what is said besides
_TEXTS = ("cerita", "harapan", "alasan")


async def told_of(visit: Visit, found: Usulan) -> dict[str, Any]:
    """The values of the sentence `utus_pokok`."""
    office, texts = visit.office, (await visit.ask_once(wordings.texts, [found], _TEXTS))[found.id]
    told: dict[str, Any] = {name: _shown(office, found, name) for name in ("merasakan", "jumlah", "patokan", "ukuran")}
    told |= {"nomor": office.spoken_number(found), "tempat": place(found.answers)}
    told |= {"masalah": in_short(texts["cerita"], _LONG), "minta": in_short(texts["harapan"], _SHORT)}
    told |= {"alasan": in_short(texts["alasan"], _SHORT), "pertanyaan": _questions(office, found, texts)}
    return told


def _shown(office: Office, found: Usulan, key: str) -> str:
    value = found.answers.get(key)
    if not value or is_unknown(value):
        return ""
    return str(value["label"]) if key == "status_lahan" else checked.shown(office, USULAN, key, value, found.answers)


def _questions(office: Office, found: Usulan, texts: dict[str, str]) -> list[dict[str, str]]:
    answers = {key: in_short(texts.get(key) or _shown(office, found, key), _SHORT) for key in _ASKED}
    chosen = sorted(_ASKED, key=lambda key: bool(answers[key]))[:_QUESTIONS]
    return [{"tanya": office.plain(f"utus_tanya.{key}"), "jawab": answers[key]} for key in chosen]


def say(visit: Visit, told: dict[str, Any], markup: dict[str, Any]) -> None:
    """As a message with what can be done, and as a page to print."""
    visit.say("utus_pokok", markup, **told)
    parts = {name: visit.office.plain(f"utus_kertas.{name}") for name in _PARTS}
    data = {
        "agency": visit.office.bappeda,
        "title": told["nomor"],
        "subtitle": told["tempat"],
        "day": visit.office.day(visit.now),
        "footer": visit.office.plain("utus_kertas.kaki"),
        "words": parts,
        "speech": visit.office.plain("utus_bicara", **told),
        "facts": [[parts[name], told[name]] for name in _FACTS if told[name]],
        "questions": [[one["tanya"], one["jawab"] or parts["belum"]] for one in told["pertanyaan"]],
    }
    name = "-".join([*visit.office.plain("utus_kertas.berkas").split(), *told["nomor"].split()])
    args = {"template": "lembar_bicara", "data": data, "filename": name}
    files.make(visit, "document", args, visit.text("utus_kertas_kirim", nomor=told["nomor"]))


_FACTS = ("masalah", "minta", "merasakan", "jumlah", "patokan", "ukuran", "alasan")
_PARTS = (*_FACTS, "bicara", "sulit", "belum", "nasihat", "jawaban")
