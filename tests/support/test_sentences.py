"""A sentence by its name is found in what it says, and in nothing else."""

import random
from typing import Any

import pytest
from jinja2 import nodes

from tests.support.content import catalog_of
from tests.support.sentences import mentions, plain, says, templates, words

OTHER_FILES = ("form.", "tugas.", "pelaku.", "lembar.", "pertemuan.", "acara.", "libur.")
NAMES = sorted(name for name in catalog_of().texts.sources() if not name.startswith(OTHER_FILES))
STRANGE = "Qz7"


def example(name: str, fullest: bool = True) -> str:
    """The sentence as people may see it: with all that may be left out, or without."""
    return plain(_written(templates(name)[0].body, fullest))


def _written(body: list[nodes.Node], fullest: bool) -> str:
    told = ""
    for node in body:
        if isinstance(node, nodes.Output):
            told += "".join(part.data if isinstance(part, nodes.TemplateData) else STRANGE for part in node.nodes)
        elif isinstance(node, nodes.If):
            told += _written(node.body if fullest else node.else_, fullest)
        elif isinstance(node, nodes.For) and fullest:
            told += _written(node.body, fullest)
    return told


def _sayable(name: str) -> bool:
    try:
        says(name)
    except KeyError:
        return False
    return True


def test_every_sentence_is_found_in_its_own_words_with_and_without_what_may_be_left_out() -> None:
    for name in filter(_sayable, NAMES):
        assert example(name) in says(name), name
        assert example(name, fullest=False) in says(name), name


#: They say anything at all within a frame, in which another says something of its own.
_FRAMES = frozenset({"keadaan_kabar", "utus_kertas.nasihat"})


def test_a_sentence_is_found_in_no_other_but_for_those_that_say_the_same() -> None:
    """A label, or a sentence that may be left out but for a few words, may be the first words of another; longer ones
    are alone."""
    examples = {name: example(name) for name in NAMES}
    long = [name for name in NAMES if len(example(name, fullest=False)) > 40 and _sayable(name) and name not in _FRAMES]
    for name in random.Random(8).sample(long, 60):
        same = {other for other in NAMES if example(other) == examples[name]}
        assert {other for other in NAMES if examples[other] in says(name)} <= same | {name}, name


def _receipt(**changed: str) -> str:
    """As the bot renders it today."""
    told: dict[str, Any] = {"nama": "Sitti", "tempat": "Jambu", "ringkas": "Mata air < sungai", "nomor": "Maiwa 1"}
    told["tertutup"] = False
    return catalog_of().text(
        "tanda_terima",
        **(
            told
            | {"pembaca": "", "bappeda": "Bappeda", "batas": "14 Maret 2027", "tertulis": True, "sendiri": False}
            | changed
        ),
    )


def test_values_must_stand_where_the_sentence_has_them() -> None:
    text = _receipt()
    assert text in says("tanda_terima", nomor="Maiwa 1", ringkas="Mata air < sungai")
    assert text not in says("tanda_terima", nomor="Maiwa")
    assert text not in says("tanda_terima", nomor="Maiwa 11")
    assert text not in says("tanda_terima", tempat="Maiwa 1")


def test_somebody_is_spoken_to_as_they_call_themselves() -> None:
    for name in ("Sitti", "Bu Sitti", "Daeng"):
        assert _receipt(nama=name) in says("tanda_terima")
        assert _receipt(nama=name) in says("tanda_terima", nama=name)
        assert _receipt(nama=name) not in says("tanda_terima", nama="Sit")


def test_a_condition_goes_the_way_that_the_values_tell() -> None:
    by_ratna, by_nobody = _receipt(pembaca="Ratna"), _receipt()
    assert by_ratna in says("tanda_terima", pembaca="Ratna")
    assert by_ratna not in says("tanda_terima", pembaca="")
    assert by_nobody in says("tanda_terima", pembaca="")
    done = catalog_of().text("tugas_selesai", judul="Rapat", tak_perlu=False, lanjut=None)
    assert done in says("tugas_selesai", tak_perlu=False)
    assert done not in says("tugas_selesai", tak_perlu=True)
    assert done not in says("tugas_selesai", lanjut=True)
    many = catalog_of().text("tugas_naik", nama="Ani", jumlah=3, tugas=[], lain=3)
    assert many in says("tugas_naik", jumlah=True, lain=True)
    assert many not in says("tugas_naik", jumlah=1)
    assert many not in says("tugas_naik", tugas=True)


def test_elements_of_a_list_are_those_that_must_be_there_in_this_order() -> None:
    same = {"tempat": "Jambu", "ringkas": "Air", "hari": "Senin", "bersama": "", "hasil": "", "ditanya": []}
    told = [same | {"nomor": f"Maiwa {number}", "dibaca": number == 2} for number in (1, 2)]
    text = catalog_of().text("usulanku_daftar", usulan=told, draf=None)
    assert text in says("usulanku_daftar", usulan=[{"nomor": "Maiwa 2", "dibaca": True}])
    assert text in says("usulanku_daftar", usulan=[{"nomor": "Maiwa 1"}, {"nomor": "Maiwa 2"}])
    assert text not in says("usulanku_daftar", usulan=[{"nomor": "Maiwa 2"}, {"nomor": "Maiwa 1"}])
    assert text not in says("usulanku_daftar", usulan=[{"nomor": "Maiwa 1", "dibaca": True}])
    late = {"bagian": "telat", "loop": {"first": True}}
    empty = words("tugas_daftar_saya", hari="Senin", tugas=[], belum_dibaca=0, pertanyaan=0)
    listed = f"{empty}\n\nHari ini\n1. Rapat, Boiya · Senin"
    assert listed in says("tugas_daftar_saya")
    assert listed not in says("tugas_daftar_saya", tugas=[late])


def test_a_sentence_stands_in_lines_of_its_own_and_a_mention_anywhere() -> None:
    text = f"{words('tugas_berubah')}\n\n{words('tombol_lewat')}"
    assert text in says("tombol_lewat")
    assert f"Maaf. {words('tombol_lewat')}" not in says("tombol_lewat")
    assert f"Maaf. {words('tombol_lewat')}" in mentions("tombol_lewat")
    assert words("tombol_lewat")[:-1] not in mentions("tombol_lewat")


def test_telegram_html_and_what_telegram_shows_of_it_are_the_same() -> None:
    text = catalog_of().text("rapat_tamu_dicatat", nama="Bu < Ani")
    assert text in says("rapat_tamu_dicatat", nama="Bu < Ani")
    assert plain(text) in says("rapat_tamu_dicatat", nama="Bu < Ani")
    assert says("tanda_terima")({"text": plain(_receipt())})
    assert says("tanda_terima")({"caption": _receipt()})


@pytest.mark.parametrize(
    ("name", "values"), [("tidak_ada_kalimat_ini", {}), ("tombol_lewat", {"nama": "Sitti"}), ("kesiapan_siapa", {})]
)
def test_a_name_a_value_or_a_sentence_that_says_nothing_is_refused(name: str, values: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        says(name, **values)


def test_an_error_names_the_sentence() -> None:
    assert repr(says("tanda_terima", nomor="Maiwa 1")) == "says('tanda_terima', nomor='Maiwa 1')"
