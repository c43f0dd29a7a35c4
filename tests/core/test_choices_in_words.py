"""Options of a question, named in running words: what is named is taken, what is denied is not, a doubt is asked."""

from dataclasses import replace

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import advance
from bot.core.flow.scene import kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Ask, Reading, Took, Unsure
from tests.core.test_counts_told_elsewhere import at_question, hear


def _read(catalog: Catalog, key: str, text: str) -> Reading:
    question = catalog.flows["usulan"].question(key)
    assert question is not None
    return kind_of(question).read(Ask(question, {}, catalog.world), Typed(text, 1))


def _chosen(reading: Reading) -> set[str]:
    assert isinstance(reading, Took), reading
    parts = reading.value if isinstance(reading.value, list) else [reading.value]
    return {part["value"] for part in parts}


@pytest.mark.parametrize(
    ("key", "text", "values"),
    [
        ("kategori", "soal sekolahnya anak2", {"sekolah"}),
        ("kategori", "saya kira itu masuk pertanian nak", {"tani"}),
        ("kategori", "bukan jalan, tapi air", {"air"}),
        ("kategori", "masalah kesehetan kak", {"kesehatan"}),
        ("merasakan", "org lansia, sama yg cacat 🥺", {"lansia", "disabilitas"}),
        ("merasakan", "mak mak dengan orang lanjut usia", {"ibu", "lansia"}),
        ("merasakan", "semua kena", {"semua"}),
        ("merasakan", "semua petani", {"tani"}),
        ("merasakan", "smua org", {"semua"}),
        ("merasakan", "ptani sama lnsia", {"tani", "lansia"}),
        ("merasakan", "petani semuanya", {"tani"}),
        ("merasakan", "bukan cuma lansia tapi anak sekolah juga", {"lansia", "anak"}),
        ("merasakan", "petani ibu", {"tani"}),
        ("merasakan", "semua orang di dusun, 210 jiwa, 60 KK", {"semua"}),
        ("sumbangan", "kerja bakti bisa, pasir sama batu juga kami siapkan", {"tenaga", "bahan"}),
        ("sumbangan", "Warga bersedia menghibahkan tanah serta merawat hasil pekerjaan.", {"tanah", "rawat"}),
        ("sumbangan", "kalau uang tdk bisa, tenaga sama batu kali bisaji", {"tenaga", "bahan"}),
        ("sumbangan", "tidak ada uang tapi tenaga siap", {"tenaga"}),
        ("sumbangan", "tidak ada yang bisa", {"tidak_ada"}),
        ("sumbangan", "lahannya dihibahkan warga, dan pemuda siap merawat kalau sudah jadi", {"tanah", "rawat"}),
        ("sumbangan", "iurannya ada, bahannya juga", {"uang", "bahan"}),
        ("kategori", "jln", {"jalan"}),
    ],
)
def test_what_is_named_in_a_sentence_is_taken_and_what_is_denied_is_not(
    catalog: Catalog, key: str, text: str, values: set[str]
) -> None:
    reading = _read(catalog, key, text)
    assert values == _chosen(reading)
    assert isinstance(reading, Took)
    assert reading.guessed, "it is said back"


@pytest.mark.parametrize(
    ("key", "text", "offered"),
    [
        ("kategori", "dua duanya, jalan sama air", {"jalan", "air"}),
        ("kategori", "jalan atau air", {"jalan", "air"}),
        ("kategori", "kebun kami kering tidak ada air", {"air", "tani"}),
        ("merasakan", "orang tua", {"lansia"}),
        ("merasakan", "mungkin petani", {"tani"}),
        ("sumbangan", "kami butuh tenaga", {"tenaga"}),
        ("sumbangan", "tenaga kalau ada uang", {"tenaga", "uang"}),
        ("sumbangan", "tanah belum tentu", {"tanah"}),
        ("sumbangan", "tenaga dibayar", {"tenaga"}),
    ],
)
def test_a_doubt_is_asked_with_what_was_named_as_buttons(
    catalog: Catalog, key: str, text: str, offered: set[str]
) -> None:
    reading = _read(catalog, key, text)
    assert isinstance(reading, Unsure), reading
    assert offered == {offer.value for offer in reading.offers}


def test_what_is_only_denied_leaves_the_others_to_choose_from(catalog: Catalog) -> None:
    reading = _read(catalog, "kategori", "bukan jalan")
    assert isinstance(reading, Unsure)
    values = {offer.value for offer in reading.offers}
    assert "jalan" not in values
    assert "air" in values


def test_tambah_leaves_what_was_chosen_before(catalog: Catalog) -> None:
    question = catalog.flows["usulan"].question("merasakan")
    assert question is not None
    before = {"merasakan": [{"value": "ibu", "label": "Ibu-ibu"}]}
    reading = kind_of(question).read(Ask(question, before, catalog.world), Typed("tambah lansia juga", 1))
    assert {"ibu", "lansia"} == _chosen(reading)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("delegasi sama operator", {"delegasi", "operator"}),
        ("fasilitator desa, fasilitator kecamatan", {"fasilitator_desa", "fasilitator_kecamatan"}),
        ("fasilitator desa dan camat", {"fasilitator_desa", "camat"}),
        ("pelatih dan pendamping desa", {"pelatih", "pendamping"}),
    ],
)
def test_whom_an_announcement_is_for_is_named_in_running_words(catalog: Catalog, text: str, values: set[str]) -> None:
    question = catalog.flows["siaran"].question("peran")
    assert question is not None
    assert _chosen(kind_of(question).read(Ask(question, {}, catalog.world), Typed(text, 1))) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("umur 61", "dewasa"),
        ("61", "dewasa"),
        ("61 tahun", "dewasa"),
        ("enam puluh satu tahun", "dewasa"),
        ("sudah 61 tahun", "dewasa"),
        ("umurnya 61, belum menikah", "dewasa"),
        ("18", "dewasa"),
        ("sudah 18", "dewasa"),
        ("belum 18", "anak"),
        ("belum sampai 18 tahun", "anak"),
        ("17 tahun", "anak"),
        ("sudah 15 tahun", "anak"),
    ],
)
@pytest.mark.parametrize(("form", "key"), [("titip", "suara_umur"), ("suara", "umur")])
def test_an_age_is_compared_and_not_read_as_a_misspelt_label(
    catalog: Catalog, form: str, key: str, text: str, value: str
) -> None:
    question = catalog.flows[form].question(key)
    assert question is not None
    assert _chosen(kind_of(question).read(Ask(question, {}, catalog.world), Typed(text, 1))) == {value}


@pytest.mark.parametrize("text", ["bak penampung air 15 rumah", "jalan 15 meter", "bak air untuk 40 kk"])
def test_what_is_counted_is_no_age(catalog: Catalog, text: str) -> None:
    question = catalog.flows["titip"].question("suara_umur")
    assert question is not None
    assert not isinstance(kind_of(question).read(Ask(question, {}, catalog.world), Typed(text, 1)), Took)


@pytest.mark.parametrize(
    ("key", "text", "values"),
    [
        ("peran", "fasilitator desa sama kecamatan", {"fasilitator_desa", "fasilitator_kecamatan"}),
        ("peran", "fasilitator desa", {"fasilitator_desa"}),
        ("tingkat", "kecamatan maiwa", {"kecamatan"}),
        ("tingkat", "semua kecamatan", {"kabupaten"}),
        ("tingkat", "desa boiya", {"desa"}),
        ("beberapa", "kecamatan maiwa", {"73.16.01"}),
        ("beberapa", "kec. maiwa sama kec. cendana", {"73.16.01", "73.16.07"}),
    ],
)
def test_the_wilayah_of_an_announcement_is_named_as_people_name_it(
    catalog: Catalog, key: str, text: str, values: set[str]
) -> None:
    question = catalog.flows["siaran"].question(key)
    assert question is not None
    world = replace(catalog.world, scopes=("73.16",))
    assert _chosen(kind_of(question).read(Ask(question, {}, world), Typed(text, 1))) == values


@pytest.mark.parametrize(
    ("at", "text", "chosen"),
    [
        ("kategori", "susah angkut pupuk", True),
        ("kategori", "susah angkut pupuk lewat jalan", False),
        ("merasakan", "anak sekolah sering jatuh di situ", True),
        ("sumbangan", "kami siap kerja bakti setiap jumat", True),
    ],
)
def test_words_that_tell_more_than_the_option_are_kept(catalog: Catalog, at: str, text: str, chosen: bool) -> None:
    step = hear(catalog, at_question(catalog, at), text)
    assert step.state.answers["juga"].value == {"text": text}
    assert (at in step.state.answers) is chosen


def test_words_that_only_name_the_option_are_not_kept(catalog: Catalog) -> None:
    for text in ("urusannya jalan", "saya kira itu masuk pertanian nak", "jln"):
        assert "juga" not in hear(catalog, at_question(catalog, "kategori"), text).state.answers


def test_an_edit_of_such_a_message_mends_the_choice(catalog: Catalog) -> None:
    state = hear(catalog, at_question(catalog, "kategori"), "susah angkut pupuk").state
    edited = advance(catalog.flows["usulan"], state, Typed("susah ambil air", 7, edited=True), catalog.world)
    assert edited.state.answers["kategori"].value["value"] == "air"
