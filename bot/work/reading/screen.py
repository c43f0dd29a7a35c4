"""Reading usulan: the whole usulan with its media, the word to the proposer that it was read, and who is told in
person."""

import json
from typing import Any

from bot.core.records import Usulan
from bot.store.database.ids import new_id
from bot.store.people import speakers
from bot.store.reading import readings
from bot.store.turn import Turn
from bot.store.usulan import usulan as stored
from bot.work.access import Entry
from bot.work.office import Office
from bot.work.reading.lists import sight_of, speaker_name
from bot.work.reading.telling import told_of
from bot.work.reading.voices import voices_to_write
from bot.work.saying import news, replies
from bot.work.usulan.kabar import forward
from bot.work.usulan.usulan import spoken_name, summary


async def show(turn: Turn, office: Office, entry: Entry, usulan_id: int) -> None:
    """The whole usulan: words, voices, photos, the point, then the button by which its proposer is told."""
    found = await _readable(turn, entry, usulan_id)
    if found is None:
        replies.toast(turn, office.catalog.text("bukan_wilayah"))
        return
    async with turn.ask() as connection:
        media = [one for one in await stored.media_of(connection, usulan_id) if one[1]]  # an erased one has no file
    told = await told_of(turn, office, found, media)
    replies.say(turn, office, "usulan_utuh", **told)
    _send_media(turn, office, media)
    _send_point(turn, found)
    await _offer(turn, office, found, media, told)


async def _offer(turn: Turn, office: Office, found: Usulan, media: list[tuple[str, str, str]], told: Any) -> None:
    """What can be done with it, under the last message."""
    rows = await voices_to_write(turn, office, found.id, media)
    if found.read_at is None:
        rows.append([(office.catalog.text("tombol_sudah_baca"), f"u:baca:{found.id}")])
    markup = replies.buttons(*rows)
    markup["inline_keyboard"].append([forward(office, found)])
    if found.read_at is None:
        replies.say(turn, office, "usulan_ajakan_baca", markup, titip=found.person_id is None)
    else:
        replies.say(turn, office, "usulan_sudah_dibaca", markup, pembaca=told["pembaca"])
    if await _is_untold(turn, found.id):
        replies.say(turn, office, "usulan_harus_dikabari", _told_button(office, found.id), siapa=told["suara_siapa"])


def _send_media(turn: Turn, office: Office, media: list[tuple[str, str, str]]) -> None:
    """Voices one by one with what they answer, photos together, pictures that came as files as files."""
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
    for kind, file_id, _ in media:
        if kind == "file":
            turn.send("sendDocument", {"chat_id": turn.lane, "document": file_id}, chat=turn.lane, person_id=person_id)


def _send_point(turn: Turn, found: Usulan) -> None:
    point = found.answers.get("lokasi")
    if isinstance(point, dict) and "lat" in point:
        where = {"chat_id": turn.lane, "latitude": point["lat"], "longitude": point["lon"]}
        turn.send("sendLocation", where, chat=turn.lane, person_id=turn.person.id if turn.person else None)


async def _readable(turn: Turn, entry: Entry, usulan_id: int) -> Usulan | None:
    """The usulan, if this person may see it."""
    if turn.person is None:
        return None
    async with turn.ask() as connection:
        return await readings.one(connection, sight_of(turn, entry), usulan_id)


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
    is_untold = await _is_untold(turn, usulan_id)
    markup = _told_button(office, usulan_id) if is_untold else None
    name_of = proposer[1] if proposer else await speaker_name(turn, found)
    replies.say(turn, office, "baca_dicatat", markup, nomor=name, nama=name_of, langsung=is_untold)


async def _is_untold(turn: Turn, usulan_id: int) -> bool:
    async with turn.ask() as connection:
        return await readings.is_untold(connection, usulan_id)


def _told_button(office: Office, usulan_id: int) -> dict[str, Any]:
    return replies.buttons([(office.catalog.text("tombol_sudah_kabari"), f"u:kabari:{usulan_id}")])


async def mark_told(turn: Turn, office: Office, entry: Entry, usulan_id: int) -> None:
    """*Sudah saya kabari*: whoever has no telephone of their own was told in person."""
    found = await _readable(turn, entry, usulan_id)
    if found is None or turn.person is None:
        replies.toast(turn, office.catalog.text("bukan_wilayah"))
        return
    async with turn.ask() as connection:
        is_first = await readings.mark_told(connection, usulan_id, turn.now)
    if not is_first:
        replies.toast(turn, office.catalog.text("tombol_lewat"))
        return
    event = {"id": new_id(), "usulan_id": usulan_id, "at": turn.now, "by": turn.person.id, "kind": "dikabari"}
    turn.put("event", **event, detail=None)
    number = spoken_name(office, found.kecamatan, found.serial)
    replies.say(turn, office, "dikabari_dicatat", nomor=number, nama=await speaker_name(turn, found))


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
    news.tell(turn, office, address, usulan.person_id, text)
