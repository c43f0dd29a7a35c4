"""`doctor` asks for what only the office can know: whom to call here."""

from pathlib import Path

from tests.cli.conftest import Installation
from tests.cli.shelf import with_numbers


def test_emergency_numbers_of_this_kabupaten_are_asked_for_until_they_are_entered(
    office: Installation, tmp_path: Path
) -> None:
    asked = [line for line in office("doctor").lines if "Nomor darurat" in line]
    assert len(asked) == 1
    assert asked[0].startswith("✖")
    assert all(name in asked[0] for name in ("BPBD kabupaten", "Pemadam kebakaran", "Ambulans", "PLN"))
    assert "Panggilan darurat" not in asked[0]  # 112: only few kabupaten have it
    office.set("CONTENT_DIR", str(with_numbers(tmp_path, "damkar")))
    asked = [line for line in office("doctor").lines if "Nomor darurat" in line]
    assert [line.split(":")[1].split(".")[0] for line in asked] == [" Pemadam kebakaran"]
