"""Who is not to know who told it: what only points at him behind that goes with it, and what tells something stays."""

import json

import pytest

from bot.core.usulan.own_wish import read
from tests.people.conftest import agree, tell_place
from tests.support.content import catalog_of
from tests.support.sentences import says
from tests.support.town import Town

_STORY, _WISH = "jalan tani rusak parah kalau hujan", "jangan kasi tau pak desa kalau sa yang bilang"


async def test_what_only_points_at_whom_it_is_hidden_from_is_not_told(place: Town) -> None:
    ani = place.simulator.add_person("Ani")
    await agree(place, ani)
    await tell_place(place, ani)
    await place.ask(
        ani, f"{_STORY}. {_WISH}. kemarin dia marah waktu sa bicara di rapat", says("form.usulan.harapan.tanya")
    )
    ((state,),) = await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    assert json.loads(state)["answers"]["cerita"]["value"]["text"].strip(" .") == _STORY


@pytest.mark.parametrize(
    "behind",
    [
        "kemarin dia marah waktu sa bicara di rapat",
        "dia suka marah sama saya",
        "kmrn dia na marahi ka di rapat",
        "beliau pernah tegur saya di kantor",
        "nanti dia dendam sama sa",
        "dia itu keras mi orangnya",
    ],
)
def test_it_goes_with_the_wish(behind: str) -> None:
    for wish in (_WISH, "jgn bilang pak dusun kalau sy yg lapor nah"):
        for mark in (". ", ", "):
            found = read(catalog_of().world, f"{_STORY}. {wish}{mark}{behind}")
            assert found is not None
            assert found.left.strip(" .") == _STORY


@pytest.mark.parametrize(
    "behind",
    [
        "dia tutup saluran air kami",
        "pak dusun juga marah waktu sa bicara",
        "anak-anak sekolah jatuh di situ",
        "motor tidak bisa lewat",
        "sudah dua tahun begitu",
    ],
)
def test_what_tells_something_stays(behind: str) -> None:
    found = read(catalog_of().world, f"{_STORY}. {_WISH}. {behind}")
    assert found is not None
    assert behind in found.left
