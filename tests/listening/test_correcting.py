import pytest

from bot.core.listening.acts import Ear


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("eh, maksudku 12", "12"),
        ("bukan 5 tapi 8 rumah", "8 rumah"),
        ("ralat: dusun Tanete, bukan Buntu", "dusun Tanete"),
        ("salah, harusnya 15 KK", "15 KK"),
        ("8 bukan 5", "8"),
        ("dari 5 jadi 8 rumah", "8 rumah"),
        ("maaf pak salah tulis, yang benar Desa Bambapuang", "Desa Bambapuang"),
        ("bukan 5, 8", "8"),
        ("eh bukan Buntu, Tanete", "Tanete"),
        ("ganti jadi 40 orang", "40 orang"),
        ("1.200 meter, maksudku", "1.200 meter"),
    ],
)
def test_the_new_value_is_what_is_left_of_a_correction(ear: Ear, said: str, meant: str) -> None:
    assert ear.corrected(said) == meant


@pytest.mark.parametrize("said", ["bukan Tanete", "eh", "maksudku"])
def test_a_correction_without_a_new_value_is_given_back_whole(ear: Ear, said: str) -> None:
    assert ear.corrected(said) == said
