"""Handing out a code: the message, the button for WhatsApp, and the card to print."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.core.forms.say import Words
from bot.store.turn import Turn
from bot.work.codes.secret_codes import spaced
from bot.work.office import Office
from bot.work.saying import replies
from bot.work.saying.whatsapp import forward_button

#: How long a code is good for.
DAYS = 30


def link(office: Office, code: str) -> str:
    """Opens the chat with the bot and brings the code along."""
    return f"https://t.me/{office.username}?start={code}"


def last_day(office: Office, now: datetime) -> str:
    return office.day(now + timedelta(days=DAYS))


def hand_out(
    turn: Turn, office: Office, sentence: str, code: str, card: Mapping[str, Any], revoke: str, **values: Any
) -> None:
    """Say `sentence` and offer `<sentence's first word>_wa` to forward; the card follows as a picture.

    `card`: name, role and scope as they are to be read on it. `revoke`: data of the button that takes the code back.
    """
    told = {"kode": code, "tautan": link(office, code), "sampai": last_day(office, turn.now), **values}
    plain = office.catalog.label(Words(f"{sentence.partition('_')[0]}_wa", told | _names(office)))
    cancel = {"text": office.catalog.text("tombol_cabut"), "callback_data": revoke}
    markup = {"inline_keyboard": [[forward_button(office, plain)], [cancel]]}
    quiet = {"link_preview_options": {"is_disabled": True}}
    replies.send(turn, office.catalog.text(sentence, **told), markup, more=quiet)
    photo = {"report": "invitation_card", "args": card_args(office, turn.now, code, card)}
    turn.send("sendPhoto", {"chat_id": turn.lane, "photo": photo}, chat=turn.lane, person_id=_speaker(turn))


def _names(office: Office) -> dict[str, Any]:
    return {"bappeda": office.bappeda, "akun": office.username}


def _speaker(turn: Turn) -> int | None:
    return turn.person.id if turn.person is not None else None


def card_args(office: Office, now: datetime, code: str, card: Mapping[str, Any]) -> dict[str, Any]:
    """What the report `invitation_card` is to show."""

    def plain(name: str, **values: Any) -> str:
        return office.catalog.label(Words(name, values))

    return {
        "agency": office.bappeda,
        "title": plain("kartu_judul"),
        **card,
        "steps": [plain(f"kartu_langkah_{number}", akun=office.username) for number in (1, 2, 3)],
        "url": link(office, code),
        "code_title": plain("kartu_judul_kode"),
        "code": spaced(code),
        "until": plain("kartu_sampai", sampai=last_day(office, now)),
    }


def role_name(office: Office, role: str) -> str:
    return office.catalog.text(f"peran_{role}")


def tasks(office: Office, grants: Sequence[Any]) -> list[dict[str, str]]:
    """Roles in their wilayah (anything with `role` and `scope`), as sentences name them; each once."""
    named = [(role_name(office, one.role), office.catalog.places.scope_name(one.scope)) for one in grants]
    return [{"peran": role, "wilayah": place} for role, place in dict.fromkeys(named)]
