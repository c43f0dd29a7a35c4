"""Files for the chat that spoke: made on the way out, or kept by Telegram for us."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.core.forms.heard import Heard, Sent
from bot.work.visit import Visit

#: How Telegram is asked to show a file: kind of media -> method and the name of its parameter.
_CALLS = {"voice": ("sendVoice", "voice"), "photo": ("sendPhoto", "photo"), "file": ("sendDocument", "document")}
#: As what Telegram keeps it that was sent to us.
_KEPT_AS = {"voice": "voice", "photo": "photo", "document": "file"}
_ALBUM = 10  # pictures that Telegram takes together


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that Telegram keeps for us. `kind`: voice, photo or file."""

    kind: str
    file_id: str


def kept(heard: Heard) -> Kept | None:
    """The file that was sent; None where none was, or one of another kind."""
    kind = _KEPT_AS.get(heard.what) if isinstance(heard, Sent) else None
    return Kept(kind, heard.file.file_id) if kind and isinstance(heard, Sent) and heard.file is not None else None


def enclosed(heard: Heard) -> Kept | None:
    """The same of a picture or a document: what no question that is spoken to takes."""
    found = kept(heard)
    return found if found is not None and found.kind != "voice" else None


def named(value: Mapping[str, Any]) -> Kept | None:
    """The voice in an answer of a form."""
    voice = value.get("voice")
    return Kept("voice", voice["file_id"]) if voice else None


def hand_on(visit: Visit, file: Kept, chat: int, person_id: int) -> None:
    """Promise it to somebody else."""
    method, name = _CALLS[file.kind]
    visit.turn.send(method, {"chat_id": chat, name: file.file_id}, chat=chat, person_id=person_id)


def make(
    visit: Visit,
    report: str,
    args: Mapping[str, Any],
    caption: str = "",
    markup: Mapping[str, Any] | None = None,
    *,
    kind: str = "file",
    pictures: Mapping[str, str] | None = None,
) -> None:
    """Promise a file that `bot.reports` makes just before it leaves. `kind`: file, photo or voice. `pictures`: paths of
    kept files that it is made of, by argument."""
    method, name = _CALLS[kind]
    params: dict[str, Any] = {name: {"report": report, "args": args} | ({"files": pictures} if pictures else {})}
    params |= _under(caption)
    if markup:
        params["reply_markup"] = markup
    visit.call(method, **params)


def day_cell(day: date | None) -> Any:
    """A day in a cell of a table, to sort and to count by; empty for none."""
    return {"day": day.isoformat()} if day is not None else ""


def moment_cell(local: datetime | None) -> Any:
    """A day with its hour, as the clock here shows it."""
    return {"moment": local.replace(tzinfo=None, second=0, microsecond=0).isoformat()} if local is not None else ""


def show(visit: Visit, media: Iterable[tuple[str, str, str]]) -> None:
    """Kept files as (kind, file id, caption): voices one by one, photos together, and then what came as a file."""
    found = list(media)
    _one_by_one(visit, (one for one in found if one[0] == "voice"))
    photos = [one for one in found if one[0] == "photo"]
    for start in range(0, len(photos), _ALBUM):
        _album(visit, photos[start : start + _ALBUM])
    _one_by_one(visit, (one for one in found if one[0] == "file"))


def _one_by_one(visit: Visit, media: Iterable[tuple[str, str, str]]) -> None:
    for kind, file_id, caption in media:
        method, name = _CALLS[kind]
        visit.call(method, **{name: file_id} | _under(caption))


def _album(visit: Visit, photos: Sequence[tuple[str, str, str]]) -> None:
    if len(photos) == 1:
        _one_by_one(visit, photos)
    else:
        told = [{"type": "photo", "media": file_id} | _under(caption) for _, file_id, caption in photos]
        visit.call("sendMediaGroup", media=told)


def _under(caption: str) -> dict[str, Any]:
    return {"caption": caption, "parse_mode": "HTML"} if caption else {}
