import shutil
from pathlib import Path

import pytest

from bot.catalog import Catalog
from tests.catalog.curriculum import BANK, BANK_TEXT, BODY, HARD, HARD_TEXT, HEAD, LESSON, SCENE, SCENE_TEXT
from tests.support.content import catalog_of

CONTENT = Path(__file__).parents[2] / "content"
SMALL = Path(__file__).parent / "small"  # a calendar with one of everything
WILAYAH = """kode,nama
73,Sulawesi Selatan
73.16,Kabupaten Enrekang
73.16.01,Maiwa
73.16.01.1001,Bangkala
73.16.01.2002,Pattondon Salu
73.17,Kabupaten Luwu
"""
DUSUN = "kode_desa,dusun\n73.16.01.2002,Jambu\n"
FORM = """judul = "Coba"
tinjau = "Begini:{% for b in baris %}\\n{b.judul}: {b.isi}{% endfor %}"

[[pertanyaan]]
kunci = "kecamatan"
jenis = "wilayah"
tingkat = "kecamatan"
judul = "Kecamatan"
teks = "Kecamatan mana?"
bantuan = "Pilih satu."

[[pertanyaan]]
kunci = "kelompok"
jenis = "pilihan"
judul = "Kelompok"
teks = "Kelompok mana?"
bantuan = "Pilih satu."
boleh_dilewati = true
pilihan = [{ nilai = "tani", label = "Petani" }, { nilai = "ibu", label = "Ibu-ibu" }]

[[pertanyaan]]
kunci = "cerita"
jenis = "cerita"
judul = "Cerita"
teks = "Ceritakan yang terjadi di {kecamatan}."
bantuan = "Apa saja."
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small content folder in which everything is right."""
    folder = tmp_path / "content"
    shutil.copytree(SMALL, folder)
    shutil.copytree(CONTENT / "kata", folder / "kata")
    for name in ("formulir", "kalimat", "wilayah/dusun"):
        (folder / name).mkdir(parents=True)
    top = ("rujukan.toml", "retensi.toml", "bahaya.toml", "istilah.toml", "keadaan.toml", "sipd.toml")
    for name in (*top, "kalimat/mesin.toml", "kalimat/bahaya.toml", "kalimat/hasil.toml", "kalimat/keadaan.toml"):
        shutil.copy(CONTENT / name, folder / name)
    (folder / "wilayah/wilayah.csv").write_text(WILAYAH)
    (folder / "wilayah/dusun/73.16.csv").write_text(DUSUN)
    (folder / "formulir/coba.toml").write_text(FORM)
    (folder / "kalimat/lain.toml").write_text('sapa = "Selamat pagi, {nama}."\n')
    (folder / "contoh.toml").write_text('nama = "Bu Sitti"\n')
    return folder


@pytest.fixture
def taught(content: Path) -> Path:
    """A small content folder in which there is one of everything to learn."""
    shutil.rmtree(content / "tugas")
    shutil.rmtree(content / "kalender")
    for name in ("tugas", "kalender"):
        shutil.copytree(CONTENT / name, content / name)
    shutil.copy(CONTENT / "kalimat/niat.toml", content / "kalimat/niat.toml")
    for file, text in ((LESSON, HEAD + BODY), (HARD, HARD_TEXT), (SCENE, SCENE_TEXT), (BANK, BANK_TEXT)):
        (content / file).parent.mkdir(exist_ok=True)
        (content / file).write_text(text, encoding="utf-8")
    return content


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return catalog_of()
