"""Announcements that come again every year: their blanks are asked for, their mistakes are told by file and key."""

import json
import shutil
from pathlib import Path

import pytest

from bot.catalog import Problem, load, problems
from bot.core.broadcasts.shapes import PROPOSER
from bot.core.forms.questions import Offer
from bot.store.broadcasts.conditions import CONDITIONS
from bot.work.access import ROLES
from tests.broadcasts.desk import asks, choose_places, copy_above, from_urgency
from tests.catalog.conftest import CONTENT, content
from tests.roles.conftest import Office
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words
from tests.support.town import catalog_of

__all__ = ["content"]
KABUPATEN = "73.16"
RIGHT = """judul = "Rapat persiapan"
kapan = "Januari"
untuk = ["camat", "pengusul"]
jalur = "semua"
teks = "Rapat <b>{hari}</b> pukul {jam} di {tempat}. Yang dibawa: daftar usulan."
diminta = "Kabari kantor desa dan kantor kelurahan sebelum {hari}."

[[isian]]
kunci = "hari"
jenis = "tanggal"
tanya = "Rapatnya hari apa?"
contoh = "14 Januari"

[[isian]]
kunci = "jam"
jenis = "jam"
tanya = "Pukul berapa?"
contoh = "09.00"

[[isian]]
kunci = "tempat"
jenis = "teks"
tanya = "Di mana?"
contoh = "aula kantor camat"

[paham]
tanya = "Rapatnya untuk apa?"
jawab = ["Persiapan", "Pasti dibayar"]
benar = 1
"""
FILE = "siaran/rapat.toml"


@pytest.fixture
def folder(content: Path) -> Path:
    """A small content folder with one template that is right."""
    (content / "siaran").mkdir()
    (content / FILE).write_text(RIGHT, encoding="utf-8")
    shutil.copy(CONTENT / "formulir/siaran.toml", content / "formulir/siaran.toml")
    return content


def test_a_right_template_has_no_problems_and_becomes_a_form_of_its_own(folder: Path) -> None:
    assert problems(folder, KABUPATEN) == []
    catalog = load(folder, KABUPATEN)
    keys = [question.key for question in catalog.flows["siaran_rapat"].questions]
    assert keys[:4] == ["isi_hari", "isi_jam", "isi_tempat", "peran"]
    assert not {"pesan", "diminta"} & set(keys)
    assert catalog.flows["siaran_rapat"].journey == "siaran"


@pytest.mark.parametrize(
    ("find", "write", "key", "sentence"),
    [
        ('"pengusul"]', '"lurah"]', "untuk", "Peran “lurah” tidak dikenal."),
        ("{tempat}", "{ruang}", "teks", "Isian {ruang} tidak dikenal; yang bisa: hari, jam, tempat."),
        (" di {tempat}", "", "isian.tempat", "Isian {tempat} tidak dipakai di teks maupun diminta."),
        ('kunci = "tempat"', 'kunci = "jam"', "isian.jam", "Kunci “jam” dipakai dua kali."),
        ("<b>{hari}</b>", "<u>{hari}</u>", "teks", "Tanda <u> tidak dipakai di siaran; yang bisa: b, i."),
        ("daftar usulan", "daftar usulan desa", "teks", "Kata “desa” tidak dikenal warga kelurahan"),
        ('jalur = "semua"', 'jalur = "kelurahan"', "diminta", "Kata “desa” tidak dipakai untuk warga kelurahan."),
        ('jalur = "semua"', 'jalur = "kota"', "jalur", "Isinya harus salah satu dari: desa, kelurahan, semua."),
        ("benar = 1", "benar = 3", "paham.benar", "Jawabannya hanya 2."),
        ('jenis = "jam"', 'jenis = "pukul"', "isian.jam.jenis", "Isinya harus salah satu dari: tanggal, jam, teks."),
        ('contoh = "09.00"', 'misal = "09.00"', "isian.jam.misal", "Bagian ini tidak dikenal"),
        ("daftar usulan", "UU 1/1945 Pasal 3", "teks", "Rujukan “UU 1/1945 Pasal 3” belum ada"),
        ("daftar usulan", "usulan yang pasti dibangun", "teks", "Kata “pasti” berjanji"),
        ("daftar usulan", "usulan yang lolos", "teks", "Kata “lolos” hanya untuk keputusan"),
        ("daftar usulan", "ponsel", "teks", "Kata “ponsel” diganti “HP”"),
        ("Rapat persiapan", "R" * 41, "judul", "Terlalu panjang"),
        ("daftar usulan", "{% if x %}daftar{% endif %}", "teks", "Di siaran hanya isian"),
    ],
)
def test_a_mistake_is_told_by_file_and_key(folder: Path, find: str, write: str, key: str, sentence: str) -> None:
    assert find in RIGHT
    (folder / FILE).write_text(RIGHT.replace(find, write), encoding="utf-8")
    found = [problem for problem in problems(folder, KABUPATEN) if problem.file == FILE and problem.key == key]
    assert any(problem.sentence.startswith(sentence) for problem in found), problems(folder, KABUPATEN)


def test_several_mistakes_are_told_at_once(folder: Path) -> None:
    wrong = (
        RIGHT.replace('"pengusul"]', '"lurah"]')
        .replace("<b>{hari}</b>", "<u>{hari}</u>")
        .replace("benar = 1", "benar = 4")
    )
    (folder / FILE).write_text(wrong, encoding="utf-8")
    assert {"untuk", "teks", "paham.benar"} <= {problem.key for problem in problems(folder, KABUPATEN)}


def test_templates_without_their_form_are_told(folder: Path) -> None:
    (folder / "formulir/siaran.toml").unlink()
    wanted = Problem("formulir/siaran.toml", "", "Formulir ini dipakai oleh contoh siaran, tetapi tidak ada.")
    assert wanted in problems(folder, KABUPATEN)


def test_what_the_form_offers_is_what_the_program_knows() -> None:
    form = catalog_of().flows["siaran"]
    offered = {key: {one.value for one in _options(key)} for key in ("peran", "syarat")}
    assert form.question("pesan") is not None
    assert offered["peran"] == (set(ROLES) - {"petugas_it"}) | {PROPOSER, "semua"}
    assert offered["syarat"] == set(CONDITIONS)
    names = [f"siaran_untuk_{role}" for role in offered["peran"] - {"semua"}]
    names += [f"siaran_syarat_{name}" for name in offered["syarat"]]
    assert all(name in catalog_of().texts for name in names)


def _options(key: str) -> tuple[Offer, ...]:
    question = catalog_of().flows["siaran"].question(key)
    assert question is not None
    found: tuple[Offer, ...] = question.params.options
    return found


@pytest.mark.parametrize("key", sorted(catalog_of().templates))
def test_every_template_fits_one_message_with_long_blanks(key: str) -> None:
    catalog, template = catalog_of(), catalog_of().templates[key]
    told = dict.fromkeys(template.blanks, "x" * 120)
    assert len(catalog.text(f"siaran.{key}.teks", **told)) < 3000


async def test_a_template_asks_for_its_blanks_and_shows_what_was_typed_as_it_is(any_office: Office) -> None:
    office = any_office
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    await office.ask(hasnah, "/siaran", says("siaran_daftar"))
    await office.press(hasnah, words("tombol_siaran_bahan"), says("siaran_bahan"))
    name = "form.siaran_b04"
    await office.press(hasnah, words(f"{name}.judul"), mentions(f"{name}.isi_buka.tanya"))
    await office.ask(hasnah, "2 desember", mentions(f"{name}.isi_tutup.tanya"))
    await office.ask(hasnah, "18 desember", mentions(f"{name}.isi_jam.tanya"))
    await office.ask(hasnah, "jam 4 sore", mentions(f"{name}.isi_kamus.tanya"))
    await office.ask(hasnah, "kantor <camat> & {kantor}", mentions(f"{name}.isi_tempat_lapor.tanya"))
    await office.ask(hasnah, "balas pesan ini", mentions(f"{name}.isi_batas.tanya"))
    await office.ask(hasnah, "11 desember", asks("tingkat"))
    await choose_places(office, hasnah, ["Maiwa"], then="syarat")
    await office.press(hasnah, words("tombol.lewati"), asks("penting"))
    copy = copy_above(office, hasnah, await from_urgency(office, hasnah))
    said = words_of(copy)
    assert "kantor <camat> & {kantor}" in said
    assert "16.00" in said
    assert "Rabu, 2 Desember 2026" in said
    assert "Jumat, 11 Desember 2026" in said  # in what is asked of them
    assert labels(copy) == [words("tombol_siaran_paham")]
    told = json.loads((await office.town.rows("SELECT message FROM broadcasts"))[0][0])
    assert (told["template"], told["check"]["right"], len(told["check"]["answers"])) == ("b04", 1, 3)


async def test_a_template_that_was_filled_in_is_changed_as_any_other(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "/siaran", says("siaran_daftar"))
    await office.press_data(hasnah, "a:tulis:b02", mentions("form.siaran_b02.isi_tahun.tanya"))
    for answer, then in (("2028", "daftar"), ("papan kantor", "rencana"), ("lembar kedua", "batas")):
        await office.ask(hasnah, answer, mentions(f"form.siaran_b02.isi_{then}.tanya"))
    await office.ask(hasnah, "10 juli", asks("tingkat"))
    await choose_places(office, hasnah, ["Maiwa"], then="syarat")
    await office.press(hasnah, words("tombol.lewati"), asks("penting"))
    await from_urgency(office, hasnah)
    before = await office.town.rows("SELECT message FROM broadcasts")
    await office.press(hasnah, words("tombol_siaran_ubah"), says("form.siaran.tinjau"))
    await office.press(hasnah, words("form.siaran_b02.kirim"), says("siaran_kartu"))
    assert await office.town.rows("SELECT message FROM broadcasts") == before


async def test_a_template_that_is_no_more_is_a_button_of_no_screen(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    assert await office.toast(hasnah, "a:tulis:hantu") in says("tombol_lewat")
