"""What is understood of the words of villagers, what is misread, and what is asked again."""

import sys

import pytest

from tests.understanding.labels import FILES, READERS, add, hear, load, score

LEAST_UNDERSTOOD, MOST_MISREAD = 90.0, 1.0  # percent


@pytest.mark.parametrize("file", FILES)
def test_nine_of_ten_are_understood_and_hardly_any_is_misread(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    scores = {kind: score(kind, labels) for kind, labels in load(file).items()}
    overall = add(list(scores.values()))
    with capsys.disabled():
        lines = [each.line(kind) for kind, each in scores.items()]
        sys.stdout.write("\n  ".join(["", file, *lines, overall.line("all"), ""]))
    assert overall.understood_share >= LEAST_UNDERSTOOD, overall.asked
    assert overall.misread_share <= MOST_MISREAD, overall.misread


@pytest.mark.parametrize("kind", sorted(READERS))
def test_every_sort_of_answer_is_understood_as_well_as_the_others(kind: str) -> None:
    all_of_them = add([score(kind, load(file).get(kind, {})) for file in FILES])
    assert all_of_them.understood_share >= LEAST_UNDERSTOOD, all_of_them.asked
    assert all_of_them.misread_share <= MOST_MISREAD, all_of_them.misread


def test_a_wrong_reading_counts_as_misread_and_not_as_understood() -> None:
    counted = score("angka", {"dua belas": "12", "tiga belas": "30", "belasan": "15", "empat belas": "?"})
    assert ("tiga belas -> 13", "empat belas -> 14") == counted.misread
    assert ("belasan",) == counted.asked
    assert 1 == counted.understood


def test_there_are_enough_utterances_and_a_third_was_held_out() -> None:
    labelled, *held_out = (sum(map(len, load(file).values())) for file in FILES)
    assert labelled >= 300
    assert sum(held_out) >= (labelled + sum(held_out)) / 3


@pytest.mark.parametrize("file", FILES)
def test_shouting_and_politeness_change_nothing(file: str) -> None:
    """Only "M" may be another thing than "m"."""
    for kind, labels in load(file).items():
        for text in labels:
            if kind != "uang":
                assert hear(kind, text) == hear(kind, text.upper()), text
            assert hear(kind, text) == hear(kind, f"  {text} "), text
