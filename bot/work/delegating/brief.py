"""One page for whoever speaks for an usulan: what it is about, what to say in two minutes, three hard questions with
what is known of the answer. Never who brought it."""

from typing import Any

from bot.core.forms.writing import in_short
from bot.core.records import Usulan
from bot.core.understanding.answers import is_unknown
from bot.store.reading import wordings
from bot.work.office import Office
from bot.work.saying import files
from bot.work.usulan import checked
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.usulan.usulan import place
from bot.work.visit import Visit

#: What people ask in a forum; those that nobody can answer yet come first.
_ASKED = ("alasan", "ukuran", "status_lahan", "kurang_mampu", "sumbangan", "jumlah")
_QUESTIONS = 3
_LONG, _SHORT = 500, 220  # characters of a story, and of what is said besides
_TEXTS = ("cerita", "harapan", "alasan")


async def told_of(visit: Visit, found: Usulan) -> dict[str, Any]:
    """The values of the sentence `utus_pokok`."""
    office, texts = visit.office, await _texts(visit, found)
    told: dict[str, Any] = {name: _shown(office, found, name) for name in ("merasakan", "jumlah", "patokan", "ukuran")}
    told |= {"nomor": office.spoken_number(found), "tempat": place(found.answers)}
    told |= {"masalah": in_short(texts["cerita"], _LONG), "minta": in_short(texts["harapan"], _SHORT)}
    told |= {"alasan": in_short(texts["alasan"], _SHORT), "pertanyaan": _questions(office, found, texts)}
    return told


async def _texts(visit: Visit, found: Usulan) -> dict[str, str]:
    """What was told: written, or typed down from the voice."""
    known = await visit.ask_once(wordings.of_usulan, found.id)
    typed = {word.question: word.text for word in known if word.refused_at is None}
    return {key: str((found.answers.get(key) or {}).get("text") or typed.get(key, "")) for key in _TEXTS}


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
