"""The file of danger words: what it may contain, and what the core makes of it."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from bot.catalog.models import Strict, Text
from bot.core.usulan import danger as core
from bot.core.usulan.danger_frames import Frames
from bot.core.usulan.danger_words import Phrases

FILE = "bahaya.toml"
Number = Annotated[str, StringConstraints(pattern=r"^[0-9 ()+A-Za-z-]*$")]


#: Lists of which only is asked whether a word is in them, and those of which the core makes phrases.
_SETS = ("no", "helpers", "helping", "around", "slow", "polite")
_PHRASES = ("cries", "only_now", "about_to")


class Contact(Strict):
    """`nomor` kosong: belum ada, jadi tidak disebut. `setempat`: nomor kabupaten ini, wajib diisi kantor."""

    name: Text = Field(alias="nama")
    number: Number = Field(alias="nomor")
    local: bool = Field(False, alias="setempat")


class Marks(Strict):
    """Kata di sekitarnya yang mengatakan kapan."""

    now: list[Text] = Field(alias="sekarang")
    mild: list[Text] = Field(alias="pelan")
    supposed: list[Text] = Field(alias="andai")
    before: list[Text] = Field(alias="di_depan")
    after: list[Text] = Field(alias="di_belakang")
    aside: list[Text] = Field(alias="bukan_kini")
    lately: list[Text] = Field(alias="belum_lama")
    firm: list[Text] = Field(alias="sungguh")
    unreal: list[Text] = Field(alias="bukan_sungguhan")
    orders: list[Text] = Field(alias="larangan")
    just_past: list[Text] = Field(alias="baru_lalu")
    meant: list[Text] = Field(alias="menegaskan")
    business: list[Text] = Field(alias="urusan")
    coming: list[Text] = Field(alias="akan")
    inquiring: list[Text] = Field(alias="bertanya")
    helpers: list[Text] = Field(alias="penolong")
    ends: list[Text] = Field([], alias="susunan_reda")
    no_end: list[Text] = Field([], alias="bukan_reda")
    when: list[Text] = Field(alias="waktu_itu")
    lasting: list[Text] = Field(alias="sampai_kini")
    no: list[Text] = Field(alias="ingkar")
    waiting: list[Text] = Field(alias="menunggu")
    then: list[Text] = Field(alias="baru")
    calling: list[Text] = Field(alias="memanggil")
    over: list[Text] = Field(alias="reda")
    calm: list[Text] = Field(alias="aman")
    remaining: list[Text] = Field(alias="masih_ada")
    retold: list[Text] = Field(alias="membetulkan")
    since: list[Text] = Field(alias="sesudah_memanggil")
    signs: list[Text] = Field(alias="saat_itu_juga")
    works: list[Text] = Field(alias="kerja")
    asking: list[Text] = Field(alias="meminta")
    built: list[Text] = Field(alias="bangunan")
    still: list[Text] = Field(alias="sejam")
    caught: list[Text] = Field(alias="tidak_bisa_lari")
    helping: list[Text] = Field(alias="minta_tolong")
    around: list[Text] = Field(alias="sekitar_bahaya")
    fronts: list[Text] = Field(alias="depan_tempat")
    urging: list[Text] = Field(alias="mendesak")
    slow: list[Text] = Field(alias="lambat")
    polite: list[Text] = Field(alias="iringan")
    replying: list[Text] = Field(alias="jawaban_petugas")
    at_home: dict[Literal["pergi", "diam", "hp", "kini", "lewat", "lagi"], list[Text]] = Field({}, alias="di_rumah")


class Pair(Strict):
    """Tiap kata depan dengan tiap kata belakang."""

    first: list[Text] = Field(alias="depan", min_length=1)
    then: list[Text] = Field(alias="belakang", min_length=1)


class Case(Strict):
    """Satu macam bahaya atau keluhan."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z_]{2,16}$")] = Field(alias="kunci")
    words: list[Text] = Field(alias="kata", min_length=1)
    pairs: list[Pair] = Field([], alias="pasangan")
    cried_pairs: list[Pair] = Field([], alias="pasangan_seketika")
    usual: list[Text] = Field([], alias="biasa")
    never: list[Text] = Field([], alias="bukan")
    contacts: list[Text] = Field(alias="hubungi", min_length=1)
    life: bool = Field(False, alias="jiwa")
    fades: bool = Field(False, alias="berlalu")
    tell: core.Tell = Field("tidak", alias="kabari")
    private: bool = Field(False, alias="tertutup")
    on: list[Text] = Field([], alias="menyambung")
    plain: list[Text] = Field([], alias="sehari_hari")
    past: list[Text] = Field([], alias="sesudah_tahun")
    ranks: list[Text] = Field([], alias="urutan")
    cries: list[Text] = Field([], alias="seketika")
    only_now: list[Text] = Field([], alias="kini")
    about_to: list[Text] = Field([], alias="hampir")
    frames: list[Text] = Field([], alias="susunan")
    hints: list[Text] = Field([], alias="susunan_ragu")
    of_others: list[Text] = Field([], alias="bukan_kelas")
    hushes: bool = Field(False, alias="membungkam")
    bare: list[Text] = Field([], alias="sendiri")
    things: list[Text] = Field([], alias="kecuali")


class DangerFile(Strict):
    contacts: dict[str, Contact] = Field(alias="nomor")
    marks: Marks = Field(alias="tanda")
    spelt: dict[str, list[Text]] = Field({}, alias="ejaan")
    spelt_since: dict[str, list[Text]] = Field({}, alias="ejaan_sesudah")
    classes: dict[str, list[Text]] = Field({}, alias="kelas")
    cases: list[Case] = Field(alias="kasus", min_length=1)


def sentences_needed(told: DangerFile | None) -> Mapping[str, frozenset[str]]:
    """What is said of each case, with the values it gets."""
    return dict(_needed(told)) if told is not None else {}


def _needed(told: DangerFile) -> Iterator[tuple[str, frozenset[str]]]:
    for case in told.cases:
        yield (
            f"bahaya.{case.key}",
            frozenset({"hubungi", "dikabari", "dicatat", "di_mana", "petunjuk", "meninggal", "lain", "terjebak"}),
        )
        yield f"bahaya.{case.key}_pelan", frozenset({"hubungi", "meninggal"})
        if case.tell != "tidak":
            yield f"bahaya.kabar_{case.key}", frozenset({"tempat", "kata", "nomor", "kutipan", "kira", "lain"})


def missing_numbers(content_dir: Path) -> tuple[str, ...]:
    """Whose number this office still has to find, to try and to enter; nothing where the file cannot be read."""
    try:
        told = DangerFile.model_validate(tomllib.loads((content_dir / FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError):  # `check` tells what is wrong with it
        return ()
    return tuple(contact.name for contact in told.contacts.values() if contact.local and not contact.number)


def compile_danger(told: DangerFile | None, places: Iterable[str] = ()) -> core.Danger:
    if told is None:
        return core.Danger()
    marks = told.marks
    lists = _lists(marks)
    return core.Danger(
        **lists
        | {name: frozenset(lists[name]) for name in _SETS}
        | {
            "cases": tuple(_compile_case(case, told.contacts, told.spelt) for case in told.cases),
            "mild": _lower([*marks.mild, *marks.supposed]),
            "aside": _lower([*marks.aside, *marks.lasting]),
            "over": _lower([*marks.over, *marks.calm]),
            "built": _lower([*marks.works, *marks.built]),
            "urging": frozenset(_lower([*marks.helping, *marks.urging, *marks.slow])),
            "ends": _frames(marks.ends),
            "frames": Frames({name: _lower(words) for name, words in told.classes.items()}),
            "at_home": {key: _lower(words) for key, words in marks.at_home.items()},
            "spelt": {short: full for full, shorts in told.spelt_since.items() for short in shorts},
            "places": tuple(name.lower() for name in places),
        }
    )


def _compile_case(case: Case, contacts: Mapping[str, Contact], spelt: Mapping[str, Sequence[str]]) -> core.Case:
    known = (contacts[key] for key in case.contacts)
    alike = {name: getattr(case, name) for name in ("key", "life", "fades", "tell", "private", "hushes")}
    lists = {name: words for name, words in _lists(case).items() if name not in _PHRASES}
    return core.Case(
        **alike
        | lists
        | {name: _lower(_spelt(getattr(case, name), spelt)) for name in ("words", "usual", "never")}
        | {"frames": _frames(case.frames), "hints": _frames(case.hints)}
        | {"contacts": tuple(core.Contact(contact.name, contact.number) for contact in known if contact.number)},
        told=_phrases([*case.words, *case.usual], case.pairs, spelt),
        cried=_phrases(case.cries, case.cried_pairs, spelt),
        now=_phrases(case.only_now, (), spelt),
        soon=_phrases(case.about_to, (), spelt),
    )


def _lists(told: Marks | Case) -> dict[str, Any]:
    """The lists of words by the names that the core gives them as well."""
    return {name: _lower(words) for name, words in told if isinstance(words, list) and not name.endswith("pairs")}


def _phrases(words: list[str], pairs: Iterable[Pair], spelt: Mapping[str, Sequence[str]]) -> Phrases:
    listed = ((_lower(_spelt(pair.first, spelt)), _lower(_spelt(pair.then, spelt))) for pair in pairs)
    return Phrases(_lower(_spelt(words, spelt)), tuple(listed))


def _spelt(words: list[str], spelt: Mapping[str, Sequence[str]]) -> list[str]:
    """ "Pukul sy" is "pukul saya"."""
    told = [
        " ".join((short if word == full else word) for word in phrase.split(" "))
        for full, shorts in spelt.items()
        for phrase in words
        if full in phrase  # few of very many
        for short in shorts
    ]
    return list(dict.fromkeys([*words, *told]))


def _frames(told: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(one.split()) for one in told)


def _lower(words: list[str]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)
