"""How people spell days and hours; the words themselves are in `content/kata/`."""

from dataclasses import dataclass
from typing import Annotated

from bot.core.spelt import Keys, Meanings, Spellings, known_as

WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
MONTHS = (
    *("januari", "februari", "maret", "april", "mei", "juni"),
    *("juli", "agustus", "september", "oktober", "november", "desember"),
)


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class DayWords:
    """`near`: "besok". `soon` and `this` beside a part of the day mean today. Behind a number of days or weeks `ahead`
    and `ago` count from today, `from_now` also where a date is moved; behind a weekday `last` is the one before.
    `bound`, `about`, `vague`, `stop`, `unknown`, `no`, `know` as in every answer, but of days. "`later` dua hari",
    "`sooner` seminggu" move a date; what is `shifting` moves it either way. Behind `besides` something else begins.
    An hour `whenever` is none. `fill` may stand between a week and its day; a day with something `taken` behind it is
    not free, nor is one with "`no` `free`" beside it."""

    weekdays: Annotated[Meanings, Keys(WEEKDAYS)] = known_as("nama_hari")
    months: Annotated[Meanings, Keys(MONTHS)] = known_as("bulan")
    near: Annotated[Meanings, Keys(("besok", "lusa", "besok_lusa", "hari_ini", "kemarin"))] = known_as("dekat")
    date: Spellings = known_as("tanggal")
    day: Spellings = known_as("hari")
    week: Spellings = known_as("minggu")
    month: Spellings = known_as("kata_bulan")
    year: Spellings = known_as("tahun")
    next: Spellings = known_as("depan")
    following: Spellings = known_as("berikutnya")
    this: Spellings = known_as("ini")
    last: Spellings = known_as("lalu")
    ahead: Spellings = known_as("lagi")
    from_now: Spellings = known_as("dari_kini")
    ago: Spellings = known_as("yang_lalu")
    soon: Spellings = known_as("nanti")
    besides: Spellings = known_as("sambil")
    later: Spellings = known_as("mundur")
    sooner: Spellings = known_as("maju")
    shifting: Spellings = known_as("geser")
    which: Spellings = known_as("yang")
    about: Spellings = known_as("kira_kira")
    bound: Spellings = known_as("batas")
    vague: Spellings = known_as("samar")
    stop: Spellings = known_as("bukan")
    taken: Spellings = known_as("terpakai")
    free: Spellings = known_as("bisa")
    unknown: Spellings = known_as("tidak_tahu")
    no: Spellings = known_as("tidak")
    know: Spellings = known_as("tahu")
    whenever: Spellings = known_as("kapan_saja")
    fill: Spellings = known_as("pengisi")


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class HourWords:
    """`parts` of the day; before and after which of the `prayers`. "Jam 9 `past` 15", "jam 9 `short_of` 15". Behind
    `greeting` a part of the day tells no time; `until` the `end` neither."""

    parts: Annotated[Meanings, Keys(("pagi", "siang", "sore", "malam", "subuh", "dini hari"))] = known_as("bagian")
    prayers: Annotated[Meanings, Keys(("zuhur", "asar", "magrib", "isya", "jumat", "subuh"))] = known_as("waktu_salat")
    before: Spellings = known_as("sebelum")
    after: Spellings = known_as("sesudah")
    prayer: Spellings = known_as("salat")
    together: Spellings = known_as("berjamaah")
    clock: Spellings = known_as("jam")
    half: Spellings = known_as("setengah")
    quarter: Spellings = known_as("seperempat")
    past: Spellings = known_as("lewat")
    short_of: Spellings = known_as("kurang")
    minute: Spellings = known_as("menit")
    greeting: Spellings = known_as("selamat")
    until: Spellings = known_as("sampai")
    end: Spellings = known_as("selesai")
