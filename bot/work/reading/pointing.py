"""An usulan that is not named, because it was just shown: "buka yang pertama" or "1" under a list, "sudah dibaca", "uji
silang" under the one that is open, "lanjut" behind one that was read."""

from collections.abc import Sequence

from bot.core.forms.digits import whole
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with, key_of
from bot.core.kinds.number import number_in
from bot.core.records import Usulan
from bot.store.queues import said
from bot.store.queues.said import Said
from bot.work.access import allowed, command
from bot.work.reading import lists, screen
from bot.work.reading.finding import without_address
from bot.work.saying.keyboard import keyboard, press
from bot.work.visit import Visit

#: *Ya, semua sudah saya baca*: of how many, and which was the last of them.
ALL_READ = "semuabaca"
_LOOK, _READ, _NEXT, _LONGEST = "lihat", "baca", "berikut", 6  # words
_LIST = press("u", "hal", lists.MINE, 0)
_ORDINAL = "ke-"
_FIGURES, _LOOKED_AT = 4, 60  # of a number; usulan
#: What stands under one usulan alone.
_OPENED = frozenset({"baca", "ubah", "uji", "riwayat", "tanyalain", "utus", "bersama", "tulis"})
#: What can be wished of nothing else.
_ALONE, _SEVERAL = frozenset({"ubah", "uji"}), 2
_BESIDE = frozenset({"yang", "yg", "nomor", "no", "usulan", "ke"})


async def meant(visit: Visit, heard: Heard) -> str | None:
    """The data of the button that is meant; None where nothing is pointed at, or nobody can tell what."""
    wish = _wish(visit, heard)
    if wish is None:
        return None
    verb, place = wish
    newest = await _newest(visit)
    listed, opened = _listed(newest), _opened(newest)
    if place == _NEXT:
        return await _following(visit, newest) if _is_reading(newest) else None
    if place:
        return await _at(visit, newest, verb, place)
    if verb == _READ and not opened and _read_now(newest):
        return None
    if verb == _READ and not opened and not listed:
        opened = await _opened_before(visit)
    one = opened if verb != _LOOK and opened else listed[0] if len(listed) == 1 else None
    return press("u", verb, one) if one else None


async def _opened_before(visit: Visit) -> str:
    """Something else was said below it: the one that stands open a little higher."""
    return _opened(await visit.look_up(said.carrying, visit.turn.lane, press("u", _READ)))


async def _following(visit: Visit, newest: Said | None) -> str:
    """The one that is offered next, else the first that waits and is not open; else the list."""
    offered, opened = _listed(newest), _opened(newest)
    if not opened and len(offered) == 1:
        return press("u", _LOOK, offered[0])
    waiting = [str(one.id) for one in await lists.waiting(visit, _SEVERAL) if str(one.id) != opened]
    return press("u", _LOOK, waiting[0]) if waiting else _LIST


async def _at(visit: Visit, newest: Said | None, verb: str, place: str) -> str | None:
    """By its place or number on the screen; else by its number among those that wait, or the list to choose from."""
    if found := _placed(newest, place):
        return press("u", verb, found)
    if not _is_reading(newest):
        return None
    waiting = [
        one.id for one in await lists.waiting(visit, _LOOKED_AT) if one.serial == int(place.removeprefix(_ORDINAL))
    ]
    return press("u", verb, waiting[0]) if waiting else _LIST


def _is_reading(newest: Said | None) -> bool:
    return newest is not None and newest.carries("u:")


def _read_now(newest: Said | None) -> bool:
    """Whether it was said last that one is read."""
    return newest is not None and newest.carries("u:belum:")


async def ask_read(visit: Visit, heard: Heard) -> bool:
    """ "Sudah" under a list of what is unread, or once more behind one that is read."""
    if not isinstance(heard, Typed):
        return False
    if _says_all(visit, heard.text) and await _ask_every(visit):
        return True
    if not _says_read(visit, heard.text):
        return False
    newest = await _newest(visit)
    if not _read_now(newest):
        return await _ask_all(visit, newest)
    if _wish(visit, heard) is None:  # a bare "sudah" may be of a task
        return False
    following = [key for key in (newest.keys if newest else ()) if key[1].startswith(f"u:{_LOOK}:")]
    all_there = (visit.text("tombol_menunggu_semua"), f"u:daftar:{lists.MINE}:0")
    visit.say("periksa_sudah_tercatat", keyboard(following or [all_there]))
    return True


async def ask_which(visit: Visit, heard: Heard) -> bool:
    """ "Baca" under a list of several; "uji silang" where none is shown."""
    wish = _wish(visit, heard)
    if wish is None or wish[1] or not isinstance(heard, Typed):
        return False
    if wish[0] not in _ALONE and len(_listed(await _newest(visit))) < _SEVERAL:
        return False
    visit.say("periksa_yang_mana", kata=key_of(without_address(visit, heard.text)))
    return True


def _says_read(visit: Visit, text: str) -> bool:
    """ "Sudah", "sudah mi semua", "sudah kubaca semua": of what is listed, and of nothing that is named."""
    world, spoken = visit.office.catalog.world, key_of(without_address(visit, text))
    begun = begun_with(spoken, world.numbered[_READ])
    words = spoken.removeprefix(begun).split()
    known = world.finished | world.with_finished | world.oneself | world.entrusting["usulan"]
    return "?" not in text and bool(begun or world.finished.intersection(words)) and known.issuperset(words)


def _says_all(visit: Visit, text: str) -> bool:
    """ "Semua usulan sudah kubaca", wherever it is said."""
    world, spoken = visit.office.catalog.world, {*key_of(without_address(visit, text)).split()}
    reads = {word for phrase in world.numbered[_READ] for word in phrase.split()} - world.finished - world.oneself
    every, usulan = {*world.spellings.guests.altogether}, world.entrusting["usulan"]
    known = world.finished | world.with_finished | world.oneself | usulan | every | reads
    return "?" not in text and spoken <= known and not any(map(spoken.isdisjoint, (reads, every, usulan)))


async def _ask_every(visit: Visit) -> bool:
    """Whether all that waits for them is read; False where nothing does."""
    found = await lists.waiting(visit, _LOOKED_AT) if allowed(command("periksa"), visit.grants) else []
    if found:
        _ask_of(visit, found)
    return bool(found)


def _ask_of(visit: Visit, found: Sequence[Usulan]) -> None:
    numbers = [visit.office.spoken_number(one) for one in found]
    yes = [(visit.text("tombol_ya_sudah_baca"), press("u", ALL_READ, len(found), found[-1].id))]
    visit.say("periksa_semua_dibaca", keyboard(yes), nomor=numbers)


async def _ask_all(visit: Visit, newest: Said | None) -> bool:
    """Whether all of them are read, while exactly what is unread is listed; else it is asked which."""
    listed = _listed(newest)
    if not listed or _opened(newest) or not allowed(command("periksa"), visit.grants):
        return False
    first = await lists.waiting(visit, len(listed))
    if [str(one.id) for one in first] != [*listed]:
        visit.say("periksa_yang_mana", kata=visit.office.catalog.world.numbered[_READ][0])
        return True
    _ask_of(visit, first)
    return True


async def read_all(visit: Visit, many: int, last: int) -> None:
    """All that were listed; when one of them was read meanwhile the list is shown."""
    found = await lists.waiting(visit, many) if 0 < many <= _LOOKED_AT else []
    if len(found) != many or not found or found[-1].id != last:
        await lists.show(visit, 0, which=lists.MINE)
        return
    await screen.mark_several(visit, found)


def _wish(visit: Visit, heard: Heard) -> tuple[str, str] | None:
    """What is to be done, and with which one of a list; an empty place: the one that was shown."""
    if not isinstance(heard, Typed) or not allowed(command("periksa"), visit.grants):
        return None
    spoken, world = key_of(without_address(visit, heard.text)), visit.office.catalog.world
    if not spoken or len(spoken.split()) > _LONGEST:
        return None
    said = [word for word in spoken.split() if word not in world.agreeing["ya"] | _BESIDE]
    if world.positions.get(spoken) == _NEXT or (said and all(world.positions.get(one) == _NEXT for one in said)):
        return _LOOK, _NEXT  # "ya lanjut yang berikutnya"
    verb = next((verb for verb, words in world.numbered.items() if spoken in words), None)
    if verb is not None:
        return verb, ""
    verb = next((verb for verb, words in world.numbered.items() if begun_with(spoken, words)), _LOOK)
    rest = spoken.removeprefix(begun_with(spoken, world.numbered[verb]))
    named = " ".join(word for word in rest.replace(",", " ").split() if word not in _BESIDE)
    if verb == _READ and named and world.pointing["pujian"].issuperset(named.split()):
        return verb, ""  # "sudah saya baca, bagus"
    place = world.positions.get(named) or (named if whole(named, _FIGURES) else None)
    if place == _NEXT:  # "sudah sy baca, berikutnya": what is next is offered behind it
        return (verb, "") if verb == _READ else None
    if place and number_in(named) is None:  # "yg kedua" is the second, whatever number it bears
        place = f"{_ORDINAL}{place}"
    return (verb, place) if place is not None else None


async def _newest(visit: Visit) -> Said | None:
    """With buttons under it."""
    return next((one for one in await visit.letters() if one.keys), None)


def _listed(newest: Said | None) -> Sequence[str]:
    """The usulan of a list, in its order."""
    keys = newest.keys if newest is not None else ()
    return [data.split(":")[2] for _, data in keys if data.startswith(f"u:{_LOOK}:")]


def _opened(newest: Said | None) -> str:
    keys = (data.split(":") for _, data in (newest.keys if newest is not None else ()))
    found = {parts[2] for parts in keys if parts[0] == "u" and len(parts) > 2 and parts[1] in _OPENED}
    return found.pop() if len(found) == 1 else ""


async def opened(visit: Visit) -> str:
    """The usulan that stands open last, of what was said since they did something else."""
    return next(filter(None, map(_opened, await visit.letters())), "")


def _placed(newest: Said | None, place: str) -> str:
    """By its number, where one bears it; else by its place. Empty where there is none."""
    keys = newest.keys if newest is not None else ()
    numbered = [
        data.split(":")[2] for label, data in keys if data.startswith(f"u:{_LOOK}:") and label.split()[-1] == place
    ]
    listed, at = _listed(newest), int(place.removeprefix(_ORDINAL))
    placed = [listed[at - 1]] if at <= len(listed) else []
    return next(iter([*numbered, *placed]), "")
