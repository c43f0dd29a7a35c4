"""The files around the checklists: kinds of occasions, holidays, the two calendars, doers and the policy."""

from collections.abc import Iterable, Iterator
from datetime import date

from bot.catalog.calendar import DoersFile, HolidaysFile, OccasionsFile, PatternsFile, PolicyFile
from bot.catalog.draft import Draft
from bot.catalog.models import Strict
from bot.catalog.needed import Needed
from bot.core.calendar.rules import DOER
from bot.core.wilayah import KABUPATEN, KELURAHAN

#: As the access table calls them; a test compares the two.
ROLES = frozenset(
    {
        "delegasi",
        "fasilitator_desa",
        "fasilitator_kecamatan",
        "pendamping",
        "operator",
        "camat",
        "pelatih",
        "bappeda",
        "petugas_it",
    }
)
Fault = tuple[str, str]
_LEAP_YEAR = 2028
_LONG_AGO = 366  # days: no step is so long before a due day


def judge(draft: Draft, _needed: Needed) -> None:
    for file, told in draft.calendar.items():
        for key, sentence in _faults(draft, told):
            draft.report(file, key, sentence)


def _faults(draft: Draft, told: Strict) -> Iterable[Fault]:
    if isinstance(told, OccasionsFile):
        return _occasion_faults(told)
    if isinstance(told, HolidaysFile):
        return _holiday_faults(told)
    if isinstance(told, PatternsFile):
        return _pattern_faults(draft, told)
    if isinstance(told, DoersFile):
        return _doer_faults(told)
    return (*_policy_faults(told), *_unread_faults(told)) if isinstance(told, PolicyFile) else ()


def twice(keys: Iterable[str]) -> Iterator[str]:
    """Each key that was there before, as often as it comes again."""
    seen = set[str]()
    for key in keys:
        if key in seen:
            yield key
        seen.add(key)


def known_kinds(draft: Draft) -> set[str] | None:
    """Keys of all kinds of occasions; None when their file could not be read."""
    found = [told for told in draft.calendar.values() if isinstance(told, OccasionsFile)]
    return {one.key for told in found for one in told.occasions} | draft.left_out if found else None


def _occasion_faults(told: OccasionsFile) -> Iterator[Fault]:
    for key in twice(one.key for one in told.occasions):
        yield f"pertemuan.{key}", f"Kunci “{key}” dipakai dua kali."
    for one in told.occasions:
        at = f"pertemuan.{one.key}"
        for role in one.set_by:
            if role not in ROLES:
                yield f"{at}.ditetapkan", f"Peran “{role}” tidak dikenal."
        if one.stage and one.lists != [KABUPATEN]:
            yield f"{at}.untuk", "Tahap ditetapkan sekali untuk semua, jadi hanya untuk kabupaten."
        if one.stage and (one.invites or one.named):
            yield f"{at}.tahap", "Tahap tidak mengundang siapa-siapa dan hanya satu."
        for name in one.after:
            if name not in {other.key for other in told.occasions}:
                yield f"{at}.sesudah", f"Pertemuan “{name}” tidak ada di daftar ini."
        if one.name_kelurahan and KELURAHAN not in one.lists:
            yield f"{at}.nama_kelurahan", "Pertemuan ini tidak untuk kelurahan."


def _holiday_faults(told: HolidaysFile) -> Iterator[Fault]:
    for day in twice(one.day.isoformat() for one in told.holidays):
        yield f"libur.{day}", f"Tanggal {day} ada dua kali."
    before: date | None = None
    for fast in told.fasts:
        at = f"ramadan.{fast.first.isoformat()}"
        if fast.last < fast.first:
            yield at, "Hari terakhir Ramadan lebih dulu daripada hari pertamanya."
        elif before is not None and fast.first <= before:
            yield at, "Ramadan ini mulai sebelum yang di atasnya selesai."
        before = fast.last


def _pattern_faults(draft: Draft, told: PatternsFile) -> Iterator[Fault]:
    known = known_kinds(draft)
    for key in twice(one.key for one in told.patterns):
        yield f"pola.{key}", f"Kunci “{key}” dipakai dua kali."
    for pattern in told.patterns:
        for number, line in enumerate(pattern.lines, 1):
            at = f"pola.{pattern.key}.baris.{number}"
            if known is not None and line.kind not in known:
                yield f"{at}.pertemuan", f"Pertemuan “{line.kind}” tidak ada."
            for name, day in (("dari", line.first), ("sampai", line.last)):
                if not is_day(day):
                    yield f"{at}.{name}", f"Tanggal “{day}” tidak ada di kalender."
            if line.last < line.first:
                yield f"{at}.sampai", "Lebih dulu daripada “dari”; yang menyeberangi tahun baru ditulis dua baris."


def _doer_faults(told: DoersFile) -> Iterator[Fault]:
    for key in twice(one.key for one in told.doers):
        yield f"pelaku.{key}", f"Kunci “{key}” dipakai dua kali."
    for one in told.doers:
        if one.role is not None and one.role not in ROLES:
            yield f"pelaku.{one.key}.peran", f"Peran “{one.role}” tidak dikenal."


def _policy_faults(told: PolicyFile) -> Iterator[Fault]:
    if not any(rung.how == "ingatkan" and rung.days < 0 for rung in told.rungs):
        yield "langkah", "Tidak ada yang diingatkan sebelum harinya: tambahkan langkah dengan hari di bawah nol."
    if not any(rung.how == "ingatkan" and rung.days == 0 for rung in told.rungs):
        yield "langkah", "Tidak ada yang diingatkan pada hari terakhir: tambahkan langkah dengan hari = 0."
    before = -_LONG_AGO
    for number, rung in enumerate(told.rungs, 1):
        at = f"langkah.{number}"
        if rung.role != DOER and rung.role not in ROLES:
            yield f"{at}.siapa", f"Peran “{rung.role}” tidak dikenal."
        elif (rung.role == DOER) != (rung.how == "ingatkan"):
            yield f"{at}.cara", "Pelaku diingatkan; orang lain hanya melihatnya di daftar."
        if rung.how == "daftar" and rung.days < 0:
            yield f"{at}.hari", "Orang lain baru melihatnya sesudah lewat: pakai angka nol atau di atasnya."
        if rung.days < before:
            yield f"{at}.hari", "Langkah ini lebih dulu daripada langkah di atasnya."
        before = max(before, rung.days)


def _unread_faults(told: PolicyFile) -> Iterator[Fault]:
    """The first step names whoever reads it, each later one somebody further up."""
    before = 0
    for number, rung in enumerate(told.unread, 1):
        at = f"belum_dibaca.{number}"
        if (number == 1) != (rung.role == "pembaca"):
            yield f"{at}.siapa", "Langkah pertama untuk pembacanya sendiri, sesudah itu untuk yang di atasnya."
        if rung.days <= before:
            yield f"{at}.hari", "Langkah ini tidak lebih kemudian daripada langkah di atasnya."
        before = rung.days


def is_day(told: str) -> bool:
    """Whether this month-day is in the calendar, of a leap year too."""
    try:
        date(_LEAP_YEAR, int(told[:2]), int(told[3:]))
    except ValueError:
        return False
    return True
