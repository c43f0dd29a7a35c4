"""The spellings people use, as content tells them: for each meaning the words and phrases that have it, in lower case.

What a field means to a reader stands here; which words there are is for editors to say, in `content/kata/`.
"""

from dataclasses import dataclass
from typing import Annotated

from bot.core.days_spelt import DayWords, HourWords
from bot.core.sizes_spelt import MoneyWords, SizeWords, UnitWords
from bot.core.spelt import Keys, Meanings, Spellings

ELEMENTS = ("perempuan", "kurang_mampu", "disabilitas", "lansia", "pemuda", "tani", "adat", "perangkat", "lain")
GROUPS = ("semua", "miskin", "ibu", "anak", "balita", "lansia", "disabilitas", "tani", "muda")
GIFTS = ("tenaga", "tanah", "bahan", "uang", "rawat")
HINDRANCES = ("jauh", "kerja", "anak_kecil", "kendaraan", "malu")
#: Words that set one value against another.
_TIMES = ("katanya", "nyatanya", "masa", "tinggal", "sisa", "menjadi", "bertambah", "berkurang")
_PARTS = ("diminta", "minta", "bagian", "milikku")
CONTRASTS = ("bukan", "batas", "biarpun", "tapi", "cuma", "seluruh", *_TIMES, *_PARTS, "tidak_bisa", "saja")
#: What a spreadsheet of guests may tell, in the order of a line.
GUEST_COLUMNS = ("nama", "jenis", "unsur", "jabatan", "mewakili", "alamat", "halangan", "keterangan")


@dataclass(frozen=True, eq=False, repr=False)
class NumberWords:
    """`scales` below a thousand follow a word below ten ("dua ratus"), the others any number. `quarters`: "tiga
    perempat". `never`: words one letter away from a number that are none."""

    digits: Annotated[Meanings, Keys(("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"))]
    scales: Annotated[Meanings, Keys(("10", "11", "12", "100", "1000", "1000000", "1000000000", "1000000000000"))]
    parts: Annotated[Meanings, Keys(("1/2", "1/4"))]
    quarters: Spellings
    never: Spellings


@dataclass(frozen=True, eq=False, repr=False)
class SharedWords:
    """Words that mean the same in every answer. `noise` changes nothing; `about`, `more` and `less` are kept with
    their number, as are `above` and `below` before it, `upward` and `downward` behind it; `stop` makes it mean
    something we do not read ("tiap 200"); `vague` stands where a number should, `all` too unless there is one;
    `unknown` is "tidak tahu", as is each of `no` before each of `know`; `range` joins two numbers, as does
    `between`; `choice` leaves open which; `sep` parts them. `endings` are glued to any word; a no before `reach`
    and `fall` is a limit. Behind a `link` or `condition` begins something else; `against` in it takes the value
    back, as does `undone` right behind a no. `once` was what is not `now`; `among` them are some; a sum may follow
    `total`. Behind `righting` stands what is right instead. A part that begins with `which` describes; what is to be
    left out (`forbid`) is no amount; `or_so` makes one of two numbers anything between them. `contrasts` tell which of
    two values it is; behind `told_by` stands who knows it."""

    noise: Spellings
    about: Spellings
    more: Spellings
    less: Spellings
    above: Spellings
    below: Spellings
    upward: Spellings
    downward: Spellings
    between: Spellings
    stop: Spellings
    vague: Spellings
    all: Spellings
    unknown: Spellings
    no: Spellings
    know: Spellings
    range: Spellings
    choice: Spellings
    sep: Spellings
    endings: Spellings
    reach: Spellings
    fall: Spellings
    link: Spellings
    because: Spellings
    condition: Spellings
    against: Spellings
    undone: Spellings
    righting: Spellings
    total: Spellings
    once: Spellings
    now: Spellings
    among: Spellings
    which: Spellings
    forbid: Spellings
    or_so: Spellings
    told_by: Spellings
    contrasts: Annotated[Meanings, Keys(CONTRASTS)]


@dataclass(frozen=True, eq=False, repr=False)
class PeopleWords:
    """`male_or_about`: "lk", which is also short for "lebih kurang"; `house_or_person`: "kepala". `part`: people who
    are some of all. `poor`: families that have little. `rest`: the others ("sisanya"); `whole`: of how many; `place`
    counts no people; `address`: "bapak", "ibu". The speaker belongs to those behind `self`; `often` before a number
    tells when. Beside `zero` what is `well_off` tells that nobody is poor; a house that is `vacant` counts nobody;
    `there_is` begins what is said of some houses. `per` a day is no count; how many more is `compared` counts nobody,
    nor does what they do who are said to be so many (`uses`)."""

    male_or_about: Spellings
    male: Spellings
    female: Spellings
    person: Spellings
    part: Spellings
    family: Spellings
    poor: Spellings
    house: Spellings
    house_or_person: Spellings
    address: Spellings
    rest: Spellings
    whole: Spellings
    place: Spellings
    self: Spellings
    often: Spellings
    stop: Spellings
    all: Spellings
    zero: Spellings
    well_off: Spellings
    vacant: Spellings
    there_is: Spellings
    per: Spellings
    compared: Spellings
    uses: Spellings
    noise: Spellings


@dataclass(frozen=True, eq=False, repr=False)
class PlaceWords:
    """`kabupaten`, `kecamatan`, `desa`, `dusun`: words of that level before a name, those of a kelurahan, too. `around`
    stands around names and says nothing, `negated` before a name that is not meant, `either` between two of which
    one is; `no_hamlet` is no part of the name of any dusun, nor is a `complaint`, and none begins with one of the
    `works` that are asked for, unless it is called so. `area`: a number behind it is no RT. What stands behind
    `beside` is only near the place. `called` announces a name, `fresh` is said of a dusun that is on no list. `compass`
    ends names ("Kalosi Timur"), `tails` grow to them ("Barakami"). `linked` joins RT and RW, `heads` are people of one.
    `but` ends what is denied, `newly` is said with `fresh`. `short`: how the words in names are shortened, ordinals by
    their figure. Behind `at` stands where a meeting is held. `belonged` stands between "dulu" and what a place was a
    part of once; `origin` tells where somebody is from, which need not be where something is wrong."""

    kabupaten: Spellings
    kecamatan: Spellings
    desa: Spellings
    dusun: Spellings
    around: Spellings
    negated: Spellings
    either: Spellings
    no_hamlet: Spellings
    complaint: Spellings
    works: Spellings
    rt: Spellings
    rw: Spellings
    area: Spellings
    noise: Spellings
    stop: Spellings
    beside: Spellings
    called: Spellings
    fresh: Spellings
    compass: Spellings
    tails: Spellings
    linked: Spellings
    heads: Spellings
    but: Spellings
    newly: Spellings
    at: Spellings
    belonged: Spellings
    origin: Spellings
    short: Annotated[Meanings, Keys(("kampung",), more=True)]


@dataclass(frozen=True, eq=False, repr=False)
class GuestWords:
    """`elements`: the groups of a list of invitations. `woman` and `man` are forms of address, `female` and `male`
    stand alone behind a name. `speaks_for` begins whom somebody speaks for; with `no_name` begins what is nobody's
    name. `titles` before a name and `degrees` behind it are a part of it; `clergy` are titles that tell a group, too.
    `offices` begin what somebody is ("ketua RT 2"), `headings` are lines of a list that name nobody, `columns` the
    heads of a spreadsheet in the order in which a line tells them. Behind a `join` stands a `wife` or a `husband`, who
    comes along; `lodges` are what somebody speaks for, even where they tell a group. `places` begin where somebody
    lives; behind a number `head_count` tells how many come. Of a count that was told before, `recounted` says what it
    is ("perempuannya ternyata 15") and `added` how many more came ("tambah 2 perempuan")."""

    elements: Annotated[Meanings, Keys(ELEMENTS)]
    hindrances: Annotated[Meanings, Keys(HINDRANCES)]
    woman: Spellings
    man: Spellings
    female: Spellings
    male: Spellings
    speaks_for: Spellings
    no_name: Spellings
    titles: Spellings
    clergy: Spellings
    degrees: Spellings
    offices: Spellings
    headings: Spellings
    join: Spellings
    wife: Spellings
    husband: Spellings
    lodges: Spellings
    places: Spellings
    head_count: Spellings
    recounted: Spellings
    added: Spellings
    columns: Annotated[Meanings, Keys(GUEST_COLUMNS)]


@dataclass(frozen=True, eq=False, repr=False)
class StoryWords:
    """What is looked for in a story. A number beside `owner_before`, `owner_after` is no count, beside `veto` it is
    left alone, as behind `own_things` that no `not_own` stands beside and before `marks` along which one measures.
    `far_…` make a distance of a length. People `hurt` or on `duty` need nothing, nor are those poor for whom something
    is `hard`; `no_sizes` measures none. `since`, `already` begin since when; `lengths`, `ago` end it. `near` begins a
    landmark, from `source` to `target`; `landmark_end` is no part of it, `no_landmark` none; `where` begins words that
    only tell where. `giving` people, unless `not_giving`, give one of `gifts`. `item_first`, `item_next`, unless before
    `no_item`, number what is brought; `item_wished`, `item_counts` (from two, each in letters and figures),
    `item_things` announce how many follow, with `item_links` between them; `one_more` begins another. What stands
    before `only` so many has no other number."""

    only: Spellings
    owner_before: Spellings
    owner_after: Spellings
    own_things: Spellings
    not_own: Spellings
    marks: Spellings
    veto: Spellings
    far_before: Spellings
    far_after: Spellings
    far_from: Spellings
    hurt: Spellings
    duty: Spellings
    hard: Spellings
    no_sizes: Spellings
    since: Spellings
    already: Spellings
    lengths: Spellings
    ago: Spellings
    long_ago: Spellings
    near: Spellings
    source: Spellings
    target: Spellings
    landmark_end: Spellings
    no_landmark: Spellings
    where: Spellings
    giving: Spellings
    not_giving: Spellings
    groups: Annotated[Meanings, Keys(GROUPS)]
    gifts: Annotated[Meanings, Keys(GIFTS)]
    item_first: Spellings
    item_next: Spellings
    no_item: Spellings
    item_wished: Spellings
    item_counts: Spellings
    item_things: Spellings
    item_links: Spellings
    one_more: Spellings


@dataclass(frozen=True, eq=False, repr=False)
class ChoiceWords:
    """How options are named. `no` denies what is beside it, `stop` what follows; `able` belongs to the `no` before it.
    `yet` begins anew. Beside `doubt` it is asked, beside `when` unless somebody is `able`. `all` gives way to those it
    is said of. `more` comes besides what was chosen. Behind an `owned` word stands whose it is; `address` closes.
    Behind `picking` stands the one that is meant."""

    noise: Spellings
    join: Spellings
    yet: Spellings
    no: Spellings
    stop: Spellings
    able: Spellings
    doubt: Spellings
    when: Spellings
    all: Spellings
    more: Spellings
    suffixes: Spellings
    owned: Spellings
    address: Spellings
    picking: Spellings


@dataclass(frozen=True, eq=False, repr=False)
class NameWords:
    """Behind an `address` stands somebody's name, unless it is one of `no_name`; a `loose` one is a plain word, too."""

    address: Spellings
    loose: Spellings
    no_name: Spellings


@dataclass(frozen=True, eq=False, repr=False)
class Vocabulary:
    """All of it; one file of `content/kata/` each."""

    numbers: NumberWords
    common: SharedWords
    people: PeopleWords
    units: UnitWords
    sizes: SizeWords
    money: MoneyWords
    places: PlaceWords
    days: DayWords
    hours: HourWords
    guests: GuestWords
    stories: StoryWords
    choices: ChoiceWords
    names: NameWords
