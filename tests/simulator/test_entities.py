"""Formatted text: read as Telegram reads it, counted in UTF-16."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.entities import Formatted, spot, trim, utf16_length, utf16_slice
from bot.simulator.markup import read_html
from bot.simulator.refusals import Refusal


def marks(formatted: Formatted) -> list[tuple[str, str]]:
    """Each entity as (type, the text it covers)."""
    return [
        (entity["type"], utf16_slice(formatted.text, entity["offset"], entity["length"]))
        for entity in formatted.entities
    ]


HTML: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("<b>tebal</b> biasa", "tebal biasa", [("bold", "tebal")]),
    ("<strong>a</strong><em>b</em><ins>c</ins><del>d</del>", "abcd",
     [("bold", "a"), ("italic", "b"), ("underline", "c"), ("strikethrough", "d")]),
    ("🌾 <i>padi</i>", "🌾 padi", [("italic", "padi")]),
    ("<b>luar <i>dalam</i></b>", "luar dalam", [("bold", "luar dalam"), ("italic", "dalam")]),
    ("&lt;b&gt; &amp; &quot;x&quot; &#39; &#x1F33E; &copy;", "<b> & \"x\" ' 🌾 &copy;", []),
    ("<b></b>kosong", "kosong", []),
    ("<B>besar</B>", "besar", [("bold", "besar")]),
    ("<code>a &lt; b</code>", "a < b", [("code", "a < b")]),
    ('<pre><code class="language-toml">x = 1</code></pre>', "x = 1", [("pre", "x = 1")]),
    ("<blockquote expandable>kutipan</blockquote>", "kutipan", [("expandable_blockquote", "kutipan")]),
    ('<span class="tg-spoiler">rahasia</span>', "rahasia", [("spoiler", "rahasia")]),
    ('<a href="https://wa.me/?text=a&amp;b">kirim</a>', "kirim", [("text_link", "kirim")]),
    ("<a href='contoh.id'>kirim</a>", "kirim", [("text_link", "kirim")]),
    ('<tg-emoji emoji-id="5">🌾</tg-emoji>', "🌾", [("custom_emoji", "🌾")]),
    ('<a href="tidak begini">kirim</a>', "kirim", []),
    ('<a href="tg://user?id=7">Bu Sitti</a>', "Bu Sitti", [("text_mention", "Bu Sitti")]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text", "expected"), HTML)
def test_html_is_read_as(source: str, text: str, expected: list[tuple[str, str]]) -> None:
    read = read_html(source)

    assert (text, expected) == (read.text, marks(read))


def test_a_link_keeps_its_address_unescaped() -> None:
    (entity,) = read_html('<a href="https://wa.me/?text=a&amp;b">kirim</a>').entities

    assert "https://wa.me/?text=a&b" == entity["url"]


SPOTTED: list[tuple[str, list[tuple[str, str]]]] = [
    ("/mulai sekarang", [("bot_command", "/mulai")]),
    ("buka https://contoh.id/a?b=1, ya.", [("url", "https://contoh.id/a?b=1")]),
    ("tulis ke bappeda@contoh.go.id", [("email", "bappeda@contoh.go.id")]),
    ("tanya @sitti_baraka", [("mention", "@sitti_baraka")]),
    ("#airbersih RT 3", [("hashtag", "#airbersih")]),
    ("telepon +6281234567890", [("phone_number", "+6281234567890")]),
    ("3/4 jalan, dan/atau", []),
    ("🌾 /usulanku", [("bot_command", "/usulanku")]),
    ("t.me/KawanMusrenbangBot?start=abc", [("url", "t.me/KawanMusrenbangBot?start=abc")]),
]


@pytest.mark.parametrize(("text", "expected"), SPOTTED)
def test_telegram_marks_by_itself(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == marks(spot(Formatted(text)))


def test_nothing_is_marked_inside_code() -> None:
    assert [("code", "/mulai")] == marks(spot(read_html("<code>/mulai</code>")))


def test_trimming_moves_the_entities_along() -> None:
    assert [("bold", "tebal")] == marks(trim(read_html("  🌾 <b>tebal</b>  \n")))


def test_an_entity_that_is_only_space_goes() -> None:
    assert [] == marks(trim(read_html("teks<b>  </b>")))


@given(st.text())
def test_escaped_text_is_read_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    assert text == read_html(escaped).text


@given(st.text(alphabet="<>/b iau=\"'&;x\n"))
def test_any_html_is_read_or_refused(source: str) -> None:
    assert ended_well(source)


def ended_well(source: str) -> bool:
    """Whether the HTML gave entities inside its text, or a refusal in Telegram's words."""
    try:
        read = read_html(source)
    except Refusal as refusal:
        return refusal.description.startswith("Bad Request: can't parse entities: ")
    return all(entity["offset"] + entity["length"] <= utf16_length(read.text) for entity in read.entities)
