"""Reading usulan: the whole usulan with its media, a button for everything that may be asked about it or was answered
by mouth, the word to the proposer that it was read, and who is told in person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from bot.catalog.texts import as_html
from bot.core.deciding.states import DECIDED
from bot.core.forms.say import Words
from bot.core.records import WITHDRAWN, Usulan
from bot.store.deciding import moves
from bot.store.monitoring.photos import AfterPhoto
from bot.store.people import people, speakers
from bot.store.reading import readings
from bot.store.usulan import events, promises
from bot.store.usulan import usulan as stored
from bot.work.access import button
from bot.work.reading import delicate, lines, pictures, slips
from bot.work.reading.lines import called, speaker_name
from bot.work.reading.lists import MINE, readable, sight_of
from bot.work.reading.telling import told_of
from bot.work.reading.voices import voices_to_write
from bot.work.saying import files
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.usulan import asked, checked, completing, finished, outcomes, seasons, standing
from bot.work.usulan.kabar import forward
from bot.work.usulan.usulan import quoted
from bot.work.usulan.voices import carried
from bot.work.visit import Visit


async def show(visit: Visit, usulan_id: int) -> None:
    """The whole usulan: words, voices, photos, the point, then the button by which its proposer is told."""
    found = await readable(visit, usulan_id)
    if found is None:
        visit.toast("bukan_wilayah")
        return
    media = [one for one in await visit.ask_once(stored.media_of, usulan_id) if one.file_id]  # an erased one has none
    waiting = await asked.lines(visit, [found.id])
    told = await _all_of(visit, found, finished.from_before(media), waiting)
    check = await checked.newest(visit, found)
    errand = await carried.newest(visit, found)
    photo = await _photo_of(visit, found)
    onward = [checked.offer(visit, found, check), carried.offer(visit, found, errand)]
    # What tells of violence is asked about, looked at and carried about by nobody.
    rows = [] if told["tertutup"] else [_together(visit, found), *_asking(visit, found, waiting), *onward]
    markup = keyboard(*rows)
    decided = (await outcomes.of_usulan(visit, [found.id])).get(found.id, "")
    became = {"hasil": as_html(decided), "kata": await _in_own_words(visit, found.id) if decided else ""}
    visit.say("usulan_utuh", markup if markup["inline_keyboard"] else None, ditanya=waiting, **became, **told)
    if check is not None:
        await checked.show(visit, found, check)
    if errand is not None:
        await carried.show(visit, errand)
    _send_media(visit, finished.from_before(media))
    await finished.show(visit, photo)
    _send_point(visit, found)
    await _offer(visit, found, media, told | became | {"tanya": [line["isi"] for line in waiting]}, photo)


async def _photo_of(visit: Visit, found: Usulan) -> AfterPhoto | None:
    """Of what was made of it, or of the one with which it is one, where that is not for few."""
    async with visit.ask() as connection:
        main = await stored.by_id(connection, await moves.main_of(connection, found.id))
        hidden = main is None or (main.id != found.id and await delicate.is_for_few(connection, visit.office, main))
    return None if main is None or hidden else await finished.photo_of(visit, main.id)


def _together(visit: Visit, found: Usulan) -> list[Key]:
    is_open = completing.is_open(visit.office, found)
    return [completing.offer(visit, found, "u:bersama", "tombol_isi_bersama")] if is_open else []


async def _all_of(
    visit: Visit, found: Usulan, media: list[stored.Media], waiting: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """The usulan, and what it was in earlier years."""
    past = await seasons.past_of(visit, found)
    before = {"dulu": past.years, "kali": past.times, "sering": past.times >= seasons.FLAGGED}
    return await told_of(visit, found, media, waiting) | before


async def _offer(visit: Visit, found: Usulan, media: list[stored.Media], told: Any, photo: AfterPhoto | None) -> None:
    """What can be done with it, under the last message. `photo`: of what was made."""
    photograph = await finished.offer(visit, found, photo)
    rows = await voices_to_write(visit, found.id, media)
    if any(one.kind != "voice" for one in media):
        rows.append([pictures.offer(visit, found.id)])
    if found.person_id is None and found.agreed is not None:
        rows.append([slips.offer(visit, found.id)])
    rows += [_about_its_way(visit, found), await _again(visit, found)]
    if found.read_at is None:
        rows.append([(visit.text("tombol_sudah_baca"), f"u:baca:{found.id}")])
    markup = keyboard(*rows)
    if not told["tertutup"]:
        markup["inline_keyboard"].append([forward(visit.office, found, told["hasil"])])
    if found.read_at is None:
        visit.say("usulan_ajakan_baca", markup, titip=found.person_id is None)
    else:
        visit.say("usulan_sudah_dibaca", markup, pembaca=told["pembaca"])
    if await _is_untold(visit, found.id):
        keys = keyboard(photograph, [(visit.office.catalog.text("tombol_sudah_kabari"), f"u:kabari:{found.id}")])
        shows = photo is not None and not photo.is_missing
        known = {"siapa": told["suara_siapa"], "kabar": told["hasil"], "kata": told["kata"], "tunjukkan": shows}
        async with visit.look() as connection:
            way = await lines.way_to(visit.office, connection, found)
        visit.say("usulan_harus_dikabari", keys, foto=bool(photograph), tanya=told["tanya"], cara=way, **known)
    elif photograph:
        visit.say("foto_sesudah_minta_langsung", keyboard(photograph), siapa=told["suara_siapa"])


async def _in_own_words(visit: Visit, usulan_id: int) -> str:
    """Why it stands as it does, as whoever decided said it."""
    newest = (await visit.ask_once(moves.newest_of, [usulan_id])).get(usulan_id)
    return (newest.note or "") if newest is not None else ""


def _about_its_way(visit: Visit, found: Usulan) -> list[Key]:
    """Where it stands is changed only after it was read."""
    change = [(visit.text("tombol_ubah_keadaan"), f"u:ubah:{found.id}")] if found.read_at is not None else []
    return [*change, (visit.text("tombol_riwayat"), f"u:riwayat:{found.id}")]


async def _again(visit: Visit, found: Usulan) -> list[Key]:
    """For whoever has no telephone of their own, once there is another season."""
    is_offered = found.person_id is None and await seasons.is_offered(visit, found)
    number = visit.office.spoken_number(found)
    return [(visit.text("tombol_bawa_lagi", nomor=number), f"u:lagi:{found.id}")] if is_offered else []


def _send_media(visit: Visit, media: list[stored.Media]) -> None:
    """Voices one by one with what they answer, photos together with what was written under them, pictures that came as
    files as files."""
    files.show(visit, ((one.kind, one.file_id, _caption(visit, one)) for one in media))


def _caption(visit: Visit, one: stored.Media) -> str:
    return visit.text(f"suara_{one.question}") if one.kind == "voice" else escape(one.words, quote=False)


def _send_point(visit: Visit, found: Usulan) -> None:
    point = found.answers.get("lokasi")
    if isinstance(point, dict) and "lat" in point:
        visit.call("sendLocation", latitude=point["lat"], longitude=point["lon"])


@dataclass(frozen=True, slots=True)
class _Read:
    """`by`: who read it before; `proposer`: who is told, where and by which name."""

    by: str
    proposer: tuple[int, str] | None
    is_private: bool


async def mark_read(visit: Visit, usulan_id: int) -> None:
    """*Sudah saya baca*: the first reader counts, and the proposer is told by name."""
    found = await readable(visit, usulan_id)
    if found is None:
        visit.toast("bukan_wilayah")
        return
    read = await _mark(visit, found)
    if read.by:
        visit.toast("sudah_dibaca_orang", pembaca=read.by)
        return
    visit.toast("baca_dicatat_singkat")
    is_untold = await _is_untold(visit, usulan_id)
    undo = [(visit.text("tombol_belum_baca"), f"u:belum:{usulan_id}")]
    told = [(visit.text("tombol_sudah_kabari"), f"u:kabari:{usulan_id}")] if is_untold else []
    markup = keyboard(told, await _next(visit), undo)
    number = visit.office.spoken_number(found)
    name_of = called(visit, found, read.proposer[1]) if read.proposer else await speaker_name(visit, found)
    visit.say("baca_dicatat", markup, nomor=number, nama=name_of, langsung=is_untold, tertutup=read.is_private)


async def note_read(visit: Visit, found: Usulan) -> None:
    """Whoever tells what they saw of it has read it, and its proposer hears no longer that nobody did."""
    if found.read_at is None and await readable(visit, found.id) is not None:
        await _mark(visit, found)


async def _mark(visit: Visit, found: Usulan) -> _Read:
    async with visit.ask() as connection:
        is_first = await stored.mark_read(connection, found.id, visit.me.id, visit.now)
        reader = await people.name_of(connection, found.read_by)
        proposer = await speakers.whom_to_tell(connection, found.id)
        is_private = bool(await delicate.among(connection, visit.office, [found]))
        if is_first:
            await promises.end(connection, promises.READ, [found.id], visit.now)
    if is_first:
        events.note(visit.turn, found.id, "dibaca", nama=visit.me.name)
        if proposer is not None:
            await _tell_proposer(visit, proposer, found, visit.me.name, private=is_private)
    return _Read("" if is_first else reader, proposer, is_private)


async def mark_several(visit: Visit, found: Sequence[Usulan], missing: Sequence[str] = ()) -> None:
    """All of these at once, in one word. `missing`: numbers that are none of theirs."""
    numbers: dict[str, list[str]] = {"baru": [], "sudah": [], "langsung": []}
    for one in found:
        number, read = visit.office.spoken_number(one), await _mark(visit, one)
        numbers["sudah" if read.by else "baru"].append(number)
        if not (read.by or read.is_private) and await _is_untold(visit, one.id):
            numbers["langsung"].append(f"{number} ({await speaker_name(visit, one)})")
    visit.say("baca_dicatat_banyak", keyboard(await _next(visit)), **numbers, lain=missing)


async def _next(visit: Visit) -> list[Key]:
    """To the one that has waited longest now."""
    found = await visit.ask_once(readings.listed, MINE, sight_of(visit, button("u")), 1)
    labels = [Words("tombol_baca_berikut", {"nomor": lines.number(visit, one)}) for one in found]
    return [(visit.label(label), f"u:lihat:{one.id}") for label, one in zip(labels, found, strict=True)]


async def _is_untold(visit: Visit, usulan_id: int) -> bool:
    return await visit.ask_once(readings.is_untold, usulan_id)


async def bring_again(visit: Visit, usulan_id: int) -> None:
    """*Bawa lagi*, for somebody without a telephone."""
    found = await readable(visit, usulan_id)
    if found is None:
        visit.toast("bukan_wilayah")
    else:
        await seasons.bring_again(visit, found)


async def say_told(visit: Visit, found: Usulan) -> None:
    """*Sudah saya kabari* was noted."""
    number, waiting = visit.office.spoken_number(found), await asked.lines(visit, [found.id])
    keys = [[(_label(visit, "klarifikasi_tombol_isi", line["judul"]), f"u:isi:{line['id']}")] for line in waiting]
    told = {"nama": await speaker_name(visit, found), "tanya": [line["isi"] for line in waiting]}
    visit.say("dikabari_dicatat", keyboard(*keys) if keys else None, nomor=number, **told)


async def _tell_proposer(
    visit: Visit, proposer: tuple[int, str], usulan: Usulan, reader: str, *, private: bool
) -> None:
    """News of one's own usulan comes at once, without a sound in quiet hours."""
    address, name = proposer
    text = visit.text(
        "kabar_dibaca",
        nama=name,
        pembaca=reader,
        nomor=visit.office.spoken_number(usulan),
        ringkas=quoted(visit.office, usulan.answers),
        putus=usulan.status in DECIDED,
        tertutup=private,
        sendiri=usulan.reader_id is not None,
        dibahas=await standing.is_to_be_discussed(visit, usulan),
    )
    visit.tell(address, usulan.person_id, text)


def _asking(visit: Visit, one: Usulan, waiting: Sequence[dict[str, Any]]) -> list[Sequence[Key]]:
    """`waiting`: what is asked already, as `asked.lines` has it; it may be answered also after a meeting."""
    brought = [(_label(visit, "klarifikasi_tombol_isi", line["judul"]), f"u:isi:{line['id']}") for line in waiting]
    if not asked.can_be_asked(one):
        return in_rows(brought) if one.status != WITHDRAWN else []
    open_titles = {line["judul"] for line in waiting if line["buka"]}
    flow_title = {question.key: question.title for question in asked.fields(visit.office, one.answers)}
    lacks = [key for key in completing.lacking(visit.office, one.answers) if flow_title.get(key, "") not in open_titles]
    ask = [(_label(visit, "klarifikasi_tombol_tanyakan", flow_title[key]), f"u:tanya:{one.id}:{key}") for key in lacks]
    other = [(visit.text("klarifikasi_tombol_lain"), f"u:tanyalain:{one.id}")]
    return [*in_rows(ask), other, *in_rows(brought)]


def _label(visit: Visit, name: str, title: str) -> str:
    return visit.office.plain(name, judul=title)
