"""What a check must hold before it may end, what differs, and who may go: each rule by itself."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.core.checking import comparing
from bot.core.checking.comparing import SAME_PLACE, additions, differences, metres_between, sources_differ
from bot.core.checking.items import FULL, ITEMS, SHORT, lacking, questions_of
from bot.core.checking.rules import CHANGED, RIGHT, WRONG, depth_of, may_check, needs_reason, results
from bot.core.records import Usulan

_AT = datetime(2027, 1, 12, tzinfo=UTC)
_USULAN = Usulan(1, "ENR-27-MAI-0001", "73.16.01", 1, "73.16.01.2002", 7, {}, "tercatat", _AT, None, None, None)


def photo(name: str) -> dict[str, str]:
    return {"unique_id": name, "file_id": name}


def witness(name: str, gender: str, party: str) -> dict[str, Any]:
    return {"saksi_nama": {"text": name}, "saksi_jenis": {"value": gender}, "saksi_pihak": {"value": party}}


def size(amount: str, unit: str = "m", side: str = "", **more: str) -> dict[str, str]:
    return {"amount": amount, "unit": unit, "side": side} | more


def sizes(*each: dict[str, str]) -> dict[str, Any]:
    return {"sizes": list(each)}


_WHOLE: dict[str, dict[str, Any]] = {
    "tempat": {"tempat": {"value": "betul"}},
    "foto": {"foto": [photo("a"), photo("b")]},
    "ukuran": {"ukuran": sizes(size("120")), "alat": {"value": "meteran"}},
    "saksi_1": witness("Nurhayati", "p", "warga"),
    "saksi_2": witness("Daeng Sikki", "l", "adat"),
}


@pytest.mark.parametrize(
    ("changed", "lacks"),
    [
        ({}, []),
        ({"tempat": None}, ["tempat"]),
        ({"foto": None}, ["foto"]),
        ({"ukuran": None}, ["ukuran"]),
        ({"foto": {"foto": [photo("a")]}}, ["foto_dua"]),
        ({"foto": {"foto": [photo("a"), photo("a")]}}, ["foto_dua"]),
        ({"saksi_2": None}, ["saksi_2"]),
        ({"saksi_2": witness("Daeng Sikki", "l", "warga")}, ["saksi_pihak"]),
        ({"saksi_1": witness("Puang Lolo", "l", "warga")}, ["saksi_perempuan"]),
        ({"saksi_2": witness("NURHAYATI ", "p", "adat")}, ["saksi_orang"]),
        ({"saksi_1": witness("Puang Lolo", "l", "adat")}, ["saksi_pihak", "saksi_perempuan"]),
    ],
)
def test_the_short_sheet_may_end_when_nothing_lacks(changed: dict[str, Any], lacks: list[str]) -> None:
    found = {item: value for item, value in (_WHOLE | changed).items() if value is not None}
    assert lacking(SHORT, found) == lacks


def test_the_full_sheet_asks_for_more() -> None:
    assert lacking(FULL, _WHOLE) == ["orang", "tanah", "menolak", "program", "alam", "kursi_roda", "rawat"]
    assert set(ITEMS[SHORT]) < set(ITEMS[FULL])
    assert [questions_of(item) for item in ("foto", "orang")] == [("foto",), ("warga", "miskin_desa", "miskin_warga")]


@pytest.mark.parametrize(
    ("proposer", "recorder", "who", "may"),
    [(7, None, 7, False), (7, None, 8, True), (None, 8, 8, False), (7, 8, 9, True), (None, None, 9, True)],
)
def test_neither_proposer_nor_recorder_goes(proposer: int | None, recorder: int | None, who: int, may: bool) -> None:
    assert may_check(who, replace(_USULAN, person_id=proposer, typed_by=recorder)) is may


@pytest.mark.parametrize(
    ("near", "by_hand", "depth"), [(False, False, SHORT), (True, False, FULL), (False, True, FULL), (True, True, FULL)]
)
def test_the_full_sheet_is_for_those_near_the_line_or_by_hand(near: bool, by_hand: bool, depth: str) -> None:
    assert depth_of(near_the_line=near, by_hand=by_hand) == depth


def test_nothing_is_as_told_that_differs_and_every_other_word_needs_a_reason() -> None:
    assert (results(differs=False), results(differs=True)) == ((RIGHT, CHANGED, WRONG), (CHANGED, WRONG))
    assert [needs_reason(word) for word in (RIGHT, CHANGED, WRONG)] == [False, True, True]


@pytest.mark.parametrize(
    ("stated", "measured", "differs"),
    [
        ([size("200")], [size("120")], True),
        ([size("120")], [size("120")], False),
        ([size("120")], [size("110")], False),  # a tenth is no difference
        ([size("120")], [size("107")], True),
        ([size("0.2", "km")], [size("200")], False),
        ([size("2", "km")], [size("200")], True),
        ([size("200")], [size("200"), size("3", side="l")], False),
        ([size("200"), size("3")], [size("200"), size("2")], True),
        ([size("200", side="p"), size("3", side="l")], [size("3", side="l"), size("200", side="p")], False),
        ([size("100", to="150")], [size("160")], False),
        ([size("100", to="150")], [size("170")], True),
        ([size("3", "unit")], [size("120")], True),  # nobody can say that it is as told
        ([size("1", "ha")], [size("10000", "m²")], False),
    ],
)
def test_sizes_differ_by_more_than_a_tenth(stated: list[Any], measured: list[Any], differs: bool) -> None:
    found = differences({"ukuran": sizes(*stated)}, {"ukuran": {"ukuran": sizes(*measured)}})
    assert [one.field for one in found] == (["ukuran"] if differs else [])


def test_what_was_not_told_or_not_measured_cannot_differ() -> None:
    unknown = {"unknown": True}
    measured = {"ukuran": {"ukuran": sizes(size("120"))}}
    assert differences({"ukuran": unknown}, measured) == []
    assert differences({}, measured) == []
    assert differences({"ukuran": sizes(size("200"))}, {"ukuran": {"ukuran": unknown}}) == []


def test_what_was_not_told_is_added() -> None:
    measured = {"ukuran": {"ukuran": sizes(size("120"))}, "tanah": {"tanah": {"value": "umum"}}}
    assert set(additions({"ukuran": {"unknown": True}}, measured)) == {"ukuran", "status_lahan"}
    assert set(additions({"ukuran": sizes(size("200"))}, measured)) == {"status_lahan"}
    assert additions({}, {"tanah": {"tanah": {"value": "tidak_tahu"}}}) == {}


@pytest.mark.parametrize(("north", "differs"), [(0.0, False), (0.0026, False), (0.0028, True)])
def test_a_point_beyond_three_hundred_metres_is_another_place(north: float, differs: bool) -> None:
    stated, sent = {"lat": -3.5, "lon": 119.8}, {"lat": -3.5 + north, "lon": 119.8}
    assert (metres_between(stated, sent) > SAME_PLACE) is differs
    found = differences({"lokasi": stated}, {"tempat": {"tempat": {"value": "betul"}, "titik": sent}})
    assert [one.field for one in found] == (["lokasi"] if differs else [])


def test_not_there_goes_back_without_a_point_too() -> None:
    landmark, there = {"text": "Dekat masjid"}, {"tempat": {"tempat": {"value": "bukan"}}}
    (one,) = differences({"patokan": landmark}, there)
    assert (one.field, one.stated, one.found) == ("patokan", landmark, None)


@pytest.mark.parametrize(
    ("stated", "found", "differs"),
    [
        ({"families": 46}, {"families": 30}, True),
        ({"families": 46}, {"families": 44}, False),
        ({"total": 200}, {"male": 90, "female": 110}, False),
        ({"total": 200}, {"male": 50, "female": 50}, True),
        ({"total": 200}, {"families": 30}, False),  # nothing that both tell
    ],
)
def test_people_are_compared_by_what_both_tell(stated: Any, found: Any, differs: bool) -> None:
    assert bool(differences({"jumlah": stated}, {"orang": {"warga": found}})) is differs


def test_the_village_s_papers_and_its_people_may_tell_different_numbers() -> None:
    assert sources_differ({"orang": {"miskin_desa": {"families": 9}, "miskin_warga": {"families": 19}}})
    assert not sources_differ({"orang": {"miskin_desa": {"families": 19}, "miskin_warga": {"families": 19}}})
    assert not sources_differ({"orang": {"miskin_warga": {"families": 19}}})
    assert not sources_differ({"orang": {"miskin_desa": {"unknown": True}, "miskin_warga": {"families": 19}}})
    assert comparing.found_of({"orang": {"warga": {"unknown": True}}}) == {}


@pytest.mark.parametrize(
    ("told", "found", "contradicts"),
    [
        (size("200"), size("120"), True),
        (size("200", bound="kira"), size("190"), False),
        (size("2", "km"), size("120"), False),  # how far they walk
        (size("4", "unit"), size("120"), False),
    ],
)
def test_a_size_told_in_a_story_contradicts_only_what_it_may_be_about(
    told: dict[str, str], found: dict[str, str], *, contradicts: bool
) -> None:
    assert comparing.contradicts(sizes(told), sizes(found)) is contradicts
