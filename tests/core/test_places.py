"""Where is it? Any of the three levels, a whole address, or noise around a name, at each of the three questions."""

import timeit
import tracemalloc
from dataclasses import replace
from time import process_time
from typing import Any

import pytest

from bot.catalog import Catalog
from bot.core import kinds
from bot.core.flow.interpreter import advance, begin, correct
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.questions import Ask, Took
from bot.core.forms.say import Button, Step
from bot.core.forms.world import World
from bot.core.places.gazetteer import Gazetteer, gazetteer_of
from bot.core.places.names import numerals_of
from tests.core.place_lines import ASKED, BATU_MILA, EJ, MP, SURE, M
from tests.support.stopwatch import allowed, yardsticks

LEVELS = ("kecamatan", "desa", "dusun")


def _at(catalog: Catalog, before: tuple[str, ...], world: World | None = None) -> Step:
    """The form after these places were told."""
    step = begin(catalog.flows["usulan"], "d", world or catalog.world)
    for number, name in enumerate(before, 1):
        step = _say(catalog, step, name, world, number)
    assert before == _names(step)
    return step


def _say(catalog: Catalog, step: Step, text: str, world: World | None = None, message: int = 99) -> Step:
    return advance(catalog.flows["usulan"], step.state, Typed(text, message), world or catalog.world)


def _press(catalog: Catalog, step: Step, question: str, value: str, world: World | None = None) -> Step:
    return advance(catalog.flows["usulan"], step.state, Pressed("d", question, value), world or catalog.world)


def _names(step: Step) -> tuple[str, ...]:
    """The places that are kept, the numbers of RT and RW behind them."""
    answers = {key: answer.value for key, answer in step.state.answers.items()}
    numbers = [str(answers["dusun"][key]) for key in ("rt", "rw") if key in answers.get("dusun", {})]
    return (*(answers[key]["name"] for key in LEVELS if key in answers), *numbers)


def _labels(step: Step) -> list[str]:
    """What is offered above the usual buttons."""
    return [button.label for row in step.say[-1].buttons for button in row if isinstance(button.label, str)]


def _label(button: Button) -> str:
    return button.label if isinstance(button.label, str) else ""


def _said(catalog: Catalog, step: Step) -> str:
    return catalog.message(step.say[-1]).text


@pytest.mark.parametrize(("before", "text", "after"), SURE)
def test_what_is_sure_is_taken(catalog: Catalog, before: tuple[str, ...], text: str, after: tuple[str, ...]) -> None:
    assert after == _names(_say(catalog, _at(catalog, before), text))


@pytest.mark.parametrize(("before", "text", "offered", "after"), ASKED)
def test_between_two_places_we_ask(
    catalog: Catalog, before: tuple[str, ...], text: str, offered: list[str], after: tuple[str, ...]
) -> None:
    step = _say(catalog, _at(catalog, before), text)
    assert (offered, after) == (sorted(_labels(step)), _names(step))


@pytest.mark.parametrize(("before", "text", "offered", "after"), ASKED)
def test_each_of_these_buttons_leads_on(
    catalog: Catalog, before: tuple[str, ...], text: str, offered: list[str], after: tuple[str, ...]
) -> None:
    step = _say(catalog, _at(catalog, before), text)
    buttons = [button for row in step.say[-1].buttons for button in row if isinstance(button.label, str)]
    for button in buttons:
        question, value = button.data.split(":", 3)[2:]
        assert len(value.encode("ascii")) <= 30
        named = _names(_press(catalog, step, question, value))
        assert _label(button).split(", ")[0].removeprefix("Desa ").removeprefix("Kelurahan ").split()[-1] in " ".join(
            named
        )
        assert named != after


@pytest.mark.parametrize(
    "text",
    [
        *[
            "ya pak",
            "iye",
            "tidak",
            "bukan",
            "ok",
            "halo pak",
            "assalamualaikum",
            "selamat pagi bu",
            "saya di dusun anu pak",
        ],
        *[
            "jalannya rusak sekali",
            "saya mau usul jalan",
            "tidak tahu pak",
            "kirim dong",
            "mau kirim",
            "bagaimana ini",
            "dusun",
        ],
        *[
            "itu yang dekat masjid",
            "bukan jambu",
            "kami belum punya air bersih",
            "???",
            "12345",
            "II",
            "dua",
            "tolong bantu kami",
        ],
    ],
)
def test_what_is_no_name_never_becomes_a_dusun(catalog: Catalog, text: str) -> None:
    step = _say(catalog, _at(catalog, MP), text)
    assert (MP, None) == (_names(step), step.state.pending.get("confirm"))


@pytest.mark.parametrize("text", ["Buntu Lembang Baru", "dusun Zambrud", "di dsn. Zambrud pak", "lingkungan zambrud"])
def test_a_new_dusun_needs_a_yes(catalog: Catalog, text: str) -> None:
    step = _say(catalog, _at(catalog, MP), text)
    assert _names(step) == MP
    assert step.state.pending["confirm"]["value"]["name"].split()[-1].lower() in {"baru", "zambrud"}
    assert "pak" not in step.state.pending["confirm"]["value"]["name"].lower().split()


def test_a_number_is_a_dusun_only_behind_the_word_for_one(catalog: Catalog) -> None:
    step = _say(catalog, _at(catalog, MP), "dusun 7")
    assert {"name": "7", "listed": False} == step.state.pending["confirm"]["value"]


def test_a_number_is_never_nearly_another(catalog: Catalog) -> None:
    step = _say(catalog, _at(catalog, ("Maiwa", "Mangkawani")), "batu api 3")
    assert "batu api 3" == step.state.pending["confirm"]["value"]["name"]


def test_a_new_dusun_is_asked_about_where_the_rest_of_the_address_is_known(catalog: Catalog) -> None:
    step = _say(catalog, _at(catalog, ()), "Dusun Zambrud RT 3, Desa Boiya, Kec Maiwa")
    assert _names(step) == ("Maiwa", "Boiya")
    assert _names(_say(catalog, step, "ya")) == ("Maiwa", "Boiya", "Zambrud", "3")


def test_the_word_that_was_not_found_is_said_back_with_what_was(catalog: Catalog) -> None:
    said = _said(catalog, _say(catalog, _at(catalog, ()), "Kec Maiwa desa Xyzabc"))
    assert "Kecamatan Maiwa" in said
    assert "Xyzabc" in said
    said = _said(catalog, _say(catalog, _at(catalog, M), "xyzabc"))
    assert "xyzabc di Kecamatan Maiwa" in said.replace("</b> belum ketemu", "").replace("<b>", "")


def test_rt_and_rw_stand_on_the_card_and_a_kelurahan_reads_no_word_of_a_desa(catalog: Catalog) -> None:
    step = _say(catalog, _at(catalog, ()), "kelurahan juppandang RT 2 RW 1")
    assert "RT 02/RW 01" in _said(catalog, step)
    assert "usun" not in _said(catalog, step)
    button = next(b for row in step.say[-1].buttons for b in row if b.label == "Melati")
    step = _press(catalog, step, "dusun", button.data.split(":", 3)[3])
    assert _names(step) == (*EJ, "Melati", "2", "1")
    assert "Lingkungan Melati, RT 02/RW 01" in _said(catalog, step)


def test_a_lone_pair_of_numbers_is_only_supposed_to_be_rt_and_rw(catalog: Catalog) -> None:
    assert "mesin.rt_rw_ragu" == _say(catalog, _at(catalog, MP), "1/2").say[-1].sentence
    assert "mesin.rt_rw_di_mana" == _say(catalog, _at(catalog, MP), "02/01").say[-1].sentence


FORGED = [
    "@",
    "@73.16.99",
    "@73.16.01.9999",
    "@73.15.01",
    "@73.16.01.2002/zzzzzz",
    "@73.16.01.2002/000000",
    "@73.16/1.1",
]
FORGED += [
    "@73.16.01.2002/0.0",
    "@73.16.01.2002/1.1000",
    "+ya pak",
    "+",
    "+<b>x",
    "+jalannya rusak",
    "@73.16.01\n",
    "+" + "x" * 50,
]


@pytest.mark.parametrize("value", FORGED)
@pytest.mark.parametrize("before", [(), M, MP])
def test_a_forged_button_changes_nothing(catalog: Catalog, before: tuple[str, ...], value: str) -> None:
    step = _at(catalog, before)
    assert before == _names(_press(catalog, step, LEVELS[len(before)], value))


def test_the_kabupaten_is_not_its_kecamatan_of_the_same_name(catalog: Catalog) -> None:
    """Enrekang in Enrekang: all are offered again, not that one alone."""
    step = _say(catalog, _at(catalog, ()), "kabupaten enrekang")
    assert {"Enrekang", "Maiwa", "Baraka"} <= set(_labels(step))


def test_nobody_gets_out_of_their_wilayah(catalog: Catalog) -> None:
    world = replace(catalog.world, scopes=("73.16.01.2002",))
    step = _at(catalog, (), world)
    for text in ("boiya", "kec baraka", "Desa Bontongan Kec Baraka"):
        assert _names(_say(catalog, step, text, world)) == ()
    for value in ("@73.16.03.2005", "@73.16.01.2012", "73.16.03"):
        assert _names(_press(catalog, step, "kecamatan", value, world)) == ()
    assert _names(_say(catalog, step, "pattondon salu", world)) == MP
    wider = replace(catalog.world, scopes=("73.16.01",))
    assert _names(_say(catalog, _at(catalog, (), wider), "tanete", wider)) == ("Maiwa", "Tanete")


def test_an_address_is_mended_by_editing_its_message(catalog: Catalog) -> None:
    step = _say(catalog, _at(catalog, ()), "Dusun Jambu, Desa Pattondon Salu, Kec Maiwa", message=7)
    edited = Typed("Dusun Malino 2, Desa Batu Mila, Kec Maiwa", 7, edited=True)
    step = advance(catalog.flows["usulan"], step.state, edited, catalog.world)
    assert _names(step) == (*BATU_MILA, "Malino 2")


def test_after_sending_an_edit_never_moves_a_dusun_into_another_desa(catalog: Catalog) -> None:
    step = _say(catalog, _at(catalog, ()), "Dusun Jambu, Desa Pattondon Salu, Kec Maiwa")
    values: dict[str, Any] = {key: answer.value for key, answer in step.state.answers.items()}
    flow, heard = catalog.flows["usulan"], Typed("Dusun Malino 2, Desa Batu Mila", 1)
    assert correct(flow, values, "dusun", heard, catalog.world).say is not None
    heard = Typed("Dusun Jambu RT 2, Desa Pattondon Salu", 1)
    assert correct(flow, values, "dusun", heard, catalog.world).value["rt"] == 2


def test_every_form_that_asks_for_a_place_takes_a_whole_address(catalog: Catalog) -> None:
    text = "Dusun Jambu, Desa Pattondon Salu, Kec Maiwa"
    for flow in catalog.flows.values():
        asked = [question for question in flow.questions if question.kind == "wilayah"]
        for question in asked[:1]:
            reading = kinds.find("wilayah").read(Ask(question, {}, catalog.world), Typed(text, 1))
            assert isinstance(reading, Took)
            assert "Maiwa" == reading.value["name"]
            assert {q.key for q in asked} <= {question.key, *reading.also}


def test_every_listed_name_is_found_where_it_is_asked_for(catalog: Catalog) -> None:
    """Literally typed, no name loses to a similar one."""
    places, kind = catalog.world.places, kinds.find("wilayah")
    kecamatan, desa, dusun = (catalog.flows["usulan"].question(key) for key in LEVELS)
    assert kecamatan
    assert desa
    assert dusun
    for outer in places.children("73.16"):
        assert kind.read(Ask(kecamatan, {}, catalog.world), Typed(outer.name, 1)) == Took(
            {"code": outer.code, "name": outer.name}
        )
        values: dict[str, Any] = {"kecamatan": {"code": outer.code, "name": outer.name}}
        for village in places.children(outer.code):
            told = {"code": village.code, "name": village.name}
            assert kind.read(Ask(desa, values, catalog.world), Typed(village.name, 1)) == Took(told)
            for name in places.dusun(village.code):
                reading = kind.read(Ask(dusun, values | {"desa": told}, catalog.world), Typed(name, 1))
                assert reading == Took({"name": name, "listed": True}), (village.name, name)


def test_the_gazetteer_is_made_anew_when_a_dusun_is_added(catalog: Catalog) -> None:
    world = replace(catalog.world, places=catalog.world.places.with_dusun({"73.16.01.2012": ("Zambrud",)}))
    assert _names(_say(catalog, _at(catalog, (), world), "zambrud boiya", world)) == ("Maiwa", "Boiya", "Zambrud")


@pytest.mark.alone
def test_a_place_costs_little_with_all_that_listens(catalog: Catalog) -> None:
    places, digits = catalog.world.places, catalog.world.spellings.numbers.digits
    made = timeit.timeit(lambda: Gazetteer(places, numerals_of(digits)), timer=process_time, number=3)  # uncollected
    assert made / 3 <= allowed(0.06)
    tracemalloc.start()
    kept, size = Gazetteer(places, numerals_of(digits)), tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert kept is not gazetteer_of(places, catalog.world.spellings)
    assert size <= 5_000_000
    open_ = [(_at(catalog, before), text) for before, text, _ in SURE]
    cost = yardsticks(lambda: [_say(catalog, step, text) for step, text in open_], 1) / len(open_)
    assert cost <= 1.3, cost  # 0.9 measured


def test_an_endless_text_is_read_in_time(catalog: Catalog) -> None:
    step, text = _at(catalog, ()), "desa batu jambu tanete rt 1/2 " * 400
    assert timeit.timeit(lambda: _say(catalog, step, text), timer=process_time, number=1) <= allowed(0.2)  # uncollected
