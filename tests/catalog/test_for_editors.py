import json
from pathlib import Path

import pytest

from bot.catalog import Catalog, load
from bot.catalog.play import play
from tests.schemas import calendar_schemas, form_schema, write_schemas

CONTENT = Path(__file__).parents[2] / "content"
CHAT = ["3", "bontongan", "1", "Jalan licin kalau hujan deras", "Jalannya dirabat", "!foto", "cukup", "kirim"]


def test_a_form_is_played_in_the_terminal_to_its_record(catalog: Catalog) -> None:
    lines, written = iter(CHAT), list[str]()
    told = play(catalog, "usulan", lambda: next(lines), written.append)
    assert told is not None
    assert "Bontongan" == told["desa"]["name"]
    assert any("[3] Baraka" in line for line in written)


def test_an_empty_line_leaves_the_form(catalog: Catalog) -> None:
    assert play(catalog, "usulan", lambda: "", lambda _line: None) is None


def test_a_form_that_does_not_exist_cannot_be_played(catalog: Catalog) -> None:
    with pytest.raises(KeyError):
        play(catalog, "hantu", lambda: "", lambda _line: None)


def test_the_schema_knows_every_kind_by_its_indonesian_name() -> None:
    kinds = {one["properties"]["jenis"]["const"] for one in form_schema()["properties"]["pertanyaan"]["items"]["oneOf"]}
    assert {"wilayah", "cerita", "teks", "foto", "pilihan", "pilihan_banyak", "angka", "lokasi"} <= kinds


def test_the_schemas_in_the_folder_are_those_of_the_program(tmp_path: Path) -> None:
    for path in write_schemas(tmp_path):
        kept = (CONTENT / "skema" / path.name).read_text(encoding="utf-8")
        assert json.loads(path.read_text(encoding="utf-8")) == json.loads(kept)


def test_every_file_of_the_calendar_has_a_schema_that_names_its_keys() -> None:
    schemas = calendar_schemas()
    assert {"pertemuan", "libur", "pola", "acara", "pelaku", "kebijakan", "tugas", "keadaan", "sipd"} == set(schemas)
    assert {"kunci", "judul", "cara", "bahan", "paling_lambat"} <= set(schemas["tugas"]["$defs"]["Task"]["properties"])


def test_a_new_kind_or_check_needs_one_file_only() -> None:
    """No list of kinds or checks is kept anywhere: they are what lies in the folders."""
    core = Path(__file__).parents[2] / "bot/core"
    from bot.core import checks, kinds

    for folder, found in (("kinds", kinds.names()), ("checks", checks.names())):
        assert {path.stem for path in (core / folder).glob("*.py")} - {"__init__"} == found


def test_content_is_read_again_each_time_and_kept_nowhere(content: Path) -> None:
    (content / "kalimat/lain.toml").write_text('sapa = "Selamat sore, {nama}."\n')
    assert "Selamat sore, Siti." == load(content, "73.16").text("sapa", nama="Siti")
