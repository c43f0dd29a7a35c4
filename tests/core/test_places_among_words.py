"""Where is it, as people say it: names that are shortened, halved, denied, near, new, or told among other things."""

from typing import Any

import pytest

from bot.catalog import Catalog
from bot.core import kinds
from bot.core.flow.interpreter import advance, begin
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Ask, Refused, Took
from bot.core.forms.say import Step
from bot.core.forms.state import Answer
from tests.core.test_places import _at, _labels, _names, _say

Told = tuple[str, ...]
M, MB, LAKAWAN = ("Maiwa",), ("Maiwa", "Boiya"), ("Anggeraja", "Lakawan")


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        (M, "boyia", MB),
        (M, "boiyaji", MB),
        ((), "parombeang", ("Curio", "Parombean")),
        (("Malua", "Buntu Batuan"), "duri2", ("Malua", "Buntu Batuan", "Duri-Duri")),
        (("Bungin", "Bulo"), "kp. baru", ("Bungin", "Bulo", "Kampung Baru")),
        (("Alla", "Kalosi"), "kalosi tmr nak", ("Alla", "Kalosi", "Kalosi Timur")),
        (("Maiwa", "Labuku"), "annung", ("Maiwa", "Labuku", "2 Annung")),
    ],
)
def test_a_name_is_known_however_it_is_shortened(catalog: Catalog, before: Told, text: str, after: Told) -> None:
    assert after == _names(_say(catalog, _at(catalog, before), text))


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        (("Baroko",), "benteng alla tapi yg utara", ("Baroko", "Benteng Alla Utara")),
        (LAKAWAN, "cakke yang ketiga", (*LAKAWAN, "Cakke III")),
        (("Cendana", "Cendana"), "cendana yg di atas", ("Cendana", "Cendana", "Cendana Atas")),
        (("Baraka", "Baraka"), "yang utara", ("Baraka", "Baraka", "Baraka Utara")),
        (("Buntu Batu", "Langda"), "di katangka bang yg ada wisatanya", ("Buntu Batu", "Langda", "Wisata Katangka")),
        (("Curio",), "yg pema", ("Curio", "Buntu Pema")),
        (("Alla", "Kalosi"), "lingkungan yg tengah", ("Alla", "Kalosi", "Kalosi Tengah")),
        (("Baroko",), "benteng", ("Baroko",)),
        (("Alla", "Kalosi"), "bukan yg tengah", ("Alla", "Kalosi")),
    ],
)
def test_the_end_of_a_name_counts_wherever_it_is_said(catalog: Catalog, before: Told, text: str, after: Told) -> None:
    assert after == _names(_say(catalog, _at(catalog, before), text))


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ((), "juppandang ji, dalam kota", ("Enrekang", "Juppandang")),
        ((), "Bone-bone, itu desa yg bebas rokok", ("Baraka", "Bonebone")),
        (("Cendana",), "karrang, sebelahnya lebang", ("Cendana", "Karrang")),
        (MB, "balajonga kak, itu rumahnya nenek", (*MB, "Balajonga")),
        (MB, "bukan Boiya, Balajonga", (*MB, "Balajonga")),
        (("Baraka",), "bukan desa tapi kelurahan Balla", ("Baraka", "Balla")),
    ],
)
def test_what_is_told_of_a_place_casts_no_doubt_on_it(catalog: Catalog, before: Told, text: str, after: Told) -> None:
    assert after == _names(_say(catalog, _at(catalog, before), text))


@pytest.mark.parametrize(
    ("before", "text", "offered"),
    [
        ((), "yang di dekat Baraka", ["Kecamatan Baraka"]),
        (M, "dekat boiya", ["Desa Boiya, Maiwa"]),
        (("Buntu Batu",), "antara Pasui dan Ledan", ["Desa Ledan, Buntu Batu"]),
        ((), "Barana", ["Barana, Tirowali", "Kecamatan Baraka"]),
        (("Enrekang", "Kaluppini"), "kajau", ["Kajao", "kajau"]),
        ((), "kota", ["Kota, Pekalobean"]),
        ((), "jalan poros cakke baraka", ["Kecamatan Baraka"]),
        (("Baraka",), "ledan", ["Desa Ledan, Buntu Batu", "Ledan, Banti"]),
    ],
)
def test_a_place_that_is_only_near_or_likely_is_asked(
    catalog: Catalog, before: Told, text: str, offered: list[str]
) -> None:
    step = _say(catalog, _at(catalog, before), text)
    assert (offered, before) == (sorted(_labels(step)), _names(step))


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [(("Cendana", "Taulan"), "kabere kabere", "Kabere"), (("Enrekang", "Tungka"), "lembang lembang", "Lembang")],
)
def test_a_name_that_is_told_twice_is_one_place(catalog: Catalog, before: Told, text: str, after: str) -> None:
    assert (*before, after) == _names(_say(catalog, _at(catalog, before), text))


def test_a_name_that_is_there_as_it_is_does_not_lose_to_a_longer_one_that_is_nearly(catalog: Catalog) -> None:
    step = _say(catalog, _at(catalog, ("Alla", "Buntu Sugi")), "sudu tawwa pak")
    assert {"Sudu", "Sudu Utara"} <= set(_labels(step))


def test_two_desa_that_are_counted_are_not_the_first_of_them(catalog: Catalog) -> None:
    assert () == _names(_say(catalog, _at(catalog, ()), "kami dua desa, Pasui dan Ledan"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("dusun kami namanya Buntu Paken baru dimekarkan tahun lalu", "Buntu Paken"),
        ("nama dusunnya Lembang Kopi kak, mungkin tidak ada di situ", "Lembang Kopi"),
        ("Dusun Padang Bolong, itu pemekaran dari Balajonga tahun lalu", "Padang Bolong"),
        ("Rante Sarira, kayaknya belum masuk di daftarnya kita", "Rante Sarira"),
        ("dusun baru ini, namanya Padang Kalua", "Padang Kalua"),
        ("kampung baru, pemekaran dari balajonga", "kampung baru"),
        ("Ulu Salu kak. Pecahan dari dusun Balajonga", "Ulu Salu"),
        ("To' Pao (belum ada di pilihan)", "To' Pao"),
        ("tdk ada dusunku disini, namanya batu lotong", "batu lotong"),
    ],
)
def test_a_new_dusun_is_found_in_the_sentence_around_it(catalog: Catalog, text: str, name: str) -> None:
    step = _say(catalog, _at(catalog, MB), text)
    assert (MB, name) == (_names(step), step.state.pending["confirm"]["value"]["name"])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("boiya RT satu nak", ("1",)),
        ("d boiya, rw nya 2 klo rt nya 4", ("4", "2")),
        ("Boiya. RT nya 4", ("4",)),
        ("boiya er te tiga", ("3",)),
        ("boiya rt empat belas rw dua", ("14", "2")),
    ],
)
def test_rt_and_rw_are_heard_as_they_are_said(catalog: Catalog, text: str, numbers: Told) -> None:
    assert (*MB, "Boiya", *numbers) == _names(_say(catalog, _at(catalog, MB), text))


@pytest.mark.parametrize("text", ["enrekang", "Enrekang kota", "ENREKANG!"])
def test_a_place_is_no_act_whatever_it_sounds_like(catalog: Catalog, text: str) -> None:
    step = _say(catalog, _at(catalog, ()), text)
    assert (("Enrekang",), ()) == (_names(step), step.wishes)


def test_a_greeting_before_an_address_does_not_hide_it(catalog: Catalog) -> None:
    step = _say(catalog, _at(catalog, ()), "Assalamu alaikum, tabe saya dari dusun Salo Kalama desa Boiya")
    assert (*MB, "Salo Kalama") == _names(step)


def test_a_question_that_names_a_place_stays_a_question(catalog: Catalog) -> None:
    for text in ("baraka itu di mana", "kapan rapat di desa boiya kecamatan maiwa", "apa ada baraka"):
        assert () == _names(_say(catalog, _at(catalog, ()), text))


@pytest.mark.parametrize("behind", ["", ", jalannya longsor sejak kemarin"])
@pytest.mark.parametrize("desa", ["tuncung pak,", "desa tuncung"])
def test_a_dusun_of_another_desa_than_the_one_named_is_asked_about(catalog: Catalog, desa: str, behind: str) -> None:
    step = _say(catalog, _at(catalog, ()), f"{desa} dusun buntu lamba{behind}")
    assert () == _names(step)
    assert "mesin.tempat_yang_mana" == step.say[0].sentence
    assert ("Malua", "Bonto", "Buntu Lamba") == _names(
        _say(catalog, _at(catalog, ()), "dusun buntu lamba, ke baraka jauh")
    )


def test_a_story_behind_a_place_is_not_lost(catalog: Catalog) -> None:
    step = _say(catalog, _at(catalog, ()), "Maiwa pak, jalan ke kebun kami sudah lama rusak parah")
    assert M == _names(step)
    assert "rusak parah" in step.state.pending["first"]["answers"]["cerita"]["value"]["text"]
    step = _say(catalog, _at(catalog, M), "boiya, di dekat pasar besar itu", message=5)
    assert MB == _names(step)
    assert "di dekat pasar besar" == step.state.answers["juga"].value["text"]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("bukan, ini yang di Dusun Rebu desa Buntu Pema", ("Curio", "Buntu Pema", "Rebu")),
        ("tidak, sekarang di Sumillan", ("Alla", "Sumillan")),
        ("baraka", ("Baraka",)),
    ],
)
def test_a_no_with_another_place_is_both(catalog: Catalog, text: str, after: Told) -> None:
    given: dict[str, Any] = {key: answer.value for key, answer in _at(catalog, MB).state.answers.items()}
    given["dusun"] = {"name": "Balajonga", "listed": True}
    step = begin(catalog.flows["usulan"], "d", catalog.world, given)
    assert after == _names(_say(catalog, step, text))


# --- RT and RW, and what is corrected ---


def _landmark(catalog: Catalog, text: str) -> Step:
    flow, state = catalog.flows["usulan"], _say(catalog, _at(catalog, MB), "balajonga").state
    for key in ("cerita", "harapan"):
        state = state.give(key, Answer({"text": "Jalan licin kalau hujan, mohon dirabat."}))
    for question in flow.questions:
        if question.key == "patokan":
            break
        if question.optional and question.key not in state.answers:
            state = state.skip(question.key)
    return advance(flow, state, Typed(text, 50), catalog.world)


def test_a_landmark_tells_the_rt_too(catalog: Catalog) -> None:
    step = _landmark(catalog, "belakang SD, rt tiga rw dua")
    assert (3, 2) == (step.state.answers["dusun"].value["rt"], step.state.answers["dusun"].value["rw"])
    assert "belakang SD, rt tiga rw dua" == step.state.answers["patokan"].value["text"]


@pytest.mark.parametrize(
    "text", ["dekat rumah pak RT 2", "dari RT 2 sampai RT 4", "perbatasan RT 2", "RT 1 dan RT 2", "kira2 02/01"]
)
def test_an_rt_that_is_somebody_or_near_is_not_where_it_is(catalog: Catalog, text: str) -> None:
    assert "rt" not in _landmark(catalog, text).state.answers["dusun"].value


def _corrected(catalog: Catalog, key: str, text: str) -> Any:
    values = {name: answer.value for name, answer in _at(catalog, MB).state.answers.items()}
    values["dusun"] = {"name": "Balajonga", "listed": True}
    question = catalog.flows["usulan"].question(key)
    assert question
    return kinds.find("wilayah").read(Ask(question, values, catalog.world), Typed(text, 1))


def test_a_correction_of_a_place_says_all_that_it_corrects(catalog: Catalog) -> None:
    told = _corrected(catalog, "kecamatan", "buntu batu ki, desa lunjen")
    assert isinstance(told, Took)
    assert ("Buntu Batu", "Lunjen") == (told.value["name"], told.also["desa"]["name"])
    told = _corrected(catalog, "dusun", "RT 3")
    assert Took({"name": "Balajonga", "listed": True, "rt": 3}, guessed=True) == told


def test_a_number_corrects_no_place(catalog: Catalog) -> None:
    """Where a place was told already no buttons are shown, and "12" is not the twelfth of them."""
    assert isinstance(_corrected(catalog, "kecamatan", "12"), Refused)
    assert isinstance(_corrected(catalog, "dusun", "2"), Refused)


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ((), "maewa", ("Maiwa",)),
        ((), "Alla dong, ibu kotanya bawang goreng", ("Alla",)),
        (LAKAWAN, "Cakke 3 yg atas", (*LAKAWAN, "Cakke III")),
        (LAKAWAN, "cakke nomor satu", (*LAKAWAN, "Cakke I")),
        ((), "pekalobian angeraja, marena yg ke 2", ("Anggeraja", "Pekalobean", "Marena II")),
        (("Baroko", "Baroko"), "di sitarru r t dua r w satu", ("Baroko", "Baroko", "Sitarru", "2", "1")),
    ],
)
def test_a_name_is_known_by_its_sound_and_by_what_stands_around_it(
    catalog: Catalog, before: Told, text: str, after: Told
) -> None:
    assert after == _names(_say(catalog, _at(catalog, before), text))
