"""Formatted text: read as Telegram reads it, counted in UTF-16, shown as safe HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.entities import Formatted, render, spot, trim, utf16_length, utf16_slice
from bot.simulator.markdown import read_markdown
from bot.simulator.markup import read_html
from bot.simulator.protocol import Json
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


MARKDOWN: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("*tebal* _miring_ __garis__ ~coret~ ||rahasia||", "tebal miring garis coret rahasia",
     [("bold", "tebal"), ("italic", "miring"), ("underline", "garis"), ("strikethrough", "coret"),
      ("spoiler", "rahasia")]),
    ("`a.b` ```c!```", "a.b c!", [("code", "a.b"), ("pre", "c!")]),
    (r"1\. satu\!", "1. satu!", []),
    ("[kirim](https://wa.me/)", "kirim", [("text_link", "kirim")]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "text", "expected"), MARKDOWN)
def test_markdown_is_read_as(source: str, text: str, expected: list[tuple[str, str]]) -> None:
    read = read_markdown(source)

    assert (text, expected) == (read.text, marks(read))


def test_an_unclosed_mark_is_refused() -> None:
    with pytest.raises(Refusal, match="Can't find end of Bold entity"):
        read_markdown("*tebal")


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


SHOWN: list[tuple[Formatted, str]] = [
    (Formatted("a < b & c\nd"), "a &lt; b &amp; c<br>d"),
    (read_html("<b>a<i>b</i></b>c"), "<b>a<i>b</i></b>c"),
    (read_html('<a href="https://contoh.id/?a=&quot;">x</a>'),
     '<a href="https://contoh.id/?a=&quot;" target="_blank" rel="noopener noreferrer">x</a>'),
    (spot(Formatted("a@b.id +6281234567890")),
     ('<a href="mailto:a@b.id" target="_blank" rel="noopener noreferrer">a@b.id</a> '
     '<a href="tel:+6281234567890" target="_blank" rel="noopener noreferrer">+6281234567890</a>')),
    (Formatted("x", ({"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"},)), "x"),
    (Formatted("abc", ({"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 1, "length": 2})),
     "<b>a<i>b</i></b><i>c</i>"),
    (Formatted("x", ({"type": "bold", "offset": 0, "length": 9},)), "<b>x</b>"),
]  # fmt: skip


@pytest.mark.parametrize(("formatted", "html"), SHOWN)
def test_the_page_sees(formatted: Formatted, html: str) -> None:
    assert html == render(formatted)


ENTITY = st.builds(
    lambda kind, offset, length: {"type": kind, "offset": offset, "length": length},
    st.sampled_from(["bold", "italic", "code", "url", "mention", "made_up"]),
    st.integers(0, 12),
    st.integers(1, 12),
)


@given(st.text(max_size=12), st.lists(ENTITY, max_size=5))
def test_no_text_ever_becomes_markup(text: str, entities: list[Json]) -> None:
    shown = render(Formatted(text, tuple(entities)))

    without = read_tags(shown)
    assert "<" not in without
    assert '"' not in without


def read_tags(html: str) -> str:
    """The HTML without the tags this program writes; fails when they do not nest."""
    left = ""
    opened: list[str] = []
    while "<" in html:
        before, _, rest = html.partition("<")
        tag, _, html = rest.partition(">")
        left += before
        if tag.startswith("/"):
            assert opened.pop() == tag[1:]
        elif tag != "br":
            opened.append(tag.split()[0])
    assert [] == opened
    return left + html


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
