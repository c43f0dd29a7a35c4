"""Where people look for a dusun in a list."""

from bot.core.places.places import Places


def test_dusun_stand_by_their_letters_and_numbers_by_their_size() -> None:
    listed = ["Bau 1", "Buka", "Bau 10", "Bau 2", "Loka 2", "Loka 1"]
    places = Places(
        [("73.16", "Enrekang"), ("73.16.01", "Maiwa"), ("73.16.01.2002", "Boiya")], {"73.16.01.2002": listed}
    )
    assert places.dusun("73.16.01.2002") == ("Bau 1", "Bau 2", "Bau 10", "Buka", "Loka 1", "Loka 2")
    assert places.with_dusun({"73.16.01.2002": ["Loka 2", "Loka 1"]}).dusun("73.16.01.2002") == ("Loka 1", "Loka 2")
