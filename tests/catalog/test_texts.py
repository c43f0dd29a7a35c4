import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog import Catalog
from bot.catalog.markup import LONGEST, fault_in, length, split, units, visible
from bot.catalog.texts import Texts
from bot.core.forms.say import Button, Say, Words

PIECES = ["kata ", "<i>miring</i> ", "&lt;", "😀", "akhir. ", "\n\n", "<b>te bal</b>"]
EVIL = [
    "<b>",
    "</b>",
    "<a href='tg://user?id=1'>x</a>",
    "&amp;",
    "{kecamatan}",
    "{{7*7}}",
    "{% for x in y %}",
    '"',
    "'",
]


@pytest.fixture
def texts() -> Texts:
    return Texts(
        {
            "sapa": "Halo <b>{nama}</b>.",
            "daftar": "Isi:{% for b in baris %}\n{b.judul}: {b.isi}{% endfor %}",
            "jarak": "Satu\n\n{% if x %}\n\nDua{% endif %}\n\n\nTiga",
        }
    )


@pytest.mark.parametrize("evil", EVIL)
def test_values_are_shown_literally(evil: str, texts: Texts) -> None:
    shown = texts.render("sapa", {"nama": evil})
    assert f"Halo {evil}." == visible(shown)
    assert fault_in(shown) is None


@pytest.mark.parametrize("evil", EVIL)
def test_values_inside_lists_are_shown_literally(evil: str, texts: Texts) -> None:
    shown = texts.render("daftar", {"baris": [{"judul": Words("sapa", {"nama": evil}), "isi": evil}]})
    assert f"Isi:\nHalo {evil}.: {evil}" == visible(shown)


def test_gaps_left_by_conditions_are_closed(texts: Texts) -> None:
    assert "Satu\n\nTiga" == texts.render("jarak", {"x": False})


def test_a_value_that_is_missing_is_an_error_and_not_a_gap(texts: Texts) -> None:
    with pytest.raises(KeyError):
        texts.render("sapa", {})


def test_a_lead_stands_above_its_question(catalog: Catalog) -> None:
    say = Say("mesin.perlu_diisi", lead=Words("mesin.dicatat", {"isi": "x"}))
    assert catalog.message(say).text.startswith("✔ x\n\nYang ini")


def test_buttons_become_the_json_of_the_bot_api(catalog: Catalog) -> None:
    rows = ((Button(Words("tombol.ya"), "f:a:b:~ya"), Button("Peta", url="https://example.org")),)
    markup = catalog.message(Say("mesin.perlu_diisi", buttons=rows)).reply_markup
    ya = {"text": "Ya", "callback_data": "f:a:b:~ya"}
    assert {"inline_keyboard": [[ya, {"text": "Peta", "url": "https://example.org"}]]} == markup


def test_a_location_is_asked_for_by_a_keyboard_whose_keys_type_their_label(catalog: Catalog) -> None:
    say = Say("mesin.butuh_lokasi", buttons=((Button(Words("tombol.lewati"), "f:a:b:~lewati"),),), keyboard="location")
    markup = catalog.message(say).reply_markup or {}
    assert [[{"text": "📍 Kirim lokasi", "request_location": True}], [{"text": "Lewati"}]] == markup["keyboard"]


def test_every_key_of_that_keyboard_is_understood_when_typed(catalog: Catalog) -> None:
    keys = ("kembali", "lewati", "bantuan", "batal", "pakai")
    typed = {catalog.label(Words(f"tombol.{name}")).lower() for name in keys}
    assert typed <= set(catalog.world.words)


def test_a_short_text_is_not_split() -> None:
    assert ["<b>a</b>"] == split("<b>a</b>")


def test_a_long_text_is_cut_between_paragraphs_and_its_tags_go_on() -> None:
    parts = split("<b>" + "Satu kalimat.\n\n" * 400 + "</b>")
    assert all(length(part) <= LONGEST and fault_in(part) is None for part in parts)
    assert all(part.endswith("kalimat.</b>") for part in parts[:-1])


def test_a_cut_prefers_the_end_of_a_sentence() -> None:
    first = split("kata kata kata. " * 400)[0]
    assert first.endswith("kata.")


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=3000))
def test_no_part_is_too_long_and_nothing_is_lost(pieces: list[str]) -> None:
    parts = split("".join(pieces), 300)
    assert all(length(part) <= 300 and fault_in(part) is None for part in parts)
    assert "".join(visible("".join(pieces)).split()) == "".join("".join(visible(part) for part in parts).split())


def test_length_is_counted_as_telegram_does() -> None:
    assert 3 == units("a😀")
