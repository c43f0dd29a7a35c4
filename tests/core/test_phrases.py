"""A list of phrases is looked for only where its words stand, and finds what a plain pattern of them finds."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.spelt import either, one_of

_WORDS = st.sampled_from(["tidak", "jadi", "bukan", "itu", "mi", "rumah", "é", "TIDAK", "di-", "2", "ibu2"])
_TEXTS = st.lists(_WORDS, max_size=9).flatmap(
    lambda words: st.lists(st.sampled_from([" ", ", ", "\n", ".", "-"]), min_size=len(words), max_size=len(words)).map(
        lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    )
)
_PHRASES = st.frozensets(
    st.lists(st.sampled_from(["tidak", "jadi", "bukan", "itu", "mi", "ibu2"]), min_size=1, max_size=3).map(" ".join),
    min_size=1,
    max_size=4,
)


@given(_PHRASES, _TEXTS)
@example(frozenset({"tidak jadi"}), "tidak\n jadi")
@example(frozenset({"ibu2"}), "Ibu2 itu")
def test_it_finds_what_a_plain_pattern_finds(phrases: frozenset[str], text: str) -> None:
    plain = re.compile(one_of(phrases).pattern.pattern, one_of(phrases).pattern.flags)
    assert [found.span() for found in one_of(phrases).finditer(text)] == [one.span() for one in plain.finditer(text)]
    assert (one_of(phrases).search(text) is None) == (plain.search(text) is None)
    assert one_of(phrases).sub("#", text) == plain.sub("#", text)
    assert either(phrases)
