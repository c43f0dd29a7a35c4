"""Another usulan in the middle of one: the first goes on, and afterwards the other has its turn."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, told_so_far
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


COURSE = "kursus menjahit utk 15 perempuan muda di palli, ndak ada kerjaan"
HASNAH = "bukan, sy Hasnah, mau usul sendiri soal kursus jahit. usulan airnya kak sitti jangan diganggu"


async def _kept_besides(sitti: Proposer) -> str:
    return str((await told_so_far(sitti.place)).get("juga", ""))


@pytest.mark.parametrize(
    "said",
    [
        f"sy mau usul sendiri soal {COURSE}. usulan airnya kak sitti jangan diganggu",
        f"mau ka usul sendiri, {COURSE}",
        f"usulan sy sendiri ini, bukan punya kak sitti. {COURSE}",
    ],
)
async def test_who_wants_one_of_their_own_puts_nothing_into_the_one_that_lies_open(any_place: Town, said: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_photo()
    await sitti.say(said, mentions("mesin.usulan_lagi_disimpan"))
    assert "diganggu" not in await _kept_besides(sitti)
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("usulan_berikut", kata=COURSE))


@pytest.mark.parametrize(
    "said", ["usulan sy sendiri, bukan punya kak sitti", "mau buat usulan sendiri", "mau usul sendiri ka nah"]
)
async def test_who_only_says_that_it_is_their_own_is_asked_for_it_afterwards(place: Town, said: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say(said, mentions("mesin.usulan_lagi"))
    assert not await _kept_besides(sitti)


@pytest.mark.parametrize("said", ["iya mau usul, tapi usulan sy sendiri bukan punya kak sitti", "button"])
async def test_what_was_doubted_is_the_next_one_of_whoever_says_so(place: Town, said: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say(f"sy mau usul jg, {COURSE}", says("mesin.maksudnya_apa"))
    if said == "button":
        await sitti.press(words("niat.mulai"), mentions("mesin.usulan_lagi_disimpan"))
    else:
        await sitti.say(said, mentions("mesin.usulan_lagi_disimpan"))
    assert "bukan punya" not in await _kept_besides(sitti)
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), mentions("usulan_berikut"))
    assert COURSE in sitti.simulator.said(sitti.person)[-1]


async def test_who_says_their_name_as_well_is_asked_if_it_is_another(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say(HASNAH, says("suara_cerita_lain", nama="Hasnah"))
    await sitti.say("usulan sy sendiri bukan punya kak sitti", says("suara_cerita_disimpan", nama="Hasnah"))
    assert not await _kept_besides(sitti)


@pytest.mark.parametrize(
    "said",
    [
        "sy mau usul sendiri saja tanpa pak dusun",
        "ini bukan usulan sy sendiri, semua warga mau begitu",
        "ini usulan sy sendiri dari dulu",
        "kami mau gali sendiri kalau ada pipanya",
    ],
)
async def test_who_did_it_alone_begins_no_other_one(place: Town, said: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    shown = await sitti.say(said, "")
    assert words("mesin.usulan_lagi") not in shown
    assert "usulan berikutnya" not in shown
