"""How people are counted, as it is spelt: what each list of `content/kata/orang.toml` means to a reader."""

from dataclasses import dataclass

from bot.core.spelt import Spellings, known_as


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class PeopleWords:
    """`male_or_about`: "lk", which is also short for "lebih kurang"; `house_or_person`: "kepala". `part`: people who
    are some of all. `poor`: families that have little. `rest`: the others ("sisanya"); `whole`: of how many; `place`
    counts no people, nor does an `area`, of which what each has is added up; `address`: "bapak", "ibu". The speaker
    belongs to those behind `self`; `often` before a number tells when. Beside `zero` what is `well_off` tells that
    nobody is poor; a house that is `vacant` counts nobody; `there_is` begins what is said of some houses. `per` a day
    is no count; how many more is `compared` counts nobody, nor does what they do who are said to be so many (`uses`).
    Of men and women as many are said once: behind one of them (`as_many`), or of `each`.
    Where the poor are asked for, who is `aided` is one of them."""

    male_or_about: Spellings = known_as("laki_laki_atau_kira_kira")
    male: Spellings = known_as("laki_laki")
    female: Spellings = known_as("perempuan")
    person: Spellings = known_as("orang")
    part: Spellings = known_as("sebagian")
    family: Spellings = known_as("keluarga")
    poor: Spellings = known_as("kurang_mampu")
    aided: Spellings = known_as("penerima_bantuan")
    house: Spellings = known_as("rumah")
    house_or_person: Spellings = known_as("kepala")
    address: Spellings = known_as("sapaan")
    rest: Spellings = known_as("sisanya")
    whole: Spellings = known_as("dari_semua")
    area: Spellings = known_as("bagian_wilayah")
    place: Spellings = known_as("bukan_orang")
    self: Spellings = known_as("saya_dan")
    often: Spellings = known_as("tiap_waktu")
    stop: Spellings = known_as("bukan")
    all: Spellings = known_as("semua")
    zero: Spellings = known_as("tidak_ada")
    well_off: Spellings = known_as("berkecukupan")
    vacant: Spellings = known_as("rumah_kosong")
    there_is: Spellings = known_as("ada_juga")
    per: Spellings = known_as("tiap_satu")
    compared: Spellings = known_as("pembanding")
    uses: Spellings = known_as("yang_memakai")
    as_many: Spellings = known_as("segitu_juga")
    each: Spellings = known_as("masing_masing")
    adding: Spellings = known_as("tambah_orang")
    housemates: Spellings = known_as("orang_serumah")
    noise: Spellings = known_as("hiasan")
