"""Reading usulan: a facilitator's list, the whole usulan with its media, and the word to the proposer that it was
read."""

import json
from typing import Any

from bot.core.hours import quiet_until
from bot.core.records import WITHDRAWN, Usulan
from bot.store import speakers
from bot.store import usulan as stored
from bot.store.ids import new_id
from bot.store.turn import Turn, outbox_row
from bot.work import replies
from bot.work.access import Entry, may_act
from bot.work.office import Office
from bot.work.usulan import place, spoken_name, summary

_LISTED = 8


def _scopes(turn: Turn, entry: Entry) -> list[str]:
    return sorted({grant.scope for grant in turn.grants if grant.role in entry.roles})


async def list_unread(turn: Turn, office: Office, entry: Entry) -> None:
    """What waits to be read in the wilayah of this facilitator, oldest first."""
    scopes = _scopes(turn, entry)
    async with turn.ask() as connection:
        waiting = await stored.unread(connection, scopes, _LISTED)
        total = await stored.count_unread(connection, scopes) if waiting else 0
    if not waiting:
        replies.say(turn, office, "periksa_kosong", nama=turn.person.name if turn.person else "")
        return
    lines = [
        {"nomor": spoken_name(office, u.kecamatan, u.serial), "tempat": place(u.answers), "ringkas": summary(u.answers)}
        for u in waiting
    ]
    rows = [
        [(office.catalog.text("tombol_baca", nomor=line["nomor"]), f"u:lihat:{u.id}")]
        for line, u in zip(lines, waiting, strict=True)
    ]
    replies.say(turn, office, "periksa_daftar", replies.buttons(*rows), usulan=lines, jumlah=total)


async def show(turn: Turn, office: Office, entry: Entry, usulan_id: int) -> None:
    """The whole usulan: words, then voices and photos, then the button that tells the proposer it was read."""
    found = await _readable(turn, entry, usulan_id)
    if found is None:
        replies.toast(turn, office.catalog.text("bukan_wilayah"))
        return
    async with turn.ask() as connection:
        media = await stored.media_of(connection, usulan_id)
        proposer = await stored.address_of(connection, found.person_id) if found.person_id else None
        reader = await stored.address_of(connection, found.read_by) if found.read_by else None
    replies.say(
        turn,
        office,
        "usulan_utuh",
        nomor=spoken_name(office, found.kecamatan, found.serial),
        kode=found.code,
        nama=proposer[1] if proposer else "",
        tempat=place(found.answers),
        terdaftar=found.answers.get("dusun", {}).get("listed", True),
        cerita=(found.answers.get("cerita") or {}).get("text") or "",
        harapan=(found.answers.get("harapan") or {}).get("text") or "",
        suara=sum(1 for kind, _, _ in media if kind == "voice"),
        foto=sum(1 for kind, _, _ in media if kind == "photo"),
    )
    _send_media(turn, office, media)
    if found.read_at is None:
        button = (office.catalog.text("tombol_sudah_baca"), f"u:baca:{usulan_id}")
        replies.say(turn, office, "usulan_ajakan_baca", replies.buttons([button]))
    else:
        replies.say(turn, office, "usulan_sudah_dibaca", pembaca=reader[1] if reader else "")


def _send_media(turn: Turn, office: Office, media: list[tuple[str, str, str]]) -> None:
    """Voices one by one with what they answer, photos together."""
    person_id = turn.person.id if turn.person else None
    for kind, file_id, question in media:
        if kind == "voice":
            caption = office.catalog.text(f"suara_{question}")
            params: dict[str, Any] = {"chat_id": turn.lane, "voice": file_id, "caption": caption, "parse_mode": "HTML"}
            turn.send("sendVoice", params, chat=turn.lane, person_id=person_id)
    photos = [file_id for kind, file_id, _ in media if kind == "photo"]
    if len(photos) == 1:
        turn.send("sendPhoto", {"chat_id": turn.lane, "photo": photos[0]}, chat=turn.lane, person_id=person_id)
    elif photos:
        album = [{"type": "photo", "media": file_id} for file_id in photos]
        turn.send("sendMediaGroup", {"chat_id": turn.lane, "media": album}, chat=turn.lane, person_id=person_id)


async def _readable(turn: Turn, entry: Entry, usulan_id: int) -> Usulan | None:
    """The usulan, if it lies in the wilayah of one of the person's grants."""
    async with turn.ask() as connection:
        found = await stored.by_id(connection, usulan_id)
    is_there = found is not None and found.status != WITHDRAWN  # taken back: nobody reads it any more
    return found if is_there and found is not None and may_act(entry, turn.grants, found.desa) else None


async def mark_read(turn: Turn, office: Office, entry: Entry, usulan_id: int) -> None:
    """*Sudah saya baca*: the first reader counts, and the proposer is told by name."""
    found = await _readable(turn, entry, usulan_id)
    person = turn.person
    if found is None or person is None:
        replies.toast(turn, office.catalog.text("bukan_wilayah"))
        return
    async with turn.ask() as connection:
        is_first = await stored.mark_read(connection, usulan_id, person.id, turn.now)
        reader = await stored.address_of(connection, found.read_by) if found.read_by else None
        proposer = await speakers.whom_to_tell(connection, usulan_id)
    name = spoken_name(office, found.kecamatan, found.serial)
    if not is_first:
        replies.toast(turn, office.catalog.text("sudah_dibaca_orang", pembaca=reader[1] if reader else ""))
        return
    turn.put(
        "event",
        id=new_id(),
        usulan_id=usulan_id,
        at=turn.now,
        by=person.id,
        kind="dibaca",
        detail=json.dumps({"nama": person.name}),
    )
    if proposer is not None:
        _tell_proposer(turn, office, proposer, found, person.name)
    replies.toast(turn, office.catalog.text("baca_dicatat_singkat"))
    replies.say(turn, office, "baca_dicatat", nomor=name, nama=proposer[1] if proposer else "")


def _tell_proposer(turn: Turn, office: Office, proposer: tuple[int, str], usulan: Usulan, reader: str) -> None:
    """News of one's own usulan comes at once, without a sound in quiet hours."""
    address, name = proposer
    text = office.catalog.text(
        "kabar_dibaca",
        nama=name,
        pembaca=reader,
        nomor=spoken_name(office, usulan.kecamatan, usulan.serial),
        ringkas=summary(usulan.answers),
    )
    params: dict[str, Any] = {"chat_id": address, "text": text, "parse_mode": "HTML"}
    if quiet_until(office.local(turn.now)) is not None:
        params["disable_notification"] = True
    turn.put("reply", **outbox_row("sendMessage", params, chat=address, real=turn.real, person_id=usulan.person_id))
