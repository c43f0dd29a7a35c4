"""Before and after in one picture, made to be passed on: to whoever brought the usulan and whoever brought the same.
What only few may know goes to whoever brought it alone."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from bot.core.forms.say import Words
from bot.core.forms.writing import in_short
from bot.core.records import WITHDRAWN, Usulan
from bot.store.monitoring import photos
from bot.store.monitoring.photos import AfterPhoto
from bot.store.people import people
from bot.store.people.people import Addressee
from bot.store.queues.news import News
from bot.store.reading import wordings
from bot.store.usulan import usulan as stored
from bot.work.deciding import in_person
from bot.work.reading import delicate
from bot.work.round import Round
from bot.work.saying import letters
from bot.work.saying.keyboard import keyboard
from bot.work.usulan.usulan import number_of, public_place

#: The news that a photo is here; its subject is that photo.
AFTER = "foto_sesudah"
_SENTENCE = re.compile(r"(?<=[.!?])\s")
_LONGEST = 180  # characters of a sentence under a picture


async def _about(tour: Round, one: News) -> tuple[AfterPhoto, Usulan] | None:
    """None when it is no longer to be shown."""
    photo = await photos.by_id(tour.connection, one.subject)
    usulan = await stored.by_id(tour.connection, photo.usulan_id) if photo is not None else None
    return None if photo is None or usulan is None or usulan.status == WITHDRAWN else (photo, usulan)


async def whom(tour: Round, one: News, most: int) -> Sequence[Addressee]:
    pair = await _about(tour, one)
    if pair is None:
        return ()
    alone = await delicate.is_for_few(tour.connection, tour.office, pair[1])
    if not alone and not one.told_up_to:
        await in_person.carry(tour, await photos.bring_in_person(tour.connection, pair[0]), None)
    return await photos.whom(tour.connection, pair[0], one.told_up_to, most, alone=alone)


async def tell(tour: Round, one: News, told: Sequence[Addressee]) -> None:
    """Whoever sent it for somebody else shows it to them."""
    pair = await _about(tour, one)
    picture = await _picture(tour, *pair) if pair is not None else None
    if pair is None or picture is None:
        return
    photo, usulan = pair
    alone = await delicate.is_for_few(tour.connection, tour.office, usulan)
    mine = await photos.brought_by(tour.connection, photo, [person.id for person in told], alone=alone)
    keys = keyboard(
        [(tour.text("tombol_sudah_sesuai"), f"k:sesuai:{photo.id}")],
        [(tour.text("tombol_ada_beda"), f"k:beda:{photo.id}")],
    )
    found = []
    for person in told:
        own = mine.get(person.id)
        number = number_of(tour.office, own or usulan, tour.now)
        sentence = "foto_sesudah_kabar" if own is not None else "foto_sesudah_tunjukkan"
        known: dict[str, Any] = {"nama": person.name, "nomor": number}
        text = tour.text(sentence, **known, **({"sendiri": alone} if own is not None else {}))
        found.append((person, picture, text, keys))
    await letters.promise_pictures(tour, found)


async def _picture(tour: Round, photo: AfterPhoto, usulan: Usulan) -> dict[str, Any] | None:
    """What the child makes of the two files, or of one and the first sentence of the story; None when the photo has
    been taken away meanwhile."""
    outcome, after = await photos.file_of(tour.connection, photo.media_id)
    if outcome != "stored" or after is None or photo.sent_at is None:
        return None
    before = await photos.before_of(tour.connection, usulan.id)
    label = tour.office.catalog.label
    path, taken_at = before or ("", None)
    days = {"dulu": taken_at or usulan.spoken_at, "sekarang": photo.sent_at}
    args = {
        "title": number_of(tour.office, usulan, tour.now),
        "place": public_place(tour.office, usulan.answers),
        "agency": tour.office.bappeda,
        "labels": [label(Words(f"foto_gambar.{name}")) for name in days],
        "days": [label(Words(f"foto_gambar.hari_{name}", {"hari": tour.office.day(at)})) for name, at in days.items()],
        "quote": "" if before else await quote_of(tour, usulan),
        "filename": label(Words("foto_gambar.berkas")),
    }
    files = {"after": after} | ({"before": path} if path else {})
    return {"report": "before_after", "args": args, "files": files}


async def quote_of(tour: Round, usulan: Usulan) -> str:
    """Of the story as it was written, or typed down from the voice, in which nobody is named; empty where it was only
    said."""
    text = (await wordings.texts(tour.connection, [usulan], ["cerita"]))[usulan.id]["cerita"]
    sentences = _SENTENCE.split(" ".join(text.split())) if text else []
    who = [await people.name_of(tour.connection, one) for one in (usulan.person_id, usulan.typed_by)]
    return in_short(next((one for one in sentences if not _names_somebody(tour, one, who)), ""), _LONGEST)


def _names_somebody(tour: Round, sentence: str, who: Sequence[str]) -> bool:
    """Whether somebody is called in it: "2 meter dari rumah pak Lalo", "namanya Rara", or whoever brought it."""
    world, spoken = tour.office.catalog.world, re.findall(r"[\w']+", sentence.lower())
    names = {part.lower() for name in who for part in name.split()}
    called = {*world.spellings.names.address, *world.asking_proposers["bernama"]} | names
    return any(
        a in called and (a in names or not world.ear or not world.ear.knows(b)) for a, b in pairwise([*spoken, ""])
    )
