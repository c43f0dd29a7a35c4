"""The files of the calendar: kinds of occasions, holidays, checklists, doers and the policy of reminding."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bot.catalog.models import Strict, Text
from bot.core.calendar import rules as core
from bot.core.calendar.workdays import Workdays

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{1,22}$")]
TaskKey = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}[0-9]{2}$")]
MonthDay = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
Hour = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3])\.[0-5][0-9]$")]
ListName = Literal["desa", "kelurahan", "kecamatan", "kabupaten"]
Title = Annotated[str, StringConstraints(min_length=3, max_length=40)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=34)]  # as long as a button may be
Short = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Lines = Annotated[str, StringConstraints(min_length=1, max_length=500)]


class Occasion(Strict):
    """Satu macam pertemuan, atau satu tahap (hari tanpa jam yang ditetapkan sekali oleh kabupaten)."""

    key: Key = Field(alias="kunci")
    name: Name = Field(alias="nama")
    name_kelurahan: Name | None = Field(None, alias="nama_kelurahan")
    also: list[Name] = Field([], alias="sebutan", description="Nama lain yang dipakai orang")
    lists: list[ListName] = Field(alias="untuk", min_length=1)
    set_by: list[Key] = Field(alias="ditetapkan", min_length=1, description="Peran yang boleh menetapkan harinya")
    stage: bool = Field(False, alias="tahap")
    named: bool = Field(False, alias="banyak", description="Boleh beberapa, masing-masing dengan nama sendiri")
    brings: Text | None = Field(None, alias="bawa", description="Yang dibawa fasilitatornya; huruf kecil, tanpa titik")
    discusses: bool = Field(
        False, alias="bahas_usulan", description="Usulan warga dibahas: pengusulnya dikabari kalau harinya pindah"
    )
    after: list[str] = Field(
        [], alias="sesudah", description="Pertemuan tiap desa atau kelurahan yang seharusnya lebih dulu"
    )
    invites: Annotated[int, Field(ge=0, le=30)] = Field(
        0, alias="undangan", description="Undangan sekian hari sebelumnya"
    )


class OccasionsFile(Strict):
    occasions: list[Occasion] = Field(alias="pertemuan", min_length=1)


class Holiday(Strict):
    day: date = Field(alias="tanggal")
    name: Text = Field(alias="nama")


class Fast(Strict):
    """Bulan Ramadan, perkiraan sampai ditetapkan."""

    first: date = Field(alias="mulai")
    last: date = Field(alias="selesai")


class HolidaysFile(Strict):
    holidays: list[Holiday] = Field(alias="libur", min_length=1)
    fasts: list[Fast] = Field([], alias="ramadan")


class Line(Strict):
    kind: Key = Field(alias="pertemuan")
    year: Annotated[int, Field(ge=0, le=2)] = Field(0, alias="tahun", description="0 = tahun gagasan, 1 = sesudahnya")
    first: MonthDay = Field(alias="dari")
    last: MonthDay = Field(alias="sampai")
    by_rule: bool = Field(False, alias="aturan")


class Pattern(Strict):
    key: Key = Field(alias="kunci")
    name: Text = Field(alias="nama")
    lines: list[Line] = Field(alias="baris", min_length=1)


class PatternsFile(Strict):
    patterns: list[Pattern] = Field(alias="pola", min_length=1)


class Doer(Strict):
    """`peran` kosong: jabatan ini tidak punya akun, jadi fasilitator yang memastikan."""

    key: Key = Field(alias="kunci")
    name: Text = Field(alias="nama")
    role: Key | None = Field(None, alias="peran")


class DoersFile(Strict):
    doers: list[Doer] = Field(alias="pelaku", min_length=1)


class Rung(Strict):
    days: Annotated[int, Field(ge=-20, le=60)] = Field(
        alias="hari", description="Hari kerja sesudah jatuh tempo; di bawah nol: sebelumnya"
    )
    role: Key = Field(alias="siapa", description="“pelaku” atau sebuah peran")
    how: Literal["ingatkan", "daftar"] = Field(alias="cara")


class UnreadRung(Strict):
    """Usulan yang belum dibaca: siapa yang diberi tahu, sekian hari kerja sesudah disampaikan."""

    days: Annotated[int, Field(ge=1, le=60)] = Field(alias="hari")
    role: Literal["pembaca", "fasilitator_kecamatan", "bappeda"] = Field(alias="siapa")


class LateRung(Strict):
    """Janji kabar yang lewat waktunya: siapa yang diberi tahu, sekian hari kerja sesudah waktunya."""

    days: Annotated[int, Field(ge=0, le=60)] = Field(alias="hari")
    role: Literal["pembaca", "fasilitator_kecamatan", "bappeda"] = Field(alias="siapa")


class PolicyFile(Strict):
    hours: list[Hour] = Field(alias="jam", min_length=1)
    prepares_for: Annotated[int, Field(ge=1, le=90)] = Field(alias="persiapan_bertahan_hari")
    follows_for: Annotated[int, Field(ge=1, le=24)] = Field(alias="pasca_bertahan_bulan")
    squeezed: Annotated[int, Field(ge=1, le=10)] = Field(alias="waktu_paling_sedikit_hari")
    lead: Annotated[int, Field(ge=2, le=60)] = Field(
        alias="mulai",
        description="Sekian hari sebelum jatuh tempo diingatkan pertama kali; tugas boleh menulis sendiri",
    )
    eve: Hour = Field("19.45", alias="malam_sebelum", description="Kabar pada malam sebelum pertemuan")
    morning: Hour = Field("06.30", alias="pagi_harinya", description="Kabar pada pagi hari pertemuan")
    unread: list[UnreadRung] = Field([], alias="belum_dibaca")
    news_days: Annotated[int, Field(ge=7, le=120)] = Field(
        60, alias="janji_kabar_hari", description="Tiap usulan yang belum selesai dikabari paling lambat sekian hari"
    )
    read_days: Annotated[int, Field(ge=1, le=60)] = Field(8, alias="janji_baca_hari_kerja")
    answer_days: Annotated[int, Field(ge=1, le=60)] = Field(3, alias="janji_jawab_hari_kerja")
    late: list[LateRung] = Field([], alias="janji_terlambat")
    rungs: list[Rung] = Field(alias="langkah", min_length=1)


class Task(Strict):
    """Satu tugas."""

    key: TaskKey = Field(alias="kunci")
    title: Title = Field(alias="judul")
    text: Short = Field(alias="teks")
    why: Short = Field(alias="alasan", description="Satu kalimat: untuk apa")
    how: Lines | None = Field(None, alias="cara", description="Cara mengerjakannya, dua sampai empat baris pendek")
    source: str = Field("", alias="sumber", description="Untuk penyusun; tidak dibaca pengguna")
    anchors: list[Key] = Field(alias="acuan", min_length=1)
    offset: Annotated[int, Field(ge=-120, le=365)] = Field(alias="hari")
    begins: Annotated[int, Field(ge=-120, le=365)] | None = Field(None, alias="mulai")
    in_workdays: bool = Field(False, alias="hari_kerja", description="“hari” dihitung dengan hari kerja")
    latest: MonthDay | None = Field(None, alias="paling_lambat", description="Bulan-tanggal menurut aturan")
    doer: Key = Field(alias="pelaku")
    phase: Literal["persiapan", "pelaksanaan", "pasca"] = Field(alias="tahap")
    after: list[TaskKey] = Field([], alias="setelah")
    inputs: list[TaskKey] = Field([], alias="bahan")
    proof: list[Literal["foto", "berkas", "suara", "angka", "hadir", "berita_acara"]] = Field([], alias="bukti")
    help: str = Field("", alias="bantuan")
    answers: Literal["", "undangan", "kelompok_perempuan", "kelompok_kurang_mampu", "umpan_balik"] = Field(
        "", alias="menjawab"
    )
    met_by: list[Key] = Field(
        [],
        alias="terlaksana",
        description="Pertemuan yang menyelesaikannya; sesudah harinya ditanya sekali",
    )
    on: bool = Field(False, alias="aktif")


class TasksFile(Strict):
    tasks: list[Task] = Field(alias="tugas", min_length=1)


#: Each file of the calendar, relative to the content folder, and what it may contain.
FILES: dict[str, type[Strict]] = {
    "kalender/pertemuan.toml": OccasionsFile,
    "kalender/libur.toml": HolidaysFile,
    "kalender/pola.toml": PatternsFile,
    "tugas/pelaku.toml": DoersFile,
    "tugas/kebijakan.toml": PolicyFile,
    **{f"tugas/{name}.toml": TasksFile for name in core.LISTS},
}


def words_in(files: dict[str, Strict]) -> Iterator[tuple[str, str, str, str]]:
    """(name, file, key, text) of everything in these files that a person reads."""
    for file, told in files.items():
        if isinstance(told, OccasionsFile):
            yield from ((name, file, key, text) for one in told.occasions for name, key, text in _occasion_words(one))
        elif isinstance(told, PatternsFile):
            yield from ((f"pola.{one.key}", file, f"pola.{one.key}.nama", one.name) for one in told.patterns)
        elif isinstance(told, DoersFile):
            yield from ((f"pelaku.{one.key}", file, f"pelaku.{one.key}.nama", one.name) for one in told.doers)
        elif isinstance(told, TasksFile):
            for task in told.tasks:
                yield f"tugas.{task.key}", file, f"tugas.{task.key}.teks", task.text
                yield f"tugas.{task.key}.judul", file, f"tugas.{task.key}.judul", task.title
                yield f"tugas.{task.key}.alasan", file, f"tugas.{task.key}.alasan", task.why
                if task.how:
                    yield f"tugas.{task.key}.cara", file, f"tugas.{task.key}.cara", task.how


def _occasion_words(one: Occasion) -> Iterator[tuple[str, str, str]]:
    """(name, key, text)."""
    at = f"pertemuan.{one.key}"
    yield at, f"{at}.nama", one.name
    if one.brings:
        yield f"{at}.bawa", f"{at}.bawa", one.brings
    if one.name_kelurahan:
        yield f"{at}_kelurahan", f"{at}.nama_kelurahan", one.name_kelurahan


def compile_calendar(files: dict[str, Strict]) -> core.Calendar:
    """What the core works with; parts that could not be read are left out."""
    kinds: dict[str, core.OccasionKind] = {}
    doers: dict[str, core.Doer] = {}
    rules: dict[str, core.TaskRule] = {}
    usual: list[core.Usual] = []
    policy, workdays = core.Policy(), Workdays()
    for file, told in files.items():
        if isinstance(told, OccasionsFile):
            kinds = {one.key: _kind(one) for one in told.occasions}
        elif isinstance(told, DoersFile):
            doers = {one.key: core.Doer(one.key, one.role) for one in told.doers}
        elif isinstance(told, HolidaysFile):
            fasts = tuple((fast.first, fast.last) for fast in told.fasts)
            workdays = Workdays({one.day: one.name for one in told.holidays}, fasts)
        elif isinstance(told, PolicyFile):
            policy = _policy(told)
        elif isinstance(told, PatternsFile):
            usual = [_usual(pattern.key, line) for pattern in told.patterns for line in pattern.lines]
        elif isinstance(told, TasksFile):
            name = file.removeprefix("tugas/").removesuffix(".toml")
            rules |= {task.key: _rule(name, task) for task in told.tasks}
    return core.Calendar(kinds, doers, rules, policy, workdays, tuple(usual))


def _kind(told: Occasion) -> core.OccasionKind:
    lists, set_by = tuple(told.lists), tuple(told.set_by)
    more = told.stage, told.named, told.invites, told.discusses, tuple(told.after), tuple(told.also)
    return core.OccasionKind(told.key, lists, set_by, *more)


def _rule(name: str, told: Task) -> core.TaskRule:
    return core.TaskRule(
        told.key,
        name,
        tuple(told.anchors),
        told.offset,
        told.doer,
        told.phase,
        source=told.source,
        begins=told.begins,
        in_workdays=told.in_workdays,
        latest=_month_day(told.latest) if told.latest else None,
        after=tuple(told.after),
        inputs=tuple(told.inputs),
        proof=tuple(told.proof),
        help=told.help,
        answers=told.answers,
        met_by=tuple(told.met_by),
        on=told.on,
    )


def _policy(told: PolicyFile) -> core.Policy:
    rungs = tuple(core.Rung(rung.days, rung.role, rung.how == "ingatkan") for rung in told.rungs)
    hours, eve = tuple(map(_hour, told.hours)), (_hour(told.eve), _hour(told.morning))
    unread = tuple(core.Rung(rung.days, rung.role, reminds=True) for rung in told.unread)
    late = tuple(core.Rung(rung.days, rung.role, reminds=True) for rung in told.late)
    policy = core.Policy(rungs, hours, told.prepares_for, told.follows_for, told.squeezed, told.lead, *eve, unread)
    days = (told.news_days, told.read_days, told.answer_days)
    return replace(policy, news_days=days[0], read_days=days[1], answer_days=days[2], late=late)


def _hour(told: str) -> time:
    return time(int(told[:2]), int(told[3:]))


def _usual(pattern: str, told: Line) -> core.Usual:
    return core.Usual(pattern, told.kind, told.year, _month_day(told.first), _month_day(told.last), told.by_rule)


def _month_day(told: str) -> tuple[int, int]:
    return int(told[:2]), int(told[3:])
