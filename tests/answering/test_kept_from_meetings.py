"""What is not to come before a meeting, and how all of it is erased: answered as it is, and never taken for a hope."""

import pytest

from tests.journeys.conftest import any_place, place
from tests.journeys.test_whole_usulan import told_so_far
from tests.journeys.villagers import consent, facilitator, name_place
from tests.support.sentences import Said, mentions
from tests.support.town import Town

__all__ = ["any_place", "place"]

_MEETING = mentions("bukan_musyawarah", terbuka=True)
_ERASE = mentions("hapus_data")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("jangan kirim ke musyawarah", _MEETING),
        ("sy tdk mau ini dibahas di rapat", _MEETING),
        ("jgn dibicarakan di rapat ceritaku ini", _MEETING),
        ("nda mau ka dibawa ke musrenbang pak", _MEETING),
        ("bagaimana kalo sy hapus semua ini", _ERASE),
        ("kalo mau sy hilangkan semua ini bgmn caranya", _ERASE),
    ],
)
async def test_it_is_answered_where_the_hope_is_asked_and_kept_nowhere(any_place: Town, typed: str, told: Said) -> None:
    sitti = await consent(any_place)
    await name_place(any_place, sitti)
    await any_place.ask(sitti, "jalan ke sumur licin, 20 KK lewat", mentions("form.usulan.harapan.tanya"))
    before = await told_so_far(any_place)
    await any_place.ask(sitti, typed, mentions("form.usulan.harapan.tanya"))
    assert any_place.texts(sitti)[-2] in told
    assert await told_so_far(any_place) == before


@pytest.mark.parametrize(
    "typed",
    [
        "jangan lama-lama bahas di rapat, langsung dikerjakan",
        "jangan cuma dibahas di rapat terus",
        "jangan bahas jalan terus di rapat, kasih lampu juga",
        "jangan lupa bawa usulan ini ke musrenbang",
        "buat gedung supaya tidak perlu bawa tenda setiap pertemuan",
        "mohon jangan lupa dibahas di musrenbang tahun ini",
        "sy tidak mau kalau ini tidak dibahas di rapat",
        "jangan ditunda, bawa ke musrenbang",
        "bagaimana semua utang petani dihapus",
    ],
)
async def test_a_hope_that_speaks_of_meetings_is_none_of_these(place: Town, typed: str) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, "jalan ke sumur licin, 20 KK lewat", mentions("form.usulan.harapan.tanya"))
    await place.ask(sitti, typed, lambda message: message["text"] != "")
    assert not any(text in _MEETING or text in _ERASE for text in place.texts(sitti))


async def test_whoever_works_here_speaks_of_a_meeting_otherwise(place: Town) -> None:
    ratna = await facilitator(place)
    await place.ask(ratna, "jangan dibahas di rapat usulan maiwa 3", lambda message: message["text"] != "")
    assert not any(text in mentions("bukan_musyawarah") for text in place.texts(ratna))
