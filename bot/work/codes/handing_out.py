"""Handing out a code: the message, the button for WhatsApp, and the card to print."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.core.wilayah import DESA, level_of
from bot.work.codes.secret_codes import spaced
from bot.work.office import Office
from bot.work.saying import files
from bot.work.saying.whatsapp import forward_button
from bot.work.visit import Visit

#: How long a code is good for.
DAYS = 30


def link(office: Office, code: str) -> str:
    """Opens the chat with the bot and brings the code along."""
    return f"https://t.me/{office.username}?start={code}"


def last_day(office: Office, now: datetime) -> str:
    return office.day(now + timedelta(days=DAYS))


def hand_out(visit: Visit, sentence: str, code: str, card: Mapping[str, Any], revoke: str, **values: Any) -> None:
    """Say `sentence` and offer `<sentence's first word>_wa` to forward; the card follows as a picture.

    `card`: name, role and scope as they are to be read on it. `revoke`: data of the button that takes the code back.
    """
    told = {"kode": code, "tautan": link(visit.office, code), "sampai": last_day(visit.office, visit.now), **values}
    plain = visit.office.plain(f"{sentence.partition('_')[0]}_wa", **told | _names(visit.office))
    cancel = {"text": visit.text("tombol_cabut"), "callback_data": revoke}
    markup = {"inline_keyboard": [[forward_button(visit.office, plain)], [cancel]]}
    quiet = {"link_preview_options": {"is_disabled": True}}
    visit.send(visit.text(sentence, **told), markup, more=quiet)
    files.make(visit, "invitation_card", card_args(visit.office, visit.now, code, card), kind="photo")


def _names(office: Office) -> dict[str, Any]:
    return {"bappeda": office.bappeda, "akun": office.username}


def card_args(office: Office, now: datetime, code: str, card: Mapping[str, Any]) -> dict[str, Any]:
    """What the report `invitation_card` is to show."""

    return {
        "agency": office.bappeda,
        "title": office.plain("kartu_judul"),
        **card,
        "steps": [office.plain(f"kartu_langkah_{number}", akun=office.username) for number in (1, 2, 3)],
        "url": link(office, code),
        "code_title": office.plain("kartu_judul_kode"),
        "code": spaced(code),
        "until": office.plain("kartu_sampai", sampai=last_day(office, now)),
    }


def role_name(office: Office, role: str, scope: str = "") -> str:
    """`scope`: where they serve; in a kelurahan nobody is told of a desa."""
    if scope and level_of(scope) == DESA:
        own = f"peran_di_{'kelurahan' if office.catalog.places.is_kelurahan(scope) else 'desa'}.{role}"
        if own in office.catalog.texts:
            return office.catalog.text(own)
    return office.catalog.text(f"peran_{role}")


def tasks(office: Office, grants: Sequence[Any]) -> list[dict[str, str]]:
    """Roles in their wilayah (anything with `role` and `scope`), as sentences name them; each once."""
    named = [(role_name(office, one.role, one.scope), office.catalog.places.scope_name(one.scope)) for one in grants]
    return [{"peran": role, "wilayah": place} for role, place in dict.fromkeys(named)]
