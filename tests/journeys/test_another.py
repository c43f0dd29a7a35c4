"""Another usulan in the middle of one: the first goes on, and afterwards the other has its turn."""

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

BRIDGE = "jembatan di Lebang putus sejak banjir"


async def _tell_two(place: Town) -> Proposer:
    """The first is sent, and the wish of the second is asked for."""
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say(f"ada satu lagi, {BRIDGE}", mentions("mesin.usulan_lagi_disimpan"))
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("usulan_berikut", kata=BRIDGE))
    await sitti.press(words("tombol_usulan_berikut"), mentions("mesin.masih_di"))
    await sitti.press(words("tombol.ya"), "harapkan")
    return sitti


async def test_what_was_told_of_another_one_is_the_next_usulan(any_place: Town) -> None:
    await _tell_two(any_place)
    draft = (await any_place.rows("SELECT state FROM conversations"))[0][0]
    assert BRIDGE in str(draft)


async def test_whoever_only_says_so_is_asked_for_it_afterwards(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say("mau usul lagi", mentions("mesin.usulan_lagi"))
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("usulan_menyusul"))
    await sitti.press(words("tombol_usulan_baru"), mentions("mesin.masih_di"))
    assert 1 == len(await place.rows("SELECT id FROM usulan"))


async def test_of_what_is_told_in_the_second_one_the_third_is_offered(place: Town) -> None:
    sitti = await _tell_two(place)
    await sitti.say("dibangun lagi", "foto")
    await sitti.say("ada satu lagi, posyandu kami bocor", mentions("mesin.usulan_lagi_disimpan"))
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("usulan_berikut", kata="posyandu kami bocor"))
    assert 2 == len(await place.rows("SELECT id FROM usulan"))


@pytest.mark.parametrize(
    "said",
    [
        "oh iya min satu lagi mau usul posyandu di dusun pasaran atapnya bocor",
        "sekalian mau usul posyandu kami yang atapnya bocor",
        "satu lagi ya, posyandu di kampung atapnya bocor",
    ],
)
async def test_one_more_that_is_only_wished_beside_the_first_is_no_hope_of_it(place: Town, said: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("jalan ke kebun licin kalau hujan", "harapkan")
    await sitti.say(said, mentions("mesin.usulan_lagi_disimpan"))
    await sitti.say("mohon dirabat", "foto")
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("usulan_berikut"))
    assert "mohon dirabat" == (await sitti.answers())["harapan"]["text"]
    assert "bocor" in sitti.simulator.said(sitti.person)[-1]


@pytest.mark.parametrize("how", ["/batal", "batal", "button"])
async def test_who_gives_up_the_first_still_has_the_other(place: Town, how: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say(f"ada satu lagi, {BRIDGE}", mentions("mesin.usulan_lagi_disimpan"))
    await sitti.say("satu lagi pak, posyandu kami bocor", mentions("mesin.usulan_lagi_disimpan"))
    if how == "/batal":
        await sitti.say("/batal", says("draf_dibatalkan"))
    elif how == "button":
        await sitti.press(words("tombol.batal"), says("mesin.yakin_batal"))
        await sitti.press(words("tombol.ya_batalkan"), says("mesin.dibatalkan"))
    else:
        await sitti.say("batal", says("mesin.yakin_batal"))
        await sitti.say("iye batalkan", says("mesin.dibatalkan"))
    await sitti.hears(BRIDGE)
    await sitti.press(words("tombol.ya_cerita"), mentions("form.usulan.kecamatan.tanya"))
    for said, answer in (("tuncung", "Dusun"), ("paraja", "harapkan"), ("dibangun lagi", "foto")):
        await sitti.say(said, answer)
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("usulan_berikut"))
    assert BRIDGE in (await sitti.answers())["cerita"]["text"]
    assert "ambil air" not in str(await sitti.answers())


async def test_who_only_named_another_is_asked_for_it_after_giving_up(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say("mau usul lagi", mentions("mesin.usulan_lagi"))
    await sitti.say("/batal", says("draf_dibatalkan"))
    await sitti.hears(says("usulan_menyusul"))


EMPTY = "keluarkan yang juga disampaikan semuanya"


async def test_what_waits_stays_where_the_rest_of_it_is_emptied(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_photo()
    await sitti.say(f"ada satu lagi, {BRIDGE}", mentions("mesin.usulan_lagi_disimpan"))
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.say("pak imam juga sering cerita di masjid", "Kami catat begini")
    await sitti.say(EMPTY, mentions("mesin.hapus_juga_sisa"))
    await sitti.press(words("tombol.kirim"), says("usulan_berikut", kata=BRIDGE))
    assert "imam" not in str(await sitti.answers())


async def test_where_nothing_else_is_emptied_it_is_said_that_it_goes(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say(f"ada satu lagi, {BRIDGE}", mentions("mesin.usulan_lagi_disimpan"))
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.say(EMPTY, mentions("mesin.hapus_juga_ikut"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    assert BRIDGE not in str(await sitti.answers())
