"""The vocabulary of the calendar: kinds of occasions, rules for tasks, who does them, and what happens when they are
late. All of it is content; nothing here knows a date."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from bot.core.calendar.workdays import Workdays
from bot.core.wilayah import DESA, KABUPATEN, KECAMATAN, KELURAHAN

#: A checklist is for one kind of wilayah; a kelurahan has no RKP Desa, BPD or musdes, so that it has its own.
LISTS = (DESA, KELURAHAN, KECAMATAN, KABUPATEN)
PREPARATION, MEETING, FOLLOW_UP = "persiapan", "pelaksanaan", "pasca"
#: What is asked of every village: are the invitations out in time, did the groups meet, was it told what became of it?
INVITED, TOLD = "undangan", "umpan_balik"
#: The groups that have to meet on their own, by the kind of their meetings.
GROUPS = ("kelompok_perempuan", "kelompok_kurang_mampu")
ANSWERS = (INVITED, *GROUPS, TOLD)
#: A day of training is led by whoever made it; the facilitators of its place are guests.
TRAINING = "pelatihan"


@dataclass(frozen=True, slots=True)
class OccasionKind:
    """A meeting, or a `stage` (a day without an hour, told by the office once for everybody).

    Its words are the sentences `pertemuan.KEY` and, where it differs, `pertemuan.KEY_kelurahan`. `lists`: the kinds of
    wilayah that hold it. `set_by`: roles that may set its date. `named`: several may stand side
    by side, each with a name of its own (a dusun, a group, the title of a training). `invites`: days before which its
    invitations have to be out; 0 = nobody is invited. `discusses`: usulan of the wilayah are talked about there.
    `after`: the kinds that every wilayah within holds before it. `also`: what else people call it.
    """

    key: str
    lists: tuple[str, ...]
    set_by: tuple[str, ...]
    stage: bool = False
    named: bool = False
    invites: int = 0
    discusses: bool = False
    after: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does a task, named by the sentence `pelaku.KEY`. `role`: by the access table's name; None = this office has
    no account."""

    key: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class TaskRule:
    """One line of a checklist (domain: `list`), hanging from any of the kinds of occasions `anchors`.

    `offset`: days from the occasion to the day it is due; `begins`: days to the day from which it can be done.
    `in_workdays`: the offset counts working days. `latest`: (month, day) in the occasion's year by which the law wants
    it. `after`: tasks of the same list and occasion that come first. `inputs`: tasks of the kabupaten's or kecamatan's
    list without whose result it does not start. `proof`: what is asked for when it is done. `help`: the name of a form,
    a command or a lesson. `answers`: the question of readiness to which it is the answer.
    `met_by`: kinds of occasions that fulfil it, so that whoever has it is asked when one is over. Its words are the
    sentences `tugas.KEY`, `tugas.KEY.judul` (short, for lists) and `tugas.KEY.alasan`.
    """

    key: str
    list: str
    anchors: tuple[str, ...]
    offset: int
    doer: str
    phase: str
    source: str = ""
    begins: int | None = None
    in_workdays: bool = False
    latest: tuple[int, int] | None = None
    after: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()
    help: str = ""
    answers: str = ""
    met_by: tuple[str, ...] = ()
    on: bool = False


@dataclass(frozen=True, slots=True)
class Rung:
    """One step when a task is near, due or late: `days` working days after the due day (before it, when negative),
    `role` is told ("pelaku" = the doer), by a reminder (`reminds`) or by a line in their daily list."""

    days: int
    role: str
    reminds: bool


DOER = "pelaku"


@dataclass(frozen=True, slots=True)
class Policy:
    """`hours`: times of day at which the daily list may come; the first is for whoever chose none. `prepares_for`:
    days after the occasion for which unfinished preparation stays in the lists; `follows_for`: months for which the
    follow-up does. `squeezed`: working days that a task gets when its day had passed before it could begin. `lead`:
    days before its due day on which a task is first reminded of, where the task does not say itself when it begins.
    `unread`: who is told of an usulan that nobody has read, so many working days after it was told.
    `news_days`: days after which everybody has a word about their usulan, decided or not; `read_days`, `answer_days`:
    working days in which an usulan is to be read and a question answered; `late`: who hears of what was promised and is
    late. `eve`, `morning`: when the facilitators of a meeting are told of it, on the day before and on its day."""

    rungs: tuple[Rung, ...] = ()
    hours: tuple[time, ...] = (time(7, 30),)
    prepares_for: int = 30
    follows_for: int = 12
    squeezed: int = 2
    lead: int = 5
    eve: time = time(19, 45)
    morning: time = time(6, 30)
    unread: tuple[Rung, ...] = ()
    news_days: int = 60
    read_days: int = 8
    answer_days: int = 3
    late: tuple[Rung, ...] = ()


@dataclass(frozen=True, slots=True)
class Usual:
    """When something usually is held, by one of the two calendars (`pattern`, named by `pola.KEY`): in the year of the
    idea (0) or the next (1), between two (month, day)."""

    pattern: str
    kind: str
    year: int
    first: tuple[int, int]
    last: tuple[int, int]
    by_rule: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """All of it, by key."""

    kinds: Mapping[str, OccasionKind] = field(default_factory=dict)
    doers: Mapping[str, Doer] = field(default_factory=dict)
    rules: Mapping[str, TaskRule] = field(default_factory=dict)
    policy: Policy = field(default_factory=Policy)
    workdays: Workdays = field(default_factory=Workdays)
    usual: tuple[Usual, ...] = ()

    def anchored(self, kind: str, switched: Mapping[str, bool] | None = None) -> list[TaskRule]:
        """The rules in use that hang from this kind of occasion, in the order of the lists."""
        return [rule for rule in self.rules.values() if kind in rule.anchors and self.is_on(rule, switched or {})]

    @staticmethod
    def is_on(rule: TaskRule, switched: Mapping[str, bool]) -> bool:
        """Whether the office uses it: as it was switched, else as the content says."""
        return switched.get(rule.key, rule.on)

    def role_of(self, rule: TaskRule) -> str | None:
        return self.doers[rule.doer].role

    def waiting_for(self, keys: Iterable[str]) -> list[TaskRule]:
        """The rules that do not start without one of these."""
        wanted = set(keys)
        return [rule for rule in self.rules.values() if wanted & set(rule.inputs)]


def on_day(year: int, month_day: tuple[int, int]) -> date:
    """29 February becomes the 28th in other years."""
    month, day = month_day
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, 28)
