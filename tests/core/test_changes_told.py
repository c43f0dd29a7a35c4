"""What a correction changed, found in the old and the new words."""

import pytest

from bot.core.broadcasts.changes import changes

_OLD = "Rapat besok jam 9 di kantor camat, bawa laptop."


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("Rapat besok jam 10 di kantor camat, bawa laptop.", [("jam 9", "jam 10")]),
        ("Rapat besok jam 10 di aula camat, bawa laptop.", [("9 di kantor", "10 di aula")]),
        (
            "Rapat besok jam 9 di gedung serbaguna Bangkala, bawa laptop.",
            [("kantor camat", "gedung serbaguna Bangkala")],
        ),
        ("Rapat besok jam 9 di kantor camat, bawa laptop dan charger.", [("bawa laptop", "bawa laptop dan charger")]),
        (_OLD, []),
        ("Kumpul dusun diundur karena jalan masih tertutup tanah longsor.", []),
    ],
)
def test_only_what_is_new_is_told(new: str, told: list[tuple[str, str]]) -> None:
    assert list(changes((_OLD, new))) == told


def test_what_is_asked_of_them_is_a_part_of_its_own() -> None:
    assert changes((_OLD, _OLD), ("Kirim daftarnya.", "")) == (("Kirim daftarnya", ""),)
    assert changes((_OLD, _OLD), ("", "Kirim daftarnya.")) == (("", "Kirim daftarnya"),)
