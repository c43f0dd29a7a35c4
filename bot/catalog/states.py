"""`content/keadaan.toml`: the states of an usulan, the reasons for them, and who may have decided."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bot.catalog.calendar import Key
from bot.catalog.models import Strict
from bot.core.deciding import states as core

FILE = "keadaan.toml"
Track = Literal["desa", "kelurahan"]
Stage = Literal["tercatat", "ditanya", "dicek", "dibahas", "hasil", "dikerjakan"]
StateKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{1,15}$")]  # as long as its column
Code = Annotated[str, StringConstraints(pattern=r"^R[0-9]{2}$")]
_BOTH: list[Track] = ["desa", "kelurahan"]


class State(Strict):
    """Satu keadaan; kata-katanya di kalimat/keadaan.toml."""

    key: StateKey = Field(alias="kunci")
    stage: Stage = Field(alias="tahap", description="Yang dilihat warga")
    tracks: list[Track] = Field(alias="jalur", min_length=1)
    movers: list[Key] = Field([], alias="siapa", description="Peran yang boleh mengubahnya; kosong: hanya program")
    deciders: list[Key] = Field([], alias="pemutus")
    step: Annotated[int, Field(ge=0, le=99)] = Field(alias="langkah")
    anytime: bool = Field(False, alias="kapan_saja")
    needs_reason: bool = Field(False, alias="sebab")
    ends: bool = Field(False, alias="akhir")
    final: bool = Field(False, alias="tetap")
    locks: bool = Field(False, alias="kunci_isi")
    funded: bool = Field(False, alias="dibiayai")
    asks_photo: bool = Field(False, alias="foto_sesudah")
    goes_up: bool = Field(False, alias="naik", description="Sudah dikirim ke atas")


class Forum(Strict):
    """Hasil pertemuan menjadi keadaan."""

    kinds: list[Key] = Field(alias="kunci", min_length=1)
    onward: StateKey = Field(alias="lanjut")
    reserve: StateKey = Field("cadangan", alias="cadangan")
    not_yet: StateKey = Field("ditolak", alias="belum")
    own: StateKey | None = Field(None, alias="desa", description="Dengan dana desa atau kelurahan sendiri")


class Reason(Strict):
    """Satu sebab; kata-katanya di kalimat/hasil.toml."""

    code: Code = Field(alias="kunci")
    tracks: list[Track] = Field(_BOTH, alias="jalur", min_length=1)
    own_words: bool = Field(False, alias="ditulis")
    also: list[str] = Field([], alias="kata", description="Yang diketik orang dan sama artinya dengan tombolnya")


class StatesFile(Strict):
    states: list[State] = Field(alias="keadaan", min_length=1)
    forums: list[Forum] = Field([], alias="pertemuan")
    deciders: dict[Key, list[Track]] = Field(alias="pemutus")
    reasons: list[Reason] = Field(alias="sebab", min_length=1)


FILES: dict[str, type[Strict]] = {FILE: StatesFile}


def compile_states(files: Mapping[str, Strict]) -> core.States:
    told = files.get(FILE)
    if not isinstance(told, StatesFile):
        return core.States()
    states = {one.key: _state(one) for one in told.states}
    reasons = {
        one.code: core.Reason(one.code, frozenset(one.tracks), one.own_words, tuple(one.also)) for one in told.reasons
    }
    deciders = {key: frozenset(tracks) for key, tracks in told.deciders.items()}
    forums = {kind: _outcomes(one) for one in told.forums for kind in one.kinds}
    return core.States(states, reasons, deciders, forums)


def _outcomes(told: Forum) -> dict[str, str]:
    own = {"desa": told.own} if told.own else {}
    return {"lanjut": told.onward, "cadangan": told.reserve, "belum": told.not_yet, **own}


def _state(told: State) -> core.State:
    return core.State(
        told.key,
        told.stage,
        frozenset(told.tracks),
        tuple(told.movers),
        tuple(told.deciders),
        step=told.step,
        anytime=told.anytime,
        needs_reason=told.needs_reason,
        ends=told.ends,
        final=told.final,
        locks=told.locks,
        funded=told.funded,
        asks_photo=told.asks_photo,
        goes_up=told.goes_up,
    )
