"""The spellings people use, in lower case. What a field means to a reader stands here, the words in `content/kata/`."""

from dataclasses import dataclass
from typing import Annotated

from bot.core.days_spelt import DayWords, HourWords
from bot.core.people_spelt import PeopleWords
from bot.core.sizes_spelt import MoneyWords, NumberWords, SizeWords, UnitWords
from bot.core.spelt import Keys, Meanings, Spellings, WhichCount, known_as

ELEMENTS = ("perempuan", "kurang_mampu", "disabilitas", "lansia", "pemuda", "tani", "adat", "perangkat", "lain")
GROUPS = ("semua", "miskin", "ibu", "anak", "balita", "lansia", "disabilitas", "tani", "muda")
GIFTS = ("tenaga", "tanah", "bahan", "uang", "rawat")
HINDRANCES = ("jauh", "kerja", "anak_kecil", "kendaraan", "malu")
_TIMES = ("katanya", "nyatanya", "masa", "tinggal", "sisa", "menjadi", "bertambah", "berkurang")
_PARTS = ("diminta", "minta", "bagian", "rusak", "milikku")
#: Words that set one value against another.
_DENIED = ("bukan", "keliru", "batas", "biarpun", "tapi", "cuma", "seluruh")
CONTRASTS = (*_DENIED, *_TIMES, *_PARTS, "tidak_bisa", "saja", "catat", "ulang")
GUEST_COLUMNS = ("nama", "jenis", "unsur", "jabatan", "mewakili", "alamat", "halangan", "keterangan")


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
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
    two values it is; behind `told_by` stands who knows it. A part that begins with an `age` tells of oneself;
    what a `speaker` did before is no amount of before, unless it is `deferred`, nor is where he is `passing` `each`
    day a rate. Who is `doubting` others leaves what they say. By `announcing`, `politely` at times, something is put
    right; between `formerly` and `becoming` stands what was wrong; what was `forgotten` `before_now` is told now."""

    noise: Spellings = known_as("hiasan")
    about: Spellings = known_as("kira_kira")
    more: Spellings = known_as("lebih_dari")
    less: Spellings = known_as("kurang_dari")
    above: Spellings = known_as("di_atas")
    below: Spellings = known_as("di_bawah")
    upward: Spellings = known_as("ke_atas")
    downward: Spellings = known_as("ke_bawah")
    between: Spellings = known_as("antara")
    stop: Spellings = known_as("bukan")
    vague: Spellings = known_as("samar")
    all: Spellings = known_as("semua")
    unknown: Spellings = known_as("tidak_tahu")
    no: Spellings = known_as("tidak")
    know: Spellings = known_as("tahu")
    range: Spellings = known_as("sampai")
    choice: Spellings = known_as("atau")
    sep: Spellings = known_as("pemisah")
    endings: Spellings = known_as("akhiran")
    reach: Spellings = known_as("tidak_sampai")
    fall: Spellings = known_as("tidak_kurang")
    link: Spellings = known_as("penyambung")
    because: Spellings = known_as("sebabnya")
    condition: Spellings = known_as("kalau")
    against: Spellings = known_as("membatalkan")
    undone: Spellings = known_as("tidak_jadi")
    righting: Spellings = known_as("meralat")
    age: Spellings = known_as("umur")
    speaker: Spellings = known_as("pembicara")
    deferred: Spellings = known_as("belum_dicari")
    passing: Spellings = known_as("selalu_lewat")
    each: Spellings = known_as("setiap")
    doubting: Spellings = known_as("betul_tidaknya")
    announcing: Spellings = known_as("membuka_ralat")
    politely: Spellings = known_as("sebelum_ralat")
    formerly: Spellings = known_as("semula")
    becoming: Spellings = known_as("kini_menjadi")
    forgotten: Spellings = known_as("lupa_ditulis")
    before_now: Spellings = known_as("barusan")
    total: Spellings = known_as("jadinya")
    at_last: Spellings = known_as("akhirnya")
    slips: Spellings = known_as("sebab_keliru")
    later: Spellings = known_as("nanti_dulu")
    once: Spellings = known_as("dahulu")
    now: Spellings = known_as("sekarang")
    among: Spellings = known_as("di_antaranya")
    which: Spellings = known_as("yang")
    forbid: Spellings = known_as("jangan")
    or_so: Spellings = known_as("begitu")
    told_by: Spellings = known_as("sumber")
    contrasts: Annotated[Meanings, Keys(CONTRASTS)] = known_as("banding")


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class PlaceWords:
    """`kabupaten`, `kecamatan`, `desa`, `dusun`: words of that level before a name, of a kelurahan, too. `around` says
    nothing around names, `negated` before a name that is not meant, `either` between two of which one is; `no_hamlet`
    is no part of the name of a dusun, nor is a `complaint`, and none begins with one of the `works`, unless it is
    called so. `area`: a number behind it is no RT. Behind `beside` it is only near. `called` announces a name, `fresh`
    a dusun on no list. `compass` ends names ("Kalosi Timur"), `tails` grow to them ("Barakami"). `linked` joins RT and
    RW, `heads` are people of one. `but` ends what is denied, `newly` is said with `fresh`. `short`: how the words in
    names are shortened; ordinals by figure. Behind `at` and in `halls` a meeting is held. `belonged` stands between
    "dulu" and what a place was part of; `origin`: where somebody is from, `everywhere` that it is in no one dusun.
    Behind a listed name some words begin what it is `described` by. Behind `elsewhere` others live, or one is for a
    while."""

    kabupaten: Spellings
    kecamatan: Spellings
    desa: Spellings
    dusun: Spellings
    around: Spellings = known_as("di_sekitar")
    negated: Spellings = known_as("bukan_di")
    either: Spellings = known_as("atau")
    no_hamlet: Spellings = known_as("bukan_nama_dusun")
    complaint: Spellings = known_as("keluhan")
    works: Spellings = known_as("yang_diusulkan")
    rt: Spellings
    rw: Spellings
    area: Spellings = known_as("wilayah_lain")
    noise: Spellings = known_as("hiasan")
    stop: Spellings = known_as("bukan")
    beside: Spellings = known_as("di_dekat")
    called: Spellings = known_as("bernama")
    fresh: Spellings = known_as("dusun_baru")
    compass: Spellings = known_as("mata_angin")
    halls: Spellings = known_as("gedung_rapat")
    tails: Spellings = known_as("di_belakang_nama")
    linked: Spellings = known_as("penyambung")
    heads: Spellings = known_as("kepala_rt")
    but: Spellings = known_as("melainkan")
    newly: Spellings = known_as("baru")
    at: Spellings = known_as("di_tempat")
    belonged: Spellings = known_as("tergabung")
    origin: Spellings = known_as("asal_orang")
    everywhere: Spellings = known_as("di_semua_dusun")
    described: Spellings = known_as("diterangkan")
    elsewhere: Spellings = known_as("tempat_lain")
    short: Annotated[Meanings, Keys(("kampung",), more=True)] = known_as("singkatan")


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class GuestWords:
    """`elements`: the groups of a list of invitations. `woman` and `man` are forms of address, `female` and `male`
    stand alone. `speaks_for` begins whom somebody speaks for; with `no_name` nobody's name. `titles` before a name and
    `degrees` behind it are a part of it; `clergy` tell a group, too. `offices` begin what somebody is, `headings` are
    lines of a list that name nobody, `columns` the heads of a spreadsheet, in their order. Behind a `join` stands a
    `wife` or `husband`; `lodges` are what somebody speaks for. `places` begin where one lives; behind a number
    `head_count` tells how many come. Of a count, `recounted` says what it is ("perempuannya ternyata 15"), `added` how
    many more, `wanting` by how many it was wrong, `nods` stand behind it; beside `altogether` a number is one of all.
    `links` lead to `states`, `tails` to what tells them from others; `polite` words are nobody."""

    elements: Annotated[Meanings, Keys(ELEMENTS)] = known_as("unsur")
    hindrances: Annotated[Meanings, Keys(HINDRANCES)] = known_as("halangan")
    woman: Spellings = known_as("sapaan_perempuan")
    man: Spellings = known_as("sapaan_laki_laki")
    female: Spellings = known_as("perempuan")
    male: Spellings = known_as("laki_laki")
    speaks_for: Spellings = known_as("mewakili")
    no_name: Spellings = known_as("bukan_nama")
    titles: Spellings = known_as("gelar_di_depan")
    clergy: Spellings = known_as("pemuka_agama")
    degrees: Spellings = known_as("gelar_di_belakang")
    offices: Spellings = known_as("jabatan")
    headings: Spellings = known_as("kepala_daftar")
    join: Spellings = known_as("dan")
    wife: Spellings = known_as("istri")
    husband: Spellings = known_as("suami")
    lodges: Spellings = known_as("lembaga")
    places: Spellings = known_as("tempat_tinggal")
    head_count: Spellings = known_as("cacah")
    recounted: Spellings = known_as("jadinya")
    added: Spellings = known_as("tambahnya")
    wanting: Spellings = known_as("kurangnya")
    nods: Spellings = known_as("sesudah_jumlah")
    altogether: Spellings = known_as("semuanya")
    states: Spellings = known_as("keadaan")
    links: Spellings = known_as("sambungan")
    tails: Spellings = known_as("ekor")
    polite: Spellings = known_as("sopan")
    columns: Annotated[Meanings, Keys(GUEST_COLUMNS)] = known_as("kolom")


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class StoryWords:
    """What is looked for in a story. A number beside `owner_before`, `owner_after` is no count, beside `veto` it is
    left alone, as behind `own_things` that no `not_own` stands beside and before `marks` along which one measures.
    `far_…` make a distance of a length. People `hurt` or on `duty` need nothing, nor are those poor for whom something
    is `hard`; some people behind `we` are all of them. `no_sizes` measures none. `since`, `already` begin since when;
    `lengths`, `ago` end it. `near` begins a landmark, from `source` to `target`; `landmark_end` is no part of it,
    `no_landmark` none; `where` begins words that only tell where. `giving` people, unless `not_giving`, give one of
    `gifts`, `promising` ones will. `groups` before `no_group` feel nothing, nor who `introduces` themselves.
    `item_first`, `item_next`, unless before `no_item`, number what is brought; `item_wished`, `item_counts` (from two),
    `item_things` announce how many, with `item_links` between; a thing of another of `kinds` behind a link, or with
    `item_also`, is one more, unless `item_cause` leads there; `one_more` begins another; `only` has one number."""

    only: Spellings = known_as("hanya_sekian")
    owner_before: Spellings = known_as("milik_di_depan")
    owner_after: Spellings = known_as("milik_di_belakang")
    own_things: Spellings = known_as("milik_saya")
    not_own: Spellings = known_as("bukan_milik_saya")
    marks: Spellings = known_as("patokan_panjang")
    veto: Spellings = known_as("jangan_dibaca")
    far_before: Spellings = known_as("jarak_di_depan")
    far_after: Spellings = known_as("jarak_di_belakang")
    far_from: Spellings = known_as("jarak_dari")
    hurt: Spellings = known_as("celaka")
    duty: Spellings = known_as("bertugas")
    we: Spellings = known_as("kami")
    hard: Spellings = known_as("susah")
    no_sizes: Spellings = known_as("bukan_ukuran")
    since: Spellings = known_as("sejak")
    already: Spellings = known_as("sudah")
    lengths: Spellings = known_as("lamanya")
    ago: Spellings = known_as("yang_lalu")
    long_ago: Spellings = known_as("sejak_dulu")
    near: Spellings = known_as("dekat")
    source: Spellings = known_as("dari")
    target: Spellings = known_as("sampai")
    landmark_end: Spellings = known_as("patokan_selesai")
    no_landmark: Spellings = known_as("bukan_patokan")
    where: Spellings = known_as("awal_tempat")
    giving: Spellings = known_as("memberi")
    not_giving: Spellings = known_as("tidak_memberi")
    groups: Annotated[Meanings, Keys(GROUPS)] = known_as("merasakan")
    no_group: Spellings = known_as("bukan_kelompok")
    introduces: Spellings = known_as("memperkenalkan")
    gifts: Annotated[Meanings, Keys(GIFTS)] = known_as("sumbangan")
    promising: Spellings = known_as("menjanjikan")
    item_first: Spellings = known_as("hal_pertama")
    item_next: Spellings = known_as("hal_berikut")
    no_item: Spellings = known_as("bukan_hal")
    item_wished: Spellings = known_as("mau_hal")
    item_counts: Spellings = known_as("bilangan_hal")
    item_things: Spellings = known_as("benda_hal")
    item_links: Spellings = known_as("sambung_hal")
    item_also: Spellings = known_as("pun_hal")
    item_asked: Spellings = known_as("minta_hal")
    item_cause: Spellings = known_as("sebab_hal")
    kinds: Annotated[Meanings, Keys(("jalan",), more=True)] = known_as("hal")
    one_more: Spellings = known_as("satu_lagi")


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class ChoiceWords:
    """How options are named. `no` denies what is beside it, `stop` what follows; `able` belongs to the `no` before it.
    `yet` begins anew. Beside `doubt` it is asked, beside `when` unless somebody is `able`; `tags` only confirm. `all`
    gives way to those it is said of, `all_that` to those counted. `more` is chosen besides. Behind `owned` stands whose
    it is, behind `deeds` to what they are done, behind `picking` what is meant; `address` ends. Behind a no `but_for`
    begins what is chosen all the same, behind `purpose` what something else is for, behind `near` where it is."""

    noise: Spellings = known_as("hiasan")
    join: Spellings = known_as("dan")
    yet: Spellings = known_as("tetapi")
    no: Spellings = known_as("tidak")
    stop: Spellings = known_as("bukan")
    able: Spellings = known_as("bisa")
    doubt: Spellings = known_as("ragu")
    when: Spellings = known_as("kalau")
    all: Spellings = known_as("semua")
    but_for: Spellings = known_as("selain_itu")
    purpose: Spellings = known_as("guna")
    near: Spellings = known_as("di_dekat")
    more: Spellings = known_as("lebih_dari")
    suffixes: Spellings = known_as("akhiran")
    owned: Spellings = known_as("kepunyaan")
    deeds: Spellings = known_as("mengerjakan")
    address: Spellings = known_as("sapaan")
    picking: Spellings = known_as("memilih")
    tags: Spellings = known_as("memastikan")
    all_that: Spellings = known_as("semua_itu")
    young: Spellings = known_as("yang_muda")
    old: Spellings = known_as("yang_tua")


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class NameWords:
    """Behind an `address` stands somebody's name, unless it is one of `no_name`; a `loose` one is a plain word, too."""

    address: Spellings = known_as("sapaan")
    loose: Spellings = known_as("juga_kata_biasa")
    no_name: Spellings = known_as("bukan_nama")


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class Vocabulary:
    """All of it; one file of `content/kata/` each, and what examples teach."""

    numbers: NumberWords = known_as("angka")
    common: SharedWords = known_as("umum")
    people: PeopleWords = known_as("orang")
    units: UnitWords = known_as("satuan")
    sizes: SizeWords = known_as("ukuran")
    money: MoneyWords = known_as("uang")
    places: PlaceWords = known_as("tempat")
    days: DayWords = known_as("hari")
    hours: HourWords = known_as("jam")
    guests: GuestWords = known_as("tamu")
    stories: StoryWords = known_as("cerita")
    choices: ChoiceWords = known_as("pilihan")
    names: NameWords = known_as("nama")
    which_count: WhichCount | None = None
