"""Whoever sets the date of a kecamatan's musrenbang learns which villages have no date before it, and may go on."""

from bot.simulator.chats import Person
from tests.roles.conftest import Office
from tests.support.calendar import KECAMATAN
from tests.support.sentences import mentions, says, words
from tests.support.town import catalog_of

_ABOVE = "/jadwal musrenbang kecamatan maiwa 14/1/27 jam 9 di kantor camat"
#: A date on the eve of it, one on the same day, and one after it.
_OF_VILLAGES = ("boiya 13/1/27 jam 9", "tapong 14/1/27 jam 9", "palakka 20/1/27 jam 9")


async def _set(office: Office, person: Person, typed: str) -> str:
    card = await office.ask(person, typed, mentions("form.jadwal.tinjau"))
    await office.press(person, words("tombol.kirim"), says("jadwal_ditetapkan"))
    return str(card["text"])


def _villages() -> list[str]:
    return [place.name for place in catalog_of().places.children(KECAMATAN)]


def _told(names: list[str], more: int) -> str:
    return words("jadwal_awas_belum_didahului", nama=names, lagi=more)


async def test_villages_without_a_date_before_it_are_named_and_the_date_stands(any_office: Office) -> None:
    person = await any_office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    for told in _OF_VILLAGES:
        await _set(any_office, person, f"/jadwal musrenbang desa {told} di kantor desa")
    left = [name for name in _villages() if name != "Boiya"]
    assert _told(left[:5], len(left) - 5) in await _set(any_office, person, _ABOVE)


async def test_nothing_is_said_where_all_come_before_it(any_office: Office) -> None:
    person = await any_office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    card = await any_office.ask(person, _ABOVE.replace("14/1/27", "16/2/27"), mentions("form.jadwal.tinjau"))
    assert _told(_villages()[:5], len(_villages()) - 5) in card["text"]
    await any_office.ask(person, "/batal", says("draf_dibatalkan"))
    card = await any_office.ask(
        person, "/jadwal musdes boiya 14/1/27 jam 9 di kantor desa", mentions("form.jadwal.tinjau")
    )
    assert "seharusnya lebih dulu" not in card["text"]


async def test_a_village_that_comes_after_its_kecamatan_is_told_so(
    any_office: Office,
) -> None:
    person = await any_office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    await _set(any_office, person, _ABOVE)
    card = await _set(any_office, person, "/jadwal musrenbang desa palakka 20/1/27 jam 9 di kantor desa")
    assert card in mentions("jadwal_awas_sudah_lebih_dulu", nama="Musrenbang kecamatan", wilayah="Kecamatan Maiwa")
    card = await _set(any_office, person, "/jadwal musrenbang desa boiya 13/1/27 jam 9 di kantor desa")
    assert card not in mentions("jadwal_awas_sudah_lebih_dulu")
