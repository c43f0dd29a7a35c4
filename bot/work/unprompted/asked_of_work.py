"""What somebody with work asks of how it stands, and a villager would not: who read the last announcement, where a
report is, how many usulan came from women. What nobody counts is said, with what comes next to it."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with, key_of
from bot.store.reading.orders import Only
from bot.work.access import allowed, button, command
from bot.work.checking import sheet
from bot.work.hall.decided import untold
from bot.work.places.asked import named, told_in
from bot.work.readiness.readiness import scopes_of
from bot.work.reading import finding, lists, orders
from bot.work.saying.keyboard import Key, keyboard
from bot.work.unprompted import asked_lines, inviting_guests, readers_asked
from bot.work.unprompted.asked_lines import (
    ABSENT,
    ALL_READ,
    BY_DESA,
    BY_DUSUN,
    CAME,
    GUESTS,
    INVITED,
    LISTED,
    NOT_INVITED,
    RESULTS,
    SIFTED,
    TABLE,
    TO_READ,
    UNTOLD,
)
from bot.work.unprompted.asking import (
    beginner,
    by_dusun,
    by_village,
    counted,
    decided_lately,
    falling_due,
    figures,
    given,
    not_done,
    not_held,
    overdue,
    sifted,
    uncounted,
    undated,
    urged_undone,
    who_came,
)
from bot.work.visit import Visit

_LONGEST, _OF_FIGURES = 10, 18  # words
_THERE = "fasilitator_di"
_ASKING = ("kesiapan", "siaran", "periksa", "sipd")  # whoever may do one of these
#: Who read something.
_OF_READERS = frozenset({"siaran", "belum_baca", "sudah"})


async def _recap(visit: Visit, heard: Typed) -> None:
    """Figures are of all; of a topic it is the table of that."""
    topic = [] if figures.is_apart(visit, heard.text) else sifted.words_left(visit, heard.text)
    if await sifted.held_to(visit, topic):
        await _give_table(visit, heard)
    else:
        await figures.tell_all(visit, heard)
        sifted.say_not_held(visit, topic)


#: Counted, listed or given at once, for whoever may do this command; what is asked with other words beside is not that.
_COUNTED: Mapping[str, tuple[str, Callable[[Visit, Typed], Awaitable[None]]]] = {
    BY_DUSUN: ("periksa", by_dusun.tell),
    BY_DESA: ("kesiapan", by_village.tell),
    "belum_daftar_hadir": ("kesiapan", uncounted.tell),
    "terlambat": ("kesiapan", overdue.tell),
    "jatuh_tempo": ("tugas", falling_due.tell),
    "belum_musdes": ("kesiapan", not_held.tell),
    "belum_musrenbang": ("kesiapan", not_held.tell),
    "tanpa_tanggal": ("kesiapan", undated.tell),
    "belum_dikerjakan": ("periksa", not_done.tell),
    "angka": ("periksa", figures.tell),
    "rekap": ("periksa", _recap),
    "halaman_pimpinan": ("periksa", given.page_for_chief),
    "ketinggalan": ("kesiapan", given.whom_to_ring),
    "ketinggalan_kecamatan": ("kesiapan", overdue.rank),
    "keputusan": ("periksa", decided_lately.tell),
    "masuk_rencana": ("periksa", figures.tell_planned),
    "tanpa_fasilitator": ("kesiapan", counted.tell_without),
    "dijawab": ("periksa", counted.tell_answered),
    "jumlah": ("periksa", counted.tell_usulan),
    "fasilitator": ("kesiapan", counted.tell_people),
    _THERE: ("kesiapan", counted.tell_people),
    "delegasi": ("periksa", partial(counted.tell_people, what="delegasi")),
    "ingatkan_terlambat": ("kesiapan", urged_undone.ask_late),
    "lembar_sipd": ("sipd", given.sheet_for_sipd),
    "pertanyaanku": ("periksa", given.own_questions),
    "pertanyaan": ("periksa", given.questions_of_villagers),
    "mingguan": ("kesiapan", given.monday_page),
    "pengabdian": ("pengabdian", given.year),
    "cek_terbuka": ("periksa", sheet.show_open),
    "alarm": ("periksa", given.alerts),
    "bahaya": ("periksa", finding.show_dangerous),
    "laporan_hari": ("tugas", given.recap_of_day),
    "telepon": ("kesiapan", given.whom_to_ring),
    "pemula": ("tugas", beginner.tell),
    "jam_harian": ("tugas", given.hour_of_day),
}


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it was asked, and answered."""
    if not isinstance(heard, Typed) or not any(allowed(command(name), visit.grants) for name in _ASKING):
        return False
    if begun_with(heard.text, visit.office.catalog.world.announcing):
        return False  # it is told to many
    spoken = re.findall(r"[\w-]+", heard.text.lower())
    if _names_only_place(visit, spoken):
        await given.whom_to_ring(visit, heard)
        return True
    asked = asked_lines.asked(visit, spoken) if len(spoken) <= _OF_FIGURES else ""
    asked = "" if asked == _THERE and not _is_of_many(visit, heard.text) else asked
    if len(spoken) > _LONGEST and asked not in _COUNTED:
        return False
    if (show := _SHOWN.get(asked)) is not None:
        return await show(visit, heard)
    if asked in _OF_READERS:
        return await readers_asked.take(visit, heard, asked) and _say_unsifted(visit, heard)
    if asked in _COUNTED:
        return await _count(visit, heard, asked)
    if asked and allowed(command("kesiapan"), visit.grants):
        visit.say(f"tanya_kerja_{asked}", keyboard(*_ways(visit)), membaca=allowed(command("periksa"), visit.grants))
        return True
    return False


def _is_of_many(visit: Visit, text: str) -> bool:
    """Of one place it is an answer like any other."""
    return len(told_in(visit, text, scopes_of(visit.grants))) > 1


def _names_only_place(visit: Visit, spoken: Sequence[str]) -> bool:
    """ "Kalau curio?", after anything that was answered of another place: how it stands there."""
    place = [word for word in spoken if word not in visit.office.catalog.world.asked_of_work["kalau"]]
    if not allowed(command("kesiapan"), visit.grants) or not place or place == spoken:
        return False
    codes = told_in(visit, " ".join(place), scopes_of(visit.grants))
    return {*place} <= {*named(visit, codes).lower().split()}


async def _count(visit: Visit, heard: Typed, asked: str) -> bool:
    may, tell = _COUNTED[asked]
    if not allowed(command(may), visit.grants):
        return False
    await tell(visit, heard)
    return True


async def _give_table(visit: Visit, heard: Typed) -> bool:
    """Whoever asks how or what it is wants none."""
    asks = key_of(heard.text).startswith(visit.office.catalog.world.asking)
    if asks or not allowed(command("periksa"), visit.grants):
        return False
    found = told_in(visit, heard.text, lists.sight_of(visit, command("periksa")).scopes)
    place, left = named(visit, found) if len(found) > 1 else "", sifted.words_left(visit, heard.text)
    known = visit.office.catalog.world.sifting
    is_of_reading, unread = not known["dibaca"].isdisjoint(left), not known["belum"].isdisjoint(left)
    topic = [word for word in left if word not in known["dibaca"]]
    held = await sifted.held_to(visit, topic)
    await orders.order_newest(visit, Only(found[0] if len(found) == 1 else "", " ".join(held), unread))
    if is_of_reading and not unread:
        waiting = (visit.text("tombol_menu_baca", jumlah=0), "u:daftar:saya:0")
        visit.say("tabel_semua_dibaca", keyboard([waiting]), kolom=visit.text("tabel_kolom_dibaca"))
    sifted.say_not_held(visit, [*filter(None, [place]), *(word for word in topic if word not in held)])
    return True


def _ways(visit: Visit) -> list[list[Key]]:
    """To the tables that this person may see."""
    ways = {"kesiapan": ("tombol_kesiapan_tabel_buka", "r:tabel"), "periksa": ("tombol_tabel_usulan", "u:tabel")}
    return [[(visit.text(label), data)] for name, (label, data) in ways.items() if allowed(command(name), visit.grants)]


async def _list_unread(visit: Visit, heard: Typed) -> bool:
    return await readers_asked.show_unread(visit) and _say_unsifted(visit, heard)


def _say_unsifted(visit: Visit, heard: Typed) -> bool:
    """What waits to be read is that of all their places, whatever else is named; a place that is all of theirs is held
    to."""
    known = visit.office.catalog.world.sifting
    if not known["usulan"].isdisjoint(key_of(heard.text).split()):
        scopes = lists.sight_of(visit, command("periksa")).scopes
        codes = told_in(visit, heard.text, scopes)
        place = "" if {*scopes} <= {*codes} else named(visit, codes)
        words = [word for word in sifted.words_left(visit, heard.text) if word not in known["dibaca"]]
        sifted.say_not_held(visit, [*words, *filter(None, [place])])
    return True


async def _list_untold(visit: Visit, _heard: Typed) -> bool:
    """The meetings whose results nobody has told, else whoever is to be told in person."""
    if may := allowed(button("u"), visit.grants):
        await untold.show(visit)
    return may


async def _list_usulan(visit: Visit, heard: Typed) -> bool:
    may = allowed(command("periksa"), visit.grants)
    if may and not await finding.of_dusun(visit, heard.text):
        await lists.first_screen(visit)
    return may


#: What has a screen of its own.
_SHOWN: Mapping[str, Callable[[Visit, Typed], Awaitable[bool]]] = {
    UNTOLD: _list_untold,
    ABSENT: inviting_guests.tell_absent,
    NOT_INVITED: inviting_guests.show_invited,
    GUESTS: inviting_guests.ask_who_has_not,
    CAME: who_came.take,
    RESULTS: who_came.show_results,
    INVITED: inviting_guests.show_invited,
    ALL_READ: _list_unread,
    TO_READ: _list_unread,
    TABLE: _give_table,
    SIFTED: _give_table,
    LISTED: _list_usulan,
}
