"""Where usulan stand, said by whoever may say so: "maiwa 4 sudah selesai dikerjakan", "maiwa 1/27 masuk rkpd", also
under a photo. What their proposers would read is shown first, as when it is tapped."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.forms.heard import Sent, Typed, words_of
from bot.core.records import Usulan
from bot.store.deciding import ticks
from bot.store.monitoring import photos
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.answering.answers import answer
from bot.work.deciding import changing, spoken
from bot.work.deciding.chosen import TICKED, Chosen, chosen, offered, tracks
from bot.work.deciding.spoken import Told
from bot.work.monitoring import photographing
from bot.work.reading import named
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import standing
from bot.work.usulan.kabar import Number
from bot.work.visit import Visit

_FIGURE = re.compile(r"\d")


@dataclass
class _Meant:
    """`several`: of a number, those of its seasons between which is asked. `left_out`: what of a list is not taken."""

    found: list[Usulan] = field(default_factory=list)
    several: list[list[Chosen]] = field(default_factory=list)
    left_out: list[dict[str, str]] = field(default_factory=list)


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it says of numbered usulan what became of them."""
    text = words_of(heard)
    if not _FIGURE.search(text) or "?" in text or not allowed(button("u"), visit.grants):
        return False
    told = spoken.each_in(visit, text)
    each = [await _meant(visit, one.head, one.state) for one in told]
    if not any(meant.found or meant.several for meant in each):
        if is_of_office := spoken.is_of_office(visit, text):
            visit.say("keadaan_sebut_kecamatan")
        return is_of_office
    if isinstance(heard, Sent) and each[0].found and await _takes_photo(visit, each[0].found[0], heard):
        return True
    if left_out := [one for meant in each for one in meant.left_out]:
        visit.say("keadaan_tidak_ikut", lain=left_out)
    await _become_each(visit, told, each)
    if isinstance(heard, Sent):
        visit.say("keadaan_foto_menyusul")
    return True


async def _meant(visit: Visit, text: str, state: str) -> _Meant:
    """Each number that stands there. Of several seasons it is the one that was taken on and is not over; of a list,
    what cannot become this is left out."""
    meant, numbers = _Meant(), named.listed(visit, text)
    if not numbers:
        return _Meant(await named.in_words(visit, text))
    for number in numbers:
        same = await named.all_of_number(visit, number)
        each = [all_of for one in same if (all_of := await chosen(visit, one.id)) is not None]
        may = [all_of for all_of in each if any(one.key == state for one in offered(visit, all_of))]
        fitting = [all_of for all_of in may if _is_under_way(visit, all_of)] if len(each) > 1 else each
        if len(fitting) == 1 and (may or len(numbers) == 1):
            meant.found.extend(fitting[0].found)
        elif len(each) > 1:
            meant.several.append(each)
        else:
            meant.left_out.append(_left_out(visit, number, each))
    return meant


def _is_under_way(visit: Visit, all_of: Chosen) -> bool:
    before = visit.office.catalog.states.of(all_of.now[all_of.which])
    return before.step > 0 and not before.ends


def _left_out(visit: Visit, number: Number, each: list[Chosen]) -> dict[str, str]:
    """Where it stands; empty where there is none of that number."""
    name = visit.office.spoken_name(number.kecamatan, number.serial)
    kini = [standing.name(visit.office, one.now[one.which], min(tracks(visit, one))) for one in each]
    return {"nomor": name, "kini": "".join(kini)}


def _ask_season(visit: Visit, seasons: list[Chosen], state: str) -> None:
    """One number, several seasons: a tap goes on with what was said."""
    lines = [named.line(visit, one.found[0]) | {"nomor": one.names[one.which]} for one in seasons]
    keys = [[(one.names[one.which], one.press("jadi", state))] for one in seasons]
    visit.say("usulan_mana_dari", keyboard(*keys), usulan=lines)


async def _takes_photo(visit: Visit, found: Usulan, heard: Sent) -> bool:
    """The one from the old spot, where it is awaited from them."""
    photo = await visit.look_up(photos.of_usulan, found.id)
    if photo is None or not photo.is_missing or await photographing.brought(visit, found.id) is None:
        return False
    if await photographing.wait_for(visit, found.id):
        await conversation.hear(visit, heard, answer)
    return True


async def _become_each(visit: Visit, told: Sequence[Told], each: Sequence[_Meant]) -> None:
    """Several, and those with a reason in own words, are ticked: of these there is one preview at a time."""
    is_ticked, later = False, list[str]()
    for at, (one, meant) in enumerate(zip(told, each, strict=True)):
        ticks_them = len(meant.found) > 1 or bool(meant.found and one.why)
        if ticks_them and is_ticked:
            later.append(one.text)
        elif meant.found:
            await _become(visit, meant.found, one, spoken.called(visit, at))
        is_ticked = is_ticked or ticks_them
        for seasons in meant.several:
            _ask_season(visit, seasons, one.state)
    if later:
        visit.say("keadaan_sesudah_ini", kata=later)


async def _become(visit: Visit, found: list[Usulan], told: Told, own: str) -> None:
    """Where it may not become this, what it may."""
    which = TICKED if len(found) > 1 or told.why else found[0].id
    if which == TICKED:
        async with visit.ask() as connection:
            await ticks.clear(connection, visit.me.id)
        for one in found:
            all_of = await chosen(visit, one.id)
            await visit.ask_once(ticks.turn, visit.me.id, one.id, all_of.version if all_of is not None else 0)
    all_of = await chosen(visit, which)
    if all_of is not None and any(one.key == told.state for one in offered(visit, all_of)):
        await changing.go_on(visit, which, all_of.version, told, own)
    else:
        await changing.begin(visit, which)
