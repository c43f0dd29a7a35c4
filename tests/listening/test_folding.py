import pytest

from bot.core.listening.folding import Folding, FoldingWords, words_known

WORDS = FoldingWords(
    variants={"tdk": "tidak", "ndak": "tidak", "sdh": "sudah", "👍": "ya"},
    address=frozenset({"pak"}),
    tails=("mi", "ka", "nya"),
    heads=("ku",),
    whole=frozenset({"suami"}),
)
FOLDING = Folding(WORDS, {"tidak", "sudah", "jalan", "kirim", "kopi", "sua", "ya"})


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("TDK", "tidak"),
        ("iye'", "iye"),
        ("tidaaak", "tidak"),
        ("sdhmi", "sudah"),
        ("jalannya", "jalan"),
        ("kukirim", "kirim"),
        ("kira2", "kira kira"),
        ("12 orang, 1.500 m", "# orang # m"),
        ("sudah pak", "sudah"),
        ("pak", "pak"),
        ("𝐭𝐢𝐝𝐚𝐤", "tidak"),
        ("apa?", "apa ?"),
        ("👍🏽", "ya"),
    ],
)
def test_what_is_spelled_in_many_ways_is_one_word(typed: str, folded: str) -> None:
    assert FOLDING.fold(typed) == folded


@pytest.mark.parametrize("word", ["kopi", "suami", "kaka", "minya", "laka"])
def test_a_particle_stays_where_no_known_stem_is_left(word: str) -> None:
    assert FOLDING.fold(word) == word


def test_a_known_word_keeps_what_looks_like_a_particle() -> None:
    assert Folding(WORDS, {"suka", "su", "jalan", "jalanka"}).fold("jalanka suka") == "jalanka suka"


def test_a_token_tells_where_it_stands_as_typed() -> None:
    said = "Sdhmi  ku’kirim, pak"
    assert [said[token.start : token.end] for token in FOLDING.tokens(said)] == ["Sdhmi", "ku’kirim", "pak"]


def test_a_word_is_known_unless_it_is_seldomer_than_its_stem() -> None:
    assert words_known(WORDS, ["sudah jalan", "sudah jalannya", "jalannya jalan", "kopika kopika"]) == {
        "sudah",
        "jalan",
        "kopika",
    }
