""" "Itu saja pak", "iye itumi ceritanya" close a story: these words are none of it."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

_STORY = "lampu jalan mati semua sepanjang jalan, gelap kalau malam"


async def _begun(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("maiwa tuncung paraja", mentions("form.usulan.cerita.tanya"))
    return sitti


@pytest.mark.parametrize("end", [". itu saja pak", ", itumi ceritanya", ". sekian terima kasih", "\nitu saja"])
async def test_behind_a_story(place: Town, end: str) -> None:
    sitti = await _begun(place)
    await sitti.say(f"{_STORY}{end}", mentions("form.usulan.harapan.tanya"))
    assert (await told_so_far(place))["cerita"]["text"] == _STORY


@pytest.mark.parametrize("end", [", itu saja yang rusak", ", tidak cukup", ", gak cukup"])
async def test_what_tells_something_stays(place: Town, end: str) -> None:
    sitti = await _begun(place)
    await sitti.say(f"{_STORY}{end}", mentions("form.usulan.harapan.tanya"))
    assert (await told_so_far(place))["cerita"]["text"] == f"{_STORY}{end}"


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("itu saja", ""),
        ("iye itumi ceritanya", ""),
        ("itumi pak ceritaku", ""),
        ("iye itumi ceritanya, sama juga gotnya tersumbat", "sama juga gotnya tersumbat"),
    ],
)
async def test_where_it_is_asked_it_is_a_yes(place: Town, text: str, more: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say(_STORY, mentions("mesin.ini_ceritanya"))
    await sitti.say(text, mentions("form.usulan.kecamatan.tanya"))
    assert (await told_so_far(place))["cerita"]["text"] == f"{_STORY}\n{more}".strip()
