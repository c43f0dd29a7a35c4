"""What the answers of the form become, and back again: an announcement that is opened once more knows all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from html import escape
from typing import Any

from bot.catalog.markup import visible
from bot.core import kinds
from bot.core.broadcasts.shapes import DELEGATE, WOMEN, Audience, Check, Message
from bot.core.broadcasts.templates import BLANK, Template
from bot.core.flow.interpreter import Flow
from bot.core.forms.questions import Ask
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.kinds.choices import NONE
from bot.core.wilayah import DESA, KABUPATEN, KECAMATAN, kecamatan_of, level_of
from bot.store.broadcasts.broadcasts import Broadcast
from bot.work.calendar.wishes import local_time
from bot.work.office import Office

FORM = "siaran"
#: What came along: the choices of its question.
CHOICES = "pilihan"
_SOURCE = "ditulis_di"  # the message in which it was written
EVERYBODY, _ONLY_WOMEN = "semua", "perempuan"
Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Composed:
    """An announcement as it was told; the names are those of `tables.broadcasts`."""

    audience: Audience
    message: Message
    urgent_why: str | None
    starts_at: datetime | None
    not_after: datetime | None

    @property
    def when(self) -> dict[str, Any]:
        return {"urgent_why": self.urgent_why, "starts_at": self.starts_at, "not_after": self.not_after}


def composed_of(office: Office, flow: Flow, told: Answers, about: Mapping[str, Any], now: datetime) -> Composed:
    """`told`: the answers; `about`: what came along from where it began (`cek`, `contoh`). An hour that is over means
    at once."""
    template = office.catalog.templates.get(flow.key.removeprefix(f"{FORM}_"))
    message = _own(told, about) if template is None else _filled(office, flow, template, told, now)
    why = told["alasan"]["text"] if _choice(told, "penting") == "penting" else None
    starts_at = _time(office, told.get("waktu")) if _choice(told, "kapan") == "nanti" else None
    later = starts_at if starts_at is not None and starts_at > now else None
    return Composed(audience_of(office, flow, told), message, why, later, _time(office, told.get("batas")))


def _choice(told: Answers, key: str) -> str | None:
    """None where it was left out."""
    return (told.get(key) or {}).get("value")


def _time(office: Office, when: Mapping[str, str] | None) -> datetime | None:
    return local_time(office, when) if when else None


def wilayah_of(office: Office, told: Answers) -> tuple[str, ...]:
    """Empty while it is not told."""
    level = _choice(told, "tingkat")
    if level == KABUPATEN:
        return (office.catalog.places.kabupaten.code,)
    if level == KECAMATAN:
        return tuple(part["value"] for part in told.get("beberapa") or ())
    return (str(told["desa"]["code"]),) if level == DESA and "desa" in told else ()


def audience_of(office: Office, flow: Flow, told: Answers) -> Audience:
    question, chosen = flow.question("peran"), [part["value"] for part in told["peran"]]
    offered = [offer.value for offer in question.params.options] if question is not None else []
    roles = offered if EVERYBODY in chosen else chosen
    conditions = tuple(part["value"] for part in told.get("syarat") or () if part["value"] != NONE)
    only_women = _choice(told, DELEGATE) == _ONLY_WOMEN
    named = tuple(WOMEN if one == DELEGATE and only_women else one for one in roles if one != EVERYBODY)
    return Audience(wilayah_of(office, told), named, conditions, groups=_choice(told, "grup") == "ya")


def _own(told: Answers, about: Mapping[str, Any]) -> Message:
    media, check = told["pesan"].get("media"), about.get("cek")
    return Message(
        told["pesan"]["html"],
        (media["what"], media["file_id"]) if media else None,
        _asked(told),
        Check(check["question"], tuple(check["answers"]), check["right"]) if check else None,
        str(about.get("contoh", "")),
        choices=tuple(about.get(CHOICES, ())),
        source=about.get(_SOURCE, 0),
    )


def _filled(office: Office, flow: Flow, template: Template, told: Answers, now: datetime) -> Message:
    """The words of the template with its blanks filled in; what was typed there is shown as it is."""
    text, name = office.catalog.text, f"siaran.{template.key}"
    blanks = dict(_blanks(office, flow, told, now))
    asked = text(f"{name}.diminta", **blanks) if template.asks else _asked(told)
    return Message(text(f"{name}.teks", **blanks), None, asked, _check(office, template, blanks), template.key)


def _asked(told: Answers) -> str:
    return escape((told.get("diminta") or {}).get("text", ""), quote=False)


def _blanks(office: Office, flow: Flow, told: Answers, now: datetime) -> Iterable[tuple[str, str | Words]]:
    for question in flow.questions:
        if question.key.startswith(BLANK):
            shown = kinds.find(question.kind).show(Ask(question, told, office.world(now)), told[question.key])
            yield question.key.removeprefix(BLANK), shown


def _check(office: Office, template: Template, blanks: Mapping[str, str | Words]) -> Check | None:
    if not template.answers:
        return None
    names = [f"siaran.{template.key}.paham.{part}" for part in ("tanya", *range(1, template.answers + 1))]
    question, *answers = (office.catalog.label(Words(name, blanks)) for name in names)
    return Check(question, tuple(answers), template.right)


# --- back again ------------------------------------------------------------------------------------------------------


def words_of(one: Broadcast) -> dict[str, Any]:
    """The answers that are its words, whoever they are for."""
    message, media = one.message, one.message.media
    file = {"what": media[0], "file_id": media[1], "unique_id": ""} if media else None
    asked = visible(message.asked)
    return {"pesan": {"html": message.html, "media": file}, "diminta": {"text": asked} if asked else None}


def origin_of(one: Broadcast) -> dict[str, Any]:
    """What comes along with its words, and is asked of nobody."""
    check = {"cek": asdict(one.message.check)} if one.message.check is not None else {}
    return {"contoh": one.message.template, CHOICES: one.message.choices, **check}


def draft_origin_of(one: Broadcast) -> dict[str, Any]:
    """The same, of a draft that is changed and stays what it is."""
    return origin_of(one) | {"siaran": one.id, "beside": one.beside, _SOURCE: one.message.source}


def with_source(state: State) -> Answers:
    """What it is about, and in which message it was written just now."""
    written = state.answers.get("pesan")
    return {**state.about, _SOURCE: written.messages[-1]} if written is not None and written.messages else state.about


def answers_of(office: Office, one: Broadcast) -> dict[str, Any]:
    """Every answer of the form; None where there was nothing to say."""
    audience, why = one.audience, one.urgent_why
    return {
        **words_of(one),
        **_places(office, audience),
        "peran": [_chosen(DELEGATE if role == WOMEN else role) for role in audience.roles],
        DELEGATE: _chosen(_ONLY_WOMEN if WOMEN in audience.roles else EVERYBODY),
        "syarat": [_chosen(name) for name in audience.conditions] or None,
        "grup": _chosen("ya" if audience.groups else "tidak"),
        "penting": _chosen("biasa" if why is None else "penting"),
        **({} if why is None else {"alasan": {"text": why}}),
        **({"kapan": _chosen("sekarang")} if one.starts_at is None else later(office, one.starts_at)),
        "batas": None if one.not_after is None else _when(office, one.not_after),
    }


def _chosen(value: str) -> dict[str, str]:
    """As a choice of the form; its label is that of the form, as it is now."""
    return {"value": value, "label": value}


def later(office: Office, at: datetime) -> dict[str, Any]:
    """The answers by which it is sent at that hour, and not at once."""
    return at_an_hour() | {"waktu": _when(office, at)}


def at_an_hour() -> dict[str, Any]:
    """Not at once; which hour is asked."""
    return {"kapan": _chosen("nanti")}


def _when(office: Office, at: datetime) -> dict[str, str]:
    local = office.local(at)
    return {"day": local.date().isoformat(), "at": local.strftime("%H.%M")}


def _places(office: Office, audience: Audience) -> dict[str, Any]:
    codes = audience.wilayah
    level = level_of(codes[0])
    told: dict[str, Any] = {"tingkat": _chosen(level)}
    if level == DESA:
        told |= {KECAMATAN: _place(office, kecamatan_of(codes[0])), DESA: _place(office, codes[0])}
    if level == KECAMATAN:
        found = [_place(office, code) for code in codes]
        told["beberapa"] = [{"value": one["code"], "label": one["name"]} for one in found]
    return told


def _place(office: Office, code: str) -> dict[str, str]:
    place = office.catalog.places.find(code)
    return {"code": code, "name": code if place is None else place.name}
