"""Where usulan stand, said by whoever may say so: "maiwa 4 sudah selesai dikerjakan", "maiwa 1/27 masuk rkpd", also
under a photo. What their proposers would read is shown first, as when it is tapped."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.forms.heard import Sent, Typed, words_of
from bot.core.forms.writing import in_short, key_of
from bot.core.records import Usulan
from bot.core.usulan.finding import words_in
from bot.store.deciding import ticks
from bot.store.monitoring import photos
from bot.store.reading import searches
from bot.work import conversation
from bot.work.access import allowed, button, command
from bot.work.answering import topics
from bot.work.answering.answers import answer
from bot.work.deciding import changing, mistaken, spoken
from bot.work.deciding.chosen import TICKED, Chosen, chosen, offered, tracks
from bot.work.deciding.spoken import MIXED, Told
from bot.work.hall.decided import results_said
from bot.work.monitoring import photographing
from bot.work.reading import lists, named
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import standing
from bot.work.usulan.kabar import Number
from bot.work.visit import Visit

_FIGURE, _FEWEST = re.compile(r"\d"), 2  # words by which one is known
_SHOWN = 50  # characters


@dataclass
class _Meant:
    """`several`: of a number, those of its seasons between which is asked. `left_out`: what of a list is not taken."""

    found: list[Usulan] = field(default_factory=list)
    several: list[list[Chosen]] = field(default_factory=list)
    left_out: list[dict[str, str]] = field(default_factory=list)


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it says of numbered usulan what became of them."""
    text = words_of(heard)
    if "?" in text or not allowed(button("u"), visit.grants):
        return False
    shows = visit.office.catalog.world.afterwards["gambar"]
    is_shown = isinstance(heard, Sent) or not shows.isdisjoint(key_of(text).split())
    told = spoken.behind_lead(visit, text) if is_shown or _FIGURE.search(text) else None
    if told is None and not _FIGURE.search(text):
        return False
    is_one = told is not None and told.state != MIXED and not told.why
    if not is_one and (clauses := spoken.clauses_in(visit, text)):
        _ask_each(visit, clauses)
        return True
    if (told is None and await _takes_back(visit, text)) or await _is_not_yet(visit, text):
        return True
    meant = await _meant(visit, told.head, told.state) if told is not None and told.state != MIXED else _Meant()
    if told is not None and meant.left_out and not (meant.found or meant.several):
        visit.say("keadaan_tidak_ikut", lain=meant.left_out)
        return True
    if told is None or not (meant.found or meant.several):
        return _cannot_tell(visit, text, told) or (is_shown and _asks_which(visit, heard))
    if isinstance(heard, Sent) and meant.found and await takes_photo(visit, meant.found[0], heard):
        return True
    await _tell(visit, meant, told, spoken.called(visit))
    if is_shown:
        await _keep_photo(visit, meant.found, told, heard)
    return True


async def _tell(visit: Visit, meant: _Meant, told: Told, own: str) -> None:
    if meant.left_out:
        visit.say("keadaan_tidak_ikut", lain=meant.left_out)
    if meant.found:
        await _become(visit, meant.found, told, own)
    for seasons in meant.several:
        _ask_season(visit, seasons, told.state)


def _ask_each(visit: Visit, clauses: Sequence[str]) -> None:
    """ "Maiwa 4 masuk APBD, maiwa 2 belum bisa karena dana": one after the other, each with its own yes; what follows
    waits on buttons."""
    keys = [[(in_short(one, _SHOWN), f"u:hasil:{spoken.called(visit, at)}")] for at, one in enumerate(clauses)]
    visit.say("keadaan_satu_per_satu", keyboard(*keys), jumlah=len(clauses))


async def go_on(visit: Visit, carried: str) -> None:
    """One of these."""
    clause = await spoken.clause_of(visit, carried)
    told = spoken.told_in(visit, clause)
    if told is None:
        visit.stale()
        return
    meant = await _meant(visit, told.head, told.state)
    await _tell(visit, meant, told, carried)


async def _takes_back(visit: Visit, text: str) -> bool:
    """ "Maiwa 1 salah catat", "batalkan RKPD Maiwa 1": what was written down of it last."""
    is_off = spoken.is_called_off(visit, text)
    is_wrong = spoken.says_wrong(visit, text, surely=True) or spoken.takes_back_news(visit, text)
    found = await named.in_words(visit, text) if is_off or is_wrong else []
    all_of = await chosen(visit, found[0].id) if len(found) == 1 else None
    if all_of is None:
        return False
    if not all_of.version:
        return is_off and _say_where(visit, found[0], all_of)  # it is in no plan
    if not await mistaken.begin(visit, all_of.which) and not await results_said.show_result(visit, found[0]):
        await changing.begin(visit, all_of.which)
    return True


async def _is_not_yet(visit: Visit, text: str) -> bool:
    """ "Maiwa 1 belum masuk RKPD": where it is written down so, that is taken back; else it is said where it stands."""
    plan = spoken.plan_not_yet(visit, text)
    found = await named.in_words(visit, text) if plan else []
    all_of = await chosen(visit, found[0].id) if len(found) == 1 else None
    if all_of is None:
        return False
    if not (all_of.now[all_of.which] or "").endswith(plan):
        return _say_where(visit, found[0], all_of)
    if not await mistaken.begin(visit, all_of.which):
        await changing.begin(visit, all_of.which)
    return True


def _say_where(visit: Visit, one: Usulan, all_of: Chosen) -> bool:
    kini = standing.name(visit.office, all_of.now[all_of.which], min(tracks(visit, all_of)))
    visit.say("keadaan_memang", nomor=visit.office.spoken_number(one), kini=kini)
    return True


async def _stands_so(visit: Visit, one: Usulan, told: Told) -> None:
    """ "Maiwa 1 keliru, bukan masuk RKPD", where it is written down so; "memang masuk RKPD" changes nothing."""
    if not spoken.says_wrong(visit, told.head):
        kini = standing.name(visit.office, told.state, standing.track_of(visit.office, one.desa))
        visit.say("keadaan_memang", nomor=visit.office.spoken_number(one), kini=kini)
    elif _names_another(visit, told.head) or not await mistaken.begin(visit, one.id):
        await changing.begin(visit, one.id)


def _names_another(visit: Visit, head: str) -> bool:
    """ "Bukan ditolak, ditunda": what it is instead, by a word of which nobody knows the state: it is chosen."""
    behind = head.rpartition(",")[2].split() if "," in head else []
    said = [word for word in behind if key_of(word) not in visit.office.catalog.world.oneself]
    return bool(said) and spoken.told_in(visit, " ".join(said)) is None and not spoken.says_wrong(visit, " ".join(said))


def _cannot_tell(visit: Visit, text: str, told: Told | None) -> bool:
    """What only the office sets is no result of a meeting either."""
    if told is None or not spoken.is_of_office(visit, text):
        return False
    visit.say("keadaan_satu_satu" if told.state == MIXED else "keadaan_sebut_kecamatan")
    return True


def _asks_which(visit: Visit, heard: Typed | Sent) -> bool:
    """ "Pasar sudah dibangun, ini fotonya", of which no usulan is known."""
    built = visit.office.catalog.world.afterwards["dibangun"]
    if not isinstance(heard, Typed) or built.isdisjoint(key_of(heard.text).replace(",", " ").split()):
        return False
    visit.say("keadaan_foto_mana", nomor="")
    return True


async def _meant(visit: Visit, text: str, state: str) -> _Meant:
    """Each number that stands there. Of several seasons it is the one that was taken on and is not over; of a list,
    what cannot become this is left out."""
    meant, numbers = _Meant(), named.listed(visit, text)
    if not numbers:
        made = visit.office.catalog.states.of(state).asks_photo
        return _Meant(await named.in_words(visit, text) or (await _spoken_of(visit, text) if made else []))
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


async def _spoken_of(visit: Visit, text: str) -> list[Usulan]:
    """ "Tanggul di lappa sudah dibangun": the only one with all of these words that any usulan has."""
    world, who = visit.office.catalog.world, lists.sight_of(visit, command("periksa"))
    each = [
        word for word in topics.words_of(world, spoken.beside(visit, text)) if word not in world.afterwards["gambar"]
    ]
    async with visit.look() as connection:
        words = [word for word in words_in(" ".join(each)) if await searches.count_with_words(connection, who, [word])]
        found = await searches.with_words(connection, who, words, 2)
    return found if len(found) == 1 and len(words) >= _FEWEST else []


async def _keep_photo(visit: Visit, found: list[Usulan], told: Told, heard: Typed | Sent) -> None:
    """At the only one that it can be of; of words alone it is told how it is sent."""
    is_one = len(found) == 1 and visit.office.catalog.states.of(told.state).asks_photo
    number = visit.office.spoken_number(found[0]) if found else ""
    if not isinstance(heard, Sent):
        visit.say("keadaan_foto_mana", nomor=number)
    elif not is_one or not await photographing.hold(visit, found[0], heard):
        visit.say("keadaan_foto_menyusul")


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


async def takes_photo(visit: Visit, found: Usulan, heard: Sent) -> bool:
    """The one from the old spot, where it is awaited from them."""
    photo = await visit.look_up(photos.of_usulan, found.id)
    if photo is None or not photo.is_missing or await photographing.brought(visit, found.id) is None:
        return False
    if await photographing.wait_for(visit, found.id):
        await conversation.hear(visit, heard, answer)
    return True


async def _become(visit: Visit, found: list[Usulan], told: Told, own: str) -> None:
    """Of several, or with a reason in own words (a button has no room for both), as when they are ticked; where it may
    not become this, what it may."""
    which = TICKED if len(found) > 1 or told.why else found[0].id
    if which == TICKED:
        async with visit.ask() as connection:
            await ticks.clear(connection, visit.me.id)
        for one in found:
            all_of = await chosen(visit, one.id)
            await visit.ask_once(ticks.turn, visit.me.id, one.id, all_of.version if all_of is not None else 0)
    all_of = await chosen(visit, which)
    if all_of is not None and all_of.now.get(found[0].id) == told.state and len(found) == 1:
        await _stands_so(visit, found[0], told)
    elif all_of is not None and any(one.key == told.state for one in offered(visit, all_of)):
        await changing.go_on(visit, which, all_of.version, told, own)
    else:
        await changing.begin(visit, which)
