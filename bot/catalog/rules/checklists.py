"""The checklists: what they name is there, nothing waits for itself, and no task is due when it cannot be done yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.catalog.calendar import Doer, DoersFile, Occasion, OccasionsFile, Task, TasksFile
from bot.catalog.circles import in_circle
from bot.catalog.draft import Draft
from bot.catalog.needed import Needed
from bot.catalog.rules.calendar import Fault, is_day
from bot.catalog.rules.tongue import desa_word
from bot.core.calendar.rules import FOLLOW_UP, MEETING, PREPARATION
from bot.core.wilayah import KELURAHAN

#: What may help with a task: a command, a screen behind one, or a sheet to print.
COMMANDS = ("titip", "poster", "rapat", "jadwal", "periksa", "undang")
SHEETS = ("hadir", "undangan", "baca_kembali", "delegasi")
SCREENS = ("rapat:hadir", "rapat:hasil")
HELPS = frozenset([f"perintah:{name}" for name in COMMANDS + SCREENS] + [f"lembar:{name}" for name in SHEETS])
#: Days between the day from which something can be done, and is reminded of, and its last day.
_SHORTEST, _LONGEST = 2, 60
_LEVELS = {"kabupaten": 1, "kecamatan": 2, "desa": 3, "kelurahan": 3}


@dataclass(frozen=True, slots=True)
class _Listed:
    """A task and where it stands."""

    file: str
    list: str
    task: Task


@dataclass(frozen=True, slots=True)
class _Known:
    """What a task may name. `kinds`, `doers`: None when their file could not be read; `left_out`: told already."""

    kinds: Mapping[str, Occasion] | None
    doers: Mapping[str, Doer] | None
    tasks: Mapping[str, _Listed]
    left_out: frozenset[str]


def judge(draft: Draft, _needed: Needed) -> None:
    listed = list(_listed(draft))
    known = _known(draft, listed)
    for one in listed:
        for key, sentence in _faults(one, known):
            draft.report(one.file, f"tugas.{one.task.key}.{key}", sentence)


def _listed(draft: Draft) -> Iterator[_Listed]:
    for file, told in draft.calendar.items():
        if isinstance(told, TasksFile):
            name = file.removeprefix("tugas/").removesuffix(".toml")
            yield from (_Listed(file, name, task) for task in told.tasks)


def _known(draft: Draft, listed: list[_Listed]) -> _Known:
    """Of two tasks with one key the first counts."""
    kinds: dict[str, Occasion] | None = None
    doers: dict[str, Doer] | None = None
    for told in draft.calendar.values():
        if isinstance(told, OccasionsFile):
            kinds = {one.key: one for one in told.occasions}
        elif isinstance(told, DoersFile):
            doers = {one.key: one for one in told.doers}
    return _Known(kinds, doers, {one.task.key: one for one in reversed(listed)}, frozenset(draft.left_out))


def _faults(one: _Listed, known: _Known) -> Iterator[Fault]:
    first = known.tasks[one.task.key]
    if first is not one:
        yield "kunci", f"Kunci “{one.task.key}” sudah dipakai di {first.file}."
        return
    yield from _doer_faults(one, known)
    yield from _anchor_faults(one, known)
    yield from _met_by_faults(one, known)
    yield from _order_faults(one, known)
    yield from _input_faults(one, known)
    yield from _own_faults(one.task)


def _own_faults(task: Task) -> Iterator[Fault]:
    if task.begins is not None and task.begins > task.offset:
        yield "mulai", "Mulainya sesudah jatuh temponya."
    elif task.begins is not None and task.offset - task.begins > _LONGEST:
        yield "mulai", f"Mulainya lebih dari {_LONGEST} hari sebelum jatuh temponya: terlalu dini untuk diingatkan."
    elif task.begins is not None and task.phase == PREPARATION and task.offset - task.begins < _SHORTEST:
        yield "mulai", f"Beri paling sedikit {_SHORTEST} hari, supaya sempat diingatkan sebelum hari terakhirnya."
    if task.latest is not None and not is_day(task.latest):
        yield "paling_lambat", f"Tanggal “{task.latest}” tidak ada di kalender."
    if task.in_workdays and task.offset <= 0:
        yield "hari_kerja", "Hari kerja dihitung sesudah pertemuannya: pakai angka di atas nol."
    if task.help and task.help not in HELPS:
        yield "bantuan", f"Bantuan “{task.help}” tidak dikenal; yang bisa: {', '.join(sorted(HELPS))}."


def _doer_faults(one: _Listed, known: _Known) -> Iterator[Fault]:
    name = one.task.doer
    if known.doers is None or name in known.left_out:
        return
    if name not in known.doers:
        yield "pelaku", f"Pelaku “{name}” tidak ada di tugas/pelaku.toml."
    elif one.list == KELURAHAN and (word := desa_word(known.doers[name].name)):
        yield "pelaku", f"Kata “{word}” tidak dipakai untuk warga kelurahan; pilih pelaku lain."


def _anchor_faults(one: _Listed, known: _Known) -> Iterator[Fault]:
    if known.kinds is None:
        return
    for name in one.task.anchors:
        kind = known.kinds.get(name)
        if kind is None:
            if name not in known.left_out:
                yield "acuan", f"Pertemuan “{name}” tidak ada di kalender/pertemuan.toml."
        elif not any(name == one.list or _LEVELS[name] < _LEVELS[one.list] for name in kind.lists):
            yield "acuan", f"Pertemuan “{name}” bukan untuk {one.list} dan bukan di atasnya."
        elif fault := _day_fault(one.task, kind):
            yield "hari", fault


def _met_by_faults(one: _Listed, known: _Known) -> Iterator[Fault]:
    if known.kinds is None:
        return
    for name in one.task.met_by:
        kind = known.kinds.get(name)
        if kind is None and name not in known.left_out:
            yield "terlaksana", f"Pertemuan “{name}” tidak ada di kalender/pertemuan.toml."
        elif kind is not None and one.list not in kind.lists:
            yield "terlaksana", f"Pertemuan “{name}” bukan untuk {one.list}."


def _day_fault(task: Task, kind: Occasion) -> str | None:
    """Before a meeting is prepared, after it followed up; from a stage on anything may have to be done."""
    if task.phase == PREPARATION and task.offset >= 0 and not kind.stage:
        return "Persiapan jatuh tempo sebelum pertemuannya: pakai angka di bawah nol."
    if task.phase == MEETING and task.offset != 0:
        return "Pelaksanaan jatuh tempo pada harinya: pakai angka 0."
    if task.phase == FOLLOW_UP and (task.offset < 0 or (task.offset == 0 and not kind.stage)):
        return "Pasca jatuh tempo sesudah pertemuannya: pakai angka di atas nol."
    return None


def _order_faults(one: _Listed, known: _Known) -> Iterator[Fault]:
    for key in one.task.after:
        other = known.tasks.get(key)
        if other is None:
            if key not in known.left_out:
                yield "setelah", f"Tugas “{key}” tidak ada."
        elif other.list != one.list:
            yield "setelah", f"Tugas “{key}” ada di daftar lain; yang ditunggu dari atas ditulis di bahan."
        elif not set(other.task.anchors) & set(one.task.anchors):
            yield "setelah", f"Tugas “{key}” tidak pernah ada di pertemuan yang sama."
        elif other.task.offset > one.task.offset:
            yield "setelah", f"Tugas ini jatuh tempo sebelum “{key}”, padahal menunggunya."
    if in_circle({key: each.task.after for key, each in known.tasks.items()}, one.task.key):
        yield "setelah", "Tugas ini menunggu dirinya sendiri, berputar."


def _input_faults(one: _Listed, known: _Known) -> Iterator[Fault]:
    for key in one.task.inputs:
        other = known.tasks.get(key)
        if other is None:
            if key not in known.left_out:
                yield "bahan", f"Tugas “{key}” tidak ada."
        elif _LEVELS[other.list] >= _LEVELS[one.list]:
            yield "bahan", f"Tugas “{key}” bukan dari daftar yang lebih tinggi."
