"""What a copy of an announcement looks like, to whoever gets it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.catalog.markup import length, visible
from bot.catalog.texts import as_html
from bot.core.broadcasts import choosing
from bot.core.broadcasts.deadlines import deadline_in
from bot.core.broadcasts.shapes import Audience, Message
from bot.core.forms.say import Words
from bot.core.understanding.times.days import show_day
from bot.store.broadcasts.broadcasts import Broadcast
from bot.work.office import Office
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import place_name

#: UTF-16 units that Telegram takes.
LONGEST, LONGEST_CAPTION = 4096, 1024
#: How Telegram is asked to send, and to change, what came with a file.
_CALLS = {"photo": "sendPhoto", "document": "sendDocument", "voice": "sendVoice"}
#: (method, params)
Call = tuple[str, dict[str, Any]]


def whom(office: Office, audience: Audience) -> Words:
    """ "fasilitator desa dan camat di Kecamatan Baraka"."""
    roles = [Words(f"siaran_untuk_{role}") for role in audience.roles]
    places = [place_name(office, code) for code in audience.wilayah]
    return Words("siaran_untuk", {"peran": roles, "tempat": places, "syarat": conditions(audience)})


def conditions(audience: Audience) -> list[Words]:
    return [Words(f"siaran_syarat_{name}") for name in audience.conditions]


def words_of(office: Office, one: Broadcast, at: datetime, *, sentence: str = "siaran_isi") -> Words:
    """The whole of it. `at`: the day it says above."""
    told = {"hari": office.day(at), "untuk": whom(office, one.audience), "isi": as_html(one.message.html)}
    told |= {"dari": one.message.sender or office.bappeda, "diminta": as_html(one.message.asked)}
    told |= deadline(office, one.message, at)
    return Words(sentence, told | {"diralat": one.version > 1, "ubah": changed(one)})


def deadline(office: Office, message: Message, at: datetime) -> dict[str, Any]:
    """By when it is to be done, where the words tell that; empty where they do not."""
    text = visible(f"{message.html}\n{message.asked}")
    found = deadline_in(text, office.catalog.world, office.local(at).date())
    return {"tenggat": show_day(found.day) if found else "", "sebelum": bool(found and found.is_before)}


def changed(one: Broadcast) -> Words | str:
    """What the last correction changed; empty where nothing was corrected, or all of it."""
    told = [{"lama": before, "baru": now} for before, now in one.message.changed]
    return Words("siaran_yang_berubah", {"ubah": told}) if told else ""


def text_of(office: Office, one: Broadcast, at: datetime, *, sentence: str = "siaran_isi") -> str:
    """The same as it leaves. What changed is left out where there is no room for it."""
    words = words_of(office, one, at, sentence=sentence)
    text = office.catalog.text(words.name, **words.values)
    is_long = length(text) > (LONGEST if one.message.media is None else LONGEST_CAPTION)
    return office.catalog.text(words.name, **{**words.values, "ubah": ""}) if is_long else text


def buttons(office: Office, one: Broadcast) -> dict[str, Any]:
    """*Sudah paham*, under every copy; in its place what can be chosen, where something is asked."""
    if one.message.choices:
        return choice_keys(one, one.message.choices)
    return keyboard([(office.catalog.label(Words("tombol_siaran_paham")), f"e:paham:{one.id}")])


def choice_keys(one: Broadcast, choices: Sequence[str], marked: str = "") -> dict[str, Any]:
    """`marked`: the one that was chosen."""
    labels = [f"✔ {each}" if each == marked else each for each in choices]
    return keyboard(*([(label, f"e:pilih:{one.id}:{at}")] for at, label in enumerate(labels)))


def choices_of(office: Office, one: Broadcast) -> tuple[str, ...]:
    """From which its recipients choose, by a button or in words: those of its buttons, else what its question offers;
    none beside a question with a right answer."""
    if one.message.check is not None:
        return ()
    text = visible(f"{one.message.html}\n{one.message.asked}")
    return one.message.choices or choosing.in_text(text, office.catalog.world)


def to_send(message: Message, text: str, markup: Mapping[str, Any] | None) -> Call:
    """A new message with this text, and the file where there is one."""
    told: dict[str, Any] = {"parse_mode": "HTML"} | ({"reply_markup": markup} if markup else {})
    if message.media is None:
        return "sendMessage", {"text": text} | told
    what, file_id = message.media
    return _CALLS[what], {what: file_id, "caption": text} | told


def to_edit(message: Message, text: str, message_id: int, markup: Mapping[str, Any] | None) -> Call:
    """The same text in place of the one that is there; what was sent with a file keeps its file."""
    where = {"message_id": message_id, "parse_mode": "HTML"} | ({"reply_markup": markup} if markup else {})
    if message.media is None:
        return "editMessageText", {"text": text} | where
    return "editMessageCaption", {"caption": text} | where


def moment(office: Office, at: datetime) -> str:
    """ "Kamis, 14 Januari 2027, 09.00 WITA"."""
    local = office.local(at)
    return f"{show_day(local.date())}, {local.strftime('%H.%M %Z')}"
