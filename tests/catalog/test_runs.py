"""Telegram's HTML, taken apart for paper."""

import pytest

from bot.catalog.runs import lines


def shown(html: str) -> list[str]:
    """Each line as its runs, those with marks in brackets."""
    return ["".join(_one(run) for run in line) for line in lines(html)]


def _one(run: dict[str, object]) -> str:
    marks = "".join(mark for mark in "bius" if run[mark])
    return f"[{marks}:{run['text']}]" if marks else str(run["text"])


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("", [""]),
        ("satu\ndua\n\ntiga", ["satu", "dua", "", "tiga"]),
        ("<b>tebal</b> <i>miring</i> <u>garis</u> <s>coret</s>", ["[b:tebal] [i:miring] [u:garis] [s:coret]"]),
        ("<b>dua <i>sekaligus</i>\nbaris</b> biasa", ["[b:dua ][bi:sekaligus]", "[b:baris] biasa"]),
        ("a &lt;b&gt; &amp; c", ["a <b> & c"]),
        ('<a href="https://contoh.id/?a=1&amp;b=2">di sini</a>.', ["di sini (https://contoh.id/?a=1&b=2)."]),
        ('<a href="https://contoh.id">contoh.id</a>', ["contoh.id"]),
        ("<code>x</code> <blockquote>kutip</blockquote>", ["x kutip"]),
        ("tanpa penutup <b>tebal", ["tanpa penutup [b:tebal]"]),
        ("penutup saja</b> biasa", ["penutup saja biasa"]),
    ],
)
def test_lines_keep_their_words_and_their_marks(html: str, wanted: list[str]) -> None:
    assert shown(html) == wanted
