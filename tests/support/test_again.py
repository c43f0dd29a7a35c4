"""What a failed `make test` runs once more."""

from pathlib import Path

import pytest

from tests.support.again import AT_MOST, run_again


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "test_two.py").write_text("def test_holds():\n    pass\n\n\ndef test_fails():\n    assert False\n")
    return tmp_path


def test_what_passes_alone_is_named_and_no_failure(written: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_again(["test_two.py::test_holds"]) == 0
    assert "test_two.py::test_holds" in capfd.readouterr().out.split("UNSTEADY")[1]


@pytest.mark.parametrize("failed", [[], ["test_two.py::test_holds"] * (AT_MOST + 1), ["test_two.py::test_fails"]])
def test_what_fails_again_or_is_too_much_stays_a_failure(
    written: Path, failed: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert run_again(failed) == 1
    assert "UNSTEADY" not in capfd.readouterr().out
