"""States, reasons and who decides, as the content has them: what follows what, and in whose words."""

from pathlib import Path

import pytest

from bot.catalog.draft import read_draft
from bot.catalog.rules.kelurahan import DESA_ONLY
from bot.catalog.rules.states import said_in_kelurahan
from bot.catalog.states import FILE, StatesFile
from bot.core.deciding.states import DESA, KELURAHAN, STAGES, State, may_follow
from bot.work.access import BAPPEDA, DELEGASI, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.support.content import CONTENT, catalog_of

STATES = catalog_of().states
ONWARD = [
    ("masuk", "dicek_lapang"),
    ("masuk", "musdus"),
    ("musdus", "musdes"),
    ("musdes", "masuk_rkp"),
    ("musdes", "masuk_du"),
    ("masuk_du", "sipd_mitra"),
    ("sipd_mitra", "sipd_kec"),
    ("sipd_kec", "sipd_opd"),
    ("sipd_opd", "sipd_kab"),
    ("sipd_kab", "sipd_tapd"),
    ("sipd_tapd", "diakomodir"),
    ("diakomodir", "masuk_rkpd"),
    ("masuk_rkpd", "masuk_apbd"),
    ("masuk_apbd", "dikerjakan"),
    ("dikerjakan", "selesai"),
]
ANYTIME = ["ditolak", "dibatalkan", "cadangan", "bukan_musrenbang", "digabung", "perlu_lengkap", "disimpan"]
FINAL = ["selesai", "dibatalkan", "digabung"]
#: What villagers see of each.
SEEN = {
    "tercatat": ["masuk"],
    "ditanya": ["perlu_lengkap"],
    "dicek": ["dicek_lapang"],
    "dibahas": [
        *("musdus", "musdes", "muskel", "masuk_du", "ke_kabupaten"),
        *("sipd_mitra", "sipd_kec", "sipd_opd", "sipd_kab", "sipd_tapd", "diakomodir"),
    ],
    "hasil": [
        *("masuk_rkp", "dana_kelurahan", "masuk_rkpd", "masuk_apbd", "cadangan", "ditolak", "digabung"),
        *("bukan_musrenbang", "dibatalkan", "disimpan"),
    ],
    "dikerjakan": ["dikerjakan", "selesai"],
}


@pytest.mark.parametrize(("before", "after"), ONWARD)
def test_it_goes_onward_and_not_back(before: str, after: str) -> None:
    one, other = STATES.states[before], STATES.states[after]
    assert may_follow(one, other, DESA)
    assert not may_follow(other, one, DESA)


@pytest.mark.parametrize("before", ["masuk", "musdes", "sipd_kab", "masuk_rkpd"])
@pytest.mark.parametrize("after", ANYTIME)
def test_some_may_come_at_any_time(before: str, after: str) -> None:
    assert may_follow(STATES.states[before], STATES.states[after], DESA)


@pytest.mark.parametrize("before", FINAL)
def test_nothing_takes_the_place_of_a_final_one(before: str) -> None:
    assert [one.key for one in STATES.states.values() if may_follow(STATES.states[before], one, DESA)] == []


def test_what_was_refused_may_be_taken_up_after_all_and_nothing_twice() -> None:
    refused = STATES.states["ditolak"]
    assert may_follow(refused, STATES.states["sipd_opd"], DESA)
    assert not may_follow(refused, refused, DESA)


@pytest.mark.parametrize("stage", STAGES)
def test_villagers_see_six_stages(stage: str) -> None:
    assert sorted(SEEN[stage]) == sorted(one.key for one in STATES.states.values() if one.stage == stage)


@pytest.mark.parametrize(
    ("key", "desa", "kelurahan"),
    [
        ("musdes", True, False),
        ("masuk_rkp", True, False),
        ("masuk_du", True, False),
        ("muskel", False, True),
        ("dana_kelurahan", False, True),
        ("sipd_kec", True, True),
    ],
)
def test_each_track_has_its_own(key: str, desa: bool, kelurahan: bool) -> None:
    begun, one = STATES.states["masuk"], STATES.states[key]
    assert (may_follow(begun, one, DESA), may_follow(begun, one, KELURAHAN)) == (desa, kelurahan)


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        (FASILITATOR_DESA, "musdes", "sipd_kec"),
        (FASILITATOR_KECAMATAN, "sipd_kec", "masuk_rkpd"),
        (BAPPEDA, "masuk_rkpd", "disimpan"),
        (DELEGASI, "", "musdes"),
    ],
)
def test_who_may_say_what(role: str, may: str, may_not: str) -> None:
    offered = {one.key for one in STATES.after("masuk", DESA, [role])}
    assert may_not not in offered
    assert not may or may in offered


def test_what_only_the_program_says_is_offered_to_nobody() -> None:
    offered = {one.key for one in STATES.after(None, DESA, [FASILITATOR_DESA, FASILITATOR_KECAMATAN, BAPPEDA])}
    assert not {"masuk", "perlu_lengkap", "disimpan"} & offered


def test_refusing_and_cancelling_demand_a_reason() -> None:
    assert {one.key for one in STATES.states.values() if one.needs_reason} == {"ditolak", "dibatalkan"}


def test_whatever_is_decided_has_who_decided_on_every_track() -> None:
    moved = [one for one in STATES.states.values() if one.movers]
    assert [(one.key, track) for one in moved for track in one.tracks if not STATES.deciders_of(one, [track])] == []


def test_what_is_paid_for_is_locked_and_never_offered_again() -> None:
    assert all(one.locks for one in STATES.states.values() if one.funded)
    assert {"masuk_rkp", "masuk_apbd", "dikerjakan", "selesai"} == {o.key for o in STATES.states.values() if o.funded}


def test_a_mark_in_sipd_is_no_decision() -> None:
    assert STATES.states["diakomodir"].stage == "dibahas"
    assert "belum keputusan" in catalog_of().text("keadaan.diakomodir.langkah")


@pytest.mark.parametrize(("tracks", "offered"), [([DESA], True), ([KELURAHAN], False), ([DESA, KELURAHAN], False)])
def test_a_reason_of_the_desa_is_offered_where_it_is_true_of_all(tracks: list[str], offered: bool) -> None:
    assert ("R09" in [one.code for one in STATES.reasons_in(tracks)]) is offered


@pytest.mark.parametrize("code", [code for code, reason in STATES.reasons.items() if not reason.own_words])
def test_every_reason_says_why_and_what_can_be_done(code: str) -> None:
    texts = catalog_of().texts
    assert {f"alasan.{code}.{part}" for part in ("tombol", "teks", "langkah")} <= texts.sources().keys()


def test_people_of_a_kelurahan_read_no_desa_word() -> None:
    texts = dict(catalog_of().texts.sources())
    told = StatesFile.model_validate(_told())
    found = said_in_kelurahan(told, texts)
    assert len(found) > 70
    assert {name: texts[name] for name in found if DESA_ONLY.search(texts[name])} == {}


def _told() -> dict[str, object]:
    draft = read_draft(CONTENT, "73.16")
    return draft.calendar[FILE].model_dump(by_alias=True)


def test_a_desa_word_on_the_way_to_a_kelurahan_is_a_fault(tmp_path: Path) -> None:
    told, texts = StatesFile.model_validate(_told()), dict(catalog_of().texts.sources())
    texts["keadaan.muskel.kabar"] = "Sudah dibahas di musdes."
    found = [name for name in said_in_kelurahan(told, texts) if DESA_ONLY.search(texts[name])]
    assert found == ["keadaan.muskel.kabar"]


def test_every_meeting_turns_into_states_that_there_are() -> None:
    for kind, outcomes in STATES.forums.items():
        assert kind in catalog_of().calendar.kinds
        assert all(isinstance(STATES.forum(kind, outcome), State) for outcome in outcomes)
